"""What an OPP and the documents of policy cost as a PDF, beside bare WeasyPrint on the same HTML in the same process (DESIGN §9).

Runs in a process of its own (`manage.py meet_documenten`), because it loads WeasyPrint, which no web process may. One
document is: reading it through its door, filling the template, drawing. Bare is drawing alone, with fonts and style
read once as well.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from statistics import median
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from leerlingen.models import Leerling
from ondersteuning.documents import opp
from ondersteuning.models import Opp, OppDoel, OppVersie
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.web.meet.databank import MANAGE, omgeving
from zorgapp.web.meet.documenten_beleid import papieren
from zorgapp.werk.documenten import Documentsoort, pdf_van

OPWARMEN = 5
KEER_HOOGSTENS, MB_HOOGSTENS = 1.3, 0.05
MS_HOOGSTENS = 5_000.0
OPP = "OPP"
ZIN = "Een zin van gewone lengte over wat er nodig is en wat we daarvoor doen. "


@dataclass(frozen=True)
class Documentmeting:
    """CPU per document in ms, ours and bare; its size in kB; growth of the process in MB per document.

    The OPP is held against bare WeasyPrint and its growth, the others against what somebody waits for them.
    """

    aantal: int
    ons_ms: float
    kaal_ms: float
    kb: float
    mb_per_stuk: float
    wat: str = OPP

    @property
    def keer(self) -> float:
        """Ours as a multiple of bare WeasyPrint."""
        return self.ons_ms / self.kaal_ms

    def fouten(self) -> list[str]:
        """Every limit that is passed, one sentence each."""
        gevonden = []
        if self.ons_ms > MS_HOOGSTENS:
            gevonden.append(f"{self.wat} als pdf {self.ons_ms:.0f} ms CPU, hoogstens {MS_HOOGSTENS:.0f}")
        if self.wat != OPP:
            return gevonden
        if self.keer > KEER_HOOGSTENS:
            gevonden.append(f"OPP als pdf {self.keer:.2f} x kale WeasyPrint, hoogstens {KEER_HOOGSTENS}")
        if self.mb_per_stuk > MB_HOOGSTENS:
            gevonden.append(f"OPP als pdf + {self.mb_per_stuk:.3f} MB per stuk, hoogstens {MB_HOOGSTENS}")
        return gevonden

    def regel(self) -> str:
        """One line for people."""
        return (
            f"{self.wat} als pdf: {self.ons_ms:.0f} ms CPU, {self.keer:.2f} x kale WeasyPrint ({self.kaal_ms:.0f} ms), "
            f"{self.kb:.0f} kB, {self.mb_per_stuk:+.3f} MB per stuk over {self.aantal}"
        )


def in_database(naam: str, aantal: int = 40) -> list[Documentmeting]:
    """Measure in database `naam`, in a process of its own."""
    uit = subprocess.run(
        [sys.executable, str(MANAGE), "meet_documenten", f"--aantal={aantal}"],
        check=True,
        env=omgeving(naam),
        capture_output=True,
        text=True,
    )
    return [Documentmeting(**meting) for meting in json.loads(uit.stdout)]


def als_json(metingen: Sequence[Documentmeting]) -> str:
    """What the process prints."""
    return json.dumps([asdict(meting) for meting in metingen])


def meet(aantal: int) -> list[Documentmeting]:
    """Draw `aantal` OPPs and as many bare ones, by turns, and a quarter of that of each other; nothing stays in the database."""
    with transaction.atomic():
        coordinator = User.objects.get(email="angelica@rietveen.example")
        werkplek = werkplek_maken(coordinator, timezone.localdate())
        assert werkplek is not None
        versie = _versie(werkplek)
        kaal = _kaal(opp.SOORT.html(opp.maak(werkplek, versie.pk)))
        gemeten = [_rondes(OPP, lambda: pdf_van(opp.SOORT, opp.maak(werkplek, versie.pk)), kaal, aantal)]
        gemeten += [_papier(werkplek, *papier, max(2, aantal // 4)) for papier in papieren(werkplek)]
        transaction.set_rollback(True)
    return gemeten


def _papier(werkplek: Werkplek, wat: str, soort: Documentsoort, pk: int, aantal: int) -> Documentmeting:
    kaal = _kaal(soort.html(soort.maak(werkplek, pk)))
    return _rondes(wat, lambda: pdf_van(soort, soort.maak(werkplek, pk)), kaal, aantal)


def _rondes(wat: str, ons: Callable[[], bytes], kaal: Callable[[], bytes], aantal: int) -> Documentmeting:
    for _ in range(OPWARMEN if wat == OPP else 1):
        pdf = ons()
        kaal()
    gc.collect()
    begin = _rss_mb()
    tijden = [(_cpu_ms(ons), _cpu_ms(kaal)) for _ in range(aantal)]
    gc.collect()
    groei = (_rss_mb() - begin) / (2 * aantal)
    onze, kale = (median(kolom) for kolom in zip(*tijden, strict=True))
    return Documentmeting(aantal, onze, kale, len(pdf) / 1024, groei, wat)


def _cpu_ms(doe: Callable[[], bytes]) -> float:
    begin = time.process_time()
    doe()
    return (time.process_time() - begin) * 1000


def _rss_mb() -> float:
    with open("/proc/self/status") as stand:
        return next(int(regel.split()[1]) for regel in stand if regel.startswith("VmRSS")) / 1024


def _kaal(html: str) -> Callable[[], bytes]:
    """Bare WeasyPrint on this HTML with a shared FontConfiguration, our style read once."""
    document, huis = import_string("weasyprint.HTML"), import_string("zorgapp.kern.pdf.huisstijl")
    basis, bestanden = (import_string(f"zorgapp.kern.pdf.{naam}") for naam in ("BASIS", "EigenBestanden"))
    letters, stijl = huis()

    def teken() -> bytes:
        pagina = document(string=html, base_url=basis, url_fetcher=bestanden())
        pdf: bytes = pagina.write_pdf(
            stylesheets=[stijl], font_config=letters, pdf_variant="pdf/ua-1", pdf_tags=True
        )
        return pdf

    return teken


def _versie(werkplek: Werkplek) -> OppVersie:
    """The newest version of Kees Jan's OPP; one with the usual amount of text when he has none."""
    leerling = Leerling.objects.get(school=werkplek.school, roepnaam="Kees Jan", achternaam="Bakker")
    bestaat = OppVersie.objects.filter(opp__leerling=leerling).order_by("-nummer").first()
    if bestaat is not None:
        return bestaat
    wie: dict[str, Any] = {"school": werkplek.school, "gemaakt_door": werkplek.user}
    rij = Opp.objects.create(leerling=leerling, opsteller=werkplek.user, **wie)
    teksten = (
        "bestemming_uitleg",
        "onderbouwing",
        "begeleiding",
        "beeld_leren",
        "beeld_sociaal",
        "schoolloopbaan",
    )
    versie = OppVersie.objects.create(
        opp=rij, gewijzigd_door=werkplek.user, bestemming="havo", **dict.fromkeys(teksten, ZIN * 4), **wie
    )
    for nummer in range(4):
        OppDoel.objects.create(
            school=werkplek.school,
            oppversie=versie,
            domein="leer",
            doel=f"{nummer + 1}. {ZIN}",
            aanpak=ZIN * 2,
            wie=werkplek.user.naam,
            tot=werkplek.dag + timedelta(days=60),
        )
    return versie
