"""Any sequence of steps keeps one owner, one next date and a true line; the days of a trajectory as pure functions."""

import contextlib
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondersteuning.access_traject import lijn_nu
from ondersteuning.models import (
    Conclusie,
    Lijnovergang,
    OverdrachtStatus,
    Regieoverdracht,
    Traject,
    TrajectStatus,
)
from ondersteuning.services.lijnen import Gedaan
from ondersteuning.services.regie import regie_beantwoorden, regie_vragen
from ondersteuning.services.traject import Slot, traject_afsluiten, traject_heropenen
from ondersteuning.tests.trajecthulp import WEEK, evalueer, start, wie_ziet
from ondersteuning.trajectloop import (
    NAAR,
    TOEGESTAAN,
    Stap,
    antwoord_uiterlijk,
    toegang_tot,
    volgende_datum,
    voorgesteld,
)
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode, is_schooldag
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

WIE = st.integers(0, 2)
WELK = st.integers(0, 1)
OUD = st.integers(0, 1)
STAP = st.one_of(
    st.tuples(st.just("start"), st.integers(1, 3), WIE),
    st.tuples(st.just("vraag"), WELK, WIE, WIE, OUD),
    st.tuples(st.just("antwoord"), WIE, st.sampled_from(list(OverdrachtStatus)[1:])),
    st.tuples(st.just("evalueer"), WELK, WIE, st.sampled_from(list(Conclusie)), st.integers(1, 3), OUD),
    st.tuples(st.just("sluit"), WELK, WIE, OUD),
    st.tuples(st.just("heropen"), WELK, WIE),
)
GEWEIGERD = (Verouderd, StapNietToegestaan, ValidationError, Http404, PermissionDenied)


class Verloop:
    """Trajectories of one pupil in one domain, and what is done to them by three people."""

    def __init__(self, decor: Decor) -> None:
        self.decor = decor
        self.mensen: list[Werkplek] = [decor.coordinator, decor.begeleider, decor.mentor]

    def doe(self, stap: tuple) -> None:
        wat, *rest = stap
        with contextlib.suppress(*GEWEIGERD), transaction.atomic():
            getattr(self, wat)(*rest)
        self.controleer()

    def start(self, lijn: int, wie: int) -> None:
        if Traject.objects.count() < 2:
            start(self.decor, lijn=lijn, regievoerder=self.mensen[wie].user)

    def _traject(self, welk: int) -> Traject:
        rijen = list(Traject.objects.order_by("pk"))
        if welk >= len(rijen):
            raise Http404
        return rijen[welk]

    def vraag(self, welk: int, door: int, naar: int, oud: int) -> None:
        traject = self._traject(welk)
        regie_vragen(
            door=self.mensen[door],
            pk=traject.pk,
            versie=traject.versie - oud,
            naar=self.mensen[naar].user,
            reden="Ruil.",
            op=NU,
        )

    def antwoord(self, door: int, wat: OverdrachtStatus) -> None:
        vraag = Regieoverdracht.objects.order_by("-pk").first()
        if vraag is None:
            raise Http404
        regie_beantwoorden(
            door=self.mensen[door], overdracht_id=vraag.pk, antwoord=wat, reden="Omdat.", op=NU
        )

    def evalueer(self, welk: int, door: int, conclusie: Conclusie, lijn: int, oud: int) -> None:
        traject = self._traject(welk)
        verder: dict[str, Any] = {"conclusie": conclusie, "lijn": lijn, "gedaan": Gedaan("Veel.", "Iets.")}
        if conclusie == Conclusie.AFRONDEN:
            verder |= {"evaluatie_op": None, "eind": DAG + WEEK}
        evalueer(self.mensen[door], traject, versie=traject.versie - oud, **verder)

    def sluit(self, welk: int, door: int, oud: int) -> None:
        traject = self._traject(welk)
        traject_afsluiten(
            door=self.mensen[door],
            pk=traject.pk,
            versie=traject.versie - oud,
            gegevens=Slot("gelukt", "Klaar."),
            op=NU,
        )

    def heropen(self, welk: int, door: int) -> None:
        traject_heropenen(door=self.mensen[door], pk=self._traject(welk).pk, op=NU)

    def controleer(self) -> None:
        for traject in Traject.objects.all():
            self._een(traject)
        lijn = 0
        for overgang in Lijnovergang.objects.order_by("pk"):
            assert overgang.van_lijn == lijn != overgang.naar_lijn
            lijn = overgang.naar_lijn
        assert lijn == lijn_nu(self.decor.leerling.pk, "pers")

    def _een(self, traject: Traject) -> None:
        """One owner who sees the pupil, one next date inside the period, and reminders of exactly those."""
        assert wie_ziet(traject, DAG) == [traject.regievoerder_id]
        assert traject.start <= traject.evaluatie_op and (
            not traject.eind or traject.evaluatie_op <= traject.eind
        )
        open_ = Regieoverdracht.objects.gevraagd().filter(traject=traject).count()
        over = Herinnering.objects.filter(object_id=traject.pk, status="gepland")
        evaluaties = over.filter(soort="traject_evaluatie")
        if traject.status == TrajectStatus.LOOPT:
            assert open_ <= 1
            assert [h.ontvanger_id for h in evaluaties] == [traject.regievoerder_id]
        else:
            assert open_ == 0 and not evaluaties.exists()
            assert traject.afloop and traject.afgesloten_op


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stappen=st.lists(STAP, min_size=2, max_size=14))
def test_regels_gelden_altijd(decor: Decor, stappen: list[tuple]) -> None:
    with transaction.atomic():
        verloop = Verloop(decor)
        verloop.doe(("start", 2, 1))
        for stap in stappen:
            verloop.doe(stap)
        transaction.set_rollback(True)


