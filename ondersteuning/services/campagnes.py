"""Asking a list of the colleagues of some classes: starting, following who teaches there, reminding once, closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from leerlingen.models import Klas, LesgroepLid, Lesopdracht, Mentorschap, Plaatsing
from ondersteuning import klokken_lijsten as klokken
from ondersteuning.access_lijsten import get_campagne, get_lijst, keuzeklassen
from ondersteuning.lijstscore import kop, zinnen
from ondersteuning.models import (
    Campagneklas,
    Invuller,
    Lijstcampagne,
    Lijstinvulling,
    Lijstuitslag,
    Signaleringslijst,
)
from ondersteuning.voorstelregels import (
    WOORD,
    ZIN_MAX,
    antwoorden_per_leerling,
    lijstvoorstellen_bijwerken,
    samen_bijwerken,
    uitkomst_van,
)
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

ROLLEN = {
    Invuller.DOCENT: (Rol.DOCENT, Rol.MENTOR, Rol.TEAMLEIDER),
    Invuller.MENTOR: (Rol.MENTOR,),
}


class NietUitTeZetten(Exception):
    """This list, or these classes, cannot be asked about; the text is for the user."""


@dataclass(frozen=True)
class Campagnegegevens:
    """Which classes, from which day to and with which day."""

    klassen: Sequence[Klas]
    van: date
    tot: date


@transaction.atomic
def campagne_starten(
    *, door: Werkplek, lijst_id: int, gegevens: Campagnegegevens, op: datetime
) -> Lijstcampagne:
    """Ask the colleagues of these classes; everybody hears it once, in the daily mail of the first day.

    The same question sent twice is one.
    Raises NietUitTeZetten for a stopped or replaced list and for classes that are not one's own, Verouderd never.
    """
    lijst = get_lijst(door, lijst_id, slot=True)
    if lijst.gestopt_op or lijst.vervangen:
        raise NietUitTeZetten("Deze lijst is gestopt of vervangen. Kies de nieuwste versie.")
    nummers = {klas.pk for klas in gegevens.klassen}
    mag = keuzeklassen(door, Schooljaar.van(gegevens.van).beginjaar).filter(pk__in=nummers)
    if not nummers or mag.count() != len(nummers):
        raise NietUitTeZetten("Kies klassen van dit schooljaar die bij jouw vestiging horen.")
    if zelfde := _zelfde(door, lijst, gegevens, nummers):
        return zelfde
    campagne: Lijstcampagne = bewaar(
        Lijstcampagne(
            school=door.school,
            lijst=lijst,
            van=gegevens.van,
            tot=gegevens.tot,
            door=door.user,
            gemaakt_op=op,
        )
    )
    Campagneklas.objects.bulk_create(
        [Campagneklas(school=door.school, campagne=campagne, klas_id=pk) for pk in sorted(nummers)]
    )
    deelnemers_bijwerken(campagne, max(door.dag, campagne.van), op)
    return campagne


def _zelfde(
    door: Werkplek, lijst: Signaleringslijst, gegevens: Campagnegegevens, klassen: set[int]
) -> Lijstcampagne | None:
    """What this person set out before with a locked list, for the same days and classes, and still runs."""
    eerder = Lijstcampagne.objects.filter(
        lijst=lijst, van=gegevens.van, tot=gegevens.tot, door=door.user, gesloten_op__isnull=True
    )
    for rij in eerder:
        if klassen == set(Campagneklas.objects.filter(campagne=rij).values_list("klas_id", flat=True)):
            return rij
    return None


def deelnemers_bijwerken(campagne: Lijstcampagne, dag: date, op: datetime) -> None:
    """Follow who teaches (or mentors) these classes on `dag`: new colleagues join, who left lapses, who is ready stays."""
    nu = set(_deelnemers(campagne, dag))
    er_al = {i.user_id: i for i in Lijstinvulling.objects.filter(campagne=campagne)}
    nieuw = Lijstinvulling.objects.bulk_create(
        [
            Lijstinvulling(school_id=campagne.school_id, campagne=campagne, user_id=user_id)
            for user_id in sorted(nu - er_al.keys())
        ],
        ignore_conflicts=True,
    )
    weg = [i.pk for i in er_al.values() if i.user_id not in nu and not i.klaar_op and not i.vervallen_op]
    terug = [i.pk for i in er_al.values() if i.user_id in nu and i.vervallen_op]
    Lijstinvulling.objects.filter(pk__in=weg).update(vervallen_op=op)
    Lijstinvulling.objects.filter(pk__in=terug).update(vervallen_op=None)
    for invulling in Lijstinvulling.objects.filter(campagne=campagne) if nieuw else ():
        klokken.lijst_uitgezet(campagne, invulling)


def _deelnemers(campagne: Lijstcampagne, dag: date) -> QuerySet:
    klassen = Campagneklas.objects.filter(campagne=campagne).values("klas_id")
    voor = Invuller(campagne.lijst.voor)
    wie: QuerySet
    if voor == Invuller.MENTOR:
        wie = Mentorschap.objects.filter(op_dag(dag), klas_id__in=klassen)
    else:
        leden = Plaatsing.objects.filter(klas_id__in=klassen, tot__isnull=True).values("leerling_id")
        groepen = LesgroepLid.objects.filter(op_dag(dag), leerling_id__in=leden).values("lesgroep_id")
        wie = Lesopdracht.objects.filter(op_dag(dag)).filter(
            Q(klas_id__in=klassen) | Q(lesgroep_id__in=groepen)
        )
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=campagne.school_id, rol__in=ROLLEN[voor], user__is_active=True
    )
    rijen = wie.filter(school_id=campagne.school_id, user_id__in=met_rol.values("user_id"))
    return rijen.values_list("user_id", flat=True)


@transaction.atomic
def herinneren(*, campagne: Lijstcampagne, op: datetime) -> int:
    """Remind whoever is not ready and was never reminded for this list; returns how many. Twice reminds nobody twice."""
    open_ = Lijstinvulling.objects.filter(
        campagne=campagne, klaar_op__isnull=True, vervallen_op__isnull=True, herinnerd_op__isnull=True
    ).select_for_update(of=("self",))
    rijen = list(open_)
    Lijstinvulling.objects.filter(pk__in=[i.pk for i in rijen], herinnerd_op__isnull=True).update(
        herinnerd_op=op
    )
    return sum(klokken.herinnering(campagne, invulling, op) for invulling in rijen)


@transaction.atomic
def campagne_herinneren(*, door: Werkplek, pk: int, op: datetime) -> int:
    """The coordinator's one reminder; Verouderd when the campaign is closed or has not begun."""
    campagne = get_campagne(door, pk, slot=True)
    if campagne.gesloten_op or campagne.van > door.dag:
        raise Verouderd
    return herinneren(campagne=campagne, op=op)


