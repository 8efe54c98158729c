"""Reads of contacts of an opened file: per household, what the administration says instead, and how it was before."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from leerlingen.access import Grond, contacten_van, mag_contacten_zien
from leerlingen.access_toestemming import mag_beheren
from leerlingen.models import Contactpersoon, Leerling, Toestemmingsantwoord
from leerlingen.models.leerling import Gezag, Relatie
from zorgapp.accounts.models import Geschiedenis, User
from zorgapp.accounts.werkplek import Werkplek

LABELS = {
    "naam": "Naam",
    "relatie": "Relatie",
    "gezag": "Gezag",
    "huishouden": "Huishouden",
    "telefoon": "Telefoon",
    "email": "E-mail",
    "bereikbaar": "Bereikbaar",
    "beeindigd_op": "Niet meer in gebruik sinds",
}
GESCHIEDENIS_MEEST = 10


@dataclass(frozen=True)
class Huishouden:
    """Contacts that live together; `enige` when there is no second household."""

    nummer: int
    contacten: list[Contactpersoon]
    enige: bool


@dataclass(frozen=True)
class Wijziging:
    """One change: when, by whom ("de administratie" when an import did it), and what it said before."""

    op: datetime
    wie: str
    was: list[tuple[str, str]]


@dataclass(frozen=True)
class Paneel:
    """Contacts beside a file."""

    leerling_id: int
    huishoudens: list[Huishouden]
    mag_beheren: bool


def per_huishouden(contacten: list[Contactpersoon]) -> list[Huishouden]:
    """The contacts of one pupil, which come sorted by household."""
    groepen = [(nummer, list(rijen)) for nummer, rijen in groupby(contacten, key=lambda c: c.huishouden)]
    return [Huishouden(nummer, rijen, len(groepen) == 1) for nummer, rijen in groepen]


def paneel_contacten(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Paneel | None:
    """What the column beside an opened file shows as `p` (one query; templates/leerlingen/contacten/_paneel.html).

    None for who may not see contacts.
    """
    if not mag_contacten_zien(werkplek, grond):
        return None
    return Paneel(leerling.pk, per_huishouden(contacten_van(werkplek, leerling, grond)), mag_beheren(grond))


def beeindigde_contacten(leerling: Leerling, grond: Grond) -> list[Contactpersoon]:
    """Who is no contact any more of an opened pupil, for who may put him back."""
    if not mag_beheren(grond):
        return []
    rijen = Contactpersoon.objects.filter(leerling=leerling, beeindigd_op__isnull=False)
    return list(rijen.order_by("-beeindigd_op", "pk"))


def toestemmingen_met(contact: Contactpersoon) -> int:
    """In how many consents an opened contact was asked or answered: they keep naming him."""
    rijen = Toestemmingsantwoord.objects.filter(contact=contact)
    return rijen.values("toestemming_id").distinct().count()


def _in_woorden(veld: str, waarde: Any) -> str:
    if veld == "gezag" and waarde in Gezag.values:
        return str(Gezag(waarde).label)
    if veld == "relatie" and waarde in Relatie.values:
        return str(Relatie(waarde).label)
    return str(waarde) if waarde not in ("", None) else "leeg"


def afwijkingen(contact: Contactpersoon) -> list[tuple[str, str]]:
    """What the administration says instead of what was written here, as (label, value)."""
    return [(LABELS[v], _in_woorden(v, w)) for v, w in contact.administratie.items() if v in LABELS]


def geschiedenis_van(contact: Contactpersoon) -> list[Wijziging]:
    """How an opened contact was before, the last change first (at most 10; two queries)."""
    rijen = Geschiedenis.objects.filter(
        school_id=contact.school_id, tabel=Contactpersoon._meta.db_table, rij_id=contact.pk
    ).order_by("-op", "-id")[:GESCHIEDENIS_MEEST]
    daarna: dict[str, Any] = {veld: getattr(contact, veld) for veld in LABELS}
    daarna["beeindigd_op"] = contact.beeindigd_op and contact.beeindigd_op.isoformat()
    gevonden = []
    gelezen = list(rijen)
    namen = {u.pk: u.naam for u in User.objects.filter(pk__in={r.door_id for r in gelezen if r.door_id})}
    for rij in gelezen:
        was = [
            (label, _in_woorden(veld, rij.oud[veld]))
            for veld, label in LABELS.items()
            if veld in rij.oud and rij.oud[veld] != daarna[veld]
        ]
        if was:
            gevonden.append(Wijziging(rij.op, namen.get(rij.door_id or 0, "de administratie"), was))
        daarna = {veld: rij.oud.get(veld, daarna[veld]) for veld in LABELS}
    return gevonden
