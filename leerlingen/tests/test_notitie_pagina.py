"""Notes in the browser: write on a phone, read, change beside a colleague, retract, print."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.access_notities import get_notitie, leesbare_notities
from leerlingen.models import Niveau, Notitie, Werkaantekening
from leerlingen.services.notities import notitie_wijzigen
from leerlingen.services.prive import aantekening_bewaren
from leerlingen.tests.notitiehulp import GEHEIM, Plein, gegevens, maak_plein, schrijf
from zorgapp.accounts.models import Inzage, School
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.access import wie_schrijft
from zorgapp.werk.services import concept_bewaren, concept_lezen


@pytest.fixture
def plein(school: School, opslag: Any) -> Plein:
    return maak_plein(school)


@pytest.fixture
def mentor(plein: Plein, inloggen: Any) -> Client:
    return inloggen(plein.mentor.user)


def adres(naam: str, pk: int) -> str:
    return reverse(f"leerlingen:{naam}", args=[pk])


def invoer(**velden: Any) -> dict[str, Any]:
    return {
        "sleutel": str(uuid.uuid4()),
        "soort": "gesprek_ouders",
        "gebeurd_op": timezone.localdate().isoformat(),
        "niveau": "mentor_zorgteam",
        "tekst": GEHEIM,
        "titel": "",
        "domein": "",
        "stem": "",
        "stem_van": "",
        "van": "",
    } | velden


def tekst_van(plein: Plein, pk: int) -> str:
    return leesbare_notities(plein.coordinator, plein.leerling.pk, "coordinator").get(pk=pk).tekst


def test_vastleggen_van_begin_tot_eind(plein: Plein, mentor: Client) -> None:
    pad = adres("notitie_nieuw", plein.leerling.pk)
    pagina = mentor.get(pad).text
    for zin in (
        "De mentor, de zorgcoördinator en begeleiders die Kees Jan nu begeleiden.",
        "Alle docenten van Kees Jan",
    ):
        assert zin in pagina
    sleutel = f"notitie:nieuw:{plein.leerling.pk}"
    concept_bewaren(
        door=plein.mentor, sleutel=sleutel, versie=0, inhoud={"tekst": "Half af", "soort": "observatie"}
    )
    assert "Half af</textarea>" in mentor.get(pad).text
    antwoord = mentor.post(pad, invoer(stem="Ik ben moe.", stem_van="Kees Jan zelf"))
    notitie = Notitie.objects.get()
    assert antwoord.url == adres("notitie", notitie.pk)
    assert concept_lezen(plein.mentor, sleutel).inhoud == {}
    pagina = mentor.get(antwoord.url).text
    assert GEHEIM in pagina and '<p class="z-stem mt-3">‘Ik ben moe.’</p>' in pagina
    assert "Alleen zichtbaar voor mentor en zorgteam." in pagina
    assert "<title>Notitie · zorgapp</title>" in pagina


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"tekst": ""}, "Schrijf op wat er gebeurde."),
        ({"soort": ""}, "Kies wat voor notitie dit is."),
        ({"soort": "diagnose"}, "Kies een van deze soorten."),
        ({"niveau": "iedereen"}, "Kies een van deze drie."),
        ({"niveau": ""}, "Kies wie dit leest."),
        ({"gebeurd_op": (timezone.localdate() + timedelta(1)).isoformat()}, "Die dag moet nog komen."),
        ({"gebeurd_op": "1023-01-01"}, "Kijk het jaartal na."),
        ({"gebeurd_op": "31-02-2026"}, "Schrijf de datum als dag-maand-jaar"),
        ({"gebeurd_op": ""}, "Kies een datum."),
        ({"stem": "Ik.", "stem_van": ""}, "Schrijf erbij van wie deze woorden zijn."),
        ({"tekst": "x" * 12_001}, "Dit is langer dan 12000 tekens."),
        ({"tekst": "a\x00b"}, "teken"),
        ({"sleutel": "nee"}, "Laad de pagina opnieuw"),
    ],
    ids=lambda waarde: str(waarde)[:40],
)
def test_wat_niet_klopt_komt_terug_met_een_zin(
    plein: Plein, mentor: Client, velden: dict[str, str], zin: str
) -> None:
    antwoord = mentor.post(adres("notitie_nieuw", plein.leerling.pk), invoer(**velden))
    assert antwoord.status_code == 422 and zin in antwoord.text
    assert not Notitie.objects.exists()


def test_een_verzonnen_werkaantekening_is_geen_fout(plein: Plein, mentor: Client) -> None:
    for van in ("1", str(2**61), "x", str(2**80)):
        antwoord = mentor.post(adres("notitie_nieuw", plein.leerling.pk), invoer(van=van))
        assert antwoord.status_code in {302, 422}, van
    assert mentor.get(adres("notitie_nieuw", plein.leerling.pk) + f"?van={2**59}").status_code == 404


def test_een_werkaantekening_delen_maakt_er_een_notitie_van(plein: Plein, mentor: Client) -> None:
    eigen = aantekening_bewaren(
        door=plein.mentor,
        leerling_id=plein.leerling.pk,
        sleutel=uuid.uuid4(),
        tekst="Vroeg of hij mag stoppen.",
        op=timezone.now(),
    )
    pad = adres("notitie_nieuw", plein.leerling.pk)
    assert "Vroeg of hij mag stoppen.</textarea>" in mentor.get(f"{pad}?van={eigen.pk}").text
    assert Werkaantekening.objects.exists()  # looking at the form shares nothing yet
    mentor.post(pad, invoer(tekst="Vroeg of hij mag stoppen.", van=str(eigen.pk)))
    assert not Werkaantekening.objects.exists()
    assert tekst_van(plein, Notitie.objects.get().pk) == "Vroeg of hij mag stoppen."


def test_twee_mensen_in_een_notitie(plein: Plein, mentor: Client) -> None:
    """The second save shows both texts, writes nothing, and the save after it builds on what stands there."""
    notitie = schrijf(plein.mentor, plein.leerling)
    pad = adres("notitie_wijzigen", notitie.pk)
    assert 'name="versie" value="1"' in mentor.get(pad).text
    notitie_wijzigen(
        door=plein.coordinator,
        pk=notitie.pk,
        versie=1,
        gegevens=gegevens(plein.mentor.dag, tekst="Van Angelica."),
        op=timezone.now(),
    )
    antwoord = mentor.post(pad, invoer(tekst="Van Joris.", versie="1"))
    assert antwoord.status_code == 409
    assert "Van Angelica." in antwoord.text and "Van Joris.</textarea>" in antwoord.text
    assert 'name="versie" value="2"' in antwoord.text
    assert tekst_van(plein, notitie.pk) == "Van Angelica."
    assert mentor.post(pad, invoer(tekst="Van allebei.", versie="2")).status_code == 302
    assert tekst_van(plein, notitie.pk) == "Van allebei."
    for versie, tekst in (("1", GEHEIM), ("2", "Van Angelica.")):
        assert tekst in mentor.get(adres("notitie", notitie.pk) + f"?revisie={versie}").text
    for verzonnen in ("9", "x", str(2**70), "-1"):
        assert mentor.get(adres("notitie", notitie.pk) + f"?revisie={verzonnen}&p=99").status_code == 200


def test_een_concept_van_een_oudere_versie_toont_beide_teksten(plein: Plein, mentor: Client) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    sleutel = f"notitie:{notitie.pk}"
    inhoud = invoer(tekst="Mijn half werk", versie="1")
    bericht = {"versie": 0, "wie": wie_schrijft(plein.mentor), "inhoud": inhoud}
    pad = reverse("werk:concept", args=[sleutel])
    assert mentor.post(pad, json.dumps(bericht), content_type="application/json").status_code == 200
    pagina = mentor.get(adres("notitie_wijzigen", notitie.pk)).text
    assert "Mijn half werk</textarea>" in pagina and "Dit staat er nu" not in pagina
    notitie_wijzigen(
        door=plein.coordinator,
        pk=notitie.pk,
        versie=1,
        gegevens=gegevens(plein.mentor.dag, tekst="Van Angelica."),
        op=timezone.now(),
    )
    pagina = mentor.get(adres("notitie_wijzigen", notitie.pk)).text
    assert "Mijn half werk</textarea>" in pagina and "Dit staat er nu" in pagina and "Van Angelica." in pagina


def test_wie_alleen_leest_mag_de_wijzigpagina_niet_in(plein: Plein, inloggen: Any) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    client = inloggen(plein.begeleider.user)
    assert client.get(adres("notitie", notitie.pk)).status_code == 200
    assert client.get(adres("notitie_wijzigen", notitie.pk)).status_code == 403
    assert (
        client.post(adres("notitie_intrekken", notitie.pk), {"reden": "x", "versie": "1"}).status_code == 403
    )


def test_intrekken_met_reden_en_herstel(plein: Plein, mentor: Client, inloggen: Any) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    pad = adres("notitie_intrekken", notitie.pk)
    antwoord = mentor.post(pad, {"reden": "", "versie": "1"})
    assert antwoord.status_code == 422 and "Schrijf in een zin op waarom." in antwoord.text
    antwoord = mentor.post(pad, {"reden": "Verkeerde leerling.", "versie": "9"})
    assert antwoord.status_code == 409 and "Verkeerde leerling." in antwoord.text
    pagina = mentor.post(pad, {"reden": "Verkeerde leerling.", "versie": "1"}, follow=True).text
    herstel = adres("notitie_terugzetten", notitie.pk)
    assert "Verkeerde leerling." in pagina and f'action="{herstel}"' in pagina
    ander = inloggen(plein.begeleider.user).get(adres("notitie", notitie.pk)).text
    assert "Ingetrokken" in ander and GEHEIM not in ander
    assert GEHEIM not in inloggen(plein.begeleider.user).get(adres("notitie_afdrukken", notitie.pk)).text
    inloggen(plein.mentor.user).post(herstel)
    assert get_notitie(plein.begeleider, notitie.pk).notitie.tekst == GEHEIM


@pytest.mark.regel(45)
def test_afdrukken_staat_als_afdruk_in_het_logboek(plein: Plein, mentor: Client) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    assert GEHEIM in mentor.get(adres("notitie_afdrukken", notitie.pk)).text
    rij = Inzage.objects.order_by("-pk")[0]
    assert (rij.onderwerp, rij.onderwerp_id, rij.handeling) == ("notitie", notitie.pk, "afgedrukt")


def test_nergens_een_diagnoseveld(plein: Plein, mentor: Client) -> None:
    assert "diagnose" not in mentor.get(adres("notitie_nieuw", plein.leerling.pk)).text.lower()
    assert not [v for v in Notitie._meta.get_fields() if "diagnose" in v.name]


def test_de_bladzijde_groeit_niet_met_de_geschiedenis(plein: Plein, mentor: Client) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    gesteld, versie = [], 1
    for tot in (10, 45):
        for _ in range(tot - versie):
            nieuw = gegevens(plein.mentor.dag, tekst=f"Tekst {versie} " * 400, niveau=Niveau.KLAS)
            notitie_wijzigen(
                door=plein.mentor, pk=notitie.pk, versie=versie, gegevens=nieuw, op=timezone.now()
            )
            versie += 1
        for naam in ("notitie", "notitie_wijzigen", "notitie_afdrukken"):
            gesteld.append(controleer_budget(mentor, adres(naam, notitie.pk)))
            assert len(mentor.get(adres(naam, notitie.pk)).content) < 20_000
    assert gesteld[:3] == gesteld[3:]
