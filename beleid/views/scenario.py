"""A scenario for the talk with the management: making and changing it, ticking what one chooses, what came of it, the PDF."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beleid.access_uren import get_scenario, inzet_van
from beleid.blok_uren import scenariobeeld
from beleid.documents.uren import SLEUTEL
from beleid.forms.scenario import GesprekForm, ScenarioForm
from beleid.forms.uren import uren_of_leeg
from beleid.models import Scenario
from beleid.services.scenario import (
    scenario_bespreken,
    scenario_kiezen,
    scenario_maken,
    scenario_wijzigen,
)
from beleid.views.beleid import gevraagd_jaar
from beleid.views.punt import VEROUDERD
from beleid.views.uren import toon_vorm
from ondersteuning.views.trajectvorm import geweigerd, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.documenten import pdf_aanvragen

UITLEG = "Wat kun je laten liggen, overdragen of later doen, en hoeveel scheelt dat?"
IDS_MAX = 20


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """A new scenario with its choices."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    form = ScenarioForm(verzonden(request))

    def maak() -> Scenario:
        titel = form.cleaned_data["titel"]
        return scenario_maken(door=werkplek, jaar=jaar, titel=titel, keuzes=form.keuzes())

    uit = verstuur(request, form, maak, VEROUDERD)
    if uit.waarde is None:
        return toon_vorm(request, form, "Nieuw scenario", uit.status, jaar, uitleg=UITLEG)
    gedaan(request, "Het scenario staat. Kies nu wat je wilt doen.")
    return redirect("beleid:uren_scenario", uit.waarde.pk)


@vereist(Recht.BELEID_JAAR)
@require_GET
def scenario(request: ZorgRequest, pk: int) -> HttpResponse:
    """The choices to tick, and what they do to the shortage."""
    rij = get_scenario(request.werkplek, pk)
    inzet = inzet_van(request.werkplek, rij.jaar)
    context = {**scenariobeeld(rij, rij.keuzes.all(), inzet.tekort), "inzet": inzet, "jaar": rij.jaar}
    context["werkt"] = request.werkplek.mag(Recht.BELEID_WERKEN)
    return render(request, "beleid/uren_scenario.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def kiezen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Keep which choices are ticked."""
    waarden = [w for w in request.POST.getlist("keuze")[:IDS_MAX] if w.isascii() and w.isdecimal()]
    ids = [int(w) for w in waarden if len(w) < 10]
    versie = gelezen_versie(request.POST.get("versie", ""))
    uit = geweigerd(
        ScenarioForm(),
        lambda: scenario_kiezen(door=request.werkplek, pk=pk, versie=versie, gekozen=ids),
        VEROUDERD,
    )
    if uit.waarde is None:
        opgelet(request, uit.melding)
    else:
        gedaan(request, "Je keuzes zijn bewaard.")
    return redirect("beleid:uren_scenario", pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Other words or choices."""
    werkplek, rij = request.werkplek, get_scenario(request.werkplek, pk)
    keuzes = list(rij.keuzes.all())
    begin = {"versie": rij.versie, "titel": rij.titel}
    for n, keuze in enumerate(keuzes, 1):
        begin |= {f"soort_{n}": keuze.soort, f"tekst_{n}": keuze.tekst}
        begin[f"uren_{n}"] = uren_of_leeg(keuze.minuten)
    form = ScenarioForm(verzonden(request), rijen=len(keuzes), initial=begin)

    def wijzig() -> Scenario:
        velden = {veld: form.cleaned_data[veld] for veld in ("versie", "titel")}
        velden["versie"] = velden["versie"] or 0
        return scenario_wijzigen(door=werkplek, pk=pk, keuzes=form.keuzes(), **velden)

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        extra = {"versie": rij.versie, "scenario": rij, "uitleg": UITLEG}
        return toon_vorm(request, form, "Wijzig het scenario", uit.status, rij.jaar, **extra)
    gedaan(request, "Het scenario is aangepast.")
    return redirect("beleid:uren_scenario", pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def gesprek(request: ZorgRequest, pk: int) -> HttpResponse:
    """When the management talked about it and what came of it."""
    werkplek, rij = request.werkplek, get_scenario(request.werkplek, pk)
    begin = {"versie": rij.versie, "besproken_op": rij.besproken_op or werkplek.dag, "uitkomst": rij.uitkomst}
    form = GesprekForm(verzonden(request), initial=begin)

    def bespreek() -> Scenario:
        velden = form.cleaned_data | {"versie": form.cleaned_data["versie"] or 0}
        return scenario_bespreken(door=werkplek, pk=pk, **velden)

    uit = verstuur(request, form, bespreek, VEROUDERD)
    if uit.waarde is None:
        extra = {"versie": rij.versie, "scenario": rij, "uitleg": "Wat het MT van dit scenario vond."}
        return toon_vorm(request, form, "In gesprek met het MT", uit.status, rij.jaar, **extra)
    gedaan(request, "De uitkomst van het gesprek staat vast.")
    return redirect("beleid:uren_scenario", pk)


@vereist(Recht.BELEID_JAAR)
@require_POST
def pdf(request: ZorgRequest) -> HttpResponse:
    """Have hours, picture and scenarios of a year made as one A4."""
    jaar = gevraagd_jaar(request)
    taak = pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=jaar.beginjaar)
    return redirect("werk:taak", taak.pk)
