"""Counting a school at night: what happened, how it stood, in which year and month, of whom, and never twice."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from beleid.cijfers.snede import Snede
from beleid.kerngetallen import KERNCIJFERS, kernstanden
from beleid.models import Cijferblok, Cijferstand
from beleid.retention_cijfers import BEWAREN_DAGEN, ruim_cijfers_op
from beleid.services.cijfers import cijfers_tellen, momenten_tot
from beleid.tasks import cijfers_nacht
from leerlingen.models import Faciliteitenkaart, Kaartgezien, Plaatsing
from ondersteuning.models import Aanbod, Traject, Wachtplek
from ondersteuning.tests.trajecthulp import maak_aanbod, sluit_af, start
from ondersteuning.workflow import Besluit
from overleg.models import Afspraak
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Vestiging, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor, beslis, dien_in, maak_decor
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_school, maak_werkplek

JAAR = Schooljaar(2026)


def tel(decor: Decor, dag: date = DAG) -> dict[str, list[list[Any]]]:
    """Count, and give the cells of this year per figure."""
    stand = cijfers_tellen(school=decor.school, dag=dag)
    return {b.figuur: b.cellen for b in Cijferblok.objects.filter(stand=stand, schooljaar=2026)}


def rijen(cellen: Iterable[list[Any]]) -> dict[str, int]:
    uit: dict[str, int] = {}
    for _, _, _, rij, _, aantal in cellen:
        uit[rij] = uit.get(rij, 0) + aantal
    return uit


def maak_groot(decor: Decor) -> None:
    """Pupils enough for the school to have figures."""
    for nummer in range(14):
        maak_leerling(decor.school, decor.klas, f"Leerling {nummer}")


def test_een_signaal_telt_bij_zijn_maand_locatie_niveau_en_domein(decor: Decor) -> None:
    """With the class of that year; without a domain it does not count yet, and what comes after the day neither."""
    plek = Vestiging.objects.create(school=decor.school, naam="Zuid")
    klas = maak_klas(decor.school, "V4a", niveau="vwo", leerjaar=4, vestiging=plek)
    kind = maak_leerling(decor.school, klas)
    oktober = datetime(2026, 10, 5, 9, tzinfo=timezone.get_default_timezone())
    dien_in(decor.mentor, decor.leerling, oktober)
    dien_in(decor.coordinator, kind, oktober, domein_indiener="pers")
    dien_in(decor.mentor, decor.leerling, oktober, domein_indiener="")
    dien_in(decor.mentor, decor.leerling, oktober + timedelta(days=300))
    geteld = tel(decor)
    assert geteld["signalen"] == [[0, "", 2, "leer", "tot", 1], [plek.pk, "vwo", 2, "pers", "tot", 1]]
    assert [plek.pk, "vwo", 1, "4", "", 1] in geteld["leerlingen"]


def test_schooldagen_tot_een_antwoord_slaan_vakanties_over(decor: Decor) -> None:
    """From Friday 13 November to Wednesday 18: three school days, and two when Monday was free; a revoked decision is none."""
    vrijdag = datetime(2026, 11, 13, 15, tzinfo=timezone.get_default_timezone())
    signaal = dien_in(decor.mentor, decor.leerling, vrijdag)
    beslis(decor.coordinator, signaal, op=vrijdag + timedelta(days=5))
    geteld = tel(decor)
    assert rijen(geteld["antwoord"]) == {"3": 1} and rijen(geteld["besluiten"]) == {"terug": 1}
    Vrijedag.objects.create(
        school=decor.school, naam="Studiedag", van=date(2026, 11, 16), tot=date(2026, 11, 16)
    )
    geteld = tel(decor, DAG + timedelta(days=1))
    assert rijen(geteld["antwoord"]) == {"2": 1} and rijen(geteld["eerste_lijn"]) == {"eerste": 1}


def test_wat_hoger_ging_is_niet_in_de_eerste_lijn_opgelost(decor: Decor) -> None:
    for besluit in (Besluit.AFSLUITEN, Besluit.TWEEDE_LIJN):
        signaal = dien_in(decor.mentor, decor.leerling, NU - timedelta(days=3))
        beslis(decor.coordinator, signaal, besluit, op=NU - timedelta(days=2))
    assert rijen(tel(decor)["eerste_lijn"]) == {"eerste": 1, "hoger": 1}


def test_een_leerling_telt_in_zijn_hoogste_lijn_van_dat_moment(decor: Decor) -> None:
    """Two running lines count as the highest; closed last term it still counts there, and who left does not."""
    klas = decor.klas
    type(klas).objects.filter(pk=klas.pk).update(leerjaar=3, niveau="havo")
    start(decor, lijn=1, domein="pers", terug_naar_klas="", eind=None)
    hoog = start(decor)
    geteld = tel(decor)
    assert geteld["lijn"] == [[0, "havo", 1, "2", "3", 1]]
    assert rijen(geteld["instroom"]) == {"1": 1, "2": 1} and "uitstroom" not in geteld
    Traject.objects.filter(pk=hoog.pk).update(gemaakt_op=NU)
    sluit_af(decor.begeleider, hoog)
    geteld = tel(decor, DAG + timedelta(days=1))
    assert geteld["lijn"] == [[0, "havo", 1, "1", "3", 1]] and rijen(geteld["uitstroom"]) == {"2": 1}
    type(decor.leerling).objects.filter(pk=decor.leerling.pk).update(uitgeschreven_op=DAG)
    assert "lijn" not in tel(decor, DAG + timedelta(days=2))


def test_afspraken_op_tijd(decor: Decor) -> None:
    """Done on the last day is in time, a day later is not; open past its date is not; what is still to come does not count."""
    dag = DAG - timedelta(days=5)
    for klaar_op, klaar in (
        (dag, dag),
        (dag, dag + timedelta(days=1)),
        (dag, None),
        (DAG + timedelta(days=1), None),
    ):
        moment = klaar and datetime(
            klaar.year, klaar.month, klaar.day, 23, tzinfo=timezone.get_default_timezone()
        )
        Afspraak.objects.create(
            school=decor.school, wat="Belt moeder", eigenaar=decor.mentor.user, leerling=decor.leerling,
            klaar_op=klaar_op, afgerond_op=moment, stand="gelukt" if klaar else "open",
            gemaakt_door=decor.mentor.user, sleutel=uuid.uuid4(),
        )  # fmt: skip
    assert rijen(tel(decor)["afspraken"]) == {"op_tijd": 1, "te_laat": 2}


def test_wachtlijst_kaarten_en_docenten(decor: Decor) -> None:
    """Who waits; a card is confirmed when every teacher read this version; who sent a signal takes part."""
    aanbod = maak_aanbod(decor)
    assert isinstance(aanbod, Aanbod)
    Wachtplek.objects.create(
        school=decor.school, aanbod=aanbod, leerling=decor.leerling, hulpvraag="x", eigenaar=decor.coordinator.user,
        aangemeld_op=DAG - timedelta(days=9), volgende_datum=DAG, door=decor.coordinator.user,
    )  # fmt: skip
    kaart = Faciliteitenkaart.objects.create(
        school=decor.school, leerling=decor.leerling, geldig_van=JAAR.begin, geldig_tot=JAAR.eind,
        gewijzigd_door=decor.coordinator.user,
    )  # fmt: skip
    maak_werkplek(decor.school, Rol.DOCENT)
    geteld = tel(decor)
    assert rijen(geteld["wachtlijst"]) == {aanbod.naam: 1} and rijen(geteld["kaarten"]) == {"niet": 1}
    assert [c for c in geteld["docenten"] if c[2] == 0] == [[0, "", 0, "niet", "", 2]]
    Kaartgezien.objects.create(school=decor.school, kaart=kaart, versie=1, user=decor.mentor.user)
    dien_in(decor.mentor, decor.leerling, NU)
    geteld = tel(decor, DAG + timedelta(days=1))
    assert rijen(geteld["kaarten"]) == {"bevestigd": 1}
    assert rijen(c for c in geteld["docenten"] if c[2] == 0) == {"mee": 1, "niet": 1}


def test_wat_alleen_nu_te_zien_is_blijft_van_eerdere_termen(decor: Decor) -> None:
    """Cards of the first term are still there in the second, as they stood; those of the running term are counted anew."""
    kaart = Faciliteitenkaart.objects.create(
        school=decor.school, leerling=decor.leerling, geldig_van=JAAR.begin, geldig_tot=JAAR.eind,
        gewijzigd_door=decor.coordinator.user,
    )  # fmt: skip
    tel(decor)
    kaart.delete()
    assert "kaarten" not in tel(decor, DAG + timedelta(days=1)), "the same term is counted anew"
    kaart.save(force_insert=True)
    tel(decor, date(2026, 11, 30))
    kaart.delete()
    geteld = tel(decor, date(2026, 12, 1))
    assert [cel[2:] for cel in geteld["kaarten"]] == [[1, "niet", "", 1]]


def test_elke_term_tot_nu_heeft_een_moment() -> None:
    """Five school years, each term on its last day; the running one on the day itself."""
    momenten = momenten_tot(date(2026, 12, 1))
    assert [(m.term, m.dag) for m in momenten if m.jaar == 2026] == [
        (1, date(2026, 11, 30)),
        (2, date(2026, 12, 1)),
    ]
    assert len(momenten) == 14 and len(momenten_tot(date(2027, 7, 31))) == 15


def test_een_dag_heeft_een_stand(decor: Decor) -> None:
    """The task may run twice; the second night adds a state and leaves the first."""
    eerste = cijfers_tellen(school=decor.school, dag=DAG)
    assert cijfers_tellen(school=decor.school, dag=DAG) == eerste
    tweede = cijfers_tellen(school=decor.school, dag=DAG + timedelta(days=1))
    assert Cijferstand.objects.count() == 2 and tweede != eerste


def test_kerncijfers_zonder_en_met_een_stand(decor: Decor) -> None:
    """Before the first night: not counted yet. After it: nothing of one pupil, then what the page of the figures shows."""
    assert {k.tekst for k in kernstanden(decor.coordinator, JAAR).values()} == {"nog niet geteld"}
    cijfers_tellen(school=decor.school, dag=DAG)
    assert {k.tekst for k in kernstanden(decor.coordinator, JAAR).values()} == {"te weinig leerlingen"}
    maak_groot(decor)
    for aantal, tekst in ((4, "< 5"), (5, "5+")):
        for _ in range(aantal if aantal == 4 else 1):
            dien_in(decor.mentor, decor.leerling, NU - timedelta(days=1))
        cijfers_tellen(school=decor.school, dag=DAG + timedelta(days=aantal))
        standen = kernstanden(decor.coordinator, JAAR)
        assert standen.keys() == KERNCIJFERS.keys() and standen["signalen"].tekst == tekst
        assert standen["signalen"].stand_op == DAG + timedelta(days=aantal)
    assert standen["terug_met_advies"].waarde is None


def test_wie_plant_voor_volgend_jaar_leest_de_cijfers_van_nu(decor: Decor) -> None:
    maak_groot(decor)
    for _ in range(5):
        dien_in(decor.mentor, decor.leerling, NU - timedelta(days=1))
    cijfers_tellen(school=decor.school, dag=DAG)
    nu = kernstanden(decor.coordinator, JAAR)
    assert nu["signalen"].tekst == "5+"
    assert kernstanden(decor.coordinator, Schooljaar(JAAR.beginjaar + 1)) == nu
    assert kernstanden(decor.coordinator, Schooljaar(JAAR.beginjaar - 1)) != nu


def test_een_andere_school_telt_niet_mee(decor: Decor) -> None:
    dien_in(decor.mentor, decor.leerling, NU)
    ander = maak_school(brin="99ZZ", naam="Elders")
    with in_school(ander.pk):
        elders = maak_decor(ander)
        assert "signalen" not in tel(elders)
        assert rijen(tel(elders, DAG + timedelta(days=1))["leerlingen"]) == {"0": 1}


@pytest.mark.django_db
def test_elke_nacht_per_school_en_oude_standen_gaan_weg(decor: Decor) -> None:
    """A state of more than sixty days ago goes, unless it is the last; the night counts up to and including yesterday."""
    vandaag = timezone.localdate()
    for terug in (BEWAREN_DAGEN, BEWAREN_DAGEN + 1):
        cijfers_tellen(school=decor.school, dag=vandaag - timedelta(days=terug))
    assert ruim_cijfers_op(dag=vandaag) == 1
    assert ruim_cijfers_op(dag=vandaag + timedelta(days=20)) == 0, "the last one stays"
    cijfers_nacht()
    with in_school(decor.school.pk):
        assert Cijferstand.objects.order_by("-dag")[0].dag == vandaag - timedelta(days=1)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT zorgapp_ruim_cijfers(current_date)",
        "DELETE FROM beleid_cijferstand",
        "UPDATE beleid_cijferblok SET cellen = '[]'",
    ],
)
def test_de_applicatie_verandert_geen_stand(decor: Decor, sql: str) -> None:
    cijfers_tellen(school=decor.school, dag=DAG)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_verhuisd_naar_een_andere_klas_telt_in_de_laatste(decor: Decor) -> None:
    Plaatsing.objects.filter(leerling=decor.leerling).update(tot=DAG - timedelta(days=1))
    nieuw = maak_klas(decor.school, "V3b", niveau="vwo", leerjaar=3)
    Plaatsing.objects.create(school=decor.school, leerling=decor.leerling, klas=nieuw, van=DAG)
    assert tel(decor)["leerlingen"] == [[0, "vwo", 1, "3", "", 1]]
    assert Snede(JAAR, 1).wanneer.endswith("november")
