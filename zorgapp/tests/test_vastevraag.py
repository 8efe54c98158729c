"""A query that is compiled once gives the same rows as the one it was made from, for anybody and on any day."""

import gc
from datetime import date, timedelta
from types import FunctionType, ModuleType
from typing import Any

import pytest
from django.db import connection
from django.db.models import Exists, Field, OuterRef, QuerySet, Value
from django.db.models.functions import TruncYear
from django.db.models.sql import Query
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.models import Leerling
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern import vastevraag
from zorgapp.kern.vastevraag import VasteVraag, vaste_vraag
from zorgapp.kern.waarden import Nummers, Tekst
from zorgapp.testing.fabriek import maak_leerling

DAG = date(2026, 11, 24)


@pytest.fixture
def drie(school: School) -> list[Leerling]:
    """Three pupils by name; the last one left."""
    rijen = [maak_leerling(school, achternaam=naam) for naam in ("Aa", "O'Brien 50%", "Zz")]
    Leerling.objects.filter(pk=rijen[2].pk).update(uitgeschreven_op=DAG)
    return rijen


@vaste_vraag
def _met_naam(school_id: int, naam: Tekst) -> QuerySet:
    return Leerling.objects.filter(school_id=school_id, achternaam=naam)


@vaste_vraag
def _onder(nummers: Nummers, dag: date | None) -> QuerySet:
    rijen = Leerling.objects.filter(pk__onder=nummers).order_by("pk")
    return rijen if dag is None else rijen.filter(uitgeschreven_op__lte=dag)


def test_elke_keer_de_eigen_waarden(drie: list[Leerling], school: School) -> None:
    for een in drie:
        assert (
            _met_naam.lees(school.pk, Tekst(een.achternaam))
            == [een]
            == list(_met_naam(school.pk, een.achternaam))
        )
    assert _met_naam.lees(school.pk + 1, Tekst("Aa")) == [] and _met_naam.een(school.pk, Tekst("Bb")) is None
    assert len(_met_naam._klaar) == 1


