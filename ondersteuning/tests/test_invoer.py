"""Bad input through the pages: a clear sentence or 404, nothing stored, nothing lost, never a server error."""

import html
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Signaal, Triagebesluit, Vervolg
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.workflow import Besluit
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import maak_leerling

NIEUW = reverse("ondersteuning:signaal_nieuw")
HTML = '<script>alert("x")</script><b>vet</b>'
REUS = "9" * 30


def signaal_data(decor: Decor, **anders: Any) -> dict[str, Any]:
    return {
        "sleutel": str(uuid.uuid4()),
        "leerling": decor.leerling.pk,
        "domein": "leer",
        "wat_zie_je": "Krijgt zijn extra tijd niet.",
    } | anders


def besluit_data(**anders: Any) -> dict[str, Any]:
    datum = (timezone.localdate() + timedelta(days=7)).isoformat()
    return {
        "versie": 1,
        "besluit": "terug",
        "domein": "leer",
        "advies": "Praat met hem.",
        "datum": datum,
    } | anders


def tekst(antwoord: Any) -> str:
    return html.unescape(antwoord.content.decode())


@pytest.mark.regel(40)
def test_andermans_leerling(nu_decor: Decor, andere_school: School, inloggen: Any) -> None:
    with in_school(andere_school.pk):
        vreemd = maak_leerling(andere_school)
    ander = maak_leerling(nu_decor.school, None, "Fatima", "Yilmaz")
    mentor = inloggen(nu_decor.mentor.user)
    for pk in (ander.pk, vreemd.pk, REUS, "0"):
        antwoord = mentor.post(NIEUW, signaal_data(nu_decor, leerling=pk, wat_zie_je="Mijn zin."))
        assert antwoord.status_code == 422
        assert "Deze leerling vinden we niet." in tekst(antwoord) and "Mijn zin." in tekst(antwoord)
        assert "Fatima" not in tekst(antwoord)
    assert not Signaal.objects.exists()


def test_vervalste_school_en_indiener(nu_decor: Decor, andere_school: School, inloggen: Any) -> None:
    extra = {"school": andere_school.pk, "indiener": nu_decor.coordinator.user.pk, "status": "beoordeeld"}
    antwoord = inloggen(nu_decor.mentor.user).post(NIEUW, signaal_data(nu_decor, **extra))
    assert antwoord.status_code == 302
    signaal = Signaal.objects.get()
    assert (signaal.school_id, signaal.indiener_id, signaal.status) == (
        nu_decor.school.pk,
        nu_decor.mentor.user.pk,
        "nieuw",
    )


def test_dubbelklik(nu_decor: Decor, inloggen: Any) -> None:
    data = signaal_data(nu_decor)
    mentor = inloggen(nu_decor.mentor.user)
    assert len({mentor.post(NIEUW, data).url for _ in range(3)}) == 1
    assert Signaal.objects.count() == 1


@pytest.mark.parametrize("veld", ["wat_zie_je", "geprobeerd_tekst", "nodig"])
def test_een_megabyte(nu_decor: Decor, inloggen: Any, veld: str) -> None:
    antwoord = inloggen(nu_decor.mentor.user).post(NIEUW, signaal_data(nu_decor, **{veld: "a" * 10**6}))
    assert antwoord.status_code == 422
    assert "Dit is langer dan 4000 tekens." in tekst(antwoord)
    assert not Signaal.objects.exists()


@pytest.mark.parametrize("csrf", [True, False])
def test_meer_dan_twee_megabyte(nu_decor: Decor, csrf: bool) -> None:
    client = Client(enforce_csrf_checks=csrf)
    client.force_login(nu_decor.mentor.user)
    client.get(NIEUW)  # gives the cookie, without which the body is not even read
    body = f"wat_zie_je={'a' * (2 * 1024 * 1024)}"
    antwoord = client.post(NIEUW, body, content_type="application/x-www-form-urlencoded")
    assert antwoord.status_code == 400 and "<html" in tekst(antwoord)


def test_duizenden_velden(nu_decor: Decor, inloggen: Any) -> None:
    data = signaal_data(nu_decor) | {f"veld{n}": "x" for n in range(2000)}
    assert inloggen(nu_decor.mentor.user).post(NIEUW, data).status_code == 400


@pytest.mark.parametrize(
    "veld", ["leerling", "leerling_naam", "sleutel", "domein", "wat_zie_je", "kies", "q"]
)
def test_nul_in_een_veld(nu_decor: Decor, inloggen: Any, veld: str) -> None:
    mentor = inloggen(nu_decor.mentor.user)
    antwoord = mentor.post(NIEUW, signaal_data(nu_decor, **({"leerling": ""} | {veld: "a\x00b"})))
    assert antwoord.status_code in (200, 422)
    assert not Signaal.objects.exists()


