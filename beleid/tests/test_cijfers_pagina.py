"""The pages of the figures: who, what stands in the address, how little they ask of the database, and files that say the same."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from beleid.access_cijfers import Keuzes, OnbekendeKeuze, lees_keuzes, publicatie_van
from beleid.cijferblad import als_xlsx, maken
from beleid.cijfers.blad import als_csv
from beleid.cijfers.snede import Snede
from beleid.cijfers.teksten import DELEN, DOMEINEN
from beleid.documents import cijfers as document
from beleid.models import Cijferblok, Cijferstand
from beleid.services.cijferbestand import TAAK_XLSX, bestand_vragen, get_rekenblad, object_id, uit_object_id
from beleid.services.cijfers import cijfers_tellen
from beleid.tests.cijferhulp import veel_leerlingen
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Taak

CIJFERS = "/cijfers/"
BYTES = 20_000


def stand(decor: Decor, keer: int = 1) -> Cijferstand:
    """A counting by hand of yesterday, `keer` times as large, with two years of signals."""
    dag = decor.coordinator.dag - timedelta(days=1)
    jaar = Schooljaar.van(dag).beginjaar
    gemaakt = Cijferstand.objects.create(school=decor.school, dag=dag)
    signalen = [[1, "havo", m, d, "tot", (m + 2) * 3 * keer] for m in range(12) for d, _ in DOMEINEN]
    blokken: dict[str, Any] = {
        "leerlingen": veel_leerlingen(),
        "signalen": signalen,
        "antwoord": [[1, "havo", m, str(d), "", 9 * keer] for m in range(12) for d in range(1, 9)],
        "besluiten": [[1, "havo", 2, b, "", 20 * keer] for b in ("terug", "tweede_lijn", "afsluiten")],
        "lijn": [[1, "havo", 1, lijn, str(j), 6 * keer] for lijn in "123" for j in range(1, 7)],
        "instroom": [[1, "havo", 1, lijn, d, 6 * keer] for lijn in "123" for d, _ in DOMEINEN],
        "doelen": [
            [1, "havo", 1, f"Aanbod {n} van de school", str(s), 6 * keer]
            for n in range(8)
            for s in range(-2, 3)
        ],
    }
    Cijferblok.objects.bulk_create(
        Cijferblok(school=decor.school, stand=gemaakt, figuur=figuur, schooljaar=j, cellen=cellen)
        for figuur, cellen in blokken.items()
        for j in (jaar, jaar - 1)
    )
    return gemaakt


def adres(deel: str) -> str:
    return CIJFERS if deel == "overzicht" else reverse("beleid:cijfers_deel", args=[deel])


def test_voor_de_eerste_nacht_is_er_een_lege_pagina(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    leeg = client.get(CIJFERS).content.decode()
    assert "Nog niet geteld" in leeg and "/cijfers/stilte/" in leeg  # silence is not counted at night
    assert client.get(reverse("beleid:cijfers_csv", args=["opp"])).status_code == 404


@pytest.mark.regel(46)
def test_een_te_kleine_keuze_toont_niets(nu_decor: Decor, inloggen: Any) -> None:
    """The school of this test has one pupil: a page and its file say why there are no figures."""
    cijfers_tellen(school=nu_decor.school, dag=nu_decor.coordinator.dag - timedelta(days=1))
    client = inloggen(nu_decor.coordinator.user)
    pagina = client.get(CIJFERS).content.decode()
    assert "minder dan 15 leerlingen" in pagina and "<table" not in pagina and "z-getal" not in pagina
    assert "Kies een ander schooljaar." in pagina
    assert "Kies alle niveaus." in client.get(f"{CIJFERS}?niveau=havo").content.decode()
    csv = client.get(reverse("beleid:cijfers_csv", args=["overzicht"])).content.decode()
    assert "minder dan 15" in csv and "Samen" not in csv


@pytest.mark.parametrize(
    "vraag",
    ["jaar=1999-2000", "jaar=x", "jaar=2026%00", "periode=4", "periode=-1", "periode=9999999999999999999",
     "locatie=999999", "locatie=abc", "locatie=1%20OR%201=1", "niveau=wo", "niveau=havo%00", "jaar=2026-2027&periode=３"],
)  # fmt: skip
def test_een_bedachte_keuze_krijgt_een_zin(nu_decor: Decor, inloggen: Any, vraag: str) -> None:
    """Made up by hand: a sentence with a way back and no 500; a file of it is not there."""
    stand(nu_decor)
    client = inloggen(nu_decor.coordinator.user)
    antwoord = client.get(f"{CIJFERS}?{vraag}")
    assert antwoord.status_code == 404 and "Deze keuze bestaat niet" in antwoord.content.decode()
    assert client.get(f"{reverse('beleid:cijfers_csv', args=['opp'])}?{vraag}").status_code == 404
    assert (
        client.post(f"{reverse('beleid:cijfers_bestand', args=['opp', 'pdf'])}", {"jaar": "x"}).status_code
        == 404
    )


def test_een_bedachte_pagina_of_vorm_is_er_niet(nu_decor: Decor, inloggen: Any) -> None:
    stand(nu_decor)
    client = inloggen(nu_decor.coordinator.user)
    for pad in (f"{CIJFERS}geheim/", f"{CIJFERS}geheim/csv/", f"{CIJFERS}rekenblad/1/"):
        assert client.get(pad).status_code == 404
    assert client.post(f"{CIJFERS}opp/bestand/docx/").status_code == 404
    assert Taak.objects.count() == 0


def test_van_een_begrip_terug_naar_dezelfde_keuze(nu_decor: Decor, inloggen: Any) -> None:
    """What a figure means is one click away, and so is the way back; a made-up cut leads to the page that says so."""
    jaar = Schooljaar.van(stand(nu_decor).dag)
    client = inloggen(nu_decor.coordinator.user)
    vraag = f"jaar={jaar}&niveau=havo"
    pagina = client.get(f"{adres('aanbod')}?{vraag}").content.decode()
    uitleg = re.search(r'href="(/cijfers/uitleg/\?[^"#]+)#u-doelen"', pagina)
    assert uitleg is not None
    terug = client.get(uitleg[1].replace("&amp;", "&")).content.decode()
    assert f'href="{adres("aanbod")}?{vraag.replace("&", "&amp;")}"' in terug
    raar = client.get("/cijfers/uitleg/?deel=geheim&niveau=%22%3E%00" + "x" * 500).content.decode()
    assert 'href="/cijfers/?niveau=%22%3E%00' in raar and "x" * 20 not in raar


def test_een_term_die_nog_moet_komen_is_geen_keuze() -> None:
    keuzes = Keuzes(1, DAG, (Schooljaar(2026), Schooljaar(2025)), ((7, "Zuid"), (8, "Noord")))
    assert keuzes.termen(Schooljaar(2026)) == (1,) and keuzes.termen(Schooljaar(2025)) == (1, 2, 3)
    with pytest.raises(OnbekendeKeuze, match="nog niet begonnen"):
        keuzes.snede({"periode": "2"})
    snede = keuzes.snede({"jaar": "2025-2026", "periode": "2", "locatie": "7", "niveau": "havo"})
    assert snede.vraag == "jaar=2025-2026&periode=2&locatie=7&niveau=havo" and snede.waarvan == "Zuid, havo"


def test_een_locatie_van_een_andere_school_is_geen_keuze(
    nu_decor: Decor, inloggen: Any, andere_school: Any
) -> None:
    stand(nu_decor)
    eigen = [Vestiging.objects.create(school=nu_decor.school, naam=naam) for naam in ("Noord", "Zuid")]
    client = inloggen(nu_decor.coordinator.user)
    assert client.get(f"{CIJFERS}?locatie={eigen[0].pk}").status_code == 200
    assert client.get(f"{CIJFERS}?locatie={eigen[1].pk + 1}").status_code == 404


@pytest.mark.regel(46)
def test_schoolleiding_ziet_cijfers_en_geen_stilte(nu_decor: Decor, inloggen: Any) -> None:
    stand(nu_decor)
    leiding = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")
    client = inloggen(leiding.user)
    pagina = client.get(CIJFERS).content.decode()
    assert "Signalen per maand" in pagina and "Stilte" not in pagina
    assert client.get(reverse("beleid:cijfers_stilte")).status_code == 403
    assert "Stilte" in inloggen(nu_decor.coordinator.user).get(CIJFERS).content.decode()


def test_elke_pagina_is_klein_en_vraagt_weinig(nu_decor: Decor, inloggen: Any) -> None:
    """The same number of statements for a small and a large school, and below 20 kB."""
    client = inloggen(nu_decor.coordinator.user)
    gesteld = []
    for keer in (1, 40):
        stand(nu_decor, keer)
        gesteld.append([controleer_budget(client, adres(deel)) for deel in DELEN])
        assert max(len(client.get(adres(deel)).content) for deel in DELEN) < BYTES
    assert gesteld[0] == gesteld[1]


@pytest.mark.regel(46)
def test_pagina_csv_rekenblad_en_pdf_zeggen_hetzelfde(nu_decor: Decor, inloggen: Any) -> None:
    """One publication: every cell of every table is the same in each output, hidden ones too."""
    stand(nu_decor)
    door = nu_decor.coordinator
    keuzes = lees_keuzes(door)
    assert keuzes is not None
    snede = keuzes.snede({})
    client = inloggen(door.user)
    for deel in DELEN:
        pub = publicatie_van(door, deel, snede.nummer)
        csv = client.get(reverse("beleid:cijfers_csv", args=[deel])).content.decode("utf-8-sig")
        blad = load_workbook(io.BytesIO(als_xlsx(pub, "School"))).active
        assert blad is not None
        uit_blad = [
            ["" if c is None else str(c).replace(".", ",") for c in rij]
            for rij in blad.iter_rows(values_only=True)
        ]
        papier = document.SOORT.html(document.maak(door, object_id(deel, snede)))
        for tabel in pub.alle_tabellen:
            for lijst in tabel.lijst()[1:]:
                assert ";".join(lijst) in csv.replace("'", "")
                assert any(r[: len(lijst)] == lijst for r in uit_blad), lijst
        for tabel in pub.alle_tabellen:
            naam = tabel.sleutel.removesuffix("_eerder")
            als_tabel = client.get(f"{adres(deel)}?tabel={naam}").content.decode()
            rijen = re.findall(r"<tr><th scope=\"row\">.*?</tr>", als_tabel)
            gezien = {"|".join(re.findall(r"<td[^>]*>(?:<b>)?(.*?)(?:</b>)?</td>", rij)) for rij in rijen}
            if deel != "overzicht" or tabel.sleutel not in ("afspraken", "opp_termijn"):  # those are tiles
                verwacht = ["|".join(lijst[1:]).replace("<", "&lt;") for lijst in tabel.lijst()[1:]]
                assert set(verwacht) <= gezien, tabel.sleutel
        assert pub.titel.lower() in papier.lower()


def test_een_rekenblad_rekent_met_getallen_en_voert_niets_uit(nu_decor: Decor) -> None:
    """Shares and medians are numbers, a sign before a number is a sign, and what a school is called is no formula."""
    stand(nu_decor)
    werkplek = nu_decor.coordinator
    snede = Snede(Schooljaar.van(werkplek.dag))
    boos = "=HYPERLINK(1)"
    pub = publicatie_van(werkplek, "overzicht", snede.nummer)
    blad = load_workbook(io.BytesIO(als_xlsx(pub, boos))).active
    assert blad is not None and (blad["A1"].value, blad["A1"].data_type) == (boos, "s")
    dagen = next(rij for rij in blad.iter_rows() if rij[0].value == "schooldagen tot een antwoord")
    assert isinstance(dagen[1].value, float) and dagen[1].number_format == "0.0"
    assert als_csv(pub, boos).startswith(f"\ufeff'{boos};")
    doelen = publicatie_van(werkplek, "aanbod", snede.nummer)
    assert ";−2;−1;0;+1;+2;" in als_csv(doelen, "School")


def test_een_pdf_en_een_rekenblad_vragen(nu_decor: Decor, inloggen: Any) -> None:
    """Asked twice while it waits is one job; the file is one's own, and there as long as one may see the figures."""
    stand(nu_decor)
    door = nu_decor.coordinator
    client = inloggen(door.user)
    for vorm in ("pdf", "xlsx"):
        pad = reverse("beleid:cijfers_bestand", args=["overzicht", vorm])
        eerste = client.post(pad, {"niveau": "havo"})
        assert eerste.status_code == 302 and client.post(pad, {"niveau": "havo"}).url == eerste.url
        assert client.post(pad, {"niveau": ""}).url != eerste.url
    taak = Taak.objects.filter(soort=TAAK_XLSX).order_by("pk")[0]
    voortgang = client.get(reverse("werk:taak", args=[taak.pk])).content.decode()
    assert re.search(r'href="/cijfers/\?jaar=[\d-]+&amp;niveau=havo">Terug', voortgang)
    assert taak.object_id is not None and uit_object_id(taak.object_id)[0] == "overzicht"
    maken(taak)
    taak.save()
    assert get_rekenblad(door, taak.pk, timezone.now()).naam == "cijfers-overzicht.xlsx"
    ander = maak_werkplek(nu_decor.school, Rol.ZORGCOORDINATOR, door.dag)
    with pytest.raises(Http404):
        get_rekenblad(ander, taak.pk, timezone.now())
    with pytest.raises(Http404):
        bestand_vragen(door=nu_decor.mentor, vorm="xlsx", deel="opp", snede=Snede(Schooljaar(2026)))


def test_de_deur_van_het_document(nu_decor: Decor) -> None:
    stand(nu_decor)
    goed = object_id("overzicht", Snede(Schooljaar.van(nu_decor.coordinator.dag)))
    document.deur(nu_decor.coordinator, goed, Handeling.AFGEDRUKT)
    for wie, nummer in ((nu_decor.mentor, goed), (nu_decor.coordinator, 10**15), (nu_decor.coordinator, -1)):
        with pytest.raises((Http404, PermissionDenied)):
            document.deur(wie, nummer, Handeling.AFGEDRUKT)
    havo = Snede(Schooljaar.van(nu_decor.coordinator.dag), 0, 0, "havo")
    assert document.terug(object_id("opp", havo)) == f"{adres('opp')}?{havo.vraag}"
    papier = document.SOORT.html(document.maak(nu_decor.coordinator, goed))
    assert "stand tot en met" in papier and "<svg" in papier and "Signalen per maand" in papier
