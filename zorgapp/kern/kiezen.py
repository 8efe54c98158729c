"""Choosing one of very many: the words that a field and the place where it looks share."""

from dataclasses import dataclass
from typing import Any, Protocol

GEVONDEN_MAX = 8
VRAAG_MAX = 80


@dataclass(frozen=True)
class Optie:
    """What can be chosen: its value, how it reads, and the bare name that somebody would type."""

    waarde: str
    tekst: str
    naam: str = ""


class Bron(Protocol):
    """Where a field looks. Everything it gives may be chosen; `kies` is the rule that a posted value must pass."""

    @property
    def url(self) -> str:
        """The address of the search fragment; it reads the name of its text field from `veld`."""

    def waarschijnlijk(self) -> list[Optie]:
        """The short list."""

    def zoek(self, vraag: str, hoeveel: int) -> list[Optie]:
        """At most `hoeveel` matches of a typed text."""

    def kies(self, waarde: str) -> tuple[Optie, Any] | None:
        """The option and the object of a posted value; None for what may not be chosen."""


@dataclass(frozen=True)
class Ingevuld:
    """What was sent: the chosen value, the typed text, and the text that was answered with options before."""

    keuze: str = ""
    naam: str = ""
    gezocht: str = ""

    @property
    def getypt(self) -> bool:
        """A text that was not answered yet counts more than the select, which always has some value."""
        return bool(self.naam) and self.naam != self.gezocht
