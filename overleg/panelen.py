"""What other parts show on the page of one meeting: each tells here which template it has and what reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from overleg.access import Overlegblik
from overleg.models import Overleg
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Paneel:
    """`lees(werkplek, overleg, mag)` gives what the template gets as `p`; None: not for this reader.

    It reads within the budget of the page: a statement or two. `links`: in the wide column, below the agenda.
    """

    sleutel: str
    sjabloon: str
    lees: Callable[[Werkplek, Overleg, Overlegblik], Any | None]
    links: bool = True


_PANELEN: dict[str, Paneel] = {}


def registreer(paneel: Paneel) -> None:
    """Put a panel on the page (from `AppConfig.ready`); ValueError when its key is taken."""
    if _PANELEN.setdefault(paneel.sleutel, paneel) != paneel:
        raise ValueError(f"paneel {paneel.sleutel} bestaat al")


def panelen_van(werkplek: Werkplek, overleg: Overleg, mag: Overlegblik) -> list[tuple[Paneel, Any]]:
    """The panels of an opened meeting that this person sees, with what they show."""
    gelezen = [(paneel, paneel.lees(werkplek, overleg, mag)) for paneel in _PANELEN.values()]
    return [(paneel, gegevens) for paneel, gegevens in gelezen if gegevens is not None]
