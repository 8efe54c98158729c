"""What asker and coach hear of the coachlijn in their daily mail: that there is something, never what about.

One line per question, however many messages wait in it; who read it in the meantime hears nothing.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q

from overleg.models import Coachbericht, Coachvraag
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Soort

VRAAG, ANTWOORD = "coach_vraag", "coach_antwoord"


def meld_bericht(vraag: Coachvraag, bericht: Coachbericht) -> None:
    """Tell the other of a message; an earlier one that still waits is replaced."""
    van_vrager = bericht.door_id == vraag.vrager_id
    soort, ontvanger = (VRAAG, vraag.coach_id) if van_vrager else (ANTWOORD, vraag.vrager_id)
    laat_soort_vervallen(school_id=vraag.school_id, soort=soort, object_id=vraag.pk, ontvanger_id=ontvanger)
    plan(
        school_id=vraag.school_id,
        soort=soort,
        sleutel=f"{soort}:{bericht.pk}",
        ontvanger_id=ontvanger,
        object_id=vraag.pk,
        niet_voor=bericht.op,
    )


def meld_ingetrokken(vraag: Coachvraag) -> None:
    """The coach hears nothing any more of a question that was taken back."""
    laat_soort_vervallen(school_id=vraag.school_id, soort=VRAAG, object_id=vraag.pk)


def _ongelezen(rij: Any, op: datetime) -> bool:
    """The receiver still works here, may still read it, and did not yet."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.COACHLIJN):
        return False
    rijen = Coachvraag.objects.zichtbaar_voor(werkplek).met_stand(werkplek)
    return rijen.filter(Q(ongelezen=True), pk=rij.object_id).exists()


_LIJST = "overleg:coachlijn"
SOORTEN = (
    Soort(
        VRAAG,
        "bericht voor jou als coach",
        "berichten voor jou als coach",
        _ongelezen,
        pagina=_LIJST,
        besloten=True,
    ),
    Soort(
        ANTWOORD,
        "antwoord van een coach",
        "antwoorden van een coach",
        _ongelezen,
        pagina=_LIJST,
        besloten=True,
    ),
)
