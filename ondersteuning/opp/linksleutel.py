"""Addresses and codes of personal links as pure functions: made, read back, compared. No database in here.

An address carries its school and a key, with a mark that only this installation can make, so that the school may be
trusted before anything is read. The key follows from the digest of the code and the secret of the installation:
nothing that opens a link stands in the database, and a worker can still write the mail.
"""

import base64
import hashlib
import re
import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

ALFABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No I, L, O, 0 or 1: a code is read aloud and written down."""
CODE_TEKENS = 8
_GROEP = 4
_ZOUT = "zorgapp.opplink"
_SLEUTEL_BYTES, _MERK_BYTES = 16, 8
_VORM = re.compile(r"([1-9][0-9]{0,17})-([a-z2-7]{26})-([a-z2-7]{13})", re.ASCII)


def nieuwe_code() -> str:
    """Return a code of eight characters by chance: some 10^12 of them, and five attempts."""
    return "".join(secrets.choice(ALFABET) for _ in range(CODE_TEKENS))


def in_groepen(code: str) -> str:
    """Return the code as it is shown: KD7M 4QXP."""
    return f"{code[:_GROEP]} {code[_GROEP:]}"


def kaal(getypt: str) -> str | None:
    """Return a typed code without spaces and dashes, in capitals; None when it cannot be a code."""
    code = re.sub(r"[\s\-]", "", getypt).upper()
    return code if len(code) == CODE_TEKENS and set(code) <= set(ALFABET) else None


def sleutel_van(school_id: int, codehash: str) -> str:
    """Return the key in the address of the link whose code has this digest."""
    return _kort(f"sleutel:{school_id}:{codehash}", _SLEUTEL_BYTES)


def vingerafdruk(sleutel: str) -> str:
    """Return the SHA-256 (64 hex digits) under which a key is stored."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def token_van(school_id: int, sleutel: str) -> str:
    """Return the part of the address that opens the link: school, key and mark; small letters and digits only."""
    return f"{school_id}-{sleutel}-{_merk(school_id, sleutel)}"


def uit_token(token: str) -> tuple[int, str] | None:
    """Return (school, key) of an address that was made here; None for any other."""
    delen = _VORM.fullmatch(token)
    if delen is None:
        return None
    school, sleutel, merk = int(delen[1]), delen[2], delen[3]
    return (school, sleutel) if constant_time_compare(merk, _merk(school, sleutel)) else None


def _merk(school_id: int, sleutel: str) -> str:
    return _kort(f"merk:{school_id}:{sleutel}", _MERK_BYTES)


def _kort(tekst: str, aantal: int) -> str:
    """The first bytes of a keyed digest, in letters that can be typed over from paper."""
    ruw = salted_hmac(_ZOUT, tekst, algorithm="sha256").digest()[:aantal]
    return base64.b32encode(ruw).decode().rstrip("=").lower()
