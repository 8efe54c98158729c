"""What the file of a pupil shows of his trajectories: the panel, what he needs, and who has the regie."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from leerlingen.access import Grond, mag_contacten_zien
from leerlingen.models import Leerling
from ondersteuning.models import Doel, Stand, Traject
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers


@dataclass(frozen=True)
class Doelregel:
    """One goal in the panel; its stand is empty for who sees only the summary."""

    doel: Doel
    woord: str = ""
    treden: tuple[bool, ...] = ()


@dataclass(frozen=True)
class Rij:
    """One running trajectory with its goals."""

    traject: Traject
    doelen: list[Doelregel] = field(default_factory=list)


@dataclass(frozen=True)
class Paneel:
    """Running trajectories of an opened file, the highest line first; `vol`: one may read more than the summary."""

    rijen: list[Rij]
    vol: bool

    @property
    def regie(self) -> str:
        """The name of who has the regie: of the highest line, of those the one that has run longest. Empty: nobody."""
        return self.rijen[0].traject.regievoerder.naam if self.rijen else ""

    @property
    def lijnen(self) -> dict[str, int]:
        """The highest line per domain; a domain without a trajectory is not in it (DESIGN §4)."""
        return {rij.traject.domein: rij.traject.lijn for rij in reversed(self.rijen)}


def paneel_trajecten(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Paneel:
    """The panel of a file that get_leerling opened (two queries); a teacher gets the summary of DOMAIN 7.4."""
    vol = mag_contacten_zien(werkplek, grond)
    trajecten: list[Traject] = _lopend.lees(leerling.pk)
    doelen: dict[int, list[Doelregel]] = {}
    if trajecten:
        for doel in _doelen.lees(Nummers(t.pk for t in trajecten)):
            doelen.setdefault(doel.traject_id, []).append(_regel(doel, vol))
    return Paneel([Rij(traject, doelen.get(traject.pk, [])) for traject in trajecten], vol)


def trajecten_in_kop(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Paneel:
    """The same without goals, for the head of the file: lines, regie and where needs are written (one query)."""
    rijen = [Rij(traject) for traject in _lopend.lees(leerling.pk)]
    return Paneel(rijen, mag_contacten_zien(werkplek, grond))


def _regel(doel: Doel, vol: bool) -> Doelregel:
    if not vol:
        return Doelregel(doel)
    stand = Stand(doel.begin if doel.stand is None else doel.stand)  # type: ignore[attr-defined]
    return Doelregel(doel, str(stand.label), treden(stand))


@vaste_vraag
def _lopend(leerling_id: int) -> QuerySet:
    rijen = Traject.objects.lopend().filter(leerling_id=leerling_id)
    return rijen.select_related("regievoerder", "partner").order_by("-lijn", "start", "pk")[:12]


@vaste_vraag
def _doelen(nummers: Nummers) -> QuerySet:
    rijen = Doel.objects.geldend().filter(traject__pk__onder=nummers)
    return rijen.met_stand().order_by("traject_id", "volgorde", "pk")


def treden(stand: int) -> tuple[bool, ...]:
    """Which of the four steps of `.z-trap` are full: -2, -1, 0, and +1 or +2 together (LOOK)."""
    vol = min(int(stand), 1) + 3
    return tuple(n < vol for n in range(4))
