"""What the stage of the role matrix has of hours, means and scenarios."""

from decimal import Decimal
from typing import Any

from beleid.inzet import Scenariosoort
from beleid.services.middel import middel_zetten
from beleid.services.scenario import Keuzegegevens, scenario_maken
from beleid.services.uren import uren_vragen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def zet_uren(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    jaar = Schooljaar.van(coordinator.dag)
    rol = uren_vragen(
        door=coordinator, jaar=jaar, rol="Zorgcoördinator", user=mensen["Z"], gevraagd=960, opmerking=""
    )
    keuzes = [Keuzegegevens(Scenariosoort.LATER, "De lijst in december", 60)]
    scenario = scenario_maken(door=coordinator, jaar=jaar, titel="Later", keuzes=keuzes)
    middel = middel_zetten(
        door=coordinator,
        jaar=jaar,
        bron="Samenwerkingsverband",
        doel="Coaching",
        bedrag=Decimal(1000),
        besteed=Decimal(0),
        resultaat="",
    )
    return {"uren": rol.pk, "scenario": scenario.pk, "middel": middel.pk}
