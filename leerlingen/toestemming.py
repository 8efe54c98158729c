"""Consent as pure functions: who gives it, when it holds, until when, when to remind. Dates in, an answer out.

Rules 9, 20, 21, 37 and 38 (DOMAIN §14): only who has gezag, from 16 the pupil himself, always with an end, and a
withdrawal holds at once. Between two readings the narrower one is taken.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices

from zorgapp.kern.schooljaar import Schooljaar

ZELF_VANAF = 16
VOOR_ZESTIEN_MAANDEN = 3
_DAG = timedelta(days=1)
LEERLING = 0
"""Who answered, when it is the pupil himself; parents are the numbers of their contacts."""


class Gever(TextChoices):
    """Whose consent counts on a day."""

    OUDERS = "ouders", "ouders met gezag"
    LEERLING = "leerling", "de leerling zelf"


class Antwoord(TextChoices):
    """What was noted about one person; never changed, only followed by a next one."""

    GEVRAAGD = "gevraagd", "nog geen antwoord"
    GEGEVEN = "gegeven", "akkoord"
    GEWEIGERD = "geweigerd", "niet akkoord"
    GEEN_REACTIE = "geen_reactie", "geen reactie"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Regel(TextChoices):
    """The school's setting on the day it was asked: must everyone who was asked agree, or is one enough?"""

    IEDEREEN = "iedereen", "iedereen met gezag die je vroeg"
    EEN = "een", "één ouder met gezag is genoeg"


@dataclass(frozen=True)
class Stap:
    """One answer of one person on a day. gezag: whether a parent has it now; without it his yes carries nothing."""

    wie: int
    antwoord: str
    op: date
    gezag: bool = True


@dataclass(frozen=True)
class Vraag:
    """One consent that was asked: for which partner and purpose, for which period, with its answers in order.

    zestien_op: the 16th birthday, None when the date of birth is not known. gever: whose consent it asked.
    """

    partner: int
    doel: str
    gever: str
    van: date
    tot: date
    regel: str
    stappen: tuple[Stap, ...]
    zestien_op: date | None = None


def verjaardag(geboren: date, jaar: int) -> date:
    """The day somebody turns `jaar`; born on 29 February: 1 March in other years (as `leeftijd` counts)."""
    try:
        return geboren.replace(year=geboren.year + jaar)
    except ValueError:
        return date(geboren.year + jaar, 3, 1)


def wie_geeft(geboren: date | None, dag: date) -> Gever | None:
    """Parents until the day before the 16th birthday, from that day the pupil; None when the birth date is unknown."""
    if geboren is None:
        return None
    return Gever.LEERLING if dag >= verjaardag(geboren, ZELF_VANAF) else Gever.OUDERS


def standaard_tot(dag: date) -> date:
    """The end that is proposed: 31 July of the school year of `dag`."""
    return Schooljaar.van(dag).eind


def laatste(stappen: Iterable[Stap]) -> dict[int, Stap]:
    """The last answer of everybody who was asked."""
    return {stap.wie: stap for stap in stappen}


def stand_van(stappen: Sequence[Stap], regel: str) -> Antwoord:
    """Where one request stands. A refusal or withdrawal by one is one for all; the pupil's own word goes before his
    parents'; whose gezag is gone has not answered."""
    per_persoon = laatste(stappen)
    leerling = per_persoon.pop(LEERLING, None)
    if leerling is not None and (leerling.antwoord != Antwoord.GEVRAAGD or not per_persoon):
        return Antwoord(leerling.antwoord)
    gezegd = [
        Antwoord.GEEN_REACTIE if s.antwoord == Antwoord.GEGEVEN and not s.gezag else Antwoord(s.antwoord)
        for s in per_persoon.values()
    ]
    for nee in (Antwoord.INGETROKKEN, Antwoord.GEWEIGERD):
        if nee in gezegd:
            return nee
    if regel == Regel.EEN and Antwoord.GEGEVEN in gezegd:
        return Antwoord.GEGEVEN
    for open_ in (Antwoord.GEVRAAGD, Antwoord.GEEN_REACTIE):
        if open_ in gezegd:
            return open_
    return Antwoord.GEGEVEN if gezegd else Antwoord.GEVRAAGD


def eind_van(vraag: Vraag) -> date:
    """The last day it can hold: what parents gave ends the day before the 16th birthday, unless the pupil confirmed."""
    leerling = laatste(vraag.stappen).get(LEERLING)
    bevestigd = leerling is not None and leerling.antwoord == Antwoord.GEGEVEN
    if vraag.gever == Gever.LEERLING or bevestigd or vraag.zestien_op is None:
        return vraag.tot
    return min(vraag.tot, vraag.zestien_op - _DAG)


def geldt(vraag: Vraag, op: date) -> bool:
    """Whether this consent holds on a day, by what was answered up to and including that day."""
    tot_nu = [stap for stap in vraag.stappen if stap.op <= op]
    if not vraag.van <= op <= eind_van(vraag) or not tot_nu:
        return False
    if vraag.gever == Gever.LEERLING and (vraag.zestien_op is None or op < vraag.zestien_op):
        return False
    niet_gevraagd = {stap.wie for stap in vraag.stappen} - {stap.wie for stap in tot_nu}
    wacht = (
        vraag.regel == Regel.IEDEREEN and bool(niet_gevraagd - {LEERLING}) and LEERLING not in laatste(tot_nu)
    )
    return not wacht and stand_van(tot_nu, vraag.regel) == Antwoord.GEGEVEN


def geldend(vragen: Sequence[Vraag], op: date) -> list[Vraag]:
    """Those that hold on a day. A later no to the same purpose (refused, withdrawn) ends an earlier yes."""
    gevonden = []
    for nummer, vraag in enumerate(vragen):
        later = [v for v in vragen[nummer + 1 :] if _zelfde(v, vraag)]
        if geldt(vraag, op) and not any(_nee(v, op) for v in later):
            gevonden.append(vraag)
    return gevonden


def geldig(vragen: Sequence[Vraag], op: date) -> bool:
    """Whether any of these requests, in the order they were asked, is a valid consent on a day (rules 37 and 38)."""
    return bool(geldend(vragen, op))


def _zelfde(een: Vraag, ander: Vraag) -> bool:
    return een.partner == ander.partner and een.doel.strip().casefold() == ander.doel.strip().casefold()


def _nee(vraag: Vraag, op: date) -> bool:
    stand = stand_van([stap for stap in vraag.stappen if stap.op <= op], vraag.regel)
    return stand in {Antwoord.GEWEIGERD, Antwoord.INGETROKKEN}


def herinner_op(tot: date, eind: date, zestien_op: date | None, dagen: int) -> date:
    """When the coordinator is reminded that a consent ends on `eind`: `dagen` before it, or three months before the
    16th birthday when that birthday is what ends it."""
    if zestien_op is not None and eind < tot:
        return maanden_terug(zestien_op, VOOR_ZESTIEN_MAANDEN)
    return eind - timedelta(days=dagen)


def maanden_terug(dag: date, aantal: int) -> date:
    """The same day of the month, `aantal` months earlier; the last day of that month when it is shorter."""
    maand = dag.year * 12 + dag.month - 1 - aantal
    jaar, nummer = divmod(maand, 12)
    volgende = date(jaar + (nummer == 11), (nummer + 1) % 12 + 1, 1)
    return min(date(jaar, nummer + 1, 1) + timedelta(days=dag.day - 1), volgende - _DAG)
