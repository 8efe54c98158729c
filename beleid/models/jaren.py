"""What tables of policy share: the school year they belong to, and days that must lie inside it."""

from django.db import models
from django.db.models import DateField, F, Func, Q, Value
from django.db.models.expressions import Combinable

from zorgapp.kern.schooljaar import Schooljaar


def schooljaar_veld() -> models.PositiveSmallIntegerField:
    """The school year as the year it begins in: 2026 for 2026-2027."""
    return models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027")


def schooljaar_eis(naam: str) -> models.CheckConstraint:
    """A school year that a school can mean."""
    return models.CheckConstraint(condition=Q(schooljaar__gte=2000, schooljaar__lte=2100), name=naam)


def _dag(jaar: Combinable, maand: int, dag: int) -> Func:
    return Func(jaar, Value(maand), Value(dag), function="make_date", output_field=DateField())


def binnen_schooljaar(veld: str) -> Q:
    """The day `veld` lies in the school year of its row, 1 August to 31 July (DOMAIN 19)."""
    return Q(**{f"{veld}__gte": _dag(F("schooljaar"), 8, 1)}) & Q(
        **{f"{veld}__lte": _dag(F("schooljaar") + 1, 7, 31)}
    )


class VanSchooljaar(models.Model):
    """Mixin: `jaar` is the school year as a value."""

    class Meta:
        abstract = True

    @property
    def jaar(self) -> Schooljaar:
        return Schooljaar(self.schooljaar)  # type: ignore[attr-defined]
