"""Reads of HGW forms, hand-overs and complaints, with the SQL rules of who sees which."""

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from leerlingen.querysets import als_betrokken, als_docent_klas, als_docent_lesgroep, als_teamleider
from ondersteuning.overdrachtloop import OPEN
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek

CONCEPT = "concept"


class HgwQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Whole forms: the coordinator, the mentor and an assigned begeleider, who write in it together, and the team
        leader, who reads what was finished (DESIGN §3); a draft only its writers, and who began it."""
        wegen = als_betrokken(werkplek)
        if werkplek.is_een(Rol.TEAMLEIDER):
            gedeeld = ~Q(status=CONCEPT) | Q(eigenaar_id=werkplek.user.pk)
            wegen.append(Q(leerling_id__in=als_teamleider(werkplek)) & gedeeld)
        return van_coordinator(self, werkplek, anders=wegen)


class LesoverdrachtQuerySet(models.QuerySet):
    def open(self) -> Self:
        """That run, or came back with a question."""
        return self.filter(status__in=OPEN)

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """The owner, the coordinator of that location, and the teachers it was given to, as long as they teach him."""
        eigen = Q(eigenaar_id__in=werkplek.namens)
        return van_coordinator(self, werkplek, anders=[eigen, _van_docent(werkplek)])

    def van_eigenaar(self, werkplek: Werkplek) -> Self:
        """Those this person owns or coordinates: with who confirmed and what each saw."""
        return van_coordinator(self, werkplek, anders=[Q(eigenaar_id__in=werkplek.namens)])


def _van_docent(werkplek: Werkplek) -> Q:
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
        leidt = any(a.rol == Rol.SCHOOLLEIDING for a in werkplek.aanstellingen)
        genoemd = [Q(schoolleider_id=werkplek.user.pk)] if leidt else []
        return van_coordinator(self, werkplek, anders=genoemd)

    def voor_coordinator(self, werkplek: Werkplek) -> Self:
        """Those this person handles as a coordinator."""
        return van_coordinator(self, werkplek)
