"""Who is who in the demo, as data: the staff, the classes and the named pupils of the pictures."""

from dataclasses import dataclass, field

from leerlingen.models.leerling import Gezag, Relatie
from zorgapp.accounts.rollen import Rol

WACHTWOORD = "zorgapp-demo"
DOMEIN = "rietveen.example"
WATERLAND = "waterland.example"


@dataclass(frozen=True)
class Medewerker:
    """A colleague of Rietveen; `login` is the part before the @, `klassen` what he mentors."""

    login: str
    voornaam: str
    tussenvoegsel: str
    achternaam: str
    rol: Rol
    functie: str = ""
    klassen: tuple[str, ...] = ()
    vak: str = ""
    lessen: tuple[str, ...] = ()
    telefoon: str = ""
    afdeling: str = ""


MEDEWERKERS = (
    Medewerker("angelica", "Angèlica", "de", "Wit", Rol.ZORGCOORDINATOR, telefoon="06 12 34 56 78"),
    Medewerker(
        "joris",
        "Joris",
        "",
        "Hendriks",
        Rol.MENTOR,
        "docent wiskunde",
        ("H3b", "M3a"),
        "wiskunde",
        ("H3b", "H2c", "M3a"),
    ),
    Medewerker(
        "sanne", "Sanne", "", "Koster", Rol.DOCENT, "docent Duits", (), "Duits", ("H3b", "M2a", "V3b")
    ),
    Medewerker("ruben", "Ruben", "", "Maas", Rol.BEGELEIDER, "leerlingbegeleider"),
    Medewerker("ilse", "Ilse", "", "Brandsma", Rol.BEGELEIDER, "remedial teacher"),
    Medewerker("nadia", "Nadia", "", "Ouali", Rol.BEGELEIDER, "orthopedagoog"),
    Medewerker("tom", "Tom", "de", "Graaf", Rol.BEGELEIDER, "decaan"),
    Medewerker("karin", "Karin", "", "Smit", Rol.BEGELEIDER, "NT2-begeleider"),
    Medewerker("marijke", "Marijke", "", "Verhoeven", Rol.SCHOOLLEIDING, "rector"),
    Medewerker("hanna", "Hanna", "", "Bosma", Rol.TEAMLEIDER, "teamleider onderbouw", afdeling="Onderbouw"),
    Medewerker("bas", "Bas", "", "Terpstra", Rol.BEHEERDER, "applicatiebeheerder"),
    Medewerker("marieke", "Marieke", "", "Postma", Rol.EXTERNE, "jeugdteam"),
    Medewerker("vera", "Vera", "van", "Loon", Rol.VERTROUWENSPERSOON),
    Medewerker(
        "fatima",
        "Fatima",
        "",
        "El Amrani",
        Rol.MENTOR,
        "docent biologie",
        ("B1d",),
        "biologie",
        ("B1d", "B1b"),
    ),
    Medewerker(
        "bram", "Bram", "", "Vos", Rol.MENTOR, "docent geschiedenis", ("V4a",), "geschiedenis", ("V4a", "H4d")
    ),
    Medewerker("pieter", "Pieter", "", "Dekker", Rol.DOCENT, "docent Frans", (), "Frans", ("H3b", "H2c")),
    Medewerker("esra", "Esra", "", "Yıldız", Rol.MENTOR, "docent Engels", ("H2c",), "Engels", ("H3b", "H2c")),
)

VESTIGINGEN = ("Dijkzicht", "Parklaan")
AFDELINGEN = ("Onderbouw", "Bovenbouw")

# name, year, level
KLASSEN = (
    ("B1b", 1, "brugklas"),
    ("B1d", 1, "brugklas"),
    ("B2a", 2, "brugklas"),
    ("M2a", 2, "vmbo-tl"),
    ("M2d", 2, "vmbo-tl"),
    ("M3a", 3, "vmbo-tl"),
    ("H2c", 2, "havo"),
    ("H3b", 3, "havo"),
    ("H4d", 4, "havo"),
    ("V3b", 3, "vwo"),
    ("V4a", 4, "vwo"),
    ("V5c", 5, "vwo"),
)


@dataclass(frozen=True)
class Ouder:
    """A contact; `huishouden` 2 lives elsewhere."""

    naam: str
    relatie: Relatie
    gezag: Gezag = Gezag.JA
    huishouden: int = 1


@dataclass(frozen=True)
class Hoofdrol:
    """A named pupil of the pictures; `leeftijd` in years on the demo day."""

    sleutel: str
    roepnaam: str
    tussenvoegsel: str
    achternaam: str
    klas: str
    leeftijd: int
    ouders: tuple[Ouder, ...] = field(default=())


def _samen(moeder: str, vader: str) -> tuple[Ouder, ...]:
    return (Ouder(moeder, Relatie.MOEDER), Ouder(vader, Relatie.VADER))


def _apart(moeder: str, vader: str, gezag: Gezag = Gezag.JA) -> tuple[Ouder, ...]:
    return (Ouder(moeder, Relatie.MOEDER), Ouder(vader, Relatie.VADER, gezag, 2))


LEERLINGEN = (
    Hoofdrol("kees_jan", "Kees Jan", "", "Bakker", "H3b", 15, _samen("Marit Bakker", "Henk Bakker")),
    Hoofdrol("yara", "Yara", "", "Demir", "V4a", 16, _samen("Sevgi Demir", "Orhan Demir")),
    Hoofdrol("mees", "Mees", "", "Hofstra", "H2c", 14, _apart("Anja de Ruiter", "Wouter Hofstra")),
    Hoofdrol("amal", "Amal", "", "Haddad", "B1d", 12, _samen("Samira Haddad", "Karim Haddad")),
    Hoofdrol("sem", "Sem", "", "Visser", "M3a", 15, _apart("Petra Kuiper", "Rob Visser", Gezag.NEE)),
    Hoofdrol("noor", "Noor", "", "Aziz", "H4d", 16, _samen("Laila Aziz", "Hassan Aziz")),
    Hoofdrol(
        "dani",
        "Dani",
        "",
        "Kroon",
        "B2a",
        13,
        (
            Ouder("Mirjam Kroon", Relatie.MOEDER),
            Ouder("Ellen van Zanten", Relatie.STIEFOUDER, Gezag.ONBEKEND),
            Ouder("Jeroen Kroon", Relatie.VADER, Gezag.JA, 2),
        ),
    ),
    Hoofdrol("lotte", "Lotte", "", "Mulder", "V3b", 14, _samen("Inge Mulder", "Sjoerd Mulder")),
    Hoofdrol("finn", "Finn", "de", "Boer", "B1b", 12, (Ouder("Greetje de Boer", Relatie.VOOGD),)),
    Hoofdrol("jada", "Jada", "", "Wong", "M2d", 13, _samen("Mei Wong", "Kevin Wong")),
    Hoofdrol("keesha", "Keesha", "", "Williams", "M2a", 13, _apart("Shirley Williams", "Andy Croes")),
    Hoofdrol("kees", "Kees", "", "Postma", "V5c", 17, _samen("Trijntje Postma", "Douwe Postma")),
)
