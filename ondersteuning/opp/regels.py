"""The rules 6 to 18 of DOMAIN §14, one pure function each: facts in, what is missing out (nothing: in order)."""

from collections.abc import Iterable
from dataclasses import dataclass

from ondersteuning.opp.feiten import Feiten, Overlegd
from ondersteuning.opp.loop import Handelingsdeel
from ondersteuning.opp.termijnen import Evaluatiestand, evaluatiestand
from zorgapp.kern.datums import dag_maand


@dataclass(frozen=True)
class Punt:
    """One thing that is missing: what, what to do next, and the part of the editor where one does it."""

    wat: str
    doe: str
    plek: str


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


def inhoud(f: Feiten) -> Iterable[Punt]:
    """Rule 6: everything the law asks for is in it."""
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
        yield _aanbod(f)


def _met_wie(f: Feiten, o: Overlegd) -> bool:
    """With who decides now; of a version that was set with who decided then, which was judged on that day."""
    if f.vastgesteld:
        return o.met_leerling or o.met_gezag
    return o.met_leerling if f.meerderjarig else o.met_gezag


def overleg(f: Feiten) -> Iterable[Punt]:
    """Rule 7: a talk with the parents (from 18: the pupil) about what stands there now."""
    wie = "de leerling" if f.meerderjarig else "de ouders"
    deze = [o for o in f.overleggen if o.ronde == f.ronde and _met_wie(f, o) and o.samenvatting]
    if not deze:
        yield Punt(f"Er is nog geen overleg met {wie} vastgelegd.", _gesprek(f, wie), "samen")
    elif all(o.hash != f.hash_perspectief for o in deze):
        yield _opnieuw(wie)


def _gesprek(f: Feiten, wie: str) -> str:
    """What to do: plan it, or what comes after when it is planned already."""
    dagen = [o.op for o in f.gepland if o.ronde == f.ronde and _met_wie(f, o)]
    if not dagen:
        return f"Plan een gesprek met {wie}."
    if min(dagen) <= f.dag:
        return "Leg vast wat er in het gesprek is besproken."
    return f"Het gesprek is op {dag_maand(min(dagen), f.dag)}. Leg daarna vast wat er is besproken."


def _opnieuw(wie: str) -> Punt:
    return Punt(
        f"Na het overleg met {wie} is er iets veranderd.", f"Bespreek met {wie} wat er nu staat.", "samen"
    )


def akkoord(f: Feiten) -> Iterable[Punt]:
    """Rule 8: the handelingsdeel is agreed by who may; it gates `akkoord`, not the OPP."""
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


def gezag(f: Feiten) -> Iterable[Punt]:
    """Rule 9: only who has gezag agrees; of a version that was set it was judged on that day (only 16 to 18 come after)."""
    if f.vastgesteld:
        return
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


def zelfde_versie(f: Feiten) -> Iterable[Punt]:
    """Rule 10: a changed handelingsdeel is put before them again."""
    if f.hash_voorgelegd and f.hash_voorgelegd != f.hash_handelingsdeel:
        yield Punt(
            "Het handelingsdeel is veranderd nadat het werd voorgelegd.",
            "Leg deze versie opnieuw voor.",
            "samen",
        )


def zelfde_gesprek(f: Feiten) -> Iterable[Punt]:
    """Rule 11: other parts that changed are discussed again."""
    deze = [o for o in f.overleggen if o.ronde == f.ronde and _met_wie(f, o)]
    if deze and all(o.hash != f.hash_perspectief for o in deze):
        yield _opnieuw("de leerling" if f.meerderjarig else "de ouders")


def _aanbod(f: Feiten) -> Punt:
    """Rules 6, 12, 13 and 14 ask for the same thing to do, so they say the same; a list shows it once."""
    if f.ronde > 1:
        return Punt(
            "Bij een bijstelling praat de leerling opnieuw mee.", "Bied het aan. Nee zeggen mag ook.", "samen"
        )
    return Punt(
        "De leerling is nog niet gevraagd om mee te praten.", "Bied het aan. Nee zeggen mag ook.", "samen"
    )


def gehoord(f: Feiten) -> Iterable[Punt]:
    """Rule 12: offered, in the manner the pupil chose, with help, with what it changed and explained back.

    Who declines was offered help too, but chooses no manner.
    """
    h = f.hoorrecht
    if h is None or h.aangeboden_op is None:
        yield _aanbod(f)
        return
    if not h.hulp:
        yield Punt("Er staat niet welke hulp je aanbood.", "Schrijf op welke hulp je aanbood.", "samen")
    if h.ziet_af and not h.heeft_inbreng:
        return
    if not h.wijze:
        yield Punt("Er staat niet hoe de leerling gehoord wil worden.", "Laat de leerling kiezen.", "samen")
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


def opnieuw_gehoord(f: Feiten) -> Iterable[Punt]:
    """Rule 13: at every change again."""
    if f.ronde > 1 and f.hoorrecht is None:
        yield _aanbod(f)


def nooit_nvt(f: Feiten) -> Iterable[Punt]:
    """Rule 14: nobody skips it, at no age."""
    if f.hoorrecht is None or f.hoorrecht.aangeboden_op is None:
        yield _aanbod(f)


def afdruk(f: Feiten) -> Iterable[Punt]:
    """Rule 15: the document shows the words of the pupil and what they changed."""
    h = f.hoorrecht
    if h is not None and h.heeft_inbreng and not h.invloeden:
        yield Punt(
            "In het document staat nog niet wat de inbreng van de leerling verandert.",
            "Schrijf per punt op wat jullie doen.",
            "samen",
        )


def evaluatie(f: Feiten) -> Iterable[Punt]:
    """Rule 16: looked back on in every school year."""
    if f.begindatum is None or f.einddatum is not None:
        return
    stand = evaluatiestand(f.begindatum, f.evaluaties, f.dag)
    if stand == Evaluatiestand.TE_LAAT:
        yield Punt(
            "In het vorige schooljaar is niet teruggekeken.",
            "Kijk terug met ouders en leerling.",
            "evaluatie",
        )


def evaluatie_met(f: Feiten) -> Iterable[Punt]:
    """Rule 17: with parents and pupil, recorded apart."""
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


def rod(f: Feiten) -> Iterable[Punt]:
    """Rule 18: begin and end are in the ROD, but not of practical education."""
    if f.pro or f.begindatum is None:  # what was never set has no period
        return
    if f.rod_begin_op is None:
        yield Punt(
            "De begindatum staat nog niet in het ROD.",
            "Zet hem in je administratie, en meld het hier.",
            "rod",
        )
    if f.einddatum is not None and f.rod_eind_op is None:
        yield Punt(
            "De einddatum staat nog niet in het ROD.", "Zet hem in je administratie, en meld het hier.", "rod"
        )
