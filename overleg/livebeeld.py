"""What the page of a meeting that is on shows, and its parts one by one for who has it open."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.hgwuitvoer import behoefteregels
from ondersteuning.paneel_behoeften import HGW, Behoefte, Bron, kies
from overleg.access import Overlegblik
from overleg.access_afspraak import blik as afspraakblik
from overleg.access_live import (
    Plek,
    afspraken_bij,
    get_live,
    los_van,
    nog_te_vragen,
    op_tafel,
    plekken_van,
)
from overleg.access_live_leerling import Stem, hgw_nu, stem_van, trajecten_nu
from overleg.access_live_rondvraag import Blikken, uit_waarde
from overleg.afspraakloop import Afspraakstand
from overleg.livetijd import over, rest_zin, verstreken
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Afspraak, Agendapunt, Deelname, Overleg, Verslagdeel
from overleg.naamloos import verraadt
from overleg.soorten import regels
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein

UIT_MEEST = 6
NODIG_MEEST = 3
ANTWOORDEN = (
    (Afspraakstand.GELUKT, "Gelukt"),
    (Afspraakstand.LOOPT, "Loopt"),
    (Afspraakstand.LUKT_NIET, "Lukt niet"),
    (Afspraakstand.NIET_NODIG, "Niet meer nodig"),
)


@dataclass(frozen=True)
class Rij:
    """One row of the agenda; `besteed` are the minutes it took so far."""

    plek: Plek
    open: bool
    bezig: bool
    besteed: int


@dataclass(frozen=True)
class Leerlingnu:
    """The pupil on the table, as far as this reader may know: lines per domain (only domains with one), needs, words, and
    what teachers wrote beforehand."""

    lijnen: Sequence[tuple[str, int]] = ()
    nodig: Sequence[Behoefte] = ()
    stem: Stem | None = None
    blikken: Blikken = field(default_factory=Blikken)


@dataclass(frozen=True)
class Livebeeld:
    """All of it, read once. `los`: what comes back and belongs to no item, with whether this person may say how it went."""

    o: Overleg
    mag: Overlegblik
    nu: datetime
    plekken: Sequence[Plek]
    deelnemers: Sequence[Deelname]
    punt: Agendapunt | None = None
    verslag: Verslagdeel | None = None
    leerling: Leerlingnu = field(default_factory=Leerlingnu)
    terug: Sequence[tuple[Afspraak, bool]] = ()
    uit: Sequence[Afspraak] = ()
    los: Sequence[tuple[Afspraak, bool]] = ()

    @property
    def los_open(self) -> int:
        """How many of `los` nobody in this meeting spoke of yet."""
        return nog_te_vragen(afspraak for afspraak, _ in self.los)

    @property
    def eerste(self) -> Agendapunt | None:
        """The item that is discussed, else the first one that is open, else the first."""
        punten = sorted(self._punten, key=lambda p: (p.bezig_sinds is None, p.status != Puntstatus.OPEN))
        return next(iter(punten), None)

    @property
    def opent_met_los(self) -> bool:
        """Whether the meeting still stands at its beginning and something comes back that belongs to no item."""
        begonnen = any(p.status != Puntstatus.OPEN for p in self.plekken)
        return (
            self.los_open > 0 and not begonnen and not any(p.seconden or p.bezig_sinds for p in self._punten)
        )

    @property
    def context(self) -> dict[str, Any]:
        """For the templates."""
        punt, rijen = self.punt, self._rijen
        bezig = next((r.plek.punt for r in rijen if r.bezig and r.plek.punt), None)
        open_ = sum(plek.status == Puntstatus.OPEN for plek in self.plekken)
        rest = over(self.o.begin, self.o.minuten, self.nu)
        return {
            "o": self.o,
            "mag": self.mag,
            "nu": self.nu,
            "loopt": self.o.status == Overlegstatus.BEZIG,
            "rijen": rijen,
            "deelnemers": self.deelnemers,
            "p": punt,
            "verslag": self.verslag,
            "leerling": self.leerling,
            "terug": self.terug,
            "antwoorden": ANTWOORDEN,
            "los": self.los,
            "los_open": self.los_open,
            "uit": self.uit[:UIT_MEEST],
            "uit_meer": max(0, len(self.uit) - UIT_MEEST),
            "rest": rest_zin(rest, open_, self._alleen_leerlingen),
            "eind": int((self.o.begin + timedelta(minutes=self.o.minuten)).timestamp()),
            "elders": bezig if bezig is not None and punt is not None and bezig.pk != punt.pk else None,
            "bezig": bezig is not None and punt is not None and bezig.pk == punt.pk,
            "volgend": self._volgend,
            "buren": self._buren,
            "extern": regels(self.o.soort).externen,
            "let_op": let_op(punt, self.verslag.tekst_extern if self.verslag else ""),
        }

    @property
    def _rijen(self) -> list[Rij]:
        hier = self.punt.pk if self.punt else None
        return [
            Rij(
                plek,
                plek.punt is not None and plek.punt.pk == hier,
                plek.punt is not None and plek.punt.bezig_sinds is not None,
                verstreken(plek.punt.seconden, plek.punt.bezig_sinds, self.nu) if plek.punt else 0,
            )
            for plek in self.plekken
        ]

    @property
    def _punten(self) -> list[Agendapunt]:
        return [plek.punt for plek in self.plekken if plek.punt]

    @property
    def _alleen_leerlingen(self) -> bool:
        """Whether what is open may be counted as pupils: an item about something else makes it items."""
        te_doen = [p for p in self._punten if p.status == Puntstatus.OPEN]
        return regels(self.o.soort).leerlingen and all(p.leerling_id for p in te_doen)

    @property
    def _volgend(self) -> Agendapunt | None:
        """Where "Volgende" leads: the next open item, else an earlier one that was left open."""
        if self.punt is None:
            return None
        punten = self._punten
        hier = [p.pk for p in punten].index(self.punt.pk)
        return next((p for p in (*punten[hier + 1 :], *punten[:hier]) if p.status == Puntstatus.OPEN), None)

    @property
    def _buren(self) -> tuple[int | None, int | None]:
        """The items before and after, for the keys K and J."""
        nummers: list[int | None] = [p.pk for p in self._punten]
        if self.punt is None:
            return None, None
        hier = nummers.index(self.punt.pk)
        return (nummers[hier - 1] if hier else None), next(iter(nummers[hier + 1 :]), None)


def let_op(punt: Agendapunt | None, tekst: str) -> list[str]:
    """What in a text for outsiders gives the pupil of the item away."""
    wie: Leerling | None = punt.leerling if punt else None
    if wie is None or not tekst or punt is None:
        return []
    klas = getattr(punt, "klasnaam", None) or ""
    return verraadt(tekst, wie.roepnaam, wie.achternaam, klas, wie.geboortedatum)


def lees_live(
    werkplek: Werkplek, pk: int, punt_id: int | None, nu: datetime, *, ook_leerling: bool = True
) -> Livebeeld:
    """Read a meeting with one of its items; 404 for who may not know of it, and for an item not on it or not for him.

    Without `ook_leerling` what does not change during a meeting (lines, needs, own words, rondvraag) stays unread.
    """
    overleg, mag, mensen = get_live(werkplek, pk)
    plekken = plekken_van(werkplek, overleg)
    if punt_id is not None and not any(plek.punt and plek.punt.pk == punt_id for plek in plekken):
        raise Http404("agendapunt")
    terug, uit = afspraken_bij(werkplek, overleg)
    los = [
        (a, mag.notuleren or afspraakblik(werkplek, a).bijwerken) for a in los_van(overleg, terug, plekken)
    ]
    beeld = Livebeeld(overleg, mag, nu, plekken, mensen, uit=uit, los=los)
    if punt_id is None:
        return beeld
    punt = op_tafel(werkplek, overleg, punt_id)
    return replace(
        beeld,
        punt=punt,
        verslag=getattr(punt, "verslag", None),
        leerling=_leerling(werkplek, punt) if ook_leerling and punt.leerling_id else Leerlingnu(),
        terug=[
            (a, mag.notuleren or afspraakblik(werkplek, a).bijwerken)
            for a in terug
            if punt.leerling_id and a.leerling_id == punt.leerling_id
        ],
    )


def _leerling(werkplek: Werkplek, punt: Agendapunt) -> Leerlingnu:
    """Only for who may open the file of this pupil, or has the regie of a trajectory of his; the rondvraag for who takes part."""
    leerling_id = punt.leerling_id or 0
    trajecten = trajecten_nu(werkplek, leerling_id)
    hoogst = {domein: lijn for domein, lijn, *_ in trajecten}
    bronnen = [
        Bron(titel, start, "", [r for regel in nodig.splitlines() if (r := regel.strip(" -•\t"))], domein)
        for domein, _, titel, start, nodig in trajecten
    ]
    hgw = hgw_nu(werkplek, leerling_id)
    if hgw and hgw.vastgesteld_op:
        bronnen.append(Bron(HGW, timezone.localdate(hgw.vastgesteld_op), "", behoefteregels(hgw)))
    return Leerlingnu(
        [(domein.value, hoogst[domein.value]) for domein in Domein if domein.value in hoogst],
        kies(bronnen)[:NODIG_MEEST],
        stem_van(werkplek, leerling_id),
        uit_waarde(punt.blikken),  # type: ignore[attr-defined]
    )
