"""Starting a job: its row and the message to the worker, the row first."""

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.taken import na_commit
from zorgapp.werk import soorten
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.tasks import voer_uit


def taak_starten(
    *,
    door: Werkplek,
    soort: str,
    object_id: int | None = None,
    bestand: Bestand | None = None,
    totaal: int = 0,
) -> Taak:
    """Store a job and offer it to a worker after the commit; KeyError for a kind nobody registered.

    When the broker is down the row waits and the sweep offers it again.
    """
    soorten.taaksoort(soort)
    taak = Taak.objects.create(
        school=door.school,
        eigenaar=door.user,
        soort=soort,
        object_id=object_id,
        bestand=bestand,
        totaal=totaal,
    )
    na_commit(voer_uit, taak.school_id, taak.pk)
    return taak
