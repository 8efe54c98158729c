"""The pages of the coachlijn: asking, the conversation, the gentle check on names, what the coordinator reads of it."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.access_naamcheck import namen_in
from overleg.coachloop import na_bericht, na_intrekken, na_sluiten
from overleg.models import Coachbericht, Coachvraag
from overleg.naamwoorden import HOOGSTENS, mogelijke_namen
from overleg.stats import coachvragen_in, coachzin
from overleg.tests.test_coach import GEHEIM, schrijf, stel
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Concept

LIJST, NIEUW = "overleg:coachlijn", "overleg:coach_nieuw"


@pytest.fixture
def docent(nu_decor: Decor) -> Werkplek:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag, "Sanne")
    maak_les(nu_decor.school, docent.user, nu_decor.leerling)
    return docent


def als(user: Any) -> Client:
    """A browser of his own: two people are at it."""
    client = Client()
    client.force_login(user)
    return client


def tekst(client: Any, naam: str, *args: Any) -> str:
    antwoord = client.get(reverse(naam, args=args))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def velden(wie: Werkplek, **anders: Any) -> dict[str, Any]:
    gegevens: dict[str, Any] = {"coach": wie.user.pk, "onderwerp": GEHEIM, "tekst": "hoe krijg ik ze stil?"}
    return gegevens | {"sleutel": uuid.uuid4()} | anders


def test_vragen_en_antwoorden(nu_decor: Decor, docent: Werkplek) -> None:
    client, coach = als(docent.user), als(nu_decor.begeleider.user)
    leeg = tekst(client, LIJST)
    assert "Alleen jij en je coach lezen dit. Het staat in geen dossier." in leeg
    gegevens = velden(nu_decor.begeleider)
    for _ in range(2):
        assert client.post(reverse(NIEUW), gegevens).status_code == 302
    vraag = Coachvraag.objects.get()
    assert "Nieuw bericht" in tekst(coach, LIJST) and "Vragen aan mij" in tekst(coach, LIJST)
    assert "op de coachlijn" in tekst(coach, "web:verder")
    assert "stil" in tekst(coach, "overleg:coachvraag", vraag.pk)
    assert "Nieuw bericht" not in tekst(coach, LIJST) and "coachlijn" not in tekst(coach, "web:verder")
    pad = reverse("overleg:coachvraag", args=[vraag.pk])
    assert coach.post(pad, {"tekst": "Bij de deur.", "sleutel": uuid.uuid4()}).status_code == 302
    regel = tekst(client, "web:verder")
    assert pad in regel and GEHEIM not in regel
    assert "Mijn vragen" in tekst(client, LIJST) and "Bij de deur." in tekst(
        client, "overleg:coachvraag", vraag.pk
    )
    versie = Coachvraag.objects.get().versie
    sluit = reverse("overleg:coach_sluiten", args=[vraag.pk])
    oud = client.post(sluit, {"versie": versie - 1})
    assert oud.status_code == 409 and "Er kwam net een bericht bij" in oud.content.decode()
    assert client.post(sluit, {"versie": versie}).status_code == 302
    assert Coachvraag.objects.get().status == "klaar"


@pytest.mark.parametrize(
    "anders",
    [
        {"coach": "0"},
        {"coach": "9" * 30},
        {"onderwerp": ""},
        {"tekst": "x" * 4001},
        {"tekst": "nul\x00"},
        {"sleutel": "geen"},
    ],
)
def test_slechte_invoer_bewaart_niets_en_houdt_de_tekst(
    nu_decor: Decor, docent: Werkplek, anders: dict[str, str]
) -> None:
    antwoord = als(docent.user).post(reverse(NIEUW), velden(nu_decor.begeleider, **anders))
    assert antwoord.status_code == 422 and not Coachvraag.objects.exists()
    if "tekst" not in anders:
        assert "hoe krijg ik ze stil?" in antwoord.content.decode()


def test_een_naam_wordt_gevraagd_en_niet_geweigerd(nu_decor: Decor, docent: Werkplek) -> None:
    client, gegevens = als(docent.user), velden(nu_decor.begeleider, tekst="Kees Jan luistert niet.")
    antwoord = client.post(reverse(NIEUW), gegevens)
    assert antwoord.status_code == 422 and "Kees Jan" in antwoord.content.decode()
    assert not Coachvraag.objects.exists()
    assert client.post(reverse(NIEUW), gegevens | {"toch": "on"}).status_code == 302
    assert namen_in(docent, "Gisteren zei Kees niets, en Bakker ook niet.") == ["Kees", "Bakker"]
    assert namen_in(docent, "de bakker kwam langs, en kees") == []
    onbekend = maak_werkplek(nu_decor.school, Rol.DOCENT, docent.dag, "Tom")
    vrij = als(onbekend.user).post(reverse(NIEUW), velden(nu_decor.begeleider, tekst="Kees Jan luistert."))
    assert vrij.status_code == 302, "who does not see the pupil is not told that he exists"


def test_een_andere_coach_kiezen(nu_decor: Decor, docent: Werkplek) -> None:
    vraag, client = stel(docent, nu_decor.begeleider, timezone.now()), als(docent.user)
    Aanstelling.objects.filter(user=nu_decor.begeleider.user).update(tot=docent.dag - timedelta(days=1))
    assert "werkt hier niet meer" in tekst(client, "overleg:coachvraag", vraag.pk)
    opnieuw = client.get(reverse(NIEUW), {"na": vraag.pk}).content.decode()
    assert GEHEIM in opnieuw and "hoe krijg ik ze stil?" in opnieuw
    ander = als(nu_decor.coordinator.user)
    assert ander.get(reverse(NIEUW), {"na": vraag.pk}).status_code == 404


def test_intrekken_op_de_pagina(nu_decor: Decor, docent: Werkplek) -> None:
    vraag, client = stel(docent, nu_decor.begeleider, timezone.now()), als(docent.user)
    assert "Trek in" in tekst(client, "overleg:coachvraag", vraag.pk)
    assert client.post(reverse("overleg:coach_intrekken", args=[vraag.pk])).status_code == 302
    coach = als(nu_decor.begeleider.user)
    assert coach.get(reverse("overleg:coachvraag", args=[vraag.pk])).status_code == 404
    assert "Ingetrokken" in tekst(client, LIJST)


def test_een_concept_is_van_de_schrijver(nu_decor: Decor, docent: Werkplek) -> None:
    Concept.objects.create(
        school=nu_decor.school, eigenaar=docent.user, sleutel="coach:nieuw", inhoud={"tekst": "half af"}
    )
    assert "half af" in tekst(als(docent.user), NIEUW)
    assert "half af" not in tekst(als(nu_decor.mentor.user), NIEUW)


@pytest.mark.regel(46)
def test_alleen_het_aantal_gaat_naar_buiten(nu_decor: Decor, docent: Werkplek) -> None:
    """From five on, this school year only, without what was taken back; and only a coordinator reads it."""
    coordinator = als(nu_decor.coordinator.user)
    for n in range(6):
        vraag = stel(docent, nu_decor.begeleider, timezone.now())
        Coachvraag.objects.filter(pk=vraag.pk).update(
            status="ingetrokken" if n == 5 else "gesteld", klaar_op=timezone.now() if n == 5 else None
        )
        zin = "&lt; 5" if n < 4 else "5"
        assert f"Dit schooljaar zijn er {zin} vragen gesteld." in tekst(coordinator, LIJST)
    assert GEHEIM not in tekst(coordinator, LIJST)
    assert "Dit schooljaar" not in tekst(als(docent.user), LIJST)


def test_een_schooljaar_begint_op_1_augustus(decor: Decor) -> None:
    jaar = Schooljaar.van(decor.mentor.dag)
    stel_ = [stel(decor.mentor, decor.begeleider) for _ in range(6)]
    eerste = NU.replace(month=8, day=1, hour=0, minute=0)
    Coachvraag.objects.filter(pk=stel_[0].pk).update(gesteld_op=eerste)
    assert coachvragen_in(decor.coordinator, jaar) == 6
    Coachvraag.objects.filter(pk=stel_[0].pk).update(gesteld_op=eerste - timedelta(seconds=1))
    assert coachvragen_in(decor.coordinator, jaar) == 5
    assert coachvragen_in(decor.coordinator, Schooljaar.van(date(2026, 7, 31))) is None
    assert coachzin(None) == "Dit schooljaar zijn er < 5 vragen gesteld."


def test_even_veel_vragen_bij_meer_berichten(nu_decor: Decor, docent: Werkplek) -> None:
    client, coach, gesteld = als(docent.user), als(nu_decor.begeleider.user), []
    for aantal in (1, 30):
        for _ in range(aantal):
            vraag = stel(docent, nu_decor.begeleider, timezone.now())
        for _ in range(aantal):
            schrijf(nu_decor.begeleider, vraag, op=timezone.now())
        paden = [reverse(LIJST), reverse(NIEUW), reverse("overleg:coachvraag", args=[vraag.pk])]
        stand = [controleer_budget(wie, pad) for wie in (client, coach) for pad in paden]
        gesteld.append(stand)
        assert all(len(client.get(pad).content) < 20_000 for pad in paden)
    assert gesteld[0] == gesteld[1]
    assert Coachbericht.objects.count() > 60


@given(st.text(max_size=300))
@settings(max_examples=25, deadline=None)
def test_namen_zijn_woorden_uit_de_tekst(wat: str) -> None:
    gevonden = mogelijke_namen(wat)
    assert len(gevonden) == len(set(gevonden)) <= HOOGSTENS
    assert all(naam in wat and naam[0].isupper() for naam in gevonden)


@pytest.mark.parametrize(
    ("wat", "namen"),
    [
        ("Sems tas", ["Sems", "Sem"]),
        ("ik zag Kees Jan", ["Kees", "Kee", "Kees Jan", "Jan"]),
        ("Eva's les, en Bo", ["Eva's", "Eva", "Bo"]),
        ("niets bijzonders", []),
        ("Ik. Zij", ["Ik", "Zij"]),
    ],
)
def test_mogelijke_namen(wat: str, namen: list[str]) -> None:
    assert mogelijke_namen(wat) == namen


@given(
    st.sampled_from(["gesteld", "loopt", "klaar"]),
    st.lists(st.sampled_from(["coach", "vrager", "sluit", "trek"]), max_size=12),
)
@settings(max_examples=25, deadline=None)
def test_een_antwoord_gaat_nooit_weg(status: str, stappen: list[str]) -> None:
    """Whatever the two do in whatever order: after an answer it cannot be taken back, and taken back is the end."""
    beantwoord = status == "loopt"
    for stap in stappen:
        if status == "ingetrokken":
            assert not beantwoord
        try:
            if stap in {"coach", "vrager"}:
                status = na_bericht(status, van_coach=stap == "coach", beantwoord=beantwoord)
                beantwoord |= stap == "coach"
                assert status == ("loopt" if beantwoord else "gesteld")
            elif stap == "sluit":
                status = na_sluiten(status)
            else:
                status = na_intrekken(status, beantwoord=beantwoord)
        except ValueError:
            assert status in {"ingetrokken", "klaar"} or (stap == "trek" and beantwoord)
