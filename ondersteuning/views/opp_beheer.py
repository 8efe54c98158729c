"""What the coordinator arranges around one OPP: who writes it, putting it before the schoolleiding, closing it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.access_opp import get_opp_heel, in_voorbereiding, versies_van
from ondersteuning.access_opp_voorleggen import kring_van_leiding, ligt_er_nog, voorleggingen_van
from ondersteuning.forms.opp_hub import LeidingForm, OpstellerForm, SluitOppForm
from ondersteuning.models import Opp, OppStatus
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppopstellers import OpstellerKring
from ondersteuning.services.opp_leiding import opp_aan_leiding, opp_leiding_intrekken
from ondersteuning.services.opp_sluiten import opp_afsluiten, opp_opsteller
from ondersteuning.views.oppschets import schetsen, vul, weg
from zorgapp.accounts.forms.basis import getypt, probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit net aan. Wat jij typte staat er nog; kijk eerst wat er nu staat."
Doe = Callable[..., Any]


@vereist(Recht.OPP_BEHEREN)
@require_GET
def beheer(request: ZorgRequest, pk: int) -> HttpResponse:
    """The three forms on a page."""
    return _toon(request, pk)


def _sleutel(pk: int, naam: str) -> str:
    """The key of one's own draft of one of the forms."""
    return f"opp:{pk}:{naam}"


def _open(request: ZorgRequest, pk: int) -> Opp:
    opp, mag, _ = get_opp_heel(request.werkplek, pk)
    if not mag.beheren:
        raise PermissionDenied("opp beheren")
    return opp


def _toon(request: ZorgRequest, pk: int, status: int = 200, **gestuurd: forms.Form) -> HttpResponse:
    opp, werkplek = _open(request, pk), request.werkplek
    concept = in_voorbereiding(versies_van(pk))
    bij_leiding = voorleggingen_van(pk)
    formulieren: dict[str, forms.Form] = {
        "opsteller": OpstellerForm(kring=OpstellerKring.voor(werkplek, opp.leerling)),
        "leiding": LeidingForm(kring=kring_van_leiding(werkplek), vandaag=werkplek.dag),
        "sluit": SluitOppForm(initial={"einddatum": werkplek.dag}),
    } | gestuurd
    ligt_bij = next((v for v in bij_leiding if ligt_er_nog(v, werkplek)), None)
    eigen = schetsen(werkplek, [_sleutel(pk, naam) for naam in ("leiding", "sluit")])
    for naam in ("leiding", "sluit"):
        vul(formulieren[naam], eigen[_sleutel(pk, naam)])
    weg_van_pagina = {"leiding": not concept or ligt_bij, "sluit": opp.status == OppStatus.AFGESLOTEN}
    context = {
        "opp": opp,
        "concept": concept,
        "ligt_bij": ligt_bij,
        "voorleggingen": bij_leiding,
        "kwijt": [form for naam, form in gestuurd.items() if weg_van_pagina.get(naam) and getypt(form)],
        "getypt": [tekst for form in gestuurd.values() for tekst in getypt(form)],
        "attrs": {naam: eigen[_sleutel(pk, naam)].attrs for naam in ("leiding", "sluit")},
        **formulieren,
    }
    return render(request, "ondersteuning/opp/beheer.html", context, status=status)


def _doe(request: ZorgRequest, pk: int, naam: str, form: forms.Form, doe: Doe, zin: str) -> HttpResponse:
    """Run a service for one of the forms; what it refuses stands at the form, which keeps what was typed."""
    status = 422
    if form.is_valid():
        try:
            if probeer(form, lambda: doe(door=request.werkplek, pk=pk, **form.cleaned_data)):
                weg(request.werkplek, _sleutel(pk, naam))
                gedaan(request, zin)
                return redirect("ondersteuning:opp", pk)
        except Verouderd:
            status = 409
            form.add_error(None, VEROUDERD)
        except DaadNietToegestaan as fout:
            status = 409
            form.add_error(None, str(fout))
    return _toon(request, pk, status, **{naam: form})


@vereist(Recht.OPP_BEHEREN)
@require_POST
def opsteller(request: ZorgRequest, pk: int) -> HttpResponse:
    """Name another opsteller."""
    kring = OpstellerKring.voor(request.werkplek, _open(request, pk).leerling)
    form = OpstellerForm(request.POST, kring=kring)
    return _doe(request, pk, "opsteller", form, opp_opsteller, "Bewaard. Je collega schrijft dit verder.")


@vereist(Recht.OPP_BEHEREN)
@require_POST
def leiding(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put the version in the making before a schoolleider; with `stop` it no longer lies there."""
    if "stop" in request.POST:
        aantal = opp_leiding_intrekken(door=request.werkplek, pk=pk)
        gedaan(request, "De schoolleiding ziet dit niet meer." if aantal else "Er lag niets meer voor.")
        return redirect("ondersteuning:opp_beheer", pk)
    _open(request, pk)
    werkplek = request.werkplek
    form = LeidingForm(request.POST, kring=kring_van_leiding(werkplek), vandaag=werkplek.dag)

    def doe(**velden: Any) -> Any:
        return opp_aan_leiding(op=timezone.now(), **velden)

    return _doe(request, pk, "leiding", form, doe, "Voorgelegd. Je hoort het als er is besloten.")


@vereist(Recht.OPP_BEHEREN)
@require_POST
def afsluiten(request: ZorgRequest, pk: int) -> HttpResponse:
    """End it."""
    _open(request, pk)

    def doe(**velden: Any) -> Any:
        return opp_afsluiten(op=timezone.now(), **velden)

    return _doe(request, pk, "sluit", SluitOppForm(request.POST), doe, "Afgesloten.")
