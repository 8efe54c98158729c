"""What somebody from outside sees: his own meetings, items meant for him, a name only on a ground, and until when."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling
from leerlingen.services.toestemming import Antwoordgegevens, antwoord_vastleggen
from leerlingen.tests.toestemminghulp import maak_contact
from overleg.access_extern import get_mijn_overleg
from overleg.models import Aanvulling, Afspraak, Agendapunt, Overleg, Verslagdeel
from overleg.services.overleg import deelnemer_verwijderen
from overleg.tests.externhulp import TEKST, VRAAG, Zat, akkoord, maak_zat
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from zorgapp.accounts.models import Aanstelling, Inzage
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling
from zorgapp.testing.queries import controleer_budget, statements

pytestmark = pytest.mark.django_db
LIJST = reverse("overleg:mijn_overleggen")
NAAM = "Kees Jan"


@pytest.fixture
def zat(nu_decor: Decor) -> Zat:
    Leerling.objects.filter(pk=nu_decor.leerling.pk).update(
        geboortedatum=timezone.localdate().replace(month=1, day=5) - timedelta(days=366 * 13)
    )
    nu_decor.leerling.refresh_from_db()
    return maak_zat(nu_decor)


def pad(zat: Zat) -> str:
    return reverse("overleg:mijn_overleg", args=[zat.overleg.pk])


def pagina(client: Client, zat: Zat) -> str:
    antwoord = client.get(pad(zat))
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


def op_dag(zat: Zat, dagen: int) -> None:
    """Move the meeting to `dagen` from today."""
    Overleg.objects.filter(pk=zat.overleg.pk).update(begin=timezone.now() + timedelta(days=dagen))


def sluit(decor: Decor, zat: Zat) -> None:
    """Close it as it stands (services of closing have tests of their own)."""
    nu = timezone.now()
    Overleg.objects.filter(pk=zat.overleg.pk).update(
        status="afgesloten", begonnen_op=nu, afgesloten_op=nu, afgesloten_door=decor.coordinator.user
    )


@pytest.mark.regel(37)
@pytest.mark.regel(39)
def test_zonder_toestemming_is_het_leerling(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    """Not the name, the class, the day of birth, the question of the school, or a way to the file."""
    tekst = pagina(inloggen(zat.extern.user), zat)
    assert "Leerling" in tekst and TEKST in tekst
    for geheim in (
        NAAM,
        "Bakker",
        nu_decor.klas.naam,
        VRAAG,
        "/leerlingen/",
        str(nu_decor.leerling.leerlingnummer),
    ):
        assert geheim not in tekst
    [rij] = Inzage.objects.filter(user_id=zat.extern.user.pk)
    assert (rij.leerling_id, rij.onderwerp_id, rij.grond) == (
        nu_decor.leerling.pk,
        zat.punt.pk,
        "extern zonder naam",
    )


@pytest.mark.regel(38)
def test_ingetrokken_terwijl_de_pagina_open_staat(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    """The story: consent, the name; withdrawn through the service of the register, the next look has no name."""
    client, rij = inloggen(zat.extern.user), akkoord(nu_decor, zat)
    eerst = pagina(client, zat)
    assert "Kees Jan Bakker" in eerst and nu_decor.klas.naam not in eerst and VRAAG not in eerst
    assert Inzage.objects.filter(user_id=zat.extern.user.pk, grond="extern").count() == 1
    contact = rij.antwoorden.first()
    assert contact is not None
    antwoord_vastleggen(
        door=nu_decor.coordinator,
        pk=rij.pk,
        versie=rij.versie,
        gegevens=Antwoordgegevens(contact.contact_id, "ingetrokken", timezone.localdate(), "mondeling"),
        op=timezone.now(),
    )
    daarna = pagina(client, zat)
    assert NAAM not in daarna and "Leerling" in daarna and TEKST in daarna
    wijziging = Inzage.objects.filter(onderwerp="toestemming", handeling="gewijzigd")
    assert wijziging.filter(leerling_id=nu_decor.leerling.pk).exists()


@pytest.mark.regel(37)
@pytest.mark.parametrize(
    "anders",
    [{"gegevens": ["hulpvraag"]}, {"van": timezone.localdate() + timedelta(days=1)}, {"partner": None}],
)
def test_een_akkoord_dat_niet_past_geeft_geen_naam(nu_decor: Decor, zat: Zat, anders: dict[str, Any]) -> None:
    akkoord(nu_decor, zat, **anders)
    [punt] = get_mijn_overleg(zat.extern, zat.overleg.pk).punten
    assert (punt.kop, punt.met_naam) == ("Leerling", False)


@pytest.mark.regel(39)
def test_alleen_wat_voor_externen_is(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    maak_punt(nu_decor.coordinator, zat.overleg, None, onderwerp="Geheim punt", voor_externen=False)
    maak_punt(
        nu_decor.coordinator,
        zat.overleg,
        None,
        onderwerp="Casus",
        voor_externen=True,
        tekst_extern="Wachttijden",
    )
    weg = maak_punt(
        nu_decor.coordinator,
        zat.overleg,
        None,
        onderwerp="Weg",
        voor_externen=True,
        tekst_extern="Eraf gehaald",
    )
    Agendapunt.objects.filter(pk=weg.pk).update(status="vervallen")
    tekst = pagina(inloggen(zat.extern.user), zat)
    assert "Wachttijden" in tekst and "Algemeen" in tekst
    for geheim in ("Geheim punt", "Casus", "Eraf gehaald", nu_decor.begeleider.user.naam):
        assert geheim not in tekst


@pytest.mark.regel(39)
def test_alleen_overleggen_waarvoor_hij_is_gevraagd(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    ander, client = maak_zat(nu_decor), inloggen(zat.extern.user)
    intern = maak_overleg(nu_decor.coordinator, op=timezone.now(), begin=timezone.now() + timedelta(days=1))
    lijst = client.get(LIJST).content.decode()
    assert pad(zat) in lijst and pad(ander) not in lijst
    for pk in (ander.overleg.pk, intern.pk, 2**70, zat.overleg.pk + 1000):
        assert client.get(f"/mijn-overleggen/{pk}/").status_code == 404
    for naam in ("overleg", "live"):
        assert client.get(reverse(f"overleg:{naam}", args=[zat.overleg.pk])).status_code == 403
    assert client.get(reverse("overleg:punt_extern", args=[zat.punt.pk])).status_code == 403
    assert inloggen(nu_decor.coordinator.user).get(pad(zat)).status_code == 403


@pytest.mark.regel(39)
@pytest.mark.parametrize(("dagen", "status"), [(30, 200), (0, 200), (-14, 200), (-15, 404)])
def test_tot_veertien_dagen_na_het_overleg(zat: Zat, inloggen: Any, dagen: int, status: int) -> None:
    op_dag(zat, dagen)
    client = inloggen(zat.extern.user)
    assert client.get(pad(zat)).status_code == status
    assert (pad(zat) in client.get(LIJST).content.decode()) is (status == 200)


@pytest.mark.regel(39)
@pytest.mark.parametrize(("dagen", "status"), [(1, 200), (0, 200), (-1, 302)])
def test_niets_na_het_einde_van_zijn_rol(zat: Zat, inloggen: Any, dagen: int, status: int) -> None:
    """`tot` is the last day on which somebody works here; 302 leads to the page that says so."""
    client = inloggen(zat.extern.user)
    Aanstelling.objects.filter(user=zat.extern.user).update(tot=timezone.localdate() + timedelta(days=dagen))
    antwoord = client.get(pad(zat))
    assert antwoord.status_code == status
    assert status == 200 or antwoord.url == reverse("web:geen_aanstelling")


@pytest.mark.regel(39)
def test_van_de_lijst_gehaald_tijdens_het_overleg(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    client = inloggen(zat.extern.user)
    begin(nu_decor.coordinator, zat.overleg, timezone.now())
    assert client.get(pad(zat)).status_code == 200
    deelnemer_verwijderen(
        door=nu_decor.coordinator, pk=zat.overleg.pk, deelname_id=zat.deelname.pk, op=timezone.now()
    )
    assert client.get(pad(zat)).status_code == 404
    assert client.get(reverse("overleg:overleg_ics", args=[zat.overleg.pk])).status_code == 404
    assert "Niets gepland" in client.get(LIJST).content.decode()


def test_het_verslag_komt_uit_dezelfde_bron(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    """Their text and their agreements, when it is closed; never the minutes of the school or what was added later."""
    begin(nu_decor.coordinator, zat.overleg, timezone.now())
    maak_afspraak(
        nu_decor.coordinator, zat.punt, nu_decor.begeleider, wat="Belt de ouders.", voor_externen=True
    )
    maak_afspraak(nu_decor.coordinator, zat.punt, nu_decor.begeleider, wat="Alleen van de school.")
    maak_afspraak(
        nu_decor.coordinator, zat.punt, nu_decor.begeleider, wat="Brengt Kees Jan thuis.", voor_externen=True
    )
    schrijver = nu_decor.coordinator.user
    Verslagdeel.objects.create(
        school=nu_decor.school,
        punt=zat.punt,
        tekst="Intern besproken.",
        tekst_extern="Samen gekeken.",
        bewaard_door=schrijver,
    )
    Aanvulling.objects.create(
        school=nu_decor.school,
        punt=zat.punt,
        tekst="Later bedacht.",
        door=schrijver,
        sleutel="6f0c7b3e-0000-4000-8000-000000000001",
    )
    client = inloggen(zat.extern.user)
    assert "Samen gekeken." not in pagina(client, zat)
    sluit(nu_decor, zat)
    tekst = pagina(client, zat)
    assert "Samen gekeken." in tekst and "Belt de ouders." in tekst and "Verslag" in tekst
    for geheim in ("Intern besproken.", "Alleen van de school.", "Later bedacht.", NAAM):
        assert geheim not in tekst
    akkoord(nu_decor, zat)
    assert "Brengt Kees Jan thuis." in pagina(client, zat)


def test_een_afspraak_van_een_ouder_noemt_hem_niet(nu_decor: Decor, zat: Zat) -> None:
    begin(nu_decor.coordinator, zat.overleg, timezone.now())
    moeder = maak_contact(nu_decor.leerling)
    for wie, contact in (("ouder", moeder), ("leerling", None)):
        maak_afspraak(
            nu_decor.coordinator,
            zat.punt,
            nu_decor.begeleider,
            wat="Leest elke avond.",
            voor_externen=True,
            uitvoerder=wie,
            contact=contact,
        )
    sluit(nu_decor, zat)
    [punt] = get_mijn_overleg(zat.extern, zat.overleg.pk).punten
    naam = nu_decor.begeleider.user.naam
    assert {a.wie for a in punt.afspraken} == {
        f"een ouder, {naam} vraagt ernaar",
        f"de leerling, {naam} vraagt ernaar",
    }
    assert Afspraak.objects.count() == 2


def test_twintig_leerlingen_vragen_niet_meer(nu_decor: Decor, zat: Zat, inloggen: Any) -> None:
    akkoord(nu_decor, zat)
    sluit(nu_decor, zat)
    client = inloggen(zat.extern.user)
    client.get(pad(zat))
    twee = maak_leerling(nu_decor.school, nu_decor.klas, "Sem", "Visser")
    maak_punt(nu_decor.coordinator, zat.overleg, twee, voor_externen=True, tekst_extern="Wat kan er?")
    eerst = controleer_budget(client, pad(zat))
    for nummer in range(18):
        wie = maak_leerling(nu_decor.school, nu_decor.klas, f"Noor{nummer}", "Smit")
        Leerling.objects.filter(pk=wie.pk).update(geboortedatum=nu_decor.leerling.geboortedatum)
        maak_punt(nu_decor.coordinator, zat.overleg, wie, voor_externen=True, tekst_extern="Wat kan er?")
        if nummer % 2:
            akkoord(nu_decor, zat, wie)
    assert controleer_budget(client, pad(zat)) == eerst
    antwoord, _ = statements(client, pad(zat))
    tekst = antwoord.content.decode()
    assert "Noor1 Smit" in tekst and "Noor2 Smit" not in tekst and len(antwoord.content) < 20_000
    controleer_budget(client, LIJST)


def test_vandaag_zegt_wanneer(zat: Zat, inloggen: Any) -> None:
    client = inloggen(zat.extern.user)
    assert "Je volgende overleg is" in client.get("/").content.decode()
    op_dag(zat, -3)
    assert "geen overleg voor je gepland" in client.get("/").content.decode()
    assert "Mijn overleggen" in client.get("/").content.decode()
