"""Writing in an OPP: two writers never lose a word, and what parents were asked about never changes under them
(rules 10 and 11)."""

import uuid
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Instemmingverzoek, Opp, OppVersie
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppfeiten import feiten_van, hash_handelingsdeel
from ondersteuning.services.opp import OppBotsing, opp_bijstellen
from ondersteuning.services.opp_afwijkingen import (
    Afwijkinggegevens,
    afwijking_toevoegen,
    afwijking_weghalen,
)
from ondersteuning.services.opp_doelen import (
    Plek,
    oppdoel_toevoegen,
    oppdoel_weghalen,
    oppdoel_wijzigen,
)
from ondersteuning.services.opp_editor import VraagtOpnieuw
from ondersteuning.tests.opphulp import (
    antwoord,
    begin_opp,
    concept_van,
    leg_voor,
    maak_compleet,
    schrijf,
    zet_vast,
)
from ondersteuning.tests.oppschrijf import bewaar, doel_erbij, doelgegevens, plek
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU


@pytest.fixture
def opp(decor: Decor) -> Opp:
    return begin_opp(decor.coordinator, decor.leerling)


@pytest.fixture
def voorgelegd(decor: Decor, opp: Opp) -> Opp:
    """One goal, one deviation, and the question is with his mother."""
    doel_erbij(decor, opp)
    afwijking_toevoegen(
        door=decor.coordinator,
        plek=plek(opp),
        gegevens=Afwijkinggegevens(soort="vervangend", vak="Frans", uitleg="Extra Nederlands."),
        op=NU,
    )
    leg_voor(concept_van(opp), decor.coordinator, maak_contact(decor.leerling))
    return opp


def test_twee_schrijvers_elk_hun_veld(decor: Decor, opp: Opp) -> None:
    gezien = concept_van(opp)
    schrijf(decor.coordinator, opp, bevorderend="Van de ander.")
    na = bewaar(decor, opp, gezien, {"bevorderend": "", "belemmerend": "Van mij."})
    assert (na.bevorderend, na.belemmerend) == ("Van de ander.", "Van mij.")


def test_twee_schrijvers_een_veld_geeft_beide_teksten(decor: Decor, opp: Opp) -> None:
    gezien = concept_van(opp)
    schrijf(decor.coordinator, opp, bevorderend="Van de ander.")
    with pytest.raises(OppBotsing) as botsing:
        bewaar(decor, opp, gezien, {"bevorderend": "Van mij."})
    assert botsing.value.samen.inhoud == {"bevorderend": "Van mij."}
    assert botsing.value.samen.botsingen == {"bevorderend": "Van de ander."}
    assert concept_van(opp).bevorderend == "Van de ander."


def test_wie_een_vervangen_versie_open_had_verliest_niets(decor: Decor, voorgelegd: Opp) -> None:
    """A colleague made version 2 meanwhile: both texts come back, and nothing is written."""
    gezien = concept_van(voorgelegd)
    bewaar(decor, voorgelegd, gezien, {"begeleiding": "Van de ander."}, gewaarschuwd=True)
    with pytest.raises(OppBotsing) as botsing:
        bewaar(decor, voorgelegd, gezien, {"begeleiding": "Van mij.", "middelen": ""})
    assert botsing.value.versie.nummer == 2
    assert botsing.value.samen.inhoud == {"begeleiding": "Van mij.", "middelen": ""}
    assert botsing.value.samen.botsingen == {"begeleiding": "Van de ander."}


@pytest.mark.regel(10)
def test_handelingsdeel_na_voorleggen_maakt_een_volgende_versie(decor: Decor, voorgelegd: Opp) -> None:
    oud = concept_van(voorgelegd)
    with pytest.raises(VraagtOpnieuw):
        bewaar(decor, voorgelegd, oud, {"begeleiding": "Elke dag."})
    assert concept_van(voorgelegd) == oud
    nieuw = bewaar(decor, voorgelegd, oud, {"begeleiding": "Elke dag."}, gewaarschuwd=True)
    oud.refresh_from_db()
    assert (nieuw.nummer, nieuw.handelingsdeel, nieuw.hash) == (2, "concept", "")
    assert (oud.status, oud.begeleiding, oud.hash) == ("vervangen", "", hash_handelingsdeel(oud))
    assert Instemmingverzoek.objects.get().vervallen_op == DAG
    assert [d.stam for d in nieuw.doelen.all()] == [d.stam for d in oud.doelen.all()]


