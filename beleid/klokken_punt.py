"""The clocks of a development point: its three moments, looking back at the end, and what waited until a day."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from beleid.models import Meetmoment, NietNu, Ontwikkelpunt, Puntstatus
from ondersteuning.klokken import begin_van
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

METEN, TERUGKIJKEN, LATER = "punt_meten", "punt_terugkijken", "nietnu_terug"


def _wat_wacht(punt: Ontwikkelpunt) -> list[tuple[str, str, Any]]:
    """Kind, key and day of every reminder that this point has now."""
    open_ = Meetmoment.objects.filter(school_id=punt.school_id, punt=punt, waarde__isnull=True)
    wacht = [
        (METEN, f"puntmeten:{punt.pk}:{m.nummer}:{m.datum:%Y%m%d}:{punt.eigenaar_id}", m.datum)
        for m in open_.order_by("nummer")
    ]
    einde = f"puntterug:{punt.pk}:{punt.doel_op:%Y%m%d}:{punt.eigenaar_id}"
    return [*wacht, (TERUGKIJKEN, einde, punt.doel_op)]


def plan_punt(punt: Ontwikkelpunt) -> None:
    """Remind the owner on the day of each moment that was not read yet, and on the last day; twice is harmless."""
    for soort, sleutel, dag in _wat_wacht(punt):
        plan(
            school_id=punt.school_id,
            soort=soort,
            sleutel=sleutel,
            ontvanger_id=punt.eigenaar_id,
            object_id=punt.pk,
            niet_voor=begin_van(dag),
        )


def punt_klaar(punt: Ontwikkelpunt) -> None:
    """Withdraw what waits for this point as it is now."""
    for _, sleutel, _ in _wat_wacht(punt):
        laat_vervallen(school_id=punt.school_id, sleutel=sleutel)


def _latersleutel(rij: NietNu) -> str:
    return f"nietnu:{rij.pk}:{rij.versie}"


def plan_later(rij: NietNu) -> None:
    """Remind who let it wait, on the day he chose; without a day nothing."""
    if rij.terug_op is not None:
        plan(
            school_id=rij.school_id,
            soort=LATER,
            sleutel=_latersleutel(rij),
            ontvanger_id=rij.door_id,
            object_id=rij.pk,
            niet_voor=begin_van(rij.terug_op),
        )


def later_klaar(rij: NietNu) -> None:
    """Withdraw the reminder of something that waits, as it is now."""
    laat_vervallen(school_id=rij.school_id, sleutel=_latersleutel(rij))


def _wacht_nog(rij: Any, op: datetime) -> bool:
    """Still on the list, and he still works at the school's policy."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.BELEID_WERKEN):
        return False
    return NietNu.objects.filter(school_id=rij.school_id, pk=rij.object_id, weg_op__isnull=True).exists()


def _loopt(rij: Any, op: datetime) -> bool:
    """Still running, still his, and he still works here."""
    if ontvanger_nu(rij, op) is None:
        return False
    punten = Ontwikkelpunt.objects.filter(school_id=rij.school_id, pk=rij.object_id, status=Puntstatus.LOOPT)
    return punten.filter(eigenaar_id=rij.ontvanger_id).exists()


def _te_meten(rij: Any, op: datetime) -> bool:
    dag = timezone.localdate(op)
    wacht = Meetmoment.objects.filter(school_id=rij.school_id, punt_id=rij.object_id, waarde__isnull=True)
    return _loopt(rij, op) and wacht.filter(datum__lte=dag).exists()


SOORTEN = (
    Soort(
        METEN,
        "meetmoment van het ontwikkelpunt",
        "meetmomenten van het ontwikkelpunt",
        _te_meten,
        pagina="beleid:beleid",
    ),
    Soort(
        TERUGKIJKEN,
        "ontwikkelpunt om op terug te kijken",
        "ontwikkelpunten om op terug te kijken",
        _loopt,
        pagina="beleid:beleid",
    ),
    Soort(
        LATER,
        "onderwerp dat bewust wachtte",
        "onderwerpen die bewust wachtten",
        _wacht_nog,
        pagina="beleid:beleid",
    ),
)
