"""The overview (look 7): one sentence, four tiles, signals per month, what became of them, how fast, pupils per line."""

from collections import Counter
from decimal import Decimal

from beleid.cijfers import teksten
from beleid.cijfers.bladen import een_kolom, procent_van
from beleid.cijfers.bron import Bron
from beleid.cijfers.lijntabellen import lijntabel, per_niveau
from beleid.cijfers.publicatie import Getal, Opzet, Publicatie, Rij, Tabel, Tegel, publiceer
from beleid.cijfers.snede import MAANDEN, Snede, maandwoord
from beleid.cijfers.teksten import UITLEG
from beleid.cijfers.telling import mediaan, per_maand, per_rij, procent
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.publicatie import Merk

TE_WEINIG = "te weinig om te verdelen"


def overzicht(bron: Bron) -> Publicatie:
    """Everything of the overview; nothing of a cut with too few pupils."""
    titel = "Cijfers ondersteuning"
    if bron.te_klein:
        return Publicatie("overzicht", titel, bron.snede, bron.dag, te_klein=True)
    telling, snede = bron.telling, bron.snede
    signalen, besluiten, afspraken = hoofdopzetten(bron)
    opzetten = [
        signalen,
        besluiten,
        lijntabel(bron),
        afspraken,
        een_kolom(
            "opp_termijn",
            "OPP’s binnen zes weken",
            teksten.OP_TIJD,
            per_rij(telling.gebeurd("opp_termijn", snede)),
            "OPP’s",
        ),
    ]
    eerder = range(bron.maand + 1, MAANDEN) if not snede.term else range(0)
    if eerder and bron.vorig:
        opzetten.insert(1, _signalen(bron, "signalen_eerder", snede.jaar.beginjaar - 1, list(eerder)))
    if (
        not snede.niveau
    ):  # hidden as on the page where its levels stand beside it: two pages then tell no more than one
        opzetten.append(per_niveau(bron))
    tabellen = publiceer(opzetten)
    tabellen.pop("lijn_niveau", None)
    antwoord = _antwoord(bron, tabellen)
    if antwoord.rijen:
        tabellen["antwoord"] = antwoord
    return Publicatie(
        "overzicht",
        titel,
        snede,
        bron.dag,
        zin=_zin(bron, tabellen),
        nadruk=_vol(bron, tabellen),
        tegels=_tegels(bron, tabellen),
        tabellen=tabellen,
        noten={"besluiten": _terug(bron, tabellen.get("besluiten"))},
    )


def hoofdopzetten(bron: Bron) -> list[Opzet]:
    """Signals, decisions and agreements: what the key figures are read from as well."""
    besluiten, afspraken = (per_rij(bron.telling.gebeurd(f, bron.snede)) for f in ("besluiten", "afspraken"))
    maanden = [m for m in bron.snede.maanden if m <= bron.maand]
    return [
        _signalen(bron, "signalen", bron.snede.jaar.beginjaar, maanden),
        een_kolom("besluiten", "Wat met een signaal gebeurt", teksten.BESLUITEN, besluiten, "Besluit"),
        een_kolom("afspraken", "Afspraken op tijd", teksten.OP_TIJD, afspraken, "Afspraken"),
    ]


def _signalen(bron: Bron, sleutel: str, jaar: int, maanden: list[int]) -> Opzet:
    """Signals per month and domain; of the months before this year only what each month was."""
    heel = Snede(
        bron.snede.jaar,
        0 if sleutel == "signalen_eerder" else bron.snede.term,
        bron.snede.locatie,
        bron.snede.niveau,
    )
    geteld = per_maand(bron.telling.gebeurd("signalen", heel, jaar=jaar))
    rijen = [(str(m), f"{maandwoord(m)} {jaar + (m > 4)}") for m in maanden]
    titel = "Signalen per maand" if sleutel == "signalen" else "Signalen per maand, vorig schooljaar"
    getallen = {(str(m), domein): n for (m, domein), n in geteld.items()}
    totalen = sleutel == "signalen"
    return Opzet(
        sleutel, titel, UITLEG[sleutel], "Maand", rijen, teksten.DOMEINEN, getallen, kolomtotalen=totalen
    )


