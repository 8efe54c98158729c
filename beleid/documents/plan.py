"""The yearly plan on paper: one readable A4, and behind it the whole plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone

from beleid.access_plan import get_plan
from beleid.models import Beleidsplan, Planfactor
from beleid.planbeeld import Deelbeeld, Getal, lees_beeld, openingszin
from beleid.planloop import Deelsoort, Kant
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.werk.documenten import Document, Documentsoort

KORT, REGEL, PUNT = 300, 60, 60  # characters
REGELS, FACTOREN = 3, 2


@dataclass(frozen=True, kw_only=True)
class Planpapier(Document):
    """A version on paper. The first page holds the fields up to `doet`; `delen` is empty for the one-pager."""

    schooljaar: str
    nummer: int
    zin: str
    vast: str
    punten: Sequence[str]
    visie: str
    getallen: Sequence[tuple[Getal, ...]]
    getallen_bij: str
    helpt: Sequence[str]
    remt: Sequence[str]
    doet: Sequence[str]
    delen: Sequence[Deelbeeld]


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> object:
    """Open the version; 404 for who may not. A plan names no pupil, so the look is not logged."""
    return get_plan(werkplek, object_id)


def ingekort(tekst: str, hoogstens: int = KORT) -> str:
    """The first sentences of a text that fit in so many characters; a first sentence that is longer is cut at a word."""
    tekst = " ".join(tekst.split())
    if len(tekst) <= hoogstens:
        return tekst
    deel = tekst[:hoogstens]
    eind = max(deel.rfind(teken) for teken in (". ", "? ", "! "))
    return deel[: eind + 1] if eind > 0 else f"{deel.rsplit(' ', 1)[0]} …"


def _zwaarste(factoren: Sequence[Planfactor], kant: Kant) -> list[str]:
    hier = sorted((f for f in factoren if f.kant == kant), key=lambda f: -(f.score or 0))
    return [f"{ingekort(f.tekst, REGEL)}{f' ({f.score})' if f.score else ''}" for f in hier[:FACTOREN]]


def _vast(plan: Beleidsplan) -> str:
    if plan.vastgesteld_op is None or plan.vastgesteld_door is None:
        return "nog niet vastgesteld"
    dag = timezone.localdate(plan.vastgesteld_op)
    return f"{plan.vastgesteld_door.naam}, {dag_maand(dag)} {dag.year}"


def maak(werkplek: Werkplek, object_id: int) -> Planpapier:
    """The whole plan, with the rights of this moment."""
    plan = get_plan(werkplek, object_id)
    delen = lees_beeld(werkplek, plan)
    per = {beeld.soort: beeld for beeld in delen}
    factoren, getallen = per[Deelsoort.CONTEXT].factoren, list(per[Deelsoort.KENGETALLEN].getallen)
    return Planpapier(
        titel="Onderwijsondersteuningsplan",
        school=werkplek.school.naam,
        wat=f"Onderwijsondersteuningsplan {plan.jaar}",
        door=werkplek.user.naam,
        op=werkplek.dag,
        vertrouwelijk=False,
        schooljaar=str(plan.jaar),
        nummer=plan.nummer,
        zin=openingszin(plan),
        vast=_vast(plan),
        punten=[ingekort(rij, PUNT) for rij in per[Deelsoort.ONTWIKKELPUNT].rijen][:2],
        visie=ingekort(per[Deelsoort.VISIE].deel.tekst),
        getallen=[tuple(getallen[n : n + 2]) for n in range(0, len(getallen), 2)],
        getallen_bij=per[Deelsoort.KENGETALLEN].bij,
        helpt=_zwaarste(factoren, Kant.HELPT),
        remt=_zwaarste(factoren, Kant.REMT),
        doet=[ingekort(rij, REGEL) for rij in per[Deelsoort.ACTIVITEITEN].rijen][:REGELS],
        delen=delen,
    )


def maak_blad(werkplek: Werkplek, object_id: int) -> Planpapier:
    """Its first page only."""
    return replace(maak(werkplek, object_id), delen=())


def terug(object_id: int) -> str:
    """The page it was asked from."""
    return reverse("beleid:plan_lezen", args=[object_id])


PLAN = Documentsoort(
    sleutel="beleidsplan",
    recht=Recht.BELEID,
    deur=deur,
    maak=maak,
    template="beleid/plan_papier.html",
    terug=terug,
)
BLAD = Documentsoort(
    sleutel="beleidsplan-blad",
    recht=Recht.BELEID,
    deur=deur,
    maak=maak_blad,
    template="beleid/plan_papier.html",
    terug=terug,
)
