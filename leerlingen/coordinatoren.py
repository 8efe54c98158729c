"""Who coordinates the care for a pupil now: asked by the clocks of every floor."""

from datetime import date

from leerlingen.models import Leerling
from zorgapp.accounts.models import Aanstelling, User, Waarneming
from zorgapp.accounts.rollen import Rol


def coordinatoren(school_id: int, dag: date, leerling: Leerling | None = None) -> list[User]:
    """Coordinators on duty for a pupil (or the school), an absent one replaced by his deputy.

    A coordinator of the pupil's location comes before one of the whole school.
    """
    rijen = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol=Rol.ZORGCOORDINATOR, user__is_active=True
    )
    passend = [
        a
        for a in rijen.select_related("user").order_by("vestiging_id", "pk")
        if a.vestiging_id is None or leerling is None or a.vestiging_id == leerling.vestiging_id
    ]
    afwezig = Waarneming.objects.op(dag).filter(afwezige_id__in=[a.user_id for a in passend])
    weg = {w.afwezige_id: w.waarnemer for w in afwezig.select_related("waarnemer")}
    return list({u.pk: u for u in (weg.get(a.user_id, a.user) for a in passend)}.values())
