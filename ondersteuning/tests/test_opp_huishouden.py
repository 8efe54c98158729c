"""Two households never see each other's data, and one rule says when there are two: on paper, stored and behind a link."""

from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlingen.models import Contactpersoon, Leerling
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.access_opp_huishouden import leest_apart
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.access_opp_ouder import ouderblad
from ondersteuning.documents import opp, opp_evaluatie, opp_instemming
from ondersteuning.models import Opp, OppVersie
from ondersteuning.opp.huishouden import VAN_THUIS, gescheiden, leesbaar
from ondersteuning.opp.velden import VELDEN
from ondersteuning.services import opp_document
from ondersteuning.services.opp_antwoord import link_geven
from ondersteuning.services.opp_document import versie_bewaren
from ondersteuning.tests.opppapier import antwoordt, evalueert, leg_voor, maak_opp, praat
from ondersteuning.tests.samenhulp import verzoek_van
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.tests.conftest import opslag  # noqa: F401  the fixture

pytestmark = pytest.mark.django_db
GEHEIM = ("Volgens moeder", "Bij vader thuis", "Vader was het", "Te weinig gym", "extra tijd bij gym")
SCHOOL = "Alleen voor school"


@given(st.lists(st.integers(0, 4), max_size=6), st.booleans())
@settings(max_examples=25)
def test_de_regel(huizen: list[int], volwassen: bool) -> None:
    """Order and repetition say nothing, more people never show more, and the pupil himself is no household."""
    uit = gescheiden(huizen, volwassen=volwassen)
    assert uit == gescheiden([*reversed(huizen), *huizen, 0], volwassen=volwassen)
    assert uit == (not volwassen and len(set(huizen) - {0}) >= 2)
    assert not uit or gescheiden([*huizen, 3], volwassen=False)


def test_wat_van_thuis_komt_bestaat() -> None:
    assert set(VELDEN) >= VAN_THUIS and not leesbaar("visie_ouders", True) and leesbaar("visie_ouders", False)
    assert leesbaar("begeleiding", True)


def vol(decor: Decor, *ouders: tuple[str, int]) -> OppVersie:
    """An OPP in which everything that may come from home is marked, put before these parents."""
    door = decor.coordinator
    teksten = {
        "visie_ouders": "Volgens moeder.",
        "beeld_thuis": "Bij vader thuis.",
        "beeld_leren": "Leest graag.",
    }
    versie = maak_opp(door, decor.leerling, **teksten)
    praat(versie, door, "Marit Bakker")
    evalueert(versie, door, samenvatting="Vader was het er niet mee eens.")
    eerste, *_ = leg_voor(versie, door, *ouders)
    antwoordt(eerste, door, "niet_akkoord", reden="Te weinig gym.", opmerking="Te weinig gym.")
    return versie


def stored(decor: Decor, versie: OppVersie, monkeypatch: pytest.MonkeyPatch) -> str:
    """The page of which the bytes are stored."""
    gezien: list[str] = []

    def bewaar(soort: Any, document: Any, *, blijvend: bool) -> bytes:
        gezien.append(soort.html(document))
        return b"%PDF-x"

    monkeypatch.setattr(opp_document, "pdf_van", bewaar)
    versie_bewaren(decor.coordinator, versie.pk)
    return gezien[0]


def blad(decor: Decor, wie: str) -> str:
    """All texts that the page behind the link of this parent shows."""
    link = link_geven(door=decor.coordinator, verzoek_id=verzoek_van(wie).pk, per_mail=False, op=NU).link
    return repr(ouderblad(Linkbezoek(link, decor.coordinator.dag)))


GEVALLEN = {
    "twee met gezag": ([("Marit Bakker", 1), ("Henk de Vries", 2)], {}),
    "nieuwe partner zonder gezag": (
        [("Marit Bakker", 1)],
        {"naam": "Piet Los", "huishouden": 2, "gezag": "nee"},
    ),
    "gezag onbekend": ([("Marit Bakker", 1)], {"naam": "Piet Los", "huishouden": 2, "gezag": "onbekend"}),
}


