"""Closing a meeting: all of it or nothing, and once; and opening it again on the same day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ondersteuning.models import Vervolg
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.workflow import StapNietToegestaan
from overleg.access import get_overleg_slot
from overleg.access_sluiten import is_besproken, met_inhoud, open_vervolgen, volgende_van
from overleg.loop import Overlegstatus, Puntstatus, Stap, controleer_stap
from overleg.models import Agendapunt, Overleg
from overleg.services.tijd import klok_stil
from overleg.services.verslag import meld_verslagen
from overleg.services.vertellen import vraag_terugvertellen
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import na_schooldagen


@dataclass(frozen=True)
class Vervolgkeuze:
    """The follow-up of an item is done, with this result; `versie` is the one somebody saw."""

    versie: int
    resultaat: str


@dataclass(frozen=True)
class Afsluiting:
    """What is chosen at the end: items to take off instead of moving them on, and follow-ups that are done per item."""

    versie: int
    van_agenda: frozenset[int] = frozenset()
    vervolgen: Mapping[int, Vervolgkeuze] = field(default_factory=dict)


@transaction.atomic
def overleg_afsluiten(*, door: Werkplek, pk: int, keuze: Afsluiting, op: datetime) -> Overleg:
    """Close a meeting: clocks stop, every item ends, follow-ups close or move on, mentors are asked, reports go out.

    An item with minutes or an agreement was discussed, also when nobody said so. Whoever still saves minutes waits for
    this step and gets his text back. Raises StapNietToegestaan when it is closed already or not on, Verouderd when the
    meeting or a follow-up changed, ValidationError for a follow-up without a result, 403 or 404.
    """
    overleg = get_overleg_slot(door, pk, daad="leiden")
    controleer_stap(overleg.status, Stap.AFSLUITEN)
    if overleg.versie != keuze.versie:
        raise Verouderd
    klok_stil(overleg.pk, op)
    _rond_punten_af(door, overleg, keuze.van_agenda)
    _rond_vervolgen_af(door, overleg, keuze.vervolgen, op)
    overleg.status, overleg.afgesloten_op, overleg.afgesloten_door = Overlegstatus.AFGESLOTEN, op, door.user
    overleg.versie += 1
    overleg.save(update_fields=["status", "afgesloten_op", "afgesloten_door", "versie"])
    vraag_terugvertellen(door, overleg, op)
    meld_verslagen(door, overleg, op)
    return overleg


def _rond_punten_af(door: Werkplek, overleg: Overleg, van_agenda: frozenset[int]) -> None:
    """Every open item is discussed, taken off (only by who sees it) or moved to the next time."""
    rijen = Agendapunt.objects.filter(overleg=overleg, status=Puntstatus.OPEN)
    ziet = Agendapunt.objects.zichtbaar_voor(door).filter(overleg=overleg, pk__in=van_agenda)
    weg = set(ziet.values_list("pk", flat=True))
    for punt in met_inhoud(rijen).select_for_update(of=("self",)):
        if is_besproken(punt):
            punt.status = Puntstatus.BESPROKEN
        else:
            punt.status = Puntstatus.VERVALLEN if punt.pk in weg else Puntstatus.DOORGESCHOVEN
        punt.versie += 1
        punt.save(update_fields=["status", "versie"])


def _rond_vervolgen_af(
    door: Werkplek, overleg: Overleg, keuzes: Mapping[int, Vervolgkeuze], op: datetime
) -> None:
    """Close what was ticked with its result; what stays open and is due moves to the next meeting."""
    vervolgen = open_vervolgen(door, overleg.pk)
    if any(punt not in vervolgen for punt in keuzes):
        raise Verouderd
    for punt, vervolg in vervolgen.items():
        if punt in keuzes:
            _sluit_vervolg(door, vervolg, keuzes[punt], op)
        elif vervolg.volgende_datum <= door.dag:
            _schuif_vervolg(door, overleg, vervolg, op)


def _sluit_vervolg(door: Werkplek, vervolg: Vervolg, keuze: Vervolgkeuze, op: datetime) -> None:
    if not keuze.resultaat.strip():
        raise ValidationError("Schrijf op wat het overleg opleverde, of laat het vervolg open.")
    vervolg_afsluiten(door=door, pk=vervolg.pk, versie=keuze.versie, resultaat=keuze.resultaat.strip(), op=op)


def _schuif_vervolg(door: Werkplek, overleg: Overleg, vervolg: Vervolg, op: datetime) -> None:
    volgende = volgende_van(overleg)
    datum = timezone.localdate(volgende) if volgende else door.dag
    if datum <= door.dag:
        datum = na_schooldagen(door.dag, instelling("controletermijn", door.dag), vrije_perioden(door.dag))
    vervolg_plannen(
        door=door, pk=vervolg.pk, versie=vervolg.versie, eigenaar=vervolg.eigenaar, datum=datum, op=op
    )


@transaction.atomic
def overleg_heropenen(*, door: Werkplek, pk: int, versie: int, reden: str, op: datetime) -> Overleg:
    """Open a closed meeting again, on the day it was closed; `reden` stays with it.

    Items keep how they ended and can be opened one by one; reports that did not go out yet lapse. Raises Verouderd,
    StapNietToegestaan (not closed, or on a later day), ValidationError without a reason, 403 or 404.
    """
    overleg = get_overleg_slot(door, pk, daad="leiden")
    controleer_stap(overleg.status, Stap.HEROPENEN)
    if overleg.versie != versie:
        raise Verouderd
    if overleg.afgesloten_op is None or timezone.localdate(overleg.afgesloten_op) != door.dag:
        raise StapNietToegestaan(
            "Opnieuw openen kan alleen op de dag zelf. Zet wat je nog wilt zeggen als aanvulling in het verslag."
        )
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf kort op waarom je het opnieuw opent."})
    overleg.status, overleg.afgesloten_op = Overlegstatus.BEZIG, None
    overleg.reden, overleg.versie = reden.strip(), overleg.versie + 1
    overleg.save(update_fields=["status", "afgesloten_op", "reden", "versie"])
    return overleg
