"""What the stage of the role matrix has of the offer text: one that is being written, and one that was put forward."""

from typing import Any

from django.utils import timezone

from beleid.models import Aanbodtekst
from beleid.services.aanbodtekst import aanbodtekst_beginnen
from ondersteuning.tests.aanbodhulp import maak_aanbod
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def zet_aanbod(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    nu = Schooljaar.van(coordinator.dag)
    aanbod = maak_aanbod(coordinator.school, "Huiswerkgroep", coordinator.dag)
    tekst, volgend = (
        aanbodtekst_beginnen(door=coordinator, jaar=jaar, op=timezone.now())
        for jaar in (nu, Schooljaar(nu.beginjaar + 1))
    )
    Aanbodtekst.objects.filter(pk=volgend.pk).update(
        status="voorgelegd", voorgelegd_door=coordinator.user, voorgelegd_op=timezone.now()
    )
    return {"aanbodtekst": tekst.pk, "aanbodtekst_voor": volgend.pk, "aanbodstam": aanbod.stam}
