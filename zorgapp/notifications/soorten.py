"""Which kinds of reminder exist; every domain app registers its own in AppConfig.ready().

The words of a kind are all a mail says about it, so they name no pupil and nothing else from a file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from zorgapp.kern.aantallen import hoeveel
from zorgapp.notifications.models import Herinnering


@dataclass(frozen=True)
class Bijlage:
    """A file with a mail; like the mail itself it names nobody from a file."""

    naam: str
    inhoud: bytes
    soort: str


@dataclass(frozen=True)
class Soort:
    """`nog_geldig(rij, op)` looks at state and access when the mail is about to go, in the school's context.

    onderwerp: subject of a mail that is sent at once and holds one thing of this kind; empty: the general one.
    pagina: URL name of the list where all of this kind stand; a mail about one such list leads to it, any other to Vandaag.
    lijst: the same for the app only, of a kind that is mailed to people from outside as well.
    voor_vrij: of no use once its day is over; what falls due on a day without school goes on the school day before it,
    where every other kind waits for the next one.
    besloten: between two people; the beheerder who looks after mails reads only that it is a message.
    bijlage: makes the file that goes along when it is sent at once, in the school's context; None: no file.
    """

    sleutel: str
    enkelvoud: str
    meervoud: str
    nog_geldig: Callable[[Herinnering, datetime], bool]
    onderwerp: str = ""
    bijlage: Callable[[Herinnering, datetime], Bijlage | None] | None = None
    pagina: str = ""
    lijst: str = ""
    voor_vrij: bool = False
    besloten: bool = False

    def aantal(self, aantal: int) -> str:
        """Return "1 nieuw signaal", "3 nieuwe signalen"."""
        return hoeveel(aantal, self.enkelvoud, self.meervoud)


_SOORTEN: dict[str, Soort] = {}


def registreer(soort: Soort) -> None:
    """Make a kind known; ValueError when another one already has its key."""
    if _SOORTEN.setdefault(soort.sleutel, soort) != soort:
        raise ValueError(f"soort {soort.sleutel} bestaat al")


def soort_van(sleutel: str) -> Soort | None:
    """Return a registered kind, or None for one this version does not know."""
    return _SOORTEN.get(sleutel)


def soorten_voor_vrij() -> list[str]:
    """The keys of the kinds that do not wait until after days without school."""
    return [soort.sleutel for soort in _SOORTEN.values() if soort.voor_vrij]


def alle_soorten() -> list[Soort]:
    """Every kind that is registered."""
    return list(_SOORTEN.values())
