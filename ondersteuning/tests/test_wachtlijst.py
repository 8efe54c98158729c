"""A place or the waiting list: first come, first served, an owner and a date for whoever waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.access import get_leerling
from leerlingen.models import Toegangsverlening
from ondersteuning.access_aanbod import passend_aanbod, vrije_plekken
from ondersteuning.access_wachtlijst import get_wachtplek, wachtplekken_van
from ondersteuning.klokken_aanbod import KIJK_NA, SOORTEN_AANBOD, WACHT_DATUM
from ondersteuning.models import Aanbod, Traject, Wachtplek
from ondersteuning.services.wachtlijst import op_wachtlijst, wachtplek_plannen, wachtplek_vervallen
from ondersteuning.tests.aanbodhulp import VOLGEND, VORIG, maak_aanbod, maak_traject, rond_af, vraag_plek, vul
from zorgapp.accounts.models import Aanstelling, Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_les, maak_werkplek


@pytest.fixture
def vol(decor: Decor) -> Aanbod:
    """An offering of two places, both taken."""
    aanbod = maak_aanbod(decor.school, capaciteit=2)
    vul(aanbod, 2, decor.begeleider.user)
    return aanbod


def wacht(decor: Decor, aanbod: Aanbod, **velden: Any) -> Wachtplek:
    plek = vraag_plek(decor.coordinator, aanbod, velden.pop("leerling", decor.leerling), **velden).wachtplek
    assert plek is not None
    return plek


def test_plek_zolang_er_plek_is(decor: Decor) -> None:
    aanbod = maak_aanbod(decor.school, capaciteit=2)
    uit = [vraag_plek(decor.coordinator, aanbod, maak_leerling(decor.school)) for _ in range(3)]
    assert [u.plek for u in uit] == [True, True, False]
    assert Traject.objects.filter(aanbod=aanbod).count() == 2


def test_geen_vast_aantal_is_nooit_vol(decor: Decor) -> None:
    aanbod = maak_aanbod(decor.school, capaciteit=None)
    assert all(vraag_plek(decor.coordinator, aanbod, maak_leerling(decor.school)).plek for _ in range(3))


def test_vol_geeft_een_wachtplek_met_eigenaar_en_datum(decor: Decor, vol: Aanbod) -> None:
    plek = wacht(decor, vol)
    assert (plek.eigenaar, plek.aangemeld_op) == (decor.coordinator.user, DAG)
    assert plek.volgende_datum == DAG + KIJK_NA
    herinnering = Herinnering.objects.get(soort=WACHT_DATUM)
    assert (herinnering.ontvanger_id, herinnering.object_id) == (decor.coordinator.user.pk, plek.pk)


def test_nog_eens_vragen_geeft_dezelfde_plek(decor: Decor, vol: Aanbod) -> None:
    assert wacht(decor, vol).pk == wacht(decor, vol).pk
    assert Wachtplek.objects.count() == 1


def test_wie_wacht_gaat_voor(decor: Decor, vol: Aanbod) -> None:
    """A place that comes free is for who waits; a newcomer waits behind him."""
    eerste = wacht(decor, vol)
    rond_af(vol)
    later = vraag_plek(decor.coordinator, vol, maak_leerling(decor.school))
    assert (later.plek, later.voor_je) == (False, 1)
    assert vraag_plek(decor.coordinator, vol, decor.leerling).plek
    eerste.refresh_from_db()
    assert (eerste.status, eerste.afgesloten_op) == ("geplaatst", NU)
    assert Herinnering.objects.get(object_id=eerste.pk).status == Status.VERVALLEN


def test_voorrang_heeft_een_reden_en_gaat_voor(decor: Decor, vol: Aanbod) -> None:
    wacht(decor, vol)
    haast = wacht(decor, vol, leerling=maak_leerling(decor.school))
    wachtplek_plannen(
        door=decor.coordinator,
        pk=haast.pk,
        versie=1,
        eigenaar=decor.coordinator.user,
        volgende_datum=DAG,
        voorrang_reden="Gaat over een maand van school.",
        overbrugging="",
    )
    rond_af(vol)
    assert not vraag_plek(decor.coordinator, vol, decor.leerling).plek
    assert vraag_plek(decor.coordinator, vol, haast.leerling).plek


def test_een_plek_is_een_plek_in_elk_jaar(decor: Decor) -> None:
    """Who began last year still takes a place of the same offering this year."""
    vorig = maak_aanbod(decor.school, capaciteit=1, schooljaar=VORIG)
    nu = maak_aanbod(decor.school, capaciteit=1, stam=vorig.stam)
    maak_traject(decor.school, maak_leerling(decor.school), decor.begeleider.user, vorig)
    assert not vraag_plek(decor.coordinator, nu, decor.leerling).plek


@pytest.mark.parametrize("anders", [{"gestopt_op": DAG}, {"schooljaar": VORIG}, {"schooljaar": VOLGEND}])
def test_wat_niet_loopt_geeft_geen_plek(decor: Decor, anders: dict[str, Any]) -> None:
    aanbod = maak_aanbod(decor.school, **anders)
    with pytest.raises(ValidationError, match="loopt niet meer"):
        vraag_plek(decor.coordinator, aanbod, decor.leerling)
    assert not Wachtplek.objects.exists()


def test_stopt_morgen_kan_vandaag_nog(decor: Decor) -> None:
    aanbod = maak_aanbod(decor.school, gestopt_op=DAG + timedelta(days=1))
    assert vraag_plek(decor.coordinator, aanbod, decor.leerling).plek


def test_aanbod_van_een_andere_school_bestaat_niet(decor: Decor) -> None:
    with pytest.raises(Http404):
        vraag_plek(decor.coordinator, Aanbod(pk=999_999), decor.leerling)


def test_niet_twee_keer_op_dezelfde_lijst(decor: Decor, vol: Aanbod) -> None:
    wacht(decor, vol)
    with pytest.raises(ValidationError, match="wacht al"):
        op_wachtlijst(
            door=decor.coordinator,
            aanbod_id=vol.pk,
            leerling=decor.leerling,
            hulpvraag="x",
            eigenaar=decor.coordinator.user,
            volgende_datum=DAG,
            op=NU,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Wachtplek.objects.create(
            school=decor.school,
            aanbod=vol,
            leerling=decor.leerling,
            hulpvraag="x",
            eigenaar=decor.coordinator.user,
            aangemeld_op=DAG,
            volgende_datum=DAG,
            door=decor.coordinator.user,
        )


@pytest.mark.regel(40)
def test_een_andere_eigenaar_ziet_de_leerling_zolang_hij_wacht(decor: Decor, vol: Aanbod) -> None:
    plek = wacht(decor, vol, eigenaar=decor.begeleider.user)
    assert get_leerling(decor.begeleider, decor.leerling.pk)
    wachtplek_vervallen(door=decor.coordinator, pk=plek.pk, versie=1, reden="Het gaat beter.", op=NU)
    with pytest.raises(Http404):
        get_leerling(decor.begeleider, decor.leerling.pk)


@pytest.mark.regel(40)
def test_wie_de_wachtplek_ziet(decor: Decor, vol: Aanbod) -> None:
    """Coordinator and mentor see it, and may not all change it; a docent of the pupil does not know it exists."""
    plek = wacht(decor, vol)
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    assert get_wachtplek(decor.mentor, plek.pk).pk == plek.pk
    assert Inzage.objects.filter(onderwerp="wachtplek", user_id=decor.mentor.user.pk).count() == 1
    for ander in (docent, decor.begeleider, maak_werkplek(decor.school, Rol.SCHOOLLEIDING)):
        with pytest.raises(Http404):
            get_wachtplek(ander, plek.pk)
    with pytest.raises(PermissionDenied):
        wachtplek_vervallen(door=decor.mentor, pk=plek.pk, versie=1, reden="Nee.", op=NU)


@pytest.mark.regel(40)
def test_op_het_dossier_voor_wie_de_begeleiding_ziet(decor: Decor, vol: Aanbod) -> None:
    wacht(decor, vol)
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    ziet = [
        len(wachtplekken_van(wie, *get_leerling(wie, decor.leerling.pk)))
        for wie in (decor.coordinator, decor.mentor, docent)
    ]
    assert ziet == [1, 1, 0]


def test_oude_versie_schrijft_niets(decor: Decor, vol: Aanbod) -> None:
    plek = wacht(decor, vol)
    Wachtplek.objects.filter(pk=plek.pk).update(versie=2)
    with pytest.raises(Verouderd):
        wachtplek_vervallen(door=decor.coordinator, pk=plek.pk, versie=1, reden="Nee.", op=NU)
    plek.refresh_from_db()
    assert plek.status == "wacht"


def test_vervallen_vraagt_een_reden(decor: Decor, vol: Aanbod) -> None:
    plek = wacht(decor, vol)
    with pytest.raises(ValidationError, match="waarom"):
        wachtplek_vervallen(door=decor.coordinator, pk=plek.pk, versie=1, reden="", op=NU)


def test_een_vrije_plek_staat_bij_de_coordinator(decor: Decor, vol: Aanbod) -> None:
    wacht(decor, vol)
    assert vrije_plekken(decor.coordinator) == []
    rond_af(vol)
    [vrij] = vrije_plekken(decor.coordinator)
    assert (vrij.naam, vrij.vrij, vrij.wachten) == (vol.naam, 1, 1)
    assert vrije_plekken(decor.mentor) == []


def test_passend_aanbod_met_plek_eerst(decor: Decor, vol: Aanbod) -> None:
    leeg = maak_aanbod(decor.school, "Zwemles", capaciteit=3)
    maak_aanbod(decor.school, "Andere lijn", lijn=3)
    maak_aanbod(decor.school, "Ander domein", domeinen=["leer"])
    maak_aanbod(decor.school, "Gestopt", gestopt_op=DAG)
    gevonden = passend_aanbod(decor.coordinator, 2, "pers")
    assert [(a.pk, a.vrij) for a in gevonden] == [(leeg.pk, 3), (vol.pk, 0)]  # type: ignore[attr-defined]


def test_herinnering_alleen_zolang_hij_wacht_en_van_hem_is(decor: Decor, vol: Aanbod) -> None:
    plek = wacht(decor, vol)
    [soort] = SOORTEN_AANBOD
    rij = Herinnering.objects.get(soort=WACHT_DATUM)
    assert soort.nog_geldig(rij, NU)
    Aanstelling.objects.filter(user=decor.coordinator.user).update(tot=DAG - timedelta(days=1))
    assert not soort.nog_geldig(rij, NU)
    Aanstelling.objects.filter(user=decor.coordinator.user).update(tot=None)
    wachtplek_vervallen(door=decor.coordinator, pk=plek.pk, versie=1, reden="Beter.", op=NU)
    assert not soort.nog_geldig(rij, NU)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(stappen=st.lists(st.sampled_from(["komt", "weg"]), max_size=14), plekken=st.integers(1, 3))
def test_nooit_te_vol_en_altijd_op_volgorde(decor: Decor, stappen: list[str], plekken: int) -> None:
    """Whatever comes and goes: never more than the places, and nobody is passed by who came later."""
    aanbod = maak_aanbod(decor.school, f"Aanbod {Aanbod.objects.count()}", capaciteit=plekken)
    rij: list[Any] = []
    for stap in stappen:
        if stap == "komt":
            rij.append(maak_leerling(decor.school))
            vraag_plek(decor.coordinator, aanbod, rij[-1])
        elif Traject.objects.filter(aanbod=aanbod, status="loopt").exists():
            rij.remove(rond_af(aanbod).leerling)
            begonnen = set(Traject.objects.filter(aanbod=aanbod).values_list("leerling_id", flat=True))
            for leerling in reversed(rij):  # the last ones ask first, and still have to wait
                if leerling.pk not in begonnen:
                    vraag_plek(decor.coordinator, aanbod, leerling)
        lopend = Traject.objects.filter(aanbod=aanbod, status="loopt")
        bezet = sorted(lopend.values_list("leerling_id", flat=True))
        assert bezet == sorted(leerling.pk for leerling in rij[:plekken])


def test_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    """The coordinator puts a pupil on the list, moves the date, and takes him off."""
    dag = nu_decor.coordinator.dag
    aanbod = maak_aanbod(nu_decor.school, dag=dag, capaciteit=1)
    client = inloggen(nu_decor.coordinator.user)
    nieuw = reverse("ondersteuning:wachtplek_nieuw", args=[aanbod.pk])
    velden = {
        "leerling": nu_decor.leerling.pk,
        "hulpvraag": "Durft niet.",
        "eigenaar": nu_decor.coordinator.user.pk,
        "volgende_datum": str(dag + timedelta(days=7)),
    }
    assert client.post(nieuw, velden | {"volgende_datum": str(dag - timedelta(days=1))}).status_code == 422
    assert client.post(nieuw, velden | {"leerling": 2**63}).status_code == 422
    assert client.post(nieuw, velden | {"hulpvraag": "a\x00b"}).status_code == 422
    assert not Wachtplek.objects.exists()
    assert client.post(nieuw, velden).status_code == 302
    plek = Wachtplek.objects.get()
    weg = reverse("ondersteuning:wachtplek_vervalt", args=[plek.pk])
    assert client.post(weg, {"gelezen": 1, "reden": ""}).status_code == 422
    assert client.post(weg, {"gelezen": 9, "reden": "Beter."}).status_code == 409
    assert client.post(weg, {"gelezen": 1, "reden": "Beter."}).status_code == 302
    plek.refresh_from_db()
    assert (plek.status, plek.reden) == ("vervallen", "Beter.")
    assert Toegangsverlening.objects.count() == 0
