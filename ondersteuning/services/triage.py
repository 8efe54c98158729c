"""Deciding on a signal, and taking a decision back. Decisions are appended, never edited."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from leerlingen.models import Leerling
from leerlingen.services.toegang import toegang_beeindigen, toegang_verlenen
from ondersteuning import klokken
from ondersteuning.access import get_signaal_voor_triage
from ondersteuning.models import Signaal, Terugkoppeling, Triagebesluit, Vervolg, VervolgSoort, VervolgStatus
from ondersteuning.workflow import (
    NAAR,
    VERLAAT_EERSTE_LIJN,
    Besluit,
    SignaalStatus,
    StapNietToegestaan,
    controleer_stap,
)
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

VERVANGEN = "Er kwam een nieuw besluit."

SOORT: dict[Besluit, VervolgSoort] = {
    Besluit.TERUG: VervolgSoort.CONTROLE,
    Besluit.TWEEDE_LIJN: VervolgSoort.TWEEDE_LIJN,
    Besluit.ZORGOVERLEG: VervolgSoort.ZORGOVERLEG,
    Besluit.DERDE_LIJN: VervolgSoort.DERDE_LIJN,
}


@dataclass(frozen=True)
class Besluitgegevens:
    """What the coordinator filled in; `datum` is the check date or the next date of the follow-up."""

    besluit: Besluit
    bericht: str
    domein: str = ""
    advies: str = ""
    wie_helpt: str = ""
    reden: str = ""
    al_gedaan: str = ""
    datum: date | None = None
    eigenaar: User | None = None
    ouders: str = ""
    ouders_reden: str = ""


@transaction.atomic
def besluit_nemen(
    *, door: Werkplek, signaal_id: int, versie: int, gegevens: Besluitgegevens, op: datetime
) -> Triagebesluit:
    """Append a decision, open its follow-up, give the sender his answer.

    Raises Verouderd when `versie` is not the signal's, StapNietToegestaan when the decision does not fit its state
    or its pupil is unknown, 404 for who does not judge it.
    """
    signaal = get_signaal_voor_triage(door, signaal_id, slot=True)
    if signaal.versie != versie:
        raise Verouderd
    controleer_stap(signaal.status, gegevens.besluit)
    if signaal.leerling_id is None and gegevens.besluit != Besluit.AFSLUITEN:
        raise StapNietToegestaan("Koppel dit signaal eerst aan een leerling.")
    if gegevens.besluit in VERLAAT_EERSTE_LIJN and not gegevens.ouders:
        raise StapNietToegestaan("Zeg eerst of de ouders het weten.")
    _sluit_open_vervolg(door, signaal, op)
    besluit = Triagebesluit.objects.create(
        school=door.school,
        signaal=signaal,
        besluit=gegevens.besluit,
        domein=gegevens.domein,
        advies=gegevens.advies,
        wie_helpt=gegevens.wie_helpt,
        controle_op=gegevens.datum if gegevens.besluit == Besluit.TERUG else None,
        reden=gegevens.reden,
        al_gedaan=gegevens.al_gedaan,
        bericht=gegevens.bericht,
        door=door.user,
        op=op,
    )
    _open_vervolg(door, signaal, besluit, gegevens)
    Signaal.objects.filter(pk=signaal.pk).update(
        status=NAAR[gegevens.besluit],
        domein=gegevens.domein or signaal.domein,
        ouders=gegevens.ouders or signaal.ouders,
        ouders_reden=gegevens.ouders_reden if gegevens.ouders else signaal.ouders_reden,
        versie=F("versie") + 1,
    )
    Terugkoppeling.objects.filter(signaal=signaal).update(gegeven_op=op, besluit=besluit, gelezen_op=None)
    klokken.antwoord_gegeven(door, signaal, besluit)
    return besluit


@transaction.atomic
def besluit_herstellen(*, door: Werkplek, signaal_id: int, besluit_id: int, op: datetime) -> Triagebesluit:
    """Revoke the last standing decision with a new one; what it closed opens again, its mail lapses.

    Raises Verouderd when `besluit_id` is not (or no longer) the last standing decision.
    """
    signaal = get_signaal_voor_triage(door, signaal_id, slot=True)
    staand = _staande_besluiten(signaal)
    if not staand or staand[0].pk != besluit_id:
        raise Verouderd
    controleer_stap(signaal.status, Besluit.HERSTEL)
    weg = staand[0]
    eerder = staand[1] if len(staand) > 1 else None
    herstel = Triagebesluit.objects.create(
        school=door.school,
        signaal=signaal,
        besluit=Besluit.HERSTEL,
        domein=weg.domein,
        bericht="Het vorige besluit is teruggedraaid. Je hoort wat er nu gebeurt.",
        herroept=weg,
        door=door.user,
        op=op,
    )
    for vervolg in Vervolg.objects.filter(besluit=weg, status=VervolgStatus.OPEN):
        klokken.vervolg_klaar(vervolg)
        toegang_beeindigen(door=door, bron=f"vervolg:{vervolg.pk}")
    Vervolg.objects.filter(besluit=weg, status=VervolgStatus.OPEN).update(
        status=VervolgStatus.VERVALLEN, afgesloten_op=op, afgesloten_door=door.user, versie=F("versie") + 1
    )
    if eerder:
        _heropen_vervolg(door, eerder, weg)
    Signaal.objects.filter(pk=signaal.pk).update(
        status=_status_na(signaal, eerder),
        domein=eerder.domein if eerder else signaal.domein_indiener,
        versie=F("versie") + 1,
    )
    Terugkoppeling.objects.filter(signaal=signaal).update(
        besluit=eerder, gegeven_op=eerder.op if eerder else None, gelezen_op=None
    )
    klokken.antwoord_teruggenomen(door, signaal, weg)
    return herstel


def _staande_besluiten(signaal: Signaal) -> list[Triagebesluit]:
    """Decisions that no Herstel revoked, newest first."""
    alle = list(Triagebesluit.objects.filter(signaal=signaal).order_by("-op", "-pk"))
    herroepen = {b.herroept_id for b in alle}
    return [b for b in alle if b.besluit != Besluit.HERSTEL and b.pk not in herroepen]


def _status_na(signaal: Signaal, eerder: Triagebesluit | None) -> SignaalStatus:
    if eerder is None:
        return SignaalStatus.NIEUW
    loopt = Vervolg.objects.filter(signaal=signaal, status=VervolgStatus.OPEN).exists()
    return SignaalStatus.LOOPT if loopt else SignaalStatus.BEOORDEELD


def _sluit_open_vervolg(door: Werkplek, signaal: Signaal, op: datetime) -> None:
    lopend = Vervolg.objects.filter(signaal=signaal, status=VervolgStatus.OPEN)
    for vervolg in lopend:
        klokken.vervolg_klaar(vervolg)
        toegang_beeindigen(door=door, bron=f"vervolg:{vervolg.pk}")
    lopend.update(
        status=VervolgStatus.AFGESLOTEN,
        resultaat=VERVANGEN,
        afgesloten_op=op,
        afgesloten_door=door.user,
        versie=F("versie") + 1,
    )


def _open_vervolg(
    door: Werkplek, signaal: Signaal, besluit: Triagebesluit, gegevens: Besluitgegevens
) -> None:
    soort = SOORT.get(gegevens.besluit)
    if soort is None:
        return
    if gegevens.datum is None:
        raise StapNietToegestaan("Kies een datum.")
    vervolg = Vervolg.objects.create(
        school=door.school,
        signaal=signaal,
        besluit=besluit,
        soort=soort,
        eigenaar=gegevens.eigenaar or door.user,
        volgende_datum=gegevens.datum,
    )
    geef_zicht(door, vervolg, signaal.leerling)
    klokken.vervolg_toegewezen(door, vervolg, besluit.op)


def _heropen_vervolg(door: Werkplek, eerder: Triagebesluit, weg: Triagebesluit) -> None:
    """Open again what the revoked decision had closed."""
    gesloten = Vervolg.objects.filter(besluit=eerder, resultaat=VERVANGEN, afgesloten_op=weg.op)
    for vervolg in gesloten.select_related("signaal__leerling"):
        Vervolg.objects.filter(pk=vervolg.pk).update(
            status=VervolgStatus.OPEN,
            resultaat="",
            afgesloten_op=None,
            afgesloten_door=None,
            versie=F("versie") + 1,
        )
        vervolg.refresh_from_db()
        geef_zicht(door, vervolg, vervolg.signaal.leerling)
        klokken.vervolg_toegewezen(door, vervolg, weg.op, nieuw=False)


def geef_zicht(door: Werkplek, vervolg: Vervolg, leerling: Leerling | None) -> None:
    """The owner of a follow-up sees its pupil until the end of the school year, or until it is closed."""
    if leerling is None or vervolg.eigenaar_id == door.user.pk:
        return
    toegang_verlenen(
        door=door,
        user=vervolg.eigenaar,
        leerling=leerling,
        reden=f"eigenaar van een vervolg ({vervolg.get_soort_display()})",
        bron=f"vervolg:{vervolg.pk}",
        tot=max(Schooljaar.van(door.dag).eind, vervolg.volgende_datum),
    )
