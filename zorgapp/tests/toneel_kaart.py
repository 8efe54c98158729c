"""What the stage of the role matrix has of facility cards: a card, a report, an advice and a substitute."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from leerlingen.access_groep import get_groep
from leerlingen.access_kaart import faciliteiten
from leerlingen.models import FaciliteitMelding, Lesopdracht
from leerlingen.services.advies import advies_geven
from leerlingen.services.faciliteiten import startset_neerleggen
from leerlingen.services.kaart import faciliteit_toekennen
from leerlingen.services.vervanging import vervanging_geven
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_kaart(coordinator: Werkplek, mentor: Werkplek, leerling: Any, vervanger: User) -> dict[str, Any]:
    """The card of the pupil of the mentor's class, and who takes over a lesson; ids by the names of the matrix."""
    nu = timezone.now()
    startset_neerleggen(door=coordinator)
    eerste, tweede = faciliteiten(coordinator)[:2]
    toekenning = faciliteit_toekennen(door=coordinator, leerling=leerling, faciliteit=eerste, op=nu)
    melding = FaciliteitMelding.objects.create(
        school=mentor.school,
        leerling=leerling,
        toekenning=toekenning,
        vak="Duits",
        dag=mentor.dag,
        door=mentor.user,
    )
    advies = advies_geven(
        door=mentor, leerling=leerling, tekst="Vertel vooraf wat je vraagt.", tot=mentor.dag
    )
    klas_id = leerling.plaatsingen.get().klas_id
    vervanging = vervanging_geven(
        door=mentor,
        deur=get_groep(mentor, f"k{klas_id}", nu),
        user=vervanger,
        van=nu - timedelta(hours=2),
        tot=nu + timedelta(minutes=1),
        reden="ziek",
        vak="",
        op=nu,
    )
    groep = Lesopdracht.objects.exclude(lesgroep=None).values_list("lesgroep_id", flat=True).get()
    return {
        "faciliteit": tweede.pk,
        "toekenning": toekenning.pk,
        "melding": melding.pk,
        "advies": advies.pk,
        "vervanging": vervanging.pk,
        "docentgroep": f"k{klas_id}",
        "docentgroep2": f"g{groep}",
    }
