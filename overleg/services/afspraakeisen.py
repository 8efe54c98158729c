"""What an agreement must be, whoever makes or changes it: an owner who works here, somebody who does it, a day that may be."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError

from leerlingen.eigendom import heeft_rol
from leerlingen.models import Contactpersoon, ExternePartner
from overleg.afspraakdatum import geen_schooldag
from overleg.afspraakloop import Uitvoerder
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Afspraakgegevens:
    """What somebody fills in: one sentence, one owner, one date; who does it when that is not the owner."""

    wat: str
    eigenaar: User
    klaar_op: date
    merkt: str = ""
    uitvoerder: str = Uitvoerder.ZELF
    contact: Contactpersoon | None = None
    partner: ExternePartner | None = None
    voor_externen: bool = False


def controleer_mensen(door: Werkplek, gegevens: Afspraakgegevens, leerling_id: int | None) -> None:
    """Raise ValidationError when the owner cannot own it, or when nobody is named who does it."""
    eis_eigenaar(door, gegevens.eigenaar)
    contact, partner = gegevens.contact, gegevens.partner
    if gegevens.uitvoerder == Uitvoerder.OUDER and (contact is None or contact.leerling_id != leerling_id):
        raise ValidationError({"contact": "Kies welke ouder het doet."})
    if gegevens.uitvoerder == Uitvoerder.EXTERN and partner is None:
        raise ValidationError({"partner": "Kies welke organisatie het doet."})


def controleer_dag(door: Werkplek, klaar_op: date) -> None:
    """Raise ValidationError for a day without school, when this school does not want those (setting afspraak_vrij)."""
    waarom = geen_schooldag(klaar_op, vrije_perioden(klaar_op))
    if waarom and not instelling("afspraak_vrij", door.dag):
        raise ValidationError({"klaar_op": f"{waarom} Kies een schooldag."})


def eis_eigenaar(door: Werkplek, user: User) -> None:
    """Raise ValidationError when a colleague has no running appointment in a role that sees pupils."""
    if not user.is_active or not heeft_rol(door.school.pk, user.pk, ROLLEN_MET_LEERLINGEN, door.dag):
        raise ValidationError(
            {"eigenaar": f"{user.voornaam} werkt hier nu niet met leerlingen. Kies een ander."}
        )
