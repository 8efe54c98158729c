"""A meeting of today on Vandaag: in the first sentence, and beside it with how far it was prepared."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from overleg.access_plannen import dag_grenzen
from overleg.models import Overleg
from overleg.tests.overleghulp import begin, maak_overleg, maak_punt
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.queries import controleer_budget

pytestmark = pytest.mark.django_db
VANDAAG, NAAST = reverse("web:vandaag"), reverse("overleg:overleg_vandaag")
HX = {"HX-Request": "true"}


@pytest.fixture
def decor(school: Any) -> Decor:
    return maak_decor(school, timezone.localdate())


@pytest.fixture
def overleg(decor: Decor) -> Overleg:
    om = dag_grenzen(timezone.localdate())[0] + timedelta(hours=13)
    rij = maak_overleg(decor.coordinator, decor.begeleider, begin=om, plek="lokaal 0.14", op=timezone.now())
    maak_punt(decor.coordinator, rij, decor.leerling)
    maak_punt(decor.coordinator, rij, vraag="")
    return rij


def test_wie_meedoet_leest_het_als_eerste(decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    tekst = inloggen(decor.begeleider.user).get(VANDAAG).content.decode()
    assert "Om 13.00 uur zorgoverleg. De rest loopt." in tekst and f'hx-get="{NAAST}"' in tekst
    assert inloggen(decor.begeleider.user).get(NAAST).url == reverse("overleg:overleg", args=[overleg.pk])
    naast = inloggen(decor.begeleider.user).get(NAAST, headers=HX).content.decode()
    assert "2 punten, 1 voorbereid" in naast and "1 nog zonder vraag" in naast and "lokaal 0.14" in naast
    assert "Bakker" not in naast and "Start" not in naast
    assert "Start" in inloggen(decor.coordinator.user).get(NAAST, headers=HX).content.decode()


def test_wat_bezig_is_leidt_naar_het_overleg_zelf(decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    begin(decor.coordinator, overleg, op=timezone.now())
    naast = inloggen(decor.begeleider.user).get(NAAST, headers=HX).content.decode()
    assert reverse("overleg:live", args=[overleg.pk]) in naast and "Start" not in naast


def test_wie_niet_meedoet_of_als_het_niet_doorgaat(decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    assert "zorgoverleg" not in inloggen(decor.mentor.user).get(VANDAAG).content.decode()
    assert inloggen(decor.mentor.user).get(NAAST).url == reverse("overleg:overleggen")
    for status in ("afgezegd", "afgesloten"):
        velden = {"status": status}
        if status == "afgesloten":
            velden |= {"begonnen_op": overleg.begin, "afgesloten_op": overleg.begin}
            velden |= {"afgesloten_door": decor.coordinator.user}
        Overleg.objects.update(**velden)
        assert "uur zorgoverleg" not in inloggen(decor.begeleider.user).get(VANDAAG).content.decode()
        assert "voorbereid" not in inloggen(decor.begeleider.user).get(NAAST, headers=HX).content.decode()


def test_meer_overleggen_kosten_niet_meer(decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    client = inloggen(decor.coordinator.user)
    eerder = [controleer_budget(client, pad, headers=HX) for pad in (VANDAAG, NAAST)]
    for uur in range(1, 6):
        maak_overleg(decor.coordinator, begin=overleg.begin + timedelta(hours=uur), op=timezone.now())
    assert [controleer_budget(client, pad, headers=HX) for pad in (VANDAAG, NAAST)] == eerder
    assert "om 13.00 uur zorgoverleg (en nog 5)" in client.get(VANDAAG).content.decode().lower()
