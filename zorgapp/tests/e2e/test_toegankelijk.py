"""Every page by axe, on a desk and a phone, in light and dark; the console stays empty (no script or CSP errors)."""

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from zorgapp.accounts.checks import alle_patronen
from zorgapp.tests.e2e import axe
from zorgapp.tests.e2e.bladen import BLADEN, VRIJGESTELD, Blad
from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import BUREAU, WACHTWOORD, Mens, meld_aan
from zorgapp.tests.e2e.oog import mankementen

pytestmark = pytest.mark.e2e

ANTWOORD = (
    r"the server responded with a status of (403|404|422)"  # what the browser says of a page that says no
)
CSV = (
    "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas\n"
    "90001;Ties;van;Dam;2012-03-04;H2c\n90002;;;Zonder Voornaam;2012-03-04;H2c\n90003;Roos;;Vos;geen datum;H2c\n"
)
ROLLEN = (
    *("angelica", "joris", "sanne", "hanna", "ruben", "marijke", "bas", "marieke", "vera"),
    "omar@waterland.example",
)


def test_geen_pagina_vergeten() -> None:
    namen = {naam for naam, _ in alle_patronen()}
    in_de_lijst = {blad.naam for blad in BLADEN}
    assert namen - in_de_lijst - set(VRIJGESTELD) == set()
    assert (in_de_lijst | set(VRIJGESTELD)) - namen == set()
    assert in_de_lijst & set(VRIJGESTELD) == set()


def test_axe_ziet_echt_iets(mens: Callable[..., Mens]) -> None:
    """A page with a picture without words and grey on white does not pass."""
    pagina = mens("").ga("/inloggen/")
    pagina.evaluate(
        "() => { document.querySelector('main').append(new Image());"
        " document.querySelector('h1').style.color = '#ccc'; }"
    )
    gevonden = [regel.split(":")[0] for regel in axe.fouten(pagina)]
    assert {"image-alt", "color-contrast"} <= set(gevonden)


