"""The signals of the story as data: who saw what, how many school days ago, what was decided and how it ended."""

from datetime import time

from ondersteuning.workflow import Besluit
from zorgapp.demo.scenes_eerder import EERDER
from zorgapp.demo.scenevorm import Oordeel, Scene

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

SCENES = (*NIEUW, *KEES_JAN, *EERDER)
