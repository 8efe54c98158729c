"""What the page of an agenda shows: what is on it, how full it is, and the proposals beside it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from leerlingen.models import Leerling
from overleg.access import Overlegblik, get_overleg, get_overleg_om
from overleg.access_live import Plek, plekken_van
from overleg.access_rondvraag_stand import Rondgang, Stand, rondgang_van
from overleg.access_voorstel import bespreektermijn, leerlingen_bij, redenen_voor, stelt_voor
from overleg.loop import Overlegstatus, Puntstatus, Stap, mag_stap
from overleg.models import Overleg
from overleg.soorten import Soortregels, regels
from overleg.voorstel import Voorstel, voorstellen
from overleg.voorstelwoorden import chips, in_woorden, tijd_in_woorden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, gelezen_bladzijde

VOORSTELLEN_PER_PAGINA = 8


@dataclass(frozen=True)
class Agendarij:
    """One place on the agenda, with how many teachers were asked beforehand and answered."""

    plek: Plek
    rondvraag: Stand | None

    @property
    def op(self) -> str:
        """The button that was pressed, when it was up of this item."""
        return f"op{self.plek.punt.pk}" if self.plek.punt else ""

    @property
    def neer(self) -> str:
        """The same for down."""
        return f"neer{self.plek.punt.pk}" if self.plek.punt else ""

    @property
    def zonder_vraag(self) -> bool:
        """A visible item that still needs its question."""
        punt = self.plek.punt
        return punt is not None and punt.status == Puntstatus.OPEN and not punt.vraag


@dataclass(frozen=True)
class Voorstelrij:
    """One proposal; `einde`: the first one the time does not reach."""

    voorstel: Voorstel
    leerling: Leerling
    redenen: str
    einde: bool


@dataclass(frozen=True)
class Agendabeeld:
    """All of it, read once. `open`: the agenda may still change; `vooraf`: the meeting has not begun.

    `herinneren`: how many teachers one may remind today; `van_niemand`: agreements about no pupil that come back.
    """

    o: Overleg
    mag: Overlegblik
    regels: Soortregels
    rijen: Sequence[Agendarij]
    voorgesteld: Pagina | None
    chips: Sequence[tuple[str, str, int]]
    reden: str
    herinneren: int = 0
    van_niemand: int = 0

    @property
    def context(self) -> dict[str, Any]:
        """For the template."""
        gepland = sum(rij.plek.minuten for rij in self.rijen)
        open_ = mag_stap(self.o.status, Stap.AGENDA)
        zichtbaar = [rij for rij in self.rijen if rij.plek.punt]
        return {
            "o": self.o,
            "mag": self.mag,
            "regels": self.regels,
            "rijen": zichtbaar,
            "verborgen": len(self.rijen) - len(zichtbaar),
            "tijd": tijd_in_woorden(gepland, self.o.minuten),
            "te_vol": gepland > self.o.minuten,
            "zonder_vraag": sum(rij.zonder_vraag for rij in zichtbaar),
            "open": open_,
            "maakt": open_ and self.mag.agenda,
            "vooraf": self.o.status == Overlegstatus.GEPLAND,
            "pagina": self.voorgesteld,
            "chips": self.chips,
            "reden": self.reden,
            "wacht": sum(r.rondvraag.wacht for r in zichtbaar if r.rondvraag),
            "herinneren": self.herinneren,
            "van_niemand": self.van_niemand,
        }


def alle_voorstellen(
    werkplek: Werkplek, overleg: Overleg, plekken: Sequence[Plek], *, weken: int
) -> tuple[list[Voorstel], int]:
    """The proposals for an opened meeting of which this is the agenda, the most pressing first; and how many agreements
    about no pupil come back in it."""
    behalve = {plek.punt.leerling_id for plek in plekken if plek.punt and plek.punt.leerling_id}
    over = overleg.minuten - sum(plek.minuten for plek in plekken)
    redenen, van_niemand = redenen_voor(werkplek, overleg, weken=weken, behalve=behalve)
    return voorstellen(redenen, minuten=regels(overleg.soort).minuten, over=over), van_niemand


def lees_agenda(werkplek: Werkplek, pk: int, *, reden: str = "", gevraagd: str = "") -> Agendabeeld:
    """Read the agenda of a meeting, with proposals for who makes it; 404 for who may not know of the meeting."""
    overleg, mag = get_overleg(werkplek, pk)
    plekken = plekken_van(werkplek, overleg)
    soort = regels(overleg.soort)
    rondgang = rondgang_van(overleg.pk, werkplek.dag) if soort.leerlingen else Rondgang()
    standen = rondgang.standen
    rijen = [Agendarij(plek, standen.get(plek.punt.pk) if plek.punt else None) for plek in plekken]
    vooraf = overleg.status == Overlegstatus.GEPLAND
    herinneren = rondgang.herinneren if mag.agenda and vooraf else 0
    if not (mag.agenda and stelt_voor(overleg) and mag_stap(overleg.status, Stap.AGENDA)):
        return Agendabeeld(overleg, mag, soort, rijen, None, (), "", herinneren)
    weken = bespreektermijn(werkplek)
    alle, van_niemand = alle_voorstellen(werkplek, overleg, plekken, weken=weken)
    gefilterd = [v for v in alle if not reden or any(r.bron == reden for r in v.redenen)]
    pagina = _pagina(werkplek, gefilterd, gevraagd, weken)
    return Agendabeeld(
        overleg, mag, soort, rijen, pagina, chips(alle), reden, herinneren, van_niemand if vooraf else 0
    )


def gekozen_voorstellen(werkplek: Werkplek, pk: int, nummers: Collection[int]) -> list[Voorstel]:
    """Of the proposals for a meeting those of the pupils that were ticked, in their order; 404 as `lees_agenda`."""
    overleg, _ = get_overleg_om(werkplek, pk, "agenda")
    plekken = plekken_van(werkplek, overleg)
    alle, _ = alle_voorstellen(werkplek, overleg, plekken, weken=bespreektermijn(werkplek))
    return [v for v in alle if v.leerling_id in nummers]


def _pagina(werkplek: Werkplek, alle: list[Voorstel], gevraagd: str, weken: int) -> Pagina:
    """One page of proposals with names and words; the line where the time ends is drawn once."""
    nummer = gelezen_bladzijde(gevraagd)
    begin = (nummer - 1) * VOORSTELLEN_PER_PAGINA
    hier = alle[begin : begin + VOORSTELLEN_PER_PAGINA]
    wie = leerlingen_bij(werkplek, hier)
    eerste_niet = next((v.leerling_id for v in alle if not v.past), None)
    rijen = [
        Voorstelrij(
            v,
            wie[v.leerling_id],
            " · ".join(in_woorden(v.redenen, weken=weken, vandaag=werkplek.dag)),
            v.leerling_id == eerste_niet,
        )
        for v in hier
        if v.leerling_id in wie
    ]
    return Pagina(rijen, nummer, nummer + 1 if len(alle) > begin + VOORSTELLEN_PER_PAGINA else None)
