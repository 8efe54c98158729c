"""The version that was put before the parents: stored once, byte for byte, with its hash, whatever happens after."""

import hashlib
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client
from django.utils import timezone

from ondersteuning.access_opp_pdf import bewaard_van, bewaarde_bytes, get_bewaard
from ondersteuning.models import OppVersie
from ondersteuning.services.opp_document import (
    BEWAREN_DAGEN,
    TAAK,
    document_opnieuw_vragen,
    versie_bewaren,
    vraag_document,
)
from ondersteuning.tests.opppapier import STEM, leg_voor, maak_doel, maak_opp, volledig
from zorgapp.accounts.models import Aanstelling, Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.retention import ruim_bestanden_op
from zorgapp.werk.soorten import TaakFout
from zorgapp.werk.tests.conftest import opslag  # noqa: F401  the fixture
from zorgapp.werk.uitvoeren import voer_taak_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


@pytest.fixture
def versie(nu_decor: Decor) -> OppVersie:
    """A version that was put before both parents."""
    return volledig(nu_decor.coordinator, nu_decor.leerling)


def bewaard(decor: Decor, versie: OppVersie) -> Bestand:
    """Have it stored by the worker."""
    taak = vraag_document(door=decor.coordinator, oppversie=versie)
    assert taak is not None
    voer_taak_uit(decor.school.pk, taak.pk)
    taak.refresh_from_db()
    assert taak.status == "klaar", taak.melding
    versie.refresh_from_db()
    assert versie.document is not None
    return versie.document


def client_van(decor: Decor) -> Client:
    client = Client()
    client.force_login(decor.coordinator.user)
    return client


def test_wat_is_voorgelegd_wordt_bewaard_als_pdf_a(nu_decor: Decor, versie: OppVersie) -> None:
    bestand = bewaard(nu_decor, versie)
    inhoud = bewaarde_bytes(versie)
    assert inhoud is not None and hashlib.sha256(inhoud).hexdigest() == bestand.sha256
    doc = pikepdf.open(io.BytesIO(inhoud))
    with doc.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
    assert bestand.soort == "opp-versie" and "Bakker" not in bestand.naam
    assert bestand.verloopt_op > timezone.now() + timedelta(days=BEWAREN_DAGEN - 1)


def test_het_blijft_precies_zo_wat_er_ook_verandert(nu_decor: Decor, versie: OppVersie) -> None:
    bewaard(nu_decor, versie)
    voor = bewaarde_bytes(versie)
    OppVersie.objects.filter(pk=versie.pk).update(bestemming_uitleg="Iets heel anders.", status="vervangen")
    nu_decor.leerling.roepnaam = "Anders"
    nu_decor.leerling.save()
    ruim_bestanden_op(op=timezone.now() + timedelta(days=20_000))
    versie.refresh_from_db()
    assert bewaarde_bytes(versie) == voor


def test_twee_keer_vragen_en_twee_keer_doen_is_een_document(nu_decor: Decor, versie: OppVersie) -> None:
    een = vraag_document(door=nu_decor.coordinator, oppversie=versie)
    assert een is not None and vraag_document(door=nu_decor.coordinator, oppversie=versie) == een
    voer_taak_uit(nu_decor.school.pk, een.pk)
    versie.refresh_from_db()
    eerste = versie.document
    Taak.objects.filter(pk=een.pk).update(status="bezig", hartslag_op=timezone.now() - timedelta(minutes=3))
    voer_taak_uit(nu_decor.school.pk, een.pk)
    assert versie_bewaren(nu_decor.coordinator, versie.pk) == eerste
    assert vraag_document(door=nu_decor.coordinator, oppversie=versie) is None
    assert Bestand.objects.filter(soort="opp-versie").count() == 1


def test_wat_niet_is_voorgelegd_wordt_niet_bewaard(nu_decor: Decor) -> None:
    concept = maak_opp(nu_decor.coordinator, nu_decor.leerling)
    with pytest.raises(ValueError, match="niet aan de ouders voorgelegd"):
        vraag_document(door=nu_decor.coordinator, oppversie=concept)
    with pytest.raises(TaakFout, match="niet aan de ouders voorgelegd"):
        versie_bewaren(nu_decor.coordinator, concept.pk)
    assert not Taak.objects.exists() and not Bestand.objects.exists()


