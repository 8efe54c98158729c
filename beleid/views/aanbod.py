"""The offer text of the schoolgids: reading a version, beginning one, writing it with a live preview."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beleid.aanbodbeeld import SJABLOON, Aanbodbeeld, beeld, op_scherm, stand_van
from beleid.aanbodstand import jaar_aan_de_beurt
from beleid.access_aanbod import get_aanbodtekst, get_regel, teksten_van
from beleid.forms.aanbod import AanbodtekstForm, AlineaForm
from beleid.models import Aanbodtekst, Aanbodtekststatus
from beleid.services.aanbodtekst import (
    DELEN,
    aanbodtekst_beginnen,
    aanbodtekst_schrijven,
    aanbodtekst_weggooien,
    alinea_schrijven,
)
from beleid.views.beleid import gevraagd_jaar
from beleid.views.concept import begin_van
from ondersteuning.views.trajectvorm import geweigerd, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.services import concept_weg

VEROUDERD = "Een collega paste dit net aan. Kijk wat er nu staat; wat jij typte staat er nog."


def naar_tekst(tekst: Aanbodtekst) -> HttpResponse:
    """To the page of one version."""
    return redirect(f"{reverse('beleid:aanbodtekst')}?jaar={tekst.jaar}&versie={tekst.nummer}")


def _jaar(request: ZorgRequest) -> Schooljaar:
    """The year in the address, else the one that is worked at; 404 for what is none."""
    return gevraagd_jaar(request) if request.GET.get("jaar") else jaar_aan_de_beurt(request.werkplek.dag)


def _gekozen(teksten: list[Aanbodtekst], gevraagd: str | None, werkt: bool) -> Aanbodtekst | None:
    """The version in the address, else the newest: of who does not write first one that is no draft. 404 for another number."""
    if gevraagd is None:
        klaar = [t for t in teksten if werkt or t.status != Aanbodtekststatus.CONCEPT]
        return next(iter([*klaar, *teksten]), None)
    tekst = next((t for t in teksten if str(t.nummer) == gevraagd), None)
    if tekst is None:
        raise Http404("aanbodtekst")
    return tekst


@vereist(Recht.BELEID_JAAR)
@require_GET
def aanbodtekst(request: ZorgRequest) -> HttpResponse:
    """The text of a school year as parents read it, with what is different from last year, and the steps one may take."""
    werkplek, jaar = request.werkplek, _jaar(request)
    teksten = teksten_van(werkplek, jaar)
    werkt = werkplek.mag(Recht.BELEID_WERKEN)
    tekst = _gekozen(teksten, request.GET.get("versie"), werkt)
    nu = Schooljaar.van(werkplek.dag)
    context: dict[str, Any] = {
        "jaar": jaar,
        "vorig": Schooljaar(jaar.beginjaar - 1) if nu.beginjaar - jaar.beginjaar < 5 else None,
        "volgend": Schooljaar(jaar.beginjaar + 1) if jaar <= nu else None,
        "stand": stand_van(jaar, werkplek, teksten),
        "tekst": tekst,
        "andere": [t for t in teksten if t != tekst],
        "mag_beginnen": jaar >= nu and not any(t.status != Aanbodtekststatus.VASTGESTELD for t in teksten),
        "werkt": werkt,
        "besluit": werkplek.mag(Recht.BELEID_VASTSTELLEN),
    }
    if tekst is not None:
        context["b"] = op_scherm(beeld(werkplek, tekst), request.GET.get("p"))
    return render(request, "beleid/aanbod.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def begin(request: ZorgRequest) -> HttpResponse:
    """Begin a version of the year in the address, or go on with the one that is open."""
    jaar = _jaar(request)
    uit = geweigerd(
        AanbodtekstForm(),
        lambda: aanbodtekst_beginnen(door=request.werkplek, jaar=jaar, op=timezone.now()),
        VEROUDERD,
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return redirect(f"{reverse('beleid:aanbodtekst')}?jaar={jaar}")
    return redirect("beleid:aanbodtekst_schrijven", uit.waarde.pk)


def concept_van(request: ZorgRequest, pk: int) -> Aanbodtekst | HttpResponse:
    """The version when it can still be written, else the way to its page."""
    tekst = get_aanbodtekst(request.werkplek, pk)
    if tekst.status == Aanbodtekststatus.CONCEPT or request.method == "POST":
        return tekst
    return naar_tekst(tekst)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def schrijven(request: ZorgRequest, pk: int) -> HttpResponse:
    """The three parts beside the text as parents will read it; what is typed is kept on the server meanwhile."""
    werkplek, tekst = request.werkplek, concept_van(request, pk)
    if isinstance(tekst, HttpResponse):
        return tekst
    sleutel = f"aanbodtekst:{tekst.pk}"
    bekend = begin_van(werkplek, sleutel, {deel: getattr(tekst, deel) for deel in DELEN}, tekst.versie)
    form = AanbodtekstForm(verzonden(request), initial=bekend.velden)

    def schrijf() -> Aanbodtekst:
        data = form.cleaned_data
        delen = {deel: data[deel] for deel in DELEN}
        return aanbodtekst_schrijven(door=werkplek, pk=pk, versie=data["versie"] or 0, **delen)

    uit = verstuur(request, form, schrijf, VEROUDERD)
    if uit.waarde is not None:
        concept_weg(door=werkplek, sleutel=sleutel)
        gedaan(request, "Bewaard.")
        return naar_tekst(uit.waarde)
    form.helper.attrs |= bekend.attrs
    typte = _getypt(form) if form.is_bound else {deel: bekend.velden[deel] for deel in DELEN}
    gezien, achter = beeld(werkplek, tekst, **typte), bekend.achter and not form.is_bound
    return _schrijfpagina(request, form, tekst, gezien, uit.status, achter=achter)


def _schrijfpagina(
    request: ZorgRequest,
    form: AanbodtekstForm,
    tekst: Aanbodtekst,
    gezien: Aanbodbeeld,
    status: int,
    achter: bool,
) -> HttpResponse:
    if status == 409:
        naar_nieuwste(form, tekst.versie)
    context = {"form": form, "tekst": tekst, "b": op_scherm(gezien, request.GET.get("p")), "eigen": True}
    context |= {"verouderd": achter or status == 409, "achter": achter}
    return render(request, "beleid/aanbod_schrijven.html", context, status=status)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def weggooien(request: ZorgRequest, pk: int) -> HttpResponse:
    """Throw away a version that was not set."""
    tekst, versie = get_aanbodtekst(request.werkplek, pk), gelezen_versie(request.POST.get("versie", ""))
    uit = geweigerd(
        AanbodtekstForm(),
        lambda: aanbodtekst_weggooien(door=request.werkplek, pk=pk, versie=versie),
        VEROUDERD,
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return naar_tekst(tekst)
    concept_weg(door=request.werkplek, sleutel=f"aanbodtekst:{pk}")
    gedaan(request, f"Versie {tekst.nummer} is weggegooid.")
    return redirect(f"{reverse('beleid:aanbodtekst')}?jaar={uit.waarde}")


def _getypt(form: AanbodtekstForm) -> dict[str, str]:
    """What was typed, as far as it holds."""
    form.is_valid()
    return {deel: form.cleaned_data[deel] for deel in DELEN if deel in form.cleaned_data}


@vereist(Recht.BELEID_WERKEN)
@require_POST
def voorbeeld(request: ZorgRequest, pk: int) -> HttpResponse:
    """The live preview: the text with what is being typed; nothing is saved."""
    tekst = get_aanbodtekst(request.werkplek, pk)
    gezien = beeld(request.werkplek, tekst, **_getypt(AanbodtekstForm(request.POST)))
    gezien = op_scherm(gezien, request.GET.get("p"))
    eigen = tekst.status == Aanbodtekststatus.CONCEPT
    return render(request, SJABLOON, {"b": gezien, "tekst": tekst, "merken": True, "eigen": eigen})


def _woordenvorm(request: ZorgRequest, sleutel: str, versie: int, nu: str) -> tuple[AlineaForm, bool]:
    """The form with what was typed before, which it goes on keeping on the server, and whether that is older."""
    bekend = begin_van(request.werkplek, sleutel, {"woorden": nu}, versie)
    form = AlineaForm(verzonden(request), initial=bekend.velden)
    form.helper.attrs |= bekend.attrs
    return form, bekend.achter and not form.is_bound


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def woorden(request: ZorgRequest, pk: int, stam: UUID) -> HttpResponse:
    """The school's own words for one offering."""
    werkplek, tekst = request.werkplek, concept_van(request, pk)
    if isinstance(tekst, HttpResponse):
        return tekst
    aanbod, alinea = get_regel(werkplek, tekst, stam)
    versie, sleutel = alinea.versie if alinea else 0, f"aanbodalinea:{tekst.pk}:{aanbod.pk}"
    nu = alinea.woorden if alinea else aanbod.omschrijving
    form, achter = _woordenvorm(request, sleutel, versie, nu)

    def schrijf() -> Aanbodtekst:
        velden = {"versie": form.cleaned_data["versie"] or 0, "woorden": form.cleaned_data["woorden"]}
        return alinea_schrijven(door=werkplek, pk=pk, stam=stam, **velden)

    uit = verstuur(request, form, schrijf, VEROUDERD)
    if uit.waarde is not None:
        concept_weg(door=werkplek, sleutel=sleutel)
        gedaan(request, "Bewaard.")
        return redirect("beleid:aanbodtekst_schrijven", pk)
    if uit.status == 409:
        naar_nieuwste(form, versie)
    context = {"form": form, "tekst": tekst, "aanbod": aanbod, "alinea": alinea, "nu": nu}
    context |= {"verouderd": achter or uit.status == 409, "achter": achter}
    return render(request, "beleid/aanbod_woorden.html", context, status=uit.status)
