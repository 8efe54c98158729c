"""Earlier school years of a large demo school: who was there, in which class, and what happened then."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from django.db import connection

from leerlingen.models import Klas, Leerling, Plaatsing
from zorgapp.accounts.models import Vrijedag
from zorgapp.demo.bulk_leerlingen import EERSTE_NUMMER, bulkleerling
from zorgapp.demo.cast import vorige_klas
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.jaren_delen import delen
from zorgapp.demo.jaren_kopie import begin_kopie, kopieer, verwijs
from zorgapp.demo.kalender import vrije_dagen
from zorgapp.demo.school import Demoschool, leerjaar_van, maak_klas
from zorgapp.kern.schooljaar import Schooljaar

VANZELF = 2  # school years that the story and the bulk data tell
VERTROKKEN = 6  # one in so many pupils left at the end of each year before
NUMMER_VERTROKKEN = 300_001


@dataclass
class Toen:
    """A school year of the past: its classes by name."""

    jaar: Schooljaar
    klassen: dict[str, Klas]


def vul_jaren_terug(demo: Demoschool, jaren: int, rng: Random) -> None:
    """Fill up to `jaren` school years in all, this one included; two are there already. Needs the school's context.

    The school was smaller then: who has left by now is one in six for each year in between.
    """
    toen = [_toen(demo, terug, rng) for terug in range(1, jaren)]
    _vrij(demo, jaren)
    _vertrokken(demo, toen[VANZELF - 1 :], rng)
    _plaats_terug(demo, toen, rng)
    nu = _leerlingen_in(demo, demo.jaar)
    for terug, t in enumerate(toen, start=1):
        begin_kopie()
        verwijs("leerlingen_leerling", zip(nu, _leerlingen_in(demo, t.jaar), strict=False))
        verwijs("leerlingen_klas", [(k.pk, t.klassen[k.naam].pk) for k in demo.klassen_nu])
        for deel in delen(terug, f"date '{toen[0].jaar.begin}'", f"date '{demo.jaar.begin}'"):
            kopieer(deel, demo.school.pk)


def _toen(demo: Demoschool, terug: int, rng: Random) -> Toen:
    """The classes of then: those of last year that are there, and for every class of now one of the same name."""
    jaar = Schooljaar(demo.jaar.beginjaar - terug)
    klassen = {k.naam: k for k in Klas.objects.filter(school=demo.school, schooljaar=jaar.beginjaar)}
    vormen = laag = {(k.naam, leerjaar_van(k), k.niveau) for k in demo.klassen_nu}
    while laag:
        klassen_daar = [Klas(naam=n, leerjaar=leerjaar, niveau=niveau) for n, leerjaar, niveau in laag]
        laag = {vorige_klas(k) for k in klassen_daar if leerjaar_van(k) > 1}
        vormen = vormen | laag
    nieuw = [maak_klas(demo, *vorm, jaar) for vorm in sorted(vormen) if vorm[0] not in klassen]
    return Toen(jaar, klassen | {k.naam: k for k in maak_veel(nieuw, rng)})


def _vrij(demo: Demoschool, jaren: int) -> None:
    """Free days of the years before those of the story."""
    vrij = Vrijedag.objects.filter(school=demo.school)
    al = set(vrij.values_list("naam", "van"))
    Vrijedag.objects.bulk_create(
        Vrijedag(school=demo.school, naam=naam, van=periode.van, tot=periode.tot)
        for terug in range(VANZELF, jaren + 1)
        for naam, periode in vrije_dagen(demo.jaar.beginjaar - terug)
        if (naam, periode.van) not in al
    )


def _vertrokken(demo: Demoschool, toen: list[Toen], rng: Random) -> None:
    """Pupils who left at the end of each of these years, in a class of each year up to then."""
    per_jaar = len(_leerlingen_in(demo, demo.jaar)) // VERTROKKEN
    nummer = NUMMER_VERTROKKEN
    for plek, laatste in enumerate(toen):
        klassen = sorted(laatste.klassen.values(), key=lambda k: k.naam)
        weg, rijen = [], []
        for n in range(per_jaar):
            klas = klassen[n % len(klassen)]
            leerling = bulkleerling(demo, klas, nummer + n, rng)
            leerling.ingeschreven_op, leerling.uitgeschreven_op = toen[-1].jaar.begin, laatste.jaar.eind
            weg.append(leerling)
        nummer += per_jaar
        for leerling, klas in zip(maak_veel(weg, rng), _rondom(klassen), strict=False):
            rijen += [_plaatsing(demo, leerling, t.klassen.get(klas.naam, klas), t) for t in toen[plek:]]
        maak_veel(rijen, rng)


def _rondom(klassen: list[Klas]) -> Iterator[Klas]:
    while True:
        yield from klassen


def _plaatsing(demo: Demoschool, leerling: Leerling, klas: Klas, toen: Toen) -> Plaatsing:
    return Plaatsing(
        school=demo.school, leerling=leerling, klas=klas, van=toen.jaar.begin, tot=toen.jaar.eind
    )


def _plaats_terug(demo: Demoschool, toen: list[Toen], rng: Random) -> None:
    """The pupils of now in the classes they came from, as far back as they were at school."""
    van_nu = {k.pk: k for k in demo.klassen_nu}
    rijen = []
    lopend = Plaatsing.objects.filter(klas__in=van_nu, leerling__leerlingnummer__gte=str(EERSTE_NUMMER))
    for leerling_id, klas_id in lopend.order_by("pk").values_list("leerling_id", "klas_id"):
        naam, leerjaar, niveau = van_nu[klas_id].naam, leerjaar_van(van_nu[klas_id]), van_nu[klas_id].niveau
        for terug, t in enumerate(toen, start=1):
            if leerjaar == 1:
                break
            naam, leerjaar, niveau = vorige_klas(Klas(naam=naam, leerjaar=leerjaar, niveau=niveau))
            if terug >= VANZELF:
                plek = Plaatsing(school=demo.school, klas=t.klassen[naam], van=t.jaar.begin, tot=t.jaar.eind)
                plek.leerling_id = leerling_id
                rijen.append(plek)
    maak_veel(rijen, rng)


def _leerlingen_in(demo: Demoschool, jaar: Schooljaar) -> list[int]:
    """Pupils without a name in the story who had a class in that year."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT l.id FROM leerlingen_leerling l "
            "JOIN leerlingen_plaatsing p ON p.school_id = l.school_id AND p.leerling_id = l.id "
            "JOIN leerlingen_klas k ON k.school_id = p.school_id AND k.id = p.klas_id "
            "WHERE l.school_id = %s AND k.schooljaar = %s AND l.leerlingnummer >= %s ORDER BY l.id",
            [demo.school.pk, jaar.beginjaar, str(EERSTE_NUMMER)],
        )
        return [leerling_id for (leerling_id,) in cursor.fetchall()]
