"""One pupil: his page with the timeline, what stands beside it, and who looked."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from leerlingen.access import get_leerling
from leerlingen.bezoek import bezoekbewijs, leerling_bij_bezoek
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.lijnen import Domein
from zorgapp.web import dossier, tijdlijn
from zorgapp.web.inzage import wie_keek
from zorgapp.web.vastleggen import vastleggen


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def leerling(request: ZorgRequest, pk: int) -> HttpResponse:
    """One pupil: header, what he needs, timeline and why one may see it; opening it is logged."""
    werkplek = request.werkplek
    kind, grond = get_leerling(werkplek, pk)
    soort, domein = request.GET.get("soort", ""), request.GET.get("domein", "")
    soort = soort if soort in tijdlijn.GROEPEN else ""
    domein = domein if domein in Domein.values else ""
    kop = dossier.kop(werkplek, kind, grond)
    request.eigen_dagen = kop.eigen_dagen  # type: ignore[attr-defined]
    context = {
        "leerling": kind,
        "grond": grond,
        "kop": kop,
        "vastleggen": vastleggen(werkplek, kind, grond),
        "bezoek": bezoekbewijs(werkplek, kind.pk),
        "tijdlijn": tijdlijn.lees(werkplek, kind.pk, grond, soort, domein, request.GET.get("p")),
        "soorten": [("", "Alles")] + [(s, label) for s, (label, _) in tijdlijn.GROEPEN.items()],
        "soort": soort,
        "domein": domein,
    }
    return render(request, "web/leerling.html", context)


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def naast(request: ZorgRequest, pk: int) -> HttpResponse:
    """The panels beside the timeline; htmx asks for them, without script they are a page of their own."""
    kind, grond = leerling_bij_bezoek(request.werkplek, pk, request.GET.get("b", ""))
    bladen = dossier.panelen(request.werkplek, kind, grond)
    request.eigen_dagen = dossier.eigen_dagen(bladen)  # type: ignore[attr-defined]
    context = {"leerling": kind, "grond": grond, "bladen": bladen}
    fragment = request.headers.get("HX-Request")
    return render(request, "web/_naast.html" if fragment else "web/naast.html", context)


@vereist(Recht.INZAGE_ZIEN)
@require_GET
def inzage(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who opened this pupil's file, when and why."""
    kind, _ = get_leerling(request.werkplek, pk)
    return render(
        request, "web/inzage.html", {"leerling": kind, "pagina": wie_keek(kind, request.GET.get("p"))}
    )
