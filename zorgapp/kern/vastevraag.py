"""A queryset that is built and compiled once per process; every later run only fills in its values.

Building and compiling a query costs Django more than sending it and reading its rows, and the pages that are opened all
day ask the same questions about other people. A VasteVraag wraps the function that makes the queryset, so that the rule
stays where it was, written once and in the ORM:

    @vaste_vraag
    def _besluiten(signaal_id: int) -> QuerySet: return Triagebesluit.objects.filter(signaal_id=signaal_id)

    besluiten = _besluiten.lees(signaal.pk)     # a list

Arguments that are numbers, dates, moments, a `Tekst` or `Nummers` are values: they may differ per run. Everything else
(None, plain text, a choice, a `Bereik`) is part of the shape: another shape is another query. An object that knows its
own shape (a Werkplek) implements `Vormvast`; see `kern.waarden`.

How: the function is run once with marker values, and the places where the markers end up among the parameters are
remembered. The same call with the real values must give the same SQL, and these parameters; when it does not (a value
that was calculated with, a number in LIMIT) RuntimeError says so the first time, not with wrong rows later. With
`NAREKENEN` (the test suite) that is checked again for every kind of value a question meets (`kern.waarden.aard`).
"""

import re
from collections.abc import Callable, Hashable
from copy import copy
from enum import Enum
from functools import update_wrapper
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet, Transform
from django.db.models.expressions import Col, ColPairs

from zorgapp.kern.waarden import aard, als_parameter, is_vormvast, is_waarde, merk, past_niet

NAREKENEN = False
MEEST = 60  # shapes per question; of more, such as every page of a long list, the longest unused goes


class _Klaar:
    """One shape, compiled: its SQL, its parameters, and which of those are filled in from which value.

    Django's query is let go: conditions and joins are most of it, and reading rows needs only the columns.
    """

    def __init__(self, rijen: QuerySet, plek_van: dict[Any, int]) -> None:
        if rijen._prefetch_related_lookups:  # type: ignore[attr-defined]
            raise RuntimeError("een vaste vraag kan geen prefetch_related hebben")
        self.soort, self.model, self.db = rijen.__class__, rijen.model, rijen.db
        self.als_rijen = rijen._iterable_class  # type: ignore[attr-defined]
        compiler = rijen.query.get_compiler(rijen.db)
        self.sql, params = _sql(compiler)
        self.nagerekend: set[Hashable] = set()  # kinds of values, with NAREKENEN
        self.plekken = [plek_van.get(tuple(p) if isinstance(p, list) else p) for p in params]
        self.params = params
        self.vaste_sql, self.open = _schrijf_vast(self.sql, params, self.plekken)
        self.lezer = _lezer(compiler) if self.sql else None

    def vergeet(self) -> None:
        """Let go of what only checking again needs."""
        self.sql, self.params, self.plekken = "", (), []

    def parameters(self, waarden: tuple[Any, ...]) -> tuple[Any, ...]:
        """All parameters of `sql`, with these values."""
        return tuple(
            vast if plek is None else als_parameter(waarden[plek])
            for vast, plek in zip(self.params, self.plekken, strict=True)
        )

    def lees(self, waarden: tuple[Any, ...]) -> list[Any]:
        """Run it; Django's own code turns the rows into objects, tuples or values."""
        if self.lezer is None:
            return []
        vraag = self.vaste_sql, tuple(v if n is None else als_parameter(waarden[n]) for v, n in self.open)
        compiler = copy(self.lezer)
        compiler.connection = connections[self.db]  # of this thread
        compiler.as_sql = lambda *_, **__: vraag
        drager = self.soort(self.model, _Query(compiler), self.db)  # type: ignore[arg-type]
        return list(self.als_rijen(drager))  # type: ignore[call-overload, no-any-return]


class _Query:
    """Stands in for a queryset's query: hands out the compiler that is ready."""

    def __init__(self, compiler: Any) -> None:
        self.compiler = compiler

    def get_compiler(self, *_: Any, **__: Any) -> Any:
        return self.compiler


class _Kolom:
    """What reading a row needs of a column: of which field it is, and what turns its value into Python's."""

    __slots__ = ("omzetters", "output_field", "target")

    def __init__(self, target: Any, output_field: Any, omzetters: list[Any]) -> None:
        self.target, self.output_field, self.omzetters = target, output_field, omzetters

    def get_db_converters(self, connection: Any) -> list[Any]:
        """As Django's expressions have it."""
        return self.omzetters


_KOLOMMEN: dict[tuple[Any, Any], _Kolom] = {}  # of fields; many questions read the same ones
_ZONDER = _Kolom(None, None, [])


def _kolom(uit: Any, connection: Any) -> Any:
    """The same for reading as this expression of the SELECT, without what it is calculated from where that can."""
    if isinstance(uit, Col):
        veld = uit.target, uit.output_field
        return _KOLOMMEN.get(veld) or _KOLOMMEN.setdefault(
            veld, _Kolom(*veld, uit.get_db_converters(connection))
        )
    omzetters = uit.get_db_converters(connection)
    if isinstance(uit, ColPairs | Transform) or any(getattr(o, "__self__", None) is uit for o in omzetters):
        return uit
    return _Kolom(None, uit.output_field, omzetters) if omzetters else _ZONDER


