"""Judging what was measured against DESIGN §9 and SPEED §3, as a table for people and JSON for scripts."""

from dataclasses import dataclass, field
from typing import Any

from zorgapp.web.meet.databank import Maat
from zorgapp.web.meet.documenten import Documentmeting
from zorgapp.web.meet.paginas import PAGINAS
from zorgapp.web.meet.ronde import Cel

VLOER = "vloer lijst25"
SQL_HOOGSTENS, HERHAALD_HOOGSTENS = 15, 2
CPU_STREVEN, CPU_HOOGSTENS = {True: 5.0, False: 8.0}, {True: 10.0, False: 15.0}
GROEI_CPU, GROEI_CPU_VEEL, GROEI_BYTES = 1.3, 1.5, 1.05
VEEL = 50_000
GROEI_VANAF = 1500
GEHEUGEN_MB, GEHEUGEN_GROEI = 150.0, 2.0
VREEMD_HOOGSTENS = 8.0
IMPORT = "import van 2.000 leerlingen"
BANEN = {IMPORT: 10.0}
HOOFD = {pagina.naam: pagina.hoofd for pagina in PAGINAS}


@dataclass
class Geheugen:
    """PSS of both workers in MB after half and after all of the mixed requests."""

    verzoeken: int
    half: float
    eind: float

    @property
    def groei(self) -> float:
        return 100 * (self.eind / self.half - 1) if self.half else 0.0


