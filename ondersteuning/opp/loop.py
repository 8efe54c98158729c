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
