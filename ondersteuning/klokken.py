"""The clocks of signals: what is put in the outbox for whom and when, and whether it still holds when it is sent.

The outbox knows no signal; it keeps a number and asks `nog_geldig` again at the moment of sending.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from leerlingen.coordinatoren import coordinatoren
from ondersteuning.models import Signaal, Terugkoppeling, Triagebesluit, Urgentie, Vervolg, VervolgStatus
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

NIEUW, ACUUT, ANTWOORD, SCHULD, VERVOLG, DATUM = (
    "signaal_nieuw",
    "signaal_acuut",
    "signaal_antwoord",
    "antwoord_schuldig",
    "vervolg_nieuw",
    "vervolg_datum",
)


def begin_van(dag: date) -> datetime:
    """Midnight of `dag` in the school's time zone."""
    return datetime.combine(dag, time(), timezone.get_current_timezone())


def signaal_ingediend(door: Werkplek, signaal: Signaal, uiterlijk: date) -> None:
    """Tell the coordinators on duty: acute at once, otherwise in the daily mail; remind them of the debt on its day."""
    acuut = signaal.urgentie == Urgentie.VANDAAG
    for wie in coordinatoren(door.school.pk, door.dag, signaal.leerling):
        if wie.pk != door.user.pk:
            plan(
                school_id=door.school.pk,
                soort=ACUUT if acuut else NIEUW,
                sleutel=f"signaal:{signaal.pk}:{wie.pk}",
                ontvanger_id=wie.pk,
                object_id=signaal.pk,
                niet_voor=signaal.ingediend_op,
                direct=acuut,
            )
        plan_schuld(signaal.school_id, signaal.pk, wie.pk, uiterlijk)


def plan_schuld(school_id: int, signaal_id: int, wie_id: int, uiterlijk: date, opnieuw: str = "") -> None:
    """Remind a coordinator on the last day of an answer that he owes it; `opnieuw` tells a later debt apart."""
    plan(
        school_id=school_id,
        soort=SCHULD,
        sleutel=_schuldsleutel(signaal_id, wie_id) + opnieuw,
        ontvanger_id=wie_id,
        object_id=signaal_id,
        niet_voor=begin_van(uiterlijk),
    )


def _schuldsleutel(signaal_id: int, wie_id: int) -> str:
    return f"schuld:{signaal_id}:{wie_id}"


def antwoord_gegeven(door: Werkplek, signaal: Signaal, besluit: Triagebesluit) -> None:
    """Tell the sender there is an answer: after the time for Herstel, at once when the signal is acute."""
    if signaal.indiener_id == door.user.pk:
        return
    acuut = signaal.urgentie == Urgentie.VANDAAG
    wacht = 0 if acuut else instelling("hersteltijd", door.dag)
    plan(
        school_id=door.school.pk,
        soort=ANTWOORD,
        sleutel=f"antwoord:{besluit.pk}",
        ontvanger_id=signaal.indiener_id,
        object_id=besluit.pk,
        niet_voor=besluit.op + timedelta(minutes=wacht),
        direct=acuut,
    )


def antwoord_teruggenomen(door: Werkplek, signaal: Signaal, besluit: Triagebesluit) -> None:
    """Withdraw the mail about a revoked decision; when no other one stands the answer is owed again."""
    laat_vervallen(school_id=signaal.school_id, sleutel=f"antwoord:{besluit.pk}")
    schuld = Terugkoppeling.objects.open().filter(signaal=signaal).first()
    if schuld is None:
        return
    for wie in coordinatoren(door.school.pk, door.dag, signaal.leerling):
        laat_vervallen(school_id=signaal.school_id, sleutel=_schuldsleutel(signaal.pk, wie.pk))
        plan_schuld(signaal.school_id, signaal.pk, wie.pk, schuld.uiterlijk, f":{besluit.pk}")


def vervolg_toegewezen(door: Werkplek, vervolg: Vervolg, op: datetime, nieuw: bool = True) -> None:
    """Tell the owner (when it is somebody else), after the time for Herstel from `op`; remind him on the next date."""
    if nieuw and vervolg.eigenaar_id != door.user.pk:
        plan(
            school_id=door.school.pk,
            soort=VERVOLG,
            sleutel=f"vervolg:{vervolg.pk}:{vervolg.versie}",
            ontvanger_id=vervolg.eigenaar_id,
            object_id=vervolg.pk,
            niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
        )
    plan(
        school_id=door.school.pk,
        soort=DATUM,
        sleutel=_datumsleutel(vervolg),
        ontvanger_id=vervolg.eigenaar_id,
        object_id=vervolg.pk,
        niet_voor=begin_van(vervolg.volgende_datum),
    )


def vervolg_klaar(vervolg: Vervolg) -> None:
    laat_vervallen(school_id=vervolg.school_id, sleutel=_datumsleutel(vervolg))


def _datumsleutel(vervolg: Vervolg) -> str:
    return f"datum:{vervolg.pk}:{vervolg.versie}:{vervolg.volgende_datum:%Y%m%d}:{vervolg.eigenaar_id}"


def _wacht_op_oordeel(rij: Any, op: datetime) -> bool:
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None:
        return False
    return (
        Signaal.objects.te_beoordelen_door(werkplek)
        .filter(pk=rij.object_id, status=SignaalStatus.NIEUW)
        .exists()
    )


def _nog_schuldig(rij: Any, op: datetime) -> bool:
    return (
        _wacht_op_oordeel(rij, op) and Terugkoppeling.objects.open().filter(signaal_id=rij.object_id).exists()
    )


def _antwoord_ongelezen(rij: Any, op: datetime) -> bool:
    return (
        ontvanger_nu(rij, op) is not None
        and Terugkoppeling.objects.filter(
            besluit_id=rij.object_id, gelezen_op__isnull=True, signaal__indiener_id=rij.ontvanger_id
        ).exists()
    )


def _nog_van_jou(rij: Any, op: datetime) -> bool:
    return (
        ontvanger_nu(rij, op) is not None
        and Vervolg.objects.filter(
            pk=rij.object_id, eigenaar_id=rij.ontvanger_id, status=VervolgStatus.OPEN
        ).exists()
    )


SOORTEN = (
    Soort(NIEUW, "nieuw signaal", "nieuwe signalen", _wacht_op_oordeel, pagina="ondersteuning:triage"),
    Soort(
        ACUUT,
        "signaal voor vandaag",
        "signalen voor vandaag",
        _wacht_op_oordeel,
        pagina="ondersteuning:triage",
    ),
    Soort(
        ANTWOORD,
        "antwoord op je signaal",
        "antwoorden op je signalen",
        _antwoord_ongelezen,
        pagina="ondersteuning:mijn_signalen",
    ),
    Soort(
        SCHULD,
        "signaal dat nu een antwoord verwacht",
        "signalen die nu een antwoord verwachten",
        _nog_schuldig,
        pagina="ondersteuning:triage",
        voor_vrij=True,
    ),
    Soort(
        VERVOLG,
        "nieuw vervolg voor jou",
        "nieuwe vervolgen voor jou",
        _nog_van_jou,
        pagina="ondersteuning:vervolg_lijst",
    ),
    Soort(
        DATUM,
        "vervolg dat aan de beurt is",
        "vervolgen die aan de beurt zijn",
        _nog_van_jou,
        pagina="ondersteuning:vervolg_lijst",
    ),
)
