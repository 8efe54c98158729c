"""What a pupil's file shows beside its timeline: the head of the page, and the panels that each floor gives."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from leerlingen.access import Grond
from leerlingen.access_contacten import paneel_contacten
from leerlingen.access_delen import DelenRegel, delen_met
from leerlingen.access_stukken import paneel_stukken
from leerlingen.kaartblad import paneel_kaart
from leerlingen.models import Leerling
from ondersteuning.paneel_behoeften import Behoefte, behoeften_in_kop
from ondersteuning.paneel_hgw import paneel_hgw
from ondersteuning.paneel_opp import PaneelOpp, paneel_opp
from ondersteuning.paneel_traject import paneel_trajecten, trajecten_in_kop
from overleg.paneel_afspraken import PaneelAfspraken, paneel_afspraken
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import leeftijd
from zorgapp.web.samen import mentoren_en_dagen, wacht_en_afspraken


@dataclass(frozen=True)
class Kop:
    """The head of the page."""

    leeftijd: int | None
    mentoren: list[str]
    lijnen: dict[str, int]
    regie: str
    behoeften: list[Behoefte]
    delen: list[DelenRegel]
    opp: PaneelOpp | None
    eigen_dagen: list[date] | None  # for the menu of the same page


def kop(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Kop:
    """Read the head of an opened file, as far as this reader may see it."""
    trajecten = trajecten_in_kop(werkplek, leerling, grond)
    mentoren, dagen = mentoren_en_dagen(werkplek, getattr(leerling, "klas_nu", None))
    return Kop(
        leeftijd=leeftijd(leerling.geboortedatum, werkplek.dag),
        mentoren=mentoren,
        lijnen=trajecten.lijnen,
        regie=trajecten.regie,
        behoeften=behoeften_in_kop(werkplek, leerling, grond, trajecten),
        delen=delen_met(werkplek, leerling, grond),
        opp=paneel_opp(werkplek, leerling, grond),
        eigen_dagen=dagen,
    )


@dataclass(frozen=True)
class Blad:
    """One sheet beside the timeline: a template of the floor it comes from, and what it shows as `p`."""

    sjabloon: str
    inhoud: Any


def panelen(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> list[Blad]:
    """Return the sheets in the order of the page; a floor decides for itself what this reader finds in it."""
    plekken, afspraken = wacht_en_afspraken(werkplek, leerling, grond)
    bladen = (
        Blad("leerlingen/kaart/_paneel.html", paneel_kaart(werkplek, leerling, grond)),
        Blad("ondersteuning/traject/_paneel.html", paneel_trajecten(werkplek, leerling, grond)),
        Blad("overleg/_paneel_afspraken.html", paneel_afspraken(werkplek, leerling, grond, afspraken)),
        Blad("web/_paneel_wacht.html", plekken or None),
        Blad("ondersteuning/hgw/_paneel.html", paneel_hgw(werkplek, leerling, grond)),
        Blad("leerlingen/notities/_paneel_stukken.html", paneel_stukken(werkplek, leerling, grond)),
        Blad("leerlingen/contacten/_paneel.html", paneel_contacten(werkplek, leerling, grond)),
    )
    return [blad for blad in bladen if blad.inhoud is not None]


def eigen_dagen(bladen: list[Blad]) -> list[date] | None:
    """What the panel of agreements counted for the menu; None without that panel."""
    return next((b.inhoud.eigen_dagen for b in bladen if isinstance(b.inhoud, PaneelAfspraken)), None)
