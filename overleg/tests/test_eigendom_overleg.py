"""Who leads meetings, or was asked to tell a pupil, leaves: it goes to a colleague, and what is of nobody shows."""

from datetime import time, timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from overleg.access_vertellen import openstaand
from overleg.eigendom_overleg import OVERLEG, REEKS
from overleg.eigendom_vertellen import VERTELLEN
from overleg.models import Deelname, Overleg, Terugvertellen
from overleg.services.overleg import Lid
from overleg.services.reeks import Reeksplan, reeks_maken
from overleg.services.vertellen import Verteld, vertellen_noteren, vertellen_overdragen
from overleg.tests.overleghulp import maak_overleg
from overleg.tests.test_vertellen import bespreek
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

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


def test_wie_vertrekt_geeft_door_wat_hij_zou_vertellen(decor: Decor) -> None:
    rij, school = bespreek(decor), decor.school.pk
    [stuk] = VERTELLEN.open_van(school, decor.mentor.user.pk)
    assert stuk.id == rij.pk and decor.leerling.roepnaam not in stuk.omschrijving
    beheer = maak_werkplek(decor.school, Rol.BEHEERDER, DAG)
    with pytest.raises(ValueError, match="Kies een collega"):
        VERTELLEN.overdragen(beheer, [rij.pk], None, DAG)
    with pytest.raises(Http404):
        vertellen_overdragen(door=decor.begeleider, pk=rij.pk, naar=decor.begeleider.user, op=NU)
    VERTELLEN.overdragen(beheer, [rij.pk], decor.begeleider.user, DAG)
    assert not VERTELLEN.open_van(school, decor.mentor.user.pk)
    assert openstaand(decor.begeleider).zelf == [decor.leerling.roepnaam]
    wacht = Herinnering.objects.filter(soort__startswith="vertellen", status=Status.GEPLAND)
    assert set(wacht.values_list("ontvanger_id", flat=True)) == {decor.begeleider.user.pk}
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG - timedelta(days=1))
    assert [stuk.id for stuk in VERTELLEN.zonder_toegang(school, DAG)] == [rij.pk]
    versie = Terugvertellen.objects.get(pk=rij.pk).versie
    vertellen_noteren(door=decor.coordinator, pk=rij.pk, versie=versie, verteld=Verteld(DAG, DAG), op=NU)
    assert not VERTELLEN.zonder_toegang(school, DAG) and not wacht.exists()
    vertellen_overdragen(
        door=decor.coordinator, pk=rij.pk, naar=decor.mentor.user, op=NU
    )  # done: it stays his
    assert Terugvertellen.objects.get(pk=rij.pk).mentor_id == decor.begeleider.user.pk
