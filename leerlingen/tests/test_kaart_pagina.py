"""The pages of a facility card as people meet them: roles, refusals, stale forms, and nothing of why (rule 41)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import (
    FaciliteitMelding,
    FaciliteitToekenning,
    Handelingsadvies,
    Kaartgezien,
    Kaartgrond,
    Toegangsverlening,
)
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import Inzage, School
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_leerling

TIJD, LAPTOP = "25% extra tijd bij toetsen", "Laptop met voorleessoftware"
VERTROUWELIJK = ("dyslexie", "groep 8", "de Lange", "orthopedagoog", "grondslag", "verklaring")


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school, timezone.localdate())


def als(wie: Werkplek) -> Client:
    client = Client()
    client.force_login(wie.user)
    return client


def url(kd: Kaartdecor, naam: str, *meer: Any) -> str:
    return reverse(f"leerlingen:{naam}", args=[kd.leerling.pk, *meer])


def stand(kd: Kaartdecor) -> int:
    return kd.kaart.stand


@pytest.mark.regel(41)
def test_geen_bladzijde_van_een_docent_zegt_waarom(kd: Kaartdecor) -> None:
    """Mentor and teacher open everything they can reach of this card; not one word of its reason is there."""
    nu = timezone.now()
    kd.onderbouw()
    kd.geef(TIJD, op=nu, centraal_examen=True, minuten=45)
    kd.geef(LAPTOP, op=nu, centraal_examen=True)
    groepen = {"m": f"k{kd.klas.pk}", "d": f"g{kd.les.lesgroep_id}"}
    gezien = 0
    for wie, groep in ((kd.mentor, groepen["m"]), (kd.docent, groepen["d"])):
        paden = [
            url(kd, "kaart"),
            reverse("leerlingen:docentkaarten"),
            reverse("leerlingen:docentkaart", args=[groep]),
            reverse("leerlingen:docentkaart_druk", args=[groep]),
            reverse("leerlingen:vervanging", args=[groep]),
            reverse("web:leerling", args=[kd.leerling.pk]),
            reverse("web:leerling_naast", args=[kd.leerling.pk]),
            reverse("web:eigen_klas"),
            reverse("web:vandaag"),
            *([url(kd, "kaart_advies")] if wie is kd.mentor else []),
        ]
        for pad in paden:
            antwoord = als(wie).get(pad)
            assert antwoord.status_code == 200, pad
            html = antwoord.content.decode().lower()
            gezien += "extra tijd" in html
            assert [woord for woord in VERTROUWELIJK if woord.lower() in html] == [], pad
        assert als(wie).get(url(kd, "kaart_grond")).status_code == 404
        assert als(wie).post(url(kd, "kaart_grond"), {"versie": 1}).status_code == 404
    assert gezien >= 5


@pytest.mark.regel(41)
def test_alleen_de_deur_leest_de_onderbouwing() -> None:
    """The table has no `objects`, and its manager is named in the door and the services of the card only."""
    import re
    from pathlib import Path

    from django.conf import settings

    assert not hasattr(Kaartgrond, "objects")
    basis = Path(settings.BASE_DIR)
    namen = {
        str(pad.relative_to(basis))
        for pakket in ("leerlingen", "ondersteuning", "overleg", "beleid", "zorgapp")
        for pad in (basis / pakket).rglob("*.py")
        if re.search(r"Kaartgrond\.(vertrouwelijk|_default_manager|_base_manager)", pad.read_text())
        and "tests" not in pad.parts
    }
    assert namen == {"leerlingen/access_kaart.py", "leerlingen/services/kaartgrond.py"}


def test_onderbouwing_staat_apart_in_het_logboek(kd: Kaartdecor) -> None:
    kd.onderbouw()
    assert als(kd.coordinator).get(url(kd, "kaart_grond")).status_code == 200
    assert Inzage.objects.filter(onderwerp="kaartgrond", leerling_id=kd.leerling.pk).count() == 1


def test_toegewezen_begeleider_leest_de_onderbouwing_en_wijzigt_niets(kd: Kaartdecor) -> None:
    kd.onderbouw()
    client = als(kd.begeleider)
    assert client.get(url(kd, "kaart_grond")).status_code == 404
    Toegangsverlening.objects.create(
        school=kd.school,
        user=kd.begeleider.user,
        leerling=kd.leerling,
        reden="begeleiding",
        van=kd.begeleider.dag,
        tot=kd.begeleider.dag,
        door=kd.coordinator.user,
    )
    assert "dyslexie" in client.get(url(kd, "kaart_grond")).content.decode()
    assert client.post(url(kd, "kaart_grond"), {"versie": 1}).status_code == 403
    assert client.get(url(kd, "kaart")).status_code == 200
    assert client.get(url(kd, "kaart_wijzigen")).status_code == 403


def test_een_kaart_van_begin_tot_gelezen(kd: Kaartdecor) -> None:
    """The coordinator taps twice, the teacher taps once, the mentor reminds the rest and reports, and takes it back."""
    z, m, d = als(kd.coordinator), als(kd.mentor), als(kd.docent)
    for stand, naam in enumerate((TIJD, LAPTOP)):
        pk = kd.faciliteit(naam).pk
        data = {"faciliteit": pk, "stand": stand and kd.kaart.stand, "geldig_tot": kd.coordinator.dag}
        data |= {f"f{pk}-tekst": "Doe dit.", f"f{pk}-waar": ["toets"]}
        assert z.post(url(kd, "kaart_toevoegen"), data).status_code == 302
    html = d.get(url(kd, "kaart")).content.decode()
    assert TIJD in html and "Gezien" in html
    assert d.post(url(kd, "kaart_gezien"), {"versie": kd.kaart.versie}).status_code == 302
    assert Kaartgezien.objects.get().user_id == kd.docent.user.pk
    html = m.get(url(kd, "kaart")).content.decode()
    assert "Gezien door 1 van 2 docenten" in html and "Herinner" not in html
    assert "Herinner 1" in z.get(url(kd, "kaart")).content.decode()
    rij = FaciliteitToekenning.objects.earliest("pk")
    data = {"toekenning": rij.pk, "vak": "Duits", "dag": kd.mentor.dag.isoformat(), "woorden": ""}
    antwoord = m.post(url(kd, "kaart_melden"), data, follow=True)
    assert "Genoteerd bij Duits" in antwoord.content.decode()
    assert "Niet gekregen" in antwoord.content.decode()
    assert "Sanne" not in antwoord.content.decode().split('id="h-meldingen"')[1].split("</section>")[0]
    melding = FaciliteitMelding.objects.get()
    assert m.post(url(kd, "kaart_melding_herstel", melding.pk)).status_code == 302
    assert not FaciliteitMelding.objects.exists()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"vak": "sterrenkunde"}, "Kies een vak"),
        ({"vak": ""}, "Kies bij welk vak"),
        ({"dag": "2026-13-45"}, "dag-maand-jaar"),
        ({"dag": "2999-01-01"}, "te ver vooruit"),
        ({"dag": "2020-01-01"}, "afgelopen twee maanden"),
        ({"toekenning": "x"}, "Kies wat hij niet kreeg"),
        ({"woorden": "te lang " * 40}, "160"),
        ({"woorden": "a\x00b"}, "nul"),
    ],
    ids=str,
)
def test_een_melding_die_niet_kan(kd: Kaartdecor, anders: dict[str, str], veld: str) -> None:
    rij = kd.geef(TIJD)
    data = {"toekenning": str(rij.pk), "vak": "Duits", "dag": kd.mentor.dag.isoformat(), "woorden": ""}
    antwoord = als(kd.mentor).post(url(kd, "kaart_melden"), data | anders)
    assert antwoord.status_code == 422
    assert veld.lower() in antwoord.content.decode().lower()
    assert not FaciliteitMelding.objects.exists()


def test_een_faciliteit_van_een_ander_melden(kd: Kaartdecor) -> None:
    ander = maak_leerling(kd.school, kd.klas, "Amal", "Haddad")
    rij = Kaartdecor(**(vars(kd) | {"leerling": ander})).geef(TIJD)
    data = {"toekenning": rij.pk, "vak": "Duits", "dag": kd.mentor.dag.isoformat()}
    assert als(kd.mentor).post(url(kd, "kaart_melden"), data).status_code == 404


def _vorm(kd: Kaartdecor, rij: FaciliteitToekenning, **anders: Any) -> dict[str, Any]:
    return {"stand": stand(kd), "tekst": rij.tekst, "waar": ["toets"], "vakken": []} | anders


def test_twee_formulieren_tegelijk(kd: Kaartdecor) -> None:
    """The second one hears it, sees what stands there now, and keeps what he typed."""
    rij = kd.geef(TIJD)
    pad, client = url(kd, "kaart_toekenning", rij.pk), als(kd.coordinator)
    eerste = _vorm(kd, rij, tekst="Geef tien minuten extra.")
    tweede = _vorm(kd, rij, tekst="Geef vijf minuten extra.")
    assert client.post(pad, eerste).status_code == 302
    antwoord = client.post(pad, tweede)
    html = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Geef tien minuten extra." in html and "Geef vijf minuten extra." in html
    assert FaciliteitToekenning.objects.get().tekst == "Geef tien minuten extra."


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"tekst": ""}, "Schrijf wat de docent doet"),
        ({"tekst": "een " * 13}, "Dit zijn 13 woorden"),
        ({"tekst": "Omdat hij dyslexie heeft."}, "Laat ‘dyslexie’ weg"),
        ({"waar": []}, "Kies waar"),
        ({"waar": ["overal"]}, "Kies uit de lijst"),
        ({"vakken": ["sterrenkunde"]}, "Dat vak kennen we niet"),
        ({"waar": ["centraal_examen"], "minuten": "31"}, "deskundigenverklaring"),
        ({"waar": ["centraal_examen"], "minuten": "veel"}, "als getal"),
        ({"geldig_tot": "2099-01-01"}, "later dan de kaart"),
        ({"geldig_tot": "gisteren"}, "dag-maand-jaar"),
        ({"stand": "9" * 40}, ""),
    ],
    ids=str,
)
def test_wat_de_coordinator_niet_kan_bewaren(kd: Kaartdecor, anders: dict[str, Any], melding: str) -> None:
    rij = kd.geef(TIJD)
    antwoord = als(kd.coordinator).post(url(kd, "kaart_toekenning", rij.pk), _vorm(kd, rij, **anders))
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    rij.refresh_from_db()
    assert (rij.tekst, rij.centraal_examen, rij.vakken) == ("Geef 25% extra tijd.", False, [])


def test_stoppen_en_herstellen(kd: Kaartdecor) -> None:
    rij, client = kd.geef(TIJD), als(kd.coordinator)
    assert client.post(url(kd, "kaart_toekenning_stop", rij.pk), {"stand": stand(kd) + 7}).status_code == 302
    assert FaciliteitToekenning.objects.get().gestopt_op is None
    client.post(url(kd, "kaart_toekenning_stop", rij.pk), {"stand": stand(kd)})
    assert FaciliteitToekenning.objects.get().gestopt_op == kd.coordinator.dag
    client.post(url(kd, "kaart_toekenning_terug", rij.pk))
    assert FaciliteitToekenning.objects.get().gestopt_op is None


@pytest.mark.parametrize(
    ("tot", "status"), [("2999-01-01", 422), ("2020-01-01", 422), ("geen", 422), ("", 422)]
)
def test_een_periode_die_niet_kan(kd: Kaartdecor, tot: str, status: int) -> None:
    kd.geef(TIJD)
    voor = kd.kaart.geldig_tot
    data = {"stand": stand(kd), "geldig_van": kd.coordinator.dag.isoformat(), "geldig_tot": tot}
    assert als(kd.coordinator).post(url(kd, "kaart_periode"), data).status_code == status
    assert kd.kaart.geldig_tot == voor


def test_een_verzonnen_nummer_bestaat_niet(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    client = als(kd.coordinator)
    for pad in (
        reverse("leerlingen:kaart", args=[10**30]),
        url(kd, "kaart_toekenning", 10**30),
        reverse("leerlingen:faciliteit", args=[10**30]),
    ):
        assert client.get(pad).status_code == 404
    for waarde in ("", "x", "9" * 30, "-1", "0"):
        assert client.post(url(kd, "kaart_toevoegen"), {"faciliteit": waarde}).status_code == 404
        assert client.get(url(kd, "kaart_toevoegen"), {"faciliteit": waarde}).status_code == 404


def test_advies_geven_en_stoppen(kd: Kaartdecor) -> None:
    client, pad = als(kd.mentor), url(kd, "kaart_advies")
    data = {"tekst": "Vertel vooraf welke vraag je stelt.", "tot": kd.mentor.dag.isoformat()}
    for anders in (
        {"tekst": "woord " * 21},
        {"tekst": "Hij heeft autisme."},
        {"tot": "2020-01-01"},
        {"tot": ""},
    ):
        assert client.post(pad, data | anders).status_code == 422, anders
    assert not Handelingsadvies.objects.exists()
    assert client.post(pad, data).status_code == 302
    rij = Handelingsadvies.objects.get()
    client.post(url(kd, "kaart_advies_vooraan", rij.pk))
    assert Handelingsadvies.objects.get().vooraan
    assert als(kd.docent).get(pad).status_code == 403
    assert "Vertel vooraf" in als(kd.docent).get(url(kd, "kaart")).content.decode()
    client.post(url(kd, "kaart_advies_stop", rij.pk))
    assert not Handelingsadvies.objects.exists()
