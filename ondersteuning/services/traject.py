"""Changing and closing a trajectory; taking a closing back. It begins in services/trajectstart.py."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from leerlingen.access import toegangsgrond
from leerlingen.access_kaart import mag_adviseren
from leerlingen.models import ExternePartner, Leerling
from leerlingen.services.advies import advies_geven, adviezen_beeindigen
from ondersteuning import klokken_traject
from ondersteuning.access_traject import (
    get_traject_om_te_sturen,
    lijn_nu,
)
from ondersteuning.models import Traject
from ondersteuning.services.lijnen import Gedaan, leg_overgang_vast
from ondersteuning.services.regie import bron_van, eis_rol, geef_zicht, rond_zicht_af, trek_open_overdracht_in
from ondersteuning.trajectloop import Stap, TrajectStatus, controleer_stap
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Wijziging:
    """What can be changed in between; dates and line change by an evaluation."""

    titel: str
    hulpvraag: str
    onderwijsbehoeften: str
    terug_naar_klas: str
    partner: ExternePartner | None = None


def pak_traject(door: Werkplek, pk: int, versie: int, stap: Stap) -> Traject:
    """Lock a trajectory for a step, in the version the user saw.

    Raises Verouderd for another version, StapNietToegestaan when its state does not allow the step.
    """
    traject = get_traject_om_te_sturen(door, pk, slot=True)
    if traject.versie != versie:
        raise Verouderd
    controleer_stap(traject.status, stap)
    return traject


@transaction.atomic
def traject_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Wijziging) -> Traject:
    """Change the words of a running trajectory. Raises as `pak_traject`, ValidationError for what the rules refuse."""
    traject = pak_traject(door, pk, versie, Stap.WIJZIGEN)
    velden = ("titel", "hulpvraag", "onderwijsbehoeften", "terug_naar_klas", "partner")
    for veld in velden:
        setattr(traject, veld, getattr(gegevens, veld))
    klokken_traject.traject_klaar(Traject.objects.get(pk=pk))
    traject.versie += 1
    bewaar(traject, *velden, "versie")
    klokken_traject.plan_traject(traject)
    return traject


@dataclass(frozen=True)
class Slot:
    """How it ended, in words, and how the pupil goes on in class; `advies` goes to his teachers."""

    afloop: str
    afsluiting: str
    advies: str = ""


@transaction.atomic
def traject_afsluiten(*, door: Werkplek, pk: int, versie: int, gegevens: Slot, op: datetime) -> Traject:
    """Close a trajectory with its outcome; what waited for an answer lapses, its owner sees the pupil a week more.

    Raises as `pak_traject`, ValidationError at `advies` for words that do not fit on a card.
    """
    traject = pak_traject(door, pk, versie, Stap.AFSLUITEN)
    if gegevens.advies:
        _adviseer(door, traject, gegevens.advies)
    return sluit(door, traject, gegevens, op)


def _adviseer(door: Werkplek, traject: Traject, advies: str) -> None:
    """Put the advice on the card for the lesson until the end of the school year, for who may advise there."""
    leerling = Leerling.objects.get(pk=traject.leerling_id)
    grond = toegangsgrond(door, leerling)
    if grond is None or not mag_adviseren(door, grond):
        return
    eind = Schooljaar.van(door.dag).eind
    try:
        advies_geven(door=door, leerling=leerling, tekst=advies, tot=eind, bron=bron_van(traject))
    except ValidationError as fout:
        raise ValidationError({"advies": fout.messages}) from fout


def sluit(door: Werkplek, traject: Traject, gegevens: Slot, op: datetime) -> Traject:
    """Close a locked, running trajectory."""
    van = lijn_nu(traject.leerling_id, traject.domein)
    klokken_traject.traject_klaar(traject)
    trek_open_overdracht_in(door, traject, op)
    Traject.objects.filter(pk=traject.pk).update(
        status=TrajectStatus.AFGESLOTEN,
        afloop=gegevens.afloop,
        afsluiting=gegevens.afsluiting,
        afgesloten_op=op,
        afgesloten_door=door.user,
        versie=F("versie") + 1,
    )
    traject = Traject.objects.select_related("regievoerder", "leerling").get(pk=traject.pk)
    rond_zicht_af(door, traject)
    leg_overgang_vast(door, traject, van, Gedaan())
    return traject


@transaction.atomic
def traject_heropenen(*, door: Werkplek, pk: int, op: datetime) -> Traject:
    """Take a closing back on the day itself (Herstel): the same owner, dates and access.

    Raises StapNietToegestaan on a later day or when the owner left, ValidationError when it would overlap by now.
    """
    traject = get_traject_om_te_sturen(door, pk, slot=True)
    controleer_stap(traject.status, Stap.HEROPENEN)
    if traject.afgesloten_op is None or timezone.localdate(traject.afgesloten_op) != timezone.localdate(op):
        raise StapNietToegestaan("Heropenen kan alleen op de dag van afsluiten. Start een nieuw traject.")
    eis_rol(door, traject.regievoerder, "regievoerder")
    van = lijn_nu(traject.leerling_id, traject.domein)
    traject.status, traject.afloop, traject.afsluiting = TrajectStatus.LOOPT, "", ""
    traject.afgesloten_op = traject.afgesloten_door = None
    traject.versie += 1
    bewaar(traject, "status", "afloop", "afsluiting", "afgesloten_op", "afgesloten_door", "versie")
    eerder = Gedaan(traject.al_gedaan or "Dit traject liep al.", traject.resultaat or "Afsluiting hersteld.")
    leg_overgang_vast(door, traject, van, eerder)
    adviezen_beeindigen(door=door, bron=bron_van(traject))
    geef_zicht(door, traject)
    klokken_traject.plan_traject(traject)
    return traject
