"""From counts to a publication: the pages beside the overview, and what all pages share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from beleid.cijfers import teksten
from beleid.cijfers.bron import Bron
from beleid.cijfers.lijntabellen import lijntabel, per_niveau
from beleid.cijfers.publicatie import Opzet, Publicatie, Tabel, publiceer
from beleid.cijfers.teksten import UITLEG
from beleid.cijfers.telling import per_kolom, per_rij, procent
from zorgapp.kern.onderdrukking import DREMPEL

AANTAL = [("", "Aantal")]
HOOGSTENS_AANBOD = 8
ANDER = "ander aanbod"


def een_kolom(
    sleutel: str,
    titel: str,
    rijen: Sequence[tuple[str, str]],
    geteld: Counter[str],
    hoek: str = "",
    minstens: int = 0,
) -> Opzet:
    """A table of one column with its total; `minstens` holds of every row."""
    getallen = {(rij, ""): aantal for rij, aantal in geteld.items()}
    laagst = {f"rij {rij}": minstens for rij, _ in rijen}
    return Opzet(
        sleutel, titel, UITLEG[sleutel], hoek, rijen, AANTAL, getallen, rijtotalen=False, minstens=laagst
    )


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
        # no rows per rule: the page OPP's in orde says how many are in order, and the rest could be worked out from both
        geteld = per_rij(telling.stond("opp_orde", snede))
        orde = Counter({"in_orde": geteld["in_orde"], "niet": geteld.total() - geteld["in_orde"]})
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
    minstens = {f"rij {rij}": 1 if rij in (ANDER, "") else 2 * DREMPEL for rij, _ in rijen}
    namen = sorted(naam for naam, aantal in wacht.items() if aantal)
    opzetten = [
        Opzet(
            "doelen",
            "Doelen per aanbod",
            UITLEG["doelen"],
            "Aanbod",
            rijen,
            teksten.STANDEN,
            getallen,
            minstens=minstens,
        ),
        een_kolom("wachtlijst", "Wachtlijsten", [(n, n) for n in namen], wacht, "Aanbod", minstens=1),
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
        getallen[rij if rij in groot or not rij else ANDER, kolom] += aantal
    er_zijn = {rij for (rij, _), aantal in getallen.items() if aantal}
    rijen = [*((rij, rij) for rij in sorted(groot)), (ANDER, ANDER), ("", "zonder aanbod")]
    return [(rij, kop) for rij, kop in rijen if rij in er_zijn], getallen


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
