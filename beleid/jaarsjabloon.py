"""What comes back every school year in the support of pupils, as data (DOMAIN §10), in our own words.

A school starts from these lines and makes them its own. `week` is the week a line wishes to begin in; with `uiterlijk` it is
the last day instead, because a law says so. What stands here names no pupil.
"""

from dataclasses import dataclass

from beleid.jaarstroken import Strook


@dataclass(frozen=True)
class Regel:
    """One line. `maand` and `dag`: in the week of that day it begins, or with `uiterlijk` the day it must be done by.

    `weken` is how many school weeks it takes; `toelichting` says what to do, `bron` which rule it comes from.
    """

    sleutel: str
    titel: str
    strook: Strook
    maand: int
    dag: int
    weken: int = 1
    uiterlijk: bool = False
    toelichting: str = ""
    bron: str = ""


P, Z, K = Strook.ONTWIKKELPUNT, Strook.SIGNALEREN, Strook.OPP_KAART
S, C, B = Strook.SAMEN, Strook.SCHOLING, Strook.BELEID

REGELS: tuple[Regel, ...] = (
    Regel("punt_start", "Start met het team", P, 8, 24, 2, toelichting="Vertel waar je dit jaar aan werkt."),
    Regel("punt_tussen", "Tussenbalans", P, 12, 1, 2, toelichting="Lees het cijfer en kies wat je bijstelt."),
    Regel("punt_terug", "Samen terugkijken", P, 5, 17, 3, toelichting="Kijk met het team terug."),
    Regel(
        "overdracht_po", "Warme overdracht basisschool", Z, 8, 24, 4, toelichting="Vraag na wat ontbreekt."
    ),
    Regel(
        "screening", "Screening taal en rekenen", Z, 9, 7, 3, toelichting="Dictee, stilleestoets, rekenen."
    ),
    Regel(
        "lijst_1", "Signaleringslijst", Z, 9, 28, 2, toelichting="Vier tot zes weken na de start, per klas."
    ),
    Regel("determinatie", "Determinatie leerjaar 2 en 3", Z, 1, 18, 2),
    Regel("lijst_2", "Signaleringslijst halverwege", Z, 2, 1, 2),
    Regel("kaarten_start", "Kaarten klaarzetten", K, 8, 24, 2, toelichting="Met een advies per klas."),
    Regel(
        "opp_overgenomen",
        "Overgenomen OPP's nakijken",
        K,
        9,
        12,
        3,
        uiterlijk=True,
        toelichting="Zes weken na 1 augustus staat elk OPP van een nieuwe leerling.",
        bron="WVO 2020, 12 september",
    ),
    Regel("opp_nieuw", "OPP's vaststellen", K, 10, 5, 3, toelichting="Van wie dit jaar nieuw is."),
    Regel("examen_lijst", "Lijst aangepaste examens", K, 10, 12, 2, toelichting="Aan de examensecretaris."),
    Regel("dyslexie", "Dyslexieonderzoek aanvragen", K, 11, 9, 3),
    Regel("opp_half", "OPP's halverwege bekijken", K, 1, 11, 3),
    Regel("tlv", "TLV's aanvragen", K, 2, 8, 3, toelichting="Voor plaatsing volgend schooljaar."),
    Regel("examens", "Aangepaste examens", K, 5, 10, 2),
    Regel("kaarten_verlengen", "Kaarten verlengen", K, 6, 7, 3),
    Regel("opp_jaar", "Jaarevaluatie met ouders", K, 6, 1, 4, toelichting="Met ouders en leerling samen."),
    Regel(
        "opp_klaar",
        "Alle OPP's geëvalueerd",
        K,
        7,
        31,
        1,
        uiterlijk=True,
        bron="WVO 2020, elk schooljaar",
    ),
    Regel(
        "overleg_plannen", "Overleggen van het jaar plannen", S, 8, 17, 2, toelichting="ZAT, klas en team."
    ),
    Regel("briefing", "Startbriefing team", S, 8, 24),
    Regel("kennismaking", "Kennismaking met ouders", S, 9, 7, 2),
    Regel("verzuim", "Verzuimafspraken", S, 9, 14, 2, toelichting="Met leerplicht, ook over vaste dagen."),
    Regel("rapport_1", "Rapport en mentorgesprek", S, 11, 16, 2),
    Regel("voorlichting", "Open dag en voorlichting", S, 11, 23, 2),
    Regel("swv", "Samenwerkingsverband", S, 12, 7, 2, toelichting="Bespreek welke TLV's er kunnen komen."),
    Regel("rapport_2", "Rapport 2", S, 2, 8, 2),
    Regel("aanmelding", "Aanmelding brugklas", S, 3, 22, 3, toelichting="Lees dossiers, plan de commissie."),
    Regel("toelating", "Toelatingsbesluiten", S, 4, 12, 3, toelichting="Zes weken, met vier weken uitstel."),
    Regel("intake", "Intake basisscholen", S, 4, 19, 4),
    Regel("overgang", "Overgangsvergadering", S, 6, 21, 2),
    Regel("overdracht", "Overdracht mentoren", S, 7, 5, 2, toelichting="Van mentor naar mentor."),
    Regel("overdracht_uit", "Overdracht vervolgschool", S, 7, 5, 2),
    Regel("mentoren", "Nieuwe mentoren inwerken", C, 8, 24, 3),
    Regel("trainingen", "Aanmelden trainingen", C, 10, 5, 2, toelichting="Faalangst, SoVa, examenvrees."),
    Regel("intervisie", "Scholing en intervisie", C, 4, 5, 3),
    Regel("inlezen", "Nieuwe leerlingen inlezen", B, 8, 17),
    Regel("jaarplan", "Jaarplan vaststellen", B, 9, 7, 3),
    Regel(
        "examenreglement",
        "Examenreglement en PTA",
        B,
        9,
        30,
        2,
        uiterlijk=True,
        toelichting="Met de aangepaste manieren van examen doen.",
        bron="WVO 2020 2.60, voor 1 oktober",
    ),
    Regel("toegang_1", "Toegang nalopen", B, 10, 12, toelichting="Wie ziet wat, en klopt dat nog?"),
    Regel("toegang_2", "Toegang nalopen", B, 1, 25),
    Regel("toegang_3", "Toegang nalopen", B, 4, 19),
    Regel("aanbod", "Aanbod voor de schoolgids", B, 5, 1, 4, toelichting="Schrijf het voor komend jaar."),
    Regel("plan_terug", "Evaluatie met het MT", B, 6, 7, 2, toelichting="Van het plan van dit jaar."),
    Regel(
        "schoolgids",
        "Schoolgids vaststellen",
        B,
        7,
        31,
        3,
        uiterlijk=True,
        toelichting="Met de MR, en met het ondersteuningsaanbod erin.",
        bron="WVO 2020, voor 1 augustus",
    ),
    Regel("jaarverslag", "Jaarverslag en plan", B, 7, 5, 2),
    Regel("vernietigen", "Vernietigingslijst", B, 7, 5, toelichting="Wat mag weg, wie tekent ervoor?"),
)

WETTELIJK: tuple[tuple[int, int, str], ...] = (
    (8, 1, "Schooljaar begint, schoolgids klaar"),
    (9, 12, "Overgenomen OPP's klaar"),
    (9, 30, "Examenreglement en PTA klaar"),
    (10, 1, "Teldatum"),
    (5, 1, "Plan samenwerkingsverband klaar"),
    (7, 31, "Alle OPP's geëvalueerd"),
)
"""Days that stand in a law, also when no school is open then: month, day, what."""
