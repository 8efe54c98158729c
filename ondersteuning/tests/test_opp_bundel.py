"""A year-end bundle: every OPP in force once, made piece by piece; stopped, killed or failed it goes on where it was."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.access_opp_bundel import (
    Keuze,
    get_bundel,
    get_bundelbestand,
    keuzes,
    klaskeuze,
    laatste_taak,
    versies_voor,
)
from ondersteuning.models import Bundeldeel, Opp, Oppbundel
from ondersteuning.opp_bundelwerk import BEWAREN_DAGEN
from ondersteuning.retention_opp import BUNDEL_DAGEN, ruim_bundels_op
from ondersteuning.services.opp_bundel import NietsTeBundelen, bundel_maken, bundel_stoppen, bundel_verder
from ondersteuning.tests.opppapier import maak_opp
from zorgapp.accounts.models import Aanstelling, Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk import documenten
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.retention import ruim_bestanden_op
from zorgapp.werk.tests.conftest import opslag  # noqa: F401  the fixture
from zorgapp.werk.uitvoeren import voer_taak_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]
NU = timezone.now


class Dood(BaseException):
    """A worker that is killed: nothing catches it."""


@pytest.fixture
def getekend(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Draw nothing, collect what would be drawn; the real thing is in test_opp_pdf."""
    gezien: list[str] = []

    def teken(html: str, blijvend: bool) -> bytes:
        gezien.append(html)
        return b"%PDF-proef"

    monkeypatch.setattr("zorgapp.werk.pdf.bytes_van", teken)
    return gezien


@pytest.fixture
def zes(nu_decor: Decor) -> list[Leerling]:
    """Six pupils with an OPP in force: four in H3b, two in H3c; and one who only has a concept."""
    klassen = [nu_decor.klas] * 3 + [maak_klas(nu_decor.school, "H3c", nu_decor.klas.schooljaar)] * 2
    leerlingen = [nu_decor.leerling] + [
        maak_leerling(nu_decor.school, klas, f"Leerling{n}") for n, klas in enumerate(klassen, 1)
    ]
    for leerling in leerlingen:
        maak_opp(nu_decor.coordinator, leerling, status="vastgesteld")
    maak_opp(nu_decor.coordinator, maak_leerling(nu_decor.school, nu_decor.klas, "Concept"))
    return leerlingen


def school(decor: Decor) -> Keuze:
    return Keuze(Schooljaar.van(decor.coordinator.dag))


def begin(decor: Decor, keuze: Keuze | None = None) -> tuple[Oppbundel, Taak]:
    bundel = bundel_maken(door=decor.coordinator, keuze=keuze or school(decor), op=NU())
    taak = laatste_taak(bundel)
    assert taak is not None
    return bundel, taak


def werk(taak: Taak) -> Taak:
    voer_taak_uit(taak.school_id, taak.pk)
    taak.refresh_from_db()
    return taak


def klaar(bundel: Oppbundel) -> int:
    return Bundeldeel.objects.filter(bundel=bundel, bestand__isnull=False).count()


def sterf_bij(monkeypatch: pytest.MonkeyPatch, nummer: int, fout: type[BaseException]) -> Callable[[], None]:
    """Let drawing number `nummer` fail, and return what makes it work again."""
    echt, teller = documenten.pdf_van, iter(range(1, 1000))

    def soms(*args: Any, **kwargs: Any) -> bytes:
        if next(teller) == nummer:
            raise fout("proef")
        return echt(*args, **kwargs)

    monkeypatch.setattr("ondersteuning.opp_bundelwerk.pdf_van", soms)
    return lambda: monkeypatch.setattr("ondersteuning.opp_bundelwerk.pdf_van", echt)


def inhoud(bestand: Bestand) -> zipfile.ZipFile:
    with bestand.bestand.storage.open(str(bestand.bestand.name)) as stroom:
        return zipfile.ZipFile(io.BytesIO(stroom.read()))


def test_van_vraag_tot_zip(nu_decor: Decor, zes: list[Leerling], getekend: list[str]) -> None:
    _, taak = begin(nu_decor)
    werk(taak)
    assert taak.status == "klaar" and taak.bestand is not None
    archief = inhoud(taak.bestand)
    assert archief.namelist() == [
        *(f"h3b/000{n}.pdf" for n in range(1, 5)),
        "h3c/0005.pdf",
        "h3c/0006.pdf",
        "inhoud.pdf",
    ]
    assert archief.testzip() is None and archief.read("h3b/0001.pdf") == b"%PDF-proef"
    assert "Leerling" not in " ".join(archief.namelist()) and taak.bestand.naam.endswith(".zip")
    lijst = getekend[-1]
    assert all(leerling.naam in lijst for leerling in zes) and "Concept" not in lijst
    assert taak.bestand.verloopt_op < NU() + timedelta(days=BEWAREN_DAGEN, minutes=1)


