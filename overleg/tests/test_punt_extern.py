"""For the school: which item outsiders see, in which words, and on which ground with the name."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.workflow import StapNietToegestaan
from overleg.access_extern import get_mijn_overleg
from overleg.models import Agendapunt, Naamgrond, Overleg
from overleg.naamloos import NIET_GETOOND
from overleg.services.extern import ZONDER_TEKST, extern_zetten, grond_intrekken, grond_vastleggen
from overleg.tests.externhulp import TEKST, Zat, akkoord, maak_zat
from overleg.tests.overleghulp import maak_overleg, maak_punt
from zorgapp.accounts.models import Inzage
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget

pytestmark = pytest.mark.django_db
WAAROM = "De leerplichtambtenaar neemt de melding met ons door."


@pytest.fixture
def zat(nu_decor: Decor) -> Zat:
    jong = timezone.localdate() - timedelta(days=366 * 13)
    Leerling.objects.filter(pk=nu_decor.leerling.pk).update(geboortedatum=jong)
    nu_decor.leerling.refresh_from_db()
    return maak_zat(nu_decor)


def pad(zat: Zat, naam: str = "punt_extern", *rest: int) -> str:
    return reverse(f"overleg:{naam}", args=[zat.punt.pk, *rest])


def zet(decor: Decor, zat: Zat, **anders: Any) -> Agendapunt:
    velden = {"versie": zat.punt.versie, "voor_externen": True, "tekst": TEKST} | anders
    return extern_zetten(door=decor.coordinator, pk=zat.punt.pk, **velden)


def leg_vast(decor: Decor, zat: Zat, **anders: Any) -> Naamgrond:
    velden = {"partner_id": zat.partner.pk, "grond": "vitaal", "uitleg": WAAROM, "op": timezone.now()}
    return grond_vastleggen(door=decor.coordinator, punt_id=zat.punt.pk, **(velden | anders))


def kop(zat: Zat) -> str:
    return get_mijn_overleg(zat.extern, zat.overleg.pk).punten[0].kop


def test_de_pagina_zegt_wie_wat_hoort_en_waarom(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    tekst = client.get(pad(zat)).content.decode()
    assert "Zonder naam" in tekst and "Geen toestemming (niet gevraagd)" in tekst
    assert "Zo ziet Marieke het" in tekst and TEKST in tekst
    assert reverse("leerlingen:toestemming_vragen", args=[nu_decor.leerling.pk]) in tekst
    akkoord(nu_decor, zat)
    tekst = client.get(pad(zat)).content.decode()
    assert "Met naam" in tekst and "Ouders akkoord t/m" in tekst
    assert controleer_budget(client, pad(zat)) <= 15


def test_een_tekst_met_de_naam_krijgt_een_waarschuwing(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    velden = {"versie": zat.punt.versie, "voor_externen": "on", "tekst_extern": "Kees en zijn moeder, K.B."}
    assert client.post(pad(zat), velden).status_code == 302
    tekst = client.get(pad(zat)).content.decode()
    assert "herkent een extern de leerling (Kees, K.B.)" in tekst
    # and Marieke, without a ground, does not get to read it
    assert get_mijn_overleg(zat.extern, zat.overleg.pk).punten[0].tekst == NIET_GETOOND


def test_zonder_tekst_zien_externen_het_niet(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    velden = {"versie": zat.punt.versie, "voor_externen": "on", "tekst_extern": "  "}
    antwoord = inloggen(nu_decor.coordinator.user).post(pad(zat), velden)
    assert antwoord.status_code == 422 and ZONDER_TEKST in antwoord.content.decode()
    with pytest.raises(IntegrityError, match="agendapunt_extern"), transaction.atomic():
        Agendapunt.objects.filter(pk=zat.punt.pk).update(tekst_extern="")
    uit = zet(nu_decor, zat, voor_externen=False, tekst="")
    assert not uit.voor_externen and get_mijn_overleg(zat.extern, zat.overleg.pk).punten == ()


def test_wie_later_bewaart_ziet_beide_teksten(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    zet(nu_decor, zat, tekst="Eerst bewaard.")
    velden = {"versie": zat.punt.versie, "voor_externen": "on", "tekst_extern": "Later getypt."}
    antwoord = inloggen(nu_decor.coordinator.user).post(pad(zat), velden)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Eerst bewaard." in tekst and "Later getypt." in tekst
    with pytest.raises(Verouderd):
        zet(nu_decor, zat)


@pytest.mark.regel(37)
def test_een_grond_geeft_de_naam_tot_hij_is_ingetrokken(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    velden = {"partner": zat.partner.pk, "grond": "leerplicht", "uitleg": WAAROM}
    assert client.post(pad(zat, "punt_grond"), velden).status_code == 302
    tekst = client.get(pad(zat)).content.decode()
    assert kop(zat) == "Kees Jan Bakker" and WAAROM in tekst and "Leerplichtwet" in tekst
    grond = Naamgrond.objects.get()
    assert client.post(pad(zat, "punt_grond_weg", grond.pk)).status_code == 302
    assert kop(zat) == "Leerling"
    grond.refresh_from_db()
    assert grond.ingetrokken_op is not None
    assert Inzage.objects.filter(handeling="gewijzigd", onderwerp_id=zat.punt.pk).count() == 2
    opnieuw = grond_intrekken(door=nu_decor.coordinator, punt_id=zat.punt.pk, pk=grond.pk, op=timezone.now())
    assert opnieuw.ingetrokken_op == grond.ingetrokken_op
    leg_vast(nu_decor, zat)
    assert kop(zat) == "Kees Jan Bakker"


@pytest.mark.regel(37)
def test_een_partner_van_de_wet_hoort_de_naam_alleen_op_een_grond(nu_decor: Decor) -> None:
    zat = maak_zat(nu_decor, delen="wettelijk")
    assert kop(zat) == "Leerling"
    leg_vast(nu_decor, zat, grond="leerplicht")
    assert kop(zat) == "Kees Jan Bakker"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"uitleg": "  "}, "in een zin"),
        ({"partner_id": 2**60}, "niemand meer mee"),
        ({"grond": "omdat"}, "geen geldige keuze|not a valid"),
    ],
)
def test_een_grond_die_niet_kan(nu_decor: Decor, zat: Zat, anders: dict[str, Any], zin: str) -> None:
    with pytest.raises(ValidationError, match=zin):
        leg_vast(nu_decor, zat, **anders)
    assert not Naamgrond.objects.exists()


def test_een_tweede_grond_en_een_anonieme_partner(nu_decor: Decor, zat: Zat) -> None:
    leg_vast(nu_decor, zat)
    with pytest.raises(ValidationError, match="al een grond"):
        leg_vast(nu_decor, zat)
    with pytest.raises(ValidationError, match="zonder naam"):
        anoniem = maak_zat(nu_decor, delen="anoniem")
        leg_vast(nu_decor, anoniem)
    assert kop(anoniem) == "Leerling"


def test_slechte_invoer_is_een_nette_fout(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    for velden in (
        {},
        {"partner": "x", "grond": "swv", "uitleg": WAAROM},
        {"partner": str(2**80), "grond": "swv", "uitleg": WAAROM},
        {"partner": zat.partner.pk, "grond": "swv", "uitleg": "een\x00twee"},
        {"partner": zat.partner.pk, "grond": "omdat", "uitleg": WAAROM},
    ):
        assert client.post(pad(zat, "punt_grond"), velden).status_code == 422
    for velden in (
        {},
        {"versie": str(2**40), "tekst_extern": "Wat kan er?"},
        {"versie": 1, "tekst_extern": "x" * 301},
    ):
        assert client.post(pad(zat), velden).status_code == 422
    assert client.post(pad(zat, "punt_grond_weg", 2**62)).status_code == 404
    assert not Naamgrond.objects.exists()


def test_wie_de_agenda_niet_maakt_komt_er_niet(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    assert inloggen(nu_decor.begeleider.user).get(pad(zat)).status_code == 403
    for wie, fout in ((nu_decor.begeleider, PermissionDenied), (zat.extern, Http404)):
        with pytest.raises(fout):
            extern_zetten(door=wie, pk=zat.punt.pk, versie=1, voor_externen=True, tekst="Toch.")
        with pytest.raises(fout):
            grond_vastleggen(
                door=wie,
                punt_id=zat.punt.pk,
                partner_id=zat.partner.pk,
                grond="swv",
                uitleg=WAAROM,
                op=timezone.now(),
            )


def test_na_het_sluiten_alleen_nog_minder(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    grond, nu = leg_vast(nu_decor, zat), timezone.now()
    Overleg.objects.filter(pk=zat.overleg.pk).update(
        status="afgesloten", begonnen_op=nu, afgesloten_op=nu, afgesloten_door=nu_decor.coordinator.user
    )
    with pytest.raises(StapNietToegestaan):
        zet(nu_decor, zat, tekst="Andere woorden.")
    with pytest.raises(StapNietToegestaan):
        leg_vast(nu_decor, zat)
    grond_intrekken(door=nu_decor.coordinator, punt_id=zat.punt.pk, pk=grond.pk, op=nu)
    assert kop(zat) == "Leerling"
    tekst = inloggen(nu_decor.coordinator.user).get(pad(zat)).content.decode()
    assert "Toon dit punt niet meer" in tekst and "Leg een andere grond vast" not in tekst
    zet(nu_decor, zat, voor_externen=False)
    assert get_mijn_overleg(zat.extern, zat.overleg.pk).punten == ()


def test_een_overleg_van_de_school_heeft_geen_externen(nu_decor: Decor, inloggen: Any) -> None:
    overleg = maak_overleg(nu_decor.coordinator, op=timezone.now(), begin=timezone.now() + timedelta(days=1))
    punt = maak_punt(nu_decor.coordinator, overleg, nu_decor.leerling)
    adres = reverse("overleg:punt_extern", args=[punt.pk])
    assert "geen mensen van buiten" in inloggen(nu_decor.coordinator.user).get(adres).content.decode()
    with pytest.raises(ValidationError, match="geen mensen van buiten"):
        extern_zetten(door=nu_decor.coordinator, pk=punt.pk, versie=1, voor_externen=True, tekst=TEKST)


def test_het_overleg_leidt_erheen(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    for naam in ("overleg", "agenda"):
        assert pad(zat) in client.get(reverse(f"overleg:{naam}", args=[zat.overleg.pk])).content.decode()
    adres = reverse("overleg:overleg", args=[zat.overleg.pk])
    assert pad(zat) not in inloggen(nu_decor.begeleider.user).get(adres).content.decode()
