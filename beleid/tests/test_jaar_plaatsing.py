"""Where the lines of the jaarkalender land: school days, nearest weeks, legal last days."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.jaarplaatsing import in_jaar, plaats_alle, schoolweken, vakanties_in, zelfde_week
from beleid.jaarsjabloon import REGELS, WETTELIJK
from beleid.jaarstroken import Strook
from zorgapp.kern.schooljaar import Periode, Schooljaar, is_schooldag

JAAR = Schooljaar(2026)
ZOMER = Periode(date(2026, 7, 18), date(2026, 8, 30))
HERFST = Periode(date(2026, 10, 17), date(2026, 10, 25))
KERST = Periode(date(2026, 12, 19), date(2027, 1, 3))
NA = Periode(date(2027, 7, 10), date(2027, 8, 22))
VRIJ = (ZOMER, HERFST, KERST, NA)


def _van(sleutel: str, vrij: tuple[Periode, ...] = VRIJ, jaar: Schooljaar = JAAR):
    return next(p for p in plaats_alle(jaar, vrij) if p.regel.sleutel == sleutel)


@st.composite
def vakanties(draw: st.DrawFn) -> tuple[Periode, ...]:
    """Up to eight free periods of at most seven weeks, anywhere around the year, also over each other."""
    begin = st.dates(JAAR.begin - timedelta(days=40), JAAR.eind)
    paren = draw(st.lists(st.tuples(begin, st.integers(0, 48)), max_size=8))
    return tuple(Periode(van, van + timedelta(days=lang)) for van, lang in paren)


@settings(max_examples=25, deadline=None)
@given(vakanties())
def test_niets_valt_in_een_vakantie_of_buiten_het_jaar(vrij: tuple[Periode, ...]):
    plaatsen = plaats_alle(JAAR, vrij)
    assert len(plaatsen) == len(REGELS)
    for p in plaatsen:
        assert JAAR.begin <= p.van <= p.tot <= JAAR.eind
        assert is_schooldag(p.van, vrij) and is_schooldag(p.tot, vrij)
        if p.regel.uiterlijk and not p.te_laat:
            assert p.tot <= in_jaar(JAAR, p.regel.maand, p.regel.dag)


@settings(max_examples=25, deadline=None)
@given(vakanties(), st.sampled_from([r for r in REGELS if not r.uiterlijk]))
def test_geen_schoolweek_ligt_dichterbij(vrij: tuple[Periode, ...], regel):
    maandag = in_jaar(JAAR, regel.maand, regel.dag)
    maandag -= timedelta(days=maandag.weekday())
    afstand = {
        abs((week.van - timedelta(days=week.van.weekday()) - maandag).days)
        for week in schoolweken(JAAR, vrij)
    }
    van = _van(regel.sleutel, vrij).van
    assert abs((van - timedelta(days=van.weekday()) - maandag).days) == min(afstand)


def test_een_week_die_wegvalt_schuift_naar_de_dichtstbije():
    assert _van("opp_nieuw").van == date(2026, 10, 5) and not _van("opp_nieuw").geschoven
    weg = (*VRIJ, Periode(date(2026, 10, 5), date(2026, 10, 9)))
    schuift = _van("opp_nieuw", weg)
    assert schuift.van == date(2026, 10, 12) and schuift.geschoven
    assert schuift.tot == date(
        2026, 11, 6
    )  # three school weeks, the autumn holiday in between does not count


def test_overgenomen_opps_uiterlijk_twaalf_september():
    assert _van("opp_overgenomen").tot == date(2026, 9, 11)  # the 12th is a Saturday
    assert _van("opp_overgenomen", (), Schooljaar(2028)).tot == date(2028, 9, 12)


def test_wat_voor_de_zomer_klaar_moet_eindigt_op_de_laatste_schooldag():
    assert _van("opp_klaar").tot == _van("schoolgids").tot == date(2027, 7, 9)
    assert _van("opp_klaar", ()).tot == date(2027, 7, 30)


def test_begint_een_jaar_laat_dan_blijft_een_oude_laatste_dag_zichtbaar_te_laat():
    laat = _van("opp_overgenomen", (Periode(date(2026, 7, 1), date(2026, 9, 20)),))
    assert laat.te_laat and laat.van == date(2026, 9, 21)


def test_een_jaar_zonder_vakanties_kan_en_wordt_gezien():
    assert vakanties_in(JAAR, ()) == 0 and len(plaats_alle(JAAR, ())) == len(REGELS)
    assert vakanties_in(JAAR, (Periode(date(2026, 10, 5), date(2026, 10, 5)),)) == 0
    assert vakanties_in(JAAR, VRIJ) == 3
    assert vakanties_in(JAAR, (ZOMER,)) == 0  # entered with the year before
    assert vakanties_in(JAAR, (Periode(date(2025, 10, 5), date(2025, 10, 15)),)) == 0


def test_een_jaar_dat_helemaal_vrij_is_breekt_niets():
    overal = (Periode(JAAR.begin, JAAR.eind),)
    assert schoolweken(JAAR, overal) == []
    assert all(p.geschoven and JAAR.begin <= p.van <= JAAR.eind for p in plaats_alle(JAAR, overal))


@settings(max_examples=25, deadline=None)
@given(vakanties(), st.dates(date(2025, 8, 1), date(2026, 7, 31)), st.integers(0, 60))
def test_zelfde_week_een_jaar_later_blijft_in_het_jaar(vrij: tuple[Periode, ...], van: date, lang: int):
    weken = schoolweken(JAAR, vrij)
    nieuw = zelfde_week(van, van + timedelta(days=lang), JAAR, weken)
    assert JAAR.begin <= nieuw.van <= nieuw.tot <= JAAR.eind
    assert any(week.van <= nieuw.van <= week.tot for week in weken)


def test_elke_regel_past_in_de_tabel_en_elke_maand_heeft_iets():
    assert len({regel.sleutel for regel in REGELS}) == len(REGELS)
    assert all(len(r.sleutel) <= 40 and len(r.titel) <= 100 and len(r.toelichting) <= 600 for r in REGELS)
    assert {regel.maand for regel in REGELS} == set(range(1, 13))
    assert {regel.strook for regel in REGELS} == set(Strook)
    assert {(m, d) for m, d, _ in WETTELIJK} >= {(9, 12), (10, 1), (5, 1), (7, 31), (8, 1)}
