"""Pupils: list, search from anywhere, one pupil, who looked, one's own classes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from leerlingen.access import (
    VRAAG_MAX,
    contacten_van,
    get_leerling,
    leerlingen_op_naam,
    mag_contacten_zien,
    mentoren_van,
    zoek_leerlingen,
)
from leerlingen.groepen import eigen_groepen
from ondersteuning.tijdlijn import lijnen_van
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.schooljaar import leeftijd
from zorgapp.web import tijdlijn
from zorgapp.web.inzage import wie_keek


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


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def leerling(request: ZorgRequest, pk: int) -> HttpResponse:
    """One pupil: header, timeline, contacts and why one may see it; opening it is logged."""
    werkplek = request.werkplek
    kind, grond = get_leerling(werkplek, pk)
    soort, domein = request.GET.get("soort", ""), request.GET.get("domein", "")
    soort = soort if soort in tijdlijn.SOORTEN else ""
    domein = domein if domein in Domein.values else ""
    context = {
        "leerling": kind,
        "grond": grond,
        "leeftijd": leeftijd(kind.geboortedatum, werkplek.dag),
        "mentoren": mentoren_van(kind.klas_nu, werkplek),
        "lijnen": lijnen_van(kind.pk),
        "contacten": contacten_van(werkplek, kind, grond),
        "toon_contacten": mag_contacten_zien(werkplek, grond),
        "tijdlijn": tijdlijn.lees(werkplek, kind.pk, soort, domein, request.GET.get("p")),
        "soorten": [("", "Alles")] + [(s, label) for s, (label, _) in tijdlijn.SOORTEN.items()],
        "soort": soort,
        "domein": domein,
    }
    return render(request, "web/leerling.html", context)


@vereist(Recht.INZAGE_ZIEN)
@require_GET
def inzage(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who opened this pupil's file, when and why."""
    kind, _ = get_leerling(request.werkplek, pk)
    return render(
        request, "web/inzage.html", {"leerling": kind, "pagina": wie_keek(kind, request.GET.get("p"))}
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
