"""Two taps on one button: what a form without a version adds is added once, and something else is added beside it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from leerlingen.access_groep import get_groep
from leerlingen.models import Contactpersoon, Handelingsadvies, Vervanging
from leerlingen.services.advies import advies_geven
from leerlingen.services.contacten import Contactgegevens, contact_toevoegen
from leerlingen.services.vervanging import vervanging_geven
from ondersteuning.access_overdracht import lesgevers
from ondersteuning.models import (
    Doel,
    Doelstand,
    Groepstraject,
    Klacht,
    Klachtafspraak,
    Klachtpartij,
    Lesontvanger,
    Lesoverdracht,
    Lijstcampagne,
    Lijstinvulling,
    Sessie,
    Signaleringslijst,
    Traject,
)
from ondersteuning.services import klacht as klachten
from ondersteuning.services.doelen import Doelgegevens, doel_toevoegen, stand_vastleggen
from ondersteuning.services.groepen import Groepgegevens, groep_maken
from ondersteuning.services.lesoverdracht import Overdrachtgegevens, overdracht_geven
from ondersteuning.services.lijsten import lijst_kopieren
from ondersteuning.services.sessies import Sessiegegevens, sessies_plannen
from ondersteuning.tests.lijsthulp import maak_lijst, zet_uit
from ondersteuning.tests.trajecthulp import WEEK, start
from zorgapp.accounts.rollen import Rol
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek

Doe = Callable[[str], Any]


def _advies(decor: Decor) -> Doe:
    def doe(tekst: str) -> Any:
        return advies_geven(door=decor.mentor, leerling=decor.leerling, tekst=tekst, tot=DAG + WEEK)

    return doe


def _traject(decor: Decor) -> Doe:
    return lambda tekst: start(decor, titel=tekst)


def _doel(decor: Decor) -> Doe:
    traject = start(decor)

    def doe(tekst: str) -> Any:
        gegevens = Doelgegevens(tekst, traject.start + WEEK)
        return doel_toevoegen(door=decor.begeleider, traject_id=traject.pk, gegevens=gegevens)

    return doe


def _sessies(decor: Decor) -> Doe:
    traject = start(decor)

    def doe(tekst: str) -> Any:
        later = timedelta(hours=len(tekst))
        gegevens = Sessiegegevens(NU + later, keren=3)
        return sessies_plannen(door=decor.begeleider, gegevens=gegevens, traject_id=traject.pk)[0]

    return doe


def _groep(decor: Decor) -> Doe:
    def doe(tekst: str) -> Any:
        gegevens = Groepgegevens(
            tekst, 2, "pers", decor.begeleider.user, DAG, DAG + 6 * WEEK, DAG + 12 * WEEK
        )
        return groep_maken(door=decor.begeleider, gegevens=gegevens)

    return doe


def _klacht(decor: Decor) -> Doe:
    def doe(tekst: str) -> Any:
        gegevens = klachten.Klachtgegevens(
            DAG, decor.mentor.user, "telefoon", "mevrouw Bakker", tekst, "Anders."
        )
        return klachten.klacht_vastleggen(
            door=decor.coordinator, leerling_id=decor.leerling.pk, gegevens=gegevens, op=NU
        )

    return doe


def _partij(decor: Decor) -> Doe:
    pk = _klacht(decor)("Kaart").pk

    def doe(tekst: str) -> Any:
        return klachten.partij_horen(
            door=decor.coordinator, pk=pk, wie="Docent", gehoord_op=DAG, gezegd=tekst, op=NU
        )

    return doe


def _afspraak(decor: Decor) -> Doe:
    pk = _klacht(decor)("Kaart").pk
    klachten.partij_horen(
        door=decor.coordinator, pk=pk, wie="Docent", gehoord_op=DAG, gezegd="Ik wist het niet.", op=NU
    )
    versie = Klacht.objects.get().versie
    klachten.uitkomst_vastleggen(door=decor.coordinator, pk=pk, versie=versie, uitkomst="Extra tijd.")

    def doe(tekst: str) -> Any:
        wie = decor.mentor.user
        return klachten.afspraak_maken(
            door=decor.coordinator, pk=pk, tekst=tekst, eigenaar=wie, datum=DAG + WEEK
        )

    return doe


def _overdracht(decor: Decor) -> Doe:
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)

    def doe(tekst: str) -> Any:
        gegevens = Overdrachtgegevens(
            van="Taleninstituut",
            onderwerp=tekst,
            actie="Geef de woordenlijst vooraf",
            advies="Hij leest beter met een lijst.",
            docenten=tuple(lesgevers(decor.leerling.pk, DAG)),
            eigenaar=decor.coordinator.user,
            bericht_op=DAG + 6 * WEEK,
        )
        return overdracht_geven(
            door=decor.coordinator, leerling_id=decor.leerling.pk, gegevens=gegevens, op=NU
        )

    return doe


def _stand(decor: Decor) -> Doe:
    doel = doel_toevoegen(
        door=decor.begeleider, traject_id=start(decor).pk, gegevens=Doelgegevens("Leest voor", DAG + WEEK)
    )
    return lambda tekst: stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=0, toelichting=tekst)


def _contact(decor: Decor) -> Doe:
    def doe(tekst: str) -> Any:
        gegevens = Contactgegevens(tekst, "moeder", "ja", 1)
        return contact_toevoegen(door=decor.coordinator, leerling_id=decor.leerling.pk, gegevens=gegevens)

    return doe


def _vervanging(decor: Decor) -> Doe:
    inval = [maak_werkplek(decor.school, Rol.DOCENT).user for _ in range(2)]

    def doe(tekst: str) -> Any:
        return vervanging_geven(
            door=decor.mentor,
            deur=get_groep(decor.mentor, f"k{decor.klas.pk}", NU),
            user=inval["samen" in tekst],
            van=NU,
            tot=NU + timedelta(hours=1),
            reden=tekst,
            vak="",
            op=NU,
        )

    return doe


def _kopie(decor: Decor) -> Doe:
    lijsten = {titel: maak_lijst(decor.coordinator, titel=titel) for titel in ("Leest voor", "Rekent voor")}
    Signaleringslijst.objects.filter(titel="Rekent voor").update(uitleg="Over rekenen.")

    def doe(tekst: str) -> Any:
        bron = lijsten["Rekent voor" if "samen" in tekst else tekst]
        return lijst_kopieren(door=decor.coordinator, pk=bron.pk)

    return doe


def _campagne(decor: Decor) -> Doe:
    lijst = maak_lijst(decor.coordinator)

    def doe(tekst: str) -> Any:
        return zet_uit(decor.coordinator, decor.klas, lijst=lijst, tot=DAG + timedelta(days=len(tekst)))

    return doe


@pytest.mark.parametrize(
    ("maak", "modellen"),
    [
        (_stand, (Doelstand,)),
        (_contact, (Contactpersoon,)),
        (_vervanging, (Vervanging,)),
        (_kopie, (Signaleringslijst,)),
        (_campagne, (Lijstcampagne, Lijstinvulling)),
        (_advies, (Handelingsadvies,)),
        (_traject, (Traject,)),
        (_doel, (Doel,)),
        (_sessies, (Sessie,)),
        (_groep, (Groepstraject,)),
        (_klacht, (Klacht,)),
        (_partij, (Klachtpartij,)),
        (_afspraak, (Klachtafspraak,)),
        (_overdracht, (Lesoverdracht, Lesontvanger, Handelingsadvies)),
    ],
)
def test_tweemaal_verstuurd_is_eenmaal(
    decor: Decor, maak: Callable[[Decor], Doe], modellen: tuple[Any, ...]
) -> None:
    doe = maak(decor)

    def tel() -> list[int]:
        return [model.objects.count() for model in (*modellen, Herinnering)]

    eerste = doe("Leest voor")
    staat = tel()
    assert doe("Leest voor").pk == eerste.pk and tel() == staat
    assert doe("Leest samen voor").pk != eerste.pk and tel()[0] > staat[0]