def test_een_klas_en_een_locatie(nu_decor: Decor, zes: list[Leerling]) -> None:
    jaar = Schooljaar.van(nu_decor.coordinator.dag)
    zuid = Vestiging.objects.create(school=nu_decor.school, naam="Zuid", code="01")
    Leerling.objects.filter(pk=zes[0].pk).update(vestiging=zuid)
    for keuze, aantal in (
        (Keuze(jaar, klas=nu_decor.klas), 4),
        (Keuze(jaar, vestiging=zuid), 1),
        (Keuze(jaar), 6),
        (Keuze(Schooljaar(jaar.beginjaar + 1)), 6),
    ):
        assert versies_voor(nu_decor.coordinator, keuze).count() == aantal, keuze.woord
    with pytest.raises(NietsTeBundelen, match="geen vastgesteld"):
        bundel_maken(door=nu_decor.coordinator, keuze=Keuze(Schooljaar(jaar.beginjaar - 1)), op=NU())


def test_wat_in_een_ander_jaar_eindigde_zit_er_niet_in(nu_decor: Decor, zes: list[Leerling]) -> None:
    jaar = Schooljaar.van(nu_decor.coordinator.dag)
    vorige = date(jaar.beginjaar, 7, 31)
    opp = Opp.objects.filter(leerling=zes[0])
    opp.update(begindatum=vorige - timedelta(days=90), einddatum=vorige, status="afgesloten")
    assert versies_voor(nu_decor.coordinator, Keuze(jaar)).count() == 5
    opp.update(einddatum=vorige + timedelta(days=1))
    assert versies_voor(nu_decor.coordinator, Keuze(jaar)).count() == 6


def test_een_coordinator_van_een_locatie_bundelt_alleen_die(nu_decor: Decor, zes: list[Leerling]) -> None:
    zuid = Vestiging.objects.create(school=nu_decor.school, naam="Zuid", code="01")
    Vestiging.objects.create(school=nu_decor.school, naam="Noord", code="02")
    Leerling.objects.filter(pk__in=[zes[0].pk, zes[5].pk]).update(vestiging=zuid)
    daar = maak_werkplek(nu_decor.school, Rol.ZORGCOORDINATOR, nu_decor.coordinator.dag, vestiging=zuid)
    assert versies_voor(daar, school(nu_decor)).count() == 2
    assert "Noord" not in " ".join(k.woord for k in keuzes(daar).values())
    assert "Noord" in " ".join(k.woord for k in keuzes(nu_decor.coordinator).values())
    Leerling.objects.filter(pk=zes[5].pk).update(vestiging=None)
    jaar = Schooljaar.van(daar.dag)
    assert klaskeuze(nu_decor.coordinator, jaar, "h3C") and not klaskeuze(daar, jaar, "h3C")
    assert klaskeuze(daar, jaar, "H3b") and not klaskeuze(daar, Schooljaar(jaar.beginjaar + 1), "H3b")


def test_twee_keer_klikken_is_een_bundel(nu_decor: Decor, zes: list[Leerling]) -> None:
    een, _ = begin(nu_decor)
    twee, _ = begin(nu_decor)
    assert een == twee and Taak.objects.count() == 1
    ander, _ = begin(nu_decor, Keuze(Schooljaar.van(nu_decor.coordinator.dag), klas=nu_decor.klas))
    assert ander != een


@pytest.mark.parametrize("bij", [1, 3, 6, 7])
def test_een_gedode_worker_gaat_verder_waar_hij_was(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str], monkeypatch: pytest.MonkeyPatch, bij: int
) -> None:
    """Killed while the `bij`-th is drawn (the seventh is the list): what was made is not made again."""
    bundel, taak = begin(nu_decor)
    sterf_bij(monkeypatch, bij, Dood)
    with pytest.raises(Dood):
        voer_taak_uit(taak.school_id, taak.pk)
    assert klaar(bundel) == bij - 1
    oud = set(
        Bundeldeel.objects.filter(bundel=bundel, bestand__isnull=False).values_list("bestand_id", flat=True)
    )
    Taak.objects.filter(pk=taak.pk).update(hartslag_op=NU() - timedelta(minutes=3))
    getekend.clear()
    werk(taak)
    assert taak.status == "klaar" and taak.bestand is not None and klaar(bundel) == 6
    assert len(getekend) == 6 - (bij - 1) + 1
    nu = set(Bundeldeel.objects.filter(bundel=bundel).values_list("bestand_id", flat=True))
    assert oud <= nu and len(inhoud(taak.bestand).namelist()) == 7


