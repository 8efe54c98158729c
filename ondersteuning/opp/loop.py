"""The states of an OPP, of one version of it and of its handelingsdeel, as data (DOMAIN §1.2)."""

from django.db.models import TextChoices


class OppStatus(TextChoices):
    """An OPP begins as a draft, holds from the day it is set, and ends on a day."""

    CONCEPT = "concept", "in voorbereiding"
    LOOPT = "loopt", "loopt"
    AFGESLOTEN = "afgesloten", "afgesloten"


class Versiestatus(TextChoices):
    """A version is a draft, is set, and makes room for a next one; a draft that made room was never set."""

    CONCEPT = "concept", "concept"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    VERVANGEN = "vervangen", "vervangen"


class Handelingsdeel(TextChoices):
    """The handelingsdeel has a state of its own; rule 8 gates `akkoord`, never the OPP."""

    CONCEPT = "concept", "concept"
    VOORGELEGD = "voorgelegd", "voorgelegd"
    AKKOORD = "akkoord", "akkoord"
    GEEN_OVEREENSTEMMING = "geen_overeenstemming", "geen overeenstemming"


class OppStap(TextChoices):
    """The steps of DOMAIN §1.2, worked out from what is recorded; shown as the row of steps."""

    CONCEPT = "concept", "concept"
    BESPROKEN = "besproken", "besproken met ouders"
    GEHOORD = "gehoord", "leerling gehoord"
    AKKOORD = "akkoord", "handelingsdeel akkoord"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    GEEVALUEERD = "geevalueerd", "geëvalueerd"
    AFGESLOTEN = "afgesloten", "afgesloten"


class OppDaad(TextChoices):
    """What can be done with an OPP."""

    SCHRIJVEN = "schrijven", "schrijven"
    VOORLEGGEN = "voorleggen", "voorleggen"
    VASTSTELLEN = "vaststellen", "vaststellen"
    BIJSTELLEN = "bijstellen", "bijstellen"
    EVALUEREN = "evalueren", "evalueren"
    AFSLUITEN = "afsluiten", "afsluiten"


class DaadNietToegestaan(Exception):
    """The OPP is not in a state for this; the text is for the user."""


# What a state allows when it has a version in the making, and what when it has none.
TOEGESTAAN: dict[tuple[OppStatus, bool], frozenset[OppDaad]] = {
    (OppStatus.CONCEPT, True): frozenset(
        {OppDaad.SCHRIJVEN, OppDaad.VOORLEGGEN, OppDaad.VASTSTELLEN, OppDaad.AFSLUITEN}
    ),
    (OppStatus.LOOPT, True): frozenset(
        {OppDaad.SCHRIJVEN, OppDaad.VOORLEGGEN, OppDaad.VASTSTELLEN, OppDaad.EVALUEREN, OppDaad.AFSLUITEN}
    ),
    (OppStatus.LOOPT, False): frozenset(
        {OppDaad.VOORLEGGEN, OppDaad.BIJSTELLEN, OppDaad.EVALUEREN, OppDaad.AFSLUITEN}
    ),
    (OppStatus.AFGESLOTEN, False): frozenset(),
}


def controleer_daad(status: str, *, concept: bool, daad: OppDaad) -> None:
    """Raise DaadNietToegestaan when an OPP in `status`, with or without a version in the making, does not allow it."""
    if daad in TOEGESTAAN.get((OppStatus(status), concept), frozenset()):
        return
    if status == OppStatus.AFGESLOTEN:
        raise DaadNietToegestaan("Dit ontwikkelingsperspectief is afgesloten. Er verandert niets meer aan.")
    if daad == OppDaad.BIJSTELLEN:
        raise DaadNietToegestaan("Er is al een volgende versie in voorbereiding. Ga daarin verder.")
    if daad == OppDaad.EVALUEREN:
        raise DaadNietToegestaan("Terugkijken kan zodra het ontwikkelingsperspectief is vastgesteld.")
    raise DaadNietToegestaan("Deze versie is vastgesteld. Begin een bijstelling om iets te veranderen.")
