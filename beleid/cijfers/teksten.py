"""The words of the figures: what each table and tile counts, and what its rows are called."""

from ondersteuning.models import Afloop
from ondersteuning.workflow import Besluit
from zorgapp.kern.lijnen import Domein, Lijn

DELEN = {
    "overzicht": "Overzicht",
    "ondersteuning": "Ondersteuning",
    "opp": "OPP’s",
    "aanbod": "Aanbod",
    "docenten": "Docenten",
}
"""The pages of the figures, in their order."""

DOMEINEN = [(d.value, str(d.label)) for d in Domein]
LIJNEN = [(str(lijn.value), str(lijn.label)) for lijn in Lijn]
BESLUITEN = [
    (Besluit.TERUG.value, "Terug met advies"),
    (Besluit.TWEEDE_LIJN.value, "Tweede lijn"),
    (Besluit.ZORGOVERLEG.value, "Zorgoverleg"),
    (Besluit.DERDE_LIJN.value, "Derde lijn"),
    (Besluit.AFSLUITEN.value, "Afgesloten"),
]
AFLOPEN = [(a.value, str(a.label)) for a in Afloop]
STANDEN = [(str(n), f"{n:+d}".replace("-", "−") if n else "0") for n in range(-2, 3)]
ORDE = [("in_orde", "in orde"), ("niet", "niet in orde")]
OP_TIJD = [("op_tijd", "op tijd"), ("te_laat", "niet op tijd")]
EERSTE = [("eerste", "opgelost in de eerste lijn"), ("hoger", "verder in een hogere lijn")]
KAARTEN = [("bevestigd", "door alle docenten bevestigd"), ("niet", "nog niet door allemaal")]
DOCENTEN = [("mee", "deden mee"), ("niet", "nog niet")]
CASELOAD = [
    ("5", "1 tot en met 5"),
    ("10", "6 tot en met 10"),
    ("20", "11 tot en met 20"),
    ("100", "meer dan 20"),
]

UITLEG = {
    "signalen": "Signalen die collega’s indienden, in de maand waarin zij dat deden. Een signaal telt mee zodra zijn domein bekend is.",
    "signalen_eerder": "Dezelfde telling in de maanden ervoor, van het vorige schooljaar.",
    "besluiten": "Besluiten over signalen, in de periode waarin ze vielen: een signaal kan er meer hebben. Een besluit dat is hersteld telt niet mee.",
    "antwoord": "Schooldagen van een signaal tot het eerste besluit, dat is het antwoord aan de indiener; hooguit 60. Vrije dagen tellen niet mee. Bij de maand van het signaal. De middelste waarde: de helft kreeg sneller antwoord.",
    "afspraken": "Afspraken waarvan de datum in deze periode viel; uitgesteld telt de nieuwe datum. Op tijd: gelukt of niet meer nodig, op of voor die datum.",
    "opp_termijn": "OPP’s die in deze periode voor het eerst zijn vastgesteld, of dat uiterlijk hadden moeten zijn. Op tijd: binnen hun termijn van zes weken. Een OPP waar nog niemand aan begon telt hier niet mee.",
    "lijn": "Leerlingen met een lopend traject, in hun hoogste lijn. De stand aan het eind van de periode, of van vannacht.",
    "lijn_niveau": "Leerlingen met een lopend traject, in hun hoogste lijn, per niveau van hun klas. Niveaus met minder dan 15 leerlingen staan samen. De stand aan het eind van de periode, of van vannacht.",
    "instroom": "Trajecten die in deze periode begonnen.",
    "uitstroom": "Trajecten die in deze periode werden afgesloten, en hoe.",
    "eerste_lijn": "Signalen uit deze periode waarover is besloten. Opgelost in de eerste lijn: zonder tweede lijn, derde lijn of zorgoverleg.",
    "caseload": "Collega’s met de regie over lopende trajecten, naar hoeveel trajecten zij hebben. De stand aan het eind van de periode, of van vannacht. Van de hele school.",
    "opp_orde": "OPP’s die gelden. In orde: er mist niets van wat na het vaststellen nog moet, zoals elk schooljaar terugkijken. Waar iets mist staat bij OPP’s in orde. De stand aan het eind van de periode, of van vannacht.",
    "doelen": "Doelen van trajecten die in deze periode zijn afgesloten, naar hun laatste stand; nooit gemeten telt de stand bij het begin, vervallen doelen tellen niet. 0 is gelukt, daarboven is meer dan gehoopt.",
    "wachtlijst": "Leerlingen die op een plek wachtten aan het eind van de periode, of vannacht. Wie op twee plekken wacht telt twee keer.",
    "docenten": "Docenten, mentoren en teamleiders van nu die in deze periode een signaal stuurden of een lijst invulden. Van de hele school.",
    "kaarten": "Geldige faciliteitenkaarten van leerlingen die les hebben. Bevestigd: alle docenten en mentoren van de leerling hebben de laatste versie gelezen. De stand aan het eind van de periode, of van vannacht.",
}
"""What each table counts."""

TITELS = {
    "overzicht": (
        ("signalen", "Signalen per maand"),
        ("besluiten", "Wat met een signaal gebeurt"),
        ("antwoord", "Schooldagen tot een antwoord"),
        ("afspraken", "Afspraken op tijd"),
        ("lijn", "Leerlingen per leerjaar, hoogste lijn"),
    ),
    "ondersteuning": (
        ("lijn_niveau", "Leerlingen per niveau, hoogste lijn"),
        ("instroom", "Begonnen trajecten"),
        ("uitstroom", "Afgesloten trajecten"),
        ("eerste_lijn", "Opgelost in de eerste lijn"),
        ("caseload", "Caseload"),
    ),
    "opp": (("opp_orde", "OPP’s in orde"), ("opp_termijn", "Vastgesteld binnen zes weken")),
    "aanbod": (("doelen", "Doelen per aanbod"), ("wachtlijst", "Wachtlijsten")),
    "docenten": (("docenten", "Docenten die meedoen"), ("kaarten", "Faciliteitenkaarten")),
}
"""The figures of each page by their title; each definition stands once."""


def begrippen() -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Every definition by page: (page, [(key, title, text)])."""
    return [(DELEN[deel], [(s, titel, UITLEG[s]) for s, titel in rij]) for deel, rij in TITELS.items()]
