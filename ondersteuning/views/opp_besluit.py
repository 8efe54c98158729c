"""Why a pupil must have an OPP: decisions from outside the school and a temporary placement, read and noted."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.models import Leerling
from ondersteuning.access_opp_besluit import (
    Besluit,
    beschikkingen_van,
    get_besluit,
    get_leerling_besluiten,
    mag_besluiten_wijzigen,
    plaatsingen_van,
)
from ondersteuning.forms.opp_besluit import BeschikkingForm, BesluitForm, PlaatsingForm
from ondersteuning.models import Beschikking, TijdelijkePlaatsing
from ondersteuning.oppplicht import stand_van
from ondersteuning.oppreden import redenzin
from ondersteuning.services.opp_besluit import besluit_toevoegen, besluit_verwijderen, besluit_wijzigen
from ondersteuning.views.oppschets import INTUSSEN, bewaak, schets, verouderd
from ondersteuning.views.oppschets import weg as schets_weg
from ondersteuning.views.trajectvorm import geweigerd, naar_nieuwste, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Een collega paste dit net aan. Hieronder staat wat jij invulde; erboven wat er nu staat."
Model = type[Besluit]
_VORM: dict[Model, tuple[type[BesluitForm], str]] = {
    Beschikking: (BeschikkingForm, "Beschikking"),
    TijdelijkePlaatsing: (PlaatsingForm, "Tijdelijke plaatsing"),
}


@vereist(Recht.OPP_WERKEN)
@require_GET
def redenen(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Whether this pupil must have an OPP and why, with the decisions and placements that are known."""
    werkplek = request.werkplek
    leerling, grond = get_leerling_besluiten(werkplek, leerling_id)
    stand = stand_van(werkplek, leerling)
    context = {
        "leerling": leerling,
        "stand": stand,
        "zin": redenzin(stand.plicht, werkplek.dag),
        "beschikkingen": beschikkingen_van(leerling.pk),
        "plaatsingen": plaatsingen_van(leerling.pk),
        "wijzigen": mag_besluiten_wijzigen(grond),
    }
    return render(request, "ondersteuning/opp/redenen.html", context)


@vereist(Recht.OPP_BEHEREN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, leerling_id: int, model: Model) -> HttpResponse:
    """Note a decision or a temporary placement."""
    werkplek = request.werkplek
    leerling, _ = get_leerling_besluiten(werkplek, leerling_id, schrijven=True)
    vorm, _ = _VORM[model]
    form = vorm(verzonden(request), initial={"van": werkplek.dag})
    if form.is_bound:
        uit = geweigerd(
            form,
            lambda: besluit_toevoegen(door=werkplek, leerling_id=leerling.pk, gegevens=form.gegevens()),
            VEROUDERD,
        )
        if uit.waarde is not None:
            return _bewaard(request, leerling, _sleutel(model, leerling, None))
    return _toon(request, leerling, model, form, 422 if form.is_bound else 200)


@vereist(Recht.OPP_BEHEREN)
@require_http_methods(["GET", "POST"])
def wijzig(request: ZorgRequest, pk: int, model: Model) -> HttpResponse:
    """Change one, or end it with a last day; after a colleague was first with both texts."""
    werkplek = request.werkplek
    rij, leerling = get_besluit(werkplek, model, pk)
    form = _VORM[model][0](verzonden(request), rij=rij)
    if not form.is_bound:
        return _toon(request, leerling, model, form, 200, rij=rij)
    uit = geweigerd(
        form,
        lambda: besluit_wijzigen(
            door=werkplek, pk=pk, versie=form.cleaned_data["versie"] or 0, gegevens=form.gegevens()
        ),
        VEROUDERD,
    )
    if uit.waarde is not None:
        return _bewaard(request, leerling, _sleutel(model, leerling, rij))
    return _toon(request, leerling, model, form, uit.status, rij=get_besluit(werkplek, model, pk)[0])


@vereist(Recht.OPP_BEHEREN)
@require_POST
def weg(request: ZorgRequest, pk: int, model: Model) -> HttpResponse:
    """Take away what was noted by mistake."""
    rij, leerling = get_besluit(request.werkplek, model, pk)
    nummer = gelezen_versie(request.POST.get("versie"))
    try:
        besluit_verwijderen(door=request.werkplek, model=model, pk=pk, versie=nummer)
    except Verouderd:
        form = _VORM[model][0](rij=rij)
        return _toon(request, leerling, model, form, 409, rij=rij)
    gedaan(request, "Weggehaald.")
    return redirect("ondersteuning:opp_redenen", leerling.pk)


def _sleutel(model: Model, leerling: Leerling, rij: Any) -> str:
    """The key of one's own draft of a new one, or of this one."""
    return f"oppreden:{model._meta.model_name}:{f'{rij.pk}' if rij else f'nieuw:{leerling.pk}'}"


def _bewaard(request: ZorgRequest, leerling: Leerling, sleutel: str) -> HttpResponse:
    schets_weg(request.werkplek, sleutel)
    gedaan(request, "Bewaard.")
    return redirect("ondersteuning:opp_redenen", leerling.pk)


def _toon(
    request: ZorgRequest,
    leerling: Leerling,
    model: Model,
    form: BesluitForm,
    status: int,
    rij: Any = None,
) -> HttpResponse:
    """The form with one's own draft; about the newest version, with what stands there now when that was another."""
    eigen = schets(request.werkplek, _sleutel(model, leerling, rij))
    oud = bewaak(form, eigen) and rij is not None and verouderd(eigen, versie=rij.versie)
    if status == 409 and form.is_bound:
        naar_nieuwste(form, rij.versie)
    context = {
        "leerling": leerling,
        "form": form,
        "rij": rij,
        "kop": _VORM[model][1],
        "beschikking": model is Beschikking,
        "verouderd": status == 409 or oud,
        "intussen": INTUSSEN if oud else "",
    }
    return render(request, "ondersteuning/opp/besluit.html", context, status=status)
