"""Measuring: floors and pages interleaved in rounds, the median of the rounds counts."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from statistics import median, quantiles
from typing import Any

from django.urls import NoReverseMatch

from zorgapp.web.meet.databank import als_eigenaar, grote_tabellen
from zorgapp.web.meet.klant import Antwoord, Klant
from zorgapp.web.meet.paginas import DOMEIN, PAGINAS, Pagina, lees_doelen
from zorgapp.web.meet.server import PROC, Server, cpu_ns

WACHTWOORD = "zorgapp-demo"
VLOEREN = {"hallo": "/_vloer/hallo", "lijst25": "/_vloer/lijst25"}
OPWARMEN = 24  # of both workers: PostgreSQL keeps a plan from the tenth time on
VLOER_ELKE = 15


def kies(woorden: str) -> tuple[Pagina, ...]:
    """The pages with one of these words (commas between them) in their name or URL name; without words all of them."""
    delen = [deel.strip() for deel in woorden.split(",") if deel.strip()]
    return tuple(p for p in PAGINAS if not delen or any(deel in p.naam or deel in p.url for deel in delen))


@dataclass(frozen=True)
class Cel:
    """One page at one size. Times in ms per request; `cpu` is web worker plus database session."""

    p50: float
    p95: float
    cpu: float
    web: float
    db: float
    bytes: int
    sql: int
    herhaald: int
    vreemd: float
    scans: dict[str, str] = field(default_factory=dict)
    vaakst: str = ""

    def als_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Meetpunt:
    """CPU counters of this moment, in nanoseconds (machine: in clock ticks)."""

    web: int
    db: int
    eigen: int
    machine: int
    totaal: int

    @classmethod
    def nu(cls, werkers: Iterable[int], sessies: Iterable[int]) -> "Meetpunt":
        tikken = [int(n) for n in (PROC / "stat").read_text().split("\n", 1)[0].split()[1:9]]
        rust = tikken[3] + tikken[4]
        return cls(
            sum(map(cpu_ns, werkers)),
            sum(map(cpu_ns, sessies)),
            cpu_ns(os.getpid()),
            sum(tikken) - rust,
            sum(tikken),
        )


class Ronde:
    """Signed-in browsers on one server, and what they may ask."""

    def __init__(self, server: Server, paginas: tuple[Pagina, ...] = PAGINAS) -> None:
        self.server = server
        with als_eigenaar(server.naam) as eigenaar:
            doelen = lees_doelen(eigenaar)
        self.groot = grote_tabellen(server.naam)
        self.overgeslagen: dict[str, str] = {}
        self.paden: dict[str, tuple[Pagina, str]] = {}
        for pagina in paginas:
            try:
                self.paden[pagina.naam] = (pagina, pagina.pad(doelen))
            except NoReverseMatch as fout:
                self.overgeslagen[pagina.naam] = str(fout)[:120]
        self.klanten: dict[str, Klant] = {"": Klant(server.poort)}
        for wie in {pagina.wie for pagina in paginas if pagina.wie}:
            self.klanten[wie] = klant = Klant(server.poort)
            klant.log_in(f"{wie}@{DOMEIN}", WACHTWOORD)

    def vragers(self) -> Iterator[tuple[str, Callable[..., Antwoord]]]:
        """Name and question of every page, the floors in between; without a 200 a page is skipped with its status."""
        for nummer, (naam, (pagina, pad)) in enumerate(list(self.paden.items())):
            if nummer % VLOER_ELKE == 0:
                for vloer, adres in VLOEREN.items():
                    yield f"vloer {vloer}", self._vraag(self.klanten[""], adres, {})
            koppen = {"HX-Request": "true"} if pagina.deel else {}
            vraag = self._vraag(self.klanten[pagina.wie], pad, koppen)
            status = vraag().status
            if status == 200:
                yield naam, vraag
            else:
                self.overgeslagen[naam] = f"status {status}"
                del self.paden[naam]

    @staticmethod
    def _vraag(klant: Klant, pad: str, koppen: dict[str, str]) -> Callable[..., Antwoord]:
        def vraag(**meer: str) -> Antwoord:
            return klant.vraag(pad, None, **koppen, **meer)

        return vraag

    def meet(self, vraag: Callable[..., Antwoord], verzoeken: int) -> Cel:
        """Ask one page `verzoeken` times in a row after warming both workers."""
        for _ in range(OPWARMEN):
            vraag()
        plan = vraag(**{"X-Meet-Plan": "1"}).telling
        werkers, sessies = self.server.werkers, self.server.databanksessies()
        begin = Meetpunt.nu(werkers, sessies)
        antwoorden = [vraag() for _ in range(verzoeken)]
        eind = Meetpunt.nu(werkers, sessies)
        web = (eind.web - begin.web) / verzoeken / 1e6
        db = (eind.db - begin.db) / verzoeken / 1e6
        if not web:  # no schedstat here: what the worker says itself
            web = median(a.telling["cpu_ns"] for a in antwoorden) / 1e6
        tijden = [a.ms for a in antwoorden]
        return Cel(
            p50=round(median(tijden), 2),
            p95=round(quantiles(tijden, n=20)[-1], 2),
            cpu=round(web + db, 3),
            web=round(web, 3),
            db=round(db, 3),
            bytes=len(antwoorden[-1].inhoud),
            sql=max(a.telling["sql"] for a in antwoorden),
            herhaald=max(a.telling["herhaald"] for a in antwoorden),
            vreemd=_vreemd(begin, eind),
            scans={tabel: sql for tabel, sql in plan["scans"].items() if tabel in self.groot},
            vaakst=plan["vaakst"],
        )

    def alles(self, verzoeken: int, rondes: int) -> dict[str, Cel]:
        """Every floor and page, `rondes` times one after the other; per page the median cell."""
        metingen: dict[str, list[Cel]] = {}
        for _ in range(rondes):
            for naam, vraag in self.vragers():
                metingen.setdefault(naam, []).append(self.meet(vraag, verzoeken))
        return {naam: middelste(cellen) for naam, cellen in metingen.items()}

    def meng(self, verzoeken: int) -> None:
        """Ask all pages in turn, `verzoeken` in all: what a day does to the workers' memory."""
        vragen = [vraag for naam, vraag in self.vragers() if not naam.startswith("vloer")]
        for n in range(verzoeken):
            vragen[n % len(vragen)]()


def _vreemd(begin: Meetpunt, eind: Meetpunt) -> float:
    """Share of the machine that neither the server, its database sessions nor this client used, in per cent."""
    totaal = eind.totaal - begin.totaal
    if not totaal:
        return 0.0
    tik = 1e9 / os.sysconf("SC_CLK_TCK")
    eigen = (eind.web - begin.web + eind.db - begin.db + eind.eigen - begin.eigen) / tik
    return round(max(0.0, 100 * (eind.machine - begin.machine - eigen) / totaal), 1)


def middelste(cellen: list[Cel]) -> Cel:
    """The cell with the median CPU; of an even number the cheaper one of the middle two."""
    return sorted(cellen, key=lambda cel: cel.cpu)[(len(cellen) - 1) // 2]
