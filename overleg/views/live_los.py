"""What a meeting opens with: agreements of the last time that belong to none of its items, each answered with one tap."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ondersteuning.views.trajectvorm import geweigerd
from overleg.access import get_overleg
from overleg.forms.afspraak import HERSTEL, TikForm
from overleg.services.live import antwoord_geven
from overleg.views.live import lees_bij, niet_bezig
from overleg.views.live_doen import VEROUDERD
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.pagina import Pagina, gelezen_bladzijde

PER_PAGINA = 15


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def live_los(request: ZorgRequest, pk: int) -> HttpResponse:
    """The list, and an answer to one of it; htmx gets the list back."""
    get_overleg(request.werkplek, pk)
    blad = gelezen_bladzijde(request.GET.get("p"))
    fout = _antwoord(request, pk) if request.method == "POST" else ""
    if request.method == "POST" and not request.headers.get("HX-Request"):
        if fout:
            messages.error(request, fout)
        return redirect(f"{reverse('overleg:live_los', args=[pk])}?p={blad}")
    beeld = lees_bij(request, pk, None)
    if elders := niet_bezig(request, beeld.o):
        return elders
    context = beeld.context | {
        "pagina": _pagina(beeld.los, blad),
        "eerste": beeld.eerste,
    }
    context |= {"deel_fout": fout, "aan_de_gang": any(rij.bezig for rij in context["rijen"])}
    naam = "overleg/_live_los.html" if request.method == "POST" else "overleg/live_los.html"
    return render(request, naam, context, status=422 if fout else 200)


def _pagina(los: Sequence[Any], nummer: int) -> Pagina:
    begin = (nummer - 1) * PER_PAGINA
    meer = len(los) > begin + PER_PAGINA
    return Pagina(list(los[begin : begin + PER_PAGINA]), nummer, nummer + 1 if meer else None)


def _antwoord(request: ZorgRequest, pk: int) -> str:
    """Say how one of them went; why it was refused, empty when it was not."""
    form = TikForm(request.POST)
    if not form.is_valid() or form.cleaned_data["tik"][2] == HERSTEL:
        return " ".join(str(f) for fouten in form.errors.values() for f in fouten) or "Kies opnieuw."
    nummer, versie, stand = form.cleaned_data["tik"]
    uit = geweigerd(
        Form(),
        lambda: antwoord_geven(
            door=request.werkplek, overleg_id=pk, pk=nummer, versie=versie, stand=stand, op=timezone.now()
        ),
        VEROUDERD,
    )
    return uit.melding
