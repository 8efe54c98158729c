"""The import pages: upload, preview, ticks, confirm, undo; who may, and what goes wrong without harm."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.importeren.slot import pak_slot
from leerlingen.models import Import, Leerling
from leerlingen.retention import ruim_ongelezen_op
from leerlingen.tasks import ruim_imports_op
from leerlingen.tests.importhulp import EDEXML, csv_van, importeer
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.models import Aanstelling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.retention import ruim_taken_op
from zorgapp.werk.uitvoeren import voer_taak_uit

IMPORT = "/beheer/import/"
pytestmark = pytest.mark.usefixtures("private_bestanden")


@pytest.fixture
def private_bestanden(tmp_path: Any, settings: Any) -> None:
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path, "base_url": None},
        }
    }


@pytest.fixture
def beheerder(school: School, inloggen: Callable) -> Client:
    return inloggen(maak_werkplek(school, Rol.BEHEERDER, dag=timezone.localdate()).user)


def stuur(client: Client, inhoud: bytes | str, naam: str = "leerlingen.csv") -> Any:
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return client.post(IMPORT, {"bestand": SimpleUploadedFile(naam, ruw)})


def werk_af(school: School) -> None:
    """Do what the worker would do."""
    zet_context(school.pk)
    for taak in Taak.objects.filter(status="wacht").order_by("pk"):
        voer_taak_uit(school.pk, taak.pk)
    zet_context(school.pk)


def opdracht_van(school: School) -> Import:
    zet_context(school.pk)
    return Import.objects.select_related("taak").latest("pk")


def test_het_werkt_van_bestand_tot_ongedaan(school: School, beheerder: Client) -> None:
    antwoord = stuur(beheerder, EDEXML, "edexml.xml")
    opdracht = opdracht_van(school)
    adres = reverse("leerlingen:import_voorbeeld", args=[opdracht.pk])
    assert antwoord.url == adres and opdracht.status == Import.Status.NIEUW
    wachten = beheerder.get(adres).content.decode()
    assert "Het begint vanzelf" in wachten
    werk_af(school)
    pagina = beheerder.get(adres).content.decode()
    assert "Kees Jan de Vries" in pagina and "Nog niets" not in pagina and not Leerling.objects.exists()
    beheerder.post(f"{adres}bevestigen/", {"actie": "bevestig"})
    werk_af(school)
    opdracht = opdracht_van(school)
    assert opdracht.status == Import.Status.TOEGEPAST and Leerling.objects.count() == 2
    assert opdracht.bestand is None and not Bestand.objects.exists()
    assert "Maak deze import ongedaan" in beheerder.get(adres).content.decode()
    beheerder.post(f"{adres}ongedaan/")
    werk_af(school)
    assert opdracht_van(school).status == Import.Status.ONGEDAAN and not Leerling.objects.exists()
    assert "Alles is teruggezet zoals het was" in beheerder.get(adres).content.decode()
    assert "Ongedaan gemaakt" in beheerder.get(IMPORT).content.decode()


@pytest.mark.parametrize(
    ("inhoud", "naam", "melding"),
    [
        (b"", "leeg.csv", "Dit bestand is leeg"),
        (b"%PDF-1.7", "brief.pdf", "Dit is een pdf"),
        (b"\xd0\xcf\x11\xe0oud", "oud.xls", "oud Excel-bestand"),
    ],
)
def test_wat_meteen_fout_is(beheerder: Client, inhoud: bytes, naam: str, melding: str) -> None:
    assert melding in stuur(beheerder, inhoud, naam).content.decode()
    assert not Import.objects.exists() and not Bestand.objects.exists()


def test_zonder_bestand(beheerder: Client) -> None:
    assert "Kies eerst een bestand" in beheerder.post(IMPORT, {}).content.decode()


def test_te_groot_bestand(beheerder: Client, settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 3 * 1024 * 1024
    antwoord = stuur(beheerder, b"x" * (4 * 1024 * 1024))
    assert "groter dan 3 MB" in antwoord.content.decode() and not Bestand.objects.exists()


def test_verkeerde_uitgang_is_geen_probleem(school: School, beheerder: Client) -> None:
    stuur(beheerder, EDEXML, "leerlingen.doc")
    werk_af(school)
    assert opdracht_van(school).soort == "edexml"


def test_onleesbaar_bestand_in_de_worker(school: School, beheerder: Client) -> None:
    stuur(beheerder, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><EDEX/>', "x.xml")
    werk_af(school)
    opdracht = opdracht_van(school)
    pagina = beheerder.get(reverse("leerlingen:import_voorbeeld", args=[opdracht.pk])).content.decode()
    assert "DTD" in pagina and "Er is niets veranderd" in pagina


def test_vinkjes_blijven_per_bladzijde(school: School, beheerder: Client) -> None:
    importeer(school, csv_van(*[f"{n};A;;B;;H1" for n in range(1, 8)]))
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    werk_af(school)
    opdracht = opdracht_van(school)
    regels = list(opdracht.regels.filter(soort="vertrokken"))
    assert len(regels) == 6 and not any(r.gekozen for r in regels)
    adres = reverse("leerlingen:import_bevestigen", args=[opdracht.pk])
    gegevens = {
        "getoond": [r.pk for r in regels[:3]],
        "regel": [regels[0].pk, "x", 10**25],
        "soort": "vertrokken",
    }
    antwoord: Any = beheerder.post(adres, gegevens | {"blad": 2})
    assert antwoord.url.endswith("?soort=vertrokken&p=2")
    beheerder.post(adres, {"getoond": [regels[4].pk], "regel": [regels[4].pk], "actie": "bevestig"})
    werk_af(school)
    weg = Leerling.objects.filter(uitgeschreven_op__isnull=False).values_list("leerlingnummer", flat=True)
    assert sorted(weg) == [regels[0].sleutel, regels[4].sleutel]


def test_alles_en_niets_aanvinken(school: School, beheerder: Client) -> None:
    importeer(school, csv_van("1;A;;B;;H1", "2;C;;D;;H1"))
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    werk_af(school)
    adres = reverse("leerlingen:import_bevestigen", args=[opdracht_van(school).pk])
    for actie, aan in (("geen", 0), ("alle", 1)):
        beheerder.post(adres, {"actie": actie, "soort": "vertrokken"})
        assert opdracht_van(school).regels.filter(gekozen=True).count() == aan


def test_veranderd_sinds_het_voorbeeld(school: School, beheerder: Client) -> None:
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    werk_af(school)
    opdracht = opdracht_van(school)
    Leerling.objects.create(school=school, leerlingnummer="1", roepnaam="Z", achternaam="B")
    beheerder.post(reverse("leerlingen:import_bevestigen", args=[opdracht.pk]), {"actie": "bevestig"})
    werk_af(school)
    opdracht = opdracht_van(school)
    assert opdracht.status == Import.Status.VOORBEELD and opdracht.tellingen["gewijzigd"] == 1
    assert "kijk het nog een keer na" in opdracht.let_op[0]
    assert Leerling.objects.get().roepnaam == "Z"


def test_twee_keer_klikken_en_te_laat(school: School, beheerder: Client) -> None:
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    werk_af(school)
    adres = reverse("leerlingen:import_voorbeeld", args=[opdracht_van(school).pk])
    beheerder.post(f"{adres}bevestigen/", {"actie": "bevestig"})
    beheerder.post(f"{adres}bevestigen/", {"actie": "bevestig"})
    assert Taak.objects.filter(soort="import_toepassen").count() == 1
    werk_af(school)
    beheerder.post(f"{adres}bevestigen/", {"actie": "bevestig"})
    assert "intussen al verder" in beheerder.get(adres).content.decode()
    assert "Er loopt al een import" not in stuur(beheerder, csv_van("2;A;;B;;H1")).content.decode()
    assert "Er loopt al een import" in stuur(beheerder, csv_van("2;A;;B;;H1")).content.decode()


def test_andere_school_in_het_bestand(school: School, beheerder: Client) -> None:
    stuur(beheerder, EDEXML.replace("12AB", "77XY"))
    werk_af(school)
    opdracht = opdracht_van(school)
    adres = reverse("leerlingen:import_bevestigen", args=[opdracht.pk])
    beheerder.post(adres, {"actie": "bevestig"})
    assert not Taak.objects.filter(status="wacht").exists()
    beheerder.post(adres, {"actie": "bevestig", "ook_andere_school": "1"})
    assert Taak.objects.filter(status="wacht").count() == 1


def test_bestand_van_een_bekende_andere_school(
    school: School, andere_school: School, beheerder: Client
) -> None:
    stuur(beheerder, EDEXML.replace("12AB", andere_school.brin))
    werk_af(school)
    taak = opdracht_van(school).taak
    assert taak is not None and "andere school (99ZZ)" in taak.melding


def test_import_van_andere_school_bestaat_niet(
    school: School, andere_school: School, beheerder: Client
) -> None:
    with in_school(andere_school.pk):
        vreemd = Import.objects.create(school=andere_school, naam="x")
    adres = reverse("leerlingen:import_voorbeeld", args=[vreemd.pk])
    assert beheerder.get(adres).status_code == 404
    assert beheerder.get(f"{adres}voortgang/").status_code == 404
    for stap in ("bevestigen", "ongedaan"):
        assert beheerder.post(f"{adres}{stap}/", {"actie": "bevestig"}).status_code == 404


@pytest.mark.parametrize("rol", [r for r in Rol if r != Rol.BEHEERDER])
def test_alleen_de_beheerder(school: School, inloggen: Callable, rol: Rol) -> None:
    client = inloggen(maak_werkplek(school, rol, dag=timezone.localdate()).user)
    opdracht = importeer(school, csv_van("1;A;;B;;H1"))
    assert client.get(IMPORT).status_code == 403
    assert client.get(reverse("leerlingen:import_voorbeeld", args=[opdracht.pk])).status_code == 403
    assert client.post(reverse("leerlingen:import_ongedaan", args=[opdracht.pk])).status_code == 403


def test_recht_kwijt_voor_de_worker_begint(school: School, beheerder: Client) -> None:
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    zet_context(school.pk)
    Aanstelling.objects.update(rol=Rol.DOCENT)
    werk_af(school)
    taak = opdracht_van(school).taak
    assert (
        taak is not None
        and taak.status == "mislukt"
        and taak.melding == "Je mag hier geen leerlingen meer importeren."
    )


def test_voortgang_htmx(school: School, beheerder: Client) -> None:
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    adres = reverse("leerlingen:import_voortgang", args=[opdracht_van(school).pk])
    assert b"z-voortgang" in beheerder.get(adres, headers={"HX-Request": "true"}).content
    werk_af(school)
    klaar = beheerder.get(adres, headers={"HX-Request": "true"})
    assert klaar.headers["HX-Redirect"] == reverse(
        "leerlingen:import_voorbeeld", args=[opdracht_van(school).pk]
    )
    assert beheerder.get(adres).status_code == 302


def test_veel_regels_is_niet_meer_vragen(
    school: School, beheerder: Client, django_assert_max_num_queries: Any
) -> None:
    stuur(beheerder, csv_van(*[f"{n};A;;B;;H1" for n in range(1, 120)]))
    werk_af(school)
    adres = reverse("leerlingen:import_voorbeeld", args=[opdracht_van(school).pk])
    with django_assert_max_num_queries(15):
        pagina = beheerder.get(adres).content.decode()
    assert pagina.count('<th scope="row"') == 50 and "Volgende" in pagina
    assert beheerder.get(f"{adres}?soort=niks&p=zzz").status_code == 200


def test_slot_is_per_school(school: School) -> None:
    assert pak_slot(school.pk) and pak_slot(school.pk)  # the same transaction may ask again


def test_regels_worden_na_dertig_dagen_vergeten(school: School) -> None:
    oud, nieuw = (importeer(school, csv_van(f"{n};A;;B;;H{n}")) for n in (1, 2))
    Import.objects.filter(pk=oud.pk).update(gemaakt_op=timezone.now() - timedelta(days=31))
    ruim_imports_op()
    zet_context(school.pk)
    assert not oud.regels.exists() and nieuw.regels.exists()


def test_een_import_die_niet_te_lezen_was_verdwijnt_na_dertig_dagen(
    school: School, beheerder: Client
) -> None:
    for _ in range(2):
        stuur(beheerder, b"\x00\x01 geen leerlingen")
        werk_af(school)
    rand, oud = Import.objects.order_by("pk")
    assert rand.status == oud.status == Import.Status.NIEUW
    nu = timezone.now()
    Import.objects.filter(pk=rand.pk).update(gemaakt_op=nu - timedelta(days=30))
    Import.objects.filter(pk=oud.pk).update(gemaakt_op=nu - timedelta(days=30, seconds=1))
    assert ruim_ongelezen_op(op=nu) == 1
    assert Import.objects.get() == rand


def test_een_import_blijft_als_zijn_klus_is_opgeruimd(school: School, beheerder: Client) -> None:
    stuur(beheerder, csv_van("1;A;;B;;H1"))
    werk_af(school)
    assert ruim_taken_op(op=timezone.now() + timedelta(days=31)) == 1
    opdracht = opdracht_van(school)
    assert opdracht.taak is None and opdracht.wacht_op_keuze
