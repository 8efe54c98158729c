"""The clocks of lists: what a colleague hears about a list, and whether it still holds when the mail goes.

Each colleague hears of a list twice at most: that it is there, and one reminder; the keys in the outbox see to it.
"""

from datetime import date, datetime, timedelta
from typing import Any

from ondersteuning.klokken import begin_van
from ondersteuning.models import Lijstcampagne, Lijstinvulling
from zorgapp.kern.schooljaar import Periode, schooldagen_tussen
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

UITGEZET, HERINNERING = "lijst_uitgezet", "lijst_herinnering"
HERINNER_VOOR = 2
"""School days before the last day on which the reminder goes by itself."""
UITLOOP = timedelta(days=14)
"""How long after the last day late answers are welcome when nobody closes the campaign."""


def is_herinnerdag(dag: date, tot: date, vrij: tuple[Periode, ...]) -> bool:
    """Whether at most HERINNER_VOOR school days are left after `dag`, up to and with `tot`."""
    return dag <= tot and schooldagen_tussen(dag, tot, vrij) <= HERINNER_VOOR


def sluitdag(tot: date) -> date:
    """The night from which a campaign closes by itself."""
    return tot + UITLOOP


def lijst_uitgezet(campagne: Lijstcampagne, invulling: Lijstinvulling) -> None:
    """Tell a colleague, in the daily mail of the first day, that a list waits for him."""
    _plan(UITGEZET, invulling, max(begin_van(campagne.van), campagne.gemaakt_op))


def herinnering(campagne: Lijstcampagne, invulling: Lijstinvulling, op: datetime) -> bool:
    """The one reminder; False when it was planned before."""
    return _plan(HERINNERING, invulling, max(begin_van(campagne.van), op))


def _plan(soort: str, invulling: Lijstinvulling, niet_voor: datetime) -> bool:
    rij = plan(
        school_id=invulling.school_id,
        soort=soort,
        sleutel=f"{soort}:{invulling.pk}",
        ontvanger_id=invulling.user_id,
        object_id=invulling.pk,
        niet_voor=niet_voor,
    )
    return rij is not None


def _wacht_nog(rij: Any, op: datetime) -> bool:
    """Not ready, not closed, not lapsed, and the receiver still works here."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None:
        return False
    open_ = Lijstinvulling.objects.van(werkplek).lopend(werkplek.dag)
    return open_.filter(pk=rij.object_id, klaar_op__isnull=True).exists()


SOORTEN = (
    Soort(
        UITGEZET,
        "signaleringslijst om in te vullen",
        "signaleringslijsten om in te vullen",
        _wacht_nog,
        pagina="ondersteuning:mijn_lijsten",
    ),
    Soort(
        HERINNERING,
        "signaleringslijst die op je wacht",
        "signaleringslijsten die op je wachten",
        _wacht_nog,
        pagina="ondersteuning:mijn_lijsten",
        voor_vrij=True,
    ),
)
