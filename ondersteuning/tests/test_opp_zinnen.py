"""The school's own phrases: added, offered beside their field, stopped, offered again; never of another school."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ondersteuning.access_opp_zinnen import zinnen_bij
from ondersteuning.models import Oppzin
from ondersteuning.services.opp_zinnen import PER_VELD, zin_stoppen, zin_toevoegen
from ondersteuning.tests.opphulp import begin_opp
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_werkplek
from zorgapp.testing.queries import controleer_budget

TEKST = "Werkt graag samen met een vaste maat."


def zet(decor: Decor, tekst: str = TEKST, veld: str = "bevorderend") -> Oppzin:
    return zin_toevoegen(door=decor.coordinator, veld=veld, tekst=tekst, op=NU)


def test_erbij_eenmaal_weg_en_weer_terug(decor: Decor) -> None:
    zin = zet(decor)
    assert zet(decor).pk == zin.pk
    assert zinnen_bij(decor.coordinator, ["bevorderend", "middelen"]) == {"bevorderend": [TEKST]}
    assert zinnen_bij(decor.coordinator, ["middelen"]) == {}
    zin_stoppen(door=decor.coordinator, pk=zin.pk, versie=1)
    assert zinnen_bij(decor.coordinator, ["bevorderend"]) == {}
    with pytest.raises(Verouderd):
        zin_stoppen(door=decor.coordinator, pk=zin.pk, versie=2)
    weer = zet(decor)
    assert (weer.pk, weer.gestopt_op, weer.versie) == (zin.pk, None, 3)


def test_weigert(decor: Decor) -> None:
    for veld, tekst in (
        ("bevorderend", ""),
        ("bevorderend", "x" * 601),
        ("status", TEKST),
        ("bestemming", TEKST),
    ):
        with pytest.raises(ValidationError):
            zet(decor, tekst, veld)
    with pytest.raises(PermissionDenied):
        zin_toevoegen(door=decor.mentor, veld="bevorderend", tekst=TEKST, op=NU)
    zin = zet(decor)
    with pytest.raises(PermissionDenied):
        zin_stoppen(door=decor.mentor, pk=zin.pk, versie=1)
    with pytest.raises(Verouderd):
        zin_stoppen(door=decor.coordinator, pk=zin.pk, versie=9)
    assert Oppzin.objects.get().gestopt_op is None


def test_een_lijst_blijft_kort(decor: Decor) -> None:
    eerste = zet(decor)
    for nummer in range(PER_VELD - 1):
        zet(decor, f"Zin {nummer}.")
    with pytest.raises(ValidationError, match="Haal er eerst een weg"):
        zet(decor, "Een te veel.")
    zin_stoppen(door=decor.coordinator, pk=eerste.pk, versie=1)
    zet(decor, "Nu past het.")
    zet(decor, "Een ander deel.", "middelen")


def test_een_zin_van_een_andere_school_bestaat_niet(decor: Decor, andere_school: School) -> None:
    zin = zet(decor)
    ander = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
    with pytest.raises(Http404):
        zin_stoppen(door=ander, pk=zin.pk, versie=1)


def test_op_de_pagina_en_bij_het_veld(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    url = reverse("ondersteuning:opp_zinnen")
    boos = "<script>x</script> & zo"
    assert client.post(url, {"veld": "bevorderend", "tekst": boos}).status_code == 302
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    editor = client.get(reverse("ondersteuning:opp_scherm", args=[opp.pk, "perspectief"])).content.decode()
    for tekst in (client.get(url).content.decode(), editor):
        assert "&lt;script&gt;x" in tekst and "<script>x" not in tekst
    assert 'data-zinnen="id_bevorderend"' in editor and 'data-zinnen="id_onderbouwing' not in editor
    for data in (
        {},
        {"veld": "x", "tekst": "y"},
        {"veld": "middelen", "tekst": "z" * 601},
        {"veld": "middelen", "tekst": "\x00"},
    ):
        assert client.post(url, data).status_code == 422
    stop = reverse("ondersteuning:opp_zin_stop", args=[Oppzin.objects.get().pk])
    assert client.post(stop, {"versie": "x"}).status_code == 302 and not Oppzin.objects.get().gestopt_op
    assert client.post(stop, {"versie": "1"}).status_code == 302 and Oppzin.objects.get().gestopt_op
    assert (
        client.post(reverse("ondersteuning:opp_zin_stop", args=[10**18]), {"versie": "1"}).status_code == 404
    )


def test_statements_groeien_niet_mee(nu_decor: Decor, inloggen: Any) -> None:
    client, url = inloggen(nu_decor.coordinator.user), reverse("ondersteuning:opp_zinnen")
    weinig = controleer_budget(client, url)
    for veld in ("bevorderend", "belemmerend", "middelen"):
        for nummer in range(PER_VELD):
            zet(nu_decor, f"Zin {nummer}.", veld)
    assert controleer_budget(client, url) == weinig
    assert "?p=2" in client.get(url).content.decode()
