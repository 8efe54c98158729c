"""Not given: a pattern per section that never shows a small group, a teacher or a ranking."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.models import FaciliteitMelding, Lesopdracht
from leerlingen.nietgekregen import _sectie, lees_patroon
from leerlingen.services.kaartlezers import melding_herstellen, niet_gekregen_melden
from leerlingen.tests.kaarthulp import LANG_GELEDEN, Kaartdecor, maak_kaartdecor
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

TIJD, LAPTOP = "25% extra tijd bij toetsen", "Laptop met voorleessoftware"
DAG_LANG = timedelta(days=1)


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    decor = maak_kaartdecor(school)
    decor.geef(TIJD)
    return decor


def docenten(kd: Kaartdecor, vak: str, aantal: int) -> None:
    for _ in range(aantal):
        wie = maak_werkplek(kd.school, Rol.DOCENT)
        Lesopdracht.objects.create(school=kd.school, user=wie.user, klas=kd.klas, vak=vak, van=LANG_GELEDEN)


def meldingen(kd: Kaartdecor, vak: str, aantal: int) -> None:
    rij = kd.kaart.toekenningen.get()
    FaciliteitMelding.objects.bulk_create(
        FaciliteitMelding(
            school=kd.school,
            leerling=kd.leerling,
            toekenning=rij,
            vak=vak,
            dag=DAG - n * DAG_LANG,
            door=kd.mentor.user,
        )
        for n in range(aantal)
    )


def aantallen(kd: Kaartdecor) -> dict[str, int | None]:
    return {s.vak: s.aantal for s in lees_patroon(kd.coordinator).secties}


@pytest.mark.parametrize(
    ("met", "keer", "ziet"), [(5, 5, 5), (4, 5, None), (5, 4, None), (5, 0, None), (9, 12, 12)]
)
def test_pas_bij_genoeg_docenten_en_genoeg_meldingen(
    kd: Kaartdecor, met: int, keer: int, ziet: int | None
) -> None:
    docenten(kd, "Frans", met)
    meldingen(kd, "Frans", keer)
    assert aantallen(kd) == {"Duits": None, "Frans": ziet, "wiskunde": None}


def test_alle_vakken_op_alfabet_ook_zonder_melding(kd: Kaartdecor) -> None:
    """ "Te weinig" says nothing about whether there was one, and the order says nothing about how many."""
    for vak in ("aardrijkskunde", "Zweeds"):
        docenten(kd, vak, 5)
    meldingen(kd, "Zweeds", 9)
    meldingen(kd, "aardrijkskunde", 5)
    assert list(aantallen(kd).items()) == [
        ("aardrijkskunde", 5),
        ("Duits", None),
        ("wiskunde", None),
        ("Zweeds", 9),
    ]


def test_de_school_kiest_een_grotere_groep_en_nooit_een_kleinere(kd: Kaartdecor) -> None:
    docenten(kd, "Frans", 6)
    meldingen(kd, "Frans", 6)
    instelling_zetten(door=kd.coordinator, sleutel="meldgroep", waarde=7, geldig_vanaf=DAG)
    assert aantallen(kd)["Frans"] is None
    with pytest.raises(ValueError, match="van 5"):
        instelling_zetten(door=kd.coordinator, sleutel="meldgroep", waarde=4, geldig_vanaf=DAG)


def test_wie_weg_is_telt_niet_mee_als_docent(kd: Kaartdecor) -> None:
    docenten(kd, "Frans", 5)
    meldingen(kd, "Frans", 5)
    Lesopdracht.objects.filter(pk=Lesopdracht.objects.filter(vak="Frans").latest("pk").pk).update(
        tot=DAG - DAG_LANG
    )
    assert aantallen(kd)["Frans"] is None


def test_vorig_schooljaar_telt_niet(kd: Kaartdecor) -> None:
    docenten(kd, "Frans", 5)
    meldingen(kd, "Frans", 5)
    FaciliteitMelding.objects.filter(dag=DAG).update(dag=DAG.replace(month=7, day=31))
    assert aantallen(kd)["Frans"] is None


@given(st.dictionaries(st.sampled_from("abc"), st.integers(1, 30)), st.integers(0, 12), st.integers(5, 9))
def test_geen_kleine_groep_en_niets_om_uit_te_rekenen(
    per_naam: dict[str, int], docenten: int, grens: int
) -> None:
    """Whatever the reports: each number shown is large, and so is what is left when one subtracts them."""
    from collections import Counter

    sectie = _sectie("Frans", docenten, Counter(per_naam), grens)
    if sectie.aantal is None:
        assert docenten < grens or sum(per_naam.values()) < grens
        assert sectie.vaakst == ()
        return
    getoond = [keer for _, keer in sectie.vaakst]
    rest = sectie.aantal - sum(getoond)
    assert docenten >= grens and all(keer >= grens for keer in (sectie.aantal, *getoond))
    assert not getoond or rest == 0 or rest >= grens


@pytest.mark.parametrize("wie", ["docent", "begeleider", "teamleider"])
def test_alleen_mentor_en_coordinator_melden(kd: Kaartdecor, wie: str) -> None:
    mens: Werkplek = maak_werkplek(kd.school, Rol.TEAMLEIDER) if wie == "teamleider" else getattr(kd, wie)
    with pytest.raises(PermissionDenied):
        meld(kd, mens)


def meld(kd: Kaartdecor, door: Werkplek, **anders: object) -> FaciliteitMelding:
    velden = {"toekenning_id": kd.kaart.toekenningen.get().pk, "vak": "Duits", "dag": DAG, "woorden": ""}
    return niet_gekregen_melden(
        door=door,
        leerling=kd.leerling,
        op=NU,
        **(velden | anders),  # type: ignore[arg-type]
    )


def test_twee_tikken_is_een_melding_en_herstel_haalt_hem_weg(kd: Kaartdecor) -> None:
    een, twee = meld(kd, kd.mentor), meld(kd, kd.mentor)
    assert een == twee
    ander = maak_werkplek(kd.school, Rol.MENTOR)
    with pytest.raises(PermissionDenied):
        melding_herstellen(door=ander, leerling=kd.leerling, pk=een.pk)
    melding_herstellen(door=kd.coordinator, leerling=kd.leerling, pk=een.pk)
    with pytest.raises(Http404):
        melding_herstellen(door=kd.coordinator, leerling=kd.leerling, pk=een.pk)


def test_niet_voor_de_faciliteit_er_was(kd: Kaartdecor) -> None:
    with pytest.raises(ValidationError, match="nog niet op de kaart"):
        meld(kd, kd.mentor, dag=DAG - DAG_LANG)
