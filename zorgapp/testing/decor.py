"""A small school for tests of signals: people with their pupil, and short ways to file and decide through the services."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from leerlingen.models import Klas, Leerling
from ondersteuning.models import Signaal, Triagebesluit
from ondersteuning.services.signaal import Signaalgegevens, signaal_indienen
from ondersteuning.services.triage import Besluitgegevens, besluit_nemen
from ondersteuning.workflow import VERLAAT_EERSTE_LIJN, Besluit
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_mentor, maak_werkplek

LANG_GELEDEN = date(2020, 8, 1)


@dataclass(frozen=True)
class Decor:
    """One class with one pupil; the mentor has it, the coordinator judges, the begeleider has no pupil yet."""

    school: School
    klas: Klas
    leerling: Leerling
    coordinator: Werkplek
    mentor: Werkplek
    begeleider: Werkplek


def maak_decor(school: School, dag: date = DAG) -> Decor:
    """Make it in the context of `school`; every relation has run since 2020, so any `dag` after that will do."""
    klas = maak_klas(school)
    decor = Decor(
        school=school,
        klas=klas,
        leerling=maak_leerling(school, klas),
        coordinator=maak_werkplek(school, Rol.ZORGCOORDINATOR, dag, "Angelica"),
        mentor=maak_werkplek(school, Rol.MENTOR, dag, "Joris"),
        begeleider=maak_werkplek(school, Rol.BEGELEIDER, dag, "Ruben"),
    )
    maak_mentor(school, klas, decor.mentor.user, van=LANG_GELEDEN)
    return decor


def dien_in(door: Werkplek, leerling: Leerling | None, op: datetime = NU, **velden: Any) -> Signaal:
    """File a signal through the service."""
    sleutel = velden.pop("sleutel", None) or uuid.uuid4()
    standaard = {"wat_zie_je": "Krijgt zijn extra tijd niet.", "domein_indiener": "leer"}
    gegevens = Signaalgegevens(leerling=leerling, **(standaard | velden))
    return signaal_indienen(door=door, sleutel=sleutel, gegevens=gegevens, op=op)


def keuze(besluit: Besluit = Besluit.TERUG, dag: date = DAG, **velden: Any) -> Besluitgegevens:
    """What a coordinator fills in for `besluit`: just enough."""
    gegevens: dict[str, Any] = {"bericht": "Dank je wel.", "domein": "leer"}
    if besluit == Besluit.TERUG:
        gegevens["advies"] = "Geef de extra tijd ook bij Duits."
    else:
        gegevens["reden"] = "Het helpt nog niet genoeg."
    if besluit in VERLAAT_EERSTE_LIJN:
        gegevens |= {"al_gedaan": "Gesprek, dat hielp even.", "ouders": "ja"}
    if besluit != Besluit.AFSLUITEN:
        gegevens["datum"] = dag + timedelta(days=14)
    return Besluitgegevens(besluit=besluit, **(gegevens | velden))


def beslis(
    door: Werkplek, signaal: Signaal, besluit: Besluit = Besluit.TERUG, op: datetime = NU, **velden: Any
) -> Triagebesluit:
    """Decide through the service on what stands in the database now."""
    versie = Signaal.objects.get(pk=signaal.pk).versie
    gegevens = keuze(besluit, door.dag, **velden)
    return besluit_nemen(door=door, signaal_id=signaal.pk, versie=versie, gegevens=gegevens, op=op)
