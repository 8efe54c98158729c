"""Facility cards in the demo: that of Kees Jan as the story tells it, some others, and many in a large school."""

from dataclasses import dataclass
from datetime import time, timedelta
from random import Random

from leerlingen.access_kaart import kaart_van, toekenningen_van
from leerlingen.models import (
    Faciliteit,
    Faciliteitenkaart,
    FaciliteitToekenning,
    Kaartgezien,
    Kaartversie,
    Klas,
    Leerling,
    Lesopdracht,
)
from leerlingen.services.advies import advies_geven
from leerlingen.services.faciliteiten import startset_neerleggen
from leerlingen.services.kaart import Toekenninggegevens, faciliteit_toekennen
from leerlingen.services.kaartgrond import Grondgegevens, kaartgrond_vastleggen
from leerlingen.services.kaartlezers import kaart_gezien, niet_gekregen_melden
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.kalender import schooldag_terug
from zorgapp.demo.rolverdeling import Medewerker
from zorgapp.demo.school import Demoschool, geef_les, stel_aan
from zorgapp.demo.verhaal import moment

TIJD, LAPTOP, SPELLING = (
    "25% extra tijd bij toetsen",
    "Laptop met voorleessoftware",
    "Spelfouten tellen niet mee",
)
KLAS = "H3b"
DOCENTEN = (
    Medewerker("liesbeth", "Liesbeth", "", "Bos", Rol.DOCENT, "docent Nederlands", vak="Nederlands"),
    Medewerker("arjan", "Arjan", "", "Kuipers", Rol.DOCENT, "docent natuurkunde", vak="natuurkunde"),
    Medewerker("rachid", "Rachid", "", "Benali", Rol.DOCENT, "docent economie", vak="economie"),
    Medewerker(
        "ineke", "Ineke", "van der", "Laan", Rol.DOCENT, "docent aardrijkskunde", vak="aardrijkskunde"
    ),
    Medewerker("daan", "Daan", "", "Schouten", Rol.DOCENT, "docent geschiedenis", vak="geschiedenis"),
    Medewerker("yvonne", "Yvonne", "", "Prins", Rol.DOCENT, "docent muziek", vak="muziek"),
    Medewerker("koen", "Koen", "", "Verbeek", Rol.DOCENT, "docent gym", vak="gym"),
)
LAZEN = ("joris", "esra", "liesbeth", "arjan", "rachid", "daan", "yvonne")  # not: Duits, Frans and two more
KAART_OP, VERNIEUWD, BEVESTIGD = 50, 42, 40  # school days before the demo day
AANDEEL = 0.08


@dataclass(frozen=True)
class Kaart:
    """A card of somebody else: facilities by name, and the reason that only few may read."""

    wie: str
    faciliteiten: tuple[str, ...]
    grondslag: tuple[str, ...] = ()


@dataclass(frozen=True)
class Advies:
    """One advice, by a colleague who may give it."""

    wie: str
    door: str
    tekst: str
    vakken: tuple[str, ...] = ()


KAARTEN = (
    Kaart("noor", ("Toets in twee delen", "Korte pauzes tijdens een toets", "Toilet of lift"), ("ziekte",)),
    Kaart("dani", ("Time-out", "Koptelefoon", "Vaste plek in het lokaal"), ("ass",)),
    Kaart("finn", ("Luisterversie van teksten", TIJD, "Niet onverwacht hardop lezen"), ("dyslexie",)),
    Kaart("mees", ("Rekenkaart of formulekaart",), ("dyscalculie",)),
    Kaart("keesha", ("Rekenmachine", "Studiewijzer in stappen"), ("adhd",)),
)
ADVIEZEN = (
    Advies("kees_jan", "joris", "Vertel vooraf welke vraag je hem stelt, dan neemt hij een beurt."),
    Advies("dani", "angelica", "Zet de dagplanning op het bord en meld een verandering vooraf."),
    Advies("noor", "angelica", "Laat haar in het zevende uur zelf een pauze kiezen."),
    Advies("amal", "fatima", "Geef haar een vaste taak in een groepje van drie."),
)


