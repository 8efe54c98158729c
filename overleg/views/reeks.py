"""Series: making one after seeing its days, its page, changing and stopping it, standing participants."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.views.trajectvorm import (
    Uitkomst,
    draai_terug,
    geweigerd,
    naar_nieuwste,
    verstuur,
    verzonden,
)
from overleg.access import get_reeks
from overleg.access_plannen import (
    docenten_van_klas,
    leden_van_reeks,
    volgende_van_reeks,
    vrije_dagen_tussen,
)
from overleg.forms.reeks import ReeksForm, vingerafdruk
from overleg.models import Overlegreeks, Overlegsoort
from overleg.planbeeld import overgeslagen
from overleg.services.overleg import Lid, eis_soort
from overleg.services.reeks import (
    Gevolg,
    dagen_van,
    reeks_maken,
    reeks_stoppen,
    reeks_wijzigen,
)
from overleg.services.reeksleden import lid_toevoegen, lid_weg
from overleg.soorten import SOORTEN, te_plannen
from overleg.views.deelnemervorm import lege_vormen, verzonden_vorm
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Een collega paste deze reeks net aan. Kijk wat er nu staat; wat jij typte staat er nog."


@vereist(Recht.OVERLEG_PLANNEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """First which kind, then the rhythm; its days are shown before anything is saved."""
    werkplek = request.werkplek
    mogelijk = [s for s in te_plannen(werkplek.rollen) if s != Overlegsoort.MDO]
    soort = request.GET.get("soort", mogelijk[0] if len(mogelijk) == 1 else "")
    if not soort:
        context = {"keuzes": [(s, SOORTEN[s]) for s in mogelijk], "reeks": True}
        return render(request, "overleg/plannen_soort.html", context)
    eis_soort(werkplek, soort)
    form = ReeksForm(verzonden(request), werkplek=werkplek, soort=soort)
    dagen = _dagen(form)
    if dagen and form.cleaned_data["bevestig"] == vingerafdruk(dagen):
        uit = verstuur(request, form, lambda: _maak(request, form), VEROUDERD)
        if uit.waarde:
            gedaan(
                request,
                f"De reeks staat: {hoeveel(len(dagen), 'overleg', 'overleggen')}. Kies wie er vast bij is.",
            )
            return redirect("overleg:reeks", uit.waarde.pk)
    return _toon_nieuw(request, form, soort, dagen)


def _dagen(form: ReeksForm) -> list[date]:
    """The days of what was filled in; none when something is wrong, which the form then says."""
    if not form.is_bound or not form.is_valid():
        return []
    return probeer(form, lambda: dagen_van(form.plan())) or []


def _maak(request: ZorgRequest, form: ReeksForm) -> Overlegreeks:
    klas = form.cleaned_data.get("klas")
    leden = [Lid(collega) for collega in docenten_van_klas(request.werkplek, klas)] if klas else []
    return reeks_maken(door=request.werkplek, plan=form.plan(), leden=leden, op=timezone.now())


def _toon_nieuw(request: ZorgRequest, form: ReeksForm, soort: str, dagen: list[date]) -> HttpResponse:
    """The form, and with days below it what would be made and what is skipped."""
    context: dict[str, Any] = {"form": form, "soort": Overlegsoort(soort)}
    if dagen and not form.errors:
        plan = form.plan()
        vrij = vrije_dagen_tussen(request.werkplek, plan.eerste_op, plan.tot)
        context |= {
            "dagen": dagen,
            "overgeslagen": overgeslagen(plan.eerste_op, plan.tot, vrij),
            "bevestig": vingerafdruk(dagen),
            "ingevuld": [
                (n, w) for n, w in form.data.items() if n not in {"bevestig", "csrfmiddlewaretoken"}
            ],
        }
    return render(request, "overleg/plannen_reeksvorm.html", context, status=422 if form.errors else 200)


@vereist(Recht.OVERLEG)
@require_GET
def reeks(request: ZorgRequest, pk: int) -> HttpResponse:
    """Its rhythm, the meetings to come and the standing participants."""
    return _een(request, pk)


def _een(request: ZorgRequest, pk: int, status: int = 200, **formulieren: Any) -> HttpResponse:
    werkplek = request.werkplek
    rij, leidt = get_reeks(werkplek, pk)
    leden = leden_van_reeks(rij.pk)
    context: dict[str, Any] = {
        "r": rij,
        "leidt": leidt and not rij.gestopt_op,
        "leden": leden,
        "pagina": volgende_van_reeks(werkplek, rij, request.GET.get("p")),
    }
    if context["leidt"]:
        context |= lege_vormen(werkplek, rij.soort, [lid.user_id for lid in leden])
    return render(request, "overleg/plannen_reeks.html", context | formulieren, status=status)


def _meld(request: ZorgRequest, gevolg: Gevolg, zin: str) -> None:
    """Say what happened, and which meetings stay as they are."""
    gedaan(request, zin)
    if gevolg.blijven:
        dagen = ", ".join(dag_maand(o.begin, request.werkplek.dag) for o in gevolg.blijven[:8])
        meer = f" en nog {len(gevolg.blijven) - 8}" if len(gevolg.blijven) > 8 else ""
        messages.warning(request, f"Deze bleven zoals ze waren: {dagen}{meer}. Kijk of dat klopt.")


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another time, place or leader for the meetings to come, or a later end."""
    rij = _te_leiden(request, pk)
    form = ReeksForm(verzonden(request), werkplek=request.werkplek, soort=rij.soort, reeks=rij)
    uit: Uitkomst[Gevolg] = verstuur(
        request,
        form,
        lambda: reeks_wijzigen(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"] or 0,
            plan=form.plan(),
            op=timezone.now(),
        ),
        VEROUDERD,
    )
    if uit.waarde:
        return _gewijzigd(request, pk, uit.waarde)
    if uit.status == 409:
        naar_nieuwste(form, rij.versie)
    context = {"form": form, "r": rij, "verouderd": uit.status == 409}
    return render(request, "overleg/plannen_reeksvorm.html", context, status=uit.status)


