"""The doors of a report: of a closed meeting everybody reads only his own part.

An item is read by who may see it (`Agendapunt.zichtbaar_voor`), its agreements besides by their owners.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from overleg.access import Overlegblik, blik, get_overleg
from overleg.access_agenda import agenda_van, leg_inzage_vast
from overleg.loop import Overlegstatus
from overleg.models import Aanvulling, Afspraak, Agendapunt, Deelname, Functie, Overleg, Verslagdeel
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Deel:
    """One item as somebody reads it; his own agreements first."""

    punt: Agendapunt
    tekst: str
    afspraken: list[Afspraak]
    aanvullingen: list[Aanvulling]


@dataclass(frozen=True)
class Verslag:
    """The part of one reader. `eigen`: his agreements of all of it. `los`: agreements of no item he sees.

    `lezers`: who takes part, with when he read it; only for who leads. `verborgen`: items that are not for him.
    """

    overleg: Overleg
    mag: Overlegblik
    delen: list[Deel]
    eigen: list[Afspraak]
    los: list[Afspraak]
    verborgen: int
    deelnames: list[Deelname] = field(default_factory=list)

    @property
    def lezers(self) -> list[Deelname]:
        """Who read it, for who leads; nothing for others."""
        return self.deelnames if self.mag.leiden else []

    @property
    def afwezig(self) -> list[str]:
        """Names of who was not there."""
        return [d.user.naam for d in self.deelnames if d.aanwezig is False]


def get_verslag(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN) -> Verslag:
    """Open the report of a closed meeting, each pupil in it logged; 404 when it is not closed or not for this person."""
    return lees_verslag(werkplek, *get_overleg(werkplek, pk), handeling)


def lees_verslag(
    werkplek: Werkplek, overleg: Overleg, mag: Overlegblik, handeling: Handeling = Handeling.BEKEKEN
) -> Verslag:
    """The same of a meeting that was opened already (six statements and the log)."""
    if overleg.status != Overlegstatus.AFGESLOTEN:
        raise Http404("verslag")
    agenda = agenda_van(werkplek, overleg)
    leg_inzage_vast(werkplek, agenda.punten, handeling)
    teksten = dict(_teksten.lees(overleg.pk))
    van_punt: dict[int | None, list[Afspraak]] = defaultdict(list)
    eigen = []
    for afspraak in _afspraken.lees(werkplek, overleg.pk):
        van_punt[afspraak.punt_id].append(afspraak)
        if afspraak.eigenaar_id in werkplek.namens:
            eigen.append(afspraak)
    erbij: dict[int, list[Aanvulling]] = defaultdict(list)
    for aanvulling in _aanvullingen.lees(overleg.pk):
        erbij[aanvulling.punt_id].append(aanvulling)
    delen = [
        Deel(
            punt,
            teksten.get(punt.pk, ""),
            sorted(van_punt.pop(punt.pk, []), key=lambda a: a.eigenaar_id not in werkplek.namens),
            erbij[punt.pk],
        )
        for punt in agenda.punten
    ]
    los = [afspraak for rijen in van_punt.values() for afspraak in rijen]
    return Verslag(overleg, mag, delen, eigen, los, agenda.verborgen, _deelnames.lees(overleg.pk))


@vaste_vraag
def _teksten(overleg_id: int) -> QuerySet:
    return Verslagdeel.objects.filter(punt__overleg_id=overleg_id).values_list("punt_id", "tekst")


@vaste_vraag
def _afspraken(werkplek: Werkplek, overleg_id: int) -> QuerySet:
    rijen = Afspraak.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id)
    return rijen.select_related("eigenaar", "leerling").order_by("klaar_op", "pk")


@vaste_vraag
def _aanvullingen(overleg_id: int) -> QuerySet:
    rijen = Aanvulling.objects.filter(punt__overleg_id=overleg_id)
    return rijen.select_related("door").order_by("pk")


@vaste_vraag
def _deelnames(overleg_id: int) -> QuerySet:
    rijen = Deelname.objects.filter(overleg_id=overleg_id, verwijderd_op__isnull=True)
    return rijen.select_related("user").order_by("pk")


def get_punt_om_aan_te_vullen(werkplek: Werkplek, punt_id: int) -> Agendapunt:
    """One item with its meeting locked, for who takes part in it or leads it; 404 or 403 for others. Shows nothing."""
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(pk=punt_id).select_related("overleg")
    punt = rijen.select_for_update(of=("overleg",)).first()
    if punt is None:
        raise Http404("agendapunt")
    mag = blik(werkplek, punt.overleg)
    if not (mag.deelnemer or mag.leiden):
        raise PermissionDenied("verslag aanvullen")
    return punt


def ongelezen(werkplek: Werkplek) -> list[int]:
    """Numbers of closed meetings whose report one did not read yet, the last one first; at most two."""
    rijen = Deelname.objects.filter(
        school=werkplek.school,
        user=werkplek.user,
        verwijderd_op__isnull=True,
        verslag_gelezen_op__isnull=True,
        overleg__status=Overlegstatus.AFGESLOTEN,
    ).exclude(functie=Functie.EXTERN)
    return list(rijen.order_by("-overleg__afgesloten_op").values_list("overleg_id", flat=True)[:2])
