"""Saves at the same instant, on real connections: both texts are there, closing waits for the text, and is done once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from ondersteuning.workflow import StapNietToegestaan
from overleg.models import Afspraak, Agendapunt, Overleg, Terugvertellen, Verslagdeel
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.sluiten import Afsluiting, overleg_afsluiten
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import NU
from zorgapp.testing.vast import tegelijk, vaste_school

KEREN = 4


@pytest.fixture
def vast(vaste_database: None) -> Decor:
    """A school whose rows are committed."""
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def schrijf(door: Werkplek, punt: Agendapunt, tekst: str, basis: str) -> Callable[[], Any]:
    """Return a function that saves in a transaction of its own; a refusal is a result."""

    def _doe() -> Any:
        try:
            with transaction.atomic():
                zet_context(door.school.pk, door.user.pk)
                return notulen_bewaren(
                    door=door,
                    overleg_id=punt.overleg_id,
                    punt_id=punt.pk,
                    notulen=Geschreven(tekst, basis),
                    op=NU,
                )
        except StapNietToegestaan as fout:
            return fout

    return _doe


def test_twee_die_op_hetzelfde_moment_bewaren(vast: Decor) -> None:
    with in_school(vast.school.pk):
        overleg = maak_overleg(vast.coordinator, vast.begeleider, notulist=vast.begeleider.user)
        begin(vast.coordinator, overleg)
        punten = [maak_punt(vast.coordinator, overleg) for _ in range(KEREN)]
    for punt in punten:
        tekst = ""
        for ronde in range(3):
            uit = tegelijk(
                schrijf(vast.coordinator, punt, f"{tekst}A{ronde} van Angelica. ", tekst),
                schrijf(vast.begeleider, punt, f"{tekst}R{ronde} van Ruben. ", tekst),
            )
            assert sorted(u.deel.versie for u in uit) == [2 * ronde + 1, 2 * ronde + 2]
            with in_school(vast.school.pk):
                tekst = Verslagdeel.objects.get(punt=punt).tekst
            assert [tekst.count(f"{wie}{ronde}") for wie in "AR"] == [1, 1]


def test_afsluiten_tijdens_een_bewaring(vast: Decor) -> None:
    """Either the text came first and stands there, or the meeting was closed first and the writer hears it."""

    def sluit(overleg: Overleg) -> None:
        with transaction.atomic():
            zet_context(vast.school.pk, vast.coordinator.user.pk)
            rij = Overleg.objects.select_for_update().get(pk=overleg.pk)
            rij.status, rij.afgesloten_op, rij.afgesloten_door = "afgesloten", NU, vast.coordinator.user
            rij.save()

    for _ in range(KEREN):
        with in_school(vast.school.pk):
            overleg = maak_overleg(vast.coordinator)
            punt = maak_punt(vast.coordinator, overleg)
            begin(vast.coordinator, overleg)
        uit, _ = tegelijk(
            schrijf(vast.coordinator, punt, "Op de valreep.", ""), lambda overleg=overleg: sluit(overleg)
        )
        with in_school(vast.school.pk):
            bewaard = Verslagdeel.objects.filter(punt=punt).exists()
        assert bewaard is not isinstance(uit, StapNietToegestaan)


def test_afspraak_tijdens_het_afsluiten(vast: Decor) -> None:
    """Closing takes the meeting and then its items, and so does an agreement: neither waits for the other for ever."""

    def sluit(overleg: Overleg) -> None:
        with transaction.atomic():
            zet_context(vast.school.pk, vast.coordinator.user.pk)
            Overleg.objects.select_for_update().get(pk=overleg.pk)
            list(Agendapunt.objects.filter(overleg=overleg).select_for_update(of=("self",)))
            rij = {"status": "afgesloten", "afgesloten_op": NU, "afgesloten_door": vast.coordinator.user}
            Overleg.objects.filter(pk=overleg.pk).update(**rij)

    def spreek_af(punt: Agendapunt) -> Any:
        try:
            with transaction.atomic():
                zet_context(vast.school.pk, vast.coordinator.user.pk)
                return maak_afspraak(vast.coordinator, punt, vast.mentor)
        except StapNietToegestaan as fout:
            return fout

    for _ in range(2 * KEREN):
        with in_school(vast.school.pk):
            overleg = maak_overleg(vast.coordinator)
            punt = maak_punt(vast.coordinator, overleg)
            begin(vast.coordinator, overleg)
        uit, _ = tegelijk(lambda punt=punt: spreek_af(punt), lambda overleg=overleg: sluit(overleg))
        with in_school(vast.school.pk):
            gemaakt = Afspraak.objects.filter(punt=punt).exists()
        assert gemaakt is not isinstance(uit, StapNietToegestaan)


def test_twee_sluiten_op_hetzelfde_moment(vast: Decor) -> None:
    """One of them closes it; the other hears that it was closed. Everybody is told once, and one mentor is asked once."""

    def sluit(overleg: Overleg, versie: int) -> Any:
        try:
            with transaction.atomic():
                zet_context(vast.school.pk, vast.coordinator.user.pk)
                return overleg_afsluiten(
                    door=vast.coordinator, pk=overleg.pk, keuze=Afsluiting(versie), op=NU
                )
        except StapNietToegestaan as fout:
            return fout

    for _ in range(KEREN):
        with in_school(vast.school.pk):
            overleg = maak_overleg(vast.coordinator, vast.begeleider, vast.mentor)
            punt = maak_punt(vast.coordinator, overleg, vast.leerling)
            versie = begin(vast.coordinator, overleg).versie
            maak_afspraak(vast.coordinator, punt, vast.mentor)
        uit = tegelijk(*[lambda o=overleg, v=versie: sluit(o, v)] * 2)
        assert sorted(isinstance(u, StapNietToegestaan) for u in uit) == [False, True]
        with in_school(vast.school.pk):
            verslagen = Herinnering.objects.filter(soort="verslag_klaar", object_id=overleg.pk)
            assert verslagen.count() == verslagen.values("ontvanger_id").distinct().count() == 3
            assert Terugvertellen.objects.filter(punt=punt).count() == 1
            assert Overleg.objects.get(pk=overleg.pk).versie == versie + 1
