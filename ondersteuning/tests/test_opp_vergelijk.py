"""Versions side by side: what went and what came, word by word, goals by their stem; who may read it; bad numbers."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from ondersteuning.models import Opp, OppDoel
from ondersteuning.opp.verschil import WOORDEN_MEEST, koppel, vergelijk
from ondersteuning.services.opp_doelen import oppdoel_weghalen, oppdoel_wijzigen
from ondersteuning.tests.opphulp import begin_opp, concept_van, leg_voor, schrijf, zet_afwijking, zet_doel
from ondersteuning.tests.oppschrijf import bewaar, doel_erbij, doelgegevens, plek
from zorgapp.testing.decor import Decor

TEKST = st.text(alphabet="ab \n", max_size=40)


def test_woorden_die_weg_zijn_en_erbij_kwamen() -> None:
    verschil = vergelijk("Wat helpt", "Een vaste plek vooraan.", "Een rustige plek vooraan, altijd.")
    assert verschil is not None
    assert [(s.soort, s.tekst.strip()) for s in verschil.oud] == [
        ("zelfde", "Een"),
        ("weg", "vaste"),
        ("zelfde", "plek"),
        ("weg", "vooraan."),
    ]
    assert [s.tekst.strip() for s in verschil.nieuw if s.soort == "erbij"] == ["rustige", "vooraan, altijd."]


@given(TEKST, TEKST)
@settings(max_examples=25)
def test_beide_kanten_zijn_heel(oud: str, nieuw: str) -> None:
    """Every word of both texts stands on its own side, in its order; equal texts give nothing."""
    verschil = vergelijk("x", oud, nieuw)
    if verschil is None:
        assert oud.strip().split() == nieuw.strip().split()
        return
    assert "".join(s.tekst for s in verschil.oud).split() == oud.split()
    assert "".join(s.tekst for s in verschil.nieuw).split() == nieuw.split()
    assert {s.soort for s in verschil.oud} <= {"zelfde", "weg"}


def test_zeer_lange_teksten_worden_per_regel_vergeleken() -> None:
    regel = "woord " * 100
    oud, nieuw = ("\n".join([*[f"{n} {regel}" for n in range(12)], einde]) for einde in ("a b", "a c"))
    assert len(oud.split()) * len(nieuw.split()) > WOORDEN_MEEST
    verschil = vergelijk("x", oud, nieuw)
    assert verschil is not None
    assert [s.tekst for s in verschil.oud if s.soort == "weg"] == ["a b"]


def test_rijen_horen_bij_elkaar_op_hun_sleutel() -> None:
    assert koppel({"a": 1, "b": 2}, {"b": 3, "c": 4}) == [(2, 3), (None, 4), (1, None)]


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    """Version 2 changed a text and a goal, dropped one and got one; version 1 is what parents were asked."""
    nu, z = timezone.now(), nu_decor.coordinator
    opp = begin_opp(z, nu_decor.leerling, nu)
    schrijf(z, opp, nu, begeleiding="Elke week <b>een</b> uur.")
    for tekst in ("Blijft.", "Verandert.", "Gaat weg."):
        zet_doel(concept_van(opp), z.dag, doel=tekst)
    zet_afwijking(concept_van(opp))
    leg_voor(concept_van(opp), z)
    bewaar(nu_decor, opp, concept_van(opp), {"begeleiding": "Elke dag <b>een</b> uur."}, gewaarschuwd=True)
    doelen = {d.doel: d for d in OppDoel.objects.filter(oppversie=concept_van(opp))}
    wat: dict[str, Any] = {"door": z, "plek": plek(opp), "versie": 1, "op": nu}
    oppdoel_weghalen(stam=doelen["Gaat weg."].stam, **wat)
    anders = doelgegevens(doel="Veranderde.")
    oppdoel_wijzigen(stam=doelen["Verandert."].stam, gegevens=anders, **wat)
    doel_erbij(nu_decor, opp, doel="Nieuw doel.")
    return opp


def adres(opp: Opp, vraag: str = "") -> str:
    return reverse("ondersteuning:opp_vergelijk", args=[opp.pk]) + vraag


def test_de_pagina_merkt_verschillen_ook_voor_wie_ze_niet_ziet(
    nu_decor: Decor, opp: Opp, inloggen: Any
) -> None:
    client = inloggen(nu_decor.coordinator.user)
    tekst = client.get(adres(opp)).content.decode()
    assert "tussen versie 1 en versie 2" in tekst
    assert '<del><span class="visually-hidden">[weg: </span>week ' in tekst
    assert '<ins><span class="visually-hidden">[erbij: </span>dag ' in tekst
    assert "&lt;b&gt;een" in tekst and "<b>een" not in tekst
    koppen = ("Doel: Veranderde.", "Doel: Gaat weg.", "Doel: Nieuw doel.")
    assert all(kop in tekst for kop in koppen) and "Doel: Blijft." not in tekst
    assert "Afwijking:" not in tekst
    assert "tussen versie 1 en versie 2" in client.get(adres(opp, "?van=2&naar=1")).content.decode()


def test_een_versie_is_gelijk_aan_zichzelf(nu_decor: Decor, inloggen: Any) -> None:
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    tekst = inloggen(nu_decor.coordinator.user).get(adres(opp)).content.decode()
    assert "Er is nog maar één versie." in tekst and "<ins>" not in tekst


@pytest.mark.parametrize("vraag", ["?van=9", "?naar=x", "?van=-1", "?naar=" + "9" * 30, "?van=%00"])
def test_een_versie_die_er_niet_is(nu_decor: Decor, opp: Opp, inloggen: Any, vraag: str) -> None:
    assert inloggen(nu_decor.coordinator.user).get(adres(opp, vraag)).status_code == 404


@pytest.mark.regel(40)
def test_wie_het_heel_leest_ziet_ook_de_versies(nu_decor: Decor, opp: Opp, inloggen: Any) -> None:
    """The mentor reads along; a begeleider who has not this pupil does not know of it."""
    assert inloggen(nu_decor.mentor.user).get(adres(opp)).status_code == 200
    assert inloggen(nu_decor.begeleider.user).get(adres(opp)).status_code == 404