def zet_kaarten(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Tell it through the services, on their own days; needs the school's context. Kees Jan has eleven teachers then."""
    begin = schooldag_terug(demo.op, KAART_OP)
    coordinator = demo.werkplek("angelica", begin)
    startset_neerleggen(door=coordinator)
    for wie in DOCENTEN:
        geef_les(demo, stel_aan(demo, wie), demo.klassen[KLAS], wie.vak)
    _kees_jan(demo, leerlingen["kees_jan"])
    for kaart in KAARTEN:
        leerling = leerlingen[kaart.wie]
        for naam in kaart.faciliteiten:
            _geef(demo.werkplek("angelica", begin), leerling, naam)
        _onderbouw(demo.werkplek("angelica", begin), leerling, kaart.grondslag)
    for advies in ADVIEZEN:
        door = demo.werkplek(advies.door, schooldag_terug(demo.op, 5))
        advies_geven(
            door=door,
            leerling=leerlingen[advies.wie],
            tekst=advies.tekst,
            vakken=advies.vakken,
            tot=demo.jaar.eind,
        )


def _geef(door: Werkplek, leerling: Leerling, naam: str, **anders: object) -> None:
    faciliteit = Faciliteit.objects.get(school=door.school, naam=naam)
    velden: dict[str, object] = {
        "tekst": faciliteit.tekst,
        "les": faciliteit.les,
        "toets": faciliteit.toets,
        "schoolexamen": faciliteit.schoolexamen,
    }
    faciliteit_toekennen(
        door=door,
        leerling=leerling,
        faciliteit=faciliteit,
        op=moment(door.dag, time(15, 10)),
        gegevens=Toekenninggegevens(**(velden | anders)),  # type: ignore[arg-type]
    )


def _onderbouw(door: Werkplek, leerling: Leerling, grondslag: tuple[str, ...], wie: str = "") -> None:
    gegevens = Grondgegevens(
        grondslag=list(grondslag),
        verklaring=bool(wie),
        verklaring_op=door.dag - timedelta(days=900) if wie else None,
        verklaring_door=wie,
    )
    op = moment(door.dag, time(15, 30))
    kaartgrond_vastleggen(door=door, leerling=leerling, versie=0, gegevens=gegevens, op=op)


def _kees_jan(demo: Demoschool, leerling: Leerling) -> None:
    """His card of September, renewed with the laptop, read by seven of eleven, and twice not given."""
    eerst, later = schooldag_terug(demo.op, KAART_OP), schooldag_terug(demo.op, VERNIEUWD)
    _geef(demo.werkplek("angelica", eerst), leerling, TIJD, vooraan=True)
    _geef(
        demo.werkplek("angelica", eerst),
        leerling,
        SPELLING,
        vooraan=True,
        bijzonderheid="behalve als spelling het doel is",
    )
    _onderbouw(demo.werkplek("angelica", eerst), leerling, ("dyslexie",), "drs. M. van Dam, orthopedagoog")
    _geef(demo.werkplek("angelica", later), leerling, LAPTOP, bijzonderheid="ook bij toetsen en so's")
    kaart = kaart_van(leerling.pk)
    assert kaart is not None
    bevestigd = schooldag_terug(demo.op, BEVESTIGD)
    for nummer, login in enumerate(LAZEN):
        door = demo.werkplek(login, bevestigd)
        op = moment(bevestigd, time(9 + nummer, 5 * nummer))
        kaart_gezien(door=door, leerling=leerling, versie=kaart.versie, op=op)
    tijd = next(r for r in toekenningen_van(leerling.pk, demo.op) if r.faciliteit.naam == TIJD)
    for terug, vak in ((6, "Duits"), (3, "Frans")):
        dag = schooldag_terug(demo.op, terug)
        niet_gekregen_melden(
            door=demo.werkplek("joris", dag),
            leerling=leerling,
            toekenning_id=tijd.pk,
            vak=vak,
            dag=dag,
            woorden="",
            op=moment(dag, time(14, 20)),
        )


def zet_veel_kaarten(demo: Demoschool, leerlingen: list[tuple[Leerling, Klas]], rng: Random) -> None:
    """Cards for about one in twelve of the bulk pupils, most of them read; and H3b keeps its eleven named teachers."""
    if KLAS in demo.klassen and (
        namen := {demo.mensen[d.login].pk for d in DOCENTEN if d.login in demo.mensen}
    ):
        over = Lesopdracht.objects.filter(school=demo.school, klas=demo.klassen[KLAS])
        over.exclude(user__in={*namen, *(u.pk for u in demo.mensen.values())}).delete()
    door = _coordinator(demo)
    if door is None:
        return
    startset_neerleggen(door=door)
    catalogus = list(Faciliteit.objects.filter(school=demo.school).order_by("pk"))
    gekozen = [wie for wie, _ in leerlingen if rng.random() < AANDEEL]
    klas_van = {wie.pk: klas.pk for wie, klas in leerlingen}
    op = moment(schooldag_terug(demo.op, KAART_OP), time(12, 0))
    kaarten = maak_veel(
        [
            Faciliteitenkaart(
                school=demo.school,
                leerling=wie,
                geldig_van=demo.jaar.begin,
                geldig_tot=demo.jaar.eind,
                gewijzigd_op=op,
                gewijzigd_door=door.user,
            )
            for wie in gekozen
        ],
        rng,
    )
    maak_veel(
        [
            _toekenning(demo, kaart, f, door.user)
            for kaart in kaarten
            for f in rng.sample(catalogus, rng.randint(1, 3))
        ],
        rng,
    )
    maak_veel(
        [
            Kaartversie(
                school=demo.school, kaart=k, versie=1, wat="De kaart is gemaakt.", door=door.user, op=op
            )
            for k in kaarten
        ],
        rng,
    )
    maak_veel(list(_gelezen(demo, kaarten, klas_van, rng)), rng)


def _coordinator(demo: Demoschool) -> Werkplek | None:
    rij = (
        Aanstelling.objects.filter(school=demo.school, rol=Rol.ZORGCOORDINATOR).select_related("user").first()
    )
    return werkplek_maken(rij.user, demo.op, demo.school.pk) if rij else None


def _toekenning(
    demo: Demoschool, kaart: Faciliteitenkaart, faciliteit: Faciliteit, door: User
) -> FaciliteitToekenning:
    return FaciliteitToekenning(
        school=demo.school,
        kaart=kaart,
        faciliteit=faciliteit,
        tekst=faciliteit.tekst,
        les=faciliteit.les,
        toets=faciliteit.toets,
        schoolexamen=faciliteit.schoolexamen,
        sinds=demo.jaar.begin,
        toegekend_door=door,
    )


def _gelezen(
    demo: Demoschool, kaarten: list[Faciliteitenkaart], klas_van: dict[int, int], rng: Random
) -> list[Kaartgezien]:
    """Three in four teachers of the class of each pupil confirmed."""
    lessen = Lesopdracht.objects.filter(school=demo.school, klas__isnull=False)
    per_klas: dict[int, set[int]] = {}
    for klas_id, user_id in lessen.values_list("klas_id", "user_id"):
        per_klas.setdefault(klas_id, set()).add(user_id)
    return [
        Kaartgezien(
            school=demo.school,
            kaart=kaart,
            versie=1,
            user_id=user_id,
            op=kaart.gewijzigd_op + timedelta(days=2),
        )
        for kaart in kaarten
        for user_id in sorted(per_klas.get(klas_van[kaart.leerling_id], ()))
        if rng.random() < 0.75
    ]
