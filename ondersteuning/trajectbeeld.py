"""What the page of one trajectory shows, read in as few statements as it can be."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from ondersteuning.access_trajectdelen import (
    doelen_van,
    evaluaties_van,
    overdrachten_van,
    overgangen_van,
    sessies_van,
    standen_van,
)
from ondersteuning.models import (
    Doel,
    Doelstand,
    Evaluatie,
    Lijnovergang,
    OverdrachtStatus,
    Regieoverdracht,
    Sessie,
    Stand,
    Traject,
)
from ondersteuning.paneel_traject import treden
from zorgapp.kern.charts import stappen

SCHAAL = [(stand.value, str(stand.label).removesuffix(" dan gehoopt")) for stand in Stand]


@dataclass(frozen=True)
class Doelbeeld:
    """One goal: where it stands, in four steps and a word, and its way there as a picture and a table."""

    doel: Doel
    standen: list[Doelstand]
    grafiek: SafeString | str = ""

    @property
    def stand(self) -> Stand:
        return Stand(self.standen[-1].stand if self.standen else self.doel.begin)

    @property
    def treden(self) -> tuple[bool, ...]:
        return treden(self.stand)


@dataclass(frozen=True)
class Beeld:
    """What hangs on a trajectory; for the summary only its goals."""

    doelen: list[Doelbeeld]
    evaluaties: list[Evaluatie] = field(default_factory=list)
    overdrachten: list[Regieoverdracht] = field(default_factory=list)
    overgangen: list[Lijnovergang] = field(default_factory=list)
    sessies: list[Sessie] = field(default_factory=list)

    @property
    def geldend(self) -> list[Doelbeeld]:
        return [beeld for beeld in self.doelen if beeld.doel.vervallen_op is None]

    @property
    def vervallen(self) -> list[Doelbeeld]:
        return [beeld for beeld in self.doelen if beeld.doel.vervallen_op is not None]

    @property
    def gevraagd(self) -> Regieoverdracht | None:
        """The hand-over that waits for an answer."""
        return next((o for o in self.overdrachten if o.status == OverdrachtStatus.GEVRAAGD), None)


def lees_beeld(traject: Traject, *, vol: bool) -> Beeld:
    """Read what belongs to an opened trajectory; `vol` false: the goals without their scores."""
    doelen = doelen_van(traject.pk)
    if not vol:
        return Beeld([Doelbeeld(doel, []) for doel in doelen if doel.vervallen_op is None])
    standen: dict[int, list[Doelstand]] = {}
    for stand in standen_van(traject.pk):
        standen.setdefault(stand.doel_id, []).append(stand)
    return Beeld(
        [_doelbeeld(doel, standen.get(doel.pk, []), traject.start) for doel in doelen],
        evaluaties_van(traject.pk),
        overdrachten_van(traject.pk),
        overgangen_van(traject.pk),
        sessies_van(traject),
    )


def _doelbeeld(doel: Doel, standen: list[Doelstand], start: date) -> Doelbeeld:
    """The line starts at the begin of the trajectory; without scores there is nothing to draw yet."""
    if not standen:
        return Doelbeeld(doel, standen)
    punten = [(min(start, standen[0].op), doel.begin), *((stand.op, stand.stand) for stand in standen)]
    zin = f"{doel.tekst}: van {Stand(doel.begin).label} naar {Stand(standen[-1].stand).label}"
    return Doelbeeld(doel, standen, stappen(zin, punten, SCHAAL, doel.gewenst))
