"""The states of a meeting and of an agreement: what is not allowed says why, and every path ends somewhere."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondersteuning.workflow import StapNietToegestaan
from overleg.afspraakloop import KLAAR, Afspraakdaad, Afspraakstand, controleer, is_klaar, is_te_laat
from overleg.loop import NAAR, TOEGESTAAN, Overlegstatus, Stap, controleer_stap, mag_stap, na
from overleg.soorten import SOORTEN, Overlegsoort, te_plannen
from zorgapp.accounts.rollen import Rol


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(list(Stap)), max_size=12))
def test_afgesloten_gaat_alleen_weer_open(stappen: list[Stap]) -> None:
    status = Overlegstatus.GEPLAND
    for stap in stappen:
        if not mag_stap(status, stap):
            with pytest.raises(StapNietToegestaan) as fout:
                na(status, stap)
            assert str(fout.value).startswith("Dit overleg")
            continue
        nieuw = na(status, stap)
        if status == Overlegstatus.AFGESLOTEN and nieuw != status:
            assert stap == Stap.HEROPENEN
        if nieuw == Overlegstatus.AFGESLOTEN:
            assert status in {Overlegstatus.BEZIG, Overlegstatus.PAUZE, Overlegstatus.AFGESLOTEN}
        status = nieuw


def test_elke_stap_bestaat_ergens() -> None:
    assert set(TOEGESTAAN) == set(Overlegstatus)
    assert set().union(*TOEGESTAAN.values()) == set(Stap) and set(NAAR) < set(Stap)
    with pytest.raises(StapNietToegestaan, match="al afgesloten"):
        controleer_stap(Overlegstatus.AFGESLOTEN, Stap.AFSLUITEN)


@pytest.mark.regel(60)
def test_wat_klaar_is_en_wat_terugkomt() -> None:
    assert {Afspraakstand.GELUKT, Afspraakstand.NIET_NODIG} == KLAAR
    dag = date(2026, 11, 24)
    for stand in Afspraakstand:
        assert is_te_laat(stand, date(2026, 11, 23), dag) is not is_klaar(stand)
        assert not is_te_laat(stand, dag, dag)


def test_een_klare_afspraak_gaat_eerst_open() -> None:
    for daad in (
        Afspraakdaad.STAND,
        Afspraakdaad.UITGESTELD,
        Afspraakdaad.OVERGEDRAGEN,
        Afspraakdaad.GEWIJZIGD,
    ):
        controleer(Afspraakstand.LOOPT, daad)
        with pytest.raises(StapNietToegestaan, match="al klaar"):
            controleer(Afspraakstand.NIET_NODIG, daad)
    controleer(Afspraakstand.GELUKT, Afspraakdaad.HEROPEND)
    with pytest.raises(StapNietToegestaan, match="nog open"):
        controleer(Afspraakstand.LUKT_NIET, Afspraakdaad.HEROPEND)


def test_wie_welk_overleg_plant() -> None:
    assert set(SOORTEN) == set(Overlegsoort)
    assert te_plannen(frozenset({Rol.ZORGCOORDINATOR})) == list(Overlegsoort)
    assert te_plannen(frozenset({Rol.MENTOR})) == [Overlegsoort.MDO, Overlegsoort.LEERLINGBESPREKING]
    assert te_plannen(frozenset({Rol.DOCENT, Rol.EXTERNE, Rol.SCHOOLLEIDING})) == []
    assert not any(SOORTEN[s].externen for s in SOORTEN if s not in {Overlegsoort.ZAT, Overlegsoort.MDO})
