"""The receipt that somebody who answered by his link downloads himself: made by a worker, kept for a day.

The colleague who gave the link answers for what happens with it, so the job and the file stand in his name; he cannot open
them, and it does not matter whether he still works here when they are made.
"""

from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from ondersteuning.access_opp_bewijs import TAAK, bewijstaak_van
from ondersteuning.documents import opp_instemming
from ondersteuning.models import Instemming, OppLink
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import BEWAREN_DAGEN, pdf_van
from zorgapp.werk.models import Taak
from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.services.taken import taak_starten
from zorgapp.werk.soorten import TaakFout
from zorgapp.werk.uitvoeren import voortgang

NAAM = "ontvangstbewijs.pdf"
STAPPEN = 2


@transaction.atomic
def bewijs_vragen(*, link: OppLink, antwoord: Instemming, dag: date) -> Taak:
    """Have the receipt of an answer made, after the link was used for it; one that waits, runs or is there stays."""
    OppLink.objects.select_for_update().get(
        pk=link.pk
    )  # two clicks at once: the second finds the job of the first
    taak = bewijstaak_van(antwoord)
    if taak is not None and taak.status != Taak.Status.MISLUKT:
        return taak
    door = Werkplek(link.gemaakt_door, link.school, dag, ())
    return taak_starten(door=door, soort=TAAK, object_id=antwoord.pk)


def taak_bewijs(taak: Taak) -> None:
    """The job: the receipt of the answer `object_id`, as its file; a second time it keeps what is there."""
    if taak.bestand is not None:
        return
    rijen = Instemming.objects.filter(school=taak.school_id, door__isnull=True, pk=taak.object_id or 0)
    rij = rijen.select_related("oppversie__opp__leerling", "door").first()
    if rij is None:
        raise TaakFout("Dit antwoord is er niet meer.")
    voortgang(taak.pk, 1, STAPPEN, "We maken de pdf.")
    dag = timezone.localdate(taak.hartslag_op)
    document = opp_instemming.bewijs_van(rij, school=taak.school.naam, door=rij.naam, op=dag)
    upload = ContentFile(pdf_van(opp_instemming.SOORT, document), NAAM)
    door = Werkplek(taak.eigenaar, taak.school, dag, ())
    taak.bestand = bestand_bewaren(door=door, soort=TAAK, upload=upload, dagen=BEWAREN_DAGEN)
    voortgang(taak.pk, STAPPEN, STAPPEN, "Je bewijs staat klaar.")
