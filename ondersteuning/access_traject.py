"""The only doors to trajectories, their goals, evaluations, sessions and hand-overs, and why one may pass.

404 for what one may not know exists, 403 for what one may see but not do. Opening a trajectory is logged; a door with
`slot` locks it for a write and shows nothing.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse

from leerlingen.access import Grond, Toegangsgrond, toegangsgrond
from leerlingen.models import Leerling
from leerlingen.querysets import als_begeleider
from leerlingen.zienswijzen import Verslag
from ondersteuning.models import (
    Doel,
    Evaluatie,
    Regieoverdracht,
    Traject,
    Vervolg,
    VervolgSoort,
    VervolgStatus,
)
from ondersteuning.querysets_traject import TrajectQuerySet
from zorgapp.accounts.coordinatie import coordineert, namens_coordinator
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.vastevraag import vaste_vraag

# Follow-ups that a trajectory can begin from.
NAAR_TRAJECT = (VervolgSoort.TWEEDE_LIJN, VervolgSoort.DERDE_LIJN)


@dataclass(frozen=True)
class Zicht:
    """How much of one trajectory somebody may see and do; `inhoud` false: title, line, period and goals only."""

    inhoud: bool
    sturen: bool
    grond: str
    namens_id: int | None = None


def _met_mensen(rijen: TrajectQuerySet) -> TrajectQuerySet:
    return rijen.select_related("leerling", "regievoerder", "partner", "aanbod", "groep").met_klas()


def get_traject(werkplek: Werkplek, pk: int) -> tuple[Traject, Zicht]:
    """Open one trajectory, with its texts only for who may read them (see Zicht); 404 otherwise. Logs the look."""
    vol = _vol.een(werkplek, pk)
    if (traject := vol or _samenvatting.een(werkplek, pk)) is None:
        raise Http404
    return traject, _ingezien(werkplek, traject, _zicht(werkplek, traject, vol is not None))


def _ingezien(werkplek: Werkplek, traject: Traject, zicht: Zicht) -> Zicht:
    inzage_vastleggen(
        door=werkplek,
        onderwerp="traject",
        onderwerp_id=traject.pk,
        leerling_id=traject.leerling_id,
        grond=zicht.grond,
        namens_id=zicht.namens_id,
    )
    return zicht


@vaste_vraag
def _vol(werkplek: Werkplek, pk: int) -> QuerySet:
    return _met_mensen(Traject.objects.met_inhoud_voor(werkplek).filter(pk=pk))


@vaste_vraag
def _samenvatting(werkplek: Werkplek, pk: int) -> QuerySet:
    return _met_mensen(Traject.objects.zichtbaar_voor(werkplek).filter(pk=pk))


def _zicht(werkplek: Werkplek, traject: Traject, inhoud: bool) -> Zicht:
    coordinator = coordineert(werkplek, traject.leerling.vestiging_id)
    if coordinator and namens_coordinator(werkplek, traject.leerling.vestiging_id) is None:
        return Zicht(inhoud, True, Rol.ZORGCOORDINATOR)
    if inhoud and traject.regievoerder_id in werkplek.namens:
        ander = traject.regievoerder_id != werkplek.user.pk
        return Zicht(True, True, "regievoerder", traject.regievoerder_id if ander else None)
    if grond := toegangsgrond(werkplek, traject.leerling):
        return Zicht(inhoud, coordinator, grond.grond, grond.namens_id)
    return Zicht(inhoud, coordinator, "regievoerder")


def get_traject_om_te_sturen(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Traject:
    """One trajectory that this person may change; 403 for who may only see it, 404 for others.

    `slot` locks it for the transaction and shows nothing; otherwise the look is logged.
    """
    rijen = Traject.objects.te_sturen_door(werkplek).filter(pk=pk)
    rijen = rijen.select_for_update(of=("self",)) if slot else _met_mensen(rijen)
    traject = rijen.first()
    if traject is None:
        if Traject.objects.zichtbaar_voor(werkplek).filter(pk=pk).exists():
            raise PermissionDenied("niet de regievoerder")
        raise Http404
    if not slot:
        _ingezien(werkplek, traject, _zicht(werkplek, traject, True))
    return traject


def get_traject_voor_overdracht(werkplek: Werkplek, pk: int) -> Traject:
    """Lock a trajectory to give it another owner, for who ends roles; shows nothing of it. 404 for others."""
    if not werkplek.mag(Recht.MENSEN):
        return get_traject_om_te_sturen(werkplek, pk, slot=True)
    traject = Traject.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    if traject is None:
        raise Http404
    return traject


def get_doel(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Doel:
    """One goal of a trajectory that this person may change (`slot` locks the trajectory)."""
    doel = Doel.objects.filter(school=werkplek.school, pk=pk).first()
    if doel is None:
        raise Http404
    doel.traject = get_traject_om_te_sturen(werkplek, doel.traject_id, slot=slot)
    return doel


def get_evaluatie(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Evaluatie:
    """One evaluation of a trajectory that this person may change (`slot` locks the trajectory)."""
    evaluatie = Evaluatie.objects.filter(school=werkplek.school, pk=pk).select_related("door").first()
    if evaluatie is None:
        raise Http404
    evaluatie.traject = get_traject_om_te_sturen(werkplek, evaluatie.traject_id, slot=slot)
    return evaluatie


def get_evaluatie_om_te_lezen(werkplek: Werkplek, pk: int) -> Evaluatie:
    """One evaluation, for who may read the trajectory in full; what hangs on it (views of parents) asks this door.

    `sturen` says whether this person may also correct it.
    """
    evaluatie = Evaluatie.objects.filter(school=werkplek.school, pk=pk).select_related("door").first()
    if (
        evaluatie is None
        or not Traject.objects.met_inhoud_voor(werkplek).filter(pk=evaluatie.traject_id).exists()
    ):
        raise Http404
    evaluatie.traject, zicht = get_traject(werkplek, evaluatie.traject_id)
    evaluatie.sturen = zicht.sturen  # type: ignore[attr-defined]
    return evaluatie


def open_evaluatie(werkplek: Werkplek, pk: int) -> Verslag:
    """The same as a report to which pupil and parents may add their view (leerlingen.zienswijzen)."""
    evaluatie = get_evaluatie_om_te_lezen(werkplek, pk)
    leerling = evaluatie.traject.leerling
    grond = toegangsgrond(werkplek, leerling) or Grond(Toegangsgrond.VERLENING)
    titel = f"Evaluatie van {dag_maand(evaluatie.gehouden_op, werkplek.dag)}"
    return Verslag(leerling, grond, titel, reverse("ondersteuning:evaluatie", args=[pk]))


def get_overdracht(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Regieoverdracht:
    """One hand-over that waits for this person's answer, or of a trajectory he steers; `slot` locks the trajectory.

    404 for others; not logged: it shows no more than the list of hand-overs does.
    """
    overdracht = Regieoverdracht.objects.filter(school=werkplek.school, pk=pk).first()
    if overdracht is None:
        raise Http404
    sturen = Traject.objects.te_sturen_door(werkplek).filter(pk=overdracht.traject_id)
    if overdracht.naar_id not in werkplek.namens and not sturen.exists():
        raise Http404
    if slot:
        Traject.objects.filter(pk=overdracht.traject_id).select_for_update(of=("self",)).get()
        overdracht.refresh_from_db()
    return overdracht


def mag_starten(werkplek: Werkplek, leerling: Leerling) -> bool:
    """Who may begin a trajectory for a pupil without a follow-up: his coordinator and an assigned begeleider."""
    if coordineert(werkplek, leerling.vestiging_id):
        return True
    return als_begeleider(werkplek).filter(leerling_id=leerling.pk).exists()


def get_leerling_om_te_starten(werkplek: Werkplek, pk: int) -> Leerling:
    """The pupil of a new trajectory, locked, so that two of them count each other's line. 404 or 403 otherwise."""
    leerling = (
        Leerling.objects.zichtbaar_voor(werkplek)
        .filter(pk__in=[pk])
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    if leerling is None:
        raise Http404
    return leerling


def vervolgen_voor_traject(
    werkplek: Werkplek, leerling_id: int | None = None, *, eigen: bool = False
) -> list[Vervolg]:
    """Open follow-ups in the second and third line that wait for a trajectory, the nearest date first (at most 12).

    `eigen`: only those that are one's own.
    """
    return _vervolgen.lees(werkplek, leerling_id, eigen)


@vaste_vraag
def _vervolgen(werkplek: Werkplek, leerling_id: int | None, eigen: bool) -> QuerySet:
    rijen = Vervolg.objects.zichtbaar_voor(werkplek).open().filter(soort__in=NAAR_TRAJECT)
    if leerling_id is not None:
        rijen = rijen.filter(signaal__leerling_id=leerling_id)
    if eigen:
        rijen = rijen.filter(eigenaar_id__in=werkplek.namens)
    return rijen.select_related("signaal__leerling", "besluit").order_by("volgende_datum", "pk")[:12]


def get_vervolg_voor_traject(werkplek: Werkplek, pk: int) -> Vervolg:
    """One open follow-up that a trajectory can begin from; 404 for others."""
    rijen = Vervolg.objects.zichtbaar_voor(werkplek).filter(pk=pk, soort__in=NAAR_TRAJECT)
    vervolg = rijen.filter(status=VervolgStatus.OPEN).select_related("signaal__leerling", "besluit").first()
    if vervolg is None or vervolg.signaal.leerling is None:
        raise Http404
    return vervolg


def get_traject_van_vervolg(werkplek: Werkplek, vervolg_id: int) -> Traject | None:
    """The trajectory that began from a follow-up, when this person may know of it."""
    return Traject.objects.zichtbaar_voor(werkplek).filter(vervolg_id=vervolg_id).first()


def lijn_nu(leerling_id: int, domein: str) -> int:
    """The line of a pupil in a domain: that of his highest running trajectory, 0 without one."""
    rijen = Traject.objects.lopend().filter(leerling_id=leerling_id, domein=domein)
    return max(rijen.values_list("lijn", flat=True), default=0)


def zonder_regievoerder(school_id: int, dag: date) -> list[Traject]:
    """Running trajectories whose owner has no role any more that can see pupils; there should be none."""
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    wees = Traject.objects.lopend().filter(school_id=school_id)
    return list(wees.exclude(regievoerder_id__in=met_rol.values("user_id")).order_by("evaluatie_op"))
