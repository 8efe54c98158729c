"""Two people at the same time, on real connections: one of them comes first, the other is told."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import transaction

from leerlingen.models import Toegangsverlening
from ondersteuning.models import Signaal, Terugkoppeling, Triagebesluit, Vervolg
from ondersteuning.services.triage import besluit_herstellen, besluit_nemen
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.workflow import Besluit, StapNietToegestaan
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, beslis, dien_in, keuze, maak_decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school

KEREN = 4
LATER = NU + timedelta(hours=1)


@pytest.fixture
def vast(vaste_database: None) -> Decor:
    """A school whose rows are committed."""
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def als(door: Werkplek, dienst: Callable[..., Any], **gegevens: Any) -> Callable[[], Any]:
    """Return a function that runs a service in a transaction of its own; the domain's refusal is a result."""

    def _doe() -> Any:
        try:
            with transaction.atomic():
                zet_context(door.school.pk, door.user.pk)
                return dienst(door=door, **gegevens)
        except (Verouderd, StapNietToegestaan) as fout:
            return type(fout)

    return _doe


def test_twee_coordinatoren(vast: Decor) -> None:
    with in_school(vast.school.pk):
        collega = maak_werkplek(vast.school, Rol.ZORGCOORDINATOR)
    for _ in range(KEREN):
        with in_school(vast.school.pk):
            pk = dien_in(vast.mentor, vast.leerling).pk
        neem = partial(als, dienst=besluit_nemen, signaal_id=pk, versie=1, op=NU)
        uit = tegelijk(
            neem(vast.coordinator, gegevens=keuze()), neem(collega, gegevens=keuze(Besluit.AFSLUITEN))
        )
        [gelukt] = [u for u in uit if isinstance(u, Triagebesluit)]
        assert Verouderd in uit
        with in_school(vast.school.pk):
            assert Triagebesluit.objects.get(signaal=pk).pk == gelukt.pk
            assert Vervolg.objects.filter(signaal=pk).count() == (gelukt.besluit == Besluit.TERUG)
            assert Terugkoppeling.objects.get(signaal=pk).besluit_id == gelukt.pk
            assert Signaal.objects.get(pk=pk).versie == 2


def _met_vervolg(vast: Decor) -> tuple[int, Vervolg]:
    with in_school(vast.school.pk):
        signaal = dien_in(vast.mentor, vast.leerling)
        beslis(vast.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=vast.begeleider.user)
        return signaal.pk, Vervolg.objects.get(signaal=signaal)


def test_besluiten_en_afsluiten(vast: Decor) -> None:
    """A new decision while the owner closes the old follow-up: no deadlock."""
    for _ in range(KEREN):
        pk, vervolg = _met_vervolg(vast)
        uit = tegelijk(
            als(vast.coordinator, besluit_nemen, signaal_id=pk, versie=2, gegevens=keuze(), op=LATER),
            als(vast.begeleider, vervolg_afsluiten, pk=vervolg.pk, versie=1, resultaat="Klaar.", op=LATER),
        )
        assert sum(isinstance(u, type) for u in uit) == 1
        with in_school(vast.school.pk):
            open_nu = Vervolg.objects.open().filter(signaal=pk).count()
            assert Signaal.objects.get(pk=pk).status == ("loopt" if open_nu else "beoordeeld")


@pytest.mark.regel(40)
def test_besluiten_en_overdragen(vast: Decor) -> None:
    """Who got a follow-up that was replaced at the same moment keeps no access to the pupil."""
    with in_school(vast.school.pk):
        nieuw = maak_werkplek(vast.school, Rol.BEGELEIDER)
    for _ in range(KEREN):
        pk, vervolg = _met_vervolg(vast)
        uit = tegelijk(
            als(vast.coordinator, besluit_nemen, signaal_id=pk, versie=2, gegevens=keuze(), op=LATER),
            als(
                vast.begeleider,
                vervolg_plannen,
                pk=vervolg.pk,
                versie=1,
                eigenaar=nieuw.user,
                datum=DAG,
                op=LATER,
            ),
        )
        assert isinstance(uit[0], Triagebesluit)
        with in_school(vast.school.pk):
            assert Vervolg.objects.open().get(signaal=pk).eigenaar_id == vast.coordinator.user.pk
            assert not Toegangsverlening.objects.filter(bron=f"vervolg:{vervolg.pk}").exists()


def test_twee_keer_herstel(vast: Decor) -> None:
    """A double click on Herstel takes back one decision."""
    for _ in range(KEREN):
        pk, vervolg = _met_vervolg(vast)
        herstel = als(
            vast.coordinator, besluit_herstellen, signaal_id=pk, besluit_id=vervolg.besluit_id, op=LATER
        )
        uit = tegelijk(herstel, herstel)
        assert uit.count(Verouderd) == 1
        with in_school(vast.school.pk):
            assert Triagebesluit.objects.filter(signaal=pk).count() == 2
