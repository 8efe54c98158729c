"""One OPP: how it stands, the parts to read, the panels of what is done together, and setting it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.access_opp import versies_van
from ondersteuning.forms.opp_hub import VaststelForm
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppbezoek import opp_bij_bezoek, oppbewijs
from ondersteuning.opphub import Hub, lees_hub
from ondersteuning.opplezen import kies_versie, lees_handelingsdeel, lees_versie
from ondersteuning.opppanelen import PANELEN, lees_paneel
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_vaststellen import (
    OppNietInOrde,
    opp_vaststellen,
    opp_vaststellen_herstellen,
)
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

INTUSSEN = "Een collega paste dit net aan. Kijk eerst wat er nu staat."


@vereist(Recht.OPP)
@require_GET
def opp(request: ZorgRequest, pk: int) -> HttpResponse:
    """How it stands and what to do next; a teacher reads the handelingsdeel that is in force."""
    return _toon(request, pk)


def _toon(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    hub = lees_hub(request.werkplek, pk)
    if not isinstance(hub, Hub):
        rij, _, nu = hub
        les = {"opp": rij, "leerling": rij.leerling, "lees": lees_handelingsdeel(nu) if nu else None}
        return render(request, "ondersteuning/opp/opp_les.html", les)
    context = {
        "hub": hub,
        "opp": hub.opp,
        "mag": hub.mag,
        "leerling": hub.opp.leerling,
        "panelen": [(naam, paneel) for naam, paneel in PANELEN.items()],
        "bezoek": oppbewijs(request.werkplek, pk),
        **extra,
    }
    return render(request, "ondersteuning/opp/opp.html", context, status=status)


@vereist(Recht.OPP)
@require_GET
def lezen(request: ZorgRequest, pk: int) -> HttpResponse:
    """The parts of one version to read; htmx asks for them beside the checklist, without script a page of their own."""
    rij, mag, _ = opp_bij_bezoek(request.werkplek, pk, request.GET.get("b", ""))
    if not mag.heel:
        raise Http404("opp")
    versie = kies_versie(versies_van(pk), request.GET.get("versie", ""))
    fragment = bool(request.headers.get("HX-Request"))
    context = {
        "opp": rij,
        "mag": mag,
        "leerling": rij.leerling,
        "lees": lees_versie(versie, stem=not fragment),
    }
    return render(request, f"ondersteuning/opp/{'_lezen' if fragment else 'opp_lezen'}.html", context)


@vereist(Recht.OPP)
@require_GET
def paneel(request: ZorgRequest, pk: int, deel: str) -> HttpResponse:
    """One panel beside the checklist; without script a page of its own."""
    rij, mag, _ = opp_bij_bezoek(request.werkplek, pk, request.GET.get("b", ""))
    if not mag.heel or deel not in PANELEN:
        raise Http404("opp")
    versie = kies_versie(versies_van(pk), "")
    inhoud = lees_paneel(deel, request.werkplek, rij, versie, mag)
    context = {"opp": rij, "mag": mag, "leerling": rij.leerling, "versie": versie, "p": inhoud}
    context["paneel"] = PANELEN[deel]
    fragment = request.headers.get("HX-Request")
    return render(request, f"ondersteuning/opp/{'_paneel' if fragment else 'opp_paneel'}.html", context)


@vereist(Recht.OPP_BEHEREN)
@require_POST
def vaststellen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Set the version in the making, as its coordinator."""
    form = VaststelForm(request.POST)
    if not form.is_valid():
        return _toon(request, pk, 422, form=form)
    try:
        rij = opp_vaststellen(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data)
    except OppNietInOrde:
        return _toon(request, pk, 422, fout="Er mist nog iets. Hieronder staat wat.")
    except ValidationError as fout:
        form.add_error("evaluatie_op", fout.messages)
        return _toon(request, pk, 422, form=form)
    except Verouderd:
        return _toon(request, pk, 409, fout=INTUSSEN)
    except DaadNietToegestaan as fout:
        return _toon(request, pk, 409, fout=str(fout))
    herstel = reverse("ondersteuning:opp_vaststellen_herstel", args=[pk])
    gedaan(request, f"Versie {rij.nummer} is vastgesteld.", herstel=herstel)
    return redirect("ondersteuning:opp", pk)


@vereist(Recht.OPP_BEHEREN)
@require_POST
def herstel(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take the setting back, on its own day."""
    try:
        opp_vaststellen_herstellen(door=request.werkplek, pk=pk, op=timezone.now())
        gedaan(request, "Teruggenomen. De versie is weer een concept.")
    except DaadNietToegestaan as fout:
        messages.error(request, str(fout))
    return redirect("ondersteuning:opp", pk)


@vereist(Recht.OPP_WERKEN)
@require_POST
def bijstellen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Begin a next version: the pupil is heard again, and changed parts are discussed again."""
    try:
        rij = opp_bijstellen(door=request.werkplek, pk=pk, op=timezone.now())
        gedaan(request, f"Versie {rij.nummer} is begonnen. De leerling praat opnieuw mee.")
    except DaadNietToegestaan as fout:
        messages.error(request, str(fout))
    return redirect("ondersteuning:opp", pk)
