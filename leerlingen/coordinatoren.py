"""Who coordinates the care for a pupil now: asked by the clocks of every floor."""

from datetime import date

from django.db.models import QuerySet

from leerlingen.models import Leerling
from zorgapp.accounts.models import Aanstelling, User, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers


def coordinatoren(school_id: int, dag: date, leerling: Leerling | None = None) -> list[User]:
    """Coordinators on duty for a pupil (or the school), an absent one replaced by his deputy.

    A coordinator of the pupil's location comes before one of the whole school.
    """
    passend = [
        a
        for a in _aangesteld.lees(school_id, dag)
        if a.vestiging_id is None or leerling is None or a.vestiging_id == leerling.vestiging_id
    ]
    afwezig = _afwezig.lees(Nummers(a.user_id for a in passend), dag)
    weg = {w.afwezige_id: w.waarnemer for w in afwezig}
    return list({u.pk: u for u in (weg.get(a.user_id, a.user) for a in passend)}.values())


@vaste_vraag
def _aangesteld(school_id: int, dag: date) -> QuerySet:
    rijen = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol=Rol.ZORGCOORDINATOR, user__is_active=True
    )
    return rijen.select_related("user").order_by("vestiging_id", "pk")


@vaste_vraag
def _afwezig(nummers: Nummers, dag: date) -> QuerySet:
    return Waarneming.objects.op(dag).filter(afwezige__pk__onder=nummers).select_related("waarnemer")
