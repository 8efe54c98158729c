"""Making an agenda: items from cases or by hand, their order and minutes, and the question that goes with each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max

from leerlingen.models import Leerling
from ondersteuning.models import Opp, Traject, Vervolg
from overleg.access import get_overleg_slot
from overleg.access_agenda import get_punt_slot
from overleg.loop import Puntstatus, Stap, controleer_stap
from overleg.models import Agendapunt, Bron, Overleg
from overleg.soorten import regels
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

PUNTEN_MAX = 60
"""Items on one agenda: a class of thirty-odd pupils fits, a runaway script does not."""


@dataclass(frozen=True)
class Puntgegevens:
    """What somebody fills in for one item: about a pupil or about a subject, with the question for the meeting."""

    leerling: Leerling | None = None
    onderwerp: str = ""
    vraag: str = ""
    minuten: int | None = None
    toelichting: str = ""
    bron: str = Bron.VRIJ
    vervolg: Vervolg | None = field(default=None, compare=False)
    traject: Traject | None = field(default=None, compare=False)
    opp: Opp | None = field(default=None, compare=False)


def _pak(door: Werkplek, overleg_id: int) -> Overleg:
    overleg = get_overleg_slot(door, overleg_id, daad="agenda")
    controleer_stap(overleg.status, Stap.AGENDA)
    return overleg


@transaction.atomic
def punt_toevoegen(*, door: Werkplek, overleg_id: int, gegevens: Puntgegevens, op: datetime) -> Agendapunt:
    """Put one item at the end of the agenda. The caller opened the pupil by his own door.

    A pupil who was taken off comes back with his question. Raises ValidationError (a pupil who is on it already, an
    item about a pupil in a meeting without pupils), StapNietToegestaan, 403 or 404.
    """
    return zet_punt_erbij(door, _pak(door, overleg_id), gegevens, op)


@transaction.atomic
def punten_toevoegen(
    *, door: Werkplek, overleg_id: int, lijst: Sequence[Puntgegevens], op: datetime
) -> list[Agendapunt]:
    """Put several proposals on the agenda at once; who is on it already is skipped. Raises as `punt_toevoegen`."""
    overleg = _pak(door, overleg_id)
    hier = Agendapunt.objects.filter(overleg=overleg).exclude(status=Puntstatus.VERVALLEN)
    staat_erop = set(hier.values_list("leerling_id", flat=True))
    nieuw = [g for g in lijst if g.leerling is None or g.leerling.pk not in staat_erop]
    return [zet_punt_erbij(door, overleg, gegevens, op) for gegevens in nieuw]


def zet_punt_erbij(door: Werkplek, overleg: Overleg, gegevens: Puntgegevens, op: datetime) -> Agendapunt:
    """Put one item at the end of a meeting that was opened and locked by who may; ValidationError as above."""
    soort = regels(overleg.soort)
    if gegevens.leerling is not None and not soort.leerlingen:
        raise ValidationError(
            "Dit overleg gaat niet over een leerling. Schrijf een onderwerp op, zonder naam."
        )
    hier = Agendapunt.objects.filter(overleg=overleg)
    if hier.exclude(status=Puntstatus.VERVALLEN).count() >= PUNTEN_MAX:
        raise ValidationError(f"Er staan al {PUNTEN_MAX} punten op de agenda. Haal er eerst een af.")
    laatste = hier.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    return bewaar(
        Agendapunt(
            school=door.school,
            overleg=overleg,
            volgorde=laatste + 1,
            minuten=gegevens.minuten or soort.minuten,
            bron=gegevens.bron,
            leerling=gegevens.leerling,
            vervolg=gegevens.vervolg,
            traject=gegevens.traject,
            opp=gegevens.opp,
            onderwerp="" if gegevens.leerling else gegevens.onderwerp.strip(),
            vraag=gegevens.vraag.strip(),
            toelichting=gegevens.toelichting.strip(),
            toegevoegd_door=door.user,
            toegevoegd_op=op,
        )
    )


@transaction.atomic
def punt_wijzigen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    vraag: str,
    minuten: int,
    toelichting: str = "",
    onderwerp: str = "",
) -> Agendapunt:
    """Change the question, the minutes and (of an item without a pupil) the subject.

    Raises Verouderd, ValidationError, StapNietToegestaan, 403 or 404.
    """
    punt = get_punt_slot(door, pk, daad="agenda")
    if punt.versie != versie:
        raise Verouderd
    controleer_stap(punt.overleg.status, Stap.AGENDA)
    punt.vraag, punt.minuten, punt.toelichting = vraag.strip(), minuten, toelichting.strip()
    if punt.leerling_id is None:
        punt.onderwerp = onderwerp.strip()
    punt.versie += 1
    return bewaar(punt, "vraag", "minuten", "toelichting", "onderwerp", "versie")


@transaction.atomic
def vraag_stellen(*, door: Werkplek, pk: int, versie: int, vraag: str) -> Agendapunt:
    """Write only the question of an item: who takes part may do that too, for the pupil he knows (an empty one first).

    Raises PermissionDenied when there is a question already and he does not make the agenda, Verouderd, 404.
    """
    punt = get_punt_slot(door, pk, daad="deelnemer")
    if punt.versie != versie:
        raise Verouderd
    controleer_stap(punt.overleg.status, Stap.AGENDA)
    if punt.vraag and punt.toegevoegd_door_id not in door.namens:
        raise PermissionDenied("de vraag is van een ander")
    punt.vraag, punt.versie = vraag.strip(), punt.versie + 1
    return bewaar(punt, "vraag", "versie")


@transaction.atomic
def punt_van_agenda(*, door: Werkplek, pk: int) -> Agendapunt:
    """Take an item off before it is discussed; the row stays and can be put back. Raises StapNietToegestaan, 403, 404.

    ValidationError when something was agreed or discussed about it.
    """
    punt = get_punt_slot(door, pk, daad="agenda", ook_overleg=True)
    controleer_stap(punt.overleg.status, Stap.AGENDA)
    if punt.status == Puntstatus.BESPROKEN or punt.bezig_sinds or punt.afspraken.exists():
        raise ValidationError("Over dit punt is al gesproken. Het blijft op de agenda staan.")
    return _zet(punt, Puntstatus.VERVALLEN)


@transaction.atomic
def punt_terug(*, door: Werkplek, pk: int) -> Agendapunt:
    """Put an item back that was taken off. Raises ValidationError when its pupil came on again by another item."""
    punt = get_punt_slot(door, pk, daad="agenda", ook_overleg=True)
    controleer_stap(punt.overleg.status, Stap.AGENDA)
    return _zet(punt, Puntstatus.OPEN) if punt.status == Puntstatus.VERVALLEN else punt


def _zet(punt: Agendapunt, status: Puntstatus) -> Agendapunt:
    punt.status, punt.versie = status, punt.versie + 1
    return bewaar(punt, "status", "versie")


@transaction.atomic
def agenda_ordenen(*, door: Werkplek, overleg_id: int, volgorde: Sequence[int]) -> None:
    """Put the items in this order; what is not named (added meanwhile by somebody else) keeps its place at the end.

    Numbers of other meetings are ignored. Raises StapNietToegestaan, 403 or 404.
    """
    overleg = _pak(door, overleg_id)
    punten = {p.pk: p for p in Agendapunt.objects.filter(overleg=overleg).order_by("volgorde", "pk")}
    genoemd = [pk for pk in dict.fromkeys(volgorde) if pk in punten]
    rest = [pk for pk in punten if pk not in set(genoemd)]
    for plek, pk in enumerate((*genoemd, *rest), start=1):
        punten[pk].volgorde = plek
    Agendapunt.objects.bulk_update(punten.values(), ["volgorde"])


@transaction.atomic
def punt_verplaatsen(*, door: Werkplek, pk: int, omhoog: bool) -> None:
    """Move an item one place up or down; at the end of the agenda nothing changes. For keyboard and phone."""
    punt = get_punt_slot(door, pk, daad="agenda", ook_overleg=True)
    zichtbaar = Agendapunt.objects.filter(overleg=punt.overleg_id).exclude(status=Puntstatus.VERVALLEN)
    rij = list(zichtbaar.order_by("volgorde", "pk").values_list("pk", flat=True))
    plek = rij.index(punt.pk) if punt.pk in rij else -1
    naar = plek - 1 if omhoog else plek + 1
    if plek < 0 or not 0 <= naar < len(rij):
        return
    rij[plek], rij[naar] = rij[naar], rij[plek]
    agenda_ordenen(door=door, overleg_id=punt.overleg_id, volgorde=rij)
