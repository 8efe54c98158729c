"""The words of the ontwikkelingsperspectieven of the story: that of Kees Jan as on its picture, and shorter ones."""

from dataclasses import dataclass
from datetime import date

from ondersteuning.services.opp_doelen import Oppdoelgegevens
from ondersteuning.services.opp_horen import Punt

KEES_JAN: dict[str, str] = {
    "bestemming": "havo",
    "bestemming_uitleg": "Kees Jan haalt het havodiploma en kiest na de zomer een profiel met economie.",
    "onderbouwing": "Zijn resultaten bij de exacte vakken en zijn luistervaardigheid maken dit haalbaar.",
    "bevorderend": "legt mondeling goed uit wat hij weet\nwerkt door als de opdracht in stappen staat\n"
    "ouders oefenen thuis mee met de software",
    "belemmerend": "lezen en schrijven kosten veel tijd\ndocenten maken verschillende afspraken\n"
    "begint laat aan toetsen",
    "behoefte_leer": "Dezelfde afspraken bij elk vak, zonder dat hij erom moet vragen.",
    "behoefte_pers": "Succes in kleine stappen, met een vaste begeleider.",
    "behoefte_loop": "Weten welke profielen passen bij wat hij goed kan.",
    "begeleiding": "Faalangsttraining bij Ruben Maas tot de toetsweek. Elke week lezen met de docent Duits. "
    "Twee gesprekken met de decaan.",
    "faciliteiten": "25% extra tijd bij toetsen in alle vakken. Laptop met voorleessoftware, ook bij toetsen. "
    "Spelfouten tellen niet mee, behalve als spelling het doel is.",
    "afwijkt": "nvt",
}
KEES_JAN_ZEGT = (
    "Met mijn laptop kan ik laten zien wat ik weet. Ik wil niet elke les hoeven vragen om extra tijd. "
    "En ik wil graag dat Ruben erbij blijft tot de toetsweek."
)
KEES_JAN_PUNTEN = (
    Punt(
        "Niet elke les hoeven vragen om extra tijd",
        "overgenomen",
        "Ilse bespreekt de kaart met alle docenten. De tijd krijgt hij vanzelf.",
    ),
    Punt("Ruben erbij tot de toetsweek", "overgenomen", "De training loopt door tot en met de toetsweek."),
)
# The goal of a trajectory it comes from ("" when there is none), domain, goal, what, who, where, in how many school days.
KEES_JAN_DOELEN = (
    (
        "Docenten talen doen het zelf",
        "leer",
        "Bij elk vak gelden dezelfde afspraken",
        "Kaart bespreken met de sectie talen, daarna in H3b",
        "Ilse Brandsma",
        "in_klas",
        1,
    ),
    (
        "Leest een A2-tekst binnen de tijd",
        "leer",
        "Leest een A2-tekst binnen de tijd",
        "Elke week 20 minuten met de docent Duits",
        "Sanne Koster",
        "in_klas",
        36,
    ),
    (
        "Begint op tijd aan een toets",
        "pers",
        "Begint op tijd aan een toets",
        "Stappenplan oefenen in de faalangsttraining",
        "Ruben Maas",
        "buiten_klas",
        18,
    ),
    (
        "Noemt twee profielen die passen, en waarom",
        "loop",
        "Kiest een passend profiel",
        "Twee gesprekken en een meeloopdag",
        "Tom de Graaf",
        "buiten_klas",
        60,
    ),
)
ZINNEN = (
    ("bevorderend", "werkt graag samen met een vaste klasgenoot"),
    ("bevorderend", "vertelt goed wat nodig is"),
    ("belemmerend", "veel wisselingen op een dag kosten energie"),
    ("behoefte_docent", "Zet de opdracht op het bord en vraag na vijf minuten hoe het gaat."),
    ("begeleiding", "Elke week een gesprek van twintig minuten met de begeleider."),
)
# What an evaluation says: the summary, the parents, the pupil.
TERUGBLIK = (
    "De afspraken helpen. Bij drukke lessen blijft het lastig.",
    "Thuis is er meer rust.",
    "Ik weet nu wat ik kan vragen.",
)


