"""The pages of a yearly plan: who reads which version, stale saves with both texts, bad input, weight."""

import io
import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beleid.access_plan import delen_van, factoren_van
from beleid.documents.plan import BLAD, FACTOREN, PLAN, PUNT, REGEL, REGELS, ingekort, maak, maak_blad
from beleid.models import Beleidsplan, Planfactor, Planlezing, Planreactie
from beleid.planloop import Deelsoort
from beleid.services import plan as dienst
from beleid.services.planreactie import plan_reageren
from beleid.tests.planhulp import begin, naar_team, publiceer
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pdf import html_naar_pdf
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Concept


@pytest.fixture
def leider(nu_decor: Decor) -> Werkplek:
    return maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")


@pytest.fixture
def plan(nu_decor: Decor) -> Beleidsplan:
    return begin(nu_decor.coordinator)


def als(wie: Werkplek) -> Client:
    client = Client()
    client.force_login(wie.user)
    return client


def pad(naam: str, *args: Any) -> str:
    return reverse(f"beleid:{naam}", args=args)


def lees(wie: Werkplek, naam: str, *args: Any) -> str:
    antwoord = als(wie).get(pad(naam, *args))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_van_leeg_tot_gelezen(nu_decor: Decor, leider: Werkplek) -> None:
    """The path of a plan through the pages, as the people walk it."""
    z, m, s = als(nu_decor.coordinator), als(nu_decor.mentor), als(leider)
    assert "Begin met het voorbeeld" in lees(nu_decor.coordinator, "plan")
    assert "Er is nog geen plan" in lees(nu_decor.mentor, "plan")
    jaar = lees(nu_decor.coordinator, "plan").split('name="jaar" value="')[1][:9]
    naar = z.post(pad("plan_nieuw"), {"jaar": jaar, "uit": "voorbeeld"})["Location"]
    plan = Beleidsplan.objects.get()
    assert naar == pad("plan_lezen", plan.pk) and m.get(naar).status_code == 404
    deel = pad("plan_deel", plan.pk, "visie")
    volgend = z.post(deel, {"versie": 1, "tekst": "Onze visie.", "verder": "1"})
    assert volgend["Location"] == pad("plan_deel", plan.pk, "context")
    tot = nu_decor.coordinator.dag.replace(year=nu_decor.coordinator.dag.year + 1)
    fout = z.post(pad("plan_stap", plan.pk, "bespreken"), {"versie": 1, "reageren_tot": tot})
    assert fout.status_code == 422 and "hoogstens 60 dagen" in fout.content.decode()
    assert z.post(pad("plan_stap", plan.pk, "voorleggen"), {"versie": 1}).status_code == 302
    terug = s.post(pad("plan_stap", plan.pk, "terugsturen"), {"versie": 2, "reden": "Noem de uren."})
    assert terug.status_code == 302 and "Noem de uren." in lees(nu_decor.coordinator, "plan_lezen", plan.pk)
    z.post(pad("plan_stap", plan.pk, "voorleggen"), {"versie": 3})
    assert z.post(pad("plan_stap", plan.pk, "vaststellen"), {"versie": 4}).status_code == 403
    oud = s.post(pad("plan_stap", plan.pk, "vaststellen"), {"versie": 3})
    assert oud.status_code == 409 and "Een collega veranderde net iets" in oud.content.decode()
    s.post(pad("plan_stap", plan.pk, "vaststellen"), {"versie": 4})
    z.post(pad("plan_stap", plan.pk, "publiceren"), {"versie": 5})
    assert "Nog niet gelezen" in lees(nu_decor.mentor, "plan")
    assert "Onze visie." in lees(nu_decor.mentor, "plan_lezen", plan.pk)
    assert m.post(pad("plan_gelezen", plan.pk)).status_code == 302
    assert "Je hebt dit gelezen" in lees(nu_decor.mentor, "plan_lezen", plan.pk)
    namen = lees(nu_decor.coordinator, "plan_lezers", plan.pk)
    assert "Ruben" in namen and "Joris" not in namen and "2 van 4" in namen
    assert "lazen dit" in lees(leider, "plan_lezen", plan.pk)
    assert "Wie nog niet?" not in lees(leider, "plan_lezen", plan.pk)
    assert "lazen dit" not in lees(nu_decor.mentor, "plan_lezen", plan.pk)


def test_te_laat_bewaard_toont_beide_teksten(nu_decor: Decor, plan: Beleidsplan) -> None:
    z, deel = als(nu_decor.coordinator), pad("plan_deel", plan.pk, "visie")
    assert z.post(deel, {"versie": 1, "tekst": "Van mij."}).status_code == 302
    antwoord = z.post(deel, {"versie": 1, "tekst": "Ook van mij."})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Van mij." in tekst and "Ook van mij." in tekst
    assert delen_van(plan)["visie"].tekst == "Van mij."
    assert 'name="versie" value="2"' in tekst
    assert z.post(deel, {"versie": 2, "tekst": "Samen."}).status_code == 302


