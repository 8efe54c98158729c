"""What the stage of the role matrix has of the jaarkalender: one activity of the coordinator."""

from typing import Any

from beleid.jaarstroken import Strook
from beleid.services.activiteit import Activiteitgegevens, activiteit_toevoegen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def zet_jaar(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    jaar = Schooljaar.van(coordinator.dag)
    gegevens = Activiteitgegevens("Studiemiddag", Strook.SCHOLING, jaar.eind, jaar.eind, mensen["Z"])
    rij = activiteit_toevoegen(door=coordinator, jaar=jaar, gegevens=gegevens)
    return {"activiteit": rij.pk}
