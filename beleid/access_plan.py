"""The doors to yearly plans: who may open which version, who reads and comments, and what stands beside the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When, Window
from django.http import Http404

from beleid.jaarstroken import Strook
from beleid.models import (
    Activiteit,
    Beleidsplan,
    Kengetal,
    Ontwikkelpunt,
    Plandeel,
    Planfactor,
    Planlezing,
    Planreactie,
    Protocol,
    Scholing,
)
from beleid.planloop import STAPRECHT, TOEGESTAAN, VASTE_STATUSSEN, Planstatus, Uitkomst
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.rollen import RECHTEN, Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde
from zorgapp.kern.schooljaar import Schooljaar

PLANNEN_MAX, FACTOREN_MAX, REACTIES_MAX, LIJST_MAX = 60, 20, 200, 12
LEZERSROLLEN = frozenset(rol for rol, rechten in RECHTEN.items() if Recht.BELEID in rechten)


@dataclass(frozen=True)
class Leesstand:
    """How many colleagues confirmed that they read a version, of how many who work here today."""

    gelezen: int
    van: int


def _zichtbaar(werkplek: Werkplek) -> QuerySet:
    return Beleidsplan.objects.zichtbaar_voor(werkplek)


def plannen_van(werkplek: Werkplek) -> list[Beleidsplan]:
    """Every version this person may open, the newest year and version first, with `gelezen` by himself."""
    eigen = Planlezing.objects.filter(plan=OuterRef("pk"), user=werkplek.user)
    rijen = _zichtbaar(werkplek).annotate(gelezen=Exists(eigen))
    return list(rijen.order_by("-schooljaar", "-nummer")[:PLANNEN_MAX])


def get_plan(werkplek: Werkplek, pk: int) -> Beleidsplan:
    """Open one version, with `gelezen` by this person and `vervangen`: a later one of that year holds. 404 otherwise."""
    eigen = Planlezing.objects.filter(plan=OuterRef("pk"), user=werkplek.user)
    later = Beleidsplan.objects.filter(
        school=OuterRef("school"),
        schooljaar=OuterRef("schooljaar"),
        nummer__gt=OuterRef("nummer"),
        status=Planstatus.GEPUBLICEERD,
    )
    rijen = _zichtbaar(werkplek).annotate(gelezen=Exists(eigen), vervangen=Exists(later))
    rijen = rijen.annotate(
        open_reacties=Count("reacties", filter=Q(reacties__uitkomst=Uitkomst.OPEN)),
        alle_reacties=Count("reacties"),
    )
    plan = rijen.filter(pk=pk).select_related("vastgesteld_door", "voorgelegd_door", "begonnen_uit").first()
    if plan is None:
        raise Http404("beleidsplan")
    return plan


def get_plan_slot(werkplek: Werkplek, pk: int, recht: Recht) -> Beleidsplan:
    """Lock one version for a write; 404 for who may not see it, 403 for who has not this right."""
    plan = _zichtbaar(werkplek).filter(pk=pk).select_for_update(of=("self",)).first()
    if plan is None:
        raise Http404("beleidsplan")
    werkplek.eis(recht)
    return plan


def get_plan_om_te_schrijven(werkplek: Werkplek, pk: int) -> Beleidsplan:
    """Open a version for who writes; 404, 403."""
    plan = get_plan(werkplek, pk)
    werkplek.eis(Recht.BELEID_WERKEN)
    return plan


def delen_van(plan: Beleidsplan) -> dict[str, Plandeel]:
    """The parts of an opened version by kind."""
    return {deel.soort: deel for deel in Plandeel.objects.filter(plan=plan).select_related("gewijzigd_door")}


def get_deel(plan: Beleidsplan, soort: str, *, slot: bool = False) -> Plandeel:
    """One part of an opened version; 404 for a kind that does not exist. `slot` locks it."""
    rijen = Plandeel.objects.filter(plan=plan, soort=soort)
    rijen = rijen.select_for_update(of=("self",)) if slot else rijen.select_related("gewijzigd_door")
    deel = rijen.first()
    if deel is None:
        raise Http404("deel van een beleidsplan")
    return deel


def factoren_van(plan: Beleidsplan) -> list[Planfactor]:
    """The factors of an opened version with last year's, what helps first."""
    rijen = Planfactor.objects.filter(plan=plan).select_related("vorige")
    return list(rijen.order_by("kant", "volgorde", "pk")[:FACTOREN_MAX])


def get_factor(plan: Beleidsplan, pk: int, *, slot: bool = False) -> Planfactor:
    """One factor of an opened version; 404 otherwise."""
    rijen = Planfactor.objects.filter(plan=plan, pk=pk)
    rij = (rijen.select_for_update(of=("self",)) if slot else rijen).first()
    if rij is None:
        raise Http404("factor")
    return rij


def kengetallen_van(plan: Beleidsplan) -> list[Kengetal]:
    """The figures as they stood when a version was set."""
    return list(Kengetal.objects.filter(plan=plan).order_by("pk"))


def reacties_van(plan: Beleidsplan) -> list[Planreactie]:
    """What colleagues said of an opened version, in the order in which they said it."""
    rijen = Planreactie.objects.filter(plan=plan).select_related("door", "behandeld_door")
    return list(rijen.order_by("pk")[:REACTIES_MAX])


