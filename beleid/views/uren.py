"""Hours of a school year: the list beside the work, asking and promising, and what one piece of work takes."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from beleid.access_uren import get_uren, inzet_van, normen_van, scenarios_van, uren_van
from beleid.access_urentijd import gedeelde_verdelingen
from beleid.blok_uren import scenariobeeld
from beleid.forms.uren import NormenForm, ToezegForm, UrenForm, uren_of_leeg
from beleid.inzetberekening import in_uren
from beleid.models import Uren
from beleid.services.uren import normen_zetten, uren_toezeggen, uren_vragen, uren_wijzigen
from beleid.urengrafiek import urengrafiek
from beleid.views.beleid import gevraagd_jaar
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar


def naar(naam: str, jaar: Schooljaar) -> HttpResponse:
    """Back to a page of the year it was about."""
    return redirect(f"{reverse(f'beleid:{naam}')}?jaar={jaar}")


def toon_vorm(
    request: ZorgRequest, form: Form, kop: str, status: int, jaar: Schooljaar, **extra: Any
) -> HttpResponse:
    """One form on a page of its own; after a 409 with what stands there now (`nu`)."""
    if status == 409:
        naar_nieuwste(form, extra["versie"])
    context = {"form": form, "kop": kop, "jaar": jaar, "verouderd": status == 409, **extra}
    return render(request, "beleid/uren_vorm.html", context, status=status)


@vereist(Recht.BELEID_JAAR)
@require_GET
def uren(request: ZorgRequest) -> HttpResponse:
    """Asked, promised and delivered per role, beside what the work takes, and the scenarios."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    rijen = uren_van(werkplek, jaar)
    inzet = inzet_van(werkplek, jaar, rijen)
    context = {
        "jaar": jaar,
        "uren": rijen,
        "inzet": inzet,
        "maanden": [(m, "" if inzet.hebt is None else in_uren(m.tekort(inzet.hebt))) for m in inzet.maanden],
        "grafiek": urengrafiek(inzet.maanden, inzet.hebt, werkplek.dag),
        "scenarios": [scenariobeeld(s, s.keuzes.all(), inzet.tekort) for s in scenarios_van(werkplek, jaar)],
        "gedeeld": gedeelde_verdelingen(werkplek, jaar),
        "werkt": werkplek.mag(Recht.BELEID_WERKEN),
        "zegt_toe": werkplek.mag(Recht.BELEID_VASTSTELLEN),
    }
    return render(request, "beleid/uren.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """One more role with the hours it asks."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    form = UrenForm(verzonden(request), werkplek=werkplek, nieuw=True)
    uit = verstuur(request, form, lambda: uren_vragen(door=werkplek, jaar=jaar, **form.gegevens()), VEROUDERD)
    if uit.waarde is None:
        return toon_vorm(request, form, "Uren voor een rol", uit.status, jaar)
    gedaan(request, "De rol staat in de lijst.")
    return naar("uren", jaar)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """What is asked and what was delivered."""
    werkplek, rij = request.werkplek, get_uren(request.werkplek, pk, Recht.BELEID_WERKEN)
    begin = {"versie": rij.versie, "rol": rij.rol, "user": rij.user_id, "opmerking": rij.opmerking}
    begin |= {veld: uren_of_leeg(getattr(rij, veld)) for veld in ("gevraagd", "geleverd")}
    form = UrenForm(verzonden(request), werkplek=werkplek, nieuw=False, initial=begin)

    def wijzig() -> Uren:
        versie = form.cleaned_data["versie"] or 0
        return uren_wijzigen(door=werkplek, pk=pk, versie=versie, **form.gegevens())

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        los = rij.toegezegd is None and rij.geleverd is None
        extra = {"versie": rij.versie, "rij": rij, "weg": los and reverse("beleid:uren_weg", args=[pk])}
        return toon_vorm(request, form, "Wijzig de uren", uit.status, rij.jaar, **extra)
    gedaan(request, "De uren zijn aangepast.")
    return naar("uren", rij.jaar)


@vereist(Recht.BELEID_VASTSTELLEN)
@require_http_methods(["GET", "POST"])
def toezeggen(request: ZorgRequest, pk: int) -> HttpResponse:
    """The promise of the schoolleiding."""
    werkplek, rij = request.werkplek, get_uren(request.werkplek, pk, Recht.BELEID_VASTSTELLEN)
    begin = {"versie": rij.versie, "toegezegd": uren_of_leeg(rij.toegezegd)}
    form = ToezegForm(verzonden(request), initial=begin)

    def zeg_toe() -> Uren:
        velden = form.cleaned_data | {"versie": form.cleaned_data["versie"] or 0}
        return uren_toezeggen(door=werkplek, pk=pk, **velden)

    uit = verstuur(request, form, zeg_toe, VEROUDERD)
    if uit.waarde is None:
        kop = f"Uren toezeggen: {rij.rol}"
        return toon_vorm(request, form, kop, uit.status, rij.jaar, versie=rij.versie, rij=rij)
    gedaan(request, "De toezegging staat in de lijst.")
    return naar("uren", rij.jaar)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def normen(request: ZorgRequest) -> HttpResponse:
    """How many minutes one piece of each kind of work takes here."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    nu, versie = normen_van(werkplek, jaar)
    begin = {soort.value: minuten for soort, minuten in nu.items()} | {"versie": versie}
    form = NormenForm(verzonden(request), initial=begin)

    def zet() -> bool:
        gezien = form.cleaned_data["versie"] or 0
        normen_zetten(door=werkplek, jaar=jaar, versie=gezien, minuten=form.minuten())
        return True

    uit = verstuur(request, form, zet, VEROUDERD)
    if uit.waarde is None:
        normlijst = [(soort.label, minuten) for soort, minuten in nu.items()]
        kop = "Wat het werk kost"
        return toon_vorm(request, form, kop, uit.status, jaar, versie=versie, normen=normlijst)
    gedaan(request, "De minuten zijn bewaard. De grafiek rekent ermee.")
    return naar("uren", jaar)
