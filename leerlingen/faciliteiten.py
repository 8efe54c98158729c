"""The starter catalogue of facilities, in words that tell a teacher what to do; a school changes it as it likes.

The kinds come from practice in Dutch secondary schools; `examen` marks what the rules of the central exam call an
adapted way of examining (rule 57), for which more than thirty minutes or another form needs a statement of an expert.
"""

from dataclasses import dataclass

from leerlingen.models import Faciliteitsoort as S


@dataclass(frozen=True)
class Start:
    """One entry: name, what the teacher does, kind, icon, and where it usually counts (l, t, s: lesson, test, exam)."""

    naam: str
    tekst: str
    soort: S
    icoon: str
    waar: str = "ts"
    examen: bool = False
    minuten: int | None = None


STARTSET = (
    Start("25% extra tijd bij toetsen", "Geef 25% extra tijd.", S.TIJD, "clock-plus", "ts", True, 30),
    Start("30 minuten extra tijd", "Geef 30 minuten extra tijd.", S.TIJD, "clock-plus", "s", True, 30),
    Start("Korte pauzes tijdens een toets", "Laat korte pauzes nemen.", S.TIJD, "player-pause", "ts", True),
    Start(
        "Laptop met voorleessoftware",
        "Laat de laptop met voorleessoftware gebruiken.",
        S.LEZEN,
        "device-laptop",
        "lts",
        True,
    ),
    Start("Luisterversie van teksten", "Geef teksten ook als audio.", S.LEZEN, "headphones", "lts", True),
    Start("Vergrote letters", "Print groot: A3, of letter 14.", S.LEZEN, "zoom-in", "lts", True),
    Start(
        "Niet onverwacht hardop lezen", "Vraag niet onverwacht om hardop te lezen.", S.LEZEN, "volume-3", "l"
    ),
    Start("Tekst vooraf of digitaal", "Geef teksten en dia's vooraf, digitaal.", S.LEZEN, "file-text", "l"),
    Start("Spelfouten tellen niet mee", "Reken spelfouten niet mee.", S.SCHRIJVEN, "pencil", "ts", True),
    Start(
        "Laptop met spellingcontrole",
        "Laat op de laptop schrijven, met spellingcontrole.",
        S.SCHRIJVEN,
        "keyboard",
        "lts",
        True,
    ),
    Start(
        "Aantekeningen krijgen", "Geef je aantekeningen of een foto van het bord.", S.SCHRIJVEN, "notes", "l"
    ),
    Start("Rekenmachine", "Laat een rekenmachine gebruiken.", S.REKENEN, "calculator", "lts", True),
    Start("Rekenkaart of formulekaart", "Laat de eigen kaart gebruiken.", S.REKENEN, "table", "lts", True),
    Start("Mondeling toetsen", "Toets mondeling, of vraag mondeling door.", S.TOETS, "message-2", "ts", True),
    Start(
        "Mondelinge toelichting",
        "Laat een antwoord mondeling toelichten.",
        S.TOETS,
        "message-dots",
        "ts",
        True,
    ),
    Start("Toets in twee delen", "Geef de toets in twee delen.", S.TOETS, "columns-2", "ts", True),
    Start("Minder opgaven", "Geef minder opgaven over dezelfde stof.", S.TOETS, "list-check", "t"),
    Start("Vaste plek in het lokaal", "Houd de afgesproken plek vrij.", S.PLEK, "armchair", "lts"),
    Start("Koptelefoon", "Laat een koptelefoon dragen bij zelf werken.", S.PLEK, "headphones-off", "lt"),
    Start("Aparte ruimte", "Regel een rustige ruimte voor de toets.", S.PLEK, "door", "ts", True),
    Start("Time-out", "Laat even weggaan naar de afgesproken plek.", S.PLEK, "door-exit", "lt"),
    Start("Studiewijzer in stappen", "Zet het werk in stappen op papier.", S.PLANNEN, "stairs-up", "l"),
    Start("Later inleveren", "Geef twee dagen extra voor huiswerk.", S.PLANNEN, "calendar-plus", "l"),
    Start("Maatje bij groepswerk", "Zet het vaste maatje in dezelfde groep.", S.PLANNEN, "users", "l"),
    Start(
        "Toilet of lift",
        "Laat zonder vragen naar het toilet of de lift gaan.",
        S.PRAKTISCH,
        "elevator",
        "lts",
    ),
    Start("Afspraken bij excursies", "Vraag voor een excursie de reisafspraken na.", S.PRAKTISCH, "bus", "l"),
)

# What a coordinator may choose as the picture of a facility of the school's own.
ICONEN = tuple(dict.fromkeys([s.icoon for s in STARTSET] + ["book", "eye", "ear", "bulb", "heart-handshake"]))
