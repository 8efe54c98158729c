"""Notes and documents of the story: talks, observations, somebody's own words, a report that only few open."""

from dataclasses import dataclass
from datetime import time
from uuid import UUID, uuid5

from django.core.files.base import ContentFile

from leerlingen.models import Leerling, Niveau, Notitiesoort, Stuksoort
from leerlingen.services.notities import (
    Notitiegegevens,
    notitie_vastleggen,
    notitie_wijzigen,
    zienswijze_optekenen,
)
from leerlingen.services.prive import aantekening_bewaren, vertrouwensnotitie_bewaren
from leerlingen.services.stukken import Stukgegevens, stukken_toevoegen
from leerlingen.zienswijzen import Spreker, open_bron
from zorgapp.demo.kalender import schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment

RUIMTE = UUID("0b9f6b9e-8c0e-4a3c-9b0e-5d2f8b1c4e77")


@dataclass(frozen=True)
class Opgeschreven:
    """One note, `terug` school days before the demo day."""

    terug: int
    door: str
    wie: str
    soort: Notitiesoort
    tekst: str = ""
    stem: str = ""
    stem_van: str = ""
    titel: str = ""
    domein: str = ""
    niveau: Niveau = Niveau.MENTOR_ZORGTEAM


NOTITIES = (
    Opgeschreven(
        3,
        "angelica",
        "kees_jan",
        Notitiesoort.GESPREK_OUDERS,
        "Docenten gaan verschillend om met de afspraken. Ouders vragen om één lijn bij alle talen. "
        "Ze zijn blij met de training.",
    ),
    Opgeschreven(
        19,
        "joris",
        "kees_jan",
        Notitiesoort.GESPREK_LEERLING,
        stem="Met mijn laptop kan ik laten zien wat ik weet. Zonder kost het schrijven me alle tijd.",
        stem_van="Kees Jan zelf",
        niveau=Niveau.KLAS,
    ),
    Opgeschreven(
        12,
        "ruben",
        "kees_jan",
        Notitiesoort.OBSERVATIE,
        "Bij een toets van een half uur begint hij nu na drie minuten. In september was dat tien. "
        "Hij leest de vraag eerst hardop voor zichzelf.",
        domein="pers",
        titel="Begint eerder aan een toets",
    ),
    Opgeschreven(
        26,
        "ilse",
        "kees_jan",
        Notitiesoort.CONTACT,
        "Gebeld met Elske Prins van het Taleninstituut. Zij draagt over in drie stappen en komt een keer kijken "
        "bij Duits.",
        domein="leer",
        niveau=Niveau.ZORGTEAM,
    ),
    Opgeschreven(
        2,
        "fatima",
        "amal",
        Notitiesoort.OBSERVATIE,
        "Zat vandaag bij twee klasgenoten in de pauze. Ze vroegen haar zelf.",
        domein="pers",
        niveau=Niveau.KLAS,
    ),
    Opgeschreven(
        5,
        "joris",
        "mees",
        Notitiesoort.GESPREK_LEERLING,
        "We hebben zijn cijfers naast het profiel gelegd. Hij wil graag iets met zijn handen doen.",
        stem="Ik wil iets maken, niet nog drie jaar lezen.",
        stem_van="Mees zelf",
        domein="loop",
    ),
)
_LEESVERSLAG = (
    "Leesverslag Kees Jan, november\n\nTekst op niveau A2, 310 woorden, 14 minuten. Twee vragen fout.\n"
    "Met voorleessoftware: 8 minuten, geen vraag fout.\n"
)
_PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def zet_notities(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Write the notes, documents and private notes of the story through the services, each on its own day."""
    for nummer, scene in enumerate(NOTITIES):
        if scene.wie in leerlingen:
            _notitie(demo, leerlingen[scene.wie], nummer, scene)
    _stukken(demo, leerlingen["kees_jan"])
    _prive(demo, leerlingen["kees_jan"])


def _notitie(demo: Demoschool, leerling: Leerling, nummer: int, scene: Opgeschreven) -> None:
    dag = schooldag_terug(demo.op, scene.terug)
    gegevens = Notitiegegevens(
        soort=scene.soort,
        gebeurd_op=dag,
        niveau=scene.niveau,
        tekst=scene.tekst,
        titel=scene.titel,
        domein=scene.domein,
        stem=scene.stem,
        stem_van=scene.stem_van,
    )
    notitie = notitie_vastleggen(
        door=demo.werkplek(scene.door, dag),
        leerling_id=leerling.pk,
        sleutel=uuid5(RUIMTE, f"notitie:{nummer}"),
        gegevens=gegevens,
        op=moment(dag, time(16, 10)),
    )
    if scene.soort == Notitiesoort.GESPREK_OUDERS:
        _aangevuld(demo, notitie.pk, gegevens, scene)


def _aangevuld(demo: Demoschool, pk: int, gegevens: Notitiegegevens, scene: Opgeschreven) -> None:
    """The talk with the parents gets a second version, and what the mother thinks of it."""
    dag = schooldag_terug(demo.op, scene.terug - 1)
    werkplek = demo.werkplek(scene.door, dag)
    langer = f"{gegevens.tekst} Op 26 november praten we verder."
    notitie_wijzigen(
        door=werkplek,
        pk=pk,
        versie=1,
        gegevens=Notitiegegevens(**gegevens.als_velden() | {"tekst": langer}),  # type: ignore[arg-type]
        op=moment(dag, time(9, 5)),
    )
    bron = f"notitie:{pk}"
    zienswijze_optekenen(
        door=werkplek,
        bron=bron,
        verslag=open_bron(werkplek, bron),
        sleutel=uuid5(RUIMTE, "zienswijze"),
        spreker=Spreker("Marit Bakker", "moeder"),
        tekst="Wij vinden dat het al twee jaar duurt. De afspraken waren er, ze werden niet overal gebruikt.",
        gegeven_op=dag,
        op=moment(dag, time(9, 20)),
    )


def _stukken(demo: Demoschool, leerling: Leerling) -> None:
    for nummer, (terug, door, soort, titel, niveau, naam, inhoud) in enumerate(
        (
            (
                8,
                "ilse",
                Stuksoort.VERSLAG,
                "Leesverslag november",
                Niveau.MENTOR_ZORGTEAM,
                "lees.txt",
                _LEESVERSLAG.encode(),
            ),
            (
                40,
                "angelica",
                Stuksoort.DESKUNDIGENVERKLARING,
                "Verklaring voor de toetsen",
                Niveau.ZORGTEAM,
                "v.pdf",
                _PDF,
            ),
        )
    ):
        dag = schooldag_terug(demo.op, terug)
        stukken_toevoegen(
            door=demo.werkplek(door, dag),
            leerling_id=leerling.pk,
            sleutel=uuid5(RUIMTE, f"stuk:{nummer}"),
            gegevens=Stukgegevens(soort, dag, niveau, titel),
            bestanden=[ContentFile(inhoud, naam)],
            op=moment(dag, time(11, 30)),
        )


def _prive(demo: Demoschool, leerling: Leerling) -> None:
    dag = schooldag_terug(demo.op, 1)
    aantekening_bewaren(
        door=demo.werkplek("joris", dag),
        leerling_id=leerling.pk,
        sleutel=uuid5(RUIMTE, "aantekening"),
        tekst="Vrijdag vragen hoe de so Duits ging. Niet waar de klas bij is.",
        op=moment(dag, time(16, 40)),
    )
    vertrouwensnotitie_bewaren(
        door=demo.werkplek("vera", dag),
        sleutel=uuid5(RUIMTE, "vertrouwen"),
        over="Gesprek dinsdag",
        tekst="Wil nog niet dat iemand het weet. Volgende week weer afgesproken, zelfde tijd.",
        op=moment(dag, time(12, 15)),
    )
