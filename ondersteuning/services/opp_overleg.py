"""Talks with parents (from 18 the pupil) about an OPP: planned, held and written down, or not held (rules 7 and 11).

A held talk keeps the hash of the perspective that was discussed; when those parts change it no longer counts for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_horen import vorige_vastgesteld
from ondersteuning.access_opp_overleg import (
    Kandidaat,
    besproken_hashes,
    kandidaten,
    overleg_slot,
)
from ondersteuning.models import Opp, OppStatus, OppVersie, Overeenstemming, Overlegdeelnemer, Overlegstatus
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.opp.termijnen import meerderjarig
from ondersteuning.oppakkoord import huidige_versie
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

ANDER = tuple[str, str]
"""Somebody who is not in the file: a name and what he comes for."""
ACHTTIEN = "Op die dag is de leerling 18. Nodig de leerling zelf uit; wie mee mag, zet je bij ‘Anderen’."
DICHT = "Dit ontwikkelingsperspectief is afgesloten. Er verandert niets meer aan."
GING_NIET_DOOR = "Dit gesprek ging niet door. Plan een nieuw gesprek."
AFGEZEGD, NIEMAND_KWAM = "afgezegd", "niemand"


class TekstVeranderd(Exception):
    """The perspective was changed while the form was open; nothing was written."""


@dataclass(frozen=True)
class Plan:
    """An invitation: when it was sent and how, for when and where, and who. `wie` are keys of `kandidaten`."""

    uitgenodigd_op: date
    kanaal: str
    wanneer: datetime
    plek: str = ""
    wie: tuple[str, ...] = ()
    anderen: tuple[ANDER, ...] = ()


@dataclass(frozen=True)
class Verslag:
    """What came of a talk. `erbij` are numbers of those invited who came; `ook` are keys of who came uninvited.

    hash: of the perspective that was discussed, as the form knew it.
    """

    wanneer: datetime
    samenvatting: str
    erbij: tuple[int, ...]
    hash: str
    ook: tuple[str, ...] = ()
    anderen: tuple[ANDER, ...] = ()
    eens: str = ""
    oneens: str = ""
    vervolgstap: str = ""


@transaction.atomic
def overleg_plannen(*, door: Werkplek, pk: int, plan: Plan, op: datetime) -> Overeenstemming:
    """Plan a talk about the present version. Raises 404 and 403 from the door, DaadNietToegestaan for a closed OPP, and
    ValidationError by field: nobody invited, an invitation in the future or after the talk, parents of who is 18."""
    opp, versie = _open(door, pk)
    _controleer_plan(opp, plan, door.dag)
    rij = bewaar(
        Overeenstemming(
            school=door.school,
            opp=opp,
            oppversie=versie,
            ronde=versie.ronde,
            uitgenodigd_op=plan.uitgenodigd_op,
            kanaal=plan.kanaal,
            wanneer=plan.wanneer,
            plek=plan.plek,
            gemaakt_door=door.user,
            gemaakt_op=op,
        )
    )
    _nodig_uit(door, opp, rij, plan.wie, plan.anderen)
    return rij


def _open(door: Werkplek, pk: int) -> tuple[Opp, OppVersie]:
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    versie = huidige_versie(opp.pk)
    if opp.status == OppStatus.AFGESLOTEN or versie is None:
        raise DaadNietToegestaan(DICHT)
    return opp, versie


def _controleer_plan(opp: Opp, plan: Plan, dag: date) -> None:
    if not plan.wie and not plan.anderen:
        raise ValidationError({"wie": "Kies wie je uitnodigt."})
    if plan.uitgenodigd_op > dag:
        raise ValidationError({"uitgenodigd_op": "Die dag moet nog komen. Kies vandaag of eerder."})
    op = timezone.localdate(plan.wanneer)
    if plan.uitgenodigd_op > op:
        raise ValidationError({"uitgenodigd_op": "Uitnodigen gaat voor het gesprek. Kijk de dagen na."})
    _controleer_ouders(opp, plan.wie, op)


def _controleer_ouders(opp: Opp, wie: Iterable[str], op: date) -> None:
    """Parents of an adult are no party to it any more (rule 20)."""
    if meerderjarig(opp.leerling.geboortedatum, op) and any(sleutel.startswith("c") for sleutel in wie):
        raise ValidationError({"wie": ACHTTIEN})


def _nodig_uit(
    door: Werkplek,
    opp: Opp,
    rij: Overeenstemming,
    wie: Iterable[str],
    anderen: Iterable[ANDER],
    aanwezig: bool | None = None,
) -> None:
    bekend = {k.sleutel: k for k in kandidaten(door, opp)}
    if onbekend := [sleutel for sleutel in wie if sleutel not in bekend]:
        raise ValidationError(
            {"wie": f"{len(onbekend)} van deze mensen horen niet bij deze leerling. Kies opnieuw."}
        )
    for sleutel in dict.fromkeys(wie):
        _deelnemer(rij, bekend[sleutel], aanwezig)
    for naam, rol in anderen:
        _deelnemer(rij, Kandidaat("", naam, rol), aanwezig)


def _deelnemer(rij: Overeenstemming, k: Kandidaat, aanwezig: bool | None) -> None:
    Overlegdeelnemer.objects.create(
        school_id=rij.school_id,
        overleg=rij,
        contact=k.contact,
        user=k.user,
        leerling=k.leerling,
        naam=k.naam,
        rol=k.rol,
        gezag=k.gezag,
        aanwezig=aanwezig,
    )


@transaction.atomic
def overleg_verzetten(*, door: Werkplek, pk: int, versie: int, plan: Plan) -> Overeenstemming:
    """Change a talk that is planned: another day, other people. Raises Verouderd when a colleague was first."""
    opp, rij = _gepland(door, pk, versie)
    _controleer_plan(opp, plan, door.dag)
    rij.uitgenodigd_op, rij.kanaal, rij.wanneer, rij.plek = (
        plan.uitgenodigd_op,
        plan.kanaal,
        plan.wanneer,
        plan.plek,
    )
    rij.versie += 1
    bewaar(rij, "uitgenodigd_op", "kanaal", "wanneer", "plek", "versie")
    Overlegdeelnemer.objects.filter(overleg=rij).delete()
    _nodig_uit(door, opp, rij, plan.wie, plan.anderen)
    return rij


@transaction.atomic
def overleg_vastleggen(
    *, door: Werkplek, pk: int, versie: int, verslag: Verslag, op: datetime
) -> Overeenstemming:
    """Write down a talk that was held; of one that was written down already: correct its words, not what it was about.

    Raises Verouderd when a colleague saved since `versie`, TekstVeranderd when the perspective is not (any more) the one
    the form knew, DaadNietToegestaan for a closed OPP, ValidationError by field: nobody came, a day that is to come or before the
    last setting.
    """
    opp, rij = overleg_slot(door, pk)
    oppversie = _open(door, opp.pk)[1]
    if rij.versie != versie:
        raise Verouderd
    if rij.status == Overlegstatus.AFGEZEGD:
        raise DaadNietToegestaan(GING_NIET_DOOR)
    if timezone.localdate(verslag.wanneer) > door.dag:
        raise ValidationError({"datum": "Die dag moet nog komen. Leg het vast na het gesprek."})
    _controleer_ouders(opp, verslag.ook, timezone.localdate(verslag.wanneer))
    if rij.status == Overlegstatus.GEPLAND:
        if verslag.hash not in besproken_hashes(oppversie, verslag.wanneer):
            raise TekstVeranderd
        rij.hash, rij.oppversie, rij.ronde = verslag.hash, oppversie, oppversie.ronde
        rij.vastgelegd_op = op
    _controleer_ronde(rij, timezone.localdate(verslag.wanneer))
    rij.status = Overlegstatus.GEHOUDEN
    for veld in ("wanneer", "samenvatting", "eens", "oneens", "vervolgstap"):
        setattr(rij, veld, getattr(verslag, veld))
    rij.versie += 1
    bewaar(rij)
    _wie_kwam(door, opp, rij, verslag)
    return rij


def _controleer_ronde(rij: Overeenstemming, dag: date) -> None:
    """A talk from before the last setting was about that one, not about what is changed now (rule 11)."""
    vorige = vorige_vastgesteld(rij.opp_id, rij.ronde)
    if vorige is not None and dag < vorige:
        raise ValidationError({"datum": "Bij een bijstelling praat je opnieuw, na de dag van vaststellen."})


def _wie_kwam(door: Werkplek, opp: Opp, rij: Overeenstemming, verslag: Verslag) -> None:
    """Note who came; gezag as it is known when it is first written down, and nobody's from the 18th birthday."""
    volwassen = meerderjarig(opp.leerling.geboortedatum, timezone.localdate(rij.wanneer))
    nu = {k.contact.pk: k.gezag for k in kandidaten(door, opp) if k.contact}
    kwamen = False
    for d in Overlegdeelnemer.objects.filter(overleg=rij):
        bekend = nu.get(d.contact_id or 0, False) if d.aanwezig is None else d.gezag
        gezag = bekend and not volwassen
        aanwezig = d.pk in verslag.erbij
        kwamen = kwamen or aanwezig
        Overlegdeelnemer.objects.filter(pk=d.pk).update(aanwezig=aanwezig, gezag=gezag)
    _nodig_uit(door, opp, rij, verslag.ook, verslag.anderen, aanwezig=True)
    if not (kwamen or verslag.ook or verslag.anderen):
        raise ValidationError({"erbij": "Kies wie erbij was. Kwam niemand? Zeg dan dat het niet doorging."})


@transaction.atomic
def overleg_afzeggen(*, door: Werkplek, pk: int, versie: int, hoe: str, reden: str) -> Overeenstemming:
    """Note that a planned talk was called off (AFGEZEGD), or that nobody came (NIEMAND_KWAM), with why, if known."""
    _, rij = _gepland(door, pk, versie)
    woord = "Niemand kwam." if hoe == NIEMAND_KWAM else "Afgezegd."
    rij.status, rij.samenvatting = Overlegstatus.AFGEZEGD, f"{woord} {reden}".strip()
    rij.versie += 1
    bewaar(rij, "status", "samenvatting", "versie")
    if hoe == NIEMAND_KWAM:
        Overlegdeelnemer.objects.filter(overleg=rij).update(aanwezig=False)
    return rij


def _gepland(door: Werkplek, pk: int, versie: int) -> tuple[Opp, Overeenstemming]:
    opp, rij = overleg_slot(door, pk)
    _open(door, opp.pk)
    if rij.versie != versie:
        raise Verouderd
    if rij.status != Overlegstatus.GEPLAND:
        raise DaadNietToegestaan("Dit gesprek is al geweest of ging niet door. Plan een nieuw gesprek.")
    return opp, rij
