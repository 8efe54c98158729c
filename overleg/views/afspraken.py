"""Afspraken: the list with its filters, and saying how it goes with one tap."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.workflow import StapNietToegestaan
from overleg.access_afspraken import (
    aantal_van_niemand,
    afsprakenblad,
    eigen_aan_de_beurt,
    eigen_regels,
    get_regel,
    overleggen_met_afspraken,
    wiens,
)
from overleg.afspraaklijst import SESSIE_LAAT, Toon, Wie, groepeer, lees_keus
from overleg.afspraakloop import Afspraakstand, is_klaar
from overleg.afspraakverhaal import GEZEGD
from overleg.forms.afspraak import HERSTEL, TikForm
from overleg.models import Afspraak
from overleg.services.afspraak import stand_zetten
from overleg.services.afspraakherstel import stand_herstellen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import vorm_bij
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import geteld

VEROUDERD = "Een collega deed hier net iets mee. Dit is de stand van nu; kijk of jouw keuze nog klopt."


@vereist(Recht.AFSPRAAK)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """One page of the list; whose, which and of which meeting stand in the address."""
    werkplek, mag = request.werkplek, wiens(request.werkplek)
    keus = lees_keus(request.GET, mag)
    overleggen = overleggen_met_afspraken(werkplek, keus.overleg_id)
    pagina = afsprakenblad(werkplek, keus, request.GET.get("p"))
    beurt = eigen_aan_de_beurt(werkplek)
    request.eigen_dagen = beurt  # type: ignore[attr-defined]
    van_wie = [*mag, Wie.ALLEN] if keus.overleg_id else mag
    context = {
        "keus": keus,
        "pagina": pagina,
        "groepen": [(None, pagina.rijen)]
        if keus.toon == Toon.KLAAR
        else groepeer(pagina.rijen, werkplek.dag),
        "wiens": [(wie, wie.label, keus.met(wie=wie).adres) for wie in van_wie],
        "standen": [(toon, toon.label, keus.met(toon=toon).adres) for toon in Toon],
        "overleggen": overleggen,
        "niemand": geteld(aantal_van_niemand(werkplek)),
        "te_laat": _zoveel(sum(dag < werkplek.dag for dag in beurt)),
        "vandaag_klaar": _zoveel(sum(dag == werkplek.dag for dag in beurt)),
        "adres": f"{keus.adres}&" if keus.adres else "",
    }
    return render(request, "overleg/afspraken.html", context)


@vereist(Recht.AFSPRAAK)
@require_GET
def vandaag(request: ZorgRequest) -> HttpResponse:
    """Fragment beside Vandaag: one's own agreements of today and before; without htmx one goes to the list."""
    if not request.headers.get("HX-Request"):
        return redirect("overleg:afspraken")
    return render(request, "overleg/_afspraken_vandaag.html", {"regels": eigen_regels(request.werkplek)})


def _zoveel(aantal: int) -> str:
    """A number of agreements in words, counted to TEL_TOT; nothing for none."""
    return f"{geteld(aantal)} {vorm_bij(aantal, 'afspraak', 'afspraken')}" if aantal else ""


def _doe(doe: Callable[[], Afspraak]) -> str:
    """Run what was tapped; returns why not, or nothing."""
    try:
        doe()
    except Verouderd:
        return VEROUDERD
    except StapNietToegestaan as fout:
        return str(fout)
    except ValidationError as fout:
        return " ".join(fout.messages)
    return ""


@vereist(Recht.AFSPRAAK)
@require_POST
def tik(request: ZorgRequest) -> HttpResponse:
    """Say how one agreement goes, or take that back; htmx gets its row, without a script one returns to the list."""
    form = TikForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(fout) for fouten in form.errors.values() for fout in fouten))
        return redirect("overleg:afspraken")
    pk, versie, stand = form.cleaned_data["tik"]
    request.session.pop(SESSIE_LAAT, None)
    door, op = request.werkplek, timezone.now()
    if stand == HERSTEL:
        fout = _doe(lambda: stand_herstellen(door=door, pk=pk, versie=versie, op=op))
    else:
        fout = _doe(lambda: stand_zetten(door=door, pk=pk, versie=versie, stand=stand, op=op))
    if request.headers.get("HX-Request"):
        return _rij(request, pk, fout, hersteld=stand == HERSTEL)
    return _verder(request, pk, fout, form.cleaned_data["uit"], hersteld=stand == HERSTEL)


def _rij(request: ZorgRequest, pk: int, fout: str, *, hersteld: bool) -> HttpResponse:
    """The row as it is now: with Herstel below it, or what went wrong."""
    regel = get_regel(request.werkplek, pk)
    gezegd = "" if fout or hersteld or regel is None else GEZEGD[Afspraakstand(regel.afspraak.stand)]
    klaar = bool(gezegd) and regel is not None and is_klaar(regel.afspraak.stand)
    context = {"regel": regel, "fout": fout, "gezegd": gezegd, "klaar": klaar, "hersteld": hersteld}
    return render(request, "overleg/_afspraak_getikt.html", context, status=422 if fout else 200)


def _verder(request: ZorgRequest, pk: int, fout: str, uit: str, *, hersteld: bool) -> HttpResponse:
    """Tell it on the next page: the list it was done in, the start page, or the agreement itself when it was refused."""
    regel = get_regel(request.werkplek, pk)
    if fout:
        messages.error(request, fout)
        return redirect("overleg:afspraak", pk)
    if hersteld or regel is None:
        gedaan(request, "Hersteld. De afspraak staat weer zoals ze stond.")
    else:
        weg = reverse("overleg:afspraak_herstel", args=[pk, regel.afspraak.versie])
        gedaan(request, GEZEGD[Afspraakstand(regel.afspraak.stand)], herstel=weg)
    if uit in {"vandaag", "afspraak"}:
        return redirect("web:vandaag") if uit == "vandaag" else redirect("overleg:afspraak", pk)
    adres = lees_keus(QueryDict(uit), wiens(request.werkplek)).adres
    return redirect(f"{reverse('overleg:afspraken')}?{adres}")


@vereist(Recht.AFSPRAAK)
@require_POST
def herstel(request: ZorgRequest, pk: int, versie: int) -> HttpResponse:
    """Herstel behind a confirmation: the last thing that was said of it is taken back."""
    door = request.werkplek
    request.session.pop(SESSIE_LAAT, None)
    fout = _doe(lambda: stand_herstellen(door=door, pk=pk, versie=versie, op=timezone.now()))
    return _verder(request, pk, fout, "afspraak", hersteld=True)
