"""Who hears that he is asked for a meeting, and that it was moved or does not go on; nameless, and never twice.

Colleagues read it in their daily mail. Who comes from outside has no daily work here: he hears it at once, with the
meeting as a calendar file.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
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


def trek_in(overleg: Overleg, user_id: int) -> None:
    """Somebody was taken off: what he was still to hear about this meeting lapses."""
    for soort in (UITNODIGING, GEWIJZIGD):
        laat_soort_vervallen(
            school_id=overleg.school_id, soort=soort, object_id=overleg.pk, ontvanger_id=user_id
        )


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


def trek_reeks_in(reeks: Overlegreeks, user_id: int) -> None:
    """A standing participant was taken off: what he was still to hear about the series lapses."""
    for soort in (REEKS, REEKS_GEWIJZIGD):
        laat_soort_vervallen(school_id=reeks.school_id, soort=soort, object_id=reeks.pk, ontvanger_id=user_id)


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


def _als_bijlage(overleggen: list[Overleg], op: datetime) -> Bijlage:
    inhoud = kalender(overleggen, basis=settings.BASIS_URL, op=op, url_van=lambda _: f"{settings.BASIS_URL}/")
    return Bijlage("overleg.ics", inhoud, CONTENT_TYPE.partition(";")[0])


_VRAAG = "Uitnodiging voor een overleg"
_ANDERS = "Een overleg is veranderd"
SOORTEN = (
    Soort(
        UITNODIGING,
        "uitnodiging voor een overleg",
        "uitnodigingen voor een overleg",
        _nog_gevraagd,
        _VRAAG,
        _bestand,
    ),
    Soort(
        GEWIJZIGD,
        "overleg dat is verzet, niet doorgaat of toch doorgaat",
        "overleggen die zijn verzet, niet doorgaan of toch doorgaan",
        _nog_anders,
        _ANDERS,
        _bestand,
    ),
    Soort(
        REEKS,
        "uitnodiging voor een reeks overleggen",
        "uitnodigingen voor een reeks overleggen",
        _nog_lid,
        _VRAAG,
        _reeksbestand,
    ),
    Soort(
        REEKS_GEWIJZIGD,
        "reeks overleggen die is veranderd of gestopt",
        "reeksen overleggen die zijn veranderd of gestopt",
        _nog_lid,
        _ANDERS,
        _reeksbestand,
    ),
)
