"""The doors to the figures: the last state of the school one works at. No names and no pupils pass here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast
from django.http import Http404

from beleid.cijfers.bron import Bron
from beleid.cijfers.maken import FIGUREN, MAKERS
from beleid.cijfers.publicatie import Publicatie
from beleid.cijfers.snede import Niveau, Snede, term_van, uit_nummer
from beleid.cijfers.telling import Telling
from beleid.models import Cijferblok, Cijferstand
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag


class OnbekendeKeuze(Exception):
    """What stands in the address is no choice that the page offers; the text is for the user."""


@dataclass(frozen=True)
class Stand:
    """The last state: its number, the day it counts up to and including, and its counts."""

    pk: int
    dag: date
    telling: Telling


@dataclass(frozen=True)
class Keuzes:
    """What there is to choose from; `jaren` has the newest first, `locaties` is empty when there is one."""

    stand_pk: int
    dag: date
    jaren: tuple[Schooljaar, ...]
    locaties: tuple[tuple[int, str], ...]

    def termen(self, jaar: Schooljaar) -> tuple[int, ...]:
        """The terms of a year that have begun."""
        return tuple(t for t in (1, 2, 3) if self.dag > jaar.eind or t <= term_van(self.dag))

    def snede(self, vraag: Mapping[str, str]) -> Snede:
        """The cut that an address asks for; the newest year, the whole school and every level when it says nothing.

        Raises OnbekendeKeuze for what is not offered, with what to do instead.
        """
        jaar = self._jaar(vraag.get("jaar", ""))
        term = _getal(vraag.get("periode", ""), "Deze periode kennen we niet.")
        if term and term not in self.termen(jaar):
            raise OnbekendeKeuze("Deze periode is er niet, of is nog niet begonnen.")
        locatie = _getal(vraag.get("locatie", ""), "Deze locatie kennen we niet.")
        namen = dict(self.locaties)
        if locatie and locatie not in namen:
            raise OnbekendeKeuze("Deze locatie kennen we niet.")
        niveau = vraag.get("niveau", "")
        if niveau and niveau not in Niveau.values:
            raise OnbekendeKeuze("Dit niveau kennen we niet.")
        return Snede(jaar, term, locatie, niveau, namen.get(locatie, ""))

    def _jaar(self, tekst: str) -> Schooljaar:
        if not tekst:
            return self.jaren[0]
        gevonden = [jaar for jaar in self.jaren if str(jaar) == tekst]
        if not gevonden:
            raise OnbekendeKeuze("Van dit schooljaar zijn er geen cijfers.")
        return gevonden[0]


def _getal(tekst: str, fout: str) -> int:
    if tekst and not (tekst.isascii() and tekst.isdigit() and len(tekst) < 12):
        raise OnbekendeKeuze(fout)
    return int(tekst or 0)


def lees_keuzes(werkplek: Werkplek) -> Keuzes | None:
    """What there is to choose from (three statements); None before the first night."""
    laatste = _laatste.een(werkplek.school.pk)
    if laatste is None:
        return None
    pk, dag = laatste
    jaren = {Schooljaar.van(dag).beginjaar, *_jaren.lees(werkplek.school.pk, pk)}
    locaties = tuple(_locaties.lees(werkplek.school.pk))
    oplopend = tuple(map(Schooljaar, sorted(jaren, reverse=True)))
    return Keuzes(pk, dag, oplopend, locaties if len(locaties) > 1 else ())


def lees_publicatie(
    werkplek: Werkplek, keuzes: Keuzes, deel: str, snede: Snede
) -> tuple[Publicatie, list[str]]:
    """One page of one cut, and the levels there are pupils of (two statements); 404 for a page that is not there."""
    if deel not in MAKERS:
        raise Http404("cijfers")
    jaren = (snede.jaar.beginjaar - 1, snede.jaar.beginjaar)
    telling = _telling(werkplek, keuzes.stand_pk, jaren, FIGUREN[deel])
    norm = instelling("antwoordtermijn", werkplek.dag) if deel == "overzicht" else 0
    heel = Snede(snede.jaar, snede.term, snede.locatie)
    niveaus = {rij[1] for rij in telling.blokken.get(("leerlingen", heel.jaar.beginjaar), ()) if rij[1]}
    aanwezig = [n for n in Niveau.values if n in niveaus or n == snede.niveau]
    return MAKERS[deel](Bron(telling, snede, keuzes.dag, norm)), aanwezig


def publicatie_van(werkplek: Werkplek, deel: str, nummer: int) -> Publicatie:
    """The publication of a job of the worker; 404 for a number that is no cut of this school."""
    keuzes = lees_keuzes(werkplek)
    try:
        jaar, term, locatie, niveau = uit_nummer(nummer)
        vraag = {
            "jaar": str(Schooljaar(jaar)),
            "periode": str(term or ""),
            "locatie": str(locatie or ""),
            "niveau": niveau,
        }
        if keuzes is None:
            raise Http404("cijfers")
        return lees_publicatie(werkplek, keuzes, deel, keuzes.snede(vraag))[0]
    except (ValueError, OnbekendeKeuze) as fout:
        raise Http404("cijfers") from fout


def laatste_stand(werkplek: Werkplek, jaren: Sequence[int], figuren: Sequence[str]) -> Stand | None:
    """The counts of last night of some figures in some school years (two statements); None before the first night."""
    laatste = _laatste.een(werkplek.school.pk)
    if laatste is None:
        return None
    pk, dag = laatste
    return Stand(pk, dag, _telling(werkplek, pk, jaren, figuren))


def _telling(werkplek: Werkplek, stand_pk: int, jaren: Sequence[int], figuren: Sequence[str]) -> Telling:
    rijen = _blokken.lees(werkplek.school.pk, stand_pk, min(jaren), max(jaren), tuple(figuren))
    return Telling({(figuur, jaar): cellen for figuur, jaar, cellen in rijen})


@vaste_vraag
def _laatste(school_id: int) -> QuerySet:
    return (
        Cijferstand.objects.filter(school_id=school_id).order_by("-dag", "-pk").values_list("pk", "dag")[:1]
    )


@vaste_vraag
def _jaren(school_id: int, stand_id: int) -> QuerySet:
    rijen = Cijferblok.objects.filter(school_id=school_id, stand_id=stand_id, figuur="leerlingen")
    return rijen.values_list("schooljaar", flat=True)


@vaste_vraag
def _blokken(school_id: int, stand_id: int, eerste: int, laatste: int, figuren: tuple[str, ...]) -> QuerySet:
    rijen = Cijferblok.objects.filter(school_id=school_id, stand_id=stand_id, figuur__in=figuren)
    rijen = rijen.alias(jaar=Cast("schooljaar", BigIntegerField())).filter(
        jaar__gte=eerste, jaar__lte=laatste
    )
    return rijen.values_list("figuur", "schooljaar", "cellen")


@vaste_vraag
def _locaties(school_id: int) -> QuerySet:
    return Vestiging.objects.filter(school_id=school_id).order_by("naam", "pk").values_list("pk", "naam")
