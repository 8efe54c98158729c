"""Secrets of the second step: unreadable in the table, usable at the door, and a wrong key says so."""

import importlib
import json
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from zorgapp import env
from zorgapp.accounts.kluis import KluisDicht, open_, sluit, sluit_opnieuw, wissel_sleutels
from zorgapp.accounts.models import User
from zorgapp.accounts.tests.test_deur import WACHTWOORD, code_bij

OUD, NIEUW = "oude-sleutel-oude-sleutel-oude-sleutel", "nieuwe-sleutel-nieuwe-sleutel-nieuwe-sleutel"


@pytest.fixture
def persoon(db: None) -> User:
    return User.objects.create_user("sanne@rietveen.example", WACHTWOORD, voornaam="Sanne")


def zet_aan(user: User) -> tuple[str, RecoveryCodes]:
    """Turn the second step on; return its secret and the recovery codes."""
    geheim = generate_totp_secret()
    TOTP.activate(user, geheim)
    return geheim, RecoveryCodes.activate(user)


def in_de_tabel() -> str:
    """All that stands in the table, as its raw rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator ORDER BY id")
        return json.dumps(cursor.fetchall())


def log_in(user: User, code: str) -> Any:
    client = Client()
    client.post("/inloggen/", {"login": user.email, "password": WACHTWOORD})
    return client.post("/tweestaps/inloggen/", {"code": code})


@given(st.text())
def test_wat_erin_gaat_komt_eruit(tekst: str) -> None:
    assert open_(sluit(tekst)) == tekst
    assert sluit(tekst) != sluit(tekst)


def test_in_de_tabel_staat_het_geheim_niet(persoon: User) -> None:
    geheim, codes = zet_aan(persoon)
    tabel = in_de_tabel()
    assert geheim not in tabel
    assert open_(codes.instance.data["seed"]) not in tabel
    assert not [code for code in codes.generate_codes() if code in tabel]


def test_inloggen_werkt_met_code_en_met_herstelcode(persoon: User) -> None:
    geheim, codes = zet_aan(persoon)
    assert log_in(persoon, code_bij(geheim)).status_code == 302
    assert log_in(persoon, codes.generate_codes()[3]).status_code == 302
    assert "Nog één stap" in log_in(persoon, "000000").content.decode()


@pytest.mark.parametrize(("stappen", "goed"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_een_code_van_net_telt_nog(
    persoon: User, monkeypatch: pytest.MonkeyPatch, stappen: int, goed: bool
) -> None:
    geheim, _ = zet_aan(persoon)
    monkeypatch.setattr(totp, "time", SimpleNamespace(time=lambda: 30 * 1000 + 15))
    code = totp.format_hotp_value(totp.hotp_value(geheim, 1000 + stappen))
    assert (log_in(persoon, code).status_code == 302) is goed


def test_verkeerde_sleutel_is_een_duidelijke_zin(persoon: User, settings: Any, caplog: Any) -> None:
    geheim, codes = zet_aan(persoon)
    herstelcode = codes.generate_codes()[0]
    settings.TWEESTAPS_SLEUTELS = [NIEUW]
    for code in (code_bij(geheim), herstelcode):
        antwoord = log_in(persoon, code)
        assert antwoord.status_code == 200
        assert "dit systeem kan jouw tweede stap niet meer lezen" in antwoord.content.decode()
    assert "ZORGAPP_TWEESTAPS_SLEUTELS" in caplog.text
    assert geheim not in caplog.text


@pytest.mark.parametrize(
    "adres", ["/tweestaps/", "/tweestaps/herstelcodes/", "/tweestaps/herstelcodes/nieuw/"]
)
def test_een_open_pagina_zegt_het_ook(persoon: User, settings: Any, adres: str) -> None:
    geheim, _ = zet_aan(persoon)
    client = Client()
    client.post("/inloggen/", {"login": persoon.email, "password": WACHTWOORD})
    client.post("/tweestaps/inloggen/", {"code": code_bij(geheim)})
    assert client.get(adres).status_code == 200
    settings.TWEESTAPS_SLEUTELS = [NIEUW]
    antwoord = client.get(adres)
    assert antwoord.status_code == 503
    assert "Vraag de beheerder van je school" in antwoord.content.decode()


def test_geknoei_in_de_tabel_gaat_niet_open(persoon: User) -> None:
    token = sluit("geheim")
    with pytest.raises(KluisDicht):
        open_(token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB"))
    with pytest.raises(KluisDicht):
        open_("geheim")


def test_een_nieuwe_sleutel_vooraan_sluit_alles_opnieuw(persoon: User, settings: Any) -> None:
    settings.TWEESTAPS_SLEUTELS = [OUD]
    geheim, codes = zet_aan(persoon)
    zaad = open_(codes.instance.data["seed"])
    settings.TWEESTAPS_SLEUTELS = [NIEUW, OUD]
    assert log_in(persoon, code_bij(geheim)).status_code == 302
    assert wissel_sleutels("default") == 2
    assert wissel_sleutels("default") == 0
    settings.TWEESTAPS_SLEUTELS = [NIEUW]
    rijen = {rij.type: rij.data for rij in Authenticator.objects.all()}
    assert open_(rijen["totp"]["secret"]) == geheim
    assert open_(rijen["recovery_codes"]["seed"]) == zaad
    assert rijen["recovery_codes"]["used_mask"] == 0


def test_wat_geen_sleutel_opent_blijft_staan(persoon: User, settings: Any) -> None:
    settings.TWEESTAPS_SLEUTELS = [OUD]
    zet_aan(persoon)
    voor = in_de_tabel()
    settings.TWEESTAPS_SLEUTELS = [NIEUW]
    assert wissel_sleutels("default") == 0
    assert in_de_tabel() == voor


def test_de_migratie_sluit_wat_er_open_stond(persoon: User) -> None:
    geheim = generate_totp_secret()
    rij = Authenticator.objects.create(user=persoon, type="totp", data={"secret": geheim})
    migratie = importlib.import_module("zorgapp.accounts.migrations.0003_tweede_stap_op_slot")
    with connection.schema_editor() as editor:
        migratie.sluiten(apps, editor)
        rij.refresh_from_db()
        assert rij.data["secret"] != geheim
        assert TOTP(rij).validate_code(code_bij(geheim))
        migratie.openen(apps, editor)
    rij.refresh_from_db()
    assert rij.data["secret"] == geheim


def test_oude_losse_herstelcodes_gaan_mee() -> None:
    nieuw = sluit_opnieuw({"migrated_codes": ["12345678"], "used_mask": 0})
    assert nieuw is not None
    codes = nieuw["migrated_codes"]
    assert isinstance(codes, list)
    assert [open_(code) for code in codes] == ["12345678"]


def test_zonder_eigen_sleutel_is_het_de_geheime_sleutel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZORGAPP_TWEESTAPS_SLEUTELS", raising=False)
    assert env.geheimen("ZORGAPP_TWEESTAPS_SLEUTELS", settings.SECRET_KEY) == [settings.SECRET_KEY]
    monkeypatch.setenv("ZORGAPP_TWEESTAPS_SLEUTELS", f"{NIEUW}, {OUD}")
    assert env.geheimen("ZORGAPP_TWEESTAPS_SLEUTELS", settings.SECRET_KEY) == [NIEUW, OUD]


def test_een_korte_sleutel_start_niet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZORGAPP_TWEESTAPS_SLEUTELS", f"{NIEUW},te kort")
    with pytest.raises(ImproperlyConfigured, match="minstens 32 tekens"):
        env.geheimen("ZORGAPP_TWEESTAPS_SLEUTELS", "x")
