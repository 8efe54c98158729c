"""How many OPPs are in legal order: with names for the coordinator, figures alone for the schoolleiding."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ondersteuning.opporde import lees_cijfer, lees_orde
from ondersteuning.oppplicht import nodig_cijfer
from ondersteuning.stats import alleen_cijfers
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.OPP_CIJFER)
@require_GET
def orde(request: ZorgRequest) -> HttpResponse:
    """Who is not in order and why, of one rule when it is asked for; no names for who sees figures only."""
    if alleen_cijfers(request.werkplek):
        context = {"cijfer": lees_cijfer(request.werkplek), "nodig": nodig_cijfer(request.werkplek)}
        return render(request, "ondersteuning/opp/cijfer.html", context)
    stand = lees_orde(request.werkplek, request.GET.get("regel", ""), request.GET.get("p"))
    adres = f"regel={stand.regel}&" if stand.regel else ""
    return render(
        request, "ondersteuning/opp/orde.html", {"orde": stand, "pagina": stand.pagina, "adres": adres}
    )
