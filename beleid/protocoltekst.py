"""What a protocol can begin with: a short text and steps per kind, to be changed by the school. Nothing here is law text.

Sources: DOMAIN §4 (meldcode), §6.1 (toelating), §11 (facilities), the seeds (foreign trips).
"""

from collections.abc import Mapping
from typing import Any, TypedDict

from beleid.protocolsoorten import Protocolsoort

STAPPEN_MAX, WAT_MAX, WIE_MAX, WANNEER_MAX = 20, 200, 80, 80
TEKST_MAX, WIJZIGING_MAX = 20_000, 300


class Stap(TypedDict):
    """One step: what is done, by whom, and when."""

    wat: str
    wie: str
    wanneer: str


def _stap(wat: str, wie: str, wanneer: str = "") -> Stap:
    return {"wat": wat, "wie": wie, "wanneer": wanneer}


BEGIN: dict[str, tuple[str, list[Stap]]] = {
    Protocolsoort.DYSLEXIE: (
        "Elke leerling met dyslexie krijgt op onze school in elke les dezelfde ruimte. Wat hij nodig heeft, staat op zijn "
        "faciliteitenkaart. De kaart geldt voor alle docenten en alle vakken die erop staan.",
        [
            _stap("Vermoeden doorgeven met een signaal", "docent of mentor", "zodra het opvalt"),
            _stap("Screening of verklaring bekijken", "remedial teacher", "binnen drie weken"),
            _stap("Kaart maken samen met leerling en ouders", "zorgcoördinator", "binnen een week daarna"),
            _stap("Kaart lezen en bevestigen", "alle docenten van de leerling", "binnen drie schooldagen"),
            _stap("Vragen of het werkt", "mentor met de leerling", "elke periode"),
            _stap("Aangepaste examens doorgeven", "zorgcoördinator", "voor 1 oktober van het examenjaar"),
        ],
    ),
    Protocolsoort.REIS: (
        "Iedere leerling gaat mee, tenzij het echt niet veilig kan. We bespreken op tijd wat iemand onderweg nodig heeft. "
        "De reisleiding weet alleen wat zij onderweg nodig heeft.",
        [
            _stap("Nagaan wie onderweg iets nodig heeft", "mentor", "acht weken voor de reis"),
            _stap(
                "Gesprek met leerling en ouders: wat is nodig, wat kan de reis bieden",
                "mentor en reisleider",
                "zes weken voor de reis",
            ),
            _stap(
                "Besluit: mee, mee met afspraken, of een andere vorm", "teamleider", "vier weken voor de reis"
            ),
            _stap("Toestemming en noodnummers vastleggen", "ouders en reisleider", "twee weken voor de reis"),
            _stap("Blad met wat de reisleiding moet weten", "zorgcoördinator", "een week voor de reis"),
            _stap("Blad vernietigen en terugkijken", "reisleider", "een week na de reis"),
        ],
    ),
    Protocolsoort.ROUW: (
        "Bij een overlijden of een ander groot verlies is er rust, een vast gezicht en ruimte om gewoon leerling te zijn. "
        "We volgen wat het gezin wil dat anderen weten.",
        [
            _stap("Bericht aannemen en de schoolleiding inlichten", "wie het hoort", "direct"),
            _stap(
                "Contact met het gezin: wat mag worden verteld, door wie",
                "schoolleiding of mentor",
                "dezelfde dag",
            ),
            _stap("Docenten en klas vertellen", "mentor", "voor het eerste lesuur"),
            _stap(
                "Een vaste collega bij wie de leerling altijd terechtkan", "zorgcoördinator", "dezelfde dag"
            ),
            _stap("Afspraken over lessen en toetsen", "mentor", "binnen een week"),
            _stap(
                "Opnieuw vragen hoe het gaat, ook op moeilijke dagen", "mentor", "na zes weken en na een jaar"
            ),
        ],
    ),
    Protocolsoort.TOELATING: (
        "Bij elke aanmelding kijken we eerst wat een leerling nodig heeft, en dan of en hoe wij dat kunnen bieden. We houden "
        "ons aan de termijnen van de zorgplicht: zes weken, met hoogstens vier weken verlenging.",
        [
            _stap("Aanmelding en datum vastleggen", "administratie", "op de dag zelf"),
            _stap("Dossier van de vorige school lezen", "zorgcoördinator", "binnen twee weken"),
            _stap(
                "Gesprek met ouders en leerling over wat nodig is", "toelatingscommissie", "binnen vier weken"
            ),
            _stap("Besluit, of schriftelijk verlengen met reden", "schoolleiding", "binnen zes weken"),
            _stap(
                "Geen plek? Eerst een school die de leerling plaatst", "schoolleiding", "binnen tien weken"
            ),
            _stap("Overdracht naar de mentor", "zorgcoördinator", "voor de eerste schooldag"),
        ],
    ),
    Protocolsoort.MELDCODE: (
        "Bij een vermoeden van huiselijk geweld of kindermishandeling volgen we de vijf stappen van de meldcode. Twijfel je? "
        "Bel Veilig Thuis voor advies; dat kan zonder naam. Leg feiten vast, geen oordeel. Dit is een lijst om bij de hand te "
        "houden. Wat je over een leerling vastlegt, hoort hier niet.",
        [
            _stap("Signalen in kaart brengen: feiten, data, bronnen", "wie het ziet", "direct"),
            _stap(
                "Overleggen met een collega en zo nodig Veilig Thuis",
                "aandachtsfunctionaris",
                "dezelfde of de volgende dag",
            ),
            _stap(
                "Gesprek met ouders en leerling; overslaan mag alleen met een reden",
                "aandachtsfunctionaris",
                "zo snel het veilig kan",
            ),
            _stap(
                "Wegen met het afwegingskader",
                "aandachtsfunctionaris en eindverantwoordelijke",
                "direct na stap 3",
            ),
            _stap(
                "Beslissen: is melden nodig, is hulp bieden ook mogelijk", "eindverantwoordelijke", "direct"
            ),
        ],
    ),
    Protocolsoort.EIGEN: ("", []),
}


