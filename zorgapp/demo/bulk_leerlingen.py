"""Pupils of a demo school with their places in two school years, teaching groups and contacts."""

from datetime import date, timedelta
from random import Random

from leerlingen.importeren.stand import IMPORT
from leerlingen.models import Contactpersoon, Klas, Leerling, LesgroepLid, Plaatsing
from leerlingen.models.leerling import Gezag, Relatie
from zorgapp.demo.cast import geboren, klas_vorig_jaar
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.names import kies_naam
from zorgapp.demo.school import Demoschool, leerjaar_van
from zorgapp.kern.schooljaar import Schooljaar

EERSTE_NUMMER = 20001
DOSSIERNUMMER = "19999"
VERTROKKEN_PER = 20
VOLLE_KLASSEN = {"H3b": 2, "B1d": 2}
OUDERS = (Relatie.MOEDER, Relatie.VADER)


def zet_leerlingen(demo: Demoschool, aantal: int, rng: Random) -> list[tuple[Leerling, Klas]]:
    """Make `aantal` pupils spread over this year's classes, and one in twenty more who left last summer."""
    klassen = [klas for klas in demo.klassen_nu for _ in range(VOLLE_KLASSEN.get(klas.naam, 1))]
    verdeling = [klassen[n % len(klassen)] for n in range(aantal)]
    leerlingen = maak_veel(
        [bulkleerling(demo, klas, EERSTE_NUMMER + n, rng) for n, klas in enumerate(verdeling)], rng
    )
    paren = list(zip(leerlingen, verdeling, strict=True))
    _plaats(demo, paren, rng)
    maak_veel(
        [
            LesgroepLid(school=demo.school, leerling=leerling, lesgroep=groep, van=demo.jaar.begin)
            for leerling, klas in paren
            for groep in demo.groepen.get(klas.naam, [])
        ],
        rng,
    )
    maak_veel([contact for leerling, _ in paren for contact in _contacten(demo, leerling, rng)], rng)
    _vertrokken(demo, aantal // VERTROKKEN_PER, EERSTE_NUMMER + aantal, rng)
    return paren


def bulkleerling(demo: Demoschool, klas: Klas, nummer: int, rng: Random) -> Leerling:
    """A pupil (unsaved) of the age of his class, at school since its first year."""
    naam = kies_naam(rng)
    leeftijd = 11 + leerjaar_van(klas) + (rng.random() < 0.2)
    return Leerling(
        school=demo.school,
        leerlingnummer=str(nummer),
        roepnaam=naam.roepnaam,
        tussenvoegsel=naam.tussenvoegsel,
        achternaam=naam.achternaam,
        geboortedatum=geboren(demo.op, leeftijd, rng.randrange(360)),
        vestiging=klas.vestiging,
        ingeschreven_op=Schooljaar(demo.jaar.beginjaar - leerjaar_van(klas) + 1).begin,
    )


def _plaats(demo: Demoschool, paren: list[tuple[Leerling, Klas]], rng: Random) -> None:
    """Two placements: last year's, closed, and the running one."""
    vorig = Schooljaar(demo.jaar.beginjaar - 1)
    rijen = []
    for leerling, klas in paren:
        if leerjaar_van(klas) > 1:
            oud = klas_vorig_jaar(demo, klas)
            rijen.append(
                Plaatsing(school=demo.school, leerling=leerling, klas=oud, van=vorig.begin, tot=vorig.eind)
            )
        rijen.append(Plaatsing(school=demo.school, leerling=leerling, klas=klas, van=demo.jaar.begin))
    maak_veel(rijen, rng)


def _contacten(demo: Demoschool, leerling: Leerling, rng: Random) -> list[Contactpersoon]:
    """One or two parents; one in five pupils has two households, in one in fifty gezag is not both parents'."""
    apart = rng.random() < 0.2
    contacten = []
    for n, relatie in enumerate(OUDERS if rng.random() < 0.85 else (Relatie.MOEDER,)):
        gezag = rng.choices((Gezag.JA, Gezag.ONBEKEND, Gezag.NEE), (93, 5, 2 if n else 0))[0]
        naam = kies_naam(rng)
        familie = leerling if not (apart and n) else None
        achternaam = familie.achternaam if familie else naam.achternaam
        contacten.append(
            Contactpersoon(
                school=demo.school,
                leerling=leerling,
                naam=f"{naam.roepnaam} {achternaam}",
                relatie=relatie,
                gezag=gezag,
                huishouden=1 + (apart and n),
                sleutel=IMPORT,
                telefoon=f"06 555{rng.randrange(100000):05d}",
                email=f"ouder{n}.{leerling.leerlingnummer}@thuis.example",
            )
        )
    return contacten


def _vertrokken(demo: Demoschool, aantal: int, nummer: int, rng: Random) -> None:
    """Former pupils: gone since the last day of last school year."""
    vorig = Schooljaar(demo.jaar.beginjaar - 1)
    oud = [klas for klas in demo.klassen.values() if klas.schooljaar == vorig.beginjaar]
    if not oud:
        return
    klassen = [rng.choice(oud) for _ in range(aantal)]
    weg = [bulkleerling(demo, klas, nummer + n, rng) for n, klas in enumerate(klassen)]
    for leerling in weg:
        leerling.uitgeschreven_op = vorig.eind
        leerling.ingeschreven_op = min(leerling.ingeschreven_op or vorig.begin, vorig.begin)
    maak_veel(
        [
            Plaatsing(school=demo.school, leerling=leerling, klas=klas, van=vorig.begin, tot=vorig.eind)
            for leerling, klas in zip(maak_veel(weg, rng), klassen, strict=True)
        ],
        rng,
    )


def zet_dossier(demo: Demoschool) -> tuple[Leerling, Klas]:
    """The one pupil whose file is far too full; used to measure pages with many records."""
    klas = demo.klassen_nu[0]
    leerling = Leerling.objects.create(
        school=demo.school,
        leerlingnummer=DOSSIERNUMMER,
        roepnaam="Olivier",
        achternaam="Dossier",
        geboortedatum=date(demo.op.year - 13, 2, 1),
        vestiging=klas.vestiging,
        ingeschreven_op=demo.begin,
    )
    Plaatsing.objects.create(
        school=demo.school, leerling=leerling, klas=klas, van=demo.begin + timedelta(days=1)
    )
    return leerling, klas
