"""One visit to a file is one line in the read log, also when the page fetches its panels in a second request."""

from django.core.signing import BadSignature, TimestampSigner

from leerlingen.access import Grond, get_leerling, open_zonder_regel
from leerlingen.models import Leerling
from zorgapp.accounts.werkplek import Werkplek

GELDIG = 120  # seconds between opening the page and its panels
_SIGNER = TimestampSigner(salt="leerlingen.bezoek")


def _wat(werkplek: Werkplek, pk: int) -> str:
    return f"{werkplek.school.pk}-{werkplek.user.pk}-{pk}"


def bezoekbewijs(werkplek: Werkplek, pk: int) -> str:
    """Proof that this person's look at this pupil stands in the log; only for who was let in just now."""
    return _SIGNER.sign(_wat(werkplek, pk))


def leerling_bij_bezoek(werkplek: Werkplek, pk: int, bewijs: str) -> tuple[Leerling, Grond]:
    """Open the same file again: with a valid `bewijs` it is the same visit, without one it is logged as a new one.

    The right to see the file is checked either way: 404 as in `get_leerling`.
    """
    try:
        zelfde = _SIGNER.unsign(bewijs, max_age=GELDIG) == _wat(werkplek, pk)
    except BadSignature:
        zelfde = False
    return open_zonder_regel(werkplek, pk) if zelfde else get_leerling(werkplek, pk)
