"""An OPP on paper: what stands on it, in which order, for whom; nothing of it is executed and nothing empty is shown."""

import uuid
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlingen.models import Leerling, Zienswijze
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.documents import opp, opp_evaluatie, opp_horen, opp_instemming, opp_leerling
from ondersteuning.documents.opp_delen import kort, merk, past, punten
from ondersteuning.models import OppAfwijking, OppVersie
from ondersteuning.tests.opppapier import (
    STEM,
    antwoordt,
    evalueert,
    hoor,
    leg_voor,
    maak_doel,
    maak_opp,
    praat,
    volledig,
)
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU

pytestmark = pytest.mark.django_db


def papier(decor: Decor, versie: OppVersie, soort: Any = None) -> str:
    soort = soort or opp.SOORT
    html: str = soort.html(soort.maak(decor.coordinator, versie.pk))
    return html


def eerste_blad(html: str) -> str:
    return html.split('<div class="p-delen">')[0]


@pytest.mark.regel(15)
def test_de_stem_staat_vooraan_met_wat_ermee_gebeurt(decor: Decor) -> None:
    versie = volledig(decor.coordinator, decor.leerling)
    html = papier(decor, versie)
    blad = eerste_blad(html)
    assert STEM in blad and blad.index(STEM) < blad.index("Waar werken we naartoe")
    assert (
        "Niet elke les om extra tijd hoeven vragen (1)" in html and "Alle docenten krijgen de kaart." in html
    )
    volgorde = (
        "Waar werken we naartoe",
        "Wat helpt",
        "Wat heeft Kees Jan nodig",
        "Faciliteiten",
        "Wie doen mee",
    )
    plekken = [blad.index(kop) for kop in volgorde]
    assert plekken == sorted(plekken)
    delen = html[len(blad) :]
    plekken = [
        delen.index(k)
        for k in ("Handelingsdeel", "Overleg met ouders", "Instemming en vaststelling", "Evaluatie")
    ]
    assert plekken == sorted(plekken)


@pytest.mark.regel(15)
@pytest.mark.parametrize("hoeveel", [0, 1, 2, 3, 7])
def test_elk_punt_staat_erop_hoeveel_het_er_ook_zijn(decor: Decor, hoeveel: int) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling)
    hoor(versie, decor.coordinator, "Ik wil een vaste plek.", punten=hoeveel)
    html = papier(decor, versie)
    assert html.count("Ik wil een vaste plek.") == 1
    assert html.count("Alle docenten krijgen de kaart.") == hoeveel


@pytest.mark.regel(15)
def test_een_lange_stem_staat_er_helemaal(decor: Decor) -> None:
    lang = ("Ik vind school soms lastig. " * 290)[:7999] + "!"
    versie = maak_opp(decor.coordinator, decor.leerling)
    hoor(versie, decor.coordinator, lang, "En ik wil graag buiten zitten.", punten=3)
    html = papier(decor, versie)
    blad = eerste_blad(html)
    assert lang not in blad and "Ik vind school soms lastig." in blad and "staat na deze bladzijde" in blad
    assert lang in html and "En ik wil graag buiten zitten." in html


def test_wie_ervan_afziet_en_wie_nog_niet_gehoord_is(decor: Decor) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling)
    assert "Kees Jan is nog niet gehoord." in papier(decor, versie)
    hoor(versie, decor.coordinator, ziet_af_op=decor.coordinator.dag, ziet_af_reden="Nu even niet")
    assert "Kees Jan is gevraagd en ziet ervan af (24 november 2026). Reden: Nu even niet." in papier(
        decor, versie
    )


def test_een_concept_zegt_dat_op_elk_blad(decor: Decor) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling)
    html = papier(decor, versie)
    assert 'data-merk="Concept 1"' in html and 'class="p-concept">Concept 1' in html
    assert 'data-wat="Concept 1' in html and "Uiterlijk vaststellen" in html
    OppVersie.objects.filter(pk=versie.pk).update(status="vervangen")
    versie.refresh_from_db()
    assert merk(versie) == "Vervallen concept 1"
    assert 'class="p-concept">Vervallen concept 1' in papier(decor, versie)


def test_een_vastgestelde_versie_is_geen_concept(decor: Decor) -> None:
    html = papier(decor, maak_opp(decor.coordinator, decor.leerling, status="vastgesteld"))
    assert 'data-merk="Versie 1"' in html and "oncept" not in html.replace("p-concept", "")
    assert "Vastgesteld op 24 november 2026 door" in html


def test_wat_leeg_is_is_er_niet(decor: Decor) -> None:
    leeg = dict.fromkeys(
        ("bestemming_uitleg", "behoefte_leer", "behoefte_pers", "behoefte_loop", "faciliteiten"), ""
    )
    html = papier(decor, maak_opp(decor.coordinator, decor.leerling, afwijkt="", **leeg))
    for kop in (
        "Faciliteiten",
        "Wat heeft",
        "Doelen",
        "wijken we af",
        "Hoe gaat het nu",
        "Wat eraan voorafging",
        "Overleg met",
        "Zienswijze",
        "Meer over",
        "Geschillencommissie",
    ):
        assert kop not in html, kop
    assert "<p></p>" not in html and "<ul></ul>" not in html and "None" not in html


