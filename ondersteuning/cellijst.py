"""The pupils of one cell of the support structure: who they are, what runs, who steers it, and the next date."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from leerlingen.querysets import eigen_nummers
from ondersteuning.access_aanbod import lijst_ingezien
from ondersteuning.models import Traject
from ondersteuning.querysets_traject import VERTROUWELIJK
from ondersteuning.stats import hoogste, in_zicht, op_school
from ondersteuning.tijdlijn import lijnen_van_alle
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers


@dataclass(frozen=True)
class Rij:
    """One pupil with the trajectory that is looked at first, and his lines in all three domains."""

    traject: Traject
    leer: int
    pers: int
    loop: int


def get_cel(lijn: int, domein: str) -> tuple[Lijn, Domein]:
    """The line and domain of an address; 404 for one that does not exist."""
    if lijn not in Lijn.values or domein not in Domein.values:
        raise Http404
    return Lijn(lijn), Domein(domein)


def lees_cel(
    werkplek: Werkplek, lijn: Lijn, domein: Domein, vestiging_id: int | None, gevraagd: str | None
) -> Pagina:
    """One page of the pupils whose highest running trajectory in `domein` is in `lijn`, the nearest date first.

    Only pupils whose file this person may open; the look at each of them is logged.
    """
    eigen = eigen_nummers(werkplek)
    pagina = vaste_bladzijde(
        _cel, werkplek, eigen, vestiging_id, lijn, domein.value, gevraagd=gevraagd, per_pagina=PER_PAGINA_RUIM
    )
    ids = [traject.leerling_id for traject in pagina.rijen]
    lijnen = lijnen_van_alle(ids)
    lijst_ingezien(werkplek, "ondersteuning", [(t.pk, t.leerling_id) for t in pagina.rijen])
    rijen = [Rij(t, *(lijnen.get(t.leerling_id, {}).get(d.value, 0) for d in Domein)) for t in pagina.rijen]
    return Pagina(rijen, pagina.nummer, pagina.volgende)


@vaste_vraag
def _cel(
    werkplek: Werkplek, eigen: Nummers, vestiging_id: int | None, lijn: Lijn, domein: str, bereik: Bereik
) -> QuerySet:
    """One trajectory per pupil: of several in the same cell the one that is evaluated first."""
    rijen = hoogste(Traject.objects.lopend().filter(school=werkplek.school, lijn=lijn, domein=domein))
    rijen = in_zicht(op_school(rijen, werkplek.dag), werkplek, eigen, vestiging_id)
    eerste = rijen.order_by("leerling", "evaluatie_op", "pk").distinct("leerling").values("pk")
    gekozen = Traject.objects.filter(pk__in=eerste).order_by("evaluatie_op", "pk")
    return bereik.uit(gekozen.select_related("leerling", "regievoerder").defer(*VERTROUWELIJK))
