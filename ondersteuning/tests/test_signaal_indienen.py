"""Filing a signal: stored once, with the answer it owes, only about a pupil the sender may see."""

import uuid
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from ondersteuning.models import Signaal, SignaalVerband, Terugkoppeling
from ondersteuning.services.signaal import (
    GeenZicht,
    Signaalgegevens,
    leerling_koppelen,
    signaal_indienen,
    signalen_losmaken,
    signalen_verbinden,
)
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import School, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor, dien_in, maak_decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school


def test_het_werkt(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, geprobeerd=["gesprek"], nodig="Extra tijd")
    signaal.refresh_from_db()
    assert (signaal.status, signaal.versie, signaal.domein) == (SignaalStatus.NIEUW, 1, "leer")
    assert (signaal.indiener_id, signaal.indiener_rol) == (decor.mentor.user.pk, "Mentor")
    assert signaal.geprobeerd_labels == ["Gesprek gevoerd"]
    assert signaal.terugkoppeling.gegeven_op is None


@pytest.mark.regel(62)
def test_antwoord_binnen_vijf_schooldagen(decor: Decor) -> None:
    """Filed on Tuesday, the weekend does not count: due the next Tuesday."""
    assert dien_in(decor.mentor, decor.leerling).terugkoppeling.uiterlijk == date(2026, 12, 1)


@pytest.mark.regel(62)
def test_antwoord_na_de_vakantie(decor: Decor) -> None:
    Vrijedag.objects.create(school=decor.school, naam="Kerst", van=date(2026, 12, 21), tot=date(2027, 1, 3))
    vrijdag = datetime(2026, 12, 18, 16, 0, tzinfo=NU.tzinfo)
    assert dien_in(decor.mentor, decor.leerling, vrijdag).terugkoppeling.uiterlijk == date(2027, 1, 8)


@pytest.mark.regel(62)
def test_termijn_van_de_school(decor: Decor) -> None:
    instelling_zetten(door=decor.coordinator, sleutel="antwoordtermijn", waarde=2, geldig_vanaf=DAG)
    assert dien_in(decor.mentor, decor.leerling).terugkoppeling.uiterlijk == date(2026, 11, 26)


def test_om_middernacht_telt_de_dag_in_nederland(decor: Decor) -> None:
    laat = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("UTC"))  # Wednesday 0.30 here
    assert dien_in(decor.mentor, decor.leerling, laat).terugkoppeling.uiterlijk == date(2026, 12, 2)


def test_dubbel_verstuurd_is_een(decor: Decor) -> None:
    sleutel = uuid.uuid4()
    eerste, tweede = (dien_in(decor.mentor, decor.leerling, sleutel=sleutel) for _ in range(2))
    assert eerste.pk == tweede.pk
    assert Terugkoppeling.objects.count() == 1


def test_zelfde_formulier_met_een_andere_tekst_gaat_niet_verloren(decor: Decor) -> None:
    """Two tabs share one draft and so one key; what the second one says is another signal, sent once."""
    sleutel = uuid.uuid4()
    dien_in(decor.mentor, decor.leerling, sleutel=sleutel)
    for _ in range(2):
        dien_in(decor.mentor, decor.leerling, sleutel=sleutel, wat_zie_je="Zit alleen in de pauze.")
    assert sorted(s.wat_zie_je for s in Signaal.objects.all()) == [
        "Krijgt zijn extra tijd niet.",
        "Zit alleen in de pauze.",
    ]


def test_sleutel_van_een_ander_is_niet_van_mij(decor: Decor) -> None:
    sleutel = uuid.uuid4()
    dien_in(decor.mentor, decor.leerling, sleutel=sleutel)
    assert (
        dien_in(decor.coordinator, decor.leerling, sleutel=sleutel).indiener_id == decor.coordinator.user.pk
    )


@pytest.mark.regel(40)
def test_andermans_leerling(decor: Decor) -> None:
    ander = maak_leerling(decor.school, None, "Fatima", "Yilmaz")
    with pytest.raises(GeenZicht):
        dien_in(decor.mentor, ander)
    assert not Signaal.objects.exists()


def test_leerling_van_een_andere_school(decor: Decor, andere_school: School) -> None:
    with in_school(andere_school.pk):
        vreemd = maak_leerling(andere_school)
    with pytest.raises(GeenZicht):
        dien_in(decor.coordinator, vreemd)


def test_alleen_een_naam_wordt_later_gekoppeld(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, None, leerling_tekst="Kees J., H3b")
    leerling_koppelen(door=decor.coordinator, signaal_id=signaal.pk, leerling=decor.leerling)
    signaal.refresh_from_db()
    assert (signaal.leerling_id, signaal.leerling_tekst) == (decor.leerling.pk, "Kees J., H3b")
    assert signaal.versie == 2


@pytest.mark.parametrize(
    "velden",
    [
        {"wat_zie_je": ""},
        {"leerling_id": None},
        {"ouders": "bewust_niet", "ouders_reden": ""},
        {"status": "weg"},
    ],
)
def test_de_database_weigert(decor: Decor, velden: dict[str, Any]) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signaal.objects.filter(pk=signaal.pk).update(**velden)


def test_verbinden_is_een_keer_en_terug_te_draaien(decor: Decor) -> None:
    een, ander = (dien_in(decor.mentor, decor.leerling).pk for _ in range(2))
    for paar in ((een, ander), (ander, een)):
        signalen_verbinden(door=decor.coordinator, een=paar[0], ander=paar[1])
    verband = SignaalVerband.objects.get()
    assert (verband.eerste_id, verband.tweede_id) == (een, ander)
    signalen_losmaken(door=decor.coordinator, een=ander, ander=een)
    assert not SignaalVerband.objects.exists()
    with pytest.raises(ValueError, match="ander signaal"):
        signalen_verbinden(door=decor.coordinator, een=een, ander=een)


def test_dubbelklik_op_twee_verbindingen(vaste_database: None) -> None:
    """Both clicks arrive at the same time at two web workers: one signal, both land on it."""
    school = vaste_school()
    with in_school(school.pk):
        decor = maak_decor(school)
    sleutel = uuid.uuid4()
    gegevens = Signaalgegevens(wat_zie_je="Zit alleen.", leerling=decor.leerling)

    def verstuur() -> int:
        with transaction.atomic():
            zet_context(school.pk, decor.mentor.user.pk)
            return signaal_indienen(door=decor.mentor, sleutel=sleutel, gegevens=gegevens, op=NU).pk

    nummers = tegelijk(*[verstuur] * 4)
    assert len(set(nummers)) == 1
    with in_school(school.pk):
        assert (Signaal.objects.count(), Terugkoppeling.objects.count()) == (1, 1)


def test_wie_mag_niet_koppelen_ziet_niets(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, None, leerling_tekst="Kees")
    for rol in (Rol.MENTOR, Rol.BEGELEIDER, Rol.BEHEERDER):
        wie = maak_werkplek(decor.school, rol)
        with pytest.raises(Http404):
            leerling_koppelen(door=wie, signaal_id=signaal.pk, leerling=decor.leerling)
