"""How many OPPs are in order: who is not and why for the coordinator, a figure that hides nobody for the schoolleiding."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Opp
from ondersteuning.opporde import lees_cijfer, lees_orde
from ondersteuning.tests.opphulp import begin_opp, maak_compleet, zet_vast
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget


def loopt(decor: Decor, *, rod: bool = True, zonder: str = "", **leerling: Any) -> Opp:
    """An OPP in force; without `rod` it is not in order (rule 18)."""
    kind = maak_leerling(decor.school, decor.klas, **({"achternaam": "Visser"} | leerling))
    opp = maak_compleet(decor, timezone.now(), leerling=kind, zonder=zonder)
    wie = {"rod_begin_op": decor.coordinator.dag, "rod_begin_door": decor.coordinator.user} if rod else {}
    zet_vast(opp, decor.coordinator, **wie)
    return opp


@pytest.mark.regel(18)
def test_wie_niet_en_waarom(decor: Decor) -> None:
    """A draft and a closed one do not count; each rule has its own count, and one OPP can miss two things."""
    for _ in range(2):
        loopt(decor)
    loopt(decor, rod=False, roepnaam="Mila")
    loopt(decor, rod=False, zonder="doel", roepnaam="Noor")
    begin_opp(decor.coordinator, decor.leerling)
    dicht = loopt(decor, rod=False)
    Opp.objects.filter(pk=dicht.pk).update(status="afgesloten", einddatum=DAG)
    stand = lees_orde(decor.coordinator)
    assert (stand.lopend, stand.niet, stand.procent) == (4, 2, 50)
    assert {regel.nummer: aantal for regel, aantal in stand.per_regel} == {18: 2, 6: 1}
    een = lees_orde(decor.coordinator, "6")
    assert [rij.opp.leerling.roepnaam for rij in een.pagina.rijen] == ["Noor"]
    for onzin in ("x", "9" * 40, "8", "-1"):
        assert lees_orde(decor.coordinator, onzin).regel == 0


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


def test_statements_groeien_niet_mee(nu_decor: Decor, inloggen: Any) -> None:
    """As many with thirty as with two, on every page; the list stays below 20 kB."""
    pad, client = reverse("ondersteuning:opp_orde"), inloggen(nu_decor.coordinator.user)
    for _ in range(2):
        loopt(nu_decor, rod=False, zonder="doel")
    weinig = controleer_budget(client, pad)
    for _ in range(28):
        loopt(nu_decor, rod=False, zonder="doel")
    assert controleer_budget(client, pad) == controleer_budget(client, f"{pad}?p=2") == weinig
    antwoord = client.get(pad)
    assert len(antwoord.content) < 20_000 and "?p=2" in antwoord.content.decode()


def test_een_leerling_die_weg_is(decor: Decor) -> None:
    opp = loopt(decor, rod=False)
    type(opp.leerling).objects.filter(pk=opp.leerling_id).update(uitgeschreven_op=date(2026, 11, 23))
    assert lees_orde(decor.coordinator).lopend == 0
