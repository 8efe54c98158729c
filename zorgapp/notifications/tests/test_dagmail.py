"""The daily mail: the moment somebody chooses, days without school, two schools, and a clock that jumps."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode
from zorgapp.notifications import soorten
from zorgapp.notifications.models import Mailmoment, Status
from zorgapp.notifications.moment import MOMENTEN, begin_van, klok, vrij_tot
from zorgapp.notifications.services import mailmoment_kiezen, plan
from zorgapp.notifications.tests.conftest import AMSTERDAM, MIDDAG, OCHTEND, Postbus
from zorgapp.notifications.tests.hulp import DAG, lees, statussen, verstuur, zet
from zorgapp.notifications.versturen import claim, verstuur_school
from zorgapp.testing.fabriek import stel_aan
from zorgapp.testing.vast import tegelijk, vaste_school

pytestmark = pytest.mark.usefixtures("vaste_database", "geldig")

VRIJDAG = datetime(2026, 11, 27, 16, 5, tzinfo=AMSTERDAM)
ZATERDAG, ZONDAG, MAANDAG = (VRIJDAG + n * DAG for n in (1, 2, 3))


@pytest.fixture
def waarschuwing(geldig: dict[int, Any]) -> None:
    """A kind that is of no use once its day is over."""
    nog_geldig = soorten._SOORTEN["proef"].nog_geldig
    soorten.registreer(
        soorten.Soort("eind", "ding dat afloopt", "dingen die aflopen", nog_geldig, voor_vrij=True)
    )


def kies(wie: Werkplek, minuut: int | None) -> None:
    with in_school(wie.school.pk):
        mailmoment_kiezen(door=wie, minuut=minuut)


def vrij(school: School, van: date, tot: date) -> None:
    with in_school(school.pk):
        Vrijedag.objects.create(school=school, van=van, tot=tot, naam="Vakantie")


def om(op: datetime, uur: int, minuut: int = 0) -> datetime:
    return op.replace(hour=uur, minute=minuut)


@pytest.mark.parametrize("minuut", [450, 1200])
def test_de_eigen_tijd_gaat_voor_die_van_de_school(sanne: Werkplek, postbus: Postbus, minuut: int) -> None:
    zet(sanne, 1, op=OCHTEND - DAG)
    kies(sanne, minuut)
    uur, half = divmod(minuut, 60)
    verstuur(sanne, om(MIDDAG, uur, half) - timedelta(minutes=1))
    assert postbus.mails == []
    verstuur(sanne, om(MIDDAG, uur, half))
    assert len(postbus.mails) == 1


def test_weer_zoals_de_school(sanne: Werkplek, postbus: Postbus) -> None:
    zet(sanne, 1)
    kies(sanne, 1200)
    kies(sanne, None)
    verstuur(sanne, MIDDAG)
    assert len(postbus.mails) == 1


@pytest.mark.parametrize("nieuw", [360, 990, 1320, None])
def test_een_andere_tijd_geeft_geen_tweede_mail_vandaag(
    sanne: Werkplek, postbus: Postbus, nieuw: int | None
) -> None:
    kies(sanne, 480)
    zet(sanne, 1, op=OCHTEND - DAG)
    verstuur(sanne, om(MIDDAG, 8))
    zet(sanne, 2)
    kies(sanne, nieuw)
    for uur in range(8, 24):
        verstuur(sanne, om(MIDDAG, uur, 59))
    assert len(postbus.mails) == 1 and statussen(sanne) == ["verstuurd", "gepland"]
    verstuur(sanne, om(MIDDAG + DAG, 22))
    assert len(postbus.mails) == 2


@pytest.mark.parametrize("minuut", [0, 359, 361, 1321, 1350, 32767])
def test_alleen_hele_en_halve_uren_van_zes_tot_tien(sanne: Werkplek, minuut: int) -> None:
    with pytest.raises(ValueError, match="Kies een tijd"):
        kies(sanne, minuut)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mailmoment.objects.create(user=sanne.user, minuut=minuut)


def test_momenten_als_woorden() -> None:
    assert (klok(MOMENTEN[0]), klok(MOMENTEN[1]), klok(MOMENTEN[-1])) == ("6.00", "6.30", "22.00")


def test_in_het_weekend_komt_geen_dagelijkse_mail(sanne: Werkplek, postbus: Postbus) -> None:
    rij = zet(sanne, 1, op=ZATERDAG)
    for op in (ZATERDAG, ZONDAG, om(MAANDAG, 15, 59)):
        verstuur(sanne, op)
    assert postbus.mails == [] and lees(rij).status == Status.GEPLAND
    verstuur(sanne, MAANDAG)
    assert len(postbus.mails) == 1


def test_een_vakantie_wordt_gerespecteerd_behalve_door_wat_meteen_gaat(
    sanne: Werkplek, postbus: Postbus
) -> None:
    vrij(sanne.school, MIDDAG.date(), (MIDDAG + 9 * DAG).date())
    rij = zet(sanne, 1)
    zet(sanne, 2, soort="acuut", direct=True)
    for dag in range(10):
        verstuur(sanne, MIDDAG + dag * DAG)
    assert [mail["Subject"] for mail in postbus.mails] == ["Er is een acuut signaal"]
    verstuur(sanne, MIDDAG + 10 * DAG)
    assert len(postbus.mails) == 2 and lees(rij).status == Status.VERSTUURD


@pytest.mark.usefixtures("waarschuwing")
def test_wat_na_vrije_dagen_te_laat_is_gaat_de_schooldag_ervoor(sanne: Werkplek, postbus: Postbus) -> None:
    """Due on Sunday: told on Friday; due on Monday: on Monday. Another kind of Sunday waits for Monday."""
    zondag = zet(sanne, 1, begin_van(ZONDAG.date()), soort="eind")
    maandag = zet(sanne, 2, begin_van(MAANDAG.date()), soort="eind")
    ander = zet(sanne, 3, begin_van(ZONDAG.date()))
    verstuur(sanne, VRIJDAG - DAG)
    assert postbus.mails == []
    verstuur(sanne, VRIJDAG)
    assert [lees(rij).status for rij in (zondag, maandag, ander)] == ["verstuurd", "gepland", "gepland"]
    verstuur(sanne, MAANDAG)
    assert set(statussen(sanne)) == {"verstuurd"} and len(postbus.mails) == 2


@pytest.mark.usefixtures("waarschuwing")
def test_een_waarschuwing_wacht_na_een_vergeefse_poging_wel(
    sanne: Werkplek, postbus: Postbus, settings: Any
) -> None:
    rij, settings.EMAIL_PORT = zet(sanne, 1, begin_van(ZONDAG.date()), soort="eind"), 1
    verstuur(sanne, VRIJDAG)
    verstuur(sanne, VRIJDAG)
    assert (lees(rij).status, lees(rij).pogingen) == (Status.GEPLAND, 1)


def test_vrij_tot_is_zuiver() -> None:
    vakantie = [Periode(date(2026, 12, 19), date(2027, 1, 3))]
    assert vrij_tot(date(2026, 12, 17), vakantie) == date(2026, 12, 17)
    assert vrij_tot(date(2026, 12, 18), vakantie) == date(2027, 1, 3)
    alles = [Periode(date(2000, 1, 1), date(2099, 1, 1))]
    assert vrij_tot(date(2026, 12, 18), alles) == date(2026, 12, 18)


def _tweede_school(sanne: Werkplek) -> School:
    ander = vaste_school()
    School.objects.filter(pk=ander.pk).update(naam="Waterland")
    with in_school(ander.pk):
        stel_aan(sanne.user, ander, Rol.DOCENT)
    return ander


def _zet_bij(school: School, wie: Werkplek, nummer: int) -> None:
    with in_school(school.pk):
        plan(
            school_id=school.pk,
            soort="proef",
            sleutel=f"daar:{nummer}",
            ontvanger_id=wie.user.pk,
            object_id=nummer,
            niet_voor=OCHTEND,
        )


def test_wie_op_twee_scholen_werkt_krijgt_een_mail(sanne: Werkplek, postbus: Postbus) -> None:
    ander = _tweede_school(sanne)
    zet(sanne, 1)
    _zet_bij(ander, sanne, 2)
    _zet_bij(ander, sanne, 3)
    beide = [partial(verstuur_school, nummer, lambda: MIDDAG) for nummer in (sanne.school.pk, ander.pk)]
    assert tegelijk(*beide, *beide) == [True] * 4
    [mail] = postbus.mails
    assert mail["Subject"] == "Er staan 3 dingen voor je klaar in zorgapp"
    tekst = mail.get_content()
    assert "Rietveen College" in tekst and "Waterland" in tekst
    assert "- 1 nieuw signaal\n" in tekst and "- 2 nieuwe signalen\n" in tekst
    with in_school(ander.pk):
        _zet_bij(ander, sanne, 4)
    verstuur_school(ander.pk, lambda: om(MIDDAG, 22))
    assert len(postbus.mails) == 1


def test_de_school_die_vrij_is_wacht(sanne: Werkplek, postbus: Postbus) -> None:
    ander = _tweede_school(sanne)
    vrij(ander, MIDDAG.date(), MIDDAG.date())
    zet(sanne, 1)
    _zet_bij(ander, sanne, 2)
    verstuur(sanne, MIDDAG)
    assert "Waterland" not in postbus.mails[0].get_content()
    verstuur_school(ander.pk, lambda: MIDDAG + DAG)
    assert "Waterland" in postbus.mails[1].get_content() and len(postbus.mails) == 2


def test_geweigerd_voor_twee_scholen_is_het_bij_beide(sanne: Werkplek, postbus: Postbus) -> None:
    ander = _tweede_school(sanne)
    rij = zet(sanne, 1)
    _zet_bij(ander, sanne, 2)
    postbus.bij_data = "554 geweigerd"
    verstuur(sanne, MIDDAG)
    with in_school(ander.pk):
        assert set(statussen(Werkplek(sanne.user, ander, MIDDAG.date(), ()))) == {"mislukt"}
    assert lees(rij).status == Status.MISLUKT


def test_klok_die_een_jaar_voorliep_houdt_niets_op(sanne: Werkplek, postbus: Postbus, settings: Any) -> None:
    """A mail of a date to come is no mail of today; what was put off to a date to come is not; nothing goes twice."""
    straks = MIDDAG + 364 * DAG
    eerste = zet(sanne, 1)
    verstuur(sanne, straks)
    poort, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    tweede = zet(sanne, 2)
    verstuur(sanne, straks + DAG)
    assert lees(tweede).niet_voor > straks
    settings.EMAIL_PORT = poort
    verstuur(sanne, MIDDAG)
    assert {lees(eerste).status, lees(tweede).status} == {Status.VERSTUURD} and len(postbus.mails) == 2
    for op in (MIDDAG, MIDDAG + DAG, straks, straks + DAG):
        verstuur(sanne, op)
    assert len(postbus.mails) == 2


def test_claim_van_voor_het_terugzetten_van_de_klok_wordt_onzeker(sanne: Werkplek, postbus: Postbus) -> None:
    rij = zet(sanne, 1)
    assert claim(sanne.school.pk, sanne.user.pk, False, MIDDAG + 7 * DAG) is not None
    verstuur(sanne, MIDDAG)
    assert lees(rij).status == Status.ONZEKER and postbus.mails == []
