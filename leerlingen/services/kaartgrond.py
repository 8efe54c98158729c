"""Recording why there is a card and the statement of an expert behind it (confidential, rule 41)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.models import FaciliteitToekenning, Kaartgrond, Leerling
from leerlingen.services.kaart import kaart_of_nieuw, mag_schrijven, nieuwe_versie
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@dataclass(frozen=True)
class Grondgegevens:
    """Why the pupil has a card, and the statement of an expert."""

    grondslag: list[str]
    toelichting: str = ""
    verklaring: bool = False
    verklaring_op: date | None = None
    verklaring_door: str = ""


@transaction.atomic
def kaartgrond_vastleggen(
    *, door: Werkplek, leerling: Leerling, versie: int, gegevens: Grondgegevens, op: datetime
) -> Kaartgrond:
    """Record why there is a card and the statement behind it; `versie` 0 is for the first time.

    Raises Verouderd on a stale version, ValidationError when the statement goes while the exam rests on it.
    """
    mag_schrijven(door, leerling)
    kaart, nieuw = kaart_of_nieuw(door, leerling, op)
    if nieuw:
        nieuwe_versie(door, kaart, "De kaart is gemaakt.", op)
    rij = Kaartgrond.vertrouwelijk.filter(kaart=kaart).select_for_update().first()
    if (rij.versie if rij else 0) != versie:
        raise Verouderd
    rust = FaciliteitToekenning.objects.lopend(door.dag).filter(kaart=kaart, onderbouwd=True)
    if not gegevens.verklaring and rust.exists():
        raise ValidationError(
            {
                "verklaring": "Op deze verklaring rust een aanpassing bij het centraal examen. Haal die eerst weg."
            }
        )
    rij = rij or Kaartgrond(school=door.school, kaart=kaart, versie=0)
    for veld in ("grondslag", "toelichting", "verklaring"):
        setattr(rij, veld, getattr(gegevens, veld))
    rij.verklaring_op = gegevens.verklaring_op if gegevens.verklaring else None
    rij.verklaring_door = gegevens.verklaring_door if gegevens.verklaring else ""
    rij.vastgelegd_door, rij.vastgelegd_op, rij.versie = door.user, op, rij.versie + 1
    return bewaar(rij)
