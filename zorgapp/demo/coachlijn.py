"""The coachlijn of the story: Sanne asked Ruben about her class, and a few others asked; and intervisie with a case.

Nobody but asker and coach sees a question; the coordinator reads how many there were.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from overleg.models import Coachvraag, Overleg
from overleg.services.casus import Casusgegevens, casus_inbrengen
from overleg.services.coach import bericht_sturen, coach_vragen, coachvraag_gezien, coachvraag_sluiten
from overleg.services.overleg import Lid, Overlegplan
from overleg.services.plannen import plan_overleg
from overleg.soorten import Overlegsoort
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.notifications.models import Herinnering, Status


@dataclass(frozen=True)
class Scene:
    """One question and its answers in turns, each (school days ago, text); the first is of who asks."""

    door: str
    coach: str
    onderwerp: str
    berichten: tuple[tuple[int, str], ...]
    klaar: bool = False


SCENES = (
    Scene(
        "pieter",
        "ilse",
        "Mijn rapportgesprekken lopen uit",
        (
            (40, "Ik plan tien minuten en het worden er twintig. Hoe rond jij een gesprek af?"),
            (
                39,
                "Zeg aan het begin hoelang jullie hebben. Vraag na zeven minuten: wat moet er nog op tafel?",
            ),
            (35, "Dat werkt. De laatste avond was ik om negen uur klaar."),
        ),
        klaar=True,
    ),
    Scene(
        "esra",
        "ruben",
        "Groepjes maken zonder gedoe",
        (
            (32, "Elke keer als ik groepjes maak, is er ruzie over wie bij wie zit."),
            (30, "Deel kaartjes uit."),
        ),
        klaar=True,
    ),
    Scene(
        "joris",
        "ilse",
        "Nee zeggen tegen extra taken",
        ((21, "Ik zeg op alles ja en loop vast."), (20, "Zullen we dinsdag samen je week bekijken?")),
        klaar=True,
    ),
    Scene(
        "sanne",
        "ruben",
        "Onrust aan het begin van de les",
        (
            (
                4,
                "In mijn laatste uur duurt het tien minuten voordat iedereen werkt. Ik word er zelf kribbig van.",
            ),
            (3, "Herkenbaar. Wat doe je in de eerste minuut? Sta je dan bij de deur of bij je bureau?"),
            (2, "Bij mijn bureau, met de computer bezig. Ik ga morgen bij de deur staan."),
            (
                1,
                "Mooi. Zet ook een opdracht op het bord die ze zonder jou kunnen. Zal ik een keer komen kijken?",
            ),
        ),
    ),
    Scene("pieter", "ruben", "Een klas die niets terugzegt", ((1, "Ze kijken me aan en zeggen niets."),)),
)


def zet_coachlijn(demo: Demoschool) -> list[Coachvraag]:
    """Tell it through the services, the oldest first, and lay aside the reminders of days that have passed."""
    _intervisie(demo)
    verteld = [_speel(demo, scene) for scene in SCENES]
    oud = Herinnering.objects.filter(school=demo.school, status=Status.GEPLAND, soort__startswith="coach_")
    oud.filter(niet_voor__lt=moment(demo.op, time(0))).update(status=Status.VERVALLEN)
    return verteld


def _speel(demo: Demoschool, scene: Scene) -> Coachvraag:
    terug, tekst = scene.berichten[0]
    vraag = coach_vragen(
        door=demo.werkplek(scene.door, _dag(demo, terug)),
        coach=demo.mensen[scene.coach],
        onderwerp=scene.onderwerp,
        tekst=tekst,
        sleutel=uuid.uuid4(),
        op=_om(demo, terug),
    )
    for beurt, (dagen, antwoord) in enumerate(scene.berichten[1:]):
        wie = (scene.coach, scene.door)[beurt % 2]
        door = demo.werkplek(wie, _dag(demo, dagen))
        coachvraag_gezien(door=door, pk=vraag.pk, tot=_om(demo, dagen))
        bericht_sturen(door=door, pk=vraag.pk, tekst=antwoord, sleutel=uuid.uuid4(), op=_om(demo, dagen))
    if scene.klaar:
        laatste = scene.berichten[-1][0] - 1
        for wie in (scene.coach, scene.door):
            door = demo.werkplek(wie, _dag(demo, laatste))
            coachvraag_gezien(door=door, pk=vraag.pk, tot=_om(demo, laatste))
        vraag.refresh_from_db()
        coachvraag_sluiten(door=door, pk=vraag.pk, versie=vraag.versie, op=_om(demo, laatste))
    return vraag


def _dag(demo: Demoschool, terug: int) -> date:
    return verhaaldag(demo.op, terug)


def _om(demo: Demoschool, terug: int) -> datetime:
    return moment(_dag(demo, terug), time(16, 10))


def _intervisie(demo: Demoschool) -> Overleg:
    """Next week, led by Ruben; Sanne brings in a case in which nobody is recognised."""
    dag, gepland, wie = _dag(demo, -6), _dag(demo, 5), demo.mensen
    begin = timezone.make_aware(datetime.combine(dag, time(15, 30)))
    plan = Overlegplan(Overlegsoort.INTERVISIE, "Intervisie", begin, 60, wie["ruben"], plek="personeelskamer")
    leden = [Lid(wie[naam]) for naam in ("sanne", "pieter", "ilse")]
    overleg = plan_overleg(
        door=demo.werkplek("ruben", gepland), plan=plan, leden=leden, op=_om(demo, 5) - timedelta(hours=2)
    )
    casus = Casusgegevens(
        "De leerling die alles afwijst",
        "Hoe blijf ik vriendelijk als hij elk aanbod afwijst?",
        "Een leerling uit de onderbouw zegt bij elke opdracht dat het toch niet lukt. Ik bied hulp aan, hij "
        "schuift zijn stoel naar achteren. Na een kwartier geef ik het op en ben ik boos op mezelf.",
    )
    casus_inbrengen(
        door=demo.werkplek("sanne", _dag(demo, 2)), overleg_id=overleg.pk, casus=casus, op=_om(demo, 2)
    )
    return overleg
