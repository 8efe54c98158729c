"""Pages of people from outside: their meetings, and of one meeting what is meant for them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from overleg.access_extern import get_mijn_overleg, geweest_extern, komend_extern
from overleg.services.verslag import verslag_gelezen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.OVERLEG_EXTERN)
@require_GET
def mijn_overleggen(request: ZorgRequest) -> HttpResponse:
    """The meetings one is asked to: to come, and those one may still look at."""
    pagina = komend_extern(request.werkplek, request.GET.get("p"))
    geweest = geweest_extern(request.werkplek) if pagina.nummer == 1 else []
    return render(request, "overleg/extern_lijst.html", {"pagina": pagina, "geweest": geweest})


@vereist(Recht.OVERLEG_EXTERN)
@require_GET
def mijn_overleg(request: ZorgRequest, pk: int) -> HttpResponse:
    """The agenda of one meeting, and what came of it when it is closed; then it is noted that he read it."""
    gezien = get_mijn_overleg(request.werkplek, pk)
    if gezien.verslag:
        verslag_gelezen(door=request.werkplek, overleg_id=pk, op=timezone.now())
    return render(request, "overleg/extern_overleg.html", {"e": gezien})