@pytest.mark.regel(10)
def test_akkoord_blijft_bij_wat_ze_lazen(decor: Decor, voorgelegd: Opp) -> None:
    antwoord(Instemmingverzoek.objects.get(), decor.coordinator)
    oud = concept_van(voorgelegd)
    nieuw = bewaar(decor, voorgelegd, oud, {"middelen": "2 uur"}, gewaarschuwd=True)
    oud.refresh_from_db()
    assert (oud.handelingsdeel, nieuw.handelingsdeel) == ("akkoord", "concept")
    assert not feiten_van(voorgelegd, nieuw, DAG).gevraagden


@pytest.mark.regel(11)
def test_andere_delen_veranderen_zonder_nieuwe_instemming(decor: Decor) -> None:
    """The perspective changes: the same version and the same question, but the talk no longer counts."""
    opp = maak_compleet(decor)
    leg_voor(concept_van(opp), decor.coordinator)
    voor = concept_van(opp)
    na = bewaar(decor, opp, voor, {"tussenstation": "Eind klas 3: voldoende voor de talen."})
    assert (na.pk, na.handelingsdeel, na.hash) == (voor.pk, "voorgelegd", voor.hash)
    feiten = feiten_van(opp, na, DAG)
    assert {o.hash for o in feiten.overleggen} and feiten.hash_perspectief not in {
        o.hash for o in feiten.overleggen
    }


@pytest.mark.regel(10)
def test_doelen_en_afwijkingen_na_voorleggen(decor: Decor, voorgelegd: Opp) -> None:
    """Each change of a row lands in a next version, and the rows of the old one stay as they were read."""
    oud = concept_van(voorgelegd)
    rij, afwijking = oud.doelen.get(), oud.afwijkingen.get()
    z = decor.coordinator

    def daden(p: Plek) -> dict[str, Any]:
        stam = rij.stam
        return {
            "erbij": lambda: oppdoel_toevoegen(
                door=z, plek=p, stam=uuid.uuid4(), gegevens=doelgegevens(), op=NU
            ),
            "anders": lambda: oppdoel_wijzigen(
                door=z, plek=p, stam=stam, versie=1, gegevens=doelgegevens(doel="Anders."), op=NU
            ),
            "weg": lambda: oppdoel_weghalen(door=z, plek=p, stam=stam, versie=1, op=NU),
            "afwijking weg": lambda: afwijking_weghalen(
                door=z, plek=p, afwijking_id=afwijking.pk, versie=1, op=NU
            ),
        }

    for daad in daden(plek(voorgelegd)).values():
        with pytest.raises(VraagtOpnieuw):
            daad()
    assert concept_van(voorgelegd) == oud
    daden(plek(voorgelegd, gewaarschuwd=True))["anders"]()
    nieuw = concept_van(voorgelegd)
    assert nieuw.nummer == 2 and nieuw.doelen.get().doel == "Anders." and nieuw.doelen.get().stam == rij.stam
    rij.refresh_from_db()
    assert rij.doel == "Begint binnen twee minuten." and hash_handelingsdeel(oud) == oud.hash
    for daad in daden(Plek(voorgelegd.pk, 1, True)).values():
        with pytest.raises(Verouderd):
            daad()


