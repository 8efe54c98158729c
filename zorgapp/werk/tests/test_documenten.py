"""Documents: asked for once, made by a worker with the rights of then, downloaded through the door, gone after a day."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.db import connection
from django.http import Http404
from django.test import Client
from django.utils import timezone

from zorgapp.accounts.models import Aanstelling, Inzage, School
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.werk import documenten, soorten
from zorgapp.werk.documenten import get_document, pdf_aanvragen, registreer_document
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.retention import ruim_bestanden_op
from zorgapp.werk.services import taak_starten
from zorgapp.werk.soorten import verlopen
from zorgapp.werk.tests.proefdocument import GESLOTEN, SJABLOON, SOORT, proefdocument
from zorgapp.werk.uitvoeren import voer_taak_uit


@pytest.fixture(autouse=True)
def proef(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Register the kind of document of these tests, with its template."""
    (tmp_path / "proef.html").write_text(SJABLOON)
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [*settings.TEMPLATES[0]["DIRS"], tmp_path]}]
    voor = dict(documenten._SOORTEN), dict(soorten._SOORTEN)
    registreer_document(SOORT)
    yield
    for register, oud in zip((documenten._SOORTEN, soorten._SOORTEN), voor, strict=True):
        register.clear()  # type: ignore[attr-defined]
        register.update(oud)  # type: ignore[attr-defined]


@pytest.fixture
def mentor(school: School, opslag: Path) -> Werkplek:
    return maak_werkplek(school, Rol.MENTOR, dag=timezone.localdate())


def gemaakt(door: Werkplek, object_id: int = 7) -> Taak:
    taak = pdf_aanvragen(door=door, soort="proef", object_id=object_id)
    voer_taak_uit(door.school.pk, taak.pk)
    taak.refresh_from_db()
    return taak


def client_van(werkplek: Werkplek) -> Client:
    client = Client()
    client.force_login(werkplek.user)
    return client


def test_html_komt_uit_de_dataclass() -> None:
    html = SOORT.html(proefdocument(naam="Ömer <b>"))
    assert "<title>Proefdocument</title>" in html and 'lang="nl"' in html
    assert "Ömer &lt;b&gt;" in html and "Kees Jan" not in html.split("<body")[0]
    assert 'data-wie="Vertrouwelijk. Afgedrukt door Sanne Koster op 24 november 2026."' in html
    open_document = replace(proefdocument(), vertrouwelijk=False)
    assert open_document.voet_wie == "Afgedrukt door Sanne Koster op 24 november 2026."


def test_van_vraag_tot_download(mentor: Werkplek) -> None:
    taak = gemaakt(mentor)
    assert taak.status == "klaar"
    client = client_van(mentor)
    pagina = client.get(f"/taak/{taak.pk}/").content.decode()
    assert "Download de pdf" in pagina and f"/document/{taak.pk}/" in pagina and "/terug/7/" in pagina
    antwoord = client.get(f"/document/{taak.pk}/")
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == 'attachment; filename="proef.pdf"'
    assert "no-store" in antwoord["Cache-Control"]
    doc = pikepdf.open(io.BytesIO(b"".join(antwoord.streaming_content)))  # type: ignore[arg-type]
    assert str(doc.docinfo["/Title"]) == "Proefdocument"
    assert "Bakker" not in str(dict(doc.docinfo)) and "Bakker" not in str(doc.open_metadata())


def test_elke_blik_staat_in_het_logboek(mentor: Werkplek) -> None:
    taak = gemaakt(mentor)
    voor = list(Inzage.objects.values_list("handeling", flat=True))
    assert set(voor) == {Handeling.BEKEKEN}
    get_document(mentor, taak.pk, timezone.now())
    laatste = Inzage.objects.latest("pk")
    assert (laatste.handeling, laatste.leerling_id, laatste.user_id) == ("afgedrukt", 7, mentor.user.pk)


def test_twee_keer_vragen_is_een_taak(mentor: Werkplek, school: School) -> None:
    een = pdf_aanvragen(door=mentor, soort="proef", object_id=7)
    assert pdf_aanvragen(door=mentor, soort="proef", object_id=7) == een
    assert pdf_aanvragen(door=mentor, soort="proef", object_id=8) != een
    ander = maak_werkplek(school, Rol.MENTOR, dag=mentor.dag)
    assert pdf_aanvragen(door=ander, soort="proef", object_id=7) != een
    voer_taak_uit(mentor.school.pk, een.pk)
    assert pdf_aanvragen(door=mentor, soort="proef", object_id=7) != een


