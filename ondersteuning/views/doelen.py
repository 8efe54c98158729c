"""Goals of a trajectory: adding, changing, dropping, and one tap for where it stands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.access_traject import get_doel, get_traject_om_te_sturen
from ondersteuning.forms.doelen import DoelForm, StandForm, VervalForm
from ondersteuning.models import Stand
from ondersteuning.services.doelen import (
    doel_laten_vervallen,
    doel_toevoegen,
    doel_wijzigen,
    stand_vastleggen,
)
from ondersteuning.views.trajectvorm import geweigerd, toon_vorm, verstuur, verzonden
from zorgapp.accounts.forms.basis import getypt
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = (
    "Een collega paste dit doel net aan. Hieronder staat wat jij typte; wat er nu staat, staat erboven."
)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """A goal more."""
    traject = get_traject_om_te_sturen(request.werkplek, pk)
    form = DoelForm(verzonden(request), traject=traject)
    uit = verstuur(
        request,
        form,
        lambda: doel_toevoegen(door=request.werkplek, traject_id=pk, gegevens=form.gegevens()),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Het doel staat erbij.")
        return redirect("ondersteuning:traject", pk)
    return toon_vorm(request, form, traject, "Doel erbij", uit.status)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def doel(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change a goal."""
    rij = get_doel(request.werkplek, pk)
    form = DoelForm(verzonden(request), traject=rij.traject, doel=rij)
    uit = verstuur(
        request,
        form,
        lambda: doel_wijzigen(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"] or 0,
            gegevens=form.gegevens(),
        ),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Bewaard.")
        return redirect("ondersteuning:traject", rij.traject_id)
    verval = VervalForm(initial={"versie": rij.versie})
    extra = {"doel": rij, "verval_form": verval, "versie": rij.versie}
    return toon_vorm(request, form, rij.traject, "Wijzig het doel", uit.status, **extra)


@vereist(Recht.TRAJECT)
@require_POST
def vervallen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Drop a goal, with the reason."""
    rij = get_doel(request.werkplek, pk)
    form = VervalForm(request.POST)
    uit = geweigerd(
        form,
        lambda: doel_laten_vervallen(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"],
            reden=form.cleaned_data["reden"],
        ),
        VEROUDERD,
    )
    if uit.waarde is None:
        leeg = DoelForm(traject=rij.traject, doel=rij)
        extra = {"doel": rij, "verval_form": form, "versie": rij.versie}
        extra["kwijt"] = getypt(form) if rij.vervallen_op else []
        return toon_vorm(request, leeg, rij.traject, "Wijzig het doel", uit.status, **extra)
    gedaan(request, "Het doel is vervallen. Je ziet het nog bij de vervallen doelen.")
    return redirect("ondersteuning:traject", rij.traject_id)


@vereist(Recht.TRAJECT)
@require_POST
def stand(request: ZorgRequest, pk: int) -> HttpResponse:
    """One tap: where a goal stands now."""
    rij = get_doel(request.werkplek, pk)
    form = StandForm(request.POST)
    uit = geweigerd(
        form,
        lambda: stand_vastleggen(
            door=request.werkplek,
            doel_id=pk,
            stand=form.cleaned_data["stand"],
            toelichting=form.cleaned_data["toelichting"],
        ),
        VEROUDERD,
    )
    if uit.waarde is None:
        messages.error(request, uit.melding or "Kies een stand van -2 tot en met +2.")
    else:
        gedaan(request, f"Bijgehouden: {Stand(uit.waarde.stand).label}.")
    naar = reverse("ondersteuning:traject", args=[rij.traject_id]) + f"#doel-{pk}"
    terug = form.is_valid() and form.cleaned_data["terug"] == "caseload"
    return redirect(reverse("ondersteuning:caseload") + "#h-scoren" if terug else naar)
