"""Writing, changing and throwing away what only its writer reads; each ends with the school year and says so before."""

import uuid
from datetime import date, datetime
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from leerlingen import klokken_prive
from leerlingen.access import open_zonder_regel
from leerlingen.access_prive import get_aantekening, get_vertrouwensnotitie
from leerlingen.models import Vertrouwensnotitie, Werkaantekening
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

Prive = TypeVar("Prive", Werkaantekening, Vertrouwensnotitie)


class Gewijzigd(Exception):
    """Another window of the same person was first; nothing was written. `nu` is what stands there."""

    def __init__(self, nu: Werkaantekening | Vertrouwensnotitie) -> None:
        super().__init__(f"{nu} is veranderd")
        self.nu = nu


def laatste_dag(dag: date) -> date:
    """The last day a private text written on `dag` may exist: that of its school year."""
    return Schooljaar.van(dag).eind


@transaction.atomic
def aantekening_bewaren(
    *,
    door: Werkplek,
    leerling_id: int,
    sleutel: uuid.UUID,
    tekst: str,
    op: datetime,
    verloopt_op: date | None = None,
) -> Werkaantekening:
    """Keep a working note about a pupil until `verloopt_op`, at the latest (and else) the end of the school year."""
    leerling, _ = open_zonder_regel(door, leerling_id)
    rij = Werkaantekening(
        leerling=leerling,
        verloopt_op=verloopt_op or laatste_dag(door.dag),
        **_begin(door, sleutel, tekst, op),
    )
    return _eenmaal(door, rij)


@transaction.atomic
def vertrouwensnotitie_bewaren(
    *, door: Werkplek, sleutel: uuid.UUID, over: str, tekst: str, op: datetime
) -> Vertrouwensnotitie:
    """Keep a note of a vertrouwenspersoon until the end of the school year."""
    rij = Vertrouwensnotitie(over=over, verloopt_op=laatste_dag(door.dag), **_begin(door, sleutel, tekst, op))
    return _eenmaal(door, rij)


def _begin(door: Werkplek, sleutel: uuid.UUID, tekst: str, op: datetime) -> dict[str, object]:
    return {
        "school": door.school,
        "eigenaar": door.user,
        "sleutel": sleutel,
        "tekst": tekst,
        "schooljaar": Schooljaar.van(door.dag).beginjaar,
        "geschreven_op": door.dag,
        "gewijzigd_op": op,
    }


def _eenmaal(door: Werkplek, rij: Prive) -> Prive:
    """Save it and plan its reminder; the same form sent twice gives the first one."""
    eerder = type(rij)._default_manager.filter(school=door.school, eigenaar=door.user, sleutel=rij.sleutel)
    if bestaand := eerder.first():
        return bestaand
    try:
        bewaar(rij)
    except ValidationError:
        if bestaand := eerder.first():
            return bestaand
        raise
    klokken_prive.plan_einde(rij, door.dag)
    return rij


@transaction.atomic
def aantekening_wijzigen(
    *, door: Werkplek, pk: int, versie: int, tekst: str, verloopt_op: date, op: datetime
) -> Werkaantekening:
    """Change one's own working note; raises Gewijzigd when another window was first."""
    rij = get_aantekening(door, pk, slot=True)
    return _wijzig(door, rij, versie, op, tekst=tekst, verloopt_op=verloopt_op)


@transaction.atomic
def vertrouwensnotitie_wijzigen(
    *, door: Werkplek, pk: int, versie: int, over: str, tekst: str, op: datetime
) -> Vertrouwensnotitie:
    """Change one's own note; raises Gewijzigd when another window was first."""
    rij = get_vertrouwensnotitie(door, pk, slot=True)
    return _wijzig(door, rij, versie, op, over=over, tekst=tekst)


def _wijzig(door: Werkplek, rij: Prive, versie: int, op: datetime, **velden: object) -> Prive:
    if rij.versie != versie:
        raise Gewijzigd(rij)
    klokken_prive.trek_einde_in(rij)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    rij.versie += 1
    rij.gewijzigd_op = op
    bewaar(rij, *velden, "versie", "gewijzigd_op")
    klokken_prive.plan_einde(rij, door.dag)
    return rij


@transaction.atomic
def aantekening_weggooien(*, door: Werkplek, pk: int) -> None:
    """Throw one's own working note away; nothing of its text is kept."""
    _weg(get_aantekening(door, pk, slot=True))


@transaction.atomic
def vertrouwensnotitie_weggooien(*, door: Werkplek, pk: int) -> None:
    """Throw one's own note away; nothing of its text is kept."""
    _weg(get_vertrouwensnotitie(door, pk, slot=True))


def aantekening_verwerkt(*, door: Werkplek, pk: int, leerling_id: int) -> None:
    """A working note that was shared is in the file now; the private one goes. One that went meanwhile is no problem."""
    try:
        rij = get_aantekening(door, pk, slot=True)
    except Http404:
        return
    if rij.leerling_id == leerling_id:
        _weg(rij)


def _weg(rij: Werkaantekening | Vertrouwensnotitie) -> None:
    klokken_prive.trek_einde_in(rij)
    rij.delete()
