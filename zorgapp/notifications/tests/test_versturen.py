"""From outbox to mail server and back: every row ends, none goes out twice by itself."""

import logging
import smtplib
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection

from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications import tasks, versturen
from zorgapp.notifications.bezorgen import Antwoord, bezorg
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.services import laat_vervallen, plan, verstuur_opnieuw
from zorgapp.notifications.tests.conftest import MIDDAG, OCHTEND, Postbus
from zorgapp.notifications.versturen import MAX_POGINGEN, ONZEKER_NA, WACHT, claim, noteer, verstuur_school
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school

pytestmark = pytest.mark.usefixtures("vaste_database", "geldig")
DAG = timedelta(days=1)


@pytest.fixture
def sanne(vaste_database: None) -> Werkplek:
    school = vaste_school()
    with in_school(school.pk):
        return maak_werkplek(school, Rol.MENTOR)


def zet(
    wie: Werkplek, nummer: int, op: datetime = OCHTEND, soort: str = "proef", direct: bool = False
) -> Herinnering:
    with in_school(wie.school.pk):
        rij = plan(
            school_id=wie.school.pk,
            soort=soort,
            sleutel=f"{soort}:{nummer}",
            ontvanger_id=wie.user.pk,
            object_id=nummer,
            niet_voor=op,
            direct=direct,
        )
    assert rij is not None
    return rij


def verstuur(wie: Werkplek, op: datetime) -> bool:
    return verstuur_school(wie.school.pk, lambda: op)


def lees(rij: Herinnering) -> Herinnering:
    with in_school(rij.school_id):
        return Herinnering.objects.get(pk=rij.pk)


def statussen(wie: Werkplek) -> list[str]:
    with in_school(wie.school.pk):
        return list(Herinnering.objects.order_by("pk").values_list("status", flat=True))


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
        assert verstuur_opnieuw(door=sanne, herinnering_id=rij.pk)
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
        assert verstuur_opnieuw(door=sanne, herinnering_id=rij.pk)
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

    def stuk(school_id: int) -> bool:
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
