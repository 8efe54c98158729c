"""The second block of Beleid en jaar: the calendar as a strip of twelve months, on a phone this month."""

from typing import Any

from beleid.access_jaar import activiteiten_van, overlegmaanden
from beleid.blokken import Actie, Blok
from beleid.kalenderbeeld import (
    BLOKKEN_KORT,
    PER_LIJST_KORT,
    banen,
    kolommen,
    kort,
    maanden,
    maandnummer,
    op_scherm,
)
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def blok(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Any]:
    """Its rows and columns; two statements."""
    rijen, dag = activiteiten_van(werkplek, jaar), werkplek.dag
    nu = Schooljaar.van(dag)
    eerste = maandnummer(dag) if jaar == nu else 1
    alle = banen(rijen, overlegmaanden(werkplek, jaar), [], jaar, dag)
    return {
        "jaar": jaar,
        "rijen": rijen,
        "banen": op_scherm(kort(alle), BLOKKEN_KORT),
        "kolommen": kolommen(jaar, dag),
        "maanden": maanden(
            [r for r in rijen if maandnummer(r.van) == eerste][:PER_LIJST_KORT],
            eerste,
            eerste,
            dag if jaar == nu else None,
        ),
        "mag_maken": werkplek.mag(Recht.BELEID_WERKEN) and jaar >= nu,
        "voorbij": jaar < nu,
    }


JAARBLOK = Blok(
    "jaar",
    20,
    "beleid/_jaar_blok.html",
    blok,
    acties=(Actie("Activiteit", "beleid:activiteit_nieuw", "plus", Recht.BELEID_WERKEN, hoofd=True),),
)
