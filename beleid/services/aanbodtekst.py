"""Writing the offer text of a school year: beginning a version, its three parts, and the school's own words for an offering."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.aanbodbegin import CONTACT, GRENZEN, INLEIDING
from beleid.access_aanbod import alineas_van, get_aanbodtekst_slot, get_regel
from beleid.models import Aanbodalinea, Aanbodtekst, Aanbodtekststatus
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

DELEN = ("inleiding", "grenzen", "contact")
LIGT_VOOR = "Deze tekst ligt bij de schoolleiding. Haal hem eerst terug."
VAST = "Deze tekst is vastgesteld. Begin een nieuwe versie."


def in_de_maak(door: Werkplek, pk: int, versie: int | None) -> Aanbodtekst:
    """Lock a version that can still be written. Raises Verouderd, ValidationError, 403, 404."""
    tekst = get_aanbodtekst_slot(door, pk, Recht.BELEID_WERKEN)
    if versie is not None and tekst.versie != versie:
        raise Verouderd
    if tekst.status != Aanbodtekststatus.CONCEPT:
        raise ValidationError(LIGT_VOOR if tekst.status == Aanbodtekststatus.VOORGELEGD else VAST)
    return tekst


@transaction.atomic
def aanbodtekst_beginnen(*, door: Werkplek, jaar: Schooljaar, op: datetime) -> Aanbodtekst:
    """A next version of a year, with the words of the newest that was set; the one that is open already, when there is one.

    Raises ValidationError for a year that is over or too far away, 403.
    """
    door.eis(Recht.BELEID_WERKEN)
    een_tegelijk(door)
    if jaar.beginjaar - Schooljaar.van(door.dag).beginjaar not in (0, 1):
        raise ValidationError("Je schrijft de tekst van dit schooljaar of het volgende.")
    laatste = Aanbodtekst.objects.van_jaar(door.school.pk, jaar).first()
    if laatste is not None and laatste.status != Aanbodtekststatus.VASTGESTELD:
        return laatste
    van = Aanbodtekst.objects.niet_na(door.school.pk, jaar).vastgesteld().first()
    begin: dict[str, Any] = {"inleiding": INLEIDING, "grenzen": GRENZEN, "contact": CONTACT}
    if van is not None:
        begin = {deel: getattr(van, deel) for deel in DELEN}
    tekst = Aanbodtekst(
        school=door.school,
        schooljaar=jaar.beginjaar,
        nummer=laatste.nummer + 1 if laatste else 1,
        gemaakt_door=door.user,
        gemaakt_op=op,
        **begin,
    )
    bewaar(tekst)
    for alinea in alineas_van(van).values() if van else ():
        bewaar(Aanbodalinea(school=door.school, tekst=tekst, stam=alinea.stam, woorden=alinea.woorden))
    return tekst


@transaction.atomic
def aanbodtekst_schrijven(
    *, door: Werkplek, pk: int, versie: int, inleiding: str, grenzen: str, contact: str
) -> Aanbodtekst:
    """Keep the three parts. Raises Verouderd when a colleague saved them meanwhile, ValidationError, 403, 404."""
    tekst = in_de_maak(door, pk, versie)
    tekst.inleiding, tekst.grenzen, tekst.contact = inleiding, grenzen, contact
    tekst.versie += 1
    return bewaar(tekst, *DELEN, "versie")


@transaction.atomic
def aanbodtekst_weggooien(*, door: Werkplek, pk: int, versie: int) -> Schooljaar:
    """Throw away a version that was not set, with its own words; those that were set stay. Returns its school year.

    Raises Verouderd, ValidationError for one that lies with the schoolleiding or was set, 403, 404.
    """
    tekst = in_de_maak(door, pk, versie)
    Aanbodalinea.objects.filter(school=door.school, tekst=tekst).delete()
    tekst.delete()
    return tekst.jaar


@transaction.atomic
def alinea_schrijven(*, door: Werkplek, pk: int, stam: UUID, versie: int, woorden: str) -> Aanbodtekst:
    """The school's own words for one offering; without words, or with those of the catalogue, these hold (again).

    `versie` is of these words, 0 when there were none. Raises Verouderd, ValidationError, 403, 404.
    """
    tekst = in_de_maak(door, pk, None)
    aanbod, alinea = get_regel(door, tekst, stam)
    woorden = woorden.strip()
    if (alinea.versie if alinea else 0) != versie:
        raise Verouderd
    if woorden in ("", aanbod.omschrijving.strip()):
        if alinea is not None:
            alinea.delete()
        return tekst
    if alinea is None:
        alinea = Aanbodalinea(school=door.school, tekst=tekst, stam=stam)
    else:
        alinea.versie += 1
    alinea.woorden = woorden
    bewaar(alinea)
    return tekst
