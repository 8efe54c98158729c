"""The signals of the story as data: who saw what, how many school days ago, what was decided and how it ended."""

from dataclasses import dataclass
from datetime import time

from ondersteuning.workflow import Besluit


@dataclass(frozen=True)
class Afloop:
    """How a follow-up was closed, `terug` school days before the demo day."""

    terug: int
    resultaat: str


@dataclass(frozen=True)
class Oordeel:
    """The coordinator's decision; `datum` counts like `terug`, so a negative one lies ahead."""

    terug: int
    besluit: Besluit
    bericht: str
    datum: int = 0
    eigenaar: str = ""
    advies: str = ""
    wie_helpt: str = ""
    reden: str = ""
    al_gedaan: str = ""
    gelezen: bool = True
    afloop: Afloop | None = None


@dataclass(frozen=True)
class Scene:
    """One signal, `terug` school days before the demo day."""

    terug: int
    door: str
    wie: str
    domein: str
    wat: str
    nodig: str = ""
    tijd: time = time(10, 42)
    geprobeerd: tuple[str, ...] = ()
    geprobeerd_tekst: str = ""
    urgentie: str = "deze_week"
    ouders: str = ""
    oordeel: Oordeel | None = None


NIEUW = (
    Scene(
        0,
        "bram",
        "yara",
        "pers",
        "Huilt voor de toets en zegt dat ze niet meer slaapt.",
        "Rust, en iemand om mee te praten.",
        time(8, 12),
        ("gesprek",),
        urgentie="vandaag",
    ),
    Scene(
        1,
        "sanne",
        "kees_jan",
        "leer",
        "Krijgt bij Duits en Frans zijn extra tijd niet. Hij vraagt er zelf ook niet meer om.",
        "Dezelfde afspraken bij elk vak.",
        time(10, 42),
        ("gesprek", "mentor"),
        ouders="ja",
    ),
    Scene(
        1,
        "joris",
        "mees",
        "loop",
        "Wil naar de mavo. Zijn ouders willen havo.",
        "Een gesprek met de decaan erbij.",
        time(14, 5),
        ("gesprek", "thuis"),
        ouders="ja",
    ),
    Scene(
        4,
        "fatima",
        "amal",
        "pers",
        "Zit elke pauze alleen in de mediatheek. In de les stil, maar haar werk is goed. "
        "Sinds de herfstvakantie gaat ze direct na de bel weg.",
        "Aansluiting in de klas. Iemand die haar meeneemt in de pauze.",
        time(15, 31),
        ("gesprek", "plek"),
        urgentie="kan_wachten",
        ouders="nog_niet",
    ),
)

KEES_JAN = (
    Scene(
        55,
        "joris",
        "kees_jan",
        "pers",
        "Durft geen beurt te nemen. Bij een toets zit hij tien minuten stil voor hij begint.",
        "Succes in kleine stappen, met een vaste begeleider.",
        time(9, 15),
        ("gesprek", "uitleg"),
        ouders="ja",
        oordeel=Oordeel(
            53,
            Besluit.TWEEDE_LIJN,
            "Ruben start met faalangsttraining. Jij hoort van hem wat in de les helpt.",
            datum=-18,
            eigenaar="ruben",
            reden="Hij vermijdt toetsen, dat lukt in de les niet meer alleen.",
            al_gedaan="Gesprekken met de mentor en uitleg vooraf. Even beter, daarna weer vast.",
        ),
    ),
    Scene(
        30,
        "joris",
        "kees_jan",
        "leer",
        "Het Taleninstituut stopt met remedial teaching en vraagt of de docenten vreemde talen het overnemen.",
        "Een overdracht in stappen, met steun voor de docenten.",
        time(13, 20),
        ("thuis", "mentor"),
        ouders="ja",
        oordeel=Oordeel(
            28,
            Besluit.ZORGOVERLEG,
            "We bespreken de overdracht in het zorgoverleg. Ilse bereidt het voor met de sectie talen.",
            datum=-1,
            eigenaar="ilse",
            reden="Meer vakken en een partner buiten de school: dit vraagt één lijn.",
            al_gedaan="Remedial teaching bij het Taleninstituut. Hij leest een A2-tekst bijna binnen de tijd.",
        ),
    ),
    Scene(
        12,
        "angelica",
        "kees_jan",
        "leer",
        "Zijn ouders belden. Docenten gaan verschillend om met de faciliteitenkaart: bij schriftelijk werk tellen "
        "spelfouten soms wel mee. Een docent zei dat dyslexie een modeverschijnsel is. Over de training zijn ze blij.",
        "Eén lijn bij alle talen, zonder dat hij erom moet vragen.",
        time(11, 5),
        ("thuis",),
        ouders="ja",
        oordeel=Oordeel(
            11,
            Besluit.TERUG,
            "Joris bespreekt de kaart met de docenten van H3b. We kijken er samen op terug.",
            datum=0,
            eigenaar="joris",
            advies="Leg de kaart in de klassenbespreking naast de toetsen van deze maand. Ilse schuift aan.",
            wie_helpt="Ilse Brandsma",
        ),
    ),
)

