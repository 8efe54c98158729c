"""What one school setting is: its key, what it means, its default and its bounds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Soort:
    """One setting: what it is called, what it means, its default and its bounds (whole numbers)."""

    sleutel: str
    label: str
    uitleg: str
    standaard: int
    minimum: int
    maximum: int
    eenheid: str
    keuzes: tuple[tuple[int, str], ...] = ()

    def in_woorden(self, waarde: int) -> str:
        """Return "5 schooldagen", or the word of a choice."""
        return dict(self.keuzes).get(waarde) or f"{waarde} {self.eenheid}"
