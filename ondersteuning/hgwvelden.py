"""The fields of the HGW form as data: sections, labels, hints and the sentences to finish (DOMAIN §5).

Every text is empty when nobody said anything about it. There is no field for a diagnosis, and none asks for one: the
question is what a pupil needs, not what he has (arrangeren, niet indiceren).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Veld:
    """One text: its name in the model, what it is called, and an example or the begin of a sentence."""

    naam: str
    label: str
    hulp: str = ""
    regels: int = 2
    zin: bool = False


@dataclass(frozen=True)
class Sectie:
    """A part of the form that folds; `soort` is "kolommen" when its first half stands beside its second."""

    sleutel: str
    kop: str
    uitleg: str
    velden: tuple[Veld, ...]
    soort: str = ""


SECTIES = (
    Sectie(
        "vraag",
        "De vraag",
        "Wie vraagt wat? Laat leeg wie niets vroeg.",
        (
            Veld("vraag_leerling", "Wat vraagt de leerling?", "Liefst in eigen woorden"),
            Veld("aanleiding", "Waarom nu?", "Wat er gebeurde, in een of twee zinnen"),
            Veld("vraag_ouders", "Wat vragen de ouders?"),
            Veld("vraag_docent", "Wat vraagt de docent?"),
            Veld("vraag_mentor", "Wat vraagt de mentor?"),
        ),
    ),
    Sectie(
        "goed",
        "Wat gaat goed",
        "Wat lukt, waar, en wanneer? Hier begint vaak de aanpak.",
        (Veld("gaat_goed", "Wat gaat goed?", "Vakken, momenten, mensen", 3),),
    ),
    Sectie(
        "zorgen",
        "De zorgen",
        "Wat je ziet en hoort. Zonder verklaring, die komt straks.",
        (
            Veld("zorg_gedrag", "Wat zie je de leerling doen?", "Wat hij of zij doet of zegt", 3),
            Veld("zorg_waar", "Waar?", "Bij welk vak, in welke situatie"),
            Veld("zorg_wanneer", "Wanneer?", "Welk moment van de les of de week"),
            Veld("zorg_vaak", "Hoe vaak?", "Elke les, eens per week"),
        ),
    ),
    Sectie(
        "factoren",
        "Wat helpt en wat belemmert",
        "Altijd allebei. Wat al helpt, is vaak het begin van de aanpak.",
        (
            Veld("stim_leerling", "Helpt: in de leerling"),
            Veld("stim_onderwijs", "Helpt: in de les en de klas"),
            Veld("stim_opvoeding", "Helpt: thuis"),
            Veld("belem_leerling", "Belemmert: in de leerling"),
            Veld("belem_onderwijs", "Belemmert: in de les en de klas"),
            Veld("belem_opvoeding", "Belemmert: thuis"),
        ),
        "kolommen",
    ),
    Sectie(
        "gedaan",
        "Wat er al is gedaan",
        "Ook wat niet hielp is de moeite waard.",
        (
            Veld("al_gedaan", "Wat is er al gedaan?", "", 3),
            Veld("al_effect", "Wat leverde dat op?"),
        ),
    ),
    Sectie(
        "verklaring",
        "Hoe wij het begrijpen",
        "Een vermoeden dat je kunt toetsen: als dit verandert, dan verwachten we dat.",
        (
            Veld("verklaring_als", "Als …", "hij vooraf weet wat er komt"),
            Veld("verklaring_dan", "dan …", "begint hij zelf"),
        ),
    ),
    Sectie(
        "behoeften",
        "Wat de leerling nodig heeft",
        "Maak af wat past. Eén zin is genoeg.",
        (
            Veld("behoefte_instructie", "Instructie die …", "in kleine stappen gaat", zin=True),
            Veld("behoefte_opdrachten", "Opdrachten die …", "korter zijn en een voorbeeld hebben", zin=True),
            Veld("behoefte_activiteiten", "Leeractiviteiten die …", "", zin=True),
            Veld("behoefte_feedback", "Feedback die …", "over de inhoud gaat, niet over spelling", zin=True),
            Veld("behoefte_groepsgenoten", "Groepsgenoten die …", "", zin=True),
            Veld("behoefte_docent", "Een docent die …", "uit zichzelf de extra tijd geeft", zin=True),
            Veld("behoefte_hulpmiddelen", "Hulpmiddelen of een omgeving die …", "", zin=True),
            Veld("behoefte_ouders", "Ouders die …", "", zin=True),
        ),
    ),
    Sectie(
        "docent",
        "Wat de docent nodig heeft",
        "Wie het moet doen, mag ook iets vragen.",
        (
            Veld("docent_kennis", "Kennis van …", zin=True),
            Veld("docent_vaardigheden", "Vaardigheden om …", zin=True),
            Veld("docent_hulp", "Hulp tijdens …", zin=True),
            Veld("docent_consultatie", "Een collega die meedenkt over …", zin=True),
        ),
    ),
    Sectie(
        "plan",
        "Doelen en aanpak",
        "Een doel per regel: wat kan de leerling straks, en hoe merk je dat?",
        (
            Veld("doelen", "Doelen", "", 3),
            Veld("aanpak", "Aanpak", "Wie doet wat, en wanneer", 3),
        ),
    ),
)
VELDEN: dict[str, Veld] = {veld.naam: veld for sectie in SECTIES for veld in sectie.velden}
BEHOEFTEN = tuple(naam for naam in VELDEN if naam.startswith("behoefte_"))
STIMULEREND = tuple(naam for naam in VELDEN if naam.startswith("stim_"))
BELEMMEREND = tuple(naam for naam in VELDEN if naam.startswith("belem_"))
VRAGEN = tuple(naam for naam in VELDEN if naam.startswith("vraag_"))
# What a teacher can act on: what parents are asked to do is not his (DESIGN §3, summaries for teachers).
VOOR_DE_LES = tuple(naam for naam in BEHOEFTEN if naam != "behoefte_ouders")


def zin(naam: str, tekst: str) -> str:
    """Return a need as one line: "Instructie die in kleine stappen gaat"."""
    begin = VELDEN[naam].label.removesuffix("…").strip()
    return f"{begin} {tekst.strip()}"


def ontbreekt(inhoud: Mapping[str, Any]) -> dict[str, str]:
    """Return per field what is still missing to finish a form; empty when it may be finished.

    What hinders never stands alone, one need is finished at least, and there is a day to look back.
    """
    fouten = {}
    if _iets(inhoud, BELEMMEREND) and not _iets(inhoud, STIMULEREND):
        fouten["stim_leerling"] = (
            "Er staat alleen wat belemmert. Schrijf ook op wat helpt: in de leerling, de les of thuis."
        )
    if not _iets(inhoud, BEHOEFTEN):
        fouten["behoefte_instructie"] = "Maak minstens één zin af over wat de leerling nodig heeft."
    if not inhoud.get("evaluatie_op"):
        fouten["evaluatie_op"] = "Kies een dag waarop jullie terugkijken."
    return fouten


def _iets(inhoud: Mapping[str, Any], namen: tuple[str, ...]) -> bool:
    return any(inhoud.get(naam) for naam in namen)
