"""Reading before a meeting: the page, and the same on paper."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from overleg.documents.vooraf import SLEUTEL
from overleg.vooraf import PER_PAGINA, lees_vooraf
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.pagina import Pagina, gelezen_bladzijde
from zorgapp.werk.documenten import pdf_aanvragen


@vereist(Recht.OVERLEG)
@require_GET
def vooraf(request: ZorgRequest, pk: int) -> HttpResponse:
    """Per item one may see: the question, last agreements, what teachers wrote, own words, lines; ten items a page."""
    nummer = gelezen_bladzijde(request.GET.get("p"))
    blad = lees_vooraf(request.werkplek, pk, van=(nummer - 1) * PER_PAGINA, hoeveel=PER_PAGINA)
    meer = blad.aantal > nummer * PER_PAGINA
    pagina = Pagina(list(blad.punten), nummer, nummer + 1 if meer else None)
    return render(request, "overleg/vooraf.html", {"blad": blad, "o": blad.o, "pagina": pagina})


@vereist(Recht.OVERLEG)
@require_POST
def vooraf_pdf(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have it made as a PDF, with only what one may see."""
    taak = pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=pk)
    return redirect("werk:taak", taak.pk)
