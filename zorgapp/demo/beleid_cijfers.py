"""Demo: the figures of last night, counted after the bulk data is there."""

from datetime import date


def tel_cijfers(op: date) -> None:
    """Count the figures of every school up to the day before `op`."""
