"""Which pupils are proposed for an agenda and in what order, as pure functions: reasons in, proposals out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from overleg.models.agenda import Bron

# The strongest reason decides; what was left over last time comes first.
RANG: dict[Bron, int] = {
    Bron.DOORGESCHOVEN: 0,
    Bron.SIGNAAL: 1,
    Bron.OPP: 2,
    Bron.AFSPRAAK: 3,
    Bron.CONTROLE: 4,
    Bron.EVALUATIE: 5,
    Bron.NIET_BESPROKEN: 6,
    Bron.VRIJ: 7,
}
# Reasons that by themselves need less than a whole item.
KORT = frozenset({Bron.AFSPRAAK, Bron.CONTROLE, Bron.NIET_BESPROKEN})
KORT_MINUTEN = 5
VERDER_KIJKEN = 7
"""Days after the meeting: what comes due before the next one is proposed too."""


@dataclass(frozen=True)
class Reden:
    """One reason to speak of a pupil: where it comes from, its date, the number of what it is about, acute or not."""

    bron: Bron
    leerling_id: int
    datum: date
    nummer: int
    spoed: bool = False


@dataclass(frozen=True)
class Voorstel:
    """One pupil with his reasons, the strongest first; `minuten` proposed; `past`: still within the meeting's time."""

    leerling_id: int
    redenen: tuple[Reden, ...]
    minuten: int
    past: bool

    @property
    def spoed(self) -> bool:
        return any(reden.spoed for reden in self.redenen)

    @property
    def bron(self) -> Bron:
        """Why it comes on the agenda."""
        return self.redenen[0].bron


def voorstellen(redenen: Iterable[Reden], *, minuten: int, over: int) -> list[Voorstel]:
    """One proposal a pupil, the most pressing first. `minuten`: for a whole item; `over`: what the agenda has left.

    Order: acute, then the strongest reason, then the oldest date. Nobody is left out because time is short: `past` says
    where the time ends.
    """
    per: dict[int, list[Reden]] = defaultdict(list)
    for reden in redenen:
        per[reden.leerling_id].append(reden)
    gesorteerd = sorted((_sleutel(lijst) for lijst in per.values()), key=lambda paar: paar[0])
    uit = []
    for _, lijst in gesorteerd:
        duur = min(minuten, KORT_MINUTEN) if all(r.bron in KORT for r in lijst) else minuten
        uit.append(Voorstel(lijst[0].leerling_id, tuple(lijst), duur, over >= duur))
        over -= duur
    return uit


def _sleutel(redenen: list[Reden]) -> tuple[tuple[bool, int, date, int], list[Reden]]:
    lijst = sorted(redenen, key=lambda r: (RANG[r.bron], r.datum, r.nummer))
    eerste = lijst[0]
    oudste = min(r.datum for r in lijst)
    return (not any(r.spoed for r in lijst), RANG[eerste.bron], oudste, eerste.leerling_id), lijst
