"""The pages of talk and agreement for the staff: what each role sees, what is refused and kept, and what they cost."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import (
    Instemming,
    Instemmingverzoek,
    Opp,
    OppLink,
    Overeenstemming,
    Overlegdeelnemer,
)
from ondersteuning.tests.opphulp import concept_van, schrijf
from ondersteuning.tests.samenhulp import klaar_opp, leg_voor, stand_van, verzoek_van, zegt
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

DAG = timedelta(days=1)


@pytest.fixture
def decor(nu_decor: Decor) -> Decor:
    """These tests go through the views, so on the day they run."""
    return nu_decor


def inloggen(client: Client, werkplek: Werkplek) -> Client:
    client.force_login(werkplek.user)
    return client


def url(naam: str, *args: Any) -> str:
    return reverse(f"ondersteuning:{naam}", args=args)


def plan(decor: Decor, **velden: Any) -> dict[str, Any]:
    vandaag = timezone.localdate()
    return {
        "uitgenodigd_op": vandaag,
        "kanaal": "mail",
        "datum": vandaag,
        "tijd": "00:01",
        "plek": "Kamer 12",
        "wie": ["l", *(f"c{c.pk}" for c in Contactpersoon.objects.filter(leerling=decor.leerling))],
        "anderen": "Els Visser, wijkteam",
    } | velden


def verslag(rij: Overeenstemming, **velden: Any) -> dict[str, Any]:
    rij.refresh_from_db()
    erbij = list(Overlegdeelnemer.objects.filter(overleg=rij).values_list("pk", flat=True))
    return {
        "versie": rij.versie,
        "datum": timezone.localdate(),
        "tijd": "00:01",
        "samenvatting": "We bespraken waar hij naartoe werkt.",
        "oneens": "Moeder wil meer uren.",
        "erbij": erbij,
        "anderen": "",
    } | velden


def test_een_gesprek_van_plan_tot_verslag(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    maak_contact(decor.leerling, "Oma Bakker", gezag="nee")
    inloggen(client, decor.coordinator)
    lijst = url("opp_overleg", opp.pk)
    assert client.post(lijst, plan(decor)).status_code == 302
    rij = Overeenstemming.objects.get()
    wie = list(rij.deelnemers.values_list("naam", "rol", "gezag", "leerling", "aanwezig"))
    assert ("Marit Bakker", "moeder", True, False, None) in wie and (
        "Oma Bakker",
        "moeder",
        False,
        False,
        None,
    ) in wie
    assert ("Kees Jan Bakker", "leerling", False, True, None) in wie
    assert ("Els Visser", "wijkteam", False, False, None) in wie
    pagina = client.get(url("opp_overleg_verslag", rij.pk)).content.decode()
    besproken = re.search(r'name="besproken" value="(\w{64})"', pagina)
    assert besproken
    stuur = verslag(rij, besproken=besproken[1])
    assert client.post(url("opp_overleg_verslag", rij.pk), stuur).status_code == 302
    rij.refresh_from_db()
    assert (rij.status, rij.hash, rij.ronde) == ("gehouden", besproken[1], 1)
    assert "Na dit gesprek veranderde" not in client.get(lijst).content.decode()
    schrijf(decor.coordinator, opp, onderbouwing="Nu toch anders.")
    assert "Na dit gesprek veranderde" in client.get(lijst).content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"wie": [], "anderen": ""}, "Kies wie je uitnodigt"),
        ({"wie": ["c999999"]}, "hoort niet bij deze leerling"),
        ({"uitgenodigd_op": "2099-01-01"}, "moet nog komen"),
        ({"datum": "2001-01-01"}, "gaat voor het gesprek"),
        ({"datum": "0000-13-45"}, "dag-maand-jaar"),
        ({"tijd": "25:99"}, "15:30"),
        ({"kanaal": "postduif"}, "postduif"),
        ({"plek": "x\x00y"}, "plek"),
        ({"anderen": "a" * 400}, "een komma"),
        ({"plek": "x" * 300}, "120 tekens"),
    ],
)
def test_een_plan_dat_niet_klopt(client: Client, decor: Decor, velden: dict[str, Any], zin: str) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    antwoord = inloggen(client, decor.coordinator).post(url("opp_overleg", opp.pk), plan(decor, **velden))
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert not Overeenstemming.objects.exists()


def test_een_verslag_van_twee_mensen_overschrijft_niets(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    inloggen(client, decor.coordinator).post(url("opp_overleg", opp.pk), plan(decor))
    rij = Overeenstemming.objects.get()
    adres = url("opp_overleg_verslag", rij.pk)
    gevonden = re.search(r'name="besproken" value="(\w{64})"', client.get(adres).content.decode())
    assert gevonden
    een, twee = (
        verslag(rij, besproken=gevonden[1]),
        verslag(rij, besproken=gevonden[1], samenvatting="Mijn andere versie."),
    )
    assert client.post(adres, een).status_code == 302
    antwoord = client.post(adres, twee)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Mijn andere versie." in tekst and een["samenvatting"] in tekst
    rij.refresh_from_db()
    assert rij.samenvatting == een["samenvatting"]
    niemand = client.post(adres, verslag(rij, besproken=gevonden[1], erbij=[]))
    assert niemand.status_code == 422 and "Kies wie erbij was" in niemand.content.decode()


@pytest.mark.regel(11)
def test_de_tekst_verandert_terwijl_het_verslag_openstaat(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    inloggen(client, decor.coordinator).post(url("opp_overleg", opp.pk), plan(decor, tijd="23:59"))
    rij = Overeenstemming.objects.get()
    adres = url("opp_overleg_verslag", rij.pk)
    gevonden = re.search(r'name="besproken" value="(\w{64})"', client.get(adres).content.decode())
    assert gevonden
    schrijf(decor.coordinator, opp, onderbouwing="Net veranderd.")
    antwoord = client.post(adres, verslag(rij, besproken=gevonden[1], tijd="23:59"))
    assert antwoord.status_code == 409 and "veranderde net de tekst" in antwoord.content.decode()
    rij.refresh_from_db()
    assert rij.status == "gepland"
    for fout in ("b" * 64, ""):
        assert client.post(adres, verslag(rij, besproken=fout, tijd="23:59")).status_code == 409


def test_verzetten_en_niet_door_laten_gaan(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    inloggen(client, decor.coordinator).post(url("opp_overleg", opp.pk), plan(decor))
    rij = Overeenstemming.objects.get()
    verzet = url("opp_overleg_verzet", rij.pk)
    assert client.get(verzet).status_code == 200
    morgen = timezone.localdate() + DAG
    assert client.post(verzet, plan(decor, datum=morgen, versie=1, anderen="", wie=["l"])).status_code == 302
    oud = client.post(verzet, plan(decor, versie=1))
    assert oud.status_code == 409 and "Een collega paste dit gesprek net aan" in oud.content.decode()
    rij.refresh_from_db()
    assert timezone.localtime(rij.wanneer).date() == morgen and rij.deelnemers.count() == 1
    te_vroeg = client.post(url("opp_overleg_verslag", rij.pk), verslag(rij, datum=morgen, besproken=""))
    assert te_vroeg.status_code == 422 and "moet nog komen" in te_vroeg.content.decode()
    zeg_af = url("opp_overleg_afzeggen", rij.pk)
    assert client.post(zeg_af, {"versie": rij.versie, "hoe": "anders"}).status_code == 409
    assert client.post(zeg_af, {"versie": rij.versie, "hoe": "niemand", "reden": "Ziek."}).status_code == 302
    rij.refresh_from_db()
    assert (rij.status, rij.samenvatting) == ("afgezegd", "Niemand kwam. Ziek.")
    assert client.post(zeg_af, {"versie": rij.versie, "hoe": "niemand"}).status_code == 409


def test_voorleggen_en_antwoorden_op_de_pagina(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker", "Henk Bakker")
    inloggen(client, decor.coordinator)
    pagina = url("opp_instemming", opp.pk)
    tekst = client.get(pagina).content.decode()
    gevonden = re.search(r'name="hash" value="(\w{64})"', tekst)
    assert gevonden
    vraag = url("opp_instemming_vraag", opp.pk)
    oud = client.post(vraag, {"nummer": 1, "hash": "c" * 64})
    assert oud.status_code == 409 and "net veranderd" in oud.content.decode()
    assert client.post(vraag, {"nummer": 1, "hash": gevonden[1]}).status_code == 302
    moeder = verzoek_van("Marit Bakker")
    adres = url("opp_instemming_antwoord", moeder.pk)
    velden = {
        "nummer": 1,
        "hash": gevonden[1],
        "sleutel": "0" * 32,
        "op": timezone.localdate(),
        "wijze": "mondeling",
    }
    nee = client.post(adres, velden | {"keuze": "niet_akkoord"})
    assert nee.status_code == 422 and "Schrijf op waarom niet" in nee.content.decode()
    papier = client.post(adres, velden | {"keuze": "akkoord", "wijze": "papier"})
    assert papier.status_code == 422 and "Voeg de scan" in papier.content.decode()
    vorige = client.post(adres, velden | {"keuze": "akkoord", "hash": "d" * 64})
    assert vorige.status_code == 422 and "eerdere versie" in vorige.content.decode()
    assert not Instemming.objects.exists()
    assert client.post(adres, velden | {"keuze": "niet_akkoord", "reden": "Te weinig."}).status_code == 302
    tekst = client.get(pagina).content.decode()
    assert "Geschillencommissie" in tekst and "Te weinig." in tekst
    assert client.post(url("opp_instemming_opnieuw", moeder.pk)).status_code == 302
    assert stand_van(opp) == "voorgelegd"
    link = client.post(url("opp_instemming_link", verzoek_van("Henk Bakker").pk), {"hoe": "papier"})
    assert link.status_code == 200 and "De code" in link.content.decode()
    assert OppLink.objects.get().verzoek == verzoek_van("Henk Bakker")
    assert client.post(url("opp_link_intrekken", OppLink.objects.get().pk)).status_code == 302
    zegt(decor.coordinator, "Henk Bakker")
    weer = client.post(url("opp_instemming_link", verzoek_van("Henk Bakker").pk), {"hoe": "papier"})
    assert weer.status_code == 422 and "al geantwoord" in weer.content.decode()
    herinner = client.post(
        url("opp_instemming_herinner", verzoek_van("Marit Bakker").pk), {"dag": "gisteren"}
    )
    assert herinner.status_code == 422


def test_andere_mensen_vragen_met_een_knop(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    maak_contact(decor.leerling, "Henk Bakker")
    inloggen(client, decor.coordinator)
    assert "Nog te vragen: Henk Bakker" in client.get(url("opp_instemming", opp.pk)).content.decode()
    assert client.post(url("opp_instemming_bijwerken", opp.pk)).status_code == 302
    assert Instemmingverzoek.objects.filter(naam="Henk Bakker").exists()


def test_wie_de_paginas_ziet(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    vraag = verzoek_van("Marit Bakker")
    docent = maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag)
    maak_les(decor.school, docent.user, decor.leerling)
    adressen = [
        url("opp_overleg", opp.pk),
        url("opp_instemming", opp.pk),
        url("opp_instemming_antwoord", vraag.pk),
    ]
    verwacht = {decor.mentor: [200, 200, 403], decor.begeleider: [404] * 3, docent: [403] * 3}
    for wie, statussen in verwacht.items():
        inloggen(client, wie)
        assert [client.get(adres).status_code for adres in adressen] == statussen
    inloggen(client, decor.mentor)
    tekst = client.get(adressen[1]).content.decode()
    assert "Marit Bakker" in tekst and "Leg het antwoord vast" not in tekst
    for adres in (adressen[0], url("opp_instemming_vraag", opp.pk), url("opp_instemming_herinner", vraag.pk)):
        assert (
            client.post(
                adres, plan(decor) | {"dag": timezone.localdate(), "nummer": 1, "hash": "a"}
            ).status_code
            == 403
        )
    assert not Overeenstemming.objects.exists()


def test_paginas_blijven_gelijk_als_er_meer_is(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    inloggen(client, decor.coordinator)

    def gesprek() -> None:
        client.post(url("opp_overleg", opp.pk), plan(decor))

    gesprek()
    rij = Overeenstemming.objects.get()
    adressen = [
        url("opp_overleg", opp.pk),
        url("opp_instemming", opp.pk),
        url("opp_overleg_verslag", rij.pk),
        url("opp_instemming_antwoord", verzoek_van("Marit Bakker").pk),
    ]
    eerst = [controleer_budget(client, adres) for adres in adressen]
    for nummer in range(4):
        maak_contact(decor.leerling, f"Ouder {nummer}", huishouden=nummer % 4 + 1)
        gesprek()
    client.post(url("opp_instemming_bijwerken", opp.pk))
    zegt(decor.coordinator, "Ouder 1", "niet_akkoord")
    zegt(decor.coordinator, "Ouder 2")
    assert [controleer_budget(client, adres) for adres in adressen] == eerst
    assert all(len(client.get(adres).content) < 20_000 for adres in adressen)


def test_een_afgesloten_opp_leest_men_nog(client: Client, decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    concept_van(opp)
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=decor.coordinator.dag)
    opp.versies.update(status="vervangen")
    inloggen(client, decor.coordinator)
    for naam in ("opp_overleg", "opp_instemming"):
        assert client.get(url(naam, opp.pk)).status_code == 200
    assert client.post(url("opp_overleg", opp.pk), plan(decor)).status_code == 409
