"""The coordinator's lists: what there is, building one, looking at it as on a phone."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.coordinatoren import coordinatoren
from ondersteuning.access_lijsten import campagnes, get_lijst, huidige_lijsten
from ondersteuning.forms.invullen import InvulForm
from ondersteuning.forms.lijsten import BEGIN, LijstForm, begin_van_lijst, herschikt, punten_uit
from ondersteuning.models import Signaleringslijst
from ondersteuning.services.lijsten import (
    lijst_kopieren,
    lijst_maken,
    lijst_stoppen,
    lijst_wijzigen,
    startlijsten_neerleggen,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.pagina import bladzijde
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

DOMEINEN = [(d.value, d.kort) for d in Domein]
VEROUDERD = "Een collega paste deze lijst net aan. Bekijk haar versie en bewaar daarna opnieuw; wat jij typte staat er nog."


@vereist(Recht.LIJSTEN)
@require_GET
def overzicht(request: ZorgRequest) -> HttpResponse:
    """All lists, and what is set out now."""
    werkplek = request.werkplek
    context = {
        "pagina": bladzijde(huidige_lijsten(werkplek), request.GET.get("p")),
        "lopend": bladzijde(campagnes(werkplek, gesloten=False), request.GET.get("loopt"), 12),
        "gesloten": bladzijde(campagnes(werkplek, gesloten=True), None, 5).rijen,
    }
    return render(request, "ondersteuning/lijsten/overzicht.html", context)


@vereist(Recht.LIJSTEN)
@require_POST
def startlijsten(request: ZorgRequest) -> HttpResponse:
    """Lay down the starter lists that are not there yet."""
    try:
        aantal = startlijsten_neerleggen(door=request.werkplek)
    except ValidationError:
        messages.info(request, "Een collega deed dit net ook. De startlijsten staan er.")
    else:
        gedaan(request, f"{aantal} startlijsten staan klaar." if aantal else "De startlijsten staan er al.")
    return redirect("ondersteuning:lijsten")


def _sleutel(lijst: Signaleringslijst | None) -> str:
    return f"lijst:{lijst.pk if lijst else 'nieuw'}"


def _bouw(
    request: ZorgRequest, form: LijstForm, lijst: Signaleringslijst | None, status: int = 200, **extra: Any
) -> HttpResponse:
    sleutel = _sleutel(lijst)
    concept = concept_lezen(request.werkplek, sleutel)
    if request.method == "GET" and concept.inhoud:
        form = LijstForm(initial=dict(concept.inhoud), punten=punten_uit(concept.inhoud) or BEGIN)
        form.initial["versie"] = lijst.versie if lijst else 0
        extra["uit_concept"] = True
    attrs = concept_attrs(request.werkplek, sleutel, concept.versie)
    context = {"form": form, "lijst": lijst, "attrs": attrs, "domeinen": DOMEINEN, **extra}
    return render(request, "ondersteuning/lijsten/bouwer.html", context, status=status)


def _herschik(request: ZorgRequest, lijst: Signaleringslijst | None) -> HttpResponse | None:
    """The form again with a point moved, added or taken out; nothing is stored."""
    na = herschikt(punten_uit(request.POST), request.POST)
    if na is None:
        return None
    begin: dict[str, Any] = {n: request.POST.get(n, "") for n in LijstForm.base_fields}
    form = LijstForm(initial=begin, punten=na[0])
    return _bouw(request, form, lijst, focus=na[1])


@vereist(Recht.LIJSTEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """Build a list."""
    if request.method == "GET":
        return _bouw(request, LijstForm(initial={"voor": "docent"}), None)
    if opnieuw := _herschik(request, None):
        return opnieuw
    form = LijstForm(request.POST)
    if form.is_valid():
        gemaakt = probeer(form, lambda: lijst_maken(door=request.werkplek, gegevens=form.gegevens()))
        if gemaakt:
            concept_weg(door=request.werkplek, sleutel=_sleutel(None))
            gedaan(request, "De lijst is klaar. Zet hem uit wanneer je wilt.")
            return redirect("ondersteuning:lijst", gemaakt.pk)
    return _bouw(request, form, None, 422)


@vereist(Recht.LIJSTEN)
@require_http_methods(["GET", "POST"])
def wijzig(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change a list; after its first use that makes a new version."""
    nu = get_lijst(request.werkplek, pk)
    if request.method == "GET":
        punten = [(p.tekst, p.domein, p.sterk) for p in nu.items]
        return _bouw(request, LijstForm(initial=begin_van_lijst(nu), punten=punten), nu)
    if opnieuw := _herschik(request, nu):
        return opnieuw
    form = LijstForm(request.POST)
    if not form.is_valid():
        return _bouw(request, form, nu, 422)
    return _bewaar(request, nu, form)


def _bewaar(request: ZorgRequest, nu: Signaleringslijst, form: LijstForm) -> HttpResponse:
    versie = form.cleaned_data["versie"] or 0
    try:
        na = probeer(
            form,
            lambda: lijst_wijzigen(door=request.werkplek, pk=nu.pk, versie=versie, gegevens=form.gegevens()),
        )
    except Verouderd:
        nu = get_lijst(request.werkplek, nu.pk)
        form = LijstForm(request.POST.dict() | {"versie": str(nu.versie)})
        return _bouw(request, form, nu, 409, verouderd=VEROUDERD)
    if na is None:
        return _bouw(request, form, nu, 422)
    concept_weg(door=request.werkplek, sleutel=_sleutel(nu))
    nieuw_ = "De lijst is een nieuwe versie. Antwoorden houden de oude." if na.pk != nu.pk else "Bewaard."
    gedaan(request, nieuw_)
    return redirect("ondersteuning:lijst", na.pk)


@vereist(Recht.LIJSTEN)
@require_GET
def lijst(request: ZorgRequest, pk: int) -> HttpResponse:
    """One list in full, with what one can do with it."""
    return render(request, "ondersteuning/lijsten/lijst.html", {"lijst": get_lijst(request.werkplek, pk)})


@vereist(Recht.LIJSTEN)
@require_GET
def voorbeeld(request: ZorgRequest, pk: int) -> HttpResponse:
    """The list as a colleague sees it on a phone, about nobody; it saves nothing."""
    nu = get_lijst(request.werkplek, pk)
    wie = coordinatoren(request.werkplek.school.pk, request.werkplek.dag)
    context = {"form": InvulForm(lijst=nu), "lijst": nu, "coordinator": wie[0] if wie else None}
    return render(request, "ondersteuning/lijsten/voorbeeld.html", context)


@vereist(Recht.LIJSTEN)
@require_POST
def kopie(request: ZorgRequest, pk: int) -> HttpResponse:
    """A copy to change."""
    try:
        nieuw_ = lijst_kopieren(door=request.werkplek, pk=pk)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return redirect("ondersteuning:lijst", pk)
    gedaan(request, "Dit is de kopie. Geef hem een eigen titel.")
    return redirect("ondersteuning:lijst_wijzig", nieuw_.pk)


@vereist(Recht.LIJSTEN)
@require_POST
def stop(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take a list out of use."""
    lijst_stoppen(door=request.werkplek, pk=pk, dag=request.werkplek.dag)
    gedaan(request, "Gestopt. Wat al uitstaat loopt door.")
    return redirect("ondersteuning:lijsten")
