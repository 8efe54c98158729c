"""The clocks of trajectories: what is put in the outbox for whom and when, and whether it still holds at sending.

Three clocks (docs/klokken.md): the evaluation comes due, the end is reached, a hand-over waits for an answer. The days
themselves are pure functions in `ondersteuning.trajectloop`.
"""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from ondersteuning.models import Regieoverdracht, Signaal, Terugkoppeling, Traject
from ondersteuning.trajectloop import OverdrachtStatus, antwoord_uiterlijk
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

NIEUW, EVALUATIE, EIND, GEVRAAGD, WACHT, ANTWOORD, BEGELEIDING = (
    "traject_nieuw",
    "traject_evaluatie",
    "traject_eind",
    "regie_gevraagd",
    "regie_wacht",
    "regie_antwoord",
    "signaal_begeleiding",
)


def plan_traject(traject: Traject) -> None:
    """Remind the owner on the day of the evaluation and on the last day."""
    plan(
        school_id=traject.school_id,
        soort=EVALUATIE,
        sleutel=_evaluatiesleutel(traject),
        ontvanger_id=traject.regievoerder_id,
        object_id=traject.pk,
        niet_voor=begin_van(traject.evaluatie_op),
    )
    if traject.eind and traject.eind != traject.evaluatie_op:
        plan(
            school_id=traject.school_id,
            soort=EIND,
            sleutel=_eindsleutel(traject),
            ontvanger_id=traject.regievoerder_id,
            object_id=traject.pk,
            niet_voor=begin_van(traject.eind),
        )


def traject_toegewezen(door: Werkplek, traject: Traject, op: datetime) -> None:
    """Tell the owner of a new trajectory, when somebody else made him that, after the time for Herstel."""
    if traject.regievoerder_id == door.user.pk:
        return
    plan(
        school_id=traject.school_id,
        soort=NIEUW,
        sleutel=f"traject:{traject.pk}:{traject.versie}",
        ontvanger_id=traject.regievoerder_id,
        object_id=traject.pk,
        niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
    )


def traject_klaar(traject: Traject) -> None:
    """Withdraw the reminders of the dates and the owner that `traject` has now."""
    for sleutel in (_evaluatiesleutel(traject), _eindsleutel(traject)):
        laat_vervallen(school_id=traject.school_id, sleutel=sleutel)


def _evaluatiesleutel(traject: Traject) -> str:
    return f"evaluatie:{traject.pk}:{traject.versie}:{traject.evaluatie_op:%Y%m%d}:{traject.regievoerder_id}"


def _eindsleutel(traject: Traject) -> str:
    eind = f"{traject.eind:%Y%m%d}" if traject.eind else ""
    return f"eind:{traject.pk}:{traject.versie}:{eind}:{traject.regievoerder_id}"


def overdracht_gevraagd(door: Werkplek, overdracht: Regieoverdracht, op: datetime) -> None:
    """Tell the receiver, and remind him on the last day of the term."""
    dag = timezone.localdate(op)
    uiterlijk = antwoord_uiterlijk(dag, instelling("overdrachttermijn", dag), vrije_perioden(dag))
    for soort, moment in ((GEVRAAGD, op), (WACHT, begin_van(uiterlijk))):
        plan(
            school_id=overdracht.school_id,
            soort=soort,
            sleutel=f"{soort}:{overdracht.pk}",
            ontvanger_id=overdracht.naar_id,
            object_id=overdracht.pk,
            niet_voor=moment,
        )


def overdracht_beantwoord(door: Werkplek, overdracht: Regieoverdracht, op: datetime) -> None:
    """Withdraw the reminders, and tell who asked what the answer is (unless he answered himself)."""
    for soort in (GEVRAAGD, WACHT):
        laat_vervallen(school_id=overdracht.school_id, sleutel=f"{soort}:{overdracht.pk}")
    if overdracht.status == OverdrachtStatus.INGETROKKEN or overdracht.gevraagd_door_id == door.user.pk:
        return
    plan(
        school_id=overdracht.school_id,
        soort=ANTWOORD,
        sleutel=f"{ANTWOORD}:{overdracht.pk}",
        ontvanger_id=overdracht.gevraagd_door_id,
        object_id=overdracht.pk,
        niet_voor=op,
    )


