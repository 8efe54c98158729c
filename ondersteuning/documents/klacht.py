"""The letter that closes a complaint, for the parents: what was agreed, in the words of the coordinator."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from ondersteuning.access_klacht import get_klacht
from ondersteuning.models import Klacht, KlachtStatus
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "brief-aan-ouders"


@dataclass(frozen=True, kw_only=True)
class Klachtbrief(Document):
    """To whom, about what he told when, and what the school answers; `namens` signs."""

    aan: str
    ontvangen: str
    onderwerp: str
    tekst: str
    namens: str


def _gesloten(werkplek: Werkplek, object_id: int, handeling: Handeling) -> Klacht:
    """A closed complaint for its coordinator; 404 for the school leader, and as long as it is open."""
    klacht, zicht = get_klacht(werkplek, object_id, handeling=handeling)
    if not zicht.coordinator or klacht.status != KlachtStatus.GESLOTEN:
        raise Http404("klacht")
    return klacht


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log; see `_gesloten`."""
    _gesloten(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> Klachtbrief:
    """Return the letter."""
    klacht = _gesloten(werkplek, object_id, Handeling.BEKEKEN)
    return Klachtbrief(
        titel="Brief aan ouders",
        school=werkplek.school.naam,
        wat="Brief aan ouders",
        door=werkplek.user.naam,
        op=klacht.ouders_op or werkplek.dag,
        aan=klacht.van_naam,
        ontvangen=f"{dag_maand(klacht.ontvangen_op)} {klacht.ontvangen_op.year}",
        onderwerp=klacht.onderwerp,
        tekst=klacht.ouders_gehoord,
        namens=klacht.eigenaar.naam,
    )


def terug(object_id: int) -> str:
    """The page it was asked from."""
    return reverse("ondersteuning:klacht", args=[object_id])


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.KLACHT,
    deur=deur,
    maak=maak,
    template="ondersteuning/klacht/papier.html",
    terug=terug,
)
