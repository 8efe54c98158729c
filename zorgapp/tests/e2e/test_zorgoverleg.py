"""A zorgoverleg from planning to the next one, as its people play it: two of them write in it at the same time.

The second story is that of a partner at the table: a name comes and goes with the consent of a parent. How minutes of two
people are put together letter by letter is in test_samen_notuleren.py.
"""

import re
import sys
import time
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens, past_in_de_breedte
from zorgapp.tests.e2e.oog import mankementen
from zorgapp.tests.e2e.overlegvooraf import (
    VAN,
    VANDAAG,
    WIE,
    gedaan,
    lees_vooraf,
    maak_agenda,
    plan_reeks,
    rondvraag,
)

pytestmark = pytest.mark.e2e

BESLUIT, AFSPRAAK, BLIJFT = (
    "Hij begint rustig.",
    "Vraag hem hoe de middag ging",
    "Kijk mee in de les na de lunch",
)
GEHEIM = "Dit stuk is alleen voor het zorgteam."
MERKT = "Hij weet het, en vindt het fijn."
_VERTELLEN = f"SELECT r.id FROM overleg_terugvertellen r {VAN} r.mentor_id WHERE p.overleg_id = %s AND u.email LIKE 'joris@%%'"


def _vak(pagina: Page) -> Locator:
    return pagina.get_by_label("Notulen")


def _samen_schrijven(angelica: Mens, ilse: Mens, pk: int) -> tuple[Page, Page]:
    """Coordinator and minute taker type in the same minutes at the same time, then one of them has no connection."""
    een = angelica.ga(f"/overleg/{pk}/")
    een.get_by_role("button", name="Begin", exact=True).click()
    expect(een.get_by_role("heading", name=WIE)).to_be_visible()
    een.locator(".z-er", has_text="Ilse Brandsma").click()
    expect(een.locator(".z-er[aria-pressed=true]", has_text="Ilse Brandsma")).to_be_visible()
    twee = ilse.ga(f"/overleg/{pk}/")
    twee.get_by_role("link", name="Naar het overleg").click()
    _vak(een).press_sequentially(BESLUIT)
    _vak(twee).press_sequentially("Ouders bellen vrijdag. ")
    for pagina in (een, twee):
        expect(_vak(pagina)).to_have_value(re.compile(re.escape(BESLUIT)), timeout=9000)
        expect(_vak(pagina)).to_have_value(re.compile("Ouders bellen vrijdag."), timeout=9000)
    status = twee.locator("[data-status]")
    ilse.context.set_offline(True)
    _vak(twee).press("Control+End")
    _vak(twee).press_sequentially(" De kaart klopt nog.")
    expect(status).to_have_text("De verbinding viel weg. Je tekst staat nog in dit scherm.")
    ilse.context.set_offline(False)
    expect(status).to_have_text(re.compile(r"^Bewaard om \d\d\.\d\d$"), timeout=9000)
    expect(_vak(een)).to_have_value(re.compile("De kaart klopt nog."), timeout=9000)
    return een, twee


def _afspraak(pagina: Page, wat: str, wie: str) -> None:
    """With the keyboard; the form stays open for a next one."""
    pagina.locator("#id_wat").fill(wat)
    pagina.locator("#nieuw label", has_text=wie).first.click()
    pagina.locator("#nieuw [name=klaar]").first.check(force=True)
    pagina.locator("#id_wat").press("Control+Enter")
    expect(pagina.locator("#uit")).to_contain_text(wat)


def _sluit(een: Page, ander: str) -> float:
    """Through the second pupil to the end; when it was closed (monotonic seconds)."""
    een.get_by_role("button", name="Volgende:").click()
    expect(een.locator("#h-punt")).to_have_text(ander)
    _vak(een).press_sequentially(GEHEIM)
    een.locator("#verder button", has_text="Besproken").click()
    gedaan(een, "De agenda is rond.")
    een.get_by_role("link", name="Overleg afsluiten").click()
    expect(een.locator(".z-inleiding")).to_contain_text("De agenda is rond.")
    begin = time.monotonic()
    een.get_by_role("button", name="Sluit af en verstuur het verslag").click()
    gedaan(een)
    return begin


