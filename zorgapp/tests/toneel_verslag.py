"""What the stage of the role matrix has of closed meetings."""

from typing import Any

from django.utils import timezone

from overleg.loop import Puntstatus, Stap
from overleg.models import Agendapunt, Terugvertellen
from overleg.services.overleg import Lid, Overlegplan, overleg_plannen, stap_zetten
from overleg.services.sluiten import Afsluiting, overleg_afsluiten
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_verslag(coordinator: Werkplek, mensen: dict[str, User], leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix: a meeting that was closed today, and what its mentor is to tell."""
    nu = timezone.now()
    plan = Overlegplan(Overlegsoort.ZORGOVERLEG, "Zorgoverleg", nu, 60, coordinator.user)
    leden = [Lid(mensen["B"]), Lid(mensen["M"])]
    overleg = overleg_plannen(door=coordinator, plan=plan, leden=leden, op=nu)
    punt = Agendapunt.objects.create(
        school=overleg.school,
        overleg=overleg,
        volgorde=1,
        minuten=15,
        leerling=leerling,
        status=Puntstatus.BESPROKEN,
        toegevoegd_door=coordinator.user,
    )
    bezig = stap_zetten(door=coordinator, pk=overleg.pk, versie=overleg.versie, stap=Stap.BEGINNEN, op=nu)
    overleg_afsluiten(door=coordinator, pk=overleg.pk, keuze=Afsluiting(bezig.versie), op=nu)
    return {"overleg_klaar": overleg.pk, "vertellen": Terugvertellen.objects.get(punt=punt).pk}