def test_de_tabel_klopt() -> None:
    """Every state and step is in it; only opening again leads out of the end."""
    assert set(TOEGESTAAN) == set(TrajectStatus) and set().union(*TOEGESTAAN.values()) == set(Stap)
    assert TOEGESTAAN[TrajectStatus.AFGESLOTEN] == {Stap.HEROPENEN}
    assert {stap for stap in Stap if stap in NAAR} == {Stap.AFSLUITEN, Stap.HEROPENEN}


DAGEN = st.dates(date(2020, 1, 1), date(2040, 1, 1))
VRIJ = st.lists(
    st.builds(lambda van, n: Periode(van, van + timedelta(days=n)), DAGEN, st.integers(0, 60)), max_size=6
)


@given(start=DAGEN, evaluatie=st.integers(1, 26), duur=st.integers(1, 40), vrij=VRIJ)
def test_voorstel_ligt_op_schooldagen(start: date, evaluatie: int, duur: int, vrij: list[Periode]) -> None:
    op, eind = voorgesteld(start, evaluatie, duur, vrij)
    assert start < op <= eind
    assert is_schooldag(op, vrij) and is_schooldag(eind, vrij)
    assert eind >= start + timedelta(weeks=duur) - timedelta(days=2)


@given(dag=DAGEN, n=st.integers(1, 20), vrij=VRIJ)
def test_antwoord_op_een_schooldag(dag: date, n: int, vrij: list[Periode]) -> None:
    uiterlijk = antwoord_uiterlijk(dag, n, vrij)
    assert uiterlijk > dag and is_schooldag(uiterlijk, vrij)


@given(evaluatie=DAGEN, eind=st.none() | DAGEN, dag=DAGEN)
def test_volgende_datum_en_toegang(evaluatie: date, eind: date | None, dag: date) -> None:
    volgende = volgende_datum(evaluatie, eind)
    assert volgende <= evaluatie and volgende in {evaluatie, eind}
    assert toegang_tot(eind, dag) > eind if eind else toegang_tot(eind, dag) >= dag


def test_heropenen_alleen_op_de_dag_zelf(decor: Decor) -> None:
    traject = start(decor)
    slot = Slot("gelukt", "Klaar.")
    traject_afsluiten(door=decor.begeleider, pk=traject.pk, versie=1, gegevens=slot, op=NU)
    with pytest.raises(StapNietToegestaan):
        traject_heropenen(door=decor.coordinator, pk=traject.pk, op=NU + timedelta(days=1))
    traject_heropenen(door=decor.begeleider, pk=traject.pk, op=NU + timedelta(hours=5))
    with pytest.raises(StapNietToegestaan):
        traject_heropenen(door=decor.begeleider, pk=traject.pk, op=NU)
