"""The panels on the page of an OPP: each a request of its own, so that the page stays as fast as it was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import SimpleLazyObject

from ondersteuning import opp_paneel_horen, opp_paneel_jaar, opp_paneel_pdf, opp_paneel_samen
from ondersteuning.access_opp import Oppblik
from ondersteuning.models import Opp, OppVersie
from ondersteuning.oppfeiten import feiten_van
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Paneel:
    """One panel: its template, what reads it, what it is called before it is there, and on which side it stands."""

    sjabloon: str
    lees: Callable[..., Any]
    label: str
    links: bool = True


PANELEN: dict[str, Paneel] = {
    "horen": Paneel("ondersteuning/opp/_horen.html", opp_paneel_horen.paneel, "De stem van de leerling"),
    "samen": Paneel("ondersteuning/opp/_samen.html", opp_paneel_samen.paneel, "Overleg en akkoord"),
    "jaar": Paneel("ondersteuning/opp/_jaar.html", opp_paneel_jaar.paneel, "Teruggekeken", links=False),
    "pdf": Paneel("ondersteuning/opp/_pdf.html", opp_paneel_pdf.paneel, "Documenten", links=False),
}
"""In the order of the page; the pupil's own words come first."""


def lees_paneel(naam: str, werkplek: Werkplek, opp: Opp, versie: OppVersie, mag: Oppblik) -> Any | None:
    """Read one panel of an opened OPP; the facts are read only when the panel looks at them. None: not for this reader."""
    feiten: Any = SimpleLazyObject(lambda: feiten_van(opp, versie, werkplek.dag))
    return PANELEN[naam].lees(werkplek, opp, versie, mag, feiten)
