"""What the stage of the role matrix has of training: one that comes and one that was, both of the coordinator."""

from datetime import date
from typing import Any

from beleid.services.scholing import Scholinggegevens, scholing_toevoegen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def zet_scholing(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    jaar = Schooljaar.van(coordinator.dag)

    def zet(titel: str, dag: date) -> int:
        gegevens = Scholinggegevens(titel=titel, datum=dag, doelgroep="Iedereen", eigenaar=mensen["Z"])
        return int(scholing_toevoegen(door=coordinator, jaar=jaar, gegevens=gegevens).pk)

    return {"scholing": zet("Dyslexie", jaar.eind), "scholing_geweest": zet("Rekenen", coordinator.dag)}
