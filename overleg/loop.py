"""The states of a meeting and of an item on its agenda, as data: which step is allowed when, and where it leads."""

from django.db.models import TextChoices

from ondersteuning.workflow import StapNietToegestaan


class Overlegstatus(TextChoices):
    GEPLAND = "gepland", "gepland"
    BEZIG = "bezig", "bezig"
    PAUZE = "pauze", "pauze"
    AFGESLOTEN = "afgesloten", "afgesloten"
    AFGEZEGD = "afgezegd", "gaat niet door"


class Puntstatus(TextChoices):
    OPEN = "open", "nog te bespreken"
    BESPROKEN = "besproken", "besproken"
    DOORGESCHOVEN = "doorgeschoven", "naar de volgende keer"
    VERVALLEN = "vervallen", "van de agenda gehaald"


class Stap(TextChoices):
    """What can be done with a meeting."""

    WIJZIGEN = "wijzigen", "wijzigen"
    AGENDA = "agenda", "de agenda wijzigen"
    BEGINNEN = "beginnen", "beginnen"
    TERUGNEMEN = "terugnemen", "het begin terugnemen"
    PAUZEREN = "pauzeren", "pauzeren"
    HERVATTEN = "hervatten", "verdergaan"
    NOTULEREN = "notuleren", "notuleren"
    AFSLUITEN = "afsluiten", "afsluiten"
    HEROPENEN = "heropenen", "opnieuw openen"
    AFZEGGEN = "afzeggen", "afzeggen"
    HERSTELLEN = "herstellen", "toch door laten gaan"
    AANVULLEN = "aanvullen", "het verslag aanvullen"


_S = Overlegstatus
_LOOPT = frozenset({Stap.AGENDA, Stap.NOTULEREN, Stap.AFSLUITEN, Stap.WIJZIGEN, Stap.TERUGNEMEN})
TOEGESTAAN: dict[Overlegstatus, frozenset[Stap]] = {
    _S.GEPLAND: frozenset({Stap.WIJZIGEN, Stap.AGENDA, Stap.BEGINNEN, Stap.AFZEGGEN}),
    _S.BEZIG: _LOOPT | {Stap.PAUZEREN},
    _S.PAUZE: _LOOPT | {Stap.HERVATTEN},
    _S.AFGESLOTEN: frozenset({Stap.HEROPENEN, Stap.AANVULLEN}),
    _S.AFGEZEGD: frozenset({Stap.HERSTELLEN}),
}
NAAR: dict[Stap, Overlegstatus] = {
    Stap.BEGINNEN: _S.BEZIG,
    Stap.TERUGNEMEN: _S.GEPLAND,
    Stap.PAUZEREN: _S.PAUZE,
    Stap.HERVATTEN: _S.BEZIG,
    Stap.AFSLUITEN: _S.AFGESLOTEN,
    Stap.HEROPENEN: _S.BEZIG,
    Stap.AFZEGGEN: _S.AFGEZEGD,
    Stap.HERSTELLEN: _S.GEPLAND,
}
_WAAROM_NIET: dict[Overlegstatus, str] = {
    _S.GEPLAND: "Dit overleg is nog niet begonnen.",
    _S.BEZIG: "Dit overleg is bezig.",
    _S.PAUZE: "Dit overleg heeft pauze.",
    _S.AFGESLOTEN: "Dit overleg is al afgesloten. Er verandert niets meer aan; het verslag kun je nog aanvullen.",
    _S.AFGEZEGD: "Dit overleg gaat niet door.",
}


def mag_stap(status: str, stap: Stap) -> bool:
    """Whether a meeting in this state allows the step."""
    return stap in TOEGESTAAN[Overlegstatus(status)]


def controleer_stap(status: str, stap: Stap) -> None:
    """Raise StapNietToegestaan, with a sentence that says why, when a meeting in `status` does not allow `stap`."""
    if not mag_stap(status, stap):
        raise StapNietToegestaan(_WAAROM_NIET[Overlegstatus(status)])


def na(status: str, stap: Stap) -> Overlegstatus:
    """The state after an allowed step; the steps that lead nowhere else leave it. Raises StapNietToegestaan."""
    controleer_stap(status, stap)
    return NAAR.get(stap, Overlegstatus(status))
