"""Complaints of parents: the list, one of them with its steps, the letter, and the agreement of a colleague.

The pages of one complaint ask for no right of their own: their door answers 404 to whoever it does not concern.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.models import Leerling
from ondersteuning.access_klacht import (
    afspraken_van,
    get_klacht,
    get_klachtafspraak,
    get_leerling_klacht,
    klachten,
    leider_kring,
    partijen_van,
)
from ondersteuning.documents.klacht import SLEUTEL
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms import klacht as vorm
from ondersteuning.klachtloop import STAPPEN
from ondersteuning.models import KlachtStatus, Klachtweg
from ondersteuning.overdrachtloop import StapGeweigerd
from ondersteuning.services import klacht as dienst
from zorgapp.accounts.forms.basis import getypt
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import PER_PAGINA_RUIM, bladzijde
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.documenten import pdf_aanvragen
from zorgapp.werk.services import concept_lezen, concept_weg

VEROUDERD = "Een collega paste dit net aan. Dit is de nieuwste stand; wat jij typte staat er nog."
VERDWENEN = "Een collega paste dit net aan. Dit formulier is er niet meer; dit typte jij:"
GEWEIGERD = (Verouderd, StapGeweigerd)


@vereist(Recht.KLACHT)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """Open complaints by their last day, or the closed ones."""
    gesloten = request.GET.get("toon") == "gesloten"
    pagina = bladzijde(klachten(request.werkplek, gesloten=gesloten), request.GET.get("p"), PER_PAGINA_RUIM)
    return render(request, "ondersteuning/klacht/lijst.html", {"pagina": pagina, "gesloten": gesloten})


def _sleutel(leerling_id: int) -> str:
    return f"klacht:nieuw:{leerling_id}"


@vereist(Recht.TRIAGE)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Write a complaint down; a draft on the server keeps what is typed."""
    werkplek = request.werkplek
    leerling, contacten = get_leerling_klacht(werkplek, leerling_id)
    waar: dict[str, Any] = {
        "contacten": contacten,
        "kring": eigenaar_kring(werkplek, leerling.pk),
        "vandaag": werkplek.dag,
    }
    if request.method == "GET":
        concept = concept_lezen(werkplek, _sleutel(leerling.pk)).inhoud
        begin = {"ontvangen_op": werkplek.dag, "ontvangen_door": werkplek.user.pk}
        begin |= {naam: concept[naam] for naam in vorm.TEKSTEN if isinstance(concept.get(naam), str)}
        return _nieuw(request, leerling, vorm.KlachtForm(initial=begin, **waar))
    form = vorm.KlachtForm(request.POST, **waar)
    if not form.is_valid():
        return _nieuw(request, leerling, form, 422)
    rij = dienst.klacht_vastleggen(
        door=werkplek, leerling_id=leerling.pk, gegevens=form.gegevens(), op=timezone.now()
    )
    concept_weg(door=werkplek, sleutel=_sleutel(leerling.pk))
    gedaan(request, "Vastgelegd. Alleen jij en wie je noemt zien dit.")
    return redirect("ondersteuning:klacht", rij.pk)


def _nieuw(
    request: ZorgRequest, leerling: Leerling, form: vorm.KlachtForm, status: int = 200
) -> HttpResponse:
    sleutel = _sleutel(leerling.pk)
    versie = concept_lezen(request.werkplek, sleutel).versie
    context = {
        "leerling": leerling,
        "form": form,
        "wegen": Klachtweg.choices,
        "concept_attrs": concept_attrs(request.werkplek, sleutel, versie),
    }
    return render(request, "ondersteuning/klacht/nieuw.html", context, status=status)


@vereist(Recht.WERKPLEK)
@require_GET
def klacht(request: ZorgRequest, pk: int) -> HttpResponse:
    """One complaint with what can be done now."""
    return _een(request, pk)


