"""What a pupil's file shows beside its timeline: the head of the page, and the panels that each floor gives."""

from dataclasses import dataclass
from typing import Any

from leerlingen.access import Grond, contacten_van, mag_contacten_zien
from leerlingen.models import Leerling
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Paneel:
    """One sheet beside the timeline: a template of the floor it comes from, and what it shows as `p`."""

    sjabloon: str
    inhoud: Any


def panelen(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> list[Paneel]:
    """Return the panels this reader may see, in the order of the page; a floor decides for itself what is in it."""
    gevraagd = []
    if mag_contacten_zien(werkplek, grond):
        gevraagd.append(Paneel("web/_paneel_contacten.html", contacten_van(werkplek, leerling, grond)))
    return gevraagd