def test_stoppen_en_verder_gaan(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundel, taak = begin(nu_decor)
    echt = documenten.pdf_van

    def stop_na_twee(*args: Any, **kwargs: Any) -> bytes:
        if len(getekend) == 1:
            bundel_stoppen(door=nu_decor.coordinator, pk=bundel.pk, op=NU())
        return echt(*args, **kwargs)

    with monkeypatch.context() as even:
        even.setattr("ondersteuning.opp_bundelwerk.pdf_van", stop_na_twee)
        werk(taak)
    assert taak.status == "klaar" and taak.bestand is None
    gemaakt = klaar(bundel)
    assert gemaakt == 2
    bundel_stoppen(door=nu_decor.coordinator, pk=bundel.pk, op=NU())
    verder = bundel_verder(door=nu_decor.coordinator, pk=bundel.pk)
    assert bundel_verder(door=nu_decor.coordinator, pk=bundel.pk) == verder != taak
    getekend.clear()
    werk(verder)
    assert verder.bestand is not None and len(getekend) == 6 - gemaakt + 1 and klaar(bundel) == 6


def test_een_deel_dat_mislukt_houdt_de_rest_niet_op(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bundel, taak = begin(nu_decor)
    herstel = sterf_bij(monkeypatch, 2, ZeroDivisionError)
    werk(taak)
    assert taak.bestand is not None and len(inhoud(taak.bestand).namelist()) == 6
    assert get_bundel(nu_decor.coordinator, bundel.pk).n_fout == 1  # type: ignore[attr-defined]
    assert "Zit er niet in: Dit document lukte niet." in getekend[-1]
    herstel()
    nieuw = werk(bundel_verder(door=nu_decor.coordinator, pk=bundel.pk))
    assert nieuw.bestand is not None and len(inhoud(nieuw.bestand).namelist()) == 7
    assert not Bundeldeel.objects.exclude(fout="").exists()


def test_wat_intussen_niet_meer_geldt_zit_er_niet_in(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str]
) -> None:
    _, taak = begin(nu_decor)
    versie = Opp.objects.get(leerling=zes[0]).versies.all()[0]
    type(versie).objects.filter(pk=versie.pk).update(status="vervangen")
    werk(taak)
    assert taak.bestand is not None and len(inhoud(taak.bestand).namelist()) == 6
    assert "geldt niet meer" in getekend[-1]


def test_wie_geen_coordinator_meer_is_krijgt_niets(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str]
) -> None:
    bundel, taak = begin(nu_decor)
    Aanstelling.objects.filter(user=nu_decor.coordinator.user).update(rol=Rol.MENTOR)
    werk(taak)
    assert taak.status == "mislukt" and klaar(bundel) == 0 and not getekend


@pytest.mark.regel(45)
def test_de_download_staat_per_leerling_in_het_logboek(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str]
) -> None:
    bundel, taak = begin(nu_decor)
    werk(taak)
    assert not Inzage.objects.filter(handeling="afgedrukt").exists()
    client = Client()
    client.force_login(nu_decor.coordinator.user)
    antwoord = client.get(f"/opp/bundels/{bundel.pk}/bestand/")
    assert antwoord["Content-Type"] == "application/zip" and "no-store" in antwoord["Cache-Control"]
    gelogd = Inzage.objects.filter(handeling="afgedrukt", onderwerp="opp")
    assert set(gelogd.values_list("leerling_id", flat=True)) == {leerling.pk for leerling in zes}


def test_een_bundel_is_van_een_ander_niet(nu_decor: Decor, zes: list[Leerling], getekend: list[str]) -> None:
    bundel, taak = begin(nu_decor)
    werk(taak)
    ander = maak_werkplek(nu_decor.school, Rol.ZORGCOORDINATOR, nu_decor.coordinator.dag)
    with pytest.raises(Http404):
        get_bundel(ander, bundel.pk)
    with pytest.raises(Http404):
        get_bundelbestand(ander, bundel.pk, NU())
    with pytest.raises(Http404):
        bundel_stoppen(door=ander, pk=bundel.pk, op=NU())
    zuid = Vestiging.objects.create(school=nu_decor.school, naam="Zuid", code="01")
    Aanstelling.objects.filter(user=nu_decor.coordinator.user).update(vestiging=zuid)
    client = Client()
    client.force_login(nu_decor.coordinator.user)
    assert client.get(f"/opp/bundels/{bundel.pk}/bestand/").status_code == 404


