"""The receipt that a parent downloads himself right after answering: made by the worker, his only, and nameless outside."""

import io
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ondersteuning.access_opp_bewijs import TAAK
from ondersteuning.models import Instemming, Opp
from ondersteuning.services.opp_link import Nieuwelink
from ondersteuning.tests.ouderhulp import DOOD, MOEDER, VADER, binnen, geef, pad, stuur, voor_ouders
from zorgapp.accounts.models import Aanstelling, Inzage
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.retention import ruim_bestanden_op
from zorgapp.werk.tests.conftest import opslag  # noqa: F401  the fixture
from zorgapp.werk.uitvoeren import voer_taak_uit

pytestmark = pytest.mark.usefixtures("opslag", "snel")


@pytest.fixture
def decor(nu_decor: Decor) -> Decor:
    return nu_decor


@pytest.fixture
def opp(decor: Decor) -> Opp:
    return voor_ouders(decor)


def beantwoord(decor: Decor, wie: str = MOEDER) -> tuple[Client, Nieuwelink]:
    nieuw = geef(decor, wie)
    client = binnen(nieuw)
    stuur(client, nieuw, keuze="niet_akkoord", reden="Te weinig uren 🎉", opmerking="Dank.")
    return client, nieuw


def test_van_antwoord_naar_bewijs(decor: Decor, opp: Opp) -> None:
    client, nieuw = beantwoord(decor)
    pagina = client.get(pad(nieuw, "opp_link_lees_klaar")).content.decode()
    assert "We maken je bewijs." in pagina and f'hx-get="{pad(nieuw, "opp_link_bewijs")}"' in pagina
    deel = client.get(pad(nieuw, "opp_link_bewijs"), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in deel and "We maken je bewijs." in deel
    assert client.get(pad(nieuw, "opp_link_bewijs_pdf")).status_code == 404

    taak = Taak.objects.get(soort=TAAK)
    voer_taak_uit(decor.school.pk, taak.pk)
    deel = client.get(pad(nieuw, "opp_link_bewijs"), headers={"HX-Request": "true"}).content.decode()
    assert "Download je bewijs" in deel and "hx-get" not in deel
    antwoord = client.get(pad(nieuw, "opp_link_bewijs_pdf"))
    assert antwoord["Content-Disposition"] == 'attachment; filename="ontvangstbewijs.pdf"'
    assert antwoord["X-Content-Type-Options"] == "nosniff" and antwoord["Referrer-Policy"] == "no-referrer"
    doc = pikepdf.open(io.BytesIO(antwoord.content))
    with doc.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1" and not {"Bakker", "Marit"} & set(str(xmp).split())
    assert str(doc.docinfo["/Title"]) == "Ontvangstbewijs" and "Marit" not in str(dict(doc.docinfo))
    rij = Inzage.objects.latest("pk")
    assert (rij.handeling, rij.onderwerp, rij.onderwerp_id) == ("gedownload", "opplink", nieuw.link.pk)
    assert "Bakker" not in Bestand.objects.get(soort=TAAK).naam


def test_wat_erop_staat(decor: Decor, opp: Opp, monkeypatch: pytest.MonkeyPatch) -> None:
    gezien: list[str] = []
    monkeypatch.setattr("zorgapp.werk.pdf.bytes_van", lambda html, _: gezien.append(html) or b"%PDF-x")
    beantwoord(decor)
    voer_taak_uit(decor.school.pk, Taak.objects.get(soort=TAAK).pk)
    for staat in ("Stemt niet in", MOEDER, "Te weinig uren 🎉", "Dank.", "zelf, met een persoonlijke link"):
        assert staat in gezien[0]
    assert Instemming.objects.get().hash in gezien[0] and VADER not in gezien[0]
    assert f"Afgedrukt door {MOEDER}" in gezien[0]


def test_niemand_anders_krijgt_het(decor: Decor, opp: Opp, inloggen: Any) -> None:
    client, nieuw = beantwoord(decor)
    ander, zijn = beantwoord(decor, VADER)
    for taak in Taak.objects.filter(soort=TAAK):
        voer_taak_uit(decor.school.pk, taak.pk)
    for wie in (Client(), ander, inloggen(decor.coordinator.user)):
        for naam in ("opp_link_lees_klaar", "opp_link_bewijs", "opp_link_bewijs_pdf"):
            antwoord = wie.get(pad(nieuw, naam))
            assert antwoord.status_code == 404 and DOOD in antwoord.content.decode(), naam
    vals = pad(nieuw, "opp_link_bewijs_pdf").replace("/lees/", "x/lees/")
    assert client.get(vals).status_code == 404
    eigen, van_vader = (c.get(pad(n, "opp_link_bewijs_pdf")) for c, n in ((client, nieuw), (ander, zijn)))
    assert eigen.status_code == van_vader.status_code == 200 and eigen.content != van_vader.content
    taak = Taak.objects.filter(soort=TAAK).first()
    school = inloggen(decor.coordinator.user)  # the job stands in his name; its file has no page for him
    assert school.get(reverse("werk:document", args=[taak.pk])).status_code == 404
    voortgang = school.get(reverse("werk:taak", args=[taak.pk]))
    assert voortgang.status_code == 200 and "Download" not in voortgang.content.decode()


def test_voor_het_antwoord_is_er_geen(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    for naam in ("opp_link_bewijs", "opp_link_bewijs_pdf"):
        assert client.get(pad(nieuw, naam))["Location"] == pad(nieuw)
    assert not Taak.objects.filter(soort=TAAK).exists()


def test_mislukt_en_dan_opnieuw(decor: Decor, opp: Opp) -> None:
    client, nieuw = beantwoord(decor)
    Taak.objects.filter(soort=TAAK).update(status="mislukt")
    pagina = client.get(pad(nieuw, "opp_link_lees_klaar"))
    assert "Maak het nog een keer" in pagina.content.decode()
    bewijs = pagina.context["bezoek"].bewijs
    assert client.post(pad(nieuw, "opp_link_bewijs"), {"bewijs": "vals"}).status_code == 403
    for _ in range(2):
        antwoord = client.post(pad(nieuw, "opp_link_bewijs"), {"bewijs": bewijs})
        assert antwoord["Location"] == pad(nieuw, "opp_link_lees_klaar")
    assert sorted(Taak.objects.filter(soort=TAAK).values_list("status", flat=True)) == ["mislukt", "wacht"]


def test_een_worker_die_stopt_en_wie_niet_meer_werkt(decor: Decor, opp: Opp) -> None:
    """A job that is done twice makes one file, also when the colleague who gave the link left meanwhile."""
    client, nieuw = beantwoord(decor)
    Aanstelling.objects.update(tot=timezone.localdate() - timedelta(days=1))
    taak = Taak.objects.get(soort=TAAK)
    for _ in range(2):
        voer_taak_uit(decor.school.pk, taak.pk)
        Taak.objects.filter(pk=taak.pk).update(
            status="bezig", hartslag_op=timezone.now() - timedelta(minutes=3)
        )
    Taak.objects.filter(pk=taak.pk).update(status="klaar")
    assert Bestand.objects.filter(soort=TAAK).count() == 1
    assert client.get(pad(nieuw, "opp_link_bewijs_pdf")).status_code == 200
    ruim_bestanden_op(op=timezone.now() + timedelta(days=2))
    assert client.get(pad(nieuw, "opp_link_bewijs_pdf")).status_code == 404
    assert "Je bewijs is er niet." in client.get(pad(nieuw, "opp_link_lees_klaar")).content.decode()


def test_de_pagina_blijft_licht(decor: Decor, opp: Opp) -> None:
    client, nieuw = beantwoord(decor)
    assert controleer_budget(client, pad(nieuw, "opp_link_lees_klaar")) <= 10
    assert len(client.get(pad(nieuw, "opp_link_lees_klaar")).content) < 8_000
