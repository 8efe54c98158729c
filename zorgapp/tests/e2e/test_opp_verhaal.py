"""The ontwikkelingsperspectief of Kees Jan, from the first screen to the PDF, as five people make it.

A test a part, in this order: each goes on where the one before it ended. The demo has a draft about him already; that is
closed first, so that this one begins from what the school knows: signals, HGW form, trajectories, card and contacts.
"""

import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from ondersteuning.opp.velden import VELDEN
from zorgapp.tests.e2e.actief import Actief
from zorgapp.tests.e2e.axe import bekijk
from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens, past_in_de_breedte

pytestmark = pytest.mark.e2e

WIE = "Kees Jan Bakker"
NAMEN = re.compile("kees|bakker", re.IGNORECASE)  # never in a mail or the name of a file
WETTELIJK = (
    "bestemming",
    "onderbouwing",
    "bevorderend",
    "belemmerend",
    "begeleiding",
    "afwijkt",
)  # and a goal
UITLEG = "Kees Jan haalt zijn havodiploma en kiest een profiel met economie."
ONDERBOUWING = (
    "Zijn cijfers voor wiskunde en economie zijn goed, en mondeling laat hij zien dat hij de stof begrijpt. "
    "Met de afspraken op zijn kaart halen de talen ook een voldoende."
)
WOORDEN = "Ik wil niet elke les hoeven vragen om extra tijd."
VANDAAG = "SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date"
NEE = "Wij willen dat de hulp bij lezen ook na de zomer doorgaat."


@dataclass
class Zaak:
    """What one part of the story leaves to the next: the number of the OPP, and how far it came."""

    dienst: Dienst
    opp: int = 0
    klaar: int = 0

    def begin(self, deel: int) -> str:
        """Begin part `deel`; the address of the OPP."""
        if self.klaar < deel - 1:
            pytest.fail(f"deel {deel} begint waar deel {deel - 1} ophield, en dat lukte niet")
        return f"/opp/{self.opp}/"

    def stand(self, veld: str) -> str:
        return str(self.dienst.een(f"SELECT {veld} FROM ondersteuning_oppversie WHERE opp_id = %s", self.opp))


@pytest.fixture(scope="module")
def zaak(dienst: Dienst) -> Zaak:
    return Zaak(dienst)


def _gedaan(pagina: Page, tekst: str = "") -> None:
    expect(pagina.locator(".z-gedaan").first).to_contain_text(tekst)


def _sluit_het_oude(angelica: Mens) -> None:
    oud = angelica.dienst.een(
        "SELECT o.id FROM ondersteuning_opp o JOIN leerlingen_leerling l ON l.id = o.leerling_id "
        "WHERE l.roepnaam = 'Kees Jan' AND l.achternaam = 'Bakker' AND o.status <> 'afgesloten'"
    )
    pagina = angelica.ga(f"/opp/{oud}/beheer/")
    pagina.get_by_label("Waarom stopt het?").fill("We beginnen opnieuw, met alles wat er nu bekend is.")
    pagina.get_by_role("button", name="Sluit af").click()
    _gedaan(pagina)


