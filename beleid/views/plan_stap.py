"""What happens with a yearly plan: beginning, its steps, comments and their answers."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_plan import get_plan, get_reactie, mag_stappen, reacties_van
from beleid.forms.plan import AntwoordForm, ReactieForm, StapForm
from beleid.models import Beleidsplan
from beleid.planloop import STAPRECHT, Deelsoort, Planstap
from beleid.services import plan as dienst
from beleid.services import planreactie, planstap
from beleid.views.plan import VEROUDERD, toon_plan
from ondersteuning.views.trajectvorm import geweigerd, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar

Doen = Callable[[Werkplek, int, dict[str, Any]], Any]


def _nu(dienstnaam: Callable[..., Any], *velden: str) -> Doen:
    """A step with the moment of now and these fields of the form."""
    return lambda door, pk, data: dienstnaam(
        door=door, plan_id=pk, versie=data["versie"], op=timezone.now(), **{v: data[v] for v in velden}
    )


STAPPEN: dict[str, tuple[Doen, str]] = {
    Planstap.BESPREKEN: (_nu(planstap.plan_bespreken, "reageren_tot"), "Het plan ligt bij het team."),
    Planstap.TERUGHALEN: (
        lambda door, pk, data: planstap.plan_terughalen(door=door, plan_id=pk, versie=data["versie"]),
        "Het plan is weer in de maak.",
    ),
    Planstap.VOORLEGGEN: (_nu(planstap.plan_voorleggen), "Het plan ligt bij de schoolleiding."),
    Planstap.TERUGSTUREN: (_nu(planstap.plan_terugsturen, "reden"), "Teruggestuurd, met jouw reden erbij."),
    Planstap.VASTSTELLEN: (
        _nu(planstap.plan_vaststellen),
        "Het plan is vastgesteld. De cijfers liggen vast.",
    ),
    Planstap.PUBLICEREN: (_nu(planstap.plan_publiceren), "Het plan geldt. Alle collega’s kunnen het lezen."),
}


@vereist(Recht.BELEID_WERKEN)
@require_POST
def nieuw(request: ZorgRequest) -> HttpResponse:
    """Begin the plan of a year, from the template or from last year's."""
    try:
        jaar = Schooljaar.uit_label(request.POST.get("jaar", "")[:9])
    except ValueError as fout:
        raise Http404("schooljaar") from fout
    form, uit_vorig = StapForm(), request.POST.get("uit") == "vorig"
    uit = geweigerd(
        form,
        lambda: dienst.plan_beginnen(
            door=request.werkplek, jaar=jaar, uit_vorig=uit_vorig, op=timezone.now()
        ),
        VEROUDERD,
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return redirect("beleid:plan")
    gedaan(request, f"Het plan voor {jaar} is begonnen. Pas elk deel aan tot het klopt.")
    return redirect("beleid:plan_lezen", uit.waarde.pk)


@vereist(Recht.BELEID)
@require_POST
def stap(request: ZorgRequest, pk: int, wat: str) -> HttpResponse:
    """Take one step with a version; who may is asked by the service."""
    if wat not in STAPPEN:
        raise Http404("stap")
    plan = get_plan(request.werkplek, pk)
    if not request.werkplek.mag(STAPRECHT[Planstap(wat)]):
        raise PermissionDenied("stap van een beleidsplan")
    doe, zin = STAPPEN[wat]
    form = StapForm(request.POST)
    uit = geweigerd(form, lambda: doe(request.werkplek, pk, form.cleaned_data), VEROUDERD)
    if uit.waarde is None:
        return toon_plan(request, plan, uit.status, form=form, stap=wat)
    gedaan(request, zin)
    return redirect("beleid:plan_lezen", pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def volgende(request: ZorgRequest, pk: int) -> HttpResponse:
    """Begin the next version from the one in force."""
    uit = geweigerd(
        StapForm(),
        lambda: dienst.plan_volgende(door=request.werkplek, plan_id=pk, op=timezone.now()),
        VEROUDERD,
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return redirect("beleid:plan_lezen", pk)
    gedaan(
        request, f"Versie {uit.waarde.nummer} is begonnen. Wat nu geldt, blijft gelden tot je hem publiceert."
    )
    return redirect("beleid:plan_lezen", uit.waarde.pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def weghalen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take away a plan that was begun by mistake."""
    plan, form = get_plan(request.werkplek, pk), StapForm(request.POST)
    uit = geweigerd(
        form,
        lambda: dienst.plan_weghalen(door=request.werkplek, plan_id=pk, versie=form.cleaned_data["versie"]),
        VEROUDERD,
    )
    if uit.waarde is None:
        return toon_plan(request, plan, uit.status, form=form)
    gedaan(request, "Het plan is weggehaald.")
    return redirect("beleid:plan")


@vereist(Recht.BELEID)
@require_http_methods(["GET", "POST"])
def reacties(request: ZorgRequest, pk: int) -> HttpResponse:
    """What colleagues say of a version, part by part, and saying something oneself."""
    plan = get_plan(request.werkplek, pk)
    gevraagd = request.GET.get("deel", "")
    begin = {"sleutel": uuid.uuid4(), "soort": gevraagd if gevraagd in Deelsoort.values else ""}
    form = ReactieForm(verzonden(request), initial=begin)
    uit = verstuur(
        request,
        form,
        lambda: planreactie.plan_reageren(
            door=request.werkplek, plan_id=pk, op=timezone.now(), **form.cleaned_data
        ),
        VEROUDERD,
    )
    if uit.waarde is not None:
        gedaan(request, "Je reactie staat erbij.")
        return redirect("beleid:plan_reacties", pk)
    return _toon_reacties(request, plan, uit.status, form=form)


def _toon_reacties(request: ZorgRequest, plan: Beleidsplan, status: int = 200, **extra: Any) -> HttpResponse:
    stappen = mag_stappen(request.werkplek, plan)
    open_tot = plan.reageren_tot is None or request.werkplek.dag <= plan.reageren_tot
    context = {
        "plan": plan,
        "rijen": reacties_van(plan),
        "mag_reageren": "reageren" in stappen and open_tot,
        "mag_behandelen": "behandelen" in stappen,
        **extra,
    }
    return render(request, "beleid/plan_reacties.html", context, status=status)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def reactie(request: ZorgRequest, pk: int, reactie_id: int) -> HttpResponse:
    """Say what was done with one comment."""
    plan = get_plan(request.werkplek, pk)
    rij = get_reactie(plan, reactie_id)
    begin = {"versie": rij.versie, "uitkomst": rij.uitkomst, "antwoord": rij.antwoord}
    form = AntwoordForm(verzonden(request), initial=begin)
    uit = verstuur(
        request,
        form,
        lambda: planreactie.reactie_behandelen(
            door=request.werkplek, plan_id=pk, reactie_id=reactie_id, **form.cleaned_data
        ),
        "Een collega gaf net al antwoord. Kijk wat er nu staat; wat jij schreef staat er nog.",
    )
    if uit.waarde is not None:
        gedaan(request, "Je antwoord staat erbij.")
        return redirect("beleid:plan_reacties", pk)
    if uit.status == 409:
        rij = get_reactie(plan, reactie_id)
        naar_nieuwste(form, rij.versie)
    context = {"plan": plan, "reactie": rij, "form": form, "verouderd": uit.status == 409}
    return render(request, "beleid/plan_reactie.html", context, status=uit.status)