@given(
    st.lists(
        st.sampled_from(["tekst", "perspectief", "doel", "anders", "weg", "afwijking", "voor"]), max_size=7
    )
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wat_is_voorgelegd_verandert_nooit(decor: Decor, daden: list[str]) -> None:
    """Whatever one does afterwards: a version whose question was put keeps its hash, texts, goals and deviations."""
    Opp.objects.all().delete()
    opp = begin_opp(decor.coordinator, decor.leerling)
    for n, daad in enumerate(daden):
        nu, p = concept_van(opp), plek(opp, gewaarschuwd=True)
        if daad == "voor":
            leg_voor(nu, decor.coordinator)
        elif daad in {"tekst", "perspectief"}:
            veld = "begeleiding" if daad == "tekst" else "onderbouwing"
            bewaar(decor, opp, nu, {veld: f"tekst {n}"}, gewaarschuwd=True)
        elif daad == "doel":
            doel_erbij(decor, opp, gewaarschuwd=True)
        elif daad == "afwijking":
            gegevens = Afwijkinggegevens(soort="anders", uitleg=f"reden {n}")
            afwijking_toevoegen(door=decor.coordinator, plek=p, gegevens=gegevens, op=NU)
        elif rij := nu.doelen.first():
            wat: dict[str, Any] = {"door": decor.coordinator, "plek": p, "stam": rij.stam, "op": NU}
            if daad == "weg":
                oppdoel_weghalen(versie=rij.versie, **wat)
            else:
                oppdoel_wijzigen(versie=rij.versie, gegevens=doelgegevens(doel=f"doel {n}"), **wat)
    gevraagd = [v for v in OppVersie.objects.filter(opp=opp) if v.handelingsdeel != "concept"]
    assert all(v.hash == hash_handelingsdeel(v) for v in gevraagd)
    assert OppVersie.objects.filter(opp=opp, status="concept").count() == 1


def test_bijstellen_zonder_het_handelingsdeel_te_raken_houdt_het_akkoord(
    decor: Decor, voorgelegd: Opp
) -> None:
    """In a next round the agreement goes along until the handelingsdeel changes; then it is asked again, in the same version."""
    antwoord(Instemmingverzoek.objects.get(), decor.coordinator)
    schrijf(
        decor.coordinator,
        voorgelegd,
        **{n: "x" for n in ("onderbouwing", "bevorderend", "belemmerend")},
        bestemming="havo",
    )
    OppVersie.objects.filter(opp=voorgelegd).update(begeleiding="x")
    zet_vast(voorgelegd, decor.coordinator)
    nieuw = opp_bijstellen(door=decor.coordinator, pk=voorgelegd.pk, op=NU)
    assert nieuw.handelingsdeel == "akkoord" and nieuw.vraag_id
    with pytest.raises(VraagtOpnieuw):
        doel_erbij(decor, voorgelegd)
    doel_erbij(decor, voorgelegd, gewaarschuwd=True)
    nieuw.refresh_from_db()
    assert (nieuw.nummer, nieuw.handelingsdeel, nieuw.vraag_id) == (2, "concept", None)


def test_een_vastgestelde_versie_wordt_niet_beschreven(decor: Decor) -> None:
    opp = maak_compleet(decor)
    gezien = zet_vast(opp, decor.coordinator)
    with pytest.raises(DaadNietToegestaan):
        bewaar(decor, opp, gezien, {"begeleiding": "x"}, gewaarschuwd=True)
    with pytest.raises(DaadNietToegestaan):
        oppdoel_toevoegen(
            door=decor.coordinator,
            plek=Plek(opp.pk, 1, True),
            stam=uuid.uuid4(),
            gegevens=doelgegevens(),
            op=NU,
        )


def test_lezen_is_geen_schrijven(decor: Decor, opp: Opp) -> None:
    """The mentor reads the OPP; only its opsteller and the coordinator write."""
    with pytest.raises(PermissionDenied):
        oppdoel_toevoegen(
            door=decor.mentor, plek=plek(opp), stam=uuid.uuid4(), gegevens=doelgegevens(), op=NU
        )
    with pytest.raises(Http404):
        oppdoel_toevoegen(
            door=decor.begeleider, plek=plek(opp), stam=uuid.uuid4(), gegevens=doelgegevens(), op=NU
        )
    Opp.objects.filter(pk=opp.pk).update(opsteller=decor.mentor.user)
    assert oppdoel_toevoegen(
        door=decor.mentor, plek=plek(opp), stam=uuid.uuid4(), gegevens=doelgegevens(), op=NU
    )
