"""Colleagues to choose from: who has a running appointment here in one of some roles, and who is the likely one.

A `Kring` is the circle for one question. It is what the field `ZoekVeld` searches, and the rule of who is allowed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.http import urlencode

from zorgapp.accounts.access import ROLLEN_WAARNEEMBAAR
from zorgapp.accounts.models import Aanstelling, User, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.kiezen import VRAAG_MAX, Optie
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.kern.waarden import Nummers
from zorgapp.kern.zoeknaam import kaal

LIJST_MAX = 10
# Whom the search may name at all: roles that own work or stand in for somebody.
ROLLEN_KIESBAAR = ROLLEN_WAARNEEMBAAR


def _geen_rangen() -> Sequence[Q]:
    return ()


@dataclass(frozen=True)
class Kring:
    """Colleagues with one of `rollen` at this school on the day of the Werkplek, without those of `behalve`.

    `rangen` tells, when the short list is drawn, who is likely: conditions on Aanstelling, the likeliest first. A
    function of a module that gets all it needs from `om` is compiled once (see `kern.vastevraag`).
    """

    werkplek: Werkplek
    rollen: frozenset[Rol]
    rangen: Callable[..., Sequence[Q]] = field(default=_geen_rangen)
    behalve: frozenset[int] = frozenset()
    om: tuple[Any, ...] | None = None

    @property
    def url(self) -> str:
        """The search address for these roles."""
        return f"{reverse('accounts:collega')}?{urlencode({'rol': ','.join(sorted(self.rollen))})}"

    def _rijen(self) -> QuerySet[Aanstelling]:
        return _aanstellingen(self.werkplek, self.rollen).exclude(user__in=self.behalve)

    def waarschijnlijk(self) -> list[Optie]:
        """The likely ones (at most LIJST_MAX), by rank and then by name; in one query, whatever the school's size."""
        if self.om is None:
            rangen = self.rangen()
            rijen = list(_gerangschikt(self._rijen(), rangen)) if rangen else []
        else:
            school_id, dag = self.werkplek.school.pk, self.werkplek.dag
            rijen = _waarschijnlijk.lees(
                self.rangen, self.rollen, school_id, dag, Nummers(self.behalve), *self.om
            )
        eerste: dict[int, Aanstelling] = {}
        for rij in rijen:
            eerste.setdefault(rij.user_id, rij)
        lijst = list(eerste.values())[:LIJST_MAX]
        lijst.sort(key=lambda a: (a.rang, a.user.zoeknaam))  # type: ignore[attr-defined]
        return [_optie(a) for a in lijst]

    def zoek(self, vraag: str, hoeveel: int) -> list[Optie]:
        """Colleagues of this circle by (part of) their name or their e-mail address."""
        return zoek_collegas(self.werkplek, vraag, self.rollen, hoeveel, self.behalve)

    def kies(self, waarde: str) -> tuple[Optie, User] | None:
        """The colleague with this number, when he is in the circle."""
        nummer = gelezen_nummer(waarde)
        if nummer is None:
            return None
        rij = self._rijen().filter(user=nummer).order_by("pk").first()
        return (_optie(rij), rij.user) if rij else None


def zoek_collegas(
    werkplek: Werkplek,
    vraag: str,
    rollen: frozenset[Rol],
    hoeveel: int,
    behalve: frozenset[int] = frozenset(),
) -> list[Optie]:
    """Colleagues of this school with one of `rollen` now, accents forgiven; none below two characters.

    Whose name has a word that begins with the question comes first, then by name.
    """
    vraag = vraag.replace("\x00", "").strip()[:VRAAG_MAX]
    if len(vraag) < 2:
        return []
    rijen = _aanstellingen(werkplek, rollen & ROLLEN_KIESBAAR).exclude(user__in=behalve)
    if "@" in vraag:
        rijen = rijen.filter(user__email__startswith=vraag.lower())
    woorden = kaal(vraag).split()[:5] or [""]
    for woord in [] if "@" in vraag else woorden:
        rijen = rijen.filter(user__zoeknaam__contains=woord)
    begin = woorden[0]
    voorop = Q(user__zoeknaam__startswith=begin) | Q(user__zoeknaam__contains=f" {begin}")
    eerst = Case(When(voorop, then=0), default=1, output_field=IntegerField())
    rijen = rijen.order_by(eerst, "user__sorteernaam", "user_id", "pk")[: 3 * hoeveel]
    eerste: dict[int, Aanstelling] = {}
    for rij in rijen:
        eerste.setdefault(rij.user_id, rij)
    return [_optie(a) for a in list(eerste.values())[:hoeveel]]


