"""Counts by hand for tests of the figures: blocks as a state holds them, and what of a page is printed."""

from typing import Any

from beleid.cijfers.bron import Bron
from beleid.cijfers.publicatie import Opzet, Tabel
from beleid.cijfers.snede import Snede
from beleid.cijfers.telling import Telling
from zorgapp.kern.publicatie import Merk
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.tests.bewijs import Gedrukt, Som
from zorgapp.testing.fabriek import DAG

JAAR = 2026
GRENZEN: dict[Merk, tuple[int, int | None]] = {Merk.KLEIN: (0, 4), Merk.MEER: (5, None), Merk.LEEG: (0, None)}


def bron(cellen: dict[str, list[list[Any]]], snede: Snede | None = None, vorig: Any = None) -> Bron:
    """What a page is made of, from cells per figure of this year (and of last year, with the pupils of this one)."""
    blokken = {(figuur, JAAR): rijen for figuur, rijen in cellen.items()}
    blokken |= {(figuur, JAAR - 1): rijen for figuur, rijen in _met_leerlingen(cellen, vorig).items()}
    return Bron(Telling(blokken), snede or Snede(Schooljaar(JAAR)), DAG, 5)


def _met_leerlingen(cellen: dict[str, list[list[Any]]], vorig: Any) -> dict[str, list[list[Any]]]:
    return {"leerlingen": cellen.get("leerlingen", [])} | (vorig or {})


def veel_leerlingen(aantal: int = 900) -> list[list[Any]]:
    """Pupils of six years, so that a cut is large enough."""
    return [[1, "havo", 1, str(leerjaar), "", aantal // 6] for leerjaar in range(1, 7)]


def gedrukt(opzetten: list[Opzet], tabellen: dict[str, Tabel]) -> Gedrukt:
    """Everything the tables of one page tell a reader, with the real numbers beside it for the judge."""
    echt: dict[Any, int] = {}
    grenzen: dict[Any, tuple[int, int | None]] = {}
    sommen: list[Som] = []
    delers = {opzet.deelt for opzet in opzetten if opzet.deelt and opzet.sleutel in tabellen}

    def zet(naam: Any, waarde: int, getal: Any, minstens: int = 0) -> None:
        echt[naam] = waarde
        merk = getal.merk if getal is not None else Merk.LEEG
        assert getal is None or getal.waarde == (waarde if merk is Merk.TOON else None)
        laag, hoog = (waarde, waarde) if merk is Merk.TOON else GRENZEN[merk]
        nieuw = (max(laag, minstens), hoog)
        oud = grenzen.get(naam, nieuw)
        grenzen[naam] = nieuw if merk is Merk.TOON else oud

    for opzet in opzetten:
        tabel = tabellen.get(opzet.sleutel)
        if tabel is None:
            continue
        groep, s = opzet.deelt or opzet.sleutel, opzet.sleutel
        rijen, kolommen = [r for r, _ in opzet.rijen], [k for k, _ in opzet.kolommen]
        for rij in tabel.rijen:
            for kolom, getal in zip(kolommen, rij.cellen, strict=True):
                zet((s, rij.sleutel, kolom), opzet.getal(rij.sleutel, kolom), getal)
            minstens = opzet.minstens.get(f"rij {rij.sleutel}", 0)
            zet((groep, "r", rij.sleutel), opzet.van_rij(rij.sleutel), rij.totaal, minstens)
            delen = tuple((s, rij.sleutel, kolom) for kolom in kolommen)
            sommen.append(Som(delen, (groep, "r", rij.sleutel)))
        for n, kolom in enumerate(kolommen):
            samen = tabel.kolomtotalen[n] if tabel.kolomtotalen else None
            zet((s, "k", kolom), opzet.van_kolom(kolom), samen, opzet.minstens.get(f"kolom {kolom}", 0))
            sommen.append(Som(tuple((s, rij, kolom) for rij in rijen), (s, "k", kolom)))
        zet((groep, "t"), opzet.totaal, tabel.totaal)  # a total that is not printed is still a sum
        sommen.append(Som(tuple((s, "k", kolom) for kolom in kolommen), (groep, "t")))
        if groep not in delers:  # where two tables divide the same rows, their columns say it already
            sommen.append(Som(tuple((groep, "r", rij) for rij in rijen), (groep, "t")))
    return Gedrukt(echt, sommen, grenzen)
