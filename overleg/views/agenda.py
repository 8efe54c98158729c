"""Making the agenda of a meeting: what is on it and in what order, the question of each item, proposals beside it."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from leerlingen.access import get_leerling
from ondersteuning.views.trajectvorm import draai_terug, geweigerd
from overleg.access import get_overleg_om
from overleg.access_agenda import lees_punt
from overleg.access_voorstel import als_punten
from overleg.agendabeeld import gekozen_voorstellen, lees_agenda
from overleg.forms.agenda import PuntForm, StapForm, VoorstelForm, VraagForm
from overleg.forms.live import LeerlingErbij, OnderwerpErbij
from overleg.models import Agendapunt, Overleg
from overleg.services import agenda as dienst
from overleg.soorten import regels
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer

VEROUDERD = "Een collega paste dit punt net aan. Hieronder staat wat er nu staat; wat jij typte staat er nog."


def _naar(pk: int, punt: int | None = None, knop: str = "") -> HttpResponse:
    """The agenda, at one item; `knop` is the button that was pressed: it gets the focus, so that one can press again.

    Without a # then: a browser that goes to a place in the page gives nothing the focus.
    """
    pad = reverse("overleg:agenda", args=[pk])
    if punt is None:
        return redirect(pad)
    return redirect(f"{pad}?hier={knop}{punt}" if knop else f"{pad}#p{punt}")


@vereist(Recht.OVERLEG)
@require_GET
def agenda(request: ZorgRequest, pk: int) -> HttpResponse:
    """What is on it, and for who makes it the proposals; `?punt=` opens one item to change."""
    return _toon(request, pk)


def _toon(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    """Render the agenda; a refused form comes back in its place, so that its text is not lost."""
    vraag = request.GET
    beeld = lees_agenda(request.werkplek, pk, reden=vraag.get("reden", "")[:20], gevraagd=vraag.get("p", ""))
    context = beeld.context | {"hier": vraag.get("hier", "")[:24]} | extra
    if context["maakt"]:
        context.setdefault("onderwerp_form", OnderwerpErbij(werkplek=request.werkplek, auto_id="o_%s"))
        if beeld.regels.leerlingen:
            context.setdefault("leerling_form", LeerlingErbij(werkplek=request.werkplek))
    if "wijzig" not in context and (context["maakt"] or beeld.mag.deelnemer):
        context["wijzig"] = _gevraagd(request, pk)
    return render(request, "overleg/agenda.html", context, status=status)


def _gevraagd(request: ZorgRequest, pk: int) -> Agendapunt | None:
    """The item that is opened to change, through its own door."""
    nummer = gelezen_nummer(request.GET.get("punt"))
    return None if nummer is None else _punt(request, pk, nummer)


def _punt(request: ZorgRequest, pk: int, nummer: int, *, gezien: bool = True) -> Agendapunt:
    punt = lees_punt(request.werkplek, nummer, gezien=gezien)
    if punt.overleg_id != pk:
        raise Http404("agendapunt")
    return punt


@vereist(Recht.OVERLEG)
@require_POST
def stap(request: ZorgRequest, pk: int) -> HttpResponse:
    """One place up or down, or off the agenda; off can be undone."""
    form = StapForm(request.POST)
    if not form.is_valid():
        return _naar(pk)
    wat, nummer = form.cleaned_data["doe"]
    _punt(request, pk, nummer, gezien=False)
    werkplek = request.werkplek
    if wat != "af":
        dienst.punt_verplaatsen(door=werkplek, pk=nummer, omhoog=wat == "op")
        return _naar(pk, nummer, wat)
    uit = geweigerd(forms.Form(), lambda: dienst.punt_van_agenda(door=werkplek, pk=nummer), VEROUDERD)
    if uit.waarde is None:
        return _toon(request, pk, 422, fout=uit.melding)
    gedaan(request, "Van de agenda gehaald.", herstel=reverse("overleg:agenda_terug", args=[pk, nummer]))
    return _naar(pk)


@vereist(Recht.OVERLEG)
@require_POST
def terug(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Put an item back that was taken off."""
    _punt(request, pk, punt, gezien=False)
    draai_terug(
        request,
        lambda: dienst.punt_terug(door=request.werkplek, pk=punt),
        VEROUDERD,
        "Staat weer op de agenda.",
    )
    return _naar(pk, punt)


