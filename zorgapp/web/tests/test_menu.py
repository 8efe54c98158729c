"""The menu per role, and the lists above a page: what belongs together stands together, what one may not open is not there."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import RECHTEN, Recht, Rol
from zorgapp.kern.statisch_icons import MENU
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.web.menu import PUNTEN, menu_voor

KLACHTEN, AFSPRAKEN, OVERLEG = "Klachten", "Afspraken", "Zorgoverleg"


def labels(*rollen: Rol) -> list[str]:
    return [ingang.punt.label for ingang in menu_voor(frozenset(rollen))]


@pytest.mark.parametrize(
    ("rol", "verwacht"),
    [
        (
            Rol.ZORGCOORDINATOR,
            [
                "Vandaag",
                "Signalen",
                "Leerlingen",
                AFSPRAKEN,
                OVERLEG,
                "Vervolg",
                "Ondersteuning",
                "Beleid en jaar",
                "Cijfers",
                "Instellingen",
            ],
        ),
        (Rol.MENTOR, ["Vandaag", "Signaal", "Mijn klas", AFSPRAKEN, "Vervolg"]),
        (Rol.DOCENT, ["Vandaag", "Signaal", "Mijn lessen", AFSPRAKEN, "Vervolg"]),
        (
            Rol.BEGELEIDER,
            ["Vandaag", "Signaal", "Leerlingen", "Mijn trajecten", AFSPRAKEN, OVERLEG, "Vervolg"],
        ),
        (
            Rol.SCHOOLLEIDING,
            ["Vandaag", KLACHTEN, "Voorgelegd", "Ondersteuning", "Beleid en jaar", "Cijfers"],
        ),
        (Rol.BEHEERDER, ["Vandaag", "Mensen", "Import", "Instellingen"]),
        (Rol.EXTERNE, ["Vandaag", "Mijn overleggen"]),
        (Rol.VERTROUWENSPERSOON, ["Vandaag", "Mijn notities"]),
    ],
)
def test_menu_per_rol(rol: Rol, verwacht: list[str]) -> None:
    assert labels(rol) == verwacht


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.EXTERNE])
def test_wie_moet_lezen_komt_er_ook_zonder_mail(rol: Rol) -> None:
    lijsten = {url for ingang in menu_voor(frozenset({rol})) for _, url, _ in ingang.tabs}
    namen = ["protocollen", "nieuws", "kalender"]
    if Recht.BELEID_JAAR not in RECHTEN[rol]:  # they have a button on Beleid en jaar
        namen.append("plan")
    assert {reverse(f"beleid:{naam}") for naam in namen} <= lijsten


def test_koppen_staan_er_een_keer() -> None:
    koppen = [i.punt.kop for i in menu_voor(frozenset({Rol.ZORGCOORDINATOR, Rol.BEHEERDER})) if i.punt.kop]
    assert len(koppen) == len(set(koppen)) > 0


def test_lijsten_boven_de_pagina(school: School, inloggen: Any) -> None:
    client = inloggen(maak_werkplek(school, Rol.ZORGCOORDINATOR, timezone.localdate()).user)
    for naam in ("web:leerlingen", "ondersteuning:klachten"):
        inhoud = client.get(reverse(naam)).content.decode()
        for ander in ("web:leerlingen", "leerlingen:kaarten", "ondersteuning:klachten"):
            assert f'href="{reverse(ander)}"' in inhoud
    begeleider = inloggen(maak_werkplek(school, Rol.BEGELEIDER, timezone.localdate()).user)
    inhoud = begeleider.get(reverse("web:leerlingen")).content.decode()
    assert reverse("ondersteuning:klachten") not in inhoud and reverse("leerlingen:kaarten") not in inhoud


def test_een_pagina_heeft_een_plek_in_het_menu(school: School, inloggen: Any) -> None:
    client = inloggen(maak_werkplek(school, Rol.ZORGCOORDINATOR, timezone.localdate()).user)
    inhoud = client.get(reverse("ondersteuning:klachten")).content.decode()
    rail = inhoud.split('aria-label="Hoofdmenu"', 1)[1].split("</nav>", 1)[0]
    assert rail.count('aria-current="page"') == 1
    assert rail.split('aria-current="page"', 1)[1].split("</a>", 1)[0].endswith("Leerlingen")


@pytest.mark.parametrize(
    ("rol", "pad", "label"),
    [
        (Rol.BEGELEIDER, "/trajecten/3/", "Mijn trajecten"),
        (Rol.ZORGCOORDINATOR, "/trajecten/3/", "Vervolg"),
        (Rol.ZORGCOORDINATOR, "/notities/3/", "Leerlingen"),
        (Rol.ZORGCOORDINATOR, "/sociale-kaart/3/", "Ondersteuning"),
        (Rol.MENTOR, "/docentkaart/k3/", "Mijn klas"),
    ],
)
def test_wat_je_opent_hoort_ergens(rol: Rol, pad: str, label: str) -> None:
    assert next(i for i in menu_voor(frozenset({rol})) if i.huidig(pad)).punt.label == label


def test_elk_icoon_staat_in_het_bestand_van_het_menu() -> None:
    assert {punt.icoon for punt in PUNTEN} <= MENU, "zorgapp/kern/statisch_icons.py"
