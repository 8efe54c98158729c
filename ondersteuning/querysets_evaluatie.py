"""The yearly evaluation of OPPs in SQL, as `opp.termijnen.evaluatiestand` has it (rules 16 and 17)."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from ondersteuning.models import Erbij, OppEvaluatie
from ondersteuning.opp.termijnen import Evaluatiestand

TELT = (Erbij.JA, Erbij.WILDE_NIET)
"""Of parents and pupil apart: came, or would not (rules 16 and 17)."""


def _geteld(van: date, voor: date) -> Exists:
    """Whether it was looked back on from `van` up to (not with) `voor`, with parents and pupil (rules 16 and 17)."""
    rijen = OppEvaluatie.objects.filter(
        opp=OuterRef("pk"),
        gehouden_op__gte=van,
        gehouden_op__lt=voor,
        ouders__in=TELT,
        leerling_erbij__in=TELT,
    )
    return Exists(rijen)


def met_stand(rijen: QuerySet, dag: date, jaar: date, vorig: date) -> QuerySet:
    """OPPs with `gedaan` and `te_laat`: the yearly evaluation as `termijnen.evaluatiestand` has it, in SQL.

    `jaar` and `vorig` are the first days of the school year of `dag` and of the one before.
    """
    dit_jaar = OppEvaluatie.objects.filter(
        opp=OuterRef("pk"),
        gehouden_op__gte=jaar,
        gehouden_op__lte=dag,
        ouders__in=TELT,
        leerling_erbij__in=TELT,
    )
    return rijen.annotate(gedaan=Exists(dit_jaar)).annotate(
        te_laat=Q(gedaan=False) & Q(begindatum__lt=jaar) & ~_geteld(vorig, jaar)
    )


def met_orde(rijen: QuerySet, dag: date, jaar: date, vorig: date) -> QuerySet:
    """OPPs in force with `mist_16`, `mist_17` and `mist_18`: what `opp.wacht.DAARNA` says of each, in SQL.

    The rules themselves are in `opp.regels`; a test holds the two together. Dates as in `met_stand`.
    """
    terug = OppEvaluatie.objects.filter(opp=OuterRef("pk")).order_by("-gehouden_op", "pk")
    samen = terug.annotate(samen=Q(ouders__in=TELT) & Q(leerling_erbij__in=TELT)).values("samen")[:1]
    rijen = met_stand(rijen, dag, jaar, vorig).annotate(laatste=Subquery(samen))
    open_rod = Q(rod_begin_op__isnull=True) | Q(einddatum__isnull=False, rod_eind_op__isnull=True)
    return rijen.annotate(
        mist_16=Q(te_laat=True, einddatum__isnull=True),
        mist_17=Q(laatste__isnull=False, laatste=False),
        mist_18=Q(pro=False) & open_rod,
    )


def stand_van_rij(rij: Any) -> Evaluatiestand:
    """The same in a word, of a row that was read with `met_stand`."""
    if rij.gedaan:
        return Evaluatiestand.GEDAAN
    return Evaluatiestand.TE_LAAT if rij.te_laat else Evaluatiestand.OPEN
