"""Reads of notes and documents: confidential text is left out unless it is asked for by name (DESIGN §3).

A `blik` says how far somebody sees in one file; `leerlingen.access_notities.blik_van` finds it.
"""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from zorgapp.accounts.werkplek import Werkplek

VERTROUWELIJK = frozenset({"titel", "tekst", "stem", "stem_van"})
# Levels that may be read at each blik; an author reads his own besides.
LEESBAAR: dict[str, tuple[str, ...]] = {
    "": (),
    "klas": ("klas",),
    "mentor": ("klas", "mentor_zorgteam"),
    "zorgteam": ("klas", "mentor_zorgteam", "zorgteam"),
    "coordinator": ("klas", "mentor_zorgteam", "zorgteam"),
}
BEPERKT = ("onderzoeksverslag", "medisch", "deskundigenverklaring")
"""Kinds of document that only coordinator, assigned begeleider and involved schoolleiding open (DOMAIN 42)."""


class Vertrouwelijk(Exception):
    """Text of a note was read without asking for it by name."""


class VertrouwelijkQuerySet(models.QuerySet):
    """Rows without their text: `titel`, `tekst` and `stem` raise Vertrouwelijk when read."""

    def _values(self, *fields: Any, **expressions: Any) -> Self:
        if VERTROUWELIJK & set(fields) and self._zonder_tekst():
            raise Vertrouwelijk("vraag de tekst van een notitie bij naam")
        return super()._values(*fields, **expressions)  # type: ignore[misc]

    def _zonder_tekst(self) -> bool:
        velden, uitgesteld = self.query.deferred_loading
        return uitgesteld and bool(VERTROUWELIJK & set(velden))

    def met_vertrouwelijke_tekst(self, werkplek: Werkplek, blik: str) -> Self:
        """Only what this person may read at this blik, and then with its text. For the door alone."""
        mag = Q(niveau__in=LEESBAAR[blik]) | Q(auteur_id=werkplek.user.pk)
        return self.filter(mag, school=werkplek.school).defer(None)


class VertrouwelijkManager(models.Manager.from_queryset(VertrouwelijkQuerySet)):  # type: ignore[misc]
    """Rows without their text."""

    def get_queryset(self) -> VertrouwelijkQuerySet:
        return super().get_queryset().defer(*VERTROUWELIJK)


class StukQuerySet(models.QuerySet):
    def zichtbaar_bij(self, werkplek: Werkplek, blik: str) -> Self:
        """Documents that may be opened at this blik, one's own included; restricted kinds never by authorship."""
        zelf = Q(auteur_id=werkplek.user.pk) & ~Q(soort__in=BEPERKT) if blik else Q(pk__in=[])
        staat = Q(ingetrokken_op__isnull=True)
        if blik != "coordinator":
            return self.filter(zelf | (staat & Q(niveau__in=LEESBAAR[blik])), school=werkplek.school)
        return self.filter(school=werkplek.school)


class PriveQuerySet(models.QuerySet):
    def van(self, werkplek: Werkplek) -> Self:
        """One's own that have not expired; nobody else's, also not as a deputy."""
        return self.filter(school=werkplek.school, eigenaar=werkplek.user, verloopt_op__gte=werkplek.dag)

    def verlopen(self, dag: date) -> Self:
        """Whose last day lies before `dag`."""
        return self.filter(verloopt_op__lt=dag)
