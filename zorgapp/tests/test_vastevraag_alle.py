"""Every fixed question of the application: whoever asked first, the next person's question is his own.

Two people of one shape (the same roles, other numbers, another school, day or absent colleague) share what was
compiled. Each question is compiled for the one and compared with what the ORM would ask for the other, as the text
that PostgreSQL gets: values that are written into the SQL, and values that are filled in.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

import pytest
from django.core.exceptions import EmptyResultSet
from django.db import connection
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from psycopg import ClientCursor

import beleid
import leerlingen
import ondersteuning
import overleg
import zorgapp
from leerlingen.models.partner import Partnersoort
from ondersteuning.eigenaren import _eigenaar_rangen
from ondersteuning.models import Linksoort
from ondersteuning.trajectkeuze import _begeleider_rangen
from ondersteuning.workflow import SignaalStatus
from overleg.afspraaklijst import Toon, Wie
from zorgapp.accounts.eigendom import soorten
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.pagina import Bereik
from zorgapp.kern.vastevraag import VasteVraag
from zorgapp.kern.waarden import Nummers, Tekst
from zorgapp.web.tijdlijn import GROEPEN

GROND = {"tests", "testing", "migrations", "management", "runtime", "demo"}
# Text that is part of the shape: all that the callers let through.
KEUZES = {
    "beginjaar": ["2025", "2026"],
    "blik": ["", "klas", "mentor", "zorgteam", "coordinator"],
    "groep": ["", *GROEPEN],
    "hgwblik": ["", "heel", "coordinator"],
    "oppblik": ["heel", "les"],
    "domein": ["", *Domein.values],
    "toon": ["aflopend", "alle", *Toon.values],
    "wie": [*Wie.values],
    "groepsoort": ["k", "g"],
    "figuren": ["signalen", "leerlingen", "besluiten"],
}


def _modules() -> Iterator[Any]:
    for pakket in (zorgapp, leerlingen, ondersteuning, overleg, beleid):
        for module in pkgutil.walk_packages(pakket.__path__, f"{pakket.__name__}."):
            if not GROND & set(module.name.split(".")):
                yield import_module(module.name)


def _vragen() -> dict[str, VasteVraag]:
    return {
        f"{module.__name__}.{naam}": waarde
        for module in _modules()
        for naam, waarde in vars(module).items()
        if isinstance(waarde, VasteVraag) and waarde.maak.__module__ == module.__name__
    }


VRAGEN = _vragen()

# Few numbers, so that a person, a place and a pupil often share one; and what SQL could trip over.
nummer = st.integers(1, 4) | st.sampled_from([2_000_000_000, 2_000_000_001, 2**31, 2**63 - 1])
dag = st.dates(date(1900, 1, 1), date(9999, 12, 1)) | st.sampled_from([date(9000, 1, 1), date(9000, 1, 2)])
moment = st.datetimes(datetime(1900, 1, 1), datetime(9999, 1, 1), timezones=st.just(UTC))
tekst = st.sampled_from(["", "%s", "%(a)s", "' OR true --", "\\", "\x020\x03", "é", "H3b"]) | st.text(
    st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=9
)  # what PostgreSQL cannot hold is taken out at the door
aanstelling = st.builds(
    Aanstelling,
    rol=st.sampled_from(Rol),
    user_id=nummer,
    vestiging_id=st.none() | nummer,
    afdeling_id=st.none() | nummer,
)


_nummers = st.lists(nummer, max_size=3).map(Nummers)


@st.composite
def werkplek(draw: st.DrawFn) -> Werkplek:
    """Somebody with roles of his own and of colleagues he stands in for."""
    wie = draw(nummer)
    eigen = draw(st.lists(aanstelling, min_size=1, max_size=3))
    for een in eigen:
        een.user_id = wie
    vervangt = draw(st.lists(aanstelling, max_size=3))
    user, school = (
        User(pk=wie, voornaam="Zo", email="zo@x.example"),
        School(pk=draw(nummer), naam="Zo", brin="99ZZ"),
    )
    return Werkplek(user, school, draw(dag), tuple(eigen), tuple(vervangt))


def _strategie(naam: str, soort: Any) -> st.SearchStrategy[Any]:
    if isinstance(soort, UnionType):
        return st.one_of(*[_strategie(naam, deel) for deel in get_args(soort)])
    if soort == tuple[str, ...]:
        return st.lists(st.sampled_from(KEUZES[naam]), min_size=1, unique=True).map(tuple)
    if soort is str:
        return st.sampled_from(KEUZES[naam])
    return {
        NoneType: st.none(),
        Werkplek: werkplek(),
        bool: st.booleans(),
        int: nummer,
        date: dag,
        datetime: moment,
        Tekst: tekst.filter(lambda t: "\x00" not in t).map(Tekst),
        Nummers: _nummers,
        Bereik: st.builds(Bereik, st.integers(0, 2), st.integers(3, 5)),
        SignaalStatus: st.sampled_from(SignaalStatus),
        Lijn: st.sampled_from(Lijn),
        Partnersoort: st.sampled_from(Partnersoort),
        Linksoort: st.sampled_from(Linksoort),
    }[soort]


def _kring(rangen: Any, *om: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Arguments of the short list of colleagues: a function of who is likely, with what that one needs."""
    rollen = st.frozensets(st.sampled_from(Rol), min_size=1)
    return st.tuples(st.just(rangen), rollen, nummer, dag, _nummers, *om)


