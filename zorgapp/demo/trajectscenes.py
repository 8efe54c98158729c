"""The trajectories of the story as data; `terug` and the other days count school days before the demo day."""

from dataclasses import dataclass

Stand = tuple[int, int, str]


@dataclass(frozen=True)
class Eval:
    """One evaluation that was held."""

    terug: int
    wat_werkte: str
    leerling: str
    wat_niet: str = ""
    ouders: str = ""
    afspraak: str = ""


@dataclass(frozen=True)
class Scene:
    """One trajectory; a goal is its text, how one notices it, and its scores (day, stand, note)."""

    terug: int
    wie: str
    titel: str
    lijn: int
    domein: str
    regie: str
    nodig: str
    evaluatie: int
    eind: int | None
    terug_naar_klas: str = ""
    hulpvraag: str = ""
    al_gedaan: str = ""
    resultaat: str = ""
    uit_vervolg: bool = False
    in_groep: bool = False
    aanbod: str = ""
    partner: str = ""
    doelen: tuple[tuple[str, str, tuple[Stand, ...]], ...] = ()
    eval: Eval | None = None


SCENES = (
    Scene(
        49,
        "kees_jan",
        "Faalangsttraining",
        2,
        "pers",
        "ruben",
        "Succes in kleine stappen, met een vaste begeleider.",
        -18,
        -22,
        "Docenten geven hem een beurt die hij van tevoren weet. Na de training elke week kort met Joris.",
        uit_vervolg=True,
        in_groep=True,
        aanbod="faalangst",
        doelen=(
            (
                "Neemt een beurt in de klas",
                "Elke dag een beurt, in twee vakken.",
                ((48, -2, ""), (30, -1, "Bij wiskunde, als hij het van tevoren weet."), (10, 0, "")),
            ),
            (
                "Begint op tijd aan een toets",
                "Binnen twee minuten staat er iets op papier.",
                ((48, -2, ""), (10, -1, "Met een begintaak bovenaan lukt het.")),
            ),
        ),
        eval=Eval(
            10,
            "Halverwege. Eén van twee doelen is gelukt: hij neemt een beurt in de klas.",
            "Ik steek nu mijn vinger op, ook als ik het niet zeker weet.",
            "Bij een toets met een klok zit hij nog stil.",
            "Thuis vertelt hij er uit zichzelf over.",
            "Begintaak bovenaan elke toets. Ruben bespreekt dat met de docenten.",
        ),
    ),
    Scene(
        54,
        "kees_jan",
        "Remedial teaching",
        3,
        "leer",
        "ilse",
        "Dezelfde afspraken bij elk vak, zonder dat hij erom moet vragen.",
        -6,
        -38,
        "De docenten vreemde talen nemen de oefening over, in stappen en met hulp van Ilse.",
        "Leest en spelt te langzaam om bij de talen mee te komen.",
        "Remedial teaching op de basisschool en in klas 1 en 2.",
        "Hij leest beter, maar nog niet binnen de tijd van een toets.",
        aanbod="behandeling",
        partner="taleninstituut",
        doelen=(
            (
                "Docenten talen doen het zelf",
                "Alle vier gebruiken de kaart zonder dat hij erom vraagt.",
                ((28, -2, "Duits en Frans nog niet."),),
            ),
            (
                "Leest een A2-tekst binnen de tijd",
                "Een tekst van een bladzijde in tien minuten.",
                ((50, -2, ""), (12, -1, "Bijna: twaalf minuten.")),
            ),
        ),
    ),
    Scene(
        40,
        "kees_jan",
        "Loopbaangesprek",
        1,
        "loop",
        "joris",
        "Weten welke profielen passen bij wat hij goed kan.",
        -12,
        None,
        hulpvraag="Weet nog niet welk profiel past.",
        aanbod="loopbaangesprek",
        doelen=(("Noemt twee profielen die passen, en waarom", "", ()),),
    ),
    Scene(
        30,
        "finn",
        "Remedial teaching",
        2,
        "leer",
        "ilse",
        "Lezen op zijn eigen tempo, met voorleessoftware bij lange teksten.",
        2,
        -30,
        "Ilse bespreekt met de docenten wat helpt, de software blijft.",
        uit_vervolg=True,
        aanbod="rt",
        doelen=(
            (
                "Leest een bladzijde zonder te raden",
                "Hooguit drie fouten in een tekst van de methode.",
                ((29, -2, ""), (18, -1, "Met de leeswijzer gaat het beter.")),
            ),
        ),
    ),
    Scene(
        42,
        "jada",
        "NT2-steun",
        2,
        "leer",
        "karin",
        "Woorden vooraf, en tijd om te vertalen.",
        -9,
        -40,
        "Vakdocenten geven de woordenlijst een les van tevoren.",
        uit_vervolg=True,
        aanbod="nt2",
        doelen=(
            (
                "Begrijpt de opdracht zonder vertaling",
                "Begint binnen vijf minuten.",
                ((40, -2, ""), (16, -1, "")),
            ),
            (
                "Stelt een vraag in de les",
                "Een vraag per dag.",
                ((40, -2, ""), (16, 0, "Vooral bij biologie.")),
            ),
        ),
    ),
    Scene(
        46,
        "keesha",
        "Faalangsttraining",
        2,
        "pers",
        "ruben",
        "Weten wat ze kan doen als ze blokkeert.",
        0,
        -22,
        "Ze heeft een plan op haar tafel en de mentor vraagt ernaar.",
        "Blokkeert bij toetsen, terwijl ze de stof kent.",
        "Extra uitleg en een rustige plek.",
        "Dat hielp bij leren, niet bij de toets zelf.",
        in_groep=True,
        aanbod="faalangst",
        doelen=(("Maakt de toets af", "Elke vraag heeft een antwoord.", ((45, -2, ""), (20, -1, ""))),),
    ),
    Scene(
        46,
        "dani",
        "Faalangsttraining",
        2,
        "pers",
        "ruben",
        "Weten wat er komt, en een plek om te bedaren.",
        -10,
        -22,
        "De dagplanning staat op het bord, hij kiest zelf wanneer hij naar zijn plek gaat.",
        "Raakt in paniek als een toets anders is dan verwacht.",
        "Dagplanning op het bord.",
        "Helpt in de les, nog niet bij een toets.",
        in_groep=True,
        aanbod="faalangst",
        doelen=(("Zegt zelf dat hij even weg wil", "Voor hij boos wordt.", ((45, -2, ""), (17, 0, ""))),),
    ),
    Scene(
        20,
        "kees",
        "Keuzebegeleiding",
        2,
        "loop",
        "tom",
        "Iemand die meedenkt zonder te kiezen.",
        -7,
        -32,
        "Hij heeft een keuze en een plan voor de aanmelding.",
        "Twijfelt tussen een tussenjaar en de kunstacademie.",
        "Gesprek met de mentor over wat hij wil leren.",
        "Hij weet nu wat hij wil maken, nog niet waar.",
        aanbod="keuzebegeleiding",
        doelen=(("Bezoekt twee open dagen", "Met een verslagje.", ((12, -1, "Een gehad, een gepland."),)),),
    ),
)


