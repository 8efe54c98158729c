"""Hours, money and activities beside a plan: live until it is set, then as they were, and only for who may read them."""

from decimal import Decimal
from uuid import uuid4

import pytest

from beleid.access_plan import ernaast
from beleid.documents.plan import PLAN, maak
from beleid.models import Activiteit, Beleidsplan, Kengetal, Middel, Uren
from beleid.planbeeld import lees_beeld
from beleid.services.middel import middel_zetten
from beleid.services.uren import uren_toezeggen, uren_vragen
from beleid.tests.planhulp import begin, publiceer
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek


@pytest.fixture
def leider(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")


def _middelen(werkplek: Werkplek, plan: Beleidsplan) -> dict[str, str]:
    plan = Beleidsplan.objects.get(pk=plan.pk)
    beeld = {b.soort: b for b in lees_beeld(werkplek, plan)}["middelen"]
    return {getal.label: getal.waarde for getal in beeld.getallen} | {"bij": beeld.bij}


def _vraag(door: Werkplek, plan: Beleidsplan, rol: str, minuten: int) -> Uren:
    return uren_vragen(door=door, jaar=plan.jaar, rol=rol, user=None, gevraagd=minuten, opmerking="")


def _geld(door: Werkplek, plan: Beleidsplan, bron: str, bedrag: str, besteed: str) -> Middel:
    velden = {"bedrag": Decimal(bedrag), "besteed": Decimal(besteed), "resultaat": ""}
    return middel_zetten(door=door, jaar=plan.jaar, bron=bron, doel="Begeleiding", **velden)


def test_uren_en_geld_staan_ernaast_en_liggen_vast_na_het_vaststellen(decor: Decor, leider: Werkplek) -> None:
    door = decor.coordinator
    plan = begin(door)
    assert _middelen(door, plan) == {"bij": f"Voor {plan.jaar} staan nog geen uren en geld in zorgapp."}
    rij = _vraag(door, plan, "Zorgcoördinator", 1200)
    assert _middelen(door, plan)["Zorgcoördinator"] == "20 uur gevraagd, nog niets toegezegd"
    uren_toezeggen(door=leider, pk=rij.pk, versie=1, toegezegd=930)
    _vraag(door, plan, "Coach", 90)
    _geld(door, plan, "Gemeente", "7500.50", "100")
    _geld(door, plan, "Begroting", "2500", "2600.25")
    nu = _middelen(leider, plan)
    bij = nu.pop("bij")
    assert nu == {
        "Coach": "1,5 uur gevraagd, nog niets toegezegd",
        "Zorgcoördinator": "20 uur gevraagd, 15,5 toegezegd",
        "Alle rollen samen": "21,5 uur gevraagd, 15,5 toegezegd",
        "Geld": "€ 10.000,50, waarvan € 2.700,25 besteed",
    }
    assert f"Zo staat het nu voor {plan.jaar}." in bij
    publiceer(door, leider, plan)
    _vraag(door, plan, "Begeleider", 600)
    _geld(door, plan, "Swv", "1", "0")
    later = _middelen(door, plan)
    assert "Zo stond het toen het plan werd vastgesteld." in later.pop("bij") and later == nu
    kern = {b.soort: b for b in lees_beeld(door, Beleidsplan.objects.get(pk=plan.pk))}["kengetallen"]
    assert not {getal.label for getal in kern.getallen} & set(nu)
    assert Kengetal.objects.filter(plan=plan, sleutel="geld").count() == 1


def test_collegas_lezen_geen_uren_en_geld(decor: Decor, leider: Werkplek) -> None:
    door = decor.coordinator
    plan = begin(door)
    _vraag(door, plan, "Zorgcoördinator", 1200)
    _geld(door, plan, "Gemeente", "7500", "0")
    for stap in (lambda: None, lambda: publiceer(door, leider, plan)):
        stap()
        plan.refresh_from_db()
        assert _middelen(decor.mentor, plan) == {"bij": ""}
    assert "7.500" in PLAN.html(maak(leider, plan.pk))
    papier = PLAN.html(maak(decor.mentor, plan.pk))
    assert "7.500" not in papier and "20 uur gevraagd" not in papier


def test_een_plan_van_voor_er_uren_bewaard_werden_toont_niets_van_nu(decor: Decor, leider: Werkplek) -> None:
    plan = begin(decor.coordinator)
    publiceer(decor.coordinator, leider, plan)
    _vraag(decor.coordinator, plan, "Zorgcoördinator", 1200)
    assert _middelen(leider, plan) == {"bij": ""}


def test_van_veel_activiteiten_staat_er_hoeveel_er_nog_zijn(decor: Decor) -> None:
    door = decor.coordinator
    plan = begin(door)
    for n in range(14):
        strook = "ontwikkelpunt" if n == 13 else "samen"
        dag = plan.jaar.begin
        velden = {"titel": f"Iets {n:02}", "strook": strook, "van": dag, "tot": dag, "stam": uuid4()}
        Activiteit.objects.create(
            school=door.school, schooljaar=plan.schooljaar, gemaakt_door=door.user, **velden
        )
    rijen = ernaast(door, plan.jaar)["activiteiten"]
    assert rijen[0] == "Iets 13" and rijen[-1] == "en nog 2" and len(rijen) == 13
    Activiteit.objects.filter(titel__in=("Iets 00", "Iets 01")).update(status="vervallen")
    assert ernaast(door, plan.jaar)["activiteiten"][-1] == "Iets 12"
