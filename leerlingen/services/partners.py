"""Writing the sociale kaart: a partner, its waiting time as it is and as it was, and its end."""

from django.db import transaction

from leerlingen.access_partners import get_partner
from leerlingen.models import ExternePartner
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

INHOUD = (
    "naam",
    "soort",
    "doet",
    "contactpersoon",
    "telefoon",
    "email",
    "website",
    "bereikbaar",
    "delen",
    "mag_gedeeld",
    "wachttijd_weken",
    "wachttijd_gemeten_op",
    "wachttijd_daarvoor",
)


@transaction.atomic
def partner_bewaren(*, door: Werkplek, partner: ExternePartner, versie: int) -> ExternePartner:
    """Store a new or changed partner; another waiting time keeps what it was before.

    Raises Verouderd for a stale version, ValidationError for a rule that does not hold, 404 for another school.
    """
    door.eis(Recht.AANBOD_WIJZIGEN)
    if not partner.pk:
        partner.school = door.school
        return bewaar(partner)
    was = get_partner(door, partner.pk)
    if partner.wachttijd_weken != was.wachttijd_weken:
        partner.wachttijd_daarvoor = was.wachttijd_weken
    return op_versie_bewaren(door=door, rij=partner, versie=versie, velden=INHOUD)


@transaction.atomic
def partner_stoppen(*, door: Werkplek, pk: int, versie: int) -> ExternePartner:
    """The school does not work with it any more, from today; what was, stays. Raises Verouderd or 404."""
    return _zet(door, pk, versie, gestopt=True)


@transaction.atomic
def partner_hervatten(*, door: Werkplek, pk: int, versie: int) -> ExternePartner:
    """Take back that it stopped; ValidationError when there is one of that name again."""
    return _zet(door, pk, versie, gestopt=False)


def _zet(door: Werkplek, pk: int, versie: int, *, gestopt: bool) -> ExternePartner:
    door.eis(Recht.AANBOD_WIJZIGEN)
    partner = get_partner(door, pk)
    partner.gestopt_op = door.dag if gestopt else None
    return op_versie_bewaren(door=door, rij=partner, versie=versie, velden=("gestopt_op",))
