"""How a view says what it asks: `@vereist(Recht.…)`, or `@openbaar("reason")` for the few open ones."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from zorgapp.accounts import tweestaps
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek, aanstellingen_van, werkplek_maken

View = Callable[..., HttpResponse]
SESSIE_SCHOOL = "school_id"


class ZorgRequest(HttpRequest):
    """A request of somebody who is signed in and works at a school."""

    user: User
    werkplek: Werkplek
    scholen: list[Any]


def vereist(recht: Recht) -> Callable[[View], View]:
    """Give the view a Werkplek in its transaction and refuse (403) who lacks `recht`.

    It runs inside ATOMIC_REQUESTS' transaction, so the school context covers everything the view does.
    """

    def omhul(view: View) -> View:
        @wraps(view)
        def bewaakt(request: ZorgRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            dag = timezone.localdate()
            lopend = aanstellingen_van(request.user, dag)
            werkplek = werkplek_maken(request.user, dag, request.session.get(SESSIE_SCHOOL), lopend)
            if werkplek is None:
                return redirect("web:geen_aanstelling")
            request.werkplek = werkplek
            request.scholen = list({a.school_id: a.school for a in lopend}.values())
            if tweestaps.ontbreekt(request, werkplek):
                return tweestaps.doorsturen(request)
            if not werkplek.mag(recht):
                raise PermissionDenied(f"recht {recht} ontbreekt")
            return view(request, *args, **kwargs)

        bewaakt.recht = recht  # type: ignore[attr-defined]
        return bewaakt

    return omhul


def openbaar(reden: str) -> Callable[[View], View]:
    """Mark a view that needs no login, with the reason; the list of these is fixed by a test."""

    def omhul(view: View) -> View:
        open_view = login_not_required(view)
        open_view.openbaar = reden  # type: ignore[attr-defined]
        return open_view

    return omhul


def ingelogd(reden: str) -> Callable[[View], View]:
    """Mark a view for anybody who is signed in, without a school context, with the reason."""

    def omhul(view: View) -> View:
        view.ingelogd = reden  # type: ignore[attr-defined]
        return view

    return omhul
