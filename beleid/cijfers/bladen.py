"""From counts to a publication: the pages beside the overview, and what all pages share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from beleid.cijfers import teksten
from beleid.cijfers.publicatie import MINSTENS, Opzet, Publicatie, Tabel, publiceer
from beleid.cijfers.snede import Niveau, Snede, maand_van
from beleid.cijfers.teksten import UITLEG
from beleid.cijfers.telling import Telling, per_kolom, per_rij, procent
from zorgapp.kern.onderdrukking import DREMPEL

AANTAL = [("", "Aantal")]
HOOGSTENS_AANBOD = 8
ANDER = "ander aanbod"


@dataclass(frozen=True)
class Bron:
    """What a page is made of: the counts, the cut, the day they count up to and including, and the school's own term."""

    telling: Telling
    snede: Snede
    dag: date
    norm: int = 0

    @property
    def maand(self) -> int:
        """The last month of the cut that has begun: 11 for a school year that is over."""
        return maand_van(self.dag) if self.dag <= self.snede.jaar.eind else 11

    @property
    def leerlingen(self) -> int:
        """How many pupils there were in the cut."""
        return sum(self.telling.stond("leerlingen", self.snede).values())

    @property
    def te_klein(self) -> bool:
        return self.leerlingen < MINSTENS


def een_kolom(
    sleutel: str, titel: str, rijen: Sequence[tuple[str, str]], geteld: Counter[str], hoek: str = ""
) -> Opzet:
    """A table of one column with its total."""
    getallen = {(rij, ""): aantal for rij, aantal in geteld.items()}
    return Opzet(sleutel, titel, UITLEG[sleutel], hoek, rijen, AANTAL, getallen, rijtotalen=False)


def leerjaren(bron: Bron) -> list[tuple[str, str]]:
    """The years that there are pupils in; 0 is a pupil whose year is not known."""
    gevonden = {rij for (_, rij, _), n in bron.telling.stond("leerlingen", bron.snede).items() if n}
    gevonden |= {kolom for (_, _, kolom), n in bron.telling.stond("lijn", bron.snede).items() if n}
    return [(j, j if j != "0" else "onbekend") for j in sorted(gevonden)]


def lijntabel(bron: Bron) -> Opzet:
    """Pupils per line and year of class."""
    getallen = per_kolom(bron.telling.stond("lijn", bron.snede))
    titel = "Leerlingen per leerjaar, hoogste lijn"
    return Opzet("lijn", titel, UITLEG["lijn"], "Leerjaar", teksten.LIJNEN, leerjaren(bron), getallen)


def blad(deel: str, bron: Bron, opzetten: Sequence[Opzet], noten: dict[str, str] | None = None) -> Publicatie:
    """A page of tables alone."""
    titel = teksten.DELEN[deel]
    if bron.te_klein:
        return Publicatie(deel, titel, bron.snede, bron.dag, te_klein=True)
    tabellen = publiceer(opzetten)
    return Publicatie(deel, titel, bron.snede, bron.dag, tabellen=tabellen, noten=noten or {})


def ondersteuning(bron: Bron) -> Publicatie:
    """Lines, what came in and went out, what was solved in the first line, and how full people are."""
    telling, snede = bron.telling, bron.snede
    opzetten = [lijntabel(bron)]
    if not snede.niveau:
        opzetten.append(per_niveau(bron))
    instroom = per_kolom(telling.gebeurd("instroom", snede))
    uitstroom = per_kolom(telling.gebeurd("uitstroom", snede))
    lijnen = teksten.LIJNEN
    opzetten += [
        Opzet(
            "instroom", "Begonnen trajecten", UITLEG["instroom"], "Lijn", lijnen, teksten.DOMEINEN, instroom
        ),
        Opzet(
            "uitstroom",
            "Afgesloten trajecten",
            UITLEG["uitstroom"],
            "Lijn",
            lijnen,
            teksten.AFLOPEN,
            uitstroom,
        ),
        een_kolom(
            "eerste_lijn",
            "Opgelost in de eerste lijn",
            teksten.EERSTE,
            per_rij(telling.gebeurd("eerste_lijn", snede)),
        ),
    ]
    if snede.hele_school:
        opzetten.append(een_kolom("caseload", "Caseload", teksten.CASELOAD, _caseload(bron), "Trajecten"))
    pub = blad("ondersteuning", bron, opzetten)
    noot = deelzin(pub.tabellen.get("eerste_lijn"), "eerste", "van deze signalen bleef in de eerste lijn.")
    return replace(pub, noten={"eerste_lijn": noot})


def per_niveau(bron: Bron) -> Opzet:
    """The same pupils per level: a location is one cut, its levels are columns."""
    snede = bron.snede
    getallen: Counter[tuple[str, str]] = Counter()
    echte = Counter(per_kolom(bron.telling.stond("lijn", snede)))
    kolommen = []
    for niveau in ("", *Niveau.values):
        deel = Snede(snede.jaar, snede.term, snede.locatie, niveau) if niveau else None
        if deel is None or not sum(bron.telling.stond("leerlingen", deel).values()):
            continue
        kolommen.append((niveau, str(Niveau(niveau).label)))
        for rij, aantal in per_rij(bron.telling.stond("lijn", deel)).items():
            getallen[rij, niveau] += aantal
    lijnen: Counter[str] = Counter()
    for (rij, _), aantal in echte.items():
        lijnen[rij] += aantal
    rest = {r: n - sum(getallen[r, k] for k, _ in kolommen) for r, n in lijnen.items()}
    if any(rest.values()):
        kolommen.append(("onbekend", "Onbekend"))
        getallen.update({(r, "onbekend"): n for r, n in rest.items()})
    titel = "Leerlingen per niveau, hoogste lijn"
    return Opzet(
        "lijn_niveau",
        titel,
        UITLEG["lijn_niveau"],
        "Niveau",
        teksten.LIJNEN,
        kolommen,
        getallen,
        deelt="lijn",
    )


