"""What the page of a meeting that is on tells of the pupil on the table: his own words, his lines, what he needs.

Each by the rule of its own floor of who reads it; taking part in the meeting opens none of it.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, F, OuterRef, QuerySet, TextField, Value, When

from ondersteuning.models import Evaluatie, Hgw, HgwStatus, Inbreng, Opp, OppEvaluatie, Traject
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Stem:
    """The pupil's own words and the day they were said."""

    woorden: str
    op: date


def stem_van(werkplek: Werkplek, leerling_id: int) -> Stem | None:
    """What the pupil said last, in a hearing or an evaluation, for who may read that; None for others (one statement)."""
    rij = next(iter(_stem.lees(werkplek, leerling_id)), None)
    return Stem(*rij) if rij else None


@vaste_vraag
def _stem(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    trajecten = Traject.objects.met_inhoud_voor(werkplek).filter(leerling_id=leerling_id).values("pk")
    opps = Opp.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id).values("pk")
    gezegd = Evaluatie.objects.filter(traject_id__in=trajecten).exclude(leerling_zegt="")
    gehoord = Inbreng.objects.filter(hoorrecht__opp_id__in=opps).exclude(woorden="")
    jaarlijks = OppEvaluatie.objects.filter(opp_id__in=opps).exclude(leerling_zegt="")
    eerste = (
        gezegd.order_by().annotate(woord=F("leerling_zegt"), dag=F("gehouden_op")).values_list("woord", "dag")
    )
    tweede = gehoord.order_by().annotate(woord=F("woorden"), dag=F("gezegd_op")).values_list("woord", "dag")
    derde = (
        jaarlijks.order_by()
        .annotate(woord=F("leerling_zegt"), dag=F("gehouden_op"))
        .values_list("woord", "dag")
    )
    return eerste.union(tweede, derde, all=True).order_by("-dag")[:1]


def trajecten_nu(werkplek: Werkplek, leerling_id: int) -> list[tuple[str, int, str, date, str]]:
    """Domain, line, title, begin and needs of each running trajectory one may know of, the lowest line first.

    Needs are empty for who reads only the summary; the texts never leave the database for him.
    """
    return _trajecten.lees(werkplek, leerling_id)


@vaste_vraag
def _trajecten(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    zicht = Traject.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id)
    heel = Traject.objects.met_inhoud_voor(werkplek).filter(pk=OuterRef("pk"))
    rijen = Traject.objects.filter(pk__in=zicht.values("pk")).lopend()
    nodig = Case(
        When(Exists(heel), then=F("onderwijsbehoeften")), default=Value(""), output_field=TextField()
    )
    return rijen.order_by("lijn", "-start").values_list("domein", "lijn", "titel", "start", nodig)


def hgw_nu(werkplek: Werkplek, leerling_id: int) -> Hgw | None:
    """The HGW form that holds, for who may read it whole."""
    return _hgw.een(werkplek, leerling_id)


@vaste_vraag
def _hgw(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    return Hgw.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id, status=HgwStatus.VAST)
