"""The last step of a first run: somebody files a signal."""

from ondersteuning.models import Signaal
from zorgapp.accounts.eersterun import Stap
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


def _er_is_een_signaal(werkplek: Werkplek) -> bool:
    return Signaal.objects.filter(school=werkplek.school).exists()


EERSTE_SIGNAAL = Stap(
    sleutel="signaal",
    volgorde=90,
    titel="Het eerste signaal",
    uitleg="Een mentor of docent schrijft op wat hij ziet. Daarna beoordeelt de zorgcoördinator het.",
    url_naam="ondersteuning:signaal_nieuw",
    recht=Recht.SIGNAAL_INDIENEN,
    klaar=_er_is_een_signaal,
)
