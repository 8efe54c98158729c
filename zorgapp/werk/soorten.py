"""Which kinds of job exist; every app registers its own in AppConfig.ready()."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from zorgapp.werk.models import Taak


class TaakFout(Exception):
    """A job cannot be done; the text is Dutch, for the person who waits, and names no pupil."""


@dataclass(frozen=True)
class TaakSoort:
    """`functie(taak)` does the work and may run twice.

    atomair: it runs in one transaction in the school's context, that also marks the job as done, so that its
    effect happens once. Otherwise it runs outside a transaction and opens `in_school` itself per step.
    klaar_url: name of the page with the result, called with the job's object_id.
    """

    sleutel: str
    functie: Callable[[Taak], None]
    atomair: bool = True
    klaar_url: str = ""


_SOORTEN: dict[str, TaakSoort] = {}


def registreer_taak(
    soort: str, functie: Callable[[Taak], None], *, atomair: bool = True, klaar_url: str = ""
) -> None:
    """Make a kind of job known; ValueError when another function already has this name."""
    if soort in _SOORTEN and _SOORTEN[soort].functie is not functie:
        raise ValueError(f"taak {soort} bestaat al")
    _SOORTEN[soort] = TaakSoort(soort, functie, atomair, klaar_url)


def taaksoort(soort: str) -> TaakSoort:
    """Return a registered kind; KeyError for any other."""
    return _SOORTEN[soort]


def klaar_url(taak: Taak) -> str:
    """Return the address of the result of a finished job, or nothing when there is none (yet)."""
    soort = _SOORTEN.get(taak.soort)
    if taak.status != Taak.Status.KLAAR or soort is None or not soort.klaar_url:
        return ""
    return reverse(soort.klaar_url, args=[taak.object_id] if taak.object_id is not None else [])
