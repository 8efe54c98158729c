"""Pupils in their highest line: per year of class, and the same pupils per level."""

from collections import Counter
from dataclasses import replace

from beleid.cijfers import teksten
from beleid.cijfers.bron import Bron
from beleid.cijfers.publicatie import MINSTENS, Opzet
from beleid.cijfers.snede import Niveau
from beleid.cijfers.teksten import UITLEG
from beleid.cijfers.telling import per_kolom, per_rij


def leerjaren(bron: Bron) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """The years that there are pupils in, 0 when it is not known; and which of them stand there for their line alone."""
    gevonden = {rij for (_, rij, _), n in bron.telling.stond("leerlingen", bron.snede).items() if n}
    lijn = {kolom for (_, _, kolom), n in bron.telling.stond("lijn", bron.snede).items() if n}
    jaren = [(j, j if j != "0" else "onbekend") for j in sorted(gevonden | lijn)]
    return jaren, {f"kolom {j}": 1 for j in lijn - gevonden}


def lijntabel(bron: Bron) -> Opzet:
    """Pupils per line and year of class."""
    getallen = per_kolom(bron.telling.stond("lijn", bron.snede))
    titel = "Leerlingen per leerjaar, hoogste lijn"
    jaren, minstens = leerjaren(bron)
    return Opzet(
        "lijn", titel, UITLEG["lijn"], "Leerjaar", teksten.LIJNEN, jaren, getallen, minstens=minstens
    )


def per_niveau(bron: Bron) -> Opzet:
    """The same pupils per level; levels with fewer pupils than may be shown stand together, with the next one if need be."""
    delen = {n: replace(bron.snede, niveau=n) for n in Niveau.values}
    leerlingen = Counter(
        {n: sum(bron.telling.stond("leerlingen", deel).values()) for n, deel in delen.items()}
    )
    lijnen = {n: per_rij(bron.telling.stond("lijn", deel)) for n, deel in delen.items()}
    leerlingen[""] = bron.leerlingen - leerlingen.total()
    lijnen[""] = per_rij(bron.telling.stond("lijn", bron.snede))
    for deel in Niveau.values:
        lijnen[""].subtract(lijnen[deel])
    groot = [n for n in (*Niveau.values, "") if leerlingen[n] >= MINSTENS]
    rest = [n for n in (*Niveau.values, "") if n not in groot and (leerlingen[n] or any(lijnen[n].values()))]
    if rest and groot and sum(leerlingen[n] for n in rest) < MINSTENS:
        rest.append(groot.pop(groot.index(min(groot, key=lambda n: (leerlingen[n], n)))))
    kolommen = [(n or "onbekend", str(Niveau(n).label) if n else "Onbekend") for n in groot]
    getallen = {(rij, n or "onbekend"): lijnen[n][rij] for n in groot for rij, _ in teksten.LIJNEN}
    if rest:
        kolommen.append(("overig", "Overig"))
        getallen |= {(rij, "overig"): sum(lijnen[n][rij] for n in rest) for rij, _ in teksten.LIJNEN}
    return Opzet(
        "lijn_niveau",
        "Leerlingen per niveau, hoogste lijn",
        UITLEG["lijn_niveau"],
        "Niveau",
        teksten.LIJNEN,
        kolommen,
        getallen,
        deelt="lijn",
    )
