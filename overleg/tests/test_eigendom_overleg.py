"""Who leads meetings leaves: his series and meetings go to a colleague, and what nobody leads shows."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from overleg.eigendom_overleg import OVERLEG, REEKS
from overleg.models import Deelname, Overleg
from overleg.services.overleg import Lid
from overleg.services.reeks import Reeksplan, reeks_maken
from overleg.tests.overleghulp import maak_overleg
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek

pytestmark = pytest.mark.django_db


def test_wie_vertrekt_geeft_zijn_overleggen_door(nu_decor: Decor) -> None:
    wie, naar = nu_decor.coordinator, nu_decor.begeleider
    maandag = wie.dag + timedelta(days=7 - wie.dag.weekday())
    plan = Reeksplan(
        "zorgoverleg", "Zorgoverleg", maandag, maandag + timedelta(days=21), 1, time(13), 60, wie.user
    )
    reeks = reeks_maken(door=wie, plan=plan, leden=[Lid(nu_decor.mentor.user)], op=timezone.now())
    los = maak_overleg(wie, begin=timezone.now() + timedelta(days=3), op=timezone.now())
    maak_overleg(wie, begin=timezone.now() - timedelta(days=3), op=timezone.now())  # has been
    school = nu_decor.school.pk
    assert [stuk.id for stuk in REEKS.open_van(school, wie.user.pk)] == [reeks.pk]
    assert [stuk.id for stuk in OVERLEG.open_van(school, wie.user.pk)] == [los.pk]
    beheer = maak_werkplek(nu_decor.school, Rol.BEHEERDER, wie.dag)
    for soort, pk in ((REEKS, reeks.pk), (OVERLEG, los.pk)):
        with pytest.raises(ValueError, match="altijd een voorzitter"):
            soort.overdragen(beheer, [pk], None, wie.dag)
        soort.overdragen(beheer, [pk], naar.user, wie.dag)
        assert not soort.open_van(school, wie.user.pk) and soort.open_van(school, naar.user.pk)
    komend = Overleg.objects.filter(begin__gt=timezone.now())
    assert set(komend.values_list("voorzitter_id", flat=True)) == {naar.user.pk}
    leidt = Deelname.objects.filter(overleg__in=komend, functie="voorzitter")
    assert set(leidt.values_list("user_id", flat=True)) == {naar.user.pk} and leidt.count() == komend.count()
    assert not REEKS.zonder_toegang(school, wie.dag) and not OVERLEG.zonder_toegang(school, wie.dag)
    Aanstelling.objects.filter(user=naar.user).update(tot=wie.dag - timedelta(days=1))
    assert [stuk.id for stuk in REEKS.zonder_toegang(school, wie.dag)] == [reeks.pk]
    assert [stuk.id for stuk in OVERLEG.zonder_toegang(school, wie.dag)] == [los.pk]
