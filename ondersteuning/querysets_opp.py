"""Reads of OPPs, with the SQL rule of who sees which."""

from typing import Self

from django.db import models
from django.db.models import Q

from leerlingen.querysets import (
    als_docent_klas,
    als_docent_lesgroep,
    als_mentor,
    als_teamleider,
    als_verlening,
    coordinator_vestigingen,
)
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


class OppQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Whole OPPs: the coordinator, the mentor, the team leader, an assigned begeleider (DOMAIN §7.4).

        A schoolleider reads the version that is put before him and nothing else; that has a door of its own.
        """
        return self._met(
            werkplek,
            (Rol.MENTOR, als_mentor),
            (Rol.TEAMLEIDER, als_teamleider),
            (Rol.BEGELEIDER, als_verlening),
        )

    def handelingsdeel_voor(self, werkplek: Werkplek) -> Self:
        """OPPs of which one may at least read the handelingsdeel: those above, and the teachers of the pupil."""
        return self._met(
            werkplek,
            (Rol.MENTOR, als_mentor),
            (Rol.TEAMLEIDER, als_teamleider),
            (Rol.BEGELEIDER, als_verlening),
            (Rol.DOCENT, als_docent_klas),
            (Rol.DOCENT, als_docent_lesgroep),
        )

    def _met(self, werkplek: Werkplek, *relaties: tuple) -> Self:
        hier = self.filter(school=werkplek.school)
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return hier
        mag = Q(pk__in=[])
        if vestigingen:
            mag |= Q(leerling__vestiging_id__in=vestigingen)
        for rol, relatie in relaties:
            if werkplek.is_een(rol):
                mag |= Q(leerling_id__in=relatie(werkplek))
        return hier.filter(mag)
