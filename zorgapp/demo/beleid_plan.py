"""Demo: the plan of this year, in force and read by some; that of the next, before the team with comments."""

import uuid
from datetime import datetime, time, timedelta

from django.utils import timezone

from beleid.access_plan import delen_van, factoren_van, plannen_van
from beleid.models import Beleidsplan
from beleid.services.cijfers import cijfers_tellen
from beleid.services.plan import deel_schrijven, factoren_scoren, plan_beginnen
from beleid.services.planreactie import plan_reageren, reactie_behandelen
from beleid.services.planstap import (
    plan_bespreken,
    plan_gelezen,
    plan_publiceren,
    plan_vaststellen,
    plan_voorleggen,
)
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.demo.school import Demoschool
from zorgapp.kern.schooljaar import Schooljaar

_TEKSTEN = {
    "kengetallen": (
        "De meeste signalen komen van mentoren. Vakdocenten zien veel, maar schrijven het nog weinig op. Een antwoord komt "
        "bijna altijd binnen een week."
    ),
    "ontwikkelpunt": (
        "Elke docent laat weten wat hij ziet. We meten in november, februari en mei hoeveel docenten een signaal of lijst "
        "invulden, en kijken er in juni samen op terug."
    ),
    "protocollen": "De protocollen staan in de protocolgids. Dit jaar kijken we dyslexie en rouw na.",
    "activiteiten": "De activiteiten staan op de jaarkalender. De belangrijkste zijn de twee studiemiddagen.",
    "scholing": (
        "Collega’s leren dit jaar hoe je een signaal schrijft waar een ander mee verder kan. Nieuwe collega’s krijgen uitleg "
        "in hun eerste maand."
    ),
    "middelen": (
        "Er is 16 uur per week voor coördinatie. Lukt het niet binnen die uren, dan kiezen we samen met de schoolleiding wat "
        "we laten liggen."
    ),
}
_SCORES = (4, 3, 2, 4, 3, 5)


def vertel_plan(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`; `stel_plan_vast` goes on."""
    z = _wie(demo, "angelica")
    nu = datetime.combine(demo.op, time(9), timezone.get_current_timezone())
    plan = plan_beginnen(door=z, jaar=demo.jaar, uit_vorig=False, op=nu - timedelta(days=40))
    for soort, tekst in _TEKSTEN.items():
        deel_schrijven(
            door=z, plan_id=plan.pk, soort=soort, versie=1, tekst=tekst, op=nu - timedelta(days=35)
        )
    rijen = zip(factoren_van(plan), _SCORES, strict=True)
    factoren_scoren(door=z, plan_id=plan.pk, scores={rij.pk: (rij.versie, score) for rij, score in rijen})


def stel_plan_vast(demo: Demoschool) -> None:
    """Let it hold, and begin the plan of next year; after the pupils and signals that its figures are about.

    The school was counted the night before its plan was set: these figures stay in it.
    """
    z, leider = _wie(demo, "angelica"), _wie(demo, "marijke")
    nu = datetime.combine(demo.op, time(9), timezone.get_current_timezone())
    plan = plannen_van(z)[0]
    cijfers_tellen(school=demo.school, dag=demo.op - timedelta(days=17))
    _laat_gelden(z, leider, plan, nu - timedelta(days=20))
    for login in ("joris", "ruben", "marijke"):
        plan_gelezen(door=_wie(demo, login), plan_id=plan.pk, op=nu - timedelta(days=12))
    _volgend(demo, z, nu)


def _laat_gelden(z: Werkplek, leider: Werkplek, plan: Beleidsplan, op: datetime) -> None:
    plan = plan_voorleggen(door=z, plan_id=plan.pk, versie=plan.versie, op=op)
    plan = plan_vaststellen(door=leider, plan_id=plan.pk, versie=plan.versie, op=op + timedelta(days=4))
    plan_publiceren(door=z, plan_id=plan.pk, versie=plan.versie, op=op + timedelta(days=5))


def _volgend(demo: Demoschool, z: Werkplek, nu: datetime) -> None:
    """The plan of next year lies before the team: one comment has its answer, one waits."""
    jaar = Schooljaar(demo.jaar.beginjaar + 1)
    plan = plan_beginnen(door=z, jaar=jaar, uit_vorig=True, op=nu - timedelta(days=6))
    visie = delen_van(plan)["visie"]
    tekst = f"{visie.tekst} Wie iets ziet, zegt het, en hoort binnen een week wat ermee gebeurt."
    op = nu - timedelta(days=5)
    deel_schrijven(door=z, plan_id=plan.pk, soort="visie", versie=visie.versie, tekst=tekst, op=op)
    plan = plan_bespreken(
        door=z, plan_id=plan.pk, versie=plan.versie, reageren_tot=demo.op + timedelta(days=10), op=op
    )
    eerste, _ = (
        plan_reageren(
            door=_wie(demo, login), plan_id=plan.pk, soort=soort, tekst=wat, sleutel=uuid.uuid4(), op=nu
        )
        for login, soort, wat in (
            ("joris", "visie", "Mooi. Zeg ook wanneer een docent iets terughoort."),
            ("ruben", "middelen", "Reken de uren voor begeleiding apart, dan zie je wat er past."),
        )
    )
    reactie_behandelen(
        door=z,
        plan_id=plan.pk,
        reactie_id=eerste.pk,
        versie=eerste.versie,
        uitkomst="verwerkt",
        antwoord="Staat er nu bij: binnen een week.",
    )


def _wie(demo: Demoschool, login: str) -> Werkplek:
    werkplek = werkplek_maken(demo.mensen[login], demo.op, demo.school.pk)
    assert werkplek is not None
    return werkplek
