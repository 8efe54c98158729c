"""The states of a hand-over to the lesson and the steps between them, as data: of each teacher, and of the whole."""

from collections.abc import Sequence

from django.db.models import TextChoices


class OntvangerStatus(TextChoices):
    """Where one teacher is with the advice he was given."""

    GEGEVEN = "gegeven", "nog niet bevestigd"
    BEVESTIGD = "bevestigd", "gelezen, gaat het doen"
    PROBEERT = "probeert", "probeert het"
    BERICHT = "bericht", "liet weten hoe het gaat"
    VERVANGEN = "vervangen", "overgenomen door een ander"


class Stap(TextChoices):
    """What a teacher, or the owner for him, does."""

    BEVESTIG = "bevestig", "Ik doe mee"
    PROBEER = "probeer", "Ik probeer het"
    BERICHT = "bericht", "Laat weten hoe het gaat"
    VERVANG = "vervang", "Draag over"
    OPNIEUW = "opnieuw", "Nog een ronde"


STAPPEN: dict[OntvangerStatus, dict[Stap, OntvangerStatus]] = {
    OntvangerStatus.GEGEVEN: {
        Stap.BEVESTIG: OntvangerStatus.BEVESTIGD,
        Stap.VERVANG: OntvangerStatus.VERVANGEN,
    },
    OntvangerStatus.BEVESTIGD: {
        Stap.PROBEER: OntvangerStatus.PROBEERT,
        Stap.BERICHT: OntvangerStatus.BERICHT,
        Stap.VERVANG: OntvangerStatus.VERVANGEN,
    },
    OntvangerStatus.PROBEERT: {
        Stap.BERICHT: OntvangerStatus.BERICHT,
        Stap.VERVANG: OntvangerStatus.VERVANGEN,
    },
    OntvangerStatus.BERICHT: {
        Stap.BERICHT: OntvangerStatus.BERICHT,
        Stap.OPNIEUW: OntvangerStatus.PROBEERT,
    },
    OntvangerStatus.VERVANGEN: {},
}


class Uitkomst(TextChoices):
    GELUKT = "gelukt", "gelukt"
    DEELS = "deels", "deels gelukt"
    NIET = "niet", "niet gelukt"


class LoopStatus(TextChoices):
    """Where the whole hand-over is. `terug` has an open question to its owner, with a date."""

    LOOPT = "loopt", "loopt"
    TERUG = "terug", "komt terug"
    IN_DE_LES = "in_de_les", "zit in de les"
    BEANTWOORD = "beantwoord", "anders verder"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Afronding(TextChoices):
    """What the owner does with the whole."""

    IN_DE_LES = "in_de_les", "Het zit in de les"
    TERUG = "terug", "Het komt terug"
    OPNIEUW = "opnieuw", "Nog een ronde"
    BEANTWOORD = "beantwoord", "Anders verder"
    TREK_IN = "trek_in", "Trek in"


AFRONDINGEN: dict[LoopStatus, dict[Afronding, LoopStatus]] = {
    LoopStatus.LOOPT: {
        Afronding.IN_DE_LES: LoopStatus.IN_DE_LES,
        Afronding.TERUG: LoopStatus.TERUG,
        Afronding.TREK_IN: LoopStatus.INGETROKKEN,
    },
    LoopStatus.TERUG: {
        Afronding.OPNIEUW: LoopStatus.LOOPT,
        Afronding.BEANTWOORD: LoopStatus.BEANTWOORD,
    },
    LoopStatus.IN_DE_LES: {},
    LoopStatus.BEANTWOORD: {},
    LoopStatus.INGETROKKEN: {},
}
OPEN = (LoopStatus.LOOPT, LoopStatus.TERUG)


class StapGeweigerd(Exception):
    """The step does not fit what stands now; the text is for the user."""


def volgende(status: str, stap: Stap) -> OntvangerStatus:
    """Return where a step takes a teacher; raises StapGeweigerd when it does not fit his state."""
    try:
        return STAPPEN[OntvangerStatus(status)][stap]
    except KeyError as fout:
        raise StapGeweigerd("Deze stap past niet meer. Bekijk eerst wat er nu staat.") from fout


def rond_af(status: str, keuze: Afronding, ontvangers: Sequence[tuple[str, str]]) -> LoopStatus:
    """Return where `keuze` takes the whole; `ontvangers` are (status, uitkomst) of every teacher.

    Raises StapGeweigerd when it does not fit the state, and for "het zit in de les" as long as a teacher who has it
    still owes his report, or one of them says that it did not work.
    """
    try:
        naar = AFRONDINGEN[LoopStatus(status)][keuze]
    except KeyError as fout:
        raise StapGeweigerd("Deze stap past niet meer. Bekijk eerst wat er nu staat.") from fout
    actief = [(s, u) for s, u in ontvangers if s != OntvangerStatus.VERVANGEN]
    if keuze == Afronding.IN_DE_LES:
        if not actief or any(s != OntvangerStatus.BERICHT for s, _ in actief):
            raise StapGeweigerd("Nog niet iedereen liet weten hoe het gaat. Wacht daarop, of vraag het.")
        if any(u == Uitkomst.NIET for _, u in actief):
            raise StapGeweigerd("Bij een van de docenten lukte het niet. Kies ‘Het komt terug’.")
    return naar
