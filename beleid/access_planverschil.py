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
    rijen = rijen[: len(per) * FACTOREN_MAX]
    for plan_id, kant, tekst, score in rijen.values_list("plan", "kant", "tekst", "score"):
        per[plan_id].append((kant, tekst, score))
    return list(per.values())
