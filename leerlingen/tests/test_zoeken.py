"""Search: forgiving for accents and typos, silent about pupils one may not see, unmoved by odd input."""

import re
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import zoek_leerlingen
from leerlingen.models import Leerling
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN
from zorgapp.testing.fabriek import DAG, maak_klas, maak_leerling, maak_mentor, maak_werkplek

ZOEK = reverse("web:zoek")
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def coordinator(school: School) -> Werkplek:
    klas = maak_klas(school)
    for roepnaam, tussen, achternaam in (
        ("Kees Jan", "", "Bakker"),
        ("Zoë", "van der", "Meer"),
        ("José", "", "Núñez"),
        ("Łukasz", "", "Kowalski"),
        ("Fatima", "", "Yılmaz"),
        ("Anne_Lot", "", "100%"),
    ):
        maak_leerling(school, klas, roepnaam, achternaam, tussenvoegsel=tussen)
    return maak_werkplek(school, Rol.ZORGCOORDINATOR)


def namen(wie: Werkplek, vraag: str) -> list[str]:
    return [leerling.roepnaam for leerling in zoek_leerlingen(wie, vraag)]


@pytest.mark.parametrize(
    ("vraag", "roepnaam"),
    [
        ("kees", "Kees Jan"),
        ("BAKKER", "Kees Jan"),
        ("kees jan bakker", "Kees Jan"),
        ("zoe", "Zoë"),
        ("zoë van der meer", "Zoë"),
        ("nunez", "José"),
        ("jose núñez", "José"),
        ("lukasz", "Łukasz"),
        ("yilmaz", "Fatima"),
        ("baker", "Kees Jan"),
        ("kowalsky", "Łukasz"),
        ("anne_lot", "Anne_Lot"),
        ("100%", "Anne_Lot"),
    ],
)
def test_het_werkt(coordinator: Werkplek, vraag: str, roepnaam: str) -> None:
    assert namen(coordinator, vraag)[:1] == [roepnaam]


def test_op_nummer(coordinator: Werkplek) -> None:
    nummer = Leerling.objects.get(roepnaam="Zoë").leerlingnummer
    assert namen(coordinator, nummer) == ["Zoë"]


@pytest.mark.parametrize(
    "vraag",
    [
        "",
        " ",
        "k",
        "%",
        "%%",
        "__",
        "_%_",
        "\\",
        "\\\\",
        "\x00",
        "\x00\x00\x00",
        "'; DROP TABLE x; --",
        "qqqq",
        "🙂🙂",
    ],
)
def test_vindt_niemand(coordinator: Werkplek, vraag: str) -> None:
    assert namen(coordinator, vraag) == []


def test_reusachtige_vraag(coordinator: Werkplek) -> None:
    assert namen(coordinator, "a" * 10**6) == []
    assert namen(coordinator, "\x00" * 10**6) == []


def test_nul_midden_in_een_naam(coordinator: Werkplek) -> None:
    assert namen(coordinator, "ke\x00es") == ["Kees Jan"]


@pytest.mark.regel(40)
@pytest.mark.parametrize("vraag", ["Bakker", "kees jan bakker", "bakkr", "Kees"])
@pytest.mark.parametrize("rol", [Rol.MENTOR, Rol.DOCENT, Rol.BEGELEIDER, Rol.SCHOOLLEIDING, Rol.BEHEERDER])
def test_wie_niets_ziet_vindt_niets(coordinator: Werkplek, rol: Rol, vraag: str) -> None:
    assert namen(maak_werkplek(coordinator.school, rol), vraag) == []


@pytest.mark.regel(40)
def test_binnen_wat_je_ziet(coordinator: Werkplek, school: School) -> None:
    """The limit applies after access: unseen pupils with a better name take no place in the answer."""
    for _ in range(30):
        maak_leerling(school, None, "Kees", "Aalbers")
    klas = maak_klas(school, "M1a")
    eigen = maak_leerling(school, klas, "Kees", "Zwart")
    mentor = maak_werkplek(school, Rol.MENTOR)
    maak_mentor(school, klas, mentor.user)
    assert zoek_leerlingen(mentor, "kees") == [eigen]


def test_andere_school(coordinator: Werkplek, andere_school: School) -> None:
    with in_school(andere_school.pk):
        vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
        assert namen(vreemd, "kees") == []
    with in_school(coordinator.school.pk):
        assert namen(coordinator, "kees") == ["Kees Jan"]


def test_wie_weg_is_wordt_niet_gevonden(coordinator: Werkplek) -> None:
    Leerling.objects.filter(roepnaam="Zoë").update(uitgeschreven_op=DAG)
    assert namen(coordinator, "zoe") == []


@pytest.mark.regel(40)
@pytest.mark.parametrize("kop", [{}, {"hx-request": "true"}])
def test_het_antwoord_over_een_ander_is_dat_over_niemand(
    coordinator: Werkplek, inloggen: Any, kop: dict[str, str]
) -> None:
    """The page about a pupil one may not see differs in nothing from the page about a name that is nobody's."""
    mentor = maak_werkplek(coordinator.school, Rol.MENTOR, timezone.localdate())
    client = inloggen(mentor.user)
    for adres in (ZOEK, reverse("ondersteuning:signaal_leerling")):
        bestaat, niet = (
            CSRF.sub("", client.get(adres, {"q": q}, headers=kop).content.decode()).replace(q, "NAAM")
            for q in ("Bakker", "Qwertz")
        )
        assert bestaat == niet


def test_gevonden_op_de_pagina(school: School, inloggen: Any) -> None:
    klas = maak_klas(school)
    eigen = maak_leerling(school, klas)
    mentor = maak_werkplek(school, Rol.MENTOR, timezone.localdate())
    maak_mentor(school, klas, mentor.user, van=LANG_GELEDEN)
    for kop in ({}, {"hx-request": "true"}):
        antwoord = inloggen(mentor.user).get(ZOEK, {"q": "kees"}, headers=kop).content.decode()
        assert reverse("web:leerling", args=[eigen.pk]) in antwoord
        assert ("<html" in antwoord) == (not kop)


@pytest.mark.parametrize(
    "q", ["%00", "\x00" * 50, "a" * 10**6, "%", "_", "<script>alert(1)</script>", "\ud83d"]
)
def test_vreemde_vragen_op_de_pagina(coordinator: Werkplek, inloggen: Any, q: str) -> None:
    client = inloggen(coordinator.user)
    for adres in (ZOEK, reverse("ondersteuning:signaal_leerling"), reverse("ondersteuning:triage")):
        antwoord = client.get(adres, {"q": q.encode("utf-8", "surrogatepass")})
        assert antwoord.status_code == 200
        assert b"<script>alert" not in antwoord.content
        assert len(antwoord.content) < 60_000
