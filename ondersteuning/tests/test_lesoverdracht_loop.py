"""The states of a hand-over as data: every step that is not allowed is refused, and any sequence keeps the rules."""

import contextlib
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondersteuning.klokken_overdracht import klacht_uiterlijk, termijnen
from ondersteuning.overdrachtloop import (
    AFRONDINGEN,
    OPEN,
    STAPPEN,
    Afronding,
    LoopStatus,
    OntvangerStatus,
    Stap,
    StapGeweigerd,
    Uitkomst,
    rond_af,
    volgende,
)
from zorgapp.kern.schooljaar import Periode, is_schooldag, schooldagen_tussen

KLAAR = [(OntvangerStatus.BERICHT, Uitkomst.GELUKT)]


@pytest.mark.parametrize(("status", "stap"), list(product(OntvangerStatus, Stap)))
def test_elke_stap_van_een_docent(status: OntvangerStatus, stap: Stap) -> None:
    if stap in STAPPEN[status]:
        assert volgende(status, stap) == STAPPEN[status][stap]
    else:
        with pytest.raises(StapGeweigerd):
            volgende(status, stap)


@pytest.mark.parametrize(("status", "keuze"), list(product(LoopStatus, Afronding)))
def test_elke_afronding(status: LoopStatus, keuze: Afronding) -> None:
    if keuze in AFRONDINGEN[status]:
        assert rond_af(status, keuze, KLAAR) == AFRONDINGEN[status][keuze]
    else:
        with pytest.raises(StapGeweigerd):
            rond_af(status, keuze, KLAAR)


def test_niemand_bevestigt_zonder_te_lezen() -> None:
    """A report comes after a confirmation, never straight from what was given."""
    assert Stap.BERICHT not in STAPPEN[OntvangerStatus.GEGEVEN]


def test_het_hele_verhaal_van_een_docent() -> None:
    status = OntvangerStatus.GEGEVEN
    for stap in (Stap.BEVESTIG, Stap.PROBEER, Stap.BERICHT):
        status = volgende(status, stap)
    assert status == OntvangerStatus.BERICHT


ONTVANGERS = st.lists(
    st.tuples(st.sampled_from(OntvangerStatus), st.sampled_from(["", *Uitkomst.values])), max_size=5
)


@given(ONTVANGERS)
def test_in_de_les_alleen_als_het_bij_iedereen_zit(ontvangers: list[tuple[str, str]]) -> None:
    """Only with a teacher who has it, when each of those reported and none says that it did not work."""
    actief = [(s, u) for s, u in ontvangers if s != OntvangerStatus.VERVANGEN]
    mag = bool(actief) and all(s == OntvangerStatus.BERICHT and u != Uitkomst.NIET for s, u in actief)
    if mag:
        assert rond_af(LoopStatus.LOOPT, Afronding.IN_DE_LES, ontvangers) == LoopStatus.IN_DE_LES
    else:
        with pytest.raises(StapGeweigerd):
            rond_af(LoopStatus.LOOPT, Afronding.IN_DE_LES, ontvangers)


@given(st.lists(st.one_of(st.sampled_from(Stap), st.sampled_from(Afronding)), max_size=30))
def test_wat_dicht_is_blijft_dicht(stappen: list[Stap | Afronding]) -> None:
    """Whatever is tried in whatever order: a closed hand-over stays as it is, and a report needs a confirmation."""
    docent, heel, bevestigd = OntvangerStatus.GEGEVEN, LoopStatus.LOOPT, False
    for stap in stappen:
        voor = heel
        with contextlib.suppress(StapGeweigerd):
            if isinstance(stap, Stap):
                docent = volgende(docent, stap)
                bevestigd |= stap == Stap.BEVESTIG
            else:
                heel = rond_af(heel, stap, [(docent, Uitkomst.DEELS)])
        assert voor in OPEN or heel == voor
        assert docent != OntvangerStatus.BERICHT or bevestigd
        assert heel != LoopStatus.IN_DE_LES or voor == heel or docent == OntvangerStatus.BERICHT


VRIJ = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 60)).map(
        lambda w: Periode(w[0], w[0] + timedelta(days=w[1]))
    ),
    max_size=6,
)


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)), st.integers(1, 20), st.integers(1, 20), VRIJ)
def test_termijnen_tellen_alleen_schooldagen(dag: date, dagen: int, weken: int, vrij: list[Periode]) -> None:
    klok = termijnen(dag, dagen, weken, vrij)
    assert is_schooldag(klok.bevestig_voor, vrij) and is_schooldag(klok.bericht_op, vrij)
    assert schooldagen_tussen(dag, klok.bevestig_voor, vrij) == dagen
    assert schooldagen_tussen(dag, klok.bericht_op, vrij) == max(dagen, 5 * weken)
    assert dag < klok.bevestig_voor <= klok.bericht_op


def test_zes_schoolweken_over_de_kerstvakantie() -> None:
    """Given on Tuesday 24 November: two free weeks push the report from 5 to 19 January."""
    kerst = [Periode(date(2026, 12, 19), date(2027, 1, 3))]
    assert termijnen(date(2026, 11, 24), 5, 6, []).bericht_op == date(2027, 1, 5)
    assert termijnen(date(2026, 11, 24), 5, 6, kerst).bericht_op == date(2027, 1, 19)
    assert klacht_uiterlijk(date(2026, 11, 24), 20, kerst) == date(2027, 1, 5)
