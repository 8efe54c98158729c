"""Saving a draft from an open page, and how far a job is."""

from django.core.exceptions import RequestDataTooBig
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from zorgapp.accounts.middleware import voor_script
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.werk.access import get_taak, wie_schrijft
from zorgapp.werk.documenten import get_document
from zorgapp.werk.forms import TE_LANG, OngeldigConcept, lees_bericht
from zorgapp.werk.models import Taak
from zorgapp.werk.services import concept_bewaren
from zorgapp.werk.soorten import klaar_url, knop, terug_url, verlopen


@voor_script
@vereist(Recht.WERKPLEK)
@require_POST
def concept(request: ZorgRequest, sleutel: str) -> HttpResponse:
    """JSON in and out: 200 saved, 409 with the newer text, 400/403/413 with a sentence."""
    try:
        bericht = lees_bericht(_lichaam(request))
        if bericht.wie != wie_schrijft(request.werkplek):
            raise OngeldigConcept("Er is nu iemand anders ingelogd. Log zelf weer in.", 403)
        uitkomst = concept_bewaren(
            door=request.werkplek, sleutel=sleutel, versie=bericht.versie, inhoud=bericht.inhoud
        )
    except OngeldigConcept as fout:
        return JsonResponse({"fout": str(fout)}, status=fout.status)
    stand = uitkomst.stand
    op = timezone.localtime(stand.gewijzigd_op)
    antwoord = {"versie": stand.versie, "op": f"{op:%H.%M}"}
    if uitkomst.bewaard:
        return JsonResponse(antwoord)
    return JsonResponse(antwoord | {"inhoud": stand.inhoud}, status=409)


def _lichaam(request: HttpRequest) -> bytes:
    try:
        return request.body
    except RequestDataTooBig as fout:
        raise TE_LANG from fout


@vereist(Recht.WERKPLEK)
@require_GET
def taak(request: ZorgRequest, pk: int) -> HttpResponse:
    """Progress of one's own job: a page, or for htmx only the part that changes."""
    return toon_voortgang(request, get_taak(request.werkplek, pk))


def toon_voortgang(request: HttpRequest, rij: Taak) -> HttpResponse:
    """Render the page or the fragment of one job."""
    heel = not request.headers.get("HX-Request")
    weg = verlopen(rij, timezone.now())
    context = {
        "taak": rij,
        "taak_url": reverse("werk:taak", args=[rij.pk]),
        "klaar_url": "" if weg else klaar_url(rij),
        "knop": knop(rij),
        "verlopen": weg,
        "terug_url": terug_url(rij),
    }
    return render(request, "werk/taak.html" if heel else "werk/_voortgang.html", context)


@vereist(Recht.WERKPLEK)
@require_GET
def document(request: ZorgRequest, pk: int) -> HttpResponse:
    """One's own finished document, as long as it is kept and one may still see what it is about; logged."""
    bestand = get_document(request.werkplek, pk, timezone.now())
    try:
        return FileResponse(bestand.bestand.open("rb"), as_attachment=True, filename=bestand.naam)
    except FileNotFoundError as fout:
        raise Http404("document") from fout
