"""The page of a begeleider: what he does today and what waits for him, in as few statements as it can be."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Least
from django.http import Http404

from ondersteuning.access_traject import vervolgen_voor_traject
from ondersteuning.klokken import begin_van
from ondersteuning.models import Doel, Groepstraject, Regieoverdracht, Sessie, Traject, Vervolg
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import vorm_bij
from zorgapp.kern.pagina import PER_PAGINA_RUIM, TEL_TOT, Bereik, Pagina, geteld, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

SCOREN_NA = timedelta(days=14)  # a goal without a score for this long is asked for
MEEST_SCOREN, MEEST_SESSIES, MEEST_GROEPEN = 5, 8, 8


@dataclass(frozen=True)
class Caseload:
    """What one person carries; `wie` is a colleague when a coordinator looks at his, None for oneself."""

    wie: User | None
    pagina: Pagina
    aantal: int
    aan_de_beurt: int
    sessies: list[Sessie]
    scoren: list[Doel]
    overdrachten: list[Regieoverdracht]
    groepen: list[Groepstraject]
    starten: list[Vervolg]
    dag: date

    @property
    def nu(self) -> list[Traject]:
        """Trajectories on this page whose next date has come."""
        return [t for t in self.pagina.rijen if t.volgende <= self.dag]

    @property
    def straks(self) -> list[Traject]:
        return [t for t in self.pagina.rijen if t.volgende > self.dag]

    @property
    def tel(self) -> str:
        return geteld(self.aantal)

    def voor_mij(self, werkplek: Werkplek) -> list[Regieoverdracht]:
        """Hand-overs that wait for an answer of this person."""
        return [o for o in self.overdrachten if o.naar_id in werkplek.namens]

    @property
    def zin(self) -> list[str]:
        """What the page opens with: only what there is."""
        delen = (
            (len(self.sessies), "sessie vandaag", "sessies vandaag"),
            (self.aan_de_beurt, "traject dat aan de beurt is", "trajecten die aan de beurt zijn"),
            (len(self.scoren), "doel om bij te houden", "doelen om bij te houden"),
        )
        return [f"{geteld(n)} {vorm_bij(n, een, meer)}" for n, een, meer in delen if n]


def van_wie(werkplek: Werkplek, gevraagd: str) -> tuple[User | None, Nummers]:
    """Whose caseload is asked: one's own (and whom one stands in for), or for a coordinator that of a colleague.

    404 for anybody else.
    """
    if not gevraagd or gevraagd == str(werkplek.user.pk):
        return None, Nummers(werkplek.namens)
    gekozen = Kring(werkplek, ROLLEN_MET_LEERLINGEN).kies(gevraagd)
    if gekozen is None or not (werkplek.is_een(Rol.ZORGCOORDINATOR) or gekozen[1].pk in werkplek.namens):
        raise Http404
    return gekozen[1], Nummers((gekozen[1].pk,))


def lees(werkplek: Werkplek, gevraagd: str = "", blad: str | None = None) -> Caseload:
    """Read it; a coordinator sees of a colleague what belongs to his own locations."""
    wie, ids = van_wie(werkplek, gevraagd)
    begin = begin_van(werkplek.dag)
    pagina = vaste_bladzijde(_lopend, werkplek, ids, gevraagd=blad, per_pagina=PER_PAGINA_RUIM)
    dagen = _dagen.lees(werkplek, ids)
    return Caseload(
        wie=wie,
        pagina=pagina,
        aantal=len(dagen),
        aan_de_beurt=sum(dag <= werkplek.dag for dag in dagen),
        sessies=_sessies.lees(werkplek, ids, begin, begin_van(werkplek.dag + timedelta(days=1))),
        scoren=_scoren.lees(werkplek, ids, werkplek.dag - SCOREN_NA),
        overdrachten=_overdrachten.lees(werkplek.school.pk, ids),
        groepen=_groepen.lees(werkplek, ids),
        starten=[] if wie else vervolgen_voor_traject(werkplek, eigen=True),
        dag=werkplek.dag,
    )


@dataclass(frozen=True)
class Kort:
    """How many sessions one has today, trajectories that are due, and hand-overs that wait for one's answer."""

    sessies: int
    aan_de_beurt: int
    overdrachten: int


