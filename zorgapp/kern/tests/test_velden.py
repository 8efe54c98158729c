"""Numbers that come in outside a form: what is none is none, and what is too big never becomes one."""

import pytest

from zorgapp.kern.pagina import gelezen_bladzijde
from zorgapp.kern.velden import gelezen_nummer, gelezen_versie

GEEN = (None, 7, "", "-1", "1.0", " 1", "1\x00", "٣", "²", "1e3", "9" * 19, "9" * 5000)


@pytest.mark.parametrize("ruw", GEEN)
def test_geen_nummer(ruw: object) -> None:
    assert gelezen_nummer(ruw) is None
    assert gelezen_versie(ruw) == 0


def test_een_nummer_tot_zijn_lengte() -> None:
    assert gelezen_nummer("0") == 0 and gelezen_nummer("0012") == 12
    assert gelezen_nummer("9" * 18) == 10**18 - 1
    assert gelezen_versie("9" * 9) == 10**9 - 1 and gelezen_versie("9" * 10) == 0
    assert [gelezen_bladzijde(p) for p in ("0", "3", "9999", "10000", None, "x")] == [1, 3, 9999, 1, 1, 1]
