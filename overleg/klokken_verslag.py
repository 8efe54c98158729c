"""Who hears that a report is ready, and that there is something to tell a pupil and his parents; nameless.

A report goes out at once. Its key holds a digest of what that person reads in it, so that a meeting that was opened and
closed again is told only to whom something changed.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Functie, Overleg, Terugvertellen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Soort

VERSLAG, VERSLAG_EXTERN = "verslag_klaar", "verslag_klaar_extern"
GEVRAAGD, WACHT = "vertellen_gevraagd", "vertellen_wacht"


def meld_verslag(overleg: Overleg, deelname: Deelname, wat: str, op: datetime) -> bool:
    """Tell one participant now; False when he was told of exactly this already. `wat` is a digest of what he reads.

    A mail that lapsed because the meeting was opened again before it went out does not count as told.
    """
    sleutel = f"verslag:{overleg.pk}:{deelname.user_id}:{wat}"
    if Herinnering.objects.filter(sleutel=sleutel, status=Status.VERVALLEN).exists():
        sleutel = f"{sleutel}:{overleg.versie}"
    return (
        plan(
            school_id=overleg.school_id,
            soort=VERSLAG_EXTERN if deelname.functie == Functie.EXTERN else VERSLAG,
            sleutel=sleutel,
            ontvanger_id=deelname.user_id,
            object_id=overleg.pk,
            niet_voor=op,
            direct=True,
        )
        is not None
    )


def vraag_te_vertellen(rij: Terugvertellen, op: datetime) -> None:
    """Ask the mentor in his daily mail, and remind him on the last day."""
    for soort, niet_voor in ((GEVRAAGD, op), (WACHT, begin_van(rij.uiterlijk))):
        plan(
            school_id=rij.school_id,
            soort=soort,
            sleutel=f"{soort}:{rij.pk}:{rij.mentor_id}",
            ontvanger_id=rij.mentor_id,
            object_id=rij.pk,
            niet_voor=niet_voor,
        )


def verteld(rij: Terugvertellen) -> None:
    """Withdraw what still waits: it was told, or somebody else tells it."""
    for soort in (GEVRAAGD, WACHT):
        laat_soort_vervallen(school_id=rij.school_id, soort=soort, object_id=rij.pk)


def _verslag_te_lezen(rij: Any, op: datetime) -> bool:
    """Still closed, he still takes part, and he still works here."""
    mee = Deelname.objects.filter(
        overleg_id=rij.object_id,
        user_id=rij.ontvanger_id,
        verwijderd_op__isnull=True,
        overleg__status=Overlegstatus.AFGESLOTEN,
    )
    extern = rij.soort == VERSLAG_EXTERN
    mee = mee.filter(functie=Functie.EXTERN) if extern else mee.exclude(functie=Functie.EXTERN)
    return mee.exists() and (extern or _werkt_hier(rij, op))


def _werkt_hier(rij: Any, op: datetime) -> bool:
    rollen = Aanstelling.objects.op(timezone.localdate(op)).filter(
        school_id=rij.school_id, user_id=rij.ontvanger_id
    )
    return rollen.filter(rol__in=ROLLEN_MET_LEERLINGEN).exists()


def _te_vertellen(rij: Any, op: datetime) -> bool:
    """Not told yet, and still his."""
    rijen = Terugvertellen.objects.filter(pk=rij.object_id, mentor_id=rij.ontvanger_id, klaar_op__isnull=True)
    return rijen.exists() and _werkt_hier(rij, op)


_LIJST = "overleg:terugvertellen"
SOORTEN = (
    Soort(
        VERSLAG,
        "verslag van een overleg dat klaarstaat",
        "verslagen van een overleg die klaarstaan",
        _verslag_te_lezen,
        "Je verslag staat klaar",
        pagina="overleg:verslagen",
    ),
    Soort(
        VERSLAG_EXTERN,
        "verslag van een overleg dat klaarstaat",
        "verslagen van een overleg die klaarstaan",
        _verslag_te_lezen,
        "Je verslag staat klaar",
        pagina="overleg:mijn_overleggen",
    ),
    Soort(
        GEVRAAGD,
        "leerling om te vertellen wat er is afgesproken",
        "leerlingen om te vertellen wat er is afgesproken",
        _te_vertellen,
        pagina=_LIJST,
    ),
    Soort(
        WACHT,
        "leerling om nu te vertellen wat er is afgesproken",
        "leerlingen om nu te vertellen wat er is afgesproken",
        _te_vertellen,
        pagina=_LIJST,
        voor_vrij=True,
    ),
)
