"""The door to the list of silence: pupils about whom nothing was written this school year. For a coordinator, of his own pupils.

The only place of this floor with names. As every list it shows a name and a class of pupils one may see anyway, and is no
look into a file; opening one is.
"""

from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from leerlingen.access import zichtbare_leerlingen
from leerlingen.access_notities import geschreven_sinds
from leerlingen.models import Leerling
from leerlingen.querysets import LeerlingQuerySet
from ondersteuning.models import Hgw, Opp, OppStatus, Signaal, Traject
from overleg.models import Afspraak, Agendapunt
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import TEL_TOT, Pagina, bladzijde, geteld
from zorgapp.kern.schooljaar import Schooljaar


def stilte(werkplek: Werkplek, klas: str, gevraagd: str | None) -> Pagina:
    """One page of the pupils nobody wrote about since 1 August, by class and name; of one class when it is named."""
    rijen = _stil(van_coordinator(zichtbare_leerlingen(werkplek), werkplek, "vestiging_id"), werkplek.dag)
    if klas:
        rijen = rijen.filter(klasnaam=klas)
    return bladzijde(rijen.order_by("klasnaam", "achternaam", "roepnaam", "pk"), gevraagd)


def aantal_stil(werkplek: Werkplek) -> str:
    """How many there are, counted to a hundred."""
    rijen = van_coordinator(Leerling.objects.op_school(werkplek.dag), werkplek, "vestiging_id")
    return geteld(_stil(rijen, werkplek.dag).order_by()[:TEL_TOT].count())


def _stil(rijen: LeerlingQuerySet, dag: date) -> LeerlingQuerySet:
    """Pupils without a signal, note, plan, agreement or item of a meeting of this school year, or support that ran in it."""
    begin = Schooljaar.van(dag).begin
    moment = datetime.combine(begin, time(), timezone.get_current_timezone())
    geschreven: tuple[QuerySet, ...] = (
        Signaal.objects.filter(ingediend_op__gte=moment),
        geschreven_sinds(moment),
        Traject.objects.filter(Q(status="loopt") | Q(start__gte=begin) | Q(afgesloten_op__gte=moment)),
        Opp.objects.filter(~Q(status=OppStatus.AFGESLOTEN) | Q(einddatum__gte=begin)),
        Hgw.objects.filter(gewijzigd_op__gte=moment),
        Afspraak.objects.filter(gemaakt_op__gte=moment),
        Agendapunt.objects.filter(toegevoegd_op__gte=moment),
    )
    for wat in geschreven:
        rijen = rijen.filter(~Exists(wat.filter(school=OuterRef("school"), leerling=OuterRef("pk"))))
    return rijen
