"""The facility card: granting, changing, confirming (rule 58), the central exam (rule 57), and who may do what."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.access_kaart import mag_grond_zien, toekenningen_van, versies_van
from leerlingen.access_kaartlezers import docenten_van
from leerlingen.access_openkaarten import open_kaarten
from leerlingen.kaartblad import lees_kaartblad, paneel_kaart
from leerlingen.models import (
    Faciliteitenkaart,
    FaciliteitToekenning,
    Kaartgezien,
    Kaartversie,
    Lesopdracht,
    Toegangsverlening,
)
from leerlingen.services.kaart import (
    Toekenninggegevens,
    faciliteit_toekennen,
    kaart_geldig_maken,
    toekenning_herstellen,
    toekenning_stoppen,
    toekenning_wijzigen,
)
from leerlingen.services.kaartlezers import kaart_gezien
from leerlingen.tests.kaarthulp import MENTOR, Kaartdecor, Z, maak_kaartdecor
from zorgapp.accounts.models import Aanstelling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

TIJD, LAPTOP, SPELLING = (
    "25% extra tijd bij toetsen",
    "Laptop met voorleessoftware",
    "Spelfouten tellen niet mee",
)
DAG_LANG = timedelta(days=1)


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school)


def gezien(kd: Kaartdecor, wie: Any, versie: int | None = None) -> None:
    kaart_gezien(door=wie, leerling=kd.leerling, versie=versie or kd.kaart.versie, op=NU)


def wijzig(kd: Kaartdecor, rij: FaciliteitToekenning, **anders: Any) -> FaciliteitToekenning:
    velden: dict[str, Any] = {"tekst": rij.tekst, "les": rij.les, "toets": rij.toets, "vakken": rij.vakken}
    return toekenning_wijzigen(
        door=kd.coordinator,
        leerling=kd.leerling,
        pk=rij.pk,
        stand=anders.pop("stand", kd.kaart.stand),
        gegevens=Toekenninggegevens(**(velden | anders)),
        op=NU,
    )


def test_een_tik_maakt_de_kaart(kd: Kaartdecor) -> None:
    """Adding from the catalogue needs no form: its text, until the end of the school year, in version 1."""
    faciliteit_toekennen(door=kd.coordinator, leerling=kd.leerling, faciliteit=kd.faciliteit(TIJD), op=NU)
    assert (kd.kaart.versie, kd.kaart.geldig_van, kd.kaart.geldig_tot) == (1, DAG, date(2027, 7, 31))
    [rij] = toekenningen_van(kd.leerling.pk, DAG)
    assert (rij.tekst, rij.toets, rij.schoolexamen, rij.centraal_examen) == (
        "Geef 25% extra tijd.",
        True,
        True,
        False,
    )
    assert [(v.versie, v.wat) for v in versies_van(kd.kaart)] == [(1, f"Nieuw: {TIJD}.")]


def test_niet_tweemaal_op_de_kaart(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    with pytest.raises(ValidationError, match="staat al op de kaart"):
        kd.geef(TIJD)
    assert kd.kaart.versie == 1


@pytest.mark.regel(58)
def test_wie_de_leerling_lesgeeft_bevestigt_en_een_wijziging_vraagt_opnieuw(kd: Kaartdecor) -> None:
    rij = kd.geef(TIJD)
    assert [(d.naam.split()[0], d.gezien_op) for d in docenten_van(kd.coordinator, kd.kaart)] == [
        ("Joris", None),
        ("Sanne", None),
    ]
    assert [o.leerling_id for o in open_kaarten(kd.docent)] == [kd.leerling.pk]
    gezien(kd, kd.docent)
    assert open_kaarten(kd.docent) == []
    assert [d.gezien_op is not None for d in docenten_van(kd.coordinator, kd.kaart)] == [False, True]
    wijzig(kd, rij, tekst="Geef 25% extra tijd, ook bij so's.")
    assert [d.gezien_op for d in docenten_van(kd.coordinator, kd.kaart)] == [None, None]
    assert len(open_kaarten(kd.docent)) == 1
    blad = lees_kaartblad(kd.docent, kd.leerling, MENTOR)
    assert blad.bevestigen and [v.wat for v in blad.nieuw] == [f"Gewijzigd: {TIJD}."]


@pytest.mark.regel(58)
@pytest.mark.parametrize(
    "stap", ["tekst", "bijzonderheid", "vakken", "les", "stop", "erbij", "terug"], ids=str
)
def test_wat_docenten_raakt_maakt_een_versie(kd: Kaartdecor, stap: str) -> None:
    rij = kd.geef(TIJD)
    kd.geef(SPELLING)
    voor = kd.kaart.versie
    if stap in {"stop", "terug"}:
        stand = kd.kaart.stand
        toekenning_stoppen(door=kd.coordinator, leerling=kd.leerling, pk=rij.pk, stand=stand, op=NU)
    if stap == "terug":
        toekenning_herstellen(door=kd.coordinator, leerling=kd.leerling, pk=rij.pk, op=NU)
        voor += 1
    elif stap == "erbij":
        kd.geef(LAPTOP)
    elif stap != "stop":
        nieuw = {"tekst": "Geef tien minuten extra.", "bijzonderheid": "ook bij so's"}
        wijzig(kd, rij, **{stap: nieuw.get(stap, ["Duits"] if stap == "vakken" else True)})
    assert kd.kaart.versie == voor + 1
    assert Kaartversie.objects.filter(kaart=kd.kaart).count() == kd.kaart.versie


@pytest.mark.parametrize("anders", [{}, {"vooraan": True}, {"geldig_tot": date(2027, 1, 31)}], ids=str)
def test_wat_docenten_niet_raakt_vraagt_niets(kd: Kaartdecor, anders: dict[str, Any]) -> None:
    rij = kd.geef(TIJD)
    gezien(kd, kd.docent)
    stand = kd.kaart.stand
    wijzig(kd, rij, **anders)
    assert (kd.kaart.versie, kd.kaart.stand) == (1, stand + 1)
    assert open_kaarten(kd.docent) == []


def test_een_langere_kaart_vraagt_niets(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    stand = kd.kaart.stand
    kaart_geldig_maken(
        door=kd.coordinator, leerling=kd.leerling, stand=stand, van=DAG, tot=DAG + 400 * DAG_LANG
    )
    assert (kd.kaart.versie, kd.kaart.geldig_tot) == (1, DAG + 400 * DAG_LANG)


def test_bevestigen_van_een_oude_versie(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    kd.geef(SPELLING)
    with pytest.raises(Verouderd):
        gezien(kd, kd.docent, 1)
    assert not Kaartgezien.objects.exists()


def test_twee_keer_bevestigen_is_een_keer(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    gezien(kd, kd.docent)
    gezien(kd, kd.docent)
    assert Kaartgezien.objects.count() == 1


@pytest.mark.regel(58)
def test_wie_geen_les_geeft_bevestigt_niet(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    for wie in (kd.begeleider, kd.coordinator, maak_werkplek(kd.school, Rol.DOCENT)):
        with pytest.raises(PermissionDenied):
            gezien(kd, wie)
    Lesopdracht.objects.filter(pk=kd.les.pk).update(tot=DAG - DAG_LANG)
    with pytest.raises(PermissionDenied):
        gezien(kd, kd.docent)
    assert [d.user_id for d in docenten_van(kd.coordinator, kd.kaart)] == [kd.mentor.user.pk]


def test_een_les_zonder_rol_telt_niet(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    Aanstelling.objects.filter(user=kd.docent.user).update(rol=Rol.SCHOOLLEIDING)
    assert [d.user_id for d in docenten_van(kd.coordinator, kd.kaart)] == [kd.mentor.user.pk]


def test_twee_mensen_wijzigen_een_kaart(kd: Kaartdecor) -> None:
    rij = kd.geef(TIJD)
    stand = kd.kaart.stand
    wijzig(kd, rij, tekst="Geef tien minuten extra.")
    with pytest.raises(Verouderd):
        wijzig(kd, rij, tekst="Geef vijf minuten extra.", stand=stand)
    assert FaciliteitToekenning.objects.get().tekst == "Geef tien minuten extra."


@pytest.mark.regel(57)
@pytest.mark.parametrize(("minuten", "mag"), [(30, True), (31, False)])
def test_centraal_examen_tot_dertig_minuten(kd: Kaartdecor, minuten: int, mag: bool) -> None:
    if mag:
        assert kd.geef(TIJD, centraal_examen=True, minuten=minuten).onderbouwd is False
        return
    with pytest.raises(ValidationError) as fout:
        kd.geef(TIJD, centraal_examen=True, minuten=minuten)
    assert "deskundigenverklaring" in str(fout.value.message_dict["centraal_examen"])
    kd.onderbouw()
    assert kd.geef(TIJD, centraal_examen=True, minuten=minuten).onderbouwd is True


@pytest.mark.regel(57)
@pytest.mark.parametrize(("naam", "mag"), [(LAPTOP, False), ("Vaste plek in het lokaal", True)])
def test_andere_aanpassing_bij_het_centraal_examen(kd: Kaartdecor, naam: str, mag: bool) -> None:
    """A fixed seat is no adapted way of examining; software that reads aloud is."""
    if mag:
        assert kd.geef(naam, centraal_examen=True).examen_minuten == 0
        return
    with pytest.raises(ValidationError):
        kd.geef(naam, centraal_examen=True)
    assert not FaciliteitToekenning.objects.exists()


@pytest.mark.regel(57)
@given(minuten=st.one_of(st.none(), st.integers(0, 180)), onderbouwd=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
def test_de_tabel_houdt_regel_57(kd: Kaartdecor, minuten: int | None, onderbouwd: bool) -> None:
    rij = FaciliteitToekenning.objects.first() or kd.geef(TIJD)
    anders = {"centraal_examen": True, "examen_minuten": minuten, "onderbouwd": onderbouwd}
    mag = onderbouwd or (minuten is not None and minuten <= 30)
    try:
        with transaction.atomic():
            FaciliteitToekenning.objects.filter(pk=rij.pk).update(**anders)
    except IntegrityError:
        assert not mag
    else:
        assert mag


@pytest.mark.regel(57)
def test_de_verklaring_blijft_zolang_het_examen_erop_rust(kd: Kaartdecor) -> None:
    kd.onderbouw()
    rij = kd.geef(LAPTOP, centraal_examen=True)
    with pytest.raises(ValidationError, match="rust een aanpassing"):
        kd.onderbouw(1, verklaring=False)
    wijzig(kd, rij, centraal_examen=False)
    kd.onderbouw(1, verklaring=False)


def test_verklaring_heeft_datum_en_schrijver(kd: Kaartdecor) -> None:
    for leeg in ({"verklaring_op": None}, {"verklaring_door": ""}):
        with pytest.raises(ValidationError, match="datum en wie"):
            kd.onderbouw(**leeg)


@pytest.mark.regel(41)
@pytest.mark.parametrize(
    "tekst", ["Hij heeft dyslexie.", "Vanwege ADHD: pauzes.", "Bij faalangst rust geven."]
)
def test_geen_etiket_in_wat_docenten_lezen(kd: Kaartdecor, tekst: str) -> None:
    for veld in ("tekst", "bijzonderheid"):
        with pytest.raises(ValidationError, match="Schrijf wat de docent doet"):
            kd.geef(TIJD, **{veld: tekst})


@pytest.mark.parametrize(("veld", "aantal"), [("tekst", 12), ("bijzonderheid", 8)])
def test_woorden_geteld_in_de_tabel(kd: Kaartdecor, veld: str, aantal: int) -> None:
    rij = kd.geef(TIJD)
    FaciliteitToekenning.objects.filter(pk=rij.pk).update(**{veld: " ".join(["doe"] * aantal)})
    with pytest.raises(IntegrityError), transaction.atomic():
        FaciliteitToekenning.objects.filter(pk=rij.pk).update(**{veld: " ".join(["doe"] * (aantal + 1))})


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.ZORGCOORDINATOR}))
def test_alleen_de_coordinator_wijzigt(kd: Kaartdecor, rol: Rol) -> None:
    rij = kd.geef(TIJD)
    wie = {Rol.MENTOR: kd.mentor, Rol.DOCENT: kd.docent}.get(rol) or maak_werkplek(kd.school, rol)
    for doe in (
        lambda: faciliteit_toekennen(door=wie, leerling=kd.leerling, faciliteit=kd.faciliteit(LAPTOP), op=NU),
        lambda: toekenning_stoppen(door=wie, leerling=kd.leerling, pk=rij.pk, stand=kd.kaart.stand, op=NU),
        lambda: kaart_geldig_maken(door=wie, leerling=kd.leerling, stand=kd.kaart.stand, van=DAG, tot=DAG),
    ):
        with pytest.raises(PermissionDenied):
            doe()


@pytest.mark.regel(41)
def test_onderbouwing_alleen_voor_coordinator_en_toegewezen_begeleider(kd: Kaartdecor) -> None:
    from leerlingen.access import toegangsgrond

    Toegangsverlening.objects.create(
        school=kd.school,
        user=kd.begeleider.user,
        leerling=kd.leerling,
        reden="begeleiding",
        van=DAG,
        tot=DAG,
        door=kd.coordinator.user,
    )
    mag = {}
    for naam, wie in (("z", kd.coordinator), ("m", kd.mentor), ("d", kd.docent), ("b", kd.begeleider)):
        grond = toegangsgrond(wie, kd.leerling)
        assert grond is not None
        mag[naam] = mag_grond_zien(wie, grond)
    assert mag == {"z": True, "m": False, "d": False, "b": True}


def test_een_verlopen_kaart_geldt_niet(kd: Kaartdecor) -> None:
    """On its last day it holds; the day after, teachers see nothing of it and the coordinator can still change it."""
    kd.geef(TIJD)
    tot = kd.kaart.geldig_tot
    for dag, ziet in ((tot, True), (tot + DAG_LANG, False)):
        docent = werkplek_maken(kd.docent.user, dag, kd.school.pk)
        assert docent is not None
        assert bool(lees_kaartblad(docent, kd.leerling, MENTOR).toekenningen) is ziet
        assert bool(open_kaarten(docent)) is ziet
        assert bool(paneel_kaart(docent, kd.leerling, MENTOR).toekenningen) is ziet
    coordinator = werkplek_maken(kd.coordinator.user, tot + DAG_LANG, kd.school.pk)
    assert coordinator is not None
    assert lees_kaartblad(coordinator, kd.leerling, Z).toekenningen
    with pytest.raises(ValidationError, match="afgelopen"):
        faciliteit_toekennen(door=coordinator, leerling=kd.leerling, faciliteit=kd.faciliteit(LAPTOP), op=NU)


def test_altijd_een_einde_en_nooit_voor_het_begin(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    with pytest.raises(IntegrityError), transaction.atomic():
        Faciliteitenkaart.objects.update(geldig_tot=None)
    with pytest.raises(ValidationError):
        kaart_geldig_maken(
            door=kd.coordinator, leerling=kd.leerling, stand=kd.kaart.stand, van=DAG, tot=DAG - DAG_LANG
        )
    with pytest.raises(ValidationError, match="later dan de kaart"):
        kd.geef(LAPTOP, geldig_tot=kd.kaart.geldig_tot + DAG_LANG)


def test_wat_bevestigd_is_kan_niet_weg(kd: Kaartdecor) -> None:
    """The application role may only add to what was confirmed and what changed."""
    kd.geef(TIJD)
    gezien(kd, kd.docent)
    for model in (Kaartgezien, Kaartversie):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            model.objects.all().delete()
