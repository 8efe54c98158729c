"""Who may be named as opsteller of an OPP: who has the pupil and may write in it (DOMAIN §7.4)."""

from dataclasses import dataclass, field
from typing import Self

from django.db.models import Q, QuerySet

from leerlingen.models import Leerling, Mentorschap, Plaatsing, Toegangsverlening
from leerlingen.querysets import VAN_EEN_STUK
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.kiezen import Optie


@dataclass(frozen=True)
class OpstellerKring(Kring):
    """The mentors of the class, begeleiders who were assigned, and coordinators of the location; nobody else."""

    wie: Q = field(default_factory=Q)

    @classmethod
    def voor(cls, werkplek: Werkplek, leerling: Leerling) -> Self:
        """The circle around one opened pupil on the day of the Werkplek."""
        klas = Plaatsing.objects.filter(leerling=leerling, tot__isnull=True).values("klas")
        mentoren = Mentorschap.objects.filter(op_dag(werkplek.dag), klas__in=klas)
        toegang = Toegangsverlening.objects.filter(op_dag(werkplek.dag), leerling=leerling)
        toegang = toegang.exclude(bron__startswith=VAN_EEN_STUK)
        begeleider = Q(rol=Rol.BEGELEIDER, user__in=toegang.values("user"))
        mentor = Q(rol=Rol.MENTOR, user__in=mentoren.values("user"))
        hier = Q(vestiging__isnull=True) | Q(vestiging=leerling.vestiging_id)
        coordinator = Q(rol=Rol.ZORGCOORDINATOR) & hier
        return cls(
            werkplek,
            frozenset({Rol.MENTOR, Rol.BEGELEIDER, Rol.ZORGCOORDINATOR}),
            rangen=lambda: (begeleider, mentor, coordinator),
            wie=begeleider | mentor | coordinator,
        )

    def _rijen(self) -> QuerySet[Aanstelling]:
        return super()._rijen().filter(self.wie)

    def zoek(self, vraag: str, hoeveel: int) -> list[Optie]:
        """Of the colleagues that a text finds, those in this circle."""
        kan = {str(user) for user in self._rijen().values_list("user_id", flat=True)}
        return [optie for optie in super().zoek(vraag, 3 * hoeveel) if optie.waarde in kan][:hoeveel]
