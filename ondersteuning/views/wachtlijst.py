"""Waiting for a place: all who wait, one of them, and somebody added by hand."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access import VRAAG_MAX, zoek_leerlingen
from ondersteuning.access_aanbod import get_aanbod, lijst_ingezien, vrije_plekken
from ondersteuning.access_wachtlijst import (
    get_wachtplek,
    get_wachtplek_om_te_regelen,
    mag_wachtplek_regelen,
    wachtlijst,
)
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.wachtlijst import VervalForm, WachtForm, WachtplekForm
from ondersteuning.services.wachtlijst import op_wachtlijst, wachtplek_plannen, wachtplek_vervallen
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer


@vereist(Recht.AANBOD_LEERLINGEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """Everybody who waits and whose support one sees in full; a coordinator sees first where a place came free."""
    werkplek = request.werkplek
    pagina = wachtlijst(werkplek, request.GET.get("p"))
    lijst_ingezien(werkplek, "wachtplek", [(plek.pk, plek.leerling_id) for plek in pagina.rijen])
    context = {"pagina": pagina, "vrij": vrije_plekken(werkplek)}
    return render(request, "ondersteuning/aanbod/wachtlijst.html", context)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put a pupil on the waiting list of an offering; first he is looked up."""
    werkplek = request.werkplek
    aanbod = get_aanbod(werkplek, pk)
    leerling_id = gelezen_nummer(request.POST.get("leerling") or request.GET.get("leerling"))
    kring = eigenaar_kring(werkplek, leerling_id)
    form = WachtForm(request.POST or None, werkplek=werkplek, kring=kring, initial={"leerling": leerling_id})
    gekozen = form.fields["leerling"].queryset.filter(pk=leerling_id).first() if leerling_id else None
    if form.is_valid() and probeer(form, lambda: op_wachtlijst(
        door=werkplek, aanbod_id=pk, op=timezone.now(), **form.cleaned_data
    )):  # fmt: skip
        gedaan(request, f"Op de wachtlijst van {aanbod.naam}.")
        return redirect("ondersteuning:aanbod", pk)
    q = request.GET.get("q", "")[:VRAAG_MAX]
    context = {"aanbod": aanbod, "form": form, "leerling": gekozen, "q": q}
    context["gevonden"] = zoek_leerlingen(werkplek, q) if q and not gekozen else None
    return render(
        request, "ondersteuning/aanbod/wachtplek_nieuw.html", context, status=422 if form.errors else 200
    )


def _een(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    plek = get_wachtplek(request.werkplek, pk)
    kring = eigenaar_kring(request.werkplek, plek.leerling_id, plek.eigenaar_id)
    context = {
        "plek": plek,
        "form": WachtplekForm(instance=plek, werkplek=request.werkplek, kring=kring),
        **extra,
    }
    context["mag"] = mag_wachtplek_regelen(request.werkplek, plek)
    return render(request, "ondersteuning/aanbod/wachtplek.html", context, status=status)


@vereist(Recht.AANBOD_LEERLINGEN)
@require_GET
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """One place on a waiting list."""
    return _een(request, pk)


@vereist(Recht.AANBOD_LEERLINGEN)
@require_POST
def plan(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another owner, next date, reason to go first or help until then."""
    werkplek = request.werkplek
    plek = get_wachtplek_om_te_regelen(werkplek, pk)
    kring = eigenaar_kring(werkplek, plek.leerling_id, plek.eigenaar_id)
    form = WachtplekForm(request.POST, instance=plek, werkplek=werkplek, kring=kring)
    if not form.is_valid():
        return _een(request, pk, 422, form=form)
    velden = {naam: form.cleaned_data[naam] for naam in form.field_order if naam != "gelezen"}
    try:
        wachtplek_plannen(door=werkplek, pk=pk, versie=form.versie, **velden)
    except Verouderd:
        nu = get_wachtplek(werkplek, pk)
        verschil = form.verschillen(nu)
        form.op_nieuwste(nu)
        return _een(request, pk, 409, form=form, verouderd=verschil)
    gedaan(request, "Bewaard.")
    return redirect("ondersteuning:wachtplek", pk)


@vereist(Recht.AANBOD_LEERLINGEN)
@require_POST
def vervalt(request: ZorgRequest, pk: int) -> HttpResponse:
    """Waiting is not needed any more, for a reason."""
    get_wachtplek_om_te_regelen(request.werkplek, pk)
    form = VervalForm(request.POST)
    if not form.is_valid():
        return _een(request, pk, 422, verval_form=form)
    data = form.cleaned_data
    try:
        plek = wachtplek_vervallen(
            door=request.werkplek, pk=pk, versie=data["gelezen"], reden=data["reden"], op=timezone.now()
        )
    except Verouderd:
        return _een(request, pk, 409, verval_form=form, verouderd=[])
    except ValidationError as fout:
        form.add_error("reden", fout)
        return _een(request, pk, 422, verval_form=form)
    gedaan(request, "Van de wachtlijst gehaald.")
    return redirect("ondersteuning:aanbod", plek.aanbod_id)
