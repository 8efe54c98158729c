"""One thing for very many people, in one statement: something that everybody of a school is asked to read."""

from collections.abc import Iterable
from datetime import datetime

from zorgapp.notifications.models import Herinnering


def plan_velen(
    *,
    school_id: int,
    soort: str,
    sleutel: str,
    ontvangers: Iterable[int],
    object_id: int,
    niet_voor: datetime,
) -> None:
    """Put it in everybody's daily mail from `niet_voor` on; who has this key already, whatever became of it, not again.

    The key of each is `sleutel` with his number behind it. Needs the school's context.
    """
    Herinnering.objects.bulk_create(
        [
            Herinnering(
                school_id=school_id,
                soort=soort,
                sleutel=f"{sleutel}:{ontvanger}",
                ontvanger_id=ontvanger,
                object_id=object_id,
                niet_voor=niet_voor,
            )
            for ontvanger in sorted(set(ontvangers))
        ],
        ignore_conflicts=True,
    )
