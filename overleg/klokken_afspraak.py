"""The clocks of agreements: the owner hears that he has one, on its day, and when it came back to the coordinator."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.models import Afspraak
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

WEEK = timedelta(days=7)
NIEUW, DATUM, TERUG = "afspraak_nieuw", "afspraak_datum", "afspraak_terug"


def afspraak_gemaakt(door: Werkplek, afspraak: Afspraak, op: datetime) -> None:
    """Remind the owner on the day; tell him at once in the daily mail when somebody else made it his."""
    if afspraak.eigenaar_id != door.user.pk:
        plan(
            school_id=afspraak.school_id,
            soort=NIEUW,
            sleutel=f"afspraak:{afspraak.pk}:{afspraak.versie}",
            ontvanger_id=afspraak.eigenaar_id,
            object_id=afspraak.pk,
            niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
        )
    plan_afspraak(afspraak)


def afspraak_teruggevallen(afspraak: Afspraak, op: datetime) -> None:
    """Tell the coordinator that an agreement came back to him, and remind him on its day."""
    plan(
        school_id=afspraak.school_id,
        soort=TERUG,
        sleutel=f"afspraakterug:{afspraak.pk}:{afspraak.versie}",
        ontvanger_id=afspraak.eigenaar_id,
        object_id=afspraak.pk,
        niet_voor=op,
    )
    plan_afspraak(afspraak)


def plan_afspraak(afspraak: Afspraak) -> None:
    """Remind the owner on the day it should be done."""
    plan(
        school_id=afspraak.school_id,
        soort=DATUM,
        sleutel=_datumsleutel(afspraak),
        ontvanger_id=afspraak.eigenaar_id,
        object_id=afspraak.pk,
        niet_voor=begin_van(afspraak.klaar_op),
    )


def plan_wat_komt(school_id: int, dag: date) -> int:
    """Nightly: open agreements of the coming week whose owner has no reminder for that date yet; returns how many.

    It is planned when an agreement is made or changes, so this finds only what came in another way. Running it twice is
    harmless: the key knows agreement, version, date and owner.
    """
    rijen = Afspraak.objects.open().filter(school_id=school_id, klaar_op__range=(dag, dag + WEEK))
    afspraken = list(rijen.order_by("pk"))
    bekend = Herinnering.objects.filter(school_id=school_id, soort=DATUM)
    al = set(bekend.filter(object_id__in=[a.pk for a in afspraken]).values_list("sleutel", flat=True))
    nieuw = [afspraak for afspraak in afspraken if _datumsleutel(afspraak) not in al]
    for afspraak in nieuw:
        plan_afspraak(afspraak)
    return len(nieuw)


def afspraak_klaar(afspraak: Afspraak) -> None:
    """Withdraw the reminders of the date and owner that `afspraak` has now."""
    laat_vervallen(school_id=afspraak.school_id, sleutel=_datumsleutel(afspraak))


def _datumsleutel(afspraak: Afspraak) -> str:
    return f"afspraakdatum:{afspraak.pk}:{afspraak.versie}:{afspraak.klaar_op:%Y%m%d}:{afspraak.eigenaar_id}"


def _van_hem(rij: Any, op: datetime) -> bool:
    """Still open, still his, and he still works here with pupils."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None:
        return False
    return (
        Afspraak.objects.van(werkplek).open().filter(pk=rij.object_id, eigenaar_id=rij.ontvanger_id).exists()
    )


def _vandaag(rij: Any, op: datetime) -> bool:
    dag = timezone.localdate(op)
    return _van_hem(rij, op) and Afspraak.objects.filter(pk=rij.object_id, klaar_op__lte=dag).exists()


_LIJST = "overleg:afspraken"
SOORTEN = (
    Soort(NIEUW, "nieuwe afspraak voor jou", "nieuwe afspraken voor jou", _van_hem, pagina=_LIJST),
    Soort(
        DATUM,
        "afspraak die nu klaar moet zijn",
        "afspraken die nu klaar moeten zijn",
        _vandaag,
        pagina=_LIJST,
        voor_vrij=True,
    ),
    Soort(
        TERUG,
        "afspraak die naar jou terugkwam",
        "afspraken die naar jou terugkwamen",
        _van_hem,
        pagina=_LIJST,
    ),
)
