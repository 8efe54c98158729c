"""The reports of this floor that pupil and parents can give their view on: notes and documents."""

from django.urls import reverse

from leerlingen.access_notities import get_notitie
from leerlingen.access_stukken import get_stuk
from leerlingen.zienswijzen import Verslag, registreer_bron
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand


def _notitie(werkplek: Werkplek, pk: int) -> Verslag:
    geopend = get_notitie(werkplek, pk)
    rij = geopend.notitie
    return Verslag(
        geopend.leerling,
        geopend.grond,
        f"{rij.get_soort_display()}, {dag_maand(rij.gebeurd_op, werkplek.dag)}",
        reverse("leerlingen:notitie", args=[rij.pk]),
        geopend.mag_zienswijze,
    )


def _stuk(werkplek: Werkplek, pk: int) -> Verslag:
    geopend = get_stuk(werkplek, pk)
    rij = geopend.stuk
    return Verslag(
        geopend.leerling,
        geopend.grond,
        f"{rij.titel}, {dag_maand(rij.gebeurd_op, werkplek.dag)}",
        reverse("leerlingen:stuk", args=[rij.pk]),
        geopend.mag_zienswijze,
    )


def registreer_bronnen() -> None:
    """Make both known; called when the application starts."""
    registreer_bron("notitie", _notitie)
    registreer_bron("stuk", _stuk)
