"""Reads of trajectories, their groups, goals and hand-overs, with the SQL rules of who sees which (DOMAIN 7.4).

Three rules, each narrower than the one before: `zichtbaar_voor` (may know that it is there, without its confidential
texts), `met_inhoud_voor` (may read it all), `te_sturen_door` (may change it).
"""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from leerlingen.querysets import als_betrokken
from ondersteuning.trajectloop import OverdrachtStatus, TrajectStatus
from zorgapp.accounts.coordinatie import is_coordinator, van_coordinator
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.werkplek import Werkplek

# Left out of every read but `met_inhoud_voor`.
VERTROUWELIJK = (
    "hulpvraag",
    "onderwijsbehoeften",
    "al_gedaan",
    "resultaat",
    "terug_naar_klas",
    "afsluiting",
    "voormeting",
    "nameting",
)


def _eigen(werkplek: Werkplek) -> Q:
    """One's own: what one steers now, and what was closed today and can still be opened again."""
    open_nu = Q(status=TrajectStatus.LOOPT) | Q(afgesloten_op__date=werkplek.dag)
    return Q(regievoerder_id__in=werkplek.namens_als(*ROLLEN_MET_LEERLINGEN)) & open_nu


class TrajectQuerySet(models.QuerySet):
    def lopend(self) -> Self:
        return self.filter(status=TrajectStatus.LOOPT)

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Trajectories of pupils one may see, and one's own; without the confidential texts."""
        hier = self.defer(*VERTROUWELIJK)
        if not werkplek.rollen & ROLLEN_MET_LEERLINGEN:
            return hier.none()
        leerlingen = apps.get_model("leerlingen", "Leerling").objects.zichtbaar_voor(werkplek)
        gezien = Q(leerling_id__in=leerlingen.values("pk"))
        return van_coordinator(hier, werkplek, anders=[gezien, _eigen(werkplek)])

    def met_inhoud_voor(self, werkplek: Werkplek) -> Self:
        """Trajectories that one may read in full: coordinator, mentor, assigned begeleider, and who steers it."""
        return van_coordinator(self, werkplek, anders=[_eigen(werkplek), *als_betrokken(werkplek)])

    def te_sturen_door(self, werkplek: Werkplek) -> Self:
        """Trajectories that one may change."""
        return van_coordinator(self, werkplek, anders=[_eigen(werkplek)])

    def van(self, user_ids: tuple[int, ...]) -> Self:
        """Running ones of these regievoerders."""
        return self.lopend().filter(regievoerder_id__in=user_ids)

    def met_klas(self) -> Self:
        """Annotate the pupil's class now: `klasnaam` (no extra query)."""
        nu = models.FilteredRelation(
            "leerling__plaatsingen", condition=Q(leerling__plaatsingen__tot__isnull=True)
        )
        return self.annotate(nu=nu).annotate(klasnaam=F("nu__klas__naam"))


class DoelQuerySet(models.QuerySet):
    def geldend(self) -> Self:
        """Without goals that were dropped."""
        return self.filter(vervallen_op__isnull=True)

    def met_stand(self) -> Self:
        """Annotate `stand` and `stand_op` of the newest score; None when there is none yet."""
        standen = apps.get_model("ondersteuning", "Doelstand").objects.filter(doel=OuterRef("pk"))
        nieuwste = standen.order_by("-op", "-pk")
        return self.annotate(
            stand=Subquery(nieuwste.values("stand")[:1]), stand_op=Subquery(nieuwste.values("op")[:1])
        )


class GroepstrajectQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Groups one leads; for the coordinator all, or those with a pupil of his locations."""
        trajecten = apps.get_model("ondersteuning", "Traject").objects.filter(groep=OuterRef("pk"))
        wegen = [Q(begeleider_id__in=werkplek.namens_als(*ROLLEN_MET_LEERLINGEN))]
        if is_coordinator(werkplek):
            wegen.append(Q(Exists(van_coordinator(trajecten, werkplek))))
        return van_coordinator(self, werkplek, None, anders=wegen)

    def lopend(self) -> Self:
        return self.filter(afgesloten_op__isnull=True)


class RegieoverdrachtQuerySet(models.QuerySet):
    def gevraagd(self) -> Self:
        """Waiting for an answer."""
        return self.filter(status=OverdrachtStatus.GEVRAAGD)

    def voor(self, werkplek: Werkplek) -> Self:
        """Waiting for an answer of this person (or whom he stands in for)."""
        return self.gevraagd().filter(school=werkplek.school, naar_id__in=werkplek.namens)

    def verlopen(self, dag: date) -> Self:
        """Asked on or before `dag` and not answered."""
        return self.gevraagd().filter(gevraagd_op__date__lte=dag)


class SessieQuerySet(models.QuerySet):
    def van_traject(self, traject_id: int, groep_id: int) -> Self:
        """Sessions of one trajectory and of its group (0: none), with `was_er` of this participant."""
        rijen = apps.get_model("ondersteuning", "Aanwezigheid").objects.filter(
            sessie=OuterRef("pk"), traject_id=traject_id
        )
        return self.filter(Q(traject_id=traject_id) | Q(groep_id=groep_id)).annotate(
            was_er=Subquery(rijen.values("aanwezig")[:1])
        )