def kring_voor_waarneming(werkplek: Werkplek, *, ook_zelf: bool) -> Kring:
    """Who may be away or stand in: likely are earlier deputies, then colleagues with one's own role and place.

    `ook_zelf`: for who arranges it for others as well; then oneself, and the people of the second line, are likely too.
    """

    eigen = tuple((Rol(a.rol), a.afdeling_id) for a in werkplek.aanstellingen if a.rol in ROLLEN_KIESBAAR)
    behalve = frozenset() if ook_zelf else frozenset({werkplek.user.pk})
    om = (werkplek.school.pk, werkplek.user.pk, ook_zelf, eigen)
    return Kring(werkplek, ROLLEN_KIESBAAR, _bij_waarneming, behalve, om)


def _bij_waarneming(
    school_id: int, user_id: int, ook_zelf: bool, eigen: tuple[tuple[Rol, int | None], ...]
) -> Sequence[Q]:
    eerder = Waarneming.objects.filter(school_id=school_id, afwezige_id=user_id).values("waarnemer")
    zelf = [Q(user=user_id)] if ook_zelf else []
    plek = [Q(rol=rol, afdeling=afdeling_id) for rol, afdeling_id in eigen if afdeling_id]
    lijn = [Q(rol__in=(Rol.ZORGCOORDINATOR, Rol.BEGELEIDER, Rol.TEAMLEIDER))] if ook_zelf else []
    return (*zelf, Q(user__in=eerder), *plek, *(Q(rol=rol) for rol, _ in eigen), *lijn)


def kring_voor_opvolger(werkplek: Werkplek, aanstelling: Aanstelling, rollen: frozenset[Rol]) -> Kring:
    """Who may take over from somebody whose role ends: likely are those with the same role in the same place."""

    om = (Rol(aanstelling.rol), aanstelling.afdeling_id, aanstelling.vestiging_id)
    return Kring(werkplek, rollen, _bij_opvolging, frozenset({aanstelling.user_id}), om)


def _bij_opvolging(rol: Rol, afdeling_id: int | None, vestiging_id: int | None) -> Sequence[Q]:
    return (Q(rol=rol, afdeling=afdeling_id, vestiging=vestiging_id), Q(rol=rol))


def _aanstellingen(werkplek: Werkplek, rollen: frozenset[Rol]) -> QuerySet[Aanstelling]:
    return _lopend(werkplek.school.pk, werkplek.dag, rollen)


def _lopend(school_id: int, dag: date, rollen: frozenset[Rol]) -> QuerySet[Aanstelling]:
    """Running appointments here in one of `rollen`, of people who can sign in."""
    lopend = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=rollen)
    return lopend.filter(user__is_active=True).select_related("user")


@vaste_vraag
def _waarschijnlijk(
    rangen: Callable[..., Sequence[Q]],
    rollen: frozenset[Rol],
    school_id: int,
    dag: date,
    behalve: Nummers,
    *om: Any,
) -> QuerySet:
    rijen = _lopend(school_id, dag, rollen).exclude(user__pk__onder=behalve)
    return _gerangschikt(rijen, rangen(*om))


def _gerangschikt(rijen: QuerySet[Aanstelling], rangen: Sequence[Q]) -> QuerySet[Aanstelling]:
    """Those that meet one of `rangen`, by the first they meet; more than LIJST_MAX, as one person may have several."""
    rang = Case(
        *(When(rang, then=Value(nummer)) for nummer, rang in enumerate(rangen)),
        output_field=IntegerField(),
    )
    gekozen = rijen.filter(reduce(or_, rangen)).annotate(rang=rang)
    return gekozen.order_by("rang", "pk")[: 3 * LIJST_MAX]


def _optie(rij: Aanstelling) -> Optie:
    return Optie(
        str(rij.user_id), f"{rij.user.naam}, {rij.functie or Rol(rij.rol).label.lower()}", rij.user.naam
    )
