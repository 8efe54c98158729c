"""The clocks of who must have an OPP and of looking back on one: found every night, asked again when it is sent.

Reminded are the coordinators and whoever writes the OPP: `opp_vooraf` days before the last day, when that has passed,
on the day that was agreed to look back, from 1 May in a school year without evaluation, and when the year went by.
The days themselves are pure functions in `opp.termijnen`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from leerlingen.coordinatoren import coordinatoren
from leerlingen.models import Leerling
from ondersteuning.klokken import begin_van
from ondersteuning.klokken_opp import schrijft_nog
from ondersteuning.models import Opp, OppStatus
from ondersteuning.opp.termijnen import Haast
from ondersteuning.oppplicht import Nodig, nodig_een, nodig_op_school
from ondersteuning.querysets_evaluatie import met_stand
from ondersteuning.querysets_plicht import VOORAF
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.moment import vrij_tot
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

BINNENKORT, TE_LAAT, AFGESPROKEN, JAAR, VORIG_JAAR = (
    "opp_binnenkort",
    "opp_te_laat",
    "opp_terugkijken",
    "opp_jaar",
    "opp_vorig_jaar",
)
_VAN_HAAST = {Haast.BINNENKORT: BINNENKORT, Haast.TE_LAAT: TE_LAAT}
MEI = 5


@dataclass(frozen=True)
class Bericht:
    """One thing for one person; `wat` tells one term apart from the next, `later` is a day after that of the night."""

    soort: str
    object_id: int
    wat: str
    wie: int
    later: date | None = None

    @property
    def sleutel(self) -> str:
        return f"{self.soort}:{self.object_id}:{self.wat}:{self.wie}"


def jaar_begint_te_dringen(dag: date) -> bool:
    """From 1 May to 31 July the evaluation of this school year is reminded of (rule 16)."""
    return MEI <= dag.month <= 7


def nachtwerk(school_id: int, dag: date) -> int:
    """Plan what is due at the school in context; what was planned before is left alone. Returns how many are new.

    The statements grow with what is new, not with what is open.
    """
    berichten = [*_nodig(school_id, dag), *_evaluaties(school_id, dag)]
    sleutels = [b.sleutel for b in berichten]
    rijen = Herinnering.objects.filter(school_id=school_id, sleutel__in=sleutels)
    bekend = set(rijen.values_list("sleutel", flat=True)) if sleutels else set()
    nieuw = [b for b in berichten if b.sleutel not in bekend]
    for bericht in nieuw:
        plan(
            school_id=school_id,
            soort=bericht.soort,
            sleutel=bericht.sleutel,
            ontvanger_id=bericht.wie,
            object_id=bericht.object_id,
            niet_voor=begin_van(bericht.later or dag),
        )
    return len(nieuw)


class _Wie:
    """Who coordinates per location, asked once for each."""

    def __init__(self, school_id: int, dag: date) -> None:
        self.school_id, self.dag = school_id, dag
        self._per: dict[int | None, set[int]] = {}

    def __call__(self, vestiging_id: int | None) -> set[int]:
        if vestiging_id not in self._per:
            hier = coordinatoren(self.school_id, self.dag, Leerling(vestiging_id=vestiging_id))
            self._per[vestiging_id] = {user.pk for user in hier}
        return self._per[vestiging_id]


def _nodig(school_id: int, dag: date) -> Iterator[Bericht]:
    """Per pupil whose term is near or over: the coordinators and who writes the draft.

    A term that comes near on the days without school that follow is planned now, so that it is told before them.
    """
    tot = vrij_tot(dag, vrije_perioden(dag))
    vooraf = timedelta(days=instelling(VOORAF, dag))
    dringend = [
        n
        for n in nodig_op_school(school_id, dag)
        if n.haast in _VAN_HAAST or (n.uiterlijk and n.uiterlijk - vooraf <= tot)
    ]
    waar = dict(
        Leerling.objects.filter(pk__in=[n.leerling_id for n in dringend]).values_list("pk", "vestiging_id")
    )
    schrijft = dict(Opp.objects.filter(pk__in=[n.opp_id for n in dringend]).values_list("pk", "opsteller_id"))
    wie = _Wie(school_id, dag)
    for n in dringend:
        ontvangers = wie(waar.get(n.leerling_id)) | ({schrijft[n.opp_id]} if n.opp_id in schrijft else set())
        soort = _VAN_HAAST.get(n.haast, BINNENKORT)
        later = n.uiterlijk - vooraf if n.haast not in _VAN_HAAST and n.uiterlijk else None
        for ontvanger in sorted(ontvangers):
            yield Bericht(soort, n.leerling_id, f"{n.uiterlijk:%Y%m%d}", ontvanger, later)


def _evaluaties(school_id: int, dag: date) -> Iterator[Bericht]:
    """Per OPP in force: the agreed day, this school year, and the one before."""
    jaar = Schooljaar.van(dag)
    vorig = Schooljaar(jaar.beginjaar - 1)
    rijen = Opp.objects.filter(_op_school(dag), school_id=school_id, status=OppStatus.LOOPT)
    wie = _Wie(school_id, dag)
    for opp in met_stand(rijen, dag, jaar.begin, vorig.begin).select_related("leerling").order_by("pk"):
        if opp.evaluatie_op and opp.evaluatie_op <= dag:
            yield Bericht(AFGESPROKEN, opp.pk, f"{opp.evaluatie_op:%Y%m%d}", opp.opsteller_id)
        if opp.te_laat:
            for ontvanger in sorted({opp.opsteller_id, *wie(opp.leerling.vestiging_id)}):
                yield Bericht(VORIG_JAAR, opp.pk, str(jaar.beginjaar), ontvanger)
        elif not opp.gedaan and jaar_begint_te_dringen(dag):
            yield Bericht(JAAR, opp.pk, str(jaar.beginjaar), opp.opsteller_id)


def _op_school(dag: date) -> Q:
    return Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag)


def _nog_nodig(rij: Any, op: datetime) -> Nodig | None:
    """The pupil as his receiver finds him on the list now; None when he is not on it."""
    werkplek = ontvanger_nu(rij, op)
    return nodig_een(werkplek, rij.object_id) if werkplek else None


def _nog_binnenkort(rij: Any, op: datetime) -> bool:
    nodig = _nog_nodig(rij, op)
    return nodig is not None and nodig.haast in _VAN_HAAST


def _nog_te_laat(rij: Any, op: datetime) -> bool:
    nodig = _nog_nodig(rij, op)
    return nodig is not None and nodig.haast == Haast.TE_LAAT


def _nog_afgesproken(rij: Any, op: datetime) -> bool:
    dag = timezone.localdate(op)
    loopt = Opp.objects.filter(pk=rij.object_id, status=OppStatus.LOOPT, evaluatie_op__lte=dag)
    return loopt.exists() and schrijft_nog(rij, rij.object_id, op)


def _nog_open(rij: Any, op: datetime) -> bool:
    """Not looked back on in this school year."""
    dag = timezone.localdate(op)
    jaar = Schooljaar.van(dag)
    loopt = Opp.objects.filter(pk=rij.object_id, status=OppStatus.LOOPT)
    open_ = met_stand(loopt, dag, jaar.begin, Schooljaar(jaar.beginjaar - 1).begin).filter(gedaan=False)
    return open_.exists() and schrijft_nog(rij, rij.object_id, op)


SOORTEN = (
    Soort(
        BINNENKORT,
        "OPP dat er binnenkort moet zijn",
        "OPP’s die er binnenkort moeten zijn",
        _nog_binnenkort,
        pagina="ondersteuning:opp_lijst",
        voor_vrij=True,
    ),
    Soort(
        TE_LAAT,
        "OPP dat te laat is",
        "OPP’s die te laat zijn",
        _nog_te_laat,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        AFGESPROKEN,
        "OPP om op terug te kijken",
        "OPP’s om op terug te kijken",
        _nog_afgesproken,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        JAAR,
        "OPP om voor 31 juli op terug te kijken",
        "OPP’s om voor 31 juli op terug te kijken",
        _nog_open,
        pagina="ondersteuning:opp_lijst",
    ),
    Soort(
        VORIG_JAAR,
        "OPP zonder evaluatie in het vorige schooljaar",
        "OPP’s zonder evaluatie in het vorige schooljaar",
        _nog_open,
        pagina="ondersteuning:opp_lijst",
    ),
)