def get_reactie(plan: Beleidsplan, pk: int, *, slot: bool = False) -> Planreactie:
    """One comment on an opened version; 404 otherwise."""
    rijen = Planreactie.objects.filter(plan=plan, pk=pk)
    rij = (rijen.select_for_update(of=("self",)) if slot else rijen).first()
    if rij is None:
        raise Http404("reactie")
    return rij


def bron_voor(werkplek: Werkplek, jaar: Schooljaar) -> Beleidsplan | None:
    """The version a plan for `jaar` can go on from: the last that was set in an earlier year."""
    rijen = Beleidsplan.objects.filter(school=werkplek.school, schooljaar__lt=jaar.beginjaar)
    return rijen.filter(status__in=VASTE_STATUSSEN).order_by("-schooljaar", "-nummer").first()


def laatste_van(werkplek: Werkplek, jaar: int) -> Beleidsplan | None:
    """The newest version of a year, whatever its state."""
    rijen = Beleidsplan.objects.filter(school=werkplek.school, schooljaar=jaar)
    return rijen.order_by("-nummer").first()


def vorige_van(werkplek: Werkplek, plan: Beleidsplan) -> Beleidsplan | None:
    """What this version was begun from, when this person may open it."""
    if plan.begonnen_uit_id is None:
        return None
    return _zichtbaar(werkplek).filter(pk=plan.begonnen_uit_id).first()


def ernaast(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, list[str]]:
    """What other parts of policy hold for a year, as short lines by kind of part; no pupils (one statement).

    At most twelve of a kind, and then how many more there are; activities of the point come first.
    """
    school, begin = werkplek.school.pk, jaar.beginjaar
    leeg = Value("")
    van_jaar = {"school_id": school, "schooljaar": begin}
    vragen = [
        _regels(Ontwikkelpunt.objects.filter(**van_jaar), "ontwikkelpunt", leeg, "nummer"),
        _regels(
            Activiteit.objects.filter(**van_jaar).exclude(status="vervallen"),
            "activiteiten",
            naam_van("eigenaar"),
            Case(When(strook=Strook.ONTWIKKELPUNT, then=0), default=1),
            "van",
        ),
        _regels(
            Scholing.objects.filter(**van_jaar, weg_op__isnull=True), "scholing", F("doelgroep"), "datum"
        ),
        _regels(
            Protocol.objects.filter(school_id=school, vervallen_op__isnull=True, versies__status="geldig"),
            "protocollen",
            leeg,
            "titel",
        ),
    ]
    uit: dict[str, list[str]] = {}
    aantallen: dict[str, int] = {}
    for soort, titel, bij, aantal in vragen[0].union(*vragen[1:], all=True):
        bij, aantallen[soort] = bij.strip(), aantal
        uit.setdefault(soort, []).append(f"{titel} ({bij})" if bij else titel)
    for soort, aantal in aantallen.items():
        if aantal > LIJST_MAX:
            uit[soort].append(f"en nog {aantal - LIJST_MAX}")
    return uit


def _regels(rijen: QuerySet, soort: str, bij: Any, *volgorde: Any) -> QuerySet:
    """Twelve rows of one kind: its name, their title, what stands behind it, and how many there are of all."""
    rijen = rijen.annotate(_soort=Value(soort), _bij=bij, _aantal=Window(Count("pk")))
    return rijen.order_by(*volgorde, "pk").values_list("_soort", "titel", "_bij", "_aantal")[:LIJST_MAX]


def lezers(school_id: int, dag: date) -> QuerySet[User]:
    """Everybody of the school who reads policy on `dag`."""
    hier = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=LEZERSROLLEN)
    return User.objects.filter(pk__in=hier.values("user_id"), is_active=True)


def met_recht(school_id: int, dag: date, recht: Recht) -> Sequence[int]:
    """Who of the school has this right on `dag`, as numbers of users."""
    rollen = [rol for rol, rechten in RECHTEN.items() if recht in rechten]
    hier = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=rollen, user__is_active=True)
    return list(hier.order_by("user_id").values_list("user_id", flat=True).distinct())


def leesstand(werkplek: Werkplek, plan: Beleidsplan) -> Leesstand:
    """How many of the people who work here today read this version."""
    gelezen = Q(pk__in=Planlezing.objects.filter(plan=plan).values("user_id"))
    telling = lezers(werkplek.school.pk, werkplek.dag).aggregate(
        van=Count("pk"), gelezen=Count("pk", filter=gelezen)
    )
    return Leesstand(telling["gelezen"], telling["van"])


def niet_gelezen(werkplek: Werkplek, plan: Beleidsplan, gevraagd: str | None) -> Pagina:
    """Who did not confirm it yet, by name, for the coordinator; 403 for anybody else."""
    werkplek.eis(Recht.BELEID_WERKEN)
    al = Planlezing.objects.filter(plan=plan, user=OuterRef("pk"))
    rijen = lezers(werkplek.school.pk, werkplek.dag).exclude(Exists(al))
    return bladzijde(rijen.order_by("achternaam", "voornaam", "pk"), gevraagd)


def mag_stappen(werkplek: Werkplek, plan: Beleidsplan) -> set[str]:
    """The steps that this person may take with this version now."""
    kan = TOEGESTAAN[Planstatus(plan.status)]
    return {stap.value for stap in kan if werkplek.mag(STAPRECHT[stap])}