def test_het_oog_ziet_echt_iets(mens: Callable[..., Mens]) -> None:
    """A small button, a flat icon and a word that runs out of its box do not pass."""
    pagina = mens("", telefoon=True).ga("/inloggen/")
    assert mankementen(pagina) == []
    pagina.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend', '<button class="p-0">x</button>'
        + '<svg viewBox="0 0 24 24" width="48" height="12" preserveAspectRatio="none"></svg>'
        + '<p class="z-qr z-nowrap" id="inhoud">' + 'woord'.repeat(40) + '</p>')"""
    )
    assert [regel.split(":")[0] for regel in mankementen(pagina)] == [
        "te klein voor een vinger",
        "uitgerekt",
        "tekst buiten zijn vak",
        "twee keer id inhoud",
    ]


@pytest.fixture(scope="module")
def gevuld(dienst: Dienst, browser: Browser) -> Dienst:
    """What a page needs to have something to show: an import to look at, a mail that was refused, a deputy."""
    bas = meld_aan(dienst, browser, "bas")
    pagina = bas.ga("/beheer/import/")
    pagina.locator("input[type=file]").set_input_files(
        {"name": "leerlingen.csv", "mimeType": "text/csv", "buffer": CSV.encode()}
    )
    pagina.get_by_role("button", name="Bekijk wat er verandert").click()
    wacht(
        lambda: dienst.sql("SELECT 1 FROM leerlingen_import WHERE status = 'voorbeeld'"), 30, "het voorbeeld"
    )
    bas.context.close()
    dienst.sql(
        "UPDATE notifications_herinnering SET status = 'mislukt', fout = 'de mailserver weigert de mail',"
        " zending = gen_random_uuid(), geclaimd_op = now() WHERE id IN (SELECT id FROM notifications_herinnering WHERE status = 'vervallen' ORDER BY id LIMIT 3)"
    )
    dienst.sql(  # and what angelica was told, of which one mail is uncertain
        "UPDATE notifications_herinnering SET status = CASE WHEN mod(id, 3) = 0 THEN 'onzeker' ELSE 'verstuurd' END,"
        " zending = '8a6e0804-2bd0-4672-b79d-d97027f9071a', geclaimd_op = now(), verstuurd_op = now()"
        " WHERE status = 'vervallen' AND ontvanger_id ="
        " (SELECT id FROM accounts_user WHERE email = 'angelica@rietveen.example')"
    )
    dienst.sql(
        "INSERT INTO accounts_waarneming (school_id, afwezige_id, waarnemer_id, van, tot, door_id, gemaakt_op)"
        " SELECT a.school_id, a.user_id, b.id, CURRENT_DATE + 30, CURRENT_DATE + 40, a.user_id, now()"
        " FROM accounts_aanstelling a JOIN accounts_user u ON u.id = a.user_id, accounts_user b"
        " WHERE u.email = 'angelica@rietveen.example' AND b.email = 'ruben@rietveen.example' LIMIT 1"
    )
    return dienst


@pytest.fixture(scope="module")
def lezers(gevuld: Dienst, browser: Browser) -> Iterator[Callable[[str, str], Mens]]:
    """One window per person for all pages: styles, fonts and axe itself are read once."""
    wie: dict[str, Mens] = {}

    def lezer(login: str, verwacht: str) -> Mens:
        if login not in wie:
            wie[login] = meld_aan(gevuld, browser, login)
            wie[login].context.add_init_script(axe.bron())
        wie[login].begin_opnieuw(verwacht)
        return wie[login]

    yield lezer
    for een in wie.values():
        een.context.close()


def _open(een: Mens, blad: Blad) -> Page:
    """Open the page and bring it in the state that is asked for."""
    args = een.dienst.sql(blad.sql)[0] if blad.sql else ()
    antwoord = een.pagina.goto(een.dienst.basis + reverse(blad.naam, args=args) + blad.vraag)
    assert antwoord is not None and antwoord.status == blad.status, (blad.id, antwoord and antwoord.status)
    soort, _, wat = blad.doe.partition(":")
    if soort == "stuur":
        een.pagina.get_by_role("button", name=re.compile(f"^{wat}")).click()
        een.pagina.wait_for_load_state()
        if blad.naam != "account_login":
            expect(een.pagina.locator(".z-fout, .invalid-feedback, [role=alert]").first).to_be_visible()
    elif soort == "knop":
        een.toets(wat)
        expect(een.pagina.locator("details[open] form.z-uitvoer")).to_be_visible()
    elif soort == "zoek":
        een.pagina.get_by_role("combobox").press_sequentially(wat)
        expect(een.pagina.get_by_role("option").first).to_be_visible()
    return een.pagina


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.id)
def test_blad(lezers: Callable[[str, str], Mens], blad: Blad) -> None:
    verwacht = ANTWOORD if blad.status != 200 or blad.doe.startswith("stuur") else ""
    een = lezers(blad.wie, verwacht)
    een.pagina.set_viewport_size(BUREAU)  # type: ignore[arg-type]
    een.pagina.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert axe.bekijk(_open(een, blad)) == []
    assert een.klachten() == []


@pytest.mark.parametrize(("wie", "pad"), [("joris", "/bestaat-niet/"), ("joris", "/signalen/")])
def test_foutpagina(mens: Callable[..., Mens], wie: str, pad: str) -> None:
    een = mens(wie, verwacht=ANTWOORD)
    een.pagina.goto(een.dienst.basis + pad)
    expect(een.pagina.get_by_role("heading", level=1)).to_be_visible()
    assert axe.bekijk(een.pagina) == []


def test_menu_op_de_telefoon(mens: Callable[..., Mens]) -> None:
    een = mens("angelica", telefoon=True)
    pagina = een.ga("/")
    een.tik(pagina.get_by_role("button", name="Meer"))
    expect(pagina.locator("#meer")).to_be_visible()
    assert axe.fouten(pagina) == []
    een.tik(pagina.get_by_role("button", name=re.compile("Angèlica")))
    expect(pagina.get_by_role("button", name="Uitloggen")).to_be_visible()
    assert axe.fouten(pagina) == []


def test_uitnodiging_en_nieuw_wachtwoord(gevuld: Dienst, mens: Callable[..., Mens]) -> None:
    bas = mens("bas")
    pagina = bas.ga("/beheer/mensen/nieuw/")
    pagina.locator("[name=email]").fill("nieuw@rietveen.example")
    pagina.locator("[name=voornaam]").fill("Nieuw")
    pagina.locator("[name=achternaam]").fill("Gezicht")
    pagina.locator("[name=rollen_keuze][value=docent]").check()
    pagina.locator("main form button.btn-primary, main form input[type=submit]").last.click()
    mail = wacht(lambda: gevuld.postbus.aan("nieuw@"), 20, "de uitnodiging")[0]
    nieuw = mens("")
    nieuw.pagina.goto(_link(mail.get_content(), "/uitnodiging/"))
    expect(nieuw.pagina.get_by_role("heading", level=1)).to_be_visible()
    assert axe.bekijk(nieuw.pagina) == []
    verlopen = mens("", verwacht=ANTWOORD)
    verlopen.pagina.goto(f"{gevuld.basis}/uitnodiging/bestaat-niet/")
    assert axe.bekijk(verlopen.pagina) == []

    vergeten = nieuw.ga("/wachtwoord/vergeten/")
    vergeten.get_by_label("E-mailadres").fill("tom@rietveen.example")
    vergeten.get_by_role("button").first.click()
    mail = wacht(lambda: gevuld.postbus.aan("tom@"), 20, "de mail over het wachtwoord")[0]
    vergeten.goto(_link(mail.get_content(), "/wachtwoord/nieuw/"))
    expect(vergeten.locator("input[type=password]").first).to_be_visible()
    assert axe.bekijk(vergeten) == []


def _link(tekst: str, deel: str) -> str:
    gevonden = re.search(rf"http\S*{re.escape(deel)}\S+", tekst)
    assert gevonden is not None, tekst
    return gevonden[0]


def _code(geheim: str) -> str:
    """The six digits an authenticator shows now (RFC 6238)."""
    hash_ = hmac.digest(base64.b32decode(geheim), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    begin = hash_[-1] & 15
    return f"{(struct.unpack('>I', hash_[begin : begin + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def test_tweede_stap(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    """The second step from start to finish, each page by axe; and signing in with it. Nobody else here is Nadia."""
    nadia = mens("nadia", vers=True)
    pagina = nadia.ga("/tweestaps/")
    assert axe.bekijk(pagina) == []
    pagina = nadia.ga("/tweestaps/aanzetten/")
    assert axe.bekijk(pagina) == []
    geheim = pagina.locator("code").inner_text().strip()
    pagina.get_by_label("Code").fill(_code(geheim))
    pagina.get_by_role("button", name="Zet aan").click()
    pagina.wait_for_url(lambda url: "aanzetten" not in url)
    for pad in (
        *("/tweestaps/", "/tweestaps/herstelcodes/", "/tweestaps/herstelcodes/nieuw/"),
        *("/tweestaps/uitzetten/", "/tweestaps/bevestig/"),
    ):
        assert (pad, axe.bekijk(nadia.ga(pad))) == (pad, [])
    ander = mens("")
    pagina = ander.ga("/inloggen/")
    pagina.get_by_label("E-mailadres").fill("nadia@rietveen.example")
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(re.compile("/tweestaps/"))
    assert axe.bekijk(pagina) == []
    herstelcode = nadia.ga("/tweestaps/herstelcodes/").locator(".z-codes li").first.inner_text().strip()
    pagina.get_by_label("Code").fill(herstelcode)
    pagina.locator("main button.btn-primary").click()
    pagina.wait_for_url(f"{dienst.basis}/")


@pytest.mark.alles
@pytest.mark.parametrize("wie", ROLLEN)
def test_alle_rollen(gevuld: Dienst, mens: Callable[..., Mens], wie: str) -> None:
    """Every page that this role may open × three widths × two themes."""
    een, gevonden = mens(wie, verwacht=ANTWOORD), []
    for blad in BLADEN:
        if not blad.wie or blad.doe:
            continue
        args = gevuld.sql(blad.sql)[0] if blad.sql else ()
        antwoord = een.pagina.goto(gevuld.basis + reverse(blad.naam, args=args) + blad.vraag)
        if antwoord is None or antwoord.status != 200:
            continue
        for breedte in (360, 820, 1440):
            een.pagina.set_viewport_size({"width": breedte, "height": 900})
            for thema in ("light", "dark"):
                een.pagina.emulate_media(color_scheme=thema, reduced_motion="reduce")
                gevonden += [f"{blad.id} {breedte} {thema}: {fout}" for fout in axe.fouten(een.pagina)]
    assert gevonden == []
