"""The second block of Beleid en jaar: the calendar as a strip of twelve months, on a phone this month and the next."""

from typing import Any

from beleid.access_jaar import activiteiten_van, groepsperioden, overlegmaanden
from beleid.blokken import Actie, Blok
from beleid.kalenderbeeld import banen, kolommen, maanden, maandnummer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def blok(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Any]:
    """Its rows and columns; three statements."""
    rijen, dag = activiteiten_van(werkplek, jaar), werkplek.dag
    nu = Schooljaar.van(dag)
    eerste = maandnummer(dag) if jaar == nu else 1
    return {
        "jaar": jaar,
        "rijen": rijen,
        "banen": banen(rijen, overlegmaanden(werkplek, jaar), groepsperioden(werkplek, jaar), jaar, dag),
        "kolommen": kolommen(jaar, dag),
        "maanden": maanden(rijen, eerste, min(eerste + 1, 12), dag if jaar == nu else None),
        "mag_maken": werkplek.mag(Recht.BELEID_WERKEN) and jaar >= nu,
    }


JAARBLOK = Blok(
    "jaar",
    20,
    "beleid/_jaar_blok.html",
    blok,
    acties=(
        Actie("Jaarkalender", "beleid:kalender", "calendar-month", Recht.BELEID),
        Actie("Activiteit", "beleid:activiteit_nieuw", "plus", Recht.BELEID_WERKEN, hoofd=True),
    ),
)
