"""The only doors to what one person wrote for himself; nobody else's can be asked for, also not as a deputy."""

from django.db.models import QuerySet
from django.http import Http404

from leerlingen.models import Leerling, Vertrouwensnotitie, Werkaantekening
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde


def _leesbaar(werkplek: Werkplek) -> QuerySet[Werkaantekening]:
    """One's own working notes about pupils whose file one may still open."""
    leerlingen = Leerling.objects.zichtbaar_voor(werkplek).values("pk")
    return Werkaantekening.objects.van(werkplek).filter(leerling_id__in=leerlingen)


def mijn_aantekeningen(werkplek: Werkplek, gevraagd: str | None, leerling_id: int | None = None) -> Pagina:
    """One page of one's own working notes with their pupil, what expires first on top; of one pupil when given."""
    rijen = (
        _leesbaar(werkplek) if leerling_id is None else _leesbaar(werkplek).filter(leerling_id=leerling_id)
    )
    volgorde = ("verloopt_op", "-gewijzigd_op", "-pk")
    return bladzijde(rijen.select_related("leerling").order_by(*volgorde), gevraagd, 12)


def get_aantekening(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Werkaantekening:
    """One of one's own working notes; 404 for any other, an expired one, or of a file one may not open any more."""
    rijen = _leesbaar(werkplek).filter(pk=pk)
    rijen = rijen.select_for_update(of=("self",)) if slot else rijen.select_related("leerling")
    rij = rijen.first()
    if rij is None:
        raise Http404("aantekening")
    return rij


def mijn_vertrouwensnotities(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """One page of one's own notes as vertrouwenspersoon, the newest first."""
    rijen = Vertrouwensnotitie.objects.van(werkplek).order_by("-geschreven_op", "-pk")
    return bladzijde(rijen, gevraagd, 12)


def get_vertrouwensnotitie(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Vertrouwensnotitie:
    """One of one's own notes as vertrouwenspersoon; 404 for any other or an expired one."""
    rijen = Vertrouwensnotitie.objects.van(werkplek).filter(pk=pk)
    rij = (rijen.select_for_update() if slot else rijen).first()
    if rij is None:
        raise Http404("notitie")
    return rij
