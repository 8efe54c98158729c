"""Several workers, several schools, and the hand-over from a request."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from functools import partial
from typing import Any

import pytest
from django.db import connection

from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications import tasks, versturen
from zorgapp.notifications.bezorgen import bezorg
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.tests.conftest import MIDDAG, Postbus
from zorgapp.notifications.tests.hulp import DAG, lees, statussen, verstuur, zet
from zorgapp.notifications.versturen import claim, verstuur_school
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school

pytestmark = pytest.mark.usefixtures("vaste_database", "geldig")


def test_twee_workers_tegelijk(sanne: Werkplek, postbus: Postbus) -> None:
    """Two real connections and one outbox: each row in one mail, one daily mail each."""
    with in_school(sanne.school.pk):
        mensen = [sanne, *(maak_werkplek(sanne.school, Rol.MENTOR) for _ in range(5))]
    for nummer, wie in enumerate(mensen):
        zet(wie, nummer * 10)
        zet(wie, nummer * 10 + 1)
        zet(wie, nummer, soort="acuut", direct=True)
    een = partial(verstuur, sanne, MIDDAG)
    assert tegelijk(een, een, een) == [True] * 3
    assert len(postbus.mails) == 12
    assert len({mail["Message-ID"] for mail in postbus.mails}) == 12
    assert set(statussen(sanne)) == {"verstuurd"}


def test_claim_tegelijk_met_een_nieuwe_rij(sanne: Werkplek, postbus: Postbus) -> None:
    """While one worker is between claim and mark, a later row does not become a second daily mail."""
    zet(sanne, 1)
    eerste = claim(sanne.school.pk, sanne.user.pk, False, MIDDAG)
    assert eerste is not None
    later = zet(sanne, 2)
    assert tegelijk(partial(claim, sanne.school.pk, sanne.user.pk, False, MIDDAG)) == [None]
    assert lees(later).status == Status.GEPLAND


WACHTENDEN = (
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


def test_tweede_worker_wacht_op_de_claim_van_de_eerste(
    sanne: Werkplek, postbus: Postbus, geldig: dict[int, Any]
) -> None:
    """A row that comes while the first worker is still checking waits for tomorrow's mail."""
    with ThreadPoolExecutor(1) as bad:
        tweede: list[Future] = []

        def tijdens_de_claim() -> bool:
            with in_school(sanne.school.pk), connection.cursor() as cursor:
                cursor.execute(WACHTENDEN)
                assert cursor.fetchone() == (0,)
                tweede.append(bad.submit(_plan_en_claim))
                while not tweede[0].done():
                    cursor.execute(
                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                    )
                    if cursor.fetchone() != (0,):
                        break
            return True

        def _plan_en_claim() -> Any:
            try:
                zet(sanne, 2)
                return claim(sanne.school.pk, sanne.user.pk, False, MIDDAG)
            finally:
                connection.close()

        geldig[1] = tijdens_de_claim
        zet(sanne, 1)
        assert claim(sanne.school.pk, sanne.user.pk, False, MIDDAG) is not None
        assert tweede[0].result() is None
    assert statussen(sanne) == ["geclaimd", "gepland"]


def test_school_ziet_alleen_zichzelf(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    verstuur_school(vaste_school().pk, lambda: MIDDAG)
    assert postbus.mails == [] and statussen(sanne) == ["gepland"]


def test_taak_gaat_alle_scholen_langs(
    sanne: Werkplek, postbus: Postbus, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One school where it goes wrong does not hold up the next."""
    ander = vaste_school()
    gezien: list[int] = []

    def stuk(school_id: int, klok: Callable[[], datetime]) -> bool:
        gezien.append(school_id)
        if school_id == sanne.school.pk:
            raise RuntimeError("Kees Jan Bakker")
        return True

    monkeypatch.setattr(tasks, "verstuur_school", stuk)
    tasks.verstuur()
    assert {sanne.school.pk, ander.pk} <= set(gezien)
    assert "RuntimeError" in caplog.text and "Kees" not in caplog.text


def test_direct_wordt_na_de_commit_aangeboden(sanne: Werkplek, monkeypatch: pytest.MonkeyPatch) -> None:
    nu = datetime.now(MIDDAG.tzinfo)
    aangeboden: list[tuple] = []
    monkeypatch.setattr(tasks.verstuur_nu, "apply_async", lambda args, **opties: aangeboden.append(args))
    with in_school(sanne.school.pk):
        zet(sanne, 1, nu, soort="acuut", direct=True)
        assert aangeboden == []
    zet(sanne, 2, nu)
    zet(sanne, 3, nu + DAG, direct=True)
    assert aangeboden == [(sanne.school.pk,)]

    def stuk(args: tuple, **opties: Any) -> None:
        raise ConnectionError("redis")

    monkeypatch.setattr(tasks.verstuur_nu, "apply_async", stuk)
    zet(sanne, 4, nu, soort="acuut", direct=True)
    assert statussen(sanne) == ["gepland"] * 4


@pytest.mark.regel(45)
def test_geen_naam_in_mail_of_log(
    sanne: Werkplek, postbus: Postbus, caplog: pytest.LogCaptureFixture
) -> None:
    """The outbox has no place for a name: what a mail says comes from the registered words."""
    with caplog.at_level(logging.DEBUG):
        zet(sanne, 1)
        zet(sanne, 2, soort="acuut", direct=True)
        verstuur(sanne, MIDDAG)
    toegestaan = {"school", "soort", "sleutel", "ontvanger", "object_id"}
    vrij = {v.name for v in Herinnering._meta.fields if v.get_internal_type() in ("TextField", "JSONField")}
    assert vrij == set() and toegestaan <= {v.name for v in Herinnering._meta.fields}
    assert sanne.user.email not in caplog.text


def test_bestandsmail(sanne: Werkplek, settings: Any, tmp_path: Any) -> None:
    """The default of ./start: mails as files in the data folder."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    rij = zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    assert lees(rij).status == Status.VERSTUURD and len(list(tmp_path.iterdir())) == 1
    assert bezorg is versturen.bezorg