def _verslag_in_de_post(dienst: Dienst, begin: float, namen: re.Pattern[str]) -> None:
    """Everybody within 60 s, and no mail says about whom it is."""

    def is_er(wie: str) -> bool:
        return any("Je verslag staat klaar" in str(mail["Subject"]) for mail in dienst.postbus.aan(wie))

    for wie in ("ilse@", "ruben@", "joris@"):
        wacht(partial(is_er, wie), 60, f"het verslag voor {wie}")
    sys.stdout.write(f"verslag: {time.monotonic() - begin:.1f} s van afsluiten tot de laatste mail\n")
    assert time.monotonic() - begin < 60
    for mail in dienst.postbus.mails:
        assert not namen.search(f"{mail['Subject']}\n{mail.get_content()}")


def _ieder_het_zijne(ruben: Mens, joris: Mens, sanne: Mens, pk: int, ander: str) -> None:
    pagina = ruben.ga(f"/overleg/{pk}/verslag/")
    for tekst in (WIE, ander, BESLUIT, GEHEIM):
        expect(pagina.locator("main")).to_contain_text(tekst)
    pagina = joris.ga(f"/overleg/{pk}/verslag/")
    expect(pagina.locator("[aria-labelledby=h-mijn]")).to_contain_text(AFSPRAAK)
    expect(pagina.locator("main")).to_contain_text("En 1 punt dat niet voor jou is.")
    assert ander not in pagina.content() and GEHEIM not in pagina.content()
    assert sanne.pagina.request.get(f"{sanne.dienst.basis}/overleg/{pk}/verslag/").status == 404


def _mentor_vertelt_en_tikt_af(joris: Mens, pk: int) -> None:
    """On his phone: what he may tell, noted; and his agreement ticked off in one tap."""
    pagina = joris.ga("/overleg/terugvertellen/")
    adres = f"/overleg/terugvertellen/{joris.dienst.een(_VERTELLEN, pk)}/"
    joris.tik(pagina.locator(f"main a[href='{adres}']", has_text=WIE))
    expect(pagina.locator("[aria-labelledby=h-wat]")).to_contain_text(AFSPRAAK)
    assert BESLUIT not in pagina.content()
    vandaag = str(joris.dienst.een(VANDAAG))
    for wie in ("leerling", "ouders"):
        pagina.locator(f"[name={wie}_op]").fill(vandaag)
    pagina.get_by_label("Wat zeiden ze?").fill(MERKT)
    assert mankementen(pagina) == [] and past_in_de_breedte(pagina)
    joris.tik(pagina.get_by_role("button", name="Noteer"))
    gedaan(pagina)
    pagina = joris.ga("/overleg/terugvertellen/?toon=klaar")
    expect(pagina.locator(f"main a[href='{adres}']", has_text=WIE)).to_be_visible()

    pagina = joris.ga("/afspraken/")
    rij = pagina.locator(".z-afspraak", has_text=AFSPRAAK)
    tikken = joris.tikken
    joris.tik(rij.get_by_role("button", name="Gelukt"))
    expect(pagina.locator(".z-afspraak.is-klaar").get_by_role("button", name="Herstel")).to_be_visible()
    assert joris.tikken - tikken == 1
    assert mankementen(pagina) == [] and past_in_de_breedte(pagina)


def _de_volgende_begint_ermee(angelica: Mens, reeks: int) -> None:
    """What is open comes back by itself, what was done does not; the answer is one click."""
    pagina = angelica.ga(f"/overleg/reeks/{reeks}/")
    pagina.locator("[aria-labelledby=h-komt] a.z-rij").first.click()
    pagina.get_by_role("link", name="Maak de agenda").click()
    voorstel = pagina.locator("form[data-voorstellen] label", has_text=WIE)
    expect(voorstel).to_contain_text("open afspra")
    voorstel.locator("input").check()
    pagina.locator("[data-knop]").click()
    pagina.locator(".z-kruim a").first.click()
    pagina.get_by_role("button", name="Begin", exact=True).click()
    vorige = pagina.locator("#vorige")
    expect(vorige).to_contain_text(BLIJFT)
    expect(vorige).not_to_contain_text(AFSPRAAK)
    rij = vorige.locator(".z-vorige", has_text=BLIJFT)
    rij.get_by_role("button", name="Loopt").click()
    expect(rij.get_by_role("button", name="Loopt")).to_have_attribute("aria-pressed", "true")


