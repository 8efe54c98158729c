"""The support structure: the matrix of lines and domains, and the pupils of one cell."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from ondersteuning.cellijst import get_cel, lees_cel
from ondersteuning.structuur import lees_structuur, locatie_uit
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.AANBOD_ZIEN)
@require_GET
def structuur(request: ZorgRequest) -> HttpResponse:
    """Who does what, in three lines and three domains."""
    context = {"s": lees_structuur(request.werkplek, request.GET.get("locatie"))}
    return render(request, "ondersteuning/structuur/structuur.html", context)


@vereist(Recht.AANBOD_LEERLINGEN)
@require_GET
def cel(request: ZorgRequest, lijn: int, domein: str) -> HttpResponse:
    """The pupils of one cell, a page at a time."""
    in_lijn, in_domein = get_cel(lijn, domein)
    locatie, _ = locatie_uit(request.werkplek, request.GET.get("locatie"))
    pagina = lees_cel(request.werkplek, in_lijn, in_domein, locatie, request.GET.get("p"))
    adres = f"{urlencode({'locatie': locatie})}&" if locatie else ""
    context = {"lijn": in_lijn, "domein": in_domein, "pagina": pagina, "adres": adres}
    return render(request, "ondersteuning/structuur/cel.html", context)