@transaction.atomic
def campagne_sluiten(*, door: Werkplek, pk: int, op: datetime) -> Lijstcampagne:
    """End it now: no more answers, results in the files, proposals made. Closing twice changes nothing."""
    campagne = get_campagne(door, pk, slot=True)
    if campagne.gesloten_op is None:
        sluit(campagne, door.dag, op)
    return campagne


def sluit(campagne: Lijstcampagne, dag: date, op: datetime) -> None:
    """Close a locked campaign: store one sentence per pupil somebody saw something of, and propose."""
    Lijstcampagne.objects.filter(pk=campagne.pk).update(gesloten_op=op)
    campagne.gesloten_op = op
    uitslagen_bijwerken(campagne, op)
    lijstvoorstellen_bijwerken(campagne, op)
    samen_bijwerken(campagne.school_id, dag, op)


def uitslagen_bijwerken(campagne: Lijstcampagne, op: datetime) -> None:
    """One line per pupil for the timeline, without names of colleagues; twice gives the same rows."""
    een, meer = WOORD[Invuller(campagne.lijst.voor)]
    rijen = []
    for leerling_id, antwoorden in antwoorden_per_leerling(campagne).items():
        uitkomst = uitkomst_van(campagne.lijst, antwoorden)
        zin = " ".join([f"{campagne.lijst.titel}.", kop(uitkomst, een, meer), *zinnen(uitkomst, een, meer)])
        rijen.append(
            Lijstuitslag(
                school_id=campagne.school_id,
                campagne=campagne,
                leerling_id=leerling_id,
                zin=zin if len(zin) <= ZIN_MAX else f"{zin[: ZIN_MAX - 1]}…",
                domein=uitkomst.domein,
                op=op,
            )
        )
    Lijstuitslag.objects.bulk_create(rijen, ignore_conflicts=True)
