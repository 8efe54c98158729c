"""The states of a plan: every path keeps what was set, and a refusal says why."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.planloop import (
    NAAR,
    STAPRECHT,
    TOEGESTAAN,
    VASTE_STATUSSEN,
    Deelsoort,
    Planstap,
    Planstatus,
    Uitkomst,
    controleer_antwoord,
    controleer_reageren,
    controleer_voorleggen,
    mag_stap,
    na,
)
from beleid.plansjabloon import VOORSTEL, WAARVOOR
from beleid.planvergelijk import ERBIJ, GELIJK, WEG, deelverschillen, factorverschillen, stukken
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.rollen import RECHTEN, Recht, Rol

DAG = date(2026, 11, 24)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(list(Planstap)), max_size=14))
def test_vastgesteld_is_door_de_schoolleiding_gezien(stappen: list[Planstap]) -> None:
    """Whatever is tried in whatever order: only what lay before the schoolleiding is set, and set stays set."""
    status, vorige = Planstatus.CONCEPT, Planstatus.CONCEPT
    for stap in stappen:
        if not mag_stap(status, stap):
            with pytest.raises(StapNietToegestaan, match=r"^Dit plan"):
                na(status, stap)
            continue
        vorige, status = status, na(status, stap)
        if status == Planstatus.VASTGESTELD and vorige != status:
            assert vorige == Planstatus.VOORGELEGD and stap == Planstap.VASTSTELLEN
        if vorige in VASTE_STATUSSEN:
            assert status in VASTE_STATUSSEN and stap != Planstap.SCHRIJVEN
        if status == Planstatus.VOORGELEGD:
            assert not mag_stap(status, Planstap.SCHRIJVEN) and not mag_stap(status, Planstap.REAGEREN)


def test_elke_stap_bestaat_ergens_en_heeft_een_recht() -> None:
    assert set(TOEGESTAAN) == set(Planstatus) and set(NAAR) < set(Planstap)
    assert set().union(*TOEGESTAAN.values()) == set(Planstap) == set(STAPRECHT)
    zetters = {rol for rol, rechten in RECHTEN.items() if Recht.BELEID_VASTSTELLEN in rechten}
    assert zetters == {Rol.SCHOOLLEIDING}
    assert {s for s, r in STAPRECHT.items() if r == Recht.BELEID_VASTSTELLEN} == {
        Planstap.VASTSTELLEN,
        Planstap.TERUGSTUREN,
    }


def test_reageren_kan_tot_en_met_de_laatste_dag() -> None:
    controleer_reageren(Planstatus.BESPREKING, DAG, DAG)
    with pytest.raises(StapNietToegestaan, match="tot en met 24 november"):
        controleer_reageren(Planstatus.BESPREKING, DAG, DAG + timedelta(days=1))
    with pytest.raises(StapNietToegestaan):
        controleer_reageren(Planstatus.CONCEPT, None, DAG)


def test_voorleggen_wacht_op_het_team() -> None:
    controleer_voorleggen(Planstatus.CONCEPT, DAG + timedelta(days=3), 0, DAG)
    controleer_voorleggen(Planstatus.BESPREKING, DAG, 0, DAG + timedelta(days=1))
    with pytest.raises(StapNietToegestaan, match="nog reageren"):
        controleer_voorleggen(Planstatus.BESPREKING, DAG, 0, DAG)
    with pytest.raises(StapNietToegestaan, match="reacties open"):
        controleer_voorleggen(Planstatus.CONCEPT, None, 1, DAG)


@pytest.mark.parametrize(
    ("uitkomst", "zin"), [(Uitkomst.OPEN, "x"), ("onzin", "x"), (Uitkomst.VERWERKT, " ")]
)
def test_een_antwoord_heeft_een_zin(uitkomst: str, zin: str) -> None:
    with pytest.raises(StapNietToegestaan):
        controleer_antwoord(uitkomst, zin)
    controleer_antwoord(Uitkomst.NIET, "Dat past niet in de uren.")


@settings(max_examples=25, deadline=None)
@given(st.text("ab. \n…", max_size=60), st.text("ab. \n…", max_size=60))
def test_uit_het_verschil_komen_beide_teksten_terug(oud: str, nieuw: str) -> None:
    uit = stukken(oud, nieuw)
    assert "".join(s.tekst for s in uit if s.wat in (GELIJK, WEG)) == oud
    assert "".join(s.tekst for s in uit if s.wat in (GELIJK, ERBIJ)) == nieuw


def test_verschillen_van_delen_en_factoren() -> None:
    uit = deelverschillen({"visie": "Een. Twee.", "scholing": "x"}, {"visie": "Een. Drie.", "scholing": "x"})
    assert [d.naam for d in uit] == ["Visie"]
    assert [(s.wat, s.tekst) for s in uit[0].stukken] == [(GELIJK, "Een. "), (WEG, "Twee."), (ERBIJ, "Drie.")]
    assert [(s.wat, s.tekst) for s in stukken("Een.", "Een. Twee.\n")] == [
        (GELIJK, "Een."),
        (ERBIJ, " Twee.\n"),
    ]
    oud, nieuw = [("helpt", "A", 2), ("remt", "B", None)], [("helpt", "A", 4), ("remt", "C", 1)]
    assert factorverschillen(oud, nieuw) == ["Erbij (remt): C", "Weg (remt): B", "A: score 2, nu 4"]


def test_het_voorbeeld_is_kort_en_heel() -> None:
    assert set(VOORSTEL) == set(WAARVOOR) == set(Deelsoort)
    assert all(0 < len(tekst) < 450 and "!" not in tekst for tekst in VOORSTEL.values())
