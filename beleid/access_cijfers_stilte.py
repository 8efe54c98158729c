"""The door to the list of silence: pupils about whom nothing was written this school year. For a coordinator, of his own pupils.

The only place of this floor with names. As every list it shows a name and a class of pupils one may see anyway, and is no
look into a file; opening one is.
"""

from datetime import date, datetime, time

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Window
from django.utils import timezone

from leerlingen.access import zichtbare_leerlingen
from leerlingen.access_notities import geschreven_sinds
from leerlingen.models import Leerling
from leerlingen.querysets import LeerlingQuerySet
from ondersteuning.models import Hgw, Opp, OppStatus, Signaal, Traject
from overleg.models import Afspraak, Agendapunt
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import TEL_TOT, Bereik, Pagina, geteld, vaste_bladzijde
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst


def stilte(werkplek: Werkplek, klas: str, gevraagd: str | None) -> Pagina:
    """One page of the pupils nobody wrote about since 1 August, by class and name; of one class when it is named."""
    begin, moment = _sinds(werkplek.dag)
    gekozen = Tekst(klas) if klas else None
    return vaste_bladzijde(_op_klas, werkplek, begin, moment, gekozen, gevraagd=gevraagd)


def aantal_stil(werkplek: Werkplek, pagina: Pagina | None = None) -> str:
    """How many there are, counted to a hundred; a page of all of them that has rows knows it without asking."""
    if pagina is not None and pagina.rijen:
        return geteld(pagina.rijen[0].alle)
    return geteld(len(_nummers.lees(werkplek, *_sinds(werkplek.dag))))


def _sinds(dag: date) -> tuple[date, datetime]:
    """The first day of the school year and its first moment."""
    begin = Schooljaar.van(dag).begin
    return begin, datetime.combine(begin, time(), timezone.get_current_timezone())


@vaste_vraag
def _op_klas(
    werkplek: Werkplek, begin: date, moment: datetime, klas: Tekst | None, bereik: Bereik
) -> QuerySet:
    """By class and name, each with how many there are in all: they are sorted anyway, so counting costs no second reading."""
    rijen = _stil(van_coordinator(zichtbare_leerlingen(werkplek), werkplek, "vestiging_id"), begin, moment)
    if klas is not None:
        rijen = rijen.filter(klasnaam=klas)
    rijen = rijen.annotate(alle=Window(Count("pk")))
    return bereik.uit(rijen.order_by("klasnaam", "achternaam", "roepnaam", "pk"))


@vaste_vraag
def _nummers(werkplek: Werkplek, begin: date, moment: datetime) -> QuerySet:
    """Up to a hundred of them, in no order."""
    rijen = van_coordinator(Leerling.objects.op_school(werkplek.dag), werkplek, "vestiging_id")
    return _stil(rijen, begin, moment).order_by().values_list("pk", flat=True)[:TEL_TOT]


def _stil(rijen: LeerlingQuerySet, begin: date, moment: datetime) -> LeerlingQuerySet:
    """Pupils without a signal, note, plan, agreement or item of a meeting of this school year, or support that ran in it."""
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
