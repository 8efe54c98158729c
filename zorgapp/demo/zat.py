"""The partner of the story at the table: an MDO that was held and told, and the ZAT to come, with a name and without.

The jeugdteam hears the name of Lotte, because her parents agreed, and nobody else's.
"""

import uuid
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from leerlingen.models import ExternePartner, Leerling
from overleg.afspraakloop import Uitvoerder
from overleg.klokken_verslag import SOORTEN
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Agendapunt, Functie, Overleg
from overleg.services.afspraak import Afspraakgegevens, afspraak_maken
from overleg.services.agenda import Puntgegevens, punt_toevoegen
from overleg.services.extern import extern_zetten
from overleg.services.live import overleg_beginnen
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.overleg import Lid, Overlegplan
from overleg.services.plannen import plan_overleg
from overleg.services.sluiten import Afsluiting, overleg_afsluiten
from overleg.services.tijd import punt_afronden
from overleg.soorten import Overlegsoort
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.notifications.models import Herinnering, Status

INZAGE = timedelta(days=13)  # within what outsiders may look back
_INTERN = (
    "Thuis is het rustiger. De jeugdhulp wil twee keer per week komen, moeder twijfelt over de donderdag."
)
_EXTERN = "De school ziet dat het thuis rustiger is.\nJullie komen vanaf volgende week twee keer langs."


def zet_zat_verhaal(
    demo: Demoschool, leerlingen: dict[str, Leerling], partners: dict[str, ExternePartner]
) -> None:
    """Tell it through the services; needs the consents, the meetings and the school's context."""
    _gehouden(demo, leerlingen["lotte"], partners["jeugdteam"])
    zat = Overleg.objects.filter(
        school=demo.school, soort=Overlegsoort.ZAT, status=Overlegstatus.GEPLAND, begin__gte=_om(demo.op, 0)
    )
    if eerste := zat.order_by("begin").first():
        _agenda(demo, eerste, leerlingen)
    oud = Herinnering.objects.filter(school=demo.school, status=Status.GEPLAND, niet_voor__lt=_om(demo.op, 0))
    verslag = Q(soort__in=[soort.sleutel for soort in SOORTEN])
    oud.filter(Q(soort__startswith="overleg") | verslag).update(status=Status.VERVALLEN)


def _om(dag: date, uur: int) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(uur)))


def _punt(demo: Demoschool, overleg: Overleg, leerling: Leerling, vraag: str, extern: str) -> Agendapunt:
    """An item with its text for outsiders; without one it stays of the school."""
    door = demo.werkplek("angelica", demo.op)
    gegevens = Puntgegevens(leerling=leerling, vraag=vraag, minuten=20)
    punt = punt_toevoegen(door=door, overleg_id=overleg.pk, gegevens=gegevens, op=_om(demo.op, 8))
    if not extern:
        return punt
    return extern_zetten(door=door, pk=punt.pk, versie=punt.versie, voor_externen=True, tekst=extern)


def _agenda(demo: Demoschool, zat: Overleg, leerlingen: dict[str, Leerling]) -> None:
    _punt(
        demo,
        zat,
        leerlingen["lotte"],
        "Houdt de hulp thuis aan, nu het beter gaat?",
        "Houdt de hulp thuis aan, nu het op school beter gaat?",
    )
    _punt(
        demo,
        zat,
        leerlingen["sem"],
        "Sem komt op dinsdag niet. Wat kan er thuis?",
        "Een leerling van vijftien komt op dinsdag niet op school. Welke hulp thuis past daarbij?",
    )
    _punt(demo, zat, leerlingen["amal"], "Hoe gaat het met Amal in de pauzes?", "")


def _gehouden(demo: Demoschool, leerling: Leerling, jeugdteam: ExternePartner) -> None:
    """An MDO of a few school days ago (of today, just after a holiday), closed the same afternoon."""
    dag = verhaaldag(demo.op, 3)
    dag = dag if dag >= demo.op - INZAGE else demo.op
    begin, wie, door = _om(dag, 8), demo.mensen, demo.werkplek("angelica", dag)
    plan = Overlegplan(
        Overlegsoort.MDO, "MDO", begin, 45, wie["angelica"], notulist=wie["ilse"], plek="spreekkamer 2"
    )
    leden = [Lid(wie["nadia"]), Lid(wie["marieke"], Functie.EXTERN, jeugdteam)]
    overleg = plan_overleg(door=door, plan=plan, leden=leden, op=begin - timedelta(minutes=30))
    gegevens = Puntgegevens(leerling=leerling, vraag="Wat doet de jeugdhulp, en wat de school?", minuten=40)
    punt = punt_toevoegen(door=door, overleg_id=overleg.pk, gegevens=gegevens, op=begin)
    tekst = "Wat doen jullie thuis, en wat doet de school?"
    extern_zetten(door=door, pk=punt.pk, versie=punt.versie, voor_externen=True, tekst=tekst)
    overleg = overleg_beginnen(door=door, pk=overleg.pk, versie=overleg.versie, op=begin)
    notulen_bewaren(
        door=demo.werkplek("ilse", dag),
        overleg_id=overleg.pk,
        punt_id=punt.pk,
        notulen=Geschreven(_INTERN),
        extern=Geschreven(_EXTERN),
        op=begin + timedelta(minutes=20),
    )
    afspraak_maken(
        door=door,
        punt_id=punt.pk,
        gegevens=Afspraakgegevens(
            "Komt twee keer per week thuis langs.",
            wie["nadia"],
            verhaaldag(demo.op, -6),
            "Het is thuis rustig als zij huiswerk maakt.",
            Uitvoerder.EXTERN,
            None,
            jeugdteam,
            True,
        ),
        sleutel=uuid.uuid5(uuid.NAMESPACE_OID, f"zat:{demo.school.pk}"),
        op=begin + timedelta(minutes=30),
    )
    klaar = begin + timedelta(minutes=45)
    punt_afronden(door=door, pk=punt.pk, status=Puntstatus.BESPROKEN, op=klaar)
    overleg_afsluiten(door=door, pk=overleg.pk, keuze=Afsluiting(overleg.versie), op=klaar)
