"""Confirmations on the next page ("Terug naar Fatima, met advies"), with a way back where the step can be undone."""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

_HERSTEL, _NAAR = "herstel:", "naar:"


def gedaan(request: HttpRequest, tekst: str, *, herstel: str = "") -> None:
    """Confirm on the next page what was done; `herstel` is the URL that undoes it by POST."""
    messages.success(request, tekst, extra_tags=f"{_HERSTEL}{herstel}" if herstel else "")


def opgelet(request: HttpRequest, tekst: str, *, naar: str = "") -> None:
    """Tell on the next page what follows from it, with a link to where one sees to that."""
    messages.warning(request, tekst, extra_tags=f"{_NAAR}{naar}" if naar else "")


def naar_url(bericht: Message) -> str:
    """Return the URL that the message leads to, or nothing."""
    tags = bericht.extra_tags or ""
    return tags.removeprefix(_NAAR) if tags.startswith(_NAAR) else ""


def herstel_url(bericht: Message) -> str:
    """Return the URL that undoes what the message tells, or nothing."""
    tags = bericht.extra_tags or ""
    return tags.removeprefix(_HERSTEL) if tags.startswith(_HERSTEL) else ""
