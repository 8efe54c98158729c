"""What the stage of the role matrix has of lists: one that is out, the docent's answers, and the proposal from them."""

from typing import Any

from django.utils import timezone

from leerlingen.models import Klas
from ondersteuning.access_lijsten import keuzeklassen
from ondersteuning.models import Lijstinvulling, Signaalvoorstel
from ondersteuning.services.campagnes import Campagnegegevens, campagne_starten
from ondersteuning.services.invullen import antwoord_bewaren, rest_bevestigen
from ondersteuning.services.lijsten import Lijstgegevens, lijst_maken
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

_PUNTEN = (("Helpt een ander", "pers", True), ("Komt te laat", "loop", False), ("Kijkt weg", "leer", False))


def zet_lijst(coordinator: Werkplek, docent: Werkplek, leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix; the class of the stage becomes one of this school year."""
    nu, jaar = timezone.now(), Schooljaar.van(coordinator.dag).beginjaar
    Klas.objects.filter(plaatsingen__leerling=leerling).update(schooljaar=jaar)
    gegevens = Lijstgegevens(titel="Kijken", voor="docent", punten=_PUNTEN, drempel_punten=2)
    lijst = lijst_maken(door=coordinator, gegevens=gegevens)
    klassen = list(keuzeklassen(coordinator, jaar))
    campagne = campagne_starten(
        door=coordinator,
        lijst_id=lijst.pk,
        gegevens=Campagnegegevens(klassen, coordinator.dag, coordinator.dag),
        op=nu,
    )
    invulling = Lijstinvulling.objects.get(campagne=campagne, user=docent.user)
    antwoord_bewaren(
        door=docent,
        pk=invulling.pk,
        leerling_id=leerling.pk,
        versie=0,
        waarden=[0, 2, 2],
        toelichting="",
        op=nu,
    )
    rest_bevestigen(door=docent, pk=invulling.pk, gezien=[leerling.pk], op=nu)
    return {
        "lijst": lijst.pk,
        "campagne": campagne.pk,
        "invulling": invulling.pk,
        "voorstel": Signaalvoorstel.objects.get(soort="lijst").pk,
    }
