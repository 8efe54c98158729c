"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.web.vandaag import lees


@vereist(Recht.WERKPLEK)
@require_GET
def vandaag(request: ZorgRequest) -> HttpResponse:
    """What needs you today, for your role."""
    stand = lees(request.werkplek)
    request.aantal_nieuw = stand.aantal_nieuw  # type: ignore[attr-defined]
    return render(request, "web/vandaag.html", {"stand": stand})
