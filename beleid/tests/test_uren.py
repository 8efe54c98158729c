"""Hours, scenarios and means: who may what, what stands, and what never changes by itself."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from beleid.access_uren import (
    get_scenario,
    get_uren,
    inzet_van,
    middelen_van,
    normen_van,
    scenarios_van,
    uren_met_keuzes,
    uren_van,
)
from beleid.blok_uren import keuzezin
from beleid.inzet import Scenariosoort, Werksoort
from beleid.inzetberekening import BEGINNORMEN
from beleid.models import Middel, Scenario, Uren
from beleid.services.middel import middel_wijzigen, middel_zetten
from beleid.services.scenario import (
    KEUZES_MAX,
    Keuzegegevens,
    scenario_bespreken,
    scenario_kiezen,
    scenario_maken,
    scenario_wijzigen,
)
from beleid.services.uren import normen_zetten, uren_toezeggen, uren_vragen, uren_wijzigen
from beleid.stats_uren import werkstand
from zorgapp.accounts.models import Vrijedag
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode, Schooljaar
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import maak_werkplek

JAAR = Schooljaar(2026)
NOV = date(2026, 11, 1)
KEUZES = [
    Keuzegegevens(Scenariosoort.OVERDRAGEN, "Regie bij Ruben", 180),
    Keuzegegevens(Scenariosoort.LATER, "Lijst 1 in december", 60),
]


@pytest.fixture
def leiding(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")


@pytest.fixture
def rol(decor: Decor) -> Uren:
    velden = {"rol": "Zorgcoördinator", "user": decor.coordinator.user, "opmerking": ""}
    return uren_vragen(door=decor.coordinator, jaar=JAAR, gevraagd=1200, **velden)


@pytest.fixture
def scenario(decor: Decor) -> Scenario:
    return scenario_maken(door=decor.coordinator, jaar=JAAR, titel="Overdragen", keuzes=KEUZES)


def test_vragen_toezeggen_en_leveren(decor: Decor, leiding: Werkplek, rol: Uren) -> None:
    assert inzet_van(decor.coordinator, JAAR).hebt is None
    uren_toezeggen(door=leiding, pk=rol.pk, versie=1, toegezegd=960)
    velden = {"rol": rol.rol, "user": rol.user, "gevraagd": 1260, "geleverd": 1020, "opmerking": "Tot mei."}
    uren_wijzigen(door=decor.coordinator, pk=rol.pk, versie=2, **velden)
    inzet = inzet_van(leiding, JAAR)
    assert (inzet.gevraagd, inzet.hebt, inzet.geleverd) == (1260, 960, 1020)
    assert uren_van(leiding, Schooljaar(2025)) == []


def test_de_coordinator_raakt_niet_aan_een_toezegging(decor: Decor, leiding: Werkplek, rol: Uren) -> None:
    with pytest.raises(PermissionDenied):
        uren_toezeggen(door=decor.coordinator, pk=rol.pk, versie=1, toegezegd=2400)
    assert Uren.objects.get().toegezegd is None
    velden = {"rol": "Zoco", "user": None, "gevraagd": 0, "geleverd": None, "opmerking": ""}
    uren_toezeggen(door=leiding, pk=rol.pk, versie=1, toegezegd=960)
    uren_wijzigen(door=decor.coordinator, pk=rol.pk, versie=2, **velden)
    assert Uren.objects.get().toegezegd == 960
    with pytest.raises(PermissionDenied):
        uren_wijzigen(door=leiding, pk=rol.pk, versie=3, **velden)


def test_twee_tegelijk_overschrijven_elkaar_niet(decor: Decor, leiding: Werkplek, rol: Uren) -> None:
    uren_toezeggen(door=leiding, pk=rol.pk, versie=1, toegezegd=960)
    velden = {"rol": rol.rol, "user": rol.user, "gevraagd": 60, "geleverd": None, "opmerking": ""}
    with pytest.raises(Verouderd):
        uren_wijzigen(door=decor.coordinator, pk=rol.pk, versie=1, **velden)
    with pytest.raises(Verouderd):
        uren_toezeggen(door=leiding, pk=rol.pk, versie=1, toegezegd=None)
    assert (Uren.objects.get().gevraagd, Uren.objects.get().toegezegd) == (1200, 960)


@pytest.mark.parametrize("anders", [{"gevraagd": 3601}, {"rol": ""}, {"rol": "Zorgcoördinator"}])
def test_wat_niet_klopt_wordt_geweigerd(decor: Decor, rol: Uren, anders: dict) -> None:
    velden: dict[str, Any] = {"rol": "Coach", "user": decor.coordinator.user, "gevraagd": 60}
    with pytest.raises(ValidationError):
        uren_vragen(door=decor.coordinator, jaar=JAAR, opmerking="", **velden | anders)
    assert Uren.objects.count() == 1


def test_een_docent_komt_er_niet_bij(decor: Decor, rol: Uren) -> None:
    docent = maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag, "Sanne")
    for deur in (uren_van, normen_van, scenarios_van, uren_met_keuzes, middelen_van):
        with pytest.raises(PermissionDenied):
            deur(docent, JAAR)
    with pytest.raises(Http404):
        get_scenario(decor.coordinator, 999_999)
    with pytest.raises(Http404):
        get_uren(decor.coordinator, rol.pk + 1, Recht.BELEID_WERKEN)


def test_de_minuten_beginnen_met_een_vuistregel_en_gaan_mee_naar_het_volgende_jaar(decor: Decor) -> None:
    door = decor.coordinator
    assert normen_van(door, JAAR) == (BEGINNORMEN, 0)
    anders = BEGINNORMEN | {Werksoort.OPP: 25}
    normen_zetten(door=door, jaar=JAAR, versie=0, minuten=anders)
    assert normen_van(door, JAAR) == (anders, 1)
    assert normen_van(door, Schooljaar(2027)) == (anders, 0)
    with pytest.raises(Verouderd):
        normen_zetten(door=door, jaar=JAAR, versie=0, minuten=BEGINNORMEN)
    normen_zetten(door=door, jaar=JAAR, versie=1, minuten=BEGINNORMEN)
    assert normen_van(door, JAAR) == (BEGINNORMEN, 2)
    for fout in ({Werksoort.OPP: 25}, anders | {Werksoort.OPP: 3601}):
        with pytest.raises(ValidationError):
            normen_zetten(door=door, jaar=JAAR, versie=2, minuten=fout)


def test_het_werk_wordt_per_maand_geteld_en_alleen_van_deze_school(decor: Decor) -> None:
    dien_in(decor.mentor, decor.leerling)
    dien_in(decor.mentor, decor.leerling)
    dag, school = decor.coordinator.dag, decor.school.pk
    assert werkstand(school, JAAR, dag).geteld == {(Werksoort.SIGNAAL, NOV): 2}
    assert werkstand(school, Schooljaar(2027), dag).geteld == {(Werksoort.SIGNAAL, NOV): 2}
    assert werkstand(school, Schooljaar(2025), dag).geteld == {}
    assert werkstand(school + 1, JAAR, dag).geteld == {}


def test_het_werk_wordt_gerekend_met_de_eigen_minuten_en_vrije_dagen(decor: Decor) -> None:
    door, school = decor.coordinator, decor.school
    Vrijedag.objects.create(school=school, naam="Kerst", van=date(2026, 12, 19), tot=date(2027, 1, 3))
    normen_zetten(door=door, jaar=JAAR, versie=0, minuten=BEGINNORMEN | {Werksoort.OPP: 25})
    normen_zetten(door=door, jaar=Schooljaar(2025), versie=0, minuten=BEGINNORMEN | {Werksoort.OPP: 99})
    stand = werkstand(school.pk, JAAR, door.dag)
    assert stand.normen[Werksoort.OPP] == 25
    assert stand.vrij == [Periode(date(2026, 12, 19), date(2027, 1, 3))]
    assert werkstand(school.pk, Schooljaar(2027), door.dag).vrij == []


def test_kiezen_in_een_scenario(decor: Decor, scenario: Scenario) -> None:
    door = decor.coordinator
    eerste, tweede = scenario.keuzes.all()
    scenario_kiezen(door=door, pk=scenario.pk, versie=1, gekozen=[eerste.pk])
    assert [k.gekozen for k in scenarios_van(door, JAAR)[0].keuzes.all()] == [True, False]
    with pytest.raises(Verouderd):
        scenario_kiezen(door=door, pk=scenario.pk, versie=1, gekozen=[tweede.pk])
    with pytest.raises(ValidationError, match="hoort niet bij"):
        scenario_kiezen(door=door, pk=scenario.pk, versie=2, gekozen=[tweede.pk + 1])
    assert [k.gekozen for k in scenarios_van(door, JAAR)[0].keuzes.all()] == [True, False]
    anders = [KEUZES[0], Keuzegegevens(Scenariosoort.ERBIJ, "Twee uur erbij", 120)]
    scenario_wijzigen(door=door, pk=scenario.pk, versie=2, titel="Anders", keuzes=anders)
    assert [(k.tekst, k.gekozen) for k in scenarios_van(door, JAAR)[0].keuzes.all()] == [
        ("Regie bij Ruben", True),
        ("Twee uur erbij", False),
    ]


def test_een_scenario_heeft_een_tot_acht_keuzes(decor: Decor) -> None:
    door = {"door": decor.coordinator, "jaar": JAAR, "titel": "Te veel"}
    for keuzes in ([], KEUZES[:1] * (KEUZES_MAX + 1)):
        with pytest.raises(ValidationError):
            scenario_maken(keuzes=keuzes, **door)
    assert not Scenario.objects.exists()


def test_na_het_gesprek_staat_een_scenario_vast(decor: Decor, leiding: Werkplek, scenario: Scenario) -> None:
    door, dag = decor.coordinator, decor.coordinator.dag
    velden = {"door": door, "pk": scenario.pk, "versie": 1}
    for fout in (
        {"besproken_op": date(2026, 11, 25), "uitkomst": "Ja."},
        {"besproken_op": dag, "uitkomst": " "},
    ):
        with pytest.raises(ValidationError):
            scenario_bespreken(**velden, **fout)
    with pytest.raises(PermissionDenied):
        scenario_bespreken(**velden | {"door": leiding}, besproken_op=dag, uitkomst="Ja.")
    scenario_bespreken(**velden, besproken_op=dag, uitkomst="Het MT kiest voor overdragen.")
    with pytest.raises(ValidationError, match="besproken"):
        scenario_kiezen(door=door, pk=scenario.pk, versie=2, gekozen=[])
    with pytest.raises(ValidationError, match="besproken"):
        scenario_wijzigen(door=door, pk=scenario.pk, versie=2, titel="Anders", keuzes=KEUZES)
    assert get_scenario(leiding, scenario.pk).uitkomst == "Het MT kiest voor overdragen."


@pytest.mark.parametrize(
    ("gekozen", "tekort", "zin"),
    [
        (0, 360, "Nog niets gekozen van de 6 uur die je tekortkomt."),
        (180, 360, "Gekozen: 3 van 6 uur. Nog 3 uur te kort."),
        (330, 360, "Gekozen: 5,5 van 6 uur. Nog 0,5 uur te kort."),
        (360, 360, "Met 6 uur is het tekort van 6 uur gedekt."),
        (180, 0, "Gekozen: 3 uur per week."),
        (0, 0, "Nog niets gekozen."),
    ],
)
def test_wat_de_keuzes_schelen(gekozen: int, tekort: int, zin: str) -> None:
    assert keuzezin(gekozen, tekort) == zin


def test_middelen(decor: Decor, leiding: Werkplek) -> None:
    door = decor.coordinator
    velden = {"bron": "Samenwerkingsverband", "doel": "Coaching", "resultaat": ""}
    geld = {"bedrag": Decimal("2500.50"), "besteed": Decimal(0)}
    rij = middel_zetten(door=door, jaar=JAAR, **velden, **geld)
    middel_wijzigen(door=door, pk=rij.pk, versie=1, **velden, **geld | {"besteed": Decimal(2600)})
    with pytest.raises(Verouderd):
        middel_wijzigen(door=door, pk=rij.pk, versie=1, **velden, **geld)
    with pytest.raises(PermissionDenied):
        middel_wijzigen(door=leiding, pk=rij.pk, versie=2, **velden, **geld)
    for fout in ({"bedrag": Decimal(-1)}, {"bedrag": Decimal("1e9")}):
        with pytest.raises(ValidationError):
            middel_zetten(door=door, jaar=JAAR, **velden, **geld | fout)
    with pytest.raises(ValidationError):
        middel_zetten(door=door, jaar=JAAR, **velden | {"bron": ""}, **geld)
    assert [(m.besteed, m.versie) for m in middelen_van(leiding, JAAR)] == [(Decimal(2600), 2)]
    assert Middel.objects.count() == 1
