"""The protocols a school has, the states of one version, and which line of the year calendar a protocol belongs to."""

import re

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


_BIJ_REGEL: dict[str, str] = {
    "aanmelding": Protocolsoort.TOELATING,
    "toelating": Protocolsoort.TOELATING,
    "intake": Protocolsoort.TOELATING,
    "overdracht_po": Protocolsoort.TOELATING,
    "dyslexie": Protocolsoort.DYSLEXIE,
}
_BIJ_WOORD: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"buitenland|excursie|reis(?:jes?)?\b|reizen\b", re.I), Protocolsoort.REIS),
    (re.compile(r"\btoelating|\baanmelding", re.I), Protocolsoort.TOELATING),
    (re.compile(r"dyslexie", re.I), Protocolsoort.DYSLEXIE),
    (re.compile(r"\brouw", re.I), Protocolsoort.ROUW),
    (re.compile(r"meldcode", re.I), Protocolsoort.MELDCODE),
)


def soort_bij(regel: str, titel: str) -> str:
    """The kind of protocol that an activity of the year needs: by the line of the template it came from, else by its words.

    Empty for most activities.
    """
    return _BIJ_REGEL.get(regel) or next((soort for woord, soort in _BIJ_WOORD if woord.search(titel)), "")
