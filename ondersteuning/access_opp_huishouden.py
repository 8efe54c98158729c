"""Reads in which households the people around a pupil live, for the one rule of `opp.huishouden`."""

from datetime import date

from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.models import Instemmingverzoek
from ondersteuning.opp.huishouden import gescheiden
from ondersteuning.opp.termijnen import meerderjarig


def leest_apart(leerling: Leerling, vraagversie_id: int, dag: date) -> bool:
    """Say whether parents of this pupil read apart what was asked about one version; only after its OPP was opened.

    One query.
    """
    contacten = Contactpersoon.objects.filter(leerling=leerling.pk).order_by().values_list("huishouden")
    gevraagd = Instemmingverzoek.objects.filter(oppversie=vraagversie_id, contact__isnull=False)
    rijen = contacten.union(gevraagd.order_by().values_list("huishouden"))
    volwassen = meerderjarig(leerling.geboortedatum, dag)
    return gescheiden((huishouden for (huishouden,) in rijen), volwassen=volwassen)
