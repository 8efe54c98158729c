"""What the stage of the role matrix has of meetings and agreements."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from overleg.loop import Stap
from overleg.models import Agendapunt, Overleg
from overleg.services.afspraak import Afspraakgegevens, afspraak_maken
from overleg.services.overleg import Lid, Overlegplan, overleg_plannen, stap_zetten
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_overleg(coordinator: Werkplek, mensen: dict[str, User], leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix: a meeting that is on with an agreement, and one that is planned."""
    nu = timezone.now()
    leden = [Lid(mensen["B"]), Lid(mensen["M"])]
    bezig, straks = (
        overleg_plannen(
            door=coordinator,
            plan=Overlegplan(
                Overlegsoort.ZORGOVERLEG, "Zorgoverleg", nu + timedelta(days=dagen), 60, coordinator.user
            ),
            leden=leden,
            op=nu,
        )
        for dagen in (0, 7)
    )
    stap_zetten(door=coordinator, pk=bezig.pk, versie=bezig.versie, stap=Stap.BEGINNEN, op=nu)
    punten = [_punt(coordinator, overleg, leerling) for overleg in (bezig, straks)]
    afspraak = afspraak_maken(
        door=coordinator,
        punt_id=punten[0].pk,
        gegevens=Afspraakgegevens("Belt moeder.", mensen["M"], coordinator.dag + timedelta(days=7)),
        sleutel=uuid.uuid4(),
        op=nu,
    )
    return {
        "overleg": bezig.pk,
        "overleg_straks": straks.pk,
        "punt": punten[0].pk,
        "punt_straks": punten[1].pk,
        "afspraak": afspraak.pk,
    }


def _punt(coordinator: Werkplek, overleg: Overleg, leerling: Any) -> Agendapunt:
    return Agendapunt.objects.create(
        school=overleg.school,
        overleg=overleg,
        volgorde=1,
        minuten=15,
        leerling=leerling,
        vraag="Wat helpt?",
        toegevoegd_door=coordinator.user,
    )
