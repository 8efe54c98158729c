"""When a mail goes out, with what, and when it does not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Status
from zorgapp.notifications.querysets import WACHT
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.tests.conftest import MIDDAG, OCHTEND, Postbus
from zorgapp.notifications.tests.hulp import DAG, lees, statussen, verstuur, zet
from zorgapp.testing.vast import tegelijk

pytestmark = pytest.mark.usefixtures("vaste_database", "geldig")


def test_het_werkt(sanne: Werkplek, postbus: Postbus) -> None:
    rijen = [zet(sanne, nummer) for nummer in (1, 2, 3)]
    assert verstuur(sanne, MIDDAG)
    [mail] = postbus.mails
    assert mail["Subject"] == "Er staan 3 dingen voor je klaar in zorgapp"
    assert mail["To"] == sanne.user.email
    tekst = mail.get_content()
    assert "- 3 nieuwe signalen" in tekst and "http://" in tekst and "Dag Sanne," in tekst
    assert {lees(rij).zending for rij in rijen} == {lees(rijen[0]).zending}
    assert str(lees(rijen[0]).zending) in mail["Message-ID"]
    assert statussen(sanne) == ["verstuurd"] * 3 and lees(rijen[0]).verstuurd_op == MIDDAG


def test_een_ding(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    assert postbus.mails[0]["Subject"] == "Er staat 1 ding voor je klaar in zorgapp"
    assert "- 1 nieuw signaal\n" in postbus.mails[0].get_content()


def test_wacht_op_zijn_moment(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1, op=MIDDAG + timedelta(minutes=5))
    verstuur(sanne, MIDDAG)
    assert postbus.mails == []
    verstuur(sanne, MIDDAG + timedelta(minutes=5))
    assert len(postbus.mails) == 1


def test_dagelijkse_mail_wacht_op_het_mailuur(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    verstuur(sanne, MIDDAG.replace(hour=15, minute=59))
    assert postbus.mails == []
    verstuur(sanne, MIDDAG.replace(hour=16, minute=0))
    assert len(postbus.mails) == 1


def test_hooguit_een_per_dag(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    zet(sanne, 2)
    verstuur(sanne, MIDDAG.replace(hour=23, minute=59))
    assert len(postbus.mails) == 1
    verstuur(sanne, MIDDAG + timedelta(hours=8))  # after midnight, before the hour
    assert len(postbus.mails) == 1
    verstuur(sanne, MIDDAG + DAG)
    assert len(postbus.mails) == 2


def test_direct_wacht_niet(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    zet(sanne, 2, soort="acuut", direct=True)
    verstuur(sanne, OCHTEND)
    assert [mail["Subject"] for mail in postbus.mails] == ["Er is een acuut signaal"]
    assert "- 1 signaal voor vandaag\n" in postbus.mails[0].get_content()
    verstuur(sanne, MIDDAG)
    assert len(postbus.mails) == 2


def test_niets_gaat_twee_keer(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    zet(sanne, 2, soort="acuut", direct=True)
    for _ in range(3):
        verstuur(sanne, MIDDAG)
    assert len(postbus.mails) == 2


def test_dezelfde_sleutel_is_een_rij(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    with in_school(sanne.school.pk):
        velden: dict[str, Any] = {
            "soort": "proef",
            "ontvanger_id": sanne.user.pk,
            "object_id": 1,
            "niet_voor": OCHTEND,
        }
        assert plan(school_id=sanne.school.pk, sleutel="proef:1", **velden) is None
        assert laat_vervallen(school_id=sanne.school.pk, sleutel="proef:1")
        assert not laat_vervallen(school_id=sanne.school.pk, sleutel="proef:1")
        assert plan(school_id=sanne.school.pk, sleutel="proef:1", **velden) is None
    verstuur(sanne, MIDDAG)
    assert postbus.mails == [] and statussen(sanne) == ["vervallen"]


def test_dezelfde_sleutel_tegelijk(sanne: Werkplek) -> None:
    def een() -> bool:
        with in_school(sanne.school.pk):
            return (
                plan(
                    school_id=sanne.school.pk,
                    soort="proef",
                    sleutel="proef:1",
                    ontvanger_id=sanne.user.pk,
                    object_id=1,
                    niet_voor=OCHTEND,
                )
                is not None
            )

    assert sorted(tegelijk(een, een, een, een)) == [False, False, False, True]
    assert statussen(sanne) == ["gepland"]


def _weg(wie: Werkplek, geldig: dict[int, Any]) -> None:
    geldig[1] = False


def _inactief(wie: Werkplek, geldig: dict[int, Any]) -> None:
    User.objects.filter(pk=wie.user.pk).update(is_active=False)


def _aanstelling_voorbij(wie: Werkplek, geldig: dict[int, Any]) -> None:
    with in_school(wie.school.pk):
        Aanstelling.objects.filter(user=wie.user).update(tot=MIDDAG.date() - DAG)


@pytest.mark.parametrize("waarom", [_weg, _inactief, _aanstelling_voorbij])
def test_reden_verdwenen(
    sanne: Werkplek, postbus: Postbus, geldig: dict[int, Any], waarom: Callable[..., None]
) -> None:
    rij = zet(sanne, 1)
    waarom(sanne, geldig)
    verstuur(sanne, MIDDAG)
    assert postbus.mails == [] and lees(rij).status == Status.VERVALLEN


def test_vervallen_rij_houdt_de_mail_van_vandaag_niet_tegen(
    sanne: Werkplek, postbus: Postbus, geldig: dict[int, Any]
) -> None:
    geldig[1] = False
    zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    zet(sanne, 2)
    verstuur(sanne, MIDDAG + timedelta(minutes=1))
    assert len(postbus.mails) == 1


def test_fout_in_een_controle_houdt_de_rest_niet_op(
    sanne: Werkplek, postbus: Postbus, geldig: dict[int, Any], caplog: pytest.LogCaptureFixture
) -> None:
    geldig[1] = RuntimeError("Kees Jan Bakker")
    kapot, goed = zet(sanne, 1), zet(sanne, 2)
    verstuur(sanne, MIDDAG)
    assert lees(goed).status == Status.VERSTUURD and "- 1 nieuw signaal" in postbus.mails[0].get_content()
    assert (lees(kapot).status, lees(kapot).pogingen) == (Status.GEPLAND, 1)
    assert lees(kapot).niet_voor == MIDDAG + WACHT[0]
    assert "Kees" not in caplog.text


def test_controle_die_van_school_wisselt(sanne: Werkplek, postbus: Postbus, geldig: dict[int, Any]) -> None:
    """A check may set another context (it makes a Werkplek); the row is still noted at its own school."""

    def wisselt() -> bool:
        zet_context(None)
        return True

    geldig[1] = wisselt
    rij = zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    assert lees(rij).status == Status.VERSTUURD


def test_onbekende_soort(sanne: Werkplek, postbus: Postbus) -> None:
    rij = zet(sanne, 1, soort="van een nieuwere versie")
    verstuur(sanne, MIDDAG)
    assert lees(rij).status == Status.MISLUKT
