"""A narrowed session: the person who signed in hands his device to somebody else, who gets one page and nothing more.

It lives in the session on the server, so reload, history, a typed address and other tabs change nothing. It ends with
the password of who signed in, by signing out altogether, or by itself: then everybody is signed out.
"""

import time

from django.contrib.auth import logout
from django.http import HttpRequest

from zorgapp.accounts.grens import binnen_grens

SESSIE = "smal"
DUUR = 2 * 60 * 60
"""Seconds without a request after which the session ends."""
_VERNIEUW = 60
_POGINGEN = "10/5m/user"


def versmal(request: HttpRequest, pad: str) -> None:
    """Let this session reach only addresses that begin with `pad`, which ends with a slash.

    The session gets a new key: what another tab still had under way cannot write the old one back, and pages that the
    browser kept are gone.
    """
    if not (pad.startswith("/") and pad.endswith("/") and pad != "/"):
        raise ValueError("een smalle sessie heeft één map van adressen")
    request.session.cycle_key()
    request.session[SESSIE] = {"pad": pad, "gezien": int(time.time())}


def smal_pad(request: HttpRequest) -> str:
    """Return the beginning of the addresses this session may reach; empty when it is not narrowed."""
    smal = request.session.get(SESSIE)
    return smal["pad"] if smal else ""


def houd_wakker(request: HttpRequest) -> bool:
    """Note that a narrowed session is in use; False when its time was over, and then everybody is signed out."""
    smal, nu = request.session[SESSIE], int(time.time())
    if not 0 <= nu - smal["gezien"] <= DUUR:
        logout(request)
        return False
    if nu - smal["gezien"] > _VERNIEUW:
        request.session[SESSIE] = smal | {"gezien": nu}
    return True


def mag_proberen(request: HttpRequest) -> bool:
    """Count one attempt at the password; False when there were too many."""
    return binnen_grens(request, "smal", _POGINGEN)


def verruim(request: HttpRequest, wachtwoord: str) -> bool:
    """Give who signed in his whole session back for the right password."""
    if not request.user.check_password(wachtwoord):  # type: ignore[union-attr]
        return False
    request.session.cycle_key()
    del request.session[SESSIE]
    return True
