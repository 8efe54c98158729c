"""What the command laid down is what the services would: one demo school for the whole module."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count, Q

from leerlingen.models import Leerling, Mentorschap, Plaatsing, Toegangsverlening
from ondersteuning.models import Signaal, Terugkoppeling, Triagebesluit, Vervolg
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School

OP = "2026-11-24"


@pytest.fixture(scope="module")
def _demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[School]:
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("laad_demo", op=date.fromisoformat(OP), leerlingen=120, stdout=StringIO())
        yield School.objects.get(naam="Rietveen College")
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demo: School, db: None) -> School:
    zet_context(_demo.pk)
    return _demo


def test_aantal_leerlingen_is_wat_gevraagd_is(demo: School) -> None:
    assert Leerling.objects.filter(uitgeschreven_op=None).count() == 90
    assert Leerling.objects.exclude(uitgeschreven_op=None).exists()


def test_twee_schooljaren_en_een_lopende_plaatsing(demo: School) -> None:
    jaren = set(Plaatsing.objects.values_list("klas__schooljaar", flat=True))
    assert jaren == {2025, 2026}
    lopend = Leerling.objects.filter(uitgeschreven_op=None).annotate(
        nu=Count("plaatsingen", filter=Q(plaatsingen__tot=None))
    )
    assert set(lopend.values_list("nu", flat=True)) == {1}


def test_iedere_klas_heeft_een_mentor(demo: School) -> None:
    klassen = set(Plaatsing.objects.filter(tot=None).values_list("klas_id", flat=True))
    assert klassen <= set(Mentorschap.objects.filter(tot=None).values_list("klas_id", flat=True))


def test_bulk_kent_de_regels_van_de_services(demo: School) -> None:
    assert Terugkoppeling.objects.count() == Signaal.objects.count()
    assert not Signaal.objects.filter(status="nieuw", besluiten__isnull=False).exists()
    assert not Signaal.objects.filter(status="beoordeeld", vervolgen__status="open").exists()
    assert not Signaal.objects.filter(status="loopt").exclude(vervolgen__status="open").exists()
    assert Triagebesluit.objects.filter(signaal__status="nieuw").count() == 0


def test_wie_een_vervolg_heeft_mag_de_leerling_zien(demo: School) -> None:
    for vervolg in Vervolg.objects.filter(status="open").exclude(eigenaar__voornaam="Angèlica"):
        assert Toegangsverlening.objects.filter(
            user=vervolg.eigenaar, leerling=vervolg.signaal.leerling, tot__gte=OP
        ).exists()


def test_niets_ligt_in_de_toekomst(demo: School) -> None:
    dag = date.fromisoformat(OP)
    assert not Signaal.objects.filter(ingediend_op__date__gt=dag).exists()
    assert not Triagebesluit.objects.filter(op__date__gt=dag).exists()
    assert not Vervolg.objects.filter(afgesloten_op__date__gt=dag).exists()
    assert not Leerling.objects.filter(geboortedatum__gt=dag).exists()
