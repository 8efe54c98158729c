"""The OPP-wacht: the law as a checklist, each rule with its article, the part it concerns and what to do next.

`POORT` are the rules without which a version cannot be set; 16 to 18 are watched afterwards.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ondersteuning.opp import regels
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.regels import Punt


@dataclass(frozen=True)
class Regel:
    """One rule of DOMAIN §14 with its article and the part it concerns; `kijk` gives what is missing."""

    nummer: int
    kop: str
    artikel: str
    plek: str
    kijk: Callable[[Feiten], Iterable[Punt]] = field(compare=False)


@dataclass(frozen=True)
class Uitslag:
    """How one rule stands."""

    regel: Regel
    punten: tuple[Punt, ...]

    @property
    def in_orde(self) -> bool:
        return not self.punten


_WVO = "WVO 2020 art. "
REGELS: dict[int, Regel] = {
    regel.nummer: regel
    for regel in (
        Regel(
            6, "Alles staat erin", f"{_WVO}2.44 lid 7, en de inhoud van een OPP", "perspectief", regels.inhoud
        ),
        Regel(7, "Er is overlegd", f"{_WVO}2.44 lid 2", "samen", regels.overleg),
        Regel(8, "Akkoord met het handelingsdeel", f"{_WVO}2.44 lid 2", "samen", regels.akkoord),
        Regel(9, "Wie akkoord geeft, heeft gezag", f"{_WVO}1.1", "samen", regels.gezag),
        Regel(10, "Het akkoord is van deze versie", f"{_WVO}2.44 lid 4b", "samen", regels.zelfde_versie),
        Regel(11, "Het overleg ging over deze tekst", f"{_WVO}2.44 lid 4a", "samen", regels.zelfde_gesprek),
        Regel(12, "De leerling is gehoord", f"{_WVO}2.44 lid 5 en 6", "samen", regels.gehoord),
        Regel(13, "Ook bij een bijstelling", f"{_WVO}2.44 lid 5", "samen", regels.opnieuw_gehoord),
        Regel(14, "Het hoorrecht is aangeboden", f"{_WVO}2.44 lid 5", "samen", regels.nooit_nvt),
        Regel(15, "De inbreng staat in het document", f"{_WVO}2.44 lid 7c", "samen", regels.afdruk),
        Regel(16, "Elk schooljaar teruggekeken", f"{_WVO}2.44 lid 3", "evaluatie", regels.evaluatie),
        Regel(17, "Met ouders en leerling", f"{_WVO}2.44 lid 3", "evaluatie", regels.evaluatie_met),
        Regel(18, "In het ROD", "Besluit register onderwijsdeelnemers", "rod", regels.rod),
    )
}
POORT = (6, 7, 9, 12, 13, 14, 15)
"""A version is not set while one of these is red."""
DAARNA = (16, 17, 18)
"""Watched while it is in force; they make an OPP "niet in orde" and undo nothing."""


def bekijk(feiten: Feiten, nummers: Iterable[int] = tuple(REGELS)) -> list[Uitslag]:
    """Return how each of these rules stands."""
    return [Uitslag(REGELS[nummer], tuple(REGELS[nummer].kijk(feiten))) for nummer in nummers]


def mag_vaststellen(feiten: Feiten) -> list[Uitslag]:
    """Return the rules that keep this version from being set; empty: it may be set."""
    return [uitslag for uitslag in bekijk(feiten, POORT) if not uitslag.in_orde]


def in_orde(feiten: Feiten) -> bool:
    """Say whether an OPP that is in force is in legal order today, agreement or not; what stood at the gate was judged
    on the day it was set."""
    return all(uitslag.in_orde for uitslag in bekijk(feiten, DAARNA))
