"""Two people in one OPP at the same time, on real connections: nothing is lost and nothing is made twice."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from ondersteuning.models import Opp, OppVersie
from ondersteuning.services.opp import OppBotsing
from ondersteuning.services.opp_doelen import oppdoel_toevoegen
from ondersteuning.services.opp_editor import opp_starten, scherm_bewaren
from ondersteuning.tests.opphulp import concept_van, leg_voor
from ondersteuning.tests.oppschrijf import doelgegevens, plek
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import NU
from zorgapp.testing.vast import tegelijk, vaste_school

STAM = uuid.UUID("00000000-0000-4000-8000-000000000001")


@pytest.fixture
def vast(vaste_database: None) -> Decor:
    """A school whose rows are committed."""
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def als(door: Werkplek, dienst: Callable[..., Any], **velden: Any) -> Callable[[], Any]:
    """Return a function that runs a service in a transaction of its own; a refusal is a result."""

    def _doe() -> Any:
        try:
            with transaction.atomic():
                zet_context(door.school.pk, door.user.pk)
                return dienst(door=door, op=NU, **velden)
        except (OppBotsing, Verouderd) as fout:
            return type(fout)

    return _doe


def test_samen_schrijven_beginnen_en_voorleggen(vast: Decor) -> None:
    """Twice begun is one OPP; two fields at once are both kept; of one field one is told; the next version is one."""
    z, pk = vast.coordinator, vast.leerling.pk
    begin: dict[str, Any] = {
        "leerling_id": pk,
        "opsteller": z.user,
        "pro": False,
        "aanleiding": "extra",
        "uiterlijk": None,
    }
    een, twee = tegelijk(*[als(z, opp_starten, **begin) for _ in range(2)])
    assert een.pk == twee.pk
    with in_school(vast.school.pk):
        opp, nu = Opp.objects.get(), concept_van(een)
    gezien: dict[str, Any] = {
        "pk": opp.pk,
        "nummer": 1,
        "versie": nu.versie,
        "basis": nu.versie,
        "gewaarschuwd": True,
    }

    def bewaar(**inhoud: str) -> Callable[[], Any]:
        return als(z, scherm_bewaren, inhoud={"beeld_leren": "", "beeld_thuis": "", **inhoud}, **gezien)

    tegelijk(bewaar(beeld_leren="Van de een."), bewaar(beeld_thuis="Van de ander."))
    with in_school(vast.school.pk):
        nu = concept_van(opp)
        assert (nu.beeld_leren, nu.beeld_thuis) == ("Van de een.", "Van de ander.")
    uit = tegelijk(*[als(z, scherm_bewaren, inhoud={"visie_ouders": t}, **gezien) for t in ("Een.", "Twee.")])
    assert OppBotsing in uit and len([u for u in uit if isinstance(u, OppVersie)]) == 1
    with in_school(vast.school.pk):
        leg_voor(concept_van(opp), z)
        hier = plek(opp, gewaarschuwd=True)
    doel: dict[str, Any] = {"plek": hier, "stam": STAM, "gegevens": doelgegevens()}
    uit = tegelijk(*[als(z, oppdoel_toevoegen, **doel) for _ in range(2)])
    with in_school(vast.school.pk):
        assert {u.pk for u in uit} == {concept_van(opp).doelen.get().pk}
        assert OppVersie.objects.filter(opp=opp).count() == 2
