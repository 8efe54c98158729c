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
from ondersteuning.models.hgw import Hgw, HgwStatus
from ondersteuning.models.klacht import Klacht, Klachtafspraak, Klachtpartij, KlachtStatus, Klachtweg
from ondersteuning.models.lesoverdracht import Lesontvanger, Lesoverdracht
from ondersteuning.models.signaal import Ouders, Signaal, SignaalVerband, Urgentie
from ondersteuning.models.signaalvoorstel import Signaalvoorstel, VoorstelSoort, VoorstelStatus
from ondersteuning.models.signaleringslijst import (
    Campagneklas,
    Invuller,
    Lijstantwoord,
    Lijstcampagne,
    Lijstinvulling,
    Lijstuitslag,
    Signaleringslijst,
)
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
    "Campagneklas",
    "Conclusie",
    "Doel",
    "Doelstand",
    "Evaluatie",
    "Functie",
    "Functionaris",
    "Groepstraject",
    "Hgw",
    "HgwStatus",
    "Invuller",
    "Klacht",
    "KlachtStatus",
    "Klachtafspraak",
    "Klachtpartij",
    "Klachtweg",
    "Lesontvanger",
    "Lesoverdracht",
    "Lijnovergang",
    "Lijstantwoord",
    "Lijstcampagne",
    "Lijstinvulling",
    "Lijstuitslag",
    "Ondersteuningstaak",
    "Ouders",
    "OverdrachtStatus",
    "Plaats",
    "Regieoverdracht",
    "Sessie",
    "Signaal",
    "SignaalVerband",
    "Signaalvoorstel",
    "Signaleringslijst",
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
    "VoorstelSoort",
    "VoorstelStatus",
    "Vorm",
    "WachtStatus",
    "Wachtplek",
]