def _gewijzigd(request: ZorgRequest, pk: int, gevolg: Gevolg) -> HttpResponse:
    erbij = f" Er kwamen er {gevolg.erbij} bij." if gevolg.erbij else ""
    mee = hoeveel(gevolg.mee, "overleg past zich aan", "overleggen passen zich aan")
    _meld(request, gevolg, f"Bewaard: {mee}.{erbij}")
    return redirect("overleg:reeks", pk)


def _te_leiden(request: ZorgRequest, pk: int) -> Overlegreeks:
    """A series one leads; 403 for who only sees it."""
    rij, leidt = get_reeks(request.werkplek, pk)
    if not leidt:
        raise PermissionDenied("overlegreeks leiden")
    return rij


@vereist(Recht.OVERLEG)
@require_POST
def stoppen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Stop it; what is on an agenda stays."""
    _te_leiden(request, pk)
    versie = gelezen_versie(request.POST.get("versie"))

    def stop() -> Gevolg:
        gevolg = reeks_stoppen(door=request.werkplek, pk=pk, versie=versie, op=timezone.now())
        weg = hoeveel(gevolg.mee, "overleg is afgezegd", "overleggen zijn afgezegd")
        _meld(request, gevolg, f"De reeks is gestopt: {weg}.")
        return gevolg

    _doe(request, stop)
    return redirect("overleg:reeks", pk)


def _doe(request: ZorgRequest, doe: Callable[[], Any]) -> None:
    """Run what tells of itself; a refusal becomes a message."""
    uit = geweigerd(Form(), doe, VEROUDERD)
    if uit.waarde is None:
        messages.error(request, uit.melding)


@vereist(Recht.OVERLEG)
@require_POST
def lid(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask a standing participant: a colleague, or somebody from outside."""
    werkplek, rij = request.werkplek, _te_leiden(request, pk)
    behalve = [d.user_id for d in leden_van_reeks(rij.pk)]
    naam, form = verzonden_vorm(request, rij.soort, behalve)
    uit = verstuur(
        request,
        form,
        lambda: lid_toevoegen(door=werkplek, pk=pk, lid=form.lid(), op=timezone.now()),
        VEROUDERD,
    )
    if not uit.waarde:
        return _een(request, pk, uit.status, **{naam: form})
    gedaan(request, f"{uit.waarde.user.naam} doet voortaan mee en krijgt bericht.")
    return redirect("overleg:reeks", pk)


@vereist(Recht.OVERLEG)
@require_POST
def lid_eraf(request: ZorgRequest, pk: int, lid: int) -> HttpResponse:
    """Take a standing participant off."""
    _te_leiden(request, pk)

    def weg() -> bool:
        lid_weg(door=request.werkplek, pk=pk, lid_id=lid, op=timezone.now())
        return True

    draai_terug(request, weg, VEROUDERD, "Van de lijst gehaald, ook bij de overleggen die nog komen.")
    return redirect("overleg:reeks", pk)
