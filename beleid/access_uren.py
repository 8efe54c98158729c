"""The doors to hours, what one piece of work takes, scenarios and means. No pupils here: numbers and words of the school."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404

from beleid.inzet import Werksoort
from beleid.inzetberekening import BEGINNORMEN, Maand, krapste, nodig_per_maand, zin
from beleid.models import Inzetnorm, Middel, Scenario, Scenariokeuze, Uren
from beleid.stats_uren import werkstand
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag

URENROLLEN = frozenset(
    {Rol.ZORGCOORDINATOR, Rol.SCHOOLLEIDING, Rol.TEAMLEIDER, Rol.BEGELEIDER, Rol.MENTOR, Rol.DOCENT}
)


@dataclass(frozen=True)
class Inzet:
    """Hours of a year beside the work, in minutes a week. `hebt` is None while nothing was promised."""

    maanden: list[Maand]
    gevraagd: int
    hebt: int | None
    geleverd: int | None
    zin: str

    krap: Maand | None = None

    @property
    def tekort(self) -> int:
        """Minutes a week that are missing in the month the sentence is about; 0 without one, or without a promise."""
        return self.krap.tekort(self.hebt) if self.krap and self.hebt is not None else 0


def collega_kring(werkplek: Werkplek) -> Kring:
    """Whose hours it can be."""
    return Kring(werkplek, URENROLLEN)


def uren_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Uren]:
    """The roles of a school year with their hours."""
    werkplek.eis(Recht.BELEID_JAAR)
    return list(_uren(werkplek.school.pk, str(jaar.beginjaar)))


def _uren(school_id: int, beginjaar: str) -> QuerySet[Uren]:
    rijen = Uren.objects.filter(school_id=school_id, schooljaar=beginjaar, weg_op__isnull=True)
    return rijen.select_related("user").order_by("rol", "pk")


def get_uren(werkplek: Werkplek, pk: int, recht: Recht, *, slot: bool = False, ook_weg: bool = False) -> Uren:
    """One role's hours for who has `recht`; `slot` locks the row for a write, `ook_weg` finds one off the list too. 403, 404."""
    werkplek.eis(recht)
    rijen = Uren.objects.filter(school=werkplek.school, pk=pk)
    if not ook_weg:
        rijen = rijen.filter(weg_op__isnull=True)
    rij = (rijen.select_for_update(of=("self",)) if slot else rijen.select_related("user")).first()
    if rij is None:
        raise Http404("uren")
    return rij


def normen_van(werkplek: Werkplek, jaar: Schooljaar) -> tuple[dict[Werksoort, int], int]:
    """Minutes by kind of work and their version: of this year, else of the year before (version 0), else to begin with."""
    werkplek.eis(Recht.BELEID_JAAR)
    jaren = (jaar.beginjaar - 1, jaar.beginjaar)
    rijen = Inzetnorm.objects.filter(school=werkplek.school, schooljaar__in=jaren).order_by("schooljaar")
    normen, versie = dict(BEGINNORMEN), 0
    for rij in rijen:
        normen[Werksoort(rij.soort)] = rij.minuten
        if rij.schooljaar == jaar.beginjaar:
            versie = max(versie, rij.versie)
    return normen, versie


def inzet_van(werkplek: Werkplek, jaar: Schooljaar, uren: list[Uren] | None = None) -> Inzet:
    """Hours and work of a year side by side; asks one statement, and one more without `uren`."""
    rijen = uren_van(werkplek, jaar) if uren is None else uren
    stand = werkstand(werkplek.school.pk, jaar, werkplek.dag)
    normen = BEGINNORMEN | stand.normen
    maanden = nodig_per_maand(jaar, stand.geteld, normen, stand.vrij, werkplek.dag)
    hebt, gevraagd = _som(rijen, "toegezegd"), sum(rij.gevraagd for rij in rijen)
    woorden = zin(maanden, hebt, gevraagd, werkplek.dag)
    krap = None if hebt is None else krapste(maanden, hebt, werkplek.dag)
    return Inzet(maanden, gevraagd, hebt, _som(rijen, "geleverd"), woorden, krap)


