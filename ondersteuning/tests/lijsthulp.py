"""Short ways to lists, campaigns and answers for tests, through the services."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from leerlingen.models import Klas, Leerling, Lesopdracht
from ondersteuning.access_lijsten import leerlingen_van
from ondersteuning.models import Lijstantwoord, Lijstcampagne, Lijstinvulling, Signaleringslijst
from ondersteuning.services.campagnes import Campagnegegevens, campagne_starten
from ondersteuning.services.invullen import antwoord_bewaren, rest_bevestigen
from ondersteuning.services.lijsten import Lijstgegevens, lijst_maken
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import LANG_GELEDEN
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

PUNTEN = (
    ("Helpt een klasgenoot", "pers", True),
    ("Werkt niet door", "leer", False),
    ("Komt te laat", "loop", False),
    ("Levert werk niet in", "leer", False),
)
GOED, WERKT, LAAT, LEVERT = range(4)


def gegevens(**velden: Any) -> Lijstgegevens:
    """A valid list; the caller states what differs."""
    standaard: dict[str, Any] = {"titel": "Kijken naar leren", "voor": "docent", "punten": PUNTEN}
    return Lijstgegevens(**(standaard | velden))


def maak_lijst(door: Werkplek, **velden: Any) -> Signaleringslijst:
    return lijst_maken(door=door, gegevens=gegevens(**velden))


def zet_uit(
    door: Werkplek,
    *klassen: Klas,
    lijst: Signaleringslijst | None = None,
    van: date | None = None,
    tot: date | None = None,
    op: datetime = NU,
) -> Lijstcampagne:
    """Set a list out for these classes, two weeks from the day of `door` unless said otherwise.

    A class with the factory's school year becomes one of the year of that day.
    """
    begin = van or door.dag
    nummers = [klas.pk for klas in klassen if klas.schooljaar == DAG.year]
    Klas.objects.filter(pk__in=nummers).update(schooljaar=Schooljaar.van(begin).beginjaar)
    keuze = Campagnegegevens(klassen, begin, tot or begin + timedelta(days=14))
    lijst = lijst or maak_lijst(door)
    return campagne_starten(door=door, lijst_id=lijst.pk, gegevens=keuze, op=op)


def maak_docent(school: School, klas: Klas, dag: date, voornaam: str = "Sanne") -> Werkplek:
    """A teacher of a whole class since long."""
    docent = maak_werkplek(school, Rol.DOCENT, dag, voornaam)
    Lesopdracht.objects.create(school=school, user=docent.user, klas=klas, vak="Duits", van=LANG_GELEDEN)
    return docent


def invulling_van(campagne: Lijstcampagne, wie: Werkplek) -> Lijstinvulling:
    return Lijstinvulling.objects.select_related("campagne__lijst").get(campagne=campagne, user=wie.user)


def vul_in(
    campagne: Lijstcampagne,
    wie: Werkplek,
    leerling: Leerling,
    vaak: Sequence[int] = (),
    soms: Sequence[int] = (),
    op: datetime = NU,
    toelichting: str = "",
) -> Lijstantwoord:
    """One answer about one pupil, over an earlier one if there is."""
    invulling = invulling_van(campagne, wie)
    aantal = len(campagne.lijst.punten)
    eerder = Lijstantwoord.objects.filter(invulling=invulling, leerling=leerling).first()
    return antwoord_bewaren(
        door=wie,
        pk=invulling.pk,
        leerling_id=leerling.pk,
        versie=eerder.versie if eerder else 0,
        waarden=[2 if n in vaak else 1 if n in soms else 0 for n in range(aantal)],
        toelichting=toelichting,
        op=op,
    )


def rond_af(campagne: Lijstcampagne, wie: Werkplek, op: datetime = NU) -> Lijstinvulling:
    """Nothing stands out of the rest: this colleague is ready."""
    invulling = invulling_van(campagne, wie)
    gezien = [leerling.pk for leerling in leerlingen_van(wie, invulling)]
    return rest_bevestigen(door=wie, pk=invulling.pk, gezien=gezien, op=op)


def op_dag(wie: Werkplek, dag: date) -> Werkplek:
    """The same person on another day."""
    werkplek = werkplek_maken(wie.user, dag, wie.school.pk)
    assert werkplek is not None
    return werkplek
