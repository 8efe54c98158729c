"""Secrets at rest: what opens the second step of signing in stands encrypted in the database.

Keys come from `settings.TWEESTAPS_SLEUTELS`, in order: the first one locks, each of them unlocks. Every key is any text;
HKDF-SHA256 makes a Fernet key of it, so that the default (`SECRET_KEY`) is not used itself for two things.
"""

import base64
import logging
from functools import lru_cache

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

log = logging.getLogger(__name__)
_DOEL = b"zorgapp.tweestaps.1"  # one purpose, one key: part of what is stored, so it never changes
_BEGIN = "gAAAAA"  # how every Fernet token begins; neither a TOTP secret (capitals) nor a seed (hex) does


class KluisDicht(ValidationError):
    """None of the keys opens this secret: an error on a form, and a page of its own elsewhere (`InloggenVereist`)."""

    def __init__(self) -> None:
        super().__init__(
            "Je code is nu niet na te kijken: dit systeem kan jouw tweede stap niet meer lezen. "
            "Vraag de beheerder van je school om hem opnieuw te laten instellen.",
            code="kluis_dicht",
        )


@lru_cache(maxsize=8)
def _fernet(sleutels: tuple[str, ...]) -> MultiFernet:
    """Return the lock of these keys; kept, because deriving costs more than opening."""
    return MultiFernet(
        [
            Fernet(
                base64.urlsafe_b64encode(
                    HKDF(algorithm=SHA256(), length=32, salt=None, info=_DOEL).derive(sleutel.encode())
                )
            )
            for sleutel in sleutels
        ]
    )


def sluit(tekst: str) -> str:
    """Return the text as a Fernet token under the first key; the token holds the time of locking and no name."""
    return _fernet(tuple(settings.TWEESTAPS_SLEUTELS)).encrypt(tekst.encode()).decode()


def open_(token: str) -> str:
    """Return what is in a token; raises KluisDicht when no key fits, or when it was tampered with."""
    try:
        return _fernet(tuple(settings.TWEESTAPS_SLEUTELS)).decrypt(token.encode()).decode()
    except InvalidToken as fout:
        log.error("een tweede stap is met geen sleutel te lezen; kijk naar ZORGAPP_TWEESTAPS_SLEUTELS")
        raise KluisDicht from fout


def sluit_opnieuw(gegevens: dict[str, object]) -> dict[str, object] | None:
    """Return the data of an authenticator with its secrets under the first key; None when they already are.

    A secret that was never locked is locked; one that no key opens stays as it is.
    """
    nieuw: dict[str, object] = {}
    for naam, waarde in gegevens.items():
        if naam in {"secret", "seed"} and isinstance(waarde, str):
            nieuw[naam] = _opnieuw(waarde)
        elif naam == "migrated_codes" and isinstance(waarde, list):
            nieuw[naam] = [_opnieuw(str(code)) for code in waarde]
        else:
            nieuw[naam] = waarde
    return nieuw if nieuw != gegevens else None


def _opnieuw(waarde: str) -> str:
    if not waarde.startswith(_BEGIN):
        return sluit(waarde)
    try:
        _fernet(tuple(settings.TWEESTAPS_SLEUTELS[:1])).decrypt(waarde.encode())
    except InvalidToken:
        try:
            return sluit(open_(waarde))
        except KluisDicht:
            return waarde
    return waarde


def wissel_sleutels(verbinding: str) -> int:
    """Put every secret under the first key, row by row; return how many changed. Safe to run twice, and while in use."""
    veranderd = 0
    for pk in list(Authenticator.objects.using(verbinding).order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic(using=verbinding):
            rij = Authenticator.objects.using(verbinding).select_for_update().filter(pk=pk).first()
            nieuw = sluit_opnieuw(rij.data) if rij else None
            if rij and nieuw is not None:
                rij.data = nieuw
                rij.save(using=verbinding, update_fields=["data"])
                veranderd += 1
    return veranderd
