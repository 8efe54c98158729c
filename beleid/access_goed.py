"""The doors to "wat ging er goed": one's own lines, and those colleagues share."""

from django.db.models import Q, QuerySet
from django.http import Http404

from beleid.models import Goedgegaan
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde


def _zichtbaar(werkplek: Werkplek) -> QuerySet[Goedgegaan]:
    rijen = Goedgegaan.objects.filter(school=werkplek.school, weg_op__isnull=True)
    return rijen.filter(Q(door=werkplek.user) | Q(delen=True)).select_related("door")


def goedblad(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """One's own lines and those that colleagues share, the newest first."""
    return bladzijde(_zichtbaar(werkplek).order_by("-dag", "-pk"), gevraagd)


def goed_van_vandaag(werkplek: Werkplek, hoogstens: int) -> list[Goedgegaan]:
    """Today's lines, one's own first."""
    rijen = list(_zichtbaar(werkplek).filter(dag=werkplek.dag).order_by("-pk")[:50])
    return sorted(rijen, key=lambda rij: rij.door_id != werkplek.user.pk)[:hoogstens]


def get_eigen_goed_slot(werkplek: Werkplek, pk: int) -> Goedgegaan:
    """Lock a line of one's own, also one that was taken away; 404 for anybody else's."""
    rijen = Goedgegaan.objects.filter(school=werkplek.school, door=werkplek.user, pk=pk)
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("wat ging er goed")
    return rij
