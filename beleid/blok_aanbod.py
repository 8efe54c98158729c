"""The block of the offer text on Beleid en jaar: how this year stands, and from 1 May the next one."""

from typing import Any

from beleid.aanbodbeeld import stand_van
from beleid.aanbodstand import jaar_aan_de_beurt
from beleid.access_aanbod import teksten_van
from beleid.blokken import Blok
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def blok(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Any]:
    """The state of one year or two, with a link to each."""
    jaren = [jaar]
    beurt = jaar_aan_de_beurt(werkplek.dag)
    if jaar == Schooljaar.van(werkplek.dag) and beurt != jaar:
        jaren.append(beurt)
    return {"jaren": [(j, stand_van(j, werkplek, teksten_van(werkplek, j))) for j in jaren]}


AANBODBLOK = Blok(
    "aanbod",
    40,
    "beleid/_aanbod_blok.html",
    blok,
)
