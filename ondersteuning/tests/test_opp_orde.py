"""How many OPPs are in order: who is not and why for the coordinator, a figure that hides nobody for the schoolleiding."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.access_opp_orde import lopende
from ondersteuning.models import Opp
from ondersteuning.opp.wacht import DAARNA, bekijk, mag_vaststellen
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.opporde import lees_cijfer, lees_orde
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.tests.opphulp import begin_opp, maak_compleet, zet_evaluatie, zet_vast
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_leerling, maak_werkplek


def loopt(decor: Decor, *, rod: bool = True, **leerling: Any) -> Opp:
    """An OPP in force; without `rod` it is not in order (rule 18)."""
    kind = maak_leerling(decor.school, decor.klas, **({"achternaam": "Visser"} | leerling))
    opp = maak_compleet(decor, timezone.now(), leerling=kind)
    wie = {"rod_begin_op": decor.coordinator.dag, "rod_begin_door": decor.coordinator.user} if rod else {}
    zet_vast(opp, decor.coordinator, **wie)
    return opp


@pytest.mark.regel(18)
def test_wie_niet_en_waarom(decor: Decor) -> None:
    """A draft and a closed one do not count; each rule has its own count, and one OPP can miss two things."""
    for _ in range(2):
        loopt(decor)
    loopt(decor, rod=False, roepnaam="Mila")
    noor = loopt(decor, rod=False, roepnaam="Noor")
    evaluatie = zet_evaluatie(noor, noor.versies.get(), decor.coordinator, gehouden_op=DAG)
    type(evaluatie).objects.update(leerling_erbij="nee")
    begin_opp(decor.coordinator, decor.leerling)
    dicht = loopt(decor, rod=False)
    Opp.objects.filter(pk=dicht.pk).update(status="afgesloten", einddatum=DAG)
    stand = lees_orde(decor.coordinator)
    assert (stand.lopend, stand.niet, stand.procent) == (4, 2, 50)
    assert {regel.nummer: aantal for regel, aantal in stand.per_regel} == {18: 2, 17: 1}
    een = lees_orde(decor.coordinator, "17")
    assert [rij.opp.leerling.roepnaam for rij in een.pagina.rijen] == ["Noor"]
    for onzin in ("x", "9" * 40, "8", "6", "-1"):
        assert lees_orde(decor.coordinator, onzin).regel == 0


@pytest.mark.regel(7)
@pytest.mark.regel(9)
def test_wat_later_verandert_maakt_een_besluit_niet_ongeldig(decor: Decor) -> None:
    """He turns 18, or a parent loses gezag: what was right on the day it was set stays so (only 16 to 18 come after)."""
    opp = loopt(decor)
    Contactpersoon.objects.update(gezag="nee")
    Leerling.objects.filter(pk=opp.leerling_id).update(geboortedatum=date(2008, 1, 1))
    stand = lees_orde(decor.coordinator)
    assert (stand.lopend, stand.niet) == (1, 0)
    bijstelling = opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=timezone.now())
    assert {7} <= {
        u.regel.nummer
        for u in mag_vaststellen(feiten_van(Opp.objects.select_related("leerling").get(), bijstelling, DAG))
    }


@pytest.mark.regel(16)
@pytest.mark.regel(17)
@pytest.mark.parametrize("pro", [False, True])
@pytest.mark.parametrize("begin", [date(2025, 7, 31), date(2025, 8, 1), date(2026, 8, 1)])
@pytest.mark.parametrize("terug", [(), ("2026-07-31",), ("2025-07-31",), ("2026-06-01", "2026-09-01")])
@pytest.mark.parametrize("erbij", ["ja", "nee"])
def test_de_database_telt_zoals_de_regels(
    decor: Decor, pro: bool, begin: date, terug: tuple[str, ...], erbij: str
) -> None:
    """The list is chosen in SQL; each answer is the one that the rule itself gives."""
    opp = loopt(decor, rod=erbij == "ja")
    for dag in terug:
        zet_evaluatie(
            opp,
            opp.versies.get(),
            decor.coordinator,
            gehouden_op=date.fromisoformat(dag),
            leerling_erbij=erbij,
        )
    Opp.objects.update(pro=pro, begindatum=begin)
    rij = lopende(decor.coordinator).select_related("leerling").get()
    mist = {n for n in DAARNA if getattr(rij, f"mist_{n}")}
    feiten = feiten_van(rij, rij.versies.get(), decor.coordinator.dag)
    assert mist == {u.regel.nummer for u in bekijk(feiten, DAARNA) if not u.in_orde}


@pytest.mark.regel(40)
def test_een_coordinator_van_een_vestiging(decor: Decor) -> None:
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=naam) for naam in ("Noord", "Zuid"))
    loopt(decor, rod=False, roepnaam="Mila", vestiging=noord)
    loopt(decor, rod=False, roepnaam="Noor", vestiging=zuid)
    hier = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, DAG, "Zita", vestiging=noord)
    stand = lees_orde(hier)
    assert [rij.opp.leerling.roepnaam for rij in stand.pagina.rijen] == ["Mila"] and stand.lopend == 1


@pytest.mark.regel(46)
@pytest.mark.parametrize(
    ("goed", "fout", "toon"),
    [
        (2, 2, (None, None, None)),
        (6, 1, (7, None, None)),
        (1, 6, (7, None, None)),
        (5, 5, (10, 5, 5)),
    ],
)
def test_het_cijfer_verbergt_kleine_aantallen(
    decor: Decor, goed: int, fout: int, toon: tuple[int | None, ...]
) -> None:
    for _ in range(goed):
        loopt(decor)
    for _ in range(fout):
        loopt(decor, rod=False)
    leider = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, DAG, "Marijke")
    cijfer = lees_cijfer(leider)
    assert (cijfer.lopend, cijfer.in_orde, cijfer.niet) == toon
    assert cijfer.procent == (50 if toon[1] else None)
    assert bool(cijfer.per_regel) == (toon[1] is not None)
    assert all(aantal is None or aantal >= 5 for _, aantal in cijfer.per_regel)


def test_de_schoolleiding_ziet_geen_naam(nu_decor: Decor, inloggen: Any) -> None:
    for _ in range(5):
        loopt(nu_decor, rod=False)
    leider = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")
    pad = reverse("ondersteuning:opp_orde")
    tekst = inloggen(leider.user).get(pad).content.decode()
    assert "5 ontwikkelingsperspectieven die lopen" in tekst and "minder dan 5 in orde" in tekst
    assert "Visser" not in tekst and reverse("ondersteuning:opp", args=[Opp.objects.first().pk]) not in tekst
    assert "Visser" in inloggen(nu_decor.coordinator.user).get(pad).content.decode()


def test_een_leerling_die_weg_is(decor: Decor) -> None:
    opp = loopt(decor, rod=False)
    type(opp.leerling).objects.filter(pk=opp.leerling_id).update(uitgeschreven_op=date(2026, 11, 23))
    assert lees_orde(decor.coordinator).lopend == 0


def test_zonder_opp_dat_loopt_is_er_geen_cijfer(nu_decor: Decor, inloggen: Any) -> None:
    """Nothing is divided, and nothing is called in order: not for the coordinator, not for the schoolleiding."""
    stand = lees_orde(nu_decor.coordinator)
    assert (stand.lopend, stand.niet, stand.procent, stand.pagina.rijen) == (0, 0, None, [])
    pad = reverse("ondersteuning:opp_orde")
    for vraag in ("", "?regel=18", "?p=9999"):
        tekst = inloggen(nu_decor.coordinator.user).get(pad + vraag).content.decode()
        assert "Er loopt nog geen" in tekst and "Nog niets om na te kijken" in tekst and "%" not in tekst
        assert "Alles in orde" not in tekst
    leider = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")
    cijfer = lees_cijfer(leider)
    assert (cijfer.lopend, cijfer.in_orde, cijfer.niet, cijfer.procent) == (None, None, None, None)
    assert cijfer.per_regel == [] and cijfer.weinig == ""
    assert "minder dan 5 ontwikkelingsperspectieven" in inloggen(leider.user).get(pad).content.decode()


def test_een_bijstelling_telt_een_keer_en_om_wat_geldt(decor: Decor) -> None:
    """An OPP that is being changed is judged on the version in force; what its draft still misses does not count."""
    for fout in (False, True):
        opp = loopt(decor, rod=not fout, roepnaam="Mila" if fout else "Noor")
        opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=timezone.now())
        nieuw = opp.versies.get(status="concept")
        type(nieuw).objects.filter(pk=nieuw.pk).update(bestemming="", begeleiding="", onderbouwing="")
    stand = lees_orde(decor.coordinator)
    assert (stand.lopend, stand.niet, stand.procent) == (2, 1, 50)
    assert [(rij.opp.leerling.roepnaam, rij.versie.nummer) for rij in stand.pagina.rijen] == [("Mila", 1)]
    vast = stand.pagina.rijen[0].opp
    Opp.objects.filter(pk=vast.pk).update(status="afgesloten", einddatum=DAG)
    stand = lees_orde(decor.coordinator)
    assert (stand.lopend, stand.niet, stand.procent, stand.per_regel) == (1, 0, 100, [])


@pytest.mark.parametrize(("goed", "fout", "procent"), [(2, 1, 66), (0, 1, 0), (1, 0, 100)])
def test_het_percentage_is_nooit_mooier_dan_het_is(decor: Decor, goed: int, fout: int, procent: int) -> None:
    """Rounded down, so that 100 means every one; who is not, together with who is, are all."""
    for nummer in range(goed + fout):
        loopt(decor, rod=nummer < goed)
    stand = lees_orde(decor.coordinator)
    assert stand.procent == procent and len(stand.pagina.rijen) == stand.niet == fout
    assert max((aantal for _, aantal in stand.per_regel), default=0) <= stand.niet <= stand.lopend
