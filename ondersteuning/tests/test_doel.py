"""Goals and their scores: SMART, appended, one tap, dropped with a reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Doel, Doelstand, Stand, Traject
from ondersteuning.paneel_traject import treden
from ondersteuning.services.doelen import (
    DOELEN_MAX,
    Doelgegevens,
    doel_laten_vervallen,
    doel_toevoegen,
    doel_wijzigen,
    stand_vastleggen,
)
from ondersteuning.tests.trajecthulp import WEEK, sluit_af, start
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG


def maak(decor: Decor, traject: Traject, tekst: str = "Neemt een beurt", **velden: Any) -> Doel:
    gegevens = Doelgegevens(**({"tekst": tekst, "klaar_op": traject.start + WEEK} | velden))
    return doel_toevoegen(door=decor.begeleider, traject_id=traject.pk, gegevens=gegevens)


def test_stand_wordt_toegevoegd_en_de_nieuwste_telt(decor: Decor) -> None:
    doel = maak(decor, start(decor))
    for stand in (-2, -1, -1, 1, 0):
        stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=stand)
    assert list(Doelstand.objects.order_by("pk").values_list("stand", flat=True)) == [-2, -1, 1, 0]
    met = Doel.objects.met_stand().get()
    assert (met.stand, met.stand_op) == (0, DAG)


def test_eerdere_dag_verandert_niet_wat_nu_geldt(decor: Decor) -> None:
    doel = maak(decor, start(decor, start=DAG - WEEK))
    stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=1)
    stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=-2, op=DAG - timedelta(days=2))
    assert Doel.objects.met_stand().get().stand == 1


@pytest.mark.parametrize("op", [DAG + timedelta(days=1), DAG - timedelta(days=400)])
def test_niet_buiten_het_traject(decor: Decor, op: Any) -> None:
    doel = maak(decor, start(decor))
    with pytest.raises(ValidationError):
        stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=0, op=op)
    assert not Doelstand.objects.exists()


def test_standen_zijn_alleen_toe_te_voegen(decor: Decor) -> None:
    stand_vastleggen(door=decor.begeleider, doel_id=maak(decor, start(decor)).pk, stand=0)
    with connection.cursor() as cursor:
        for sql in ("UPDATE ondersteuning_doelstand SET stand = 2", "DELETE FROM ondersteuning_doelstand"):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                cursor.execute(sql)


@pytest.mark.parametrize("stand", [-3, 3])
def test_schaal_in_de_database(decor: Decor, stand: int) -> None:
    doel = maak(decor, start(decor))
    with pytest.raises(IntegrityError, match="doelstand_stand"), transaction.atomic():
        Doelstand.objects.create(school=decor.school, doel=doel, stand=stand, op=DAG, door=decor.mentor.user)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [("klaar_op", DAG - WEEK), ("klaar_op", DAG + 40 * WEEK), ("gewenst", -2), ("begin", 1), ("tekst", "")],
)
def test_doel_dat_niet_kan(decor: Decor, veld: str, waarde: Any) -> None:
    traject = start(decor)
    with pytest.raises(ValidationError), transaction.atomic():
        maak(decor, traject, **{veld: waarde})
    assert not Doel.objects.exists()


def test_hooguit_tien(decor: Decor) -> None:
    traject = start(decor)
    for n in range(DOELEN_MAX):
        maak(decor, traject, f"Doel {n}")
    assert list(Doel.objects.order_by("volgorde").values_list("tekst", flat=True))[:2] == ["Doel 0", "Doel 1"]
    with pytest.raises(ValidationError, match="hooguit"):
        maak(decor, traject, "Te veel")


def test_vervallen_met_een_reden(decor: Decor) -> None:
    doel = maak(decor, start(decor))
    with pytest.raises(ValidationError):
        doel_laten_vervallen(door=decor.begeleider, pk=doel.pk, versie=1, reden="")
    doel_laten_vervallen(door=decor.begeleider, pk=doel.pk, versie=1, reden="Hij wil iets anders.")
    with pytest.raises(StapNietToegestaan):
        stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=0)
    with pytest.raises(Verouderd):
        doel_laten_vervallen(door=decor.begeleider, pk=doel.pk, versie=2, reden="Nog eens.")


def test_wijzigen_ziet_een_ander(decor: Decor) -> None:
    doel = maak(decor, start(decor))
    nieuw = Doelgegevens("Neemt twee beurten", DAG + WEEK)
    doel_wijzigen(door=decor.begeleider, pk=doel.pk, versie=1, gegevens=nieuw)
    with pytest.raises(Verouderd):
        doel_wijzigen(door=decor.coordinator, pk=doel.pk, versie=1, gegevens=nieuw)


def test_na_afsluiten_niets_meer(decor: Decor) -> None:
    traject = start(decor)
    doel = maak(decor, traject)
    sluit_af(decor.begeleider, traject)
    for doe in (
        lambda: stand_vastleggen(door=decor.begeleider, doel_id=doel.pk, stand=0),
        lambda: maak(decor, traject, "Nog een"),
    ):
        with pytest.raises(StapNietToegestaan):
            doe()


def test_mentor_leest_en_scoort_niet(decor: Decor) -> None:
    doel = maak(decor, start(decor))
    with pytest.raises(PermissionDenied):
        stand_vastleggen(door=decor.mentor, doel_id=doel.pk, stand=0)


@pytest.mark.parametrize(("stand", "vol"), [(-2, 1), (-1, 2), (0, 3), (1, 4), (2, 4)])
def test_vier_treden(stand: int, vol: int) -> None:
    assert sum(treden(stand)) == vol and len(treden(stand)) == 4


def test_een_tik_vanuit_de_caseload(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    doel = maak(nu_decor, traject)
    client = inloggen(nu_decor.begeleider.user)
    lijst = reverse("ondersteuning:caseload")
    assert "Doelen om bij te houden" in client.get(lijst).content.decode()
    adres = reverse("ondersteuning:doel_stand", args=[doel.pk])
    for rommel in ("", "3", "x", "99999999999999999999", "\x00"):
        client.post(adres, {"stand": rommel})
    assert not Doelstand.objects.exists()
    assert client.post(adres, {"stand": "-1", "terug": "caseload"})["Location"].startswith(lijst)
    assert Doelstand.objects.get().stand == Stand.ONDERWEG
    assert "Doelen om bij te houden" not in client.get(lijst).content.decode()
    pagina = client.get(reverse("ondersteuning:traject", args=[traject.pk])).content.decode()
    assert '<svg class="z-grafiek"' in pagina and "onderweg" in pagina


def test_verouderd_doel_toont_beide(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    doel = maak(nu_decor, traject, "Wat er nu staat")
    client = inloggen(nu_decor.begeleider.user)
    data = {"versie": 7, "tekst": "Wat ik typte", "klaar_op": traject.start, "begin": -2, "gewenst": 0}
    adres = reverse("ondersteuning:doel", args=[doel.pk])
    antwoord = client.post(adres, data)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Wat er nu staat" in inhoud and "Wat ik typte" in inhoud
    assert Doel.objects.get().tekst == "Wat er nu staat"
    versie = antwoord.context["form"]["versie"].value()
    assert client.post(adres, data | {"versie": versie}).status_code == 302
    assert Doel.objects.get().tekst == "Wat ik typte"


def test_laten_vervallen_op_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    doel = maak(nu_decor, traject)
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:doel_vervallen", args=[doel.pk])
    assert client.post(adres, {"versie": 1}).status_code == 422
    te_laat = client.post(adres, {"versie": 7, "reden": "Past niet meer."})
    assert te_laat.status_code == 409 and 'value="Past niet meer."' in te_laat.text
    assert client.post(adres, {"versie": 1, "reden": "Hij wil iets anders."}).status_code == 302
    al_weg = client.post(adres, {"versie": 2, "reden": "Past niet meer."})
    assert al_weg.status_code == 409 and "‘Past niet meer.’" in al_weg.text
    assert Doel.objects.get().vervallen_reden == "Hij wil iets anders."
    assert (
        "Hij wil iets anders."
        in client.get(reverse("ondersteuning:traject", args=[traject.pk])).content.decode()
    )
