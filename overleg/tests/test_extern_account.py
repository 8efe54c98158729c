"""An account from outside ends by itself when there is no meeting for it any more, and a report that was read is noted."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from overleg.models import Overleg, Overlegreeks, Reekslid
from overleg.services.externaccount import sluit_stille_accounts
from overleg.services.overleg import deelnemer_verwijderen
from overleg.tests.externhulp import Zat, maak_zat
from overleg.tests.test_extern import sluit
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Aanstelling
from zorgapp.testing.decor import Decor

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture
def zat(nu_decor: Decor) -> Zat:
    zat = maak_zat(nu_decor, over=0)
    Aanstelling.objects.filter(user=zat.extern.user).update(van=date(2020, 1, 1))
    return zat


def nacht(d: Decor, dagen: int) -> int:
    """The night of so many days from today; how many roles ended."""
    return sluit_stille_accounts(d.school.pk, d.coordinator.dag + timedelta(days=dagen))


def loopt(zat: Zat, dag: date) -> bool:
    return Aanstelling.objects.op(dag).filter(user=zat.extern.user, rol="externe").exists()


@pytest.mark.regel(39)
def test_zestig_dagen_na_het_laatste_overleg(nu_decor: Decor, zat: Zat) -> None:
    """On day 60 after it the role holds, on day 61 it ended the day before; twice is once; who works here keeps his role."""
    d, vandaag = nu_decor, nu_decor.coordinator.dag
    Aanstelling.objects.filter(user=d.begeleider.user).update(van=date(2020, 1, 1))
    assert nacht(d, 60) == 0
    assert [nacht(d, 61) for _ in range(2)] == [1, 0]
    assert loopt(zat, vandaag + 60 * DAG) and not loopt(zat, vandaag + 61 * DAG)
    assert Aanstelling.objects.op(vandaag + 61 * DAG).filter(user=d.begeleider.user).exists()


@pytest.mark.regel(39)
@pytest.mark.parametrize("reden", ["straks", "reeks", "pas", "langer"])
def test_wie_nog_ergens_voor_komt_houdt_zijn_account(nu_decor: Decor, zat: Zat, reden: str) -> None:
    d, wie = nu_decor, zat.extern.user
    dan = d.coordinator.dag + 61 * DAG
    if reden == "straks":
        Overleg.objects.filter(pk=zat.overleg.pk).update(begin=timezone.now() + 90 * DAG)
    elif reden == "reeks":
        reeks = Overlegreeks.objects.create(
            school=d.school,
            soort="zat",
            naam="ZAT",
            eerste_op=d.coordinator.dag,
            tot=dan,
            elke=6,
            begintijd="13:00",
            minuten=60,
            voorzitter=d.coordinator.user,
            gemaakt_door=d.coordinator.user,
        )
        Reekslid.objects.create(school=d.school, reeks=reeks, user=wie, functie="extern", partner=zat.partner)
    elif reden == "pas":
        Aanstelling.objects.filter(user=wie).update(van=d.coordinator.dag + DAG)
    else:
        instelling_zetten(
            door=d.coordinator, sleutel="extern_account", waarde=90, geldig_vanaf=d.coordinator.dag
        )
    assert nacht(d, 61) == 0


@pytest.mark.parametrize("hoe", ["afgezegd", "eraf"])
def test_een_overleg_dat_niet_doorgaat_of_niet_voor_hem_telt_niet(
    nu_decor: Decor, zat: Zat, hoe: str
) -> None:
    d = nu_decor
    if hoe == "afgezegd":
        Overleg.objects.filter(pk=zat.overleg.pk).update(status="afgezegd")
    else:
        deelnemer_verwijderen(
            door=d.coordinator, pk=zat.overleg.pk, deelname_id=zat.deelname.pk, op=timezone.now()
        )
    assert nacht(d, 0) == 1


def test_nooit_eerder_dan_hij_mag_terugkijken(nu_decor: Decor, zat: Zat) -> None:
    d = nu_decor
    for sleutel, waarde in (("extern_account", 30), ("extern_inzage", 45)):
        instelling_zetten(door=d.coordinator, sleutel=sleutel, waarde=waarde, geldig_vanaf=d.coordinator.dag)
    assert [nacht(d, dagen) for dagen in (45, 46)] == [0, 1]


def test_lezen_van_het_verslag_wordt_genoteerd(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client, adres = inloggen(zat.extern.user), reverse("overleg:mijn_overleg", args=[zat.overleg.pk])
    client.get(adres)
    assert zat.deelname.verslag_gelezen_op is None  # there is only an agenda yet
    sluit(nu_decor, zat)
    client.get(adres)
    gelezen = zat.deelname.verslag_gelezen_op
    assert gelezen is not None
    client.get(adres)
    assert zat.deelname.verslag_gelezen_op == gelezen
    lezers = inloggen(nu_decor.coordinator.user).get(reverse("overleg:verslag", args=[zat.overleg.pk]))
    rijen = {d.user_id: d.verslag_gelezen_op for d in lezers.context["v"].lezers}
    assert rijen[zat.extern.user.pk] == gelezen
