"""The nieuwsbrief to read: the letters that were placed, and one of them; for the coordinator the one in the making."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from beleid.access_lezen import te_lezen
from beleid.access_nieuws import brief_in_de_maak, brievenblad, get_brief, mag_werken, nieuwsstand
from beleid.access_nieuws_bronnen import voorstellen
from beleid.forms.nieuws import PlaatsForm
from beleid.models import Nieuwsbericht, Nieuwsbrief, Nieuwsstatus
from beleid.services.nieuws import BERICHTEN_MAX, brief_gelezen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.BELEID)
@require_GET
def lezen(request: ZorgRequest) -> HttpResponse:
    """What one did not read yet, of all kinds together."""
    return render(request, "beleid/nieuws_te_lezen.html", {"stukken": te_lezen(request.werkplek)})


@vereist(Recht.BELEID)
@require_GET
def nieuws(request: ZorgRequest) -> HttpResponse:
    """The letters, the newest first."""
    werkplek = request.werkplek
    context = {
        "pagina": brievenblad(werkplek, request.GET.get("p")),
        "maak": brief_in_de_maak(werkplek),
        "werkt": mag_werken(werkplek),
    }
    return render(request, "beleid/nieuws.html", context)


@vereist(Recht.BELEID)
@require_GET
def brief(request: ZorgRequest, pk: int) -> HttpResponse:
    """One letter; opening one that was placed is noted."""
    werkplek = request.werkplek
    rij, berichten = get_brief(werkplek, pk)
    if rij.status == Nieuwsstatus.CONCEPT:
        return maakblad(request, rij, berichten)
    brief_gelezen(door=werkplek, pk=pk, op=timezone.now())
    context: dict[str, Any] = {"brief": rij, "berichten": berichten, "werkt": mag_werken(werkplek)}
    if context["werkt"]:
        context["stand"] = nieuwsstand(werkplek, rij)
    return render(request, "beleid/nieuws_brief.html", context)


def maakblad(
    request: ZorgRequest,
    rij: Nieuwsbrief,
    berichten: list[Nieuwsbericht],
    form: PlaatsForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The letter in the making: its items, what could be told too, and placing it."""
    context = {
        "brief": rij,
        "berichten": berichten,
        "form": form,
        "voorstellen": voorstellen(request.werkplek),
        "ruimte": len(berichten) < BERICHTEN_MAX,
    }
    return render(request, "beleid/nieuws_maken.html", context, status=status)
