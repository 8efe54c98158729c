"""What the pages and the panel of one facility card show, per person who opens it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from leerlingen.access import Grond
from leerlingen.access_kaart import (
    adviezen_van,
    kaart_van,
    mag_adviseren,
    mag_grond_zien,
    mag_melden,
    mag_wijzigen,
    meldingen_van,
    toekenningen_van,
    versies_van,
)
from leerlingen.access_kaartlezers import Docent, docenten_van, laatst_gezien, vakken_rond
from leerlingen.eigendom import ROLLEN_LES
from leerlingen.models import (
    Faciliteitenkaart,
    FaciliteitMelding,
    FaciliteitToekenning,
    Handelingsadvies,
    Kaartversie,
    Leerling,
)
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Lezers:
    """Who of the teachers confirmed this version, as coordinator and mentor see it."""

    docenten: Sequence[Docent]
    door_id: int

    @property
    def gezien(self) -> int:
        return sum(d.gezien_op is not None for d in self.docenten)

    @property
    def te_herinneren(self) -> int:
        """How many others may still be reminded."""
        return sum(d.te_herinneren(self.door_id) for d in self.docenten)

    @property
    def herinnerd(self) -> int:
        """How many were reminded and did not confirm yet."""
        return sum(d.herinnerd and d.gezien_op is None for d in self.docenten)

    def is_docent(self, wie: tuple[int, ...]) -> bool:
        return any(d.user_id in wie for d in self.docenten)


@dataclass(frozen=True)
class Kaartblad:
    """A card as one person sees it; empty lists are what he may not see, or what is not there."""

    leerling: Leerling
    grond: Grond
    kaart: Faciliteitenkaart | None
    geldig: bool
    toekenningen: Sequence[FaciliteitToekenning] = ()
    lezers: Lezers | None = None
    bevestigen: bool = False
    nieuw: Sequence[Kaartversie] = ()
    versies: Sequence[Kaartversie] = ()
    adviezen: Sequence[Handelingsadvies] = ()
    meldingen: Sequence[FaciliteitMelding] = ()
    vakken: Sequence[str] = ()
    mag: frozenset[str] = field(default_factory=frozenset)


def _mag(werkplek: Werkplek, grond: Grond) -> frozenset[str]:
    kan = {
        "wijzigen": mag_wijzigen(grond),
        "melden": mag_melden(grond),
        "adviseren": mag_adviseren(werkplek, grond),
        "grond": mag_grond_zien(werkplek, grond),
    }
    return frozenset(wat for wat, waar in kan.items() if waar)


def is_geldig(werkplek: Werkplek, kaart: Faciliteitenkaart | None) -> bool:
    """Whether the card holds on the day of this Werkplek."""
    return kaart is not None and kaart.geldig_van <= werkplek.dag <= kaart.geldig_tot


def lees_kaartblad(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Kaartblad:
    """Read the card of an opened pupil. A teacher sees no facilities of a card that does not hold."""
    kaart, mag = kaart_van(leerling.pk), _mag(werkplek, grond)
    geldig = is_geldig(werkplek, kaart)
    toon = kaart is not None and (geldig or "wijzigen" in mag)
    versies = versies_van(kaart) if kaart else []
    lezers = Lezers(docenten_van(werkplek, kaart), werkplek.user.pk) if kaart and geldig else None
    leest = lezers is not None and lezers.is_docent(werkplek.namens) and werkplek.is_een(*ROLLEN_LES)
    laatst = laatst_gezien(werkplek, kaart) if kaart and leest else 0
    bevestigen = bool(kaart and leest and laatst < kaart.versie)
    return Kaartblad(
        leerling=leerling,
        grond=grond,
        kaart=kaart,
        geldig=geldig,
        toekenningen=toekenningen_van(leerling.pk, werkplek.dag) if toon else (),
        lezers=lezers if "melden" in mag else None,
        bevestigen=bevestigen,
        nieuw=[v for v in versies if v.versie > laatst] if bevestigen and laatst else (),
        versies=versies,
        adviezen=adviezen_van(leerling.pk, werkplek.dag),
        meldingen=meldingen_van(leerling.pk, grond),
        vakken=vakken_rond(leerling.pk, werkplek.dag) if "melden" in mag and geldig else (),
        mag=mag,
    )


@dataclass(frozen=True)
class Kaartpaneel:
    """The card beside a file: what he gets, and for coordinator and mentor who read it."""

    leerling_id: int
    kaart: Faciliteitenkaart | None
    geldig: bool
    toekenningen: Sequence[FaciliteitToekenning]
    lezers: Lezers | None
    wijzigen: bool


def paneel_kaart(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Kaartpaneel:
    """Read what stands beside the file of an opened pupil (at most two statements)."""
    toekenningen = toekenningen_van(leerling.pk, werkplek.dag)
    kaart = toekenningen[0].kaart if toekenningen else None
    geldig, wijzigen = is_geldig(werkplek, kaart), mag_wijzigen(grond)
    leest_mee = kaart is not None and geldig and mag_melden(grond)
    return Kaartpaneel(
        leerling_id=leerling.pk,
        kaart=kaart,
        geldig=geldig,
        toekenningen=toekenningen if geldig or wijzigen else (),
        lezers=Lezers(docenten_van(werkplek, kaart), werkplek.user.pk) if kaart and leest_mee else None,
        wijzigen=wijzigen,
    )
