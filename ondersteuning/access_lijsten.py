"""The only doors to observation lists: the lists, their campaigns, and what one fills in oneself."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from leerlingen.access import toegangsgrond
from leerlingen.models import Klas, Leerling, Plaatsing
from leerlingen.querysets import als_docent_klas, als_docent_lesgroep, als_mentor
from ondersteuning.models import (
    Campagneklas,
    Invuller,
    Lijstantwoord,
    Lijstcampagne,
    Lijstinvulling,
    Signaleringslijst,
)
from zorgapp.accounts.coordinatie import is_coordinator, van_coordinator
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

MEEST_VANDAAG = 5

_KLAAR = Count("invullingen", filter=Q(invullingen__vervallen_op=None, invullingen__klaar_op__isnull=False))
_TOTAAL = Count("invullingen", filter=Q(invullingen__vervallen_op=None))


def huidige_lijsten(werkplek: Werkplek) -> QuerySet[Signaleringslijst]:
    """The newest version of every list of the school that runs, by title; `gebruikt` when a campaign asked for it."""
    gebruikt = Exists(Lijstcampagne.objects.filter(lijst=OuterRef("pk")))
    rijen = Signaleringslijst.objects.huidig().filter(school=werkplek.school)
    return rijen.annotate(gebruikt=gebruikt).order_by("titel", "pk")


def get_lijst(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Signaleringslijst:
    """Any version of a list, for who makes them; `slot` locks it. 404 for others."""
    rijen = Signaleringslijst.objects.filter(school=werkplek.school, pk=pk)
    if slot:
        rijen = rijen.select_for_update(of=("self",))
    lijst = rijen.first() if is_coordinator(werkplek) else None
    if lijst is None:
        raise Http404
    return lijst


def campagnes(werkplek: Werkplek, *, gesloten: bool) -> QuerySet[Lijstcampagne]:
    """Campaigns this coordinator sees with their list and progress (`klaar` of `totaal`), the newest first."""
    zichtbaar = Lijstcampagne.objects.zichtbaar_voor(werkplek).filter(gesloten_op__isnull=not gesloten)
    rijen = Lijstcampagne.objects.filter(pk__in=zichtbaar.values("pk"))
    return (
        rijen.annotate(klaar=_KLAAR, totaal=_TOTAAL)
        .select_related("lijst")
        .order_by("-van" if not gesloten else "-gesloten_op", "-pk")
    )


def deelname(werkplek: Werkplek) -> QuerySet[Lijstcampagne]:
    """Progress of every campaign of the school, without names or pupils, for who only counts."""
    rijen = Lijstcampagne.objects.filter(school=werkplek.school).annotate(klaar=_KLAAR, totaal=_TOTAAL)
    return rijen.select_related("lijst").order_by("-van", "-pk")


def get_campagne(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Lijstcampagne:
    """One campaign for its coordinator; 404 for others."""
    zichtbaar = Lijstcampagne.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    rijen = Lijstcampagne.objects.filter(pk__in=zichtbaar.values("pk")).select_related("lijst")
    campagne = rijen.select_for_update(of=("self",)).first() if slot else rijen.first()
    if campagne is None:
        raise Http404
    return campagne


def klassen_van(campagne: Lijstcampagne) -> list[str]:
    """Names of the classes of a campaign."""
    rijen = Campagneklas.objects.filter(campagne=campagne).order_by("klas__naam")
    return list(rijen.values_list("klas__naam", flat=True))


def invullers(campagne: Lijstcampagne) -> list[Lijstinvulling]:
    """Everybody who is asked, by name: for the coordinator, to help (one query)."""
    rijen = Lijstinvulling.objects.filter(campagne=campagne).select_related("user")
    return list(rijen.order_by("user__sorteernaam", "pk"))


def keuzeklassen(werkplek: Werkplek, schooljaar: int) -> QuerySet[Klas]:
    """Classes of a school year that this coordinator may ask about: of his locations, or without one."""
    rijen = Klas.objects.filter(schooljaar=schooljaar).order_by("naam")
    return van_coordinator(rijen, werkplek, "vestiging_id", ook=Q(vestiging__isnull=True))


# What one fills in oneself.


@dataclass(frozen=True)
class OpenLijst:
    """A list that waits for this person, and whether he began."""

    id: int
    titel: str
    tot: date
    begonnen: bool


def open_lijsten(werkplek: Werkplek) -> list[OpenLijst]:
    """Lists one still has to fill in, the nearest last day first (one query; for Vandaag and Mijn lijsten)."""
    return [OpenLijst(*rij) for rij in _open_lijsten.lees(werkplek)]


@vaste_vraag
def _open_lijsten(werkplek: Werkplek) -> QuerySet:
    rijen = Lijstinvulling.objects.van(werkplek).lopend(werkplek.dag).filter(klaar_op__isnull=True)
    begonnen = Exists(Lijstantwoord.objects.filter(invulling=OuterRef("pk")))
    rijen = rijen.annotate(begonnen=begonnen).order_by("campagne__tot", "pk")
    return rijen.values_list("pk", "campagne__lijst__titel", "campagne__tot", "begonnen")[:MEEST_VANDAAG]


def mijn_invullingen(werkplek: Werkplek) -> QuerySet[Lijstinvulling]:
    """All lists asked of this person that are not closed, with the progress of everybody together."""
    gevraagd = Lijstinvulling.objects.filter(campagne=OuterRef("campagne"), vervallen_op__isnull=True)
    van_campagne = gevraagd.order_by().values("campagne")
    rijen = Lijstinvulling.objects.van(werkplek).lopend(werkplek.dag).select_related("campagne__lijst")
    return rijen.annotate(
        totaal=van_campagne.annotate(n=Count("pk")).values("n"),
        klaar=van_campagne.filter(klaar_op__isnull=False).annotate(n=Count("pk")).values("n"),
    ).order_by("campagne__tot", "pk")


def get_invulling(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Lijstinvulling:
    """One's own part in a campaign that is not closed; 404 otherwise, also when one no longer teaches there."""
    rijen = Lijstinvulling.objects.van(werkplek).lopend(werkplek.dag).filter(pk=pk)
    rijen = rijen.select_related("campagne__lijst")
    invulling = rijen.select_for_update(of=("self",)).first() if slot else rijen.first()
    if invulling is None:
        raise Http404
    return invulling


