"""From a signal to its answer, and what the school offers: the three lines with their trajectories and goals."""

from ondersteuning.models.aanbod import (
    Aanbod,
    Aanbodsoort,
    Functie,
    Functionaris,
    Ondersteuningstaak,
    Plaats,
    Taakhouder,
    Taakletter,
    Vorm,
    Wachtplek,
    WachtStatus,
)
from ondersteuning.models.doel import (
    Aanwezig,
    Aanwezigheid,
    Conclusie,
    Doel,
    Doelstand,
    Evaluatie,
    Sessie,
    Stand,
)
from ondersteuning.models.signaal import Ouders, Signaal, SignaalVerband, Urgentie
from ondersteuning.models.traject import (
    Afloop,
    Groepstraject,
    Lijnovergang,
    Regieoverdracht,
    Traject,
)
from ondersteuning.models.triage import (
    Terugkoppeling,
    Triagebesluit,
    Vervolg,
    VervolgSoort,
    VervolgStatus,
)
from ondersteuning.trajectloop import OverdrachtStatus, TrajectStatus
from ondersteuning.workflow import Besluit

__all__ = [
    "Aanbod",
    "Aanbodsoort",
    "Aanwezig",
    "Aanwezigheid",
    "Afloop",
    "Besluit",
    "Conclusie",
    "Doel",
    "Doelstand",
    "Evaluatie",
    "Functie",
    "Functionaris",
    "Groepstraject",
    "Lijnovergang",
    "Ondersteuningstaak",
    "Ouders",
    "OverdrachtStatus",
    "Plaats",
    "Regieoverdracht",
    "Sessie",
    "Signaal",
    "SignaalVerband",
    "Stand",
    "Taakhouder",
    "Taakletter",
    "Terugkoppeling",
    "Traject",
    "TrajectStatus",
    "Triagebesluit",
    "Urgentie",
    "Vervolg",
    "VervolgSoort",
    "VervolgStatus",
    "Vorm",
    "WachtStatus",
    "Wachtplek",
]
