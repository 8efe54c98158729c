"""A draft is its writer's, and a newer text is never overwritten silently."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school
from zorgapp.werk.access import concept_attrs, wie_schrijft
from zorgapp.werk.models import Concept
from zorgapp.werk.retention import ruim_concepten_op
from zorgapp.werk.services import concept_bewaren, concept_lezen, concept_weg

SLEUTEL = "signaal:nieuw"


@pytest.fixture
def mentor(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.MENTOR)


def bewaar(door: Werkplek, versie: int, tekst: str) -> Any:
    return concept_bewaren(door=door, sleutel=SLEUTEL, versie=versie, inhoud={"wat": tekst})


def test_het_werkt(mentor: Werkplek) -> None:
    assert concept_lezen(mentor, SLEUTEL).versie == 0
    een = bewaar(mentor, 0, "Hij")
    twee = bewaar(mentor, een.stand.versie, "Hij slaapt")
    assert een.bewaard and twee.bewaard
    stand = concept_lezen(mentor, SLEUTEL)
    assert (stand.versie, stand.inhoud) == (2, {"wat": "Hij slaapt"})


@pytest.mark.parametrize("versie", [0, 1, 5])
def test_andere_versie_schrijft_niets(mentor: Werkplek, versie: int) -> None:
    bewaar(mentor, 0, "een")
    bewaar(mentor, 1, "twee")
    uitkomst = bewaar(mentor, versie, "drie")
    assert not uitkomst.bewaard
    assert (uitkomst.stand.versie, uitkomst.stand.inhoud) == (2, {"wat": "twee"})
    assert concept_lezen(mentor, SLEUTEL).inhoud == {"wat": "twee"}


def test_herhaalde_bewaring_is_geen_botsing(mentor: Werkplek) -> None:
    bewaar(mentor, 0, "een")
    assert bewaar(mentor, 0, "een").bewaard
    assert concept_lezen(mentor, SLEUTEL).versie == 1


def test_bewaring_die_onderweg_was_haalt_verstuurde_tekst_niet_terug(mentor: Werkplek) -> None:
    bewaar(mentor, 0, "een")
    concept_weg(door=mentor, sleutel=SLEUTEL)
    assert concept_lezen(mentor, SLEUTEL).inhoud == {}
    assert not bewaar(mentor, 1, "een en een beetje").bewaard
    assert concept_lezen(mentor, SLEUTEL).inhoud == {}
    assert bewaar(mentor, 2, "een nieuw signaal").bewaard


def test_opgeruimd_concept_komt_terug_uit_het_scherm(mentor: Werkplek) -> None:
    assert bewaar(mentor, 7, "stond nog open").stand.versie == 8


def test_van_een_ander_of_een_andere_school(mentor: Werkplek, andere_school: School) -> None:
    bewaar(mentor, 0, "van mij")
    assert concept_lezen(maak_werkplek(mentor.school, Rol.MENTOR), SLEUTEL).versie == 0
    assert concept_lezen(maak_werkplek(andere_school, Rol.MENTOR), SLEUTEL).versie == 0


def test_oud_concept_verdwijnt(mentor: Werkplek) -> None:
    nu = timezone.now()
    bewaar(mentor, 0, "oud")
    Concept.objects.update(gewijzigd_op=nu - timedelta(days=60))
    assert ruim_concepten_op(op=nu) == 0
    Concept.objects.update(gewijzigd_op=nu - timedelta(days=60, seconds=1))
    assert ruim_concepten_op(op=nu) == 1


@pytest.mark.parametrize("sleutel", ["", "A", "a/b", "a" * 81, "a\n"])
def test_sleutel(mentor: Werkplek, sleutel: str) -> None:
    with pytest.raises(ValueError, match="sleutel"):
        concept_bewaren(door=mentor, sleutel=sleutel, versie=0, inhoud={})
    with pytest.raises(NoReverseMatch):
        reverse("werk:concept", args=[sleutel])


def post(client: Client, wie: str, versie: Any = 0, inhoud: Any = None, **extra: Any) -> Any:
    bericht = {"versie": versie, "wie": wie, "inhoud": {"wat": "Hij"} if inhoud is None else inhoud}
    return client.post(
        reverse("werk:concept", args=[SLEUTEL]),
        json.dumps(bericht),
        content_type="application/json",
        **extra,
    )


def test_pagina_bewaart(mentor: Werkplek, inloggen: Any) -> None:
    client, wie = inloggen(mentor.user), wie_schrijft(mentor)
    antwoord = post(client, wie)
    assert antwoord.status_code == 200 and antwoord.json()["versie"] == 1
    assert len(antwoord.json()["op"]) == 5
    botsing = post(client, wie, 0, {"wat": "Zij", "keuze": ["a", "b"]})
    assert botsing.status_code == 409
    assert botsing.json()["inhoud"] == {"wat": "Hij"}
    assert post(client, wie, 1, {"wat": "Zij\x00\ud800"}).status_code == 200
    assert concept_lezen(mentor, SLEUTEL).inhoud == {"wat": "Zij?"}


@pytest.mark.parametrize(
    ("versie", "inhoud", "status"),
    [
        ("1", None, 400),
        (True, None, 400),
        (-1, None, 400),
        (2**31, None, 400),
        (0, [], 400),
        (0, {"a": 1}, 400),
        (0, {"a": [{}]}, 400),
        (0, {"a": "x" * 100_001}, 413),
        (0, {"a": "x" * 3_000_000}, 413),
    ],
)
def test_pagina_weigert_met_een_zin(
    mentor: Werkplek, inloggen: Any, versie: Any, inhoud: Any, status: int
) -> None:
    antwoord = post(inloggen(mentor.user), wie_schrijft(mentor), versie, inhoud)
    assert antwoord.status_code == status
    assert antwoord.json()["fout"].endswith(".")
    assert concept_lezen(mentor, SLEUTEL).versie == 0


@pytest.mark.parametrize("ruw", ["", "{", "[]", "null", '{"versie":0}', "[" * 50_000])
def test_pagina_weigert_onzin(mentor: Werkplek, inloggen: Any, ruw: str) -> None:
    client = inloggen(mentor.user)
    antwoord = client.post(reverse("werk:concept", args=[SLEUTEL]), ruw, content_type="application/json")
    assert antwoord.status_code == 400


def test_iemand_anders_ingelogd(mentor: Werkplek, inloggen: Any) -> None:
    ander = maak_werkplek(mentor.school, Rol.MENTOR)
    antwoord = post(inloggen(ander.user), wie_schrijft(mentor))
    assert antwoord.status_code == 403 and "iemand anders" in antwoord.json()["fout"]
    assert Concept.objects.count() == 0


def test_andere_school_gekozen(mentor: Werkplek, inloggen: Any) -> None:
    assert post(inloggen(mentor.user), f"{mentor.user.pk}.{mentor.school.pk + 1}").status_code == 403


def test_uitgelogd_hoort_401(school: School, client: Client) -> None:
    antwoord = post(client, "1.1")
    assert antwoord.status_code == 401 and "uitgelogd" in antwoord.json()["fout"]


def test_zonder_csrf(mentor: Werkplek) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mentor.user)
    assert post(client, wie_schrijft(mentor)).status_code == 403
    assert Concept.objects.count() == 0


def test_attributen(mentor: Werkplek) -> None:
    attrs = concept_attrs(mentor, SLEUTEL, 3)
    assert attrs["data-concept-url"] == f"/concept/{SLEUTEL}/"
    assert attrs["data-concept-versie"] == "3"


@pytest.mark.usefixtures("vaste_database")
def test_twee_tabbladen_tegelijk() -> None:
    """Twenty saves on the same version from four connections: one wins, the others get its text."""
    school = vaste_school()
    with in_school(school.pk):
        mentor = maak_werkplek(school, Rol.MENTOR)
        bewaar(mentor, 0, "begin")

    def een(nummer: int) -> Any:
        with transaction.atomic():
            zet_context(school.pk)
            return bewaar(mentor, 1, f"tekst {nummer}")

    for ronde in range(1, 6):
        with in_school(school.pk):
            Concept.objects.update(versie=1)
        uitkomsten = tegelijk(*(lambda n=n: een(n) for n in range(ronde * 10, ronde * 10 + 4)))
        winnaars = [u for u in uitkomsten if u.bewaard]
        assert len(winnaars) == 1
        assert {u.stand.inhoud["wat"] for u in uitkomsten} == {winnaars[0].stand.inhoud["wat"]}
