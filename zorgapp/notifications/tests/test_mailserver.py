"""What the mail server says, and processes that die around it: every row ends, none goes twice."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications import versturen
from zorgapp.notifications.bezorgen import Antwoord
from zorgapp.notifications.claimen import MAX_POGINGEN
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.querysets import WACHT
from zorgapp.notifications.services import verstuur_opnieuw
from zorgapp.notifications.tests.conftest import MIDDAG, OCHTEND, Postbus
from zorgapp.notifications.tests.hulp import DAG, lees, nummer, verstuur, zet
from zorgapp.notifications.versturen import ONZEKER_NA, claim, noteer
from zorgapp.testing.fabriek import maak_werkplek

pytestmark = pytest.mark.usefixtures("vaste_database", "geldig")


def test_geen_verbinding_komt_later_terug(sanne: Werkplek, postbus: Postbus, settings: Any) -> None:
    rij, poort = zet(sanne, 1), settings.EMAIL_PORT
    settings.EMAIL_PORT = 1
    assert not verstuur(sanne, MIDDAG)
    na = lees(rij)
    assert (na.status, na.pogingen, na.niet_voor) == (Status.GEPLAND, 1, MIDDAG + WACHT[0])
    settings.EMAIL_PORT = poort
    verstuur(sanne, MIDDAG + WACHT[0] - timedelta(seconds=1))
    assert postbus.mails == []
    verstuur(sanne, MIDDAG + WACHT[0])
    assert len(postbus.mails) == 1


def test_vijf_keer_geen_verbinding_is_mislukt(sanne: Werkplek, postbus: Postbus, settings: Any) -> None:
    rij = zet(sanne, 1, soort="acuut", direct=True)
    settings.EMAIL_PORT, op = 1, OCHTEND
    for poging in range(1, MAX_POGINGEN + 1):
        verstuur(sanne, op)
        assert lees(rij).pogingen == poging
        op = max(op, lees(rij).niet_voor)
    assert (lees(rij).status, lees(rij).fout) == (Status.MISLUKT, "de mailserver is niet bereikbaar")
    with in_school(sanne.school.pk):
        assert verstuur_opnieuw(door=sanne, zending=nummer(rij)) is True
    assert (lees(rij).status, lees(rij).pogingen) == (Status.GEPLAND, 0)


def test_zonder_mailserver_krijgt_niet_iedereen_een_poging(
    sanne: Werkplek, postbus: Postbus, settings: Any
) -> None:
    with in_school(sanne.school.pk):
        ander = maak_werkplek(sanne.school, Rol.MENTOR)
    zet(sanne, 1)
    tweede = zet(ander, 2)
    settings.EMAIL_PORT = 1
    verstuur(sanne, MIDDAG)
    assert lees(tweede).pogingen == 0


@pytest.mark.parametrize(
    ("veld", "zin", "status"),
    [
        ("bij_rcpt", "550 bestaat niet", Status.MISLUKT),
        ("bij_rcpt", "450 probeer later", Status.GEPLAND),
        ("bij_data", "554 geweigerd", Status.MISLUKT),
        ("bij_data", "451 probeer later", Status.GEPLAND),
        ("bij_data", "299 wat betekent dit", Status.ONZEKER),
        ("verbreek", True, Status.ONZEKER),
    ],
)
def test_antwoorden_van_de_mailserver(
    sanne: Werkplek, postbus: Postbus, veld: str, zin: Any, status: Status
) -> None:
    setattr(postbus, veld, zin)
    rij = zet(sanne, 1)
    assert verstuur(sanne, MIDDAG)
    assert lees(rij).status == status
    assert lees(rij).fout


def test_adres_dat_niet_kan(sanne: Werkplek, postbus: Postbus) -> None:
    User.objects.filter(pk=sanne.user.pk).update(email=f"sanne{sanne.user.pk}@a@b\ud7ff.example ,x")
    rij = zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    assert lees(rij).status in (Status.MISLUKT, Status.ONZEKER) and postbus.mails == []


def test_fout_bij_ophangen_is_toch_verstuurd(
    sanne: Werkplek, postbus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(self: Any) -> None:
        raise smtplib.SMTPServerDisconnected

    rij = zet(sanne, 1)
    monkeypatch.setattr("django.core.mail.backends.smtp.EmailBackend.close", stuk)
    verstuur(sanne, MIDDAG)
    assert lees(rij).status == Status.VERSTUURD


class Gedood(BaseException):
    """Stands for SIGKILL: nothing after it runs."""


def test_gedood_na_het_ja_van_de_mailserver(
    sanne: Werkplek, postbus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = zet(sanne, 1, soort="acuut", direct=True)

    def dood(*args: Any) -> None:
        raise Gedood

    with monkeypatch.context() as stuk:
        stuk.setattr(versturen, "noteer", dood)
        with pytest.raises(Gedood):
            verstuur(sanne, OCHTEND)
    assert len(postbus.mails) == 1 and lees(rij).status == Status.GECLAIMD
    for later in (timedelta(), ONZEKER_NA, ONZEKER_NA + timedelta(seconds=1), DAG, 2 * DAG):
        verstuur(sanne, OCHTEND + later)
    assert len(postbus.mails) == 1 and lees(rij).status == Status.ONZEKER
    with in_school(sanne.school.pk):
        assert verstuur_opnieuw(door=sanne, zending=nummer(rij)) is True
        assert verstuur_opnieuw(door=sanne, zending=nummer(rij)) is None
        Herinnering.objects.filter(pk=rij.pk).update(niet_voor=OCHTEND)
    verstuur(sanne, OCHTEND + 2 * DAG)
    assert len(postbus.mails) == 2 and lees(rij).status == Status.VERSTUURD


def test_gedood_voor_de_mailserver_iets_hoort(
    sanne: Werkplek, postbus: Postbus, monkeypatch: pytest.MonkeyPatch
) -> None:
    rij = zet(sanne, 1)

    def dood(mail: Any) -> Antwoord:
        raise Gedood

    with monkeypatch.context() as stuk:
        stuk.setattr(versturen, "bezorg", dood)
        with pytest.raises(Gedood):
            verstuur(sanne, MIDDAG)
    verstuur(sanne, MIDDAG + timedelta(minutes=11))
    assert lees(rij).status == Status.ONZEKER and postbus.mails == []


def test_gedood_in_de_claim_is_niets_gebeurd(
    sanne: Werkplek, postbus: Postbus, geldig: dict[int, Any]
) -> None:
    def dood() -> bool:
        raise Gedood

    geldig[1] = dood
    rij = zet(sanne, 1)
    with pytest.raises(Gedood):
        verstuur(sanne, MIDDAG)
    assert (lees(rij).status, lees(rij).pogingen) == (Status.GEPLAND, 0)
    geldig[1] = True
    verstuur(sanne, MIDDAG)
    assert len(postbus.mails) == 1


def test_onzekere_mail_telt_als_mail_van_vandaag(sanne: Werkplek, postbus: Postbus) -> None:
    postbus.verbreek = True
    rij = zet(sanne, 1)
    verstuur(sanne, MIDDAG)
    postbus.verbreek = False
    zet(sanne, 2)
    verstuur(sanne, MIDDAG + timedelta(hours=1))
    assert len(postbus.mails) == 1 and lees(rij).status == Status.ONZEKER
    verstuur(sanne, MIDDAG + DAG)
    assert len(postbus.mails) == 2


def test_ja_dat_na_de_veegbeurt_komt(sanne: Werkplek, postbus: Postbus) -> None:
    rij = zet(sanne, 1)
    zending = claim(sanne.school.pk, sanne.user.pk, False, MIDDAG)
    assert zending is not None
    versturen.maak_onzeker(sanne.school.pk, MIDDAG + timedelta(minutes=11))
    assert lees(rij).status == Status.ONZEKER
    noteer(zending, Antwoord.AANGENOMEN, MIDDAG + timedelta(minutes=12))
    assert lees(rij).status == Status.VERSTUURD
