"""What a teacher reads about a pupil: short, something to do, without a label; and how long reading a class takes.

The arithmetic (docs/docentkaart.md): 240 words a minute, so a class card may show 240 words in its 60 seconds.
"""

import re
from collections.abc import Sequence

from django.db.models import Q

WOORDEN_TEKST = 12
WOORDEN_BIJ = 8
WOORDEN_ADVIES = 20
DINGEN_MAX = 3
WOORDEN_LEERLING = 120
WOORDEN_PER_MINUUT = 240
SECONDEN_KLAS = 60

# Words that say what a pupil has instead of what a teacher does (LOOK: needs before labels).
_ETIKET = re.compile(
    r"\b(dyslexie|dyslect\w*|dyscalculie|ad[h]?d|autis\w*|ass|pdd|odd|nt2|faalangst\w*|hoogbegaafd\w*|ptss|trauma\w*|"
    r"depress\w*|angststoornis\w*|epilepsie|diabetes|slechtziend\w*|slechthorend\w*|diagnose\w*|stoornis\w*|"
    r"medicatie|medicijn\w*|handicap\w*|beperking\w*|syndroom\w*)\b",
    re.IGNORECASE,
)


def woorden(tekst: str) -> int:
    """How many words a text has."""
    return len(tekst.split())


def etiket_in(tekst: str) -> str:
    """The first label in a text for teachers, or nothing."""
    gevonden = _ETIKET.search(tekst)
    return gevonden[0] if gevonden else ""


def hoogstens(veld: str, aantal: int, *, leeg: bool = False) -> Q:
    """A condition for a constraint: the column holds at most `aantal` words; empty only when `leeg`."""
    kort = Q(**{f"{veld}__regex": rf"^\s*\S+(\s+\S+){{0,{aantal - 1}}}\s*$"})
    return kort | Q(**{veld: ""}) if leeg else kort


def open_aantallen(dingen: Sequence[Sequence[int]]) -> list[int]:
    """How many things of each pupil stand open on a class card; the rest waits behind one tap.

    `dingen` holds per pupil the words of each of his things, his name counted with the first. Everybody's first thing
    stands open, then second and third things in turn while the class stays within its words.
    """
    budget = WOORDEN_PER_MINUUT * SECONDEN_KLAS // 60
    open_ = [min(1, len(van)) for van in dingen]
    over = budget - sum(van[0] for van in dingen if van)
    for plek in range(1, DINGEN_MAX):
        for nummer, van in enumerate(dingen):
            if open_[nummer] == plek < len(van) and van[plek] <= over:
                open_[nummer] += 1
                over -= van[plek]
    return open_


def leestijd(aantal: int) -> int:
    """Seconds that reading this many words takes, rounded up to five."""
    return -(-aantal * 60 // WOORDEN_PER_MINUUT // 5) * 5 if aantal else 0