def _antwoord(bron: Bron, tabellen: dict[str, Tabel]) -> Tabel:
    """The middle value per month; hidden below five answers, and where the number of signals is hidden."""
    jaar = bron.snede.jaar.beginjaar
    rijen = []
    for sleutel, van in (("signalen_eerder", jaar - 1), ("signalen", jaar)):
        if sleutel not in tabellen:
            continue
        heel = Snede(bron.snede.jaar, 0, bron.snede.locatie, bron.snede.niveau)
        geteld = bron.telling.gebeurd("antwoord", heel, jaar=van)
        for rij in tabellen[sleutel].rijen:
            getoond = rij.totaal is not None and rij.totaal.merk is Merk.TOON
            dagen = Counter({wat: n for (maand, wat, _), n in geteld.items() if str(maand) == rij.sleutel})
            rijen.append(Rij(rij.sleutel, rij.kop, (Getal(_mediaan(dagen) if getoond else None),)))
    kop = "Schooldagen tot een antwoord"
    return Tabel("antwoord", kop, UITLEG["antwoord"], "Maand", ("Mediaan",), tuple(rijen))


def _mediaan(dagen: Counter[str]) -> Decimal | None:
    return mediaan(dagen) if sum(dagen.values()) >= DREMPEL else None


def totaal_van(tabellen: dict[str, Tabel], sleutel: str) -> Getal:
    """The total of a table; of a table that could not be shown nothing is said."""
    tabel = tabellen.get(sleutel)
    return tabel.totaal if tabel and tabel.totaal else Getal(None)


def _vorig(bron: Bron) -> int | None:
    """Signals in the same part of last year; None when that is too few to say, or there were too few pupils then."""
    if not bron.vorig:
        return None
    jaar = bron.snede.jaar.beginjaar - 1
    loopt = bron.dag <= bron.snede.jaar.eind
    geteld = bron.telling.gebeurd("signalen", bron.snede, jaar=jaar, tot=bron.maand)
    aantal = sum(n for (_, _, kolom), n in geteld.items() if kolom == "tot" or not loopt)
    return aantal if aantal >= DREMPEL else None


def dagen_tot_antwoord(bron: Bron, jaar: int = 0) -> Decimal | None:
    """The middle number of school days of the cut, in its own year or another; None below five answers."""
    return _mediaan(per_rij(bron.telling.gebeurd("antwoord", bron.snede, jaar=jaar)))


def _tegels(bron: Bron, tabellen: dict[str, Tabel]) -> tuple[Tegel, ...]:
    signalen, vorig = totaal_van(tabellen, "signalen"), _vorig(bron)
    sub = "in deze periode"
    if isinstance(signalen.waarde, int) and vorig is not None:
        meer = signalen.waarde - vorig
        sub = (
            f"{abs(meer)} {'meer' if meer > 0 else 'minder'} dan vorig jaar in deze periode"
            if meer
            else "evenveel als vorig jaar"
        )
    dagen = dagen_tot_antwoord(bron) if signalen.waarde is not None else None
    norm = f"norm is {bron.norm}"
    snel = None if dagen is None else dagen <= bron.norm
    return (
        Tegel("signalen", signalen.tekst, "signalen", sub),
        Tegel("antwoord", Getal(dagen).tekst, "schooldagen tot een antwoord", norm, snel),
        _deeltegel(bron, tabellen, "afspraken", "afspraken", "op tijd"),
        _opptegel(tabellen),
    )


def _deeltegel(bron: Bron, tabellen: dict[str, Tabel], sleutel: str, wat: str, hoe: str) -> Tegel:
    """A share when both parts are shown, else the total with which part is small."""
    deel = procent_van(tabellen.get(sleutel), "op_tijd")
    if deel is None:
        return Tegel(sleutel, totaal_van(tabellen, sleutel).tekst, wat, _klein(tabellen.get(sleutel)))
    vorig = _aandeel(bron, sleutel, "op_tijd")
    sub, goed = ("", None) if vorig is None else (f"vorig jaar {vorig}%", deel >= vorig)
    return Tegel(sleutel, f"{deel}%", f"{wat} {hoe}", sub, goed)


