"""The door to proposals for an agenda: which pupils, for which reasons; each arm by the rule of its own floor.

Nothing here opens a file: a proposal says a name and why, to who makes the agenda.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.drie_signalen import begin_van_schoolweken
from ondersteuning.models import Opp, Traject, Vervolg
from overleg.models import Bron, Overleg
from overleg.querysets_voorstel import redenen, redenen_van_klas, tot_en_met
from overleg.services.agenda import Puntgegevens
from overleg.soorten import regels
from overleg.voorstel import Reden, Voorstel
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

_JAAR = timedelta(days=366)


def stelt_voor(overleg: Overleg) -> bool:
    """Whether an agenda of this kind is proposed from the cases."""
    soort = regels(overleg.soort)
    return soort.voorstellen or soort.klas


def bespreektermijn(werkplek: Werkplek) -> int:
    """After how many school weeks a pupil counts as not spoken of."""
    return instelling("bespreektermijn", werkplek.dag)


def redenen_voor(
    werkplek: Werkplek, overleg: Overleg, *, weken: int, behalve: Collection[int] = ()
) -> tuple[list[Reden], int]:
    """Every reason for an opened meeting, without the pupils `behalve`; none for a kind that proposes nobody.

    Besides it how many open agreements about no pupil come back: they are nobody's reason (one statement for both).
    """
    if not stelt_voor(overleg):
        return [], 0
    dag = timezone.localdate(overleg.begin)
    sinds = begin_van_schoolweken(werkplek.dag, weken, vrije_perioden(werkplek.dag - _JAAR))
    if regels(overleg.soort).klas:
        rijen = redenen_van_klas.lees(werkplek, overleg.pk, sinds, *overleg.opvolging)
    else:
        rijen = redenen.lees(werkplek, overleg.pk, tot_en_met(dag), sinds, *overleg.opvolging)
    over = [
        Reden(Bron(bron), leerling_id, datum, nummer, spoed)
        for leerling_id, bron, datum, nummer, spoed in rijen
        if leerling_id is not None and leerling_id not in behalve
    ]
    return over, sum(rij[0] is None for rij in rijen)


def leerlingen_bij(werkplek: Werkplek, voorstellen: Sequence[Voorstel]) -> dict[int, Leerling]:
    """The pupils of proposals with their class, by number (one statement)."""
    nummers = Nummers(v.leerling_id for v in voorstellen)
    return {rij.pk: rij for rij in _leerlingen.lees(werkplek.school.pk, nummers)}


@vaste_vraag
def _leerlingen(school_id: int, nummers: Nummers) -> QuerySet:
    return Leerling.objects.filter(school_id=school_id, pk__onder=nummers).met_klas()


def als_punten(werkplek: Werkplek, voorstellen: Sequence[Voorstel]) -> list[Puntgegevens]:
    """What goes on the agenda of chosen proposals, each tied to what its strongest reason is about."""
    wie = leerlingen_bij(werkplek, voorstellen)
    vervolgen = _zaken(Vervolg.objects.zichtbaar_voor(werkplek), voorstellen, Bron.SIGNAAL, Bron.CONTROLE)
    trajecten = _zaken(Traject.objects.met_inhoud_voor(werkplek), voorstellen, Bron.EVALUATIE)
    opps = _zaken(Opp.objects.zichtbaar_voor(werkplek), voorstellen, Bron.OPP)
    return [
        Puntgegevens(
            leerling=wie[v.leerling_id],
            minuten=v.minuten,
            bron=v.bron,
            vervolg=vervolgen.get(v.redenen[0].nummer) if v.bron in (Bron.SIGNAAL, Bron.CONTROLE) else None,
            traject=trajecten.get(v.redenen[0].nummer) if v.bron == Bron.EVALUATIE else None,
            opp=opps.get(v.redenen[0].nummer) if v.bron == Bron.OPP else None,
        )
        for v in voorstellen
        if v.leerling_id in wie
    ]


def _zaken(rijen: QuerySet, voorstellen: Sequence[Voorstel], *bronnen: Bron) -> dict[int, Any]:
    """What the strongest reasons of these sources are about, by number; nothing is asked when there are none."""
    nummers = {v.redenen[0].nummer for v in voorstellen if v.bron in bronnen}
    return {rij.pk: rij for rij in rijen.filter(pk__in=nummers)} if nummers else {}
