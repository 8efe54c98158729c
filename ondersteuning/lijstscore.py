"""What answers on a list say together: pure functions, from points and answers to sentences and a proposal.

No score of a pupil leaves this module as a number to rank by: it counts colleagues and says in words what they see.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zorgapp.kern.aantallen import vorm_bij

NIET, SOMS, VAAK, LEEG = 0, 1, 2, -1
WOORDEN = {NIET: "niet", SOMS: "soms", VAAK: "vaak"}
_TELWOORD = (
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def telwoord(aantal: int) -> str:
    """ "drie" up to twaalf, digits above it."""
    return _TELWOORD[aantal] if 0 <= aantal < len(_TELWOORD) else str(aantal)


def met_hoofdletter(zin: str) -> str:
    """ "drie docenten" becomes "Drie docenten", "één docent" becomes "Eén docent"."""
    return f"E{zin[1:]}" if zin.startswith("éé") else zin[:1].upper() + zin[1:]


@dataclass(frozen=True)
class Punt:
    """One point of a list; `sterk` says that something goes well."""

    nummer: int
    tekst: str
    domein: str
    sterk: bool


@dataclass(frozen=True)
class Gegeven:
    """One colleague's answer about one pupil; `id` is the row it stands in."""

    id: int
    wie: int
    opvallend: bool
    waarden: tuple[int, ...] = ()

    def vaak(self, punten: Iterable[Punt], sterk: bool = False) -> list[Punt]:
        """The points of this kind that he sees often."""
        return [p for p in punten if p.sterk == sterk and self.waarde(p) == VAAK]

    def waarde(self, punt: Punt) -> int:
        """What he filled in at a point; LEEG when he did not."""
        return self.waarden[punt.nummer] if self.opvallend and punt.nummer < len(self.waarden) else LEEG


@dataclass(frozen=True)
class Puntscore:
    """Who sees one point often and who sometimes (ids of answers)."""

    punt: Punt
    vaak: tuple[int, ...]
    soms: tuple[int, ...]


@dataclass(frozen=True)
class Deelscore:
    """One domain: its points and the sum of their values (0, 1, 2) against the highest that could be."""

    domein: str
    som: int
    hoogst: int
    punten: tuple[Puntscore, ...]


@dataclass(frozen=True)
class Uitkomst:
    """`waarnemers` looked, `opvallend` of them filled something in; `aanleiding` are the ids that pass a threshold."""

    waarnemers: int
    opvallend: int
    deelscores: tuple[Deelscore, ...]
    sterk: tuple[Puntscore, ...]
    redenen: tuple[str, ...]
    aanleiding: tuple[int, ...]
    domein: str = ""

    @property
    def stelt_voor(self) -> bool:
        return bool(self.redenen)


def _tel(punt: Punt, gegevens: Sequence[Gegeven]) -> Puntscore:
    return Puntscore(
        punt,
        tuple(g.id for g in gegevens if g.waarde(punt) == VAAK),
        tuple(g.id for g in gegevens if g.waarde(punt) == SOMS),
    )


def _deelscore(domein: str, punten: list[Puntscore], gegevens: Sequence[Gegeven]) -> Deelscore:
    som = sum(VAAK * len(s.vaak) + SOMS * len(s.soms) for s in punten)
    gevuld = sum(g.waarde(s.punt) != LEEG for s in punten for g in gegevens)
    return Deelscore(domein, som, VAAK * gevuld, tuple(punten))


def _kleine_letter(tekst: str) -> str:
    """A point inside a sentence: "Werkt niet door" → "werkt niet door"; NT2 stays NT2."""
    return tekst[:1].lower() + tekst[1:] if tekst[1:2].islower() or tekst[1:2] == " " else tekst


def opsomming(teksten: Iterable[str]) -> str:
    """Points one after the other inside a sentence."""
    return "; ".join(_kleine_letter(t.rstrip(".")) for t in teksten)


def _wie(aantal: int, een: str, meer: str) -> str:
    return f"{telwoord(aantal)} {vorm_bij(aantal, een, meer)}"


def ziet_vaak(aantal: int, teksten: Iterable[str], een: str = "docent", meer: str = "docenten") -> str:
    """ "Drie docenten zien vaak: werkt niet door; komt te laat." """
    werkwoord = vorm_bij(aantal, "ziet", "zien")
    return f"{met_hoofdletter(_wie(aantal, een, meer))} {werkwoord} vaak: {opsomming(teksten)}."


