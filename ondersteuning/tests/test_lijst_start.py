"""The starter lists: nine, our own words, with what goes well; nothing of a licensed questionnaire (rule 63)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from ondersteuning.models import Signaleringslijst
from ondersteuning.models.signaleringslijst import PUNT_TEKENS
from ondersteuning.services.lijsten import lijst_stoppen, startlijsten_neerleggen
from ondersteuning.startlijsten import STARTLIJSTEN, Startlijst
from ondersteuning.tests.lijsthulp import maak_lijst
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG

REPO = Path(settings.BASE_DIR)
# Names of instruments that need a licence (DOMAIN §9): written apart, so that this file does not hold them itself.
BESCHERMD = ("s" + "dq", "cb" + "cl", "ase" + "ba", "rca" + "ds", "vise" + "on", "zien" + "!vo", "kiv" + "pa")
# Openings of statements in which questionnaires are written; an observation says what one sees, without "ik" or "heeft".
VRAAGVORM = re.compile(r"\b(ik|mijn|me)\b", re.I)


def test_de_negen_van_het_veld() -> None:
    assert [s.titel for s in STARTLIJSTEN] == [
        "Leren",
        "Gedrag in de klas",
        "Welbevinden",
        "Aanwezigheid",
        "Thuis en omgeving",
        "Talent",
        "Taal",
        "Lichamelijk en zintuiglijk",
        "Schoolloopbaan",
    ]


@pytest.mark.parametrize("start", STARTLIJSTEN, ids=lambda s: s.sleutel)
def test_kort_en_met_wat_goed_gaat(start: Startlijst) -> None:
    alles = [*start.goed, *start.op]
    assert start.goed and start.op and len(alles) <= 15
    assert len({tekst for tekst, _ in alles}) == len(alles)
    assert all(len(tekst) <= PUNT_TEKENS and not tekst.endswith(".") for tekst, _ in alles)


@pytest.mark.parametrize("start", STARTLIJSTEN, ids=lambda s: s.sleutel)
def test_gedrag_en_geen_etiket(start: Startlijst) -> None:
    etiket = re.compile(r"adhd|autis|depress|dyslex|stoornis|mishandel|gestoord|probleemkind", re.I)
    for tekst, _ in (*start.goed, *start.op):
        assert not etiket.search(tekst) and not VRAAGVORM.search(tekst), tekst


def test_thuis_wijst_naar_de_telefoon() -> None:
    assert [s.sleutel for s in STARTLIJSTEN if s.belregel] == ["thuis"]


@pytest.mark.regel(63)
def test_geen_beschermd_instrument() -> None:
    """No name of a licensed instrument stands in lists, code of this floor, pages, static files or docs."""
    paden = [
        *(REPO / "ondersteuning").rglob("*.py"),
        *(REPO / "templates").rglob("*.html"),
        *(REPO / "static" / "js").rglob("*.js"),
        *(REPO / "docs").rglob("*.md"),
        *(REPO / "zorgapp" / "demo").rglob("*.py"),
    ]
    assert len(paden) > 100
    for pad in paden:
        tekst = pad.read_text().lower()
        assert not [naam for naam in BESCHERMD if re.search(rf"\b{re.escape(naam)}\b", tekst)], pad


@pytest.mark.regel(63)
def test_geen_lijst_heeft_de_vorm_van_een_instrument() -> None:
    """No starter list has 25 statements in five scales of five, with a total to read off."""
    for start in STARTLIJSTEN:
        assert len(start.goed) + len(start.op) < 25
    assert not hasattr(Signaleringslijst, "totaalscore")


def test_neerleggen_is_een_keer(decor: Decor) -> None:
    assert startlijsten_neerleggen(door=decor.coordinator) == 9
    assert startlijsten_neerleggen(door=decor.coordinator) == 0
    thuis = Signaleringslijst.objects.get(startlijst="thuis")
    assert thuis.belregel and thuis.voor == "mentor" and thuis.sterk[0]


def test_een_gestopte_startlijst_komt_niet_terug(decor: Decor) -> None:
    startlijsten_neerleggen(door=decor.coordinator)
    lijst_stoppen(door=decor.coordinator, pk=Signaleringslijst.objects.get(startlijst="taal").pk, dag=DAG)
    assert startlijsten_neerleggen(door=decor.coordinator) == 0


def test_een_eigen_titel_gaat_voor(decor: Decor) -> None:
    maak_lijst(decor.coordinator, titel="Leren")
    assert startlijsten_neerleggen(door=decor.coordinator) == 8
