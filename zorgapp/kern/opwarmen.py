"""Load before gunicorn forks what requests need sooner or later, so that the workers share it.

The URLs bring every view and form along; a compiled template is kept. What a worker loads by itself, it has for itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import get_default_password_validators
from django.template import engines
from django.template.base import FilterExpression, Node, NodeList, Parser, TextNode, Token, VariableNode
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import formats, translation


def warm_op() -> None:
    """Load the texts and forms of our language, every URL with its view, and every template of our own."""
    with translation.override(settings.LANGUAGE_CODE):
        translation.gettext("")
        formats.get_format("DATE_FORMAT")
        _lees_urls(get_resolver())
        get_default_password_validators()  # a list of 20,000 passwords
        import_module(settings.SESSION_ENGINE)
        for motor in engines.all():
            motor.engine.template_context_processors  # type: ignore[attr-defined]  # noqa: B018  fills itself
        with _gedeelde_delen():
            for naam in eigen_templates():
                _laad_template(naam)


@contextmanager
def _gedeelde_delen() -> Iterator[None]:
    """Keep what many templates say once: an expression, the node that shows it, a piece of HTML. None holds anything of a page."""
    lees, voeg_toe = Parser.compile_filter, Parser.extend_nodelist
    uitdrukkingen: dict[tuple[str, int], FilterExpression] = {}
    knopen: dict[str | FilterExpression, Node] = {}

    def lees_eens(parser: Parser, tekst: str) -> FilterExpression:
        sleutel = tekst, len(parser.filters)  # libraries only add to those that every template has
        return uitdrukkingen.get(sleutel) or uitdrukkingen.setdefault(sleutel, lees(parser, tekst))

    def voeg_gedeelde_toe(parser: Parser, lijst: NodeList, knoop: Node, token: Token) -> None:
        if type(knoop) is TextNode:
            knoop = knopen.setdefault(knoop.s, knoop)
        elif type(knoop) is VariableNode:
            knoop = knopen.setdefault(knoop.filter_expression, knoop)
        voeg_toe(parser, lijst, knoop, token)

    Parser.compile_filter, Parser.extend_nodelist = lees_eens, voeg_gedeelde_toe  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Parser.compile_filter, Parser.extend_nodelist = lees, voeg_toe  # type: ignore[method-assign]


def _lees_urls(boom: Any) -> None:
    """Compile what an address is compared with, and what it is made from."""
    boom.reverse_dict  # noqa: B018  fills itself
    boom.pattern.regex  # noqa: B018  fills itself
    for patroon in boom.url_patterns:
        if hasattr(patroon, "url_patterns"):
            _lees_urls(patroon)
        else:
            patroon.pattern.regex  # noqa: B018  fills itself


def _laad_template(naam: str) -> None:
    """Compile it and let go of its source: a third of what it takes, and only the page of an error in DEBUG reads it.

    Every page that shows it writes counts into its parts, so each worker gets them for itself sooner or later.
    """
    sjabloon = get_template(naam).template  # type: ignore[attr-defined]
    if sjabloon.engine.debug:
        return
    sjabloon.source = ""
    for knoop in sjabloon.nodelist.get_nodes_by_type(Node):
        knoop.token = None


def eigen_templates() -> Iterator[str]:
    """Names of the templates in `templates/`."""
    map_ = Path(settings.BASE_DIR) / "templates"
    return (pad.relative_to(map_).as_posix() for pad in sorted(map_.rglob("*.html")))