@dataclass(frozen=True)
class Verhaal:
    """A short OPP: what the law asks for, one goal, the words of the pupil and what came of them, and the talk."""

    bestemming: str
    onderbouwing: str
    helpt: str
    hindert: str
    begeleiding: str
    domein: str
    doel: str
    aanpak: str
    wie: str
    woorden: str
    punt: Punt
    gesprek: str = "We liepen het plan samen door. Ouders herkennen het beeld en willen dat het snel begint."

    def teksten(self, pro: bool = False) -> dict[str, str]:
        """Texts and choices by field; of practical education also what that looks like."""
        meer = {"praktijk": "Vier dagen school, een dag stage met een vaste begeleider."} if pro else {}
        return {
            "bestemming": self.bestemming,
            "onderbouwing": self.onderbouwing,
            "bevorderend": self.helpt,
            "belemmerend": self.hindert,
            "begeleiding": self.begeleiding,
            "afwijkt": "nvt",
            **meer,
        }

    def doelgegevens(self, van: date, tot: date) -> Oppdoelgegevens:
        """Its goal for that period."""
        return Oppdoelgegevens(self.domein, self.doel, self.aanpak, self.wie, "in_klas", tot, van=van)


RUST = Verhaal(
    "vmbo_tl",
    "Haalt voldoendes als er rust is en de dag vaststaat.",
    "een vaste plek in het lokaal\nweet graag wat er komt",
    "drukte bij het wisselen van lokaal\nveranderingen zonder uitleg",
    "Elke ochtend vijf minuten met de mentor, en elke week een gesprek met de begeleider.",
    "pers",
    "Zegt op tijd dat hij even weg wil",
    "Een kaartje op tafel en een vaste plek om te bedaren",
    "de mentor",
    "Als ik weet wat er komt, gaat het goed.",
    Punt("Weten wat er komt", "overgenomen", "De dagplanning staat elke ochtend op het bord."),
)
TAAL = Verhaal(
    "vmbo_kb",
    "Leert snel mondeling, en gaat bij elk vak vooruit.",
    "woorden vooraf\nsamen hardop lezen",
    "lange teksten\nvragen durven stellen",
    "Vier uur per week taalsteun, en elke vakdocent geeft de woordenlijst vooraf.",
    "leer",
    "Begint zelf aan een opdracht met tekst",
    "Woordenlijst een les vooraf, daarna samen de eerste vraag",
    "Karin Smit",
    "Ik wil de woorden eerder krijgen. Dan kan ik thuis oefenen.",
    Punt("Woorden eerder", "deels", "Bij vier vakken lukt dat nu. De andere volgen na de toetsweek."),
)
ENERGIE = Verhaal(
    "havo",
    "De cijfers passen bij havo; wat meespeelt is hoeveel energie er is.",
    "werkt zelfstandig\nplant vooruit",
    "zeven uur achter elkaar\nveel toetsen in een week",
    "Rooster met een vrij uur na het vierde, en een begeleider die met de toetsen meekijkt.",
    "leer",
    "Maakt alle toetsen, verdeeld over twee weken",
    "Samen een toetsrooster maken aan het begin van de periode",
    "de zorgcoördinator",
    "Ik wil bij mijn klas blijven, ook als ik een uur mis.",
    Punt("Bij de klas blijven", "overgenomen", "Het rooster verandert, de klas niet."),
)
WERK = Verhaal(
    "pro_arbeid",
    "Leert door te doen en werkt nauwkeurig.",
    "voordoen en meteen zelf doen\neen vaste werkplek",
    "veel uitleg tegelijk\nonbekende plekken",
    "Een begeleider bij de stage, en elke week samen terugkijken.",
    "loop",
    "Werkt een ochtend zelfstandig in de keuken",
    "Stappenkaart op de werkplek, elke week een stap zelf",
    "de stagebegeleider",
    "Ik wil later in een restaurant werken.",
    Punt("Werken in een restaurant", "overgenomen", "De stage begint in de keuken van de school."),
)
