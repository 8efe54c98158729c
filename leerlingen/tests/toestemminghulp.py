"""Contacts, partners and requests for tests of consent; variety is stated by the caller."""

from datetime import date
from typing import Any

from leerlingen.models import (
    Contactpersoon,
    ExternePartner,
    Leerling,
    Toestemming,
    Toestemmingsantwoord,
)
from leerlingen.models.toestemming import ANDERS_DAN_OUDER
from leerlingen.services.toestemming import Antwoordgegevens, Vraaggegevens
from zorgapp.accounts.models import User

TOT = date(2027, 7, 31)


def maak_partner(school: Any, naam: str = "Taleninstituut", **velden: Any) -> ExternePartner:
    return ExternePartner.objects.create(
        school=school, naam=naam, **({"soort": "dyslexiezorg", "delen": "toestemming"} | velden)
    )


def maak_contact(leerling: Leerling, naam: str = "Marit Bakker", **velden: Any) -> Contactpersoon:
    standaard = {"relatie": "moeder", "gezag": "ja", "huishouden": 1, "telefoon": "06 1234 5678"}
    return Contactpersoon.objects.create(
        school=leerling.school, leerling=leerling, naam=naam, **(standaard | velden)
    )


def maak_toestemming(
    leerling: Leerling,
    door: User,
    *contacten: Contactpersoon,
    partner: ExternePartner | None = None,
    van: date = date(2026, 11, 24),
    tot: date = TOT,
    **velden: Any,
) -> Toestemming:
    """A stored request with a row for who was asked (the pupil himself without contacts); services test the asking."""
    standaard = {
        "doel": "hulp bij lezen afstemmen op de lessen",
        "gegevens": ["hulpvraag", "afspraken"],
        "gever": "ouders" if contacten else "leerling",
        "regel": "iedereen",
        "eindigt_op": tot,
        "gevraagd_op": van,
    }
    rij = Toestemming.objects.create(
        school=leerling.school,
        leerling=leerling,
        partner=partner or maak_partner(leerling.school),
        van=van,
        tot=tot,
        gevraagd_door=door,
        **(standaard | velden),
    )
    for contact in contacten or (None,):
        antwoord(rij, door, contact, "gevraagd", van)
    return rij


def antwoord(
    rij: Toestemming, door: User, contact: Contactpersoon | None, wat: str, op: date, **velden: Any
) -> Toestemmingsantwoord:
    """A stored answer, without the checks of the service."""
    wijze = "" if wat in {"gevraagd", "geen_reactie"} else "papier"
    standaard = {
        "naam": contact.naam if contact else "Kees Jan Bakker",
        "relatie": contact.relatie if contact else ANDERS_DAN_OUDER,
        "gezag": contact.gezag if contact else "",
        "huishouden": contact.huishouden if contact else 0,
        "wijze": wijze,
    }
    return Toestemmingsantwoord.objects.create(
        school=rij.school,
        toestemming=rij,
        contact=contact,
        antwoord=wat,
        gegeven_op=op,
        door=door,
        **(standaard | velden),
    )


def vraag(partner: ExternePartner, *contacten: Contactpersoon, **velden: Any) -> Vraaggegevens:
    standaard: dict[str, Any] = {
        "doel": "hulp bij lezen afstemmen op de lessen",
        "gegevens": ("hulpvraag", "afspraken"),
        "van": date(2026, 11, 24),
        "tot": TOT,
        "contact_ids": tuple(c.pk for c in contacten),
    }
    return Vraaggegevens(partner_id=partner.pk, **(standaard | velden))


def zegt(
    contact: Contactpersoon | None, wat: str, op: date = date(2026, 11, 24), **velden: Any
) -> Antwoordgegevens:
    wijze = "" if wat == "geen_reactie" else "papier"
    return Antwoordgegevens(contact.pk if contact else None, wat, op, **({"wijze": wijze} | velden))
