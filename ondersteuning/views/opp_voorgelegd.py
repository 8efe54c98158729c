"""What the coordinator put before this schoolleider: a list, that one version to read, and the decision."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.access_opp_voorleggen import aan_mij_voorgelegd, get_voorgelegd
from ondersteuning.forms.opp_hub import BesluitForm
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppvoorgelegd import lees_voorgelegd
from ondersteuning.services.opp_leiding import opp_terugsturen
from ondersteuning.services.opp_vaststellen import OppNietInOrde, opp_vaststellen_als_leiding
from ondersteuning.views.oppschets import getypt_van, niet_bewaard, schets, vul, weg
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

NIET_MEER = "Dit ligt niet meer bij jou. Het is teruggenomen of er is al besloten."
VEROUDERD = "De zorgcoördinator paste dit net aan. Lees eerst wat er nu staat."


def _sleutel(pk: int) -> str:
    return f"oppvoorlegging:{pk}"


@vereist(Recht.OPP_BESLUITEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """What waits for the decision of this person; no pupil's name."""
    return render(
        request, "ondersteuning/opp/voorgelegd.html", {"rijen": aan_mij_voorgelegd(request.werkplek)}
    )


@vereist(Recht.OPP_BESLUITEN)
@require_GET
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """That one version, read-only; opening it is logged."""
    return _toon(request, pk)


def _toon(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    rij, eigen = get_voorgelegd(request.werkplek, pk), schets(request.werkplek, _sleutel(pk))
    form = BesluitForm()
    vul(form, eigen)
    context = {"v": lees_voorgelegd(rij, request.werkplek.dag), "form": form, "concept": eigen.attrs, **extra}
    return render(request, "ondersteuning/opp/voorgelegd_een.html", context, status=status)


@vereist(Recht.OPP_BESLUITEN)
@require_POST
def besluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """Set it, or send it back with a note; his access ends with it.

    When it was decided or taken back meanwhile he may not know of it any more, but sees what he wrote.
    """
    form = BesluitForm(request.POST)
    try:
        return _besluit(request, pk, form)
    except Http404:
        if getypt := getypt_van(form.fields, request.POST):
            return niet_bewaard(request, None, "Jouw besluit", NIET_MEER, getypt)
        raise


def _besluit(request: ZorgRequest, pk: int, form: BesluitForm) -> HttpResponse:
    if not form.is_valid():
        return _toon(request, pk, 422, form=form)
    data: dict[str, Any] = {"door": request.werkplek, "voorlegging_id": pk, "op": timezone.now()}
    if form.cleaned_data["keuze"] == BesluitForm.TERUG:
        opp_terugsturen(toelichting=form.cleaned_data["toelichting"], **data)
        weg(request.werkplek, _sleutel(pk))
        gedaan(request, "Teruggestuurd. De zorgcoördinator leest wat je schreef.")
        return redirect("ondersteuning:opp_voorgelegd")
    try:
        opp_vaststellen_als_leiding(versie=form.cleaned_data["versie"], **data)
    except OppNietInOrde:
        return _toon(
            request, pk, 422, form=form, fout="Er mist nog iets. Stuur het terug met wat er moet gebeuren."
        )
    except Verouderd:
        return _toon(request, pk, 409, form=form, fout=VEROUDERD)
    except DaadNietToegestaan as fout:
        return _toon(request, pk, 409, form=form, fout=str(fout))
    weg(request.werkplek, _sleutel(pk))
    gedaan(request, "Vastgesteld.")
    return redirect("ondersteuning:opp_voorgelegd")
