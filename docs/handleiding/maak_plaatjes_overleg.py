"""Take the pictures of meetings, agreements, people from outside and the coachlijn from the meetings of the demo.

Run the other scripts on the same fresh demo first: this one makes an agenda, and begins and closes a meeting.
"""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from maak_plaatjes import BREED, BUREAU, TELEFOON, Fotograaf, bewaar, fotograaf
from playwright.sync_api import Page, ViewportSize

Z, JORIS, SANNE, MARIEKE = (f"{naam}@rietveen.example" for naam in ("angelica", "joris", "sanne", "marieke"))
HOOG, SMAL_HOOG = ViewportSize(width=1180, height=860), ViewportSize(width=390, height=900)
NEDERLAND = ZoneInfo("Europe/Amsterdam")
VRAGEN = ("Welke hulp past er na de kerst?", "Wat moet er nog in het OPP?")


def plannen(foto: Fotograaf) -> None:
    """The days of a new series, before they are saved."""
    with foto.als(Z, HOOG) as pagina:
        pagina.goto("/overleg/")
        bewaar(pagina, "overleggen")
        vandaag = datetime.now(NEDERLAND).date()
        begin = vandaag + timedelta(days=9 - vandaag.weekday() if vandaag.weekday() > 1 else 1)
        pagina.goto("/overleg/reeks/nieuw/?soort=zorgoverleg")
        pagina.get_by_label("Eerste keer").fill(str(begin))
        pagina.get_by_label("Tot en met").fill(str(begin + timedelta(days=98)))
        pagina.get_by_label("Hoe laat?").fill("13:00")
        pagina.get_by_label("Hoeveel minuten?").fill("90")
        pagina.get_by_role("button", name="Bekijk de dagen").click()
        pagina.locator("#h-dagen").wait_for()
        bewaar(pagina, "overleg-reeks")


def agenda(foto: Fotograaf) -> None:
    """The agenda with its proposals; when it is empty, of three pupils, two of them with a question."""
    with foto.als(Z, BREED) as pagina:
        pagina.goto("/overleg/")
        pagina.locator("main a.z-rij", has_text="Zorgoverleg").first.click()
        pagina.get_by_role("link", name="Maak de agenda").click()
        if not pagina.locator("[aria-labelledby=h-agenda] .z-rij").count():
            for vinkje in pagina.locator("form[data-voorstellen] input[name=leerling]").all()[1:4]:
                vinkje.check()
            pagina.locator("[data-knop]").click()
            for nummer, vraag in enumerate(VRAGEN):
                rij = pagina.locator("[aria-labelledby=h-agenda] .z-rij").nth(nummer)
                rij.get_by_role("link", name="Wijzig").click()
                pagina.locator("#w-vraag").fill(vraag)
                pagina.get_by_role("button", name="Bewaar dit punt").click()
                pagina.locator("#w-vraag").wait_for(state="detached")
        pagina.reload()  # without what was just done
        bewaar(pagina, "overleg-agenda")


def vooraf(foto: Fotograaf) -> None:
    """A teacher is asked; and what a participant reads."""
    with foto.als(SANNE, SMAL_HOOG) as pagina:
        pagina.goto("/overleg/rondvraag/")
        pagina.locator("main a.z-rij", has_text="Kees Jan Bakker").first.click()
        bewaar(pagina, "rondvraag")
    with foto.als(Z, HOOG) as pagina:
        pagina.goto(f"{_vol(pagina)}vooraf/")
        bewaar(pagina, "overleg-vooraf")


def _vol(pagina: Page) -> str:
    """The zorgoverleg of the demo day, with an agenda that was prepared; its address."""
    for toon in ("komend", "geweest"):
        pagina.goto(f"/overleg/?toon={toon}")
        for adres in [a.get_attribute("href") for a in pagina.locator("main a.z-rij").all()][:3]:
            pagina.goto(str(adres))
            if pagina.get_by_text("Hoe krijgt hij bij elk vak dezelfde extra tijd?").count():
                return pagina.url
    raise LookupError("het zorgoverleg van de demodag is er niet meer; neem een verse demo")


def bezig(foto: Fotograaf) -> None:
    """That meeting while it is on, at a time when it would be; then closing it, the report, telling."""
    with foto.als(Z, BREED) as pagina:
        adres = _vol(pagina)
        pagina.get_by_role("button", name="Begin", exact=True).click()
        pagina.locator("#id_tekst").wait_for()
        live = pagina.url
        pagina.locator("[data-toets=n]").fill("Zet de extra tijd in de toetsplanner")
        pagina.locator("#nieuw label", has_text="Ilse").first.click()
        pagina.locator("#nieuw [name=klaar]").first.check(force=True)
        pagina.locator("#id_wat").press("Control+Enter")
        pagina.locator("#uit .z-rij").first.wait_for()
        pagina.locator("#id_tekst").fill(
            "Wiskunde en economie gaan goed. Bij de talen hangt het van de docent af.\nIlse kijkt mee bij Duits."
        )
        pagina.locator("[data-status]", has_text="Bewaard").wait_for()
        for naam in ("Ilse Brandsma", "Ruben Maas"):
            pagina.locator(".z-er", has_text=naam).click()
            pagina.locator(".z-er[aria-pressed=true]", has_text=naam).wait_for()
        pagina.goto(live)  # without what was just done
        bewaar(pagina, "overleg-bezig")
        pagina.get_by_role("button", name=re.compile("^Volgende:")).click()
        pagina.goto(f"{adres}sluiten/")
        pagina.set_viewport_size(HOOG)
        bewaar(pagina, "overleg-sluiten")
        pagina.get_by_role("button", name="Sluit af en verstuur het verslag").click()
        pagina.goto(f"{adres}verslag/")
        bewaar(pagina, "overleg-verslag")
    with foto.als(JORIS, SMAL_HOOG) as pagina:
        pagina.goto("/overleg/terugvertellen/")
        pagina.locator("main a.z-rij", has_text="Kees Jan Bakker").first.click()
        bewaar(pagina, "vertellen")


def afspraken(foto: Fotograaf) -> None:
    """The list of the coordinator and one of her agreements."""
    with foto.als(Z, BUREAU) as pagina:
        pagina.goto("/afspraken/?wie=team")
        bewaar(pagina, "afspraken")


def buiten(foto: Fotograaf) -> None:
    """What the school sets for people from outside, and what they see."""
    with foto.als(Z, HOOG) as pagina:
        pagina.goto("/overleg/")
        pagina.locator("main a.z-rij", has_text="ZAT").first.click()
        pagina.get_by_role("link", name="Maak de agenda").click()
        pagina.locator("[aria-labelledby=h-agenda] .z-rij", has_text="Sem Visser").get_by_role(
            "link", name="Voor externen"
        ).click()
        bewaar(pagina, "zat-school")
    with foto.als(MARIEKE, SMAL_HOOG) as pagina:
        pagina.goto("/mijn-overleggen/")
        pagina.locator("main a.z-rij", has_text="ZAT").first.click()
        bewaar(pagina, "zat-extern")


def coach(foto: Fotograaf) -> None:
    """A teacher and her coach."""
    with foto.als(SANNE, TELEFOON) as pagina:
        pagina.goto("/coachlijn/")
        pagina.locator("main a.z-rij").first.click()
        bewaar(pagina, "coachlijn")


def main() -> None:
    with fotograaf() as foto:
        for deel in (plannen, agenda, vooraf, afspraken, buiten, coach, bezig):
            deel(foto)


if __name__ == "__main__":
    main()