def test_bouwt_niet_opnieuw(drie: list[Leerling], school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    keren = []

    def maak(school_id: int) -> QuerySet:
        keren.append(school_id)
        return Leerling.objects.filter(school_id=school_id)

    vraag = VasteVraag(maak)
    monkeypatch.setattr(vastevraag, "NAREKENEN", False)
    for _ in range(4):
        assert len(vraag.lees(school.pk)) == 3
    assert len(keren) == 2 and keren[1] == school.pk  # once with markers, once to compare


def test_een_lijst_nummers_is_een_parameter(drie: list[Leerling]) -> None:
    for aantal in (0, 1, 3, 2):
        gekozen = [een.pk for een in drie[:aantal]]
        assert [een.pk for een in _onder.lees(Nummers(gekozen), None)] == gekozen
    assert _onder.lees(Nummers(een.pk for een in drie), DAG) == [drie[2]]
    assert _onder.lees(Nummers(een.pk for een in drie), DAG - timedelta(days=1)) == []
    assert len(_onder._klaar) == 2  # with a day and without


def test_een_keuze_staat_letterlijk_in_de_vraag(drie: list[Leerling]) -> None:
    vraag = VasteVraag(lambda school_id, naam: Leerling.objects.filter(school_id=school_id, achternaam=naam))
    with CaptureQueriesContext(connection) as vragen:
        assert vraag.lees(drie[1].school_id, "O'Brien 50%") == [drie[1]]
    assert "'O''Brien 50%'" in vragen[-1]["sql"]
    assert vraag.lees(drie[1].school_id, "' OR true --") == []


def test_kolommen_erbij_en_rijen_als_lijst(drie: list[Leerling], school: School) -> None:
    vraag = VasteVraag(lambda s: Leerling.objects.filter(school_id=s).annotate(x=Value("é%s")).order_by("pk"))
    assert [een.x for een in vraag.lees(school.pk)] == ["é%s"] * 3
    lijst = VasteVraag(lambda s: vraag(s).values_list("achternaam", "x"))
    assert lijst.lees(school.pk)[1] == ("O'Brien 50%", "é%s")
    niets = VasteVraag(lambda s: Leerling.objects.filter(school_id=s).none())
    assert niets.lees(school.pk) == []


def test_een_getal_dat_nergens_past(drie: list[Leerling]) -> None:
    for reus in (2**63, -(2**63) - 1, 10**40):
        assert _met_naam.lees(reus, Tekst("Aa")) == []


@pytest.mark.parametrize(
    "maak",
    [
        lambda dag, aantal: Leerling.objects.filter(uitgeschreven_op__lte=dag - timedelta(days=1)),
        lambda dag, aantal: Leerling.objects.order_by("pk")[:aantal],
        lambda dag, aantal: Leerling.objects.filter(pk__gt=aantal % 7),
        lambda dag, aantal: Leerling.objects.filter(pk=1) if aantal > 2000 else Leerling.objects.filter(pk=2),
    ],
)
def test_rekenen_met_een_waarde_wordt_geweigerd(school: School, maak: Any) -> None:
    with pytest.raises(RuntimeError, match="geen vaste vraag"):
        VasteVraag(maak).lees(DAG, 3)


@pytest.mark.parametrize(
    ("maak", "eerst", "dan"),
    [
        (lambda n: Leerling.objects.filter(pk=n) if n else Leerling.objects.all(), 2000, 0),
        (lambda n: Leerling.objects.filter(pk=n) if n != 7 else Leerling.objects.all(), 2000, 7),
        (
            lambda d: Leerling.objects.filter(uitgeschreven_op=d if d.month != 7 else None),
            DAG,
            date(2027, 7, 1),
        ),
        (
            lambda t: Leerling.objects.filter(achternaam=t) if t else Leerling.objects.all(),
            Tekst("Bos"),
            Tekst(),
        ),
    ],
    ids=["nul", "een klein getal", "een andere maand", "een lege tekst"],
)
def test_een_andere_soort_waarde_wordt_nagerekend(school: School, maak: Any, eerst: Any, dan: Any) -> None:
    """A question that is another one for some values is refused when those come, however often it went well before."""
    vraag = VasteVraag(maak)
    for _ in range(3):
        vraag.lees(eerst)
    with pytest.raises(RuntimeError, match="geen vaste vraag"):
        vraag.lees(dan)


def test_tweemaal_hetzelfde_getal_wordt_nagerekend(school: School) -> None:
    vraag = VasteVraag(lambda a, b: Leerling.objects.filter(pk__in={a, b}))
    vraag.lees(2000, 3000)
    with pytest.raises(RuntimeError, match="geen vaste vraag"):
        vraag.lees(4000, 4000)


def test_prefetch_wordt_geweigerd(school: School) -> None:
    with pytest.raises(RuntimeError, match="prefetch"):
        VasteVraag(lambda s: Leerling.objects.filter(school_id=s).prefetch_related("plaatsingen")).lees(1)


def test_van_te_veel_vormen_gaat_de_langst_ongebruikte(
    drie: list[Leerling], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vastevraag, "MEEST", 2)
    vraag = VasteVraag(lambda naam: Leerling.objects.filter(achternaam=naam))
    for naam in ("a", "b", "a", "Aa"):
        assert [een.achternaam for een in vraag.lees(naam)] == (["Aa"] if naam == "Aa" else [])
    assert list(vraag._klaar) == [(("a",),), (("Aa",),)]


def test_houdt_alleen_vast_wat_lezen_nodig_heeft(
    drie: list[Leerling], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker keeps hundreds of questions: of Django's query, most of each, nothing may stay behind."""
    monkeypatch.setattr(vastevraag, "NAREKENEN", False)

    @vaste_vraag
    def vraag(dag: date) -> QuerySet:
        eerder = Leerling.objects.filter(school=OuterRef("school"), uitgeschreven_op__lte=dag)
        rijen = Leerling.objects.select_related("school").annotate(
            met=Exists(eerder), jaar=TruncYear("uitgeschreven_op")
        )
        return rijen.order_by("achternaam")

    for _ in range(2):
        gelezen = vraag.lees(DAG)
        assert gelezen == drie and all(een.met for een in gelezen)
        assert [een.jaar for een in gelezen] == [None, None, date(2026, 1, 1)]
        assert {een.school.naam for een in gelezen} == {drie[0].school.naam}
    stapel, gezien = [*vraag._klaar.values()], set()
    while stapel:
        ding = stapel.pop()
        assert not isinstance(ding, Query)
        if id(ding) not in gezien and not isinstance(ding, type | ModuleType | Field | FunctionType):
            gezien.add(id(ding))
            stapel += gc.get_referents(ding)
    assert len(gezien) > 20


nummer = st.integers(1, 9)
aanstelling = st.builds(
    Aanstelling,
    rol=st.sampled_from(Rol),
    user_id=nummer,
    vestiging_id=st.none() | nummer,
    afdeling_id=st.none() | nummer,
)


@given(st.lists(aanstelling, max_size=4), st.lists(aanstelling, max_size=3), nummer)
def test_werkplek_houdt_zijn_vorm(
    eigen: list[Aanstelling], vervangt: list[Aanstelling], user_id: int
) -> None:
    werkplek = Werkplek(User(pk=user_id), School(pk=7), DAG, tuple(eigen), tuple(vervangt))
    gelijk = werkplek.met_waarden(werkplek.waarden)
    assert (gelijk.vorm, gelijk.waarden) == (werkplek.vorm, werkplek.waarden)
    assert (gelijk.rollen, gelijk.namens, gelijk.rechten) == (
        werkplek.rollen,
        werkplek.namens,
        werkplek.rechten,
    )
    ander = werkplek.met_waarden((100, 101, DAG, *range(200, 197 + len(werkplek.waarden))))
    assert ander.vorm == werkplek.vorm and ander.school.pk == 101 and ander.user.pk == 100
