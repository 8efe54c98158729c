"""Sessions of a trajectory or a group: planning them, who was there, and what was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ondersteuning.access_groep import get_groep, get_sessie
from ondersteuning.access_traject import get_traject_om_te_sturen
from ondersteuning.models import Aanwezigheid, Groepstraject, Sessie, Traject
from ondersteuning.trajectloop import Stap, controleer_stap
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import is_schooldag

KEREN_MAX = 20
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Sessiegegevens:
    """When, where and what about; `keren` plans the same hour that many school weeks in a row."""

    begint_op: datetime
    minuten: int = 45
    plek: str = ""
    onderwerp: str = ""
    keren: int = 1


def momenten(begint_op: datetime, keren: int, vrij: tuple) -> list[datetime]:
    """The same local time, week after week, without free days; the first one always counts."""
    lokaal = timezone.localtime(begint_op)
    gevonden = [begint_op]
    for week in range(1, 60):
        if len(gevonden) >= keren:
            break
        dag = lokaal.date() + week * _WEEK
        if is_schooldag(dag, vrij):
            kaal = datetime.combine(dag, lokaal.time())
            gevonden.append(timezone.make_aware(kaal, lokaal.tzinfo))
    return gevonden


@transaction.atomic
def sessies_plannen(
    *,
    door: Werkplek,
    gegevens: Sessiegegevens,
    traject_id: int | None = None,
    groep_id: int | None = None,
) -> list[Sessie]:
    """Plan one session or a series, of a trajectory or of a group (exactly one of the two). The same plan sent twice is
    one: a session that is there at that moment stays the only one.

    Raises StapNietToegestaan when it has closed, ValidationError for a day before its start or after its end.
    """
    traject: Traject | None = None
    groep: Groepstraject | None = None
    if traject_id is not None:
        traject = get_traject_om_te_sturen(door, traject_id, slot=True)
        controleer_stap(traject.status, Stap.WIJZIGEN)
    else:
        groep = get_groep(door, groep_id or 0, slot=True)
        if groep.afgesloten_op:
            raise StapNietToegestaan("Deze groep is afgesloten.")
    periode = traject or groep
    dag = timezone.localdate(gegevens.begint_op)
    if periode and (dag < periode.start or (periode.eind and dag > periode.eind)):
        raise ValidationError({"dag": "Die dag ligt niet tussen de start en het eind. Kies een andere."})
    eind = periode.eind if periode else None
    alle = momenten(gegevens.begint_op, min(gegevens.keren, KEREN_MAX), vrije_perioden(dag))
    al = Sessie.objects.filter(traject=traject, groep=groep, begint_op__in=alle, vervallen=False)
    staat = {sessie.begint_op: sessie for sessie in al}
    return [
        staat.get(moment)
        or bewaar(
            Sessie(
                school=door.school,
                traject=traject,
                groep=groep,
                begint_op=moment,
                minuten=gegevens.minuten,
                plek=gegevens.plek,
                onderwerp=gegevens.onderwerp,
                door=door.user,
            )
        )
        for moment in alle
        if eind is None or timezone.localdate(moment) <= eind
    ]


@dataclass(frozen=True)
class Verslag:
    """What is noted of a session: what was done, and per trajectory who was there."""

    onderwerp: str = ""
    verslag: str = ""
    vervallen: bool = False


@transaction.atomic
def sessie_vastleggen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    verslag: Verslag,
    aanwezig: Mapping[int, str],
) -> Sessie:
    """Note what was done and who was there; attendance is overwritten, what it was stays in the history.

    Raises Verouderd for a stale page; trajectories that do not belong to the session are ignored.
    """
    sessie = get_sessie(door, pk, slot=True)
    if sessie.versie != versie:
        raise Verouderd
    Sessie.objects.filter(pk=pk).update(
        onderwerp=verslag.onderwerp,
        verslag=verslag.verslag,
        vervallen=verslag.vervallen,
        versie=F("versie") + 1,
    )
    for traject_id in deelnemers_van(sessie):
        if traject_id in aanwezig:
            Aanwezigheid.objects.update_or_create(
                school=door.school,
                sessie=sessie,
                traject_id=traject_id,
                defaults={"aanwezig": aanwezig[traject_id]},
            )
    sessie.refresh_from_db()
    return sessie


def deelnemers_van(sessie: Sessie) -> list[int]:
    """Ids of the trajectories a session is for."""
    if sessie.traject_id:
        return [sessie.traject_id]
    return list(Traject.objects.filter(groep_id=sessie.groep_id).values_list("pk", flat=True))
