"""The only doors to meetings for people from outside (rules 37, 38 and 39): what they see is built here, as plain words.

A meeting somebody is asked to himself, until `extern_inzage` days after it and while his role lasts; of it the items that are
meant for him, with a name only on a ground that holds at the moment of looking. Every look is logged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.utils import timezone

from leerlingen.access_delen import registers_met
from leerlingen.models import ExternePartner
from leerlingen.models.toestemming import Gegevens
from ondersteuning.klokken import begin_van
from overleg.afspraakloop import Uitvoerder
from overleg.loop import Overlegstatus
from overleg.models import Afspraak, Agendapunt, Deelname, Functie, Naamgrond, Overleg
from overleg.naamgrond import Akkoord, hoort_naam
from overleg.naamloos import LEERLING, verraadt, voor_lezer
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.inzage import inzagen_vastleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

GROND, GROND_ZONDER_NAAM = "extern", "extern zonder naam"
"""In the read log: somebody from outside saw an item about this pupil, with his name or without."""
GEWEEST_MEEST = 12
ALGEMEEN = "Algemeen"


@dataclass(frozen=True)
class Externafspraak:
    """One agreement as somebody from outside reads it."""

    wat: str
    wie: str
    klaar_op: date
    stand: str


@dataclass(frozen=True)
class Externpunt:
    """One item as somebody from outside reads it: no object hangs on it, so that no page can show more."""

    nummer: int
    kop: str
    met_naam: bool
    minuten: int
    tekst: str
    verslag: str
    afspraken: tuple[Externafspraak, ...]


@dataclass(frozen=True)
class Externoverleg:
    """One meeting as somebody from outside sees it; `verslag`: it is closed, so what came of it stands with the items."""

    overleg: Overleg
    partner: ExternePartner
    eind: datetime
    tot: date
    verslag: bool
    punten: tuple[Externpunt, ...]


# which meetings


def _inzage(dag: date) -> timedelta:
    return timedelta(days=instelling("extern_inzage", dag))


def komend_extern(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """The meetings of today and later to which this person from outside is asked, the first one first."""
    vanaf = begin_van(werkplek.dag)
    return vaste_bladzijde(
        _komend, werkplek, werkplek.dag, vanaf, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM
    )


@vaste_vraag
def _komend(werkplek: Werkplek, sinds: date, vanaf: datetime, bereik: Bereik) -> QuerySet:
    rijen = Overleg.objects.voor_externe(werkplek, sinds).filter(begin__gte=vanaf)
    return bereik.uit(rijen.order_by("begin", "pk"))


def geweest_extern(werkplek: Werkplek) -> list[Overleg]:
    """The meetings before today that he may still look at, the last one first."""
    return _geweest.lees(werkplek, werkplek.dag - _inzage(werkplek.dag), begin_van(werkplek.dag))


@vaste_vraag
def _geweest(werkplek: Werkplek, sinds: date, voor: datetime) -> QuerySet:
    rijen = Overleg.objects.voor_externe(werkplek, sinds).filter(begin__lt=voor)
    return rijen.order_by("-begin", "-pk")[:GEWEEST_MEEST]


def eerstvolgende(werkplek: Werkplek) -> Overleg | None:
    """The next meeting of this person from outside, for Vandaag."""
    return _eerste.een(werkplek, werkplek.dag, begin_van(werkplek.dag))


@vaste_vraag
def _eerste(werkplek: Werkplek, sinds: date, vanaf: datetime) -> QuerySet:
    rijen = Overleg.objects.voor_externe(werkplek, sinds).filter(begin__gte=vanaf)
    return rijen.exclude(status=Overlegstatus.AFGESLOTEN).order_by("begin", "pk")[:1]


# one meeting


def get_mijn_overleg(werkplek: Werkplek, pk: int) -> Externoverleg:
    """Open one meeting for who comes from outside, and log every pupil on it; 404 for who may not know of it (any more)."""
    inzage = _inzage(werkplek.dag)
    deelname = _deelname.een(werkplek, pk, werkplek.dag - inzage)
    if deelname is None:
        raise Http404("overleg")
    rijen = _punten.lees(pk, deelname.partner_id)
    gezien = beeld(deelname.overleg, deelname.partner, rijen, werkplek.dag)
    for met_naam, grond in ((True, GROND), (False, GROND_ZONDER_NAAM)):
        paren = zip(rijen, gezien, strict=True)
        over = [(rij.pk, rij.leerling_id) for rij, p in paren if rij.leerling_id and p.met_naam == met_naam]
        if over:
            inzagen_vastleggen(door=werkplek, onderwerp="agendapunt", rijen=over, grond=grond)
    overleg: Overleg = deelname.overleg
    return Externoverleg(
        overleg,
        deelname.partner,
        overleg.begin + timedelta(minutes=overleg.minuten),
        timezone.localdate(overleg.begin) + inzage,
        overleg.status == Overlegstatus.AFGESLOTEN,
        tuple(gezien),
    )


@vaste_vraag
def _deelname(werkplek: Werkplek, pk: int, sinds: date) -> QuerySet:
    overleggen = Overleg.objects.voor_externe(werkplek, sinds).filter(pk=pk)
    rijen = Deelname.objects.filter(overleg_id__in=overleggen.values("pk"), user_id=werkplek.user.pk)
    rijen = rijen.filter(functie=Functie.EXTERN, verwijderd_op__isnull=True)
    return rijen.select_related("partner", "overleg__voorzitter")


@vaste_vraag
def _punten(overleg_id: int, partner_id: int) -> QuerySet:
    rijen = Agendapunt.objects.filter(overleg_id=overleg_id, voor_externen=True).op_agenda()
    return met_grond(rijen, partner_id)


def met_grond(rijen: QuerySet, partner_id: int) -> QuerySet:
    """Annotate items with `grond`: one is recorded for this partner and was not withdrawn; with pupil, class, minutes."""
    grond = Naamgrond.objects.filter(punt=OuterRef("pk"), partner_id=partner_id, ingetrokken_op__isnull=True)
    return rijen.select_related("leerling", "verslag").met_klas().annotate(grond=Exists(grond))  # type: ignore[attr-defined]


def beeld(overleg: Overleg, partner: ExternePartner, rijen: list[Agendapunt], dag: date) -> list[Externpunt]:
    """These items (read by `met_grond`) as this partner sees them on `dag`; at most three statements, however many."""
    vragen = registers_met((rij.leerling for rij in rijen if rij.leerling), partner.pk, dag)
    klaar = overleg.status == Overlegstatus.AFGESLOTEN
    afspraken = _afspraken.lees(overleg.pk) if klaar and rijen else []
    gezien = []
    for nummer, rij in enumerate(rijen, start=1):
        akkoorden = [
            Akkoord(r.vraag, Gegevens.NAAM in r.toestemming.gegevens)
            for r in vragen.get(rij.leerling_id or 0, ())
        ]
        naam = hoort_naam(partner.pk, partner.delen, akkoorden, grond=rij.grond, dag=dag).naam  # type: ignore[attr-defined]
        gezien.append(_punt(nummer, rij, naam, klaar, (a for a in afspraken if a.punt_id == rij.pk)))
    return gezien


def _punt(nummer: int, rij: Agendapunt, naam: bool, klaar: bool, afspraken: Iterable[Afspraak]) -> Externpunt:
    """The words; without a ground a text in which the pupil can be recognised is not shown."""
    naam = naam and rij.leerling is not None

    def lees(tekst: str) -> str:
        return voor_lezer(tekst, naam=naam or rij.leerling is None, verraden=verraden(rij, tekst))

    deel = getattr(rij, "verslag", None)
    kop = ALGEMEEN if rij.leerling is None else rij.leerling.naam if naam else LEERLING
    return Externpunt(
        nummer,
        kop,
        naam,
        rij.minuten,
        lees(rij.tekst_extern),
        lees(deel.tekst_extern) if deel and klaar else "",
        tuple(
            Externafspraak(lees(a.wat), _wie(a), a.klaar_op, str(a.get_stand_display())) for a in afspraken
        ),
    )


def verraden(punt: Agendapunt, tekst: str) -> list[str]:
    """What in a text for outsiders gives the pupil of this item (read with his class) away."""
    wie = punt.leerling
    if wie is None:
        return []
    klas = getattr(punt, "klasnaam", None) or ""
    return verraadt(tekst, wie.roepnaam, wie.achternaam, klas, wie.geboortedatum)


def _wie(afspraak: Afspraak) -> str:
    """Who does it: a colleague or a partner by name, a parent or the pupil never."""
    if afspraak.uitvoerder == Uitvoerder.ZELF:
        return afspraak.eigenaar.naam
    if afspraak.uitvoerder == Uitvoerder.EXTERN and afspraak.partner:
        return afspraak.partner.naam
    doet = {Uitvoerder.LEERLING: "de leerling", Uitvoerder.OUDER: "een ouder"}.get(
        Uitvoerder(afspraak.uitvoerder), "iemand van buiten"
    )
    return f"{doet}, {afspraak.eigenaar.naam} vraagt ernaar"


@vaste_vraag
def _afspraken(overleg_id: int) -> QuerySet:
    rijen = Afspraak.objects.filter(overleg_id=overleg_id, voor_externen=True, punt__voor_externen=True)
    return rijen.select_related("eigenaar", "partner").order_by("klaar_op", "pk")
