"""The history of an agreement in words: who did what when, the last first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from overleg.afspraakloop import Afspraakdaad, Afspraakstand
from overleg.models import Afspraakstap
from zorgapp.kern.datums import dagdatum_kort

# What is said after a tap, also on a page that may not hold the sentence of the agreement itself.
GEZEGD = {
    Afspraakstand.OPEN: "Weer open.",
    Afspraakstand.LOOPT: "Loopt.",
    Afspraakstand.LUKT_NIET: "Lukt niet. Stel uit, draag over of spreek iets anders af.",
    Afspraakstand.GELUKT: "Gelukt.",
    Afspraakstand.NIET_NODIG: "Niet meer nodig.",
}


@dataclass(frozen=True)
class Verhaalregel:
    """One thing that was done: in words, with the reason, by whom and in which meeting."""

    kop: str
    onder: str
    wie: str
    op: datetime
    overleg: str


def verhaal(stappen: Iterable[Afspraakstap], vandaag: date) -> list[Verhaalregel]:
    """The steps in words, the last first."""
    regels = [
        Verhaalregel(
            _kop(stap, vandaag),
            f"Er stond: {stap.reden}" if stap.daad == Afspraakdaad.GEWIJZIGD else stap.reden,
            stap.door.naam if stap.door else "zorgapp, in de nacht",
            stap.op,
            stap.overleg.naam if stap.overleg else "",
        )
        for stap in stappen
    ]
    return regels[::-1]


def _kop(stap: Afspraakstap, vandaag: date) -> str:
    dag = dagdatum_kort(stap.klaar_op, vandaag)
    woorden = {
        Afspraakdaad.GEMAAKT: f"Afgesproken: {stap.eigenaar.naam}, klaar op {dag}",
        Afspraakdaad.STAND: Afspraakstand(stap.stand).label.capitalize(),
        Afspraakdaad.UITGESTELD: f"Uitgesteld tot {dag}",
        Afspraakdaad.OVERGEDRAGEN: f"Overgedragen aan {stap.eigenaar.naam}",
        Afspraakdaad.GEWIJZIGD: "In andere woorden",
        Afspraakdaad.HEROPEND: "Weer geopend",
        Afspraakdaad.TERUGGEVALLEN: f"Terug naar de coördinator: {stap.eigenaar.naam}",
    }
    return woorden[Afspraakdaad(stap.daad)]
