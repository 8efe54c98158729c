"""What is known already, for the first words of an OPP: no fact is typed twice, and each says where it comes from."""

from leerlingen.models import Leerling
from ondersteuning.models import OppVersie
from zorgapp.accounts.werkplek import Werkplek


def vulling(werkplek: Werkplek, leerling: Leerling, versie: OppVersie) -> None:
    """Fill a first version with what signals, HGW form, trajectories, facility card and contacts say."""
