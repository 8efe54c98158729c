"""What a pupil's file shows beside its timeline: the head of the page, and the panels that each floor gives."""

from dataclasses import dataclass
from typing import Any

from leerlingen.access import Grond, contacten_van, mag_contacten_zien, mentoren_van
from leerlingen.models import Leerling
from ondersteuning.tijdlijn import lijnen_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import leeftijd


@dataclass(frozen=True)
class Kop:
    """The head of the page; `behoeften` are what he needs as (domain, words)."""

    leeftijd: int | None
    mentoren: list[str]
    lijnen: dict[str, int]
    regie: list[str]
    behoeften: list[tuple[str, str]]
    delen: list[Any]


def kop(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Kop:
    """Read the head of an opened file, as far as this reader may see it."""
    return Kop(
        leeftijd=leeftijd(leerling.geboortedatum, werkplek.dag),
        mentoren=mentoren_van(leerling.klas_nu, werkplek),
        lijnen=lijnen_van(leerling.pk),
        regie=[],
        behoeften=[],
        delen=[],
    )


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
