"""The only doors to the coachlijn: asker and coach, each by himself. No deputy, no coordinator, no beheerder.

It is in no file, so nothing is logged as a look at a pupil; 404 for everybody else, whatever his role.
"""

from collections.abc import Sequence

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import Http404

from overleg.models import Coachbericht, Coachvraag
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

COACHROLLEN = frozenset({Rol.BEGELEIDER, Rol.ZORGCOORDINATOR})
BERICHTEN_PER_PAGINA = 8


def coach_kring(werkplek: Werkplek) -> Kring:
    """Whom one may ask: begeleiders and zorgcoördinatoren, not oneself; likely is who helped before."""
    om = (werkplek.school.pk, werkplek.user.pk)
    return Kring(werkplek, COACHROLLEN, _rangen, frozenset({werkplek.user.pk}), om)


def _rangen(school_id: int, user_id: int) -> Sequence[Q]:
    eerder = Coachvraag.objects.filter(school_id=school_id, vrager_id=user_id).values("coach_id")
    return (Q(user__in=eerder), Q(rol=Rol.BEGELEIDER), Q(rol=Rol.ZORGCOORDINATOR))


def vragenblad(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """One's questions: those to oneself first, then one's own; open before closed, the newest message first."""
    return vaste_bladzijde(_blad, werkplek, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM)


@vaste_vraag
def _blad(werkplek: Werkplek, bereik: Bereik) -> QuerySet:
    rijen = Coachvraag.objects.zichtbaar_voor(werkplek).met_stand(werkplek)
    eigen = Case(When(vrager_id=werkplek.user.pk, then=Value(1)), default=0, output_field=IntegerField())
    dicht = Case(When(klaar_op__isnull=True, then=Value(0)), default=1, output_field=IntegerField())
    rijen = rijen.annotate(eigen=eigen, dicht=dicht).select_related("vrager", "coach")
    return bereik.uit(rijen.order_by("eigen", "dicht", F("laatste").desc(), "-pk"))


def vraagt_aandacht(werkplek: Werkplek) -> QuerySet:
    """Numbers of the questions with something new, or whose coach left: for Vandaag, which asks it beside others."""
    rijen = Coachvraag.objects.zichtbaar_voor(werkplek).met_stand(werkplek)
    weg = Q(vrager_id=werkplek.user.pk, weg=True)
    return rijen.filter(Q(ongelezen=True) | weg).order_by("pk").values("pk")


def get_vraag(werkplek: Werkplek, pk: int) -> Coachvraag:
    """One question with its stand (`met_stand`); 404 for everybody but asker and coach, and for a coach once it was
    taken back."""
    vraag = _vraag.een(werkplek, pk)
    if vraag is None:
        raise Http404("coachvraag")
    return vraag


@vaste_vraag
def _vraag(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Coachvraag.objects.zichtbaar_voor(werkplek).met_stand(werkplek).filter(pk=pk)
    return rijen.select_related("vrager", "coach")


def get_vraag_slot(werkplek: Werkplek, pk: int) -> Coachvraag:
    """Lock one question for a write; 404 as `get_vraag`."""
    rijen = Coachvraag.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    vraag = rijen.select_for_update(of=("self",)).first()
    if vraag is None:
        raise Http404("coachvraag")
    return vraag


def berichten_van(vraag_id: int, gevraagd: str | None) -> Pagina:
    """The messages of an opened question, the last ones on page 1."""
    return vaste_bladzijde(_berichten, vraag_id, gevraagd=gevraagd, per_pagina=BERICHTEN_PER_PAGINA)


@vaste_vraag
def _berichten(vraag_id: int, bereik: Bereik) -> QuerySet:
    rijen = Coachbericht.objects.filter(vraag_id=vraag_id).select_related("door")
    return bereik.uit(rijen.order_by("-pk"))


def eerste_tekst(vraag: Coachvraag) -> str:
    """What the asker wrote first, for asking it again of somebody else; only for an opened question of his own."""
    rijen = Coachbericht.objects.filter(vraag=vraag, door_id=vraag.vrager_id)
    return rijen.order_by("pk").values_list("tekst", flat=True).first() or ""
