"""Werkplek: a user at one school on one day, with roles and rights. Every door and service takes one."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.querysets import AanstellingQuerySet, op_dag
from zorgapp.accounts.rollen import Recht, Rol, rechten_van
from zorgapp.kern.vastevraag import vaste_vraag

_WAARNEMING = (
    "SELECT afwezige_id FROM accounts_waarneming WHERE waarnemer_id = %s AND van <= %s AND tot >= %s"
)


@dataclass(frozen=True)
class Werkplek:
    """Who asks, for which school, on which day (`dag` is the only source of "today" below the views)."""

    user: User
    school: School
    dag: date
    aanstellingen: tuple[Aanstelling, ...]
    vervangt: tuple[Aanstelling, ...] = field(default=())

    @cached_property
    def alle_aanstellingen(self) -> tuple[Aanstelling, ...]:
        """Own appointments and those of colleagues this person stands in for today."""
        return self.aanstellingen + self.vervangt

    @cached_property
    def rollen(self) -> frozenset[Rol]:
        return frozenset(Rol(a.rol) for a in self.alle_aanstellingen)

    @cached_property
    def rechten(self) -> frozenset[Recht]:
        return rechten_van(self.rollen)

    @cached_property
    def namens(self) -> tuple[int, ...]:
        """Ids of the persons whose relations to pupils count: oneself, and who one stands in for."""
        return tuple(dict.fromkeys([self.user.pk, *(a.user_id for a in self.vervangt)]))

    @cached_property
    def hoofdaanstelling(self) -> Aanstelling:
        """The appointment shown below the name: the one with the widest rights."""
        volgorde = list(Rol)
        return min(self.aanstellingen or self.vervangt, key=lambda a: volgorde.index(Rol(a.rol)))

    @cached_property
    def _ontleed(self) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Shape and values for a VasteVraag: per appointment its role and the places of its numbers among the values."""
        waarden: list[Any] = [self.user.pk, self.school.pk, self.dag]
        plekken: dict[tuple[str, int], int] = {("user", self.user.pk): 0}

        def plek(soort: str, nummer: int | None) -> int | None:
            if nummer is not None and (soort, nummer) not in plekken:
                plekken[soort, nummer] = len(waarden)
                waarden.append(nummer)
            return None if nummer is None else plekken[soort, nummer]

        vorm = tuple(
            tuple(
                (a.rol, plek("user", a.user_id), plek("plek", a.vestiging_id), plek("deel", a.afdeling_id))
                for a in aanstellingen
            )
            for aanstellingen in (self.aanstellingen, self.vervangt)
        )
        return vorm, tuple(waarden)

    @property
    def vorm(self) -> tuple[Any, ...]:
        """What decides how a query for this Werkplek looks (kern.waarden.Vormvast)."""
        return self._ontleed[0]

    @property
    def waarden(self) -> tuple[Any, ...]:
        """The numbers and the day that a query for this Werkplek is filled in with (kern.waarden.Vormvast)."""
        return self._ontleed[1]

    def met_waarden(self, waarden: tuple[Any, ...]) -> "Werkplek":
        """The same roles for another person, school and day (kern.waarden.Vormvast)."""
        eigen, vervangt = (
            tuple(
                Aanstelling(
                    rol=rol,
                    user_id=waarden[user],
                    vestiging_id=None if vestiging is None else waarden[vestiging],
                    afdeling_id=None if afdeling is None else waarden[afdeling],
                )
                for rol, user, vestiging, afdeling in aanstellingen
            )
            for aanstellingen in self.vorm
        )
        return Werkplek(User(pk=waarden[0]), School(pk=waarden[1]), waarden[2], eigen, vervangt)

    def mag(self, recht: Recht) -> bool:
        return recht in self.rechten

    def eis(self, recht: Recht) -> None:
        """Raise PermissionDenied (403) without this right."""
        if not self.mag(recht):
            raise PermissionDenied(recht)

    def is_een(self, *rollen: Rol) -> bool:
        return not self.rollen.isdisjoint(rollen)

    def aanstellingen_als(self, rol: Rol) -> list[Aanstelling]:
        return [a for a in self.alle_aanstellingen if a.rol == rol]

    def namens_als(self, *rollen: Rol) -> tuple[int, ...]:
        """Ids of oneself and of who one stands in for, as far as that person has one of `rollen` himself.

        A role of the one never counts for a relation of the other.
        """
        return tuple(dict.fromkeys(a.user_id for a in self.alle_aanstellingen if a.rol in rollen))


def aanstellingen_van(user: User, dag: date) -> list[Aanstelling]:
    """Return the running appointments of `user`, at all schools, with their school (one query)."""
    return _lopend.lees(user.pk, dag)


@vaste_vraag
def _lopend(user_id: int, dag: date) -> AanstellingQuerySet:
    rijen = Aanstelling.objects.filter(user_id=user_id).op(dag)
    return rijen.select_related("school").order_by("school_id", "pk")


def werkplek_maken(
    user: User, dag: date, school_id: int | None = None, lopend: list[Aanstelling] | None = None
) -> Werkplek | None:
    """Set the school context of this transaction and return the Werkplek; None when there is no appointment.

    A school_id that is not one of the user's schools is ignored in favour of the first one.
    """
    lopend = aanstellingen_van(user, dag) if lopend is None else lopend
    if not user.is_active or not lopend:
        zet_context(None, user.pk)
        return None
    hier = [a for a in lopend if a.school_id == school_id] or [
        a for a in lopend if a.school_id == lopend[0].school_id
    ]
    school = hier[0].school
    zet_context(school.pk, user.pk)
    return Werkplek(
        user=user, school=school, dag=dag, aanstellingen=tuple(hier), vervangt=_vervangt(user, school, dag)
    )


def _vervangt(user: User, school: School, dag: date) -> tuple[Aanstelling, ...]:
    """Appointments of the colleagues `user` stands in for; asked on every request, so by bare SQL first."""
    with connection.cursor() as cursor:
        cursor.execute(_WAARNEMING, [user.pk, dag, dag])
        afwezig = [rij[0] for rij in cursor.fetchall()]
    if not afwezig:
        return ()
    rijen = Aanstelling.objects.filter(op_dag(dag), school=school, user_id__in=afwezig)
    return tuple(rijen.exclude(rol__in=(Rol.BEHEERDER, Rol.VERTROUWENSPERSOON)))
