"""The check of a sample: what bulk_create skips (validators, choices, constraints) is run on a few rows."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from django.db.models import Model

STEEKPROEF = 4
BATCH = 2000
M = TypeVar("M", bound=Model)


def maak_veel(rijen: Sequence[M], rng: Random) -> list[M]:
    """Insert many rows of one model after a full check of a sample; raises ValidationError on a bad one."""
    if not rijen:
        return []
    for rij in rng.sample(rijen, min(STEEKPROEF, len(rijen))):
        rij.full_clean(exclude={veld.name for veld in rij._meta.fields if veld.generated})
    return list(type(rijen[0])._default_manager.bulk_create(rijen, batch_size=BATCH))
