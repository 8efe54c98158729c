"""Who hears that he is asked for a meeting, that it was moved or does not go on, or that he was taken off; nameless, once.

Colleagues read it in their daily mail. Who comes from outside has no daily work here: he hears it at once, with the
meeting as a calendar file.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.kalender import CONTENT_TYPE, kalender
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Functie, Overleg, Overlegreeks, Reekslid
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Bijlage, Soort

UITNODIGING, GEWIJZIGD = "overleg_uitnodiging", "overleg_gewijzigd"
REEKS, REEKS_GEWIJZIGD = "overlegreeks_uitnodiging", "overlegreeks_gewijzigd"
ERAF, REEKS_ERAF = "overleg_eraf", "overlegreeks_eraf"


def nodig_uit(door: Werkplek, overleg: Overleg, op: datetime) -> None:
    """Tell everybody who takes part and was not told yet, except who plans it."""
    rijen = list(
        Deelname.objects.filter(overleg=overleg, verwijderd_op__isnull=True, uitgenodigd_op__isnull=True)
    )
    for deelname in rijen:
        if deelname.user_id != door.user.pk and overleg.begin > op:
            _plan(UITNODIGING, overleg, deelname, f"{overleg.versie}:{op:%y%m%d%H%M%S}", op)
    Deelname.objects.filter(pk__in=[rij.pk for rij in rijen]).update(uitgenodigd_op=op)


def meld_wijziging(door: Werkplek, overleg: Overleg, op: datetime) -> None:
    """Tell everybody who was asked that a meeting moved, does not go on, or does after all; what waits is replaced."""
    laat_soort_vervallen(school_id=overleg.school_id, soort=GEWIJZIGD, object_id=overleg.pk)
    for deelname in Deelname.objects.filter(overleg=overleg, verwijderd_op__isnull=True):
        if deelname.user_id != door.user.pk and deelname.uitgenodigd_op:
            _plan(GEWIJZIGD, overleg, deelname, str(overleg.versie), op)


def meld_eraf(door: Werkplek, overleg: Overleg, deelname: Deelname, op: datetime) -> None:
    """Tell who was taken off a meeting to come that he takes part no longer, when he had heard of it.

    What he was still to hear about it lapses; somebody whose invitation had not gone out hears nothing at all.
    """
    waren = {
        soort: laat_soort_vervallen(
            school_id=overleg.school_id, soort=soort, object_id=overleg.pk, ontvanger_id=deelname.user_id
        )
        for soort in (UITNODIGING, GEWIJZIGD)
    }
    weet_ervan = deelname.uitgenodigd_op is not None and not waren[UITNODIGING]
    if (
        weet_ervan
        and deelname.user_id != door.user.pk
        and overleg.status == Overlegstatus.GEPLAND
        and overleg.begin > op
    ):
        _plan(ERAF, overleg, deelname, f"{op:%y%m%d%H%M%S}", op)


def _plan(soort: str, overleg: Overleg, deelname: Deelname, hoe: str, op: datetime) -> None:
    plan(
        school_id=overleg.school_id,
        soort=soort,
        sleutel=f"{soort}:{overleg.pk}:{deelname.user_id}:{hoe}",
        ontvanger_id=deelname.user_id,
        object_id=overleg.pk,
        niet_voor=op,
        direct=deelname.functie == Functie.EXTERN,
    )


def meld_reeks(
    door: Werkplek, reeks: Overlegreeks, leden: Iterable[Reekslid], op: datetime, *, soort: str = REEKS
) -> None:
    """Tell standing participants of a whole series in one line, not of each of its meetings."""
    if soort == REEKS_GEWIJZIGD:
        laat_soort_vervallen(school_id=reeks.school_id, soort=soort, object_id=reeks.pk)
    for lid in leden:
        if lid.user_id != door.user.pk:
            plan(
                school_id=reeks.school_id,
                soort=soort,
                sleutel=f"{soort}:{reeks.pk}:{lid.user_id}:{reeks.versie}:{op:%y%m%d%H%M%S}",
                ontvanger_id=lid.user_id,
                object_id=reeks.pk,
                niet_voor=op,
                direct=lid.functie == Functie.EXTERN,
            )


def meld_reeks_eraf(door: Werkplek, reeks: Overlegreeks, lid: Reekslid, op: datetime) -> None:
    """Tell a standing participant who was taken off the series, in one line; nothing when he had not heard of it."""
    waren = {
        soort: laat_soort_vervallen(
            school_id=reeks.school_id, soort=soort, object_id=reeks.pk, ontvanger_id=lid.user_id
        )
        for soort in (REEKS, REEKS_GEWIJZIGD)
    }
    if not waren[REEKS]:
        meld_reeks(door, reeks, [lid], op, soort=REEKS_ERAF)


def _deelname(rij: Any, op: datetime, *statussen: str) -> bool:
    """The receiver takes part now, and the meeting is still to come."""
    rijen = Deelname.objects.filter(
        overleg_id=rij.object_id, user_id=rij.ontvanger_id, verwijderd_op__isnull=True
    )
    vandaag = begin_van(timezone.localdate(op))
    return rijen.filter(overleg__begin__gte=vandaag, overleg__status__in=statussen).exists()


def _nog_gevraagd(rij: Any, op: datetime) -> bool:
    return _deelname(rij, op, Overlegstatus.GEPLAND)


def _nog_anders(rij: Any, op: datetime) -> bool:
    return _deelname(rij, op, Overlegstatus.GEPLAND, Overlegstatus.AFGEZEGD)


def _eraf(rij: Any, *waar: Q) -> QuerySet[Deelname]:
    return Deelname.objects.filter(
        *waar,
        user_id=rij.ontvanger_id,
        verwijderd_op__isnull=False,
        overleg__status__in=(Overlegstatus.GEPLAND, Overlegstatus.AFGEZEGD),
    )


def _niet_meer(rij: Any, op: datetime) -> bool:
    """Still taken off, of a meeting that is still to come."""
    vandaag = begin_van(timezone.localdate(op))
    return _eraf(rij, Q(overleg_id=rij.object_id, overleg__begin__gte=vandaag)).exists()


def _geen_lid(rij: Any, op: datetime) -> bool:
    """No standing participant any more, of a series of which meetings are still to come."""
    lid = Reekslid.objects.filter(reeks_id=rij.object_id, user_id=rij.ontvanger_id)
    vandaag = begin_van(timezone.localdate(op))
    return (
        not lid.exists()
        and _eraf(rij, Q(overleg__reeks_id=rij.object_id, overleg__begin__gte=vandaag)).exists()
    )


def _nog_lid(rij: Any, op: datetime) -> bool:
    rijen = Reekslid.objects.filter(reeks_id=rij.object_id, user_id=rij.ontvanger_id)
    return rijen.filter(reeks__tot__gte=timezone.localdate(op)).exists()


def _bestand(rij: Any, op: datetime) -> Bijlage | None:
    """The one meeting, as a calendar file; in the school's context."""
    overleg = Overleg.objects.filter(pk=rij.object_id).first()
    return _als_bijlage([overleg], op) if overleg else None


