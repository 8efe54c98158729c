"""The jaarkalender as a calendar file (RFC 5545): what and which days, and a link. Nobody's name."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from beleid.jaarplaatsing import in_jaar
from beleid.jaarsjabloon import WETTELIJK
from beleid.jaarstroken import Activiteitstatus
from beleid.models import Activiteit, Scholing
from zorgapp.kern.schooljaar import Schooljaar

_DAG = timedelta(days=1)


def jaarkalender_ics(
    rijen: Iterable[Activiteit],
    *,
    jaar: Schooljaar,
    basis: str,
    op: datetime,
    url_van: Callable[[int], str],
    scholing: Iterable[Scholing] = (),
    url_scholing: Callable[[int], str] = str,
) -> bytes:
    """Write these activities, training and the days of the law as whole days; what does not go on is CANCELLED.

    `basis` is the address of the installation: with the number of an activity it makes an id that never changes. Its
    version is the SEQUENCE, so that a calendar replaces what it had. `op` is when the file is made.
    """
    agenda = Calendar()
    agenda.add("prodid", "-//zorgapp//jaarkalender//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add("name", f"Jaarkalender {jaar}")
    agenda.add("x-wr-calname", f"Jaarkalender {jaar}")
    domein = urlsplit(basis).hostname or "zorgapp"
    for rij in rijen:
        uit = _gebeurtenis(f"activiteit-{rij.pk}@{domein}", op, rij.titel)
        uit.add("sequence", rij.versie)
        uit.add("dtstart", rij.van)
        uit.add("dtend", rij.tot + _DAG)
        uit.add("description", url_van(rij.pk))
        uit.add("url", url_van(rij.pk))
        uit.add("categories", [rij.get_strook_display()])
        if rij.vestiging:
            uit.add("location", rij.vestiging.naam)
        weg = rij.status == Activiteitstatus.VERVALLEN
        uit.add("status", "CANCELLED" if weg else "CONFIRMED")
        agenda.add_component(uit)
    for les in scholing:
        uit = _gebeurtenis(f"scholing-{les.pk}@{domein}", op, les.titel)
        uit.add("sequence", les.versie)
        uit.add("dtstart", les.datum)
        uit.add("dtend", les.datum + _DAG)
        uit.add("description", url_scholing(les.pk))
        uit.add("url", url_scholing(les.pk))
        uit.add("categories", ["Scholing"])
        uit.add("status", "CANCELLED" if les.weg_op else "CONFIRMED")
        agenda.add_component(uit)
    for maand, dag, wat in WETTELIJK:
        datum = in_jaar(jaar, maand, dag)
        uit = _gebeurtenis(f"wet-{datum:%Y%m%d}@{domein}", op, wat)
        uit.add("dtstart", datum)
        uit.add("dtend", datum + _DAG)
        uit.add("status", "CONFIRMED")
        agenda.add_component(uit)
    return bytes(agenda.to_ical())


def _gebeurtenis(uid: str, op: datetime, wat: str) -> Event:
    uit = Event()
    uit.add("uid", uid)
    uit.add("dtstamp", op)
    uit.add("summary", wat)
    uit.add("transp", "TRANSPARENT")
    return uit