def test_wie_het_niet_mag_zien_krijgt_niets(mentor: Werkplek, school: School) -> None:
    with pytest.raises(Http404):
        pdf_aanvragen(door=mentor, soort="proef", object_id=GESLOTEN)
    zonder_recht = maak_werkplek(school, Rol.SCHOOLLEIDING, dag=mentor.dag)
    with pytest.raises(Http404):
        pdf_aanvragen(door=zonder_recht, soort="proef", object_id=7)
    with pytest.raises(KeyError):
        pdf_aanvragen(door=mentor, soort="bestaatniet", object_id=7)
    assert not Taak.objects.exists()


def test_de_worker_vraagt_het_opnieuw(mentor: Werkplek) -> None:
    dicht = taak_starten(door=mentor, soort=SOORT.taaksoort, object_id=GESLOTEN)
    voer_taak_uit(mentor.school.pk, dicht.pk)
    uit_dienst = pdf_aanvragen(door=mentor, soort="proef", object_id=7)
    Aanstelling.objects.filter(user=mentor.user).update(tot=mentor.dag - timedelta(days=1))
    voer_taak_uit(mentor.school.pk, uit_dienst.pk)
    for taak in (dicht, uit_dienst):
        taak.refresh_from_db()
        assert (taak.status, taak.melding) == (
            "mislukt",
            "Je mag dit niet meer zien, of het is er niet meer.",
        )
    assert not Bestand.objects.exists()


def test_de_download_vraagt_het_opnieuw(mentor: Werkplek, school: School) -> None:
    taak = gemaakt(mentor)
    Taak.objects.filter(pk=taak.pk).update(object_id=GESLOTEN)
    with pytest.raises(Http404):
        get_document(mentor, taak.pk, timezone.now())
    Taak.objects.filter(pk=taak.pk).update(object_id=7)
    with pytest.raises(Http404):
        get_document(maak_werkplek(school, Rol.MENTOR, dag=mentor.dag), taak.pk, timezone.now())
    Aanstelling.objects.filter(user=mentor.user).update(rol=Rol.EXTERNE)
    assert client_van(mentor).get(f"/document/{taak.pk}/").status_code == 404
    assert not Inzage.objects.filter(handeling=Handeling.AFGEDRUKT).exists()


def test_een_dag_later_is_het_weg(
    mentor: Werkplek, opslag: Path, django_capture_on_commit_callbacks: Any
) -> None:
    taak = gemaakt(mentor)
    morgen = timezone.now() + timedelta(days=1, seconds=5)
    assert not verlopen(taak, timezone.now()) and verlopen(taak, morgen)
    with pytest.raises(Http404):
        get_document(mentor, taak.pk, morgen)
    with django_capture_on_commit_callbacks(execute=True):
        assert ruim_bestanden_op(op=morgen) == 1
    assert not [pad for pad in opslag.rglob("*.pdf")]
    pagina = client_van(mentor).get(f"/taak/{taak.pk}/").content.decode()
    assert "Dit document is verlopen. Maak het opnieuw." in pagina and "Download" not in pagina
    assert client_van(mentor).get(f"/document/{taak.pk}/").status_code == 404


def test_bestand_kwijt_is_geen_fout(mentor: Werkplek, opslag: Path) -> None:
    taak = gemaakt(mentor)
    for pad in opslag.rglob("*.pdf"):
        pad.unlink()
    assert client_van(mentor).get(f"/document/{taak.pk}/").status_code == 404


def test_een_gestorven_worker_houdt_niets_op(mentor: Werkplek) -> None:
    taak = pdf_aanvragen(door=mentor, soort="proef", object_id=7)
    lang_geleden = timezone.now() - timedelta(minutes=3)
    Taak.objects.filter(pk=taak.pk).update(status="bezig", pogingen=1, hartslag_op=lang_geleden)
    assert pdf_aanvragen(door=mentor, soort="proef", object_id=7) == taak
    voer_taak_uit(mentor.school.pk, taak.pk)
    taak.refresh_from_db()
    assert (taak.status, taak.pogingen) == ("klaar", 2) and Bestand.objects.count() == 1


def test_een_sleutel_is_van_een_document(mentor: Werkplek) -> None:
    registreer_document(SOORT)
    with pytest.raises(ValueError, match="bestaat al"):
        registreer_document(replace(SOORT, template="anders.html"))
    assert connection.in_atomic_block
