"""What went well is one's own until it is shared; the end of the day counts and names nobody."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from beleid.access_dagrond import DRIE, lees_dag
from beleid.access_goed import goedblad
from beleid.models import Goedgegaan
from beleid.services.goed import goed_opschrijven, goed_terug, goed_weg
from ondersteuning.workflow import Besluit
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget


def _teksten(werkplek: Werkplek) -> list[str]:
    return [rij.tekst for rij in goedblad(werkplek, None).rijen]


def test_wat_niet_gedeeld_is_ziet_alleen_de_schrijver(decor: Decor):
    goed_opschrijven(door=decor.mentor, tekst="Voor mij.", delen=False)
    goed_opschrijven(door=decor.mentor, tekst="Voor iedereen.", delen=True)
    assert _teksten(decor.mentor) == ["Voor iedereen.", "Voor mij."]
    assert _teksten(decor.coordinator) == ["Voor iedereen."]


def test_dezelfde_zin_staat_er_een_keer(decor: Decor):
    for _ in range(2):
        goed_opschrijven(door=decor.mentor, tekst=" Gelukt. ", delen=True)
    assert _teksten(decor.mentor) == ["Gelukt."]


def test_weghalen_en_herstel_zijn_van_de_schrijver(decor: Decor):
    rij = goed_opschrijven(door=decor.mentor, tekst="Gelukt.", delen=True)
    nu = timezone.now()
    with pytest.raises(Http404):
        goed_weg(door=decor.coordinator, pk=rij.pk, versie=1, op=nu)
    with pytest.raises(Verouderd):
        goed_weg(door=decor.mentor, pk=rij.pk, versie=7, op=nu)
    weg = goed_weg(door=decor.mentor, pk=rij.pk, versie=1, op=nu)
    assert goed_weg(door=decor.mentor, pk=rij.pk, versie=1, op=nu).versie == weg.versie
    assert _teksten(decor.mentor) == _teksten(decor.coordinator) == []
    with pytest.raises(Http404):
        goed_terug(door=decor.coordinator, pk=rij.pk, versie=weg.versie)
    goed_terug(door=decor.mentor, pk=rij.pk, versie=weg.versie)
    assert _teksten(decor.coordinator) == ["Gelukt."]


def test_de_pagina_vraagt_een_keer_naar_een_naam(nu_decor: Decor, inloggen):
    client, url = inloggen(nu_decor.mentor.user), reverse("beleid:nieuws_goed")
    data = {"tekst": f"{nu_decor.leerling.achternaam} lachte weer.", "delen": "on"}
    antwoord = client.post(url, data)
    assert antwoord.status_code == 422 and "naam van een leerling" in antwoord.content.decode()
    assert client.post(url, {"tekst": "x" * 301}).status_code == 422
    assert client.post(url, {"tekst": "Nul\x00"}).status_code == 422
    assert not Goedgegaan.objects.exists()
    assert client.post(url, data | {"toch": "on"}).status_code == 302
    rij = Goedgegaan.objects.get()
    client.post(reverse("beleid:nieuws_goed_weg", args=[rij.pk]), {"versie": 1})
    assert client.post(reverse("beleid:nieuws_goed_terug", args=[rij.pk]) + "?versie=9").status_code == 302
    rij.refresh_from_db()
    assert rij.weg_op is not None
    client.post(reverse("beleid:nieuws_goed_terug", args=[rij.pk]) + "?versie=2")
    rij.refresh_from_db()
    assert rij.weg_op is None


def test_de_dag_telt_wat_open_is_en_wat_teruggegeven_is(nu_decor: Decor):
    door, nu = nu_decor.coordinator, timezone.now()
    assert lees_dag(door).rond
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, op=nu)
    assert (lees_dag(door).nieuw, lees_dag(door).rond) == (1, False)
    beslis(door, signaal, Besluit.TERUG, op=nu)
    stand = lees_dag(door)
    assert (stand.nieuw, stand.terug, stand.gedaan, stand.rond) == (0, 1, 1, True)
    assert stand.goed == [("1 collega kreeg antwoord op een signaal.", "")]
    assert lees_dag(_morgen(nu_decor)).terug == 0


def _morgen(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, decor.coordinator.dag + timedelta(days=1), "Iris")


def test_drie_goede_dingen_de_eigen_zin_eerst(decor: Decor):
    for nummer in range(5):
        goed_opschrijven(door=decor.mentor, tekst=f"Van Joris {nummer}.", delen=True)
    goed_opschrijven(door=decor.mentor, tekst="Geheim.", delen=False)
    goed_opschrijven(door=decor.coordinator, tekst="Van mij.", delen=False)
    goed = lees_dag(decor.coordinator).goed
    assert len(goed) == DRIE and goed[0] == ("Van mij.", "")
    assert "Geheim." not in [zin for zin, _ in goed]
    assert goed[1][1] == decor.mentor.user.naam


def test_het_scherm_noemt_geen_leerling_en_vraagt_altijd_evenveel(nu_decor: Decor, inloggen):
    door, nu = nu_decor.coordinator, timezone.now()
    client, url = inloggen(door.user), reverse("beleid:dag_rond")
    gesteld = set()
    for _ in range(2):
        for _ in range(3):
            beslis(door, dien_in(nu_decor.mentor, nu_decor.leerling, op=nu), Besluit.TERUG, op=nu)
        dien_in(nu_decor.mentor, nu_decor.leerling, op=nu)
        goed_opschrijven(door=nu_decor.mentor, tekst=f"Zin {nu_decor.leerling.pk}", delen=True)
        gesteld.add(controleer_budget(client, url))
    assert len(gesteld) == 1
    pagina = client.get(url).content.decode()
    assert nu_decor.leerling.achternaam not in pagina and nu_decor.leerling.roepnaam not in pagina
    assert client.post(url, {"tekst": "Gelukt.", "delen": ""}).status_code == 302
    assert Goedgegaan.objects.get(door=door.user).delen is False
