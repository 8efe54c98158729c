"""What answers say together: counting, the two thresholds, the sentences; nothing but the answers decides."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondersteuning.lijstscore import Gegeven, Punt, Uitkomst, kop, scoor, telwoord, zinnen

PUNTEN = [
    Punt(0, "Helpt een klasgenoot", "pers", True),
    Punt(1, "Werkt niet door", "leer", False),
    Punt(2, "Komt te laat", "loop", False),
    Punt(3, "Levert werk niet in", "leer", False),
]


def gegeven(nummer: int, *waarden: int, opvallend: bool = True) -> Gegeven:
    return Gegeven(nummer, 100 + nummer, opvallend, waarden)


def uit(*gegevens: Gegeven, mensen: int = 2, punten: int = 3) -> Uitkomst:
    return scoor(PUNTEN, gegevens, drempel_mensen=mensen, drempel_punten=punten)


def test_de_voorbeeldzin() -> None:
    uitkomst = uit(*(gegeven(n, 0, 2, 0, 0) for n in range(3)))
    assert uitkomst.redenen == ("Drie docenten zien vaak: werkt niet door.",)
    assert uitkomst.aanleiding == (0, 1, 2) and uitkomst.domein == "leer"


def test_een_collega_minder_stelt_niets_voor() -> None:
    assert not uit(gegeven(1, 0, 2, 0, 0), gegeven(2, 0, 1, 0, 0)).stelt_voor
    assert uit(gegeven(1, 0, 2, 0, 0), gegeven(2, 0, 2, 0, 0)).stelt_voor


def test_een_collega_met_veel_punten() -> None:
    uitkomst = uit(gegeven(1, 0, 2, 2, 2))
    assert uitkomst.redenen == ("Eén docent ziet vaak: werkt niet door; komt te laat; levert werk niet in.",)
    assert uitkomst.domein == ""  # two domains: a person chooses
    assert not uit(gegeven(1, 0, 2, 2, 1)).stelt_voor


def test_wat_goed_gaat_stelt_nooit_iets_voor() -> None:
    assert not uit(*(gegeven(n, 2, 0, 0, 0) for n in range(9))).stelt_voor


def test_wat_al_gezegd_is_staat_er_een_keer() -> None:
    uitkomst = uit(gegeven(1, 0, 2, 2, 2), gegeven(2, 0, 2, 2, 2))
    assert uitkomst.redenen == (
        "Twee docenten zien vaak: werkt niet door; komt te laat; levert werk niet in.",
    )


def test_niet_opvallend_telt_als_gekeken() -> None:
    uitkomst = uit(gegeven(1, 0, 2, 0, 0), gegeven(2, opvallend=False))
    assert (uitkomst.waarnemers, uitkomst.opvallend) == (2, 1)
    assert kop(uitkomst) == "Twee docenten keken mee; één ziet iets."
    assert kop(uit(gegeven(2, opvallend=False))) == "Eén docent keek mee; niemand ziet iets opvallends."


def test_deelscores_per_domein() -> None:
    leer, loop = uit(gegeven(1, 0, 2, 1, 1), gegeven(2, 0, 1, -1, 0)).deelscores
    assert (leer.domein, leer.som, leer.hoogst) == ("leer", 4, 8)
    assert (loop.domein, loop.som, loop.hoogst) == ("loop", 1, 2)
    assert [len(s.vaak) for s in leer.punten] == [1, 0] and leer.punten[0].soms == (2,)


def test_zinnen_beginnen_met_wat_goed_gaat() -> None:
    regels = zinnen(uit(gegeven(1, 2, 2, 1, 0)))
    assert regels == [
        "Eén docent ziet vaak: helpt een klasgenoot.",
        "Eén docent ziet vaak: werkt niet door.",
        "Soms gezien: komt te laat.",
    ]


def test_andere_woorden_voor_mentoren() -> None:
    uitkomst = scoor(
        PUNTEN,
        [gegeven(1, 0, 2), gegeven(2, 0, 2)],
        drempel_mensen=2,
        drempel_punten=4,
        een="mentor",
        meer="mentoren",
    )
    assert uitkomst.redenen == ("Twee mentoren zien vaak: werkt niet door.",)


@pytest.mark.parametrize(("aantal", "woord"), [(0, "geen"), (1, "één"), (12, "twaalf"), (13, "13")])
def test_telwoord(aantal: int, woord: str) -> None:
    assert telwoord(aantal) == woord


waarden = st.lists(st.integers(-1, 2), min_size=0, max_size=4).map(tuple)
antwoorden = st.lists(
    st.builds(Gegeven, st.integers(1, 99), st.integers(1, 9), st.booleans(), waarden), max_size=8
)


@given(antwoorden, st.integers(2, 9), st.integers(2, 15))
def test_voorstel_is_precies_de_twee_regels(gegevens: list[Gegeven], mensen: int, punten: int) -> None:
    gegevens = [replace(g, id=n) for n, g in enumerate(gegevens)]
    uitkomst = scoor(PUNTEN, gegevens, drempel_mensen=mensen, drempel_punten=punten)
    zorg = [p for p in PUNTEN if not p.sterk]
    per_punt = [sum(g.waarde(p) == 2 for g in gegevens) for p in zorg]
    per_mens = [sum(g.waarde(p) == 2 for p in zorg) for g in gegevens]
    verwacht = max(per_punt, default=0) >= mensen or max(per_mens, default=0) >= punten
    assert uitkomst.stelt_voor == verwacht
    assert set(uitkomst.aanleiding) <= {g.id for g in gegevens if g.opvallend}
    assert bool(uitkomst.aanleiding) == verwacht


@given(antwoorden, st.permutations(range(8)))
def test_volgorde_van_antwoorden_doet_er_niet_toe(gegevens: list[Gegeven], volgorde: list[int]) -> None:
    gegevens = [replace(g, id=n) for n, g in enumerate(gegevens)]
    anders = [gegevens[n] for n in volgorde if n < len(gegevens)]
    een, ander = (scoor(PUNTEN, g, drempel_mensen=2, drempel_punten=3) for g in (gegevens, anders))
    assert sorted(een.redenen) == sorted(ander.redenen)
    assert set(een.aanleiding) == set(ander.aanleiding) and een.domein == ander.domein
