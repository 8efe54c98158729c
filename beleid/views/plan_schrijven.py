"""Writing a yearly plan: its parts, each with a version of its own, and its factors with their scores."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_plan import factoren_van, get_deel, get_factor, get_plan_om_te_schrijven
from beleid.forms.plan import DeelForm, FactorForm, ScoresForm, StapForm
from beleid.models import Plandeel, Planfactor
from beleid.planloop import Deelsoort, Planstap, mag_stap
from beleid.plansjabloon import WAARVOOR
from beleid.services import plan as dienst
from ondersteuning.views.trajectvorm import draai_terug, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

VEROUDERD = (
    "Een collega bewaarde dit net. Hieronder staat wat er nu staat; wat jij schreef staat er nog. Voeg ze samen, of "
    "bewaar jouw tekst."
)


def _sleutel(pk: int, soort: str) -> str:
    return f"plan:{pk}:{soort}"


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def deel(request: ZorgRequest, pk: int, soort: str) -> HttpResponse:
    """One part; a draft keeps what is typed. After somebody else saved, both texts stand there."""
    plan = get_plan_om_te_schrijven(request.werkplek, pk)
    rij = get_deel(plan, soort)
    begin, achter = _begin(request, rij)
    form = DeelForm(verzonden(request), initial=begin)
    uit = verstuur(request, form, lambda: _bewaar(request, pk, soort, form), VEROUDERD)
    if uit.waarde is not None:
        return _verder(request, pk, soort)
    if uit.status == 409:
        rij = get_deel(plan, soort)
        naar_nieuwste(form, rij.versie)
    context = {"plan": plan, "deel": rij, "form": form, "verouderd": achter or uit.status == 409}
    context |= {"naam": Deelsoort(soort).label, "waarvoor": WAARVOOR[soort]}
    context["mag"] = mag_stap(plan.status, Planstap.SCHRIJVEN)
    versie = concept_lezen(request.werkplek, _sleutel(pk, soort)).versie
    context["concept"] = concept_attrs(request.werkplek, _sleutel(pk, soort), versie)
    return render(request, "beleid/plan_deel.html", context, status=uit.status)


def _begin(request: ZorgRequest, rij: Plandeel) -> tuple[dict[str, Any], bool]:
    """What stands there or one's own draft, and whether that draft was begun on an older version."""
    inhoud = concept_lezen(request.werkplek, _sleutel(rij.plan_id, rij.soort)).inhoud
    tekst, op = inhoud.get("tekst"), inhoud.get("versie")
    if not isinstance(tekst, str) or tekst == rij.tekst:
        return {"tekst": rij.tekst, "versie": rij.versie}, False
    return {"tekst": tekst, "versie": rij.versie}, str(op) != str(rij.versie)


def _bewaar(request: ZorgRequest, pk: int, soort: str, form: DeelForm) -> Plandeel:
    rij = dienst.deel_schrijven(
        door=request.werkplek, plan_id=pk, soort=soort, op=timezone.now(), **form.cleaned_data
    )
    concept_weg(door=request.werkplek, sleutel=_sleutel(pk, soort))
    return rij


def _verder(request: ZorgRequest, pk: int, soort: str) -> HttpResponse:
    """Back to the plan, or on to the next part when that was asked."""
    gedaan(request, f"{Deelsoort(soort).label} is bewaard.")
    soorten = Deelsoort.values
    volgende = soorten.index(soort) + 1
    if "verder" in request.POST and volgende < len(soorten):
        return redirect("beleid:plan_deel", pk, soorten[volgende])
    antwoord = redirect("beleid:plan_lezen", pk)
    antwoord["Location"] += f"#deel-{soort}"
    return antwoord


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def factoren(request: ZorgRequest, pk: int) -> HttpResponse:
    """Score every factor beside last year's."""
    plan = get_plan_om_te_schrijven(request.werkplek, pk)
    rijen = factoren_van(plan)
    form = ScoresForm(verzonden(request), factoren=rijen)
    uit = verstuur(
        request,
        form,
        lambda: dienst.factoren_scoren(door=request.werkplek, plan_id=pk, scores=form.scores()) + 1,
        "Een collega scoorde net ook. Naast jouw keuze staat wat er nu staat; bewaar opnieuw als jouw keuze klopt.",
    )
    if uit.waarde:
        gedaan(request, "De scores zijn bewaard.")
        return redirect("beleid:plan_factoren", pk)
    context = {"plan": plan, "form": form, "verouderd": uit.status == 409}
    context["rijen"] = [(rij, form.gekozen(rij)) for rij in rijen]
    context["mag"] = mag_stap(plan.status, Planstap.SCHRIJVEN)
    return render(request, "beleid/plan_factoren.html", context, status=uit.status)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def factor(request: ZorgRequest, pk: int, factor_id: int | None = None) -> HttpResponse:
    """Add a factor, or change the words of one."""
    plan = get_plan_om_te_schrijven(request.werkplek, pk)
    rij = get_factor(plan, factor_id) if factor_id else None
    begin = {v: getattr(rij, v) for v in ("versie", "tekst", "kant", "invloed")} if rij else {"versie": 0}
    form = FactorForm(verzonden(request), initial=begin, knop="Bewaar" if rij else "Zet erbij")
    uit = verstuur(request, form, lambda: _bewaar_factor(request, pk, factor_id, form), VEROUDERD)
    if uit.waarde:
        gedaan(request, "De factor is bewaard.")
        return redirect("beleid:plan_factoren", pk)
    if uit.status == 409 and rij:
        rij = get_factor(plan, rij.pk)
        naar_nieuwste(form, rij.versie)
    context = {"plan": plan, "factor": rij, "form": form, "verouderd": uit.status == 409}
    return render(request, "beleid/plan_factor.html", context, status=uit.status)


def _bewaar_factor(request: ZorgRequest, pk: int, factor_id: int | None, form: FactorForm) -> Planfactor:
    return dienst.factor_bewaren(door=request.werkplek, plan_id=pk, factor_id=factor_id, **form.cleaned_data)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def factor_weg(request: ZorgRequest, pk: int, factor_id: int) -> HttpResponse:
    """Take a factor out of this version."""
    form = StapForm(request.POST)
    if not form.is_valid():
        raise Http404("factor")
    draai_terug(
        request,
        lambda: dienst.factor_weghalen(
            door=request.werkplek, plan_id=pk, factor_id=factor_id, versie=form.cleaned_data["versie"]
        ),
        "Een collega paste deze factor net aan. Kijk of hij nog weg moet.",
        "De factor staat niet meer in dit plan.",
    )
    return redirect("beleid:plan_factoren", pk)
