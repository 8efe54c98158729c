"""The order of lists of people: by last name without prefix, accents or capitals; and from the index."""

import random

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import zichtbare_leerlingen, zoek_leerlingen
from leerlingen.groepen import eigen_groepen
from leerlingen.models import Leerling
from zorgapp.accounts import access
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import (
    DAG,
    maak_klas,
    maak_leerling,
    maak_mentor,
    maak_user,
    maak_werkplek,
    stel_aan,
)

# In the order in which they must stand: roepnaam, tussenvoegsel, achternaam.
ALFABET = (
    ("Ömer", "", "Åkesson"),
    ("Bo", "de", "Bakker"),
    ("Zoë", "", "bakker"),
    ("Anna", "", "Bakker Schut"),
    ("Ali", "van den", "Bos"),
    ("Deniz", "", "Çelik"),
    ("Cas", "", "Dekker"),
    ("Élise", "de", "Éclair"),
    ("Eva", "", "Eland"),
    ("Łukasz", "", "Łaski"),
    ("Noa", "van", "Nuland"),
    ("José", "", "Núñez"),
    ("Yaël", "", "Zwart"),
)


@pytest.fixture
def door_elkaar(school: School) -> Werkplek:
    """A class of these pupils, written in another order, and its mentor."""
    klas = maak_klas(school)
    namen = list(ALFABET)
    random.Random(4).shuffle(namen)
    for roepnaam, tussen, achternaam in namen:
        maak_leerling(school, klas, roepnaam, achternaam, tussenvoegsel=tussen)
    mentor = maak_werkplek(school, Rol.MENTOR)
    maak_mentor(school, klas, mentor.user)
    return mentor


def test_een_lijst_staat_op_alfabet(door_elkaar: Werkplek) -> None:
    rijen = zichtbare_leerlingen(door_elkaar).op_naam()
    assert [(r.roepnaam, r.tussenvoegsel, r.achternaam) for r in rijen] == list(ALFABET)


def test_een_eigen_klas_ook(door_elkaar: Werkplek) -> None:
    [groep] = eigen_groepen(door_elkaar)
    assert [r.achternaam for r in groep.leerlingen(door_elkaar)] == [naam for _, _, naam in ALFABET]


def test_gevonden_leerlingen_met_hetzelfde_begin_ook(school: School) -> None:
    klas = maak_klas(school)
    for achternaam in ("Dekker", "Çelik", "Bos"):
        maak_leerling(school, klas, "Sam", achternaam)
    gevonden = zoek_leerlingen(maak_werkplek(school, Rol.ZORGCOORDINATOR), "sam")
    assert [r.achternaam for r in gevonden] == ["Bos", "Çelik", "Dekker"]


def test_de_pagina_toont_ze_zo(door_elkaar: Werkplek, inloggen: object) -> None:
    dag = timezone.localdate()
    client = inloggen(maak_werkplek(door_elkaar.school, Rol.ZORGCOORDINATOR, dag=dag).user)  # type: ignore[operator]
    pagina = client.get(reverse("web:leerlingen")).content.decode()
    plekken = [pagina.index(naam) for naam in ("van den Bos", "Çelik", "Dekker", "de Éclair", "Eland")]
    assert plekken == sorted(plekken)


def test_collegas_staan_op_alfabet(school: School) -> None:
    bas = maak_werkplek(school, Rol.BEHEERDER, voornaam="Bas")
    for voornaam, achternaam in (("Cas", "Dekker"), ("Élise", "Éclair"), ("Deniz", "Çelik"), ("Ali", "bos")):
        stel_aan(maak_user(voornaam, achternaam), school, Rol.MENTOR, DAG)
    verwacht = ["bos", "Çelik", "Dekker", "Éclair", "Koster"]
    assert [u.achternaam for u in access.alle_mensen(bas)] == verwacht
    assert [u.achternaam for u in access.collegas(bas, DAG)] == verwacht


def test_een_andere_naam_komt_op_zijn_eigen_plek(door_elkaar: Werkplek) -> None:
    Leerling.objects.filter(achternaam="Zwart").update(achternaam="Ábel")
    assert zichtbare_leerlingen(door_elkaar).op_naam()[0].achternaam == "Ábel"


def test_de_eerste_bladzijde_komt_uit_de_index(school: School) -> None:
    """No sort and no full read, with enough pupils for PostgreSQL to care."""
    Leerling.objects.bulk_create(
        Leerling(school=school, leerlingnummer=str(n), roepnaam="A", achternaam=f"N{n % 997}")
        for n in range(3000)
    )
    rijen = zichtbare_leerlingen(maak_werkplek(school, Rol.ZORGCOORDINATOR)).op_naam()[:26]
    with connection.cursor() as cursor:
        sql, parameters = rijen.query.sql_with_params()
        cursor.execute(f"EXPLAIN {sql}", parameters)
        plan = "\n".join(rij[0] for rij in cursor.fetchall())
    assert "leerling_alfabet" in plan
    assert "Sort" not in plan
