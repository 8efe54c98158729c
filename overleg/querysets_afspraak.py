"""Reads of agreements, with the SQL rule of who sees which: owner, coordinator, who was in on that item (DESIGN §3)."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, Q

from leerlingen.querysets import als_mentor, als_teamleider
from overleg.afspraakloop import KLAAR, OPEN_STANDEN
from overleg.querysets import EEN_GROEP, deelname_van
from zorgapp.accounts.coordinatie import is_coordinator, van_coordinator
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek


class AfspraakQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek, *ook: Q) -> Self:
        """One's own, those of items one may see, those one is asked to tell the pupil about; the coordinator's pupils.

        `ook`: what one sees besides, in one place only (`zichtbaar_in`).
        """
        wie = werkplek.namens_als(*ROLLEN_MET_LEERLINGEN)
        if not wie:
            return self.none()
        punten = apps.get_model("overleg", "Agendapunt").objects.zichtbaar_voor(werkplek)
        vertelt = apps.get_model("overleg", "Terugvertellen").objects.filter(mentor_id__in=wie)
        wegen = [
            Q(eigenaar_id__in=wie),
            Q(punt_id__in=punten.values("pk")),
            Q(punt_id__in=vertelt.values("punt_id")),
            Q(punt__isnull=True, leerling__isnull=True, overleg_id__in=deelname_van(werkplek)),
            *ook,
        ]
        return van_coordinator(self, werkplek, anders=wegen)

    def zichtbaar_in(self, werkplek: Werkplek, overleg_id: int, eerder: models.QuerySet) -> Self:
        """The same, and what a meeting brings back of `eerder`, the meetings it follows, to who was not in those (DOMAIN 60).

        About the pupils of items he may see in this meeting; and about no pupil, for who leads it or takes its minutes, when
        it is surely the same group again: of a series, or a kind of which a school has one (`EEN_GROEP`).
        """
        wie = werkplek.namens_als(*ROLLEN_MET_LEERLINGEN)
        punten = apps.get_model("overleg", "Agendapunt").objects.zichtbaar_voor(werkplek)
        punten = punten.filter(overleg_id=overleg_id, leerling__isnull=False).op_agenda().order_by()
        schrijft = apps.get_model("overleg", "Overleg").objects.filter(
            Q(voorzitter_id__in=wie) | Q(notulist_id__in=wie),
            Q(reeks__isnull=False) | Q(soort__in=EEN_GROEP),
            pk=overleg_id,
        )
        terug = Q(overleg_id__in=eerder.values("pk"))
        return self.zichtbaar_voor(
            werkplek,
            terug & Q(leerling_id__in=punten.values("leerling_id")),
            terug & Q(Exists(schrijft), leerling__isnull=True),
        )

    def van(self, werkplek: Werkplek) -> Self:
        """Agreements one owns, or whom one stands in for."""
        return self.filter(
            school=werkplek.school, eigenaar_id__in=werkplek.namens_als(*ROLLEN_MET_LEERLINGEN)
        )

    def van_team(self, werkplek: Werkplek) -> Self:
        """Those of "my team", never more than one may see: a coordinator his locations, a begeleider the meetings he takes
        part in, a mentor his class, a team leader his department; a teacher has no team."""
        zicht = self.zichtbaar_voor(werkplek)
        if is_coordinator(werkplek) or werkplek.is_een(Rol.BEGELEIDER):
            return zicht
        waar = Q(pk__in=())
        for rol, relatie in ((Rol.MENTOR, als_mentor), (Rol.TEAMLEIDER, als_teamleider)):
            if werkplek.is_een(rol):
                waar |= Q(leerling_id__in=relatie(werkplek))
        return zicht.filter(waar)

    def open(self) -> Self:
        return self.filter(stand__in=sorted(OPEN_STANDEN))

    def klaar(self) -> Self:
        """Closed ones: gelukt or niet meer nodig."""
        return self.filter(stand__in=sorted(KLAAR))

    def te_laat(self, dag: date) -> Self:
        """Open ones whose date has passed."""
        return self.open().filter(klaar_op__lt=dag)

    def met_klas(self) -> Self:
        """Annotate the pupil's class now: `klasnaam` (no extra query)."""
        nu = models.FilteredRelation(
            "leerling__plaatsingen", condition=Q(leerling__plaatsingen__tot__isnull=True)
        )
        return self.annotate(nu=nu).annotate(klasnaam=F("nu__klas__naam"))
