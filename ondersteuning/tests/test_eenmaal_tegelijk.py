"""The same button twice at the same instant, on two connections: one row, and both get that one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError

from leerlingen.models import Contactpersoon, Handelingsadvies
from leerlingen.services.advies import advies_geven
from leerlingen.services.contacten import Contactgegevens, contact_toevoegen
from ondersteuning.models import Groepstraject, Lijstcampagne, Ondersteuningstaak, Signaleringslijst
from ondersteuning.services.campagnes import Campagnegegevens, campagne_starten
from ondersteuning.services.groepen import Groepgegevens, groep_maken
from ondersteuning.services.lijsten import lijst_kopieren
from ondersteuning.services.taken import beginset_taken
from ondersteuning.tests.lijsthulp import maak_lijst
from ondersteuning.tests.test_traject_tegelijk import als, vast  # noqa: F401  the fixture
from zorgapp.accounts.context import in_school
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU
from zorgapp.testing.vast import tegelijk

WEEK = timedelta(weeks=1)


def _diensten(decor: Decor) -> list[tuple[Any, int, Callable[[], Any]]]:
    """Per service: its model, how many rows one call makes, and the call."""
    decor.klas.schooljaar = Schooljaar.van(DAG).beginjaar
    decor.klas.save(update_fields=["schooljaar"])
    lijst = maak_lijst(decor.coordinator)
    groep = Groepgegevens("Durf", 2, "pers", decor.begeleider.user, DAG, DAG + WEEK, DAG + 2 * WEEK)
    over = {"leerling_id": decor.leerling.pk, "gegevens": Contactgegevens("Marit", "moeder", "ja", 1)}
    advies = {"leerling": decor.leerling, "tekst": "Lees de vraag voor.", "tot": DAG + WEEK}
    uitzetten = {"lijst_id": lijst.pk, "gegevens": Campagnegegevens([decor.klas], DAG, DAG + WEEK), "op": NU}
    return [
        (Handelingsadvies, 1, als(decor.mentor, advies_geven, **advies)),
        (Groepstraject, 1, als(decor.begeleider, groep_maken, gegevens=groep)),
        (Signaleringslijst, 1, als(decor.coordinator, lijst_kopieren, pk=lijst.pk)),
        (Lijstcampagne, 1, als(decor.coordinator, campagne_starten, **uitzetten)),
        (Contactpersoon, 1, als(decor.coordinator, contact_toevoegen, **over)),
        (Ondersteuningstaak, 0, als(decor.coordinator, beginset_taken)),
    ]


def test_op_hetzelfde_moment_is_eenmaal(vast: Decor) -> None:  # noqa: F811
    with in_school(vast.school.pk):
        diensten = _diensten(vast)
    for model, erbij, doe in diensten:
        with in_school(vast.school.pk):
            eerst = model.objects.count()
        uit = tegelijk(doe, doe)
        with in_school(vast.school.pk):
            nieuw = model.objects.count() - eerst
        if erbij:
            assert nieuw == erbij and uit[0].pk == uit[1].pk, model
        else:
            assert ValidationError in uit and nieuw in uit, model
