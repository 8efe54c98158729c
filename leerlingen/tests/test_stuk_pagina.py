"""Documents in the browser: add several, be refused in words, download safely, show one to the schoolleiding."""

import hashlib
import io
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from leerlingen.models import Niveau, Stuk, Stuksoort, Toegangsverlening
from leerlingen.tests.notitiehulp import DOCX, PDF, Plein, maak_plein, schrijf, voeg_toe
from zorgapp.accounts.models import School
from zorgapp.werk.models import Bestand


@pytest.fixture
def plein(school: School, opslag: Path) -> Plein:
    return maak_plein(school)


@pytest.fixture
def mentor(plein: Plein, inloggen: Any) -> Client:
    return inloggen(plein.mentor.user)


def pad(naam: str, pk: int) -> str:
    return reverse(f"leerlingen:{naam}", args=[pk])


def bestand(inhoud: bytes = PDF, naam: str = "a.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, inhoud)


def maak_foto() -> bytes:
    """A small photo that says where it was taken."""
    exif, bak = Image.Exif(), io.BytesIO()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 1.0)})
    Image.new("RGB", (8, 6)).save(bak, "JPEG", exif=exif)
    return bak.getvalue()


def stuur(
    client: Client, plein: Plein, *bestanden: SimpleUploadedFile, htmx: bool = False, **velden: Any
) -> Any:
    invoer = {
        "sleutel": str(uuid.uuid4()),
        "soort": "verslag",
        "titel": "",
        "gebeurd_op": timezone.localdate().isoformat(),
        "niveau": "mentor_zorgteam",
        "notitie": "",
        "bestanden": list(bestanden),
    } | velden
    koppen = {"HX-Request": "true"} if htmx else {}
    return client.post(pad("stuk_nieuw", plein.leerling.pk), invoer, headers=koppen)


def test_meer_stukken_tegelijk_en_een_foto(plein: Plein, mentor: Client) -> None:
    formulier = mentor.get(pad("stuk_nieuw", plein.leerling.pk)).text
    assert 'capture="environment"' in formulier and "multiple" in formulier
    assert "Jij daarna ook niet meer." in formulier
    foto = bestand(maak_foto(), "image.jpg")
    antwoord = stuur(mentor, plein, bestand(), bestand(DOCX, "b.docx"), foto=foto)
    assert antwoord.url == pad("stukken", plein.leerling.pk)
    assert sorted(Stuk.objects.values_list("vorm", "titel")) == [
        ("docx", "Verslag (2)"),
        ("jpg", "Verslag (3)"),
        ("pdf", "Verslag (1)"),
    ]
    assert "3 stukken toegevoegd." in mentor.get(antwoord.url).text
    rij = Bestand.objects.get(naam="image.jpg")
    bewaard = rij.bestand.read()
    assert b"Exif" in maak_foto() and b"Exif" not in bewaard
    assert (rij.bytes, rij.sha256) == (len(bewaard), hashlib.sha256(bewaard).hexdigest())


def test_windows_tekst_wordt_utf8(plein: Plein, mentor: Client) -> None:
    stuur(mentor, plein, bestand("één €".encode("utf-16"), "a.txt"))
    assert Bestand.objects.get().bestand.read().decode() == "één €"


def test_met_voortgang_gaat_het_scherm_na_afloop_verder(plein: Plein, mentor: Client) -> None:
    antwoord = stuur(mentor, plein, bestand(), htmx=True)
    assert (antwoord.status_code, antwoord.headers["HX-Redirect"]) == (200, pad("stukken", plein.leerling.pk))
    antwoord = stuur(mentor, plein, bestand(naam="a.docx"), htmx=True)
    assert antwoord.status_code == 422 and 'id="stuk-vorm"' in antwoord.text


@pytest.mark.parametrize(
    ("bestanden", "velden", "zin"),
    [
        ([], {}, "Kies eerst een bestand."),
        ([(b"", "a.pdf")], {}, "leeg"),
        ([(PDF, "a.docx")], {}, "De naam eindigt op .docx, maar de inhoud is een pdf."),
        ([(b"<svg/>", "a.svg")], {}, "webpagina"),
        ([(PDF, "a.pdf"), (maak_foto()[:-60], "b.jpg")], {}, "Deze foto kunnen we niet lezen."),
        ([(PDF.replace(b"/Catalog", b"/Catalog/A<</S/Launch>>"), "a.pdf")], {}, "Opslaan als pdf"),
        ([(PDF, "a.pdf")] * 11, {}, "Kies hoogstens 10 bestanden tegelijk."),
        ([(PDF, "a.pdf")], {"soort": "diagnose"}, "Kies een van deze soorten."),
        ([(PDF, "a.pdf")], {"niveau": ""}, "Kies wie dit leest."),
        ([(PDF, "a.pdf")], {"gebeurd_op": "2099-01-01"}, "Die dag moet nog komen."),
        ([(PDF, "a.pdf")], {"titel": "x" * 121}, "langer dan 120"),
        ([(PDF, "a.pdf")], {"titel": "a\x00"}, "teken"),
    ],
    ids=lambda waarde: str(waarde)[:40],
)
def test_wat_niet_kan_komt_terug_met_een_zin(
    plein: Plein, mentor: Client, bestanden: list[Any], velden: dict[str, str], zin: str
) -> None:
    antwoord = stuur(mentor, plein, *(bestand(*b) for b in bestanden), **velden)
    assert antwoord.status_code == 422 and zin in antwoord.text
    assert not Stuk.objects.exists() and not Bestand.objects.exists()