def leerlingen_van(werkplek: Werkplek, invulling: Lijstinvulling) -> list[Leerling]:
    """One's own pupils in the classes of the campaign as they sit there today, by class and name (one query)."""
    eigen = replace(werkplek, vervangt=())
    if not eigen.aanstellingen:
        return []
    vraag = _als_mentor if invulling.campagne.lijst.voor == Invuller.MENTOR else _als_docent
    rijen: list[Leerling] = vraag.lees(eigen, invulling.campagne_id)
    return rijen


@vaste_vraag
def _als_docent(werkplek: Werkplek, campagne_id: int) -> QuerySet:
    mijn = als_docent_klas(werkplek).union(als_docent_lesgroep(werkplek))
    return _in_campagne(werkplek, campagne_id, mijn)


@vaste_vraag
def _als_mentor(werkplek: Werkplek, campagne_id: int) -> QuerySet:
    return _in_campagne(werkplek, campagne_id, als_mentor(werkplek))


def _in_campagne(werkplek: Werkplek, campagne_id: int, mijn: QuerySet) -> QuerySet:
    klassen = Campagneklas.objects.filter(campagne_id=campagne_id).values("klas_id")
    leden = Plaatsing.objects.filter(klas_id__in=klassen, tot__isnull=True).values("leerling_id")
    rijen = Leerling.objects.zichtbaar_voor(werkplek).filter(pk__in=leden).filter(pk__in=mijn)
    met_klas: QuerySet = rijen.op_school(werkplek.dag).met_klas()
    return met_klas.order_by("klasnaam", "sorteernaam", "pk")


def get_lijstleerling(werkplek: Werkplek, invulling: Lijstinvulling, leerling_id: int) -> Leerling:
    """One of one's own pupils in this campaign; 404 otherwise."""
    for leerling in leerlingen_van(werkplek, invulling):
        if leerling.pk == leerling_id:
            return leerling
    raise Http404


def eigen_antwoorden(invulling: Lijstinvulling) -> dict[int, Lijstantwoord]:
    """One's own answers by pupil (one query)."""
    return {a.leerling_id: a for a in Lijstantwoord.objects.filter(invulling=invulling)}


def antwoord_ingezien(werkplek: Werkplek, invulling: Lijstinvulling, leerling: Leerling) -> None:
    """Log that somebody opened his own answers about a pupil."""
    grond = toegangsgrond(werkplek, leerling)
    if grond is None:
        raise Http404
    inzage_vastleggen(
        door=werkplek,
        onderwerp="lijst",
        onderwerp_id=invulling.pk,
        leerling_id=leerling.pk,
        grond=grond.grond,
    )
