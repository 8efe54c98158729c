"""Reads in which households the people around a pupil live, for the one rule of `opp.huishouden`."""

from datetime import date

from django.db.models import QuerySet

from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.models import Instemmingverzoek
from ondersteuning.opp.huishouden import gescheiden
from ondersteuning.opp.termijnen import meerderjarig
from zorgapp.kern.vastevraag import vaste_vraag


def leest_apart(leerling: Leerling, vraagversie_id: int, dag: date) -> bool:
    """Say whether parents of this pupil read apart what was asked about one version; only after its OPP was opened."""
    volwassen = meerderjarig(leerling.geboortedatum, dag)
    contacten = [c.huishouden for c in _contacten.lees(leerling.pk)]
    gevraagd = [v.huishouden for v in _gevraagd.lees(vraagversie_id)]
    return gescheiden(contacten, gevraagd, volwassen=volwassen)


@vaste_vraag
def _contacten(leerling_id: int) -> QuerySet:
    return Contactpersoon.objects.filter(leerling_id=leerling_id).only("huishouden").order_by("pk")


@vaste_vraag
def _gevraagd(vraagversie_id: int) -> QuerySet:
    rijen = Instemmingverzoek.objects.filter(oppversie_id=vraagversie_id, contact__isnull=False)
    return rijen.only("huishouden").order_by("pk")
