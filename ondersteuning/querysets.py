"""Reads of signals, follow-ups and owed answers, with the SQL rules of who sees which."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from leerlingen.querysets import als_mentor, als_teamleider, coordinator_vestigingen
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


def signaal_regel(werkplek: Werkplek) -> Q:
    """Who sees a signal: its sender, the coordinator (of that location), mentor and team leader of the pupil,
    and who owns its follow-up (DOMAIN 7.4)."""
    mag = Q(indiener_id__in=werkplek.namens)
    vestigingen = coordinator_vestigingen(werkplek)
    if vestigingen is None:
        return Q()
    if vestigingen:
        mag |= Q(leerling__vestiging_id__in=vestigingen) | Q(leerling__isnull=True)
    if werkplek.is_een(Rol.MENTOR):
        mag |= Q(leerling_id__in=als_mentor(werkplek))
    if werkplek.is_een(Rol.TEAMLEIDER):
        mag |= Q(leerling_id__in=als_teamleider(werkplek))
    if werkplek.is_een(Rol.BEGELEIDER, Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER):
        vervolg = apps.get_model("ondersteuning", "Vervolg").objects
        mag |= Q(pk__in=vervolg.filter(eigenaar_id__in=werkplek.namens, status="open").values("signaal_id"))
    return mag


class SignaalQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        return self.filter(signaal_regel(werkplek), school=werkplek.school)

    def te_beoordelen_door(self, werkplek: Werkplek) -> Self:
        """Signals on this coordinator's board: of the whole school or of his locations, never of a non-coordinator."""
        vestigingen = coordinator_vestigingen(werkplek)
        hier = self.filter(school=werkplek.school)
        if vestigingen is None:
            return hier
        if not vestigingen:
            return hier.none()
        return hier.filter(Q(leerling__vestiging_id__in=vestigingen) | Q(leerling__isnull=True))

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
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return self.filter(school=werkplek.school)
        mag = Q(eigenaar_id__in=werkplek.namens)
        if vestigingen:
            mag |= Q(signaal__leerling__vestiging_id__in=vestigingen)
        return self.filter(mag, school=werkplek.school)

    def aan_de_beurt(self, dag: date) -> Self:
        """Open ones whose next date has come."""
        return self.open().filter(volgende_datum__lte=dag)


class TerugkoppelingQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Answers still owed."""
        return self.filter(gegeven_op__isnull=True)

    def te_laat(self, dag: date) -> Self:
        return self.open().filter(uiterlijk__lt=dag)
