"""Whatever is planned, whenever the clock jumps and however the mail server behaves: no key twice, one daily mail a day."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Rol
from zorgapp.notifications import versturen
from zorgapp.notifications.bezorgen import Antwoord
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.tests.conftest import AMSTERDAM, OCHTEND
from zorgapp.notifications.versturen import Zending, verstuur_school
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import vaste_school

pytestmark = pytest.mark.usefixtures("vaste_database", "geldig")

SLEUTEL = st.integers(0, 5)
PERSOON = st.integers(0, 1)
STAP = st.one_of(
    st.tuples(st.just("plan"), SLEUTEL, PERSOON, st.booleans(), st.integers(-30, 60)),
    st.tuples(st.just("trek_terug"), SLEUTEL),
    st.tuples(st.just("klok"), st.sampled_from([1, 5, 11, 60, 300, 720, 1440, 4000, -120])),
    st.tuples(st.just("verstuur"), st.sampled_from([*Antwoord, "dood voor", "dood na"])),
    st.tuples(st.just("geldig"), SLEUTEL, st.booleans()),
)


class Gedood(BaseException):
    pass


class Wereld:
    """One school, its clock, and a mail server that remembers what it took."""

    def __init__(self, geldig: dict[int, Any]) -> None:
        self.nu, self.geldig = OCHTEND.astimezone(AMSTERDAM), geldig
        self.school = vaste_school()
        with in_school(self.school.pk):
            self.mensen = [maak_werkplek(self.school, Rol.MENTOR).user for _ in range(2)]
        self.antwoord: Any = Antwoord.AANGENOMEN
        self.aangenomen: list[tuple[datetime, Zending]] = []
        self.onderweg: Zending | None = None

    def claim(self, *args: Any) -> Zending | None:
        self.onderweg = CLAIM(*args)
        return self.onderweg

    def bezorg(self, mail: Any) -> Antwoord:
        assert self.onderweg is not None
        if self.antwoord == "dood voor":
            raise Gedood
        # of uncertain mails the worst is assumed: they did arrive
        if self.antwoord in (Antwoord.AANGENOMEN, Antwoord.ONZEKER, "dood na"):
            self.aangenomen.append((self.nu, self.onderweg))
        if self.antwoord == "dood na":
            raise Gedood
        return self.antwoord

    def doe(self, stap: tuple) -> None:
        wat, *waarden = stap
        getattr(self, wat)(*waarden)

    def plan(self, sleutel: int, persoon: int, direct: bool, minuten: int) -> None:
        with in_school(self.school.pk):
            plan(
                school_id=self.school.pk,
                soort="proef",
                sleutel=f"s:{sleutel}",
                ontvanger_id=self.mensen[persoon].pk,
                object_id=sleutel,
                niet_voor=self.nu + timedelta(minutes=minuten),
                direct=direct,
            )

    def trek_terug(self, sleutel: int) -> None:
        with in_school(self.school.pk):
            laat_vervallen(school_id=self.school.pk, sleutel=f"s:{sleutel}")

    def klok(self, minuten: int) -> None:
        self.nu += timedelta(minutes=minuten)

    def zet_geldig(self, sleutel: int, waarde: bool) -> None:
        self.geldig[sleutel] = waarde

    def verstuur(self, antwoord: Any) -> None:
        self.antwoord = antwoord
        try:
            verstuur_school(self.school.pk, lambda: self.nu)
        except Gedood:
            connection.close()

    def controleer(self) -> None:
        keren = Counter(rij.sleutel for _, zending in self.aangenomen for rij in zending.rijen)
        assert not [sleutel for sleutel, aantal in keren.items() if aantal > 1]
        dagen = Counter(
            (zending.user.pk, op.astimezone(AMSTERDAM).date())
            for op, zending in self.aangenomen
            if not zending.direct
        )
        assert not [dag for dag, aantal in dagen.items() if aantal > 1]
        with in_school(self.school.pk):
            verstuurd = set(
                Herinnering.objects.filter(status=Status.VERSTUURD).values_list("sleutel", flat=True)
            )
        assert verstuurd <= set(keren)


CLAIM = versturen.claim


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stappen=st.lists(STAP, max_size=25))
def test_elke_sleutel_hooguit_een_keer(
    geldig: dict[int, Any], monkeypatch: pytest.MonkeyPatch, stappen: list[tuple]
) -> None:
    geldig.clear()
    wereld = Wereld(geldig)
    with monkeypatch.context() as vervang:
        vervang.setattr(versturen, "claim", wereld.claim)
        vervang.setattr(versturen, "bezorg", wereld.bezorg)
        for stap in stappen:
            wereld.doe(("zet_geldig", *stap[1:]) if stap[0] == "geldig" else stap)
        wereld.controleer()
        # and nothing is lost: with a mail server that works everything comes to an end
        geldig.clear()
        for _ in range(8):
            wereld.klok(1440)
            wereld.nu = wereld.nu.replace(hour=18)
            wereld.verstuur(Antwoord.AANGENOMEN)
        wereld.controleer()
    with in_school(wereld.school.pk):
        assert not Herinnering.objects.filter(status__in=(Status.GEPLAND, Status.GECLAIMD)).exists()
