"""Two people at one OPP at the same time, on real connections: it is set once, and nobody writes over it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from ondersteuning.models import Opp, OppVersie, OppVoorlegging
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.services.opp import opp_bewaren, opp_bijstellen
from ondersteuning.services.opp_leiding import opp_aan_leiding
from ondersteuning.services.opp_vaststellen import opp_vaststellen, opp_vaststellen_als_leiding
from ondersteuning.tests.opphulp import concept_van, maak_compleet
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import NU, maak_leerling, maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school

KEREN = 3
GEWEIGERD = (Verouderd, DaadNietToegestaan, ValidationError, Http404)
LATER = NU + timedelta(minutes=5)


@pytest.fixture
def vast(vaste_database: None) -> Decor:
    """A school whose rows are committed."""
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def als(door: Werkplek, dienst: Callable[..., Any], **velden: Any) -> Callable[[], Any]:
    """Return a function that runs a service in a transaction of its own; the domain's refusal is a result."""

    def _doe() -> Any:
        try:
            with transaction.atomic():
                zet_context(door.school.pk, door.user.pk)
                return dienst(door=door, **velden)
        except GEWEIGERD as fout:
            return type(fout)

    return _doe


def nieuw(vast: Decor) -> tuple[Opp, dict[str, Any]]:
    """A complete OPP of another pupil, and what somebody who reads it now has before him."""
    with in_school(vast.school.pk):
        opp = maak_compleet(vast, leerling=maak_leerling(vast.school, vast.klas))
        nu = concept_van(opp)
    return opp, {"pk": opp.pk, "nummer": nu.nummer, "versie": nu.versie}


def test_twee_coordinatoren_stellen_een_keer_vast(vast: Decor) -> None:
    with in_school(vast.school.pk):
        ander = maak_werkplek(vast.school, Rol.ZORGCOORDINATOR, vast.coordinator.dag, "Omar")
    for _ in range(KEREN):
        opp, gelezen = nieuw(vast)
        werk = [als(wie, opp_vaststellen, op=NU, **gelezen) for wie in (vast.coordinator, ander)]
        uit = tegelijk(*werk)
        assert sum(isinstance(u, OppVersie) for u in uit) == 1 and DaadNietToegestaan in uit
        with in_school(vast.school.pk):
            assert OppVersie.objects.filter(opp=opp, status="vastgesteld").count() == 1
            assert Opp.objects.get(pk=opp.pk).status == "loopt"


def test_vaststellen_terwijl_een_ander_schrijft(vast: Decor) -> None:
    """Whoever comes second is told: what was set is what was read, or the new words stand in a draft."""
    for _ in range(KEREN):
        opp, gelezen = nieuw(vast)
        woorden = {"middelen": "Twee uur per week."}
        uit = tegelijk(
            als(vast.coordinator, opp_vaststellen, op=NU, **gelezen),
            als(vast.coordinator, opp_bewaren, op=NU, inhoud=woorden, basis=gelezen["versie"], **gelezen),
        )
        assert sum(isinstance(u, OppVersie) for u in uit) == 1
        with in_school(vast.school.pk):
            nu = OppVersie.objects.get(opp=opp)
            assert (nu.status, nu.middelen) in {("vastgesteld", ""), ("concept", woorden["middelen"])}


def test_schoolleider_en_coordinator_tegelijk(vast: Decor) -> None:
    with in_school(vast.school.pk):
        leider = maak_werkplek(vast.school, Rol.SCHOOLLEIDING, vast.coordinator.dag, "Marijke")
    for _ in range(KEREN):
        opp, gelezen = nieuw(vast)
        with in_school(vast.school.pk), transaction.atomic():
            zet_context(vast.school.pk, vast.coordinator.user.pk)
            rij = opp_aan_leiding(
                door=vast.coordinator,
                aan=leider.user,
                reden="Stel je dit vast?",
                tot=vast.coordinator.dag,
                op=LATER,
                **gelezen,
            )
        uit = tegelijk(
            als(vast.coordinator, opp_vaststellen, op=LATER, **gelezen),
            als(
                leider,
                opp_vaststellen_als_leiding,
                voorlegging_id=rij.pk,
                versie=gelezen["versie"],
                op=LATER,
            ),
        )
        assert sum(isinstance(u, OppVersie) for u in uit) == 1
        with in_school(vast.school.pk):
            nu = OppVersie.objects.get(opp=opp)
            besluit = OppVoorlegging.objects.get(pk=rij.pk).besluit
            wie = leider.user.pk if besluit == "vastgesteld" else vast.coordinator.user.pk
            assert (nu.status, nu.vastgesteld_door_id) == ("vastgesteld", wie)
            assert besluit in {"vastgesteld", "ingetrokken"}


def test_twee_bijstellingen_zijn_een(vast: Decor) -> None:
    for _ in range(KEREN):
        opp, gelezen = nieuw(vast)
        als(vast.coordinator, opp_vaststellen, op=NU, **gelezen)()
        uit = tegelijk(*[als(vast.coordinator, opp_bijstellen, pk=opp.pk, op=NU)] * 2)
        assert sum(isinstance(u, OppVersie) for u in uit) == 1
        with in_school(vast.school.pk):
            assert OppVersie.objects.filter(opp=opp).count() == 2