def test_alles_wat_is_ingevuld_staat_er(decor: Decor) -> None:
    teksten = {
        naam: f"Tekst van {naam}."
        for naam in (
            "schoolloopbaan",
            "eerder_gedaan",
            "instanties",
            "beeld_leren",
            "beeld_thuis",
            "visie_ouders",
            "tussenstation",
            "behoefte_docent",
            "begeleiding",
            "middelen",
        )
    }
    versie = maak_opp(decor.coordinator, decor.leerling, afwijkt="ja", **teksten)
    doel = maak_doel(
        versie, beginsituatie="Begint te laat.", criterium="Drie keer op tijd.", materialen="Stappenplan"
    )
    OppAfwijking.objects.create(
        school=versie.school,
        oppversie=versie,
        soort="tijd",
        uitleg="Kan geen hele week aan.",
        van=date(2026, 11, 1),
        tot=date(2027, 1, 31),
        uren="18.5",
        inspectie_op=date(2026, 10, 20),
    )
    praat(versie, decor.coordinator, "Marit Bakker")
    html = papier(decor, versie)
    for tekst in (
        *teksten.values(),
        doel.doel,
        doel.aanpak,
        "Begint te laat.",
        "Drie keer op tijd.",
        "Stappenplan",
    ):
        assert tekst in html, tekst
    assert (
        "18,5 uur per week, vanaf 1 november 2026, tot en met 31 januari 2027, inspectie gevraagd op" in html
    )
    assert "Marit Bakker (ouder)" in html and "Moeder wil ook extra tijd bij gym." in html


def test_wat_niet_op_blad_een_past_staat_er_later_heel(decor: Decor) -> None:
    lang = "Een zin over wat er nodig is, met genoeg woorden. " * 40
    velden = ("bestemming_uitleg", "onderbouwing", "behoefte_leer", "faciliteiten", "bevorderend")
    versie = maak_opp(decor.coordinator, decor.leerling, **dict.fromkeys(velden, lang))
    html = papier(decor, versie)
    assert lang.strip() not in eerste_blad(html)
    assert html.count(lang.strip()) == len(velden)


@pytest.mark.parametrize(
    "gif", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ doc.naam }}", "&amp;"]
)
def test_html_in_een_veld_blijft_tekst(decor: Decor, gif: str) -> None:
    Leerling.objects.filter(pk=decor.leerling.pk).update(roepnaam=gif[:80])
    teksten = dict.fromkeys(
        ("bestemming_uitleg", "bevorderend", "behoefte_leer", "begeleiding", "beeld_thuis"), gif
    )
    versie = maak_opp(decor.coordinator, decor.leerling, **teksten)
    maak_doel(versie, gif, aanpak=gif, wie=gif)
    hoor(versie, decor.coordinator, gif)
    for soort in (opp.SOORT, opp.SOORT_OUDERS, opp_leerling.SOORT):
        html = papier(decor, versie, soort)
        assert "<script" not in html and "<img" not in html and "Kees Jan Bakker" not in html


@pytest.mark.regel(48)
def test_een_zienswijze_gaat_mee(decor: Decor) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling)
    Zienswijze.objects.create(
        school=decor.school,
        leerling=decor.leerling,
        bron=f"opp:{versie.opp_id}",
        van_naam="Marit Bakker",
        van_relatie="moeder",
        tekst="Ik zie dit thuis anders.",
        gegeven_op=decor.coordinator.dag,
        opgetekend_door=decor.coordinator.user,
        vastgelegd_op=NU,
        sleutel=uuid.uuid4(),
    )
    html = papier(decor, versie)
    assert "Zienswijze van Marit Bakker, moeder" in html and "Ik zie dit thuis anders." in html


def test_twee_huishoudens_lezen_niets_van_elkaar(decor: Decor) -> None:
    """What is handed over is the same for both, so nothing of either stands in it."""
    versie = maak_opp(
        decor.coordinator,
        decor.leerling,
        visie_ouders="Volgens moeder gaat het beter.",
        beeld_leren="Leest graag.",
    )
    praat(versie, decor.coordinator, "Marit Bakker")
    evalueert(versie, decor.coordinator, samenvatting="Vader was het er niet mee eens.")
    marit, _ = leg_voor(versie, decor.coordinator, ("Marit Bakker", 1), ("Henk de Vries", 2))
    antwoordt(marit, decor.coordinator, "niet_akkoord", reden="Te weinig hulp bij gym.")
    school, ouders = papier(decor, versie), papier(decor, versie, opp.SOORT_OUDERS)
    for wat in (
        "Marit",
        "Henk",
        "Te weinig hulp",
        "extra tijd bij gym",
        "Niet akkoord",
        "Volgens moeder",
        "Vader was",
    ):
        assert wat in school, wat
        assert wat not in ouders, wat
    assert "Ouder met gezag" in ouders and "Handelingsdeel" in ouders and "Leest graag." in ouders


