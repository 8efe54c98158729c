"""What the demo school offers, who carries it out, who waits, and who does what, as in the pictures."""

from datetime import time, timedelta
from typing import Any

from leerlingen.models import ExternePartner, Leerling
from ondersteuning.models import Aanbod, Functionaris, Taakhouder, Wachtplek
from ondersteuning.services.aanbod import INHOUD, aanbod_bewaren
from ondersteuning.services.functionarissen import functionaris_bewaren
from ondersteuning.services.taken import beginset_taken, houder_erbij
from ondersteuning.services.wachtlijst import op_wachtlijst
from zorgapp.demo.kalender import schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment

SIGNAAL = "Stuur een signaal. Angèlica kijkt met je mee."
# login, function, own word, good at, domains, most at once
FUNCTIES = (
    ("ilse", "remedial_teacher", "", "lezen en spellen, dyslexie in de talen", ["leer"], 24),
    ("karin", "nt2", "NT2", "Nederlands als tweede taal", ["leer"], 10),
    ("ruben", "leerlingbegeleider", "", "faalangst, sociale vaardigheden", ["pers"], 30),
    ("nadia", "orthopedagoog", "", "onderzoek en advies aan docenten", ["pers"], 8),
    ("tom", "decaan", "", "profielkeuze, overstap naar mbo", ["loop"], 20),
)
# key, name, line, domain, who (login, partner key or words), fields
Rij = tuple[str, str, int, str, str, dict[str, Any]]
EERSTE: tuple[Rij, ...] = (
    ("differentieren", "Differentiëren in de les", 1, "leer", "Alle docenten", {"vorm": "klas"}),
    ("faciliteitenkaart", "Faciliteitenkaart toepassen", 1, "leer", "Alle docenten", {}),
    ("huiswerkuur", "Huiswerkuur", 1, "leer", "Alle docenten", {"ritme": "elke dag", "vorm": "groep"}),
    ("mentorgesprek", "Mentorgesprek", 1, "pers", "Alle mentoren", {"ritme": "elke zes weken"}),
    (
        "sfeermeting",
        "Sfeermeting in de klas",
        1,
        "pers",
        "Alle mentoren",
        {"ritme": "2 keer per jaar", "vorm": "klas"},
    ),
    ("oudergesprek", "Gesprek met ouders", 1, "pers", "Alle mentoren", {}),
    ("loopbaangesprek", "Loopbaangesprek", 1, "loop", "Alle mentoren", {"ritme": "2 keer per jaar"}),
    ("keuzelessen", "Keuzelessen", 1, "loop", "Alle mentoren", {"ritme": "leerjaar 2 en 3", "vorm": "klas"}),
)
TWEEDE: tuple[Rij, ...] = (
    ("rt", "Remedial teaching", 2, "leer", "ilse", {"capaciteit": 18, "uren": 9}),
    ("dyslexiegroep", "Dyslexiegroep", 2, "leer", "ilse", {"capaciteit": 12, "vorm": "groep", "uren": 3}),
    ("nt2", "NT2-groep", 2, "leer", "karin", {"capaciteit": 8, "vorm": "groep", "uren": 4}),
    ("faalangst", "Faalangsttraining", 2, "pers", "ruben", {"capaciteit": 8, "vorm": "groep", "uren": 2}),
    ("gesprekken", "Gesprekken", 2, "pers", "ruben", {"capaciteit": 20, "uren": 10}),
    ("rots_en_water", "Rots en Water", 2, "pers", "nadia", {"capaciteit": 6, "vorm": "groep", "uren": 2}),
    ("keuzebegeleiding", "Keuzebegeleiding", 2, "loop", "tom", {"capaciteit": 15, "uren": 5}),
    ("overstap", "Overstap naar mbo", 2, "loop", "tom", {"capaciteit": 5, "uren": 1}),
)
DERDE: tuple[Rij, ...] = (
    ("behandeling", "Behandeling met overdracht", 3, "leer", "taleninstituut", {}),
    ("swv", "Samenwerkingsverband", 3, "leer", "samenwerkingsverband", {"soort": "extra"}),
    ("jeugdhulp", "Jeugdhulp gemeente", 3, "pers", "jeugdteam", {"soort": "extra"}),
    ("jeugdarts", "Jeugdarts", 3, "pers", "jeugdarts", {}),
    ("verzuimgesprek", "Verzuimgesprek", 3, "loop", "leerplicht", {}),
    ("leerwerkplek", "Leerwerkplek", 3, "loop", "leerplicht", {"soort": "extra"}),
)
OMSCHRIJVING = {
    "faalangst": "Zes bijeenkomsten van een lesuur in een klein groepje. Oefenen met spanning voor een toets of beurt.",
    "rt": "Tien weken gericht oefenen, en daarna met de docent afspreken hoe het in de les verdergaat.",
    "gesprekken": "Gesprekken van een half uur over wat je dwarszit, elke week of om de week.",
    "nt2": "Nederlands leren naast de gewone lessen, met taalhulp voor de vakken.",
}
# How some were last year: fields that differ, so that the years can be laid side by side.
VORIG_JAAR: dict[str, dict[str, Any]] = {
    "faalangst": {"capaciteit": 6},
    "gesprekken": {"capaciteit": 16},
    "keuzebegeleiding": {"naam": "Profielkeuze"},
    "huiswerkuur": {"ritme": "2 keer per week"},
}
WACHT = (
    ("gesprekken", "noor", 15, "Piekert over thuis en slaapt slecht.", "Elke week kort met de mentor."),
    (
        "gesprekken",
        "dani",
        9,
        "Heeft vaak ruzie en weet niet hoe dat begint.",
        "Vaste plek om even te landen.",
    ),
    ("gesprekken", "lotte", 4, "Durft niet meer mee te doen na de verhuizing.", ""),
)


