"""Setting a version of an OPP, and taking that back on the same day; refused while the law is not met (rules 6 to 15)."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_voorleggen import get_voorgelegd_slot
from ondersteuning.models import (
    Handelingsdeel,
    Instemming,
    Opp,
    OppEvaluatie,
    OppStatus,
    OppVersie,
    Versiestatus,
)
from ondersteuning.opp import terugkijken
from ondersteuning.opp.akkoord import geschil_uiterlijk
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.loop import DaadNietToegestaan, OppDaad, controleer_daad
from ondersteuning.opp.wacht import Uitslag, mag_vaststellen
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp_leiding import besluit_noteren, voorlegging_intrekken
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models import Geschiedenis
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand


class OppNietInOrde(Exception):
    """The law is not met, so it was not set; `uitslagen` are the rules that keep it."""

    def __init__(self, uitslagen: list[Uitslag]) -> None:
        super().__init__("niet in orde")
        self.uitslagen = uitslagen


@transaction.atomic
def opp_vaststellen(
    *,
    door: Werkplek,
    pk: int,
    nummer: int,
    versie: int,
    evaluatie_op: date | None = None,
    op: datetime,
) -> OppVersie:
    """Set the version in the making, as its coordinator. It takes the place of the one that was in force.

    `nummer` and `versie` say what was read; `evaluatie_op` is the next day to look back (proposed when None). Raises
    OppNietInOrde while one of wacht.POORT is red, DaadNietToegestaan when there is nothing to set (somebody else was
    first), Verouderd when the text changed meanwhile, ValidationError for a day that does not fit.
    """
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    rij = _stel_vast(door, opp, nummer, versie, evaluatie_op, op)
    voorlegging_intrekken(door=door, versie=rij)
    return rij


@transaction.atomic
def opp_vaststellen_als_leiding(
    *, door: Werkplek, voorlegging_id: int, versie: int, op: datetime
) -> OppVersie:
    """The same by the schoolleider before whom this version was put; his access ends with it.

    404 for anybody else, or when it was withdrawn; raises what `opp_vaststellen` raises.
    """
    voorlegging, opp = get_voorgelegd_slot(door, voorlegging_id)
    rij = _stel_vast(door, opp, voorlegging.oppversie.nummer, versie, None, op)
    besluit_noteren(door=door, voorlegging=voorlegging, besluit="vastgesteld", toelichting="", op=op)
    return rij


def _stel_vast(
    door: Werkplek, opp: Opp, nummer: int, versie: int, evaluatie_op: date | None, op: datetime
) -> OppVersie:
    """`opp` is locked; nobody writes in its versions meanwhile."""
    rij = OppVersie.objects.filter(opp=opp, status=Versiestatus.CONCEPT).first()
    controleer_daad(opp.status, concept=rij is not None, daad=OppDaad.VASTSTELLEN)
    assert rij is not None
    if (rij.nummer, rij.versie) != (nummer, versie):
        raise Verouderd
    feiten = feiten_van(opp, rij, door.dag)
    if rood := mag_vaststellen(feiten):
        raise OppNietInOrde(rood)
    terugkijken_op = _terugkijkdag(feiten, opp, evaluatie_op)
    OppVersie.objects.filter(opp=opp, status=Versiestatus.VASTGESTELD).update(
        status=Versiestatus.VERVANGEN, versie=F("versie") + 1
    )
    OppVersie.objects.filter(pk=rij.pk).update(
        status=Versiestatus.VASTGESTELD,
        vastgesteld_op=door.dag,
        vastgesteld_door=door.user,
        geschil_tot=_geschil_tot(rij, door.dag),
        gewijzigd_door=door.user,
        gewijzigd_op=op,
        versie=F("versie") + 1,
    )
    Opp.objects.filter(pk=opp.pk).update(
        status=OppStatus.LOOPT,
        begindatum=opp.begindatum or door.dag,
        evaluatie_op=terugkijken_op,
        versie=F("versie") + 1,
    )
    rij.refresh_from_db()
    return rij


def _terugkijkdag(feiten: Feiten, opp: Opp, gekozen: date | None) -> date:
    """The chosen day, or the proposal; raises ValidationError at `evaluatie_op` for a day that does not fit."""
    if gekozen is None:
        return terugkijken.voorstel(feiten, opp.evaluatie_op)
    laatste = terugkijken.uiterlijk(feiten)
    if gekozen < feiten.dag:
        raise ValidationError({"evaluatie_op": "Die datum is voorbij. Kies vandaag of later."})
    if gekozen > laatste:
        raise ValidationError(
            {
                "evaluatie_op": f"Kijk elk schooljaar terug. Kies uiterlijk {dag_maand(laatste)} {laatste.year}."
            }
        )
    return gekozen


def _geschil_tot(versie: OppVersie, dag: date) -> date | None:
    """The last day of the dispute path, when nobody agreed; the OPP stands and the support goes on all the same."""
    if versie.handelingsdeel == Handelingsdeel.AKKOORD:
        return None
    return geschil_uiterlijk(dag, instelling("opp_geschil", dag))


@transaction.atomic
def opp_vaststellen_herstellen(*, door: Werkplek, pk: int, op: datetime) -> OppVersie:
    """Take the setting back on its own day, as long as nothing followed; the version before it is in force again.

    Raises DaadNietToegestaan on a later day, or when something followed.
    """
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    rij = OppVersie.objects.filter(opp=opp, status=Versiestatus.VASTGESTELD).first()
    if opp.status != OppStatus.LOOPT or rij is None or rij.vastgesteld_op != door.dag:
        raise DaadNietToegestaan("Terugnemen kan alleen op de dag waarop de versie is vastgesteld.")
    eerder = OppVersie.objects.filter(opp=opp, nummer__lt=rij.nummer, vastgesteld_op__isnull=False)
    vorige = eerder.order_by("-nummer").first()
    was = _voor_het_vaststellen(opp)
    if _volgde_iets(opp, rij) or was is None or (was["status"] == OppStatus.CONCEPT) != (vorige is None):
        raise DaadNietToegestaan(
            "Hierna is al iets anders gedaan. Begin een bijstelling om iets te veranderen."
        )
    OppVersie.objects.filter(pk=rij.pk).update(
        status=Versiestatus.CONCEPT,
        vastgesteld_op=None,
        vastgesteld_door=None,
        geschil_tot=None,
        gewijzigd_door=door.user,
        gewijzigd_op=op,
        versie=F("versie") + 1,
    )
    if vorige:
        OppVersie.objects.filter(pk=vorige.pk).update(status=Versiestatus.VASTGESTELD, versie=F("versie") + 1)
    Opp.objects.filter(pk=opp.pk).update(
        status=was["status"],
        begindatum=was["begindatum"],
        evaluatie_op=was["evaluatie_op"],
        versie=F("versie") + 1,
    )
    rij.refresh_from_db()
    return rij


def _voor_het_vaststellen(opp: Opp) -> dict[str, Any] | None:
    """The OPP as it was before its last change, from the history; None when that is gone."""
    rijen = Geschiedenis.objects.filter(school_id=opp.school_id, tabel=Opp._meta.db_table, rij_id=opp.pk)
    oud = rijen.filter(oud__versie=opp.versie - 1).order_by("-pk").first()
    if oud is None:
        return None
    dagen = {n: _dag(oud.oud[n]) for n in ("begindatum", "evaluatie_op")}
    return {"status": oud.oud["status"], **dagen}


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _volgde_iets(opp: Opp, rij: OppVersie) -> bool:
    """A next version, an evaluation, an answer, or a line in the ROD."""
    return (
        opp.rod_begin_op == rij.vastgesteld_op
        or OppVersie.objects.filter(opp=opp, nummer__gt=rij.nummer).exists()
        or OppEvaluatie.objects.filter(oppversie=rij).exists()
        or Instemming.objects.filter(
            Q(oppversie=rij) | Q(oppversie=rij.vraagversie_id), vastgelegd_op__gt=rij.gewijzigd_op
        ).exists()
    )
