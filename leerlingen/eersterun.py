"""The step of the guided first run that this floor adds: pupils come in by an import."""

from leerlingen.models import Leerling
from zorgapp.accounts.eersterun import Stap
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


def _er_zijn_leerlingen(werkplek: Werkplek) -> bool:
    """In the order of an index: without one PostgreSQL plans to read the whole table for the first row."""
    hier = Leerling.objects.filter(school=werkplek.school).order_by("leerlingnummer")
    return bool(hier.values_list("pk")[:1])


IMPORT = Stap(
    "import",
    40,
    "Leerlingen importeren",
    "Een bestand uit de leerlingadministratie. Je ziet eerst wat er verandert; terugdraaien kan.",
    "leerlingen:import",
    Recht.IMPORT,
    _er_zijn_leerlingen,
)
