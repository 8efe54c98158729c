"""Reads of the offer texts: those of a school year, the ones that were set, the newest of each year."""

from typing import Self

from django.db import models

from zorgapp.kern.schooljaar import Schooljaar


class AanbodtekstQuerySet(models.QuerySet):
    def van_jaar(self, school_id: int, jaar: Schooljaar) -> Self:
        """Every version of one school year, the newest first."""
        return self.filter(school_id=school_id, schooljaar=jaar.beginjaar).order_by("-nummer")

    def vastgesteld(self) -> Self:
        return self.filter(status="vastgesteld")

    def niet_na(self, school_id: int, jaar: Schooljaar) -> Self:
        """Versions of this year and earlier ones, the newest first."""
        rijen = self.filter(school_id=school_id, schooljaar__lte=jaar.beginjaar)
        return rijen.order_by("-schooljaar", "-nummer")
