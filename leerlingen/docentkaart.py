"""The card of one group for one lesson: per pupil at most three things a teacher can do, readable in a minute.

What comes first: what coordinator or mentor put first, what counts in the lesson, advice, what counts at tests. What
only counts at the central exam is left out; a teacher cannot act on it. Four statements, whatever the group holds.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from leerlingen.access_groep import DOCENT, MENTOR, Groepsdeur, groep_ingezien, leden_van
from leerlingen.kaarttekst import DINGEN_MAX, leestijd, open_aantallen, woorden
from leerlingen.models import FaciliteitToekenning, Handelingsadvies, Kaartgezien, Leerling
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

LEERLINGEN_MAX = 60
KOLOMMEN = (
    "kind",
    "nummer",
    "woord",
    "bij",
    "voor",
    "eerst",
    "rang",
    "kaart_nummer",
    "kaart_versie",
    "gelezen",
    "vakken",
)
_LES, _ADVIES, _TOETS = 1, 2, 3


@dataclass(frozen=True)
class Ding:
    """One thing to do."""

    tekst: str
    bij: str

    @property
    def woorden(self) -> int:
        return woorden(f"{self.tekst} {self.bij}")


@dataclass(frozen=True)
class Kaartregel:
    """One pupil of the group: what stands open, what waits behind a tap, and how many more his card has."""

    leerling: Leerling
    dingen: tuple[Ding, ...]
    aantal_open: int = 0
    verder: int = 0
    versie: int = 0
    te_bevestigen: bool = False

    @property
    def open(self) -> tuple[Ding, ...]:
        return self.dingen[: self.aantal_open]

    @property
    def dicht(self) -> tuple[Ding, ...]:
        return self.dingen[self.aantal_open :]


@dataclass(frozen=True)
class Docentkaart:
    """The whole card; `seconden` is what reading the open text takes."""

    deur: Groepsdeur
    regels: list[Kaartregel] = field(default_factory=list)
    zonder: list[Leerling] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        return len(self.regels) + len(self.zonder)

    @property
    def seconden(self) -> int:
        return leestijd(sum(woorden(r.leerling.naam) + sum(d.woorden for d in r.open) for r in self.regels))

    @property
    def te_bevestigen(self) -> int:
        return sum(regel.te_bevestigen for regel in self.regels)


def lees_docentkaart(
    werkplek: Werkplek, deur: Groepsdeur, handeling: Handeling = Handeling.BEKEKEN
) -> Docentkaart:
    """Read the card of an opened group, and log whose agreements were shown."""
    leerlingen = _leerlingen.lees(werkplek, deur.groepsoort, deur.nummer)
    if deur.vestigingen is not None:
        leerlingen = [kind for kind in leerlingen if kind.vestiging_id in deur.vestigingen]
    per_leerling = _per_leerling(werkplek, deur)
    regels = [_regel(deur, kind, per_leerling[kind.pk]) for kind in leerlingen if per_leerling.get(kind.pk)]
    alles_open = handeling == Handeling.AFGEDRUKT
    open_ = open_aantallen([_tel(regel) for regel in regels])
    regels = [
        replace(regel, aantal_open=len(regel.dingen) if alles_open else aantal)
        for regel, aantal in zip(regels, open_, strict=True)
    ]
    groep_ingezien(werkplek, deur, [regel.leerling.pk for regel in regels], handeling)
    met = {regel.leerling.pk for regel in regels}
    return Docentkaart(deur, regels, [kind for kind in leerlingen if kind.pk not in met])


def _tel(regel: Kaartregel) -> list[int]:
    """The words of each thing; the name counts with the first."""
    telling = [ding.woorden for ding in regel.dingen]
    telling[0] += woorden(regel.leerling.naam)
    return telling


def _per_leerling(werkplek: Werkplek, deur: Groepsdeur) -> dict[int, list[dict[str, Any]]]:
    """What may be shown, per pupil and in its order."""
    gelezen = _dingen.lees(werkplek, deur.groepsoort, deur.nummer)
    rijen = [dict(zip(KOLOMMEN, rij, strict=True)) for rij in gelezen]
    per_leerling: dict[int, list[dict[str, Any]]] = {}
    for rij in sorted(rijen, key=lambda r: (not r["eerst"], r["rang"], r["voor"], r["nummer"])):
        if telt_bij(rij["vakken"], deur.vakken):
            per_leerling.setdefault(rij["kind"], []).append(rij)
    return per_leerling


def telt_bij(van: list[str] | None, vakken: tuple[str, ...]) -> bool:
    """Whether something for the subjects `van` (none: all) counts in a lesson of `vakken` (none: all)."""
    if not van or not vakken:
        return True
    return not {vak.casefold() for vak in van}.isdisjoint(vak.casefold() for vak in vakken)


def _regel(deur: Groepsdeur, kind: Leerling, rijen: list[dict[str, Any]]) -> Kaartregel:
    kaart = next((rij for rij in rijen if rij["kaart_nummer"]), None)
    leest = deur.waarom in {DOCENT, MENTOR}
    return Kaartregel(
        leerling=kind,
        dingen=tuple(Ding(rij["woord"], rij["bij"]) for rij in rijen[:DINGEN_MAX]),
        verder=max(0, len(rijen) - DINGEN_MAX),
        versie=kaart["kaart_versie"] if kaart else 0,
        te_bevestigen=bool(leest and kaart and not kaart["gelezen"]),
    )


@vaste_vraag
def _leerlingen(werkplek: Werkplek, groepsoort: str, groep_id: int) -> QuerySet:
    rijen = Leerling.objects.filter(
        school_id=werkplek.school.pk, pk__in=leden_van(groepsoort, groep_id, werkplek)
    )
    return rijen.op_school(werkplek.dag).op_naam()[:LEERLINGEN_MAX]


@vaste_vraag
def _dingen(werkplek: Werkplek, groepsoort: str, groep_id: int) -> QuerySet:
    """Facilities and advice of everybody in the group, in one statement."""
    leden = leden_van(groepsoort, groep_id, werkplek)
    gezien = Kaartgezien.objects.filter(
        kaart_id=OuterRef("kaart_id"), versie=OuterRef("kaart__versie"), user_id=werkplek.user.pk
    )
    op_kaart = FaciliteitToekenning.objects.op_geldige_kaart(werkplek.dag).filter(
        kaart__leerling_id__in=leden
    )
    faciliteiten = op_kaart.filter(Q(les=True) | Q(toets=True) | Q(schoolexamen=True)).annotate(
        kind=F("kaart__leerling_id"),
        nummer=F("pk"),
        woord=F("tekst"),
        bij=F("bijzonderheid"),
        voor=Cast("sinds", CharField()),
        eerst=F("vooraan"),
        rang=Case(When(les=True, then=_LES), default=_TOETS, output_field=IntegerField()),
        kaart_nummer=F("kaart_id"),
        kaart_versie=Cast("kaart__versie", BigIntegerField()),
        gelezen=Exists(gezien),
    )
    geen = Value(None, output_field=BigIntegerField())
    adviezen = (
        Handelingsadvies.objects.lopend(werkplek.dag)
        .filter(leerling_id__in=leden)
        .annotate(
            kind=F("leerling_id"),
            nummer=F("pk"),
            woord=F("tekst"),
            bij=Value("", output_field=CharField()),
            voor=Cast("van", CharField()),
            eerst=F("vooraan"),
            rang=Value(_ADVIES, output_field=IntegerField()),
            kaart_nummer=geen,
            kaart_versie=geen,
            gelezen=Value(True, output_field=BooleanField()),
        )
    )
    return faciliteiten.values_list(*KOLOMMEN).union(adviezen.values_list(*KOLOMMEN), all=True)