def test_na_een_week_is_alles_weg(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str], django_capture_on_commit_callbacks: Any
) -> None:
    bundel, taak = begin(nu_decor)
    werk(taak)
    later = NU() + timedelta(days=BEWAREN_DAGEN, minutes=1)
    with pytest.raises(Http404):
        get_bundelbestand(nu_decor.coordinator, bundel.pk, later)
    with django_capture_on_commit_callbacks(execute=True):
        assert ruim_bestanden_op(op=later) == 7
    assert klaar(bundel) == 0 and not Bestand.objects.exists()


def test_de_paginas(nu_decor: Decor, zes: list[Leerling], getekend: list[str]) -> None:
    client = Client()
    client.force_login(nu_decor.coordinator.user)
    jaar = Schooljaar.van(nu_decor.coordinator.dag).beginjaar
    assert "Kies waarvan" in client.post("/opp/bundels/", {}).content.decode()
    for gek in ("2026:klas:999999999999", "x", "\x00", f"{jaar - 5}:school"):
        assert client.post("/opp/bundels/", {"wat": gek}).status_code == 422
    assert "geen vastgesteld" in client.post("/opp/bundels/", {"wat": f"{jaar - 1}:school"}).content.decode()
    for klas in ("H9z", "H3c\x00", "x" * 41):
        assert client.post("/opp/bundels/", {"wat": f"{jaar}:school", "klas": klas}).status_code == 422
    fout = client.post("/opp/bundels/", {"wat": f"{jaar}:school", "klas": "H9z"}).content.decode()
    assert "Bij klas H9z vinden we in schooljaar" in fout and not Oppbundel.objects.exists()
    antwoord = client.post("/opp/bundels/", {"wat": f"{jaar}:school", "klas": " h3b"}, follow=True)
    pagina = antwoord.content.decode()
    assert (
        "Klas h3b" not in pagina and "Klas H3b" in pagina and "Dit begint zo." in pagina and "Stop" in pagina
    )
    bundel = Oppbundel.objects.get()
    adres = f"/opp/bundels/{bundel.pk}/"
    taak = laatste_taak(bundel)
    assert taak is not None
    client.post(f"{adres}stop/")
    werk(taak)
    pagina = client.get(adres).content.decode()
    assert "Gestopt. 0 van 4 zijn klaar" in pagina and "Ga verder" in pagina
    client.post(f"{adres}verder/")
    volgende = laatste_taak(bundel)
    assert volgende is not None
    werk(volgende)
    pagina = client.get(adres).content.decode()
    assert "De bundel staat klaar. 4 van 4" in pagina and "Download de zip" in pagina
    assert "<html" not in client.get(adres, headers={"HX-Request": "true"}).content.decode()
    assert "4 van 4" in client.get("/opp/bundels/").content.decode()


def test_de_paginas_vragen_niet_meer_als_er_meer_is(
    nu_decor: Decor, zes: list[Leerling], getekend: list[str]
) -> None:
    client = Client()
    client.force_login(nu_decor.coordinator.user)
    bundel, _ = begin(nu_decor, Keuze(Schooljaar.van(nu_decor.coordinator.dag), klas=nu_decor.klas))
    adressen = ("/opp/bundels/", f"/opp/bundels/{bundel.pk}/")
    voor = [controleer_budget(client, adres) for adres in adressen]
    for _ in range(4):
        _, taak = begin(nu_decor)
        werk(taak)
    assert [controleer_budget(client, adres) for adres in adressen] == voor


def test_na_een_maand_is_ook_de_lijst_weg(nu_decor: Decor, zes: list[Leerling]) -> None:
    bundel, _ = begin(nu_decor)
    dag = timezone.localdate(bundel.gemaakt_op)
    assert ruim_bundels_op(dag=dag + timedelta(days=BUNDEL_DAGEN)) == 0
    assert ruim_bundels_op(dag=dag + timedelta(days=BUNDEL_DAGEN + 1)) == 7
    assert not Oppbundel.objects.exists() and Opp.objects.count() == 7
