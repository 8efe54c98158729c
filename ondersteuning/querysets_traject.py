"""Reads of trajectories, their groups, goals and hand-overs, with the SQL rules of who sees which (DOMAIN 7.4).

Three rules, each narrower than the one before: `zichtbaar_voor` (may know that it is there, without its confidential
texts), `met_inhoud_voor` (may read it all), `te_sturen_door` (may change it).
"""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from leerlingen.querysets import als_mentor, als_verlening, coordinator_vestigingen
from ondersteuning.trajectloop import OverdrachtStatus, TrajectStatus
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
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
    return Q(regievoerder_id__in=werkplek.namens) & open_nu


def stuur_regel(werkplek: Werkplek) -> Q | None:
    """Who may change a trajectory: its regievoerder, who leads its group, the coordinator; None: no restriction."""
    vestigingen = coordinator_vestigingen(werkplek)
    if vestigingen is None:
        return None
    mag = _eigen(werkplek)
    return mag | Q(leerling__vestiging_id__in=vestigingen) if vestigingen else mag


class TrajectQuerySet(models.QuerySet):
    def lopend(self) -> Self:
        return self.filter(status=TrajectStatus.LOOPT)

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Trajectories of pupils one may see, and one's own; without the confidential texts."""
        hier = self.filter(school=werkplek.school).defer(*VERTROUWELIJK)
        if not werkplek.rollen & ROLLEN_MET_LEERLINGEN:
            return hier.none()
        if coordinator_vestigingen(werkplek) is None:
            return hier
        leerlingen = apps.get_model("leerlingen", "Leerling").objects.zichtbaar_voor(werkplek)
        return hier.filter(Q(leerling_id__in=leerlingen.values("pk")) | _eigen(werkplek))

    def met_inhoud_voor(self, werkplek: Werkplek) -> Self:
        """Trajectories that one may read in full: coordinator, mentor, assigned begeleider, and who steers it."""
        hier = self.filter(school=werkplek.school)
        mag = stuur_regel(werkplek)
        if mag is None:
            return hier
        if not werkplek.rollen & ROLLEN_MET_LEERLINGEN:
            return hier.none()
        if werkplek.is_een(Rol.MENTOR):
            mag |= Q(leerling_id__in=als_mentor(werkplek))
        if werkplek.is_een(Rol.BEGELEIDER):
            mag |= Q(leerling_id__in=als_verlening(werkplek))
        return hier.filter(mag)

    def te_sturen_door(self, werkplek: Werkplek) -> Self:
        """Trajectories that one may change."""
        hier = self.filter(school=werkplek.school)
        mag = stuur_regel(werkplek)
        if mag is None:
            return hier
        return hier.filter(mag) if werkplek.rollen & ROLLEN_MET_LEERLINGEN else hier.none()

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
        hier = self.filter(school=werkplek.school)
        vestigingen = coordinator_vestigingen(werkplek)
        if vestigingen is None:
            return hier
        if not werkplek.rollen & ROLLEN_MET_LEERLINGEN:
            return hier.none()
        mag = Q(begeleider_id__in=werkplek.namens)
        if vestigingen:
            deelnemers = apps.get_model("ondersteuning", "Traject").objects.filter(
                groep=OuterRef("pk"), leerling__vestiging_id__in=vestigingen
            )
            mag |= Q(Exists(deelnemers))
        return hier.filter(mag)

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
