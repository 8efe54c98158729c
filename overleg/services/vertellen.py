"""Asking the mentor to tell pupil and parents what was agreed, and noting that he did."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from overleg import klokken_verslag as klokken
from overleg.access_vertellen import (
    get_vertellen_slot,
    get_vertellen_voor_overdracht,
    vertellers,
    zonder_verteller,
)
from overleg.loop import Puntstatus
from overleg.models import Agendapunt, Overleg, Terugvertellen
from overleg.soorten import regels
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import leeftijd, na_schooldagen

MEERDERJARIG = 18
VOLWASSEN = "De leerling is 18 of ouder."


@dataclass(frozen=True)
class Verteld:
    """On which day pupil and parents heard it, or why the parents do not, and what they said."""

    leerling_op: date | None
    ouders_op: date | None
    niet_ouders: str = ""
    reactie: str = ""


def vraag_terugvertellen(door: Werkplek, overleg: Overleg, op: datetime) -> list[Terugvertellen]:
    """Ask for every pupil that was discussed, once per item; needs the transaction that closes the meeting.

    An item that was open again and is not discussed any more is no longer asked for, unless something was told already.
    """
    besproken = Agendapunt.objects.filter(
        overleg=overleg, status=Puntstatus.BESPROKEN, leerling__isnull=False
    )
    if not regels(overleg.soort).leerlingen:
        return []
    _trek_in(overleg)
    punten = list(besproken.filter(terugvertellen__isnull=True).select_related("leerling").order_by("pk"))
    leerlingen = [punt.leerling for punt in punten if punt.leerling]
    wie = vertellers(door.school.pk, door.dag, leerlingen, door.user.pk)
    uiterlijk = na_schooldagen(door.dag, instelling("verteltermijn", door.dag), vrije_perioden(door.dag))
    return [_vraag(punt, wie[punt.leerling_id or 0], uiterlijk, door.dag, op) for punt in punten]


def _vraag(punt: Agendapunt, wie: int, uiterlijk: date, dag: date, op: datetime) -> Terugvertellen:
    jaren = leeftijd(punt.leerling.geboortedatum, dag) if punt.leerling else None
    rij = Terugvertellen.objects.create(
        school_id=punt.school_id,
        punt=punt,
        mentor_id=wie,
        gevraagd_op=op,
        uiterlijk=uiterlijk,
        niet_ouders=VOLWASSEN if jaren is not None and jaren >= MEERDERJARIG else "",
    )
    klokken.vraag_te_vertellen(rij, op)
    return rij


def _trek_in(overleg: Overleg) -> None:
    weg = Terugvertellen.objects.filter(
        punt__overleg=overleg, leerling_op__isnull=True, ouders_op__isnull=True, klaar_op__isnull=True
    ).exclude(punt__status=Puntstatus.BESPROKEN)
    for rij in weg:
        klokken.verteld(rij)
        rij.delete()


@transaction.atomic
def vertellen_noteren(
    *, door: Werkplek, pk: int, versie: int, verteld: Verteld, op: datetime
) -> Terugvertellen:
    """Note what was told; it is done when pupil and parents were told, or it says why the parents are not.

    What was noted can be put right, until and after that. Raises Verouderd, ValidationError for a day to come or before
    the meeting, 404.
    """
    rij = get_vertellen_slot(door, pk)
    if rij.versie != versie:
        raise Verouderd
    _eis_dagen(rij, verteld, door.dag)
    rij.leerling_op, rij.ouders_op = verteld.leerling_op, verteld.ouders_op
    rij.niet_ouders = "" if verteld.ouders_op else verteld.niet_ouders.strip()
    rij.reactie, rij.versie = verteld.reactie.strip(), rij.versie + 1
    klaar = bool(rij.leerling_op and (rij.ouders_op or rij.niet_ouders))
    rij.klaar_op = (rij.klaar_op or op) if klaar else None
    rij.klaar_door = (rij.klaar_door or door.user) if klaar else None
    bewaar(
        rij,
        "leerling_op",
        "ouders_op",
        "niet_ouders",
        "reactie",
        "klaar_op",
        "klaar_door",
        "versie",
    )
    if klaar:
        klokken.verteld(rij)
    return rij


def _eis_dagen(rij: Terugvertellen, verteld: Verteld, dag: date) -> None:
    vanaf = timezone.localdate(min(rij.punt.overleg.begin, rij.gevraagd_op))  # it may have been held early
    fouten = {}
    for veld in ("leerling_op", "ouders_op"):
        gekozen = getattr(verteld, veld)
        if gekozen and gekozen > dag:
            fouten[veld] = "Die dag moet nog komen. Noteer het als je het hebt verteld."
        elif gekozen and gekozen < vanaf:
            fouten[veld] = "Die dag ligt voor het overleg. Kijk de datum na."
    if not (verteld.leerling_op or verteld.ouders_op or verteld.niet_ouders.strip()):
        fouten["leerling_op"] = "Noteer wanneer je het de leerling vertelde."
    if fouten:
        raise ValidationError(fouten)


def vertellers_terug(school_id: int, dag: date, op: datetime) -> int:
    """Nightly: what is of somebody who left goes to the mentor of now or the coordinator; returns how many.

    Without either it stays where it is. Twice does nothing more.
    """
    terug = 0
    for rij in zonder_verteller(school_id, dag):
        leerling = rij.punt.leerling
        wie = vertellers(school_id, dag, [leerling], None).get(leerling.pk) if leerling else None
        if wie is None or wie == rij.mentor_id:
            continue
        _geef_door(rij, wie, op)
        terug += 1
    return terug


@transaction.atomic
def vertellen_overdragen(*, door: Werkplek, pk: int, naar: User, op: datetime) -> Terugvertellen:
    """Let this colleague tell it, when the one who was asked leaves; he is asked in his daily mail.

    What is done or his already stays as it is. Raises 404 for who may not hand it over.
    """
    rij = get_vertellen_voor_overdracht(door, pk)
    if rij.klaar_op is None and rij.mentor_id != naar.pk:
        _geef_door(rij, naar.pk, op)
    return rij


def _geef_door(rij: Terugvertellen, wie: int, op: datetime) -> None:
    klokken.verteld(rij)
    rij.mentor_id, rij.versie = wie, rij.versie + 1
    rij.save(update_fields=["mentor", "versie"])
    klokken.vraag_te_vertellen(rij, op)
