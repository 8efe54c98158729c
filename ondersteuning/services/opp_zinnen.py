"""Phrases of the school's own for the fields of an OPP; the coordinator adds and stops them."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from ondersteuning.access_opp_zinnen import get_zin
from ondersteuning.models import Oppzin
from ondersteuning.opp.velden import VELDEN
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

PER_VELD = 12


@transaction.atomic
def zin_toevoegen(*, door: Werkplek, veld: str, tekst: str, op: datetime) -> Oppzin:
    """Offer a phrase beside a field; one that was stopped is offered again, and the same twice is one.

    Raises ValidationError for an unknown field, an empty or too long phrase, or more than twelve at one field.
    """
    door.eis(Recht.OPP_BEHEREN)
    if veld not in VELDEN:
        raise ValidationError({"veld": "Kies bij welk deel deze zin hoort."})
    bij = Oppzin.objects.filter(school=door.school, veld=veld)
    al = bij.filter(tekst=tekst).select_for_update().first()
    if al and al.gestopt_op is None:
        return al
    if bij.filter(gestopt_op__isnull=True).count() >= PER_VELD:
        raise ValidationError(
            {
                "tekst": f"Bij dit deel staan al {PER_VELD} zinnen. Haal er eerst een weg, dan blijft de lijst kort."
            }
        )
    if al:
        al.gestopt_op = None
        al.versie += 1
        return bewaar(al, "gestopt_op", "versie")
    return bewaar(Oppzin(school=door.school, veld=veld, tekst=tekst, gemaakt_door=door.user, gemaakt_op=op))


@transaction.atomic
def zin_stoppen(*, door: Werkplek, pk: int, versie: int) -> Oppzin:
    """No longer offer a phrase; texts in which it was used stay. Raises Verouderd when somebody was first."""
    door.eis(Recht.OPP_BEHEREN)
    zin = get_zin(door, pk, slot=True)
    if zin.versie != versie or zin.gestopt_op is not None:
        raise Verouderd
    zin.gestopt_op = door.dag
    zin.versie += 1
    return bewaar(zin, "gestopt_op", "versie")
