"""Evaluating a trajectory: where it stands, what comes next, and the next date; an evaluation can be corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from leerlingen.services.toegang import toegang_verlengen
from ondersteuning import klokken_traject
from ondersteuning.access_traject import get_evaluatie, lijn_nu
from ondersteuning.models import Conclusie, Doel, Evaluatie, Traject
from ondersteuning.services.doelen import leg_stand_vast
from ondersteuning.services.lijnen import Gedaan, eis_gedaan, leg_overgang_vast
from ondersteuning.services.regie import bron_van
from ondersteuning.services.traject import pak_traject
from ondersteuning.trajectloop import Stap, toegang_tot
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dag_maand


@dataclass(frozen=True)
class Evaluatietekst:
    """What was said, by whom; the views of the pupil and of the parents are apart."""

    gehouden_op: date
    wat_werkte: str
    wat_niet: str = ""
    leerling_zegt: str = ""
    ouders_zeggen: str = ""
    leerling_aanwezig: bool = False
    ouders_aanwezig: bool = False
    vervolg: str = ""


@dataclass(frozen=True)
class Besloten:
    """How it goes on. `evaluatie_op` counts unless it is finished; then `eind` is its last day and its next date."""

    conclusie: Conclusie
    evaluatie_op: date | None = None
    eind: date | None = None
    reden: str = ""
    lijn: int | None = None
    gedaan: Gedaan = field(default_factory=Gedaan)
    terug_naar_klas: str = ""


@transaction.atomic
def evaluatie_vastleggen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    tekst: Evaluatietekst,
    besloten: Besloten,
    standen: Mapping[int, int],
    op: datetime,
) -> Evaluatie:
    """Store an evaluation, the stand of each goal, and the next date, end and line that follow from it.

    Raises Verouderd and StapNietToegestaan as `pak_traject`; ValidationError when the new date lies outside the period,
    when it goes on beyond its end without a reason, or moves up without saying what was done (DOMAIN 61).
    """
    traject = pak_traject(door, pk, versie, Stap.EVALUEREN)
    _controleer(door, traject, tekst, besloten)
    van = lijn_nu(traject.leerling_id, traject.domein)
    lijn = besloten.lijn or traject.lijn
    eis_gedaan(max(van, traject.lijn), lijn, besloten.gedaan)
    evaluatie = Evaluatie(
        school=door.school,
        traject=traject,
        conclusie=besloten.conclusie,
        door=door.user,
        vastgelegd_op=op,
        **_velden(tekst, _met_reden(traject, tekst, besloten)),
    )
    bewaar(evaluatie)
    _plan_verder(traject, besloten, lijn)
    toegang_verlengen(door=door, bron=bron_van(traject), tot=toegang_tot(traject.eind, door.dag))
    leg_overgang_vast(door, traject, van, besloten.gedaan)
    for doel in Doel.objects.geldend().filter(traject=traject, pk__in=list(standen)):
        leg_stand_vast(door, doel, standen[doel.pk], min(tekst.gehouden_op, door.dag))
    return evaluatie


def _controleer(door: Werkplek, traject: Traject, tekst: Evaluatietekst, besloten: Besloten) -> None:
    if tekst.gehouden_op > door.dag:
        raise ValidationError({"gehouden_op": "Leg een evaluatie vast op de dag zelf of erna."})
    if tekst.gehouden_op < traject.start:
        raise ValidationError({"gehouden_op": "Die dag ligt voor de start van het traject."})
    eind = besloten.eind or traject.eind
    if besloten.conclusie == Conclusie.AFRONDEN:
        if besloten.eind is None or besloten.eind < tekst.gehouden_op:
            raise ValidationError({"eind": "Kies de laatste dag: die van de evaluatie of later."})
    elif besloten.evaluatie_op is None or besloten.evaluatie_op <= tekst.gehouden_op:
        raise ValidationError({"evaluatie_op": "Kies een volgende evaluatie, na deze."})
    elif eind is not None and besloten.evaluatie_op > eind:
        raise ValidationError(
            {"evaluatie_op": f"Het traject eindigt op {dag_maand(eind)}. Kies eerder, of verzet het eind."}
        )
    if traject.eind and eind and eind > traject.eind and not besloten.reden:
        raise ValidationError({"reden": "Schrijf op waarom het langer duurt dan afgesproken."})


def _met_reden(traject: Traject, tekst: Evaluatietekst, besloten: Besloten) -> str:
    """What happens next, with the reason of a longer period below it."""
    if not (traject.eind and besloten.eind and besloten.eind > traject.eind):
        return tekst.vervolg
    langer = f"Verlengd van {dag_maand(traject.eind)} tot {dag_maand(besloten.eind)}: {besloten.reden}"
    return f"{tekst.vervolg}\n{langer}".strip()


def _plan_verder(traject: Traject, besloten: Besloten, lijn: int) -> None:
    """Set the next date, end and line of a locked trajectory, and its reminders."""
    klokken_traject.traject_klaar(traject)
    traject.eind = besloten.eind or traject.eind
    klaar = besloten.conclusie == Conclusie.AFRONDEN
    traject.evaluatie_op = (besloten.eind if klaar else besloten.evaluatie_op) or traject.evaluatie_op
    traject.lijn = lijn
    traject.terug_naar_klas = besloten.terug_naar_klas or traject.terug_naar_klas
    if besloten.gedaan.al_gedaan:
        traject.al_gedaan, traject.resultaat = besloten.gedaan.al_gedaan, besloten.gedaan.resultaat
    traject.versie += 1
    bewaar(traject, "eind", "evaluatie_op", "lijn", "terug_naar_klas", "al_gedaan", "resultaat", "versie")
    klokken_traject.plan_traject(traject)


def _velden(tekst: Evaluatietekst, vervolg: str) -> dict[str, object]:
    return {
        "gehouden_op": tekst.gehouden_op,
        "wat_werkte": tekst.wat_werkte,
        "wat_niet": tekst.wat_niet,
        "leerling_zegt": tekst.leerling_zegt,
        "ouders_zeggen": tekst.ouders_zeggen,
        "leerling_aanwezig": tekst.leerling_aanwezig,
        "ouders_aanwezig": tekst.ouders_aanwezig,
        "vervolg": vervolg,
    }


@transaction.atomic
def evaluatie_corrigeren(*, door: Werkplek, pk: int, versie: int, tekst: Evaluatietekst) -> Evaluatie:
    """Correct the words of an evaluation; what they were stays in the history, what was decided stays as it is.

    Raises Verouderd for a stale page, ValidationError for a day outside the trajectory, 403 for who does not steer it.
    """
    evaluatie = get_evaluatie(door, pk, slot=True)
    if evaluatie.versie != versie:
        raise Verouderd
    traject = evaluatie.traject
    if not traject.start <= tekst.gehouden_op <= door.dag:
        raise ValidationError({"gehouden_op": "Kies een dag vanaf de start tot en met vandaag."})
    Evaluatie.objects.filter(pk=pk).update(**_velden(tekst, tekst.vervolg), versie=F("versie") + 1)
    evaluatie.refresh_from_db(fields=[*_velden(tekst, ""), "versie"])
    return evaluatie
