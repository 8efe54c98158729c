"""Reads of signals, follow-ups and owed answers, with the SQL rules of who sees which."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from leerlingen.querysets import als_mentor, als_teamleider
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek

ZONDER_LEERLING = Q(leerling__isnull=True)
"""A signal about a pupil nobody found yet is every coordinator's, of a location too."""


def _signaal_wegen(werkplek: Werkplek) -> list[Q]:
    """Who sees a signal besides the coordinator: its sender, mentor and team leader of the pupil, and who owns its
    follow-up (DOMAIN 7.4)."""
    wegen = [Q(indiener_id__in=werkplek.namens)]
    if werkplek.is_een(Rol.MENTOR):
        wegen.append(Q(leerling_id__in=als_mentor(werkplek)))
    if werkplek.is_een(Rol.TEAMLEIDER):
        wegen.append(Q(leerling_id__in=als_teamleider(werkplek)))
    if eigenaars := werkplek.namens_als(Rol.BEGELEIDER, Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER):
        vervolg = apps.get_model("ondersteuning", "Vervolg").objects
        wegen.append(Q(pk__in=vervolg.filter(eigenaar_id__in=eigenaars, status="open").values("signaal_id")))
    return wegen


class SignaalQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """The coordinator (of that location) and who `_signaal_wegen` names."""
        return van_coordinator(self, werkplek, ook=ZONDER_LEERLING, anders=_signaal_wegen(werkplek))

    def te_beoordelen_door(self, werkplek: Werkplek) -> Self:
        """Signals on this coordinator's board: of the whole school or of his locations, never of a non-coordinator."""
        return van_coordinator(self, werkplek, ook=ZONDER_LEERLING)

    def met_klas(self) -> Self:
        """Annotate the pupil's class now: `klasnaam` and `klas_nu` (no extra query)."""
        nu = models.FilteredRelation(
            "leerling__plaatsingen", condition=Q(leerling__plaatsingen__tot__isnull=True)
        )
        return self.annotate(nu=nu).annotate(klasnaam=F("nu__klas__naam"), klas_nu=F("nu__klas_id"))

    def van(self, werkplek: Werkplek) -> Self:
        """Signals this person sent himself."""
        return self.filter(school=werkplek.school, indiener=werkplek.user)


class VervolgQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(status="open")

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Follow-ups of the owner, and all of them for the coordinator."""
        eigen = Q(eigenaar_id__in=werkplek.namens)
        return van_coordinator(self, werkplek, "signaal__leerling__vestiging_id", anders=[eigen])

    def aan_de_beurt(self, dag: date) -> Self:
        """Open ones whose next date has come."""
        return self.open().filter(volgende_datum__lte=dag)


class TerugkoppelingQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Answers still owed."""
        return self.filter(gegeven_op__isnull=True)

    def te_laat(self, dag: date) -> Self:
        return self.open().filter(uiterlijk__lt=dag)
