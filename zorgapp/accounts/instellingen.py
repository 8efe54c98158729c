"""School settings: their keys, types and defaults as data, and the one way to read and change them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from zorgapp.accounts.models import Instelling, Vrijedag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode


@dataclass(frozen=True)
class Soort:
    """One setting: what it is called, what it means, its default and its bounds (whole numbers)."""

    sleutel: str
    label: str
    uitleg: str
    standaard: int
    minimum: int
    maximum: int
    eenheid: str
    keuzes: tuple[tuple[int, str], ...] = ()

    def in_woorden(self, waarde: int) -> str:
        """Return "5 schooldagen", or the word of a choice."""
        return dict(self.keuzes).get(waarde) or f"{waarde} {self.eenheid}"


TWEESTAPS = "tweestaps"

SOORTEN: dict[str, Soort] = {
    s.sleutel: s
    for s in (
        Soort(
            "antwoordtermijn",
            "Antwoord op een signaal",
            "Zo lang mag het duren tot de indiener hoort wat er met een signaal gebeurt. Vakanties tellen niet mee.",
            5,
            1,
            20,
            "schooldagen",
        ),
        Soort(
            "controletermijn",
            "Terugkijken na advies",
            "Zo ver vooruit staat de datum waarop je terugkijkt op een advies. Je kunt hem per signaal aanpassen.",
            10,
            1,
            60,
            "schooldagen",
        ),
        Soort(
            "hersteltijd",
            "Hersteltijd na een besluit",
            "Zo lang wacht een bericht over een besluit, zodat je het nog kunt herstellen.",
            5,
            0,
            60,
            "minuten",
        ),
        Soort(
            "mailuur",
            "Dagelijkse mail",
            "Vanaf dit uur gaat de dagelijkse mail de deur uit, hooguit één per persoon.",
            16,
            0,
            23,
            "uur",
        ),
        Soort(
            "kaartherinnering",
            "Herinnering aan een faciliteitenkaart",
            "Zo lang krijgt een docent om een vernieuwde kaart te bekijken. Daarna volgt één herinnering vanzelf.",
            3,
            1,
            20,
            "schooldagen",
        ),
        Soort(
            "kaartverloop",
            "Faciliteitenkaart loopt af",
            "Zo lang van tevoren hoort de zorgcoördinator dat een kaart of faciliteit afloopt.",
            20,
            5,
            60,
            "schooldagen",
        ),
        Soort(
            "meldgroep",
            "Niet gekregen: kleinste groep",
            "Een sectie toont pas een aantal als zoveel docenten het vak geven en er zoveel meldingen zijn.",
            5,
            5,
            20,
            "docenten en meldingen",
        ),
        Soort(
            "trajectevaluatie",
            "Eerste evaluatie van een traject",
            "Zo ver na de start staat de datum van de eerste evaluatie. Je kunt hem per traject aanpassen.",
            6,
            1,
            26,
            "schoolweken",
        ),
        Soort(
            "trajectduur",
            "Duur van een traject",
            "Zo lang duurt een traject in de tweede of derde lijn. Je kunt het eind per traject aanpassen.",
            12,
            1,
            40,
            "schoolweken",
        ),
        Soort(
            "overdrachttermijn",
            "Antwoord op een overdracht",
            "Zo lang mag het duren tot een collega antwoord geeft als je vraagt de regie over te nemen.",
            3,
            1,
            20,
            "schooldagen",
        ),
        Soort(
            "samen_signalen",
            "Kleine signalen: hoeveel",
            "Zoveel kleine signalen over één leerling samen zijn een gesprek waard. Lijsten tellen mee.",
            3,
            2,
            10,
            "signalen",
        ),
        Soort(
            "samen_mensen",
            "Kleine signalen: van hoeveel collega's",
            "Van zoveel verschillende collega's komen de kleine signalen minstens.",
            2,
            1,
            10,
            "collega's",
        ),
        Soort(
            "samen_weken",
            "Kleine signalen: in hoeveel weken",
            "Zo ver kijken we terug. Weken zonder schooldag tellen niet mee.",
            6,
            1,
            20,
            "schoolweken",
        ),
        Soort(
            "bevestigtermijn",
            "Een advies voor de les bevestigen",
            "Zo lang heeft een docent om te bevestigen dat hij een advies voor zijn les oppakt.",
            5,
            1,
            20,
            "schooldagen",
        ),
        Soort(
            "berichttermijn",
            "Laten weten hoe een advies uitpakt",
            "Zo ver na de overdracht laat een docent weten hoe het gaat. Je kunt de datum per overdracht aanpassen.",
            6,
            1,
            20,
            "schoolweken",
        ),
        Soort(
            "klachttermijn",
            "Antwoord op een klacht van ouders",
            "Binnen deze tijd horen ouders wat er met hun klacht is gedaan. Volg de klachtenregeling van je school.",
            20,
            1,
            60,
            "schooldagen",
        ),
        Soort(
            "toestemming_ouders",
            "Toestemming van ouders",
            "Wanneer mag je gegevens delen met een partner als je meer dan één ouder met gezag vroeg? Zegt één ouder nee, "
            "dan deel je nooit.",
            1,
            0,
            1,
            "",
            keuzes=((1, "Iedereen die je vroeg moet ja zeggen"), (0, "Eén ja is genoeg")),
        ),
        Soort(
            "toestemming_herinnering",
            "Einde van een toestemming",
            "Zo lang vooraf hoor je dat een toestemming afloopt.",
            30,
            7,
            90,
            "dagen",
        ),
        # New schools start with 1 (services.school.school_maken); a row is what counts.
        Soort(
            TWEESTAPS,
            "Inloggen in twee stappen",
            "Wie leerlingen ziet of de school beheert, logt in met een wachtwoord en een code uit een app. "
            "Dit kun je aanzetten, niet meer uitzetten.",
            0,
            0,
            1,
            "",
            keuzes=((1, "Verplicht"), (0, "Vrij")),
        ),
    )
}


def instelling(sleutel: str, op: date) -> int:
    """Return the value of a setting on `op` for the school in context; KeyError for an unknown key."""
    soort = SOORTEN[sleutel]
    rij = (
        Instelling.objects.filter(sleutel=sleutel, geldig_vanaf__lte=op)
        .order_by("-geldig_vanaf")
        .values_list("waarde", flat=True)
        .first()
    )
    return soort.standaard if rij is None else int(rij)


def instelling_zetten(*, door: Werkplek, sleutel: str, waarde: Any, geldig_vanaf: date) -> Instelling:
    """Store a value from a date on; ValueError outside the bounds. A second save on one date replaces the first."""
    soort = SOORTEN[sleutel]
    if not soort.minimum <= int(waarde) <= soort.maximum:
        raise ValueError(f"Kies een aantal van {soort.minimum} tot en met {soort.maximum}.")
    if sleutel == TWEESTAPS and not int(waarde) and instelling(TWEESTAPS, geldig_vanaf):
        raise ValueError("Inloggen in twee stappen staat aan en kan niet meer uit.")
    rij, _ = Instelling.objects.update_or_create(
        school=door.school,
        sleutel=sleutel,
        geldig_vanaf=geldig_vanaf,
        defaults={"waarde": int(waarde), "door": door.user},
    )
    return rij


def instellingen_bevestigen(*, door: Werkplek) -> int:
    """Store today's values of everything that was never set, so that they are the school's own; returns how many."""
    bekend = set(Instelling.objects.filter(school=door.school).values_list("sleutel", flat=True))
    nieuw = [
        Instelling(
            school=door.school, sleutel=s.sleutel, waarde=s.standaard, geldig_vanaf=door.dag, door=door.user
        )
        for s in SOORTEN.values()
        if s.sleutel not in bekend
    ]
    return len(Instelling.objects.bulk_create(nieuw, ignore_conflicts=True))


def vrije_perioden(vanaf: date) -> tuple[Periode, ...]:
    """Return the free periods of the school in context that end on or after `vanaf`."""
    return tuple(
        Periode(van, tot) for van, tot in Vrijedag.objects.filter(tot__gte=vanaf).values_list("van", "tot")
    )
