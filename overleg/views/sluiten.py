"""Closing a meeting: what is left, and one click; opening it again on the same day."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.views.trajectvorm import naar_nieuwste, verstuur, verzonden
from overleg.access import deelnemers_van, get_overleg_om
from overleg.access_sluiten import Rest, rest_van
from overleg.access_verslag import get_verslag
from overleg.forms.sluiten import HeropenForm, SluitForm
from overleg.loop import Overlegstatus, Stap, mag_stap
from overleg.models import Overleg
from overleg.services.sluiten import overleg_afsluiten, overleg_heropenen
from overleg.views.live import OVER
from overleg.views.verslag import toon_verslag
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dag_maand

VEROUDERD = "Een collega was je net voor. Dit is de stand van nu; kijk nog even en sluit dan af."
AL = "Dit overleg is al afgesloten."


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def overleg_sluiten(request: ZorgRequest, pk: int) -> HttpResponse:
    """What is left of a meeting that is on, and the button that closes it."""
    overleg, _ = get_overleg_om(request.werkplek, pk, "leiden")
    if not mag_stap(overleg.status, Stap.AFSLUITEN):
        return _elders(request, overleg)
    rest = rest_van(request.werkplek, overleg)
    form = _vorm(request, overleg, rest)
    uit = verstuur(
        request,
        form,
        lambda: overleg_afsluiten(door=request.werkplek, pk=pk, keuze=form.keuze(), op=timezone.now()),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Afgesloten. Iedereen krijgt nu bericht dat het verslag klaarstaat.")
        return redirect("overleg:verslag", pk)
    return _toon(request, overleg, rest, form, uit.status)


def _elders(request: ZorgRequest, overleg: Overleg) -> HttpResponse:
    """Where one goes when it is not on: closed by somebody else, or never begun."""
    if overleg.status == Overlegstatus.AFGESLOTEN:
        messages.info(request, AL)
        return redirect("overleg:verslag", overleg.pk)
    messages.info(request, OVER[Overlegstatus(overleg.status)])
    return redirect("overleg:overleg", overleg.pk)


def _vorm(request: ZorgRequest, overleg: Overleg, rest: Rest) -> SluitForm:
    dag = dag_maand(timezone.localdate(overleg.begin))
    return SluitForm(
        verzonden(request),
        niet_besproken=rest.niet_besproken,
        met_vervolg=rest.met_vervolg,
        resultaat=f"Besproken op {dag}. De afspraken staan in het verslag.",
        initial={"versie": overleg.versie},
    )


def _toon(request: ZorgRequest, overleg: Overleg, rest: Rest, form: SluitForm, status: int) -> HttpResponse:
    """The page; after "somebody was first" about the newest state, with what was chosen and typed."""
    if status == 409:
        overleg, _ = get_overleg_om(request.werkplek, overleg.pk, "leiden")
        if not mag_stap(overleg.status, Stap.AFSLUITEN):
            return _elders(request, overleg)
        rest = rest_van(request.werkplek, overleg)
        nieuw = _vorm(request, overleg, rest)
        naar_nieuwste(nieuw, overleg.versie)
        for punt in rest.met_vervolg:
            nieuw.data[f"vervolg_{punt.pk}"] = str(punt.vervolg.versie)  # type: ignore[index, union-attr]
        nieuw.add_error(None, VEROUDERD)
        form = nieuw
    context = {"o": overleg, "rest": rest, "form": form, "deelnemers": deelnemers_van(overleg.pk)}
    return render(request, "overleg/sluiten.html", context, status=status)


@vereist(Recht.OVERLEG)
@require_POST
def overleg_heropen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Open it again, with the reason, on the day it was closed."""
    overleg, _ = get_overleg_om(request.werkplek, pk, "leiden")
    if mag_stap(overleg.status, Stap.NOTULEREN):
        return redirect("overleg:live", pk)
    if overleg.status != Overlegstatus.AFGESLOTEN:
        return _elders(request, overleg)
    form = HeropenForm(request.POST)
    uit = verstuur(
        request,
        form,
        lambda: overleg_heropenen(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data),
        VEROUDERD,
    )
    if not uit.waarde:
        return toon_verslag(request, get_verslag(request.werkplek, pk), uit.status, heropen_form=form)
    gedaan(
        request, "Het overleg is weer open. Sluit je het af, dan krijgt alleen bericht wie iets nieuws leest."
    )
    return redirect("overleg:live", pk)
