"""Notes of a pupil: write, read, change, retract and print."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access import get_leerling
from leerlingen.access_notities import OpenNotitie, get_notitie, niveaukeuzes, revisie_van, revisies_van
from leerlingen.access_prive import get_aantekening
from leerlingen.access_stukken import stukken_bij
from leerlingen.forms.notities import NotitieForm, NotitieWijzigForm, RedenForm, velden_van
from leerlingen.models import Leerling
from leerlingen.services.notities import (
    NotitieVerouderd,
    notitie_intrekken,
    notitie_terugzetten,
    notitie_vastleggen,
    notitie_wijzigen,
)
from leerlingen.zienswijzen import zienswijzen_bij
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

GEWIJZIGD = "Een collega paste deze notitie net aan. Kijk wat er nu staat en bewaar daarna opnieuw."


def concept_nieuw(leerling_id: int) -> str:
    """The key of the draft of a new note about one pupil."""
    return f"notitie:nieuw:{leerling_id}"


def concept_van(pk: int) -> str:
    """The key of the draft of a change."""
    return f"notitie:{pk}"


def _formulier(
    request: ZorgRequest, form: Any, leerling: Leerling, sleutel: str, status: int = 200, **extra: Any
) -> HttpResponse:
    """The form of a new note or a change, with its draft and who will read it at each level."""
    versie = concept_lezen(request.werkplek, sleutel).versie
    context = {
        "form": form,
        "leerling": leerling,
        "niveaus": niveaukeuzes(leerling),
        "concept": concept_attrs(request.werkplek, sleutel, versie),
        **extra,
    }
    return render(request, "leerlingen/notities/notitie_form.html", context, status=status)


@vereist(Recht.NOTITIES)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Write something down about a pupil; a draft fills the form, a valid post adds it once."""
    werkplek = request.werkplek
    leerling, _ = get_leerling(werkplek, leerling_id)
    sleutel = concept_nieuw(leerling.pk)
    if request.method == "GET":
        form = NotitieForm(initial=_begin(request, leerling), uiterlijk=werkplek.dag)
        return _formulier(request, form, leerling, sleutel)
    form = NotitieForm(request.POST, uiterlijk=werkplek.dag)
    nieuwe = form.is_valid() and probeer(form, lambda: _leg_vast(request, form, leerling.pk))
    if not nieuwe:
        return _formulier(request, form, leerling, sleutel, 422)
    concept_weg(door=werkplek, sleutel=sleutel)
    gedaan(request, "Vastgelegd.")
    return redirect("leerlingen:notitie", nieuwe.pk)


def _leg_vast(request: ZorgRequest, form: NotitieForm, leerling_id: int) -> Any:
    return notitie_vastleggen(
        door=request.werkplek,
        leerling_id=leerling_id,
        sleutel=form.cleaned_data["sleutel"],
        gegevens=form.gegevens(),
        op=timezone.now(),
        aantekening_id=form.cleaned_data["van"],
    )


def _begin(request: ZorgRequest, leerling: Leerling) -> dict[str, Any]:
    """First values: one's draft, and below it the working note that is shared (`?van=`)."""
    begin: dict[str, Any] = dict(concept_lezen(request.werkplek, concept_nieuw(leerling.pk)).inhoud)
    van = gelezen_nummer(request.GET.get("van"))
    if van is not None and str(begin.get("van") or "") != str(van):
        aantekening = get_aantekening(request.werkplek, van)
        if aantekening.leerling_id == leerling.pk:
            begin["tekst"] = "\n\n".join(t for t in (begin.get("tekst"), aantekening.tekst) if t)
            begin["van"] = van
    return begin


@vereist(Recht.NOTITIES)
@require_GET
def notitie(request: ZorgRequest, pk: int) -> HttpResponse:
    """One note with its history, attachments and what others think of it; opening it is logged."""
    return _toon(request, get_notitie(request.werkplek, pk))


def _toon(request: ZorgRequest, geopend: OpenNotitie, status: int = 200, **extra: Any) -> HttpResponse:
    werkplek, bron = request.werkplek, f"notitie:{geopend.notitie.pk}"
    context = {
        "o": geopend,
        "notitie": geopend.notitie,
        "leerling": geopend.leerling,
        "bron": bron,
        "pagina": revisies_van(werkplek, geopend, request.GET.get("p")),
        "revisie": revisie_van(werkplek, geopend, request.GET.get("revisie", "")),
        "stukken": stukken_bij(werkplek, geopend),
        "zienswijzen": zienswijzen_bij(werkplek, bron),
        **extra,
    }
    return render(request, "leerlingen/notities/notitie.html", context, status=status)