def test_emoji_en_opmaak_blijven_tekst(nu_decor: Decor, inloggen: Any) -> None:
    """What was typed is shown as typed, on every page that shows it."""
    woorden = f"😀 é {HTML}"
    velden = {"wat_zie_je": woorden, "nodig": woorden, "geprobeerd_tekst": woorden}
    mentor = inloggen(nu_decor.mentor.user)
    mentor.post(NIEUW, signaal_data(nu_decor, **velden, ouders="bewust_niet", ouders_reden=HTML))
    signaal = Signaal.objects.get()
    assert signaal.wat_zie_je == woorden
    beslis(
        nu_decor.coordinator,
        signaal,
        Besluit.TWEEDE_LIJN,
        timezone.now(),
        **dict.fromkeys(("bericht", "reden", "al_gedaan"), woorden),
    )
    vervolg = Vervolg.objects.get()
    dien_in(nu_decor.mentor, None, timezone.now(), leerling_tekst=HTML, wat_zie_je=woorden)
    paden = {
        nu_decor.mentor: [
            reverse("web:vandaag"),
            reverse("ondersteuning:mijn_signalen"),
            reverse("ondersteuning:mijn_signaal", args=[signaal.pk]),
            reverse("ondersteuning:signaal_verstuurd", args=[signaal.pk]),
            reverse("web:leerling", args=[nu_decor.leerling.pk]),
            f"{reverse('web:zoek')}?q={HTML}",
        ],
        nu_decor.coordinator: [
            reverse("web:vandaag"),
            reverse("ondersteuning:triage"),
            f"{reverse('ondersteuning:triage')}?signaal={signaal.pk}&q={HTML}",
            reverse("ondersteuning:vervolg_lijst"),
            reverse("ondersteuning:vervolg", args=[vervolg.pk]),
            f"{reverse('ondersteuning:signaal_leerling')}?q={HTML}",
        ],
    }
    for wie, adressen in paden.items():
        for pad in adressen:
            inhoud = inloggen(wie.user).get(pad).content.decode()
            assert "alert(" not in inhoud or "&lt;script&gt;alert" in inhoud, pad
            assert "<script>alert" not in inhoud and "<b>vet" not in inhoud, pad


def test_verouderd_besluit(nu_decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    adres = reverse("ondersteuning:besluit", args=[signaal.pk])
    client = inloggen(nu_decor.coordinator.user)
    beslis(nu_decor.coordinator, signaal, op=timezone.now(), advies="Advies van een collega")
    antwoord = client.post(adres, besluit_data(advies="Mijn advies"))
    assert antwoord.status_code == 409
    assert "Advies van een collega" in tekst(antwoord) and "Mijn advies" in tekst(antwoord)
    assert Triagebesluit.objects.count() == 1


@pytest.mark.parametrize("keuze", ["terug", "tweede_lijn"])
def test_verouderd_besluit_op_een_afgesloten_signaal(nu_decor: Decor, inloggen: Any, keuze: str) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    beslis(nu_decor.coordinator, signaal, Besluit.AFSLUITEN, timezone.now(), reden="Reden van een collega")
    data = besluit_data(besluit=keuze, advies="Mijn advies", reden="Mijn reden", al_gedaan="x", ouders="ja")
    adres = reverse("ondersteuning:besluit", args=[signaal.pk])
    antwoord = inloggen(nu_decor.coordinator.user).post(adres, data)
    assert antwoord.status_code == 409
    for woorden in ("Reden van een collega", "Mijn advies" if keuze == "terug" else "Mijn reden"):
        assert woorden in tekst(antwoord)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"datum": "1899-11-24"}, "Die datum is voorbij."),
        ({"datum": "1899-99-99"}, "Dit is geen datum. Kies een dag in de kalender."),
        ({"besluit": ""}, "Kies eerst de volgende stap."),
        ({"besluit": "weg"}, "Deze stap kennen we niet."),
        ({"bericht": "b" * 10**6}, "Dit is langer dan 4000 tekens."),
        ({"advies": "a" * 10**6}, "Dit is langer dan 4000 tekens."),
        ({"wie_helpt": "w" * 500}, "120 tekens"),
    ],
)
def test_geweigerd_besluit(nu_decor: Decor, inloggen: Any, anders: dict[str, str], melding: str) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    adres = reverse("ondersteuning:besluit", args=[signaal.pk])
    antwoord = inloggen(nu_decor.coordinator.user).post(adres, besluit_data(**anders))
    assert antwoord.status_code == 422 and melding in tekst(antwoord)
    assert not Triagebesluit.objects.exists()


def test_verouderd_vervolg_houdt_de_tekst(nu_decor: Decor, inloggen: Any) -> None:
    beslis(nu_decor.coordinator, dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now()))
    vervolg = Vervolg.objects.get()
    door, wie = nu_decor.coordinator, nu_decor.coordinator.user
    client = inloggen(wie)
    sluit = reverse("ondersteuning:vervolg_sluit", args=[vervolg.pk])
    plan = reverse("ondersteuning:vervolg_plan", args=[vervolg.pk])
    vervolg_plannen(door=door, pk=vervolg.pk, versie=1, eigenaar=wie, datum=door.dag, op=timezone.now())
    data = {"versie": 1, "resultaat": "Mijn resultaat"}
    assert client.post(plan, {"versie": 1, "eigenaar": wie.pk, "datum": door.dag}).status_code == 409
    antwoord = client.post(sluit, data)
    assert antwoord.status_code == 409 and "Mijn resultaat" in tekst(antwoord)
    vervolg_afsluiten(door=door, pk=vervolg.pk, versie=2, resultaat="Van een collega", op=timezone.now())
    antwoord = client.post(sluit, data)
    assert antwoord.status_code == 409
    assert "Mijn resultaat" in tekst(antwoord) and "Van een collega" in tekst(antwoord)
