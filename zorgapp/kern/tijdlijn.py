"""The columns every app's share of a pupil's timeline has, so that they fit one UNION ALL."""

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

KOLOMMEN = ("op_", "rij_", "soort_", "detail_", "tekst_", "wie_", "domein_")  # no field of a model ends in _


def deel(
    rijen: QuerySet,
    *,
    soort: str,
    op: Combinable,
    detail: Combinable,
    tekst: Combinable,
    wie: Combinable,
    domein: Combinable,
) -> QuerySet:
    """Shape `rijen` into timeline rows of one kind; `wie` is a name, or what the kind needs."""
    return (
        rijen.order_by()
        .annotate(
            op_=op,
            rij_=F("pk"),
            soort_=Value(soort, output_field=CharField()),
            detail_=Cast(detail, CharField()),
            tekst_=Cast(tekst, TextField()),
            wie_=Cast(wie, TextField()),
            domein_=Cast(domein, CharField()),
        )
        .values_list(*KOLOMMEN)
    )


LEEG = Value("", output_field=CharField())
