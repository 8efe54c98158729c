"""Beginning a trajectory: from a follow-up, a group, or directly."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from leerlingen.models import ExternePartner, Leerling
from ondersteuning import klokken_traject
from ondersteuning.access_groep import get_groep
from ondersteuning.access_traject import (
    get_leerling_om_te_starten,
    get_vervolg_voor_traject,
    lijn_nu,
    mag_starten,
)
from ondersteuning.models import Aanbod, Groepstraject, Signaal, Terugkoppeling, Traject, Wachtplek
from ondersteuning.services.doelen import Doelgegevens, doel_toevoegen
from ondersteuning.services.lijnen import Gedaan, eis_gedaan, leg_overgang_vast
from ondersteuning.services.regie import eis_rol, geef_zicht
from ondersteuning.services.vervolg import vervolg_afsluiten
from ondersteuning.services.wachtlijst import plaats_of_wacht
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dagdatum


@dataclass(frozen=True)
class Trajectgegevens:
    """What a trajectory begins with; an empty `eind` is for the first line only."""

    titel: str
    lijn: int
    domein: str
    hulpvraag: str
    onderwijsbehoeften: str
    regievoerder: User
    start: date
    evaluatie_op: date
    eind: date | None = None
    terug_naar_klas: str = ""
    al_gedaan: str = ""
    resultaat: str = ""
    aanbod: Aanbod | None = None
    partner: ExternePartner | None = None
    groep: Groepstraject | None = None
    doel: Doelgegevens | None = None

    @property
    def gedaan(self) -> Gedaan:
        return Gedaan(self.al_gedaan, self.resultaat)


@dataclass(frozen=True)
class Gestart:
    """Either the trajectory runs, or its offering is full and the pupil waits behind `voor_je` others."""

    traject: Traject | None = None
    wachtplek: Wachtplek | None = None
    voor_je: int = 0


@transaction.atomic
def traject_starten(
    *,
    door: Werkplek,
    leerling_id: int,
    gegevens: Trajectgegevens,
    op: datetime,
    vervolg_id: int | None = None,
    vervolg_versie: int = 0,
) -> Gestart:
    """Begin a trajectory, from a follow-up (which it closes) or directly; a full offering puts the pupil in its queue.

    The same start sent twice is one. Raises ValidationError for what the rules refuse (DOMAIN 61 and 65, overlap, an owner without a role), Verouderd
    when the follow-up was closed or changed meanwhile, 404 for a pupil one may not see, 403 for one may not begin for.
    """
    signaal = _van_vervolg(door, vervolg_id, leerling_id)
    if signaal is not None:  # signal and follow-up are locked before the pupil, in the order of a decision
        Signaal.objects.filter(pk=signaal.pk).select_for_update(of=("self",)).first()
    leerling = get_leerling_om_te_starten(door, leerling_id)
    if vervolg_id is None and (zelfde := _zelfde(door, leerling, gegevens)):  # sent twice
        return Gestart(traject=zelfde)
    _controleer(door, leerling, gegevens, vervolg_id)
    if gegevens.aanbod is not None:
        plek = plaats_of_wacht(
            door=door,
            aanbod_id=gegevens.aanbod.pk,
            leerling=leerling,
            hulpvraag=gegevens.hulpvraag,
            op=op,
            eigenaar=gegevens.regievoerder,
        )
        if not plek.plek:
            return Gestart(wachtplek=plek.wachtplek, voor_je=plek.voor_je)
    traject = _maak(door, leerling, gegevens, vervolg_id, op)
    if signaal is not None and vervolg_id is not None:
        _sluit_vervolg(door, traject, signaal, vervolg_versie, op)
    return Gestart(traject=traject)


def _zelfde(door: Werkplek, leerling: Leerling, gegevens: Trajectgegevens) -> Traject | None:
    """What this person began for the pupil in the same words and is untouched since; the pupil is locked.

    None for an offering or a group: there the database refuses a second one.
    """
    if gegevens.aanbod or gegevens.groep:
        return None
    velden = {v.name: getattr(gegevens, v.name) for v in fields(gegevens) if v.name != "doel"}
    lopend = Traject.objects.lopend().filter(leerling=leerling, gemaakt_door=door.user, versie=1)
    return lopend.filter(vervolg__isnull=True, **velden).first()


def _van_vervolg(door: Werkplek, vervolg_id: int | None, leerling_id: int) -> Signaal | None:
    """The signal behind the follow-up; Verouderd when it is closed, or another page of it was first."""
    if vervolg_id is None:
        return None
    if Traject.objects.filter(school=door.school, vervolg_id=vervolg_id).exists():
        raise Verouderd
    vervolg = get_vervolg_voor_traject(door, vervolg_id)
    if vervolg.signaal.leerling_id != leerling_id:
        raise StapNietToegestaan("Dit vervolg gaat over een andere leerling.")
    return vervolg.signaal


def _controleer(
    door: Werkplek, leerling: Leerling, gegevens: Trajectgegevens, vervolg_id: int | None
) -> None:
    groep = gegevens.groep
    if vervolg_id is None and not mag_starten(door, leerling):
        raise PermissionDenied("niet de coördinator of de begeleider")
    if leerling.uitgeschreven_op and leerling.uitgeschreven_op < door.dag:
        raise ValidationError("Deze leerling is van school. Er kan geen traject meer beginnen.")
    eis_rol(door, gegevens.regievoerder, "regievoerder")
    eis_gedaan(lijn_nu(leerling.pk, gegevens.domein), gegevens.lijn, gegevens.gedaan)
    if groep:
        _controleer_groep(door, groep.pk)


def _controleer_groep(door: Werkplek, groep_id: int) -> None:
    """Lock the group, so that two who ask at once never get the same place."""
    groep = get_groep(door, groep_id, slot=True)
    if groep.afgesloten_op:
        raise ValidationError("Deze groep is afgesloten. Kies een andere.")
    bezet = Traject.objects.lopend().filter(groep=groep).count()
    if groep.plekken is not None and bezet >= groep.plekken:
        raise ValidationError(
            f"{groep.naam} is vol: alle {groep.plekken} plekken zijn bezet. Zet de leerling op de wachtlijst van het "
            "aanbod, of geef de groep meer plekken."
        )


def _maak(
    door: Werkplek, leerling: Leerling, gegevens: Trajectgegevens, vervolg_id: int | None, op: datetime
) -> Traject:
    van = lijn_nu(leerling.pk, gegevens.domein)
    traject: Traject = bewaar(
        Traject(
            school=door.school,
            leerling=leerling,
            vervolg_id=vervolg_id,
            aanbod=gegevens.aanbod,
            groep=gegevens.groep,
            partner=gegevens.partner,
            titel=gegevens.titel,
            lijn=gegevens.lijn,
            domein=gegevens.domein,
            hulpvraag=gegevens.hulpvraag,
            onderwijsbehoeften=gegevens.onderwijsbehoeften,
            al_gedaan=gegevens.al_gedaan,
            resultaat=gegevens.resultaat,
            terug_naar_klas=gegevens.terug_naar_klas,
            regievoerder=gegevens.regievoerder,
            start=gegevens.start,
            evaluatie_op=gegevens.evaluatie_op,
            eind=gegevens.eind,
            gemaakt_door=door.user,
            gemaakt_op=op,
        )
    )
    leg_overgang_vast(door, traject, van, gegevens.gedaan)
    geef_zicht(door, traject)
    klokken_traject.traject_toegewezen(door, traject, op)
    klokken_traject.plan_traject(traject)
    if gegevens.doel:
        doel_toevoegen(door=door, traject_id=traject.pk, gegevens=gegevens.doel, traject=traject)
    return traject


def _sluit_vervolg(door: Werkplek, traject: Traject, signaal: Signaal, versie: int, op: datetime) -> None:
    """Close the follow-up with words its sender may read, and let him know: no title, nothing of the pupil."""
    wie = traject.regievoerder.naam
    zin = f"Er is begeleiding gestart op {dagdatum(traject.start)}. {wie} heeft de regie."
    vervolg_afsluiten(door=door, pk=traject.vervolg_id or 0, versie=versie, resultaat=zin, op=op)
    Terugkoppeling.objects.filter(signaal=signaal).update(gelezen_op=None)
    klokken_traject.begeleiding_gestart(door, traject, signaal, op)
