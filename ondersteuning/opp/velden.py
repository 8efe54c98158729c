"""The parts of an OPP as data: screens, texts, hints, and which texts make up the handelingsdeel (DOMAIN §1.5).

Every text is empty when nobody said anything about it; an empty part is not shown and not printed. The law asks for
seven of them (DOMAIN §1.3, rule 6); the rest is there for who needs it. There is no field for a diagnosis.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Veld:
    """One text: its name in the model, what it is called, a hint, and whether the law asks for it.

    kort: said in at most a few lines; regels: how high the box is. pro: only for practical education.
    """

    naam: str
    label: str
    hulp: str = ""
    regels: int = 3
    verplicht: bool = False
    pro: bool = False


@dataclass(frozen=True)
class Scherm:
    """One screen of the editor; `kort` is its word in the row of steps."""

    sleutel: str
    kop: str
    kort: str
    uitleg: str
    velden: tuple[Veld, ...]


SCHERMEN = (
    Scherm(
        "start",
        "Waar komt de leerling vandaan",
        "Start",
        "Wat er al is, staat er al. Kijk of het klopt, en haal weg wat het onderwijs niet raakt.",
        (
            Veld("schoolloopbaan", "Schoolloopbaan", "Basisschool, advies, klas overgedaan, andere scholen"),
            Veld("eerder_gedaan", "Wat is er al gedaan?", "In de klas en daarbuiten", 4),
            Veld("eerder_effect", "Wat leverde dat op?", "Ook wat niet hielp is de moeite waard"),
            Veld("instanties", "Wie helpt er nog meer mee?", "Jeugdhulp, dyslexiezorg, wijkteam"),
            Veld("bijzonderheden", "Bijzonderheden", "Alleen wat het onderwijs raakt"),
        ),
    ),
    Scherm(
        "beeld",
        "Hoe gaat het nu",
        "Beeld",
        "Schrijf op wat je ziet, niet wat iemand heeft. Laat leeg waar niets over te zeggen is.",
        (
            Veld("beeld_leren", "Leren", "Wat lukt, en wat kost moeite?"),
            Veld("beeld_werkhouding", "Werkhouding en leren leren"),
            Veld("beeld_sociaal", "Omgaan met anderen en met zichzelf"),
            Veld("beeld_lichamelijk", "Lichaam en gezondheid", "Alleen wat meetelt op school"),
            Veld("beeld_thuis", "Thuis en vrije tijd"),
            Veld("visie_ouders", "Wat vinden de ouders?", "Liefst in hun eigen woorden"),
        ),
    ),
    Scherm(
        "perspectief",
        "Waar werken we naartoe",
        "Perspectief",
        "Waar komt de leerling naar verwachting uit, en waarom denken we dat?",
        (
            Veld("bestemming_uitleg", "Toelichting", "In één zin, zoals je het aan de leerling zegt", 2),
            Veld(
                "onderbouwing", "Waarom denken we dat?", "Resultaten, vakken, wat iemand laat zien", 3, True
            ),
            Veld("bevorderend", "Wat helpt", "Een regel per punt", 4, True),
            Veld("belemmerend", "Wat in de weg zit", "Een regel per punt", 4, True),
            Veld("tussenstation", "Onderweg", "Wat verwacht je per leerjaar?"),
            Veld(
                "praktijk",
                "Hoe ziet het praktijkonderwijs eruit?",
                "Vakken, stage, begeleiding",
                3,
                True,
                True,
            ),
        ),
    ),
    Scherm(
        "handelingsdeel",
        "Wat gaan we doen",
        "Handelingsdeel",
        "Over dit deel is instemming van de ouders nodig. Verander je het daarna, dan vraag je die opnieuw.",
        (
            Veld("behoefte_leer", "Nodig: leren", "Een leerkracht die …, opdrachten die …", 2),
            Veld("behoefte_pers", "Nodig: persoonlijk", "", 2),
            Veld("behoefte_loop", "Nodig: schoolloopbaan", "", 2),
            Veld("behoefte_docent", "Wat docenten nodig hebben", "", 2),
            Veld("begeleiding", "De begeleiding", "Wat de leerling krijgt, van wie, hoe vaak", 4, True),
            Veld("faciliteiten", "Faciliteiten", "Wat er op de kaart staat", 3),
            Veld("middelen", "Inzet en middelen", "Uren, arrangement", 2),
        ),
    ),
    Scherm(
        "samen",
        "Samen afmaken",
        "Samen",
        "De leerling wordt gehoord, met de ouders is overlegd, en iedereen met gezag antwoordt op het handelingsdeel.",
        (),
    ),
)
SCHERM: dict[str, Scherm] = {scherm.sleutel: scherm for scherm in SCHERMEN}
VELDEN: dict[str, Veld] = {veld.naam: veld for scherm in SCHERMEN for veld in scherm.velden}
# Choices beside the texts, and the screen they stand on.
LIJSTEN = {"bestemming": "perspectief", "afwijkt": "handelingsdeel"}
HANDELINGSDEEL = (*(veld.naam for veld in SCHERM["handelingsdeel"].velden), "afwijkt")
"""Texts and choices that parents agree to; the goals and the deviations from the programme belong to it too."""
PERSPECTIEF = tuple(naam for naam in (*VELDEN, *LIJSTEN) if naam not in HANDELINGSDEEL)
"""What is discussed with the parents without needing their agreement (rule 11)."""
DOELVELDEN = (
    "domein",
    "doel",
    "beginsituatie",
    "aanpak",
    "wie",
    "waar",
    "frequentie",
    "materialen",
    "van",
    "tot",
    "criterium",
)
AFWIJKINGVELDEN = ("soort", "vak", "uitleg", "grondslag", "van", "tot", "uren", "inspectie_op")


def hash_van(inhoud: Mapping[str, Any], rijen: Iterable[Iterable[Mapping[str, Any]]] = ()) -> str:
    """Return the SHA-256 (64 hex digits) of texts and rows: the same words in the same order of rows give the same
    number. Spaces at the ends of a text and the kind of line end do not count."""
    kaal = {naam: _kaal(waarde) for naam, waarde in inhoud.items()}
    delen = [[{naam: _kaal(waarde) for naam, waarde in rij.items()} for rij in soort] for soort in rijen]
    tekst = json.dumps([kaal, delen], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(tekst.encode()).hexdigest()


def _kaal(waarde: Any) -> str:
    if waarde is None:
        return ""
    return "\n".join(str(waarde).strip().splitlines())
