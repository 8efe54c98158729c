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
        "De school bespreekt elk OPP minstens een keer per schooljaar met de ouders en de leerling.",
        "Houdt bij wie erbij was en toont welke evaluatie voor 31 juli nog open is.",
    ),
    Wetspunt(
        "hoorrecht",
        "De leerling wordt gehoord",
        "WVO 2020, artikel 2.44 lid 5, 6 en 7",
        "De leerling zegt wat hij van het OPP vindt, op een manier die bij hem past. Wat dat veranderde staat in het OPP. "
        "Bij een bijstelling opnieuw.",
        "Laat een OPP pas vaststellen als de leerling gehoord is of er zelf van afziet.",
        ("opp_link",),
        HOORRECHT,
    ),
    Wetspunt(
        "handelingsdeel",
        "Akkoord op de individuele begeleiding",
        "WVO 2020, artikel 2.44 lid 4",
        "Over het OPP voert de school overleg met de ouders. Voor de individuele begeleiding is hun akkoord nodig, vanaf 18 "
        "jaar dat van de leerling.",
        "Vraagt akkoord aan wie gezag heeft, per versie, en vraagt het opnieuw als de tekst verandert.",
        ("opp_antwoord", "opp_stil", "opp_meetekenen"),
    ),
    Wetspunt(
        "opp_geschil",
        "Als ouders het niet eens zijn met een OPP",
        "Geschillencommissie passend onderwijs",
        "Ouders kunnen naar de geschillencommissie. De school zegt waar en tot wanneer.",
        "Toont de termijn bij het OPP en op het papier voor ouders.",
        ("opp_geschil",),
    ),
    Wetspunt(
        "schoolgids",
        "Ondersteuningsaanbod in de schoolgids",
        "WVO 2020, artikel 1.1 en 2.92 lid 2",
        "Elk jaar staat in de schoolgids welke basisondersteuning en welk aanbod de school heeft. Het losse "
        "schoolondersteuningsprofiel bestaat niet meer.",
        "Maakt de tekst uit het aanbod en herinnert van 1 mei tot 1 augustus aan het vaststellen.",
        (),
        HOORRECHT,
    ),
    Wetspunt(
        "examens",
        "Aangepaste manier van examen doen",
        "Eindexamenbesluit VO, artikel 55",
        "Bij het centraal examen is voor een aanpassing een deskundigenverklaring nodig. Extra tijd is hoogstens 30 minuten.",
        "Houdt per leerling bij welke faciliteit geldt en tot wanneer.",
        ("kaartherinnering", "kaartverloop"),
    ),
    Wetspunt(
        "gezondheid",
        "Gegevens over gezondheid",
        "AVG, artikel 9 en de Uitvoeringswet AVG",
        "Een school bewaart gegevens over gezondheid alleen als dat nodig is voor begeleiding of voorzieningen, en laat ze "
        "alleen zien aan wie ze nodig heeft.",
        "Toont gegevens per rol en relatie en houdt bij wie een dossier opent.",
        ("tweestaps",),
    ),
    Wetspunt(
        "delen",
        "Delen met partners",
        "AVG, artikel 6 en 7",
        "Voor delen met mensen buiten de school is een geldige reden nodig. Toestemming kan altijd worden ingetrokken.",
        "Vraagt toestemming met doel, partner en einddatum, en maakt een agenda anoniem zodra die er niet is.",
        ("toestemming_ouders", "toestemming_herinnering", "extern_inzage", "extern_account"),
    ),
    Wetspunt(
        "meldcode",
        "Meldcode in vijf stappen",
        "Verplichte meldcode, artikel 2",
        "De school heeft een meldcode met vijf stappen en zegt wie eindverantwoordelijk is voor een melding.",
        "Heeft een protocol met de stappen, dat collega’s lezen en bevestigen.",
    ),
    Wetspunt(
        "klachten",
        "Klachten van ouders",
        "de klachtenregeling van de school",
        "Wie klaagt hoort binnen een vaste tijd wat ermee is gedaan.",
        "Houdt bij wie een klacht behandelt en wanneer het antwoord er moet zijn.",
        ("klachttermijn",),
    ),
    Wetspunt(
        "schoolverzuim",
        "Terugdringen van schoolverzuim",
        "wetsvoorstel 36 663",
        "Het voorstel vraagt scherper verzuimbeleid en dat elke afwezigheid in vaste soorten wordt bijgehouden. Kijk na of "
        "het is aangenomen en wanneer het ingaat.",
        "Registreert geen verzuim; dat doet je leerlingadministratie.",
        voorstel=True,
    ),
)
WETTEN: dict[str, Wetspunt] = {punt.sleutel: punt for punt in _ALLE}


def geraakt_door(instelling: str) -> list[Wetspunt]:
    """The points a setting has to do with."""
    return [punt for punt in _ALLE if instelling in punt.instellingen]
