"""The doors to what colleagues saw of a pupil on lists, and to the proposals that come from it."""

from collections.abc import Sequence

from django.db.models import OuterRef, Q, QuerySet
from django.http import Http404

from leerlingen.access import Grond, mag_contacten_zien, toegangsgrond
from leerlingen.models import Leerling, Plaatsing
from ondersteuning.models import Lijstantwoord, Signaalvoorstel
from zorgapp.accounts.coordinatie import coordineert
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

MEEST_VANDAAG = 5
ANTWOORDEN_MEEST = 500
NAMEN_VANAF = 3
"""From how many answers about a pupil a mentor reads who gave them (narrow: with fewer one is too easily pointed at)."""


def toon_namen(coordinator: bool, aantal: int) -> bool:
    """Whether a reader sees who answered: the coordinator always, the mentor from NAMEN_VANAF answers on."""
    return coordinator or aantal >= NAMEN_VANAF


def antwoorden_over(werkplek: Werkplek, leerling_id: int, grond: Grond) -> list[Lijstantwoord]:
    """Given answers about an opened pupil, the newest campaign first, each with list and colleague (one query).

    All of them for coordinator, mentor and assigned begeleider; one's own for anybody else.
    """
    rijen = Lijstantwoord.objects.zichtbaar_voor(werkplek).filter(gegeven(), leerling_id=leerling_id)
    if not mag_contacten_zien(werkplek, grond):
        rijen = rijen.filter(invulling__user=werkplek.user)
    rijen = rijen.select_related("invulling__user", "invulling__campagne__lijst")
    return list(
        rijen.order_by("-invulling__campagne__van", "-invulling__campagne_id", "pk")[:ANTWOORDEN_MEEST]
    )


def gegeven() -> Q:
    """Answers that count: their writer is ready, or the campaign is closed."""
    return Q(invulling__klaar_op__isnull=False) | Q(invulling__campagne__gesloten_op__isnull=False)


def is_coordinator(werkplek: Werkplek, leerling: Leerling) -> bool:
    """Whether this person coordinates the support of this pupil's location."""
    return coordineert(werkplek, leerling.vestiging_id)


def voorstellen_voor(werkplek: Werkplek) -> list[Signaalvoorstel]:
    """Proposals that wait for this coordinator or mentor, the newest first (one query; for Vandaag)."""
    rijen: list[Signaalvoorstel] = _voorstellen.lees(werkplek, Bereik(0, MEEST_VANDAAG))
    return rijen


def voorstelpagina(werkplek: Werkplek, gevraagd: str | None, per_pagina: int) -> Pagina:
    """One page of open proposals."""
    return vaste_bladzijde(_voorstellen, werkplek, gevraagd=gevraagd, per_pagina=per_pagina)


@vaste_vraag
def _voorstellen(werkplek: Werkplek, bereik: Bereik) -> QuerySet:
    rijen = Signaalvoorstel.objects.zichtbaar_voor(werkplek).open().order_by("-nieuwste_op", "-pk")
    gekozen = bereik.uit(rijen.values("pk"))
    nu = Plaatsing.objects.filter(leerling=OuterRef("leerling"), tot__isnull=True)
    rijen = Signaalvoorstel.objects.filter(pk__in=gekozen).select_related("leerling", "campagne__lijst")
    return rijen.annotate(klasnaam=nu.values("klas__naam")[:1]).order_by("-nieuwste_op", "-pk")


def get_voorstel(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Signaalvoorstel:
    """One proposal for its coordinator or mentor, logged unless it is only locked; 404 for others."""
    rijen = Signaalvoorstel.objects.zichtbaar_voor(werkplek).filter(pk=pk).select_related("leerling")
    rijen = (
        rijen.select_for_update(of=("self",))
        if slot
        else rijen.select_related("campagne__lijst", "beslist_door")
    )
    nu = Plaatsing.objects.filter(leerling=OuterRef("leerling"), tot__isnull=True)
    voorstel = rijen.annotate(klasnaam=nu.values("klas__naam")[:1]).first()
    if voorstel is None:
        raise Http404
    if not slot:
        grond = toegangsgrond(werkplek, voorstel.leerling)
        inzage_vastleggen(
            door=werkplek,
            onderwerp="voorstel",
            onderwerp_id=voorstel.pk,
            leerling_id=voorstel.leerling_id,
            grond=grond.grond if grond else "",
            namens_id=grond.namens_id if grond else None,
        )
    return voorstel


def antwoorden_achter(
    werkplek: Werkplek, voorstel: Signaalvoorstel, ids: Sequence[int]
) -> list[Lijstantwoord]:
    """The answers about this pupil in the campaigns that these rows come from, as far as this person may see them."""
    campagnes_ = Lijstantwoord.objects.filter(pk__in=ids).values("invulling__campagne_id")
    rijen = Lijstantwoord.objects.zichtbaar_voor(werkplek).filter(gegeven(), leerling=voorstel.leerling_id)
    rijen = rijen.filter(invulling__campagne_id__in=campagnes_)
    return list(rijen.select_related("invulling__user", "invulling__campagne__lijst").order_by("pk"))