def _caseload(bron: Bron) -> Counter[str]:
    uit: Counter[str] = Counter()
    for (_, rij, _), aantal in bron.telling.stond("caseload", bron.snede, overal=True).items():
        uit[next(grens for grens, _ in teksten.CASELOAD if int(rij) <= int(grens))] += aantal
    return uit


def opp(bron: Bron) -> Publicatie:
    """OPPs in order and set in time."""
    telling, snede = bron.telling, bron.snede
    opzetten = []
    if telling.heeft("opp_orde", snede):
        orde = per_rij(telling.stond("opp_orde", snede))
        opzetten.append(een_kolom("opp_orde", "OPP’s in orde", teksten.ORDE, orde, "OPP’s"))
    op_tijd = per_rij(telling.gebeurd("opp_termijn", snede))
    opzetten.append(
        een_kolom("opp_termijn", "Vastgesteld binnen zes weken", teksten.OP_TIJD, op_tijd, "OPP’s")
    )
    pub = blad("opp", bron, opzetten)
    noten = {
        "opp_orde": deelzin(pub.tabellen.get("opp_orde"), "in_orde", "is in orde."),
        "opp_termijn": deelzin(pub.tabellen.get("opp_termijn"), "op_tijd", "was op tijd."),
    }
    return replace(pub, noten=noten)


def aanbod(bron: Bron) -> Publicatie:
    """What each offering brought, and who waits."""
    telling, snede = bron.telling, bron.snede
    doelen = per_kolom(telling.gebeurd("doelen", snede))
    wacht = per_rij(telling.stond("wachtlijst", snede))
    rijen, getallen = _grootste(doelen)
    namen = sorted(wacht)
    opzetten = [
        Opzet("doelen", "Doelen per aanbod", UITLEG["doelen"], "Aanbod", rijen, teksten.STANDEN, getallen),
        een_kolom("wachtlijst", "Wachtlijsten", [(n, n) for n in namen], wacht, "Aanbod"),
    ]
    return blad("aanbod", bron, opzetten)


def _grootste(
    doelen: Counter[tuple[str, str]],
) -> tuple[list[tuple[str, str]], Counter[tuple[str, str]]]:
    """The offerings with the most goals as rows, those with few together as one: a row of hidden numbers tells nothing."""
    per: Counter[str] = Counter()
    for (rij, _), aantal in doelen.items():
        per[rij] += aantal
    groot = [rij for rij, n in per.most_common(HOOGSTENS_AANBOD) if n >= 2 * DREMPEL and rij]
    getallen: Counter[tuple[str, str]] = Counter()
    for (rij, kolom), aantal in doelen.items():
        getallen[rij if rij in groot else "" if not rij else ANDER, kolom] += aantal
    rijen = [(rij, rij) for rij in sorted(groot)]
    if any(rij == ANDER for rij, _ in getallen):
        rijen.append((ANDER, ANDER))
    if any(rij == "" for rij, _ in getallen):
        rijen.append(("", "zonder aanbod"))
    return rijen, getallen


def docenten(bron: Bron) -> Publicatie:
    """How many teachers take part, and how many cards are read; never who."""
    telling, snede = bron.telling, bron.snede
    opzetten = []
    if snede.hele_school:
        mee = Counter({rij: n for term, rij, _, n in telling.van("docenten", snede) if term == snede.term})
        if mee:
            opzetten.append(een_kolom("docenten", "Docenten die meedoen", teksten.DOCENTEN, mee, "Docenten"))
    if telling.heeft("kaarten", snede):
        kaarten = per_rij(telling.stond("kaarten", snede))
        opzetten.append(een_kolom("kaarten", "Faciliteitenkaarten", teksten.KAARTEN, kaarten, "Kaarten"))
    pub = blad("docenten", bron, opzetten)
    noten = {
        "docenten": deelzin(pub.tabellen.get("docenten"), "mee", "van de docenten doet mee."),
        "kaarten": deelzin(pub.tabellen.get("kaarten"), "bevestigd", "van de kaarten is bevestigd."),
    }
    return replace(pub, noten=noten)


def deelzin(tabel: Tabel | None, rij: str, zin: str) -> str:
    """ "81% was op tijd.", from numbers that are both shown; nothing otherwise."""
    deel = procent_van(tabel, rij)
    return f"{deel}% {zin}" if deel is not None else ""


def procent_van(tabel: Tabel | None, rij: str) -> int | None:
    """The share of a row in its table, when both are shown."""
    if tabel is None or tabel.totaal is None or not tabel.totaal.waarde:
        return None
    gevonden = tabel.rij(rij)
    waarde = gevonden.cellen[0].waarde if gevonden else None
    return None if waarde is None else procent(int(waarde), int(tabel.totaal.waarde))
