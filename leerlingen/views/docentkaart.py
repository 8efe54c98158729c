"""The card of one group: on the phone, and on one sheet for a substitute."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from leerlingen.access_groep import eigen_vervangingen, get_groep, klassen_voor_kaart
from leerlingen.access_openkaarten import open_kaarten, per_groep
from leerlingen.docentkaart import lees_docentkaart
from leerlingen.groepen import eigen_groepen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.DOCENTKAART)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """The groups whose card one may open, with how many cards wait in each, and the lessons one takes over."""
    werkplek, nu = request.werkplek, timezone.now()
    kaarten = open_kaarten(werkplek)
    wachten = per_groep(kaarten)
    context = {
        "groepen": [(groep, wachten[groep.sleutel]) for groep in eigen_groepen(werkplek)],
        "te_lezen": len(kaarten),
        "klassen": klassen_voor_kaart(werkplek),
        "vervangingen": eigen_vervangingen(werkplek, nu),
        "nu": nu,
    }
    return render(request, "leerlingen/docentkaart/lijst.html", context)


@vereist(Recht.DOCENTKAART)
@require_GET
def kaart(request: ZorgRequest, groep: str) -> HttpResponse:
    """Per pupil at most three things to do; who has nothing is one line at the bottom."""
    deur = get_groep(request.werkplek, groep, timezone.now())
    kaart_ = lees_docentkaart(request.werkplek, deur)
    return render(request, "leerlingen/docentkaart/kaart.html", {"kaart": kaart_, "deur": deur})


@vereist(Recht.DOCENTKAART)
@require_GET
def druk(request: ZorgRequest, groep: str) -> HttpResponse:
    """The same on one sheet, logged as printed."""
    deur = get_groep(request.werkplek, groep, timezone.now())
    kaart_ = lees_docentkaart(request.werkplek, deur, Handeling.AFGEDRUKT)
    return render(request, "leerlingen/docentkaart/druk.html", {"kaart": kaart_, "deur": deur})
