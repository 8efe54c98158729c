"""The template vocabulary of the house style; a builtin, so no `{% load %}` is needed.

    {% icoon "bell" %} {% icoon "bell" 20 %} {% icoon naam 18 "#A3301C" %}      an icon; a colour only for PDF
    {% menu_icoon punt.icoon %}                                                 one of the menu, from the file of the menu
    {% dom signaal.domein %} {% dom d "kort" %} {% dom d "vorm" %}              ■ Leerprocesgericht, ■ Leerproces, ■
    {% dom_blok signaal.domein %}   {% vorm signaal.domein %}                   the shape in a tint, or bare beside a word
    {% lijn traject.lijn %} {% lijn 0 %} {% lijn n "papier" %}                  ▮▮▯ tweede lijn
    {% raster beeld.leer beeld.pers beeld.loop 44 %}   {% logo 40 %}            the raster of a pupil, the logo
    {{ d|dagdatum }} {{ d|dagdatum_kort:vandaag }} {{ m|geleden:vandaag }}      di 8 december, wo 25 nov, gisteren
    {{ m|tijd }} {{ n|dagen }} {{ bericht|herstel_url }}                        13.00 uur, 5 dagen

A tag whose arguments are all literals becomes plain text when the template is compiled and costs nothing to render.
"""

from collections.abc import Callable
from datetime import date, datetime

from django import template
from django.contrib.messages.storage.base import Message
from django.template.base import FilterExpression, Node, Parser, TextNode, Token
from django.template.context import Context
from django.templatetags.static import StaticNode

from zorgapp.kern import beelden, berichten, datums, icons
from zorgapp.kern.statisch_icons import menu_icoon

register = template.Library()


class BeeldNode(Node):
    """Look up one of the prepared pieces of HTML with values from the context."""

    def __init__(self, maak: Callable[..., str], argumenten: list[FilterExpression]) -> None:
        self.maak = maak
        self.argumenten = argumenten

    def render(self, context: Context) -> str:
        return self.maak(*[argument.resolve(context) for argument in self.argumenten])


def _is_letterlijk(argument: FilterExpression) -> bool:
    """Say whether the argument is a plain string or number, known while compiling."""
    return not argument.filters and (not argument.is_var or argument.var.lookups is None)


def _beeldtag(naam: str, maak: Callable[..., str]) -> None:
    """Register `maak` as a tag; with only literal arguments it is called once, while compiling."""

    def compileer(parser: Parser, token: Token) -> Node:
        argumenten = [parser.compile_filter(deel) for deel in token.split_contents()[1:]]
        if all(map(_is_letterlijk, argumenten)):
            return TextNode(maak(*[argument.resolve(Context()) for argument in argumenten]))
        return BeeldNode(maak, argumenten)

    register.tag(naam, compileer)


def dom(domein: str, soort: str = "") -> str:
    """Return shape and word of a domain; nothing for an empty value, KeyError for an unknown one.

    `soort`: "kort" (short word), "vorm" (word only for screen readers), "papier" (fixed colours, for PDF).
    """
    return _DOM[soort][domein] if domein else ""


def dom_blok(domein: str) -> str:
    """Return the shape of a domain in a tinted square; nothing for an empty value."""
    return beelden.DOM_BLOK[domein] if domein else ""


def vorm(domein: str) -> str:
    """Return the bare shape of a domain; nothing for an empty value. The word must stand beside it."""
    return beelden.VORM[domein] if domein else ""


def lijn(nummer: int | None, soort: str = "") -> str:
    """Return strokes and word of a line; 0 and None are "geen inzet"."""
    return (beelden.LIJN_PAPIER if soort == "papier" else beelden.LIJN)[nummer or 0]


def raster(leer: int | None, pers: int | None, loop: int | None, maat: int = 26, soort: str = "") -> str:
    """Return the raster of a pupil; an empty line counts as "geen inzet"."""
    return beelden.raster(leer or 0, pers or 0, loop or 0, maat, soort == "papier")


def logo(maat: int = 32, soort: str = "") -> str:
    """Return the logo."""
    return beelden.logo(maat, soort == "papier")


_DOM = {
    "": beelden.DOM,
    "kort": beelden.DOM_KORT,
    "vorm": beelden.DOM_VORM,
    "papier": beelden.DOM_PAPIER,
}

for _naam, _maak in (
    ("icoon", icons.icoon),
    ("menu_icoon", menu_icoon),
    ("dom", dom),
    ("dom_blok", dom_blok),
    ("vorm", vorm),
    ("lijn", lijn),
    ("raster", raster),
    ("logo", logo),
):
    _beeldtag(_naam, _maak)


@register.tag("static")
def static(parser: Parser, token: Token) -> Node:
    """Django's own tag, looked up once: a literal path becomes its hashed address when the template is compiled."""
    knoop = StaticNode.handle_token(parser, token)
    if knoop.varname is None and _is_letterlijk(knoop.path):
        return TextNode(knoop.url(Context()))
    return knoop


def _datumfilter(naam: str, maak: Callable[..., str]) -> None:
    """Register a date function as a filter that shows nothing for an empty value."""

    def filter_(moment: date | datetime | None, vandaag: date | None = None) -> str:
        return maak(moment, vandaag) if moment else ""

    register.filter(naam, filter_)


for _naam, _datum in (
    ("dagdatum", datums.dagdatum),
    ("dagdatum_kort", datums.dagdatum_kort),
    ("dagdatum_lang", datums.dagdatum_lang),
    ("dag_maand", datums.dag_maand),
    ("dag_maand_kort", datums.dag_maand_kort),
    ("maandnaam", datums.maandnaam),
    ("geleden", datums.geleden),
):
    _datumfilter(_naam, _datum)


@register.filter
def klok(moment: datetime | None) -> str:
    """Return "13.00"; nothing for an empty value."""
    return datums.klok(moment) if moment else ""


@register.filter
def tijd(moment: datetime | None) -> str:
    """Return "13.00 uur"; nothing for an empty value."""
    return datums.tijd(moment) if moment else ""


@register.filter
def dagen(aantal: int) -> str:
    """Return "1 dag", "5 dagen"."""
    return datums.aantal_dagen(aantal)


@register.filter
def herstel_url(bericht: Message) -> str:
    """Return the address that undoes what the message tells, or nothing."""
    return berichten.herstel_url(bericht)


@register.filter
def naar_url(bericht: Message) -> str:
    """Where a message leads to, or nothing."""
    return berichten.naar_url(bericht)
