"""The doors to tasks and who has a part in them, and which tasks nobody holds."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from ondersteuning.models import Ondersteuningstaak, Taakhouder, Taakletter
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Houder:
    """A part in a task; `bezet` is False when the colleague left, or nobody has the role now."""

    pk: int
    wie: str
    is_rol: bool
    bezet: bool


@dataclass
class Taak:
    """One task with its parts by letter, and what is missing."""

    pk: int
    naam: str
    lijn: int
    toelichting: str
    delen: dict[str, list[Houder]] = field(default_factory=dict)

    def _niemand(self, letter: Taakletter) -> bool:
        return not any(houder.bezet for houder in self.delen.get(letter.value, []))

    @property
    def niemand_doet(self) -> bool:
        return self._niemand(Taakletter.DOET)

    @property
    def niemand_verantwoordelijk(self) -> bool:
        return self._niemand(Taakletter.VERANTWOORDELIJK)

    @property
    def niemand(self) -> bool:
        """Nobody holds it: nobody does it, or nobody answers for it."""
        return self.niemand_doet or self.niemand_verantwoordelijk

    @property
    def kolommen(self) -> list[tuple[Taakletter, list[Houder]]]:
        """Every letter with its holders, in the order of the table."""
        return [(letter, self.delen.get(letter.value, [])) for letter in Taakletter]


def taken_van(werkplek: Werkplek) -> list[Taak]:
    """All tasks of the school by line and order, with who has which part now (two queries)."""
    taken = {
        taak.pk: Taak(taak.pk, taak.naam, taak.lijn, taak.toelichting)
        for taak in _taken.lees(werkplek.school.pk)
    }
    for houder in _houders.lees(werkplek.school.pk, werkplek.dag):
        wie = str(Rol(houder.rol).label) if houder.rol else houder.user.naam
        deel = Houder(houder.pk, wie, bool(houder.rol), houder.bezet)
        if houder.taak_id in taken:
            taken[houder.taak_id].delen.setdefault(houder.letter, []).append(deel)
    return list(taken.values())


@vaste_vraag
def _taken(school_id: int) -> QuerySet:
    rijen = Ondersteuningstaak.objects.filter(school_id=school_id, vervallen_op__isnull=True)
    return rijen.order_by("lijn", "volgorde", "pk")


@vaste_vraag
def _houders(school_id: int, dag: date) -> QuerySet:
    hier = Aanstelling.objects.filter(op_dag(dag), school=OuterRef("school"), user__is_active=True)
    zelf = Q(user=OuterRef("user")) | Q(rol=OuterRef("rol"))
    rijen = Taakhouder.objects.filter(school_id=school_id).select_related("user")
    return rijen.annotate(bezet=Exists(hier.filter(zelf))).order_by("rol", "pk")


def zonder_houder(werkplek: Werkplek) -> list[Taak]:
    """Tasks that nobody does or answers for."""
    return [taak for taak in taken_van(werkplek) if taak.niemand]


def per_lijn(taken: list[Taak]) -> list[tuple[Lijn, list[Taak]]]:
    """The tasks of each line, also of a line without any."""
    return [(lijn, [taak for taak in taken if taak.lijn == lijn]) for lijn in Lijn]


def get_taak(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Ondersteuningstaak:
    """One task of one's own school; 404 otherwise. `slot` locks it, also when it lapsed."""
    rijen = Ondersteuningstaak.objects.filter(school=werkplek.school, pk=pk)
    lopend = rijen.filter(vervallen_op__isnull=True)
    taak = (rijen.select_for_update(of=("self",)) if slot else lopend).first()
    if taak is None:
        raise Http404
    return taak


def houders_van(werkplek: Werkplek, taak: Ondersteuningstaak) -> Taak:
    """One task with its parts."""
    return next(t for t in taken_van(werkplek) if t.pk == taak.pk)


def get_houder(werkplek: Werkplek, pk: int) -> Taakhouder:
    """One part in a task of one's own school; 404 otherwise."""
    houder = Taakhouder.objects.filter(school=werkplek.school, pk=pk).select_related("taak", "user").first()
    if houder is None:
        raise Http404
    return houder