def _lezer(compiler: Any) -> Any:
    """A compiler that knows how to read the rows, and no longer what was asked."""
    lezer = compiler.__class__.__new__(compiler.__class__)
    lezer.query, lezer.connection, lezer.using = None, None, compiler.using
    lezer.select = [(_kolom(uit, compiler.connection), None, None) for uit, _, _ in compiler.select]
    lezer.klass_info, lezer.annotation_col_map = compiler.klass_info, compiler.annotation_col_map
    lezer.col_count, lezer.has_extra_select = compiler.col_count, compiler.has_extra_select
    return lezer


def _schrijf_vast(sql: str, params: tuple[Any, ...], plekken: list[int | None]) -> tuple[str, list[Any]]:
    """Write what is the same at every run (a status, a kind) into the SQL; return the parameters that stay.

    PostgreSQL then plans the prepared statement once and well: it knows that few signals are "nieuw".
    """
    open_: list[Any] = []
    over = zip(params, plekken, strict=True)

    def schrijf(teken: re.Match[str]) -> str:
        if teken[0] == "%%":
            return "%%"
        vast, plek = next(over)
        if plek is None and isinstance(vast, int | str):
            return _letterlijk(vast)
        open_.append((vast, plek))
        return "%s"

    return re.sub("%%|%s", schrijf, sql), open_


def _letterlijk(vast: int | str) -> str:
    """An SQL literal. Text comes from the code (choices), never from a request: that is a Tekst, so a parameter."""
    tekst = str(vast.value if isinstance(vast, Enum) else vast)
    if isinstance(vast, int):
        return tekst.lower()  # true and false as PostgreSQL writes them
    return "'" + tekst.replace("'", "''").replace("%", "%%") + "'"


def _sql(compiler: Any) -> tuple[str, tuple[Any, ...]]:
    """SQL and parameters; empty when Django knows beforehand that there are no rows."""
    try:
        return compiler.as_sql()
    except EmptyResultSet:
        return "", ()


class VasteVraag:
    """A function that makes a queryset, and what it compiled to per shape of its arguments."""

    def __init__(self, maak: Callable[..., QuerySet]) -> None:
        self.maak = maak
        self._klaar: dict[Hashable, _Klaar] = {}
        update_wrapper(self, maak)

    def __call__(self, *argumenten: Any) -> QuerySet:
        """The plain queryset, to filter further."""
        return self.maak(*argumenten)

    def lees(self, *argumenten: Any) -> list[Any]:
        """All rows."""
        vorm: list[Any] = []
        waarden: list[Any] = []
        for argument in argumenten:
            if past_niet(argument):
                return list(self.maak(*argumenten))  # no column holds it: Django knows that there are no rows
            if is_waarde(argument):
                vorm.append(type(argument))
                waarden.append(argument)
            elif is_vormvast(argument):
                vorm.append(argument.vorm)
                waarden.extend(argument.waarden)
            else:
                vorm.append((argument,))
        sleutel = tuple(vorm)
        klaar = self._klaar.pop(sleutel, None)
        if klaar is None:
            klaar = self._compileer(argumenten, tuple(waarden))
        elif NAREKENEN and (soort := aard(waarden)) not in klaar.nagerekend:
            self._reken_na(klaar, argumenten, tuple(waarden))
            klaar.nagerekend.add(soort)
        self._klaar[sleutel] = klaar  # the last one used stands last
        if len(self._klaar) > MEEST:
            self._klaar.pop(next(iter(self._klaar)), None)
        return klaar.lees(tuple(waarden))

    def een(self, *argumenten: Any) -> Any | None:
        """The first row or None."""
        rijen = self.lees(*argumenten)
        return rijen[0] if rijen else None

    def _compileer(self, argumenten: tuple[Any, ...], waarden: tuple[Any, ...]) -> _Klaar:
        merken = [merk(waarde, nummer) for nummer, waarde in enumerate(waarden)]
        over = iter(merken)
        gemerkt = [_met_merken(argument, over) for argument in argumenten]
        klaar = _Klaar(self.maak(*gemerkt), {merk: nummer for nummer, merk in enumerate(merken)})
        self._reken_na(klaar, argumenten, waarden)
        if not NAREKENEN:
            klaar.vergeet()
        return klaar

    def _reken_na(self, klaar: _Klaar, argumenten: tuple[Any, ...], waarden: tuple[Any, ...]) -> None:
        rijen = self.maak(*argumenten)
        sql, params = _sql(rijen.query.get_compiler(rijen.db))
        if (sql, tuple(params)) != (klaar.sql, klaar.parameters(waarden)):
            raise RuntimeError(
                f"{self.maak.__qualname__} is geen vaste vraag: de vorm verandert met een waarde"
            )


def _met_merken(argument: Any, merken: Any) -> Any:
    if is_waarde(argument):
        return next(merken)
    if is_vormvast(argument):
        return argument.met_waarden(tuple(next(merken) for _ in argument.waarden))
    return argument


def vaste_vraag(maak: Callable[..., QuerySet]) -> VasteVraag:
    """Decorator: see the module."""
    return VasteVraag(maak)
