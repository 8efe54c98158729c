"""The account of somebody from outside ends by itself when there is no meeting for him any more (DOMAIN 39)."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from overleg.loop import Overlegstatus
from overleg.models import Deelname, Functie, Reekslid
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models import Aanstelling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mail import uitnodigingen_intrekken


def sluit_stille_accounts(school_id: int, dag: date) -> int:
    """Nightly: end the role of who comes from outside and has no reason to come in any more; returns how many.

    That is: no meeting to come, none in the past `extern_account` days (never less than he may look back at one), no
    standing place in a series that runs, and the role not given in that time. The last day is yesterday; an invitation that
    was not used lapses. Needs the school's context. Twice does nothing more.
    """
    dagen = max(instelling("extern_account", dag), instelling("extern_inzage", dag))
    sinds = dag - timedelta(days=dagen)
    komt = Deelname.objects.filter(
        user_id=OuterRef("user_id"),
        functie=Functie.EXTERN,
        verwijderd_op__isnull=True,
        overleg__begin__date__gte=sinds,
    ).exclude(overleg__status=Overlegstatus.AFGEZEGD)
    vast = Reekslid.objects.filter(
        user_id=OuterRef("user_id"), reeks__gestopt_op__isnull=True, reeks__tot__gte=dag
    )
    rijen = Aanstelling.objects.op(dag).filter(school_id=school_id, rol=Rol.EXTERNE, van__lt=sinds)
    stil = list(rijen.exclude(Exists(komt)).exclude(Exists(vast)).select_related("user").order_by("pk"))
    Aanstelling.objects.filter(pk__in=[rij.pk for rij in stil]).update(tot=dag - timedelta(days=1))
    school = School.objects.get(pk=school_id)
    for rij in stil:
        if not rij.user.has_usable_password():
            uitnodigingen_intrekken(school=school, user=rij.user)
    return len(stil)
