"""Limits on attempts, counted in the shared cache as allauth does for signing in: per address, per key, per person."""

from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def binnen_grens(request: HttpRequest, soort: str, grenzen: str, sleutel: str = "") -> bool:
    """Count one attempt of this `soort`; False when it is one too many. A GET is never counted.

    `grenzen` is written as in ACCOUNT_RATE_LIMITS: "30/10m/ip,10/10m/key". The count is kept with the answer of the
    request, so a view that counts must not raise.
    """
    return _telt(request, soort, grenzen, sleutel, ook_lezen=False)


def binnen_grens_ook_lezen(request: HttpRequest, soort: str, grenzen: str, sleutel: str) -> bool:
    """The same for an open address that is only ever read: there a GET counts."""
    return _telt(request, soort, grenzen, sleutel, ook_lezen=True)


def _telt(request: HttpRequest, soort: str, grenzen: str, sleutel: str, *, ook_lezen: bool) -> bool:
    user = request.user if request.user.is_authenticated else None
    config = {soort: grenzen}
    gebruik = consume(
        request, app="zorgapp", action=soort, config=config, key=sleutel, user=user, limit_get=ook_lezen
    )
    return gebruik is not None


def te_vaak(request: HttpRequest) -> HttpResponse:
    """The answer to one attempt too many."""
    return render(request, "429.html", status=429)
