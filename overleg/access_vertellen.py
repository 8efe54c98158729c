"""The doors to what a mentor is asked to tell a pupil and his parents after a meeting, and who is asked.

He reads what was agreed and how the pupil notices it, never the minutes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.http import Http404

from leerlingen.coordinatoren import coordinatoren
from leerlingen.models import Leerling, Mentorschap, Plaatsing
from overleg.models import Afspraak, Terugvertellen
from zorgapp.accounts.coordinatie import is_coordinator, van_coordinator
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

MEEST = 40
MIJN, TE_LAAT, KLAAR = "mijn", "te_laat", "klaar"


def zichtbaar(werkplek: Werkplek) -> QuerySet[Terugvertellen]:
    """What one is asked to tell oneself (or who one stands in for), and for a coordinator that of his pupils."""
    wie = werkplek.namens_als(*ROLLEN_MET_LEERLINGEN)
    if not wie:
        return Terugvertellen.objects.none()
    eigen = Q(mentor_id__in=wie)
    return van_coordinator(
        Terugvertellen.objects.all(), werkplek, "punt__leerling__vestiging_id", anders=[eigen]
    )


@dataclass(frozen=True)
class Openstaand:
    """What Vandaag tells: whom one is to tell about oneself, and how many of others are late."""

    zelf: list[str]
    te_laat: int


def openstaand(werkplek: Werkplek) -> Openstaand:
    """What is open and one's own, and for a coordinator what is late of others (one statement)."""
    return uit_rijen(werkplek, _openstaand.lees(werkplek, werkplek.dag))


def uit_rijen(werkplek: Werkplek, rijen: Sequence[tuple[int, str]]) -> Openstaand:
    """The same of rows (who tells it, the pupil) that were read together with something else (`web.samen`)."""
    zelf = [naam for wie, naam in rijen if wie in werkplek.namens]
    return Openstaand(zelf, len(rijen) - len(zelf))


@vaste_vraag
def _openstaand(werkplek: Werkplek, dag: date) -> QuerySet:
    return openstaande(werkplek, dag).values_list("mentor_id", "punt__leerling__roepnaam")


def openstaande(werkplek: Werkplek, dag: date) -> QuerySet[Terugvertellen]:
    """What is open and one's own, and for a coordinator what is late of others, the first date first."""
    rijen = zichtbaar(werkplek).filter(klaar_op__isnull=True)
    rijen = rijen.filter(Q(mentor_id__in=werkplek.namens) | Q(uiterlijk__lt=dag))
    return rijen.order_by("uiterlijk", "pk")[:MEEST]


def lijst_van(werkplek: Werkplek, toon: str, gevraagd: str | None) -> Pagina:
    """One page: one's own that are open, those of others that are late (for a coordinator), or what was told."""
    return vaste_bladzijde(
        _lijst, werkplek, werkplek.dag, toon, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM
    )


@vaste_vraag
def _lijst(werkplek: Werkplek, dag: date, toon: str, bereik: Bereik) -> QuerySet:
    """Which ones come first, before what is shown of them: else the items of the whole school are read for one page."""
    rijen = zichtbaar(werkplek).filter(klaar_op__isnull=toon != KLAAR)
    if toon == TE_LAAT:
        rijen = rijen.filter(uiterlijk__lt=dag)
    else:
        rijen = rijen.filter(mentor_id__in=werkplek.namens)
    volgorde = ("-klaar_op", "-pk") if toon == KLAAR else ("uiterlijk", "pk")
    van_de_bladzijde = bereik.uit(rijen.order_by(*volgorde)).values("pk")
    return _met_klas(Terugvertellen.objects.filter(pk__in=van_de_bladzijde)).order_by(*volgorde)


def _met_klas(rijen: QuerySet[Terugvertellen]) -> QuerySet[Terugvertellen]:
    nu = FilteredRelation(
        "punt__leerling__plaatsingen", condition=Q(punt__leerling__plaatsingen__tot__isnull=True)
    )
    rijen = rijen.select_related("punt__leerling", "punt__overleg", "mentor")
    return rijen.annotate(nu=nu).annotate(klasnaam=F("nu__klas__naam"))