def test_1_een_concept_in_vijf_schermen(zaak: Zaak, mens: Callable[..., Mens]) -> None:
    angelica = mens("angelica")
    _sluit_het_oude(angelica)
    pagina = angelica.ga("/zoek/?q=kees+jan")
    pagina.locator("main a", has_text=WIE).first.click()
    pagina.wait_for_url(re.compile(r"/leerlingen/\d+/"))
    doe = Actief(pagina)
    doe.klik(pagina.locator("[aria-labelledby=h-opp]").get_by_role("link", name="Begin"))
    pagina.wait_for_url(re.compile("/opp/begin/$"))
    doe.scherm("begin")
    expect(pagina.get_by_label("Waarom?")).not_to_have_value("")
    doe.kies(pagina.locator("select[name=opsteller]"), "Angèlica de Wit, zorgcoördinator")
    doe.klik(pagina.get_by_role("button", name="Begin", exact=True))
    for scherm in ("start", "beeld", "perspectief", "handelingsdeel"):
        pagina.wait_for_url(re.compile(rf"/opp/\d+/{scherm}/$"))
        doe.scherm(scherm)
        expect(pagina.locator("main .form-text", has_text=re.compile("^Uit ")).first).to_be_visible()
        if scherm == "perspectief":
            doe.kies(pagina.get_by_label("Waar komt Kees Jan uit?"), "diploma havo")
            doe.schrijf(pagina.get_by_label("Toelichting"), UITLEG)
            doe.schrijf(pagina.get_by_label("Waarom denken we dat?"), ONDERBOUWING)
        elif scherm == "handelingsdeel":
            doe.kies(pagina.get_by_label("Wijken jullie ergens van af?"), "niet van toepassing")
        doe.klik(pagina.get_by_role("button", name="Bewaar en ga verder"))
    pagina.wait_for_url(re.compile(r"/opp/\d+/samen/$"))
    zaak.opp = int(pagina.url.split("/")[-3])
    _reken(zaak, doe)
    zaak.klaar = 1


def _reken(zaak: Zaak, doe: Actief) -> None:
    """The concept is complete, and its figures; a goal counts once, however many there are."""
    versie, herkomst = zaak.dienst.sql(
        "SELECT id, herkomst FROM ondersteuning_oppversie WHERE opp_id = %s", zaak.opp
    )[0]
    velden = (*VELDEN, "bestemming", "afwijkt")
    rij = zaak.dienst.sql(f"SELECT {', '.join(velden)} FROM ondersteuning_oppversie WHERE id = %s", versie)[0]
    gevuld = {naam for naam, tekst in zip(velden, rij, strict=True) if tekst}
    doelen = zaak.dienst.een(
        "SELECT count(*) FROM ondersteuning_oppdoel WHERE oppversie_id = %s AND bron_id IS NOT NULL", versie
    )
    assert gevuld.issuperset(WETTELIJK) and doelen, "het concept is niet compleet"
    expect(doe.pagina.locator("nav[aria-labelledby=h-stappen] li.klaar")).to_have_count(4)
    bekend, alles = len(herkomst) + 1, len(gevuld) + 1
    wet = len(set(herkomst) & set(WETTELIJK)) + 1
    sys.stdout.write(
        f"opp: {len(doe.schermen)} schermen, {bekend} van {alles} delen ingevuld uit bronnen "
        f"({bekend / alles:.0%}; van wat de wet vraagt {wet} van {len(WETTELIJK) + 1}), {doe.klikken} klikken, "
        f"{doe.getypt} tekens getypt, {doe.gelezen} gelezen, {doe.minuten:.1f} actieve minuten\n"
    )
    assert len(doe.schermen) <= 5 and bekend / alles >= 0.6 and doe.minuten <= 20


