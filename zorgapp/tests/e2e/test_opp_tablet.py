"""The pupil tells it himself in a real browser: on the tablet of his mentor, who takes it back, and by a link and a code."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from zorgapp.tests.e2e.axe import bekijk
from zorgapp.tests.e2e.dienst import Dienst
from zorgapp.tests.e2e.mens import WACHTWOORD, Mens, past_in_de_breedte

pytestmark = pytest.mark.e2e
TABLET = {"width": 820, "height": 1180}
_KLASGENOOT = (
    "SELECT max(l.id) FROM leerlingen_leerling l JOIN leerlingen_plaatsing p ON p.leerling_id = l.id "
    "JOIN leerlingen_mentorschap m ON m.klas_id = p.klas_id JOIN accounts_user u ON u.id = m.user_id "
    "WHERE u.email = 'joris@rietveen.example' AND p.tot IS NULL AND l.uitgeschreven_op IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM ondersteuning_opp o WHERE o.leerling_id = l.id)"
)


def _opp(dienst: Dienst, angelica: Mens) -> str:
    """The address of hearing a class mate, for whom the coordinator begins an OPP."""
    leerling = dienst.een(_KLASGENOOT)
    pagina = angelica.ga(f"/leerlingen/{leerling}/opp/begin/")
    pagina.locator("select[name=opsteller]").select_option(label="Angèlica de Wit, zorgcoördinator")
    pagina.get_by_label("Waarom?").fill("Extra ondersteuning")
    pagina.get_by_role("button", name="Begin", exact=True).click()
    pagina.wait_for_url(re.compile(r"/opp/\d+/"))
    return f"/opp/{dienst.een('SELECT id FROM ondersteuning_opp WHERE leerling_id = %s', leerling)}/horen/"


def _schrijf(pagina: Page, woorden: str) -> None:
    pagina.get_by_label("Schrijf hier wat je wilt vertellen").fill(woorden)
    pagina.get_by_role("button", name="Verstuur mijn woorden").click()
    expect(pagina.get_by_role("heading", name="Dank je")).to_be_visible()


def test_de_leerling_vertelt_zelf(dienst: Dienst, browser: Browser, mens: Callable[..., Mens]) -> None:
    horen = _opp(dienst, mens("angelica"))
    joris = mens("joris", vers=True, maat=TABLET, verwacht="status of 4(22|03)")
    pagina = joris.ga(horen)
    pagina.get_by_label("Welke hulp bood je aan?").fill("Samen lezen")
    pagina.get_by_role("button", name="Leg het aanbod vast").click()
    pagina.get_by_role("button", name=re.compile("Geef dit apparaat")).click()
    pagina.wait_for_url(re.compile("/tablet/$"))
    assert bekijk(pagina) == []
    pagina.set_viewport_size(TABLET)  # type: ignore[arg-type]
    assert past_in_de_breedte(pagina)
    _schrijf(pagina, "Ik wil graag voorin zitten.")
    assert bekijk(pagina) == []

    # Whatever he tries, there is this page: an address, the history, another tab.
    for adres in ("/", horen, "/uitloggen/", "/inloggen/"):
        pagina.goto(dienst.basis + adres)
        expect(pagina.get_by_text("Dit heb je al verteld")).to_be_visible()
    pagina.go_back()
    assert "/tablet/" in pagina.url
    ander = joris.tabblad()
    ander.goto(f"{dienst.basis}/leerlingen/")
    assert ander.url.endswith("/tablet/")
    ander.close()

    pagina.get_by_role("link", name="Voor de mentor").click()
    for wachtwoord in ("hallo", WACHTWOORD):
        assert bekijk(pagina) == []
        pagina.get_by_label("Wachtwoord").fill(wachtwoord)
        pagina.get_by_role("button", name="Ga terug naar zorgapp").click()
    expect(pagina.get_by_text("‘Ik wil graag voorin zitten.’")).to_be_visible()

    pagina.get_by_role("button", name="Geef een link op papier").click()
    adres = "/persoonlijk/" + pagina.get_by_text("/persoonlijk/").inner_text().rpartition("/persoonlijk/")[2]
    code = pagina.locator("p", has_text=re.compile(r"^[A-Z2-9]{4} [A-Z2-9]{4}$")).inner_text()
    thuis = browser.new_context(locale="nl-NL").new_page()
    fouten: list[str] = []
    thuis.on("console", lambda m: fouten.append(m.text) if "Content Security" in m.text else None)
    thuis.goto(dienst.basis + adres)
    assert bekijk(thuis) == []
    thuis.get_by_label("Code").fill(code.lower())
    thuis.get_by_role("button", name="Ga verder").click()
    assert bekijk(thuis) == []
    _schrijf(thuis, "Thuis bedacht ik nog iets.")
    thuis.goto(dienst.basis + adres)
    expect(thuis.get_by_text("Vraag school om een nieuwe.")).to_be_visible()
    assert fouten == []
    thuis.context.close()
    assert dienst.een("SELECT count(*) FROM ondersteuning_inbreng WHERE opgetekend_door_id IS NULL") >= 2
