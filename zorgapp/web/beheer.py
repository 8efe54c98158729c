"""What a beheerder sees on Vandaag: the state of people, groups and imports, without any pupil."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse

from leerlingen.models import Import, Klas, Mentorschap
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Feit:
    """One line with where to go; `let_op` when somebody should act."""

    kop: str
    zin: str
    url: str
    let_op: bool = False


def feiten(werkplek: Werkplek) -> list[Feit]:
    """Three lines, three statements."""
    return [_mensen(werkplek), _klassen(werkplek), _import(werkplek)]


def _mensen(werkplek: Werkplek) -> Feit:
    hier = Aanstelling.objects.op(werkplek.dag).filter(school=werkplek.school, user__is_active=True)
    buiten = hier.filter(user__last_login__isnull=True).values("user").distinct().count()
    zin = "Iedereen is al eens binnen geweest."
    if buiten:
        zin = f"{buiten} collega{'’s zijn' if buiten > 1 else ' is'} nog nooit binnen geweest."
    return Feit("Mensen", zin, reverse("accounts:mensen"))


def _klassen(werkplek: Werkplek) -> Feit:
    mentor = Mentorschap.objects.filter(op_dag(werkplek.dag), klas=OuterRef("pk"))
    klassen = Klas.objects.filter(school=werkplek.school, schooljaar=Schooljaar.van(werkplek.dag).beginjaar)
    tel = klassen.aggregate(alle=Count("pk"), zonder=Count("pk", filter=~Exists(mentor)))
    zonder = tel["zonder"]
    zin = (
        "Elke klas heeft een mentor." if tel["alle"] else "Er zijn nog geen klassen. Ze komen met de import."
    )
    if zonder:
        zin = f"{zonder} klas{'sen hebben' if zonder > 1 else ' heeft'} nog geen mentor."
    return Feit("Klassen", zin, reverse("leerlingen:klassen"), let_op=zonder > 0)


def _import(werkplek: Werkplek) -> Feit:
    laatste = (
        Import.objects.filter(school=werkplek.school, status=Import.Status.TOEGEPAST)
        .order_by("-gemaakt_op")
        .first()
    )
    zin = "Er is nog geen import gedaan."
    if laatste and laatste.toegepast_op:
        zin = f"De laatste import was op {dagdatum(laatste.toegepast_op, werkplek.dag)}."
    return Feit("Import", zin, reverse("leerlingen:import"))
