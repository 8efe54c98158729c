"""The guided first run of an empty school: steps that higher floors may add, each with its real state."""

from collections.abc import Callable
from dataclasses import dataclass

from zorgapp.accounts.instellingsoorten import TWEESTAPS
from zorgapp.accounts.models import Aanstelling, Instelling, Vrijedag
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Stap:
    """One step. `klaar` asks the database of the school in context; `recht` says for whom the link is."""

    sleutel: str
    volgorde: int
    titel: str
    uitleg: str
    url_naam: str
    recht: Recht
    klaar: Callable[[Werkplek], bool]


@dataclass(frozen=True)
class StapStand:
    """A step with its state: `nu` is the first one that is not done."""

    stap: Stap
    klaar: bool
    nu: bool
    mag: bool


_STAPPEN: dict[str, Stap] = {}


def registreer(stap: Stap) -> None:
    """Make a step known; the same key again replaces it."""
    _STAPPEN[stap.sleutel] = stap


def standen(werkplek: Werkplek) -> list[StapStand]:
    """Return every step in order with its state; one small query each."""
    stappen = sorted(_STAPPEN.values(), key=lambda s: s.volgorde)
    klaar = {s.sleutel: s.klaar(werkplek) for s in stappen}
    eerste = next((s.sleutel for s in stappen if not klaar[s.sleutel]), "")
    return [StapStand(s, klaar[s.sleutel], s.sleutel == eerste, werkplek.mag(s.recht)) for s in stappen]


def te_tonen(werkplek: Werkplek) -> list[StapStand]:
    """The steps for Vandaag: empty once the first run was closed, and for who does not set up the school."""
    if werkplek.school.ingericht_op is not None or not werkplek.mag(Recht.INSTELLINGEN):
        return []
    return standen(werkplek)


def _vakanties(werkplek: Werkplek) -> bool:
    return Vrijedag.objects.filter(school=werkplek.school, tot__gte=werkplek.dag).exists()


def _instellingen(werkplek: Werkplek) -> bool:
    return Instelling.objects.filter(school=werkplek.school).exclude(sleutel=TWEESTAPS).exists()


def _mensen(werkplek: Werkplek) -> bool:
    hier = Aanstelling.objects.filter(school=werkplek.school).op(werkplek.dag)
    return hier.filter(rol=Rol.ZORGCOORDINATOR).exists() and hier.values("user").distinct().count() > 1


for _stap in (
    Stap(
        "vakanties",
        10,
        "Vakanties en vrije dagen",
        "Termijnen tellen alleen schooldagen. Er ligt een voorstel klaar, jij vinkt aan wat klopt.",
        "accounts:vrije_dagen_voorstel",
        Recht.INSTELLINGEN,
        _vakanties,
    ),
    Stap(
        "instellingen",
        20,
        "Termijnen",
        "Hoe lang mag een antwoord duren, en wanneer gaat de dagelijkse mail weg?",
        "accounts:instellingen",
        Recht.INSTELLINGEN,
        _instellingen,
    ),
    Stap(
        "mensen",
        30,
        "Mensen",
        "Nodig de zorgcoördinator uit en daarna je collega's. Zij krijgen een mail met een link.",
        "accounts:mens_nieuw",
        Recht.MENSEN,
        _mensen,
    ),
):
    registreer(_stap)
