"""The clocks of a facility card: who is reminded when, once, without a name; and what ends soon."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.access_kaart import kaart_van
from leerlingen.kaartlijst import lees_lijst
from leerlingen.klokken import SOORTEN, plan_kaarten, schooldagen_voor, vanzelf_op
from leerlingen.models import Faciliteitenkaart, FaciliteitToekenning, Lesopdracht
from leerlingen.services.kaartlezers import docenten_herinneren, kaart_gezien
from leerlingen.tests.kaarthulp import LANG_GELEDEN, Kaartdecor, maak_kaartdecor
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode, is_schooldag, schooldagen_tussen
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.versturen import verstuur_school
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

TIJD, LAPTOP = "25% extra tijd bij toetsen", "Laptop met voorleessoftware"
DAG_LANG = timedelta(days=1)
Bus = list[Any]


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school)


def om(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, 16, 5, tzinfo=NU.tzinfo)


def nacht(kd: Kaartdecor, dag: date) -> None:
    zet_context(kd.school.pk, kd.coordinator.user.pk)
    plan_kaarten(kd.school.pk, dag)


def mails(kd: Kaartdecor, dag: date, bus: Bus) -> dict[str, str]:
    voor = len(bus)
    verstuur_school(kd.school.pk, lambda: om(dag))
    zet_context(kd.school.pk, kd.coordinator.user.pk)
    return {mail.to[0]: f"{mail.subject}\n{mail.body}" for mail in bus[voor:]}


def herinner(kd: Kaartdecor, door: Werkplek) -> int:
    return docenten_herinneren(door=door, leerling=kd.leerling, op=NU)


@pytest.mark.regel(58)
def test_herinner_telt_alleen_anderen_en_ieder_een_keer(kd: Kaartdecor, mailoutbox: Bus) -> None:
    kd.geef(TIJD)
    assert herinner(kd, kd.mentor) == 1  # not the mentor himself
    assert herinner(kd, kd.mentor) == 0
    assert herinner(kd, kd.coordinator) == 1  # the mentor is left, whom the coordinator may remind
    assert herinner(kd, kd.coordinator) == 0
    gegaan = mails(kd, DAG, mailoutbox)
    assert set(gegaan) == {kd.docent.user.email, kd.mentor.user.email}
    tekst = gegaan[kd.docent.user.email]
    assert "1 faciliteitenkaart die je nog niet bekeek" in tekst
    assert not any(naam in tekst for naam in (kd.leerling.roepnaam, kd.leerling.achternaam, "H3b"))


@pytest.mark.regel(58)
def test_een_nieuwe_versie_mag_opnieuw(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    assert herinner(kd, kd.mentor) == 1
    kd.geef(LAPTOP)
    assert herinner(kd, kd.mentor) == 1
    kaart_gezien(door=kd.docent, leerling=kd.leerling, versie=kd.kaart.versie, op=NU)
    assert herinner(kd, kd.mentor) == 0


@pytest.mark.parametrize("rol", [Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER, Rol.SCHOOLLEIDING])
def test_wie_niet_mag_herinneren(kd: Kaartdecor, rol: Rol) -> None:
    kd.geef(TIJD)
    wie = kd.docent if rol == Rol.DOCENT else maak_werkplek(kd.school, rol)
    with pytest.raises(PermissionDenied):
        herinner(kd, wie)
    assert not Herinnering.objects.exists()


def test_een_kaart_die_niet_geldt_herinnert_niemand(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    Faciliteitenkaart.objects.update(geldig_van=DAG - 2 * DAG_LANG, geldig_tot=DAG - DAG_LANG)
    assert herinner(kd, kd.mentor) == 0


def test_wie_intussen_las_of_wegging_krijgt_geen_mail(kd: Kaartdecor, mailoutbox: Bus) -> None:
    kd.geef(TIJD)
    herinner(kd, kd.coordinator)
    kaart_gezien(door=kd.docent, leerling=kd.leerling, versie=kd.kaart.versie, op=NU)
    Lesopdracht.objects.filter(user=kd.mentor.user).update(tot=DAG - DAG_LANG)
    kd.klas.mentorschappen.update(tot=DAG - DAG_LANG)
    assert mails(kd, DAG, mailoutbox) == {}


@pytest.mark.regel(58)
def test_vanzelf_na_de_termijn_en_een_keer(kd: Kaartdecor, mailoutbox: Bus) -> None:
    """Changed on Tuesday, three school days: nothing until Friday morning, and then once."""
    kd.geef(TIJD)
    vrijdag = vanzelf_op(NU, 3, ())
    assert vrijdag == DAG + 3 * DAG_LANG
    for dag in (DAG, DAG + DAG_LANG, DAG + 2 * DAG_LANG):
        nacht(kd, dag)
    assert not Herinnering.objects.exists()
    nacht(kd, vrijdag)
    nacht(kd, vrijdag + 3 * DAG_LANG)
    assert Herinnering.objects.filter(soort="kaart_gezien").count() == 2
    assert len(mails(kd, vrijdag, mailoutbox)) == 2
    nacht(kd, vrijdag + 4 * DAG_LANG)
    assert mails(kd, vrijdag + 4 * DAG_LANG, mailoutbox) == {}


def test_wie_later_komt_hoort_het_ook(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    for wie in (kd.docent, kd.mentor):
        kaart_gezien(door=wie, leerling=kd.leerling, versie=kd.kaart.versie, op=NU)
    later = DAG + 30 * DAG_LANG
    nacht(kd, later)
    assert not Herinnering.objects.exists()
    nieuw = maak_werkplek(kd.school, Rol.DOCENT)
    Lesopdracht.objects.create(school=kd.school, user=nieuw.user, klas=kd.klas, vak="gym", van=LANG_GELEDEN)
    nacht(kd, later)
    assert [h.ontvanger_id for h in Herinnering.objects.all()] == [nieuw.user.pk]


def test_de_coordinator_hoort_het_voor_een_kaart_afloopt(kd: Kaartdecor, mailoutbox: Bus) -> None:
    """Twenty school days before its last day, not earlier, once; a later date withdraws it."""
    kd.geef(TIJD)
    einde = DAG + 28 * DAG_LANG  # a Tuesday four weeks later: twenty school days
    Faciliteitenkaart.objects.update(geldig_tot=einde)
    nacht(kd, DAG - DAG_LANG)
    assert not Herinnering.objects.filter(soort="kaart_verloopt").exists()
    nacht(kd, DAG)
    nacht(kd, DAG + DAG_LANG)
    assert Herinnering.objects.filter(soort="kaart_verloopt").count() == 1
    assert [k.eerste for k in lees_lijst(kd.coordinator, "", None).pagina.rijen] == [einde]
    rij = Herinnering.objects.get(soort="kaart_verloopt")
    soort = next(s for s in SOORTEN if s.sleutel == "kaart_verloopt")
    assert soort.nog_geldig(rij, NU) is True
    Faciliteitenkaart.objects.update(geldig_tot=einde + 90 * DAG_LANG)
    assert soort.nog_geldig(rij, NU) is False
    assert lees_lijst(kd.coordinator, "", None).pagina.rijen == []


def test_ook_een_losse_faciliteit_loopt_af(kd: Kaartdecor) -> None:
    rij = kd.geef(TIJD, geldig_tot=DAG + 14 * DAG_LANG)
    kd.geef(LAPTOP)
    nacht(kd, DAG)
    assert Herinnering.objects.filter(soort="kaart_verloopt").count() == 1
    assert [k.eerste for k in lees_lijst(kd.coordinator, "", None).pagina.rijen] == [rij.geldig_tot]
    FaciliteitToekenning.objects.filter(pk=rij.pk).update(gestopt_op=DAG)
    assert lees_lijst(kd.coordinator, "", None).pagina.rijen == []
    assert [k.pk for k in lees_lijst(kd.coordinator, "alle", None).pagina.rijen] == [
        getattr(kaart_van(kd.leerling.pk), "pk", 0)
    ]


VRIJ = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 20)).map(
        lambda p: Periode(date(2026, 8, 1) + p[0] * DAG_LANG, date(2026, 8, 1) + (p[0] + p[1]) * DAG_LANG)
    ),
    max_size=4,
)


@given(st.integers(0, 300), st.integers(1, 40), VRIJ)
def test_schooldagen_voor_een_datum(dagen: int, aantal: int, vrij: list[Periode]) -> None:
    """It is a school day, and exactly so many school days lie after it up to the day before the end."""
    einde = date(2026, 8, 1) + dagen * DAG_LANG
    dag = schooldagen_voor(einde, aantal, vrij)
    assert is_schooldag(dag, vrij) and dag < einde
    assert schooldagen_tussen(dag - DAG_LANG, einde - DAG_LANG, vrij) == aantal
