"""The tables of policy: plan, development point, year, offer text, protocols, hours, figures, news."""

from beleid.models.aanbodtekst import Aanbodalinea, Aanbodtekst, Aanbodtekststatus
from beleid.models.cijfer import Cijferblok, Cijferstand
from beleid.models.facilitering import (
    Inzetnorm,
    Middel,
    Scenario,
    Scenariokeuze,
    Tijdcorrectie,
    Tijddeling,
    Uren,
)
from beleid.models.jaar import Activiteit, Scholing, Scholingdeelname
from beleid.models.nieuws import (
    Goedgegaan,
    Nieuwsbericht,
    Nieuwsbrief,
    Nieuwslezing,
    Nieuwsstatus,
    Wetscontrole,
)
from beleid.models.ontwikkelpunt import (
    Meetmoment,
    NietNu,
    Ontwikkelpunt,
    Puntevaluatie,
    Puntstatus,
    Vervolgkeuze,
)
from beleid.models.plan import (
    Beleidsplan,
    Kengetal,
    Plandeel,
    Planfactor,
    Planlezing,
    Planreactie,
)
from beleid.models.protocol import Protocol, Protocollezing, Protocolversie

__all__ = [
    "Aanbodalinea",
    "Aanbodtekst",
    "Aanbodtekststatus",
    "Activiteit",
    "Beleidsplan",
    "Cijferblok",
    "Cijferstand",
    "Goedgegaan",
    "Inzetnorm",
    "Kengetal",
    "Meetmoment",
    "Middel",
    "NietNu",
    "Nieuwsbericht",
    "Nieuwsbrief",
    "Nieuwslezing",
    "Nieuwsstatus",
    "Ontwikkelpunt",
    "Plandeel",
    "Planfactor",
    "Planlezing",
    "Planreactie",
    "Protocol",
    "Protocollezing",
    "Protocolversie",
    "Puntevaluatie",
    "Puntstatus",
    "Scenario",
    "Scenariokeuze",
    "Scholing",
    "Scholingdeelname",
    "Tijdcorrectie",
    "Tijddeling",
    "Uren",
    "Vervolgkeuze",
    "Wetscontrole",
]
