"""Reads of the coachlijn: asker and coach themselves, nobody in their place, no coordinator (DESIGN §3)."""

from datetime import UTC, datetime
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, F, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.werkplek import Werkplek

_NOOIT = Value(datetime(2000, 1, 1, tzinfo=UTC), output_field=models.DateTimeField())


class CoachvraagQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Questions one asked, and questions one is asked that were not taken back; a deputy sees none."""
        zelf = werkplek.user.pk
        return self.filter(
            Q(vrager_id=zelf) | (Q(coach_id=zelf) & ~Q(status="ingetrokken")), school=werkplek.school
        )

    def lopend(self) -> Self:
        return self.filter(klaar_op__isnull=True)

    def met_stand(self, werkplek: Werkplek) -> Self:
        """Annotate `laatste` (when the last message came), `ongelezen` (the other wrote something one did not see) and
        `weg` (it is open, and the other works here with pupils no more)."""
        zelf = werkplek.user.pk
        berichten = apps.get_model("overleg", "Coachbericht").objects.filter(vraag_id=OuterRef("pk"))
        laatste = berichten.order_by().values("vraag_id").annotate(laatste=Max("op")).values("laatste")
        gezien = Case(When(vrager_id=zelf, then=F("vrager_zag_op")), default=F("coach_zag_op"))
        ander = Case(When(vrager_id=zelf, then=F("coach_id")), default=F("vrager_id"))
        werkt = Aanstelling.objects.op(werkplek.dag).filter(
            school=werkplek.school,
            rol__in=ROLLEN_MET_LEERLINGEN,
            user__is_active=True,
            user_id=OuterRef("ander"),
        )
        rijen = self.annotate(gezien=Coalesce(gezien, _NOOIT), ander=ander, laatste=Subquery(laatste))
        nieuw = berichten.filter(~Q(door_id=zelf), op__gt=OuterRef("gezien"))
        return rijen.annotate(
            ongelezen=Exists(nieuw),
            weg=Case(
                When(klaar_op__isnull=True, then=~Exists(werkt)),
                default=Value(False),
                output_field=models.BooleanField(),
            ),
        )
