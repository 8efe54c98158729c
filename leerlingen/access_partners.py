"""The doors to the sociale kaart: partners of one's own school, else 404. It holds nothing about a pupil."""

from datetime import date

from django.db.models import F, Q, QuerySet
from django.http import Http404

from leerlingen.models import ExternePartner
from leerlingen.models.partner import Partnersoort
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag


def partners(werkplek: Werkplek, soort: str, ook_gestopt: bool, gevraagd: str | None) -> Pagina:
    """One page of partners by name, of one kind when it is named; those who stopped only when asked for."""
    gekozen = Partnersoort(soort) if soort in Partnersoort.values else None
    stand = None if ook_gestopt else werkplek.dag
    return vaste_bladzijde(_partners, werkplek.school.pk, gekozen, stand, gevraagd=gevraagd)


@vaste_vraag
def _partners(school_id: int, soort: Partnersoort | None, dag: date | None, bereik: Bereik) -> QuerySet:
    rijen = ExternePartner.objects.filter(school_id=school_id)
    if soort is not None:
        rijen = rijen.filter(soort=soort)
    if dag is not None:
        rijen = rijen.filter(Q(gestopt_op__isnull=True) | Q(gestopt_op__gt=dag))
    return bereik.uit(rijen.order_by("naam", "pk"))


def lopende_partners(werkplek: Werkplek) -> QuerySet[ExternePartner]:
    """Partners that one can choose now, by name."""
    return _lopend(werkplek.school.pk, werkplek.dag).order_by("naam", "pk")


def _lopend(school_id: int, dag: date) -> QuerySet[ExternePartner]:
    rijen = ExternePartner.objects.filter(school_id=school_id)
    return rijen.filter(Q(gestopt_op__isnull=True) | Q(gestopt_op__gt=dag))


def get_partner(werkplek: Werkplek, pk: int) -> ExternePartner:
    """One partner, also one that stopped; 404 for one of another school."""
    partner = _partner.een(werkplek.school.pk, pk)
    if partner is None:
        raise Http404
    return partner  # type: ignore[no-any-return]


@vaste_vraag
def _partner(school_id: int, pk: int) -> QuerySet:
    return ExternePartner.objects.filter(school_id=school_id, pk=pk)


def lang_wachten(werkplek: Werkplek, weken: int) -> list[ExternePartner]:
    """Partners where waiting takes `weken` or more, or longer than it did; the longest one."""
    return _lang_wachten.lees(werkplek.school.pk, werkplek.dag, (weken,))  # type: ignore[no-any-return]


@vaste_vraag
def _lang_wachten(school_id: int, dag: date, vorm: tuple[int]) -> QuerySet:
    (weken,) = vorm  # part of the question: a column this small holds no marker
    langer = Q(wachttijd_weken__gte=weken) | Q(wachttijd_weken__gt=F("wachttijd_daarvoor"))
    return _lopend(school_id, dag).filter(langer).order_by("-wachttijd_weken", "naam")[:1]