def test_van_plannen_tot_de_volgende(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    angelica, ilse, ruben = (
        mens("angelica"),
        mens("ilse", verwacht="ERR_INTERNET_DISCONNECTED"),
        mens("ruben"),
    )
    sanne, joris = mens("sanne", telefoon=True), mens("joris", telefoon=True)
    reeks = plan_reeks(angelica)
    pk, ander = maak_agenda(angelica)
    rondvraag(angelica, sanne, pk)
    lees_vooraf(ruben, pk, ander)
    een, twee = _samen_schrijven(angelica, ilse, pk)
    _afspraak(twee, AFSPRAAK, "Joris")
    _afspraak(twee, BLIJFT, "Jij")
    expect(een.locator("#uit")).to_contain_text(BLIJFT, timeout=9000)
    dienst.postbus.mails.clear()
    begin = _sluit(een, ander)
    expect(twee.locator("#berichten")).to_contain_text("afgesloten", timeout=9000)
    _verslag_in_de_post(
        dienst, begin, re.compile("|".join((*WIE.split(), *ander.split()[:1])), re.IGNORECASE)
    )
    _ieder_het_zijne(ruben, joris, sanne, pk, ander)
    _mentor_vertelt_en_tikt_af(joris, pk)
    _de_volgende_begint_ermee(angelica, reeks)


_ZAT = (
    "SELECT p.overleg_id, p.id, p.leerling_id FROM overleg_agendapunt p JOIN overleg_overleg o ON o.id = p.overleg_id "
    "JOIN leerlingen_leerling l ON l.id = p.leerling_id WHERE o.soort = 'zat' AND o.status = 'gepland' "
    "AND l.roepnaam = 'Sem' AND l.achternaam = 'Visser'"
)


def _antwoord(angelica: Mens, wat: str) -> None:
    """Note on the page of the consent what the parent said today."""
    pagina = angelica.pagina
    pagina.get_by_label(wat).check()
    pagina.get_by_label("Hoe?").select_option(label="mondeling, door de school vastgelegd")
    pagina.get_by_role("button", name="Leg het antwoord vast").click()
    gedaan(pagina)


def _mag_delen(angelica: Mens, leerling: int) -> None:
    pagina = angelica.ga(f"/leerlingen/{leerling}/toestemming/vragen/")
    pagina.get_by_label("Met wie wil je delen?").select_option(label="jeugdhulp gemeente")
    pagina.get_by_label("Waarvoor?").fill("samen kijken welke hulp thuis past")
    pagina.get_by_label("naam, klas en contactgegevens").check()
    pagina.get_by_role("button", name="Leg de vraag vast").click()
    pagina.wait_for_url(re.compile(r"/toestemming/\d+/$"))
    _antwoord(angelica, "Ja, akkoord")


def test_wat_iemand_van_buiten_ziet(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    """Of the ZAT only what is for him: without a name, with it after a yes, and no longer when it is withdrawn."""
    angelica, marieke = mens("angelica"), mens("marieke", telefoon=True)
    zat, punt, leerling = dienst.sql(_ZAT)[0]
    pagina = marieke.ga("/")
    marieke.tik(pagina.get_by_role("link", name=re.compile("overleg")).first)
    marieke.tik(pagina.locator(f"main a[href='/mijn-overleggen/{zat}/']"))
    rijen = pagina.locator("[aria-labelledby=h-punten] .z-rij")
    expect(rijen).to_have_count(2)  # of three
    sem = rijen.filter(has_text="dinsdag")
    expect(sem).to_contain_text("Leerling")
    assert mankementen(pagina) == [] and past_in_de_breedte(pagina)

    def ziet() -> str:
        return marieke.ga(f"/mijn-overleggen/{zat}/").content()

    assert "Sem" not in ziet() and "Amal" not in ziet()
    _mag_delen(angelica, leerling)
    toestemming = angelica.pagina.url.removeprefix(dienst.basis)
    assert "Sem Visser" in ziet() and "M3a" not in ziet()
    expect(angelica.ga(f"/overleg/punt/{punt}/extern/").locator("main")).to_contain_text("Met naam")
    angelica.ga(toestemming)
    _antwoord(angelica, "Trekt het akkoord in")
    assert "Sem" not in ziet()
    expect(sem).to_contain_text("Leerling")
    for pad in (f"/overleg/{zat}/", f"/overleg/{zat}/verslag/", f"/leerlingen/{leerling}/"):
        assert marieke.pagina.request.get(dienst.basis + pad).status >= 400
