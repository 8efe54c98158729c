"""`meet`: the benchmark of DESIGN §9; how to read it is in docs/meten.md."""

import json
import signal
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from zorgapp.web.meet.databank import Maat, databank, grote_tabellen, importeer, volledige_lezingen
from zorgapp.web.meet.documenten import in_database
from zorgapp.web.meet.ronde import Ronde, kies
from zorgapp.web.meet.server import Server, server
from zorgapp.web.meet.verslag import IMPORT, Geheugen, Verslag

MATEN = "100,1500,20000"
SNEL = "100,1500"


class Command(BaseCommand):
    help = "Meet elke pagina onder gunicorn naast de vloeren, in eigen databases die daarna weg zijn."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--maten", help=f"leerlingen per meting, zoals {MATEN} (standaard) of 1500,100000x60 (60 scholen)"
        )
        parser.add_argument("--verzoeken", type=int, help="verzoeken per pagina per ronde (standaard 60)")
        parser.add_argument("--rondes", type=int, help="rondes, de middelste telt (standaard 3)")
        parser.add_argument(
            "--geheugen", type=int, help="gemengde verzoeken voor het geheugen (standaard 10000, 0 is niet)"
        )
        parser.add_argument(
            "--alleen",
            default="",
            metavar="TEKST",
            help="meet alleen de pagina's met een van deze woorden (komma ertussen) in hun naam of URL-naam",
        )
        parser.add_argument(
            "--snel", action="store_true", help=f"een minuut: {SNEL} leerlingen, 6 verzoeken, 1 ronde"
        )
        parser.add_argument(
            "--bewaar", action="store_true", help="bewaar de databases voor een volgende keer"
        )
        parser.add_argument("--json", type=Path, help="schrijf de uitkomst hier (standaard in de datamap)")
        parser.add_argument(
            "--streng", action="store_true", help="eindig met een fout als een grens voorbij is"
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that server and database go too
        snel = opties["snel"]
        verzoeken = opties["verzoeken"] or (6 if snel else 60)
        rondes = opties["rondes"] or (1 if snel else 3)
        geheugen = opties["geheugen"] if opties["geheugen"] is not None else (0 if snel else 10_000)
        try:
            maten = [Maat.lees(deel) for deel in (opties["maten"] or (SNEL if snel else MATEN)).split(",")]
        except ValueError as fout:
            raise CommandError("Geef maten als 100,1500,20000 of 100000x60.") from fout
        if verzoeken < 2 or rondes < 1:
            raise CommandError("Kies minstens 2 verzoeken en 1 ronde.")
        self.paginas = kies(opties["alleen"])
        if not self.paginas:
            raise CommandError("Geen pagina heeft dat in haar naam.")
        verslag = Verslag(op=timezone.localtime().isoformat(timespec="seconds"))
        for maat in maten:
            self.stderr.write(f"{maat} leerlingen: database maken en meten")
            with databank(maat, opties["bewaar"]) as naam:
                vooraf = volledige_lezingen(naam)
                laatste = maat == maten[-1]
                with server(naam) as draait:
                    self._meet(verslag, maat, draait, verzoeken, rondes, geheugen if laatste else 0)
                verslag.lezingen[maat] = _extra(naam, vooraf)
                if laatste:
                    verslag.documenten = in_database(naam, 10 if snel else 40)
                if laatste and not opties["bewaar"]:
                    verslag.banen[IMPORT] = importeer(naam, 2000, eerste=95_001)
        self._schrijf(verslag, opties["json"])
        if opties["streng"] and verslag.fouten():
            raise CommandError(f"{len(verslag.fouten())} keer een grens voorbij")

    def _meet(
        self, verslag: Verslag, maat: Maat, draait: Server, verzoeken: int, rondes: int, geheugen: int
    ) -> None:
        ronde = Ronde(draait, self.paginas)
        verslag.cellen[maat] = ronde.alles(verzoeken, rondes)
        verslag.overgeslagen |= ronde.overgeslagen
        if geheugen:
            ronde.meng(geheugen - geheugen // 2)
            half = draait.pss_mb()
            ronde.meng(geheugen // 2)
            verslag.geheugen = Geheugen(geheugen, half, draait.pss_mb())

    def _schrijf(self, verslag: Verslag, pad: Path | None) -> None:
        doel = pad or Path(settings.DATA) / "meet" / f"{timezone.localtime():%Y-%m-%d-%H%M}.json"
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(json.dumps(verslag.als_json(), ensure_ascii=False, indent=1) + "\n")
        self.stdout.write(verslag.tabel())
        self.stdout.write(f"\nJSON: {doel}")


def _extra(naam: str, vooraf: dict[str, int]) -> dict[str, int]:
    """Full reads of large tables since `vooraf`."""
    nu = volledige_lezingen(naam)
    return {t: nu[t] - vooraf.get(t, 0) for t in grote_tabellen(naam) if nu[t] > vooraf.get(t, 0)}
