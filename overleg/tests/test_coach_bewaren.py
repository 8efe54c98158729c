"""How long the coachlijn keeps a question: until the end of the school year after it ended, and not a day shorter."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ondersteuning.retention_lijsten import bewaard_tot
from overleg.models import Coachbericht, Coachvraag
from overleg.retention_coach import ruim_coachlijn_op
from overleg.tests.test_coach import stel
from zorgapp.accounts.context import in_school
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import maak_school

GRENS = datetime(2025, 8, 1, tzinfo=timezone.get_default_timezone())
DAG = date(2026, 11, 22)


def vraag(decor: Decor, *, klaar: datetime | None, gesteld: datetime) -> Coachvraag:
    """One that was asked and ended on these moments."""
    rij = stel(decor.mentor, decor.begeleider, gesteld)
    velden: dict[str, Any] = {"klaar_op": klaar, "status": "klaar"} if klaar else {}
    Coachvraag.objects.filter(pk=rij.pk).update(gesteld_op=gesteld, **velden)
    return rij


def test_de_termijn_tot_op_de_tel(decor: Decor) -> None:
    """Closed in the last second of a school year: it goes when the next one is over."""
    oud, tel = GRENS - timedelta(days=90), timedelta(seconds=1)
    assert bewaard_tot((GRENS - tel).date()) < DAG <= bewaard_tot(GRENS.date())
    weg = [vraag(decor, klaar=GRENS - tel, gesteld=oud), vraag(decor, klaar=None, gesteld=GRENS - tel)]
    blijft = [vraag(decor, klaar=GRENS, gesteld=oud), vraag(decor, klaar=None, gesteld=GRENS)]
    assert ruim_coachlijn_op(dag=DAG) == 2 and ruim_coachlijn_op(dag=DAG) == 0
    assert set(Coachvraag.objects.values_list("pk", flat=True)) == {rij.pk for rij in blijft}
    assert not Coachbericht.objects.filter(vraag_id__in=[rij.pk for rij in weg]).exists()
    assert Coachbericht.objects.count() == 2


def test_van_een_andere_school_blijft_het(decor: Decor) -> None:
    oud = GRENS - timedelta(days=90)
    ander = maak_school(brin="99ZZ", naam="Elders")
    with in_school(ander.pk):
        vraag(maak_decor(ander), klaar=oud, gesteld=oud)
    with in_school(decor.school.pk):
        assert ruim_coachlijn_op(dag=DAG) == 0
    with in_school(ander.pk):
        assert Coachvraag.objects.count() == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT zorgapp_ruim_coachlijn(now())",
        "DELETE FROM overleg_coachbericht",
        "UPDATE overleg_coachbericht SET tekst = 'anders'",
    ],
)
def test_de_toepassing_haalt_zelf_niets_weg(decor: Decor, sql: str) -> None:
    """Not a message, not a change of one, and not what is younger than its term."""
    stel(decor.mentor, decor.begeleider, sleutel=uuid.uuid4())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert Coachbericht.objects.get().tekst == "hoe krijg ik ze stil?"
