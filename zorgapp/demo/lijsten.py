"""Observation lists in the demo: the starter lists, one that is out in H3b, and one that closed with two proposals."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from leerlingen.models import Leerling
from ondersteuning.access_lijsten import leerlingen_van
from ondersteuning.models import Lijstcampagne, Lijstinvulling, Signaleringslijst
from ondersteuning.services.campagnes import Campagnegegevens, campagne_sluiten, campagne_starten
from ondersteuning.services.invullen import antwoord_bewaren, rest_bevestigen
from ondersteuning.services.lijsten import startlijsten_neerleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.demo.kalender import perioden, schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.notifications.models import Herinnering, Status


@dataclass(frozen=True)
class Blik:
    """What one colleague saw of one pupil: numbers of the points he sees often and sometimes."""

    door: str
    wie: str
    vaak: tuple[int, ...]
    soms: tuple[int, ...] = ()
    toelichting: str = ""


TAAL = (
    Blik(
        "sanne", "kees_jan", (0, 2, 5), (7,), "Bij het proefwerk lezen had hij de helft af toen de bel ging."
    ),
    Blik("pieter", "kees_jan", (5, 6), (2,), "Mondeling weet hij het, op papier staat er weinig."),
    Blik("esra", "kees_jan", (0, 5), (3, 6)),
    Blik("esra", "mees", (3, 8), (9,), "Vraagt zijn buurman wat er staat. In een gesprek doet hij goed mee."),
    Blik("pieter", "mees", (1, 8), (3,)),
)
WELBEVINDEN = (
    Blik(
        "sanne", "kees_jan", (2,), (5, 6), "Hij vertelde over zijn voetbalteam. Voor een beurt schrikt hij."
    ),
)


def zet_lijsten(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Tell it through the services, on their own days; needs the school's context."""
    begin = max(demo.jaar.begin, schooldag_terug(demo.op, 60))
    startlijsten_neerleggen(door=demo.werkplek("angelica", begin))
    toen = max(demo.jaar.begin, schooldag_terug(demo.op, 20))
    taal = _zet_uit(demo, "taal", ("H3b", "H2c"), toen, max(toen, schooldag_terug(demo.op, 8)))
    klaar = max(toen, schooldag_terug(demo.op, 10))
    for login in ("sanne", "pieter", "esra", "joris"):
        _vul_in(demo, taal, login, klaar, TAAL, leerlingen)
    dicht = max(toen, schooldag_terug(demo.op, 7))
    campagne_sluiten(door=demo.werkplek("angelica", dicht), pk=taal.pk, op=moment(dicht, time(16, 0)))
    van = max(demo.jaar.begin, schooldag_terug(demo.op, 3))
    tot = na_schooldagen(demo.op, 6, perioden(demo.op))
    nu = _zet_uit(demo, "welbevinden", ("H3b",), van, tot)
    gisteren = max(van, schooldag_terug(demo.op, 1))
    _vul_in(demo, nu, "sanne", gisteren, WELBEVINDEN, leerlingen)
    demo.werkplek("angelica", demo.op)
    Herinnering.objects.filter(
        school=demo.school, status=Status.GEPLAND, niet_voor__lt=moment(demo.op, time(0, 0))
    ).update(status=Status.VERVALLEN)


def _zet_uit(demo: Demoschool, start: str, namen: tuple[str, ...], van: date, tot: date) -> Lijstcampagne:
    lijst = Signaleringslijst.objects.get(school=demo.school, startlijst=start)
    gegevens = Campagnegegevens([demo.klassen[naam] for naam in namen], van, tot)
    door = demo.werkplek("angelica", van)
    return campagne_starten(door=door, lijst_id=lijst.pk, gegevens=gegevens, op=moment(van, time(8, 30)))


def _vul_in(
    demo: Demoschool,
    campagne: Lijstcampagne,
    login: str,
    dag: date,
    blikken: tuple[Blik, ...],
    leerlingen: dict[str, Leerling],
) -> None:
    """What this colleague saw, and the rest of his pupils in one go."""
    door = demo.werkplek(login, dag)
    invulling = Lijstinvulling.objects.select_related("campagne__lijst").get(
        campagne=campagne, user=door.user
    )
    op = moment(dag, time(15, 10))
    eigen = {leerling.pk for leerling in leerlingen_van(door, invulling)}
    for nummer, blik in enumerate(b for b in blikken if b.door == login):
        leerling_id = leerlingen[blik.wie].pk
        if leerling_id in eigen:
            _bewaar(door, invulling, leerling_id, blik, op + timedelta(minutes=nummer))
    rest_bevestigen(door=door, pk=invulling.pk, gezien=eigen, op=op + timedelta(minutes=5))


def _bewaar(door: Werkplek, invulling: Lijstinvulling, leerling_id: int, blik: Blik, op: datetime) -> None:
    aantal = len(invulling.campagne.lijst.punten)
    waarden = [2 if n in blik.vaak else 1 if n in blik.soms else 0 for n in range(aantal)]
    antwoord_bewaren(
        door=door,
        pk=invulling.pk,
        leerling_id=leerling_id,
        versie=0,
        waarden=waarden,
        toelichting=blik.toelichting,
        op=op,
    )
