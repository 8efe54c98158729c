"""A case without a name: the kinds of meeting that have one, and how a group works through it in five steps."""

from overleg.soorten import Overlegsoort

MET_CASUS = frozenset({Overlegsoort.INTERVISIE, Overlegsoort.SCHOLING})
STAPPEN = (
    ("Vraag", "De inbrenger leest zijn vraag voor."),
    ("Verhaal", "Hij vertelt wat er speelt, zonder naam. De anderen luisteren."),
    ("Vragen", "Iedereen vraagt door. Nog geen advies."),
    ("Adviezen", "Ieder geeft om de beurt één advies. De inbrenger luistert."),
    ("Wat neem ik mee", "De inbrenger zegt wat hij gaat proberen."),
)
