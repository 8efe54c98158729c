"""Pictures as SVG: fixed colours with a class, a title, nothing inline, and no text that is not escaped."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zorgapp.kern.charts import BREED, HOOG, stappen, voor_en_na

SCHAAL = [(-2, "begin"), (-1, "onderweg"), (0, "gelukt"), (1, "meer"), (2, "veel meer")]
DAG = date(2026, 11, 24)
PUNT = st.tuples(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(-2, 2))


def controleer(svg: str) -> ET.Element:
    assert not re.search(r"style=|<style|<script|var\(|currentColor", svg)
    boom = ET.fromstring(svg)
    assert boom.find("title") is not None and boom.attrib["role"] == "img"
    for vorm in boom.iter():
        if vorm.tag in {"path", "circle", "g"}:
            assert re.search(r"#[0-9A-F]{6}", f"{vorm.get('fill')} {vorm.get('stroke')}")
            assert vorm.get("class", "").startswith("v-")
    return boom


@given(punten=st.lists(PUNT, min_size=1, max_size=12))
def test_stappen_blijven_binnen_het_beeld(punten: list[tuple[date, int]]) -> None:
    boom = controleer(stappen("Doel", sorted(punten), SCHAAL, 0))
    stippen = boom.findall("circle")
    assert len(stippen) == len(punten)
    assert all(0 <= float(s.attrib["cx"]) <= BREED and 0 <= float(s.attrib["cy"]) <= HOOG for s in stippen)


def test_hoger_staat_hoger_en_later_rechts() -> None:
    boom = controleer(stappen("Doel", [(DAG, -2), (DAG + timedelta(days=9), 1)], SCHAAL))
    eerste, tweede = boom.findall("circle")
    assert float(tweede.attrib["cx"]) > float(eerste.attrib["cx"])
    assert float(tweede.attrib["cy"]) < float(eerste.attrib["cy"])


def test_tekst_wordt_veilig() -> None:
    svg = stappen("<script>x</script>", [(DAG, 0)], [(0, "<b>")])
    assert "<script>" not in svg and "<b>" not in svg
    controleer(svg)


@pytest.mark.parametrize("punten", [[], [(DAG, 3)]])
def test_wat_geen_lijn_is(punten: list[tuple[date, int]]) -> None:
    with pytest.raises(ValueError, match="punt"):
        stappen("Doel", punten, SCHAAL)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=30))
def test_voor_en_na_tekent_iedereen(paren: list[tuple[int, int]]) -> None:
    boom = controleer(voor_en_na("Groep", [v for v, _ in paren], [n for _, n in paren], 0, 10))
    assert len(boom.findall("circle")) == 2 * len(paren)


@pytest.mark.parametrize(("scores", "tot"), [([11], 10), ([-1], 10), ([0], 0)])
def test_score_buiten_de_schaal(scores: list[float], tot: float) -> None:
    with pytest.raises(ValueError, match="schaal"):
        voor_en_na("Groep", scores, [], 0, tot)
