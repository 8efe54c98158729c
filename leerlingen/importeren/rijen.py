"""Rows as JSON: what an import wrote, exactly, so that undoing can compare and restore."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db import connection, models
from psycopg.types.json import Jsonb

from leerlingen.models import Contactpersoon, Klas, Leerling, Lesgroep, LesgroepLid, Plaatsing
from zorgapp.accounts.models import SchoolModel, Vestiging

# children first: the order in which rows may be deleted
TABELLEN: dict[str, type[SchoolModel]] = {
    "lesgroeplid": LesgroepLid,
    "plaatsing": Plaatsing,
    "contact": Contactpersoon,
    "leerling": Leerling,
    "lesgroep": Lesgroep,
    "klas": Klas,
    "vestiging": Vestiging,
}
_TABEL = {model: naam for naam, model in TABELLEN.items()}
Beeld = dict[str, Any]


class RijWijziging(NamedTuple):
    """One row before and after; None is: it was not there."""

    tabel: str
    id: int
    voor: Beeld | None
    na: Beeld | None


@cache
def kolommen(model: type[SchoolModel]) -> tuple[models.Field, ...]:
    """Return the stored fields of a model, without its key, its school and what the database makes itself."""
    return tuple(
        veld
        for veld in model._meta.concrete_fields
        if not veld.primary_key and veld.name != "school" and not isinstance(veld, models.GeneratedField)
    )


def beeld(rij: SchoolModel) -> Beeld:
    """Return the row as JSON values."""
    waarden = {veld.attname: getattr(rij, veld.attname) for veld in kolommen(type(rij))}
    return {naam: w.isoformat() if isinstance(w, date) else w for naam, w in waarden.items()}


def gemaakt(rij: SchoolModel) -> RijWijziging:
    return RijWijziging(_TABEL[type(rij)], rij.pk, None, beeld(rij))


def gewijzigd(rij: SchoolModel, voor: Beeld) -> RijWijziging:
    return RijWijziging(_TABEL[type(rij)], rij.pk, voor, beeld(rij))


def verwijderd(rij: SchoolModel, pk: int) -> RijWijziging:
    return RijWijziging(_TABEL[type(rij)], pk, beeld(rij), None)


def werk_bij(wijzigingen: Iterable[RijWijziging], naar: str = "na") -> None:
    """Write changed rows as they became (`na`) or were (`voor`), one statement for each table."""
    for tabel, beelden in _per_tabel(wijzigingen, naar):
        zet = ", ".join(f"{naam} = v.{naam}" for naam in _namen(tabel))
        _voer_uit(
            f"UPDATE {_sqlnaam(tabel)} t SET {zet} "
            f"FROM jsonb_populate_recordset(NULL::{_sqlnaam(tabel)}, %s) v WHERE t.id = v.id",
            Jsonb(beelden),
        )


def voeg_weer_in(wijzigingen: Iterable[RijWijziging], school_id: int) -> None:
    """Insert deleted rows again with the key they had."""
    for tabel, beelden in _per_tabel(wijzigingen, "voor"):
        namen = ", ".join(_namen(tabel))
        _voer_uit(
            f"INSERT INTO {_sqlnaam(tabel)} (id, school_id, {namen}) SELECT id, {int(school_id)}, {namen} "
            f"FROM jsonb_populate_recordset(NULL::{_sqlnaam(tabel)}, %s)",
            Jsonb(beelden),
        )


def verwijder(tabel: str, ids: list[int]) -> None:
    """Delete rows and nothing else: Django's own delete would take along what hangs on them."""
    _voer_uit(f"DELETE FROM {_sqlnaam(tabel)} WHERE id = ANY(%s)", ids)


def _per_tabel(wijzigingen: Iterable[RijWijziging], welk: str) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    per_tabel: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for wijziging in wijzigingen:
        per_tabel[wijziging.tabel].append({"id": wijziging.id, **getattr(wijziging, welk)})
    return per_tabel.items()


def _namen(tabel: str) -> list[str]:
    return [connection.ops.quote_name(str(veld.column)) for veld in kolommen(TABELLEN[tabel])]


def _sqlnaam(tabel: str) -> str:
    return connection.ops.quote_name(TABELLEN[tabel]._meta.db_table)


def _voer_uit(sql: str, waarde: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [waarde])
