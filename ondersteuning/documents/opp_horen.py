"""The form on which a pupil says what he wants with his plan: he chooses the manner, and fills it in by hand (rule 12)."""

from dataclasses import dataclass

from leerlingen.access import mentoren_van
from ondersteuning.access_opp_pdf import get_opp_papier, klas_van
from ondersteuning.documents.opp import terug_van
from ondersteuning.models import Hoorwijze
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "hoorrecht-formulier"
_WIJZEN = {
    Hoorwijze.GESPREK: "In een gesprek",
    Hoorwijze.SAMEN: "In een gesprek, met iemand erbij. Met wie?",
    Hoorwijze.SCHRIJVEN: "Ik schrijf het op, op dit blad of op een ander blad",
    Hoorwijze.TABLET: "Op de tablet van mijn mentor",
    Hoorwijze.LINK: "Zelf, via een link",
    Hoorwijze.TEKENING: "Met een tekening of foto, of met een filmpje dat ik laat zien",
    Hoorwijze.ANDERS: "Anders, namelijk:",
}


@dataclass(frozen=True, kw_only=True)
class Hoorformulier(Document):
    """The form; wijzen: the manners to choose from, vragen: a question with a box to write in each."""

    naam: str
    klas: str
    mentoren: tuple[str, ...]
    wijzen: tuple[str, ...]
    vragen: tuple[str, ...]


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Open and log the OPP it is about."""
    get_opp_papier(werkplek, object_id, handeling)


def maak(werkplek: Werkplek, object_id: int) -> Hoorformulier:
    """The form for the pupil of this OPP."""
    opp = get_opp_papier(werkplek, object_id)
    klas_id, klas = klas_van(opp.leerling_id)
    return Hoorformulier(
        titel="Jij denkt mee over je plan",
        school=werkplek.school.naam,
        wat="Hoorrecht",
        door=werkplek.user.naam,
        op=werkplek.dag,
        naam=opp.leerling.naam,
        klas=klas,
        mentoren=tuple(mentoren_van(klas_id, werkplek)),
        wijzen=tuple(_WIJZEN.values()),
        vragen=("Wat gaat goed, en moet zo blijven?", "Wat wil je anders?", "Wat heb je daarvoor nodig?"),
    )


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.OPP,
    deur=deur,
    maak=maak,
    template="ondersteuning/opp/papier_horen.html",
    terug=terug_van("horen"),
)
