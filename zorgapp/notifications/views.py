"""The beheerder's page of mails that did not go out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.notifications import services
from zorgapp.notifications.access import get_probleem, problemen


@vereist(Recht.WACHTRIJ)
@require_GET
def wachtrij(request: ZorgRequest) -> HttpResponse:
    """List what was refused or is of unknown fate."""
    return render(request, "notifications/wachtrij.html", {"problemen": problemen(request.werkplek)})


@vereist(Recht.WACHTRIJ)
@require_POST
def opnieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Send one again, because a person asks for it."""
    rij = get_probleem(request.werkplek, pk)
    if services.verstuur_opnieuw(door=request.werkplek, herinnering_id=rij.pk):
        gedaan(
            request, "De mail gaat zo weg" if rij.direct else "Dit gaat mee met de volgende dagelijkse mail"
        )
    return redirect("notifications:wachtrij")


@vereist(Recht.WACHTRIJ)
@require_POST
def vervalt(request: ZorgRequest, pk: int) -> HttpResponse:
    """Leave one unsent."""
    rij = get_probleem(request.werkplek, pk)
    if services.sluit_probleem(door=request.werkplek, herinnering_id=rij.pk):
        gedaan(request, "Deze mail wordt niet meer verstuurd")
    return redirect("notifications:wachtrij")
