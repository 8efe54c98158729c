"""What "dag rond" shows: numbers of one's own day, counted through the doors of the lower floors; no pupil, no name.

What is done today counts by its moment on this day, what can wait by its date on the next school day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from beleid.access_goed import goed_van_vandaag
from ondersteuning.access import aantal_nieuw
from ondersteuning.models import Doelstand, Signaal, Terugkoppeling, Triagebesluit, Vervolg
from ondersteuning.workflow import Besluit
from overleg.access_afspraken import eigen_aan_de_beurt
from overleg.models import Afspraak
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.schooljaar import na_schooldagen

DRIE = 3


@dataclass(frozen=True)
class Dagrond:
    """One day of a coordinator. `goed`: at most three sentences, each with whose it is when a colleague shared it."""

    nieuw: int
    antwoorden: int
    vervolgen: int
    afspraken: int
    gedaan: int
    terug: int
    goed: list[tuple[str, str]]
    morgen: date
    morgen_vervolgen: int
    morgen_afspraken: int

    @property
    def beloofd(self) -> int:
        """What was promised for today or before and is not done."""
        return self.antwoorden + self.vervolgen + self.afspraken

    @property
    def rond(self) -> bool:
        """Whether nothing waits any more today."""
        return not self.nieuw and not self.beloofd


def lees_dag(werkplek: Werkplek) -> Dagrond:
    """The day of this coordinator, in eight statements however much there is."""
    dag = werkplek.dag
    morgen = na_schooldagen(dag, 1, vrije_perioden(dag))
    van, tot = _dag(dag), _dag(dag + timedelta(days=1))
    beurt = Vervolg.objects.open().filter(school=werkplek.school, eigenaar_id__in=werkplek.namens)
    vervolg = beurt.aggregate(
        nu=Count("pk", filter=Q(volgende_datum__lte=dag)),
        straks=Count("pk", filter=Q(volgende_datum__gt=dag, volgende_datum__lte=morgen)),
    )
    gesloten = Q(afgerond_op__gte=van, afgerond_op__lt=tot)
    afspraak = Afspraak.objects.van(werkplek).aggregate(
        klaar=Count("pk", filter=gesloten & Q(stand="gelukt")),
        gedaan=Count("pk", filter=gesloten),
        straks=Count("pk", filter=Q(afgerond_op__isnull=True, klaar_op__gt=dag, klaar_op__lte=morgen)),
    )
    besluiten = Triagebesluit.objects.filter(
        school=werkplek.school, door=werkplek.user, op__gte=van, op__lt=tot
    )
    besluiten = besluiten.exclude(besluit=Besluit.HERSTEL).filter(herroepen_door__isnull=True)
    besluit = besluiten.aggregate(alle=Count("pk"), terug=Count("pk", filter=Q(besluit=Besluit.TERUG)))
    feiten = _feiten(werkplek, besluit["alle"], afspraak["klaar"])
    return Dagrond(
        nieuw=aantal_nieuw(werkplek),
        antwoorden=_antwoorden(werkplek),
        vervolgen=vervolg["nu"],
        afspraken=len(eigen_aan_de_beurt(werkplek)),
        gedaan=besluit["alle"] + afspraak["gedaan"],
        terug=besluit["terug"],
        goed=_goed(werkplek, feiten),
        morgen=morgen,
        morgen_vervolgen=vervolg["straks"],
        morgen_afspraken=afspraak["straks"],
    )


def _dag(dag: date) -> datetime:
    return datetime.combine(dag, time(), timezone.get_current_timezone())


def _antwoorden(werkplek: Werkplek) -> int:
    """Answers that are owed today or before, of signals this coordinator judges."""
    signalen = Terugkoppeling.objects.open().filter(school=werkplek.school, uiterlijk__lte=werkplek.dag)
    return signalen.filter(signaal__in=Signaal.objects.te_beoordelen_door(werkplek)).count()


def _feiten(werkplek: Werkplek, besluiten: int, afspraken: int) -> list[str]:
    """What went well by itself, as numbers: goals of the school that were reached today, agreements, answers."""
    gehaald = Doelstand.objects.filter(school=werkplek.school, op=werkplek.dag, stand__gte=0).aggregate(
        aantal=Count("doel_id", distinct=True)
    )["aantal"]
    zinnen = (
        (gehaald, f"{hoeveel(gehaald, 'doel is', 'doelen zijn')} vandaag gehaald."),
        (afspraken, f"{hoeveel(afspraken, 'afspraak van jou is', 'afspraken van jou zijn')} gelukt."),
        (besluiten, f"{hoeveel(besluiten, 'collega kreeg', 'collega’s kregen')} antwoord op een signaal."),
    )
    return [zin for aantal, zin in zinnen if aantal]


def _goed(werkplek: Werkplek, feiten: list[str]) -> list[tuple[str, str]]:
    """Three good things: one's own line first, then what happened, then what colleagues share."""
    regels = goed_van_vandaag(werkplek, DRIE)
    eigen = [(rij.tekst, "") for rij in regels if rij.door_id == werkplek.user.pk]
    gedeeld = [(rij.tekst, rij.door.naam) for rij in regels if rij.door_id != werkplek.user.pk]
    return [*eigen, *((feit, "") for feit in feiten), *gedeeld][:DRIE]
