"""Who does what: tasks per line, and who does each, answers for it, is asked and is told."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_taken import get_taak, houders_van, per_lijn, taken_van
from ondersteuning.forms.taken import HouderForm, TaakForm
from ondersteuning.models import Ondersteuningstaak, Taakletter
from ondersteuning.services.taken import (
    beginset_taken,
    houder_erbij,
    houder_weg,
    taak_bewaren,
    taak_terug,
    taak_vervallen,
)
from ondersteuning.views.aanbod import versie_uit
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.AANBOD_ZIEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """All tasks; what nobody holds stands out."""
    taken = taken_van(request.werkplek)
    context = {
        "lijnen": per_lijn(taken),
        "letters": Taakletter,
        "niemand": sum(t.niemand for t in taken),
        "taken": taken,
    }
    return render(request, "ondersteuning/taken/lijst.html", context)


def _een(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    taak = get_taak(request.werkplek, pk)
    context = {
        "taak": taak,
        "delen": houders_van(request.werkplek, taak),
        "form": TaakForm(instance=taak),
        "houder_form": HouderForm(werkplek=request.werkplek, auto_id="houder_%s"),
        **extra,
    }
    return render(request, "ondersteuning/taken/taak.html", context, status=status)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def taak(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number) or change a task."""
    werkplek = request.werkplek
    rij = get_taak(werkplek, pk) if pk else Ondersteuningstaak()
    form = TaakForm(request.POST or None, instance=rij)
    try:
        bewaard = form.is_valid() and probeer(
            form, lambda: taak_bewaren(door=werkplek, taak=form.instance, versie=form.versie)
        )
    except Verouderd:
        nu = get_taak(werkplek, pk)
        verschil = form.verschillen(nu)
        form.op_nieuwste(nu)
        return _een(request, pk, 409, form=form, verouderd=verschil)
    if bewaard:
        gedaan(request, f"{bewaard.naam}: bewaard.")
        return redirect("ondersteuning:taak", bewaard.pk)
    status = 422 if form.errors else 200
    if pk:
        return _een(request, pk, status, form=form)
    return render(request, "ondersteuning/taken/nieuw.html", {"form": form}, status=status)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def houder(request: ZorgRequest, pk: int) -> HttpResponse:
    """Give a role or a colleague a part in a task."""
    get_taak(request.werkplek, pk)
    form = HouderForm(request.POST, werkplek=request.werkplek, auto_id="houder_%s")
    if form.is_valid():
        try:
            vorige = houder_erbij(door=request.werkplek, taak_id=pk, **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout.messages)
        else:
            wie = vorige.wie if vorige else ""
            gedaan(request, f"Bewaard, in plaats van {wie}." if wie else "Bewaard.")
            return redirect("ondersteuning:taak", pk)
    return _een(request, pk, 422, houder_form=form)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def houder_eraf(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take a part in a task away."""
    weg = houder_weg(door=request.werkplek, pk=pk)
    gedaan(request, f"{weg.wie} is eraf gehaald.")
    return redirect("ondersteuning:taak", weg.taak_id)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def vervalt(request: ZorgRequest, pk: int) -> HttpResponse:
    """End a task, or (with `terug`) take that back."""
    try:
        if "terug" in request.GET:
            taak_terug(door=request.werkplek, pk=pk)
            gedaan(request, "De taak is terug.")
        else:
            taak = taak_vervallen(door=request.werkplek, pk=pk, versie=versie_uit(request))
            terug = f"{reverse('ondersteuning:taak_vervalt', args=[pk])}?terug"
            gedaan(request, f"{taak.naam}: vervallen.", herstel=terug)
    except Verouderd:
        messages.error(request, "Een collega paste deze taak net aan. Kijk eerst hoe die er nu staat.")
        return redirect("ondersteuning:taak", pk)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("ondersteuning:taken")


@vereist(Recht.AANBOD_WIJZIGEN)
@require_POST
def beginset(request: ZorgRequest) -> HttpResponse:
    """Lay down tasks to begin with."""
    try:
        aantal = beginset_taken(door=request.werkplek)
        gedaan(request, f"{aantal} taken neergezet. Pas ze aan tot ze kloppen voor jullie school.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("ondersteuning:taken")
