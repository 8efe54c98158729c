"""The clocks of training: who signed up hears of it a school day before, its owner looks back the school day after."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from beleid.access_plan import met_recht
from beleid.models import Scholing, Scholingdeelname
from ondersteuning.klokken import begin_van
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import laatste_schooldag, na_schooldagen
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Soort
from zorgapp.notifications.velen import plan_velen

BINNENKORT, TERUGKIJKEN, ANDERS = "scholing_binnenkort", "scholing_terugkijken", "scholing_anders"
_DAG = timedelta(days=1)


def dag_ervoor(rij: Scholing) -> date:
    """The school day before it; needs the school's context."""
    return laatste_schooldag(rij.datum - _DAG, vrije_perioden(rij.datum - timedelta(days=400)))


def plan_deelname(deelname: Scholingdeelname, rij: Scholing, dag: date) -> None:
    """Remind who just signed up; nothing when that day is here already."""
    op = dag_ervoor(rij)
    if op > dag:
        plan(
            school_id=rij.school_id,
            soort=BINNENKORT,
            sleutel=f"scholing:{rij.pk}:{rij.versie}:aanmelding:{deelname.pk}",
            ontvanger_id=deelname.user_id,
            object_id=rij.pk,
            niet_voor=begin_van(op),
        )


def deelname_stil(rij: Scholing, user_id: int) -> None:
    """Withdraw what waits for somebody who signed off."""
    for soort in (BINNENKORT, ANDERS):
        laat_soort_vervallen(school_id=rij.school_id, soort=soort, object_id=rij.pk, ontvanger_id=user_id)


def _mee(rij: Scholing) -> list[int]:
    deelnames = Scholingdeelname.objects.filter(school_id=rij.school_id, scholing=rij, aangemeld=True)
    return list(deelnames.values_list("user_id", flat=True))


def plan_scholing(rij: Scholing, dag: date) -> None:
    """Plan all reminders of a training anew, as it is now; call it after its version went up."""
    for soort in (BINNENKORT, TERUGKIJKEN):
        laat_soort_vervallen(school_id=rij.school_id, soort=soort, object_id=rij.pk)
    if rij.weg_op is not None:
        return
    op = dag_ervoor(rij)
    vast: dict[str, Any] = {"school_id": rij.school_id, "object_id": rij.pk}
    if op > dag and not rij.gegeven:
        sleutel = f"scholing:{rij.pk}:{rij.versie}"
        plan_velen(soort=BINNENKORT, sleutel=sleutel, ontvangers=_mee(rij), niet_voor=begin_van(op), **vast)
    if not (rij.gegeven and rij.opbrengst):
        na = na_schooldagen(rij.datum, 1, vrije_perioden(rij.datum))
        sleutel = f"scholingterug:{rij.pk}:{rij.versie}"
        plan_velen(
            soort=TERUGKIJKEN, sleutel=sleutel, ontvangers=_kijkers(rij, dag), niet_voor=begin_van(na), **vast
        )


def _kijkers(rij: Scholing, dag: date) -> set[int]:
    """The owner, and who notes who was there when he does not himself."""
    werkers = set(met_recht(rij.school_id, dag, Recht.BELEID_WERKEN))
    return {rij.eigenaar_id} if rij.eigenaar_id in werkers else werkers | {rij.eigenaar_id}


def meld_anders(door: Werkplek, rij: Scholing, op: datetime) -> None:
    """Tell who signed up that it is on another day, or called off, after the time for Herstel."""
    anders_stil(rij)
    plan_velen(
        school_id=rij.school_id,
        soort=ANDERS,
        sleutel=f"scholinganders:{rij.pk}:{rij.versie}",
        ontvangers=set(_mee(rij)) - {door.user.pk},
        object_id=rij.pk,
        niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
    )


def anders_stil(rij: Scholing) -> None:
    """Withdraw that news: it is as it was."""
    laat_soort_vervallen(school_id=rij.school_id, soort=ANDERS, object_id=rij.pk)


def _doet_mee(rij: Any, op: datetime, *, door_: bool) -> bool:
    """He signed up, it is not over, and he still works here; `door_`: and it goes on."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.BELEID):
        return False
    mee = Scholingdeelname.objects.filter(
        school_id=rij.school_id,
        scholing_id=rij.object_id,
        user_id=rij.ontvanger_id,
        aangemeld=True,
        scholing__datum__gte=timezone.localdate(op),
        scholing__gegeven=False,
    )
    return (mee.filter(scholing__weg_op__isnull=True) if door_ else mee).exists()


def _binnenkort(rij: Any, op: datetime) -> bool:
    return _doet_mee(rij, op, door_=True)


def _anders(rij: Any, op: datetime) -> bool:
    return _doet_mee(rij, op, door_=False)


def _nog_terugkijken(rij: Any, op: datetime) -> bool:
    """It was on an earlier day; something is missing that this person writes, and he still works here."""
    werkplek = ontvanger_nu(rij, op)
    scholing = Scholing.objects.filter(school_id=rij.school_id, pk=rij.object_id, weg_op__isnull=True).first()
    if werkplek is None or scholing is None or scholing.datum >= timezone.localdate(op):
        return False
    if werkplek.mag(Recht.BELEID_WERKEN):
        return not scholing.gegeven or not scholing.opbrengst
    return scholing.eigenaar_id == rij.ontvanger_id and not scholing.opbrengst


_LIJST = "beleid:scholing"
SOORTEN = (
    Soort(
        BINNENKORT,
        "scholing waar je binnenkort aan meedoet",
        "scholingen waar je binnenkort aan meedoet",
        _binnenkort,
        pagina=_LIJST,
        voor_vrij=True,
    ),
    Soort(
        TERUGKIJKEN,
        "scholing om op terug te kijken",
        "scholingen om op terug te kijken",
        _nog_terugkijken,
        pagina=_LIJST,
    ),
    Soort(
        ANDERS,
        "scholing die op een andere dag is of niet doorgaat",
        "scholingen die op een andere dag zijn of niet doorgaan",
        _anders,
        pagina=_LIJST,
    ),
)
