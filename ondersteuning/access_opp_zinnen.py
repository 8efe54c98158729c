"""The doors to the school's phrases for an OPP: one's own school, else 404. They hold nothing about a pupil."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.http import Http404

from ondersteuning.models import Oppzin
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag


def zinnen_bij(werkplek: Werkplek, velden: Collection[str]) -> dict[str, list[str]]:
    """Per field the phrases that are offered now (one query)."""
    per: dict[str, list[str]] = {}
    for zin in _lopend.lees(werkplek.school.pk):
        if zin.veld in velden:
            per.setdefault(zin.veld, []).append(zin.tekst)
    return per


@vaste_vraag
def _lopend(school_id: int) -> QuerySet:
    rijen = Oppzin.objects.filter(school_id=school_id, gestopt_op__isnull=True)
    return rijen.only("veld", "tekst").order_by("veld", "tekst", "pk")


def zinnen(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """One page of the phrases that are offered now, by field."""
    return vaste_bladzijde(_bladzijde, werkplek.school.pk, gevraagd=gevraagd)


@vaste_vraag
def _bladzijde(school_id: int, bereik: Bereik) -> QuerySet:
    rijen = Oppzin.objects.filter(school_id=school_id, gestopt_op__isnull=True)
    return bereik.uit(rijen.order_by("veld", "tekst", "pk"))


def get_zin(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Oppzin:
    """One phrase, also one that stopped; 404 for one of another school. `slot` locks it."""
    rijen = Oppzin.objects.filter(school=werkplek.school, pk=pk)
    zin = (rijen.select_for_update() if slot else rijen).first()
    if zin is None:
        raise Http404("zin")
    return zin
