"""Reads of people: who is appointed or deputises on a day."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import CharField, F, Func, Q, Value
from django.db.models.functions import NullIf


def op_dag(dag: date, voorvoegsel: str = "") -> Q:
    """Q for rows whose period `van`..`tot` (an empty end is open) contains `dag`."""
    return Q(**{f"{voorvoegsel}van__lte": dag}) & (
        Q(**{f"{voorvoegsel}tot__isnull": True}) | Q(**{f"{voorvoegsel}tot__gte": dag})
    )


def naam_van(user: str) -> Func:
    """The full name of the person at the end of `user`, a path of relations: `User.naam` in SQL."""
    tussenvoegsel = NullIf(F(f"{user}__tussenvoegsel"), Value(""))
    delen = (F(f"{user}__voornaam"), tussenvoegsel, F(f"{user}__achternaam"))
    return Func(Value(" "), *delen, function="CONCAT_WS", output_field=CharField())


class AanstellingQuerySet(models.QuerySet):
    def op(self, dag: date) -> Self:
        """Only appointments that run on `dag`."""
        return self.filter(op_dag(dag))

    def vanaf(self, dag: date) -> Self:
        """Only appointments that run on `dag` or later."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=dag))

    def met_rol(self, *rollen: str) -> Self:
        return self.filter(rol__in=rollen)


class WaarnemingQuerySet(models.QuerySet):
    def op(self, dag: date) -> Self:
        """Only deputising that runs on `dag`."""
        return self.filter(van__lte=dag, tot__gte=dag)
