"""Beginning an OPP: what is proposed, who may write it, and that a pupil has one that runs."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Beschikking, Opp
from ondersteuning.oppbegin import voorstel
from ondersteuning.oppopstellers import OpstellerKring
from ondersteuning.tests.opphulp import begin_opp
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_klas, maak_mentor, maak_werkplek
from zorgapp.testing.queries import controleer_budget


def adres(decor: Decor) -> str:
    return reverse("ondersteuning:opp_begin", args=[decor.leerling.pk])


@pytest.mark.parametrize(("soort", "pro"), [("arrangement", False), ("pro", True)])
def test_het_voorstel_volgt_uit_de_plicht(decor: Decor, soort: str, pro: bool) -> None:
    """Filled in from what the administration and the samenwerkingsverband say; without a duty it says so."""
    assert voorstel(decor.coordinator, decor.leerling).plicht is None
    decor.leerling.ingeschreven_op = date(2026, 11, 1)
    decor.leerling.save(update_fields=["ingeschreven_op"])
    Beschikking.objects.create(
        school=decor.school,
        leerling=decor.leerling,
        soort=soort,
        van=DAG - timedelta(days=7),
        door=decor.coordinator.user,
    )
    plan = voorstel(decor.coordinator, decor.leerling)
    assert plan.plicht is not None and plan.pro is pro
    assert plan.aanleiding == ("praktijkonderwijs" if pro else "extra ondersteuning")
    assert plan.uiterlijk == plan.plicht.uiterlijk == DAG - timedelta(days=7) + timedelta(days=42)


def test_de_lijst_noemt_wie_de_leerling_heeft(decor: Decor) -> None:
    ander = maak_werkplek(decor.school, Rol.MENTOR, voornaam="Esra")
    maak_mentor(decor.school, maak_klas(decor.school, "H3c"), ander.user)
    kring = OpstellerKring.voor(decor.coordinator, decor.leerling)
    wie = {decor.mentor.user.pk, decor.coordinator.user.pk}
    assert {int(optie.waarde) for optie in kring.waarschijnlijk()} == wie
    assert kring.kies(str(ander.user.pk)) is None and kring.zoek("Esra", 5) == []
    assert [o.waarde for o in kring.zoek("Joris", 5)] == [str(decor.mentor.user.pk)]


def test_beginnen_en_daarna_verder(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    assert controleer_budget(client, adres(nu_decor)) <= 15
    data = {"opsteller": nu_decor.mentor.user.pk, "aanleiding": "Extra hulp bij lezen", "pro": "on"}
    antwoord = client.post(adres(nu_decor), data)
    opp = Opp.objects.get()
    assert antwoord.url == reverse("ondersteuning:opp_scherm", args=[opp.pk, "start"])
    assert (opp.opsteller, opp.pro, opp.aanleiding) == (nu_decor.mentor.user, True, "Extra hulp bij lezen")
    assert client.get(adres(nu_decor)).url == antwoord.url
    assert client.post(adres(nu_decor), data).url == antwoord.url and Opp.objects.count() == 1
    assert inloggen(nu_decor.mentor.user).get(antwoord.url).status_code == 200


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("opsteller", ""),
        ("opsteller", "begeleider"),
        ("opsteller", "9" * 30),
        ("aanleiding", ""),
        ("aanleiding", "x" * 201),
        ("aanleiding", "a\x00b"),
        ("uiterlijk", "2026-13-45"),
        ("uiterlijk", "1999-01-01"),
    ],
)
def test_weigert(nu_decor: Decor, inloggen: Any, veld: str, waarde: str) -> None:
    goed = {"opsteller": str(nu_decor.mentor.user.pk), "aanleiding": "extra ondersteuning"}
    anders = str(nu_decor.begeleider.user.pk) if waarde == "begeleider" else waarde
    client = inloggen(nu_decor.coordinator.user)
    assert client.post(adres(nu_decor), goed | {veld: anders}).status_code == 422
    assert not Opp.objects.exists()


@pytest.mark.regel(40)
def test_wie_de_leerling_niet_meer_heeft_schrijft_niet_meer(nu_decor: Decor, inloggen: Any) -> None:
    """A named opsteller writes as long as he has the pupil."""
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now(), opsteller=nu_decor.mentor.user)
    url = reverse("ondersteuning:opp_scherm", args=[opp.pk, "beeld"])
    client = inloggen(nu_decor.mentor.user)
    assert client.get(url).status_code == 200
    plaatsing = nu_decor.leerling.plaatsingen.get()
    plaatsing.klas = maak_klas(nu_decor.school, "H3c")
    plaatsing.save()
    assert client.get(url).status_code == 404
