"""The clocks of the offer text: set before 1 August, reminded of from 1 May (DOMAIN 22); put forward, and decided on."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from beleid.aanbodstand import herinnerdagen, jaar_aan_de_beurt
from beleid.access_aanbod import is_vastgesteld, schoolleiding
from beleid.models import Aanbodtekst, Aanbodtekststatus
from leerlingen.coordinatoren import coordinatoren
from ondersteuning.klokken import begin_van
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

JAREN = 2000, 2100  # what a number of the outbox can mean as a school year
VASTSTELLEN, VOORGELEGD, BESLOTEN = "aanbod_vaststellen", "aanbod_voorgelegd", "aanbod_besloten"
PAGINA = "beleid:aanbodtekst"


def nachtwerk(school_id: int, dag: date) -> None:
    """Plan the reminder whose day has come for who coordinates now; every day once a person. Needs the school's context."""
    jaar = jaar_aan_de_beurt(dag)
    if jaar == Schooljaar.van(dag) or is_vastgesteld(school_id, jaar.beginjaar):
        return
    geweest = [d for d in herinnerdagen(jaar, vrije_perioden(date(jaar.beginjaar, 5, 1))) if d <= dag]
    for wie in coordinatoren(school_id, dag) if geweest else ():
        plan(
            school_id=school_id,
            soort=VASTSTELLEN,
            sleutel=f"aanbodvaststellen:{geweest[-1]:%Y%m%d}:{wie.pk}",
            ontvanger_id=wie.pk,
            object_id=jaar.beginjaar,
            niet_voor=begin_van(geweest[-1]),
        )


def is_voorgelegd(door: Werkplek, tekst: Aanbodtekst, op: datetime) -> None:
    """Tell the schoolleiding that a text waits for them."""
    for wie in schoolleiding(door.school.pk, door.dag):
        plan(
            school_id=door.school.pk,
            soort=VOORGELEGD,
            sleutel=f"aanbodvoorgelegd:{tekst.pk}:{tekst.versie}:{wie}",
            ontvanger_id=wie,
            object_id=tekst.pk,
            niet_voor=op,
        )


def is_besloten(tekst: Aanbodtekst, wie: int, op: datetime) -> None:
    """Tell who put it forward that it was set or came back."""
    plan(
        school_id=tekst.school_id,
        soort=BESLOTEN,
        sleutel=f"aanbodbesloten:{tekst.pk}:{tekst.versie}",
        ontvanger_id=wie,
        object_id=tekst.pk,
        niet_voor=op,
    )


def _versie(rij: Any) -> int:
    """The version of the text that a row is about, from its key; 0, which no text has, when the key tells none."""
    deel = rij.sleutel.split(":")[2:3]
    return int(deel[0]) if deel and deel[0].isdecimal() else 0


def _nog_vast_te_stellen(rij: Any, op: datetime) -> bool:
    """Still not set, while that still matters: he works at it, and the year is not over."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.BELEID_WERKEN):
        return False
    if not JAREN[0] <= rij.object_id <= JAREN[1]:
        return False
    jaar = Schooljaar(rij.object_id)
    return timezone.localdate(op) <= jaar.eind and not is_vastgesteld(rij.school_id, rij.object_id)


def _ligt_er_nog(rij: Any, op: datetime) -> bool:
    """It still lies with the schoolleiding, in the version that was put forward, and he still decides."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.BELEID_VASTSTELLEN):
        return False
    versie = _versie(rij)
    teksten = Aanbodtekst.objects.filter(pk=rij.object_id, status=Aanbodtekststatus.VOORGELEGD, versie=versie)
    return teksten.exists()


def _mag_weten(rij: Any, op: datetime) -> bool:
    """He still works at it, and nothing happened with the text after the decision."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.BELEID_WERKEN):
        return False
    versie = _versie(rij)
    return Aanbodtekst.objects.filter(pk=rij.object_id, versie=versie).exists()


SOORTEN = (
    Soort(
        VASTSTELLEN,
        "tekst voor de schoolgids om voor 1 augustus vast te laten stellen",
        "teksten voor de schoolgids om voor 1 augustus vast te laten stellen",
        _nog_vast_te_stellen,
        pagina=PAGINA,
    ),
    Soort(
        VOORGELEGD,
        "tekst over het ondersteuningsaanbod om vast te stellen",
        "teksten over het ondersteuningsaanbod om vast te stellen",
        _ligt_er_nog,
        pagina=PAGINA,
    ),
    Soort(
        BESLOTEN,
        "besluit van de schoolleiding over het ondersteuningsaanbod",
        "besluiten van de schoolleiding over het ondersteuningsaanbod",
        _mag_weten,
        pagina=PAGINA,
    ),
)
