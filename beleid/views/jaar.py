"""The jaarkalender of a year: looking, making it, moving along, taking over, as a calendar file and on paper."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beleid.access_jaar import activiteiten_van, groepsperioden, overlegmaanden, vrij_in
from beleid.access_scholing import scholing_agenda, scholing_kalender
from beleid.documents.jaar import SLEUTEL
from beleid.jaarics import jaarkalender_ics
from beleid.jaarplaatsing import vakanties_in
from beleid.jaarstroken import Activiteitstatus, Strook
from beleid.kalenderbeeld import (
    BLOKKEN,
    DELEN,
    PER_LIJST,
    banen,
    kolommen,
    maanden,
    maandnummer,
    op_scherm,
)
from beleid.models import Activiteit
from beleid.services.jaar import kalender_maken, kalender_overnemen, meeschuiven, overname, verschuivingen
from beleid.views.beleid import JAREN_TERUG, gevraagd_jaar
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import geweigerd
from overleg.kalender import CONTENT_TYPE
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dagdatum
from zorgapp.kern.pagina import bladzijde
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.documenten import pdf_aanvragen


def naar_kalender(jaar: Schooljaar) -> str:
    """The address of the calendar of a year."""
    return f"{reverse('beleid:kalender')}?jaar={jaar}"


def _deel(request: ZorgRequest, jaar: Schooljaar) -> int:
    """Which three months are listed: those in the address, else those of today; 404 for what is none."""
    gevraagd = request.GET.get("deel", "")
    if gevraagd in ("1", "2", "3", "4"):
        return int(gevraagd)
    if gevraagd:
        raise Http404("deel")
    dag = request.werkplek.dag
    return (maandnummer(dag) - 1) // 3 + 1 if Schooljaar.van(dag) == jaar else 1


def _strook(request: ZorgRequest) -> str:
    strook = request.GET.get("strook", "")
    if strook and strook not in Strook.values:
        raise Http404("strook")
    return strook


def _werk(request: ZorgRequest, jaar: Schooljaar, rijen: list[Activiteit]) -> dict[str, Any]:
    """What only who works at it sees: what would move, and the money."""
    werkplek = request.werkplek
    mag = werkplek.mag(Recht.BELEID_WERKEN) and jaar >= Schooljaar.van(werkplek.dag)
    vrij = vrij_in(jaar)
    staat = [rij for rij in rijen if rij.status != Activiteitstatus.VERVALLEN]
    return {
        "mag_werken": mag,
        "voorbij": jaar < Schooljaar.van(werkplek.dag),
        "zonder_vakanties": not vakanties_in(jaar, vrij),
        "schuift": verschuivingen(rijen, jaar, vrij) if mag else [],
        "mag_maken": mag and not any(rij.regel for rij in rijen),
        "budget": sum(rij.budget or 0 for rij in staat) if werkplek.mag(Recht.BELEID_JAAR) else 0,
        "leest_beleid": werkplek.mag(Recht.BELEID_JAAR),
    }


def _naast(jaar: Schooljaar, nu: Schooljaar) -> dict[str, Schooljaar | None]:
    """The years before and after, as far as one can go."""
    return {
        "vorig": Schooljaar(jaar.beginjaar - 1) if nu.beginjaar - jaar.beginjaar < JAREN_TERUG else None,
        "volgend": Schooljaar(jaar.beginjaar + 1) if jaar <= nu else None,
    }


@vereist(Recht.BELEID)
@require_GET
def kalender(request: ZorgRequest) -> HttpResponse:
    """The year as a strip, and three months of it as a list."""
    werkplek, jaar, strook = request.werkplek, gevraagd_jaar(request), _strook(request)
    rijen, deel, dag = activiteiten_van(werkplek, jaar), _deel(request, jaar), werkplek.dag
    nu = Schooljaar.van(dag)
    lijst = [r for r in rijen if strook in ("", r.strook) and (maandnummer(r.van) - 1) // 3 + 1 == deel]
    pagina = bladzijde(lijst, request.GET.get("p"), PER_LIJST)
    overleg, groepen = overlegmaanden(werkplek, jaar), groepsperioden(werkplek, jaar)
    alle = banen(rijen, overleg, groepen, jaar, dag, strook, scholing_kalender(werkplek, jaar))
    context = {
        "jaar": jaar,
        "rijen": rijen,
        "strook": strook,
        "stroken": Strook.choices,
        "deel": deel,
        "delen": list(enumerate(DELEN, 1)),
        "banen": op_scherm(alle, BLOKKEN),
        "pagina": pagina,
        "adres": f"jaar={jaar}&deel={deel}&strook={strook}&",
        "kolommen": kolommen(jaar, dag),
        "maanden": maanden(pagina.rijen, deel * 3 - 2, deel * 3, dag if jaar == nu else None),
        **_naast(jaar, nu),
        **_werk(request, jaar, rijen),
    }
    return render(request, "beleid/jaar.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def maken(request: ZorgRequest) -> HttpResponse:
    """Make the calendar of a year from the template."""
    jaar = gevraagd_jaar(request)
    uit = geweigerd(Form(), lambda: kalender_maken(door=request.werkplek, jaar=jaar), VEROUDERD)
    if uit.waarde is None:
        messages.error(request, uit.melding)
    elif uit.waarde:
        gedaan(request, f"De kalender staat: {hoeveel(uit.waarde, 'activiteit', 'activiteiten')}.")
    else:
        gedaan(request, "De kalender stond er al. Er kwam niets bij.")
    return redirect(naar_kalender(jaar))


@vereist(Recht.BELEID_WERKEN)
@require_POST
def schuiven(request: ZorgRequest) -> HttpResponse:
    """Move along with the free days, and say what moved."""
    jaar = gevraagd_jaar(request)
    uit = geweigerd(Form(), lambda: meeschuiven(door=request.werkplek, jaar=jaar), VEROUDERD)
    if uit.waarde is None:
        messages.error(request, uit.melding)
    elif uit.waarde:
        eerste = "; ".join(
            f"{v.rij.titel} van {dagdatum(v.was)} naar {dagdatum(v.van)}" for v in uit.waarde[:3]
        )
        rest = f"; en nog {len(uit.waarde) - 3}" if len(uit.waarde) > 3 else ""
        gedaan(request, f"Meegeschoven: {eerste}{rest}.")
    else:
        gedaan(request, "Alles lag al goed.")
    return redirect(naar_kalender(jaar))


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def overnemen(request: ZorgRequest) -> HttpResponse:
    """What of last year goes along and what does not; then do it."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    if jaar < Schooljaar.van(werkplek.dag):
        raise PermissionDenied("een jaar dat voorbij is")
    if request.method == "GET":
        context = {"jaar": jaar, "uit": overname(werkplek, jaar), "vorig": Schooljaar(jaar.beginjaar - 1)}
        return render(request, "beleid/jaar_overnemen.html", context)
    uit = geweigerd(Form(), lambda: kalender_overnemen(door=werkplek, jaar=jaar), VEROUDERD)
    if uit.waarde is None:
        messages.error(request, uit.melding)
    else:
        gedaan(request, f"Overgenomen: {hoeveel(len(uit.waarde.mee), 'activiteit', 'activiteiten')}.")
    return redirect(naar_kalender(jaar))


@vereist(Recht.BELEID)
@require_GET
def ics(request: ZorgRequest) -> HttpResponse:
    """The year as a calendar file."""
    jaar = gevraagd_jaar(request)
    inhoud = jaarkalender_ics(
        activiteiten_van(request.werkplek, jaar),
        jaar=jaar,
        basis=settings.BASIS_URL,
        op=timezone.now(),
        url_van=lambda pk: f"{settings.BASIS_URL}{reverse('beleid:activiteit', args=[pk])}",
        scholing=scholing_agenda(request.werkplek, jaar),
        url_scholing=lambda pk: f"{settings.BASIS_URL}{reverse('beleid:scholing_een', args=[pk])}",
    )
    antwoord = HttpResponse(inhoud, content_type=CONTENT_TYPE)
    antwoord.headers["Content-Disposition"] = f'attachment; filename="jaarkalender-{jaar}.ics"'
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord


@vereist(Recht.BELEID)
@require_POST
def a3(request: ZorgRequest) -> HttpResponse:
    """Have the year made as one A3."""
    jaar = gevraagd_jaar(request)
    taak = pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=jaar.beginjaar)
    return redirect("werk:taak", taak.pk)
