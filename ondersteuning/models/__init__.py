"""From a signal to its answer: signal, triage decision, what a decision leaves open, and the answer owed."""

from ondersteuning.models.signaal import Ouders, Signaal, SignaalVerband, Urgentie
from ondersteuning.models.triage import (
    Besluit,
    Terugkoppeling,
    Triagebesluit,
    Vervolg,
    VervolgSoort,
    VervolgStatus,
)

__all__ = [
    "Besluit",
    "Ouders",
    "Signaal",
    "SignaalVerband",
    "Terugkoppeling",
    "Triagebesluit",
    "Urgentie",
    "Vervolg",
    "VervolgSoort",
    "VervolgStatus",
]
