"""The clocks of hand-overs to the lesson and of complaints: pure dates, and one reminder for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from ondersteuning.models import Klacht, Klachtafspraak, KlachtStatus, Lesontvanger, Lesoverdracht
from ondersteuning.overdrachtloop import OPEN, LoopStatus, OntvangerStatus
from zorgapp.accounts.instellingen import instelling
from zorgapp.kern.schooljaar import Periode, na_schooldagen
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

SCHOOLWEEK = 5  # school days
NIEUW, BEVESTIG, BERICHT, REGIE, COMPLEET, ZONDER = (
    "overdracht_nieuw",
    "overdracht_bevestig",
    "overdracht_bericht",
    "overdracht_regie",
    "overdracht_compleet",
    "overdracht_zonder",
)
TERMIJN, GENOEMD, AFSPRAAK = "klacht_termijn", "klacht_genoemd", "klacht_afspraak"


@dataclass(frozen=True)
class Termijnen:
    """Confirm before or on the first day, report on the second."""

    bevestig_voor: date
    bericht_op: date


def termijnen(dag: date, schooldagen: int, schoolweken: int, vrij: Iterable[Periode]) -> Termijnen:
    """Count from `dag`: school days to confirm, school weeks of five school days to report; never the other way round."""
    perioden = tuple(vrij)
    bevestig = na_schooldagen(dag, schooldagen, perioden)
    return Termijnen(bevestig, max(bevestig, na_schooldagen(dag, SCHOOLWEEK * schoolweken, perioden)))


def klacht_uiterlijk(ontvangen: date, schooldagen: int, vrij: Iterable[Periode]) -> date:
    """The last day on which parents hear what was done with their complaint."""
    return na_schooldagen(ontvangen, schooldagen, vrij)


def _plan(wat: Any, soort: str, sleutel: str, wie_id: int, niet_voor: datetime) -> None:
    plan(
        school_id=wat.school_id,
        soort=soort,
        sleutel=sleutel,
        ontvanger_id=wie_id,
        object_id=wat.pk,
        niet_voor=niet_voor,
    )


def advies_gegeven(rij: Lesontvanger, overdracht: Lesoverdracht, op: datetime, door_id: int | None) -> None:
    """Tell a teacher (not the one who gave it himself), and remind him once to confirm and once to report."""
    if rij.docent_id != door_id:
        later = op + timedelta(minutes=instelling("hersteltijd", timezone.localdate(op)))
        _plan(rij, NIEUW, f"les:{rij.pk}", rij.docent_id, later)
    _plan(rij, BEVESTIG, f"lesbevestig:{rij.pk}", rij.docent_id, begin_van(overdracht.bevestig_voor))
    plan_bericht(rij, overdracht)


def plan_bericht(rij: Lesontvanger, overdracht: Lesoverdracht) -> None:
    """Remind a teacher on the date of report of this round."""
    sleutel = f"lesbericht:{rij.pk}:{overdracht.bericht_op:%Y%m%d}"
    _plan(rij, BERICHT, sleutel, rij.docent_id, begin_van(overdracht.bericht_op))


def regie(overdracht: Lesoverdracht) -> None:
    """Remind the owner on the next date."""
    _plan(
        overdracht,
        REGIE,
        _regiesleutel(overdracht),
        overdracht.eigenaar_id,
        begin_van(overdracht.volgende_datum),
    )


def regie_klaar(overdracht: Lesoverdracht) -> None:
    """Withdraw the reminder of the date and the owner that it has now."""
    laat_vervallen(school_id=overdracht.school_id, sleutel=_regiesleutel(overdracht))


def _regiesleutel(o: Lesoverdracht) -> str:
    return f"lesregie:{o.pk}:{o.ronde}:{o.status}:{o.volgende_datum:%Y%m%d}:{o.eigenaar_id}"


def compleet(overdracht: Lesoverdracht, op: datetime) -> None:
    """Tell the owner that every teacher reported."""
    sleutel = f"lescompleet:{overdracht.pk}:{overdracht.ronde}"
    _plan(overdracht, COMPLEET, sleutel, overdracht.eigenaar_id, op)


def zonder_docent(overdracht: Lesoverdracht, rij: Lesontvanger, op: datetime) -> None:
    """Ask the owner who takes over the advice of a teacher who left."""
    _plan(overdracht, ZONDER, f"leszonder:{rij.pk}", overdracht.eigenaar_id, op)


def klacht_loopt(klacht: Klacht) -> None:
    """Remind who handles a complaint on the last day of its term."""
    _plan(klacht, TERMIJN, klachtsleutel(klacht), klacht.eigenaar_id, begin_van(klacht.uiterlijk))


def klachtsleutel(klacht: Klacht) -> str:
    """The key of the reminder of the term that runs now."""
    return f"klacht:{klacht.pk}:{klacht.uiterlijk:%Y%m%d}:{klacht.eigenaar_id}"


def leider_genoemd(klacht: Klacht, op: datetime) -> None:
    """Tell a school leader that a complaint asks for him."""
    if klacht.schoolleider_id:
        sleutel = f"klachtleider:{klacht.pk}:{klacht.schoolleider_id}"
        _plan(klacht, GENOEMD, sleutel, klacht.schoolleider_id, op)


def klachtafspraak(afspraak: Klachtafspraak) -> None:
    """Remind the owner of an agreement on its day."""
    sleutel = f"klachtafspraak:{afspraak.pk}:{afspraak.eigenaar_id}"
    _plan(afspraak, AFSPRAAK, sleutel, afspraak.eigenaar_id, begin_van(afspraak.datum))


def _ontvanger(rij: Any, op: datetime, *statussen: OntvangerStatus) -> bool:
    eigen = Lesontvanger.objects.filter(pk=rij.object_id, docent_id=rij.ontvanger_id, status__in=statussen)
    return ontvanger_nu(rij, op) is not None and eigen.filter(overdracht__status=LoopStatus.LOOPT).exists()


def _nog_bevestigen(rij: Any, op: datetime) -> bool:
    return _ontvanger(rij, op, OntvangerStatus.GEGEVEN)


def _nog_berichten(rij: Any, op: datetime) -> bool:
    open_ = (OntvangerStatus.GEGEVEN, OntvangerStatus.BEVESTIGD, OntvangerStatus.PROBEERT)
    if not _ontvanger(rij, op, *open_):
        return False
    dag = timezone.localdate(op)
    return Lesoverdracht.objects.filter(ontvangers=rij.object_id, bericht_op__lte=dag).exists()


def _nog_regie(rij: Any, op: datetime) -> bool:
    eigen = Lesoverdracht.objects.filter(pk=rij.object_id, eigenaar_id=rij.ontvanger_id, status__in=OPEN)
    return ontvanger_nu(rij, op) is not None and eigen.exists()


def _klacht_open(rij: Any, op: datetime) -> bool:
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None:
        return False
    open_ = Klacht.objects.zichtbaar_voor(werkplek).exclude(status=KlachtStatus.GESLOTEN)
    return open_.filter(pk=rij.object_id).exists()


def _afspraak_open(rij: Any, op: datetime) -> bool:
    eigen = Klachtafspraak.objects.filter(
        pk=rij.object_id, eigenaar_id=rij.ontvanger_id, klaar_op__isnull=True
    )
    return ontvanger_nu(rij, op) is not None and eigen.exists()


SOORTEN = (
    Soort(
        NIEUW,
        "nieuw advies voor je les",
        "nieuwe adviezen voor je les",
        _nog_bevestigen,
        pagina="ondersteuning:overdrachten",
    ),
    Soort(
        BEVESTIG,
        "advies om te bevestigen",
        "adviezen om te bevestigen",
        _nog_bevestigen,
        pagina="ondersteuning:overdrachten",
        voor_vrij=True,
    ),
    Soort(
        BERICHT,
        "advies waarvan je laat weten hoe het gaat",
        "adviezen waarvan je laat weten hoe het gaat",
        _nog_berichten,
        pagina="ondersteuning:overdrachten",
    ),
    Soort(
        REGIE,
        "overdracht om op terug te kijken",
        "overdrachten om op terug te kijken",
        _nog_regie,
        pagina="ondersteuning:overdrachten",
    ),
    Soort(
        COMPLEET,
        "overdracht met alle antwoorden",
        "overdrachten met alle antwoorden",
        _nog_regie,
        pagina="ondersteuning:overdrachten",
    ),
    Soort(
        ZONDER,
        "overdracht die een docent zoekt",
        "overdrachten die een docent zoeken",
        _nog_regie,
        pagina="ondersteuning:overdrachten",
    ),
    Soort(
        TERMIJN,
        "klacht die nu een antwoord verwacht",
        "klachten die nu een antwoord verwachten",
        _klacht_open,
        pagina="ondersteuning:klachten",
        voor_vrij=True,
    ),
    Soort(
        GENOEMD,
        "klacht waarin je genoemd bent",
        "klachten waarin je genoemd bent",
        _klacht_open,
        pagina="ondersteuning:klachten",
    ),
    Soort(
        AFSPRAAK,
        "afspraak die aan de beurt is",
        "afspraken die aan de beurt zijn",
        _afspraak_open,
        voor_vrij=True,
    ),
)