def test_2_gehoord_en_besproken(zaak: Zaak, mens: Callable[..., Mens]) -> None:
    pad = zaak.begin(2)
    pagina = mens("joris").ga(f"{pad}horen/")
    pagina.get_by_label("Hoe wil Kees Jan gehoord worden?").select_option(value="gesprek")
    pagina.get_by_label("Welke hulp bood je aan?").fill("Er mocht iemand bij zijn.")
    pagina.get_by_role("button", name="Leg het aanbod vast").click()
    pagina.get_by_label("Letterlijk, zoals het gezegd is").fill(WOORDEN)
    pagina.get_by_role("button", name="Voeg deze woorden toe").click()
    pagina.get_by_label("Wat vroeg of zei de leerling?").fill("Niet hoeven vragen")
    pagina.locator(".z-knopchip", has_text=re.compile("^Doen we$")).click()
    pagina.get_by_label("Wat wordt dat, of waarom niet?").fill("De tijd krijgt hij vanzelf.")
    pagina.get_by_role("button", name="Voeg dit punt toe").click()
    pagina.get_by_role("button", name="Ik heb het uitgelegd").click()
    expect(pagina.locator(".z-inleiding")).to_contain_text("wat jullie ermee doen")

    pagina = mens("angelica").ga(f"{pad}overleg/")
    for ouder in ("Marit Bakker, moeder", "Henk Bakker, vader"):
        pagina.get_by_label(ouder).check()
    vandaag = zaak.dienst.een(VANDAAG)
    pagina.get_by_label("Dag van het gesprek").fill(str(vandaag))
    pagina.get_by_label("Hoe laat?").fill("08:30")
    pagina.get_by_role("button", name="Plan dit gesprek").click()
    _gedaan(pagina)
    pagina.get_by_role("link", name="Leg vast wat is besproken").click()
    for ouder in ("Marit Bakker", "Henk Bakker"):
        pagina.get_by_label(ouder).check()
    pagina.get_by_label("Wat is er besproken?").fill(
        "We liepen het plan door. De ouders herkennen het beeld."
    )
    pagina.get_by_role("button", name="Leg dit gesprek vast").click()
    expect(pagina.locator(".z-status", has_text="gehouden")).to_have_count(1)
    zaak.klaar = 2


def test_3_een_ouder_zegt_ja_en_een_nee(zaak: Zaak, mens: Callable[..., Mens]) -> None:
    pad = zaak.begin(3)
    angelica = mens("angelica")
    moeder, vader = (mens("", telefoon=True, verwacht="status of 4(04|22)") for _ in range(2))
    angelica.ga(f"{pad}instemming/").get_by_role("button", name=re.compile("^Leg versie")).click()
    _gedaan(angelica.pagina)
    assert zaak.stand("handelingsdeel") == "voorgelegd"
    _ouder_antwoordt(zaak, angelica, moeder, "Marit Bakker")
    assert zaak.stand("handelingsdeel") == "voorgelegd"  # one yes is not everybody
    _ouder_antwoordt(zaak, angelica, vader, "Henk Bakker", NEE)
    assert zaak.stand("handelingsdeel") == "geen_overeenstemming"
    pagina = angelica.ga(f"{pad}instemming/")
    expect(pagina.locator(".z-inleiding")).to_contain_text("De ondersteuning gaat door")
    expect(pagina.locator("main")).to_contain_text(NEE)
    expect(pagina.locator("[aria-labelledby=h-geschil]")).to_contain_text("Geschillencommissie")
    pagina = angelica.ga(pad)
    expect(pagina.locator("[aria-labelledby=h-vast]")).to_be_visible()  # it can be set all the same
    zaak.klaar = 3


