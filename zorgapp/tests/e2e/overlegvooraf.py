"""Up to the meeting, as its people do it: a series, an agenda from proposals, a rondvraag, reading before."""

import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

from zorgapp.tests.e2e.mens import Mens, past_in_de_breedte
from zorgapp.tests.e2e.oog import mankementen

WIE = "Kees Jan Bakker"
VRAAG, VRAAG_ANDER = "Wat helpt hem in de middag?", "Wat is er nodig voor het OPP?"
GEZIEN = "Na de lunch is hij stil."
VANDAAG = "SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date"
VAN = "JOIN overleg_agendapunt p ON p.id = r.punt_id JOIN accounts_user u ON u.id ="
_GEVRAAGD = f"SELECT r.id FROM overleg_rondvraag r {VAN} r.collega_id WHERE p.overleg_id = %s AND u.email LIKE 'sanne@%%'"


def gedaan(pagina: Page, tekst: str = "") -> None:
    """Wait for the word that it was done."""
    expect(pagina.locator(".z-gedaan").first).to_contain_text(tekst)


def _vraag_erbij(pagina: Page, naam: str, *, typ: bool) -> None:
    """Ask a colleague to every meeting of a series: from the short list, or anybody by typing his name."""
    pagina.locator("summary", has_text="Vraag een collega vast erbij").click()
    keuze = pagina.locator("select[name=collega]")
    if typ:
        pagina.locator(".z-kies", has=keuze).locator("summary").click()
        pagina.locator("[name=collega_naam]").press_sequentially(naam[:5].lower())
        pagina.locator(".z-zoeklijst [role=option]", has_text=naam).click()
    else:
        keuze.select_option(label=keuze.locator("option", has_text=naam).inner_text())
    pagina.get_by_role("button", name="Vraag erbij").first.click()
    expect(pagina.locator("[aria-labelledby=h-leden]")).to_contain_text(naam)


def plan_reeks(angelica: Mens) -> int:
    """A weekly zorgoverleg from the next weekday, with what the school skips shown first; the number of the series."""
    eerste: date = angelica.dienst.een(VANDAAG) + timedelta(days=1)
    eerste += timedelta(days=max(0, 7 - eerste.weekday()) if eerste.weekday() > 4 else 0)
    pagina = angelica.ga("/overleg/")
    pagina.get_by_role("link", name="Reeks", exact=True).click()
    pagina.locator("main a.z-rij", has_text=re.compile("^Zorgoverleg")).click()
    pagina.get_by_label("Eerste keer").fill(str(eerste))
    pagina.get_by_label("Tot en met").fill(str(eerste + timedelta(days=70)))
    pagina.get_by_label("Hoe laat?").fill("15:45")
    pagina.get_by_label("Hoeveel minuten?").fill("60")
    pagina.get_by_label("Waar?").fill("lokaal 1.12")
    pagina.locator("select[name=notulist]").select_option(label="Ilse Brandsma, remedial teacher")
    pagina.get_by_role("button", name="Bekijk de dagen").click()
    expect(pagina.locator("#h-dagen")).to_contain_text("overleggen")
    pagina.get_by_role("button", name="Zet deze dagen klaar").click()
    pagina.wait_for_url(re.compile(r"/overleg/reeks/\d+/$"))
    _vraag_erbij(pagina, "Ruben Maas", typ=False)
    _vraag_erbij(pagina, "Joris Hendriks", typ=True)
    return int(pagina.url.split("/")[-2])


def maak_agenda(angelica: Mens) -> tuple[int, str]:
    """Two pupils from the proposals, each with a question; the number of the meeting, and who the other pupil is."""
    pagina = angelica.pagina
    pagina.locator("[aria-labelledby=h-komt] a.z-rij").first.click()
    pagina.get_by_role("link", name="Maak de agenda").click()
    voorstel = pagina.locator("form[data-voorstellen] label")
    ander = voorstel.filter(has_not_text="H3b").first
    naam = ander.locator(".z-sterk").inner_text()
    for rij in (voorstel.filter(has_text=WIE), ander):
        rij.locator("input").check()
    pagina.get_by_role("button", name="Zet 2 op de agenda").click()
    expect(pagina.locator(".z-inleiding")).to_contain_text("Nog 2 zonder vraag.")
    for wie, vraag in ((WIE, VRAAG), (naam, VRAAG_ANDER)):
        _rij(pagina, wie).get_by_role("link", name="Wijzig").click()
        pagina.get_by_label("Wat is de vraag?").first.fill(vraag)
        pagina.get_by_role("button", name="Bewaar dit punt").click()
        expect(_rij(pagina, wie)).to_contain_text(vraag)
    expect(pagina.locator(".z-inleiding")).not_to_contain_text("zonder vraag")
    if pagina.locator("[aria-labelledby=h-agenda] .z-rij").first.inner_text().find(WIE) < 0:
        pagina.get_by_role("button", name=f"{WIE} omhoog").click()
    return int(pagina.url.split("/overleg/")[1].split("/")[0]), naam


def _rij(pagina: Page, wie: str) -> Locator:
    return pagina.locator("[aria-labelledby=h-agenda] .z-rij", has_text=wie)


def rondvraag(angelica: Mens, sanne: Mens, pk: int) -> None:
    """Two teachers are asked; one answers on her phone, and Vandaag is where she finds it."""
    _rij(angelica.pagina, WIE).get_by_role("link", name="Rondvraag").click()
    pagina = angelica.pagina
    for vak in pagina.locator("[name=collegas]").all():
        vak.uncheck()
    for docent in ("Sanne Koster", "Pieter Dekker"):
        pagina.get_by_label(docent).check()
    pagina.get_by_role("button", name="Vraag het").click()
    gedaan(pagina)
    pagina = sanne.ga("/")
    sanne.tik(pagina.locator("[aria-labelledby=h-verder] a", has_text="Drie korte vragen"))
    pagina.wait_for_url(re.compile("/overleg/rondvraag/"))
    nummer = sanne.dienst.een(_GEVRAAGD, pk)
    if not pagina.url.endswith(f"/{nummer}/"):  # other meetings may ask her as well
        sanne.tik(pagina.locator(f"main a[href='/overleg/rondvraag/{nummer}/']"))
    pagina.get_by_label("Wat zie je?").fill(GEZIEN)
    assert mankementen(pagina) == [] and past_in_de_breedte(pagina)
    sanne.tik(pagina.get_by_role("button", name="Geef antwoord"))
    gedaan(pagina)


def lees_vooraf(ruben: Mens, pk: int, ander: str) -> None:
    """A participant of the zorgteam reads both pupils, and what the teacher wrote."""
    pagina = ruben.ga(f"/overleg/{pk}/")
    pagina.get_by_role("link", name="Lees vooraf").click()
    for tekst in (WIE, ander, VRAAG, GEZIEN):
        expect(pagina.locator("main")).to_contain_text(tekst)