@vereist(Recht.OVERLEG)
@require_POST
def wijzig(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Change an item: question, minutes, why."""
    rij = _punt(request, pk, punt, gezien=False)
    form = PuntForm(request.POST)
    uit = geweigerd(
        form, lambda: dienst.punt_wijzigen(door=request.werkplek, pk=punt, **form.cleaned_data), VEROUDERD
    )
    return _naar(pk, punt) if uit.waarde else _weer_open(request, rij, form, uit.status)


@vereist(Recht.OVERLEG)
@require_POST
def vraag(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """The question of an item that has none, by who takes part."""
    rij = _punt(request, pk, punt, gezien=False)
    form = VraagForm(request.POST)
    uit = geweigerd(
        form, lambda: dienst.vraag_stellen(door=request.werkplek, pk=punt, **form.cleaned_data), VEROUDERD
    )
    if uit.waarde is None:
        return _weer_open(request, rij, form, uit.status)
    gedaan(request, "Je vraag staat op de agenda.")
    return _naar(pk, punt)


def _weer_open(request: ZorgRequest, rij: Agendapunt, form: forms.Form, status: int) -> HttpResponse:
    """The item with what was typed; after "somebody was first" about the newest version, that stands beside it."""
    nu = _punt(request, rij.overleg_id, rij.pk)
    extra = {"wijzig": nu, "wijzig_form": form, "verouderd": status == 409}
    return _toon(request, rij.overleg_id, status, **extra)


@vereist(Recht.OVERLEG)
@require_POST
def erbij(request: ZorgRequest, pk: int) -> HttpResponse:
    """One more pupil, found by name, or a subject."""
    overleg, _ = get_overleg_om(request.werkplek, pk, "agenda")
    leerling = "onderwerp" not in request.POST and regels(overleg.soort).leerlingen
    form: Any = (
        LeerlingErbij(request.POST, werkplek=request.werkplek)
        if leerling
        else OnderwerpErbij(request.POST, werkplek=request.werkplek, auto_id="o_%s")
    )
    uit = geweigerd(form, lambda: _voeg_toe(request, overleg, form), VEROUDERD)
    if uit.waarde is None:
        return _toon(request, pk, uit.status, **{"leerling_form" if leerling else "onderwerp_form": form})
    return _naar(pk, uit.waarde.pk)


def _voeg_toe(request: ZorgRequest, overleg: Overleg, form: Any) -> Agendapunt:
    gegevens = form.gegevens()
    if gegevens.leerling:
        get_leerling(request.werkplek, gegevens.leerling.pk)  # choosing him is a look
    return dienst.punt_toevoegen(
        door=request.werkplek, overleg_id=overleg.pk, gegevens=gegevens, op=timezone.now()
    )


@vereist(Recht.OVERLEG)
@require_POST
def voorstel(request: ZorgRequest, pk: int) -> HttpResponse:
    """Put every proposal that was ticked on the agenda at once."""
    get_overleg_om(request.werkplek, pk, "agenda")
    form = VoorstelForm(request.POST)
    uit = geweigerd(form, lambda: _zet_erop(request, pk, form.nummers), VEROUDERD)
    if uit.waarde is None:
        zin = uit.melding or " ".join(str(fout) for fout in form.non_field_errors())
        return _toon(request, pk, uit.status, fout=zin)
    aantal = len(uit.waarde)
    if aantal:
        gedaan(request, f"{hoeveel(aantal, 'leerling staat', 'leerlingen staan')} op de agenda.")
    else:
        gedaan(request, "Deze leerlingen staan er al op.")
    return _naar(pk)


def _zet_erop(request: ZorgRequest, pk: int, nummers: set[int]) -> list[Agendapunt]:
    gekozen = gekozen_voorstellen(request.werkplek, pk, nummers)
    lijst = als_punten(request.werkplek, gekozen)
    return dienst.punten_toevoegen(door=request.werkplek, overleg_id=pk, lijst=lijst, op=timezone.now())
