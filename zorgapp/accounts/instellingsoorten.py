"""School settings as data: their keys, what they mean, defaults and bounds."""

from dataclasses import dataclass


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
        Soort(
            "opp_start_extra",
            "OPP: vanaf wanneer de zes weken tellen",
            "Begint extra ondersteuning later in de schooltijd, dan tellen de zes weken vanaf dat begin. Kies je alleen "
            "voor de inschrijving, dan is zo'n OPP meteen te laat.",
            1,
            0,
            1,
            "",
            keuzes=((1, "Vanaf het begin van de extra ondersteuning"), (0, "Alleen vanaf de inschrijving")),
        ),
        Soort(
            "opp_vooraf",
            "OPP: hoe ver vooruit",
            "Zo lang voor de laatste dag staat een OPP bij ‘binnenkort’.",
            14,
            3,
            42,
            "dagen",
        ),
        Soort(
            "opp_antwoord",
            "OPP: antwoord op het handelingsdeel",
            "Zo lang krijgen ouders om te antwoorden, voordat je ze herinnert.",
            10,
            1,
            30,
            "schooldagen",
        ),
        Soort(
            "opp_stil",
            "OPP: als een ouder niet antwoordt",
            "Zonder antwoord is er geen akkoord. Je kunt kiezen dat stilte mag na twee vastgelegde herinneringen, als een "
            "andere ouder met gezag akkoord is.",
            0,
            0,
            1,
            "",
            keuzes=((0, "Stilte telt nooit als akkoord"), (1, "Stilte mag na twee herinneringen")),
        ),
        Soort(
            "opp_meetekenen",
            "OPP: meetekenen vanaf 16 jaar",
            "Tot 18 jaar tekenen de ouders. Een leerling van 16 of 17 kan meetekenen; dat telt niet voor het akkoord.",
            1,
            0,
            1,
            "",
            keuzes=((1, "De leerling mag meetekenen"), (0, "Alleen de ouders tekenen")),
        ),
        Soort(
            "opp_geschil",
            "OPP: tijd voor een geschil",
            "Zo lang na het vaststellen kunnen ouders naar de geschillencommissie. Vraag je samenwerkingsverband na.",
            42,
            14,
            90,
            "dagen",
        ),
        Soort(
            "opp_link",
            "OPP: hoe lang een link werkt",
            "Zo lang kan een ouder of leerling een persoonlijke link gebruiken.",
            14,
            1,
            30,
            "dagen",
        ),
        Soort(
            "afspraak_vrij",
            "Afspraken: een datum zonder school",
            "Voorstellen vallen altijd op een schooldag. Kiest iemand zelf een dag in het weekend of een vakantie, dan mag "
            "dat met een melding, of niet.",
            1,
            0,
            1,
            "",
            keuzes=((1, "Mag, met een melding"), (0, "Mag niet")),
        ),
        Soort(
            "extern_inzage",
            "Externen: na het overleg",
            "Zo lang na een overleg leest iemand van buiten nog wat er voor hem in het verslag staat.",
            14,
            0,
            60,
            "dagen",
        ),
        Soort(
            "verteltermijn",
            "Na een overleg: de leerling en ouders vertellen",
            "Binnen deze tijd vertelt de mentor de leerling en de ouders wat er is afgesproken.",
            5,
            1,
            20,
            "schooldagen",
        ),
        Soort(
            "bespreektermijn",
            "Overleg: lang niet besproken",
            "Is een leerling zo lang in geen overleg besproken, dan stellen we hem voor bij de agenda.",
            10,
            1,
            40,
            "schoolweken",
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
