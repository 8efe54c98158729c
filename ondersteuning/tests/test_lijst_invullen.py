"""Filling in on a phone: names first, one pupil at a time, the rest in one tap; saved, resumed, never overwritten."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling, Lesopdracht
from ondersteuning.access_lijsten import eigen_antwoorden, open_lijsten
from ondersteuning.models import Lijstantwoord, Lijstcampagne, Lijstinvulling
from ondersteuning.services.campagnes import campagne_sluiten
from ondersteuning.services.invullen import antwoord_bewaren, niets_opvallends, rest_bevestigen
from ondersteuning.tests.lijsthulp import LAAT, WERKT, invulling_van, maak_docent, rond_af, vul_in, zet_uit
from zorgapp.accounts.models import Inzage, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_werkplek


class Klasje:
    """A class of three with a teacher and a running campaign, on the day the test runs."""

    def __init__(self, decor: Decor) -> None:
        self.decor = decor
        self.dag = timezone.localdate()
        self.docent = maak_docent(decor.school, decor.klas, self.dag)
        self.mila = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
        self.sem = maak_leerling(decor.school, decor.klas, "Sem", "Aarts")
        self.campagne: Lijstcampagne = zet_uit(decor.coordinator, decor.klas, op=timezone.now())
        self.invulling: Lijstinvulling = invulling_van(self.campagne, self.docent)
        self.adres = reverse("ondersteuning:invullen", args=[self.invulling.pk])

    def adres_van(self, leerling: Leerling, naam: str = "invullen_leerling") -> str:
        return reverse(f"ondersteuning:{naam}", args=[self.invulling.pk, leerling.pk])


@pytest.fixture
def klasje(nu_decor: Decor) -> Klasje:
    return Klasje(nu_decor)


def test_een_klas_van_namen_tot_klaar(klasje: Klasje, inloggen: Any) -> None:
    """The whole way of a teacher, with the buttons only."""
    client = inloggen(klasje.docent.user)
    tekst = client.get(klasje.adres).content.decode()
    assert tekst.index("Sem Aarts") < tekst.index("Kees Jan Bakker") < tekst.index("Mila Visser")
    assert "Bij deze 3 valt me niets op" in tekst
    data = {"versie": "0", f"p{WERKT}": "2", f"p{LAAT}": "1", "toelichting": "Begint laat."}
    na = client.post(klasje.adres_van(klasje.mila), data)
    assert na.status_code == 302 and na["Location"] == f"{klasje.adres}#l{klasje.mila.pk}"
    tekst = client.get(klasje.adres).content.decode()
    assert "ingevuld" in tekst and "Bij de andere 2 valt me niets op" in tekst
    assert [o.titel for o in open_lijsten(klasje.docent)] == ["Kijken naar leren"]
    gezien = ",".join(str(x.pk) for x in (klasje.sem, klasje.mila, klasje.decor.leerling))
    na = client.post(reverse("ondersteuning:invullen_rest", args=[klasje.invulling.pk]), {"gezien": gezien})
    assert na["Location"] == reverse("ondersteuning:mijn_lijsten")
    assert open_lijsten(klasje.docent) == []
    opvallend = Lijstantwoord.objects.filter(opvallend=True).get()
    assert opvallend.waarden == [-1, 2, 1, -1] and Lijstantwoord.objects.count() == 3


def test_weggaan_en_verdergaan(klasje: Klasje, inloggen: Any) -> None:
    """What a tap saved is there again, also on another device."""
    client = inloggen(klasje.docent.user)
    htmx = {"HX-Request": "true"}
    adres = klasje.adres_van(klasje.mila)
    eerste = client.post(adres, {"versie": "0", f"p{WERKT}": "2"}, headers=htmx)
    assert eerste.status_code == 200 and 'value="1" hx-swap-oob' in eerste.content.decode()
    tweede = client.post(adres, {"versie": "1", f"p{WERKT}": "2", f"p{LAAT}": "1"}, headers=htmx)
    assert 'value="2" hx-swap-oob' in tweede.content.decode()
    tekst = client.get(adres).content.decode()
    assert f'name="p{WERKT}" value="2" checked' in tekst and f'name="p{LAAT}" value="1" checked' in tekst
    assert 'name="versie" value="2"' in tekst


def test_twee_vensters(klasje: Klasje, inloggen: Any) -> None:
    client = inloggen(klasje.docent.user)
    adres = klasje.adres_van(klasje.mila)
    client.post(adres, {"versie": "0", f"p{WERKT}": "2"})
    ander = client.post(adres, {"versie": "0", f"p{LAAT}": "2", "toelichting": "Uit venster twee."})
    tekst = ander.content.decode()
    assert ander.status_code == 409
    assert "In een ander venster" in tekst and "Komt te laat: vaak" in tekst and "Uit venster twee." in tekst
    htmx = client.post(adres, {"versie": "0", f"p{LAAT}": "2"}, headers={"HX-Request": "true"})
    assert htmx.status_code == 422 and "Laad deze bladzijde opnieuw" in htmx.content.decode()
    assert Lijstantwoord.objects.get().waarden == [-1, 2, -1, -1]
    herhaald = client.post(
        adres, {"versie": "0", f"p{WERKT}": "2"}
    )  # an answer that got lost may be repeated
    assert herhaald.status_code == 302


@pytest.mark.parametrize(
    ("data", "zin"),
    [
        ({f"p{WERKT}": "7"}, "Kies niet, soms of vaak."),
        ({"toelichting": "x" * 501}, "Houd het op 500 tekens"),
        ({"versie": "abc"}, "Nog niet bewaard."),
        ({"versie": "9" * 40}, "Nog niet bewaard."),
        ({"toelichting": "a\x00b"}, "Null-tekens"),
    ],
)
def test_een_verkeerd_antwoord_bewaart_niets(
    klasje: Klasje, inloggen: Any, data: dict[str, str], zin: str
) -> None:
    client = inloggen(klasje.docent.user)
    antwoord = client.post(klasje.adres_van(klasje.mila), {"versie": "0", f"p{LAAT}": "1"} | data)
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert not Lijstantwoord.objects.exists()


def test_toch_niets_opvallends(klasje: Klasje, inloggen: Any) -> None:
    client = inloggen(klasje.docent.user)
    client.post(klasje.adres_van(klasje.mila), {"versie": "0", f"p{WERKT}": "2", "toelichting": "Vergissing"})
    client.post(klasje.adres_van(klasje.mila, "invullen_niets"))
    rij = Lijstantwoord.objects.get()
    assert (rij.opvallend, rij.waarden, rij.toelichting) == (False, [], "")


def test_de_rest_zijn_alleen_de_namen_die_je_zag(klasje: Klasje) -> None:
    """A pupil who came into the class after the page was opened stays open."""
    werkplek, pk = klasje.docent, klasje.invulling.pk
    na = rest_bevestigen(
        door=werkplek, pk=pk, gezien=[klasje.mila.pk, klasje.sem.pk, 10**17], op=timezone.now()
    )
    assert na.klaar_op is None
    assert set(eigen_antwoorden(na)) == {klasje.mila.pk, klasje.sem.pk}
    na = rest_bevestigen(door=werkplek, pk=pk, gezien=[klasje.decor.leerling.pk], op=timezone.now())
    assert na.klaar_op is not None


@pytest.mark.parametrize("gezien", ["", "x", "1,,2", "1;2", "\x00", "9" * 9000])
def test_afronden_zonder_namen(klasje: Klasje, inloggen: Any, gezien: str) -> None:
    client = inloggen(klasje.docent.user)
    adres = reverse("ondersteuning:invullen_rest", args=[klasje.invulling.pk])
    assert "Bekijk eerst de namen." in client.post(adres, {"gezien": gezien}, follow=True).content.decode()
    assert not Lijstantwoord.objects.exists()


def test_een_klas_per_keer(klasje: Klasje, inloggen: Any) -> None:
    """A teacher of two classes does them one after the other."""
    tweede = maak_klas(klasje.decor.school, "H3c")
    noor = maak_leerling(klasje.decor.school, tweede, "Noor", "Aziz")
    Lesopdracht.objects.create(
        school=klasje.decor.school, user=klasje.docent.user, klas=tweede, vak="Duits", van=DAG - timedelta(99)
    )
    campagne = zet_uit(klasje.decor.coordinator, klasje.decor.klas, tweede, lijst=klasje.campagne.lijst)
    adres = reverse("ondersteuning:invullen", args=[invulling_van(campagne, klasje.docent).pk])
    client = inloggen(klasje.docent.user)
    eerste = client.get(adres).content.decode()
    assert "Mila Visser" in eerste and "Noor Aziz" not in eerste
    assert "Noor Aziz" in client.get(adres, {"klas": "H3c"}).content.decode()
    vul_in(campagne, klasje.docent, noor, vaak=[WERKT], op=timezone.now())
    assert rond_af(campagne, klasje.docent, timezone.now()).klaar_op


def test_alleen_eigen_leerlingen_en_eigen_lijst(klasje: Klasje, inloggen: Any) -> None:
    vreemd = maak_leerling(klasje.decor.school, maak_klas(klasje.decor.school, "V4a"), "Yara", "Demir")
    ander = maak_docent(klasje.decor.school, klasje.decor.klas, klasje.dag, "Pieter")
    client = inloggen(klasje.docent.user)
    assert client.get(klasje.adres_van(vreemd)).status_code == 404
    assert client.post(klasje.adres_van(vreemd), {"versie": "0"}).status_code == 404
    for wie in (ander, klasje.decor.mentor):
        gast = inloggen(wie.user)
        assert gast.get(klasje.adres).status_code == 404
        assert gast.post(klasje.adres_van(klasje.mila), {"versie": "0"}).status_code == 404
    assert not Lijstantwoord.objects.exists()


def test_een_waarnemer_vult_niet_voor_een_ander_in(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    ander = maak_werkplek(decor.school, Rol.DOCENT, DAG, "Pieter")
    Waarneming.objects.create(
        school=decor.school, afwezige=docent.user, waarnemer=ander.user, van=DAG, tot=DAG, door=docent.user
    )
    campagne = zet_uit(decor.coordinator, decor.klas)
    waarnemer = werkplek_maken(ander.user, DAG, decor.school.pk)
    assert isinstance(waarnemer, Werkplek) and open_lijsten(waarnemer) == []
    with pytest.raises(Http404):
        rest_bevestigen(
            door=waarnemer, pk=invulling_van(campagne, docent).pk, gezien=[decor.leerling.pk], op=NU
        )


def test_een_open_antwoord_staat_in_het_logboek(klasje: Klasje, inloggen: Any) -> None:
    client = inloggen(klasje.docent.user)
    client.get(klasje.adres)
    assert not Inzage.objects.filter(onderwerp="lijst").exists()
    client.get(klasje.adres_van(klasje.mila))
    blik = Inzage.objects.get(onderwerp="lijst")
    assert (blik.leerling_id, blik.grond, blik.user_id) == (klasje.mila.pk, "docent", klasje.docent.user.pk)


def test_geen_naam_in_de_titel(klasje: Klasje, inloggen: Any) -> None:
    client = inloggen(klasje.docent.user)
    tekst = client.get(klasje.adres_van(klasje.mila)).content.decode()
    titel = tekst.split("<title>")[1].split("</title>")[0]
    assert "Mila" in tekst and "Mila" not in titel


def test_na_het_sluiten_gaat_niets_meer(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    campagne = zet_uit(decor.coordinator, decor.klas)
    pk = invulling_van(campagne, docent).pk
    antwoord_bewaren(
        door=docent, pk=pk, leerling_id=decor.leerling.pk, versie=0, waarden=[0] * 4, toelichting="", op=NU
    )
    with pytest.raises(Verouderd):
        antwoord_bewaren(
            door=docent,
            pk=pk,
            leerling_id=decor.leerling.pk,
            versie=5,
            waarden=[2] * 4,
            toelichting="",
            op=NU,
        )
    with pytest.raises(ValueError, match="punten van deze lijst"):
        antwoord_bewaren(
            door=docent, pk=pk, leerling_id=decor.leerling.pk, versie=1, waarden=[2], toelichting="", op=NU
        )
    campagne_sluiten(door=decor.coordinator, pk=campagne.pk, op=NU)
    with pytest.raises(Http404):
        niets_opvallends(door=docent, pk=pk, leerling_id=decor.leerling.pk, op=NU)


@pytest.mark.parametrize("velden", [{"waarden": [3]}, {"opvallend": False, "toelichting": "x"}])
def test_de_database_kent_geen_ander_antwoord(decor: Decor, velden: dict[str, Any]) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    invulling = invulling_van(zet_uit(decor.coordinator, decor.klas), docent)
    goed = {"school": decor.school, "invulling": invulling, "leerling": decor.leerling, "opvallend": True}
    with pytest.raises(IntegrityError), transaction.atomic():
        Lijstantwoord.objects.create(**(goed | velden))
    Lijstantwoord.objects.create(**goed)
