"""For the school: what outsiders see of one item, in which words, and on which ground with the name."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.views.trajectvorm import draai_terug, geweigerd, naar_nieuwste, verstuur, verzonden
from overleg.access_extern import verraden
from overleg.access_puntextern import get_punt_extern, wie_hoort_wat
from overleg.forms.extern import ExternForm, GrondForm
from overleg.loop import Stap, mag_stap
from overleg.models import Agendapunt
from overleg.models.agenda import Wetsgrond
from overleg.services.extern import extern_zetten, grond_intrekken, grond_vastleggen
from overleg.soorten import regels
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit punt net aan. Kijk wat er nu staat; wat jij typte staat er nog."


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def punt_extern(request: ZorgRequest, pk: int) -> HttpResponse:
    """What the outsiders of this meeting see of an item; a text for them that names the pupil gets a warning."""
    punt, _ = get_punt_extern(request.werkplek, pk)
    form = ExternForm(verzonden(request), punt=punt)
    uit = verstuur(request, form, lambda: _bewaar(request, pk, form), VEROUDERD)
    if uit.waarde is None:
        return _toon(request, punt, form, status=uit.status)
    zin = "De externen zien dit punt" if uit.waarde.voor_externen else "De externen zien dit punt niet"
    gedaan(request, f"Bewaard. {zin}.")
    return redirect("overleg:punt_extern", pk)


def _bewaar(request: ZorgRequest, pk: int, form: ExternForm) -> Agendapunt:
    data = form.cleaned_data
    return extern_zetten(
        door=request.werkplek,
        pk=pk,
        versie=data["versie"],
        voor_externen=data["voor_externen"],
        tekst=data["tekst_extern"],
    )


def _toon(
    request: ZorgRequest, punt: Agendapunt, form: ExternForm, status: int = 200, **extra: Any
) -> HttpResponse:
    """The page; after "somebody was first" about the newest version, with what stands there now."""
    if status == 409:
        naar_nieuwste(form, punt.versie)
    context = {
        "punt": punt,
        "o": punt.overleg,
        "form": form,
        "verouderd": status == 409,
        "open": mag_stap(punt.overleg.status, Stap.AGENDA),
        "externen": regels(punt.overleg.soort).externen,
        "partners": wie_hoort_wat(request.werkplek, punt),
        "let_op": verraden(punt, form["tekst_extern"].value() or ""),
        "gronden": Wetsgrond.choices,
        **extra,
    }
    return render(request, "overleg/extern_punt.html", context, status=status)


@vereist(Recht.OVERLEG)
@require_POST
def grond(request: ZorgRequest, pk: int) -> HttpResponse:
    """Record the ground on which one partner hears the name."""
    punt, _ = get_punt_extern(request.werkplek, pk)
    form = GrondForm(request.POST)
    uit = geweigerd(form, lambda: _leg_vast(request, pk, form), VEROUDERD)
    if uit.waarde is None:
        return _toon(
            request,
            punt,
            ExternForm(None, punt=punt),
            uit.status,
            grondform=form,
            grond_van=form.cleaned_data.get("partner"),
        )
    gedaan(request, f"Vastgelegd: {uit.waarde.partner.naam} hoort de naam.")
    return redirect("overleg:punt_extern", pk)


def _leg_vast(request: ZorgRequest, pk: int, form: Form) -> Any:
    data = form.cleaned_data
    return grond_vastleggen(
        door=request.werkplek,
        punt_id=pk,
        partner_id=data["partner"],
        grond=data["grond"],
        uitleg=data["uitleg"],
        op=timezone.now(),
    )


@vereist(Recht.OVERLEG)
@require_POST
def grond_weg(request: ZorgRequest, pk: int, grond: int) -> HttpResponse:
    """Withdraw a recorded ground."""
    get_punt_extern(request.werkplek, pk)
    draai_terug(
        request,
        lambda: grond_intrekken(door=request.werkplek, punt_id=pk, pk=grond, op=timezone.now()),
        VEROUDERD,
        "Ingetrokken. Deze organisatie hoort de naam niet meer op die grond.",
    )
    return redirect("overleg:punt_extern", pk)
