"""Rows of several tables in one statement: each queryset as an array of JSON, and its objects again from that.

For lists of few rows out of many tables, where a statement for each table would be most of the work.
"""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, JSONField, Model, QuerySet
from django.db.models.functions import JSONObject

EIGEN = "_rij"


class _HeleRij(Func):
    """`to_jsonb` of the whole row that a column belongs to."""

    output_field = JSONField()

    def as_sql(  # type: ignore[override]
        self, compiler: Any, connection: Any, **_: Any
    ) -> tuple[str, tuple[Any, ...]]:
        """The alias of the table stands for its row."""
        kolom: Any = self.source_expressions[0]
        return f"to_jsonb({compiler.quote_name_unless_alias(kolom.alias)})", ()


def bundel(rijen: QuerySet) -> ArraySubquery:
    """All rows as one value, in their order, with what `select_related` names (one step; ValueError for more)."""
    delen = {EIGEN: _HeleRij("pk")} | {naam: _HeleRij(_kolom(rijen, naam)) for naam in _erbij(rijen)}
    return ArraySubquery(rijen.annotate(bundel=JSONObject(**delen)).values("bundel"))


def ontbundel(rijen: QuerySet, waarde: list[dict[str, Any]]) -> list[Any]:
    """The objects of `rijen`, out of what `bundel(rijen)` gave."""
    erbij = _erbij(rijen)
    return [_object(rijen, delen, erbij) for delen in waarde]


def _object(rijen: QuerySet, delen: dict[str, Any], erbij: list[str]) -> Model:
    eigen = _uit(rijen.model, delen[EIGEN])
    for naam in erbij:
        deel = delen[naam]
        setattr(eigen, naam, _uit(_model(rijen, naam), deel) if deel else None)
    return eigen


def _uit(model: type[Model], kolommen: dict[str, Any]) -> Model:
    velden = model._meta.concrete_fields
    return model.from_db(
        None, [v.attname for v in velden], [v.to_python(kolommen[str(v.column)]) for v in velden]
    )


def _erbij(rijen: QuerySet) -> list[str]:
    namen = rijen.query.select_related or {}
    if namen is True or any(namen.values()):
        raise ValueError("select_related van een bundel gaat één stap ver")
    return list(namen)


def _model(rijen: QuerySet, naam: str) -> Any:
    return rijen.model._meta.get_field(naam).related_model


def _kolom(rijen: QuerySet, naam: str) -> F:
    """A column of the related row itself, not the one that points to it: that one needs no join."""
    eerste = next(v for v in _model(rijen, naam)._meta.concrete_fields if not v.primary_key)
    return F(f"{naam}__{eerste.attname}")
