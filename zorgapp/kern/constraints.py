"""Saving a row whose rules live in the database, so that a broken rule becomes a message and never a server error."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction


def bewaar(rij: models.Model, *velden: str) -> Any:
    """Check `rij` against its fields and constraints and save it; only `velden` when it exists and they are given.

    Raises ValidationError with the message of the field or constraint, also when somebody else was just first.
    """
    rij.clean_fields()
    for regel in rij._meta.constraints:  # an end before the start would make the overlap check itself fail
        if isinstance(regel, models.CheckConstraint):
            regel.validate(type(rij), rij)
    rij.full_clean()
    try:
        with transaction.atomic():
            rij.save(update_fields=velden or None)
    except IntegrityError as fout:
        melding = _melding(rij, fout)
        if melding is None:
            raise
        raise ValidationError(melding) from fout
    return rij


def _melding(rij: models.Model, fout: IntegrityError) -> str | None:
    """Return the message of the constraint that the database names, or None for one that is not the model's."""
    naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
    for regel in rij._meta.constraints:
        if regel.name == naam:
            return str(regel.violation_error_message)
    return None
