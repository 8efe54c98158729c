"""What stands where in an OPP on paper: what fits on the first page, and the parts after it; empty parts vanish."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ondersteuning.access_opp_pdf import Oppinhoud
from ondersteuning.models import Opp, OppVersie, Versiestatus
from ondersteuning.opp.velden import SCHERM, VELDEN
from zorgapp.kern.datums import dag_maand, dag_maand_kort
from zorgapp.kern.lijnen import Domein, lijnwoord

BEHOEFTEN = {"behoefte_leer": Domein.LEER, "behoefte_pers": Domein.PERS, "behoefte_loop": Domein.LOOP}


@dataclass(frozen=True)
class Stukje:
    """A heading with texts: (label, text) each; `stem`: somebody's own words."""

    kop: str
    regels: tuple[tuple[str, str], ...]
    stem: bool = False


@dataclass(frozen=True)
class Behoefte:
    """What the pupil needs in one domain, and the line his support there stands in (0: none)."""

    domein: str
    css: str
    lijn: int
    lijnwoord: str
    tekst: str


def dagtekst(dag: date | None) -> str:
    """Return "24 november 2026", or nothing."""
    return f"{dag_maand(dag)} {dag.year}" if dag else ""


def merk(versie: OppVersie) -> str:
    """What a version is called on paper; a version that was never set is a concept (rule 10)."""
    if versie.status == Versiestatus.CONCEPT:
        return f"Concept {versie.nummer}"
    if versie.vastgesteld_op is None:
        return f"Vervallen concept {versie.nummer}"
    return f"Versie {versie.nummer}" + (", vervangen" if versie.status == Versiestatus.VERVANGEN else "")


def kort(tekst: str, tekens: int) -> str:
    """Return a text that fits in `tekens` on one run of lines; what is cut ends in an ellipsis, at a space."""
    recht = " ".join(tekst.split())
    if len(recht) <= tekens:
        return recht
    return recht[: tekens - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def past(tekst: str, tekens: int) -> bool:
    """Say whether the first page shows this text whole."""
    return len(" ".join(tekst.split())) <= tekens


def punten(tekst: str) -> list[str]:
    """One line for each point, without the dashes and dots that people type before it."""
    return [regel for r in tekst.splitlines() if (regel := r.strip(" -•*\t"))]


def behoeften(inhoud: Oppinhoud, tekens: int) -> tuple[Behoefte, ...]:
    """What is needed per domain, cut for the first page; a domain without words and without support vanishes."""
    gevonden = []
    for veld, domein in BEHOEFTEN.items():
        tekst, lijn = getattr(inhoud.versie, veld), inhoud.lijnen.get(domein, 0)
        if tekst or lijn:
            woord = lijnwoord(lijn)
            gevonden.append(Behoefte(str(domein.label), domein.css, lijn, woord, kort(tekst, tekens)))
    return tuple(gevonden)


def velden(versie: OppVersie, namen: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(label, text) of each named field that was filled in."""
    return tuple((VELDEN[naam].label, tekst) for naam in namen if (tekst := getattr(versie, naam).strip()))


def achtergrond(versie: OppVersie, afgekapt: list[str]) -> tuple[Stukje, ...]:
    """The parts that explain: the perspective in full, the picture now, what came before."""
    perspectief = velden(versie, (*afgekapt, "tussenstation", "praktijk"))
    stukjes = [Stukje("Meer over het perspectief", perspectief)] if perspectief else []
    for sleutel, kop in (("beeld", "Hoe gaat het nu"), ("start", "Wat eraan voorafging")):
        regels = velden(versie, (veld.naam for veld in SCHERM[sleutel].velden))
        if regels:
            stukjes.append(Stukje(kop, regels))
    return tuple(stukjes)


def feiten(inhoud: Oppinhoud) -> tuple[tuple[str, str], ...]:
    """(label, value) for the head of the first page; what is not known is not there."""
    opp, versie = inhoud.opp, inhoud.versie
    vast = versie.vastgesteld_op
    rijen = (
        ("Klas", inhoud.klas),
        ("Geboren", dagtekst(inhoud.leerling.geboortedatum)),
        ("Mentor", " en ".join(inhoud.mentoren)),
        ("Opsteller", opp.opsteller.naam),
        _periode(opp),
        (
            ("Vastgesteld op", dagtekst(vast))
            if vast
            else ("Uiterlijk vaststellen", "" if opp.begindatum else dagtekst(opp.uiterlijk))
        ),
    )
    return tuple((label, waarde) for label, waarde in rijen if waarde)


def zonder(stukje: Stukje, namen: Iterable[str]) -> Stukje:
    """The same part without the texts of these fields."""
    weg = {VELDEN[naam].label for naam in namen}
    return replace(stukje, regels=tuple(rij for rij in stukje.regels if rij[0] not in weg))


def _periode(opp: Opp) -> tuple[str, str]:
    if opp.begindatum and opp.einddatum:
        return (
            "Liep",
            f"{dag_maand_kort(opp.begindatum)} {opp.begindatum.year} – {dag_maand_kort(opp.einddatum)} {opp.einddatum.year}",
        )
    return "Loopt vanaf", dagtekst(opp.begindatum)


def wie(inhoud: Oppinhoud, hoeveel: int) -> tuple[tuple[str, str], ...]:
    """Who takes part: mentor, who carries a trajectory (with its partner), parents."""
    rijen = [("Mentor", " en ".join(inhoud.mentoren))]
    for traject in inhoud.trajecten:
        rijen.append((kort(traject.titel, 34), traject.regievoerder.naam))
        if traject.partner:
            rijen.append(("Van buiten de school", traject.partner.naam))
    rijen.append(("Ouders", " en ".join(ouder.naam for ouder in inhoud.ouders)))
    return tuple(dict.fromkeys(rij for rij in rijen if rij[1]))[-hoeveel:]


def per_drie(rijen: tuple[tuple[str, str], ...]) -> list[tuple[tuple[str, str], ...]]:
    """Rows of three for a table of facts."""
    return [rijen[n : n + 3] for n in range(0, len(rijen), 3)]