@vereist(Recht.NOTITIES)
@require_GET
def afdrukken(request: ZorgRequest, pk: int) -> HttpResponse:
    """The note as it goes on paper, with the views of pupil and parents (DOMAIN 48); logged as printed."""
    geopend = get_notitie(request.werkplek, pk, Handeling.AFGEDRUKT)
    context = {
        "notitie": geopend.notitie,
        "leerling": geopend.leerling,
        "zienswijzen": zienswijzen_bij(request.werkplek, f"notitie:{pk}"),
    }
    return render(request, "leerlingen/notities/notitie_afdruk.html", context)


@vereist(Recht.NOTITIES)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change a note; when somebody else was first both texts are shown and nothing is written."""
    geopend = get_notitie(request.werkplek, pk)
    if not geopend.mag_wijzigen:
        raise PermissionDenied("alleen de auteur en de zorgcoördinator wijzigen een notitie")
    uiterlijk, sleutel = geopend.notitie.vastgelegd_op, concept_van(pk)
    if request.method == "GET":
        begin, nu = _begin_wijziging(request, geopend)
        form = NotitieWijzigForm(initial=begin, uiterlijk=uiterlijk)
        return _formulier(request, form, geopend.leerling, sleutel, notitie=geopend.notitie, nu=nu)
    form = NotitieWijzigForm(request.POST, uiterlijk=uiterlijk)
    try:
        goed = form.is_valid() and probeer(form, lambda: _wijzig(request, form, pk))
    except NotitieVerouderd as fout:
        return _naast_elkaar(request, form, fout.geopend)
    if not goed:
        return _formulier(request, form, geopend.leerling, sleutel, 422, notitie=geopend.notitie)
    concept_weg(door=request.werkplek, sleutel=sleutel)
    gedaan(request, "Bewaard. De vorige tekst staat bij de geschiedenis.")
    return redirect("leerlingen:notitie", pk)


def _begin_wijziging(request: ZorgRequest, geopend: OpenNotitie) -> tuple[dict[str, Any], Any]:
    """First values, and the note itself when one's draft began on an earlier version of it."""
    begin = velden_van(geopend.notitie)
    concept = concept_lezen(request.werkplek, concept_van(geopend.notitie.pk)).inhoud
    oud = bool(concept) and str(concept.get("versie")) != str(begin["versie"])
    versie = begin["versie"]
    begin |= {naam: waarde for naam, waarde in concept.items() if naam in begin}
    return begin | {"versie": versie}, geopend.notitie if oud else None


def _wijzig(request: ZorgRequest, form: NotitieWijzigForm, pk: int) -> OpenNotitie:
    return notitie_wijzigen(
        door=request.werkplek,
        pk=pk,
        versie=form.cleaned_data["versie"],
        gegevens=form.gegevens(),
        op=timezone.now(),
    )


def _naast_elkaar(request: ZorgRequest, form: NotitieWijzigForm, geopend: OpenNotitie) -> HttpResponse:
    """What stands there now beside what was typed; the next save builds on what stands there."""
    nu = geopend.notitie
    form.data = {**request.POST.dict(), "versie": str(nu.versie)}
    sleutel = concept_van(nu.pk)
    return _formulier(request, form, geopend.leerling, sleutel, 409, notitie=nu, nu=nu, gewijzigd=GEWIJZIGD)


@vereist(Recht.NOTITIES)
@require_POST
def intrekken(request: ZorgRequest, pk: int) -> HttpResponse:
    """Retract a note with a reason; can be undone."""
    form = RedenForm(request.POST)
    if not form.is_valid():
        return _toon(request, get_notitie(request.werkplek, pk), 422, reden_form=form)
    data = form.cleaned_data
    try:
        notitie_intrekken(
            door=request.werkplek, pk=pk, versie=data["versie"] or 0, reden=data["reden"], op=timezone.now()
        )
    except NotitieVerouderd:
        return _toon(request, get_notitie(request.werkplek, pk), 409, reden_form=form, gewijzigd=GEWIJZIGD)
    gedaan(request, "Ingetrokken.", herstel=reverse("leerlingen:notitie_terugzetten", args=[pk]))
    return redirect("leerlingen:notitie", pk)


@vereist(Recht.NOTITIES)
@require_POST
def terugzetten(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take the retraction back."""
    try:
        notitie_terugzetten(door=request.werkplek, pk=pk)
        gedaan(request, "De notitie staat er weer.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("leerlingen:notitie", pk)
