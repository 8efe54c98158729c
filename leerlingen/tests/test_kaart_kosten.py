"""What the pages and the panel of a facility card ask of the database."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.kaartblad import paneel_kaart
from leerlingen.models import FaciliteitToekenning
from leerlingen.tests.kaarthulp import MENTOR, Kaartdecor, Z, maak_kaartdecor
from zorgapp.accounts.models import School
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_leerling
from zorgapp.testing.queries import controleer_budget

TIJD, LAPTOP = "25% extra tijd bij toetsen", "Laptop met voorleessoftware"


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school, timezone.localdate())


def als(wie: Werkplek) -> Client:
    client = Client()
    client.force_login(wie.user)
    return client


def url(kd: Kaartdecor, naam: str, *meer: Any) -> str:
    return reverse(f"leerlingen:{naam}", args=[kd.leerling.pk, *meer])


def test_hoeveel_vragen_de_bladzijden_kosten(kd: Kaartdecor) -> None:
    """Within the budget, and as many with a full card as with one facility."""
    kd.geef(TIJD)
    paden = [
        (kd.coordinator, url(kd, "kaart")),
        (kd.mentor, url(kd, "kaart")),
        (kd.docent, url(kd, "kaart")),
        (kd.coordinator, url(kd, "kaart_wijzigen")),
        (kd.coordinator, url(kd, "kaart_toekenning", FaciliteitToekenning.objects.get().pk)),
        (kd.coordinator, reverse("leerlingen:kaarten") + "?toon=alle"),
        (kd.coordinator, reverse("leerlingen:niet_gekregen")),
    ]
    klein = [controleer_budget(als(wie), pad) for wie, pad in paden]
    for naam in (LAPTOP, "Koptelefoon", "Rekenmachine", "Time-out"):
        kd.geef(naam)
    for nummer in range(6):
        leerling = maak_leerling(kd.school, kd.klas, f"Leerling{nummer}", "Een")
        Kaartdecor(**(vars(kd) | {"leerling": leerling})).geef(TIJD)
    assert [controleer_budget(als(wie), pad) for wie, pad in paden] == klein


def test_het_paneel_kost_hoogstens_twee_vragen(kd: Kaartdecor, django_assert_max_num_queries: Any) -> None:
    kd.geef(TIJD)
    for wie, grond in ((kd.coordinator, Z), (kd.mentor, MENTOR)):
        with django_assert_max_num_queries(2):
            paneel = paneel_kaart(wie, kd.leerling, grond)
        assert paneel.lezers is not None and len(paneel.lezers.docenten) == 2
    assert (paneel.lezers.gezien, paneel.lezers.te_herinneren, paneel.wijzigen) == (0, 1, False)
