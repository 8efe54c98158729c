"""The secret addresses of calendar feeds as pure functions: made, read back, digested. No database in here.

An address carries its school, with a mark that only this installation can make, so that the school may be trusted before
anything is read. Of the secret only its digest is kept.
"""

import hashlib
import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

GEHEIM_BYTES = 32
_ZOUT = "zorgapp.agendafeed"
_VORM = re.compile(r"([1-9][0-9]{0,17})-([A-Za-z0-9_-]{43})-([0-9a-f]{16})", re.ASCII)


def nieuw_geheim() -> str:
    """Return a secret of 32 random bytes, in letters for an address."""
    return secrets.token_urlsafe(GEHEIM_BYTES)


def vingerafdruk(geheim: str) -> str:
    """Return the SHA-256 (64 hex digits) under which a secret is stored."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def token_van(school_id: int, geheim: str) -> str:
    """Return the part of the address that opens the feed: school, secret and mark."""
    return f"{school_id}-{geheim}-{_merk(school_id, geheim)}"


def uit_token(token: str) -> tuple[int, str] | None:
    """Return (school, digest of the secret) of an address that was made here; None for any other."""
    delen = _VORM.fullmatch(token)
    if delen is None:
        return None
    school, geheim, merk = int(delen[1]), delen[2], delen[3]
    return (school, vingerafdruk(geheim)) if constant_time_compare(merk, _merk(school, geheim)) else None


def _merk(school_id: int, geheim: str) -> str:
    return salted_hmac(_ZOUT, f"{school_id}:{geheim}", algorithm="sha256").hexdigest()[:16]
