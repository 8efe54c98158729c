"""Any sequence of decisions, Herstel and moves of follow-ups, taken as it comes, keeps the rules."""

import contextlib
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.models import Toegangsverlening
from ondersteuning.models import Signaal, Terugkoppeling, Triagebesluit, Vervolg
from ondersteuning.services.triage import besluit_herstellen, besluit_nemen
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.workflow import NAAR, TOEGESTAAN, VIJF, Besluit, SignaalStatus, StapNietToegestaan
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor, dien_in, keuze
from zorgapp.testing.fabriek import DAG, NU

WIE = st.integers(0, 1)
TERUG_IN_DE_TIJD = st.integers(0, 2)  # how stale the number is that somebody still has on his screen
STAP = st.one_of(
    st.tuples(st.just("besluit"), st.sampled_from(VIJF), WIE, TERUG_IN_DE_TIJD),
    st.tuples(st.just("herstel"), TERUG_IN_DE_TIJD),
    st.tuples(st.just("plan"), WIE, TERUG_IN_DE_TIJD),
    st.tuples(st.just("sluit"), WIE, TERUG_IN_DE_TIJD),
)
GEWEIGERD = (Verouderd, StapNietToegestaan, Http404)


class Verloop:
    """One signal and what happens to it; `foto` remembers each decision as it was written."""

    def __init__(self, decor: Decor) -> None:
        self.decor, self.nu = decor, NU
        self.signaal = dien_in(decor.mentor, decor.leerling)
        self.mensen: list[Werkplek] = [decor.coordinator, decor.begeleider]
        self.foto: dict[int, dict[str, Any]] = {}

    def doe(self, stap: tuple) -> None:
        wat, *rest = stap
        self.nu += timedelta(minutes=1)
        with contextlib.suppress(*GEWEIGERD), transaction.atomic():
            getattr(self, wat)(*rest)
        self.controleer()

    def besluit(self, soort: Besluit, wie: int, oud: int) -> None:
        versie = Signaal.objects.get().versie - oud
        gegevens = keuze(soort, eigenaar=self.mensen[wie].user)
        besluit_nemen(
            door=self.decor.coordinator,
            signaal_id=self.signaal.pk,
            versie=versie,
            gegevens=gegevens,
            op=self.nu,
        )

    def herstel(self, oud: int) -> None:
        alle = list(Triagebesluit.objects.order_by("-pk").values_list("pk", flat=True)[: oud + 1])
        besluit_herstellen(
            door=self.decor.coordinator,
            signaal_id=self.signaal.pk,
            besluit_id=alle[-1] if alle else 0,
            op=self.nu,
        )

    def plan(self, wie: int, oud: int) -> None:
        vervolg = self._vervolg(oud)
        vervolg_plannen(
            door=self.decor.coordinator,
            pk=vervolg.pk,
            versie=vervolg.versie - oud // 2,
            eigenaar=self.mensen[wie].user,
            datum=DAG + timedelta(days=3),
            op=NU,
        )

    def sluit(self, wie: int, oud: int) -> None:
        vervolg = self._vervolg(oud)
        vervolg_afsluiten(
            door=self.mensen[wie],
            pk=vervolg.pk,
            versie=vervolg.versie,
            resultaat="Zo liep het.",
            op=self.nu,
        )

    def _vervolg(self, oud: int) -> Vervolg:
        vervolg = Vervolg.objects.order_by("-pk")[oud // 2 : oud // 2 + 1].first()
        if vervolg is None:
            raise Http404
        return vervolg

    def controleer(self) -> None:
        besluiten = list(Triagebesluit.objects.order_by("pk"))
        herroepen = {b.herroept_id for b in besluiten}
        staand = [b for b in besluiten if b.besluit != Besluit.HERSTEL and b.pk not in herroepen]
        open_nu = list(Vervolg.objects.open())
        self._status(staand, open_nu)
        antwoord = Terugkoppeling.objects.get()
        assert antwoord.besluit_id == (staand[-1].pk if staand else None)
        assert (antwoord.gegeven_op is not None) == bool(staand)
        for rij in Triagebesluit.objects.values():
            assert self.foto.setdefault(rij["id"], rij) == rij
        self._toegang_en_klok(open_nu)

    def _status(self, staand: list[Triagebesluit], open_nu: list[Vervolg]) -> None:
        assert len(open_nu) <= 1
        assert all(v.eigenaar_id and v.volgende_datum and v.besluit_id == staand[-1].pk for v in open_nu)
        verwacht = SignaalStatus.LOOPT if open_nu else SignaalStatus.BEOORDEELD
        assert Signaal.objects.get().status == (verwacht if staand else SignaalStatus.NIEUW)

    def _toegang_en_klok(self, open_nu: list[Vervolg]) -> None:
        """Access and the reminder of the date belong to the open follow-up and to nothing else."""
        bronnen = {t.bron: t.user_id for t in Toegangsverlening.objects.filter(tot__gte=DAG)}
        coordinator = self.decor.coordinator.user.pk
        assert bronnen == {f"vervolg:{v.pk}": v.eigenaar_id for v in open_nu if v.eigenaar_id != coordinator}
        gepland = Herinnering.objects.filter(soort="vervolg_datum", status="gepland")
        assert Counter((h.object_id, h.ontvanger_id) for h in gepland) == Counter(
            (v.pk, v.eigenaar_id) for v in open_nu
        )


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stappen=st.lists(STAP, min_size=1, max_size=14))
def test_regels_gelden_altijd(decor: Decor, stappen: list[tuple]) -> None:
    with transaction.atomic():
        verloop = Verloop(decor)
        for stap in stappen:
            verloop.doe(stap)
        transaction.set_rollback(True)


def test_de_tabel_klopt() -> None:
    """Every decision has a state it leads to; a judged signal only opens again by Herstel."""
    assert set(NAAR) == set(Besluit) and set(TOEGESTAAN) == set(SignaalStatus)
    assert TOEGESTAAN[SignaalStatus.BEOORDEELD] == {Besluit.HERSTEL}
    assert Besluit.HERSTEL not in TOEGESTAAN[SignaalStatus.NIEUW]


@pytest.mark.parametrize("soort", VIJF)
def test_heen_en_terug_is_als_nieuw(decor: Decor, soort: Besluit) -> None:
    verloop = Verloop(decor)
    verloop.doe(("besluit", soort, 1, 0))
    verloop.doe(("herstel", 0))
    assert Signaal.objects.get().status == SignaalStatus.NIEUW
    assert Triagebesluit.objects.count() == 2
