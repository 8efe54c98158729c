"""From a signal to its answer: signal, triage decision, what a decision leaves open, and the answer owed."""

from ondersteuning.models.signaal import Ouders, Signaal, SignaalVerband, Urgentie
from ondersteuning.models.triage import (
    Terugkoppeling,
    Triagebesluit,
    Vervolg,
    VervolgSoort,
    VervolgStatus,
)
from ondersteuning.workflow import Besluit

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
