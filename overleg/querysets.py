"""Reads of meetings, with the SQL rules of who sees which (DESIGN §3, DOMAIN §7.4, rule 39).

Two rules that never mix: `zichtbaar_voor` for people of the school, `voor_externe` for people from outside.
"""

from datetime import date, datetime
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from overleg.loop import Overlegstatus
from overleg.soorten import SOORTEN, Overlegsoort
from zorgapp.accounts.coordinatie import Rijen, is_coordinator, van_coordinator
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek

EXTERN = "extern"
# Kinds about pupils: the coordinator sees them also when he is not there. The others are of who takes part.
OVER_LEERLINGEN = tuple(soort for soort, regel in SOORTEN.items() if regel.leerlingen)
# Kinds in which the zorgteam speaks of pupils together: a begeleider who takes part reads every item.
VAN_ZORGTEAM = (Overlegsoort.ZORGOVERLEG, Overlegsoort.ZAT, Overlegsoort.MDO)
# Kinds that are the same people again, also when they are planned one by one: a location or a class has one of it. An MDO is
# about one pupil, and two sections of a school both have a sectieoverleg.
EEN_GROEP = (Overlegsoort.ZORGOVERLEG, Overlegsoort.ZAT, Overlegsoort.LEERLINGBESPREKING)


def deelname_van(werkplek: Werkplek, *rollen: Rol) -> models.QuerySet:
    """Numbers of the meetings in which this person (or whom he stands in for) takes part now, with one of `rollen`.

    Without `rollen`: any role that sees pupils. Who was removed takes part no longer; outsiders never count here.
    """
    wie = werkplek.namens_als(*(rollen or ROLLEN_MET_LEERLINGEN))
    rijen = apps.get_model("overleg", "Deelname").objects.filter(user_id__in=wie, verwijderd_op__isnull=True)
    return rijen.exclude(functie=EXTERN).values("overleg_id")


def _eigen_of_gecoordineerd(rijen: Rijen, werkplek: Werkplek, eigen: Q) -> Rijen:
    """Of meetings or series: one's own, and for a coordinator those about pupils of his locations."""
    hier = rijen.filter(school=werkplek.school)
    if not werkplek.rollen & ROLLEN_MET_LEERLINGEN:
        return hier.none()
    if not is_coordinator(werkplek):
        return hier.filter(eigen)
    over_leerlingen = rijen.model._default_manager.filter(soort__in=OVER_LEERLINGEN)
    van_hem = van_coordinator(over_leerlingen, werkplek, "vestiging_id", anders=[eigen])
    return hier.filter(eigen | Q(pk__in=van_hem.values("pk")))


class OverlegQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Meetings one takes part in, and for a coordinator those about pupils of his locations."""
        return _eigen_of_gecoordineerd(self, werkplek, Q(pk__in=deelname_van(werkplek)))

    def voor_externe(self, werkplek: Werkplek, sinds: date) -> Self:
        """Meetings to which somebody from outside is asked himself, and that were not before `sinds` (rule 39)."""
        wie = [a.user_id for a in werkplek.aanstellingen if a.rol == Rol.EXTERNE]
        rijen = apps.get_model("overleg", "Deelname").objects.filter(
            user_id__in=wie, functie=EXTERN, verwijderd_op__isnull=True
        )
        return self.filter(
            school=werkplek.school, pk__in=rijen.values("overleg_id"), begin__date__gte=sinds
        ).exclude(status=Overlegstatus.AFGEZEGD)

    def gaat_door(self) -> Self:
        """Without meetings that were called off."""
        return self.exclude(status=Overlegstatus.AFGEZEGD)

    def eerder_dan(
        self,
        school_id: int,
        begin: datetime,
        reeks_id: int | None,
        soort: str,
        vestiging_id: int | None,
        klas_id: int | None,
    ) -> Self:
        """Meetings before one with this `Overleg.opvolging`, whose open agreements come back in it (DOMAIN 60).

        Of the same series; without one, of the same kind, location and class.
        """
        eerder = self.filter(school_id=school_id, begin__lt=begin)
        if reeks_id:
            return eerder.filter(reeks_id=reeks_id)
        return eerder.filter(reeks__isnull=True, soort=soort, vestiging_id=vestiging_id, klas_id=klas_id)


class ReeksQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Series one is a standing member of, and for a coordinator those about pupils of his locations."""
        leden = apps.get_model("overleg", "Reekslid").objects.exclude(functie=EXTERN)
        wie = werkplek.namens_als(*ROLLEN_MET_LEERLINGEN)
        eigen = Q(pk__in=leden.filter(user_id__in=wie).values("reeks_id"))
        return _eigen_of_gecoordineerd(self, werkplek, eigen)

    def lopend(self, dag: date) -> Self:
        """Series that were not stopped and still have a day to come."""
        return self.filter(gestopt_op__isnull=True, tot__gte=dag)
