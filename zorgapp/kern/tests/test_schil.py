"""The page shells: what they show, for whom, and that they stand without any context."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template.loader import render_to_string

FOUTEN = ("400", "403", "403_csrf", "404", "429", "500")


def punt(label: str, **meer: Any) -> dict[str, Any]:
    """One menu item as the context processor gives it."""
    return {"label": label, "url": f"/{label}/", "icoon": "sun", "tel": 0, "tel_soort": "", "kop": ""} | meer


def schil(menu: list[dict[str, Any]], **meer: Any) -> str:
    """Render the shell for a person with this menu."""
    user = SimpleNamespace(naam="Angèlica de Wit", initialen="AW", sneltoetsen=meer.pop("sneltoetsen", True))
    werkplek = SimpleNamespace(
        user=user,
        school=SimpleNamespace(naam="Rietveen College", pk=1),
        hoofdaanstelling=SimpleNamespace(get_rol_display="Zorgcoördinator"),
    )
    return render_to_string("base.html", {"werkplek": werkplek, "menu": menu, "thema": "dark"} | meer)


def test_schil_zegt_wie_je_bent_en_waar() -> None:
    pagina = schil([punt("Vandaag", huidig=True)])
    for deel in ("Rietveen College", "Angèlica de Wit", "Zorgcoördinator", 'href="#inhoud"', 'id="inhoud"'):
        assert deel in pagina
    assert 'data-bs-theme="dark"' in pagina
    assert 'href="/Vandaag/" aria-current="page"' in pagina


@pytest.mark.parametrize("aantal", [1, 4, 5, 9])
def test_wat_niet_in_de_balk_past_wacht_achter_meer(aantal: int) -> None:
    pagina = schil([punt(f"P{n}") for n in range(aantal)])
    balk, meer = pagina.split('<div class="z-meer" id="meer" popover>')
    assert balk.count('<a class="z-nav"') == min(aantal, 4)
    assert meer.count('href="/P') == max(aantal - 4, 0)
    assert pagina.count("<div") == pagina.count("</div>")


def test_telling_heeft_een_woord() -> None:
    pagina = schil([punt("A", tel=4, tel_soort="nieuw"), punt("B", tel=3, tel_soort="laat"), punt("C")])
    assert 'is-nieuw">4<span class="visually-hidden"> nieuw' in pagina
    assert 'is-rood">3<span class="visually-hidden"> te laat' in pagina
    assert pagina.count("z-tel ") == 2


def test_sneltoetsen_zijn_uit_te_zetten() -> None:
    assert "data-sneltoetsen" not in schil([])
    assert '<body data-sneltoetsen="uit">' in schil([], sneltoetsen=False)


def test_bericht_met_herstel_heeft_een_knop() -> None:
    def bericht(soort: int, tekst: str, extra: str = "") -> Message:
        return Message(soort, tekst, extra_tags=extra)

    pagina = schil([], messages=[bericht(constants.SUCCESS, "Terug naar Fatima", "herstel:/s/1/herstel/")])
    assert '<form method="post" action="/s/1/herstel/">' in pagina
    assert "Herstel</button>" in pagina
    pagina = schil([], messages=[bericht(constants.ERROR, "<b>Niet bewaard</b>")])
    assert "z-melding is-rood" in pagina
    assert "&lt;b&gt;" in pagina


@pytest.mark.parametrize("naam", FOUTEN)
def test_foutpagina_staat_zonder_context(naam: str) -> None:
    """Django renders the 500 page without context processors; each page says what to do next."""
    pagina = render_to_string(f"{naam}.html", {})
    assert pagina.count("<h1") == 1
    assert "btn-primary" in pagina
    assert not {"helaas", "sorry", "!"} & set(pagina.split("<main", 1)[1].lower().split())


def test_telefoonformulier_heeft_kop_vragen_en_hoofdactie() -> None:
    pagina = render_to_string("base_telefoon.html", {})
    for deel in ("z-tel-kop", 'class="z-tel-inhoud" id="inhoud"', "z-tel-voet"):
        assert deel in pagina
