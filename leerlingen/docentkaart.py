"""The card of one group for one lesson: per pupil at most three things a teacher can do, readable in a minute.

What comes first: what coordinator or mentor put first, what counts in the lesson, advice, what counts at tests. What
only counts at the central exam is left out; a teacher cannot act on it. Which cards he still has to read stands above
the pupils and in their rows. Four statements, whatever the group holds.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from leerlingen.access_groep import DOCENT, MENTOR, Groepsdeur, groep_ingezien, leden_van
from leerlingen.access_openkaarten import kaart_wacht
from leerlingen.kaarttekst import DINGEN_MAX, leestijd, open_aantallen, woorden
from leerlingen.models import FaciliteitToekenning, Handelingsadvies, Leerling
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
    """One pupil of the group: what stands open, what waits behind a tap, and how many more his card has.

    `te_lezen` is the place of his card among those that wait for this reader; 0 when it does not.
    """

    leerling: Leerling
    dingen: tuple[Ding, ...]
    aantal_open: int = 0
    verder: int = 0
    versie: int = 0
    te_lezen: int = 0

    @property
    def open(self) -> tuple[Ding, ...]:
        return self.dingen[: self.aantal_open]

    @property
    def dicht(self) -> tuple[Ding, ...]:
        return self.dingen[self.aantal_open :]


@dataclass(frozen=True)
class Docentkaart:
    """The whole card; `seconden` is what reading the open text takes.

    The cards of `te_lezen` wait for this reader, also of who has nothing to show in this lesson.
    """

    deur: Groepsdeur
    regels: list[Kaartregel] = field(default_factory=list)
    zonder: list[Leerling] = field(default_factory=list)
    te_lezen: list[Leerling] = field(default_factory=list)

    @property
    def aantal(self) -> int:
        return len(self.regels) + len(self.zonder)

    @property
    def seconden(self) -> int:
        return leestijd(sum(woorden(r.leerling.naam) + sum(d.woorden for d in r.open) for r in self.regels))

    @property
    def wachtrij(self) -> list[tuple[Leerling, bool]]:
        """Who waits, and whether his card stands on this page; first who has to be read on his own page."""
        hier = {regel.leerling.pk for regel in self.regels if regel.te_lezen}
        return sorted(((kind, kind.pk in hier) for kind in self.te_lezen), key=lambda paar: paar[1])


def lees_docentkaart(
    werkplek: Werkplek, deur: Groepsdeur, handeling: Handeling = Handeling.BEKEKEN
) -> Docentkaart:
    """Read the card of an opened group, and log whose agreements were shown."""
    leerlingen = _leerlingen.lees(werkplek, deur.groepsoort, deur.nummer)
    if deur.vestigingen is not None:
        leerlingen = [kind for kind in leerlingen if kind.vestiging_id in deur.vestigingen]
    per_leerling = _per_leerling(werkplek, deur)
    alles_open = handeling == Handeling.AFGEDRUKT
    leest = deur.waarom in {DOCENT, MENTOR} and not alles_open
    wachten = [kind for kind in leerlingen if leest and kind.wacht]  # type: ignore[attr-defined]
    plaats = {kind.pk: nummer for nummer, kind in enumerate(wachten, 1)}
    regels = [
        _regel(kind, per_leerling[kind.pk], plaats.get(kind.pk, 0))
        for kind in leerlingen
        if per_leerling.get(kind.pk)
    ]
    open_ = open_aantallen([_tel(regel) for regel in regels])
    regels = [
        replace(regel, aantal_open=len(regel.dingen) if alles_open else aantal)
        for regel, aantal in zip(regels, open_, strict=True)
    ]
    groep_ingezien(werkplek, deur, [regel.leerling.pk for regel in regels], handeling)
    met = {regel.leerling.pk for regel in regels}
    return Docentkaart(deur, regels, [kind for kind in leerlingen if kind.pk not in met], wachten)


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


def _regel(kind: Leerling, rijen: list[dict[str, Any]], plaats: int) -> Kaartregel:
    kaart = next((rij for rij in rijen if rij["kaart_nummer"]), None)
    return Kaartregel(
        leerling=kind,
        dingen=tuple(Ding(rij["woord"], rij["bij"]) for rij in rijen[:DINGEN_MAX]),
        verder=max(0, len(rijen) - DINGEN_MAX),
        versie=kaart["kaart_versie"] if kaart else 0,
        te_lezen=plaats if kaart else 0,
    )


@vaste_vraag
def _leerlingen(werkplek: Werkplek, groepsoort: str, groep_id: int) -> QuerySet:
    rijen = Leerling.objects.filter(
        school_id=werkplek.school.pk, pk__in=leden_van(groepsoort, groep_id, werkplek)
    )
    rijen = rijen.op_school(werkplek.dag).annotate(wacht=kaart_wacht(werkplek))
    return rijen.op_naam()[:LEERLINGEN_MAX]


@vaste_vraag
def _dingen(werkplek: Werkplek, groepsoort: str, groep_id: int) -> QuerySet:
    """Facilities and advice of everybody in the group, in one statement."""
    leden = leden_van(groepsoort, groep_id, werkplek)
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
        )
    )
    return faciliteiten.values_list(*KOLOMMEN).union(adviezen.values_list(*KOLOMMEN), all=True)
