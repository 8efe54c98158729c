"""Giving and ending mentorships and lessons, and putting classes in departments."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from leerlingen.eigendom import ROLLEN_LES, ROLLEN_MENTOR, heeft_rol
from leerlingen.models import Klas, Lesgroep, Lesopdracht, Mentorschap
from zorgapp.accounts.models import Afdeling, User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dagdatum


@transaction.atomic
def mentor_maken(
    *, door: Werkplek, user: User, klas: Klas, van: date, tot: date | None = None
) -> Mentorschap:
    """Make somebody mentor of a class for a period; ValidationError without the role or when he is already."""
    if not heeft_rol(door.school.pk, user.pk, ROLLEN_MENTOR, van):
        raise ValidationError(
            {
                "van": f"{user.naam} is op {dagdatum(van)} geen mentor. Geef eerst die rol, of kies een andere dag."
            }
        )
    nieuw = Mentorschap(school=door.school, user=user, klas=klas, van=van, tot=tot)
    _niet_dubbel(nieuw, Q(klas=klas), f"{user.naam} is in die tijd al mentor van {klas.naam}.")
    return bewaar(nieuw)


@transaction.atomic
def les_geven(
    *,
    door: Werkplek,
    user: User,
    klas: Klas | None,
    lesgroep: Lesgroep | None,
    vak: str,
    van: date,
    tot: date | None = None,
) -> Lesopdracht:
    """Let somebody teach a class or a teaching group; ValidationError without a role for it or when he does already."""
    if not heeft_rol(door.school.pk, user.pk, ROLLEN_LES, van):
        raise ValidationError(
            {"van": f"{user.naam} heeft op {dagdatum(van)} geen rol als docent, mentor of teamleider."}
        )
    nieuw = Lesopdracht(
        school=door.school, user=user, klas=klas, lesgroep=lesgroep, vak=vak, van=van, tot=tot
    )
    _niet_dubbel(
        nieuw, Q(klas=klas, lesgroep=lesgroep, vak=vak), f"{user.naam} geeft deze les in die tijd al."
    )
    return bewaar(nieuw)


def _niet_dubbel(nieuw: Mentorschap | Lesopdracht, zelfde: Q, melding: str) -> None:
    """Refuse a period that overlaps the same assignment of the same person; locks the class or group to be sure."""
    groep = nieuw.klas or getattr(nieuw, "lesgroep", None)
    if groep is not None:
        type(groep).objects.select_for_update(no_key=True).get(pk=groep.pk)
    begonnen = Q(van__lte=nieuw.tot) if nieuw.tot else Q()
    lopend = Q(tot__isnull=True) | Q(tot__gte=nieuw.van)
    if type(nieuw).objects.filter(zelfde, begonnen, lopend, school=nieuw.school, user=nieuw.user).exists():
        raise ValidationError(melding)


@transaction.atomic
def toewijzing_beeindigen(*, door: Werkplek, rij: Mentorschap | Lesopdracht, tot: date) -> None:
    """End a mentorship or lesson with `tot` as its last day; one that never began goes.

    Raises ValidationError for a day before yesterday, or when it ended already.
    """
    if tot < door.dag - timedelta(days=1):
        raise ValidationError("Die datum is voorbij. Kies gisteren, vandaag of later.")
    if rij.tot is not None and rij.tot < door.dag:
        raise ValidationError("Dit was al gestopt.")
    if rij.van > tot:
        rij.delete()
    else:
        type(rij).objects.filter(pk=rij.pk, school=door.school).update(tot=tot)


@transaction.atomic
def klassen_indelen(*, door: Werkplek, afdelingen: Mapping[int, Afdeling | None]) -> int:
    """Put classes (by number) in a department, or in none; returns how many changed."""
    veranderd = 0
    for klas in Klas.objects.select_for_update().filter(school=door.school, pk__in=afdelingen):
        nieuw = afdelingen[klas.pk]
        if klas.afdeling_id != (nieuw.pk if nieuw else None):
            klas.afdeling = nieuw
            klas.save(update_fields=["afdeling"])
            veranderd += 1
    return veranderd