def begeleiding_gestart(door: Werkplek, traject: Traject, signaal: Signaal, op: datetime) -> None:
    """Tell the sender of the signal that somebody is working on it."""
    if signaal.indiener_id in {door.user.pk, traject.regievoerder_id}:
        return
    plan(
        school_id=traject.school_id,
        soort=BEGELEIDING,
        sleutel=f"begeleiding:{traject.pk}",
        ontvanger_id=signaal.indiener_id,
        object_id=signaal.pk,
        niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
    )


def _van_hem(rij: Any, op: datetime) -> bool:
    werkplek = ontvanger_nu(rij, op)
    return bool(
        werkplek
        and Traject.objects.te_sturen_door(werkplek).van((rij.ontvanger_id,)).filter(pk=rij.object_id)
    )


def _evaluatie_open(rij: Any, op: datetime) -> bool:
    dag = timezone.localdate(op)
    return _van_hem(rij, op) and Traject.objects.filter(pk=rij.object_id, evaluatie_op__lte=dag).exists()


def _eind_bereikt(rij: Any, op: datetime) -> bool:
    dag = timezone.localdate(op)
    return _van_hem(rij, op) and Traject.objects.filter(pk=rij.object_id, eind__lte=dag).exists()


def _wacht_nog(rij: Any, op: datetime) -> bool:
    return (
        ontvanger_nu(rij, op) is not None
        and Regieoverdracht.objects.gevraagd().filter(pk=rij.object_id, naar_id=rij.ontvanger_id).exists()
    )


def _is_beantwoord(rij: Any, op: datetime) -> bool:
    return (
        ontvanger_nu(rij, op) is not None
        and Regieoverdracht.objects.exclude(status=OverdrachtStatus.GEVRAAGD)
        .filter(pk=rij.object_id)
        .exists()
    )


def _ongelezen(rij: Any, op: datetime) -> bool:
    return (
        ontvanger_nu(rij, op) is not None
        and Terugkoppeling.objects.filter(
            signaal_id=rij.object_id, gelezen_op__isnull=True, signaal__indiener_id=rij.ontvanger_id
        ).exists()
    )


SOORTEN = (
    Soort(
        NIEUW,
        "nieuw traject voor jou",
        "nieuwe trajecten voor jou",
        _van_hem,
        pagina="ondersteuning:caseload",
    ),
    Soort(
        EVALUATIE,
        "evaluatie die aan de beurt is",
        "evaluaties die aan de beurt zijn",
        _evaluatie_open,
        pagina="ondersteuning:caseload",
    ),
    Soort(
        EIND,
        "traject dat nu eindigt",
        "trajecten die nu eindigen",
        _eind_bereikt,
        pagina="ondersteuning:caseload",
        voor_vrij=True,
    ),
    Soort(
        GEVRAAGD,
        "vraag om de regie over te nemen",
        "vragen om de regie over te nemen",
        _wacht_nog,
        pagina="ondersteuning:caseload",
    ),
    Soort(
        WACHT,
        "overdracht die nu een antwoord verwacht",
        "overdrachten die nu een antwoord verwachten",
        _wacht_nog,
        pagina="ondersteuning:caseload",
        voor_vrij=True,
    ),
    Soort(
        ANTWOORD,
        "antwoord op een overdracht",
        "antwoorden op een overdracht",
        _is_beantwoord,
        pagina="ondersteuning:caseload",
    ),
    Soort(
        BEGELEIDING,
        "bericht over begeleiding na je signaal",
        "berichten over begeleiding na je signaal",
        _ongelezen,
        pagina="ondersteuning:mijn_signalen",
    ),
)
