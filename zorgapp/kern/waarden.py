"""Arguments of a VasteVraag: what is a value that differs per run, and what is part of the query's shape."""

from collections.abc import Hashable, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Protocol, Self

from django.db.models import BigAutoField, Lookup

BIGINT = 2**63
_GETAL, _DAG = 2_000_000_000, date(9000, 1, 1)
_MOMENT = datetime(9000, 1, 1, tzinfo=UTC)


class Tekst(str):
    """Text that is a value: a name somebody asked for, not a choice out of a few."""

    __slots__ = ()


class Nummers(tuple):
    """Numbers of objects as one value, for `filter(pk__onder=…)`: their count is no part of the shape."""

    __slots__ = ()


@BigAutoField.register_lookup
class Onder(Lookup):
    """`pk__onder=Nummers(…)`: an IN with one parameter."""

    lookup_name = "onder"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """lhs = ANY(array)"""
        links, params = self.process_lhs(compiler, connection)
        return f"{links} = ANY(%s::bigint[])", (*params, list(self.rhs))


class Vormvast(Protocol):
    """An argument that tells its values apart from its shape."""

    @property
    def vorm(self) -> Hashable:
        """What decides how a query looks."""

    @property
    def waarden(self) -> tuple[Any, ...]:
        """The numbers and dates in it, in a fixed order."""

    def met_waarden(self, waarden: tuple[Any, ...]) -> Self:
        """The same shape with other values."""


def is_vormvast(argument: Any) -> bool:
    """Whether it is a `Vormvast`."""
    return hasattr(argument, "met_waarden")


def is_waarde(argument: Any) -> bool:
    """Whether it is filled in at every run; anything else is part of the shape."""
    return isinstance(argument, int | date | Tekst | Nummers) and not isinstance(argument, bool | Enum)


def merk(waarde: Any, nummer: int) -> Any:
    """A value of the same type that no school has."""
    if isinstance(waarde, Nummers):
        return Nummers((_GETAL + nummer,))
    if isinstance(waarde, Tekst):
        return Tekst(f"\x02{nummer}\x03")
    if isinstance(waarde, datetime):
        return _MOMENT + timedelta(seconds=nummer)
    return _DAG + timedelta(days=nummer) if isinstance(waarde, date) else _GETAL + nummer


def aard(waarden: Sequence[Any]) -> Hashable:
    """What code could look at to make another question of these values: alike for values that no code tells apart.

    That is what each of them is like, and which are the same (`IN` with one number twice is shorter).
    """
    return tuple((_aard(waarde), waarden.index(waarde)) for waarde in waarden)


def _aard(waarde: Any) -> Hashable:
    """A day is itself; of numbers, texts and lists the small and empty ones are themselves, and the others alike."""
    if isinstance(waarde, datetime):
        return waarde.date(), waarde.hour
    if isinstance(waarde, date):
        return waarde
    if isinstance(waarde, Nummers | Tekst):
        return min(len(waarde), 3)
    return min(max(waarde, -1), 100)


def past_niet(argument: Any) -> bool:
    """Whether it is a number that no column holds, as in an address that somebody made up."""
    return isinstance(argument, int) and not -BIGINT <= argument < BIGINT


def als_parameter(waarde: Any) -> Any:
    """The value as psycopg takes it."""
    return list(waarde) if isinstance(waarde, Nummers) else waarde
