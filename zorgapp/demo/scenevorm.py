"""What a signal of the story consists of: who saw what and when, what was decided, how it ended."""

from dataclasses import dataclass
from datetime import time

from ondersteuning.workflow import Besluit


@dataclass(frozen=True)
class Afloop:
    """How a follow-up was closed, `terug` school days before the demo day."""

    terug: int
    resultaat: str


@dataclass(frozen=True)
class Oordeel:
    """The coordinator's decision; `datum` counts like `terug`, so a negative one lies ahead."""

    terug: int
    besluit: Besluit
    bericht: str
    datum: int = 0
    eigenaar: str = ""
    advies: str = ""
    wie_helpt: str = ""
    reden: str = ""
    al_gedaan: str = ""
    gelezen: bool = True
    afloop: Afloop | None = None


@dataclass(frozen=True)
class Scene:
    """One signal, `terug` school days before the demo day."""

    terug: int
    door: str
    wie: str
    domein: str
    wat: str
    nodig: str = ""
    tijd: time = time(10, 42)
    geprobeerd: tuple[str, ...] = ()
    geprobeerd_tekst: str = ""
    urgentie: str = "deze_week"
    ouders: str = ""
    oordeel: Oordeel | None = None
