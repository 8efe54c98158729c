"""The clock of consents: once, on its day, and before a holiday that its day lies in."""

from datetime import date, timedelta
from typing import Any

import pytest

from leerlingen.klokken_toestemming import SOORT, plan_toestemmingen
from leerlingen.models import Contactpersoon, Leerling, Toestemming
from leerlingen.tests.toestemminghulp import antwoord, maak_contact, maak_partner, maak_toestemming
from leerlingen.toestemming import maanden_terug, verjaardag
from zorgapp.accounts.models import School, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import laatste_schooldag
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.fabriek import DAG as NU
from zorgapp.testing.fabriek import NU as OP
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_werkplek


@pytest.fixture
def coordinator(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=NU)


@pytest.fixture
def leerling(school: School) -> Leerling:
    leerling = maak_leerling(school, maak_klas(school))
    Leerling.objects.update(geboortedatum=NU - timedelta(days=round(13 * 365.25)))
    leerling.refresh_from_db()
    return leerling


def gegeven(leerling: Leerling, door: Werkplek, *contacten: Contactpersoon, **velden: Any) -> Toestemming:
    velden = {"van": NU - timedelta(days=20)} | velden
    rij = maak_toestemming(leerling, door.user, *contacten, stand="gegeven", **velden)
    for contact in contacten:
        antwoord(rij, door.user, contact, "gegeven", rij.van)
    return rij


def test_klok_waarschuwt_een_keer(coordinator: Werkplek, leerling: Leerling, school: School) -> None:
    moeder = maak_contact(leerling)
    kort = gegeven(leerling, coordinator, moeder, tot=NU + timedelta(days=30))
    gegeven(
        leerling, coordinator, moeder, tot=NU + timedelta(days=31), partner=maak_partner(school, "Wijkteam")
    )
    assert plan_toestemmingen(school.pk, NU) == 1
    plan_toestemmingen(school.pk, NU)
    rij = Herinnering.objects.get(soort="toestemming_eindigt")
    assert (rij.ontvanger_id, rij.object_id) == (coordinator.user.pk, kort.pk)
    assert SOORT.nog_geldig(rij, OP)
    antwoord(kort, coordinator.user, moeder, "ingetrokken", NU)
    plan_toestemmingen(school.pk, NU)  # brings the lists up to date
    assert not SOORT.nog_geldig(rij, OP)


def test_klok_voor_wie_zestien_wordt(coordinator: Werkplek, leerling: Leerling, school: School) -> None:
    """Three months before the birthday, and not a day earlier."""
    later = NU + timedelta(days=120)
    geboren = date(later.year - 16, later.month, min(later.day, 28))
    zestien = verjaardag(geboren, 16)
    Leerling.objects.update(geboortedatum=geboren)
    gegeven(leerling, coordinator, maak_contact(leerling), tot=zestien + timedelta(days=100))
    wanneer = maanden_terug(zestien, 3)
    assert plan_toestemmingen(school.pk, wanneer - timedelta(days=1)) == 0
    assert plan_toestemmingen(school.pk, wanneer) == 1
    assert Toestemming.objects.get().eindigt_op == zestien - timedelta(days=1)


@pytest.mark.parametrize(("eerder", "gepland"), [(False, 1), (True, 0)])
def test_klok_in_een_vakantie_slaat_ervoor(
    coordinator: Werkplek, leerling: Leerling, school: School, eerder: bool, gepland: int
) -> None:
    """Its day lies in a holiday: planned on the last school day before it, and not the day before that."""
    eind = NU + timedelta(days=90)
    laatste = laatste_schooldag(eind - timedelta(days=31), ())
    Vrijedag.objects.create(school=school, van=laatste + timedelta(days=1), tot=eind, naam="Vakantie")
    gegeven(leerling, coordinator, maak_contact(leerling), tot=eind)
    nacht = laatste_schooldag(laatste - timedelta(days=1), ()) if eerder else laatste
    assert plan_toestemmingen(school.pk, nacht) == gepland
