"""Reads of HGW forms, hand-overs and complaints, with the SQL rules of who sees which."""

from typing import Self

from django.apps import apps
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
from ondersteuning.overdrachtloop import OPEN
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


class HgwQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Whole forms: the coordinator, the mentor, an assigned begeleider and the team leader (DESIGN §3)."""
        hier = self.filter(school=werkplek.school)
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return hier
        mag = Q(pk__in=[])
        if vestigingen:
            mag |= Q(leerling__vestiging_id__in=vestigingen)
        for rol, relatie in (
            (Rol.MENTOR, als_mentor),
            (Rol.TEAMLEIDER, als_teamleider),
            (Rol.BEGELEIDER, als_verlening),
        ):
            if werkplek.is_een(rol):
                mag |= Q(leerling_id__in=relatie(werkplek))
        return hier.filter(mag)


class LesoverdrachtQuerySet(models.QuerySet):
    def open(self) -> Self:
        """That run, or came back with a question."""
        return self.filter(status__in=OPEN)

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """The owner, the coordinator of that location, and the teachers it was given to, as long as they teach him."""
        return self.filter(_van_eigenaar(werkplek) | _van_docent(werkplek), school=werkplek.school)

    def van_eigenaar(self, werkplek: Werkplek) -> Self:
        """Those this person owns or coordinates: with who confirmed and what each saw."""
        return self.filter(_van_eigenaar(werkplek), school=werkplek.school)


def _van_eigenaar(werkplek: Werkplek) -> Q:
    vestigingen = coordinator_vestigingen(werkplek)
    if vestigingen is None:
        return Q()
    mag = Q(eigenaar_id__in=werkplek.namens)
    return mag | Q(leerling__vestiging_id__in=vestigingen) if vestigingen else mag


def _van_docent(werkplek: Werkplek) -> Q:
    if coordinator_vestigingen(werkplek) is None:
        return Q()
    ontvangers = apps.get_model("ondersteuning", "Lesontvanger").objects
    eigen = ontvangers.filter(docent_id__in=werkplek.namens).exclude(status="vervangen")
    return Q(pk__in=eigen.values("overdracht_id")) & nog_les(werkplek, "leerling_id")


def nog_les(werkplek: Werkplek, veld: str) -> Q:
    """Pupils this person teaches now: who no longer does stops seeing them, also what he was given (DOMAIN 40)."""
    if not werkplek.is_een(Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER):
        return Q(pk__in=[])
    van_klas, van_groep = als_docent_klas(werkplek), als_docent_lesgroep(werkplek)
    return Q(**{f"{veld}__in": van_klas}) | Q(**{f"{veld}__in": van_groep})


class KlachtQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """The coordinator of the pupil's location, and the school leader who is named in it; nobody else."""
        hier = self.filter(school=werkplek.school)
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return hier
        mag = Q(pk__in=[])
        if vestigingen:
            mag |= Q(leerling__vestiging_id__in=vestigingen)
        if any(a.rol == Rol.SCHOOLLEIDING for a in werkplek.aanstellingen):
            mag |= Q(schoolleider_id=werkplek.user.pk)
        return hier.filter(mag)

    def voor_coordinator(self, werkplek: Werkplek) -> Self:
        """Those this person handles as a coordinator."""
        hier = self.filter(school=werkplek.school)
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return hier
        return hier.filter(leerling__vestiging_id__in=vestigingen) if vestigingen else hier.none()
