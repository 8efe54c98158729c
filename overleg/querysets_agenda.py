"""Reads of agenda items, with the SQL rule of who sees which: being in a meeting is not seeing all of it."""

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import F, Q

from overleg.loop import Puntstatus
from overleg.querysets import VAN_ZORGTEAM, deelname_van
from zorgapp.accounts.coordinatie import coordinator_vestigingen
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


class AgendapuntQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Items of meetings one sees, as far as one may know of their pupil.

        Items without a pupil: who takes part. Items about a pupil: who may open his file (mentor, teacher, team leader,
        coordinator), and of a meeting of the zorgteam the begeleiders and coordinators who take part (DOMAIN §7.4).
        """
        overleggen = apps.get_model("overleg", "Overleg").objects.zichtbaar_voor(werkplek)
        hier = self.filter(school=werkplek.school, overleg_id__in=overleggen.values("pk"))
        if coordinator_vestigingen(werkplek) is None:
            return hier
        leerlingen = apps.get_model("leerlingen", "Leerling").objects.zichtbaar_voor(werkplek)
        team = deelname_van(werkplek, Rol.BEGELEIDER, Rol.ZORGCOORDINATOR)
        return hier.filter(
            Q(leerling__isnull=True, overleg_id__in=deelname_van(werkplek))
            | Q(leerling_id__in=leerlingen.values("pk"))
            | Q(overleg_id__in=team, overleg__soort__in=VAN_ZORGTEAM)
        )

    def op_agenda(self) -> Self:
        """Without items that were taken off, in the order of the agenda."""
        return self.exclude(status=Puntstatus.VERVALLEN).order_by("volgorde", "pk")

    def met_klas(self) -> Self:
        """Annotate the pupil's class now: `klasnaam` (no extra query)."""
        nu = models.FilteredRelation(
            "leerling__plaatsingen", condition=Q(leerling__plaatsingen__tot__isnull=True)
        )
        return self.annotate(nu=nu).annotate(klasnaam=F("nu__klas__naam"))
