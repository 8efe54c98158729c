"""A new fact that is not taken over is no longer offered: fact by fact, with who and when, until its source changes."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import FaciliteitToekenning
from ondersteuning.models import Opp, OppNietOver
from ondersteuning.oppnieuws import Nieuwfeit, aanbod
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_nieuws import feit_niet_overnemen, feit_toch_tonen
from ondersteuning.tests.opphulp import TEKSTEN, begin_opp, concept_van, schrijf, zet_vast
from ondersteuning.tests.oppzaak import kaart
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_leerling

TIJD, RUIMTE = "Geef 25% extra tijd", "Laat hem in een rustige ruimte werken"


@pytest.fixture
def opp(decor: Decor) -> Opp:
    """Two facilities came on the card after the OPP was begun."""
    rij = begin_opp(decor.coordinator, decor.leerling)
    kaart(decor)
    kaart(decor, "Rustige ruimte", RUIMTE)
    return rij


def aangeboden(decor: Decor, opp: Opp) -> list[Nieuwfeit]:
    nieuw, _ = aanbod(decor.coordinator, decor.leerling, concept_van(opp), ["faciliteiten"])
    return [feit for n in nieuw for feit in n.feiten]


def weg(door: Werkplek, opp: Opp, feit: Nieuwfeit, **anders: Any) -> OppNietOver:
    veld, bron, nummer, afdruk = feit.sleutel
    wat = {"veld": veld, "bron": bron, "nummer": nummer, "afdruk": afdruk} | anders
    return feit_niet_overnemen(door=door, pk=opp.pk, op=NU, **wat)


def test_een_feit_weg_en_weer_terug(decor: Decor, opp: Opp) -> None:
    eerst = aangeboden(decor, opp)
    assert eerst[0].tekst.startswith(TIJD) and len(eerst) == 2
    rij = weg(decor.coordinator, opp, eerst[0])
    assert weg(decor.coordinator, opp, eerst[0]).pk == rij.pk and OppNietOver.objects.count() == 1
    assert [feit.tekst for feit in aangeboden(decor, opp)] == [eerst[1].tekst]
    _, af = aanbod(decor.coordinator, decor.leerling, concept_van(opp), ["faciliteiten"])
    assert [(a.feit.tekst, a.rij.door, a.rij.gemaakt_op) for a in af] == [
        (eerst[0].tekst, decor.coordinator.user, NU)
    ]
    for _ in range(2):
        feit_toch_tonen(door=decor.coordinator, pk=opp.pk, rij_id=rij.pk)
    assert len(aangeboden(decor, opp)) == 2


def test_het_komt_terug_als_de_bron_iets_anders_zegt(decor: Decor, opp: Opp) -> None:
    """The same words of another source are another fact; so are other words of the same source."""
    for feit in aangeboden(decor, opp):
        weg(decor.coordinator, opp, feit)
    assert aangeboden(decor, opp) == []
    FaciliteitToekenning.objects.filter(tekst=TIJD).update(tekst="Geef 50% extra tijd")
    assert [feit.tekst[:19] for feit in aangeboden(decor, opp)] == ["Geef 50% extra tijd"]


def test_het_blijft_weg_in_een_volgende_versie(decor: Decor, opp: Opp) -> None:
    weg(decor.coordinator, opp, aangeboden(decor, opp)[0])
    schrijf(decor.coordinator, opp, **TEKSTEN)
    zet_vast(opp, decor.coordinator)
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    assert len(aangeboden(decor, opp)) == 1


def test_wat_wordt_geweigerd(decor: Decor, opp: Opp) -> None:
    feit = aangeboden(decor, opp)[0]
    with pytest.raises(PermissionDenied):
        weg(decor.mentor, opp, feit)
    for anders in ({"afdruk": "0" * 64}, {"veld": "opp_id"}, {"nummer": 2**40}, {"bron": "verzonnen"}):
        with pytest.raises(Verouderd):
            weg(decor.coordinator, opp, feit, **anders)
    ander = begin_opp(decor.coordinator, maak_leerling(decor.school, decor.klas, "Finn"))
    with pytest.raises(Verouderd):
        weg(decor.coordinator, ander, feit)
    assert not OppNietOver.objects.exists()
    rij = weg(decor.coordinator, opp, feit)
    with pytest.raises(Http404):
        feit_toch_tonen(door=decor.coordinator, pk=ander.pk, rij_id=rij.pk)
    schrijf(decor.coordinator, opp, faciliteiten=aangeboden(decor, opp)[0].tekst)
    assert aangeboden(decor, opp) == [] and OppNietOver.objects.get() == rij


def test_op_de_pagina_met_herstel(nu_decor: Decor, inloggen: Any) -> None:
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    kaart(nu_decor)
    client, pad = (
        inloggen(nu_decor.coordinator.user),
        ("ondersteuning:opp_nieuws", [opp.pk, "handelingsdeel"]),
    )
    feit = aangeboden(nu_decor, opp)[0]
    url = reverse("ondersteuning:opp_niet_overnemen", args=[opp.pk, "handelingsdeel"])
    velden = {"veld": feit.feit.veld, "bron": feit.feit.bron, "bronnummer": feit.feit.nummer}
    for fout in ({}, {**velden, "afdruk": "x"}, {**velden, "afdruk": feit.afdruk, "bronnummer": "9" * 30}):
        assert "Kijk eerst" in client.post(url, fout, follow=True).content.decode()
    na = client.post(url, {**velden, "afdruk": feit.afdruk}, follow=True).content.decode()
    terug = reverse(
        "ondersteuning:opp_toch_tonen", args=[opp.pk, "handelingsdeel", OppNietOver.objects.get().pk]
    )
    assert "Niet overgenomen." in na and terug in na
    tekst = client.get(reverse(pad[0], args=pad[1])).content.decode()
    assert "Niet overgenomen (1)" in tekst and nu_decor.coordinator.user.naam in tekst
    client.post(terug)
    assert not OppNietOver.objects.exists()
