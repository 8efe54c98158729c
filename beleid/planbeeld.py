"""A version of a yearly plan as it is read: its parts in order, with what stands beside each text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from beleid.access_plan import delen_van, ernaast, factoren_van, kengetallen_van
from beleid.kerngetallen import kernstanden
from beleid.models import Beleidsplan, Kengetal, Plandeel, Planfactor
from beleid.planloop import VASTE_STATUSSEN, Deelsoort, Planstatus
from beleid.planmiddelen import is_middel, middelstanden
from ondersteuning.access_taken import taken_van
from ondersteuning.models import Taakletter
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.lijnen import Lijn
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Getal:
    """One figure as it is shown."""

    label: str
    waarde: str


@dataclass(frozen=True)
class Deelbeeld:
    """One part: its text, what stands beside it in short lines (`rijen`), factors or figures."""

    soort: str
    naam: str
    deel: Plandeel
    rijen: Sequence[str] = ()
    factoren: Sequence[Planfactor] = ()
    getallen: Sequence[Getal] = ()
    bij: str = ""


def lees_beeld(werkplek: Werkplek, plan: Beleidsplan) -> list[Deelbeeld]:
    """The parts of an opened version. Figures are those of last night until it is set, and stay as they were then.
    So do hours and money, for who reads these.

    What other pages keep (the point, tasks, activities, training, protocols) is told as it is now, and not beside a
    version that was replaced.
    """
    delen, factoren = delen_van(plan), factoren_van(plan)
    vervangen = getattr(plan, "vervangen", False)
    naast = {} if vervangen else ernaast(werkplek, plan.jaar) | {"structuur": _taken(werkplek)}
    vast = kengetallen_van(plan) if plan.status in VASTE_STATUSSEN else None
    met_getallen = {
        Deelsoort.KENGETALLEN.value: getallen_van(werkplek, plan, vast),
        Deelsoort.MIDDELEN.value: middelen_bij(werkplek, plan, vast),
    }
    return [
        Deelbeeld(
            soort,
            str(Deelsoort(soort).label),
            delen[soort],
            naast.get(soort, ()),
            factoren if soort == Deelsoort.CONTEXT else (),
            *met_getallen.get(soort, ((), "")),
        )
        for soort in Deelsoort.values
    ]


Vast = Sequence[Kengetal] | None
"""What was kept when a version was set; None before that."""


def getallen_van(werkplek: Werkplek, plan: Beleidsplan, vast: Vast) -> tuple[list[Getal], str]:
    """The figures of a version, and of when they are: frozen when it is set, else of last night.

    Before its school year begins they are those of the running one, and that is said.
    """
    if vast is not None:
        rijen = [rij for rij in vast if not is_middel(rij.sleutel)]
        op = timezone.localdate(plan.vastgesteld_op) if plan.vastgesteld_op else werkplek.dag
        bij = f"Zo stond het toen het plan werd vastgesteld{_eerder(plan, op)}."
        return [Getal(rij.label, rij.waarde) for rij in rijen], bij
    standen = kernstanden(werkplek, plan.jaar).values()
    bij = f"De cijfers van afgelopen nacht{_eerder(plan, werkplek.dag)}."
    return [Getal(s.cijfer.label, s.tekst) for s in standen], bij


def middelen_bij(werkplek: Werkplek, plan: Beleidsplan, vast: Vast) -> tuple[list[Getal], str]:
    """Hours a week and money: of now, or as they were when it was set; for coordinator and schoolleiding only."""
    if not werkplek.mag(Recht.BELEID_JAAR):
        return [], ""
    if vast is None:
        rijen = [Getal(s.label, s.waarde) for s in middelstanden(werkplek, plan.jaar)]
        wanneer = f"Zo staat het nu voor {plan.jaar}."
    else:
        rijen = [Getal(rij.label, rij.waarde) for rij in vast if is_middel(rij.sleutel)]
        wanneer = "Zo stond het toen het plan werd vastgesteld."
    if not rijen and vast is None:
        return [], f"Voor {plan.jaar} staan nog geen uren en geld in zorgapp."
    bij = f"Uren per week. {wanneer} Alleen zorgcoördinator en schoolleiding zien dit."
    return rijen, bij if rijen else ""


def _eerder(plan: Beleidsplan, dag: date) -> str:
    jaar = Schooljaar.van(dag)
    return f", over schooljaar {jaar}" if jaar < plan.jaar else ""


def _taken(werkplek: Werkplek) -> list[str]:
    """Per task its line, who does it and who answers for it; colleagues and roles, no pupils."""
    uit = []
    for taak in taken_van(werkplek):
        doet = ", ".join(h.wie for h in taak.delen.get(Taakletter.DOET.value, ())) or "nog niemand"
        wie = ", ".join(h.wie for h in taak.delen.get(Taakletter.VERANTWOORDELIJK.value, ())) or "nog niemand"
        uit.append(
            f"{Lijn(taak.lijn).label.capitalize()}: {taak.naam}. Doet het: {doet}. Verantwoordelijk: {wie}."
        )
    return uit


def wacht_op(plan: Beleidsplan, dag: date) -> str:
    """What must be over before the schoolleiding gets it; empty when it can go. Needs `open_reacties` of `get_plan`."""
    tot = plan.reageren_tot if plan.status == Planstatus.BESPREKING else None
    delen = [f"de tijd om te reageren voorbij is (na {dag_maand(tot)})"] if tot and dag <= tot else []
    if getattr(plan, "open_reacties", 0):
        delen.append("elke reactie een antwoord heeft")
    return f"Voorleggen aan de schoolleiding kan als {' en '.join(delen)}." if delen else ""


def openingszin(plan: Beleidsplan) -> str:
    """Where a version stands, in one sentence."""
    zinnen = {
        "concept": "Dit plan is in de maak.",
        "bespreking": "Dit plan ligt bij het team.",
        "voorgelegd": "Dit plan ligt bij de schoolleiding.",
        "vastgesteld": "Dit plan is vastgesteld. Het is nog niet gepubliceerd.",
        "gepubliceerd": "Dit plan geldt voor de hele school.",
    }
    if getattr(plan, "vervangen", False):
        return "Dit is een eerdere versie. Er geldt nu een nieuwere."
    return zinnen[plan.status]
