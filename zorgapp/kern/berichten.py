"""Confirmations on the next page ("Terug naar Fatima, met advies"), with a way back where the step can be undone."""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

_HERSTEL = "herstel:"


def gedaan(request: HttpRequest, tekst: str, *, herstel: str = "") -> None:
    """Confirm on the next page what was done; `herstel` is the URL that undoes it by POST."""
    messages.success(request, tekst, extra_tags=f"{_HERSTEL}{herstel}" if herstel else "")


def herstel_url(bericht: Message) -> str:
    """Return the URL that undoes what the message tells, or nothing."""
    tags = bericht.extra_tags or ""
    return tags.removeprefix(_HERSTEL) if tags.startswith(_HERSTEL) else ""
