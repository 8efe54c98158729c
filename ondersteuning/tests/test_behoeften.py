"""What a pupil needs, above his file: trajectories and form together, newest first, nothing twice."""

from datetime import date, timedelta
from typing import Any

import pytest

from leerlingen.access import Grond, toegangsgrond
from ondersteuning.access_hgw import inhoud_van
from ondersteuning.paneel_behoeften import MEEST, Behoefte, Bron, behoeften_in_kop, kies
from ondersteuning.paneel_traject import trajecten_in_kop
from ondersteuning.services.hgw import hgw_afronden, hgw_beginnen
from ondersteuning.tests.trajecthulp import start
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek

DAG_EEN = date(2026, 9, 1)


def traject(dagen: int, *regels: str) -> Bron:
    return Bron(f"Traject {dagen}", DAG_EEN + timedelta(days=dagen), "", regels, "leer")


def hgw(dagen: int, *regels: str) -> Bron:
    return Bron("Handelingsgericht", DAG_EEN + timedelta(days=dagen), "", regels)


@pytest.mark.parametrize(
    ("bronnen", "woorden"),
    [
        ([], []),
        ([traject(1, "oud"), hgw(2, "nieuw")], ["nieuw", "oud"]),
        ([traject(2, "a", "b", "c", "d"), hgw(1, "e", "f")], ["a", "b", "e", "f"]),
        ([traject(2, "Korte  stappen."), hgw(1, "korte stappen", "rust")], ["Korte  stappen.", "rust"]),
        ([traject(n, f"t{n}") for n in (5, 4, 3, 2)] + [hgw(1, "h")], ["t5", "t4", "t3", "h"]),
        ([hgw(1, "h", "i", "j", "k", "l")], ["h", "i", "j", "k"]),
        ([traject(2, "x" * 200)], ["x" * 109 + "…"]),
    ],
)
def test_nieuwste_eerst_en_niets_dubbel(bronnen: list[Bron], woorden: list[str]) -> None:
    gekozen = kies(bronnen)
    assert [b.tekst for b in gekozen] == woorden and len(gekozen) <= MEEST


def _grond(decor: Decor, wie: Werkplek) -> Grond:
    grond = toegangsgrond(wie, decor.leerling)
    assert grond is not None
    return grond


def _in_kop(decor: Decor, wie: Werkplek, grond: Grond) -> list[Behoefte]:
    return behoeften_in_kop(wie, decor.leerling, grond, trajecten_in_kop(wie, decor.leerling, grond))


def test_een_traject_verbergt_het_formulier_niet(decor: Decor, django_assert_num_queries: Any) -> None:
    """Each with where it comes from and its date; a teacher reads only what the form says for his lesson."""
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    formulier = hgw_beginnen(door=decor.mentor, leerling_id=decor.leerling.pk, op=NU)
    inhoud = inhoud_van(formulier) | {
        "behoefte_instructie": "in kleine stappen gaat",
        "behoefte_ouders": "bellen",
        "evaluatie_op": DAG,
    }
    wat: dict[str, Any] = {"versie": formulier.versie, "basis": formulier.versie, "inhoud": inhoud, "op": NU}
    hgw_afronden(door=decor.mentor, pk=formulier.pk, **wat)
    start(decor, start=DAG - timedelta(days=7), onderwijsbehoeften="Een vaste begeleider.")
    grond = _grond(decor, decor.coordinator)
    with django_assert_num_queries(2):
        rijen = _in_kop(decor, decor.coordinator, grond)
    assert [(b.tekst, b.bron.naam, b.bron.op) for b in rijen if b.bron] == [
        ("Instructie die in kleine stappen gaat", "Handelingsgericht", DAG),
        ("Ouders die bellen", "Handelingsgericht", DAG),
        ("Een vaste begeleider.", "Faalangsttraining", DAG - timedelta(days=7)),
    ]
    assert _in_kop(decor, docent, _grond(decor, docent)) == [
        Behoefte("Instructie die in kleine stappen gaat")
    ]
