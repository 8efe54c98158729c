"""Beginning, saving, finishing and closing an HGW form. A finished version is frozen; a next one starts from it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from leerlingen.models import Leerling
from ondersteuning import klokken_hgw
from ondersteuning.access_hgw import get_hgw_slot, get_leerling_schrijven, inhoud_op, inhoud_van
from ondersteuning.hgwbronnen import feiten_over, vul
from ondersteuning.hgwvelden import VELDEN, ontbreekt
from ondersteuning.models import Hgw, HgwStatus
from ondersteuning.samenvoegen import Samen, voeg_samen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek

# What a next version does not take along: the day to look back is chosen anew, and what it yielded is of the old one.
NIET_MEE = frozenset({"evaluatie_op"})


class HgwBotsing(Exception):
    """A colleague saved the same fields meanwhile; nothing was written. `samen` holds both texts."""

    def __init__(self, hgw: Hgw, samen: Samen) -> None:
        super().__init__("botsing")
        self.hgw, self.samen = hgw, samen


class HgwOnvolledig(Exception):
    """It cannot be finished yet; `fouten` says per field what is missing."""

    def __init__(self, fouten: dict[str, str]) -> None:
        super().__init__("onvolledig")
        self.fouten = fouten


class HgwVast(Exception):
    """This version can no longer be changed, or not in this way; the text is for the user."""


@transaction.atomic
def hgw_beginnen(*, door: Werkplek, leerling_id: int, op: datetime) -> Hgw:
    """Return the draft of a pupil, made when there is none: from the version that holds now, else from what is known.

    After a closed form nothing is taken over from it. 403 for who may only read.
    """
    leerling = get_leerling_schrijven(door, leerling_id)
    concept = Hgw.objects.filter(leerling=leerling, status=HgwStatus.CONCEPT).first()
    if concept:
        return concept
    try:
        with transaction.atomic():
            return _nieuw(door, leerling, op)
    except IntegrityError:
        return Hgw.objects.get(leerling=leerling, status=HgwStatus.CONCEPT)


def _nieuw(door: Werkplek, leerling: Leerling, op: datetime) -> Hgw:
    laatste = Hgw.objects.filter(leerling=leerling).order_by("-nummer").first()
    vorige = laatste if laatste and laatste.status == HgwStatus.VAST else None
    if vorige:
        inhoud = {naam: waarde for naam, waarde in inhoud_van(vorige).items() if naam not in NIET_MEE}
        herkomst = vorige.herkomst
    else:
        inhoud, herkomst = vul(feiten_over(door, leerling))
    return Hgw.objects.create(
        school=door.school,
        leerling=leerling,
        nummer=laatste.nummer + 1 if laatste else 1,
        vorige=vorige,
        herkomst=herkomst,
        eigenaar=door.user,
        gemaakt_door=door.user,
        gemaakt_op=op,
        gewijzigd_door=door.user,
        gewijzigd_op=op,
        **inhoud,
    )


@transaction.atomic
def hgw_bewaren(
    *, door: Werkplek, pk: int, versie: int, basis: int, inhoud: Mapping[str, Any], op: datetime
) -> Hgw:
    """Save a draft. `versie` is what the writer has seen of it, `basis` the version his text was made from.

    When a colleague saved meanwhile, fields that only one of the two changed are put together. Raises HgwBotsing when
    both changed the same field, HgwVast when it was finished.
    """
    hgw = get_hgw_slot(door, pk)
    if hgw.status != HgwStatus.CONCEPT:
        raise HgwVast("Dit formulier is intussen vastgelegd. Begin een volgende versie.")
    nieuw = dict(inhoud)
    if hgw.versie != versie:
        samen = voeg_samen(inhoud_op(hgw, basis), inhoud, inhoud_van(hgw))
        if samen.botsingen:
            raise HgwBotsing(hgw, samen)
        nieuw = samen.inhoud
    velden = {naam: nieuw[naam] for naam in (*VELDEN, "evaluatie_op")}
    Hgw.objects.filter(pk=pk).update(
        **velden, gewijzigd_door=door.user, gewijzigd_op=op, versie=F("versie") + 1
    )
    hgw.refresh_from_db()
    return hgw


@transaction.atomic
def hgw_afronden(
    *, door: Werkplek, pk: int, versie: int, basis: int, inhoud: Mapping[str, Any], op: datetime
) -> Hgw:
    """Save and freeze a version; who finishes it looks back on its day. The one that held until now is replaced.

    Raises HgwOnvolledig as long as something is missing, and what `hgw_bewaren` raises.
    """
    hgw = hgw_bewaren(door=door, pk=pk, versie=versie, basis=basis, inhoud=inhoud, op=op)
    if fouten := ontbreekt(inhoud_van(hgw)):
        raise HgwOnvolledig(fouten)
    if hgw.evaluatie_op is None or hgw.evaluatie_op < door.dag:
        raise HgwOnvolledig({"evaluatie_op": "Die datum is voorbij. Kies vandaag of later."})
    for oud in Hgw.objects.filter(leerling=hgw.leerling_id, status=HgwStatus.VAST).select_for_update():
        klokken_hgw.hgw_klaar(oud)
        Hgw.objects.filter(pk=oud.pk).update(status=HgwStatus.VERVANGEN, versie=F("versie") + 1)
    Hgw.objects.filter(pk=pk).update(
        status=HgwStatus.VAST, vastgesteld_op=op, eigenaar=door.user, versie=F("versie") + 1
    )
    hgw.refresh_from_db()
    klokken_hgw.hgw_geldt(hgw)
    return hgw


@transaction.atomic
def hgw_sluiten(*, door: Werkplek, pk: int, versie: int, effect: str, op: datetime) -> Hgw:
    """End a version because its goals are met or no longer count: `effect` says what it yielded.

    Raises HgwVast when it is no longer the one that holds, or was changed meanwhile.
    """
    hgw = get_hgw_slot(door, pk)
    if hgw.status != HgwStatus.VAST or hgw.versie != versie:
        raise HgwVast("Dit formulier is intussen aangepast. Bekijk eerst wat er nu staat.")
    klokken_hgw.hgw_klaar(hgw)
    Hgw.objects.filter(pk=pk).update(
        status=HgwStatus.GESLOTEN, effect=effect, gesloten_op=op, versie=F("versie") + 1
    )
    hgw.refresh_from_db()
    return hgw


@transaction.atomic
def hgw_weggooien(*, door: Werkplek, pk: int) -> int:
    """Throw a draft away and return the pupil's number; the history keeps it. Raises HgwVast for a finished one."""
    hgw = get_hgw_slot(door, pk)
    if hgw.status != HgwStatus.CONCEPT:
        raise HgwVast("Een vastgelegd formulier blijft bestaan. Rond het af als het niet meer geldt.")
    leerling_id = hgw.leerling_id
    hgw.delete()
    return leerling_id


@transaction.atomic
def hgw_overdragen(*, door: Werkplek, pk: int, naar: User) -> None:
    """Let somebody else look back on a form, because its owner's role ends; shows nothing of it."""
    hgw = Hgw.objects.filter(school=door.school, pk=pk, status=HgwStatus.VAST).select_for_update().first()
    if hgw is None:
        return
    klokken_hgw.hgw_klaar(hgw)
    Hgw.objects.filter(pk=pk).update(eigenaar=naar, versie=F("versie") + 1)
    hgw.refresh_from_db()
    klokken_hgw.hgw_geldt(hgw)
