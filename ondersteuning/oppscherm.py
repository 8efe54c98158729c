"""What one screen of the editor shows beside its fields: the steps, what is still missing here, and who does what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from ondersteuning.access_opp_editor import Werk
from ondersteuning.models import OppAfwijking, OppDoel, OppVersie
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.regels import Punt
from ondersteuning.opp.velden import LIJSTEN, SCHERMEN, Scherm
from ondersteuning.opp.wacht import POORT, Uitslag, bekijk
from ondersteuning.services.opp_editor import vraagt_opnieuw
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand

GEHOORD, OVERLEGD, AKKOORD = (12, 13, 15), (7,), (8, 9, 10)
"""The rules of what is done together; 11 and 14 say the same as 7 and 12 in other words."""
SAMEN = (*GEHOORD, *OVERLEGD, *AKKOORD)


@dataclass(frozen=True)
class Stap:
    """One step of the editor; `open` counts what is missing there, None when this page does not know."""

    scherm: Scherm
    nummer: int
    nu: bool
    klaar: bool
    open: int | None


@dataclass(frozen=True)
class Melding:
    """One rule with what is missing at this part."""

    uitslag: Uitslag
    punten: list[Punt]


@dataclass(frozen=True)
class Samendeel:
    """One of the three things done together: what is known, what is missing, and the page where one does it (if any)."""

    kop: str
    staat: list[str]
    meldingen: list[Melding]
    url: str
    knop: str


def feiten_van_tekst(
    werkplek: Werkplek, werk: Werk, doelen: Sequence[OppDoel], afwijkingen: Sequence[OppAfwijking]
) -> Feiten:
    """What rule 6 needs of the version in the making; on the first four screens no other rule concerns a part."""
    versie = _versie(werk)
    return Feiten(
        dag=werkplek.dag,
        ronde=versie.ronde,
        teksten=versie.inhoud(),
        pro=werk.opp.pro,
        doelen=len(doelen),
        afwijkingen=len(afwijkingen),
    )


def _versie(werk: Werk) -> OppVersie:
    assert werk.versie is not None
    return werk.versie


def meldingen(uitslagen: Sequence[Uitslag], *plekken: str) -> list[Melding]:
    """The rules that miss something at these parts, with their points."""
    paren = [(u, [punt for punt in u.punten if punt.plek in plekken]) for u in uitslagen]
    return [Melding(uitslag, punten) for uitslag, punten in paren if punten]


def stappen(werk: Werk, nu: Scherm, uitslagen: Sequence[Uitslag], *, heel: bool) -> list[Stap]:
    """The five steps; `heel` says that every rule was looked at, so that the last step can be counted too."""
    versie = _versie(werk)
    uit = []
    for nummer, scherm in enumerate(SCHERMEN, start=1):
        laatste = not scherm.velden
        if laatste:
            punten = len({punt for u in uitslagen if u.regel.nummer in SAMEN for punt in u.punten})
        else:
            punten = sum(len(m.punten) for m in meldingen(uitslagen, scherm.sleutel))
        lijsten = [naam for naam, waar in LIJSTEN.items() if waar == scherm.sleutel]
        gevuld = any(getattr(versie, naam) for naam in (*(v.naam for v in scherm.velden), *lijsten))
        klaar = (heel if laatste else gevuld) and not punten
        uit.append(Stap(scherm, nummer, scherm == nu, klaar, None if laatste and not heel else punten))
    return uit


def waarschuwing(versie: OppVersie) -> str:
    """What to tell before a change of the handelingsdeel is saved; empty when nobody was asked about it yet (rule 10)."""
    if not vraagt_opnieuw(versie):
        return ""
    if versie.vraag_id:
        return "Over dit deel is al geantwoord. Verander je het, dan vraag je opnieuw om instemming."
    return (
        f"Dit deel is aan de ouders voorgelegd. Verander je het, dan wordt dit versie {versie.nummer + 1} "
        "en vraag je opnieuw om instemming. Wat ze antwoordden blijft bij deze versie staan."
    )


def _een_keer(uitslagen: Iterable[Uitslag]) -> list[Melding]:
    """What misses, with a thing to do that more rules ask for only at the first."""
    gezegd: set[Punt] = set()
    uit = []
    for uitslag in uitslagen:
        punten = [punt for punt in uitslag.punten if punt not in gezegd]
        gezegd.update(punten)
        if punten:
            uit.append(Melding(uitslag, punten))
    return uit


def samen(werk: Werk, feiten: Feiten) -> list[Samendeel]:
    """Hearing, talk and agreement as they stand, each with its page once that exists."""
    nummers = {u.regel.nummer: u for u in bekijk(feiten, SAMEN)}

    def deel(kop: str, staat: list[str], regels: tuple[int, ...], naam: str, knop: str) -> Samendeel:
        rood = _een_keer(nummers[n] for n in regels)
        return Samendeel(kop, staat, rood, pagina(naam, werk.opp.pk), knop)

    return [
        deel("De leerling", _gehoord(feiten), GEHOORD, "opp_horen", "Naar de stem van de leerling"),
        deel("Overleg", _overleg(feiten), OVERLEGD, "opp_overleg", "Naar het overleg"),
        deel("Akkoord", _akkoord(feiten), AKKOORD, "opp_instemming", "Naar het akkoord"),
    ]


def pagina(naam: str, pk: int) -> str:
    """The address of a page about this OPP; empty when this version of the program does not have it."""
    try:
        return reverse(f"ondersteuning:{naam}", args=[pk])
    except NoReverseMatch:
        return ""


def _gehoord(f: Feiten) -> list[str]:
    h = f.hoorrecht
    if h is None or h.aangeboden_op is None:
        return []
    uit = [f"Aangeboden op {dag_maand(h.aangeboden_op, f.dag)}."]
    if h.heeft_inbreng:
        uit.append("De eigen woorden staan erin.")
    elif h.ziet_af:
        uit.append("De leerling wil er niets over zeggen.")
    if h.toegelicht_op:
        uit.append(f"Uitgelegd op {dag_maand(h.toegelicht_op, f.dag)}.")
    return uit


def _overleg(f: Feiten) -> list[str]:
    return [f"Gehouden op {dag_maand(o.op, f.dag)}." for o in f.overleggen if o.ronde == f.ronde]


def _akkoord(f: Feiten) -> list[str]:
    woord = {True: "akkoord", False: "niet akkoord", None: "nog geen antwoord"}
    return [f"{g.naam}: {woord[g.akkoord]}." for g in f.gevraagden if g.mag]


def mag_vaststellen(uitslagen: Sequence[Uitslag]) -> bool:
    """Whether none of the rules that keep a version from being set is red."""
    return not [u for u in uitslagen if u.regel.nummer in POORT and not u.in_orde]
