"""Demo: the jaarkalender of this year, with what is done so far and a few activities of the school's own."""

from datetime import date, timedelta
from decimal import Decimal

from beleid.access_jaar import activiteiten_van
from beleid.jaarplaatsing import in_jaar
from beleid.jaarstroken import Strook
from beleid.services.activiteit import Activiteitgegevens, activiteit_afronden, activiteit_toevoegen
from beleid.services.jaar import kalender_maken
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.demo.school import Demoschool
from zorgapp.kern.schooljaar import Schooljaar

_EIGEN: tuple[tuple[str, int, int, int, str, str, str], ...] = (
    ("Studiemiddag talen", 10, 6, 45, "450", "Elke sectie schreef één afspraak op", "angelica"),
    ("Lesbezoeken bèta", 12, 7, 40, "", "Zes lesbezoeken gedaan", "angelica"),
    ("Studiemiddag bèta", 3, 8, 30, "450", "Elke sectie schreef één afspraak op", "hanna"),
)


def _dag(jaar: Schooljaar, maand: int, dag: int) -> date:
    gekozen = in_jaar(jaar, maand, dag)
    return gekozen + timedelta(days=max(0, 7 - gekozen.weekday()) if gekozen.weekday() > 4 else 0)


def vertel_jaar(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    door = werkplek_maken(demo.mensen["angelica"], demo.op, demo.school.pk)
    assert door is not None
    kalender_maken(door=door, jaar=demo.jaar)
    for titel, maand, dag, lang, budget, indicator, wie in _EIGEN:
        van = _dag(demo.jaar, maand, dag)
        gegevens = Activiteitgegevens(
            titel=titel,
            strook=Strook.ONTWIKKELPUNT,
            van=van,
            tot=van + timedelta(days=lang),
            eigenaar=demo.mensen[wie],
            budget=Decimal(budget) if budget else None,
            indicator=indicator,
        )
        activiteit_toevoegen(door=door, jaar=demo.jaar, gegevens=gegevens)
    for rij in activiteiten_van(door, demo.jaar):
        if rij.tot < demo.op and rij.regel != "dyslexie":
            activiteit_afronden(door=door, pk=rij.pk, versie=rij.versie, uitkomst="Gedaan zoals gepland.")