def test_een_concept_van_voor_een_ander_bewaarde(nu_decor: Decor, plan: Beleidsplan) -> None:
    """A draft begun on an older version never goes over it unseen."""
    z = nu_decor.coordinator
    Concept.objects.create(
        school=nu_decor.school,
        eigenaar=z.user,
        sleutel=f"plan:{plan.pk}:visie",
        versie=1,
        inhoud={"tekst": "Half af.", "versie": "1"},
    )
    assert "Zo staat het nu" not in lees(z, "plan_deel", plan.pk, "visie")
    dienst.deel_schrijven(
        door=z, plan_id=plan.pk, soort="visie", versie=1, tekst="Van een ander.", op=timezone.now()
    )
    tekst = lees(z, "plan_deel", plan.pk, "visie")
    assert "Zo staat het nu" in tekst and "Van een ander." in tekst and "Half af." in tekst


def test_scores_op_de_pagina(nu_decor: Decor, plan: Beleidsplan) -> None:
    z, rijen = als(nu_decor.coordinator), factoren_van(plan)
    velden = {f"versie_{f.pk}": 1 for f in rijen} | {f"score_{f.pk}": "" for f in rijen}
    goed = velden | {f"score_{rijen[0].pk}": "4"}
    assert z.post(pad("plan_factoren", plan.pk), goed).status_code == 302
    oud = z.post(pad("plan_factoren", plan.pk), velden | {f"score_{rijen[0].pk}": "2"})
    assert oud.status_code == 409 and "Nu staat er: 4." in oud.content.decode()
    for raar in ("9", "x", "4.5"):
        fout = z.post(pad("plan_factoren", plan.pk), velden | {f"score_{rijen[1].pk}": raar})
        assert fout.status_code == 422
    assert list(Planfactor.objects.exclude(score=None).values_list("score", flat=True)) == [4]


def test_reageren_en_antwoorden(nu_decor: Decor, plan: Beleidsplan) -> None:
    z, m = als(nu_decor.coordinator), als(nu_decor.mentor)
    naar_team(nu_decor.coordinator, plan)
    assert "Reageer op Visie" in lees(nu_decor.mentor, "plan_lezen", plan.pk)
    velden = {"soort": "visie", "tekst": "Mooi.", "sleutel": uuid.uuid4()}
    for _ in range(2):
        assert m.post(pad("plan_reacties", plan.pk), velden).status_code == 302
    reactie = Planreactie.objects.get()
    antwoord = pad("plan_reactie", plan.pk, reactie.pk)
    assert m.post(antwoord).status_code == 403
    assert z.post(antwoord, {"versie": 1, "uitkomst": "niet", "antwoord": ""}).status_code == 422
    assert z.post(antwoord, {"versie": 1, "uitkomst": "niet", "antwoord": "Te lang."}).status_code == 302
    tekst = lees(nu_decor.mentor, "plan_reacties", plan.pk)
    assert "Niet overgenomen" in tekst and "Te lang." in tekst


def test_voorleggen_staat_er_als_het_kan(nu_decor: Decor, plan: Beleidsplan) -> None:
    """While the team has time, or a comment waits, the page says so instead of a button that refuses."""
    z, knop = nu_decor.coordinator, "Leg voor aan de schoolleiding"
    assert knop in lees(z, "plan_lezen", plan.pk)
    naar_team(z, plan)
    velden = {"soort": "", "tekst": "Mooi.", "sleutel": uuid.uuid4()}
    als(nu_decor.mentor).post(pad("plan_reacties", plan.pk), velden)
    tekst = lees(z, "plan_lezen", plan.pk)
    assert knop not in tekst and "de tijd om te reageren voorbij is" in tekst
    Beleidsplan.objects.filter(pk=plan.pk).update(reageren_tot=z.dag - timedelta(days=1))
    tekst = lees(z, "plan_lezen", plan.pk)
    assert knop not in tekst and "kan als elke reactie een antwoord heeft" in tekst
    antwoord = pad("plan_reactie", plan.pk, Planreactie.objects.get().pk)
    als(z).post(antwoord, {"versie": 1, "uitkomst": "niet", "antwoord": "Te lang."})
    assert knop in lees(z, "plan_lezen", plan.pk)


@pytest.mark.parametrize(
    "anders",
    [{"soort": "bestaat niet"}, {"tekst": ""}, {"tekst": "x" * 2001}, {"tekst": "\x00"}, {"sleutel": "x"}],
)
def test_een_slechte_reactie(nu_decor: Decor, plan: Beleidsplan, anders: dict[str, str]) -> None:
    naar_team(nu_decor.coordinator, plan)
    velden = {"soort": "visie", "tekst": "Mooi.", "sleutel": str(uuid.uuid4())} | anders
    assert als(nu_decor.mentor).post(pad("plan_reacties", plan.pk), velden).status_code == 422
    assert not Planreactie.objects.exists()


@pytest.mark.parametrize("jaar", ["", "2026", "2026-2028", "x" * 500, "\x00", "9999-10000"])
def test_een_slecht_schooljaar(nu_decor: Decor, jaar: str) -> None:
    antwoord = als(nu_decor.coordinator).post(pad("plan_nieuw"), {"jaar": jaar})
    assert antwoord.status_code in (302, 404) and not Beleidsplan.objects.exists()


