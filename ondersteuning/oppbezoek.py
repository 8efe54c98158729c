"""One visit to an OPP is one line in the read log, also when the page fetches its parts in further requests."""

from django.core.signing import BadSignature, TimestampSigner

from leerlingen.access import Grond
from ondersteuning.access_opp import Oppblik, get_opp, get_opp_zonder_regel
from ondersteuning.models import Opp
from zorgapp.accounts.werkplek import Werkplek

GELDIG = 120  # seconds between opening the page and its parts
_SIGNER = TimestampSigner(salt="ondersteuning.oppbezoek")


def _wat(werkplek: Werkplek, pk: int) -> str:
    return f"{werkplek.school.pk}-{werkplek.user.pk}-{pk}"


def oppbewijs(werkplek: Werkplek, pk: int) -> str:
    """Proof that this person's look at this OPP stands in the log; only for who was let in just now."""
    return _SIGNER.sign(_wat(werkplek, pk))


def opp_bij_bezoek(werkplek: Werkplek, pk: int, bewijs: str) -> tuple[Opp, Oppblik, Grond]:
    """Open the same OPP again: with a valid `bewijs` it is the same visit, without one it is logged as a new one.

    The right to read it is checked either way: 404 as in `get_opp`.
    """
    try:
        zelfde = _SIGNER.unsign(bewijs, max_age=GELDIG) == _wat(werkplek, pk)
    except BadSignature:
        zelfde = False
    return get_opp_zonder_regel(werkplek, pk) if zelfde else get_opp(werkplek, pk)
