"""The pass: what the pupil may read of his own card, made in the worker, and never why (rule 41)."""

from pathlib import Path
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.documents.pas import PAS, maak
from leerlingen.models import Faciliteitenkaart
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import Inzage, School
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.werk.models import Taak
from zorgapp.werk.uitvoeren import voer_taak_uit

TIJD, SPELLING = "25% extra tijd bij toetsen", "Spelfouten tellen niet mee"


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    """Kees Jan's card, with a reason and a statement behind it."""
    decor = maak_kaartdecor(school, timezone.localdate())
    decor.onderbouw()
    decor.geef(TIJD)
    decor.geef(SPELLING, bijzonderheid="behalve als spelling het doel is", vakken=["Duits", "Frans"])
    return decor


def test_wat_er_op_de_pas_staat(kd: Kaartdecor) -> None:
    html = PAS.html(maak(kd.mentor, kd.leerling.pk))
    for tekst in (
        "Faciliteitenpas",
        "Kees Jan Bakker",
        "Rietveen College",
        "H3b",
        kd.mentor.user.naam,
        TIJD,
        "Spelfouten tellen niet mee, behalve als spelling het doel is",
        "Duits, Frans",
        "alle vakken",
        "31 juli",
    ):
        assert tekst in html, tekst
    assert kd.leerling.achternaam not in html.split("<title>")[1].split("</title>")[0]
    assert kd.leerling.achternaam not in html.split("data-wat=")[1].split(">")[0]


@pytest.mark.regel(41)
def test_de_pas_zegt_niet_waarom(kd: Kaartdecor) -> None:
    html = PAS.html(maak(kd.coordinator, kd.leerling.pk)).lower()
    woorden = ("dyslexie", "groep 8", "de lange", "orthopedagoog", "verklaring", "grondslag", "vertrouwelijk")
    assert [woord for woord in woorden if woord in html] == []


def test_wie_de_pas_maakt(kd: Kaartdecor) -> None:
    for wie in (kd.docent, kd.begeleider):
        with pytest.raises(Http404):
            PAS.deur(wie, kd.leerling.pk, Handeling.BEKEKEN)
    for wie in (kd.mentor, kd.coordinator):
        PAS.deur(wie, kd.leerling.pk, Handeling.BEKEKEN)
    Faciliteitenkaart.objects.update(geldig_van="2020-01-01", geldig_tot="2020-12-31")
    with pytest.raises(Http404):
        PAS.deur(kd.mentor, kd.leerling.pk, Handeling.BEKEKEN)


def test_van_de_knop_tot_de_pdf(kd: Kaartdecor, opslag: Path) -> None:
    """One page, tagged, with a name of the file that names nobody; the download is logged as printed."""
    import io

    import pikepdf

    client = Client()
    client.force_login(kd.mentor.user)
    antwoord = client.post(reverse("leerlingen:kaart_pas", args=[kd.leerling.pk]))
    taak = Taak.objects.get(soort="pdf:faciliteitenpas")
    assert antwoord.status_code == 302 and antwoord["Location"] == reverse("werk:taak", args=[taak.pk])
    voer_taak_uit(kd.school.pk, taak.pk)
    gekregen: Any = client.get(reverse("werk:document", args=[taak.pk]))
    assert gekregen.status_code == 200 and "bakker" not in gekregen["Content-Disposition"].lower()
    inhoud = b"".join(gekregen.streaming_content) if gekregen.streaming else gekregen.content
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        assert len(pdf.pages) == 1
        assert bool(pdf.Root.MarkInfo.Marked) and "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang).startswith("nl")
    assert Inzage.objects.filter(leerling_id=kd.leerling.pk, handeling="afgedrukt").count() == 1
