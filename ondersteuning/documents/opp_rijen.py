"""Rows of an OPP on paper: goals, deviations, talks, answers, evaluations."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from ondersteuning.access_opp_pdf import Oppinhoud
from ondersteuning.documents.opp_delen import dagtekst
from ondersteuning.models import Instemmingverzoek, OppDoel, OppEvaluatie, Overeenstemming, Overlegstatus
from zorgapp.kern.datums import dag_maand_kort, tijd
from zorgapp.kern.lijnen import Domein


@dataclass(frozen=True)
class Doelrij:
    """One goal in the handelingsdeel; `meer` are the details that were filled in."""

    domein: str
    css: str
    doel: str
    aanpak: str
    wie: str
    klaar: str
    meer: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Gesprek:
    """One talk with the parents: planned (with room to write) or held."""

    wanneer: str
    wie: str
    gehouden: bool
    regels: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Antwoord:
    """Who is asked to agree, and what he said; an empty `keuze`: he did not answer yet."""

    naam: str
    rol: str
    keuze: str = ""
    op: str = ""
    hoe: str = ""
    reden: str = ""
    gezien: bool = False


def doelrijen(doelen: Iterable[OppDoel]) -> tuple[Doelrij, ...]:
    """The goals as rows of a table."""
    return tuple(_doelrij(doel) for doel in doelen)


def _doelrij(doel: OppDoel) -> Doelrij:
    domein = Domein(doel.domein)
    meer = (
        ("Nu", doel.beginsituatie),
        ("Gelukt als", doel.criterium),
        ("Hoe vaak", doel.frequentie),
        ("Waar", str(doel.get_waar_display())),  # type: ignore[attr-defined]
        ("Met", doel.materialen),
        ("Vanaf", dagtekst(doel.van)),
    )
    return Doelrij(
        str(domein.label),
        domein.css,
        doel.doel,
        doel.aanpak,
        doel.wie,
        f"{dag_maand_kort(doel.tot)} {doel.tot.year}",
        tuple((label, tekst) for label, tekst in meer if tekst),
    )


def afwijkingen(inhoud: Oppinhoud) -> tuple[tuple[str, str, str], ...]:
    """What, why, and for how long: also what the law wants to know of adapted hours (rule 29)."""
    rijen = []
    for rij in inhoud.afwijkingen:
        soort = str(rij.get_soort_display()).capitalize()  # type: ignore[attr-defined]
        duur = [f"{rij.uren:g} uur per week".replace(".", ",") if rij.uren is not None else ""]
        duur.append(f"vanaf {dagtekst(rij.van)}" if rij.van else "")
        duur.append(f"tot en met {dagtekst(rij.tot)}" if rij.tot else "")
        duur.append(f"inspectie gevraagd op {dagtekst(rij.inspectie_op)}" if rij.inspectie_op else "")
        waarom = f"{rij.uitleg} Grondslag: {rij.grondslag}" if rij.grondslag else rij.uitleg
        rijen.append((f"{soort}: {rij.vak}" if rij.vak else soort, waarom, ", ".join(d for d in duur if d)))
    return tuple(rijen)


def gesprek(overleg: Overeenstemming) -> Gesprek:
    """One talk as it is printed."""
    gehouden = overleg.status == Overlegstatus.GEHOUDEN
    wie = [d for d in overleg.deelnemers.all() if not gehouden or d.aanwezig]
    regels = (
        ("Waar het over ging", overleg.samenvatting),
        ("Hierover zijn we het eens", overleg.eens),
        ("Hierover zijn we het niet eens", overleg.oneens),
        ("Hoe verder", overleg.vervolgstap),
    )
    return Gesprek(
        f"{dagtekst(timezone.localdate(overleg.wanneer))} om {tijd(overleg.wanneer)}",
        ", ".join(f"{d.naam} ({d.rol})" if d.rol else d.naam for d in wie),
        gehouden,
        tuple((label, tekst.strip()) for label, tekst in regels if tekst.strip()),
    )


def antwoord(verzoek: Instemmingverzoek) -> Antwoord:
    """Who was asked, with his answer when he gave one (`verzoek` with its contact and answers)."""
    relatie = verzoek.contact.get_relatie_display() if verzoek.contact else "leerling"  # type: ignore[attr-defined]
    rol = str(relatie).capitalize()
    gegeven = list(verzoek.antwoorden.all())
    if not gegeven:
        return Antwoord(verzoek.naam, rol)
    rij = gegeven[-1]
    return Antwoord(
        rij.naam,
        rol,
        str(rij.get_keuze_display()).capitalize(),  # type: ignore[attr-defined]
        dagtekst(rij.gegeven_op),
        str(rij.get_wijze_display()),  # type: ignore[attr-defined]
        rij.reden,
        rij.gezien,
    )


def evaluatieregel(rij: OppEvaluatie) -> tuple[str, str, str]:
    """Day, what came of it, and how it goes on."""
    verder = str(rij.get_conclusie_display()).capitalize()  # type: ignore[attr-defined]
    if rij.volgende_op:
        verder += f". Weer op {dagtekst(rij.volgende_op)}"
    return dagtekst(rij.gehouden_op), rij.samenvatting, verder
