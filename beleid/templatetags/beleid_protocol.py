"""The protocols that hold, for pages of any floor that lead to them; nothing of a protocol that does not hold."""

from typing import Any

from django import template

from beleid.access_protocol import geldende
from beleid.models import Protocol
from beleid.protocolsoorten import soort_bij

register = template.Library()


@register.simple_tag(takes_context=True)
def geldende_protocollen(context: Any, *soorten: str) -> dict[str, Protocol]:
    """By kind the protocol that holds, for who may read it; one statement. A kind that is none raises ValueError."""
    return geldende(context["werkplek"], soorten)


@register.simple_tag(takes_context=True)
def protocol_bij(context: Any, regel: str, titel: str) -> Protocol | None:
    """The protocol that holds and belongs to a line of the year calendar; no statement when none can belong to it."""
    soort = soort_bij(regel, titel)
    return geldende(context["werkplek"], (soort,)).get(soort) if soort else None
