"""The transfer of seeds/002 in the demo: the remedial teaching of Kees Jan goes to the language teachers, and his
parents' complaint about how unevenly the facility card is used."""

from collections.abc import Mapping
from datetime import time

from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.access_overdracht import lesgevers
from ondersteuning.models import Klacht, Lesontvanger, Lesoverdracht, Traject
from ondersteuning.overdrachtloop import Stap, Uitkomst
from ondersteuning.services import klacht as dienst
from ondersteuning.services.lesoverdracht import Overdrachtgegevens, overdracht_geven
from ondersteuning.services.lesronde import bericht_geven, stap_zetten
from zorgapp.demo.kalender import perioden, schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import na_schooldagen

GEGEVEN, BERICHT = 20, 10  # school days before the demo day, and after it
TALEN = frozenset({"Duits", "Frans", "Engels"})


def zet_overdracht(
    demo: Demoschool, leerlingen: dict[str, Leerling], trajecten: Mapping[str, Traject] | None = None
) -> Lesoverdracht:
    """Hand over and let some confirm and report; the complaint waits for the school leader. Returns the hand-over.

    `trajecten` may hold the remedial teaching under "kees_jan_rt". Needs the school's context.
    """
    kees_jan = leerlingen["kees_jan"]
    overdracht = _overdracht(demo, kees_jan, (trajecten or {}).get("kees_jan_rt"))
    _stap(demo, overdracht, "esra", 18, Stap.BEVESTIG)
    _stap(demo, overdracht, "esra", 14, Stap.PROBEER)
    _stap(demo, overdracht, "pieter", 16, Stap.BEVESTIG)
    _bericht(demo, overdracht)
    _klacht(demo, kees_jan)
    return overdracht


def _overdracht(demo: Demoschool, leerling: Leerling, traject: Traject | None) -> Lesoverdracht:
    dag = schooldag_terug(demo.op, GEGEVEN)
    gegevens = Overdrachtgegevens(
        van="het Taleninstituut",
        onderwerp="Lezen en woorden leren",
        actie="Geef de woordenlijst een week vooraf en begin een tekst mondeling",
        advies="Hij leest sneller als hij de woorden al kent. Geef de lijst een week vooraf, bespreek de tekst eerst "
        "samen, en laat hem daarna lezen. Beoordeel de inhoud, niet de spelling.",
        docenten=tuple(les for les in lesgevers(leerling.pk, dag) if les.vak in TALEN),
        eigenaar=demo.mensen["ilse"],
        bericht_op=na_schooldagen(demo.op, BERICHT, perioden(demo.op)),
        traject=traject,
    )
    door = demo.werkplek("angelica", dag)
    return overdracht_geven(
        door=door, leerling_id=leerling.pk, gegevens=gegevens, op=moment(dag, time(14, 15))
    )


def _deel(demo: Demoschool, overdracht: Lesoverdracht, wie: str) -> Lesontvanger:
    return Lesontvanger.objects.get(overdracht=overdracht, docent=demo.mensen[wie])


def _stap(demo: Demoschool, overdracht: Lesoverdracht, wie: str, terug: int, stap: Stap) -> None:
    dag = schooldag_terug(demo.op, terug)
    stap_zetten(
        door=demo.werkplek(wie, dag),
        pk=overdracht.pk,
        versie=_deel(demo, overdracht, wie).versie,
        stap=stap,
        op=moment(dag, time(12, 20)),
    )


def _bericht(demo: Demoschool, overdracht: Lesoverdracht) -> None:
    dag = schooldag_terug(demo.op, 5)
    bericht_geven(
        door=demo.werkplek("esra", dag),
        pk=overdracht.pk,
        versie=_deel(demo, overdracht, "esra").versie,
        uitkomst=Uitkomst.GELUKT,
        wat_zag="Hij begint nu zelf en vraagt om de volgende lijst.",
        nodig="",
        op=moment(dag, time(13, 5)),
    )


def _klacht(demo: Demoschool, leerling: Leerling) -> Klacht:
    """Received by telephone, three parties heard, an agreement made; the rector reads along."""
    dag = schooldag_terug(demo.op, 8)
    angelica = demo.werkplek("angelica", dag)
    moeder = Contactpersoon.objects.filter(leerling=leerling).order_by("pk").first()
    gegevens = dienst.Klachtgegevens(
        ontvangen_op=dag,
        ontvangen_door=demo.mensen["joris"],
        hoe="telefoon",
        contact=moeder,
        van_naam=moeder.naam if moeder else "de ouders",
        onderwerp="Afspraken van de kaart gelden niet overal",
        inhoud="Bij Engels krijgt hij zijn tijd, bij Duits niet, bij Frans soms. Een docent zei dat dyslexie een "
        "modeverschijnsel is. Wij willen dat de school doet wat er is afgesproken.",
    )
    klacht = dienst.klacht_vastleggen(
        door=angelica, leerling_id=leerling.pk, gegevens=gegevens, op=moment(dag, time(16, 20))
    )
    klacht = dienst.leider_noemen(
        door=angelica,
        pk=klacht.pk,
        versie=klacht.versie,
        leider=demo.mensen["marijke"],
        op=moment(dag, time(16, 30)),
    )
    for terug, wie, gezegd in (
        (7, "Kees Jan", "Ik durf er niet meer om te vragen. Ze zuchten dan."),
        (6, "De docent Duits", "Ik wist niet dat de kaart ook voor mijn toetsen gold."),
        (4, "De ouders", "Wij zijn blij dat er nu iemand op let. We willen over zes weken weer praten."),
    ):
        dag = schooldag_terug(demo.op, terug)
        dienst.partij_horen(
            door=demo.werkplek("angelica", dag),
            pk=klacht.pk,
            wie=wie,
            gehoord_op=dag,
            gezegd=gezegd,
            op=moment(dag, time(15, 10)),
        )
    return _afspraak(demo, klacht)


def _afspraak(demo: Demoschool, klacht: Klacht) -> Klacht:
    dag = schooldag_terug(demo.op, 3)
    angelica = demo.werkplek("angelica", dag)
    klacht = dienst.uitkomst_vastleggen(
        door=angelica,
        pk=klacht.pk,
        versie=Klacht.objects.get(pk=klacht.pk).versie,
        uitkomst="Elke docent bevestigt de kaart. Joris vraagt Kees Jan elke twee weken hoe het gaat. Na zes weken "
        "praten we weer met de ouders.",
    )
    dienst.afspraak_maken(
        door=angelica,
        pk=klacht.pk,
        tekst="Bespreek in de sectie talen hoe jullie de faciliteitenkaart gebruiken.",
        eigenaar=demo.mensen["hanna"],
        datum=na_schooldagen(demo.op, 5, perioden(demo.op)),
    )
    return klacht
