"""Doors to what a pupil said: per round of an OPP the offer, the words, and what the school did with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Max, QuerySet
from django.http import Http404

from leerlingen.access import Grond, toegangsgrond
from ondersteuning.access_opp import Oppblik, blik, get_opp_heel
from ondersteuning.models import Hoorrecht, Inbreng, Invloed, Opp, OppVersie, Versiestatus
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

RONDEN = 6
"""Earlier rounds that the page shows."""


@dataclass(frozen=True)
class Gehoord:
    """One round: what was offered (None: not yet), the words in the order they came, and the points."""

    ronde: int
    hoorrecht: Hoorrecht | None
    inbreng: tuple[Inbreng, ...] = ()
    invloeden: tuple[Invloed, ...] = ()

    @property
    def mag_toelichten(self) -> bool:
        """There are words, and something was done with them."""
        return bool(self.inbreng and self.invloeden)


def get_opp_horen(werkplek: Werkplek, pk: int) -> tuple[Opp, Oppblik, Grond]:
    """Open an OPP to note what the pupil says; 403 for who may only read it. Logs the look."""
    opp, mag, grond = get_opp_heel(werkplek, pk)
    if not mag.horen:
        raise PermissionDenied("opp horen")
    return opp, mag, grond


def get_opp_tablet(werkplek: Werkplek, pk: int) -> tuple[Opp, Gehoord]:
    """Open the pupil's own page on the device of who may hear him; 404 when nothing was offered in this round.

    The read log says that it was opened for the pupil himself.
    """
    opp = Opp.objects.zichtbaar_voor(werkplek).select_related("leerling").filter(pk=pk).first()
    grond = toegangsgrond(werkplek, opp.leerling) if opp else None
    if opp is None or grond is None or not blik(werkplek, opp, grond).horen:
        raise Http404("tablet")
    beeld = deze_ronde(opp)
    if beeld.hoorrecht is None:
        raise Http404("tablet")
    inzage_vastleggen(
        door=werkplek,
        onderwerp="opp",
        onderwerp_id=opp.pk,
        leerling_id=opp.leerling_id,
        grond="tablet",
        namens_id=grond.namens_id,
    )
    return opp, beeld


def get_invloed(werkplek: Werkplek, pk: int) -> tuple[Invloed, Opp]:
    """Open one point to change it; 404 for who may not read it, 403 for who may not hear the pupil."""
    rij = Invloed.objects.filter(school=werkplek.school, pk=pk).select_related("hoorrecht").first()
    if rij is None:
        raise Http404("invloed")
    opp, _, _ = get_opp_horen(werkplek, rij.hoorrecht.opp_id)
    return rij, opp


def ronde_van(opp_id: int) -> int:
    """The round that is being made, or that was set last."""
    hoogste: int | None = OppVersie.objects.filter(opp=opp_id).aggregate(r=Max("ronde"))["r"]
    return hoogste or 1


def vorige_vastgesteld(opp_id: int, ronde: int) -> date | None:
    """The day the round before this one was set; None for a first round."""
    rijen = OppVersie.objects.filter(opp=opp_id, ronde__lt=ronde).exclude(status=Versiestatus.CONCEPT)
    dag: date | None = rijen.aggregate(d=Max("vastgesteld_op"))["d"]
    return dag


def deze_ronde(opp: Opp) -> Gehoord:
    """What was said in the present round; only after the OPP was opened."""
    return ronden_van(opp)[0]


def ronden_van(opp: Opp) -> list[Gehoord]:
    """The present round first, then earlier ones; four queries, only after the OPP was opened."""
    nu = ronde_van(opp.pk)
    rechten: list[Hoorrecht] = _rechten.lees(opp.pk)
    woorden = _per_recht(_woorden.lees(opp.pk) if rechten else ())
    punten = _per_recht(_punten.lees(opp.pk) if rechten else ())
    ronden = [Gehoord(r.ronde, r, tuple(woorden[r.pk]), tuple(punten[r.pk])) for r in rechten]
    return ronden if ronden and ronden[0].ronde == nu else [Gehoord(nu, None), *ronden]


def ronde(opp_id: int, nummer: int) -> Gehoord | None:
    """What was said in one round; three queries, only after the OPP was opened."""
    recht: Hoorrecht | None = next((r for r in _rechten.lees(opp_id) if r.ronde == nummer), None)
    if recht is None:
        return None
    woorden, punten = _per_recht(_woorden.lees(opp_id)), _per_recht(_punten.lees(opp_id))
    return Gehoord(nummer, recht, tuple(woorden[recht.pk]), tuple(punten[recht.pk]))


def _per_recht(rijen: Sequence[Any]) -> dict[int, list[Any]]:
    """By the number of the offer, in the order they came; they are read newest first."""
    per: dict[int, list[Any]] = defaultdict(list)
    for rij in reversed(rijen):
        per[rij.hoorrecht_id].append(rij)
    return per


@vaste_vraag
def _rechten(opp_id: int) -> QuerySet:
    rijen = Hoorrecht.objects.filter(opp_id=opp_id).select_related("aangeboden_door", "toegelicht_door")
    return rijen.order_by("-ronde")[:RONDEN]


@vaste_vraag
def _woorden(opp_id: int) -> QuerySet:
    rijen = Inbreng.objects.filter(hoorrecht__opp_id=opp_id).select_related("opgetekend_door")
    return rijen.order_by("-pk")[:60]


@vaste_vraag
def _punten(opp_id: int) -> QuerySet:
    return Invloed.objects.filter(hoorrecht__opp_id=opp_id).order_by("-pk")[:120]
