"""What deliberately waits: putting it on the list, changing it, taking it off, Herstel."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_punt import get_nietnu
from beleid.forms.punt import LaterForm
from beleid.models import NietNu
from beleid.services.nietnu import later_terug, later_weg, later_wijzigen, later_zetten
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import draai_terug, geweigerd, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """One more thing that waits."""
    form = LaterForm(verzonden(request))

    def zet() -> NietNu:
        return later_zetten(door=request.werkplek, op=timezone.now(), **form.gegevens())

    uit = verstuur(request, form, zet, VEROUDERD)
    if uit.waarde is None:
        context = {"form": form, "kop": "Bewust later"}
        return render(request, "beleid/punt_vorm.html", context, status=uit.status)
    gedaan(request, "Het staat bij ‘Bewust later’.")
    return redirect("beleid:beleid")


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another sentence or moment."""
    rij = get_nietnu(request.werkplek, pk)
    velden = ("versie", "titel", "wanneer", "waarom", "terug_op")
    form = LaterForm(verzonden(request), initial={veld: getattr(rij, veld) for veld in velden})

    def wijzig() -> NietNu:
        versie = form.cleaned_data["versie"] or 0
        return later_wijzigen(door=request.werkplek, pk=pk, versie=versie, **form.gegevens())

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        if uit.status == 409:
            naar_nieuwste(form, rij.versie)
        context = {"form": form, "kop": "Bewust later", "later": rij, "verouderd": uit.status == 409}
        return render(request, "beleid/punt_vorm.html", context, status=uit.status)
    gedaan(request, "Aangepast.")
    return redirect("beleid:beleid")


@vereist(Recht.BELEID_WERKEN)
@require_POST
def weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Off the list, with a way back."""

    def haal() -> NietNu:
        return later_weg(
            door=request.werkplek,
            pk=pk,
            versie=gelezen_versie(request.POST.get("versie", "")),
            op=timezone.now(),
        )

    uit = geweigerd(LaterForm(), haal, VEROUDERD)
    if uit.waarde is None:
        opgelet(request, uit.melding)
    else:
        terug = f"{reverse('beleid:nietnu_terug', args=[pk])}?versie={uit.waarde.versie}"
        gedaan(request, "Van de lijst gehaald.", herstel=terug)
    return redirect("beleid:beleid")


@vereist(Recht.BELEID_WERKEN)
@require_POST
def terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: back on the list."""
    versie = gelezen_versie(request.GET.get("versie", ""))
    draai_terug(
        request,
        lambda: later_terug(door=request.werkplek, pk=pk, versie=versie),
        VEROUDERD,
        "Het staat weer bij ‘Bewust later’.",
    )
    return redirect("beleid:beleid")
