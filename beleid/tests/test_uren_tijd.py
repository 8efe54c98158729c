"""How one's own time divides over four roles: shares, taps, and that nobody sees somebody else's."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.access_urentijd import eigen_correcties, eigen_verdeling, maandag
from beleid.inzet import Taakrol
from beleid.models import Tijdcorrectie
from beleid.services.urentijd import week_corrigeren
from beleid.urentijd import verdeling
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
)
def test_samen_honderd_of_niets(gedaan: dict, tikken: dict) -> None:
    delen = verdeling(gedaan, tikken)
    assert not delen or (sum(delen.values()) == 100 and min(delen.values()) >= 0)


def test_alleen_wat_je_zelf_deed_en_alleen_voor_jou(decor: Decor) -> None:
    beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    assert eigen_verdeling(decor.coordinator, JAAR) == ALLES_KLOPT | {Taakrol.MANAGEN: 100}
    ander = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, decor.coordinator.dag, "Ilse")
    week_corrigeren(door=decor.coordinator, verschuivingen=ALLES_KLOPT | {Taakrol.BEHEREN: 2})
    assert eigen_verdeling(ander, JAAR) == {} and eigen_correcties(ander, WEEK) == {}
    for rol in (Rol.SCHOOLLEIDING, Rol.DOCENT):
        with pytest.raises(PermissionDenied):
            eigen_verdeling(maak_werkplek(decor.school, rol, decor.coordinator.dag, "Kees"), JAAR)


def test_een_week_nog_eens_bewaren_vervangt_hem(decor: Decor) -> None:
    door = decor.coordinator
    for tik in (2, -1):
        week_corrigeren(door=door, verschuivingen=ALLES_KLOPT | {Taakrol.COACHEN: tik})
    assert eigen_correcties(door, WEEK)[Taakrol.COACHEN] == -1
    assert Tijdcorrectie.objects.count() == 4
    with pytest.raises(ValidationError):
        week_corrigeren(door=door, verschuivingen={Taakrol.COACHEN: 3})


def test_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    pad = reverse("beleid:uren_tijd")
    client = inloggen(nu_decor.coordinator.user)
    controleer_budget(client, pad)
    goed = {rol.value: 0 for rol in Taakrol} | {"coachen": 2}
    assert client.post(pad, goed | {"coachen": "9"}).status_code == 422
    assert not Tijdcorrectie.objects.exists()
    assert client.post(pad, goed).status_code == 302
    assert "100%" in client.get(pad).content.decode()
    assert set(Tijdcorrectie.objects.values_list("week", flat=True)) == {maandag(nu_decor.coordinator.dag)}
