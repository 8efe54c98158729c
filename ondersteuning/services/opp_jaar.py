"""Looking back on an OPP with parents and pupil, and noting what was entered in the ROD (rules 16 to 18)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_jaar import Terugblik, get_oppevaluatie, get_terugblik_slot, hoort_in_rod
from ondersteuning.models import (
    Opp,
    OppConclusie,
    OppDoelevaluatie,
    OppEvaluatie,
    OppVersie,
    Uitkomst,
    Versiestatus,
)
from ondersteuning.services.opp import opp_bijstellen
from zorgapp.accounts.services.versie import Verouderd, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Terugblikwoorden:
    """When it was, who was there, and what was said; parents and pupil apart (rule 17). The codes are of `Erbij`."""

    gehouden_op: date
    ouders: str
    leerling_erbij: str
    samenvatting: str
    ouders_zeggen: str = ""
    leerling_zegt: str = ""
    anderen: str = ""

    def controleer(self, opp: Opp, dag: date) -> None:
        """ValidationError for a day that cannot be."""
        assert opp.begindatum is not None
        if self.gehouden_op > dag:
            raise ValidationError({"gehouden_op": "Leg een evaluatie vast op de dag zelf of erna."})
        if self.gehouden_op < opp.begindatum:
            raise ValidationError({"gehouden_op": "Op die dag was dit OPP nog niet vastgesteld."})


@dataclass(frozen=True)
class Hoeverder:
    """What it leads to; `volgende_op` is needed unless it is closed."""

    conclusie: OppConclusie
    volgende_op: date | None = None

    def controleer(self, gehouden_op: date) -> None:
        """ValidationError without a next day, or for one that leaves a whole school year out (rule 16)."""
        if self.conclusie == OppConclusie.AFSLUITEN:
            return
        if self.volgende_op is None or self.volgende_op <= gehouden_op:
            raise ValidationError({"volgende_op": "Kies een dag waarop jullie weer terugkijken, na deze."})
        laatste = Schooljaar(Schooljaar.van(gehouden_op).beginjaar + 1).eind
        if self.volgende_op > laatste:
            raise ValidationError(
                {
                    "volgende_op": f"Elk schooljaar kijken jullie terug. Kies een dag tot en met "
                    f"{dag_maand(laatste, gehouden_op)}."
                }
            )


@dataclass(frozen=True)
class Doeluitkomst:
    """What came of one goal."""

    uitkomst: Uitkomst
    toelichting: str = ""


@transaction.atomic
def opp_evalueren(
    *,
    door: Werkplek,
    pk: int,
    sleutel: UUID,
    oppversie_id: int,
    woorden: Terugblikwoorden,
    verder: Hoeverder,
    doelen: Mapping[UUID, Doeluitkomst],
    op: datetime,
) -> OppEvaluatie:
    """Store an evaluation with what came of each goal (by its `stam`), and the next day; a change begins a next version.

    The same form sent twice (`sleutel`) is one evaluation. Raises Verouderd when another version is in force than the
    writer saw, ValidationError for a day that cannot be or a goal without outcome, DaadNietToegestaan when the OPP is
    not in force, 404 and 403 as the door.
    """
    blik = get_terugblik_slot(door, pk)
    if eerder := OppEvaluatie.objects.filter(opp=blik.opp, sleutel=sleutel).first():
        return eerder
    if blik.versie.pk != oppversie_id:
        raise Verouderd
    woorden.controleer(blik.opp, door.dag)
    verder.controleer(woorden.gehouden_op)
    if any(doel.stam not in doelen for doel in blik.doelen):
        raise ValidationError("Kies bij elk doel wat ervan kwam.")
    sluit = verder.conclusie == OppConclusie.AFSLUITEN
    rij: OppEvaluatie = bewaar(
        OppEvaluatie(
            school=door.school,
            opp=blik.opp,
            oppversie=blik.versie,
            conclusie=verder.conclusie,
            volgende_op=None if sluit else verder.volgende_op,
            sleutel=sleutel,
            door=door.user,
            vastgelegd_op=op,
            **asdict(woorden),
        )
    )
    _leg_doelen_vast(rij, blik, doelen)
    if not sluit:
        blik.opp.evaluatie_op = verder.volgende_op
        op_versie_bewaren(door=door, rij=blik.opp, versie=blik.opp.versie, velden=("evaluatie_op",))
    if verder.conclusie == OppConclusie.BIJSTELLEN and not _in_voorbereiding(blik.opp):
        opp_bijstellen(door=door, pk=pk, op=op)
    return rij


def _leg_doelen_vast(rij: OppEvaluatie, blik: Terugblik, doelen: Mapping[UUID, Doeluitkomst]) -> None:
    OppDoelevaluatie.objects.bulk_create(
        OppDoelevaluatie(school=rij.school, evaluatie=rij, doel=doel, **asdict(doelen[doel.stam]))
        for doel in blik.doelen
    )


def _in_voorbereiding(opp: Opp) -> bool:
    return OppVersie.objects.filter(opp=opp, status=Versiestatus.CONCEPT).exists()


@transaction.atomic
def oppevaluatie_verbeteren(
    *, door: Werkplek, pk: int, versie: int, woorden: Terugblikwoorden
) -> OppEvaluatie:
    """Correct what an evaluation says; what it led to stays, and what it said stays in the history.

    Raises Verouderd for a stale page, ValidationError for a day that cannot be, 404 and 403 as the door.
    """
    rij, opp, _ = get_oppevaluatie(door, pk)
    woorden.controleer(opp, door.dag)
    velden = asdict(woorden)
    if rij.volgende_op and rij.volgende_op <= woorden.gehouden_op:
        raise ValidationError({"gehouden_op": "Deze dag ligt na de afgesproken volgende evaluatie."})
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    return op_versie_bewaren(door=door, rij=rij, versie=versie, velden=tuple(velden))


@transaction.atomic
def rod_vastleggen(*, door: Werkplek, pk: int, versie: int, wat: str, op: date | None) -> Opp:
    """Note that the begin or the end of the period stands in the ROD since `op`; None takes it back.

    `wat` is "begin" or "eind". Raises Verouderd for a stale page, ValidationError for practical education, for a day
    after today or before the period, and for an end of an OPP that is not closed (rule 18); 404 and 403 as the door.
    """
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    if not hoort_in_rod(opp):
        raise ValidationError("Dit OPP hoort niet in het ROD.")
    vanaf = opp.begindatum if wat == "begin" else opp.einddatum
    if vanaf is None:
        raise ValidationError("Dit OPP is nog niet afgesloten.")
    if op is not None and not vanaf <= op <= door.dag:
        raise ValidationError({"op": f"Kies een dag van {dag_maand(vanaf, door.dag)} tot en met vandaag."})
    velden = (f"rod_{wat}_op", f"rod_{wat}_door")
    for veld, waarde in zip(velden, (op, door.user if op else None), strict=True):
        setattr(opp, veld, waarde)
    return op_versie_bewaren(door=door, rij=opp, versie=versie, velden=velden)
