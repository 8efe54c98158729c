"""What became known after a field of an OPP was filled: offered per field, fact by fact, until somebody says no to it.

A fact that nobody wants is no longer offered; it comes back when its source says something else.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any

from leerlingen.models import Leerling
from ondersteuning.hgwbronnen import Feit, Herkomst
from ondersteuning.models import OppNietOver, OppVersie
from ondersteuning.oppbron_feiten import feiten
from ondersteuning.oppbronnen import lees_herkomst, voeg_toe
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Nieuwfeit:
    """One fact that is offered."""

    feit: Feit

    @property
    def tekst(self) -> str:
        """Its words."""
        return self.feit.tekst.strip()

    @cached_property
    def afdruk(self) -> str:
        """The SHA-256 of its words, by which one knows that the source still says the same."""
        return sha256(self.tekst.encode()).hexdigest()

    @property
    def sleutel(self) -> tuple[str, str, int, str]:
        """What makes it this fact: the field, the source with its number, and its words."""
        return (self.feit.veld, self.feit.bron, self.feit.nummer, self.afdruk)

    @property
    def bronnen(self) -> list[Herkomst]:
        """Where it comes from, to show."""
        return lees_herkomst([self.feit.herkomst])


@dataclass(frozen=True)
class Nieuw:
    """What became known for one field after it was filled: the words to add, where they come from, and fact by fact."""

    veld: str
    tekst: str
    herkomst: list[list[Any]]
    feiten: list[Nieuwfeit]


@dataclass(frozen=True)
class Afgewezen:
    """A fact that somebody chose not to take over, while its source still says the same; `rij` tells who and when."""

    feit: Nieuwfeit
    rij: OppNietOver


def nieuws(werkplek: Werkplek, leerling: Leerling, versie: OppVersie, velden: Collection[str]) -> list[Nieuw]:
    """What became known for these fields since they were filled, as far as this writer may read it.

    Only sources that this version did not use yet, words that do not stand there already, and no fact that was
    turned down.
    """
    return aanbod(werkplek, leerling, versie, velden)[0]


def aanbod(
    werkplek: Werkplek, leerling: Leerling, versie: OppVersie, velden: Collection[str]
) -> tuple[list[Nieuw], list[Afgewezen]]:
    """The same, and beside it what was turned down and would be offered otherwise (one query more than the facts)."""
    per: dict[str, list[Nieuwfeit]] = {}
    for feit in feiten(werkplek, leerling, velden):
        gebruikt = feit.herkomst[:3] in [rij[:3] for rij in versie.herkomst.get(feit.veld, [])]
        if not gebruikt and feit.tekst.strip() not in getattr(versie, feit.veld):
            per.setdefault(feit.veld, []).append(Nieuwfeit(feit))
    niet = _niet_over(versie.opp_id) if per else {}
    af = [Afgewezen(n, niet[n.sleutel]) for rijen in per.values() for n in rijen if n.sleutel in niet]
    uit = []
    for veld, rijen in per.items():
        over = [n for n in rijen if n.sleutel not in niet]
        teksten, herkomst = voeg_toe({}, {}, [n.feit for n in over])
        if tekst := teksten.get(veld):
            uit.append(Nieuw(veld, tekst, herkomst[veld], over))
    return uit, af


def _niet_over(opp_id: int) -> dict[tuple[str, str, int, str], OppNietOver]:
    rijen = OppNietOver.objects.filter(opp=opp_id).select_related("door")
    return {(rij.veld, rij.bron, rij.nummer, rij.afdruk): rij for rij in rijen}
