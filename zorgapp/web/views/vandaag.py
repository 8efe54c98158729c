"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.web import verder as wat_verder
from zorgapp.web.samen import wat_wacht
from zorgapp.web.vandaag import lees


@vereist(Recht.WERKPLEK)
@require_GET
def vandaag(request: ZorgRequest) -> HttpResponse:
    """What needs you today, for your role."""
    stand = lees(request.werkplek)
    request.aantal_nieuw = stand.aantal_nieuw  # type: ignore[attr-defined]
    request.eigen_dagen = stand.eigen_dagen  # type: ignore[attr-defined]
    return render(request, "web/vandaag.html", {"stand": stand})


@vereist(Recht.WERKPLEK)
@require_GET
def verder(request: ZorgRequest) -> HttpResponse:
    """What else waits for you; htmx asks for it beside Vandaag, without script it is a page of its own."""
    wacht = wat_wacht(request.werkplek)
    request.eigen_dagen = wacht.dagen  # type: ignore[attr-defined]
    regels = wat_verder.lees(
        request.werkplek,
        timezone.now(),
        wacht.klachtafspraken,
        wacht.coachvragen,
        wacht.rondvragen,
        wacht.vertellen,
        wacht.lezen,
    )
    context = {"regels": regels}
    fragment = request.headers.get("HX-Request")
    return render(request, "web/_verder.html" if fragment else "web/verder.html", context)