def scoor(
    punten: Sequence[Punt],
    gegevens: Sequence[Gegeven],
    *,
    drempel_mensen: int,
    drempel_punten: int,
    een: str = "docent",
    meer: str = "docenten",
) -> Uitkomst:
    """Count the answers about one pupil; a proposal comes from one of two rules, each said in a sentence.

    `drempel_mensen` colleagues see the same point often, or one colleague sees `drempel_punten` points often. What goes
    well never counts towards a proposal.
    """
    per_domein: dict[str, list[Puntscore]] = {}
    sterk: list[Puntscore] = []
    for punt in punten:
        score = _tel(punt, gegevens)
        (sterk if punt.sterk else per_domein.setdefault(punt.domein, [])).append(score)
    redenen: list[str] = []
    aanleiding: dict[int, None] = {}
    samen: dict[int, list[Puntscore]] = {}
    alles = [s for scores in per_domein.values() for s in scores]
    for score in sorted(alles, key=lambda s: s.punt.nummer):
        if len(score.vaak) >= drempel_mensen:
            samen.setdefault(len(score.vaak), []).append(score)
    for aantal in sorted(samen, reverse=True):
        redenen.append(ziet_vaak(aantal, (s.punt.tekst for s in samen[aantal]), een, meer))
        aanleiding |= dict.fromkeys(i for s in samen[aantal] for i in s.vaak)
    gemeld = {s.punt.nummer for scores in samen.values() for s in scores}
    telt = {s.punt.nummer: s.punt for scores in samen.values() for s in scores}
    for gegeven in gegevens:
        vaak = gegeven.vaak(punten)
        nieuw = [p for p in vaak if p.nummer not in gemeld]
        if len(vaak) >= drempel_punten and nieuw:
            redenen.append(ziet_vaak(1, (p.tekst for p in nieuw), een, meer))
            telt |= {p.nummer: p for p in nieuw}
        if len(vaak) >= drempel_punten:
            aanleiding[gegeven.id] = None
    return Uitkomst(
        waarnemers=len(gegevens),
        opvallend=sum(g.opvallend for g in gegevens),
        deelscores=tuple(_deelscore(d, scores, gegevens) for d, scores in per_domein.items()),
        sterk=tuple(s for s in sterk if s.vaak or s.soms),
        redenen=tuple(redenen),
        aanleiding=tuple(aanleiding) if redenen else (),
        domein=_een_domein(telt.values()),
    )


def _een_domein(punten: Iterable[Punt]) -> str:
    """The domain, when all points share one; otherwise empty: a person chooses."""
    domeinen = {p.domein for p in punten}
    return domeinen.pop() if len(domeinen) == 1 else ""


def zinnen(uitkomst: Uitkomst, een: str = "docent", meer: str = "docenten") -> list[str]:
    """What colleagues said, in sentences without names: what goes well first, then what they see often, then sometimes."""
    regels = []
    for score in uitkomst.sterk:
        if score.vaak:
            regels.append(ziet_vaak(len(score.vaak), (score.punt.tekst,), een, meer))
    alles = [s for deel in uitkomst.deelscores for s in deel.punten]
    for score in sorted(alles, key=lambda s: (-len(s.vaak), s.punt.nummer)):
        if score.vaak:
            regels.append(ziet_vaak(len(score.vaak), (score.punt.tekst,), een, meer))
    soms = [s.punt.tekst for s in alles if s.soms and not s.vaak]
    if soms:
        regels.append(f"Soms gezien: {opsomming(soms)}.")
    return regels


def kop(uitkomst: Uitkomst, een: str = "docent", meer: str = "docenten") -> str:
    """ "Negen docenten keken mee; drie zien iets." """
    keek = f"{met_hoofdletter(_wie(uitkomst.waarnemers, een, meer))} {vorm_bij(uitkomst.waarnemers, 'keek', 'keken')} mee"
    if not uitkomst.opvallend:
        return f"{keek}; niemand ziet iets opvallends."
    return f"{keek}; {telwoord(uitkomst.opvallend)} {vorm_bij(uitkomst.opvallend, 'ziet', 'zien')} iets."
