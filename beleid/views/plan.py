"""Reading yearly plans: the overview of years and versions, one version, who read it, what differs, on paper."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from beleid.access_plan import (
    bron_voor,
    get_plan,
    kengetallen_van,
    leesstand,
    mag_stappen,
    niet_gelezen,
    plannen_van,
    vorige_van,
)
from beleid.access_planverschil import scores_van, teksten_van
from beleid.documents.plan import BLAD, PLAN
from beleid.models import Beleidsplan
from beleid.planbeeld import getallen_van, lees_beeld, middelen_bij, openingszin, wacht_op
from beleid.planloop import VASTE_STATUSSEN
from beleid.planvergelijk import deelverschillen, factorverschillen, getalverschillen
from beleid.services.planstap import plan_gelezen
from ondersteuning.views.trajectvorm import draai_terug
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.documenten import pdf_aanvragen

VEROUDERD = "Een collega veranderde net iets aan dit plan. Kijk wat er nu staat."
REACTIEDAGEN = 14


@vereist(Recht.BELEID)
@require_GET
def overzicht(request: ZorgRequest) -> HttpResponse:
    """Years and their versions; for who writes what can be begun."""
    werkplek = request.werkplek
    plannen = plannen_van(werkplek)
    nu = Schooljaar.van(werkplek.dag)
    werkt = werkplek.mag(Recht.BELEID_WERKEN)
    er_is = {plan.schooljaar for plan in plannen}
    te_beginnen = [j for j in (nu, Schooljaar(nu.beginjaar + 1)) if werkt and j.beginjaar not in er_is]
    context = {
        "plannen": plannen,
        "te_beginnen": te_beginnen,
        "bron": bron_voor(werkplek, te_beginnen[-1]) if te_beginnen else None,
        "werkt": werkt,
        "naar_jaar": werkplek.mag(Recht.BELEID_JAAR),
    }
    return render(request, "beleid/plan_overzicht.html", context)


@vereist(Recht.BELEID)
@require_GET
def lezen(request: ZorgRequest, pk: int) -> HttpResponse:
    """One version, part by part."""
    return toon_plan(request, get_plan(request.werkplek, pk))


def toon_plan(request: ZorgRequest, plan: Beleidsplan, status: int = 200, **extra: Any) -> HttpResponse:
    """The page of a version; a refused step comes back with what was typed."""
    werkplek = request.werkplek
    stappen = mag_stappen(werkplek, plan)
    beleid = werkplek.mag(Recht.BELEID_JAAR)
    geldt = plan.status == "gepubliceerd" and not plan.vervangen  # type: ignore[attr-defined]
    context = {
        "plan": plan,
        "delen": lees_beeld(werkplek, plan),
        "stappen": stappen,
        "zin": openingszin(plan),
        "geldt": geldt,
        "reageren": "reageren" in stappen and not _te_laat(plan, werkplek.dag),
        "wacht": wacht_op(plan, werkplek.dag) if "voorleggen" in stappen else "",
        "stand": leesstand(werkplek, plan) if beleid and plan.status == "gepubliceerd" else None,
        "werkt": werkplek.mag(Recht.BELEID_WERKEN),
        "voorstel_dag": werkplek.dag + timedelta(days=REACTIEDAGEN),
        **extra,
    }
    return render(request, "beleid/plan.html", context, status=status)


def _te_laat(plan: Beleidsplan, dag: Any) -> bool:
    return plan.reageren_tot is not None and dag > plan.reageren_tot


@vereist(Recht.BELEID)
@require_POST
def gelezen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Confirm that one read the plan that holds."""
    draai_terug(
        request,
        lambda: plan_gelezen(door=request.werkplek, plan_id=pk, op=timezone.now()),
        VEROUDERD,
        "Genoteerd dat je dit plan hebt gelezen.",
    )
    return redirect("beleid:plan_lezen", pk)


@vereist(Recht.BELEID_WERKEN)
@require_GET
def lezers(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who did not read it yet, by name."""
    plan = get_plan(request.werkplek, pk)
    context = {
        "plan": plan,
        "stand": leesstand(request.werkplek, plan),
        "pagina": niet_gelezen(request.werkplek, plan, request.GET.get("p")),
    }
    return render(request, "beleid/plan_lezers.html", context)


@vereist(Recht.BELEID)
@require_GET
def verschil(request: ZorgRequest, pk: int) -> HttpResponse:
    """What differs from the version this one was begun from."""
    werkplek = request.werkplek
    plan = get_plan(werkplek, pk)
    oud = vorige_van(werkplek, plan)
    context: dict[str, Any] = {"plan": plan, "oud": oud}
    if oud is not None:
        context["delen"] = deelverschillen(*teksten_van(oud, plan))
        context["factoren"] = factorverschillen(*scores_van(oud, plan))
        context["getallen"] = getalverschillen(*(_getallen(werkplek, p) for p in (oud, plan)))
    return render(request, "beleid/plan_verschil.html", context)


def _getallen(werkplek: Werkplek, plan: Beleidsplan) -> dict[str, str]:
    """Figures, and hours and money for who reads these, by how they are called."""
    vast = kengetallen_van(plan) if plan.status in VASTE_STATUSSEN else None
    beide = getallen_van(werkplek, plan, vast)[0] + middelen_bij(werkplek, plan, vast)[0]
    return {getal.label: getal.waarde for getal in beide}


@vereist(Recht.BELEID)
@require_POST
def papier(request: ZorgRequest, pk: int, vorm: str) -> HttpResponse:
    """Have the whole plan or its one page made as a PDF."""
    soort = {"plan": PLAN, "blad": BLAD}[vorm].sleutel
    taak = pdf_aanvragen(door=request.werkplek, soort=soort, object_id=pk)
    return redirect("werk:taak", taak.pk)
