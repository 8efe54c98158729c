"""The receipt of somebody who answered by his link: its job, and the file for as long as his visit lasts."""

from datetime import datetime

from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.models import Instemming
from zorgapp.werk.models import Bestand, Taak

TAAK = "opp-bewijs"
"""The kind of the job and of its file. It has no page for colleagues: they ask for a receipt of their own."""


def antwoord_van(bezoek: Linkbezoek) -> Instemming | None:
    """What the visitor answered; None while he did not."""
    return Instemming.objects.filter(verzoek=bezoek.link.verzoek_id).select_related("oppversie").first()


def bewijstaak_van(antwoord: Instemming) -> Taak | None:
    """The last job that made, or makes, the receipt of this answer."""
    taken = Taak.objects.filter(school=antwoord.school_id, soort=TAAK, object_id=antwoord.pk)
    return taken.select_related("bestand").order_by("-pk").first()


def er_is(taak: Taak | None, op: datetime) -> bool:
    """Say whether the file of a job can be downloaded."""
    klaar = taak is not None and taak.status == Taak.Status.KLAAR and taak.bestand is not None
    return klaar and taak.bestand.verloopt_op > op  # type: ignore[union-attr]


def bewijs_van_bezoek(bezoek: Linkbezoek, op: datetime) -> Bestand | None:
    """The receipt of this visitor himself; None when it is not there, not yet, or no longer."""
    antwoord = antwoord_van(bezoek)
    taak = bewijstaak_van(antwoord) if antwoord else None
    return taak.bestand if taak and er_is(taak, op) else None
