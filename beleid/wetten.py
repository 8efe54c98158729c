"""The law watch as data: points of the law the app keeps (DOMAIN §1-§4, §6, §7), what each asks and what it touches here."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

HOORRECHT = date(2025, 8, 1)


class Voldoet(TextChoices):
    JA = "ja", "ja"
    DEELS = "deels", "deels"
    NEE = "nee", "nee"


@dataclass(frozen=True)
class Wetspunt:
    """One point. `sinds` is the day it began when it is recent; `voorstel`: it is no law yet.

    `instellingen` are keys of school settings it has to do with, `doet` what zorgapp does for it.
    """

    sleutel: str
    titel: str
    bron: str
    vraagt: str
    doet: str
    instellingen: tuple[str, ...] = ()
    sinds: date | None = None
    voorstel: bool = False


_ALLE = (
    Wetspunt(
        "opp_termijn",
        "OPP binnen zes weken",
        "WVO 2020, artikel 2.44 lid 2",
        "Een ontwikkelingsperspectief is er zo snel mogelijk, uiterlijk zes weken na de inschrijving. Bij een tijdelijke "
        "plaatsing tellen de zes weken vanaf de definitieve plaatsing.",
        "Telt 42 dagen, ook in vakanties, en zet elk OPP dat ontbreekt of bijna te laat is op de lijst.",
        ("opp_start_extra", "opp_vooraf"),
    ),
    Wetspunt(
        "opp_evaluatie",
        "OPP elk schooljaar evalueren",
        "WVO 2020, artikel 2.44 lid 3",
        "De school evalueert elk OPP minstens een keer per schooljaar met de ouders en de leerling.",
        "Houdt bij wie erbij was en toont welke evaluatie voor 31 juli nog open is.",
    ),
    Wetspunt(
        "hoorrecht",
        "De leerling wordt gehoord",
        "WVO 2020, artikel 2.44 lid 5, 6 en 7 onder c",
        "De school geeft de leerling de kans te zeggen wat hij van het OPP vindt, op een manier die hij kiest en met de hulp "
        "die hij nodig heeft. Wat hij zei en wat dat veranderde staat in het OPP, en de school legt het hem uit. Bij een "
        "bijstelling opnieuw.",
        "Laat een OPP pas vaststellen als de leerling gehoord is of er zelf van afziet.",
        ("opp_link",),
        HOORRECHT,
    ),
    Wetspunt(
        "handelingsdeel",
        "Akkoord op de individuele begeleiding",
        "WVO 2020, artikel 2.44 lid 1, 2 en 4",
        "Over het OPP voert de school overleg met de ouders, om het eens te worden. Voor de individuele begeleiding is hun "
        "akkoord nodig, ook bij een bijstelling. Vanaf 18 jaar is dat het akkoord van de leerling.",
        "Vraagt akkoord aan wie gezag heeft, per versie, en vraagt het opnieuw als de tekst verandert.",
        ("opp_antwoord", "opp_stil", "opp_meetekenen"),
    ),
    Wetspunt(
        "opp_geschil",
        "Als ouders het niet eens zijn met een OPP",
        "Geschillencommissie passend onderwijs",
        "Ouders kunnen een geschil over het vaststellen of bijstellen van een OPP voorleggen aan de commissie. Die geeft "
        "binnen tien weken een oordeel. Zonder akkoord gaat de hulp die nodig is door.",
        "Toont de termijn bij het OPP en op het papier voor ouders.",
        ("opp_geschil",),
    ),
    Wetspunt(
        "schoolgids",
        "Ondersteuningsaanbod in de schoolgids",
        "WVO 2020, artikel 1.1 en 2.92 lid 1 en lid 2 onder b",
        "Elk jaar staat in de schoolgids welke basisondersteuning en welk aanbod de school heeft. Het losse "
        "schoolondersteuningsprofiel bestaat niet meer.",
        "Maakt de tekst uit het aanbod en herinnert van 1 mei tot 1 augustus aan het vaststellen.",
        (),
        HOORRECHT,
    ),
    Wetspunt(
        "examens",
        "Aangepaste manier van examen doen",
        "Eindexamenbesluit VO, artikel 55, nu in het Uitvoeringsbesluit WVO 2020",
        "Bij het centraal examen is voor een aanpassing een deskundigenverklaring nodig, behalve bij een zichtbare "
        "lichamelijke beperking. Extra tijd is hoogstens 30 minuten. De inspectie hoort het zo snel mogelijk.",
        "Houdt per leerling bij welke faciliteit geldt en tot wanneer.",
        ("kaartherinnering", "kaartverloop"),
    ),
    Wetspunt(
        "gezondheid",
        "Gegevens over gezondheid",
        "AVG, artikel 9, en Uitvoeringswet AVG, artikel 30 lid 2 onder a en lid 4",
        "Een school gebruikt gegevens over gezondheid alleen als dat nodig is voor speciale begeleiding of voorzieningen. Wie "
        "ze leest, moet ze geheim houden.",
        "Toont gegevens per rol en relatie en houdt bij wie een dossier opent.",
        ("tweestaps",),
    ),
    Wetspunt(
        "delen",
        "Delen met partners",
        "AVG, artikel 6 lid 1 en artikel 7 lid 3",
        "Voor delen met mensen buiten de school is een geldige reden nodig, zoals toestemming of een wettelijke taak. "
        "Toestemming kan altijd worden ingetrokken.",
        "Vraagt toestemming met doel, partner en einddatum, en maakt een agenda anoniem zodra die er niet is.",
        ("toestemming_ouders", "toestemming_herinnering", "extern_inzage", "extern_account"),
    ),
    Wetspunt(
        "meldcode",
        "Meldcode in vijf stappen",
        "Besluit verplichte meldcode, artikel 2 lid 1 en 2",
        "De school heeft een meldcode met vijf stappen. Daarin staat wie eindverantwoordelijk is voor een melding, en hoe je "
        "vertrouwelijk met gegevens omgaat.",
        "Heeft een protocol met de stappen, dat collega’s lezen en bevestigen.",
    ),
    Wetspunt(
        "klachten",
        "Klachten van ouders",
        "de klachtenregeling van de school, in de schoolgids: WVO 2020, artikel 2.92 lid 2 onder g",
        "De school heeft een klachtenregeling en zet die in de schoolgids. Wie klaagt hoort binnen de tijd die daarin staat "
        "wat ermee is gedaan.",
        "Houdt bij wie een klacht behandelt en wanneer het antwoord er moet zijn.",
        ("klachttermijn",),
    ),
    Wetspunt(
        "schoolverzuim",
        "Terugdringen van schoolverzuim",
        "wetsvoorstel 36 663, stand van mei 2025",
        "Het voorstel vraagt scherper verzuimbeleid en dat elke afwezigheid in vaste soorten wordt bijgehouden. Kijk na of "
        "het is aangenomen en wanneer het ingaat. Nu al staat het verzuimbeleid in de schoolgids (WVO 2020, artikel 2.92 lid 2 "
        "onder k).",
        "Registreert geen verzuim; dat doet je leerlingadministratie.",
        voorstel=True,
    ),
)
WETTEN: dict[str, Wetspunt] = {punt.sleutel: punt for punt in _ALLE}


def geraakt_door(instelling: str) -> list[Wetspunt]:
    """The points a setting has to do with."""
    return [punt for punt in _ALLE if instelling in punt.instellingen]
