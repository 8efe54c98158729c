"""Copies of a school's rows at another time: one INSERT ... SELECT per table, with dates moved and keys followed.

For filling a database with years of data quickly; constraints and row-level security hold as for any insert.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import DateField, Field, ForeignKey, Model, UUIDField
from django.db.models.fields import DateTimeField

_MAAK = (
    "CREATE TEMP TABLE IF NOT EXISTS kopie (tabel text, oud bigint, nieuw bigint, dagen int) ON COMMIT DROP",
    "CREATE INDEX IF NOT EXISTS kopie_oud ON kopie (tabel, oud) INCLUDE (nieuw, dagen)",
)


@dataclass(frozen=True)
class Deel:
    """A table to copy: of which rows (`waar`, about r), beside which parent, and what is other in the copy.

    `dagen` is how many days earlier, in SQL about r; of a child its parent's number holds. `zet` has SQL per column, about
    r and k (the row of `kopie`). A row whose key leads to something that was not copied is left out, unless the column
    stands in `los`: then it becomes empty. Keys to what is not in `volgt` stay as they are.
    """

    model: type[Model]
    ouder: str = ""
    waar: str = "true"
    dagen: str = ""
    zet: Mapping[str, str] = field(default_factory=dict)
    volgt: frozenset[str] = frozenset()
    los: frozenset[str] = frozenset()

    @property
    def tabel(self) -> str:
        return str(self.model._meta.db_table)

    def velden(self) -> list[Field]:
        """Its columns, without what the database works out itself."""
        return [veld for veld in self.model._meta.concrete_fields if not getattr(veld, "generated", False)]

    def sleutels(self) -> list[tuple[str, str]]:
        """Column and table of every key that is followed."""
        return [
            (veld.column, veld.related_model._meta.db_table)
            for veld in self.velden()
            if isinstance(veld, ForeignKey) and veld.column in {self.ouder, *self.volgt, *self.los}
        ]


def begin_kopie() -> None:
    """An empty list of what was copied; it lives as long as the transaction."""
    with connection.cursor() as cursor:
        for regel in _MAAK:
            cursor.execute(regel)
        cursor.execute("TRUNCATE kopie")


def verwijs(tabel: str, paren: Iterable[tuple[int, int]]) -> None:
    """Let keys to `tabel` lead from the first to the second of each pair, without copying a row."""
    oud, nieuw = zip(*paren, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kopie SELECT %s, o, n, 0 FROM unnest(%s::bigint[], %s::bigint[]) AS p(o, n)",
            [tabel, list(oud), list(nieuw)],
        )
        cursor.execute("ANALYZE kopie")


def kopieer(deel: Deel, school_id: int) -> int:
    """Copy the rows of one school; returns how many."""
    sleutels = [
        f"LEFT JOIN kopie f{n} ON f{n}.tabel = '{tabel}' AND f{n}.oud = r.{kolom}"
        for n, (kolom, tabel) in enumerate(deel.sleutels())
    ]
    heel = [
        f"f{n}.nieuw IS NOT NULL" + ("" if kolom == deel.ouder else f" OR r.{kolom} IS NULL")
        for n, (kolom, _) in enumerate(deel.sleutels())
        if kolom not in deel.los
    ]
    nummer = {kolom: n for n, (kolom, _) in enumerate(deel.sleutels())}
    dagen = f"f{nummer[deel.ouder]}.dagen" if deel.ouder else deel.dagen
    samen = f"FROM {deel.tabel} r {' '.join(sleutels)}"
    waar = " AND ".join([f"r.school_id = {int(school_id)}", f"({deel.waar})", *(f"({eis})" for eis in heel)])
    kolommen = [str(veld.column) for veld in deel.velden()]
    waarden = [_waarde(deel, veld, nummer) for veld in deel.velden()]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO kopie SELECT '{deel.tabel}', oud, nextval(pg_get_serial_sequence('{deel.tabel}', 'id')), dagen "
            f"FROM (SELECT r.id AS oud, {dagen} AS dagen {samen} WHERE {waar} ORDER BY r.id) q"
        )
        aantal = cursor.rowcount
        cursor.execute("ANALYZE kopie")
        cursor.execute(
            f"INSERT INTO {deel.tabel} ({', '.join(kolommen)}) SELECT {', '.join(waarden)} {samen} "
            f"JOIN kopie k ON k.tabel = '{deel.tabel}' AND k.oud = r.id"
        )
    return int(aantal)


def _waarde(deel: Deel, veld: Field, nummer: Mapping[str, int]) -> str:
    """What stands in one column of the copy, in SQL."""
    kolom = str(veld.column)
    if veld.primary_key:
        return "k.nieuw"
    if kolom in deel.zet:
        return deel.zet[kolom]
    if kolom in nummer:
        return f"f{nummer[kolom]}.nieuw"
    if isinstance(veld, DateTimeField):
        return f"r.{kolom} - make_interval(days => k.dagen)"
    if isinstance(veld, DateField):
        return f"r.{kolom} - k.dagen"
    if isinstance(veld, UUIDField) and veld.name == "sleutel":
        return f"md5(r.{kolom}::text || k.nieuw::text)::uuid"
    return f"r.{kolom}"
