"""What became of the past meetings of the story: held, written down and closed through the services, and told by the mentor."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from leerlingen.models import Leerling
from overleg.klokken_verslag import SOORTEN
from overleg.loop import Overlegstatus, Puntstatus, Stap
from overleg.models import Afspraak, Agendapunt, Deelname, Overleg, Terugvertellen
from overleg.services.afspraak import Afspraakgegevens, afspraak_maken
from overleg.services.agenda import Puntgegevens, punt_toevoegen
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.overleg import stap_zetten
from overleg.services.sluiten import Afsluiting, overleg_afsluiten
from overleg.services.tijd import punt_afronden
from overleg.services.verslag import verslag_gelezen
from overleg.services.vertellen import Verteld, vertellen_noteren
from overleg.soorten import Overlegsoort
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.notifications.models import Herinnering, Status


@dataclass(frozen=True)
class Besproken:
    """One item of a past meeting: minutes (empty: there was no time) and who does what, `klaar` school days ahead."""

    wie: str
    vraag: str
    notulen: str = ""
    eigenaar: str = ""
    wat: str = ""
    merkt: str = ""
    klaar: int = 6


# The last zorgoverleg before the demo day, and the one before that.
LAATSTE = (
    Besproken(
        "kees_jan",
        "Wat helpt hem bij de talen?",
        "De kaart werkt bij Engels, nog niet bij Duits.\nHij zegt zelf dat hij de tijd nodig heeft om te lezen.",
        "ilse",
        "Oefent met hem hoe hij de extra tijd vraagt.",
        "Hij weet wat hij tegen de docent kan zeggen.",
    ),
    Besproken(
        "sem",
        "Hoe krijgen we hem op dinsdag op school?",
        "De ochtend is het knelpunt. Moeder werkt op dinsdag vroeg.",
        "ruben",
        "Spreekt op maandag met hem door hoe dinsdag begint.",
        "Er is op dinsdag iemand die op hem wacht.",
        8,
    ),
    Besproken("amal", "Blijft de lunchpauze moeilijk?"),
)
EERDER = (Besproken("noor", "Is de toetsdruk te hoog?", "Drie toetsen op een dag is te veel."),)


def houd_overleggen(demo: Demoschool) -> None:
    """Hold and close what lies before the demo day, on time; what did not go on stays. Needs the school's context."""
    begin = moment(demo.op, time())
    voorbij = Overleg.objects.filter(school=demo.school, begin__lt=begin, status=Overlegstatus.GEPLAND)
    zorg = list(
        voorbij.filter(soort=Overlegsoort.ZORGOVERLEG).order_by("-begin").values_list("pk", flat=True)
    )
    inhoud = dict(zip(zorg[:2], (LAATSTE, EERDER), strict=False))
    for overleg in voorbij.order_by("begin", "pk"):
        _houd(demo, overleg, inhoud.get(overleg.pk, ()))
    _vertel(demo)
    oud = Herinnering.objects.filter(
        school=demo.school, status=Status.GEPLAND, soort__in=[soort.sleutel for soort in SOORTEN]
    )
    oud.filter(niet_voor__lt=begin).update(status=Status.VERVALLEN)


def _werkplek(demo: Demoschool, user_id: int, overleg: Overleg) -> Werkplek:
    login = next(naam for naam, mens in demo.mensen.items() if mens.pk == user_id)
    return demo.werkplek(login, overleg.begin.date())


def _houd(demo: Demoschool, overleg: Overleg, inhoud: tuple[Besproken, ...]) -> None:
    door = _werkplek(demo, overleg.voorzitter_id, overleg)
    eind = overleg.begin + timedelta(minutes=overleg.minuten)
    bezig = stap_zetten(door=door, pk=overleg.pk, versie=overleg.versie, stap=Stap.BEGINNEN, op=overleg.begin)
    for besproken in inhoud:
        _bespreek(demo, door, overleg, besproken)
    Deelname.objects.filter(overleg=overleg).update(aanwezig=True)
    keuze = Afsluiting(Overleg.objects.get(pk=bezig.pk).versie)
    overleg_afsluiten(door=door, pk=overleg.pk, keuze=keuze, op=eind)
    verslag_gelezen(door=door, overleg_id=overleg.pk, op=eind)


def _bespreek(demo: Demoschool, door: Werkplek, overleg: Overleg, besproken: Besproken) -> None:
    leerling = _leerling(demo, besproken.wie)
    gegevens = Puntgegevens(leerling=leerling, vraag=besproken.vraag)
    op = overleg.begin + timedelta(minutes=10)
    al = Agendapunt.objects.filter(overleg=overleg, leerling=leerling).exclude(status=Puntstatus.VERVALLEN)
    punt = al.first() or punt_toevoegen(door=door, overleg_id=overleg.pk, gegevens=gegevens, op=op)
    if not besproken.notulen:
        return
    notulen_bewaren(
        door=door, overleg_id=overleg.pk, punt_id=punt.pk, notulen=Geschreven(besproken.notulen), op=op
    )
    if besproken.wat:
        _spreek_af(demo, door, punt, besproken, op)
    punt_afronden(door=door, pk=punt.pk, status=Puntstatus.BESPROKEN, op=op)
    Agendapunt.objects.filter(pk=punt.pk).update(seconden=11 * 60)


def _spreek_af(
    demo: Demoschool, door: Werkplek, punt: Agendapunt, besproken: Besproken, op: datetime
) -> Afspraak:
    gegevens = Afspraakgegevens(
        besproken.wat, demo.mensen[besproken.eigenaar], verhaaldag(demo.op, -besproken.klaar), besproken.merkt
    )
    return afspraak_maken(door=door, punt_id=punt.pk, gegevens=gegevens, sleutel=uuid.uuid4(), op=op)


def _leerling(demo: Demoschool, sleutel: str) -> Leerling:
    roepnaam = "Kees Jan" if sleutel == "kees_jan" else sleutel.capitalize()
    return Leerling.objects.filter(school=demo.school, roepnaam=roepnaam).order_by("pk")[0]


def _vertel(demo: Demoschool) -> None:
    """Of the last zorgoverleg one pupil was told the day after, and his parents not yet."""
    rij = Terugvertellen.objects.filter(school=demo.school, klaar_op__isnull=True).order_by("-pk").first()
    if rij is None:
        return
    dag = verhaaldag(demo.op, 1)
    login = next((naam for naam, mens in demo.mensen.items() if mens.pk == rij.mentor_id), "")
    if login and dag >= rij.punt.overleg.begin.date():
        verteld = Verteld(leerling_op=dag, ouders_op=None, reactie="Hij vindt het fijn dat er iemand wacht.")
        vertellen_noteren(
            door=demo.werkplek(login, dag),
            pk=rij.pk,
            versie=rij.versie,
            verteld=verteld,
            op=moment(dag, time()),
        )
