"""Changing a note keeps every earlier text and overwrites nothing unseen; retracting leaves a tombstone."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.access_notities import OpenNotitie, get_notitie, leesbare_notities, revisie_van, revisies_van
from leerlingen.models import Niveau, Notitie, Notitierevisie, Stuk, Stuksoort
from leerlingen.services.notities import (
    NotitieVerouderd,
    notitie_intrekken,
    notitie_terugzetten,
    notitie_wijzigen,
)
from leerlingen.tests.notitiehulp import GEHEIM, Plein, gegevens, maak_plein, schrijf, voeg_toe
from zorgapp.accounts.models import School
from zorgapp.accounts.werkplek import Werkplek

NU = timezone.now()


@pytest.fixture
def plein(school: School, opslag: Any) -> Plein:
    return maak_plein(school)


def wijzig(door: Werkplek, pk: int, versie: int, tekst: str, **velden: Any) -> Any:
    nieuw = gegevens(door.dag, tekst=tekst, **velden)
    return notitie_wijzigen(door=door, pk=pk, versie=versie, gegevens=nieuw, op=timezone.now())


def tekst_nu(plein: Plein, pk: int) -> str:
    return leesbare_notities(plein.coordinator, plein.leerling.pk, "coordinator").get(pk=pk).tekst


def eerdere(wie: Werkplek, geopend: OpenNotitie) -> list[Notitierevisie]:
    """All earlier texts, the newest first, each asked for as its page does."""
    rijen = [revisie_van(wie, geopend, str(r.versie)) for r in revisies_van(wie, geopend).rijen]
    return [rij for rij in rijen if rij is not None]


def test_elke_eerdere_tekst_blijft_met_wie_en_wanneer(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    wijzig(plein.coordinator, notitie.pk, 1, "Twee.")
    wijzig(plein.mentor, notitie.pk, 2, "Drie.", niveau=Niveau.KLAS)
    geopend = get_notitie(plein.mentor, notitie.pk)
    assert (geopend.notitie.tekst, geopend.notitie.versie) == ("Drie.", 3)
    assert geopend.notitie.gewijzigd_door == plein.mentor.user and geopend.notitie.auteur == plein.mentor.user
    oud = [(r.versie, r.tekst, r.auteur_id, r.niveau) for r in eerdere(plein.mentor, geopend)]
    assert oud == [
        (2, "Twee.", plein.coordinator.user.pk, Niveau.MENTOR_ZORGTEAM),
        (1, GEHEIM, plein.mentor.user.pk, Niveau.MENTOR_ZORGTEAM),
    ]


def test_dezelfde_tekst_maakt_geen_versie(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    wijzig(plein.mentor, notitie.pk, 1, GEHEIM)
    assert not Notitierevisie.objects.exists() and Notitie.objects.get().versie == 1


def test_de_tweede_overschrijft_niets(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    wijzig(plein.coordinator, notitie.pk, 1, "Van de coördinator.")
    with pytest.raises(NotitieVerouderd) as fout:
        wijzig(plein.mentor, notitie.pk, 1, "Van de mentor.")
    assert fout.value.geopend.notitie.tekst == "Van de coördinator."
    assert tekst_nu(plein, notitie.pk) == "Van de coördinator." and Notitierevisie.objects.count() == 1


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(stappen=st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.integers(0, 3)), max_size=6))
def test_van_wat_er_ook_gebeurt_is_elke_tekst_terug_te_vinden(
    plein: Plein, stappen: list[tuple[bool, int, int]]
) -> None:
    """Whoever saves what on whichever version: what was accepted stands there now or among the revisions, once each."""
    with transaction.atomic():
        notitie = schrijf(plein.mentor, plein.leerling)
        aanvaard, nu = [GEHEIM], 1
        for nummer, (coordinator, achter, welke) in enumerate(stappen):
            tekst = f"tekst {welke}" if welke else f"tekst {nummer} nieuw"
            try:
                wijzig(plein.coordinator if coordinator else plein.mentor, notitie.pk, nu - achter, tekst)
            except NotitieVerouderd:
                assert achter > 0
                continue
            assert achter == 0
            if tekst != aanvaard[-1]:
                aanvaard.append(tekst)
                nu += 1
        geopend = get_notitie(plein.mentor, notitie.pk)
        alle = [*[r.tekst for r in eerdere(plein.mentor, geopend)][::-1], geopend.notitie.tekst]
        assert alle == aanvaard and geopend.notitie.versie == len(aanvaard)
        transaction.set_rollback(True)


def test_wie_alleen_leest_wijzigt_niet(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    for dienst in (
        lambda: wijzig(plein.begeleider, notitie.pk, 1, "x"),
        lambda: notitie_intrekken(door=plein.begeleider, pk=notitie.pk, versie=1, reden="x", op=NU),
        lambda: notitie_terugzetten(door=plein.begeleider, pk=notitie.pk),
    ):
        with pytest.raises(PermissionDenied):
            dienst()
    with pytest.raises(Http404):
        wijzig(plein.docent, notitie.pk, 1, "x")
    assert tekst_nu(plein, notitie.pk) == GEHEIM


def test_twee_keer_verstuurd_is_een_notitie(plein: Plein) -> None:
    sleutel = uuid.uuid4()
    assert schrijf(plein.mentor, plein.leerling, sleutel=sleutel) == schrijf(
        plein.mentor, plein.leerling, sleutel=sleutel, tekst="Anders."
    )
    assert tekst_nu(plein, Notitie.objects.get().pk) == GEHEIM


@pytest.mark.parametrize(
    "velden",
    [{"tekst": "", "stem": ""}, {"stem": "Ik."}, {"niveau": "iedereen"}, {"soort": "diagnose"}],
    ids=str,
)
def test_wat_niet_kan_wordt_niet_bewaard(plein: Plein, velden: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        schrijf(plein.mentor, plein.leerling, **velden)
    assert not Notitie.objects.exists()


def test_wat_nog_moet_gebeuren_is_geen_notitie(plein: Plein) -> None:
    morgen = plein.mentor.dag + timedelta(days=1)
    with pytest.raises(ValidationError, match="nog niet gebeurd"):
        schrijf(plein.mentor, plein.leerling, gebeurd_op=morgen)
    notitie = schrijf(plein.mentor, plein.leerling, gebeurd_op=plein.mentor.dag)
    with pytest.raises(IntegrityError, match="notitie_niet_in_toekomst"), transaction.atomic():
        Notitie.objects.filter(pk=notitie.pk).update(gebeurd_op=morgen)


@pytest.mark.parametrize("opdracht", ["update", "delete"])
def test_een_eerdere_tekst_is_niet_te_veranderen(plein: Plein, opdracht: str) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    wijzig(plein.mentor, notitie.pk, 1, "Twee.")
    rijen = Notitierevisie.objects.all()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rijen.update(versie=9) if opdracht == "update" else rijen._raw_delete("default")


def test_ingetrokken_blijft_staan_zonder_tekst(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling, stem="Ik wil niet.", stem_van="Kees Jan")
    notitie_intrekken(door=plein.mentor, pk=notitie.pk, versie=1, reden="Verkeerde leerling.", op=NU)
    for wie, leest in ((plein.mentor, True), (plein.coordinator, True), (plein.begeleider, False)):
        gezien = get_notitie(wie, notitie.pk).notitie
        assert gezien.ingetrokken_reden == "Verkeerde leerling."
        assert (gezien.tekst, gezien.stem) == ((GEHEIM, "Ik wil niet.") if leest else ("", "")), wie.user
    with pytest.raises(NotitieVerouderd):
        wijzig(plein.mentor, notitie.pk, 1, "x")
    with pytest.raises(ValidationError, match="ingetrokken"):
        wijzig(plein.mentor, notitie.pk, 2, "x")


def test_intrekken_van_een_oudere_versie_wordt_tegengehouden(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    wijzig(plein.coordinator, notitie.pk, 1, "Twee.")
    with pytest.raises(NotitieVerouderd):
        notitie_intrekken(door=plein.mentor, pk=notitie.pk, versie=1, reden="x", op=NU)
    assert Notitie.objects.get().ingetrokken_op is None


def test_terugzetten_zet_ook_de_bijlagen_terug_die_meegingen(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    mee = voeg_toe(plein.mentor, plein.leerling, notitie_id=notitie.pk)
    los = voeg_toe(plein.mentor, plein.leerling)
    Stuk.objects.filter(pk=los.pk).update(
        ingetrokken_op=NU, ingetrokken_door=plein.mentor.user, ingetrokken_reden="eigen reden"
    )
    notitie_intrekken(door=plein.coordinator, pk=notitie.pk, versie=1, reden="x", op=NU)
    assert Stuk.objects.get(pk=mee.pk).ingetrokken_op == NU
    notitie_terugzetten(door=plein.mentor, pk=notitie.pk)
    assert Stuk.objects.get(pk=mee.pk).ingetrokken_op is None
    assert Stuk.objects.get(pk=los.pk).ingetrokken_op == NU
    assert get_notitie(plein.begeleider, notitie.pk).notitie.tekst == GEHEIM


def test_een_bijlage_volgt_het_niveau_van_haar_notitie(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    gewoon = voeg_toe(plein.mentor, plein.leerling, niveau=Niveau.KLAS, notitie_id=notitie.pk)
    medisch = voeg_toe(plein.mentor, plein.leerling, Stuksoort.MEDISCH, notitie_id=notitie.pk)
    assert Stuk.objects.get(pk=gewoon.pk).niveau == Niveau.MENTOR_ZORGTEAM
    for versie, niveau in enumerate((Niveau.KLAS, Niveau.ZORGTEAM), start=1):
        wijzig(plein.mentor, notitie.pk, versie, GEHEIM, niveau=niveau)
        assert Stuk.objects.get(pk=gewoon.pk).niveau == niveau
        assert Stuk.objects.get(pk=medisch.pk).niveau == Niveau.ZORGTEAM
