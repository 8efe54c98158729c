"""What is known of pupils that may ask for an OPP, as one UNION ALL of rows; only pupils who may be on the list.

Every arm gives: pupil, where it comes from, since when, till when, practical education or not, number, state, and the
day the pupil was enrolled. LWOO decisions and basis offerings have no arm (rules 4 and 5).
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from leerlingen.models import Plaatsing
from ondersteuning.models import (
    Beschikking,
    Beschikkingsoort,
    Opp,
    OppStatus,
    TijdelijkePlaatsing,
    Traject,
    TrajectStatus,
)
from ondersteuning.models.aanbod import Aanbodsoort
from ondersteuning.opp.situatie import PRO_PATROON, Bron
from ondersteuning.querysets_evaluatie import met_stand
from zorgapp.accounts.models import Instelling
from zorgapp.accounts.querysets import op_dag

KOLOMMEN = ("k_leerling", "k_bron", "k_van", "k_tot", "k_pro", "k_nummer", "k_status", "k_in")
KEUZES = START_EXTRA, VOORAF = ("opp_start_extra", "opp_vooraf")
EXTRA_BESCHIKKING = (Beschikkingsoort.ARRANGEMENT, Beschikkingsoort.VSO)
Rijen = QuerySet[Any]


def arm(
    rijen: Rijen,
    bron: Bron,
    *,
    van: Any,
    tot: Any = None,
    pro: Any = None,
    nummer: Any = None,
    status: Any = None,
) -> Rijen:
    """One arm of the union: these rows as facts of one kind."""
    leeg = Cast(Value(None), DateField())
    return (
        rijen.order_by()
        .annotate(
            k_leerling=F("leerling_id"),
            k_bron=Value(bron.value, output_field=CharField()),
            k_van=F(van),
            k_tot=F(tot) if tot else leeg,
            k_pro=pro if pro is not None else Value(False, output_field=BooleanField()),
            k_nummer=F(nummer) if nummer else Value(0, output_field=IntegerField()),
            k_status=F(status) if status else Value("", output_field=CharField()),
            k_in=F("leerling__ingeschreven_op"),
        )
        .values_list(*KOLOMMEN)
    )


def op_school(dag: date) -> Q:
    """Rows of a pupil who did not leave before `dag`."""
    return Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag)


def keuzes(dag: date) -> Rijen:
    """What the school chose until `dag` about these terms: rows of nobody, with key and value."""
    rijen = Instelling.objects.filter(sleutel__in=KEUZES, geldig_vanaf__lte=dag).order_by()
    leeg = Cast(Value(None), DateField())
    return rijen.annotate(
        k_leerling=Value(0, output_field=IntegerField()),
        k_bron=Value(Bron.KEUZE.value, output_field=CharField()),
        k_van=F("geldig_vanaf"),
        k_tot=leeg,
        k_pro=Value(False, output_field=BooleanField()),
        k_nummer=Cast("waarde", IntegerField()),
        k_status=F("sleutel"),
        k_in=leeg,
    ).values_list(*KOLOMMEN)


def gesloten(leerling_id: int) -> Rijen:
    """OPPs of one pupil that were closed: from when till when, with their number."""
    rijen = Opp.objects.filter(leerling_id=leerling_id, status=OppStatus.AFGESLOTEN)
    return arm(rijen, Bron.EERDER, van="begindatum", tot="einddatum", nummer="pk")


def terugkijken(rijen: Rijen, dag: date, jaar: date, vorig: date) -> Rijen:
    """OPPs among `rijen` that are due to be looked back on: `pro` says here that the year before went by without."""
    aan_de_beurt = Q(te_laat=True) | Q(gedaan=False, evaluatie_op__lte=dag)
    return arm(
        met_stand(rijen, dag, jaar, vorig).filter(aan_de_beurt),
        Bron.TERUG,
        van="evaluatie_op",
        pro=F("te_laat"),
    )


def feiten(hier: Callable[[Rijen], Rijen], dag: date, *ook: Rijen, met_lopend: bool = False) -> Rijen:
    """Every fact of the pupils that `hier` keeps and that are at school on `dag`, the school's choices, and the arms
    `ook`, in one statement.

    Pupils whose OPP is in force are left out, unless `met_lopend`: then their OPP is a fact like the others.
    """
    loopt = Exists(Opp.objects.filter(leerling=OuterRef("leerling_id"), status=OppStatus.LOOPT))

    def kies(rijen: Rijen) -> Rijen:
        van_hier = hier(rijen).filter(op_school(dag))
        return van_hier if met_lopend else van_hier.filter(~loopt)

    extra = Q(aanbod__soort=Aanbodsoort.EXTRA) | Q(groep__aanbod__soort=Aanbodsoort.EXTRA)
    trajecten = Traject.objects.filter(extra, status=TrajectStatus.LOOPT, start__lte=dag)
    beschikkingen = Beschikking.objects.filter(op_dag(dag))
    nu_pro = Plaatsing.objects.filter(
        leerling=OuterRef("leerling_id"), tot__isnull=True, klas__niveau__iregex=PRO_PATROON
    )
    plekken = Plaatsing.objects.filter(Exists(nu_pro)).exclude(klas__niveau="")
    opps = Opp.objects.exclude(status=OppStatus.AFGESLOTEN)
    armen = (
        arm(kies(trajecten), Bron.EXTRA, van="start"),
        arm(kies(beschikkingen.filter(soort__in=EXTRA_BESCHIKKING)), Bron.EXTRA, van="van"),
        arm(kies(beschikkingen.filter(soort=Beschikkingsoort.PRO)), Bron.PRO, van="van"),
        arm(kies(plekken), Bron.PLEK, van="van", pro=Q(klas__niveau__iregex=PRO_PATROON)),
        arm(
            kies(TijdelijkePlaatsing.objects.filter(van__lte=dag)),
            Bron.TIJDELIJK,
            van="van",
            tot="definitief_op",
        ),
        arm(kies(opps), Bron.OPP, van="uiterlijk", nummer="pk", status="status"),
    )
    return armen[0].union(*armen[1:], keuzes(dag), *ook, all=True)