@pytest.mark.parametrize("geval", GEVALLEN)
@pytest.mark.usefixtures("opslag")
def test_twee_huishoudens(decor: Decor, geval: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ouders, erbij = GEVALLEN[geval]
    if erbij:
        maak_contact(decor.leerling, **erbij)
    versie = vol(decor, *ouders)
    maak_contact(decor.leerling, "Zus Los", huishouden=1, gezag="nee")
    ander = "Henk de Vries" if len(ouders) > 1 else "Piet Los"
    for tekst in (
        opp.SOORT.html(opp.maak_voor_ouders(decor.coordinator, versie.pk)),
        stored(decor, versie, monkeypatch),
        *([blad(decor, ander)] if len(ouders) > 1 else []),
    ):
        assert "Leest graag." in tekst and SCHOOL not in tekst
        for geheim in (*GEHEIM, "Marit Bakker"):
            assert geheim not in tekst, geheim


@pytest.mark.usefixtures("opslag")
def test_wie_samen_wonen_lezen_alles(decor: Decor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parents and the new partner of one of them in one house: nothing is left out but who answered what."""
    versie = vol(decor, ("Marit Bakker", 1), ("Henk de Vries", 1))
    maak_contact(decor.leerling, "Piet Los", huishouden=1, gezag="nee")
    papier = opp.SOORT.html(opp.maak_voor_ouders(decor.coordinator, versie.pk))
    for tekst in (papier, stored(decor, versie, monkeypatch), blad(decor, "Henk de Vries")):
        assert "Volgens moeder." in tekst and "Bij vader thuis." in tekst
        assert "Te weinig gym" not in tekst and SCHOOL not in tekst
    assert "Henk de Vries" in papier and SCHOOL not in opp.maak(decor.coordinator, versie.pk).wat


def test_wat_een_huishouden_zei_is_alleen_voor_school(decor: Decor) -> None:
    """The whole OPP (also in a bundle) and the evaluation say on every page that they are not to be handed over."""
    versie = vol(decor, ("Marit Bakker", 1), ("Henk de Vries", 2))
    assert SCHOOL in opp.document_van(decor.coordinator, versie).voet_wat
    assert SCHOOL in opp_evaluatie.maak(decor.coordinator, versie.opp.evaluaties.get().pk).voet_wat
    bewijs = opp_instemming.SOORT.html(
        opp_instemming.maak(decor.coordinator, versie.verzoeken.get(naam="Marit Bakker").antwoorden.get().pk)
    )
    assert "Henk" not in bewijs and "Te weinig gym" in bewijs and SCHOOL not in bewijs


@pytest.mark.parametrize(("huishouden", "staat"), [(1, False), (2, True)])
def test_bij_het_uitnodigen_staat_het_ook(
    nu_decor: Decor, inloggen: Any, huishouden: int, staat: bool
) -> None:
    vol(nu_decor, ("Marit Bakker", 1), ("Henk de Vries", huishouden))
    pad = reverse("ondersteuning:opp_overleg", args=[Opp.objects.get().pk])
    client = inloggen(nu_decor.coordinator.user)
    assert ("Er zijn twee huishoudens." in client.get(pad).content.decode()) is staat
    controleer_budget(client, pad)


@pytest.mark.regel(20)
def test_wie_weg_is_telt_en_wie_achttien_is_leest_alles(decor: Decor) -> None:
    versie = vol(decor, ("Marit Bakker", 1))
    dag = decor.coordinator.dag
    assert not leest_apart(decor.leerling, versie.pk, dag)
    oud = maak_contact(decor.leerling, "Henk de Vries", huishouden=2)
    Contactpersoon.objects.filter(pk=oud.pk).update(beeindigd_op=dag)
    assert leest_apart(decor.leerling, versie.pk, dag)
    Contactpersoon.objects.filter(pk=oud.pk).update(huishouden=1)
    versie.verzoeken.update(huishouden=3)  # where she lived when she was asked
    assert leest_apart(decor.leerling, versie.pk, dag)
    Leerling.objects.filter(pk=decor.leerling.pk).update(geboortedatum=dag.replace(year=dag.year - 18))
    decor.leerling.refresh_from_db()
    assert not leest_apart(decor.leerling, versie.pk, dag)
