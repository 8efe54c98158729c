"""The clocks of training and its open work: who hears what on which day, and what falls silent."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleid.eigendom_scholing import SCHOLING
from beleid.klokken_scholing import ANDERS, BINNENKORT, SOORTEN, TERUGKIJKEN, dag_ervoor
from beleid.models import Scholing, Scholingdeelname
from beleid.services import scholing as een
from beleid.services import scholingdeelname as mee
from beleid.services.scholing import Scholinggegevens
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import Aanstelling, User, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar, is_schooldag, schooldagen_tussen
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_werkplek

JAAR = Schooljaar(2026)
TIJD = ZoneInfo("Europe/Amsterdam")
NU = datetime(2026, 11, 24, 9, tzinfo=TIJD)
DINSDAG = date(2026, 12, 8)
GELDT = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}


def gegevens(wie: User, datum: date = DINSDAG) -> Scholinggegevens:
    return Scholinggegevens(titel="Dyslexie", datum=datum, doelgroep="docenten", eigenaar=wie)


def zet(decor: Decor, datum: date = DINSDAG, wie: Werkplek | None = None) -> Scholing:
    van = (wie or decor.coordinator).user
    return een.scholing_toevoegen(door=decor.coordinator, jaar=JAAR, gegevens=gegevens(van, datum))


def wacht(rij: Scholing, soort: str) -> list[tuple[int, date]]:
    rijen = Herinnering.objects.filter(object_id=rij.pk, soort=soort, status=Status.GEPLAND)
    gevonden = rijen.order_by("ontvanger_id").values_list("ontvanger_id", "niet_voor")
    return [(wie, timezone.localdate(wanneer)) for wie, wanneer in gevonden]


def geldt(rij: Scholing, soort: str, dag: date) -> list[bool]:
    rijen = Herinnering.objects.filter(object_id=rij.pk, soort=soort, status=Status.GEPLAND)
    op = datetime(dag.year, dag.month, dag.day, 7, tzinfo=TIJD)
    return [GELDT[soort](een_rij, op) for een_rij in rijen.order_by("ontvanger_id")]


def test_een_schooldag_ervoor_en_niet_meer_na_afmelden(decor: Decor):
    Vrijedag.objects.create(
        school=decor.school, naam="Vrij", van=DINSDAG - timedelta(1), tot=DINSDAG - timedelta(1)
    )
    rij, wie = zet(decor), decor.mentor.user.pk
    for _ in range(2):  # signing up again after signing off is a new reminder
        mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
        assert wacht(rij, BINNENKORT) == [(wie, date(2026, 12, 4))]
        assert geldt(rij, BINNENKORT, date(2026, 12, 4)) == [True]
        mee.scholing_afmelden(door=decor.mentor, pk=rij.pk)
        assert wacht(rij, BINNENKORT) == []
    mee.scholing_meedoen(door=replace(decor.mentor, dag=date(2026, 12, 4)), pk=rij.pk)
    assert wacht(rij, BINNENKORT) == []  # he did so on that very day


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2026, 9, 1), date(2027, 7, 31)), st.integers(0, 20), st.integers(0, 12))
def test_de_dag_ervoor_is_de_laatste_schooldag_voor_de_scholing(
    decor: Decor, datum: date, terug: int, lang: int
):
    Vrijedag.objects.all().delete()
    van = datum - timedelta(terug)
    Vrijedag.objects.create(school=decor.school, naam="Vrij", van=van, tot=van + timedelta(lang))
    vrij, op = vrije_perioden(date(2026, 1, 1)), dag_ervoor(Scholing(school=decor.school, datum=datum))
    assert op < datum and is_schooldag(op, vrij)
    assert schooldagen_tussen(op, datum - timedelta(1), vrij) == 0


def test_een_andere_dag_plant_opnieuw_en_vertelt_het(decor: Decor):
    rij, wie = zet(decor), decor.mentor.user.pk
    mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    mee.scholing_meedoen(door=decor.coordinator, pk=rij.pk)
    for versie, datum in enumerate((date(2026, 12, 15), DINSDAG), 1):  # there and back again
        nieuw = gegevens(decor.coordinator.user, datum)
        een.scholing_wijzigen(door=decor.coordinator, pk=rij.pk, versie=versie, gegevens=nieuw, op=NU)
        assert {dag for _, dag in wacht(rij, BINNENKORT)} == {datum - timedelta(1)}
        assert len(wacht(rij, BINNENKORT)) == 2
        assert wacht(rij, ANDERS) == [(wie, DAG)]  # not to who moved it
        assert geldt(rij, ANDERS, DAG) == [True]
    zelfde = replace(gegevens(decor.coordinator.user), titel="Dyslexie in de les")
    Herinnering.objects.filter(soort=ANDERS).delete()
    een.scholing_wijzigen(door=decor.coordinator, pk=rij.pk, versie=3, gegevens=zelfde, op=NU)
    assert wacht(rij, ANDERS) == [] and len(wacht(rij, BINNENKORT)) == 2


def test_gaat_niet_door_wordt_verteld_en_herstel_neemt_het_terug(decor: Decor):
    rij, wie = zet(decor), decor.mentor.user.pk
    mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    weg = een.scholing_vervalt(door=decor.coordinator, pk=rij.pk, versie=1, op=NU)
    assert (wacht(rij, BINNENKORT), wacht(rij, TERUGKIJKEN)) == ([], [])
    assert wacht(rij, ANDERS) == [(wie, DAG)] and geldt(rij, ANDERS, DAG) == [True]
    assert geldt(rij, ANDERS, DINSDAG + timedelta(1)) == [False]
    een.scholing_terug(door=decor.coordinator, pk=rij.pk, versie=weg.versie)
    assert wacht(rij, ANDERS) == []
    assert wacht(rij, BINNENKORT) == [(wie, DINSDAG - timedelta(1))]


def test_de_schooldag_erna_kijkt_de_eigenaar_terug(decor: Decor):
    vrijdag = date(2026, 12, 11)
    rij, maandag = zet(decor, vrijdag), date(2026, 12, 14)
    assert wacht(rij, TERUGKIJKEN) == [(decor.coordinator.user.pk, maandag)]
    assert geldt(rij, TERUGKIJKEN, vrijdag) == [False] and geldt(rij, TERUGKIJKEN, maandag) == [True]
    na = mee.scholing_terugkijken(
        door=replace(decor.coordinator, dag=vrijdag),
        pk=rij.pk,
        versie=1,
        stond=(),
        waren=(),
        erbij=(),
        opbrengst="",
    )
    assert geldt(rij, TERUGKIJKEN, maandag) == [True]  # what it brought is not there yet
    mee.scholing_opbrengst(
        door=replace(decor.coordinator, dag=maandag), pk=rij.pk, versie=na.versie, opbrengst="Veel."
    )
    assert wacht(rij, TERUGKIJKEN) == []


def test_van_een_ander_kijkt_de_coordinator_mee_naar_wie_er_waren(decor: Decor):
    rij, woensdag = zet(decor, wie=decor.mentor), date(2026, 12, 9)
    assert {wie for wie, _ in wacht(rij, TERUGKIJKEN)} == {decor.mentor.user.pk, decor.coordinator.user.pk}
    mee.scholing_opbrengst(door=replace(decor.mentor, dag=DINSDAG), pk=rij.pk, versie=1, opbrengst="Veel.")
    per_wie = dict(
        zip([wie for wie, _ in wacht(rij, TERUGKIJKEN)], geldt(rij, TERUGKIJKEN, woensdag), strict=True)
    )
    assert per_wie == {decor.mentor.user.pk: False, decor.coordinator.user.pk: True}


@pytest.mark.parametrize("soort", [BINNENKORT, TERUGKIJKEN])
def test_wie_hier_niet_meer_werkt_hoort_niets(decor: Decor, soort: str):
    rij = zet(decor, wie=decor.mentor)
    mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    Herinnering.objects.exclude(ontvanger=decor.mentor.user).delete()
    dag = DINSDAG + timedelta(1 if soort == TERUGKIJKEN else -1)
    assert geldt(rij, soort, dag) == [True]
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=date(2026, 11, 30))
    assert geldt(rij, soort, dag) == [False]


def test_wie_weggaat_geeft_zijn_scholing_over(decor: Decor):
    rij, naar = zet(decor, wie=decor.mentor), decor.begeleider.user
    gegeven = zet(decor, DAG, wie=decor.mentor)
    mee.scholing_terugkijken(
        door=decor.coordinator, pk=gegeven.pk, versie=1, stond=(), waren=(), erbij=(), opbrengst="Veel."
    )
    stukken = SCHOLING.open_van(decor.school.pk, decor.mentor.user.pk)
    assert [(s.id, s.omschrijving) for s in stukken] == [(rij.pk, "Scholing op di 8 december")]
    with pytest.raises(ValueError, match="altijd een eigenaar"):
        SCHOLING.overdragen(decor.coordinator, [rij.pk], None, DAG)
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=date(2026, 11, 23))
    assert [s.id for s in SCHOLING.zonder_toegang(decor.school.pk, DAG)] == [rij.pk]
    SCHOLING.overdragen(decor.coordinator, [rij.pk, gegeven.pk], naar, DAG)
    assert SCHOLING.open_van(decor.school.pk, naar.pk)[0].id == rij.pk
    assert SCHOLING.zonder_toegang(decor.school.pk, DAG) == []
    assert naar.pk in {wie for wie, _ in wacht(rij, TERUGKIJKEN)}
    assert Scholing.objects.get(pk=gegeven.pk).eigenaar == decor.mentor.user


def test_er_komt_een_vraag_hoeveel_collega_s_er_ook_meedoen(decor: Decor, django_assert_max_num_queries):
    rij = zet(decor)
    for nummer in range(12):
        wie = maak_werkplek(decor.school, Rol.DOCENT, DAG, f"Docent{nummer}").user
        Scholingdeelname.objects.create(school=decor.school, scholing=rij, user=wie)
    with django_assert_max_num_queries(30):
        een.scholing_vervalt(door=decor.coordinator, pk=rij.pk, versie=1, op=NU)
    assert len(wacht(rij, ANDERS)) == 12


@pytest.mark.parametrize("anders", [{"weg_op": NU}, {"gegeven": True}, {"datum": DAG - timedelta(1)}])
def test_wat_op_weg_is_kijkt_nog_een_keer(decor: Decor, anders: dict[str, object]):
    """What was claimed just before it was called off, given or over is not sent."""
    rij = zet(decor)
    mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    dag = DINSDAG - timedelta(1)
    assert geldt(rij, BINNENKORT, dag) == [True]
    Scholing.objects.filter(pk=rij.pk).update(**anders)
    assert geldt(rij, BINNENKORT, dag) == [False]