def ziet_te_laat(werkplek: Werkplek) -> bool:
    """Whether this person follows what others are late with."""
    return is_coordinator(werkplek)


def get_vertellen(werkplek: Werkplek, pk: int) -> Terugvertellen:
    """Open one, logged; 404 for who neither tells it nor coordinates."""
    rij = _een.een(werkplek, pk)
    if rij is None:
        raise Http404("terugvertellen")
    inzage_vastleggen(
        door=werkplek,
        onderwerp="terugvertellen",
        onderwerp_id=rij.pk,
        leerling_id=rij.punt.leerling_id,
        grond="eigenaar" if rij.mentor_id in werkplek.namens else Rol.ZORGCOORDINATOR,
    )
    return rij


@vaste_vraag
def _een(werkplek: Werkplek, pk: int) -> QuerySet:
    return _met_klas(zichtbaar(werkplek).filter(pk=pk))


def get_vertellen_slot(werkplek: Werkplek, pk: int) -> Terugvertellen:
    """Lock one for a write; shows nothing. 404 for who neither tells it nor coordinates."""
    rijen = zichtbaar(werkplek).filter(pk=pk).select_related("punt__overleg", "punt__leerling")
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("terugvertellen")
    return rij


def get_vertellen_voor_overdracht(werkplek: Werkplek, pk: int) -> Terugvertellen:
    """Lock one to let another colleague tell it, for who ends roles; shows nothing of it. 404 for others."""
    if not werkplek.mag(Recht.MENSEN):
        return get_vertellen_slot(werkplek, pk)
    rijen = Terugvertellen.objects.filter(school=werkplek.school, pk=pk)
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("terugvertellen")
    return rij


def afspraken_om_te_vertellen(rij: Terugvertellen) -> list[Afspraak]:
    """What was agreed about the pupil of an opened one: those that say how he notices it first."""
    return sorted(_afspraken.lees(rij.punt_id), key=lambda a: not a.merkt)


@vaste_vraag
def _afspraken(punt_id: int) -> QuerySet:
    rijen = Afspraak.objects.filter(punt_id=punt_id).select_related("eigenaar")
    return rijen.order_by("klaar_op", "pk")


# who is asked


def vertellers(
    school_id: int, dag: date, leerlingen: Iterable[Leerling], anders: int | None
) -> dict[int, int]:
    """Per pupil who tells it: the mentor of his class on `dag`, without one his coordinator, else `anders`.

    Only who works here with pupils now. A pupil for whom there is nobody is left out. Needs the school's context.
    """
    alle = list(leerlingen)
    klas = dict(
        Plaatsing.objects.filter(leerling__in=alle, tot__isnull=True).values_list("leerling_id", "klas_id")
    )
    werkt = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    mentoren = Mentorschap.objects.filter(
        op_dag(dag), klas_id__in=klas.values(), user_id__in=werkt.values("user_id")
    )
    van_klas: dict[int, int] = {}
    for klas_id, user_id in mentoren.order_by("van", "pk").values_list("klas_id", "user_id"):
        van_klas.setdefault(klas_id, user_id)
    uit: dict[int, int] = {}
    for leerling in alle:
        wie = van_klas.get(klas.get(leerling.pk, 0)) or _coordinator(school_id, dag, leerling) or anders
        if wie:
            uit[leerling.pk] = wie
    return uit


def _coordinator(school_id: int, dag: date, leerling: Leerling) -> int | None:
    return next((wie.pk for wie in coordinatoren(school_id, dag, leerling)), None)


def zonder_verteller(school_id: int, dag: date) -> list[Terugvertellen]:
    """Open ones of somebody who has no role any more that sees pupils; needs the school's context."""
    werkt = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    rijen = Terugvertellen.objects.filter(school_id=school_id, klaar_op__isnull=True)
    rijen = rijen.exclude(mentor_id__in=werkt.values("user_id"))
    return list(rijen.select_related("punt__leerling").order_by("pk"))


# the share of a pupil's timeline


def verteld_over(leerling_id: int) -> QuerySet[Terugvertellen]:
    """What was told about a pupil whose file is open."""
    return Terugvertellen.objects.filter(punt__leerling_id=leerling_id, klaar_op__isnull=False)
