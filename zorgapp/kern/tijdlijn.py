"""The columns every app's share of a pupil's timeline has, so that they fit one UNION ALL."""

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

KOLOMMEN = ("gebeurd_op", "rij", "soort", "detail", "tekst", "wie", "domein")


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
            gebeurd_op=op,
            rij=F("pk"),
            soort_=Value(soort, output_field=CharField()),
            detail=Cast(detail, CharField()),
            tekst=Cast(tekst, TextField()),
            wie=Cast(wie, TextField()),
            domein_=Cast(domein, CharField()),
        )
        .values_list("gebeurd_op", "rij", "soort_", "detail", "tekst", "wie", "domein_")
    )


LEEG = Value("", output_field=CharField())
