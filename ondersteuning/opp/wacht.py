"""The OPP-wacht: the law as a checklist. Each rule is a pure function with its article, and says what to do next.

A rule looks at `Feiten`, plain values of one version on one day, and gives a `Punt` per thing that is missing; no
points: in order. `POORT` are the rules without which a version cannot be set; 16 to 18 are watched afterwards.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from ondersteuning.opp.akkoord import Gevraagde
from ondersteuning.opp.loop import Handelingsdeel
from ondersteuning.opp.termijnen import Evaluatiestand, Teruggekeken, evaluatiestand


@dataclass(frozen=True)
class Gehoord:
    """The hearing of the pupil in one round, as far as it is known."""

    ronde: int
    aangeboden_op: date | None = None
    wijze: str = ""
    hulp: str = ""
    heeft_inbreng: bool = False
    ziet_af: bool = False
    invloeden: int = 0
    toegelicht_op: date | None = None


@dataclass(frozen=True)
class Overlegd:
    """One talk that was held: with whom (the ones that count), about which perspective, and what was written down."""

    ronde: int
    op: date
    met_gezag: bool
    met_leerling: bool
    samenvatting: bool
    hash: str


@dataclass(frozen=True)
class Feiten:
    """What the rules look at: one version of an OPP on a day.

    teksten: every text and choice of the version. hash_perspectief and hash_handelingsdeel: of what stands there now;
    hash_voorgelegd: of the handelingsdeel that people were asked about. gevraagden: who was asked about this version.
    gezag_bekend: somebody is known who may agree. begindatum: None as long as it was never set.
    """

    dag: date
    ronde: int
    teksten: dict[str, str]
    pro: bool = False
    meerderjarig: bool = False
    doelen: int = 0
    afwijkingen: int = 0
    hash_perspectief: str = ""
    hash_handelingsdeel: str = ""
    hash_voorgelegd: str = ""
    handelingsdeel: Handelingsdeel = Handelingsdeel.CONCEPT
    gezag_bekend: bool = True
    gehoord: tuple[Gehoord, ...] = ()
    overleggen: tuple[Overlegd, ...] = ()
    gevraagden: tuple[Gevraagde, ...] = ()
    begindatum: date | None = None
    einddatum: date | None = None
    evaluaties: tuple[Teruggekeken, ...] = ()
    rod_begin_op: date | None = None
    rod_eind_op: date | None = None

    @property
    def hoorrecht(self) -> Gehoord | None:
        """The hearing of this round."""
        return next((g for g in self.gehoord if g.ronde == self.ronde), None)


@dataclass(frozen=True)
class Punt:
    """One thing that is missing: what, what to do next, and the part of the editor where one does it."""

    wat: str
    doe: str
    plek: str


@dataclass(frozen=True)
class Regel:
    """One rule of DOMAIN §14 with its article and the part it concerns; `kijk` gives what is missing."""

    nummer: int
    kop: str
    artikel: str
    plek: str
    kijk: Callable[[Feiten], Iterable[Punt]] = field(compare=False)


@dataclass(frozen=True)
class Uitslag:
    """How one rule stands."""

    regel: Regel
    punten: tuple[Punt, ...]

    @property
    def in_orde(self) -> bool:
        return not self.punten


_VERPLICHT = {
    "bestemming": Punt(
        "De verwachte uitstroombestemming ontbreekt.", "Kies waar de leerling uitkomt.", "perspectief"
    ),
    "onderbouwing": Punt(
        "De onderbouwing ontbreekt.", "Schrijf op waarom jullie dit verwachten.", "perspectief"
    ),
    "bevorderend": Punt("Er staat niet wat helpt.", "Schrijf minstens één punt op dat helpt.", "perspectief"),
    "belemmerend": Punt("Er staat niet wat in de weg zit.", "Schrijf minstens één punt op.", "perspectief"),
    "begeleiding": Punt("De begeleiding ontbreekt.", "Schrijf op wat de leerling krijgt.", "handelingsdeel"),
    "afwijkt": Punt(
        "Er staat niet of jullie van het programma afwijken.",
        "Kies ‘niet van toepassing’ of zet erbij waarvan.",
        "handelingsdeel",
    ),
}
_PRAKTIJK = Punt("Het praktijkonderwijs staat er niet in.", "Schrijf op hoe dat eruitziet.", "perspectief")


def _inhoud(f: Feiten) -> Iterable[Punt]:
    yield from (punt for naam, punt in _VERPLICHT.items() if not f.teksten.get(naam, "").strip())
    if f.pro and not f.teksten.get("praktijk", "").strip():
        yield _PRAKTIJK
    if not f.doelen:
        yield Punt("Er is nog geen doel.", "Zet minstens één doel in het handelingsdeel.", "handelingsdeel")
    if f.teksten.get("afwijkt") == "ja" and not f.afwijkingen:
        yield Punt(
            "Er staat dat jullie afwijken van het programma, maar niet waarvan.",
            "Zet erbij van welke onderdelen.",
            "handelingsdeel",
        )
    if f.hoorrecht is None:
        yield Punt(
            "Het deel over het hoorrecht ontbreekt.", "Bied de leerling aan om mee te praten.", "samen"
        )


def _met_wie(f: Feiten, o: Overlegd) -> bool:
    return o.met_leerling if f.meerderjarig else o.met_gezag


def _overleg(f: Feiten) -> Iterable[Punt]:
    wie = "de leerling" if f.meerderjarig else "de ouders"
    deze = [o for o in f.overleggen if o.ronde == f.ronde and _met_wie(f, o) and o.samenvatting]
    if not deze:
        yield Punt(f"Er is nog geen overleg met {wie} vastgelegd.", f"Plan een gesprek met {wie}.", "samen")
    elif all(o.hash != f.hash_perspectief for o in deze):
        yield _opnieuw(wie)


def _opnieuw(wie: str) -> Punt:
    return Punt(
        f"Na het overleg met {wie} is er iets veranderd.", f"Bespreek met {wie} wat er nu staat.", "samen"
    )


def _akkoord(f: Feiten) -> Iterable[Punt]:
    if f.handelingsdeel == Handelingsdeel.AKKOORD:
        return
    if f.handelingsdeel == Handelingsdeel.CONCEPT:
        yield Punt("Over het handelingsdeel is nog niemand gevraagd.", "Leg het voor.", "samen")
    elif f.handelingsdeel == Handelingsdeel.GEEN_OVEREENSTEMMING:
        namen = ", ".join(g.naam for g in f.gevraagden if g.mag and g.akkoord is False)
        yield Punt(
            f"Er is geen overeenstemming: {namen} zegt nee.",
            "De ondersteuning gaat door. Praat verder, of kijk bij het geschil.",
            "samen",
        )
    else:
        wacht = ", ".join(g.naam for g in f.gevraagden if g.mag and g.akkoord is None)
        yield Punt(
            f"Nog geen antwoord van {wacht}." if wacht else "Nog geen antwoord.", "Herinner of bel.", "samen"
        )


def _gezag(f: Feiten) -> Iterable[Punt]:
    if not f.meerderjarig and not f.gezag_bekend:
        yield Punt(
            "Van niemand is bekend dat hij gezag heeft.",
            "Vul bij de contacten in wie gezag heeft.",
            "contacten",
        )
    for g in f.gevraagden:
        if g.akkoord and not g.mag:
            yield Punt(
                f"Het akkoord van {g.naam} telt niet: geen gezag.", "Vraag wie wel gezag heeft.", "samen"
            )


def _zelfde_versie(f: Feiten) -> Iterable[Punt]:
    if f.hash_voorgelegd and f.hash_voorgelegd != f.hash_handelingsdeel:
        yield Punt(
            "Het handelingsdeel is veranderd nadat het werd voorgelegd.",
            "Leg deze versie opnieuw voor.",
            "samen",
        )


def _zelfde_gesprek(f: Feiten) -> Iterable[Punt]:
    deze = [o for o in f.overleggen if o.ronde == f.ronde and _met_wie(f, o)]
    if deze and all(o.hash != f.hash_perspectief for o in deze):
        yield _opnieuw("de leerling" if f.meerderjarig else "de ouders")


def _gehoord(f: Feiten) -> Iterable[Punt]:
    h = f.hoorrecht
    if h is None or h.aangeboden_op is None:
        yield Punt("De leerling is nog niet gevraagd om mee te praten.", "Bied het aan.", "samen")
        return
    if h.ziet_af and not h.heeft_inbreng:
        return
    if not h.wijze:
        yield Punt("Er staat niet hoe de leerling gehoord wil worden.", "Laat de leerling kiezen.", "samen")
    if not h.hulp:
        yield Punt("Er staat niet welke hulp je aanbood.", "Schrijf op welke hulp je aanbood.", "samen")
    if not h.heeft_inbreng:
        yield Punt("De woorden van de leerling ontbreken.", "Luister, en schrijf het letterlijk op.", "samen")
        return
    if not h.invloeden:
        yield Punt(
            "Er staat niet wat jullie met de inbreng doen.", "Schrijf per punt op wat jullie doen.", "samen"
        )
    if h.toegelicht_op is None:
        yield Punt(
            "Het is nog niet uitgelegd aan de leerling.",
            "Leg uit wat jullie doen, en noteer de dag.",
            "samen",
        )


def _opnieuw_gehoord(f: Feiten) -> Iterable[Punt]:
    if f.ronde > 1 and f.hoorrecht is None:
        yield Punt(
            "Bij een bijstelling praat de leerling opnieuw mee.", "Bied het deze keer ook aan.", "samen"
        )


def _nooit_nvt(f: Feiten) -> Iterable[Punt]:
    if f.hoorrecht is None or f.hoorrecht.aangeboden_op is None:
        yield Punt(
            "Niemand kan het hoorrecht overslaan, op geen enkele leeftijd.",
            "Bied het aan. De leerling mag nee zeggen.",
            "samen",
        )


def _afdruk(f: Feiten) -> Iterable[Punt]:
    h = f.hoorrecht
    if h is not None and h.heeft_inbreng and not h.invloeden:
        yield Punt(
            "In het document staat nog niet wat de inbreng van de leerling verandert.",
            "Schrijf per punt op wat jullie doen.",
            "samen",
        )


def _evaluatie(f: Feiten) -> Iterable[Punt]:
    if f.begindatum is None or f.einddatum is not None:
        return
    stand = evaluatiestand(f.begindatum, f.evaluaties, f.dag)
    if stand == Evaluatiestand.TE_LAAT:
        yield Punt(
            "In het vorige schooljaar is niet teruggekeken.",
            "Kijk terug met ouders en leerling.",
            "evaluatie",
        )


def _evaluatie_met(f: Feiten) -> Iterable[Punt]:
    if f.begindatum is None or not f.evaluaties:
        return
    laatste = max(f.evaluaties, key=lambda e: e.op)
    if not laatste.ouders:
        yield Punt(
            "Bij de laatste evaluatie waren de ouders er niet.", "Praat ook met de ouders.", "evaluatie"
        )
    if not laatste.leerling:
        yield Punt(
            "Bij de laatste evaluatie was de leerling er niet.", "Praat ook met de leerling.", "evaluatie"
        )


def _rod(f: Feiten) -> Iterable[Punt]:
    if f.pro:
        return
    if f.begindatum is not None and f.rod_begin_op is None:
        yield Punt(
            "De begindatum staat nog niet in het ROD.",
            "Zet hem in je administratie, en meld het hier.",
            "rod",
        )
    if f.einddatum is not None and f.rod_eind_op is None:
        yield Punt(
            "De einddatum staat nog niet in het ROD.", "Zet hem in je administratie, en meld het hier.", "rod"
        )


_WVO = "WVO 2020 art. "
REGELS: dict[int, Regel] = {
    regel.nummer: regel
    for regel in (
        Regel(6, "Alles staat erin", f"{_WVO}2.44 lid 7, en de inhoud van een OPP", "perspectief", _inhoud),
        Regel(7, "Er is overlegd", f"{_WVO}2.44 lid 2", "samen", _overleg),
        Regel(8, "Akkoord met het handelingsdeel", f"{_WVO}2.44 lid 2", "samen", _akkoord),
        Regel(9, "Wie akkoord geeft, heeft gezag", f"{_WVO}1.1", "samen", _gezag),
        Regel(10, "Het akkoord is van deze versie", f"{_WVO}2.44 lid 4b", "samen", _zelfde_versie),
        Regel(11, "Het overleg ging over deze tekst", f"{_WVO}2.44 lid 4a", "samen", _zelfde_gesprek),
        Regel(12, "De leerling is gehoord", f"{_WVO}2.44 lid 5 en 6", "samen", _gehoord),
        Regel(13, "Ook bij een bijstelling", f"{_WVO}2.44 lid 5", "samen", _opnieuw_gehoord),
        Regel(14, "Het hoorrecht is aangeboden", f"{_WVO}2.44 lid 5", "samen", _nooit_nvt),
        Regel(15, "De inbreng staat in het document", f"{_WVO}2.44 lid 7c", "samen", _afdruk),
        Regel(16, "Elk schooljaar teruggekeken", f"{_WVO}2.44 lid 3", "evaluatie", _evaluatie),
        Regel(17, "Met ouders en leerling", f"{_WVO}2.44 lid 3", "evaluatie", _evaluatie_met),
        Regel(18, "In het ROD", "Besluit register onderwijsdeelnemers", "rod", _rod),
    )
}
POORT = (6, 7, 9, 12, 13, 14, 15)
"""A version is not set while one of these is red."""
DAARNA = (16, 17, 18)
"""Watched while it is in force; they make an OPP "niet in orde" and undo nothing."""


def bekijk(feiten: Feiten, nummers: Iterable[int] = tuple(REGELS)) -> list[Uitslag]:
    """Return how each of these rules stands."""
    return [Uitslag(REGELS[nummer], tuple(REGELS[nummer].kijk(feiten))) for nummer in nummers]


def mag_vaststellen(feiten: Feiten) -> list[Uitslag]:
    """Return the rules that keep this version from being set; empty: it may be set."""
    return [uitslag for uitslag in bekijk(feiten, POORT) if not uitslag.in_orde]


def in_orde(feiten: Feiten) -> bool:
    """Say whether an OPP that is in force is in legal order today, agreement or not."""
    return all(uitslag.in_orde for uitslag in bekijk(feiten, (*POORT, *DAARNA)))
