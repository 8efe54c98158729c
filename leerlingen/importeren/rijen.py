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
# `beeindigd_op` of a contact is a person's; that he ended one shows in its `versie`.
BUITEN = frozenset({"school", "beeindigd_op"})
_ANDERE_VORM = """
    SELECT EXISTS (
        SELECT 1 FROM leerlingen_importregel r
        CROSS JOIN (SELECT %s::jsonb AS vormen) v
        CROSS JOIN LATERAL jsonb_array_elements(r.rijen) w
        CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(v.vormen -> (w ->> 0))) AS nu) k
        CROSS JOIN LATERAL (VALUES (w -> 2), (w -> 3)) b(beeld)
        WHERE r.opdracht_id = %s AND jsonb_typeof(b.beeld) = 'object'
        AND NOT (b.beeld ?& k.nu AND b.beeld - k.nu = '{}'::jsonb)
    )
"""


class RijWijziging(NamedTuple):
    """One row before and after; None is: it was not there."""

    tabel: str
    id: int
    voor: Beeld | None
    na: Beeld | None


@cache
def kolommen(model: type[SchoolModel]) -> tuple[models.Field, ...]:
    """Return the stored fields of a model, without its key, its school, what the database makes itself and what no
    import writes."""
    return tuple(
        veld
        for veld in model._meta.concrete_fields
        if not veld.primary_key and veld.name not in BUITEN and not isinstance(veld, models.GeneratedField)
    )


def van_andere_vorm(opdracht_id: int) -> bool:
    """Whether rows of this import were kept when the tables had other columns than now: they cannot be compared."""
    vormen = {tabel: [veld.attname for veld in kolommen(model)] for tabel, model in TABELLEN.items()}
    waarden: list[Any] = [Jsonb(vormen), opdracht_id]
    with connection.cursor() as cursor:
        cursor.execute(_ANDERE_VORM, waarden)
        return bool(cursor.fetchone()[0])


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