@dataclass(frozen=True)
class Bulktekst:
    """Words for a trajectory of nobody in particular."""

    titel: str
    lijn: int
    domein: str
    hulpvraag: str
    nodig: str


BULK = (
    Bulktekst("Remedial teaching", 2, "leer", "Leest en spelt langzaam.", "Oefenen in kleine stukken."),
    Bulktekst(
        "Dyslexiegroep",
        2,
        "leer",
        "Heeft dyslexie en wil zelf weten wat helpt.",
        "Hulpmiddelen leren gebruiken.",
    ),
    Bulktekst("NT2-groep", 2, "leer", "Leert nog kort Nederlands.", "Woorden vooraf."),
    Bulktekst("Plannen", 1, "leer", "Komt niet aan het werk.", "Een begin dat vastligt."),
    Bulktekst(
        "Behandeling met overdracht",
        3,
        "leer",
        "Heeft meer nodig dan de school kan.",
        "Een lijn in alle vakken.",
    ),
    Bulktekst("Gesprekken", 2, "pers", "Slaapt slecht en maakt zich zorgen.", "Een vaste volwassene."),
    Bulktekst("Rots en Water", 2, "pers", "Reageert fel op klasgenoten.", "Eerst ademen, dan doen."),
    Bulktekst("Mentorgesprek", 1, "pers", "Zit niet lekker in de klas.", "Gezien worden."),
    Bulktekst("Jeugdhulp gemeente", 3, "pers", "Thuis is het zwaar.", "Rust op school."),
    Bulktekst("Keuzebegeleiding", 2, "loop", "Weet niet wat hij of zij wil.", "Zien wat er is."),
    Bulktekst("Overstap naar mbo", 2, "loop", "Past beter op het mbo.", "Een warme overdracht."),
    Bulktekst("Verzuimgesprek", 3, "loop", "Mist veel eerste uren.", "Iemand die hem of haar verwacht."),
)
