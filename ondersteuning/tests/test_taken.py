"""Who does what: roles or people, one who answers for it, and what nobody holds."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from ondersteuning.access_taken import Taak, taken_van, zonder_houder
from ondersteuning.eigendom_aanbod import TAAK
from ondersteuning.models import Ondersteuningstaak, Taakhouder
from ondersteuning.services.taken import (
    beginset_taken,
    houder_erbij,
    houder_weg,
    taak_bewaren,
    taak_terug,
    taak_vervallen,
)
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_user
from zorgapp.testing.queries import controleer_budget


@pytest.fixture
def taak(decor: Decor) -> Ondersteuningstaak:
    return Ondersteuningstaak.objects.create(school=decor.school, naam="Contact met thuis", lijn=1)


def geef(decor: Decor, taak: Ondersteuningstaak, letter: str, **wie: Any) -> Any:
    return houder_erbij(door=decor.coordinator, taak_id=taak.pk, letter=letter, **wie)


def stand(decor: Decor) -> Taak:
    [een] = taken_van(decor.coordinator)
    return een


def test_wat_niemand_heeft(decor: Decor, taak: Ondersteuningstaak) -> None:
    """Somebody must do it and somebody must answer for it; being told is not enough."""
    geef(decor, taak, "I", rol="mentor")
    assert (stand(decor).niemand_doet, stand(decor).niemand_verantwoordelijk) == (True, True)
    geef(decor, taak, "R", rol="mentor")
    assert stand(decor).niemand
    geef(decor, taak, "A", user=decor.coordinator.user)
    assert not stand(decor).niemand
    assert zonder_houder(decor.coordinator) == []


def test_een_rol_die_niemand_heeft_telt_niet(decor: Decor, taak: Ondersteuningstaak) -> None:
    geef(decor, taak, "A", rol="zorgcoordinator")
    geef(decor, taak, "R", rol="vertrouwenspersoon")
    assert stand(decor).niemand_doet


def test_een_collega_die_weg_is_telt_niet(decor: Decor, taak: Ondersteuningstaak) -> None:
    geef(decor, taak, "R", user=decor.begeleider.user)
    assert not stand(decor).niemand_doet
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG - timedelta(days=1))
    assert stand(decor).niemand_doet
    [houder] = stand(decor).delen["R"]
    assert not houder.bezet
    assert [stuk.id for stuk in TAAK.zonder_toegang(decor.school.pk, DAG)] == [houder.pk]


def test_precies_een_verantwoordelijke(decor: Decor, taak: Ondersteuningstaak) -> None:
    assert geef(decor, taak, "A", rol="mentor") is None
    vorige = geef(decor, taak, "A", user=decor.begeleider.user)
    assert vorige.rol == "mentor"
    assert Taakhouder.objects.get(letter="A").user == decor.begeleider.user
    with pytest.raises(IntegrityError), transaction.atomic():
        Taakhouder.objects.create(school=decor.school, taak=taak, letter="A", rol="docent")


@pytest.mark.parametrize("allebei", [True, False])
def test_een_rol_of_een_collega(decor: Decor, taak: Ondersteuningstaak, allebei: bool) -> None:
    wie: dict[str, Any] = {"rol": "mentor", "user": decor.begeleider.user} if allebei else {}
    with pytest.raises(ValidationError, match="niet allebei"):
        geef(decor, taak, "R", **wie)
    velden = wie or {"rol": ""}
    with pytest.raises(IntegrityError), transaction.atomic():
        Taakhouder.objects.create(school=decor.school, taak=taak, letter="R", **velden)


def test_wie_hier_niet_werkt_krijgt_geen_taak(decor: Decor, taak: Ondersteuningstaak) -> None:
    with pytest.raises(ValidationError, match="werkt hier nu niet"):
        geef(decor, taak, "R", user=maak_user())


def test_twee_keer_hetzelfde_is_een_keer(decor: Decor, taak: Ondersteuningstaak) -> None:
    for _ in range(2):
        geef(decor, taak, "R", rol="mentor")
    assert Taakhouder.objects.count() == 1
    houder_weg(door=decor.coordinator, pk=Taakhouder.objects.get().pk)
    assert not Taakhouder.objects.exists()


def test_alleen_een_coordinator(decor: Decor, taak: Ondersteuningstaak) -> None:
    with pytest.raises(PermissionDenied):
        houder_erbij(door=decor.mentor, taak_id=taak.pk, letter="R", rol="mentor")
    with pytest.raises(PermissionDenied):
        taak_bewaren(door=decor.mentor, taak=Ondersteuningstaak(naam="x", lijn=1), versie=0)


def test_vervallen_en_terug(decor: Decor, taak: Ondersteuningstaak) -> None:
    with pytest.raises(Verouderd):
        taak_vervallen(door=decor.coordinator, pk=taak.pk, versie=9)
    taak_vervallen(door=decor.coordinator, pk=taak.pk, versie=1)
    assert taken_van(decor.coordinator) == []
    zelfde = Ondersteuningstaak(naam=taak.naam, lijn=1)
    taak_bewaren(door=decor.coordinator, taak=zelfde, versie=0)
    with pytest.raises(ValidationError, match="staat al in deze lijn"):
        taak_terug(door=decor.coordinator, pk=taak.pk)
    Ondersteuningstaak.objects.filter(pk=zelfde.pk).update(naam="Anders")
    taak_terug(door=decor.coordinator, pk=taak.pk)
    assert len(taken_van(decor.coordinator)) == 2


def test_een_opvolger_krijgt_de_taken(decor: Decor, taak: Ondersteuningstaak) -> None:
    geef(decor, taak, "R", user=decor.begeleider.user)
    geef(decor, taak, "A", user=decor.begeleider.user)
    ids = [stuk.id for stuk in TAAK.open_van(decor.school.pk, decor.begeleider.user.pk)]
    TAAK.overdragen(decor.coordinator, ids[:1], decor.mentor.user, DAG)
    TAAK.overdragen(decor.coordinator, ids[1:], None, DAG)
    assert [houder.user for houder in Taakhouder.objects.all()] == [decor.mentor.user]


def test_beginset(decor: Decor) -> None:
    """Every line has tasks; exactly one is left without anybody, for the school to decide."""
    assert beginset_taken(door=decor.coordinator) == len(taken_van(decor.coordinator))
    assert {t.lijn for t in taken_van(decor.coordinator)} == {1, 2, 3}
    assert "Vervangen bij ziekte van een begeleider" in {t.naam for t in zonder_houder(decor.coordinator)}
    with pytest.raises(ValidationError, match="al taken"):
        beginset_taken(door=decor.coordinator)


def test_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    assert client.post(reverse("ondersteuning:taak_nieuw"), {"naam": "", "lijn": 1}).status_code == 422
    assert client.post(reverse("ondersteuning:taak_nieuw"), {"naam": "Bellen", "lijn": 7}).status_code == 422
    client.post(reverse("ondersteuning:taak_nieuw"), {"naam": "Bellen", "lijn": 1, "toelichting": "Oud."})
    rij = Ondersteuningstaak.objects.get()
    pagina = reverse("ondersteuning:taak", args=[rij.pk])
    velden = {"naam": "Bellen", "lijn": 1, "gelezen": 1}
    assert client.post(pagina, velden | {"toelichting": "Van de een."}).status_code == 302
    antwoord = client.post(pagina, velden | {"toelichting": "Van de ander."})
    assert antwoord.status_code == 409
    assert "Van de een." in antwoord.content.decode()
    houder = reverse("ondersteuning:taakhouder", args=[rij.pk])
    assert client.post(houder, {"letter": "R", "rol": "tovenaar"}).status_code == 422
    assert client.post(houder, {"letter": "R", "user": str(2**63)}).status_code == 422
    assert client.post(houder, {"letter": "R", "rol": "mentor"}).status_code == 302
    tekst = client.get(reverse("ondersteuning:taken")).content.decode()
    assert "1 taak heeft" in tekst
    assert "niemand" in tekst


def test_even_veel_vragen_als_er_meer_taken_zijn(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    gesteld = []
    for meer in (2, 20):
        for n in range(meer):
            taak = Ondersteuningstaak.objects.create(school=nu_decor.school, naam=f"T{meer}{n}", lijn=1)
            Taakhouder.objects.create(
                school=nu_decor.school, taak=taak, letter="R", user=nu_decor.mentor.user
            )
        gesteld.append(controleer_budget(client, reverse("ondersteuning:taken")))
    assert gesteld[0] == gesteld[1]