@pytest.mark.regel(10)
def test_een_ander_handelingsdeel_dan_voorgelegd_wordt_niet_bewaard(
    nu_decor: Decor, versie: OppVersie
) -> None:
    taak = vraag_document(door=nu_decor.coordinator, oppversie=versie)
    assert taak is not None
    maak_doel(versie, "Een doel dat niemand zag")
    voer_taak_uit(nu_decor.school.pk, taak.pk)
    taak.refresh_from_db()
    assert taak.status == "mislukt" and "Leg het opnieuw voor." in taak.melding
    assert not Bestand.objects.exists()


def test_wie_weg_is_laat_niets_half_achter(nu_decor: Decor, versie: OppVersie) -> None:
    taak = vraag_document(door=nu_decor.coordinator, oppversie=versie)
    assert taak is not None
    Aanstelling.objects.filter(user=nu_decor.coordinator.user).update(
        tot=nu_decor.coordinator.dag - timedelta(days=1)
    )
    voer_taak_uit(nu_decor.school.pk, taak.pk)
    taak.refresh_from_db()
    versie.refresh_from_db()
    assert taak.status == "mislukt" and versie.document is None


def test_de_download_geeft_precies_die_bytes_en_staat_in_het_logboek(
    nu_decor: Decor, versie: OppVersie
) -> None:
    bestand = bewaard(nu_decor, versie)
    client = client_van(nu_decor)
    antwoord = client.get(f"/opp/versie/{versie.pk}/document/")
    assert hashlib.sha256(antwoord.content).hexdigest() == bestand.sha256
    assert antwoord["Content-Type"] == "application/pdf" and "Bakker" not in antwoord["Content-Disposition"]
    laatste = Inzage.objects.latest("pk")
    assert (laatste.handeling, laatste.onderwerp, laatste.leerling_id) == (
        "gedownload",
        "opp",
        nu_decor.leerling.pk,
    )
    assert bestand.sha256 in client.get(f"/opp/{versie.opp_id}/papieren/").content.decode()


def test_een_bestand_dat_niet_meer_klopt_krijgt_niemand(
    nu_decor: Decor,
    versie: OppVersie,
    opslag: Path,  # noqa: F811
) -> None:
    bewaard(nu_decor, versie)
    [pad] = opslag.rglob("*.pdf")
    pad.write_bytes(pad.read_bytes() + b" ")
    assert bewaarde_bytes(versie) is None
    assert client_van(nu_decor).get(f"/opp/versie/{versie.pk}/document/").status_code == 404
    pad.unlink()
    assert bewaarde_bytes(versie) is None
    assert client_van(nu_decor).get(f"/opp/versie/{versie.pk}/document/").status_code == 404


@pytest.mark.regel(40)
def test_wie_het_mag_zien(nu_decor: Decor, versie: OppVersie) -> None:
    bestand = bewaard(nu_decor, versie)
    assert get_bewaard(nu_decor.mentor, versie.pk) == bestand == bewaard_van(versie)
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.coordinator.dag)
    maak_les(nu_decor.school, docent.user, nu_decor.leerling)
    for werkplek in (docent, nu_decor.begeleider):
        with pytest.raises(Http404):
            get_bewaard(werkplek, versie.pk)


def test_opnieuw_vragen_doet_alleen_wie_schrijft(nu_decor: Decor, versie: OppVersie) -> None:
    with pytest.raises(PermissionDenied):
        document_opnieuw_vragen(door=nu_decor.mentor, oppversie_id=versie.pk)
    antwoord = client_van(nu_decor).post(f"/opp/versie/{versie.pk}/document/vraag/", follow=True)
    assert "We bewaren deze versie." in antwoord.content.decode()
    assert Taak.objects.filter(soort=TAAK, object_id=versie.pk).count() == 1


def test_de_stem_staat_in_wat_bewaard_is(nu_decor: Decor, versie: OppVersie, monkeypatch: Any) -> None:
    """What is rendered is the page for parents, with the pupil's words and without anybody's answer (rule 15)."""
    gezien: list[str] = []
    monkeypatch.setattr("zorgapp.werk.pdf.bytes_van", lambda html, blijvend: gezien.append(html) or b"%PDF-x")
    bewaard(nu_decor, versie)
    assert STEM in gezien[0] and "Concept 1" in gezien[0] and versie.hash in gezien[0]


def test_geen_versie_van_een_ander(nu_decor: Decor, andere_school: Any) -> None:
    versie = maak_opp(nu_decor.coordinator, nu_decor.leerling)
    leg_voor(versie, nu_decor.coordinator, ("Marit Bakker", 1))
    vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
    with pytest.raises(OppVersie.DoesNotExist):
        versie_bewaren(vreemd, versie.pk)
