"""Base of every table that belongs to one school."""

from typing import Any

from django.db import models


class SchoolForeignKey(models.ForeignKey):
    """A key to another row of the same school.

    The database constraint is the composite (school, id) one that `SchoolGrens` makes, so Django's own is off.
    """

    def __init__(self, to: Any, on_delete: Any = models.PROTECT, **kwargs: Any) -> None:
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete, **kwargs)


class SchoolModel(models.Model):
    """A row of one school; row-level security shows it in that school's context only."""

    school = models.ForeignKey("accounts.School", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} #{self.pk}"
