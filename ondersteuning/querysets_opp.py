"""Reads of OPPs, with the SQL rule of who sees which."""

from typing import Self

from django.db import models
from django.db.models import Q

from leerlingen.querysets import als_betrokken, als_docent_klas, als_docent_lesgroep, als_teamleider
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


class OppQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Whole OPPs: the coordinator, the mentor, an assigned begeleider and the team leader (DOMAIN §7.4).

        A schoolleider reads the version that is put before him and nothing else; that has a door of its own.
        """
        return van_coordinator(self, werkplek, anders=_heel(werkplek))

    def handelingsdeel_voor(self, werkplek: Werkplek) -> Self:
        """OPPs of which one may at least read the handelingsdeel: those above, and the teachers of the pupil."""
        wegen = _heel(werkplek)
        if werkplek.is_een(Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER):
            wegen += [Q(leerling_id__in=les(werkplek)) for les in (als_docent_klas, als_docent_lesgroep)]
        return van_coordinator(self, werkplek, anders=wegen)


def _heel(werkplek: Werkplek) -> list[Q]:
    wegen = als_betrokken(werkplek)
    if werkplek.is_een(Rol.TEAMLEIDER):
        wegen.append(Q(leerling_id__in=als_teamleider(werkplek)))
    return wegen
