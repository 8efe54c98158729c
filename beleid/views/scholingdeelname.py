"""Taking part in training: signing up and off, and looking back with who was there."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_scholing import deelnemers_van, get_scholing, mag_terugkijken
from beleid.forms.scholing import OpbrengstForm, TerugkijkenForm
from beleid.models import Scholing
from beleid.services import scholingdeelname as dienst
from beleid.views.concept import Begin, begin_van
from beleid.views.punt import VEROUDERD
from beleid.views.scholing import toon_vorm
from ondersteuning.views.trajectvorm import draai_terug, geweigerd, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.services import concept_weg


def _knop(request: ZorgRequest, pk: int, doe: Any, zin: str, herstel: str) -> HttpResponse:
    """Sign up or off, and say it with a way back, or say why not."""
    uit = geweigerd(Form(), lambda: (doe(door=request.werkplek, pk=pk),), VEROUDERD)
    if uit.waarde is None:
        opgelet(request, uit.melding)
    else:
        gedaan(request, zin, herstel=reverse(herstel, args=[pk]))
    return redirect("beleid:scholing_een", pk)


@vereist(Recht.BELEID)
@require_POST
def meedoen(request: ZorgRequest, pk: int) -> HttpResponse:
    """I take part."""
    return _knop(request, pk, dienst.scholing_meedoen, "Je doet mee.", "beleid:scholing_afmelden")


@vereist(Recht.BELEID)
@require_POST
def afmelden(request: ZorgRequest, pk: int) -> HttpResponse:
    """I do not take part after all."""
    zin = "Je doet niet meer mee."
    return _knop(request, pk, dienst.scholing_afmelden, zin, "beleid:scholing_meedoen")


@vereist(Recht.BELEID)
@require_http_methods(["GET", "POST"])
def terugkijken(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who was there and what it brought, for who works at it; its owner writes what it brought."""
    werkplek, rij = request.werkplek, get_scholing(request.werkplek, pk)
    if not mag_terugkijken(werkplek, rij):
        raise PermissionDenied("scholing van een ander")
    if not dienst.kan_terugkijken(werkplek, rij):
        opgelet(request, "Terugkijken kan vanaf de dag van de scholing, als ze doorgaat.")
        return redirect("beleid:scholing_een", pk)
    bekend = begin_van(werkplek, f"scholing:terug:{pk}", {"opbrengst": rij.opbrengst}, rij.versie)
    return (_met_namen if werkplek.mag(Recht.BELEID_WERKEN) else _zonder_namen)(request, rij, bekend)


def _met_namen(request: ZorgRequest, rij: Scholing, bekend: Begin) -> HttpResponse:
    """Forty names a page; each page is noted by itself."""
    werkplek = request.werkplek
    pagina = deelnemers_van(werkplek, rij, request.GET.get("p"))
    wie: dict[str, Any] = {"werkplek": werkplek, "deelnames": pagina.rijen, "verder": bool(pagina.volgende)}
    form = TerugkijkenForm(verzonden(request), initial=bekend.velden, **wie)
    form.helper.attrs |= bekend.attrs

    def leg_vast() -> Scholing:
        return dienst.scholing_terugkijken(door=werkplek, pk=rij.pk, **form.gegevens())

    uit = verstuur(request, form, leg_vast, VEROUDERD)
    if uit.waarde is None:
        achter = bekend.achter and not form.is_bound
        return toon_vorm(request, form, "Kijk terug", uit.status, rij, jaar=rij.jaar, achter=achter)
    concept_weg(door=werkplek, sleutel=f"scholing:terug:{rij.pk}")
    return _verder(request, uit.waarde, pagina.volgende)


def _verder(request: ZorgRequest, rij: Scholing, volgende: int | None) -> HttpResponse:
    """On to the next page of names, or back to the training with Herstel."""
    if volgende:
        gedaan(request, "Vastgelegd. Hieronder staan de volgende namen.")
        return redirect(f"{reverse('beleid:scholing_terugkijken', args=[rij.pk])}?p={volgende}")
    weer_open = f"{reverse('beleid:scholing_heropenen', args=[rij.pk])}?versie={rij.versie}"
    gedaan(request, f"Vastgelegd bij ‘{rij.titel}’.", herstel=weer_open)
    return redirect("beleid:scholing_een", rij.pk)


def _zonder_namen(request: ZorgRequest, rij: Scholing, bekend: Begin) -> HttpResponse:
    """What it brought, by its owner."""
    werkplek = request.werkplek
    form = OpbrengstForm(verzonden(request), initial=bekend.velden)
    form.helper.attrs |= bekend.attrs

    def schrijf() -> Scholing:
        data = form.cleaned_data
        return dienst.scholing_opbrengst(
            door=werkplek, pk=rij.pk, versie=data["versie"] or 0, opbrengst=data["opbrengst"]
        )

    uit = verstuur(request, form, schrijf, VEROUDERD)
    if uit.waarde is None:
        achter = bekend.achter and not form.is_bound
        return toon_vorm(request, form, "Kijk terug", uit.status, rij, jaar=rij.jaar, achter=achter)
    concept_weg(door=werkplek, sleutel=f"scholing:terug:{rij.pk}")
    gedaan(request, "Bewaard wat het opleverde.")
    return redirect("beleid:scholing_een", rij.pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def heropenen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: it was not looked back on yet."""
    versie = gelezen_versie(request.GET.get("versie", ""))
    draai_terug(
        request,
        lambda: dienst.scholing_heropenen(door=request.werkplek, pk=pk, versie=versie),
        VEROUDERD,
        "Het terugkijken staat weer open. Wat je invulde, staat er nog.",
    )
    return redirect("beleid:scholing_een", pk)
