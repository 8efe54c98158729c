"""The nine starter lists (DOMAIN §9), written for zorgapp in observable behaviour and free to use (CC0 1.0).

No sentence comes from a licensed questionnaire (rule 63). Every list begins with what goes well.
"""

from dataclasses import dataclass, field

from zorgapp.kern.lijnen import Domein

LEER, PERS, LOOP = Domein.LEER.value, Domein.PERS.value, Domein.LOOP.value


@dataclass(frozen=True)
class Startlijst:
    """`goed` are points about what goes well, `op` those about what stands out; each with its domain."""

    sleutel: str
    titel: str
    uitleg: str
    goed: tuple[tuple[str, str], ...]
    op: tuple[tuple[str, str], ...]
    voor: str = "docent"
    belregel: bool = field(default=False)


def _van(domein: str, *teksten: str) -> tuple[tuple[str, str], ...]:
    return tuple((tekst, domein) for tekst in teksten)


STARTLIJSTEN: tuple[Startlijst, ...] = (
    Startlijst(
        "leren",
        "Leren",
        "Wat zag je de afgelopen vier weken in jouw les?",
        _van(LEER, "Werkt door als het moeilijk wordt", "Vraagt zelf om uitleg"),
        _van(
            LEER,
            "Begint pas na een persoonlijke aanwijzing",
            "Werkt niet door",
            "Kijkt of praat weg van het werk",
            "Heeft spullen of huiswerk niet bij zich",
            "Levert werk te laat of niet in",
            "Leest langzaam of slaat woorden over",
            "Maakt veel fouten bij rekenen in jouw vak",
            "Raakt de draad kwijt bij een opdracht in stappen",
            "Haalt lagere cijfers dan eerder dit jaar",
            "Zegt dat het vak geen zin heeft",
        ),
    ),
    Startlijst(
        "gedrag",
        "Gedrag in de klas",
        "Beschrijf wat je ziet. Een oordeel is niet nodig.",
        _van(PERS, "Helpt een klasgenoot", "Herstelt het na een aanvaring"),
        _van(
            PERS,
            "Praat of loopt door de les heen",
            "Reageert fel op een aanwijzing",
            "Heeft ruzie met klasgenoten",
            "Maakt opmerkingen waar anderen last van hebben",
            "Raakt spullen of anderen hardhandig aan",
            "Is stil en doet niet mee, ook niet na een vraag",
            "Werkt alleen als dat niet de opdracht is",
            "Wordt door anderen niet gekozen bij samenwerken",
            "Ruikt naar rook, drank of wiet, of lijkt onder invloed",
            "Zit op de telefoon als dat niet mag",
        ),
    ),
    Startlijst(
        "welbevinden",
        "Welbevinden",
        "Wat zag of hoorde je zelf? Vul alleen in wat je weet.",
        _van(
            PERS,
            "Lacht of maakt een grapje",
            "Vertelt uit zichzelf iets",
            "Heeft iemand om mee op te trekken",
        ),
        _van(
            PERS,
            "Oogt somber of huilt",
            "Zegt iets negatiefs over zichzelf",
            "Schrikt van een beurt of een toets",
            "Doet iets niet uit angst om fouten te maken",
            "Is in de pauze alleen",
            "Wordt uitgelachen of buitengesloten",
            "Is moe of valt bijna in slaap",
            "Klaagt over hoofdpijn of buikpijn",
            "Is stiller dan een paar weken geleden",
        ),
        voor="docent",
    ),
    Startlijst(
        "aanwezigheid",
        "Aanwezigheid",
        "Alleen wat je zelf merkt. De uren staan in de leerlingadministratie.",
        _van(LOOP, "Is op tijd", "Haalt gemiste stof zelf in"),
        _van(
            LOOP,
            "Komt te laat in jouw les",
            "Gaat tijdens de les de klas uit",
            "Is er op vaste dagen of uren niet",
            "Is ziek op dagen met een toets",
            "Gaat eerder naar huis",
            "Is er wel op school, niet in de les",
            "Zegt liever thuis te blijven",
        ),
    ),
    Startlijst(
        "thuis",
        "Thuis en omgeving",
        "Noem alleen wat de leerling zelf vertelt of wat je op school ziet.",
        _van(PERS, "Vertelt over iets leuks buiten school", "Noemt een volwassene die helpt"),
        _van(
            PERS,
            "Vertelt over drukte of ruzie thuis",
            "Zorgt voor een ouder, broer of zus",
            "Heeft thuis geen rustige plek om te leren",
            "Heeft geen ontbijt of lunch bij zich",
            "Kan iets niet betalen, zoals een uitje of een boek",
            "Werkt veel uren naast school",
            "Heeft kleren die niet bij het weer passen",
            "Wisselt vaak van slaapplek",
        ),
        voor="mentor",
        belregel=True,
    ),
    Startlijst(
        "talent",
        "Talent",
        "Kijk naar wat een leerling laat zien, ook buiten de cijfers.",
        _van(
            LEER,
            "Legt zelf verbanden die niet in de les zaten",
            "Stelt vragen die verder gaan",
            "Is snel klaar en wil meer",
        ),
        _van(
            LEER,
            "Haalt minder dan je in gesprek hoort",
            "Doet alleen wat strikt nodig is",
            "Haakt af bij herhaling",
            "Laat niet zien wat hij of zij kan",
            "Begint niet aan iets wat niet meteen lukt",
        ),
    ),
    Startlijst(
        "taal",
        "Taal",
        "Kijk naar lezen, schrijven en begrijpen in jouw vak.",
        _van(LEER, "Begrijpt het als je het voorleest of vertelt", "Gebruikt nieuwe vakwoorden"),
        _van(
            LEER,
            "Leest hardop langzaam of hakkelend",
            "Raadt woorden bij het lezen",
            "Schrijft hetzelfde woord op verschillende manieren",
            "Heeft bij schriftelijk werk te weinig tijd",
            "Schrijft veel korter dan hij of zij vertelt",
            "Verwisselt letters of klanken in een vreemde taal",
            "Kent gewone schoolwoorden niet",
            "Vraagt een klasgenoot wat er staat",
        ),
    ),
    Startlijst(
        "lichaam",
        "Lichamelijk en zintuiglijk",
        "Wat valt je op aan zien, horen, bewegen en energie?",
        _van(PERS, "Houdt de lesdag goed vol", "Geeft zelf aan wat nodig is"),
        _van(
            PERS,
            "Knijpt met de ogen of zit dicht op het werk",
            "Reageert niet als je van achteren iets zegt",
            "Heeft last van geluid of licht",
            "Schrijft moeizaam of met pijn",
            "Is snel moe na een inspanning",
            "Zit of loopt moeilijk",
            "Mist les door klachten of afspraken bij een arts",
            "Gaat vaak naar de wc of wil even weg",
        ),
    ),
    Startlijst(
        "loopbaan",
        "Schoolloopbaan",
        "Voor de mentor: hoe staat de leerling voor zijn of haar keuzes?",
        _van(LOOP, "Vertelt wat hij of zij later wil", "Bereidt een keuze zelf voor"),
        _van(
            LOOP,
            "Stelt een keuze uit",
            "Zegt van school of opleiding te willen veranderen",
            "Zegt te willen stoppen",
            "Kiest iets anders dan thuis gewenst is",
            "Haalt de overgang nu niet",
            "Weet niet welke vakken nodig zijn",
            "Heeft nog geen stage of is er ongelukkig",
        ),
        voor="mentor",
    ),
)
