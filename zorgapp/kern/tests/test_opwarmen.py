"""Before the fork: every template of our own compiles and is kept, and every URL finds its view."""

from collections.abc import Iterator

import pytest
from django.template import Context, engines
from django.template.base import Node, Parser, Template, TextNode, VariableNode
from django.urls import get_resolver

from zorgapp.kern.opwarmen import _gedeelde_delen, eigen_templates, warm_op


@pytest.fixture
def opgewarmd() -> Iterator[list[Template]]:
    """Our own templates as the workers get them; the other tests compile theirs again."""
    bewaard = engines["django"].engine.template_loaders[0].get_template_cache
    bewaard.clear()
    warm_op()
    yield [bewaard[naam] for naam in eigen_templates()]
    bewaard.clear()


def test_wat_de_werkers_delen_is_geladen_en_blijft_bewaard(opgewarmd: list[Template]) -> None:
    assert len(opgewarmd) > 100
    assert get_resolver()._populated


def test_templates_delen_wat_gelijk_is_en_houden_hun_bron_niet(opgewarmd: list[Template]) -> None:
    """What only an error in DEBUG reads is gone, and the same piece stands in memory once."""
    knopen = [knoop for een in opgewarmd for knoop in een.nodelist.get_nodes_by_type(Node)]
    assert not any(een.source for een in opgewarmd) and not any(knoop.token for knoop in knopen)
    stukken = [knoop for knoop in knopen if type(knoop) is TextNode]
    assert len({id(knoop) for knoop in stukken}) == len({knoop.s for knoop in stukken}) < len(stukken) / 2
    getoond = [knoop for knoop in knopen if type(knoop) is VariableNode]
    soorten = {id(knoop.filter_expression) for knoop in getoond}
    assert len({id(knoop) for knoop in getoond}) == len(soorten) < 0.7 * len(getoond)


def test_gedeelde_delen_tonen_elk_hun_eigen_pagina() -> None:
    """Two templates with the same parts, inside and outside loops and conditions; afterwards Django is as it was."""
    lees = Parser.compile_filter
    bron = "{% for n in rij %}<b>{{ n.naam|upper }}</b>{% if n.oud %}<b>{{ n.naam }}</b>{% endif %}{% endfor %}{{ naam }}"
    engine = engines["django"].engine
    with _gedeelde_delen():
        een, twee = engine.from_string(bron), engine.from_string("{{ naam }}<b>{{ naam|upper }}</b>")
    context = {"rij": [{"naam": "a<", "oud": True}, {"naam": "b"}], "naam": "c"}
    for _ in range(2):
        assert toon(een, context) == "<b>A&lt;</b><b>a&lt;</b><b>B</b>c"
        assert toon(twee, {"naam": "d"}) == "d<b>D</b>"
    assert Parser.compile_filter is lees


def toon(sjabloon: Template, waarden: dict[str, object]) -> str:
    """The text of a template with these values."""
    return sjabloon.render(Context(waarden))