def zet_aanbod(demo: Demoschool, partners: dict[str, ExternePartner]) -> dict[str, Aanbod]:
    """The catalogue of this year with who does it, part of last year's, and the tasks; offerings by key."""
    door = demo.werkplek("angelica", demo.op)
    functies = zet_functionarissen(demo)
    gezet = {}
    for sleutel, naam, lijn, domein, wie, velden in (*EERSTE, *TWEEDE, *DERDE):
        wijze: dict[str, Any] = {"functionaris": functies[wie]} if wie in functies else {}
        if wie in partners:
            wijze = {"partner": partners[wie], "plaats": "buiten_school"}
        elif not wijze:
            wijze = {"uitvoering": wie}
        elif lijn == 2:
            wijze["plaats"] = "buiten_klas"
        aanbod = Aanbod(
            schooljaar=demo.jaar.beginjaar,
            naam=naam,
            lijn=lijn,
            domeinen=[domein],
            omschrijving=OMSCHRIJVING.get(sleutel, ""),
            aanmelden=SIGNAAL if lijn > 1 else "",
            **{"soort": "basis", **wijze, **velden},
        )
        gezet[sleutel] = aanbod_bewaren(door=door, aanbod=aanbod, versie=0)
    _zet_vorig_jaar(demo, gezet)
    zet_taken(demo)
    return gezet


def zet_functionarissen(demo: Demoschool) -> dict[str, Functionaris]:
    """The second line, by login."""
    door = demo.werkplek("angelica", demo.op)
    return {
        login: functionaris_bewaren(
            door=door,
            functionaris=Functionaris(
                user=demo.mensen[login],
                functie=functie,
                functienaam=naam,
                expertise=goed_in,
                lijn=2,
                domeinen=domeinen,
                caseload_max=hoogstens,
                van=demo.begin,
            ),
            versie=0,
        )
        for login, functie, naam, goed_in, domeinen, hoogstens in FUNCTIES
    }


def _zet_vorig_jaar(demo: Demoschool, nu: dict[str, Aanbod]) -> None:
    """The year before, which is closed: the same offerings as they were then, and one that is no longer there."""
    jaar = demo.jaar.beginjaar - 1
    rijen = [
        Aanbod(
            school=demo.school,
            stam=aanbod.stam,
            schooljaar=jaar,
            **{veld: getattr(aanbod, veld) for veld in INHOUD} | VORIG_JAAR.get(sleutel, {}),
        )
        for sleutel, aanbod in nu.items()
        if sleutel != "rots_en_water"
    ]
    weg = Aanbod(
        school=demo.school, schooljaar=jaar, naam="Plusklas", lijn=2, domeinen=["leer"], soort="basis"
    )
    Aanbod.objects.bulk_create([*rijen, weg])


def zet_taken(demo: Demoschool) -> list[Taakhouder]:
    """Who does what; one task stays without anybody: replacing a begeleider who is ill."""
    door = demo.werkplek("angelica", demo.op)
    beginset_taken(door=door)
    alle = list(Taakhouder.objects.filter(school=demo.school).select_related("taak"))
    leidt = next(h for h in alle if h.taak.naam.startswith("Begeleiden") and h.letter == "A")
    houder_erbij(door=door, taak_id=leidt.taak_id, letter="A", user=demo.mensen["ruben"])
    return alle


def zet_wachtlijst(
    demo: Demoschool, aanbod: dict[str, Aanbod], leerlingen: dict[str, Leerling]
) -> list[Wachtplek]:
    """Three pupils wait for a place, each since the day he was put there."""
    uit = []
    for sleutel, wie, terug, hulpvraag, intussen in WACHT:
        dag = schooldag_terug(demo.op, terug)
        uit.append(
            op_wachtlijst(
                door=demo.werkplek("angelica", dag),
                aanbod_id=aanbod[sleutel].pk,
                leerling=leerlingen[wie],
                hulpvraag=hulpvraag,
                eigenaar=demo.mensen["angelica"],
                volgende_datum=demo.op + timedelta(days=14 - terug // 2),
                overbrugging=intussen,
                op=moment(dag, time(15, 40)),
            )
        )
    return uit
