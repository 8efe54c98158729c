"""Keeping a pupil's line per domain: every move is appended (DOMAIN 61)."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from ondersteuning.access_traject import lijn_nu
from ondersteuning.models import Lijnovergang, Traject
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import lijnwoord


@dataclass(frozen=True)
class Gedaan:
    """What was done before, and what it yielded; asked when a pupil moves up."""

    al_gedaan: str = ""
    resultaat: str = ""


def eis_gedaan(van: int, naar: int, gedaan: Gedaan) -> None:
    """Raise ValidationError per empty answer when somebody moves up to the second or third line without it."""
    if naar < 2 or naar <= van:
        return
    fouten = {}
    if not gedaan.al_gedaan:
        fouten["al_gedaan"] = (
            f"De leerling gaat van {lijnwoord(van)} naar {lijnwoord(naar)}. Schrijf op wat er al gedaan is."
        )
    if not gedaan.resultaat:
        fouten["resultaat"] = "Schrijf op wat dat opleverde."
    if fouten:
        raise ValidationError(fouten)


def leg_overgang_vast(door: Werkplek, traject: Traject, van: int, gedaan: Gedaan) -> Lijnovergang | None:
    """Append the move from line `van` to what the pupil has now in the domain of `traject`; None when it is the same."""
    naar = lijn_nu(traject.leerling_id, traject.domein)
    if naar == van:
        return None
    return Lijnovergang.objects.create(
        school=door.school,
        leerling_id=traject.leerling_id,
        traject=traject,
        domein=traject.domein,
        van_lijn=van,
        naar_lijn=naar,
        al_gedaan=gedaan.al_gedaan,
        resultaat=gedaan.resultaat,
        op=door.dag,
        door=door.user,
    )
