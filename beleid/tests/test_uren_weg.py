"""A role and a source of money go off their list while nothing hangs on them, and come back by Herstel."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from beleid.access_uren import inzet_van, middelen_van, uren_van
from beleid.models import Middel, NietNu, Scenario, Uren
from beleid.services.middel import middel_terug, middel_weg, middel_wijzigen, middel_zetten
from beleid.services.uren import ROLLEN_MAX, uren_terug, uren_toezeggen, uren_vragen, uren_weg
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek


def rol(door: Werkplek, naam: str = "Coach") -> Uren:
    jaar = Schooljaar.van(door.dag)
    return uren_vragen(door=door, jaar=jaar, rol=naam, user=None, gevraagd=60, opmerking="")


def middel(door: Werkplek) -> Middel:
    geld = {
        "bron": "Gemeente",
        "doel": "Verzuim",
        "bedrag": Decimal(10),
        "besteed": Decimal(0),
        "resultaat": "",
    }
    return middel_zetten(door=door, jaar=Schooljaar.van(door.dag), **geld)


def test_een_rol_gaat_van_de_lijst_en_komt_terug(decor: Decor) -> None:
    door, jaar, nu = decor.coordinator, Schooljaar.van(decor.coordinator.dag), timezone.now()
    rij = rol(door)
    with pytest.raises(Verouderd):
        uren_weg(door=door, pk=rij.pk, versie=9, op=nu)
    assert [u.pk for u in uren_van(door, jaar)] == [rij.pk]
    uren_weg(door=door, pk=rij.pk, versie=1, op=nu)
    assert uren_van(door, jaar) == [] and inzet_van(door, jaar).gevraagd == 0
    assert uren_weg(door=door, pk=rij.pk, versie=1, op=nu + timedelta(hours=1)).weg_op == nu
    nieuw = rol(door)  # the same role may be asked again, and then the old one stays off
    with pytest.raises(ValidationError, match="staan al uren in de lijst"):
        uren_terug(door=door, pk=rij.pk, versie=2)
    uren_weg(door=door, pk=nieuw.pk, versie=1, op=nu)
    with pytest.raises(Verouderd):
        uren_terug(door=door, pk=rij.pk, versie=1)
    uren_terug(door=door, pk=rij.pk, versie=2)
    assert [u.pk for u in uren_van(door, jaar)] == [rij.pk]


def test_wat_is_toegezegd_of_geleverd_blijft(decor: Decor) -> None:
    door, nu = decor.coordinator, timezone.now()
    leiding = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, door.dag, "Marijke")
    rij = uren_toezeggen(door=leiding, pk=rol(door).pk, versie=1, toegezegd=0)
    with pytest.raises(ValidationError, match="zei hier uren toe"):
        uren_weg(door=door, pk=rij.pk, versie=2, op=nu)
    uren_toezeggen(door=leiding, pk=rij.pk, versie=2, toegezegd=None)
    Uren.objects.filter(pk=rij.pk).update(geleverd=5)
    with pytest.raises(ValidationError, match="geleverde uren"):
        uren_weg(door=door, pk=rij.pk, versie=3, op=nu)
    with pytest.raises(IntegrityError), transaction.atomic():
        Uren.objects.filter(pk=rij.pk).update(weg_op=nu)
    Uren.objects.filter(pk=rij.pk).update(geleverd=None)
    assert uren_weg(door=door, pk=rij.pk, versie=3, op=nu).weg_op == nu


def test_herstel_past_niet_op_een_volle_lijst(decor: Decor) -> None:
    door = decor.coordinator
    rij = rol(door)
    uren_weg(door=door, pk=rij.pk, versie=1, op=timezone.now())
    for n in range(ROLLEN_MAX):
        rol(door, f"Rol {n}")
    with pytest.raises(ValidationError, match="rollen in de lijst"):
        uren_terug(door=door, pk=rij.pk, versie=2)
    assert Uren.objects.filter(weg_op__isnull=True).count() == ROLLEN_MAX


def test_een_middel_gaat_van_de_lijst_zolang_er_niets_van_is_besteed(decor: Decor) -> None:
    door, jaar, nu = decor.coordinator, Schooljaar.van(decor.coordinator.dag), timezone.now()
    rij = middel(door)
    middel_weg(door=door, pk=rij.pk, versie=1, op=nu)
    assert middelen_van(door, jaar) == []
    middel_terug(door=door, pk=rij.pk, versie=2)
    assert [m.pk for m in middelen_van(door, jaar)] == [rij.pk]
    velden = {veld: getattr(rij, veld) for veld in ("bron", "doel", "bedrag", "resultaat")}
    middel_wijzigen(door=door, pk=rij.pk, versie=3, besteed=Decimal("0.01"), **velden)
    with pytest.raises(ValidationError, match="al geld van besteed"):
        middel_weg(door=door, pk=rij.pk, versie=4, op=nu)
    with pytest.raises(IntegrityError), transaction.atomic():
        Middel.objects.filter(pk=rij.pk).update(weg_op=nu)
    assert [m.pk for m in middelen_van(door, jaar)] == [rij.pk]


@pytest.mark.parametrize(("wat", "maak", "model"), [("uren", rol, Uren), ("middelen", middel, Middel)])
def test_de_knop_en_herstel(nu_decor: Decor, inloggen: Any, wat: str, maak: Any, model: Any) -> None:
    rij = maak(nu_decor.coordinator)
    client = inloggen(nu_decor.coordinator.user)
    weg, terug = (reverse(f"beleid:{wat}_{naam}", args=[rij.pk]) for naam in ("weg", "terug"))
    pad = reverse(f"beleid:{wat}_wijzigen", args=[rij.pk])
    assert weg in client.get(pad).content.decode()
    for versie in ("", "x", "0", "9", "\x00", "9" * 40):
        assert client.post(weg, {"versie": versie}).status_code == 302
        assert model.objects.get().weg_op is None
    na = client.post(weg, {"versie": 1}, follow=True).content.decode()
    assert model.objects.get().weg_op and f"{terug}?versie=2" in na
    assert client.get(pad).status_code == 404
    for versie in ("", "1", "%00"):
        client.post(f"{terug}?versie={versie}")
        assert model.objects.get().weg_op
    client.post(f"{terug}?versie=2")
    assert model.objects.get().weg_op is None and client.get(pad).status_code == 200
    leiding = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")
    assert inloggen(leiding.user).post(weg, {"versie": 3}).status_code == 403
    assert model.objects.get().weg_op is None


def test_tweemaal_drukken_zet_het_eenmaal_op_de_lijst(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    geld = {"bron": "Gemeente", "doel": "Verzuim", "bedrag": "5", "besteed": "0"}
    keuze = {"titel": "Samen", "soort_1": "later", "tekst_1": "De lijst", "uren_1": "1"}
    for naam, velden, model in (
        ("uren_nieuw", {"rol": "Coach", "gevraagd": "2"}, Uren),
        ("middelen_nieuw", geld, Middel),
        ("uren_scenario_nieuw", keuze, Scenario),
        ("nietnu_nieuw", {"titel": "Later", "wanneer": "als er uren zijn"}, NietNu),
    ):
        antwoorden = [client.post(reverse(f"beleid:{naam}"), velden).status_code for _ in range(2)]
        assert (antwoorden, model.objects.count()) == ([302, 422], 1), naam
