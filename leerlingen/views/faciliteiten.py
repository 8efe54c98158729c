"""The school's catalogue of facilities, which cards end soon, and where facilities were not given."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access_kaart import faciliteiten, get_faciliteit
from leerlingen.faciliteiten import STARTSET
from leerlingen.forms.faciliteiten import FaciliteitForm
from leerlingen.kaartlijst import lees_lijst
from leerlingen.nietgekregen import lees_patroon
from leerlingen.services.faciliteiten import (
    faciliteit_bewaren,
    faciliteit_herstellen,
    faciliteit_stoppen,
    startset_neerleggen,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.KAART_WIJZIGEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """What a coordinator can put on a card."""
    context = {"faciliteiten": faciliteiten(request.werkplek), "aantal_start": len(STARTSET)}
    return render(request, "leerlingen/kaart/faciliteiten.html", context)


@vereist(Recht.KAART_WIJZIGEN)
@require_POST
def start(request: ZorgRequest) -> HttpResponse:
    """Lay down the starter set."""
    aantal = startset_neerleggen(door=request.werkplek)
    gedaan(request, f"{aantal} faciliteiten staan klaar. Pas ze aan zoals jullie ze noemen.")
    return redirect("leerlingen:faciliteiten")


@vereist(Recht.KAART_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """An entry of the school's own."""
    return _formulier(request, None)


@vereist(Recht.KAART_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def faciliteit(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change one entry; cards keep their own text."""
    return _formulier(request, pk)


def _formulier(request: ZorgRequest, pk: int | None) -> HttpResponse:
    rij = get_faciliteit(request.werkplek, pk) if pk is not None else None
    form = FaciliteitForm(request.POST if request.method == "POST" else None, rij=rij)
    status = 200
    if request.method == "POST":
        status = 422
        try:
            if form.is_valid() and probeer(
                form,
                lambda: faciliteit_bewaren(
                    door=request.werkplek, gegevens=form.gegevens(), pk=pk, versie=form.cleaned_data["versie"]
                ),
            ):
                gedaan(request, "Bewaard.")
                return redirect("leerlingen:faciliteiten")
        except Verouderd:
            status = 409
    context = {"form": form, "rij": rij, "verouderd": status == 409}
    return render(request, "leerlingen/kaart/faciliteit.html", context, status=status)


@vereist(Recht.KAART_WIJZIGEN)
@require_POST
def stoppen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take an entry out of the catalogue, with a way back."""
    rij = faciliteit_stoppen(door=request.werkplek, pk=pk)
    herstel = reverse("leerlingen:faciliteit_terug", args=[rij.pk])
    gedaan(request, "Uit de lijst gehaald. Op kaarten blijft hij staan.", herstel=herstel)
    return redirect("leerlingen:faciliteiten")


@vereist(Recht.KAART_WIJZIGEN)
@require_POST
def terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put an entry back."""
    try:
        faciliteit_herstellen(door=request.werkplek, pk=pk)
        gedaan(request, "Staat weer in de lijst.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("leerlingen:faciliteiten")


@vereist(Recht.KAART_WIJZIGEN)
@require_GET
def kaarten(request: ZorgRequest) -> HttpResponse:
    """Cards that ended or end soon, and cards that teachers did not read yet."""
    lijst_ = lees_lijst(request.werkplek, request.GET.get("toon", ""), request.GET.get("p"))
    return render(request, "leerlingen/kaart/kaarten.html", {"lijst": lijst_})


@vereist(Recht.KAART_WIJZIGEN)
@require_GET
def niet_gekregen(request: ZorgRequest) -> HttpResponse:
    """Per section how often a facility was not given; never small groups, never a teacher."""
    return render(request, "leerlingen/kaart/niet_gekregen.html", {"patroon": lees_patroon(request.werkplek)})
