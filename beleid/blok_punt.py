"""The first block of Beleid en jaar: the development point on its meter, and what deliberately waits."""

from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from beleid.access_punt import mag_kiezen, niet_nu_van, punten_van
from beleid.blokken import Blok
from beleid.kerngetallen import KERNCIJFERS, Kernstand, kernstanden
from beleid.models import Ontwikkelpunt
from beleid.puntmeter import Streep, gehaald, met_eenheid, strepen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import MAANDEN
from zorgapp.kern.schooljaar import Schooljaar

BREED = 600


def blok(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Any]:
    """The point (or two), its figure of last night, and the list of what waits."""
    punten = punten_van(werkplek, jaar)
    voorbij = jaar.eind < werkplek.dag
    standen = kernstanden(werkplek, jaar) if punten else {}
    return {
        "punten": [punt_beeld(punt, standen.get(punt.cijfer)) for punt in punten],
        "later": niet_nu_van(werkplek),
        "jaar": jaar,
        "voorbij": voorbij,
        "mag_kiezen": not punten and not voorbij and mag_kiezen(werkplek, 1),
        "mag_tweede": len(punten) == 1 and not voorbij and mag_kiezen(werkplek, 2),
        "mag_later": werkplek.mag(Recht.BELEID_WERKEN),
    }


def punt_beeld(punt: Ontwikkelpunt, stand: Kernstand | None) -> dict[str, Any]:
    """One point with its meter and the sentence that says the same."""
    cijfer = KERNCIJFERS[punt.cijfer]
    nu = stand.waarde if stand else None
    wanneer = MAANDEN[punt.doel_op.month - 1]
    marken = strepen(punt.start, nu, punt.doel, cijfer.eenheid, wanneer)
    doel = met_eenheid(punt.doel, cijfer.eenheid)
    zin = f"Van {met_eenheid(punt.start, cijfer.eenheid)} bij de start"
    zin += (
        f" naar {met_eenheid(nu, cijfer.eenheid)} nu"
        if nu is not None
        else "; het cijfer van nu is er nog niet"
    )
    return {
        "punt": punt,
        "cijfer": cijfer,
        "stand": stand,
        "meter": meter(marken, f"{zin}. Het doel is {doel} in {wanneer}."),
        "gehaald": nu is not None and gehaald(nu, punt.start, punt.doel),
    }


def meter(marken: list[Streep], titel: str) -> SafeString:
    """The meter as SVG: the way done, a mark for start, now and target, their words below, none over another."""
    nu = next((m.plek for m in marken if m.soort == "nu"), 0)
    delen = [
        f'<rect class="v-baan" x="0" y="6" width="{BREED}" height="14" rx="7" fill="#ECE9DF"/>',
        f'<rect class="v-vol" x="0" y="6" width="{BREED * nu / 100:g}" height="14" rx="7" fill="#0F5A57"/>'
        if nu
        else "",
    ]
    woorden, vorig = [], -999.0
    for marke in marken:
        x = BREED * marke.plek / 100
        dik = 4 if marke.soort == "nu" else 2
        delen.append(
            f'<rect class="v-mark" x="{min(max(x - dik / 2, 0), BREED - dik):g}" y="1" width="{dik}" height="24" fill="#1B2725"/>'
        )
        lager = x - vorig < 110
        anker = "start" if x < 48 else "end" if x > BREED - 48 else "middle"
        vet = ' font-weight="700"' if marke.soort == "nu" else ""
        woorden.append(
            f'<text x="{x:g}" y="{66 if lager else 43}" text-anchor="{anker}"{vet}>{escape(marke.tekst)}</text>'
        )
        vorig = -999.0 if lager else x
    tekst = "".join(woorden)
    return mark_safe(
        f'<svg class="z-puntmeter" viewBox="0 0 {BREED} 74" role="img"><title>{escape(titel)}</title>{"".join(delen)}'
        f'<g class="v-tekst" fill="#45524F" font-family="Atkinson Hyperlegible Next, sans-serif" font-size="14">{tekst}</g></svg>'
    )


PUNTBLOK = Blok("punt", 10, "beleid/_punt_blok.html", blok)
