"""Letting a substitute read the class card of one group until a lesson is over, and ending that."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from leerlingen.access_groep import Groepsdeur, get_groep, get_vervanging
from leerlingen.klokken import plan_inval
from leerlingen.models import Klas, Lesgroep, Vervanging
from leerlingen.models.vervanging import LANGST
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

VOORUIT = timedelta(days=28)


@transaction.atomic
def vervanging_geven(
    *,
    door: Werkplek,
    deur: Groepsdeur,
    user: User,
    van: datetime,
    tot: datetime,
    reden: str,
    vak: str,
    op: datetime,
) -> Vervanging:
    """Let `user` read the card of this group from `van` up to `tot`; he hears it by mail, without a name of a pupil.

    ValidationError for a time that is over, lasts longer than a school week or lies far ahead, for oneself, for who
    may see no pupils here, and for who has access then already; 403 for a substitute. Twice the same is once.
    """
    deur = get_groep(door, deur.sleutel, op)
    if not deur.mag_regelen:
        raise PermissionDenied("een vervanger geeft niemand toegang")
    if user.pk == door.user.pk:
        raise ValidationError({"user": "Dat ben jij zelf. Kies de collega die de les overneemt."})
    rollen = Aanstelling.objects.op(door.dag).filter(school=door.school, user=user, user__is_active=True)
    if not rollen.filter(rol__in=ROLLEN_MET_LEERLINGEN).exists():
        raise ValidationError({"user": "Deze collega werkt hier niet met leerlingen."})
    if tot <= op:
        raise ValidationError({"tot": "Die tijd is voorbij. Kies een later einde."})
    if tot - van > LANGST:
        raise ValidationError({"tot": "Hoogstens één schoolweek. Regel daarna een nieuwe vervanging."})
    if van - op > VOORUIT:
        raise ValidationError({"dag": "Kies een dag binnen vier weken."})
    groep = {"klas_id": deur.nummer} if deur.is_klas else {"lesgroep_id": deur.nummer}
    soort: type[Klas] | type[Lesgroep] = Klas if deur.is_klas else Lesgroep
    soort.objects.select_for_update(no_key=True).get(pk=deur.nummer)
    al = Vervanging.objects.filter(
        school=door.school, user=user, van__lt=tot, tot__gt=van, gestopt_op__isnull=True, **groep
    )
    if zelfde := al.filter(van=van, tot=tot, reden=reden, vak=vak, door=door.user).first():
        return zelfde
    if al.exists():
        raise ValidationError({"user": f"{user.voornaam} heeft in die tijd al toegang."})
    rij = bewaar(
        Vervanging(
            school=door.school,
            user=user,
            van=van,
            tot=tot,
            reden=reden,
            vak=vak,
            door=door.user,
            gemaakt_op=op,
            **groep,
        )
    )
    plan_inval(rij)
    return rij


@transaction.atomic
def vervanging_stoppen(*, door: Werkplek, pk: int, op: datetime) -> Vervanging:
    """End a substitute's access at this moment; nothing happens when it ended before."""
    rij = get_vervanging(door, pk, slot=True)
    if rij.gestopt_op is None and rij.tot > op:
        rij.gestopt_op = op
        rij.save(update_fields=["gestopt_op"])
    return rij
