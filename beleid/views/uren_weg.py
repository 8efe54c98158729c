"""Taking a role or a source of money off its list while nothing hangs on it, and Herstel."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beleid.access_uren import get_middel, get_uren
from beleid.models import Middel, Uren
from beleid.services.middel import middel_terug, middel_weg
from beleid.services.uren import uren_terug, uren_weg
from beleid.views.punt import VEROUDERD
from beleid.views.uren import naar
from ondersteuning.views.trajectvorm import draai_terug, geweigerd
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie

R = TypeVar("R", Uren, Middel)


def _haal(request: ZorgRequest, doe: Callable[[], R], terug: str) -> None:
    """Run it, and say that it is off the list with a way back, or why it stays."""
    uit = geweigerd(Form(), doe, VEROUDERD)
    if uit.waarde is None:
        opgelet(request, uit.melding)
        return
    herstel = f"{reverse(f'beleid:{terug}', args=[uit.waarde.pk])}?versie={uit.waarde.versie}"
    gedaan(request, "Van de lijst gehaald.", herstel=herstel)


def _zet(request: ZorgRequest, doe: Callable[[], R]) -> None:
    """Herstel: run it, and say that it is back, or why not."""
    draai_terug(request, doe, VEROUDERD, "Het staat weer in de lijst.")


@vereist(Recht.BELEID_WERKEN)
@require_POST
def rol_weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """A role nobody promised anything."""
    rij = get_uren(request.werkplek, pk, Recht.BELEID_WERKEN, ook_weg=True)
    gezien = gelezen_versie(request.POST.get("versie", ""))
    _haal(
        request,
        lambda: uren_weg(door=request.werkplek, pk=pk, versie=gezien, op=timezone.now()),
        "uren_terug",
    )
    return naar("uren", rij.jaar)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def rol_terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel."""
    rij = get_uren(request.werkplek, pk, Recht.BELEID_WERKEN, ook_weg=True)
    gezien = gelezen_versie(request.GET.get("versie", ""))
    _zet(request, lambda: uren_terug(door=request.werkplek, pk=pk, versie=gezien))
    return naar("uren", rij.jaar)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def middel_van_de_lijst(request: ZorgRequest, pk: int) -> HttpResponse:
    """A source of which nothing was spent."""
    rij = get_middel(request.werkplek, pk, ook_weg=True)
    gezien = gelezen_versie(request.POST.get("versie", ""))
    _haal(
        request,
        lambda: middel_weg(door=request.werkplek, pk=pk, versie=gezien, op=timezone.now()),
        "middelen_terug",
    )
    return naar("middelen", rij.jaar)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def middel_op_de_lijst(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel."""
    rij = get_middel(request.werkplek, pk, ook_weg=True)
    gezien = gelezen_versie(request.GET.get("versie", ""))
    _zet(request, lambda: middel_terug(door=request.werkplek, pk=pk, versie=gezien))
    return naar("middelen", rij.jaar)