@pytest.mark.parametrize("notitie", [str(2**60), "1", "x"])
def test_een_verzonnen_notitie(plein: Plein, mentor: Client, notitie: str) -> None:
    assert stuur(mentor, plein, bestand(), notitie=notitie).status_code in {404, 422}
    assert not Stuk.objects.exists()


def test_te_groot_wordt_onderweg_tegengehouden(
    plein: Plein, mentor: Client, settings: Any, opslag: Path
) -> None:
    settings.STUK_MAX_BYTES = 100_000
    antwoord = stuur(mentor, plein, bestand(PDF + b"\n" * 200_000))
    assert antwoord.status_code == 422 and "groter dan" in antwoord.text
    assert not Stuk.objects.exists() and not [p for p in opslag.rglob("*") if p.is_file()]
    assert stuur(mentor, plein, bestand(PDF + b"\n" * 90_000)).status_code == 302


def test_downloaden_opent_nergens_in_de_browser(plein: Plein, mentor: Client) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling, inhoud=PDF, naam="Kees Jan Bakker.pdf")
    antwoord = mentor.get(pad("stuk_bestand", stuk.pk))
    assert b"".join(antwoord.streaming_content) == PDF
    koppen = antwoord.headers
    naam = f"verslag-{stuk.gebeurd_op:%Y-%m-%d}-{stuk.pk}.pdf"
    assert koppen["Content-Disposition"] == f'attachment; filename="{naam}"'
    assert koppen["Content-Type"] == "application/pdf"
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert koppen["Cache-Control"] == "no-store"
    assert "Bakker" not in str(koppen)


def test_een_bestand_dat_zoek_is(plein: Plein, mentor: Client, opslag: Path) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling)
    for weg in [p for p in opslag.rglob("*") if p.is_file()]:
        weg.unlink()
    antwoord = mentor.get(pad("stuk_bestand", stuk.pk), follow=True)
    assert antwoord.status_code == 200 and "vinden we niet terug op de server" in antwoord.text


@pytest.mark.regel(42)
def test_voorleggen_van_begin_tot_eind(plein: Plein, inloggen: Any) -> None:
    stuk = voeg_toe(plein.coordinator, plein.leerling, Stuksoort.ONDERZOEKSVERSLAG)
    client, adres = inloggen(plein.coordinator.user), pad("stuk_voorleggen", stuk.pk)
    fout = client.post(adres, {"aan": str(plein.mentor.user.pk), "reden": "", "tot": "2020-01-01"})
    assert fout.status_code == 422
    for zin in ("Kies een collega uit de lijst.", "Schrijf op wat je vraagt", "Die dag is voorbij."):
        assert zin in fout.text
    assert not Toegangsverlening.objects.filter(bron__startswith="stuk:").exists()
    vraag = {"aan": str(plein.leiding.user.pk), "reden": "Mag de toets anders?", "tot": timezone.localdate()}
    assert client.post(adres, vraag).status_code == 302
    assert "Mag de toets anders?" in client.get(pad("stuk", stuk.pk)).text
    client = inloggen(plein.leiding.user)
    lijst = client.get(reverse("leerlingen:stukken_voorgelegd")).text
    assert "Mag de toets anders?" in lijst and "Bakker" not in lijst
    pagina = client.get(pad("stuk", stuk.pk))
    assert pagina.status_code == 200 and "Leg dit stuk voor" not in pagina.text
    assert client.get(pad("stuk_bestand", stuk.pk)).status_code == 200
    assert client.get(reverse("web:leerling", args=[plein.leerling.pk])).status_code == 403
    client = inloggen(plein.coordinator.user)
    assert client.post(adres, {"stop": "1"}).status_code == 302
    assert inloggen(plein.leiding.user).get(pad("stuk", stuk.pk)).status_code == 404


def test_intrekken_en_terugzetten(plein: Plein, mentor: Client, inloggen: Any) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    stuk = voeg_toe(plein.mentor, plein.leerling, notitie_id=notitie.pk)
    assert pad("stuk", stuk.pk) in mentor.get(pad("notitie", notitie.pk)).text
    assert mentor.post(pad("stuk_intrekken", stuk.pk), {"reden": ""}).status_code == 422
    pagina = mentor.post(pad("stuk_intrekken", stuk.pk), {"reden": "Dubbel."}, follow=True).text
    assert "Dubbel." in pagina and f'action="{pad("stuk_terugzetten", stuk.pk)}"' in pagina
    assert inloggen(plein.begeleider.user).get(pad("stuk", stuk.pk)).status_code == 404
    mentor = inloggen(plein.mentor.user)
    mentor.post(pad("notitie_intrekken", notitie.pk), {"reden": "x", "versie": "1"})
    pagina = mentor.post(pad("stuk_terugzetten", stuk.pk), follow=True).text
    assert "Zet die eerst terug." in pagina
    mentor.post(pad("notitie_terugzetten", notitie.pk))
    mentor.post(pad("stuk_terugzetten", stuk.pk))
    assert Stuk.objects.get().ingetrokken_op is None


def test_een_ander_niveau_dan_de_notitie_kan_niet_via_het_formulier(plein: Plein, mentor: Client) -> None:
    notitie = schrijf(plein.mentor, plein.leerling, niveau=Niveau.ZORGTEAM)
    antwoord = stuur(mentor, plein, bestand(), notitie=str(notitie.pk), niveau="klas")
    assert antwoord.url == pad("notitie", notitie.pk)
    assert Stuk.objects.get().niveau == Niveau.ZORGTEAM
