"""The law watch: what the school says is appended, the last one holds; settings to come say what they touch."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse

from beleid.access_wetten import controles_van, instellingen_bij, straks_anders, wetstanden
from beleid.models import Wetscontrole
from beleid.services.wetten import wet_nagekeken
from beleid.wetten import WETTEN, geraakt_door
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.instellingsoorten import SOORTEN
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

OP = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


def _zeg(decor: Decor, voldoet: str = "deels", gezien: int = 0, onderwerp: str = "hoorrecht") -> Wetscontrole:
    return wet_nagekeken(
        door=decor.coordinator,
        onderwerp=onderwerp,
        gezien=gezien,
        voldoet=voldoet,
        toelichting="Leerjaar 4 nog niet.",
        op=OP,
    )


def test_elk_punt_noemt_instellingen_die_bestaan():
    genoemd = {sleutel for punt in WETTEN.values() for sleutel in punt.instellingen}
    assert genoemd and genoemd <= set(SOORTEN)
    assert [punt.sleutel for punt in geraakt_door("opp_vooraf")] == ["opp_termijn"]
    assert all(len(sleutel) <= 40 for sleutel in WETTEN)


def test_de_laatste_telt_en_de_vorige_blijft(decor: Decor):
    eerste = _zeg(decor)
    with pytest.raises(Verouderd):
        _zeg(decor, "ja")
    tweede = _zeg(decor, "ja", eerste.pk)
    stand = {s.punt.sleutel: s.controle for s in wetstanden(decor.coordinator)}
    assert stand["hoorrecht"] == tweede and stand["meldcode"] is None
    assert [c.voldoet for c in controles_van(decor.coordinator, "hoorrecht")] == ["ja", "deels"]


def test_alleen_de_coordinator_zegt_het_en_alleen_van_wat_bestaat(decor: Decor):
    leiding = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")
    velden = {"gezien": 0, "voldoet": "ja", "toelichting": "", "op": OP}
    with pytest.raises(PermissionDenied):
        wet_nagekeken(door=leiding, onderwerp="hoorrecht", **velden)
    with pytest.raises(Http404):
        wet_nagekeken(door=decor.coordinator, onderwerp="bestaat_niet", **velden)
    with pytest.raises(ValidationError):
        _zeg(decor, "misschien")
    assert not Wetscontrole.objects.exists()


def test_een_instelling_met_een_datum_zegt_wat_zij_raakt(decor: Decor):
    door = decor.coordinator
    assert straks_anders(door) == []
    for waarde, vanaf in ((14, date(2026, 12, 1)), (21, date(2027, 8, 1))):
        instelling_zetten(door=door, sleutel="opp_vooraf", waarde=waarde, geldig_vanaf=vanaf)
    [straks] = straks_anders(door)
    assert (straks.nu, straks.straks, straks.vanaf) == ("14 dagen", "21 dagen", date(2027, 8, 1))
    assert [punt.sleutel for punt in straks.raakt] == ["opp_termijn"]
    nu = dict(instellingen_bij(door, WETTEN["opp_termijn"]))
    assert nu[SOORTEN["opp_vooraf"].label] == "14 dagen"


def test_de_pagina_vraagt_waarom_niet_en_toont_beide_woorden(nu_decor: Decor, inloggen):
    client = inloggen(nu_decor.coordinator.user)
    url = reverse("beleid:wet_nakijken", args=["hoorrecht"])
    assert client.post(url, {"versie": "0", "voldoet": "nee"}).status_code == 422
    assert client.post(url, {"versie": "9" * 30, "voldoet": "ja"}).status_code == 422
    assert client.post(url, {"versie": "0", "voldoet": "ja", "toelichting": "a\x00b"}).status_code == 422
    assert not Wetscontrole.objects.exists()
    _zeg(nu_decor)
    antwoord = client.post(url, {"versie": "0", "voldoet": "nee", "toelichting": "Nergens."})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Leerjaar 4 nog niet." in inhoud and "Nergens." in inhoud
    nummer = Wetscontrole.objects.get().pk
    assert client.post(url, {"versie": nummer, "voldoet": "ja", "toelichting": ""}).status_code == 302
    assert client.get(reverse("beleid:wet", args=["niet-echt"])).status_code == 404


def test_de_lijst_vraagt_altijd_evenveel(nu_decor: Decor, inloggen):
    client = inloggen(nu_decor.coordinator.user)
    eerst = controleer_budget(client, reverse("beleid:wetten"))
    for onderwerp in WETTEN:
        _zeg(nu_decor, onderwerp=onderwerp)
    instelling_zetten(
        door=nu_decor.coordinator, sleutel="opp_vooraf", waarde=21, geldig_vanaf=date(2099, 1, 1)
    )
    assert controleer_budget(client, reverse("beleid:wetten")) == eerst
    assert controleer_budget(client, reverse("beleid:wet", args=["opp_termijn"])) <= eerst + 1