def _een(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    """Render one; `extra` holds a refused form under its own name, so that its text is not lost."""
    rij, zicht = get_klacht(request.werkplek, pk)
    werkplek, dag = request.werkplek, request.werkplek.dag
    context = {
        "k": rij,
        "zicht": zicht,
        "partijen": partijen_van(rij.pk),
        "afspraken": afspraken_van(rij.pk),
        "mag": set(STAPPEN[KlachtStatus(rij.status)]),
    }
    if zicht.coordinator:
        begin = {"leider": rij.schoolleider_id}
        kring = eigenaar_kring(werkplek, None)
        context["noem_form"] = vorm.NoemForm(initial=begin, kring=leider_kring(werkplek))
        context["afspraak_form"] = vorm.AfspraakForm(
            initial={"eigenaar": werkplek.user.pk}, kring=kring, vandaag=dag
        )
    context["kwijt"] = _kwijt(extra, context["mag"])
    if context["kwijt"]:
        context["fout"] = VERDWENEN
    return render(request, "ondersteuning/klacht/klacht.html", {**context, **extra}, status=status)


def _kwijt(extra: dict[str, Any], mag: set[str]) -> list[str]:
    """What was typed in a form that the complaint, as it stands now, no longer shows."""
    verborgen = [form for naam, form in extra.items() if naam.endswith("_form") and naam[:-5] not in mag]
    return [woorden for form in verborgen for woorden in getypt(form)]


def _doe(request: ZorgRequest, pk: int, naam: str, form: Any, doe: Any, tekst: str) -> HttpResponse:
    """Check `form`, call `doe` with what was typed, and tell; a refusal shows the form called `naam` again."""
    _, zicht = get_klacht(request.werkplek, pk)
    if not (zicht.leider if naam == "besluit_form" else zicht.coordinator):
        raise PermissionDenied("klacht")
    if not form.is_valid():
        return _een(request, pk, 422, **{naam: form})
    try:
        doe(door=request.werkplek, pk=pk, **form.cleaned_data)
    except GEWEIGERD as fout:
        return _een(request, pk, 409, fout=str(fout) or VEROUDERD, **{naam: form})
    gedaan(request, tekst)
    return redirect("ondersteuning:klacht", pk)


def _op(doe: Any) -> Any:
    """The same service at this moment."""
    return lambda **velden: doe(op=timezone.now(), **velden)


@vereist(Recht.WERKPLEK)
@require_POST
def hoor(request: ZorgRequest, pk: int) -> HttpResponse:
    """Keep what somebody said."""
    form = vorm.HoorForm(request.POST, vandaag=request.werkplek.dag)
    return _doe(request, pk, "hoor_form", form, _op(dienst.partij_horen), "Genoteerd.")


@vereist(Recht.WERKPLEK)
@require_POST
def noem(request: ZorgRequest, pk: int) -> HttpResponse:
    """Name a school leader, or nobody."""
    form = vorm.NoemForm(request.POST, kring=leider_kring(request.werkplek))
    return _doe(request, pk, "noem_form", form, _op(dienst.leider_noemen), "Aangepast wie meeleest.")


@vereist(Recht.WERKPLEK)
@require_POST
def besluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """The named school leader decides."""
    form = vorm.BesluitLeidingForm(request.POST)
    return _doe(request, pk, "besluit_form", form, _op(dienst.leider_besluit), "Je besluit staat erbij.")


@vereist(Recht.WERKPLEK)
@require_POST
def uitkomst(request: ZorgRequest, pk: int) -> HttpResponse:
    """What was agreed."""
    form = vorm.UitkomstForm(request.POST)
    return _doe(
        request, pk, "uitkomst_form", form, dienst.uitkomst_vastleggen, "Vastgelegd wat is afgesproken."
    )


@vereist(Recht.WERKPLEK)
@require_POST
def afspraak_nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask a colleague to do something."""
    form = vorm.AfspraakForm(
        request.POST, kring=eigenaar_kring(request.werkplek, None), vandaag=request.werkplek.dag
    )
    return _doe(request, pk, "afspraak_form", form, dienst.afspraak_maken, "Afgesproken.")


@vereist(Recht.WERKPLEK)
@require_POST
def sluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """Answered, and closed."""
    form = vorm.SluitKlachtForm(request.POST, vandaag=request.werkplek.dag)
    return _doe(request, pk, "sluit_form", form, _op(dienst.klacht_sluiten), "Gesloten.")


@vereist(Recht.WERKPLEK)
@require_POST
def heropen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Open it again."""
    form = vorm.VersieForm(request.POST)
    return _doe(request, pk, "heropen_form", form, _op(dienst.klacht_heropenen), "De klacht is weer open.")


@vereist(Recht.WERKPLEK)
@require_POST
def brief(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have the letter that closes it made as a PDF."""
    taak = pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=pk)
    return redirect("werk:taak", taak.pk)


@vereist(Recht.WERKPLEK)
@require_http_methods(["GET", "POST"])
def afspraak(request: ZorgRequest, pk: int) -> HttpResponse:
    """An agreement for its owner: its words, and what became of it."""
    rij = get_klachtafspraak(request.werkplek, pk)
    form = vorm.KlaarForm(request.POST) if request.method == "POST" else None
    status, fout = 200, ""
    if form is not None and form.is_valid():
        try:
            dienst.afspraak_klaar(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data)
        except GEWEIGERD as geweigerd:
            status, fout = 409, str(geweigerd) or VEROUDERD
        else:
            gedaan(request, "Afgerond.")
            return redirect("ondersteuning:klacht_afspraak", pk)
    elif form is not None:
        status = 422
    context = {"a": rij, "form": form, "fout": fout}
    return render(request, "ondersteuning/klacht/afspraak.html", context, status=status)
