"""People, their school and their rights; floor 1 knows no pupil."""

from zorgapp.accounts.models.basis import SchoolForeignKey, SchoolModel
from zorgapp.accounts.models.kalender import Instelling, Vrijedag
from zorgapp.accounts.models.logboek import Geschiedenis, Inzage
from zorgapp.accounts.models.mail import Accountmail, Mailsoort
from zorgapp.accounts.models.mensen import Aanstelling, User, Waarneming
from zorgapp.accounts.models.school import Afdeling, School, Vestiging

__all__ = [
    "Aanstelling",
    "Accountmail",
    "Afdeling",
    "Geschiedenis",
    "Instelling",
    "Inzage",
    "Mailsoort",
    "School",
    "SchoolForeignKey",
    "SchoolModel",
    "User",
    "Vestiging",
    "Vrijedag",
    "Waarneming",
]
