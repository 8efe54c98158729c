"""OPPs on paper: what there is to print, asking for a PDF, and the version that was stored for the parents."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from leerlingen.zienswijzen import zienswijzen_bij
from ondersteuning.access_opp import get_opp_heel
from ondersteuning.access_opp_pdf import get_bewaard, lees_heel
from ondersteuning.documents import opp_papieren
from ondersteuning.opp_paneel_pdf import papieren as lees_papieren
from ondersteuning.services.opp_document import NAAM, document_opnieuw_vragen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.documenten import pdf_aanvragen


@vereist(Recht.OPP)
@require_GET
def papieren(request: ZorgRequest, pk: int) -> HttpResponse:
    """Everything that can be printed of one OPP, and the versions that were stored, with their hash."""
    opp, mag, _ = get_opp_heel(request.werkplek, pk)
    if not (mag.contacten or mag.horen):
        raise PermissionDenied("opp afdrukken")
    bron = f"opp:{pk}"
    zienswijzen = zienswijzen_bij(request.werkplek, bron) if mag.contacten else []
    context = {"p": lees_papieren(opp, mag), "opp": opp, "mag": mag, "bron": bron, "zienswijzen": zienswijzen}
    return render(request, "ondersteuning/opp/papieren.html", context)


@vereist(Recht.OPP)
@require_POST
def pdf(request: ZorgRequest, soort: str, pk: int) -> HttpResponse:
    """Have one document made; `soort` says which kind, `pk` is the number of what it is about."""
    papier = opp_papieren.get_papier(soort)
    taak = pdf_aanvragen(door=request.werkplek, soort=papier.soort.sleutel, object_id=pk)
    return redirect("werk:taak", taak.pk)


@vereist(Recht.OPP)
@require_GET
def terug(request: ZorgRequest, soort: str, pk: int) -> HttpResponse:
    """From a finished document back to the papers of its OPP."""
    return redirect("ondersteuning:opp_papieren", opp_papieren.get_papier(soort).opp_id(request.werkplek, pk))


@vereist(Recht.OPP)
@require_GET
def document(request: ZorgRequest, pk: int) -> HttpResponse:
    """Exactly the bytes that were stored of one version; logged as a download."""
    inhoud = lees_heel(get_bewaard(request.werkplek, pk))
    if inhoud is None:
        raise Http404("opp-versie")
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="{NAAM}"'
    return antwoord


@vereist(Recht.OPP_WERKEN)
@require_POST
def document_vraag(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have a version stored that should have been: its job failed."""
    try:
        versie, taak = document_opnieuw_vragen(door=request.werkplek, oppversie_id=pk)
    except ValueError as fout:
        raise Http404("opp-versie") from fout
    if taak is None:
        gedaan(request, "Deze versie was al bewaard.")
    else:
        gedaan(request, "We bewaren deze versie. Dat duurt een paar tellen.")
    return redirect("ondersteuning:opp_papieren", versie.opp_id)
