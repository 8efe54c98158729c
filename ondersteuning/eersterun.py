"""The last step of a first run: somebody files a signal."""

from ondersteuning.models import Signaal
from zorgapp.accounts.eersterun import Stap
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


def _er_is_een_signaal(werkplek: Werkplek) -> bool:
    """In the order of an index: without one PostgreSQL plans to read the whole table for the first row."""
    hier = Signaal.objects.filter(school=werkplek.school).order_by("status", "ingediend_op")
    return bool(hier.values_list("pk")[:1])


EERSTE_SIGNAAL = Stap(
    sleutel="signaal",
    volgorde=90,
    titel="Het eerste signaal",
    uitleg="Een mentor of docent schrijft op wat hij ziet. Daarna beoordeelt de zorgcoördinator het.",
    url_naam="ondersteuning:signaal_nieuw",
    recht=Recht.SIGNAAL_INDIENEN,
    klaar=_er_is_een_signaal,
)
