"""One version of an OPP to read: the pupil's own words first, then the parts; empty parts vanish."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, SmallIntegerField, Subquery
from django.http import Http404

from ondersteuning.access_opp_editor import afwijkingen_van
from ondersteuning.models import (
    Afwijkt,
    Doelstand,
    Hoorrecht,
    Inbreng,
    Invloed,
    OppAfwijking,
    OppDoel,
    OppDoelevaluatie,
    OppVersie,
    Stand,
    Uitkomst,
    Versiestatus,
)
from ondersteuning.opp.velden import SCHERM, SCHERMEN, Scherm
from ondersteuning.paneel_traject import treden
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Tekstdeel:
    """One screen of texts that has something in it: (label, text) each."""

    scherm: Scherm
    regels: list[tuple[str, str]]
    bestemming: str = ""


@dataclass(frozen=True)
class Doelregel:
    """One goal with how far it is: its score in the trajectory it came from, and what the last evaluation found."""

    doel: OppDoel
    woord: str
    treden: tuple[bool, ...]
    uitkomst: str


@dataclass(frozen=True)
class Stem:
    """What the pupil said in the round of this version, and what the school did with it."""

    woorden: list[Inbreng]
    invloeden: list[Invloed]
    zag_af: str = ""

    def __bool__(self) -> bool:
        return bool(self.woorden or self.zag_af)


@dataclass(frozen=True)
class Leesversie:
    """What one reads of a version."""

    versie: OppVersie
    stem: Stem | None
    delen: list[Tekstdeel]
    doelen: list[Doelregel]
    afwijkingen: list[OppAfwijking]

    @property
    def handelingsdeel(self) -> Tekstdeel | None:
        """The texts of the handelingsdeel, when there are any."""
        return next((d for d in self.delen if d.scherm.sleutel == "handelingsdeel"), None)

    @property
    def andere(self) -> list[Tekstdeel]:
        """The parts before it."""
        return [d for d in self.delen if d.scherm.sleutel != "handelingsdeel"]

    @property
    def nvt(self) -> bool:
        """It says that nothing deviates from the programme."""
        return self.versie.afwijkt == Afwijkt.NVT


def kies_versie(versies: Sequence[OppVersie], nummer: str) -> OppVersie:
    """The version with this number as typed in an address; without one the version in the making, or in force."""
    if nummer:
        gevonden = next((v for v in versies if str(v.nummer) == nummer), None)
        if gevonden is None:
            raise Http404("versie")
        return gevonden
    op_status = {v.status: v for v in reversed(versies)}
    return op_status.get(Versiestatus.CONCEPT) or op_status.get(Versiestatus.VASTGESTELD) or versies[0]


def lees_versie(versie: OppVersie, *, stem: bool = True) -> Leesversie:
    """The whole of it, in five queries; only after `get_opp_heel` or for whom it was put before.

    Without `stem` the pupil's words stay out: they stand beside it already.
    """
    return Leesversie(
        versie=versie,
        stem=_stem(versie) if stem else None,
        delen=_delen(versie, SCHERMEN),
        doelen=_doelregels(versie.pk),
        afwijkingen=afwijkingen_van(versie.pk),
    )


def lees_handelingsdeel(versie: OppVersie) -> Leesversie:
    """The handelingsdeel alone, in two queries; for teachers, so without the ground of a deviation: that can say what
    the pupil has (as that of a facility)."""
    deel = (SCHERM["handelingsdeel"],)
    afwijkingen = afwijkingen_van(versie.pk)
    for afwijking in afwijkingen:
        afwijking.grondslag = ""
    return Leesversie(versie, None, _delen(versie, deel), _doelregels(versie.pk), afwijkingen)


def _delen(versie: OppVersie, schermen: Sequence[Scherm]) -> list[Tekstdeel]:
    gevonden = []
    for scherm in schermen:
        regels = [(v.label, tekst) for v in scherm.velden if (tekst := getattr(versie, v.naam).strip())]
        bestemming = ""
        if scherm.sleutel == "perspectief" and versie.bestemming:
            bestemming = str(versie.get_bestemming_display())  # type: ignore[attr-defined]
        if regels or bestemming:
            gevonden.append(Tekstdeel(scherm, regels, bestemming))
    return gevonden


def _stem(versie: OppVersie) -> Stem:
    alle: list[Hoorrecht] = _hoorrechten.lees(versie.opp_id)
    hoorrecht = next((h for h in alle if h.ronde == versie.ronde), None)
    if hoorrecht is None:
        return Stem([], [])
    zag_af = ""
    if hoorrecht.ziet_af_op:
        zag_af = hoorrecht.ziet_af_reden or "Zei er liever niets over."
    return Stem(_inbreng.lees(hoorrecht.pk), _invloeden.lees(hoorrecht.pk), zag_af)


@vaste_vraag
def _hoorrechten(opp_id: int) -> QuerySet:
    return Hoorrecht.objects.filter(opp_id=opp_id).order_by("-ronde")[:40]


@vaste_vraag
def _inbreng(hoorrecht_id: int) -> QuerySet:
    return Inbreng.objects.filter(hoorrecht_id=hoorrecht_id).select_related("opgetekend_door").order_by("pk")


@vaste_vraag
def _invloeden(hoorrecht_id: int) -> QuerySet:
    return Invloed.objects.filter(hoorrecht_id=hoorrecht_id).order_by("pk")


def _doelregels(oppversie_id: int) -> list[Doelregel]:
    return [_doelregel(doel) for doel in _doelen.lees(oppversie_id)]


def _doelregel(doel: Any) -> Doelregel:
    stand = None if doel.stand_ is None else Stand(doel.stand_)
    uitkomst = str(Uitkomst(doel.uitkomst_).label) if doel.uitkomst_ else ""
    if stand is None:
        return Doelregel(doel, "", (), uitkomst)
    return Doelregel(doel, str(stand.label), treden(stand), uitkomst)


@vaste_vraag
def _doelen(oppversie_id: int) -> QuerySet:
    standen = Doelstand.objects.filter(doel=OuterRef("bron")).order_by("-op", "-pk").values("stand")[:1]
    gevonden = OppDoelevaluatie.objects.filter(doel__stam=OuterRef("stam"), school=OuterRef("school"))
    uit = gevonden.order_by("-evaluatie__gehouden_op", "-pk").values("uitkomst")[:1]
    rijen = OppDoel.objects.filter(oppversie_id=oppversie_id).annotate(
        stand_=Subquery(standen, output_field=SmallIntegerField()),
        uitkomst_=Subquery(uit, output_field=CharField()),
    )
    return rijen.order_by("volgorde", "pk")
