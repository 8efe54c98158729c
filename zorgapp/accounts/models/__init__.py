"""People, their school and their rights; floor 1 knows no pupil."""

from zorgapp.accounts.models.basis import SchoolForeignKey, SchoolModel
from zorgapp.accounts.models.kalender import Instelling, Vrijedag
from zorgapp.accounts.models.logboek import Geschiedenis, Inzage
from zorgapp.accounts.models.mensen import Aanstelling, User, Waarneming
from zorgapp.accounts.models.school import Afdeling, School, Vestiging

__all__ = [
    "Aanstelling",
    "Afdeling",
    "Geschiedenis",
    "Instelling",
    "Inzage",
    "School",
    "SchoolForeignKey",
    "SchoolModel",
    "User",
    "Vestiging",
    "Vrijedag",
    "Waarneming",
]
