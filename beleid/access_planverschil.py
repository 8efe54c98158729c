"""What two opened versions of a plan are compared by, read for both at once."""

from beleid.access_plan import FACTOREN_MAX
from beleid.models import Beleidsplan, Plandeel, Planfactor


def teksten_van(*plannen: Beleidsplan) -> list[dict[str, str]]:
    """The texts of opened versions by kind, of all of them in one statement."""
    per: dict[int, dict[str, str]] = {plan.pk: {} for plan in plannen}
    for plan_id, soort, tekst in Plandeel.objects.filter(plan__in=per).values_list("plan", "soort", "tekst"):
        per[plan_id][soort] = tekst
    return list(per.values())


def scores_van(*plannen: Beleidsplan) -> list[list[tuple[str, str, int | None]]]:
    """Side, text and score of the factors of opened versions, of all of them in one statement."""
    per: dict[int, list[tuple[str, str, int | None]]] = {plan.pk: [] for plan in plannen}
    rijen = Planfactor.objects.filter(plan__in=per).order_by("kant", "volgorde", "pk")
    for plan_id, *factor in rijen.values_list("plan", "kant", "tekst", "score")[: len(per) * FACTOREN_MAX]:
        per[plan_id].append((factor[0], factor[1], factor[2]))
    return list(per.values())
