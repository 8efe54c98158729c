"""Hours and money beside the part 'Middelen en uren' of a plan: as they are now, and as they were when it was set.

Only for who reads the school's hours and money elsewhere (BELEID_JAAR): colleagues read the text of the part.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.template.defaultfilters import floatformat

from beleid.access_uren import middelen_van, uren_van
from beleid.inzetberekening import in_uren
from beleid.models import Middel, Uren
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

UREN, GELD = "uren:", "geld"
"""The keys under which they are kept in a plan that was set: one per role, `uren:samen`, and the money."""


@dataclass(frozen=True)
class Middelstand:
    """One line: hours a week of a role, of all roles, or the money of the year in euros."""

    sleutel: str
    label: str
    waarde: str


def is_middel(sleutel: str) -> bool:
    """Whether something that was kept in a plan is one of these."""
    return sleutel == GELD or sleutel.startswith(UREN)


def middelstanden(werkplek: Werkplek, jaar: Schooljaar) -> list[Middelstand]:
    """The hours per role and the money of a year (two statements); nothing for who does not read them."""
    if not werkplek.mag(Recht.BELEID_JAAR):
        return []
    return als_standen(uren_van(werkplek, jaar), middelen_van(werkplek, jaar))


def als_standen(uren: Iterable[Uren], middelen: Iterable[Middel]) -> list[Middelstand]:
    """Roles with what was asked and promised, people of one role together; all of them; then the money."""
    rollen: dict[str, list[Uren]] = {}
    for rij in uren:
        rollen.setdefault(rij.rol, []).append(rij)
    uit = [Middelstand(f"{UREN}{n}", rol, _uren(rijen)) for n, (rol, rijen) in enumerate(rollen.items(), 1)]
    if len(rollen) > 1:
        alle = [rij for rijen in rollen.values() for rij in rijen]
        uit.append(Middelstand(f"{UREN}samen", "Alle rollen samen", _uren(alle)))
    geld = list(middelen)
    if geld:
        bedrag, besteed = sum(m.bedrag for m in geld), sum(m.besteed for m in geld)
        waarde = f"{_euro(Decimal(bedrag))}, waarvan {_euro(Decimal(besteed))} besteed"
        uit.append(Middelstand(GELD, "Geld", waarde))
    return uit


def _uren(rijen: list[Uren]) -> str:
    gevraagd = f"{in_uren(sum(rij.gevraagd for rij in rijen))} uur gevraagd"
    toegezegd = [rij.toegezegd for rij in rijen if rij.toegezegd is not None]
    return f"{gevraagd}, {f'{in_uren(sum(toegezegd))} toegezegd' if toegezegd else 'nog niets toegezegd'}"


def _euro(bedrag: Decimal) -> str:
    return f"€ {floatformat(bedrag, '-2g')}"