def test_in_een_huishouden_staan_de_namen_maar_geen_antwoorden(decor: Decor) -> None:
    versie = volledig(decor.coordinator, decor.leerling)
    antwoordt(versie.verzoeken.get(naam="Marit Bakker"), decor.coordinator)
    ouders = papier(decor, versie, opp.SOORT_OUDERS)
    assert "Marit Bakker" in ouders and "Henk Bakker" in ouders
    assert "Akkoord" not in ouders and "digitaal" not in ouders
    assert "Akkoord" in papier(decor, versie)


@pytest.mark.regel(20)
def test_wie_achttien_is_stemt_zelf_in(decor: Decor) -> None:
    maak_contact(decor.leerling, "Marit Bakker")
    versie = maak_opp(decor.coordinator, decor.leerling)
    assert "Marit Bakker" in papier(decor, versie) and "instemming van de ouders" in papier(decor, versie)
    Leerling.objects.filter(pk=decor.leerling.pk).update(geboortedatum=date(2008, 11, 24))
    html = papier(decor, versie)
    assert "Marit" not in html and "instemming van Kees Jan nodig" in html


def test_wie_geen_gezag_heeft_of_weg_is_tekent_niet(decor: Decor) -> None:
    maak_contact(decor.leerling, "Stiefvader Piet", gezag="nee")
    maak_contact(decor.leerling, "Voogd van vroeger", beeindigd_op=date(2026, 9, 1))
    html = papier(decor, maak_opp(decor.coordinator, decor.leerling))
    assert "Piet" not in html and "Voogd" not in html and "Ouder met gezag" in html


def test_het_plan_van_de_leerling_zegt_je(decor: Decor) -> None:
    versie = volledig(decor.coordinator, decor.leerling)
    html = papier(decor, versie, opp_leerling.SOORT)
    assert "<title>Jouw plan</title>" in html and html.index(STEM[:60]) < html.index("Hier werken we naartoe")
    assert "Dit gaan we doen" in html and "Begint op tijd aan een toets" in html
    assert "Marit" not in html and "gezag" not in html and "zijn ouders" not in html


def test_het_formulier_laat_de_leerling_kiezen(decor: Decor) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling)
    html = opp_horen.SOORT.html(opp_horen.maak(decor.coordinator, versie.opp_id))
    for zin in ("In een gesprek, met iemand erbij", "tekening", "Ik wil er nu niets over zeggen", "H3b"):
        assert zin in html
    assert "n.v.t." not in html and html.count("p-hok") == 9


@pytest.mark.regel(17)
def test_de_evaluatie_noemt_ouders_en_leerling_apart(decor: Decor) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling, status="vastgesteld")
    maak_doel(versie)
    rij = evalueert(versie, decor.coordinator, ouders="wilde_niet", leerling_erbij="ja", ouders_zeggen="")
    html = opp_evaluatie.SOORT.html(opp_evaluatie.maak(decor.coordinator, rij.pk))
    assert "Wilde niet" in html and "Was erbij" in html and "Wat de ouders zeggen" not in html
    assert (
        "Deels gelukt" in html
        and "We gaan zo door." in html
        and html.index("Ik begin nu zelf.") < html.index("De doelen")
    )


@pytest.mark.regel(8)
def test_het_ontvangstbewijs_gaat_over_een_persoon(decor: Decor) -> None:
    versie = maak_opp(decor.coordinator, decor.leerling)
    marit, henk = leg_voor(versie, decor.coordinator, ("Marit Bakker", 1), ("Henk de Vries", 2))
    antwoordt(henk, decor.coordinator)
    rij = antwoordt(marit, decor.coordinator, "niet_akkoord", reden="Te weinig.", gezien=True)
    html = opp_instemming.SOORT.html(opp_instemming.maak(decor.coordinator, rij.pk))
    for wat in (
        "Marit Bakker, moeder",
        "Stemt niet in",
        versie.hash,
        "versie 1",
        "digitaal",
        "24 november 2026",
        "Te weinig.",
    ):
        assert wat in html, wat
    assert "Henk" not in html


def test_kort_en_punten() -> None:
    assert kort("een twee drie", 13) == "een twee drie" and kort("een twee drie", 10) == "een twee…"
    assert kort("  een \n twee ", 20) == "een twee" and len(kort("x" * 900, 40)) <= 40
    assert punten("- een\n\n• twee \n   \n* drie") == ["een", "twee", "drie"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400), st.integers(min_value=2, max_value=300))
def test_wat_afgekapt_is_zegt_dat_en_past(tekst: str, tekens: int) -> None:
    uit = kort(tekst, tekens)
    heel = " ".join(tekst.split())
    assert len(uit) <= max(tekens, len("…")) and past(tekst, tekens) == (uit == heel)
    assert uit == heel or (uit.endswith("…") and heel.startswith(uit[:-1]))
