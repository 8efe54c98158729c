"""A pupil's line per domain is that of his highest running trajectory (DESIGN §4)."""

from typing import Any

import pytest

from ondersteuning.models import Traject
from ondersteuning.tests.trajecthulp import sluit_af, start
from ondersteuning.tijdlijn import lijnen_van, lijnen_van_alle
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling


def test_hoogste_telt(decor: Decor) -> None:
    assert lijnen_van(decor.leerling.pk) == {}
    start(decor, lijn=1)
    hoog = start(decor, lijn=3, titel="Hoog")
    start(decor, lijn=2, domein="leer", titel="Leer")
    assert lijnen_van(decor.leerling.pk) == {"pers": 3, "leer": 2}
    sluit_af(decor.coordinator, hoog)
    assert lijnen_van(decor.leerling.pk) == {"pers": 1, "leer": 2}


def test_van_een_lijst_in_een_vraag(decor: Decor, django_assert_num_queries: Any) -> None:
    ander = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
    zonder = maak_leerling(decor.school, decor.klas, "Noor", "Smit")
    start(decor)
    start(decor, leerling=ander, domein="loop")
    lijnen_van_alle([decor.leerling.pk])
    with django_assert_num_queries(1):
        gevonden = lijnen_van_alle([decor.leerling.pk, ander.pk, zonder.pk])
    assert gevonden == {decor.leerling.pk: {"pers": 2}, ander.pk: {"loop": 2}}
    assert lijnen_van_alle([]) == {}


@pytest.mark.regel(65)
def test_niets_loopt_door_in_een_hogere_lijn_zonder_eind(decor: Decor) -> None:
    for lijn in (2, 3):
        start(decor, lijn=lijn, titel=f"Lijn {lijn}")
    assert not Traject.objects.filter(lijn__gte=2, eind__isnull=True).exists()
    assert not Traject.objects.filter(lijn__gte=2, terug_naar_klas="").exists()
