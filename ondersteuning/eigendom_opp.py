"""OPPs as open work: nobody loses his role while he writes one. No pupil's name."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from ondersteuning.models import Opp, OppStatus
from ondersteuning.services.opp_sluiten import opp_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum

OPSTELLERS = frozenset({Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.BEGELEIDER})


def _stuk(opp: Opp) -> OpenStuk:
    dag = opp.evaluatie_op or opp.uiterlijk
    wanneer = f": {dagdatum(dag)}" if dag else ""
    url = reverse("ondersteuning:opp_beheer", args=[opp.pk])
    return OpenStuk(opp.pk, f"Ontwikkelingsperspectief {opp.pk}{wanneer}", url, opp.opsteller_id)


def _open(school_id: int) -> QuerySet[Opp]:
    return Opp.objects.filter(school_id=school_id).exclude(status=OppStatus.AFGESLOTEN).order_by("pk")


def _overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    if naar is None:
        raise ValueError("Een ontwikkelingsperspectief heeft altijd een opsteller. Kies een collega.")
    for pk in ids:
        opp_overdragen(door=door, pk=pk, naar=naar)


def _wezen(school_id: int, dag: date) -> list[OpenStuk]:
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=OPSTELLERS, user__is_active=True
    )
    return [_stuk(opp) for opp in _open(school_id).exclude(opsteller_id__in=met_rol.values("user_id"))]


OPP = Eigendom(
    sleutel="opp",
    meervoud="ontwikkelingsperspectieven",
    **uit_rijen(lambda school, user: _open(school).filter(opsteller_id=user), _stuk),
    overdragen=_overdragen,
    zonder_toegang=_wezen,
    rollen=OPSTELLERS,
)
