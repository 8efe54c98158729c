"""The mentor hands over his tablet: that session reaches one page, until his password."""

import uuid
from contextlib import suppress
from itertools import product
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import NoReverseMatch, reverse

from ondersteuning.models import Hoorrecht, Inbreng, Opp
from ondersteuning.tests.hoorhulp import bied_aan, met_aanbod
from ondersteuning.tests.opphulp import begin_opp
from zorgapp.accounts import smal
from zorgapp.accounts.checks import alle_patronen
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Inzage, User
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget

WACHTWOORD = "een lang wachtwoord"


pytestmark = pytest.mark.usefixtures("snel")


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    user = nu_decor.mentor.user
    user.set_password(WACHTWOORD)
    user.save(update_fields=["password"])
    return met_aanbod(nu_decor)


def pad(opp: Opp, naam: str = "opp_tablet") -> str:
    return reverse(f"ondersteuning:{naam}", args=[opp.pk])


def in_sessie(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def tablet(nu_decor: Decor, opp: Opp) -> Client:
    """The browser of the mentor after he handed it over."""
    client = in_sessie(nu_decor.mentor.user)
    antwoord = client.post(pad(opp, "opp_horen_geef"))
    assert antwoord["Location"] == pad(opp)
    return client


def test_geven_vertellen_en_teruggeven(nu_decor: Decor, opp: Opp, tablet: Client) -> None:
    bladzijde = tablet.get(pad(opp))
    tekst = bladzijde.content.decode()
    assert "Hoi Kees Jan" in tekst and "<title>Vertel het ons" in tekst and len(bladzijde.content) < 20_000
    assert "Bakker" not in tekst and 'href="/"' not in tekst
    wat = {"woorden": "Ik wil <b>voorin</b> zitten.", "sleutel": uuid.uuid4()}
    for _ in range(2):
        assert tablet.post(pad(opp), wat)["Location"] == pad(opp, "opp_tablet_klaar")
    assert "Dank je" in tablet.get(pad(opp, "opp_tablet_klaar")).content.decode()
    assert "&lt;b&gt;voorin" in tablet.get(pad(opp)).content.decode()
    terug = tablet.post(pad(opp, "opp_tablet_terug"), {"wachtwoord": WACHTWOORD})
    assert terug["Location"] == pad(opp, "opp_horen")
    assert tablet.get(pad(opp, "opp_horen")).status_code == 200
    assert tablet.get("/").status_code == 200
    rij = Inbreng.objects.get()
    assert (rij.woorden, rij.hoe, rij.opgetekend_door) == ("Ik wil <b>voorin</b> zitten.", "tablet", None)


def test_het_logboek_zegt_voor_wie(nu_decor: Decor, opp: Opp, tablet: Client) -> None:
    voor = Inzage.objects.count()
    tablet.get(pad(opp))
    gekeken = Inzage.objects.order_by("pk").last()
    assert gekeken is not None and Inzage.objects.count() == voor + 1
    assert (gekeken.user_id, gekeken.grond, gekeken.leerling_id) == (
        nu_decor.mentor.user.pk,
        "tablet",
        nu_decor.leerling.pk,
    )
    client = in_sessie(nu_decor.coordinator.user)
    log = client.get(reverse("web:inzage", args=[nu_decor.leerling.pk])).content.decode()
    assert "voor de leerling zelf, op de tablet" in log


NEP = (1, "start", "notitie:1", "1-x-y", str(uuid.uuid4()))


def _adres(naam: str, omzetters: dict[str, Any]) -> str:
    """An address of this name, with whatever number or text it takes."""
    for nep in product(NEP, repeat=len(omzetters)):
        with suppress(NoReverseMatch):
            return reverse(naam, kwargs=dict(zip(omzetters, nep, strict=True)))
    raise AssertionError(naam)


def _adressen() -> list[str]:
    """Every address of the application."""
    return [
        _adres(naam, patroon.pattern.converters or patroon.pattern.regex.groupindex)
        for naam, patroon in alle_patronen()
    ]


def test_elk_ander_adres_leidt_terug_of_weigert(opp: Opp, tablet: Client) -> None:
    """All of them: typed, from the history, sent, or asked by a script; also signing in, out, and a forgotten password."""
    eigen = pad(opp)
    anders = [a for a in _adressen() if not a.startswith(eigen)]
    assert len(anders) > 150 and reverse("account_logout") in anders
    for adres in [
        *anders,
        "/bestaat-niet/",
        f"/opp/{opp.pk + 1}/tablet/",
        f"/opp/{opp.pk}/tablet",
        "//evil.example/",
    ]:
        kijken = tablet.get(adres)
        assert (kijken.status_code, kijken["Location"]) == (302, eigen), adres
        assert tablet.post(adres).status_code == 403, adres
        assert tablet.get(adres, headers={"HX-Request": "true"}).status_code == 403, adres
    assert tablet.get(eigen).status_code == 200


def test_een_ander_tabblad_en_herladen(nu_decor: Decor, opp: Opp, tablet: Client) -> None:
    """The cookie of before is worth nothing; the one of now is narrow in every tab."""
    tabblad = Client()
    tabblad.cookies = tablet.cookies
    for _ in range(2):
        assert tabblad.get("/")["Location"] == pad(opp)
        assert tabblad.get(pad(opp)).status_code == 200
    eigen_computer = in_sessie(nu_decor.mentor.user)
    assert eigen_computer.get("/").status_code == 200  # only this session


def test_de_sessie_van_voor_het_geven_bestaat_niet_meer(nu_decor: Decor, opp: Opp) -> None:
    client = in_sessie(nu_decor.mentor.user)
    oud = client.cookies["zorgapp_sessie"].value
    client.post(pad(opp, "opp_horen_geef"))
    ander = Client()
    ander.cookies["zorgapp_sessie"] = oud
    assert "inloggen" in ander.get("/")["Location"]


@pytest.mark.parametrize(
    "wachtwoord", ["", "fout", WACHTWOORD.upper(), WACHTWOORD + " ", "nul\x00", "a" * 5000]
)
def test_een_fout_wachtwoord_opent_niets(opp: Opp, tablet: Client, wachtwoord: str) -> None:
    antwoord = tablet.post(pad(opp, "opp_tablet_terug"), {"wachtwoord": wachtwoord})
    assert antwoord.status_code == 422 and "niet je wachtwoord" in antwoord.content.decode()
    assert tablet.get("/")["Location"] == pad(opp)


def test_wachtwoorden_proberen_is_begrensd(opp: Opp, tablet: Client) -> None:
    terug = pad(opp, "opp_tablet_terug")
    statussen = [tablet.post(terug, {"wachtwoord": f"poging {n}"}).status_code for n in range(11)]
    assert statussen == [*[422] * 10, 429]
    assert tablet.post(terug, {"wachtwoord": WACHTWOORD}).status_code == 429
    assert tablet.get("/")["Location"] == pad(opp)


def test_uitloggen_eindigt_de_hele_sessie(opp: Opp, tablet: Client) -> None:
    assert "inloggen" in tablet.post(pad(opp, "opp_tablet_uit"))["Location"]
    assert "inloggen" in tablet.get(pad(opp))["Location"]
    assert "inloggen" in tablet.get("/")["Location"]


@pytest.mark.parametrize(("seconden", "blijft"), [(smal.DUUR, True), (smal.DUUR + 1, False), (-5, False)])
def test_na_een_poos_is_iedereen_uitgelogd(
    opp: Opp, tablet: Client, monkeypatch: pytest.MonkeyPatch, seconden: int, blijft: bool
) -> None:
    begin = tablet.session[smal.SESSIE]["gezien"]
    monkeypatch.setattr("zorgapp.accounts.smal.time.time", lambda: begin + seconden)
    antwoord = tablet.get(pad(opp))
    assert (antwoord.status_code == 200) is blijft
    if not blijft:
        assert "inloggen" in antwoord["Location"] and not Session.objects.exists()
        assert "inloggen" in tablet.get("/")["Location"]


def test_wie_bezig_is_blijft_binnen(opp: Opp, tablet: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = tablet.session[smal.SESSIE]["gezien"]
    for keer in (1, 2, 3):
        nu = begin + keer * (smal.DUUR - 10)
        monkeypatch.setattr("zorgapp.accounts.smal.time.time", lambda nu=nu: nu)
        assert tablet.get(pad(opp)).status_code == 200


def test_de_pagina_is_er_alleen_in_een_smalle_sessie(nu_decor: Decor, opp: Opp) -> None:
    client = in_sessie(nu_decor.mentor.user)
    for naam in ("opp_tablet", "opp_tablet_klaar", "opp_tablet_terug"):
        assert client.get(pad(opp, naam))["Location"] == pad(opp, "opp_horen")
    client.post(pad(opp), {"woorden": "Zonder te geven.", "sleutel": uuid.uuid4()})
    zet_context(nu_decor.school.pk)
    assert not Inbreng.objects.exists()


def test_geven_kan_pas_na_het_aanbod(nu_decor: Decor) -> None:
    opp, client = begin_opp(nu_decor.coordinator, nu_decor.leerling), in_sessie(nu_decor.mentor.user)
    antwoord = client.post(pad(opp, "opp_horen_geef"))
    assert antwoord.status_code == 422 and "Leg eerst vast" in antwoord.content.decode()
    assert client.get("/").status_code == 200
    bied_aan(nu_decor.mentor, opp)
    assert client.post(pad(opp, "opp_horen_geef")).status_code == 302


def test_de_leerling_zegt_nee_op_de_tablet(opp: Opp, tablet: Client) -> None:
    leeg = tablet.post(pad(opp), {"woorden": "", "sleutel": uuid.uuid4()})
    assert leeg.status_code == 422 and "Schrijf iets op" in leeg.content.decode()
    tablet.post(pad(opp), {"niet": "1", "reden": "Nu niet.", "sleutel": uuid.uuid4()})
    assert Hoorrecht.objects.get().ziet_af_reden == "Nu niet."


@pytest.mark.parametrize("pad_", ["", "/", "opp/1/", "/opp/1"])
def test_een_smalle_sessie_heeft_een_map(pad_: str) -> None:
    with pytest.raises(ValueError, match="map"):
        smal.versmal(Any, pad_)  # type: ignore[arg-type]


def test_wat_de_pagina_vraagt(nu_decor: Decor, opp: Opp, tablet: Client) -> None:
    assert controleer_budget(tablet, pad(opp)) <= 15
