"""Saving the minutes of one item while two people type: nothing that either wrote is lost, and closing waits for it.

A save says from which text it began (`basis`); what another saved since is merged in (`overleg.samentekst`). Saves of one
meeting wait for each other on its row, and so does the step that closes it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.workflow import StapNietToegestaan
from overleg.access_live import get_punt_om_te_notuleren, verslagdeel_van
from overleg.loop import Overlegstatus, Stap, mag_stap
from overleg.models import Agendapunt, Verslagdeel
from overleg.models.verslag import VERSLAG_MAX
from overleg.samentekst import Samentekst, voeg_teksten_samen
from zorgapp.accounts.werkplek import Werkplek

POGINGEN = 3  # the second holds: whoever saves has the row of the meeting
_ZIN = re.compile(r"[^.!?\n]+")


@dataclass(frozen=True)
class Geschreven:
    """What somebody has in one box: his text, the text he began from, and texts he sent without hearing an answer.

    `kwijt` has the newest last: when one of those turns out to have arrived, it is what he began from.
    """

    tekst: str
    basis: str = ""
    kwijt: Sequence[str] = ()


@dataclass(frozen=True)
class Bewaard:
    """What stands there now; `botste`: both changed the same sentence; `ander`: who else wrote, when he did."""

    deel: Verslagdeel
    punt: Agendapunt
    botste: bool = False
    ander: str = ""


@transaction.atomic
def notulen_bewaren(
    *,
    door: Werkplek,
    overleg_id: int,
    punt_id: int,
    notulen: Geschreven,
    extern: Geschreven | None = None,
    op: datetime,
) -> Bewaard:
    """Save both boxes of one item; `extern` None leaves that box alone. The same text again changes nothing.

    Raises StapNietToegestaan when the meeting is not on (any more), ValidationError when it becomes too long, 403 or 404.
    """
    punt = get_punt_om_te_notuleren(door, overleg_id, punt_id)
    _eis_bezig(punt.overleg.status)
    deel: Verslagdeel | None = getattr(punt, "verslag", None)
    for _ in range(POGINGEN):
        uit, veranderd = _voeg_in(door, punt, deel, notulen, extern)
        if not veranderd or _schrijf(door, uit.deel, op):
            return uit
        deel = verslagdeel_van(punt_id)  # another saved while this one waited for its turn
    raise StapNietToegestaan("Bewaren lukt nu niet. Je tekst staat nog in dit scherm.")


def _voeg_in(
    door: Werkplek, punt: Agendapunt, deel: Verslagdeel | None, notulen: Geschreven, extern: Geschreven | None
) -> tuple[Bewaard, bool]:
    """The minutes as they become, not saved yet, and whether anything changes."""
    deel = deel or Verslagdeel(school=door.school, punt=punt, bewaard_door=door.user, versie=0)
    ander = "" if deel.bewaard_door_id == door.user.pk else deel.bewaard_door.voornaam
    samen = _samen(notulen, deel.tekst, ander, VERSLAG_MAX)
    buiten = _samen(extern, deel.tekst_extern, ander, TEKST_MAX) if extern else None
    anders = samen.tekst != notulen.tekst or bool(extern and buiten and buiten.tekst != extern.tekst)
    was = (deel.tekst, deel.tekst_extern)
    deel.tekst, deel.tekst_extern = samen.tekst, buiten.tekst if buiten else deel.tekst_extern
    botste = samen.botste or bool(buiten and buiten.botste)
    return Bewaard(deel, punt, botste, ander if anders else ""), was != (deel.tekst, deel.tekst_extern)


def _schrijf(door: Werkplek, deel: Verslagdeel, op: datetime) -> bool:
    """Save them; False when they are no longer the version they were read as."""
    was = deel.versie
    deel.bewaard_door, deel.bewaard_op, deel.versie = door.user, op, was + 1
    if deel.pk is None:
        try:
            with transaction.atomic():
                deel.save(force_insert=True)
        except IntegrityError:
            return False
        return True
    rijen = Verslagdeel.objects.filter(pk=deel.pk, versie=was)
    velden = ("tekst", "tekst_extern", "bewaard_door", "bewaard_op", "versie")
    return rijen.update(**{veld: getattr(deel, veld) for veld in velden}) == 1


def _eis_bezig(status: str) -> None:
    if mag_stap(status, Stap.NOTULEREN):
        return
    waarom = {
        Overlegstatus.GEPLAND: "Dit overleg is nog niet begonnen.",
        Overlegstatus.AFGEZEGD: "Dit overleg gaat niet door.",
    }.get(Overlegstatus(status), "Dit overleg is intussen afgesloten.")
    raad = " Het verslag kun je nog aanvullen." if status == Overlegstatus.AFGESLOTEN else ""
    raise StapNietToegestaan(f"{waarom} Je tekst staat nog in dit scherm, maar is niet bewaard.{raad}")


def _samen(nieuw: Geschreven, staat: str, ander: str, hoogstens: int) -> Samentekst:
    getal = f"{hoogstens:,}".replace(",", ".")
    raad = f"langer dan {getal} tekens. Maak hem korter; hij staat nog in dit scherm."
    if len(nieuw.tekst) > hoogstens:
        raise ValidationError(f"De tekst is {raad}")
    wie = ander or "een ander scherm"
    uit = voeg_teksten_samen(begon_van(nieuw, staat), staat, nieuw.tekst, wie)
    if len(uit.tekst) > hoogstens:
        raise ValidationError(f"Samen met wat {wie} schreef wordt de tekst {raad}")
    return uit


def begon_van(nieuw: Geschreven, staat: str) -> str:
    """From which text this one grew: the newest sent text of which every sentence arrived, else its basis."""
    zinnen = set(_zinnen(staat))
    for tekst in reversed(nieuw.kwijt):
        if tekst == staat or (tekst.strip() and zinnen.issuperset(_zinnen(tekst))):
            return tekst
    return nieuw.basis


def _zinnen(tekst: str) -> list[str]:
    return [deel for zin in _ZIN.findall(tekst) if (deel := zin.strip())]
