"""Paging that never fails on a made-up page number and never counts more than it must."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from zorgapp.kern.vastevraag import VasteVraag
from zorgapp.kern.velden import gelezen_nummer

PER_PAGINA = 25
TEL_TOT = 100  # counting stops here: all of them costs more the older the school gets
PER_PAGINA_RUIM = 12  # rows with a quotation and icons: the page stays below 20 kB


@dataclass(frozen=True)
class Pagina:
    """One page of rows; `volgende` and `vorige` are page numbers or None."""

    rijen: list[Any]
    nummer: int
    volgende: int | None

    @property
    def vorige(self) -> int | None:
        return self.nummer - 1 if self.nummer > 1 else None


@dataclass(frozen=True)
class Bereik:
    """From which row to which; one more than the page holds, to know whether there is a next one."""

    begin: int
    eind: int

    def uit(self, rijen: QuerySet | list[Any]) -> Any:
        """These rows of a queryset or a list."""
        return rijen[self.begin : self.eind]


def gelezen_bladzijde(gevraagd: str | None) -> int:
    """The page that an address asks for; anything that is no page number is page 1."""
    return gelezen_nummer(gevraagd, 4) or 1


def _bereik(gevraagd: str | None, per_pagina: int) -> tuple[int, Bereik]:
    """Number and rows of the asked page."""
    nummer = gelezen_bladzijde(gevraagd)
    begin = (nummer - 1) * per_pagina
    return nummer, Bereik(begin, begin + per_pagina + 1)


def _pagina(gelezen: list[Any], nummer: int, per_pagina: int) -> Pagina:
    meer = len(gelezen) > per_pagina
    return Pagina(gelezen[:per_pagina], nummer, nummer + 1 if meer else None)


def geteld(aantal: int) -> str:
    """A number that was counted to TEL_TOT, as it is shown: "7", "99+"."""
    return str(aantal) if aantal < TEL_TOT else f"{TEL_TOT - 1}+"


def bladzijde(rijen: QuerySet | list[Any], gevraagd: str | None, per_pagina: int = PER_PAGINA) -> Pagina:
    """Return the asked page in one query, or of a list; anything that is no page number is page 1."""
    nummer, bereik = _bereik(gevraagd, per_pagina)
    return _pagina(list(bereik.uit(rijen)), nummer, per_pagina)


def vaste_bladzijde(
    vraag: VasteVraag, *argumenten: Any, gevraagd: str | None, per_pagina: int = PER_PAGINA
) -> Pagina:
    """The same of a VasteVraag, whose last argument is the Bereik."""
    nummer, bereik = _bereik(gevraagd, per_pagina)
    return _pagina(vraag.lees(*argumenten, bereik), nummer, per_pagina)