def _opptegel(tabellen: dict[str, Tabel]) -> Tegel:
    tabel, totaal = tabellen.get("opp_termijn"), totaal_van(tabellen, "opp_termijn")
    goed = tabel.rij("op_tijd") if tabel else None
    if goed is None or goed.cellen[0].waarde is None or totaal.waarde is None:
        return Tegel("opp_termijn", totaal.tekst, "OPP’s met een termijn van zes weken", _klein(tabel))
    laat = int(totaal.waarde) - int(goed.cellen[0].waarde)
    getal = f"{goed.cellen[0].tekst} van {totaal.tekst}"
    return Tegel("opp_termijn", getal, "OPP’s binnen zes weken", f"{laat} te laat")


def _klein(tabel: Tabel | None) -> str:
    """Which part is small, when the total is shown; nothing to say of a total that is small itself."""
    if tabel is None or tabel.totaal is None or tabel.totaal.waarde is None:
        return TE_WEINIG
    klein = [rij for rij in tabel.rijen if rij.cellen[0].merk is Merk.KLEIN]
    if len(klein) > 1:
        return TE_WEINIG
    return f"{klein[0].cellen[0].tekst} {klein[0].kop}" if klein else ""


def _aandeel(bron: Bron, figuur: str, rij: str) -> int | None:
    """A share of last year, when there were pupils enough and neither it nor what is left of it is small."""
    if not bron.vorig:
        return None
    geteld = per_rij(bron.telling.gebeurd(figuur, bron.snede, jaar=bron.snede.jaar.beginjaar - 1))
    deel, geheel = geteld[rij], sum(geteld.values())
    return procent(deel, geheel) if min(deel, geheel - deel) >= DREMPEL else None


def _terug(bron: Bron, tabel: Tabel | None) -> str:
    deel = procent_van(tabel, "terug")
    if deel is None:
        return ""
    vorig = _aandeel(bron, "besluiten", "terug")
    zin = f"{deel}% gaat met advies terug naar de eerste lijn."
    return f"{zin} Vorig jaar was dat {vorig}%." if vorig is not None else zin


def _zin(bron: Bron, tabellen: dict[str, Tabel]) -> str:
    """How it stands beside last year, from numbers that are shown."""
    nu, vorig = totaal_van(tabellen, "signalen").waarde, _vorig(bron)
    if nu is None or vorig is None:
        return "Dit zijn de cijfers van de ondersteuning."
    hoeveel = "Meer" if nu > vorig else "Minder" if nu < vorig else "Evenveel"
    als = "als" if nu == vorig else "dan"
    dagen = dagen_tot_antwoord(bron)
    toen = dagen_tot_antwoord(bron, bron.snede.jaar.beginjaar - 1)
    if dagen is None or toen is None or dagen == toen:
        return f"{hoeveel} signalen {als} vorig jaar."
    return f"{hoeveel} signalen {als} vorig jaar, en {'sneller' if dagen < toen else 'later'} een antwoord."


def _vol(bron: Bron, tabellen: dict[str, Tabel]) -> str:
    """The cells of the raster where every place is taken; said only where the number in the line is shown as well."""
    lijntabel_ = tabellen.get("lijn")
    if not bron.snede.hele_school or lijntabel_ is None:
        return ""
    plekken: dict[str, Counter[str]] = {}
    for (_, rij, kolom), aantal in bron.telling.stond("plekken", bron.snede).items():
        plekken.setdefault(rij, Counter())[kolom] += aantal
    for rij, telt in sorted(plekken.items()):
        lijn, domein = rij.split("|")
        totaal = (lijntabel_.rij(lijn) or Rij("", "", ())).totaal
        vol = DREMPEL <= telt["capaciteit"] <= telt["bezet"]
        if vol and totaal is not None and totaal.merk is Merk.TOON:
            return f"De {Lijn(int(lijn)).label} {Domein(domein).label.lower()} zit vol."
    return ""
