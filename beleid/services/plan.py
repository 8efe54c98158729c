"""Beginning a yearly plan, writing its parts, and keeping its factors."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_plan import (
    FACTOREN_MAX,
    bron_voor,
    delen_van,
    factoren_van,
    get_deel,
    get_factor,
    get_plan_slot,
    laatste_van,
)
from beleid.models import Beleidsplan, Plandeel, Planfactor, Planreactie
from beleid.planloop import Deelsoort, Planstap, controleer_stap
from beleid.plansjabloon import FACTOREN, VOORSTEL
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

BEGONNEN = "Hieraan is al gewerkt. Weghalen kan niet meer."


def eis_jaar(door: Werkplek, jaar: Schooljaar) -> None:
    """A plan is begun for this school year or the next. Raises ValidationError."""
    nu = Schooljaar.van(door.dag).beginjaar
    if jaar.beginjaar not in (nu, nu + 1):
        raise ValidationError("Begin een plan voor dit schooljaar of het volgende.")


@transaction.atomic
def plan_beginnen(*, door: Werkplek, jaar: Schooljaar, uit_vorig: bool, op: datetime) -> Beleidsplan:
    """Begin the plan of a year from the template, or from the last plan of an earlier year (scores empty).

    Raises ValidationError (another year, there is one already), StapNietToegestaan without an earlier plan.
    """
    een_tegelijk(door)
    eis_jaar(door, jaar)
    if laatste_van(door, jaar.beginjaar) is not None:
        raise ValidationError(f"Er is al een plan voor {jaar}.")
    bron = bron_voor(door, jaar) if uit_vorig else None
    if uit_vorig and bron is None:
        raise StapNietToegestaan("Er is nog geen eerder plan om uit te beginnen. Begin met het voorbeeld.")
    plan = _maak(door, jaar.beginjaar, 1, bron, op)
    if bron is None:
        _vul(plan, VOORSTEL)
        for plek, (kant, tekst, invloed) in enumerate(FACTOREN):
            bewaar(
                Planfactor(
                    school=door.school, plan=plan, kant=kant, tekst=tekst, invloed=invloed, volgorde=plek
                )
            )
        return plan
    _neem_over(plan, bron, opnieuw=True)
    return plan


@transaction.atomic
def plan_volgende(*, door: Werkplek, plan_id: int, op: datetime) -> Beleidsplan:
    """Begin the next version from the one in force, which stays. Raises StapNietToegestaan, ValidationError, 403, 404."""
    een_tegelijk(door)
    bron = get_plan_slot(door, plan_id, Recht.BELEID_WERKEN)
    controleer_stap(bron.status, Planstap.VOLGENDE)
    laatste = laatste_van(door, bron.schooljaar)
    if laatste is not None and laatste.pk != bron.pk:
        raise StapNietToegestaan(f"Er is al een versie {laatste.nummer}. Ga daarmee verder.")
    plan = _maak(door, bron.schooljaar, bron.nummer + 1, bron, op)
    _neem_over(plan, bron, opnieuw=False)
    return plan


@transaction.atomic
def plan_weghalen(*, door: Werkplek, plan_id: int, versie: int) -> int:
    """Take away a plan that was begun by mistake: only while nobody worked at it. Returns its school year.

    Raises StapNietToegestaan, Verouderd, 403, 404.
    """
    plan = get_plan_slot(door, plan_id, Recht.BELEID_WERKEN)
    controleer_stap(plan.status, Planstap.WEGHALEN)
    if plan.versie != versie:
        raise Verouderd
    delen, factoren = Plandeel.objects.filter(plan=plan), Planfactor.objects.filter(plan=plan)
    gewerkt = (
        delen.filter(versie__gt=1).exists()
        or factoren.filter(versie__gt=1).exists()
        or plan.voorgelegd_op is not None
        or Planreactie.objects.filter(plan=plan).exists()
    )
    if gewerkt:
        raise StapNietToegestaan(BEGONNEN)
    factoren.delete()
    delen.delete()
    plan.delete()
    return plan.schooljaar


def _maak(door: Werkplek, beginjaar: int, nummer: int, bron: Beleidsplan | None, op: datetime) -> Beleidsplan:
    plan: Beleidsplan = bewaar(
        Beleidsplan(
            school=door.school,
            schooljaar=beginjaar,
            nummer=nummer,
            begonnen_uit=bron,
            gemaakt_door=door.user,
            gemaakt_op=op,
        )
    )
    return plan


def _vul(plan: Beleidsplan, teksten: Mapping[str, str]) -> None:
    Plandeel.objects.bulk_create(
        [
            Plandeel(school=plan.school, plan=plan, soort=soort, tekst=teksten.get(soort, ""))
            for soort in Deelsoort.values
        ]
    )


def _neem_over(plan: Beleidsplan, bron: Beleidsplan, *, opnieuw: bool) -> None:
    """Copy parts and factors; `opnieuw`: a new year, whose factors are scored again beside those of the source."""
    _vul(plan, {soort: deel.tekst for soort, deel in delen_van(bron).items()})
    Planfactor.objects.bulk_create(
        [
            Planfactor(
                school=plan.school,
                plan=plan,
                kant=rij.kant,
                tekst=rij.tekst,
                invloed=rij.invloed,
                score=None if opnieuw else rij.score,
                vorige=rij if opnieuw else rij.vorige,
                volgorde=rij.volgorde,
            )
            for rij in factoren_van(bron)
        ]
    )


def _om_te_schrijven(door: Werkplek, plan_id: int) -> Beleidsplan:
    plan = get_plan_slot(door, plan_id, Recht.BELEID_WERKEN)
    controleer_stap(plan.status, Planstap.SCHRIJVEN)
    return plan


@transaction.atomic
def deel_schrijven(
    *, door: Werkplek, plan_id: int, soort: str, versie: int, tekst: str, op: datetime
) -> Plandeel:
    """Save the text of one part; the same text again changes nothing.

    Raises Verouderd when a colleague saved it meanwhile, StapNietToegestaan, ValidationError, 403, 404.
    """
    plan = _om_te_schrijven(door, plan_id)
    deel = get_deel(plan, soort, slot=True)
    tekst = tekst.strip()
    if deel.versie != versie:
        raise Verouderd
    if deel.tekst == tekst:
        return deel
    deel.tekst, deel.gewijzigd_door, deel.gewijzigd_op = tekst, door.user, op
    return op_versie_bewaren(
        door=door, rij=deel, versie=versie, velden=("tekst", "gewijzigd_door", "gewijzigd_op")
    )


@transaction.atomic
def factor_bewaren(
    *,
    door: Werkplek,
    plan_id: int,
    kant: str,
    tekst: str,
    invloed: str,
    factor_id: int | None = None,
    versie: int = 0,
) -> Planfactor:
    """Add a factor, or change the words of one. Raises Verouderd, ValidationError, StapNietToegestaan, 403, 404."""
    plan = _om_te_schrijven(door, plan_id)
    if factor_id is None:
        al = Planfactor.objects.filter(plan=plan).count()
        if al >= FACTOREN_MAX:
            raise ValidationError(f"Er staan al {al} factoren. Haal er eerst een weg.")
        nieuw: Planfactor = bewaar(
            Planfactor(
                school=door.school, plan=plan, kant=kant, tekst=tekst.strip(), invloed=invloed, volgorde=al
            )
        )
        return nieuw
    rij = get_factor(plan, factor_id, slot=True)
    rij.kant, rij.tekst, rij.invloed = kant, tekst.strip(), invloed
    return op_versie_bewaren(door=door, rij=rij, versie=versie, velden=("kant", "tekst", "invloed"))


@transaction.atomic
def factor_weghalen(*, door: Werkplek, plan_id: int, factor_id: int, versie: int) -> int:
    """Take a factor out of this version; earlier plans keep theirs. Raises Verouderd, StapNietToegestaan, 403, 404."""
    rij = get_factor(_om_te_schrijven(door, plan_id), factor_id, slot=True)
    if rij.versie != versie:
        raise Verouderd
    rij.delete()
    return factor_id


@transaction.atomic
def factoren_scoren(*, door: Werkplek, plan_id: int, scores: Mapping[int, tuple[int, int | None]]) -> int:
    """Score factors, 1 to 5 or not yet (None): per factor the version one saw and the score. Returns how many changed.

    One that a colleague changed meanwhile is refused, and then all are. Raises Verouderd, ValidationError,
    StapNietToegestaan, 403, 404 for a factor of another plan.
    """
    plan = _om_te_schrijven(door, plan_id)
    gewijzigd = 0
    for pk, (versie, score) in sorted(scores.items()):
        rij = get_factor(plan, pk, slot=True)
        if rij.score == score:
            continue
        if rij.versie != versie:
            raise Verouderd
        rij.score = score
        op_versie_bewaren(door=door, rij=rij, versie=versie, velden=("score",))
        gewijzigd += 1
    return gewijzigd
