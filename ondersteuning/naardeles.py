"""From a trajectory to the lesson: when its advice may go there, what a hand-over begins with, and what went before."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from leerlingen.access import Toegangsgrond, mag_contacten_zien, toegangsgrond
from leerlingen.kaarttekst import WOORDEN_ADVIES, etiket_in, woorden
from ondersteuning.access_traject import Zicht
from ondersteuning.access_trajectdelen import doelen_van, evaluaties_van
from ondersteuning.models import Lesoverdracht, Traject, TrajectStatus
from ondersteuning.models.lesoverdracht import ADVIES_MAX
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

# How long before its end: teachers confirm and try for six weeks (DOMAIN §13, need 94), while it still runs.
LOOPT_AF = timedelta(weeks=6)
ACTIE_MAX, VELD_MAX = 160, 120
REGIEVOERDER = "regievoerder"  # as `access_traject` says why somebody may look


@dataclass(frozen=True)
class NaarDeLes:
    """What the page of a trajectory shows of it: what was handed over, newest first, and whether one may do so now."""

    overdrachten: list[Lesoverdracht]
    geven: bool


def is_toe_aan_de_les(traject: Traject, dag: date) -> bool:
    """Whether it closed, ends within six weeks, or is done by an external partner, who hands over while it runs."""
    if traject.status != TrajectStatus.LOOPT or traject.partner_id:
        return True
    return traject.eind is not None and traject.eind - dag <= LOOPT_AF


def naar_de_les(werkplek: Werkplek, traject: Traject, zicht: Zicht) -> NaarDeLes:
    """For who reads an opened trajectory in full (one query; more for a regievoerder who is no begeleider)."""
    geven = werkplek.mag(Recht.VERVOLG) and is_toe_aan_de_les(traject, werkplek.dag)
    return NaarDeLes(_uit_traject.lees(werkplek, traject.pk), geven and _mag(werkplek, traject, zicht))


def _mag(werkplek: Werkplek, traject: Traject, zicht: Zicht) -> bool:
    """As its door: coordinator, mentor and assigned begeleider, which a begeleider with the regie is."""
    if zicht.grond in {Toegangsgrond.ZORGCOORDINATOR, Toegangsgrond.MENTOR}:
        return True
    if zicht.grond == REGIEVOERDER and zicht.namens_id is None and werkplek.is_een(Rol.BEGELEIDER):
        return True
    grond = toegangsgrond(werkplek, traject.leerling)
    return grond is not None and mag_contacten_zien(werkplek, grond)


@vaste_vraag
def _uit_traject(werkplek: Werkplek, traject_id: int) -> QuerySet:
    te_openen = Lesoverdracht.objects.zichtbaar_voor(werkplek).filter(pk=OuterRef("pk"))
    rijen = Lesoverdracht.objects.filter(traject_id=traject_id).annotate(te_openen=Exists(te_openen))
    return rijen.select_related("eigenaar").order_by("-gegeven_op", "-pk")


def begin_uit_traject(traject: Traject) -> dict[str, Any]:
    """The fields of a hand-over as far as an opened trajectory knows them (two queries).

    The advice is how the pupil returns to class, what worked and the goals. A line that names a label is left out, and
    the one line for the card only filled in when it fits there: teachers read both.
    """
    evaluatie = next(iter(evaluaties_van(traject.pk)), None)
    werkte = evaluatie.wat_werkte if evaluatie else ""
    doelen = [doel.tekst for doel in doelen_van(traject.pk) if doel.vervallen_op is None]
    alineas = (
        traject.terug_naar_klas,
        f"Dit werkte: {werkte}" if werkte else "",
        f"Vervolg: {evaluatie.vervolg}" if evaluatie and evaluatie.vervolg else "",
        "\n".join(["Doelen:", *(f"- {doel}" for doel in doelen)]) if doelen else "",
    )
    advies = "\n\n".join(zonder for alinea in alineas if (zonder := _zonder_etiket(alinea)))
    return {
        "traject": traject.pk,
        "van": (traject.partner.naam if traject.partner else traject.titel)[:VELD_MAX],
        "onderwerp": traject.titel[:VELD_MAX],
        "actie": next((regel for regel in (werkte, traject.terug_naar_klas) if _past(regel)), ""),
        "advies": advies[:ADVIES_MAX],
        "eigenaar": traject.regievoerder_id,
    }


def _zonder_etiket(alinea: str) -> str:
    return "\n".join(regel for regel in alinea.splitlines() if not etiket_in(regel)).strip()


def _past(regel: str) -> bool:
    kort = 0 < len(regel) <= ACTIE_MAX and woorden(regel) <= WOORDEN_ADVIES
    return kort and "\n" not in regel and not etiket_in(regel)
