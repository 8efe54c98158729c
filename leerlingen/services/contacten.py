"""Adding and changing contacts by hand. What a person wrote here is not overwritten by a later import."""

from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.access_slot import leerling_op_slot
from leerlingen.access_toestemming import get_contact, get_dossier
from leerlingen.importeren.stand import IMPORT
from leerlingen.models import Contactpersoon, Leerling
from leerlingen.services.toestemming import herbereken
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

UIT_ADMINISTRATIE = ("relatie", "gezag", "huishouden", "telefoon", "email")
"""The fields that an import may fill."""


ER_IS_AL = "Er is al een contact met deze naam."
EERDER_BEEINDIGD = "Een contact met deze naam is niet meer in gebruik. Zet het terug bij de contacten."
BEEINDIGD = "Dit contact is niet meer in gebruik. Zet het eerst terug."


@dataclass(frozen=True)
class Contactgegevens:
    """What the coordinator writes about somebody around a pupil."""

    naam: str
    relatie: str
    gezag: str
    huishouden: int
    telefoon: str = ""
    email: str = ""
    bereikbaar: str = ""


VELDEN = tuple(veld.name for veld in fields(Contactgegevens))


@transaction.atomic
def contact_toevoegen(*, door: Werkplek, leerling_id: int, gegevens: Contactgegevens) -> Contactpersoon:
    """Add a contact that the administration does not have; ValidationError for a name that is there already.

    The same contact sent twice is one.
    """
    leerling, _ = get_dossier(door, leerling_id, schrijven=True, handeling=Handeling.GEWIJZIGD)
    leerling_op_slot(leerling.pk)
    lopend = Contactpersoon.objects.filter(leerling=leerling, beeindigd_op__isnull=True)
    if zelfde := lopend.filter(**_waarden(gegevens)).first():
        return zelfde
    contact = Contactpersoon(school=door.school, leerling=leerling, **_waarden(gegevens))
    _controleer_naam(contact)
    return bewaar(contact)


@transaction.atomic
def contact_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Contactgegevens) -> Contactpersoon:
    """Change a contact; an import leaves these fields alone from now on. Consents are worked out anew with the gezag.

    Raises Verouderd when somebody changed it since `versie`, ValidationError for a name that another contact has.
    """
    contact, leerling, _ = get_contact(door, pk, slot=True)
    if contact.versie != versie:
        raise Verouderd
    if contact.beeindigd_op is not None:
        raise ValidationError(BEEINDIGD)
    oud, nieuw = {veld: getattr(contact, veld) for veld in VELDEN}, _waarden(gegevens)
    if oud == nieuw:
        return contact
    for veld, waarde in nieuw.items():
        setattr(contact, veld, waarde)
    if contact.sleutel == IMPORT:
        anders = {veld for veld in UIT_ADMINISTRATIE if oud[veld] != nieuw[veld]}
        contact.eigen = sorted({*contact.eigen, *anders})
        contact.administratie = {
            veld: waarde for veld, waarde in contact.administratie.items() if waarde != nieuw.get(veld)
        }
        if oud["naam"] != nieuw["naam"] and not contact.administratienaam:
            contact.administratienaam = oud["naam"]
    _controleer_naam(contact)
    contact.versie += 1
    bewaar(contact)
    herbereken(leerling, door.dag)
    return contact


@transaction.atomic
def contact_overnemen(*, door: Werkplek, pk: int, versie: int) -> Contactpersoon:
    """Take over what the administration says instead of what was written here; an import may fill it again."""
    contact, leerling, _ = get_contact(door, pk, slot=True)
    if contact.versie != versie:
        raise Verouderd
    for veld, waarde in contact.administratie.items():
        if veld in UIT_ADMINISTRATIE:
            setattr(contact, veld, waarde)
    contact.eigen = [veld for veld in contact.eigen if veld not in contact.administratie]
    contact.administratie = {}
    contact.versie += 1
    bewaar(contact)
    herbereken(leerling, door.dag)
    return contact


@transaction.atomic
def contact_beeindigen(*, door: Werkplek, pk: int, versie: int) -> Contactpersoon:
    """Let a contact be no contact any more from today on; nothing is deleted, and `contact_terugzetten` undoes it.

    He is not chosen any more and his yes no longer counts, as when he lost gezag; what names him keeps naming him.
    Raises Verouderd when somebody changed him since `versie`. Twice is once.
    """
    contact, leerling, _ = get_contact(door, pk, slot=True)
    if contact.beeindigd_op is not None:
        return contact
    if contact.versie != versie:
        raise Verouderd
    return _zet_einde(door, contact, leerling, door.dag)


@transaction.atomic
def contact_terugzetten(*, door: Werkplek, pk: int) -> Contactpersoon:
    """Make an ended contact a contact again, with all that was known of him; his yes counts again."""
    contact, leerling, _ = get_contact(door, pk, slot=True)
    return contact if contact.beeindigd_op is None else _zet_einde(door, contact, leerling, None)


def _zet_einde(
    door: Werkplek, contact: Contactpersoon, leerling: Leerling, dag: date | None
) -> Contactpersoon:
    contact.beeindigd_op, contact.versie = dag, contact.versie + 1
    contact.save(update_fields=["beeindigd_op", "versie"])
    herbereken(leerling, door.dag)
    return contact


def _waarden(gegevens: Contactgegevens) -> dict[str, object]:
    return {veld: getattr(gegevens, veld) for veld in VELDEN}


def _controleer_naam(contact: Contactpersoon) -> None:
    """Contacts of one pupil have different names: an import tells them apart by name."""
    anderen = Contactpersoon.objects.filter(leerling=contact.leerling, naam__iexact=contact.naam)
    ander = anderen.exclude(pk=contact.pk).first()
    if ander is not None:
        raise ValidationError({"naam": ER_IS_AL if ander.beeindigd_op is None else EERDER_BEEINDIGD})
