"""Deputising: who is away, who takes over, and ending it."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from zorgapp.accounts.access import ROLLEN_WAARNEEMBAAR, collegas, mag_voor_anderen
from zorgapp.accounts.models import Mailsoort, User, Waarneming
from zorgapp.accounts.services.mail import mail_klaarzetten
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dagdatum


@transaction.atomic
def waarneming_regelen(
    *, door: Werkplek, afwezige: User, waarnemer: User, van: date, tot: date
) -> Waarneming:
    """Let `waarnemer` see and do what `afwezige` may, from `van` to and with `tot`; both get a mail.

    Raises PermissionDenied when it is about somebody else and one may not arrange that; ValidationError when it
    does not fit: in the past, no role to take over, a deputy without pupils of his own, away himself, overlap.
    """
    if afwezige.pk != door.user.pk and not mag_voor_anderen(door):
        raise PermissionDenied("voor een ander regelen")
    if van < door.dag:
        raise ValidationError({"van": "Die datum is voorbij. Kies vandaag of later."})
    _controleer_rollen(door, afwezige, waarnemer, van, tot)
    zelf_weg = Waarneming.objects.filter(
        school=door.school, afwezige=waarnemer, van__lte=tot, tot__gte=van
    ).first()
    if zelf_weg:
        raise ValidationError(
            {
                "waarnemer": f"{waarnemer.naam} is zelf afwezig tot en met {dagdatum(zelf_weg.tot)}. Kies een ander."
            }
        )
    waarneming = bewaar(
        Waarneming(
            school=door.school, afwezige=afwezige, waarnemer=waarnemer, van=van, tot=tot, door=door.user
        )
    )
    for ontvanger in {afwezige, waarnemer} - {door.user}:
        mail_klaarzetten(
            school=door.school,
            ontvanger=ontvanger,
            soort=Mailsoort.WAARNEMING,
            door=door.user,
            object_id=waarneming.pk,
        )
    return waarneming


def _controleer_rollen(door: Werkplek, afwezige: User, waarnemer: User, van: date, tot: date) -> None:
    if not collegas(door, van, ROLLEN_WAARNEEMBAAR).filter(pk=afwezige.pk).exists():
        raise ValidationError(
            {"afwezige": f"{afwezige.naam} heeft dan geen rol die een ander kan waarnemen."}
        )
    for dag in (van, tot):
        if not collegas(door, dag, ROLLEN_WAARNEEMBAAR).filter(pk=waarnemer.pk).exists():
            raise ValidationError(
                {
                    "waarnemer": f"{waarnemer.naam} heeft op {dagdatum(dag)} geen rol met leerlingen. Kies een ander."
                }
            )


@transaction.atomic
def waarneming_stoppen(*, door: Werkplek, waarneming: Waarneming) -> None:
    """End deputising from now on: yesterday becomes its last day; what began today or later goes altogether.

    Raises PermissionDenied for who is neither absent, deputy nor allowed to arrange it for others.
    """
    if door.user.pk not in {waarneming.afwezige_id, waarneming.waarnemer_id} and not mag_voor_anderen(door):
        raise PermissionDenied("andermans waarneming")
    if waarneming.van >= door.dag:
        waarneming.delete()
    else:
        Waarneming.objects.filter(pk=waarneming.pk).update(tot=door.dag - timedelta(days=1))
