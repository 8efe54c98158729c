"""How one's own time divides over four roles: shares, taps, and that nobody sees somebody else's."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.access_urentijd import eigen_correcties, eigen_verdeling, gedeelde_verdelingen
from beleid.documents import uren as document
from beleid.inzet import Taakrol
from beleid.models import Tijdcorrectie, Tijddeling
from beleid.services.uren import uren_vragen
from beleid.services.urentijd import tijd_delen, week_corrigeren
from beleid.urentijd import maandag, verdeling, weken
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

WEEK = date(2026, 11, 23)
JAAR = Schooljaar(2026)
ALLES_KLOPT = dict.fromkeys(Taakrol, 0)


def test_delen_en_tikken() -> None:
    gedaan = {(Taakrol.MANAGEN, WEEK): 4, (Taakrol.INNOVEREN, WEEK): 1}  # an hour each
    assert verdeling(gedaan, {}) == ALLES_KLOPT | {Taakrol.MANAGEN: 50, Taakrol.INNOVEREN: 50}
    tik = {(Taakrol.MANAGEN, WEEK): 2, (Taakrol.INNOVEREN, WEEK): -2}
    assert verdeling(gedaan, tik) == ALLES_KLOPT | {Taakrol.MANAGEN: 100}
    assert verdeling({}, {(Taakrol.COACHEN, WEEK): -1}) == {}


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.tuples(st.sampled_from(Taakrol), st.just(WEEK)), st.integers(0, 200)),
    st.dictionaries(st.tuples(st.sampled_from(Taakrol), st.just(WEEK)), st.integers(-2, 2)),
    st.sampled_from((1, 5)),
)
def test_samen_honderd_of_niets(gedaan: dict, tikken: dict, stap: int) -> None:
    delen = verdeling(gedaan, tikken, stap)
    assert not delen or (sum(delen.values()) == 100 and min(delen.values()) >= 0)
    assert all(deel % stap == 0 for deel in delen.values())


def test_alleen_wat_je_zelf_deed_en_alleen_voor_jou(decor: Decor) -> None:
    beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    assert eigen_verdeling(decor.coordinator, JAAR) == ALLES_KLOPT | {Taakrol.MANAGEN: 100}
    ander = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, decor.coordinator.dag, "Ilse")
    week_corrigeren(door=decor.coordinator, week=WEEK, verschuivingen=ALLES_KLOPT | {Taakrol.BEHEREN: 2})
    assert eigen_verdeling(ander, JAAR) == {} and eigen_correcties(ander, WEEK) == {}
    for rol in (Rol.SCHOOLLEIDING, Rol.DOCENT):
        with pytest.raises(PermissionDenied):
            eigen_verdeling(maak_werkplek(decor.school, rol, decor.coordinator.dag, "Kees"), JAAR)


def test_een_week_nog_eens_bewaren_vervangt_hem(decor: Decor) -> None:
    door = decor.coordinator
    for tik in (2, -1):
        week_corrigeren(door=door, week=WEEK, verschuivingen=ALLES_KLOPT | {Taakrol.COACHEN: tik})
    assert eigen_correcties(door, WEEK)[Taakrol.COACHEN] == -1
    assert Tijdcorrectie.objects.count() == 4
    with pytest.raises(ValidationError):
        week_corrigeren(door=door, week=WEEK, verschuivingen={Taakrol.COACHEN: 3})


def test_twee_weken_terug_en_niet_verder(decor: Decor) -> None:
    door, tik = decor.coordinator, ALLES_KLOPT | {Taakrol.COACHEN: 1}
    assert weken(date(2026, 11, 29)) == [WEEK, date(2026, 11, 16), date(2026, 11, 9)]
    deze = maandag(door.dag)
    for terug in (0, 1, 2):
        week_corrigeren(door=door, week=deze - timedelta(weeks=terug), verschuivingen=tik)
    for week in (deze - timedelta(weeks=3), deze + timedelta(weeks=1), deze + timedelta(days=1)):
        with pytest.raises(ValidationError):
            week_corrigeren(door=door, week=week, verschuivingen=tik)
    assert Tijdcorrectie.objects.count() == 12


def test_delen_doet_men_zelf_en_wie_stopt_deelt_niets(decor: Decor) -> None:
    door, dag = decor.coordinator, decor.coordinator.dag
    leiding = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, dag, "Marijke")
    ander = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, dag, "Ilse")
    beslis(door, dien_in(decor.mentor, decor.leerling))
    week_corrigeren(door=door, week=WEEK, verschuivingen=ALLES_KLOPT | {Taakrol.COACHEN: 2})
    assert gedeelde_verdelingen(leiding, JAAR) == []
    for _ in range(2):
        tijd_delen(door=door, jaar=JAAR, delen=True)
    assert Tijddeling.objects.count() == 1
    [gedeeld] = gedeelde_verdelingen(leiding, JAAR)
    assert gedeeld.naam == door.user.naam
    assert dict(gedeeld.delen) == {"managen": 10, "coachen": 90, "innoveren": 0, "beheren": 0}
    assert eigen_verdeling(door, JAAR)[Taakrol.MANAGEN] == 11
    assert gedeelde_verdelingen(ander, JAAR) == [] and gedeelde_verdelingen(leiding, Schooljaar(2025)) == []
    assert len(gedeelde_verdelingen(door, JAAR)) == 1
    for rol in (Rol.DOCENT, Rol.BEHEERDER):
        with pytest.raises(PermissionDenied):
            gedeelde_verdelingen(maak_werkplek(decor.school, rol, dag, "Kees"), JAAR)
    with pytest.raises(PermissionDenied):
        tijd_delen(door=leiding, jaar=JAAR, delen=True)
    tijd_delen(door=door, jaar=JAAR, delen=False)
    assert gedeelde_verdelingen(leiding, JAAR) == []


def test_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    pad = reverse("beleid:uren_tijd")
    client = inloggen(nu_decor.coordinator.user)
    controleer_budget(client, pad)
    goed = {rol.value: 0 for rol in Taakrol} | {"coachen": 2}
    assert client.post(pad, goed | {"coachen": "9"}).status_code == 422
    deze = maandag(nu_decor.coordinator.dag)
    for week in ("x", "9999-12-31", "\x00", str(deze - timedelta(weeks=3)), str(deze + timedelta(days=1))):
        assert client.post(f"{pad}?week={week}", goed).status_code == 404
    assert not Tijdcorrectie.objects.exists()
    assert client.post(pad, goed).status_code == 302
    vorige = deze - timedelta(weeks=1)
    assert client.post(f"{pad}?week={vorige}", goed).status_code == 302
    assert "100%" in client.get(pad).content.decode()
    assert set(Tijdcorrectie.objects.values_list("week", flat=True)) == {deze, vorige}


def test_delen_op_de_pagina_van_uren_en_op_papier(nu_decor: Decor, inloggen: Any) -> None:
    door = nu_decor.coordinator
    leiding = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, door.dag, "Marijke")
    jaar = Schooljaar.van(door.dag)
    uren_vragen(door=door, jaar=jaar, rol="Zorgcoördinator", user=door.user, gevraagd=60, opmerking="")
    week_corrigeren(door=door, week=maandag(door.dag), verschuivingen=ALLES_KLOPT | {Taakrol.COACHEN: 1})
    kop, pad = "Waar de tijd heen gaat", reverse("beleid:uren_tijd_delen")

    def beelden() -> list[bool]:
        blad = document.maak(leiding, jaar.beginjaar)
        papier = render_to_string(document.SOORT.template, {"doc": blad})
        return [kop in inloggen(leiding.user).get("/beleid/uren/").content.decode(), kop in papier]

    assert beelden() == [False, False]
    assert inloggen(leiding.user).post(pad, {"delen": "ja"}).status_code == 403
    assert beelden() == [False, False]
    inloggen(door.user).post(pad, {"delen": "ja"})
    assert beelden() == [True, True]
    controleer_budget(inloggen(leiding.user), "/beleid/uren/")
    inloggen(door.user).post(pad, {"delen": "\x00"})
    assert beelden() == [False, False]
