"""Reads for planning: the lists of meetings and series, whom and what one may choose, and what stands in the way.

What somebody may know of is decided in `access`; nothing here names a pupil.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from leerlingen.access_partners import lopende_partners
from leerlingen.groepen import eigen_groepen
from leerlingen.models import ExternePartner, Klas, LesgroepLid, Lesopdracht, Mentorschap
from leerlingen.toewijzing import klassen
from ondersteuning.klokken import begin_van
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Overleg, Overlegreeks, Reekslid
from overleg.querysets import OverlegQuerySet
from zorgapp.accounts.access import vestigingen
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.coordinatie import coordinator_vestigingen, is_coordinator
from zorgapp.accounts.models import Aanstelling, User, Vestiging, Vrijedag
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

VANDAAG_MEEST = 12
KEUZE_MEEST = 60
OPENGEBLEVEN = timedelta(days=14)
"""So long a meeting that nobody closed stands with those of today."""
_LANGSTE = timedelta(hours=8)


def dag_grenzen(dag: date) -> tuple[datetime, datetime]:
    """The first moment of a day and that of the next."""
    return begin_van(dag), begin_van(dag + timedelta(days=1))


def overleggen_vandaag(werkplek: Werkplek) -> list[Overleg]:
    """Meetings of today that one may know of, also those that do not go on, after what was left open before today."""
    van, tot = dag_grenzen(werkplek.dag)
    return _tussen.lees(werkplek, van - OPENGEBLEVEN, van, tot)


@vaste_vraag
def _tussen(werkplek: Werkplek, eerder: datetime, van: datetime, tot: datetime) -> QuerySet:
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(begin__gte=eerder, begin__lt=tot)
    rijen = rijen.filter(Q(begin__gte=van) | Q(status__in=(Overlegstatus.BEZIG, Overlegstatus.PAUZE)))
    return _rij(rijen).order_by("begin", "pk")[:VANDAAG_MEEST]


def _rij(rijen: OverlegQuerySet) -> QuerySet:
    return rijen.select_related("voorzitter", "klas")


def komende(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """Meetings after today, the first one first."""
    morgen = dag_grenzen(werkplek.dag)[1]
    return vaste_bladzijde(_komende, werkplek, morgen, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM)


@vaste_vraag
def _komende(werkplek: Werkplek, morgen: datetime, bereik: Bereik) -> QuerySet:
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(begin__gte=morgen)
    return bereik.uit(_rij(rijen).order_by("begin", "pk"))


def geweest(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """Meetings before today, the last one first."""
    vandaag = dag_grenzen(werkplek.dag)[0]
    return vaste_bladzijde(_geweest, werkplek, vandaag, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM)


@vaste_vraag
def _geweest(werkplek: Werkplek, vandaag: datetime, bereik: Bereik) -> QuerySet:
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(begin__lt=vandaag)
    return bereik.uit(_rij(rijen).order_by("-begin", "-pk"))


def reeksen(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """Series that run, by name."""
    return vaste_bladzijde(_reeksen, werkplek, werkplek.dag, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM)


@vaste_vraag
def _reeksen(werkplek: Werkplek, dag: date, bereik: Bereik) -> QuerySet:
    rijen = Overlegreeks.objects.zichtbaar_voor(werkplek).lopend(dag)
    return bereik.uit(rijen.select_related("voorzitter", "klas").order_by("naam", "pk"))


def eigen_vandaag(werkplek: Werkplek) -> list[Overleg]:
    """Meetings of today in which one takes part and that are not over, for Vandaag."""
    return _eigen_vandaag.lees(werkplek, *dag_grenzen(werkplek.dag))


@vaste_vraag
def _eigen_vandaag(werkplek: Werkplek, van: datetime, tot: datetime) -> QuerySet:
    mee = Deelname.objects.filter(user_id__in=werkplek.namens, verwijderd_op__isnull=True)
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(begin__gte=van, begin__lt=tot)
    rijen = rijen.filter(pk__in=mee.values("overleg_id"))
    rijen = rijen.exclude(status__in=(Overlegstatus.AFGEZEGD, Overlegstatus.AFGESLOTEN))
    return rijen.order_by("begin", "pk")[:VANDAAG_MEEST]


def volgende_van_reeks(werkplek: Werkplek, reeks: Overlegreeks, gevraagd: str | None) -> Pagina:
    """The meetings to come of an opened series; one of today that was closed is not to come any more."""
    vandaag = dag_grenzen(werkplek.dag)[0]
    return vaste_bladzijde(_van_reeks, reeks.pk, vandaag, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM)


@vaste_vraag
def _van_reeks(reeks_id: int, vandaag: datetime, bereik: Bereik) -> QuerySet:
    rijen = Overleg.objects.filter(reeks_id=reeks_id, begin__gte=vandaag)
    rijen = rijen.exclude(status=Overlegstatus.AFGESLOTEN)
    return bereik.uit(_rij(rijen).order_by("begin", "pk"))


def leden_van_reeks(reeks_id: int) -> list[Reekslid]:
    """The standing participants of an opened series, in the order they came."""
    return _leden.lees(reeks_id)


@vaste_vraag
def _leden(reeks_id: int) -> QuerySet:
    rijen = Reekslid.objects.filter(reeks_id=reeks_id).select_related("user", "partner")
    return rijen.order_by("pk")[:KEUZE_MEEST]


# whom and what one may choose


def _zorgteam() -> Sequence[Q]:
    return (Q(rol=Rol.ZORGCOORDINATOR), Q(rol=Rol.BEGELEIDER))


def deelnemer_kring(werkplek: Werkplek, behalve: Iterable[int]) -> Kring:
    """Colleagues who work with pupils and do not take part yet; coordinators and begeleiders are likely."""
    return Kring(werkplek, ROLLEN_MET_LEERLINGEN, _zorgteam, frozenset(behalve), om=())


def externen(werkplek: Werkplek, behalve: Iterable[int] = ()) -> list[Aanstelling]:
    """People from outside with an account here now, by name, who do not take part yet."""
    rijen = Aanstelling.objects.op(werkplek.dag).filter(school=werkplek.school, rol=Rol.EXTERNE)
    rijen = rijen.filter(user__is_active=True).exclude(user_id__in=list(behalve)).select_related("user")
    return list(rijen.order_by("user__sorteernaam", "pk")[:KEUZE_MEEST])


def partner_keuzes(werkplek: Werkplek) -> list[ExternePartner]:
    """Organisations of the sociale kaart for which somebody may come, by name."""
    return list(lopende_partners(werkplek)[:KEUZE_MEEST])


def locaties(werkplek: Werkplek) -> list[Vestiging]:
    """Locations a meeting may be of: all for the whole school, for a coordinator of locations his own."""
    eigen = coordinator_vestigingen(werkplek)
    rijen = vestigingen(werkplek)
    return list(rijen.filter(pk__in=eigen) if eigen else rijen)


def mag_hele_school(werkplek: Werkplek) -> bool:
    """Whether a meeting of no location can be planned: not by a coordinator of some locations, who would lose it."""
    return not coordinator_vestigingen(werkplek)


def eigen_klassen(werkplek: Werkplek) -> list[Klas] | None:
    """The classes a mentor may plan a leerlingbespreking of; None for a coordinator, who searches them all."""
    if is_coordinator(werkplek):
        return None
    nummers = [int(g.sleutel[1:]) for g in eigen_groepen(werkplek) if g.sleutel.startswith("k")]
    rijen = klassen(werkplek).filter(
        pk__in=nummers, mentorschappen__user_id__in=werkplek.namens_als(Rol.MENTOR)
    )
    return list(rijen.select_related("vestiging").order_by("naam").distinct()[:KEUZE_MEEST])


def docenten_van_klas(werkplek: Werkplek, klas: Klas) -> list[User]:
    """The colleagues who teach pupils of this class now or mentor it."""
    dag = werkplek.dag
    groep = LesgroepLid.objects.filter(
        op_dag(dag), leerling__plaatsingen__klas=klas, leerling__plaatsingen__tot__isnull=True
    )
    lessen = Lesopdracht.objects.filter(op_dag(dag)).filter(
        Q(klas=klas) | Q(lesgroep_id__in=groep.values("lesgroep_id"))
    )
    mentoren = Mentorschap.objects.filter(op_dag(dag), klas=klas)
    rijen = Aanstelling.objects.op(dag).filter(
        school=werkplek.school, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    rijen = rijen.filter(Q(user__in=lessen.values("user")) | Q(user__in=mentoren.values("user")))
    return list(User.objects.filter(pk__in=rijen.values("user")).order_by("sorteernaam", "pk")[:KEUZE_MEEST])


# what stands in the way


def vrije_dagen_tussen(werkplek: Werkplek, van: date, tot: date) -> list[Vrijedag]:
    """Free periods of the school that touch these days, in order."""
    rijen = Vrijedag.objects.filter(school=werkplek.school, tot__gte=van, van__lte=tot)
    return list(rijen.order_by("van", "pk"))


def dubbel_geboekt(werkplek: Werkplek, overleg: Overleg) -> bool:
    """Whether the chair of a saved meeting leads another at the same time; of which one is not told."""
    begin, eind = overleg.begin, overleg.begin + timedelta(minutes=overleg.minuten)
    rijen = Overleg.objects.gaat_door().filter(school=werkplek.school, voorzitter_id=overleg.voorzitter_id)
    rijen = rijen.filter(begin__lt=eind, begin__gt=begin - _LANGSTE).exclude(pk=overleg.pk)
    return any(
        van + timedelta(minutes=minuten) > begin for van, minuten in rijen.values_list("begin", "minuten")
    )
