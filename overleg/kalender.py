"""Meetings as a calendar file (RFC 5545): kind, time, place and a link. Nobody's name, no pupil, no invitation list."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from overleg.loop import Overlegstatus
from overleg.models import Overleg
from overleg.soorten import Overlegsoort

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CONTENT_TYPE = "text/calendar; charset=utf-8"


def soortnaam(soort: str) -> str:
    """The kind as a calendar shows it: "Zorgoverleg"."""
    label = str(Overlegsoort(soort).label)
    return label[0].upper() + label[1:]


def kalender(
    rijen: Iterable[Overleg],
    *,
    basis: str,
    op: datetime,
    url_van: Callable[[Overleg], str],
    naam: str = "",
    vervallen: bool = False,
) -> bytes:
    """Write these meetings as one calendar, times in Europe/Amsterdam with its VTIMEZONE.

    `basis` is the address of the installation: with the number of a meeting it makes an id that never changes. The
    version of a meeting is its SEQUENCE, so that a calendar replaces what it had. `op` is when the file is made.
    `vervallen`: they are CANCELLED for who gets this file, because he takes part no longer.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//zorgapp//overleg//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    if naam:
        agenda.add("name", naam)
        agenda.add("x-wr-calname", naam)
    for overleg in rijen:
        agenda.add_component(
            _gebeurtenis(overleg, urlsplit(basis).hostname or "zorgapp", op, url_van, vervallen)
        )
    agenda.add_missing_timezones()
    return bytes(agenda.to_ical())


def _gebeurtenis(
    overleg: Overleg, domein: str, op: datetime, url_van: Callable[[Overleg], str], vervallen: bool
) -> Event:
    begin = overleg.begin.astimezone(AMSTERDAM)
    uit = Event()
    uit.add("uid", f"overleg-{overleg.pk}@{domein}")
    uit.add("dtstamp", op)
    uit.add("sequence", overleg.versie)
    uit.add("dtstart", begin)
    uit.add("dtend", begin + timedelta(minutes=overleg.minuten))
    uit.add("summary", soortnaam(overleg.soort))
    if overleg.plek:
        uit.add("location", overleg.plek)
    uit.add("description", url_van(overleg))
    uit.add("url", url_van(overleg))
    weg = vervallen or overleg.status == Overlegstatus.AFGEZEGD
    uit.add("status", "CANCELLED" if weg else "CONFIRMED")
    uit.add("class", "PRIVATE")
    return uit
