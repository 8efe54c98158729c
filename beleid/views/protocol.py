"""The protocolgids: the list, one protocol to read and confirm, and the buttons of who writes them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from beleid.access_protocol import (
    get_protocol,
    heeft_gelezen,
    leesstand,
    mag_werken,
    protocollen_van,
    wie_nog_niet,
)
from beleid.forms.protocol import StandForm
from beleid.models import Protocolversie
from beleid.protocolsoorten import Versiestatus
from beleid.protocoltekst import woorden_uit
from beleid.services.protocol import (
    protocol_beeindigen,
    protocol_gelezen,
    protocol_herstellen,
    protocol_laten_gelden,
    versie_beginnen,
    versie_terug,
    versie_weggooien,
)
from ondersteuning.views.trajectvorm import draai_terug, geweigerd
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.services import concept_bewaren, concept_lezen, concept_weg

_WEG = "protocolweg:{}"
VEROUDERD = "Een collega paste dit protocol net aan. Kijk eerst wat er nu staat."


@vereist(Recht.BELEID)
@require_GET
def protocollen(request: ZorgRequest) -> HttpResponse:
    """The protocols of the school, with what one still has to read on top."""
    rijen = protocollen_van(request.werkplek)
    context = {
        "te_lezen": [rij for rij in rijen if rij.geldt and not rij.gelezen],  # type: ignore[attr-defined]
        "gelezen": [rij for rij in rijen if rij.geldt and rij.gelezen],  # type: ignore[attr-defined]
        "in_de_maak": [rij for rij in rijen if not rij.geldt],  # type: ignore[attr-defined]
        "werkt": mag_werken(request.werkplek),
    }
    return render(request, "beleid/protocollen.html", context)


def _gekozen(versies: list[Protocolversie], gevraagd: str | None) -> Protocolversie:
    """The version in the address, else the one that holds, else the newest; 404 for a number that is not there."""
    if gevraagd:
        gevonden = [v for v in versies if str(v.nummer) == gevraagd]
        if not gevonden:
            raise Http404("protocolversie")
        return gevonden[0]
    return next((v for v in versies if v.status == Versiestatus.GELDIG), versies[0])


@vereist(Recht.BELEID)
@require_GET
def protocol(request: ZorgRequest, pk: int) -> HttpResponse:
    """One version to read; the one that holds can be confirmed."""
    werkplek = request.werkplek
    rij, versies = get_protocol(werkplek, pk)
    versie = _gekozen(versies, request.GET.get("versie"))
    geldt = versie.status == Versiestatus.GELDIG and rij.vervallen_op is None
    context: dict[str, Any] = {
        "protocol": rij,
        "versie": versie,
        "geldt": geldt,
        "andere": [v for v in versies if v.pk != versie.pk],
        "gelezen": geldt and heeft_gelezen(werkplek, versie),
        "werkt": mag_werken(werkplek),
        "concept": next((v for v in versies if v.status == Versiestatus.CONCEPT), None),
    }
    if geldt and context["werkt"]:
        context["stand"] = leesstand(werkplek, versie)
    return render(request, "beleid/protocol.html", context)


@vereist(Recht.BELEID)
@require_POST
def gelezen(request: ZorgRequest, pk: int) -> HttpResponse:
    """I read the text that stood before me; a next one is to be read first."""
    nummer = gelezen_versie(request.POST.get("nummer", ""))
    try:
        protocol_gelezen(door=request.werkplek, pk=pk, op=timezone.now(), nummer=nummer)
    except Verouderd:
        opgelet(request, "Er geldt nu een nieuwe tekst. Lees die eerst.")
        return redirect("beleid:protocol", pk)
    gedaan(request, "Genoteerd dat je het las.")
    return redirect("beleid:protocollen")


@vereist(Recht.BELEID_WERKEN)
@require_GET
def lezers(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who did not confirm yet."""
    rij, versies = get_protocol(request.werkplek, pk)
    versie = _gekozen(versies, None)
    pagina = wie_nog_niet(request.werkplek, versie, request.GET.get("p"))
    stand = leesstand(request.werkplek, versie)
    return render(
        request,
        "beleid/protocol_lezers.html",
        {"protocol": rij, "versie": versie, "pagina": pagina, "stand": stand},
    )


