"""What the page Beleid en jaar is made of: each subject registers its block in `meld_aan()`, the page puts them in order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Actie:
    """A button at the top of the page: where it leads, and who gets it."""

    label: str
    url: str
    icoon: str
    recht: Recht = Recht.BELEID_JAAR
    hoofd: bool = False


@dataclass(frozen=True)
class Blok:
    """One block: `sjabloon` drawn with what `gegevens(werkplek, jaar)` gives; None leaves it out.

    A block asks at most four statements, however much there is. Without `sjabloon` it only brings buttons.
    """

    sleutel: str
    volgorde: int
    sjabloon: str = ""
    gegevens: Callable[[Werkplek, Schooljaar], dict[str, Any] | None] = lambda werkplek, jaar: None
    acties: tuple[Actie, ...] = field(default=())


_BLOKKEN: dict[str, Blok] = {}


def registreer(blok: Blok) -> None:
    """Make a block known; the same key again replaces it."""
    _BLOKKEN[blok.sleutel] = blok


def op_volgorde() -> list[Blok]:
    """Every block, from top to bottom."""
    return sorted(_BLOKKEN.values(), key=lambda blok: (blok.volgorde, blok.sleutel))


def acties_voor(werkplek: Werkplek) -> list[Actie]:
    """The buttons this person gets; the main one last."""
    acties = [actie for blok in op_volgorde() for actie in blok.acties if werkplek.mag(actie.recht)]
    return sorted(acties, key=lambda actie: actie.hoofd)


def getekend(werkplek: Werkplek, jaar: Schooljaar) -> list[tuple[str, dict[str, Any]]]:
    """Template and data of every block that has something for this person."""
    blokken = [(blok.sjabloon, blok.gegevens(werkplek, jaar)) for blok in op_volgorde() if blok.sjabloon]
    return [(sjabloon, gegevens) for sjabloon, gegevens in blokken if gegevens is not None]
