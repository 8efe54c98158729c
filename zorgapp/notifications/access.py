"""The only doors to the outbox: one's own meldingen, one's own mails that did not go out, and for the beheerder all of those."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import TruncDate
from django.urls import reverse

from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Pagina, bladzijde
from zorgapp.notifications.models import Herinnering, Mailmoment
from zorgapp.notifications.moment import begin_van
from zorgapp.notifications.querysets import HerinneringQuerySet
from zorgapp.notifications.soorten import Soort, soort_van

DAGEN = 30
"""How long something that was told stays in the app when it is not done."""
MEEST = 40  # lines of the inbox; what is older stands on its own list
EIGEN = 3  # own mails that did not go out, on the page of meldingen


@dataclass(frozen=True)
class Probleem:
    """One mail that did not go out, or perhaps: of which kinds, for whom, when and why; nothing about what it is about."""

    zending: UUID
    wat: str
    ontvanger: str
    geclaimd_op: datetime | None
    status: str
    reden: str
    direct: bool


@dataclass(frozen=True)
class Melding:
    """So many things of one kind that were told on one day."""

    wat: str
    url: str
    nieuw: bool


@dataclass(frozen=True)
class Meldingdag:
    """What was told on one day, the first moment of it."""

    op: datetime
    regels: list[Melding]


def sinds(dag: date) -> datetime:
    """From when what was told is shown."""
    return begin_van(dag - timedelta(days=DAGEN))


def eigen_meldingen(werkplek: Werkplek, dag: date) -> HerinneringQuerySet:
    """What somebody himself was told at this school and is not done, as far as known; never of who he stands in for."""
    eigen = Herinnering.objects.filter(school=werkplek.school, ontvanger=werkplek.user)
    return eigen.in_de_app(sinds(dag)).filter(voorbij_op__isnull=True)


def meldingen(werkplek: Werkplek) -> list[Meldingdag]:
    """The same per day and kind, the newest day first. One statement."""
    rijen = (
        eigen_meldingen(werkplek, werkplek.dag)
        .annotate(dag=TruncDate("geclaimd_op"))
        .values("dag", "soort")
        .annotate(
            aantal=Count("pk"), nieuw=Count("pk", filter=Q(gezien_op__isnull=True)), eerst=Min("geclaimd_op")
        )
        .order_by("-dag", "eerst", "soort")
    )
    dagen: dict[date, Meldingdag] = {}
    for rij in rijen[:MEEST]:
        soort = soort_van(rij["soort"])
        if soort is not None:
            regel = Melding(soort.aantal(rij["aantal"]), _url(soort), rij["nieuw"] > 0)
            dagen.setdefault(rij["dag"], Meldingdag(rij["eerst"], [])).regels.append(regel)
    return list(dagen.values())


def _url(soort: Soort) -> str:
    naam = soort.pagina or soort.lijst
    return reverse(naam) if naam else "/"


def eigen_problemen(werkplek: Werkplek) -> list[Probleem]:
    """One's own mails that were refused or are uncertain, the newest first. Two statements."""
    rijen = Herinnering.objects.filter(school=werkplek.school, ontvanger=werkplek.user).met_probleem()
    return _lees(list(_per_mail(rijen).order_by("-geclaimd_op", "zending")[:EIGEN]), rijen, van_zelf=True)


def problemen(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """The refused and uncertain mails of this school, the oldest first; without what is between two people."""
    rijen = Herinnering.objects.filter(school=werkplek.school).met_probleem()
    bladen = bladzijde(_per_mail(rijen).order_by("geclaimd_op", "zending"), gevraagd, PER_PAGINA_RUIM)
    return Pagina(_lees(bladen.rijen, rijen), bladen.nummer, bladen.volgende)


def _per_mail(rijen: HerinneringQuerySet) -> QuerySet:
    return rijen.filter(zending__isnull=False).values("zending").annotate(geclaimd_op=Min("geclaimd_op"))


def _lees(bladen: list[dict], rijen: HerinneringQuerySet, *, van_zelf: bool = False) -> list[Probleem]:
    per: dict[UUID, list[Herinnering]] = {blad["zending"]: [] for blad in bladen}
    for rij in rijen.filter(zending__in=per).select_related("ontvanger").order_by("niet_voor", "pk"):
        per[rij.zending].append(rij)
    return [
        Probleem(
            zending=zending,
            wat=", ".join(_woorden(samen, van_zelf)),
            ontvanger=samen[0].ontvanger.naam,
            geclaimd_op=samen[0].geclaimd_op,
            status=samen[0].get_status_display(),
            reden=samen[0].fout,
            direct=samen[0].direct,
        )
        for zending, samen in per.items()
        if samen
    ]


def _woorden(rijen: Iterable[Herinnering], van_zelf: bool) -> list[str]:
    """ "2 nieuwe signalen", "1 bericht": a kind between two people is named to its receiver only."""
    tel: dict[str, int] = {}
    for rij in rijen:
        soort = soort_van(rij.soort)
        sleutel = rij.soort if soort and (van_zelf or not soort.besloten) else ""
        tel[sleutel] = tel.get(sleutel, 0) + 1
    return [
        soort.aantal(aantal) if (soort := soort_van(sleutel)) else hoeveel(aantal, "bericht", "berichten")
        for sleutel, aantal in tel.items()
    ]


def aantal_problemen(werkplek: Werkplek) -> int:
    """Count the refused and uncertain mails of this school."""
    rijen = Herinnering.objects.filter(school=werkplek.school).met_probleem()
    return rijen.values("zending").distinct().count()


def te_herstellen(werkplek: Werkplek, zending: UUID) -> HerinneringQuerySet:
    """What of one mail may be sent again or left: the beheerder of anybody at his school, anybody else only his own."""
    rijen = Herinnering.objects.filter(school=werkplek.school, zending=zending).met_probleem()
    return rijen if werkplek.mag(Recht.WACHTRIJ) else rijen.filter(ontvanger=werkplek.user)


def mailmoment(user: User) -> int | None:
    """The minute that somebody chose for his daily mail; None when his school decides."""
    return Mailmoment.objects.filter(user=user).values_list("minuut", flat=True).first()


def mailmoment_school(werkplek: Werkplek) -> int:
    """The minute from which the school sends daily mails."""
    return 60 * instelling("mailuur", werkplek.dag)