EERDER = (
    Scene(
        42,
        "joris",
        "sem",
        "loop",
        "Mist op dinsdag de eerste uren. Zegt dat hij zich heeft verslapen.",
        "Een vast ritme in de ochtend en één volwassene die hem verwacht.",
        time(8, 50),
        ("gesprek", "thuis"),
        ouders="ja",
        oordeel=Oordeel(
            40,
            Besluit.DERDE_LIJN,
            "We vragen leerplicht mee te denken. Angèlica bereidt het gesprek voor, jij zit erbij.",
            datum=-2,
            reden="Zestien uren in vier weken: de melding is een wettelijke grens.",
            al_gedaan="Afspraken over opstaan en een lichter rooster op dinsdag. Twee weken beter, daarna niet.",
        ),
    ),
    Scene(
        25,
        "bram",
        "noor",
        "pers",
        "Is na haar operatie snel moe en haalt het zevende uur niet.",
        "Een rooster dat ze volhoudt, en toetsen in twee delen.",
        time(12, 40),
        ("plek", "thuis"),
        ouders="ja",
        oordeel=Oordeel(
            23,
            Besluit.TWEEDE_LIJN,
            "Tom past het toetsrooster aan. Jij hoort voor de toetsweek hoe het wordt.",
            datum=2,
            eigenaar="tom",
            reden="Het rooster aanpassen raakt meer vakken.",
            al_gedaan="Rustplek in de mediatheek. Dat helpt, maar niet bij toetsen.",
        ),
    ),
    Scene(
        21,
        "hanna",
        "dani",
        "pers",
        "Is de laatste weken boos als een plan verandert. Loopt dan de les uit.",
        "Weten wat er komt, en een plek om te bedaren.",
        time(9, 30),
        ("plek", "mentor"),
        ouders="nog_niet",
        oordeel=Oordeel(
            19,
            Besluit.TERUG,
            "Schrijf de dag op het bord en spreek een time-outplek af. We kijken terug.",
            datum=1,
            advies="Zet de dagplanning op het bord en spreek één vaste plek af. Nadia kijkt een les mee.",
            wie_helpt="Nadia Ouali",
            gelezen=False,
        ),
    ),
    Scene(
        38,
        "sanne",
        "lotte",
        "pers",
        "Kleurt wit bij een mondelinge beurt en heeft twee keer de presentatie gemist.",
        "Oefenen in een kleine groep.",
        time(14, 25),
        ("gesprek",),
        ouders="ja",
        oordeel=Oordeel(
            36,
            Besluit.TWEEDE_LIJN,
            "Lotte doet mee met de faalangsttraining van Ruben.",
            datum=-3,
            eigenaar="ruben",
            reden="Ze wil zelf leren presenteren en vroeg om hulp.",
            al_gedaan="Eerst voor twee vriendinnen gepresenteerd. Dat ging goed, voor de klas nog niet.",
            gelezen=False,
        ),
    ),
    Scene(
        33,
        "fatima",
        "finn",
        "leer",
        "Leest heel traag en raadt woorden. Begrijpt het wel als ik het voorlees.",
        "Weten wat hem helpt bij lezen.",
        time(11, 50),
        ("uitleg", "thuis"),
        ouders="ja",
        oordeel=Oordeel(
            31,
            Besluit.TWEEDE_LIJN,
            "Ilse kijkt hoe Finn leest en maakt met hem een plan.",
            datum=-6,
            eigenaar="ilse",
            reden="Achterstand bij lezen in alle vakken.",
            al_gedaan="Voorlezen in de les en extra tijd. Dat helpt hem zichtbaar.",
        ),
    ),
    Scene(
        48,
        "sanne",
        "keesha",
        "leer",
        "Maakt haar huiswerk niet bij Duits, ook niet na een waarschuwing.",
        "Een plek en een tijd om het te maken.",
        time(10, 10),
        ("gesprek", "thuis"),
        ouders="ja",
        oordeel=Oordeel(
            46,
            Besluit.TERUG,
            "Het huiswerkuur is een goede plek. We kijken na de toetsweek terug.",
            datum=36,
            advies="Je zit er goed bovenop. Spreek het huiswerkuur op maandag af en kijk na drie weken.",
            afloop=Afloop(34, "Ze komt elke maandag en levert het meeste in. Klaar."),
        ),
    ),
    Scene(
        44,
        "angelica",
        "jada",
        "leer",
        "Haar basisschool gaf door dat zij nog kort Nederlands leert. Schooltaal kost haar veel tijd.",
        "Woorden vooraf, en tijd om te vertalen.",
        time(13, 5),
        ("mentor",),
        ouders="ja",
        oordeel=Oordeel(
            43,
            Besluit.TWEEDE_LIJN,
            "Karin start met NT2-steun op dinsdag en donderdag.",
            datum=-9,
            eigenaar="karin",
            reden="Schooltaal in alle vakken.",
            al_gedaan="Woordenlijsten van de vakken. Dat helpt bij biologie, nog niet bij aardrijkskunde.",
        ),
    ),
    Scene(
        15,
        "angelica",
        "kees",
        "loop",
        "Twijfelt tussen een tussenjaar en de kunstacademie en stelt de keuze uit.",
        "Een gesprek over wat hij wil leren.",
        time(16, 5),
        ("gesprek",),
        urgentie="kan_wachten",
        ouders="ja",
        oordeel=Oordeel(
            14,
            Besluit.AFSLUITEN,
            "Kees heeft zelf een gesprek met de decaan gepland.",
            reden="Hij plande zelf een gesprek met de decaan.",
        ),
    ),
)

SCENES = (*NIEUW, *KEES_JAN, *EERDER)
