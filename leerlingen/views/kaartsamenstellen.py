"""Putting a card together: several facilities of the catalogue on one page, published as one version."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leerlingen.access_kaart import faciliteiten, kaart_van, toekenningen_van
from leerlingen.access_kaartlezers import vakken_rond
from leerlingen.forms.samenstellen import SamenstelForm, meervoud
from leerlingen.models import Faciliteit, Faciliteitenkaart, FaciliteitToekenning, Leerling
from leerlingen.services.kaartsamenstellen import kaart_samenstellen
from leerlingen.views.kaartwijzigen import VEROUDERD, open_om_te_wijzigen, samenstelsleutel
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import ConceptStand, concept_lezen, concept_weg


@dataclass(frozen=True)
class Tafel:
    """What lies ready for one request: the card, what stands on it, the catalogue by number, and one's own draft."""

    leerling: Leerling
    kaart: Faciliteitenkaart | None
    toekenningen: list[FaciliteitToekenning]
    catalogus: dict[int, Faciliteit]
    concept: ConceptStand


def _dek(werkplek: Werkplek, leerling: Leerling) -> Tafel:
    return Tafel(
        leerling=leerling,
        kaart=kaart_van(leerling.pk),
        toekenningen=toekenningen_van(leerling.pk, werkplek.dag),
        catalogus={f.pk: f for f in faciliteiten(werkplek)},
        concept=concept_lezen(werkplek, samenstelsleutel(leerling.pk)),
    )


def _nummers(waarden: list[str], mag: Collection[int]) -> list[int]:
    """The numbers of facilities among `waarden`, each once; 404 for what may not be chosen."""
    gevraagd = [gelezen_nummer(waarde) or 0 for waarde in waarden]
    if not set(gevraagd) <= set(mag):
        raise Http404
    return list(dict.fromkeys(gevraagd))


def _vorm(
    werkplek: Werkplek, tafel: Tafel, data: Any, blok: list[int], mee: list[int], getypt: Mapping[str, Any]
) -> SamenstelForm:
    return SamenstelForm(
        data,
        faciliteiten=[tafel.catalogus[pk] for pk in blok],
        mee=mee,
        vakken=vakken_rond(tafel.leerling.pk, werkplek.dag),
        kaart=tafel.kaart,
        dag=werkplek.dag,
        getypt=getypt,
    )


def _toon(
    request: ZorgRequest, tafel: Tafel, form: SamenstelForm, status: int = 200, verouderd: str = ""
) -> HttpResponse:
    sleutel = samenstelsleutel(tafel.leerling.pk)
    context = {
        "leerling": tafel.leerling,
        "form": form,
        "kaart": tafel.kaart,
        "toekenningen": tafel.toekenningen,
        "attrs": concept_attrs(request.werkplek, sleutel, tafel.concept.versie),
        "verouderd": verouderd,
    }
    return render(request, "leerlingen/kaart/samenstellen.html", context, status=status)


def _begin(request: ZorgRequest, leerling: Leerling) -> HttpResponse:
    """What was ticked in the catalogue, after what a draft holds; back when that is nothing."""
    tafel = _dek(request.werkplek, leerling)
    inhoud, al = tafel.concept.inhoud, {rij.faciliteit_id for rij in tafel.toekenningen}
    nieuw = _nummers(request.GET.getlist("faciliteit"), tafel.catalogus)
    eerder = [pk for pk in tafel.catalogus if str(pk) in meervoud(inhoud, "blok")]
    blok = [pk for pk in dict.fromkeys([*eerder, *nieuw]) if pk not in al]
    if not blok:
        messages.info(request, "Vink eerst aan wat je op de kaart wilt zetten.")
        return redirect("leerlingen:kaart_wijzigen", leerling.pk)
    aan = meervoud(inhoud, "faciliteit")
    mee = [pk for pk in blok if pk in nieuw or str(pk) in aan]
    return _toon(request, tafel, _vorm(request.werkplek, tafel, None, blok, mee, inhoud))


@vereist(Recht.KAART_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def toevoegen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Several facilities, each with its subjects and where it counts, and one button."""
    if request.method == "GET":
        return _begin(request, open_om_te_wijzigen(request, pk, Handeling.BEKEKEN))
    werkplek, leerling = request.werkplek, open_om_te_wijzigen(request, pk)
    tafel = _dek(werkplek, leerling)
    mee = _nummers(request.POST.getlist("faciliteit"), tafel.catalogus)
    blok = _nummers([*request.POST.getlist("blok"), *map(str, mee)], tafel.catalogus)
    form = _vorm(werkplek, tafel, request.POST, blok, mee, dict(request.POST.lists()))
    if not form.is_valid():
        return _toon(request, tafel, form, 422)
    try:
        rijen = kaart_samenstellen(
            door=werkplek, leerling=leerling, keuzes=form.keuzes(), op=timezone.now(), **form.cleaned_data
        )
    except Verouderd:
        return _toon(request, _dek(werkplek, leerling), form, 409, VEROUDERD)
    except ValidationError as fout:
        form.neem_over(fout)
        return _toon(request, tafel, form, 422)
    return _klaar(request, leerling, rijen)


def _klaar(request: ZorgRequest, leerling: Leerling, rijen: list[FaciliteitToekenning]) -> HttpResponse:
    """Tell what is on the card; a single one can be taken back."""
    concept_weg(door=request.werkplek, sleutel=samenstelsleutel(leerling.pk))
    rij, herstel = rijen[0], ""
    if len(rijen) == 1:
        stand = f"?stand={rij.kaart.stand}"
        herstel = reverse("leerlingen:kaart_toekenning_stop", args=[leerling.pk, rij.pk]) + stand
    wat = f"{rij.faciliteit.naam} staat" if herstel else f"{len(rijen)} faciliteiten staan"
    gedaan(request, f"{wat} op de kaart. Elke docent bevestigt één keer.", herstel=herstel)
    return redirect("leerlingen:kaart_wijzigen", leerling.pk)
