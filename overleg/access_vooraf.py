"""What one reads before a meeting, for several items at once: agreements, the pupils' own words and lines.

Only of items this person sees, and of their pupils each part by the rule of its own floor; taking part opens none of it.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import F, QuerySet

from leerlingen.models import Leerling
from ondersteuning.models import Evaluatie, Inbreng, Opp, OppEvaluatie, Traject
from overleg.access_live_leerling import Stem
from overleg.models import Afspraak, Overleg
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers, Tekst

AFSPRAKEN_PER_LEERLING = 4
_AFSPRAKEN_MEEST = 400


def _nummers(leerlingen: Nummers) -> QuerySet:
    return Leerling.objects.filter(pk__onder=leerlingen).values("pk")


def laatste_afspraken(
    werkplek: Werkplek, overleg: Overleg, leerlingen: Iterable[int]
) -> dict[int, list[Afspraak]]:
    """The last agreements of the meetings before this one about these pupils, open or closed, the newest first."""
    rijen = _afspraken.lees(werkplek, Nummers(leerlingen), overleg.pk, *overleg.opvolging)
    per: dict[int, list[Afspraak]] = {}
    for rij in rijen:
        lijst = per.setdefault(rij.leerling_id, [])
        if len(lijst) < AFSPRAKEN_PER_LEERLING:
            lijst.append(rij)
    return per


@vaste_vraag
def _afspraken(
    werkplek: Werkplek,
    leerlingen: Nummers,
    overleg_id: int,
    school_id: int,
    begin: datetime,
    reeks_id: int | None,
    soort: Tekst,
    vestiging_id: int | None,
    klas_id: int | None,
) -> QuerySet:
    eerder = Overleg.objects.eerder_dan(school_id, begin, reeks_id, soort, vestiging_id, klas_id)
    rijen = Afspraak.objects.zichtbaar_in(werkplek, overleg_id, eerder)
    rijen = rijen.filter(leerling_id__in=_nummers(leerlingen), overleg_id__in=eerder.values("pk"))
    return rijen.select_related("eigenaar").order_by("-gemaakt_op", "-pk")[:_AFSPRAKEN_MEEST]


def stemmen_van(werkplek: Werkplek, leerlingen: Iterable[int]) -> dict[int, Stem]:
    """What each of these pupils said last, for who may read that (one statement)."""
    per: dict[int, Stem] = {}
    for leerling_id, woorden, op in _stemmen.lees(werkplek, Nummers(leerlingen)):
        per.setdefault(leerling_id, Stem(woorden, op))
    return per


@vaste_vraag
def _stemmen(werkplek: Werkplek, leerlingen: Nummers) -> QuerySet:
    trajecten = (
        Traject.objects.met_inhoud_voor(werkplek).filter(leerling_id__in=_nummers(leerlingen)).values("pk")
    )
    opps = Opp.objects.zichtbaar_voor(werkplek).filter(leerling_id__in=_nummers(leerlingen)).values("pk")
    gezegd = Evaluatie.objects.filter(traject_id__in=trajecten).exclude(leerling_zegt="")
    gehoord = Inbreng.objects.filter(hoorrecht__opp_id__in=opps).exclude(woorden="")
    jaarlijks = OppEvaluatie.objects.filter(opp_id__in=opps).exclude(leerling_zegt="")
    armen = [
        rijen.order_by().annotate(wie=F(wie), woord=F(woord), dag=F(dag)).values_list("wie", "woord", "dag")
        for rijen, wie, woord, dag in (
            (gezegd, "traject__leerling_id", "leerling_zegt", "gehouden_op"),
            (gehoord, "hoorrecht__opp__leerling_id", "woorden", "gezegd_op"),
            (jaarlijks, "opp__leerling_id", "leerling_zegt", "gehouden_op"),
        )
    ]
    return armen[0].union(*armen[1:], all=True).order_by("-dag")


def lijnen_van(werkplek: Werkplek, leerlingen: Iterable[int]) -> dict[int, list[tuple[str, int, str, date]]]:
    """Domain, line, title and begin of what runs for each of these pupils, as far as one may know (one statement)."""
    per: dict[int, list[tuple[str, int, str, date]]] = {}
    for leerling_id, *rest in _lijnen.lees(werkplek, Nummers(leerlingen)):
        per.setdefault(leerling_id, []).append((rest[0], rest[1], rest[2], rest[3]))
    return per


@vaste_vraag
def _lijnen(werkplek: Werkplek, leerlingen: Nummers) -> QuerySet:
    rijen = Traject.objects.zichtbaar_voor(werkplek).filter(leerling_id__in=_nummers(leerlingen)).lopend()
    return rijen.order_by("-lijn", "start", "pk").values_list(
        "leerling_id", "domein", "lijn", "titel", "start"
    )
