"""Development points: choosing one, changing it, reading its figure at a moment, looking back together, stopping."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404

from beleid.access_punt import get_punt_slot, mag_kiezen
from beleid.kerngetallen import KERNCIJFERS
from beleid.klokken_punt import plan_punt, punt_klaar
from beleid.models import Meetmoment, Ontwikkelpunt, Puntevaluatie, Puntstatus
from beleid.puntmeter import momenten, te_vroeg
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dagdatum
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Puntgegevens:
    """What a point is. `start` and `doel` in the unit of the figure `cijfer`; `doel_op` within the school year."""

    titel: str
    cijfer: str
    start: Decimal
    doel: Decimal
    doel_op: date
    eigenaar: User
    waarom: str = ""
    helpt: str = ""
    remt: str = ""


def _eis(gegevens: Puntgegevens, jaar: Schooljaar, na: date | None) -> None:
    """What a person can mend, at the field where he can; a target that is chosen now lies after the day `na`."""
    fouten = {}
    if gegevens.cijfer not in KERNCIJFERS:
        fouten["cijfer"] = "Kies een cijfer uit de lijst."
    elif KERNCIJFERS[gegevens.cijfer].eenheid == "%" and not 0 <= gegevens.doel <= 100:
        fouten["doel"] = "Een percentage ligt tussen 0 en 100."
    if not jaar.begin <= gegevens.doel_op <= jaar.eind:
        fouten["doel_op"] = f"Kies een dag in schooljaar {jaar}."
    elif na is not None and gegevens.doel_op <= na:
        fouten["doel_op"] = "Kies een dag die nog komt."
    if gegevens.start == gegevens.doel:
        fouten["doel"] = "Het doel is gelijk aan de start. Kies waar je heen wilt."
    if fouten:
        raise ValidationError(fouten)


def _vul(punt: Ontwikkelpunt, gegevens: Puntgegevens) -> None:
    for veld in ("titel", "cijfer", "start", "doel", "doel_op", "eigenaar", "waarom", "helpt", "remt"):
        setattr(punt, veld, getattr(gegevens, veld))


@transaction.atomic
def punt_kiezen(
    *, door: Werkplek, jaar: Schooljaar, gegevens: Puntgegevens, reden_tweede: str = ""
) -> Ontwikkelpunt:
    """Choose the point of a school year and plan its three moments.

    A second point is for the schoolleiding, with a reason; there is no third (DOMAIN 59). Raises PermissionDenied for who
    may not choose it and ValidationError for what does not hold.
    """
    een_tegelijk(door)
    if jaar.eind < door.dag:
        raise ValidationError(
            f"Schooljaar {jaar} is voorbij. Kies een ontwikkelpunt voor een jaar dat loopt of komt."
        )
    al = Ontwikkelpunt.objects.filter(school=door.school, schooljaar=jaar.beginjaar).count()
    if al >= 2:
        raise ValidationError("Er zijn al twee ontwikkelpunten. Zet dit bij ‘Bewust later’.")
    if not mag_kiezen(door, al + 1):
        raise PermissionDenied("ontwikkelpunt kiezen")
    if al and not reden_tweede.strip():
        raise ValidationError({"reden_tweede": "Schrijf op waarom er een tweede ontwikkelpunt bij komt."})
    _eis(gegevens, jaar, door.dag)
    punt = Ontwikkelpunt(school=door.school, schooljaar=jaar.beginjaar, nummer=al + 1)
    if al:
        punt.reden_tweede, punt.toegestaan_door = reden_tweede.strip(), door.user
    _vul(punt, gegevens)
    bewaar(punt)
    for nummer, dag in enumerate(momenten(jaar, gegevens.doel_op, vrije_perioden(jaar.begin)), 1):
        bewaar(Meetmoment(school=door.school, punt=punt, nummer=nummer, datum=dag))
    plan_punt(punt)
    return punt


def _lopend(door: Werkplek, pk: int, versie: int | None) -> Ontwikkelpunt:
    punt = get_punt_slot(door, pk)
    if versie is not None and punt.versie != versie:
        raise Verouderd
    if punt.status != Puntstatus.LOOPT:
        raise ValidationError("Dit ontwikkelpunt is afgerond.")
    return punt


@transaction.atomic
def punt_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Puntgegevens) -> Ontwikkelpunt:
    """Change a running point; moments that were not read yet move with another target day. Raises Verouderd, 404."""
    punt = _lopend(door, pk, versie)
    anders = punt.doel_op != gegevens.doel_op
    _eis(gegevens, punt.jaar, door.dag if anders else None)
    punt_klaar(punt)
    gemeten = Meetmoment.objects.filter(school=door.school, punt=punt, waarde__isnull=False)
    if gemeten.exists() and (punt.cijfer != gegevens.cijfer or punt.start != gegevens.start):
        raise ValidationError({"cijfer": "Er is al gemeten. Het cijfer en de start blijven daarom staan."})
    _vul(punt, gegevens)
    punt.versie += 1
    bewaar(punt)
    if anders:
        dagen = momenten(punt.jaar, gegevens.doel_op, vrije_perioden(punt.jaar.begin))
        for moment in Meetmoment.objects.filter(school=door.school, punt=punt, waarde__isnull=True):
            moment.datum, moment.versie = dagen[moment.nummer - 1], moment.versie + 1
            bewaar(moment, "datum", "versie")
    plan_punt(punt)
    return punt


@transaction.atomic
def moment_meten(
    *, door: Werkplek, pk: int, nummer: int, versie: int, waarde: Decimal, toelichting: str
) -> Meetmoment:
    """Keep what the figure is at one of the three moments, at most two weeks before its day.

    Raises Verouderd when a colleague did so first, ValidationError when it is too soon, 404.
    """
    punt = _lopend(door, pk, None)
    moment = (
        Meetmoment.objects.filter(school=door.school, punt=punt, nummer=nummer).select_for_update().first()
    )
    if moment is None:
        raise Http404("meetmoment")
    if moment.versie != versie:
        raise Verouderd
    if te_vroeg(moment.datum, door.dag):
        raise ValidationError(
            f"Dit meetmoment is op {dagdatum(moment.datum, door.dag)}. Nu is dat nog te vroeg."
        )
    moment.waarde, moment.toelichting = waarde, toelichting.strip()
    moment.gemeten_op, moment.gemeten_door = door.dag, door.user
    moment.versie += 1
    bewaar(moment)
    plan_punt(punt)
    return moment


@transaction.atomic
def punt_evalueren(
    *, door: Werkplek, pk: int, versie: int, evaluatie: dict[str, object], op: datetime
) -> Ontwikkelpunt:
    """Look back on a point together and close it. Raises Verouderd, ValidationError when that was done already, 404."""
    punt = _lopend(door, pk, versie)
    if Puntevaluatie.objects.filter(school=door.school, punt=punt).exists():
        raise ValidationError("Op dit ontwikkelpunt is al teruggekeken.")
    dag = evaluatie["datum"]
    assert isinstance(dag, date)
    if not punt.jaar.begin <= dag <= door.dag:
        raise ValidationError(
            {"datum": "Kies de dag waarop jullie terugkeken: in dit schooljaar, niet later dan vandaag."}
        )
    bewaar(Puntevaluatie(school=door.school, punt=punt, door=door.user, **evaluatie))
    punt.status, punt.versie = Puntstatus.KLAAR, punt.versie + 1
    bewaar(punt, "status", "versie")
    punt_klaar(punt)
    return punt


@transaction.atomic
def punt_overdragen(*, door: Werkplek, pk: int, naar: User) -> Ontwikkelpunt:
    """Make a colleague the owner of a running point, for who leaves; the caller decided that he may."""
    punt = Ontwikkelpunt.objects.select_for_update().get(school=door.school, pk=pk)
    punt_klaar(punt)
    punt.eigenaar, punt.versie = naar, punt.versie + 1
    bewaar(punt, "eigenaar", "versie")
    plan_punt(punt)
    return punt