def schoon(stappen: list[Stap]) -> list[Stap]:
    """The steps without empty ones, trimmed; ValueError for too many, or for one that does not say what is done."""
    gevuld = [
        _stap(stap["wat"].strip(), stap["wie"].strip(), stap["wanneer"].strip())
        for stap in stappen
        if any(waarde.strip() for waarde in (stap["wat"], stap["wie"], stap["wanneer"]))
    ]
    if len(gevuld) > STAPPEN_MAX:
        raise ValueError(f"Een protocol heeft hoogstens {STAPPEN_MAX} stappen.")
    if any(not stap["wat"] for stap in gevuld):
        raise ValueError("Schrijf bij elke stap op wat er gebeurt, of maak de regel leeg.")
    return gevuld


class Woorden(TypedDict):
    """What somebody writes in one version."""

    tekst: str
    stappen: list[Stap]
    wijziging: str


def woorden_uit(inhoud: Mapping[str, Any]) -> Woorden:
    """The words of a version out of a draft; what is no text there, or too long, is left out: anybody can make a draft."""
    rijen = inhoud.get("stappen")
    stappen = [
        _stap(_kort(rij, "wat", WAT_MAX), _kort(rij, "wie", WIE_MAX), _kort(rij, "wanneer", WANNEER_MAX))
        for rij in (rijen if isinstance(rijen, list) else [])[:STAPPEN_MAX]
        if isinstance(rij, dict) and _kort(rij, "wat", WAT_MAX).strip()
    ]
    tekst, wijziging = _kort(inhoud, "tekst", TEKST_MAX), _kort(inhoud, "wijziging", WIJZIGING_MAX)
    return {"tekst": tekst, "stappen": stappen, "wijziging": wijziging}


def _kort(inhoud: Mapping[str, Any], veld: str, hoogstens: int) -> str:
    waarde = inhoud.get(veld)
    return waarde[:hoogstens] if isinstance(waarde, str) else ""
