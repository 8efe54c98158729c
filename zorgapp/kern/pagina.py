"""Paging that never fails on a made-up page number and never counts more than it must."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

PER_PAGINA = 25
PER_PAGINA_RUIM = 15  # rows with a quotation and icons: the page stays below 20 kB


@dataclass(frozen=True)
class Pagina:
    """One page of rows; `volgende` and `vorige` are page numbers or None."""

    rijen: list[Any]
    nummer: int
    volgende: int | None

    @property
    def vorige(self) -> int | None:
        return self.nummer - 1 if self.nummer > 1 else None


def bladzijde(rijen: QuerySet, gevraagd: str | None, per_pagina: int = PER_PAGINA) -> Pagina:
    """Return the asked page in one query; anything that is no page number is page 1."""
    nummer = int(gevraagd) if gevraagd and gevraagd.isdecimal() and len(gevraagd) < 5 else 1
    nummer = max(nummer, 1)
    begin = (nummer - 1) * per_pagina
    gelezen = list(rijen[begin : begin + per_pagina + 1])
    meer = len(gelezen) > per_pagina
    return Pagina(gelezen[:per_pagina], nummer, nummer + 1 if meer else None)
