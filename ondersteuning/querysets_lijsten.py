"""Reads of observation lists, with the SQL rules of who sees which campaign, answer, result and proposal."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from leerlingen.querysets import als_mentor, als_verlening, coordinator_vestigingen
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


def hier(werkplek: Werkplek, vestiging: str, *anders: Q) -> Q:
    """What a coordinator sees of his locations (`vestiging` is the path to it), or anybody by one of `anders`."""
    plekken = coordinator_vestigingen(werkplek)
    if plekken is None:
        return Q()
    mag = Q(pk__in=[])
    if plekken:
        mag |= Q(**{f"{vestiging}__in": plekken})
    for regel in anders:
        mag |= regel
    return mag


def als_betrokken(werkplek: Werkplek, pad: str = "leerling_id") -> list[Q]:
    """The mentor of the pupil and an assigned begeleider: who may read what others saw of him."""
    regels = []
    if werkplek.is_een(Rol.MENTOR):
        regels.append(Q(**{f"{pad}__in": als_mentor(werkplek)}))
    if werkplek.is_een(Rol.BEGELEIDER):
        regels.append(Q(**{f"{pad}__in": als_verlening(werkplek)}))
    return regels


class LijstQuerySet(models.QuerySet):
    def huidig(self) -> Self:
        """The newest version of every list that was not stopped."""
        return self.filter(vervangen=False, gestopt_op__isnull=True)


class CampagneQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """All of them for a coordinator of the school, those with a class of his locations for another one."""
        plekken = coordinator_vestigingen(werkplek)
        eigen = self.filter(school=werkplek.school)
        if plekken is None:
            return eigen
        if not plekken:
            return eigen.none()
        return eigen.filter(klassen__klas__vestiging_id__in=plekken).distinct()

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
        mag = hier(werkplek, "leerling__vestiging_id", eigen, *als_betrokken(werkplek))
        return self.filter(mag, school=werkplek.school)


class UitslagQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Results of closed campaigns: coordinator, mentor and assigned begeleider of the pupil."""
        mag = hier(werkplek, "leerling__vestiging_id", *als_betrokken(werkplek))
        return self.filter(mag, school=werkplek.school)


class VoorstelQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(status="open")

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Proposals are for the coordinator and the mentor of the pupil."""
        regels = []
        if werkplek.is_een(Rol.MENTOR):
            regels.append(Q(leerling_id__in=als_mentor(werkplek)))
        return self.filter(hier(werkplek, "leerling__vestiging_id", *regels), school=werkplek.school)