def _som(rijen: list[Uren], veld: str) -> int | None:
    """The sum of a column; None when no row has it."""
    waarden = [waarde for rij in rijen if (waarde := getattr(rij, veld)) is not None]
    return sum(waarden) if waarden else None


def _scenarios(werkplek: Werkplek, **waar: object) -> QuerySet[Scenario]:
    werkplek.eis(Recht.BELEID_JAAR)
    keuzes = Prefetch("keuzes", Scenariokeuze.objects.order_by("volgorde", "pk"))
    return Scenario.objects.filter(school=werkplek.school, **waar).prefetch_related(keuzes)


def scenarios_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Scenario]:
    """The scenarios of a school year with their choices, newest first."""
    return list(_scenarios(werkplek, schooljaar=jaar.beginjaar).order_by("-pk"))


def uren_met_keuzes(werkplek: Werkplek, jaar: Schooljaar) -> tuple[list[Uren], list[dict[str, Any]]]:
    """The roles of a year and, in the same statement, the choices of its newest scenario.

    A choice has `tekst`, `minuten`, `gekozen`, and of its scenario `titel` and `besproken`.
    """
    werkplek.eis(Recht.BELEID_JAAR)
    uren: list[Any] = _met_keuzes.lees(werkplek.school.pk, str(jaar.beginjaar))
    return uren, uren[0].keuzes if uren else []


@vaste_vraag
def _met_keuzes(school_id: int, beginjaar: str) -> QuerySet:
    laatste = Scenario.objects.filter(school_id=OuterRef("school_id"), schooljaar=beginjaar)
    keuzes = Scenariokeuze.objects.filter(
        school_id=school_id, scenario_id=Subquery(laatste.order_by("-pk").values("pk")[:1])
    ).order_by("volgorde", "pk")
    velden = {veld: veld for veld in ("tekst", "minuten", "gekozen")} | {"titel": "scenario__titel"}
    als_json = JSONObject(**velden, besproken=Q(scenario__besproken_op__isnull=False))
    return _uren(school_id, beginjaar).annotate(keuzes=ArraySubquery(keuzes.values_list(als_json)))


def get_scenario(werkplek: Werkplek, pk: int) -> Scenario:
    """One scenario with its choices; 403, 404."""
    scenario = _scenarios(werkplek, pk=pk).first()
    if scenario is None:
        raise Http404("scenario")
    return scenario


def get_scenario_slot(werkplek: Werkplek, pk: int) -> Scenario:
    """Lock one scenario for a write, for who works at the policy; 403, 404."""
    werkplek.eis(Recht.BELEID_WERKEN)
    scenario = Scenario.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    if scenario is None:
        raise Http404("scenario")
    return scenario


def middelen_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Middel]:
    """Where the money of a school year comes from and goes to."""
    werkplek.eis(Recht.BELEID_JAAR)
    return list(
        Middel.objects.filter(
            school=werkplek.school, schooljaar=jaar.beginjaar, weg_op__isnull=True
        ).order_by("bron", "pk")
    )


def get_middel(werkplek: Werkplek, pk: int, *, slot: bool = False, ook_weg: bool = False) -> Middel:
    """One source of money, for who works at the policy; `slot` locks it for a write, `ook_weg` as in get_uren. 403, 404."""
    werkplek.eis(Recht.BELEID_WERKEN)
    rijen = Middel.objects.filter(school=werkplek.school, pk=pk)
    if not ook_weg:
        rijen = rijen.filter(weg_op__isnull=True)
    rij = (rijen.select_for_update(of=("self",)) if slot else rijen).first()
    if rij is None:
        raise Http404("middel")
    return rij
