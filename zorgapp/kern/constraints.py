"""Saving a row whose rules live in the database, so that a broken rule becomes a message and never a server error."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, Q


def bewaar(rij: models.Model, *velden: str) -> Any:
    """Check `rij` against its fields and constraints and save it; only `velden` when it exists and they are given.

    Every rule is asked of the database once, the checks of the row itself together: asking each by itself would take
    three round trips a check. Raises ValidationError with the message of the field or constraint, also when somebody
    else was just first.
    """
    rij.clean_fields()
    _controleer_de_rij(rij)  # an end before the start would make the overlap check itself fail
    _controleer_naast_andere(rij)
    try:
        with transaction.atomic():
            rij.save(update_fields=velden or None)
    except IntegrityError as fout:
        melding = _melding(rij, fout)
        if melding is None:
            raise
        raise ValidationError(melding) from fout
    return rij


@cache
def _alle_toetsen(model: type[models.Model]) -> CheckConstraint | None:
    """Every check constraint of a model as one, without a message; None when it has none."""
    toetsen = [regel.condition for regel in model._meta.constraints if isinstance(regel, CheckConstraint)]
    return CheckConstraint(condition=Q(*toetsen), name="alle") if toetsen else None


def _controleer_de_rij(rij: models.Model) -> None:
    """Raise the ValidationError of the first check constraint that the row breaks by itself."""
    samen = _alle_toetsen(type(rij))
    try:
        if samen is not None:
            samen.validate(type(rij), rij)
    except ValidationError:
        for regel in rij._meta.constraints:
            if isinstance(regel, CheckConstraint):
                regel.validate(type(rij), rij)
        raise


def _controleer_naast_andere(rij: models.Model) -> None:
    """Check what fields and checks cannot tell: the model's own rules, and rows that are in the way."""
    fouten: dict[str, Any] = {}
    for controle in (rij.clean, rij.validate_unique, *_vergelijkingen(rij)):
        try:
            controle()
        except ValidationError as fout:
            fouten = fout.update_error_dict(fouten)
    if fouten:
        raise ValidationError(fouten)


def _vergelijkingen(rij: models.Model) -> Iterator[Callable[[], None]]:
    """The constraints that compare with other rows; that of one field complains at the field, as Django does."""

    def vergelijk(regel: models.BaseConstraint) -> None:
        try:
            regel.validate(type(rij), rij)
        except ValidationError as fout:
            velden: tuple[str, ...] = getattr(regel, "fields", ())
            if len(velden) == 1 and getattr(fout, "code", None) == "unique":
                raise ValidationError({velden[0]: fout}) from fout
            raise

    for regel in rij._meta.constraints:
        if not isinstance(regel, CheckConstraint):
            yield partial(vergelijk, regel)


def _melding(rij: models.Model, fout: IntegrityError) -> str | None:
    """Return the message of the constraint that the database names, or None for one that is not the model's."""
    naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
    for regel in rij._meta.constraints:
        if regel.name == naam:
            return str(regel.violation_error_message)
    return None