def test_niets_verandert_door_slechte_invoer(nu_decor: Decor, plan: Beleidsplan) -> None:
    z = als(nu_decor.coordinator)
    for velden in ({"tekst": "x" * 20_001, "versie": 1}, {"tekst": "\x00", "versie": 1}, {"tekst": "x"}):
        assert z.post(pad("plan_deel", plan.pk, "visie"), velden).status_code == 422
    for versie in ("", "x", "-1", "9" * 30):
        assert z.post(pad("plan_stap", plan.pk, "voorleggen"), {"versie": versie}).status_code == 422
    assert z.get(pad("plan_lezen", 9 * 10**17)).status_code == 404
    assert z.get(pad("plan_deel", plan.pk, "bestaat-niet")).status_code == 404
    plan.refresh_from_db()
    assert (plan.status, plan.versie) == ("concept", 1) and delen_van(plan)["visie"].versie == 1


def test_wat_er_anders_is(nu_decor: Decor, leider: Werkplek, plan: Beleidsplan) -> None:
    z = nu_decor.coordinator
    eerste = publiceer(z, leider, plan)
    als(z).post(pad("plan_volgende", eerste.pk))
    tweede = Beleidsplan.objects.get(nummer=2)
    assert "Er is nog niets anders" in lees(z, "plan_verschil", tweede.pk)
    dienst.deel_schrijven(
        door=z, plan_id=tweede.pk, soort="visie", versie=1, tekst="Heel anders.", op=timezone.now()
    )
    tekst = lees(z, "plan_verschil", tweede.pk)
    assert "Heel anders." in tekst and "<del>" in tekst and "Er is nog niets anders" not in tekst
    assert als(nu_decor.mentor).get(pad("plan_verschil", tweede.pk)).status_code == 404
    publiceer(z, leider, tweede)
    assert "Dit is een eerdere versie" in lees(nu_decor.mentor, "plan_lezen", eerste.pk)


def test_op_papier(nu_decor: Decor, leider: Werkplek, plan: Beleidsplan) -> None:
    """The page is the same in both; the one-pager has no parts behind it, and nothing is longer than it can show."""
    dienst.deel_schrijven(
        door=nu_decor.coordinator,
        plan_id=plan.pk,
        soort="visie",
        versie=1,
        tekst="Een zin van de visie. " * 200,
        op=timezone.now(),
    )
    publiceer(nu_decor.coordinator, leider, plan)
    heel = PLAN.html(maak(nu_decor.mentor, plan.pk))
    blad = BLAD.html(maak_blad(nu_decor.mentor, plan.pk))
    assert all(f". {soort.label}</h2>" in heel for soort in Deelsoort)
    assert "p-delen" not in blad and blad.count("Een zin van de visie.") < 25 and "Marijke" in blad
    assert ingekort("Kort. Zin.", 50) == "Kort. Zin." and ingekort("Een zin. Nog een zin.", 12) == "Een zin."
    assert ingekort("woord " * 20, 20) == "woord woord woord …"


def test_de_eerste_bladzijde_is_er_altijd_een(nu_decor: Decor, plan: Beleidsplan) -> None:
    """The longest of everything still fits on one A4."""
    lang = ingekort("W" + "woord " * 100, REGEL)
    vol = replace(
        maak_blad(nu_decor.coordinator, plan.pk),
        punten=[ingekort("Woord " * 40, PUNT)] * 2,
        visie=ingekort("Woord " * 100),
        helpt=[lang] * FACTOREN,
        remt=[lang] * FACTOREN,
        doet=[lang] * REGELS,
    )
    with pikepdf.open(io.BytesIO(html_naar_pdf(BLAD.html(vol)))) as pdf:
        assert len(pdf.pages) == 1


def test_even_veel_vragen_bij_meer(nu_decor: Decor, leider: Werkplek, plan: Beleidsplan) -> None:
    z, gesteld = nu_decor.coordinator, []
    naar_team(z, plan)
    for aantal in (1, 12):
        for n in range(aantal):
            dienst.factor_bewaren(
                door=z, plan_id=plan.pk, kant="helpt", tekst=f"Factor {aantal} {n}", invloed="focus"
            )
            plan_reageren(
                door=z, plan_id=plan.pk, soort="", tekst="Goed.", sleutel=uuid.uuid4(), op=timezone.now()
            )
            naar = maak_werkplek(nu_decor.school, Rol.DOCENT, z.dag)
            Planlezing.objects.create(school=nu_decor.school, plan=plan, user=naar.user)
        paden = [pad("plan")] + [
            pad(naam, plan.pk)
            for naam in ("plan_lezen", "plan_factoren", "plan_reacties", "plan_verschil", "plan_lezers")
        ]
        gesteld.append([controleer_budget(als(z), waar) for waar in paden])
        wegen = {waar: len(als(z).get(waar).content) for waar in paden}
        assert max(wegen.values()) < 20_000, wegen
    assert gesteld[0] == gesteld[1]
