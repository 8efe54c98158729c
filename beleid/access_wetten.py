"""The doors to the law watch: for coordinators and the schoolleiding; only the coordinator says how the school stands."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from beleid.models import Wetscontrole
from beleid.wetten import WETTEN, Wetspunt, geraakt_door
from zorgapp.accounts.instellingsoorten import SOORTEN
from zorgapp.accounts.models import Instelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek

MEEST_STRAKS, MEEST_EERDER = 30, 20


@dataclass(frozen=True)
class Wetstand:
    """One point and what the school said of it last; None: never."""

    punt: Wetspunt
    controle: Wetscontrole | None


@dataclass(frozen=True)
class Straks:
    """A setting that gets another value on a day to come, and the points of the law it has to do with."""

    label: str
    nu: str
    straks: str
    vanaf: date
    uitleg: str
    raakt: list[Wetspunt]


def mag_werken(werkplek: Werkplek) -> bool:
    """Whether this person says how the school stands."""
    return werkplek.mag(Recht.BELEID_WERKEN)


def wetspunt(sleutel: str) -> Wetspunt:
    """One point; 404 for a key that is none."""
    if sleutel not in WETTEN:
        raise Http404("wetspunt")
    return WETTEN[sleutel]


def wetstanden(werkplek: Werkplek) -> list[Wetstand]:
    """Every point with the check that holds: the last one."""
    rijen = Wetscontrole.objects.filter(school=werkplek.school).select_related("door")
    laatste = {rij.onderwerp: rij for rij in rijen.order_by("onderwerp", "-pk").distinct("onderwerp")}
    return [Wetstand(punt, laatste.get(punt.sleutel)) for punt in WETTEN.values()]


def controles_van(werkplek: Werkplek, sleutel: str) -> list[Wetscontrole]:
    """What was said of a point, the last first."""
    rijen = Wetscontrole.objects.filter(school=werkplek.school, onderwerp=sleutel).select_related("door")
    return list(rijen.order_by("-pk")[:MEEST_EERDER])


def straks_anders(werkplek: Werkplek) -> list[Straks]:
    """Settings with a date to come and another value than what holds until then, the nearest first; one statement."""
    geldt = {sleutel: soort.standaard for sleutel, soort in SOORTEN.items()}
    gevonden = []
    for rij in Instelling.objects.filter(school=werkplek.school).order_by("geldig_vanaf", "pk"):
        soort = SOORTEN.get(rij.sleutel)
        if soort is None:
            continue
        eerst, geldt[rij.sleutel] = geldt[rij.sleutel], int(rij.waarde)
        if rij.geldig_vanaf > werkplek.dag and eerst != geldt[rij.sleutel]:
            nu, dan = soort.in_woorden(eerst), soort.in_woorden(int(rij.waarde))
            raakt = geraakt_door(rij.sleutel)
            gevonden.append(Straks(soort.label, nu, dan, rij.geldig_vanaf, soort.uitleg, raakt))
    return gevonden[:MEEST_STRAKS]


def instellingen_bij(werkplek: Werkplek, punt: Wetspunt) -> list[tuple[str, str]]:
    """The settings a point has to do with, and their value today; one statement."""
    geldt = {sleutel: SOORTEN[sleutel].standaard for sleutel in punt.instellingen}
    rijen = Instelling.objects.filter(
        school=werkplek.school, sleutel__in=punt.instellingen, geldig_vanaf__lte=werkplek.dag
    )
    geldt |= {rij.sleutel: int(rij.waarde) for rij in rijen.order_by("geldig_vanaf")}
    return [
        (SOORTEN[sleutel].label, SOORTEN[sleutel].in_woorden(waarde)) for sleutel, waarde in geldt.items()
    ]
