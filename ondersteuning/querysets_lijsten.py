"""Reads of observation lists, with the SQL rules of who sees which campaign, answer, result and proposal."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from leerlingen.querysets import als_betrokken, als_mentor
from zorgapp.accounts.coordinatie import coordinator_vestigingen, van_coordinator
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


class LijstQuerySet(models.QuerySet):
    def huidig(self) -> Self:
        """The newest version of every list that was not stopped."""
        return self.filter(vervangen=False, gestopt_op__isnull=True)


class CampagneQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """All of them for a coordinator of the school, those with a class of his locations for another one."""
        rijen = van_coordinator(self, werkplek, "klassen__klas__vestiging_id")
        return rijen if coordinator_vestigingen(werkplek) is None else rijen.distinct()

    def open(self, dag: date) -> Self:
        """Begun and not closed: also after the last day, for late answers."""
        return self.filter(van__lte=dag, gesloten_op__isnull=True)


class InvullingQuerySet(models.QuerySet):
    def lopend(self, dag: date) -> Self:
        """Still somebody's to fill in: begun, not closed, and not lapsed."""
        return self.filter(
            campagne__van__lte=dag, campagne__gesloten_op__isnull=True, vervallen_op__isnull=True
        )

    def van(self, werkplek: Werkplek) -> Self:
        """One's own; a deputy does not answer for the colleague he stands in for."""
        return self.filter(school=werkplek.school, user=werkplek.user)


class AntwoordQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """One's own answers, and all for coordinator, mentor and assigned begeleider of the pupil."""
        eigen = Q(invulling__user=werkplek.user)
        return van_coordinator(self, werkplek, anders=[eigen, *als_betrokken(werkplek)])


class UitslagQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Results of closed campaigns: coordinator, mentor and assigned begeleider of the pupil."""
        return van_coordinator(self, werkplek, anders=als_betrokken(werkplek))


class VoorstelQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(status="open")

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Proposals are for the coordinator and the mentor of the pupil."""
        mentor = [Q(leerling_id__in=als_mentor(werkplek))] if werkplek.is_een(Rol.MENTOR) else []
        return van_coordinator(self, werkplek, anders=mentor)