def _ouder_antwoordt(zaak: Zaak, angelica: Mens, ouder: Mens, naam: str, nee: str = "") -> None:
    """The link comes by mail, the code from the coordinator; reads on a phone and answers."""
    zaak.dienst.postbus.mails.clear()
    pagina = angelica.ga(f"/opp/{zaak.opp}/instemming/")
    rij = pagina.locator("[aria-labelledby=h-wie] .z-stapel", has_text=naam)
    rij.get_by_role("button", name="Mail een link").click()
    code = pagina.locator("p", has_text=re.compile(r"^[A-Z2-9]{4} [A-Z2-9]{4}$")).inner_text()
    postvak = f"{naam.split()[0].lower()}.keesjan@"
    mail = wacht(lambda: zaak.dienst.postbus.aan(postvak), 20, f"de mail voor {naam}")[0]
    tekst = f"{mail['Subject']}\n{mail.get_content()}"
    assert code not in tekst and code.replace(" ", "") not in tekst and not NAMEN.search(tekst)
    adres = re.search(rf"{re.escape(zaak.dienst.basis)}(/persoonlijk/\S+)", tekst)
    assert adres is not None

    pagina = ouder.ga(adres[1])
    pagina.reload()  # looking uses nothing up
    pagina.get_by_label("Code").fill(code.replace(" ", "").lower())
    pagina.get_by_role("button", name="Ga verder").tap()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Het plan voor Kees Jan")
    expect(pagina.locator("[aria-labelledby=h-stem]")).to_contain_text(WOORDEN)
    assert past_in_de_breedte(pagina)
    pagina.locator(".z-knopchip", has_text="Nee, niet akkoord" if nee else "Ja, akkoord").tap()
    if nee:
        pagina.get_by_role("button", name="Verstuur mijn antwoord").tap()
        expect(pagina.locator("#fout-reden")).to_be_visible()
        assert bekijk(pagina) == []
        pagina.get_by_label("Nee? Schrijf op waarom niet.").fill(nee)
    pagina.get_by_role("button", name="Verstuur mijn antwoord").tap()
    expect(pagina.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()
    assert not nee or bekijk(pagina) == []
    wacht(lambda: len(zaak.dienst.postbus.aan(postvak)) == 2, 20, "de bevestiging")
    pagina.goto(zaak.dienst.basis + adres[1])
    expect(pagina.locator("main")).to_contain_text("Vraag school om een nieuwe.")


def test_4_de_schoolleider_stelt_vast(zaak: Zaak, mens: Callable[..., Mens]) -> None:
    pad = zaak.begin(4)
    angelica, marijke = mens("angelica"), mens("marijke")

    def komt(adres: str) -> int:
        return marijke.pagina.request.get(zaak.dienst.basis + adres).status

    assert komt(pad) >= 400
    pagina = angelica.ga(f"{pad}beheer/")
    marijke_daar = pagina.locator("main option", has_text="Marijke").first.get_attribute("value")
    pagina.get_by_label("Aan wie").select_option(value=marijke_daar)
    pagina.get_by_label("Wat vraag je?").fill("Een ouder zegt nee. Stel je dit vast?")
    tot = zaak.dienst.een(VANDAAG) + timedelta(days=7)
    pagina.get_by_label("Tot en met").fill(str(tot))
    pagina.get_by_role("button", name=re.compile("^Leg versie")).click()
    _gedaan(pagina)

    pagina = marijke.ga("/opp/voorgelegd/")
    pagina.locator("main a.z-rij", has_text="Een ouder zegt nee").click()
    pagina.wait_for_url(re.compile(r"/opp/voorgelegd/\d+/$"))
    voorgelegd = pagina.url.removeprefix(zaak.dienst.basis)
    expect(pagina.locator("main")).to_contain_text(WOORDEN)
    assert komt(pad) >= 400 and komt(f"{pad}horen/") >= 400  # that one object, nothing around it
    pagina.get_by_role("button", name="Stel vast").click()
    pagina.wait_for_url(re.compile("/opp/voorgelegd/$"))
    assert zaak.dienst.een("SELECT status FROM ondersteuning_opp WHERE id = %s", zaak.opp) == "loopt"
    assert zaak.stand("handelingsdeel") == "geen_overeenstemming"
    assert komt(voorgelegd) == 404  # it ends with her decision
    zaak.klaar = 4


def test_5_de_pdf(zaak: Zaak, mens: Callable[..., Mens]) -> None:
    pad = zaak.begin(5)
    pagina = mens("angelica").ga(pad)
    expect(pagina.locator("[aria-labelledby=h-geschil]")).to_contain_text("Een geschil kan tot en met")
    begin = time.monotonic()
    pagina.get_by_role("button", name="OPP om mee te geven").click()
    expect(pagina.locator(".z-voortgang")).to_be_visible()
    with pagina.expect_download(timeout=60_000) as gehaald:
        pagina.locator(".z-voortgang a.btn").click(timeout=60_000)
    inhoud = gehaald.value.path().read_bytes()
    sys.stdout.write(f"opp-pdf: {time.monotonic() - begin:.1f} s, {len(inhoud) // 1024} kB\n")
    assert inhoud.startswith(b"%PDF-") and not NAMEN.search(gehaald.value.suggested_filename)
    expect(pagina.locator(".z-voortgang")).to_be_visible()  # it came without leaving the page
