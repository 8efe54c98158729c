"""The report of a meeting on paper: only the part of who asks for it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from overleg.access_verslag import Deel, get_verslag
from overleg.models import Afspraak
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand, klok
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "verslag"


@dataclass(frozen=True, kw_only=True)
class Verslagdocument(Document):
    """Items and agreements as the reader sees them; `verborgen`: how many items are not for him."""

    naam: str
    wanneer: str
    aanwezig: str
    afwezig: str
    delen: tuple[Deel, ...]
    los: tuple[Afspraak, ...]
    verborgen: int


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log the report of a closed meeting; 404 for who may not know of it."""
    get_verslag(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> Verslagdocument:
    """Return the reader's own part, with the rights of this moment."""
    deel = get_verslag(werkplek, object_id)
    dag = timezone.localdate(deel.overleg.begin)
    return Verslagdocument(
        titel="Verslag van het overleg",
        school=werkplek.school.naam,
        wat="Verslag van een overleg",
        door=werkplek.user.naam,
        op=werkplek.dag,
        naam=deel.overleg.naam,
        wanneer=f"{dag_maand(dag)} {dag.year}, {klok(deel.overleg.begin)} uur",
        aanwezig=", ".join(d.user.naam for d in deel.deelnames if d.aanwezig is not False),
        afwezig=", ".join(deel.afwezig),
        delen=tuple(deel.delen),
        los=tuple(deel.los),
        verborgen=deel.verborgen,
    )


def terug(object_id: int) -> str:
    """The page it was asked from."""
    return reverse("overleg:verslag", args=[object_id])


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.OVERLEG,
    deur=deur,
    maak=maak,
    template="overleg/verslag_papier.html",
    terug=terug,
)
