"""Meetings: what is today, what comes and what was, the series, and the one of today beside Vandaag."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from overleg.access_plannen import geweest, komende, overleggen_vandaag, reeksen
from overleg.planbeeld import eerste_zin
from overleg.soorten import te_plannen
from overleg.vandaag_plannen import straks
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist

TOON = ("komend", "geweest", "reeksen")


@vereist(Recht.OVERLEG)
@require_GET
def overleggen(request: ZorgRequest) -> HttpResponse:
    """Today and coming, past, or the series; one sentence first."""
    werkplek, toon = request.werkplek, request.GET.get("toon", TOON[0])
    toon = toon if toon in TOON else TOON[0]
    lees = {"komend": komende, "geweest": geweest, "reeksen": reeksen}[toon]
    pagina = lees(werkplek, request.GET.get("p"))
    nu = overleggen_vandaag(werkplek) if toon == "komend" and pagina.nummer == 1 else []
    vandaag = [o for o in nu if timezone.localdate(o.begin) == werkplek.dag]
    context = {
        "toon": toon,
        "pagina": pagina,
        "vandaag_rijen": vandaag,
        "open_rijen": [o for o in nu if o not in vandaag],
        "zin": eerste_zin(vandaag, pagina.rijen, werkplek.dag) if toon == "komend" else "",
        "mag_plannen": bool(te_plannen(werkplek.rollen)),
    }
    return render(request, "overleg/plannen_lijst.html", context)


@vereist(Recht.OVERLEG)
@require_GET
def van_vandaag(request: ZorgRequest) -> HttpResponse:
    """The meeting of today beside Vandaag; without script the meeting itself."""
    gevonden = straks(request.werkplek)
    if not request.headers.get("HX-Request"):
        return (
            redirect("overleg:overleg", gevonden.overleg.pk) if gevonden else redirect("overleg:overleggen")
        )
    return render(request, "overleg/_plannen_vandaag.html", {"straks": gevonden})
