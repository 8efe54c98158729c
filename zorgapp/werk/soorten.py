"""Which kinds of job exist; every app registers its own in AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.module_loading import import_string

from zorgapp.werk.models import Taak


class TaakFout(Exception):
    """A job cannot be done; the text is Dutch, for the person who waits, and names no pupil."""


@dataclass(frozen=True)
class TaakSoort:
    """`functie(taak)` does the work and may run twice.

    atomair: it runs in one transaction in the school's context, that also marks the job as done, so that its
    effect happens once. Otherwise it runs outside a transaction and opens `in_school` itself per step.
    functie may also be a dotted name that only the worker loads, for work whose libraries a web process must not carry.
    klaar_url: name of the page with the result, called with the job's object_id, or with the job's own number when
    the result is the job's file (`van_taak`). knop is what the link to it says.
    terug(object_id): address of the page it was asked from.
    """

    sleutel: str
    functie: Callable[[Taak], None] | str
    atomair: bool = True
    klaar_url: str = ""
    van_taak: bool = False
    knop: str = "Bekijk het resultaat"
    terug: Callable[[int], str] | None = None

    def doe(self, taak: Taak) -> None:
        """Do the work."""
        functie = import_string(self.functie) if isinstance(self.functie, str) else self.functie
        functie(taak)


_SOORTEN: dict[str, TaakSoort] = {}


def registreer_taak(
    soort: str,
    functie: Callable[[Taak], None] | str,
    *,
    atomair: bool = True,
    klaar_url: str = "",
    van_taak: bool = False,
    knop: str = "Bekijk het resultaat",
    terug: Callable[[int], str] | None = None,
) -> None:
    """Make a kind of job known; ValueError when another function already has this name."""
    if soort in _SOORTEN and _SOORTEN[soort].functie != functie:
        raise ValueError(f"taak {soort} bestaat al")
    _SOORTEN[soort] = TaakSoort(soort, functie, atomair, klaar_url, van_taak, knop, terug)


def taaksoort(soort: str) -> TaakSoort:
    """Return a registered kind; KeyError for any other."""
    return _SOORTEN[soort]


def klaar_url(taak: Taak) -> str:
    """Return the address of the result of a finished job, or nothing when there is none (yet)."""
    soort = _SOORTEN.get(taak.soort)
    if taak.status != Taak.Status.KLAAR or soort is None or not soort.klaar_url:
        return ""
    if soort.van_taak:
        return reverse(soort.klaar_url, args=[taak.pk])
    return reverse(soort.klaar_url, args=[taak.object_id] if taak.object_id is not None else [])


def knop(taak: Taak) -> str:
    """Return what the link to the result says."""
    soort = _SOORTEN.get(taak.soort)
    return soort.knop if soort else ""


def terug_url(taak: Taak) -> str:
    """Return the address of the page a job was asked from, or nothing."""
    soort = _SOORTEN.get(taak.soort)
    if soort is None or soort.terug is None or taak.object_id is None:
        return ""
    return soort.terug(taak.object_id)


def verlopen(taak: Taak, op: datetime) -> bool:
    """Say whether the result was a file that is no longer kept at `op`."""
    soort = _SOORTEN.get(taak.soort)
    if soort is None or not soort.van_taak or taak.status != Taak.Status.KLAAR:
        return False
    return taak.bestand is None or taak.bestand.verloopt_op <= op
