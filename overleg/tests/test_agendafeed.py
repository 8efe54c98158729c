"""Calendar files: what is in them and above all what is not; who opens a feed, and when it is dead."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from overleg.access_feed import open_feed
from overleg.feedsleutel import nieuw_geheim, token_van, uit_token
from overleg.kalender import kalender
from overleg.klokken_plannen import ERAF, SOORTEN
from overleg.models import Agendafeed, Deelname, Overleg
from overleg.services.agendafeed import feed_intrekken, feed_maken
from overleg.services.plannen import vraag_erbij, zeg_af
from overleg.tests.overleghulp import extern_lid, maak_overleg, maak_partner, maak_punt
from overleg.views.agendafeed import GRENZEN
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Aanstelling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.notifications import mails
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import statements

pytestmark = pytest.mark.django_db


def over(dagen: int) -> datetime:
    return timezone.now().replace(second=0, microsecond=0) + timedelta(days=dagen)


def pad(token: str) -> str:
    return reverse("overleg:agendafeed_ics", args=[token])


def gebeurtenissen(inhoud: bytes) -> list[Any]:
    agenda = Calendar.from_ical(inhoud)
    assert [str(zone["TZID"]) for zone in agenda.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    return list(agenda.walk("VEVENT"))


@pytest.fixture
def overleg(nu_decor: Decor) -> Overleg:
    rij = maak_overleg(
        nu_decor.coordinator, nu_decor.begeleider, begin=over(3), plek="lokaal 0.14", op=timezone.now()
    )
    maak_punt(nu_decor.coordinator, rij, nu_decor.leerling)
    return rij


@pytest.fixture
def token(nu_decor: Decor) -> str:
    return feed_maken(door=nu_decor.begeleider, op=timezone.now())


def test_een_overleg_zonder_namen(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    client = inloggen(nu_decor.begeleider.user)
    antwoord = client.get(reverse("overleg:overleg_ics", args=[overleg.pk]))
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    [een] = gebeurtenissen(antwoord.content)
    assert (str(een["SUMMARY"]), str(een["LOCATION"]), een["SEQUENCE"]) == ("Zorgoverleg", "lokaal 0.14", 1)
    assert een["DTSTART"].dt == overleg.begin and een["DTSTART"].params["TZID"] == "Europe/Amsterdam"
    assert een["DTEND"].dt - een["DTSTART"].dt == timedelta(minutes=90)
    assert str(een["DESCRIPTION"]).endswith(f"/overleg/{overleg.pk}/")
    tekst = antwoord.content.decode()
    for woord in ("Bakker", "Kees", "Ruben", "Angelica", "ATTENDEE", "ORGANIZER", "Wat helpt"):
        assert woord not in tekst


def test_feed_volgt_en_houdt_zijn_id(nu_decor: Decor, overleg: Overleg, token: str, client: Client) -> None:
    maak_overleg(nu_decor.coordinator, begin=over(3))  # not his
    for dagen in (-40, 210):
        maak_overleg(nu_decor.coordinator, nu_decor.begeleider, begin=over(dagen))
    [een] = gebeurtenissen(client.get(pad(token)).content)
    zeg_af(door=nu_decor.coordinator, pk=overleg.pk, versie=1, reden="Ziek.", op=timezone.now())
    [later] = gebeurtenissen(client.get(pad(token)).content)
    assert (str(een["STATUS"]), str(later["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert str(een["UID"]) == str(later["UID"]) and later["SEQUENCE"] > een["SEQUENCE"]
    assert "Ziek" not in client.get(pad(token)).content.decode()
    Deelname.objects.filter(user=nu_decor.begeleider.user, overleg=overleg).update(
        verwijderd_op=timezone.now(), verwijderd_door=nu_decor.coordinator.user
    )
    assert gebeurtenissen_of_leeg(client.get(pad(token)).content) == []
    assert Agendafeed.objects.get().gebruikt_op is not None


def gebeurtenissen_of_leeg(inhoud: bytes) -> list[Any]:
    return list(Calendar.from_ical(inhoud).walk("VEVENT"))


def test_alleen_de_hash_wordt_bewaard(nu_decor: Decor, token: str) -> None:
    geheim = token.split("-", 1)[1].rsplit("-", 1)[0]
    rij = Agendafeed.objects.get()
    assert geheim not in str(vars(rij)) and len(rij.sleutel) == 64 and len(geheim) == 43


def test_vernieuwen_en_intrekken(nu_decor: Decor, overleg: Overleg, token: str, client: Client) -> None:
    nieuw = feed_maken(door=nu_decor.begeleider, op=timezone.now())
    assert client.get(pad(token)).status_code == 404 and client.get(pad(nieuw)).status_code == 200
    assert feed_intrekken(door=nu_decor.begeleider, op=timezone.now())
    assert not feed_intrekken(door=nu_decor.begeleider, op=timezone.now())
    assert client.get(pad(nieuw)).status_code == 404


def test_wie_weg_is_heeft_geen_feed(nu_decor: Decor, token: str, client: Client) -> None:
    gisteren = timezone.localdate() - timedelta(days=1)
    Aanstelling.objects.filter(user=nu_decor.begeleider.user).update(tot=gisteren)
    assert client.get(pad(token)).status_code == 404


@pytest.mark.parametrize("anders", ["school", "geheim", "merk", "leeg", "lang", "vorm"])
def test_een_verzonnen_adres_is_404(nu_decor: Decor, token: str, client: Client, anders: str) -> None:
    school, rest = token.split("-", 1)
    geheim, merk = rest.rsplit("-", 1)
    adressen = {
        "school": f"{int(school) + 1}-{geheim}-{merk}",
        "geheim": f"{school}-{nieuw_geheim()}-{merk}",
        "merk": f"{school}-{geheim}-{'0' * 16}",
        "leeg": "-",
        "lang": "9" * 4000,
        "vorm": "%00",
    }
    antwoord = client.get(f"/agenda/{adressen[anders]}.ics")
    assert antwoord.status_code == 404 and "VEVENT" not in antwoord.content.decode()
    assert client.post(pad(token)).status_code == 405


@pytest.mark.regel(40)
def test_een_feed_van_een_andere_school(nu_decor: Decor, overleg: Overleg, andere_school: School) -> None:
    zet_context(andere_school.pk)
    elders = maak_werkplek(andere_school, Rol.BEGELEIDER, timezone.localdate())
    vreemd = feed_maken(door=elders, op=timezone.now())
    geheim = vreemd.split("-", 1)[1].rsplit("-", 1)[0]
    # the secret of the one school under the signed number of the other opens nothing
    assert open_feed(token_van(nu_decor.school.pk, geheim), timezone.now()) is None
    assert not Agendafeed.objects.exists()  # and no school is set afterwards
    assert uit_token(vreemd) is not None and open_feed(vreemd, timezone.now()) is not None
    assert gebeurtenissen_of_leeg(Client().get(pad(vreemd)).content) == []


@pytest.mark.regel(39)
def test_van_buiten_ziet_alleen_de_eigen_overleggen(
    nu_decor: Decor, overleg: Overleg, client: Client
) -> None:
    extern = maak_werkplek(nu_decor.school, Rol.EXTERNE, timezone.localdate())
    zat = maak_overleg(nu_decor.coordinator, soort="zat", begin=over(5))
    lid = extern_lid(extern, maak_partner(nu_decor.school))
    vraag_erbij(door=nu_decor.coordinator, pk=zat.pk, lid=lid, op=timezone.now())
    token = feed_maken(door=extern, op=timezone.now())
    [een] = gebeurtenissen(client.get(pad(token)).content)
    assert str(een["SUMMARY"]) == "Zorgadviesteam (ZAT)" and "/overleg/" not in str(een["DESCRIPTION"])
    client.force_login(extern.user)
    assert client.get(reverse("overleg:overleg_ics", args=[zat.pk])).status_code == 200
    assert client.get(reverse("overleg:overleg_ics", args=[overleg.pk])).status_code == 404
    Aanstelling.objects.filter(user=extern.user).update(rol=Rol.BEHEERDER)
    assert gebeurtenissen_of_leeg(client.get(pad(token)).content) == []
    bericht = Herinnering.objects.get(ontvanger=extern.user)
    [bestand] = mails.bijlagen([bericht], timezone.now())
    [uitnodiging] = gebeurtenissen(bestand.inhoud)
    assert str(uitnodiging["UID"]) == str(een["UID"]) and bestand.naam == "overleg.ics"


def test_te_vaak_ophalen(nu_decor: Decor, token: str, client: Client) -> None:
    cache.clear()
    hoogstens = int(GRENZEN.partition("/")[0])
    statussen = [client.get(pad(token)).status_code for _ in range(hoogstens + 1)]
    assert set(statussen[:-1]) == {200} and statussen[-1] == 429


def test_de_pagina_laat_het_adres_een_keer_zien(nu_decor: Decor, inloggen: Any) -> None:
    client, pagina = inloggen(nu_decor.begeleider.user), reverse("overleg:agendafeed")
    assert "Maak mijn adres" in client.get(pagina).content.decode()
    gemaakt = client.post(reverse("overleg:agendafeed_maken")).content.decode()
    assert "/agenda/" in gemaakt and ".ics" in gemaakt
    assert ".ics" not in client.get(pagina).content.decode()
    client.post(reverse("overleg:agendafeed_intrekken"))
    assert not Agendafeed.objects.filter(ingetrokken_op__isnull=True).exists()


def test_een_feed_van_veel_overleggen_vraagt_niet_meer(
    nu_decor: Decor, overleg: Overleg, token: str, client: Client
) -> None:
    client.get(pad(token))
    eerder = statements(client, pad(token))[1]
    rij = Overleg.objects.filter(pk=overleg.pk).values().get()
    nieuw = Overleg.objects.bulk_create(
        Overleg(**(rij | {"id": None, "begin": over(n % 100)})) for n in range(200)
    )
    Deelname.objects.bulk_create(
        Deelname(school=nu_decor.school, overleg=o, user=nu_decor.begeleider.user) for o in nieuw
    )
    antwoord, later = statements(client, pad(token))
    assert len(gebeurtenissen(antwoord.content)) == 201 and later.total() == eerder.total()
    assert sum(n for sql, n in later.items() if "cache" not in sql) <= 8


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.sleutel)
def test_een_bericht_vervalt_als_het_niet_meer_geldt(nu_decor: Decor, overleg: Overleg, soort: Any) -> None:
    weg = Herinnering(object_id=overleg.pk, ontvanger_id=nu_decor.mentor.user.pk, soort=soort.sleutel)
    assert not soort.nog_geldig(weg, timezone.now())
    hij = Herinnering(object_id=overleg.pk, ontvanger_id=nu_decor.begeleider.user.pk, soort=soort.sleutel)
    anders = soort.sleutel.startswith("overlegreeks") or soort.sleutel == ERAF  # he takes part, in no series
    assert soort.nog_geldig(hij, timezone.now()) is not anders
    assert not soort.nog_geldig(hij, over(10))


def test_zomertijd_schuift_niet(nu_decor: Decor) -> None:
    zomer = datetime(2027, 6, 1, 11, tzinfo=timezone.get_fixed_timezone(0))
    rij = maak_overleg(nu_decor.coordinator, begin=zomer)
    inhoud = kalender(
        [rij], basis="https://z.example", op=timezone.now(), url_van=lambda _: "https://z.example/"
    )
    assert b"DTSTART;TZID=Europe/Amsterdam:20270601T130000" in inhoud