# Questions whose shape is more than the types of their arguments.
EIGEN: dict[str, Callable[[], st.SearchStrategy[tuple[Any, ...]]]] = {
    "zorgapp.accounts.collegas._waarschijnlijk": lambda: (
        _kring(_eigenaar_rangen, _nummers, st.none() | nummer, dag) | _kring(_begeleider_rangen, nummer)
    ),
    "zorgapp.accounts.eigendom._werk_en_rollen": lambda: st.tuples(
        st.lists(st.sampled_from([s.sleutel for s in soorten()]), unique=True).map(tuple),
        nummer,
        nummer,
        dag,
    ),
    "leerlingen.access_partners._lang_wachten": lambda: st.tuples(nummer, dag, st.tuples(st.integers(1, 60))),
}


def _argumenten(naam: str, vraag: VasteVraag) -> st.SearchStrategy[tuple[Any, ...]]:
    if naam in EIGEN:
        return EIGEN[naam]()
    typen = get_type_hints(vraag.maak)
    return st.tuples(*(_strategie(n, typen[n]) for n in inspect.signature(vraag.maak).parameters))


@st.composite
def _anders(draw: st.DrawFn, argument: Any) -> Any:
    """Another argument of the same shape; a Werkplek of other people at another school on another day."""
    if not isinstance(argument, Werkplek):
        strategie = {int: nummer, Tekst: tekst.map(Tekst), Nummers: st.lists(nummer).map(Nummers)}
        strategie |= {date: dag, datetime: moment}
        return draw(strategie.get(type(argument), st.just(argument)))
    getallen = draw(st.lists(nummer, min_size=len(argument.waarden), max_size=len(argument.waarden)))
    ander = argument.met_waarden((getallen[0], getallen[1], draw(dag), *getallen[3:]))
    assume(ander.vorm == argument.vorm)  # two numbers became the same: that is another shape
    return ander


def _gevraagd(sql: str, params: tuple[Any, ...]) -> str:
    """What goes to PostgreSQL, with every value in its place."""
    return ClientCursor(connection.connection).mogrify(sql, params) if sql else ""


def _waarden(argumenten: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values among the arguments, in order."""
    waarden: list[Any] = []
    for een in argumenten:
        if isinstance(een, Werkplek):
            waarden.extend(een.waarden)
        elif isinstance(een, int | date | Tekst | Nummers) and not isinstance(een, bool):
            waarden.append(een)
    return tuple(waarden)


def test_ze_zijn_er() -> None:
    assert len(VRAGEN) > 25


@pytest.mark.django_db
@pytest.mark.parametrize("naam", sorted(VRAGEN))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_de_volgende_krijgt_zijn_eigen_vraag(naam: str, data: st.DataObject) -> None:
    connection.ensure_connection()
    vraag = VRAGEN[naam]
    eerste = data.draw(_argumenten(naam, vraag))
    tweede = tuple(data.draw(_anders(een)) for een in eerste)
    klaar = vraag._compileer(eerste, _waarden(eerste))
    rijen = vraag(*tweede)
    try:
        zelf = _gevraagd(*rijen.query.get_compiler(rijen.db).as_sql())
    except EmptyResultSet:
        zelf = ""
    waarden = _waarden(tweede)
    assert _gevraagd(klaar.sql, klaar.parameters(waarden)) == zelf
    ingevuld = [v if plek is None else waarden[plek] for v, plek in klaar.open]
    gevuld = tuple(list(v) if isinstance(v, Nummers) else v for v in ingevuld)
    assert _gevraagd(klaar.vaste_sql, gevuld) == zelf
