"""Rows as JSON: what an import wrote, exactly, so that undoing can compare and restore."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db import models

from leerlingen.models import Contactpersoon, Klas, Leerling, Lesgroep, LesgroepLid, Plaatsing
from zorgapp.accounts.models import SchoolModel, Vestiging

# children first: the order in which rows may be deleted
TABELLEN: dict[str, type[SchoolModel]] = {
    "lesgroeplid": LesgroepLid,
    "plaatsing": Plaatsing,
    "contact": Contactpersoon,
    "leerling": Leerling,
    "lesgroep": Lesgroep,
    "klas": Klas,
    "vestiging": Vestiging,
}
_TABEL = {model: naam for naam, model in TABELLEN.items()}
Beeld = dict[str, Any]


class RijWijziging(NamedTuple):
    """One row before and after; None is: it was not there."""

    tabel: str
    id: int
    voor: Beeld | None
    na: Beeld | None


@cache
def kolommen(model: type[SchoolModel]) -> tuple[models.Field, ...]:
    """Return the stored fields of a model, without its key, its school and what the database makes itself."""
    return tuple(
        veld
        for veld in model._meta.concrete_fields
        if not veld.primary_key and veld.name != "school" and not isinstance(veld, models.GeneratedField)
    )


def beeld(rij: SchoolModel) -> Beeld:
    """Return the row as JSON values."""
    waarden = {veld.attname: getattr(rij, veld.attname) for veld in kolommen(type(rij))}
    return {naam: w.isoformat() if isinstance(w, date) else w for naam, w in waarden.items()}


def uit_beeld(tabel: str, pk: int, school_id: int, waarden: Beeld) -> SchoolModel:
    """Return the row that `beeld` described."""
    model = TABELLEN[tabel]
    velden = {veld.attname: veld.to_python(waarden[veld.attname]) for veld in kolommen(model)}
    return model(pk=pk, school_id=school_id, **velden)


def gemaakt(rij: SchoolModel) -> RijWijziging:
    return RijWijziging(_TABEL[type(rij)], rij.pk, None, beeld(rij))


def gewijzigd(rij: SchoolModel, voor: Beeld) -> RijWijziging:
    return RijWijziging(_TABEL[type(rij)], rij.pk, voor, beeld(rij))


def verwijderd(rij: SchoolModel, pk: int) -> RijWijziging:
    return RijWijziging(_TABEL[type(rij)], pk, beeld(rij), None)


def bewaar(rijen: Iterable[SchoolModel]) -> None:
    """Write rows that were changed, per table in one statement for every 500."""
    per_model: dict[type[SchoolModel], list[SchoolModel]] = {}
    for rij in rijen:
        per_model.setdefault(type(rij), []).append(rij)
    for model, lijst in per_model.items():
        namen = [veld.name for veld in kolommen(model)]
        model._default_manager.bulk_update(lijst, namen, batch_size=500)
