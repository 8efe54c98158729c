"""Pupils: list, search from anywhere, one's own classes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from leerlingen.access import (
    VRAAG_MAX,
    leerlingen_op_naam,
    zoek_leerlingen,
)
from leerlingen.groepen import eigen_groepen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.LEERLINGEN_LIJST)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """All pupils one may see, by name, one class when asked."""
    klas = request.GET.get("klas", "").replace("\x00", "")[:40]
    pagina = leerlingen_op_naam(request.werkplek, klas, request.GET.get("p"))
    return render(request, "web/leerlingen.html", {"pagina": pagina, "klas": klas})


@vereist(Recht.LEERLINGEN_LIJST)
@require_GET
def zoek(request: ZorgRequest) -> HttpResponse:
    """Find a pupil by part of a name; HTMX gets only the rows of the listbox."""
    q = request.GET.get("q", "")[:VRAAG_MAX]
    context = {
        "gevonden": zoek_leerlingen(request.werkplek, q, 8 if request.headers.get("HX-Request") else 20),
        "q": q,
    }
    return render(
        request, "web/_zoekrijen.html" if request.headers.get("HX-Request") else "web/zoek.html", context
    )


@vereist(Recht.EIGEN_KLAS)
@require_GET
def eigen_klas(request: ZorgRequest) -> HttpResponse:
    """The classes and teaching groups of this person, and the pupils of one of them."""
    groepen = eigen_groepen(request.werkplek)
    gevraagd = request.GET.get("groep", "")
    gekozen = next((g for g in groepen if g.sleutel == gevraagd), groepen[0] if groepen else None)
    rijen = gekozen.leerlingen(request.werkplek) if gekozen else []
    return render(
        request, "web/eigen_klas.html", {"groepen": groepen, "gekozen": gekozen, "leerlingen": rijen}
    )