def in_het_kort(werkplek: Werkplek) -> Kort:
    """One's own caseload in three numbers, for Vandaag (three queries)."""
    ids, begin = Nummers(werkplek.namens), begin_van(werkplek.dag)
    wachtend = _overdrachten.lees(werkplek.school.pk, ids)
    return Kort(
        sessies=len(_sessies.lees(werkplek, ids, begin, begin_van(werkplek.dag + timedelta(days=1)))),
        aan_de_beurt=sum(dag <= werkplek.dag for dag in _dagen.lees(werkplek, ids)),
        overdrachten=sum(o.naar_id in werkplek.namens for o in wachtend),
    )


def _van(werkplek: Werkplek, ids: Nummers) -> QuerySet:
    rijen = Traject.objects.te_sturen_door(werkplek).lopend().filter(regievoerder__pk__onder=ids)
    return rijen.annotate(volgende=Least("evaluatie_op", "eind"))


@vaste_vraag
def _lopend(werkplek: Werkplek, ids: Nummers, bereik: Bereik) -> QuerySet:
    gekozen = bereik.uit(_van(werkplek, ids).order_by("volgende", "pk").values("pk"))
    rijen = Traject.objects.filter(pk__in=gekozen).select_related("leerling", "groep").met_klas()
    return rijen.annotate(volgende=Least("evaluatie_op", "eind")).order_by("volgende", "pk")


@vaste_vraag
def _dagen(werkplek: Werkplek, ids: Nummers) -> QuerySet:
    return _van(werkplek, ids).order_by("volgende").values_list("volgende", flat=True)[:TEL_TOT]


@vaste_vraag
def _sessies(werkplek: Werkplek, ids: Nummers, begin: datetime, eind: datetime) -> QuerySet:
    mag = Exists(_van(werkplek, ids).filter(pk=OuterRef("traject_id")))
    rijen = Sessie.objects.filter(
        Q(mag) | Q(groep__begeleider__pk__onder=ids),
        school=werkplek.school,
        begint_op__gte=begin,
        begint_op__lt=eind,
        vervallen=False,
    )
    rijen = rijen.select_related("traject__leerling", "groep")
    return rijen.annotate(geteld=Count("aanwezigheid")).order_by("begint_op", "pk")[:MEEST_SESSIES]


@vaste_vraag
def _scoren(werkplek: Werkplek, ids: Nummers, sinds: date) -> QuerySet:
    rijen = Doel.objects.geldend().filter(
        traject__in=_van(werkplek, ids).filter(start__lte=werkplek.dag).values("pk")
    )
    rijen = rijen.met_stand().filter(Q(stand_op__isnull=True) | Q(stand_op__lte=sinds))
    rijen = rijen.select_related("traject__leerling")
    return rijen.order_by(F("stand_op").asc(nulls_first=True), "klaar_op", "pk")[:MEEST_SCOREN]


@vaste_vraag
def _overdrachten(school_id: int, ids: Nummers) -> QuerySet:
    """Hand-overs that wait for an answer, from or to these people."""
    rijen = Regieoverdracht.objects.gevraagd().filter(school_id=school_id)
    rijen = rijen.filter(Q(naar__pk__onder=ids) | Q(gevraagd_door__pk__onder=ids))
    return rijen.select_related("traject__leerling", "van", "naar").order_by("gevraagd_op", "pk")[:12]


@vaste_vraag
def _groepen(werkplek: Werkplek, ids: Nummers) -> QuerySet:
    rijen = Groepstraject.objects.zichtbaar_voor(werkplek).lopend().filter(begeleider__pk__onder=ids)
    bezet = Count("deelnemers", filter=Q(deelnemers__status="loopt"))
    return rijen.annotate(bezet=bezet).order_by("naam", "pk")[:MEEST_GROEPEN]
