"""The law watch: the points and what changes, one point, and saying how the school stands."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from beleid.access_wetten import (
    controles_van,
    instellingen_bij,
    mag_werken,
    straks_anders,
    wetspunt,
    wetstanden,
)
from beleid.forms.wetten import WetForm
from beleid.models import Wetscontrole
from beleid.services.wetten import wet_nagekeken
from ondersteuning.views.trajectvorm import naar_nieuwste, verstuur, verzonden
from overleg.access_naamcheck import namen_in
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega keek dit net na. Kijk eerst wat er nu staat."


@vereist(Recht.BELEID_JAAR)
@require_GET
def wetten(request: ZorgRequest) -> HttpResponse:
    """What changes soon, and every point with how the school stands."""
    standen = wetstanden(request.werkplek)
    context = {
        "standen": standen,
        "open": sum(1 for stand in standen if stand.controle is None),
        "straks": straks_anders(request.werkplek),
    }
    return render(request, "beleid/wetten.html", context)


@vereist(Recht.BELEID_JAAR)
@require_GET
def wet(request: ZorgRequest, onderwerp: str) -> HttpResponse:
    """One point: what it asks, what it touches, and what was said of it."""
    punt = wetspunt(onderwerp)
    context = {
        "punt": punt,
        "controles": controles_van(request.werkplek, onderwerp),
        "instellingen": instellingen_bij(request.werkplek, punt),
        "werkt": mag_werken(request.werkplek),
    }
    return render(request, "beleid/wet.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nakijken(request: ZorgRequest, onderwerp: str) -> HttpResponse:
    """Say how the school stands; what was said before stays."""
    werkplek, punt = request.werkplek, wetspunt(onderwerp)
    laatste = next(iter(controles_van(werkplek, onderwerp)), None)
    begin = {"versie": laatste.pk if laatste else 0}
    form = WetForm(verzonden(request), namen_in=lambda tekst: namen_in(werkplek, tekst), initial=begin)

    def doe() -> Wetscontrole:
        velden = {veld: form.cleaned_data[veld] for veld in ("voldoet", "toelichting")}
        gezien = form.cleaned_data["versie"] or 0
        return wet_nagekeken(door=werkplek, onderwerp=onderwerp, gezien=gezien, op=timezone.now(), **velden)

    uit = verstuur(request, form, doe, VEROUDERD)
    if uit.waarde is not None:
        gedaan(request, "Vastgelegd. Wat eerder is gezegd blijft staan.")
        return redirect("beleid:wet", onderwerp)
    if uit.status == 409:
        naar_nieuwste(form, begin["versie"])
    context = {"form": form, "punt": punt, "laatste": laatste, "verouderd": uit.status == 409}
    return render(request, "beleid/wet_nakijken.html", context, status=uit.status)
