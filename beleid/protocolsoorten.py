"""The protocols a school has, and the states of one version."""

from django.db.models import TextChoices


class Protocolsoort(TextChoices):
    """What it is about; who needs one is led to it from there."""

    DYSLEXIE = "dyslexie", "dyslexie"
    REIS = "reis", "buitenlandse reis"
    ROUW = "rouw", "rouw en verlies"
    TOELATING = "toelating", "toelating"
    MELDCODE = "meldcode", "meldcode"
    EIGEN = "eigen", "ander protocol"


class Versiestatus(TextChoices):
    CONCEPT = "concept", "concept"
    GELDIG = "geldig", "geldt"
    VORIG = "vorig", "gold eerder"