@dataclass
class Verslag:
    """All cells per size (in the order measured), with what could not be measured and why."""

    op: str
    cellen: dict[Maat, dict[str, Cel]] = field(default_factory=dict)
    overgeslagen: dict[str, str] = field(default_factory=dict)
    lezingen: dict[Maat, dict[str, int]] = field(default_factory=dict)
    geheugen: Geheugen | None = None
    banen: dict[str, float] = field(default_factory=dict)
    documenten: list[Documentmeting] = field(default_factory=list)

    def verhouding(self, maat: Maat, naam: str) -> float:
        """CPU of a page as a multiple of the floor in the same run."""
        return self.cellen[maat][naam].cpu / self.cellen[maat][VLOER].cpu

    def groei(self, naam: str, maat: Maat) -> tuple[float, float] | None:
        """CPU and bytes at `maat` as a multiple of those at 1,500 pupils; None when that was not measured."""
        basis = next((m for m in self.cellen if m.leerlingen == GROEI_VANAF and naam in self.cellen[m]), None)
        if basis is None or maat.leerlingen <= GROEI_VANAF:
            return None
        klein, groot = self.cellen[basis][naam], self.cellen[maat][naam]
        return groot.cpu / klein.cpu, groot.bytes / max(klein.bytes, 1)  # a fragment may be empty

    def paginas(self) -> list[str]:
        """Names of the pages measured at any size, without the floors."""
        namen = dict.fromkeys(naam for cellen in self.cellen.values() for naam in cellen)
        return [naam for naam in namen if not naam.startswith("vloer")]

    def fouten(self) -> list[str]:
        """Every limit that is passed, one sentence each; a cell with too much foreign CPU does not count for CPU."""
        gevonden = []
        for maat, cellen in self.cellen.items():
            for naam in self.paginas():
                if naam in cellen:
                    gevonden += [f"{naam} ({maat}): {fout}" for fout in self._fouten_van(maat, naam)]
        for naam in self.paginas():
            aantallen = {str(maat): c[naam].sql for maat, c in self.cellen.items() if naam in c}
            if len(set(aantallen.values())) > 1:
                gevonden.append(f"{naam}: aantal statements verschilt per maat {aantallen}")
        return gevonden + self._fouten_buiten_paginas()

    def _fouten_buiten_paginas(self) -> list[str]:
        """Limits of memory, documents and jobs that are passed."""
        gevonden = []
        if self.geheugen and self.geheugen.eind > GEHEUGEN_MB:
            gevonden.append(f"geheugen {self.geheugen.eind:.0f} MB, hoogstens {GEHEUGEN_MB:.0f}")
        if self.geheugen and self.geheugen.groei > GEHEUGEN_GROEI:
            gevonden.append(f"geheugen groeit {self.geheugen.groei:.1f} %, hoogstens {GEHEUGEN_GROEI:.0f}")
        gevonden += [fout for document in self.documenten for fout in document.fouten()]
        for baan, seconden in self.banen.items():
            if seconden > BANEN[baan]:
                gevonden.append(f"{baan}: {seconden:.1f} s, hoogstens {BANEN[baan]:.0f}")
        return gevonden

    def _fouten_van(self, maat: Maat, naam: str) -> list[str]:
        cel = self.cellen[maat][naam]
        fouten = []
        if cel.sql > SQL_HOOGSTENS:
            fouten.append(f"{cel.sql} statements, hoogstens {SQL_HOOGSTENS}")
        if cel.herhaald > HERHAALD_HOOGSTENS:
            fouten.append(f"een statement {cel.herhaald} keer, hoogstens {HERHAALD_HOOGSTENS}")
        if cel.scans:
            fouten.append(f"leest een grote tabel helemaal: {', '.join(cel.scans)}")
        groei = self.groei(naam, maat)
        if groei and groei[1] > GROEI_BYTES:
            fouten.append(f"bytes groeien x {groei[1]:.2f}, hoogstens {GROEI_BYTES}")
        if cel.vreemd > VREEMD_HOOGSTENS:
            return fouten
        hoogstens = CPU_HOOGSTENS[HOOFD[naam]]
        if self.verhouding(maat, naam) > hoogstens:
            fouten.append(f"CPU {self.verhouding(maat, naam):.1f} x de vloer, hoogstens {hoogstens:.0f}")
        grens = GROEI_CPU_VEEL if maat.leerlingen > VEEL else GROEI_CPU
        if groei and groei[0] > grens:
            fouten.append(f"CPU groeit x {groei[0]:.2f}, hoogstens {grens}")
        return fouten

    def tabel(self) -> str:
        """One block per size, then what passed a limit."""
        blokken = [self._blok(maat) for maat in self.cellen]
        if self.geheugen:
            g = self.geheugen
            blokken.append(
                f"geheugen van twee werkers: {g.half:.0f} MB na {g.verzoeken // 2} verzoeken, "
                f"{g.eind:.0f} MB na {g.verzoeken} ({g.groei:+.1f} %)"
            )
        blokken += [
            f"{baan}: {seconden:.1f} s, met het starten van het proces"
            for baan, seconden in self.banen.items()
        ]
        blokken += [document.regel() for document in self.documenten]
        blokken += [f"niet gemeten: {naam}: {reden}" for naam, reden in self.overgeslagen.items()]
        fouten = self.fouten()
        blokken.append(
            "\n".join(["Over een grens:", *(f"  {f}" for f in fouten)]) if fouten else "Geen grens voorbij."
        )
        return "\n\n".join(blokken)

    def _blok(self, maat: Maat) -> str:
        kop = (
            f"{maat} leerlingen".ljust(32)
            + "  p50 ms  p95 ms  CPU ms (web + db)    x vloer  SQL  zelfde    bytes  groei"
        )
        regels = [kop]
        for naam, cel in self.cellen[maat].items():
            x = self.verhouding(maat, naam)
            boven = not naam.startswith("vloer") and x > CPU_STREVEN[HOOFD[naam]]
            groei = self.groei(naam, maat)
            regels.append(
                f"{naam:<32}{cel.p50:>8.1f}{cel.p95:>8.1f}{cel.cpu:>8.2f} ({cel.web:.2f} + {cel.db:.2f})"
                f"{x:>9.1f}{'*' if boven else ' '}{cel.sql:>5}{cel.herhaald:>8}{cel.bytes:>9}"
                + (f"  x {groei[0]:.2f}" if groei else "")
                + (f"  vreemd {cel.vreemd:.0f} %" if cel.vreemd > VREEMD_HOOGSTENS else "")
            )
        lezingen = self.lezingen.get(maat)
        if lezingen:
            regels.append(f"grote tabellen helemaal gelezen tijdens de meting: {lezingen}")
        regels.append("* boven het streven van 5 x (hoofdpagina's) of 8 x de vloer")
        return "\n".join(regels)

    def als_json(self) -> dict[str, Any]:
        """Everything measured and judged, for scripts."""
        return {
            "op": self.op,
            "maten": {
                str(maat): {
                    naam: cel.als_json()
                    | {"x_vloer": round(self.verhouding(maat, naam), 2), "groei": self.groei(naam, maat)}
                    for naam, cel in cellen.items()
                }
                for maat, cellen in self.cellen.items()
            },
            "volledig_gelezen": {str(maat): lezing for maat, lezing in self.lezingen.items()},
            "geheugen": vars(self.geheugen) if self.geheugen else None,
            "documenten": [vars(document) for document in self.documenten],
            "banen": {baan: round(seconden, 2) for baan, seconden in self.banen.items()},
            "niet_gemeten": self.overgeslagen,
            "fouten": self.fouten(),
        }
