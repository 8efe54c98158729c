"""The HGW form: begun from what is known, saved by two without loss, finished, followed by a next version, closed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.models import Leerling, Toegangsverlening
from leerlingen.services.toegang import toegang_verlenen
from ondersteuning.access_hgw import behoeften_uit_hgw, geldend, get_hgw, inhoud_van, open_evaluaties
from ondersteuning.eigendom_hgw import HGW
from ondersteuning.hgwbronnen import Feit, herkomst_van, uit_regels, vul
from ondersteuning.hgwuitvoer import naar_traject, uit_hgw
from ondersteuning.hgwvelden import BEHOEFTEN, BELEMMEREND, STIMULEREND, VELDEN, ontbreekt, zin
from ondersteuning.models import Hgw, HgwStatus
from ondersteuning.samenvoegen import voeg_samen
from ondersteuning.services.hgw import (
    HgwBotsing,
    HgwOnvolledig,
    HgwVast,
    hgw_afronden,
    hgw_beginnen,
    hgw_bewaren,
    hgw_sluiten,
    hgw_weggooien,
)
from ondersteuning.workflow import Besluit
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.versturen import verstuur_school
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek

WEEK = timedelta(days=7)


def begin(decor: Decor, door: Werkplek | None = None) -> Hgw:
    return hgw_beginnen(door=door or decor.mentor, leerling_id=decor.leerling.pk, op=NU)


def vol(hgw: Hgw, **velden: Any) -> dict[str, Any]:
    """What is needed to finish, on top of what stands there."""
    nodig = {"behoefte_instructie": "in kleine stappen gaat", "evaluatie_op": DAG + WEEK}
    return inhoud_van(hgw) | nodig | velden


def bewaar(door: Werkplek, hgw: Hgw, versie: int | None = None, **velden: Any) -> Hgw:
    gezien = hgw.versie if versie is None else versie
    inhoud = inhoud_van(hgw) | velden
    return hgw_bewaren(door=door, pk=hgw.pk, versie=gezien, basis=gezien, inhoud=inhoud, op=NU)


def rond_af(door: Werkplek, hgw: Hgw, **velden: Any) -> Hgw:
    wat = {"versie": hgw.versie, "basis": hgw.versie, "inhoud": vol(hgw, **velden), "op": NU}
    return hgw_afronden(door=door, pk=hgw.pk, **wat)


def test_geen_veld_vraagt_een_diagnose() -> None:
    assert not [
        veld for veld in VELDEN.values() if "diagnose" in f"{veld.naam} {veld.label} {veld.hulp}".lower()
    ]
    assert "diagnose" not in " ".join(veld.name for veld in Hgw._meta.get_fields())


def test_begint_met_wat_bekend_is(decor: Decor) -> None:
    """The words of a signal and of a decision, each with where it comes from; nothing is typed again."""
    signaal = dien_in(
        decor.mentor,
        decor.leerling,
        nodig="Rust.",
        geprobeerd=["gesprek"],
        geprobeerd_tekst="Dat hielp even.",
    )
    besluit = beslis(
        decor.coordinator, signaal, Besluit.TWEEDE_LIJN, al_gedaan="Huiswerkklas, zonder effect."
    )
    hgw = begin(decor)
    assert hgw.zorg_gedrag == "Krijgt zijn extra tijd niet."
    assert hgw.vraag_mentor == "Rust."
    assert hgw.al_gedaan == "Gesprek gevoerd. Dat hielp even.\nHuiswerkklas, zonder effect."
    assert hgw.herkomst["al_gedaan"] == [
        ["signaal", signaal.pk, "2026-11-24", decor.mentor.user.naam],
        ["besluit", besluit.pk, "2026-11-24", decor.coordinator.user.naam],
    ]
    assert [h.bron for h in herkomst_van(hgw)["al_gedaan"]] == ["signaal", "besluit"]


def test_de_vraag_van_een_docent_staat_bij_de_docent(decor: Decor) -> None:
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    dien_in(docent, decor.leerling, nodig="Een voorbeeld.")
    assert (begin(decor).vraag_docent, begin(decor).vraag_mentor) == ("Een voorbeeld.", "")


def test_een_begeleider_begint_zonder_signalen_die_hij_niet_ziet(decor: Decor) -> None:
    dien_in(decor.mentor, decor.leerling)
    toegang_verlenen(
        door=decor.coordinator,
        user=decor.begeleider.user,
        leerling=decor.leerling,
        reden="x",
        bron="",
        tot=DAG,
    )
    assert begin(decor, decor.begeleider).zorg_gedrag == ""


def test_een_concept_per_leerling(decor: Decor) -> None:
    assert begin(decor).pk == begin(decor, decor.coordinator).pk
    with pytest.raises(IntegrityError), transaction.atomic():
        Hgw.objects.create(
            school=decor.school,
            leerling=decor.leerling,
            nummer=9,
            eigenaar=decor.mentor.user,
            gemaakt_door=decor.mentor.user,
            gewijzigd_door=decor.mentor.user,
        )


def test_leeg_bewaren_mag(decor: Decor) -> None:
    """Only finishing asks for something: what belemmert may stand alone in a draft."""
    assert bewaar(decor.mentor, begin(decor), belem_leerling="Begint niet.").versie == 2


def test_twee_schrijvers_op_andere_velden(decor: Decor) -> None:
    hgw = begin(decor)
    bewaar(decor.mentor, hgw, gaat_goed="Wiskunde.")
    samen = bewaar(decor.coordinator, hgw, aanpak="Elke dinsdag.")
    assert (samen.gaat_goed, samen.aanpak, samen.versie) == ("Wiskunde.", "Elke dinsdag.", 3)


def test_twee_schrijvers_op_hetzelfde_veld(decor: Decor) -> None:
    """Nothing is overwritten, and both texts come back; having seen them, one may save."""
    hgw = begin(decor)
    bewaar(decor.mentor, hgw, gaat_goed="Wiskunde.", aanpak="Samen.")
    with pytest.raises(HgwBotsing) as botsing, transaction.atomic():
        bewaar(decor.coordinator, hgw, gaat_goed="Tekenen.")
    assert botsing.value.samen.botsingen == {"gaat_goed": "Wiskunde."}
    assert botsing.value.samen.inhoud["gaat_goed"] == "Tekenen."
    assert botsing.value.samen.inhoud["aanpak"] == "Samen."
    hgw.refresh_from_db()
    assert hgw.gaat_goed == "Wiskunde."
    assert bewaar(decor.coordinator, hgw, versie=2, gaat_goed="Wiskunde en tekenen.").versie == 3


TEKST = st.sampled_from(["", "a", "b", "c"])
DRIE = st.fixed_dictionaries({naam: TEKST for naam in ("aanpak", "doelen")})


@given(DRIE, DRIE, DRIE)
def test_samenvoegen_verliest_niets(basis: dict, mijn: dict, nu: dict) -> None:
    """Every word that one of the two wrote since the begin is in the result or beside it."""
    samen = voeg_samen(basis, mijn, nu)
    for naam in basis:
        over = {samen.inhoud[naam], samen.botsingen.get(naam)}
        assert mijn[naam] in over or mijn[naam] == basis[naam]
        assert nu[naam] in over or nu[naam] == basis[naam]
        assert (naam in samen.botsingen) == (len({mijn[naam], nu[naam], basis[naam]}) == 3)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"belem_leerling": "Begint niet."}, "stim_leerling"),
        ({"behoefte_instructie": ""}, "behoefte_instructie"),
        ({"evaluatie_op": None}, "evaluatie_op"),
        ({"evaluatie_op": DAG - timedelta(days=1)}, "evaluatie_op"),
    ],
)
def test_vastleggen_geweigerd(decor: Decor, velden: dict[str, Any], veld: str) -> None:
    hgw = begin(decor)
    with pytest.raises(HgwOnvolledig) as fout:
        rond_af(decor.mentor, hgw, **velden)
    assert set(fout.value.fouten) == {veld}
    hgw.refresh_from_db()
    assert (hgw.status, hgw.versie) == (HgwStatus.CONCEPT, 1)


@pytest.mark.parametrize("helpt", STIMULEREND)
@pytest.mark.parametrize("belemmert", BELEMMEREND)
def test_beide_kolommen_samen_mag(helpt: str, belemmert: str) -> None:
    goed = {"behoefte_docent": "x", "evaluatie_op": DAG}
    assert not ontbreekt(goed | {helpt: "x", belemmert: "x"})
    assert ontbreekt(goed | {belemmert: "x"})
    assert not ontbreekt(goed | {helpt: "x"})


@pytest.mark.parametrize("behoefte", BEHOEFTEN)
def test_een_hulpzin_is_genoeg(behoefte: str) -> None:
    assert not ontbreekt({behoefte: "x", "evaluatie_op": DAG})


def test_de_database_weigert_ook(decor: Decor) -> None:
    """The same two rules, past every form and service."""
    hgw = rond_af(decor.mentor, begin(decor))
    for fout in ({"behoefte_instructie": ""}, {"belem_opvoeding": "x"}, {"evaluatie_op": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Hgw.objects.filter(pk=hgw.pk).update(**fout)


def test_een_vaste_versie_verandert_niet(decor: Decor) -> None:
    hgw = rond_af(decor.mentor, begin(decor))
    assert (hgw.status, hgw.eigenaar_id) == (HgwStatus.VAST, decor.mentor.user.pk)
    with pytest.raises(HgwVast):
        bewaar(decor.mentor, hgw, aanpak="Toch anders.")
    with pytest.raises(HgwVast):
        hgw_weggooien(door=decor.mentor, pk=hgw.pk)


def test_een_volgende_versie_begint_met_de_vorige(decor: Decor) -> None:
    eerste = rond_af(decor.mentor, begin(decor), doelen="Leest elke dag.")
    tweede = begin(decor)
    assert (tweede.nummer, tweede.vorige_id, tweede.doelen) == (2, eerste.pk, "Leest elke dag.")
    assert tweede.evaluatie_op is None
    rond_af(decor.coordinator, tweede)
    eerste.refresh_from_db()
    nu = geldend(decor.leerling.pk)
    assert nu is not None and (nu.nummer, eerste.status) == (2, HgwStatus.VERVANGEN)


def test_na_afronden_volgt_niets_mee(decor: Decor) -> None:
    """Goals are met: the next form starts from what is known then, not from the old one."""
    hgw = rond_af(decor.mentor, begin(decor), doelen="Leest elke dag.")
    hgw_sluiten(door=decor.mentor, pk=hgw.pk, versie=hgw.versie, effect="Het lukt.", op=NU)
    assert geldend(decor.leerling.pk) is None and behoeften_uit_hgw(decor.leerling) == []
    assert uit_hgw(decor.mentor, decor.leerling) == {}
    nieuw = begin(decor)
    assert (nieuw.nummer, nieuw.doelen, nieuw.behoefte_instructie) == (2, "", "")


@pytest.mark.parametrize("hoe", ["concept", "oud"])
def test_sluiten_geweigerd(decor: Decor, hoe: str) -> None:
    hgw = begin(decor) if hoe == "concept" else rond_af(decor.mentor, begin(decor))
    versie = hgw.versie - (hoe == "oud")
    with pytest.raises(HgwVast):
        hgw_sluiten(door=decor.mentor, pk=hgw.pk, versie=versie, effect="x", op=NU)


def test_weggooien(decor: Decor) -> None:
    assert hgw_weggooien(door=decor.mentor, pk=begin(decor).pk) == decor.leerling.pk
    assert not Hgw.objects.exists()


def test_voedt_een_traject(decor: Decor) -> None:
    """What the form says comes to a trajectory in its own words, and the needs survive the way back."""
    hgw = rond_af(
        decor.mentor,
        begin(decor),
        aanleiding="Zakt weg.",
        vraag_ouders="Wie helpt?",
        doelen="- Een\n\n- Twee",
    )
    uit = uit_hgw(decor.mentor, decor.leerling)
    assert uit == naar_traject(hgw)
    assert (uit["hulpvraag"], uit["doelen"], uit["bron"]) == (
        "Zakt weg.\nWie helpt?",
        ["Een", "Twee"],
        f"hgw:{hgw.pk}",
    )
    assert uit["onderwijsbehoeften"] == "Instructie die in kleine stappen gaat"
    assert uit_regels(uit["onderwijsbehoeften"]) == [("behoefte_instructie", "in kleine stappen gaat")]


@given(st.sampled_from(BEHOEFTEN), st.text(st.characters(categories=["L"]), min_size=1, max_size=20))
def test_behoeften_heen_en_terug(naam: str, tekst: str) -> None:
    assert uit_regels(zin(naam, tekst)) == [(naam, tekst)]


@given(st.lists(st.text(min_size=1, max_size=900), max_size=12))
def test_vullen_knipt_niets_doormidden(teksten: list[str]) -> None:
    """What fits goes in whole; what does not fit stays out, and so does its origin."""
    feiten = [Feit("al_gedaan", tekst, "signaal", nr, DAG, "Sanne") for nr, tekst in enumerate(teksten)]
    inhoud, herkomst = vul(feiten)
    assert len(inhoud.get("al_gedaan", "")) <= 4000
    assert inhoud.get("al_gedaan", "") == "\n".join(teksten[r[1]] for r in herkomst.get("al_gedaan", []))


@pytest.mark.regel(40)
def test_wie_mag_wat(decor: Decor) -> None:
    """Mentor and coordinator write, an assigned begeleider as long as it lasts; a teacher reads the needs alone."""
    hgw = rond_af(
        decor.mentor, begin(decor), belem_opvoeding="x", stim_opvoeding="x", behoefte_ouders="bellen"
    )
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    for geen in (decor.begeleider, docent, maak_werkplek(decor.school, Rol.SCHOOLLEIDING)):
        with pytest.raises(Http404):
            get_hgw(geen, hgw.pk)
    assert behoeften_uit_hgw(decor.leerling, voor_les=True) == ["Instructie die in kleine stappen gaat"]
    assert len(behoeften_uit_hgw(decor.leerling)) == 2
    toegang_verlenen(
        door=decor.coordinator,
        user=decor.begeleider.user,
        leerling=decor.leerling,
        reden="x",
        bron="",
        tot=DAG,
    )
    assert get_hgw(decor.begeleider, hgw.pk)[1].schrijven
    Toegangsverlening.objects.update(van=DAG - WEEK, tot=DAG - timedelta(days=1))
    with pytest.raises(Http404):
        get_hgw(decor.begeleider, hgw.pk)


def test_een_docent_begint_niet(decor: Decor) -> None:
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    with pytest.raises(PermissionDenied):
        begin(decor, docent)
    assert uit_hgw(docent, Leerling.objects.get()) == {}


def test_terugkijken_op_de_dag(decor: Decor, mailoutbox: list[Any], django_assert_num_queries: Any) -> None:
    """On the day it waits for who finished it, with one nameless mail; a next version takes both away."""
    hgw = rond_af(decor.mentor, begin(decor))
    straks = werkplek_maken(decor.mentor.user, DAG + WEEK, decor.school.pk)
    assert straks is not None and open_evaluaties(decor.mentor) == []
    with django_assert_num_queries(1):
        assert [h.pk for h in open_evaluaties(straks)] == [hgw.pk]
    op = (NU + WEEK).replace(hour=16, minute=5)
    verstuur_school(decor.school.pk, lambda: op)
    zet_context(decor.school.pk, decor.mentor.user.pk)
    [mail] = mailoutbox
    assert "1 HGW-formulier om op terug te kijken" in mail.body and "Kees" not in mail.body
    rond_af(straks, begin(decor), evaluatie_op=DAG + 2 * WEEK)
    assert open_evaluaties(straks) == []


def test_wie_weggaat_draagt_het_terugkijken_over(decor: Decor) -> None:
    rond_af(decor.mentor, begin(decor))
    [stuk] = HGW.open_van(decor.school.pk, decor.mentor.user.pk)
    assert "Kees" not in stuk.omschrijving
    HGW.overdragen(decor.coordinator, [stuk.id], decor.coordinator.user, DAG)
    assert Hgw.objects.get().eigenaar_id == decor.coordinator.user.pk


@pytest.mark.regel(45)
def test_lezen_staat_in_het_logboek(decor: Decor) -> None:
    hgw = begin(decor)
    get_hgw(decor.coordinator, hgw.pk)
    rij = Inzage.objects.filter(onderwerp="hgw").get()
    assert (rij.user_id, rij.leerling_id, rij.grond) == (
        decor.coordinator.user.pk,
        decor.leerling.pk,
        "zorgcoordinator",
    )