def _knop(
    request: ZorgRequest, pk: int, doe: Callable[[int], Any], zin: str, herstel: str = ""
) -> HttpResponse:
    """A button with the version somebody saw: it is done and said, or said why not."""
    form = StandForm(request.POST)
    uit = geweigerd(form, lambda: (doe(form.cleaned_data["versie"]), True), VEROUDERD)
    if uit.waarde is None:
        fouten = [tekst for teksten in form.errors.values() for tekst in teksten]
        messages.error(request, uit.melding or " ".join(fouten))
        return redirect("beleid:protocol", pk)
    terug = f"{reverse(herstel, args=[pk])}?versie={uit.waarde[0].versie}" if herstel else ""
    gedaan(request, zin, herstel=terug)
    return redirect("beleid:protocollen")


@vereist(Recht.BELEID_WERKEN)
@require_POST
def gelden(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put the new text in force."""
    return _knop(
        request,
        pk,
        lambda versie: protocol_laten_gelden(door=request.werkplek, pk=pk, versie=versie, op=timezone.now()),
        "Dit protocol geldt nu. Je collega’s krijgen de vraag om het te lezen.",
    )


@vereist(Recht.BELEID_WERKEN)
@require_POST
def herzien(request: ZorgRequest, pk: int) -> HttpResponse:
    """Begin a next text."""
    uit = geweigerd(
        StandForm(), lambda: versie_beginnen(door=request.werkplek, pk=pk, op=timezone.now()), VEROUDERD
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return redirect("beleid:protocol", pk)
    return redirect("beleid:protocol_schrijven", pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def weggooien(request: ZorgRequest, pk: int) -> HttpResponse:
    """Throw the new text away; the words are kept for Herstel, as a draft of who did so."""
    werkplek, sleutel = request.werkplek, _WEG.format(pk)

    def gooi(versie: int) -> Protocolversie:
        weg = versie_weggooien(door=werkplek, pk=pk, versie=versie)
        inhoud = {veld: getattr(weg, veld) for veld in ("tekst", "stappen", "wijziging")}
        eerder = concept_lezen(werkplek, sleutel).versie
        concept_bewaren(door=werkplek, sleutel=sleutel, versie=eerder, inhoud=inhoud)
        return weg

    return _knop(request, pk, gooi, "De nieuwe tekst is weggegooid.", "beleid:protocol_tekst_terug")


@vereist(Recht.BELEID_WERKEN)
@require_POST
def tekst_terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel of throwing a text away."""
    werkplek, sleutel = request.werkplek, _WEG.format(pk)

    def zet() -> Protocolversie:
        inhoud = concept_lezen(werkplek, sleutel).inhoud
        if not inhoud:
            raise ValidationError("Deze tekst is er niet meer.")
        terug_ = versie_terug(door=werkplek, pk=pk, op=timezone.now(), **woorden_uit(inhoud))
        concept_weg(door=werkplek, sleutel=sleutel)
        return terug_

    draai_terug(request, zet, VEROUDERD, "De tekst is er weer.")
    return redirect("beleid:protocollen")


@vereist(Recht.BELEID_WERKEN)
@require_POST
def beeindigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """It holds no more."""
    return _knop(
        request,
        pk,
        lambda versie: protocol_beeindigen(door=request.werkplek, pk=pk, versie=versie),
        "Dit protocol geldt niet meer.",
        "beleid:protocol_terug",
    )


@vereist(Recht.BELEID_WERKEN)
@require_POST
def terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel of ending it."""
    nummer = gelezen_versie(request.GET.get("versie", ""))
    uit = geweigerd(
        StandForm(), lambda: protocol_herstellen(door=request.werkplek, pk=pk, versie=nummer), VEROUDERD
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
    return redirect("beleid:protocol", pk)