def _reeksbestand(rij: Any, op: datetime) -> Bijlage | None:
    """The meetings of a series in which the receiver takes part, from today on."""
    mee = Deelname.objects.filter(user_id=rij.ontvanger_id, verwijderd_op__isnull=True)
    rijen = Overleg.objects.filter(reeks_id=rij.object_id, pk__in=mee.values("overleg_id"))
    rijen = rijen.filter(begin__gte=begin_van(timezone.localdate(op))).order_by("begin", "pk")
    return _als_bijlage(list(rijen), op)


def _eraf_bestand(rij: Any, op: datetime) -> Bijlage | None:
    """The meeting as a calendar file that takes it out of the calendar."""
    overleg = Overleg.objects.filter(pk=rij.object_id).first()
    return _als_bijlage([overleg], op, vervallen=True) if overleg else None


def _reeks_eraf_bestand(rij: Any, op: datetime) -> Bijlage | None:
    """The same for the meetings to come of a series from which he was taken off."""
    vandaag = begin_van(timezone.localdate(op))
    weg = _eraf(rij, Q(overleg__reeks_id=rij.object_id, overleg__begin__gte=vandaag))
    rijen = Overleg.objects.filter(pk__in=weg.values("overleg_id")).order_by("begin", "pk")
    return _als_bijlage(list(rijen), op, vervallen=True)


def _als_bijlage(overleggen: list[Overleg], op: datetime, *, vervallen: bool = False) -> Bijlage:
    inhoud = kalender(
        overleggen,
        basis=settings.BASIS_URL,
        op=op,
        url_van=lambda _: f"{settings.BASIS_URL}/",
        vervallen=vervallen,
    )
    return Bijlage("overleg.ics", inhoud, CONTENT_TYPE.partition(";")[0])


_VRAAG = "Uitnodiging voor een overleg"
_ANDERS = "Een overleg is veranderd"
_NIET_MEER = "Je doet niet meer mee aan een overleg"
SOORTEN = (
    Soort(
        UITNODIGING,
        "uitnodiging voor een overleg",
        "uitnodigingen voor een overleg",
        _nog_gevraagd,
        _VRAAG,
        _bestand,
        lijst="overleg:overleggen",
    ),
    Soort(
        GEWIJZIGD,
        "overleg dat is verzet, niet doorgaat of toch doorgaat",
        "overleggen die zijn verzet, niet doorgaan of toch doorgaan",
        _nog_anders,
        _ANDERS,
        _bestand,
        lijst="overleg:overleggen",
    ),
    Soort(
        REEKS,
        "uitnodiging voor een reeks overleggen",
        "uitnodigingen voor een reeks overleggen",
        _nog_lid,
        _VRAAG,
        _reeksbestand,
        lijst="overleg:overleggen",
    ),
    Soort(
        REEKS_GEWIJZIGD,
        "reeks overleggen die is veranderd of gestopt",
        "reeksen overleggen die zijn veranderd of gestopt",
        _nog_lid,
        _ANDERS,
        _reeksbestand,
        lijst="overleg:overleggen",
    ),
    Soort(
        ERAF,
        "overleg waaraan je niet meer meedoet",
        "overleggen waaraan je niet meer meedoet",
        _niet_meer,
        _NIET_MEER,
        _eraf_bestand,
    ),
    Soort(
        REEKS_ERAF,
        "reeks overleggen waaraan je niet meer meedoet",
        "reeksen overleggen waaraan je niet meer meedoet",
        _geen_lid,
        _NIET_MEER,
        _reeks_eraf_bestand,
    ),
)
