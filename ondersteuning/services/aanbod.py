"""Writing the offer: one offering, a whole year taken over into the next, and a neutral start for an empty school."""

from dataclasses import dataclass
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F

from ondersteuning.access_aanbod import get_aanbod, mag_regelen
from ondersteuning.beginset import AANBOD
from ondersteuning.models import Aanbod, Wachtplek
from zorgapp.accounts.services.versie import Verouderd, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

INHOUD = (
    "naam",
    "lijn",
    "domeinen",
    "soort",
    "vorm",
    "plaats",
    "functionaris",
    "partner",
    "uitvoering",
    "vestiging",
    "capaciteit",
    "uren",
    "kosten",
    "ritme",
    "omschrijving",
    "doelgroep",
    "aanmelden",
)
VOORBIJ = "Dit schooljaar is voorbij. Je kunt het nog lezen, niet meer veranderen."


@dataclass(frozen=True)
class Overgenomen:
    """What taking over a year did: how many came along, and how many have nobody yet who carries them out."""

    nieuw: int
    zonder_uitvoerder: int


def _mag(door: Werkplek, jaar: int) -> None:
    """Only who arranges the offer, in this year or the next; raises PermissionDenied or ValidationError."""
    if not mag_regelen(door):
        raise PermissionDenied("alleen een zorgcoördinator beheert het aanbod")
    nu = Schooljaar.van(door.dag).beginjaar
    if jaar < nu:
        raise ValidationError(VOORBIJ)
    if jaar > nu + 1:
        raise ValidationError("Aanbod maak je voor dit schooljaar of het volgende.")


@transaction.atomic
def aanbod_bewaren(*, door: Werkplek, aanbod: Aanbod, versie: int) -> Aanbod:
    """Store a new or changed offering; raises Verouderd, ValidationError, PermissionDenied, or 404."""
    _mag(door, aanbod.schooljaar)
    aanbod.domeinen = [domein for domein in ("leer", "pers", "loop") if domein in aanbod.domeinen]
    if aanbod.pk:
        return op_versie_bewaren(door=door, rij=aanbod, versie=versie, velden=INHOUD)
    aanbod.school = door.school
    return bewaar(aanbod)


@transaction.atomic
def aanbod_stoppen(*, door: Werkplek, pk: int, versie: int) -> Aanbod:
    """End an offering today; who uses it goes on. ValidationError while somebody waits for it."""
    aanbod = _pak(door, pk, versie)
    wachten = Wachtplek.objects.filter(aanbod__stam=aanbod.stam).wacht().count()
    if wachten:
        wie = "Er wacht nog een leerling" if wachten == 1 else f"Er wachten nog {wachten} leerlingen"
        raise ValidationError(f"{wie}. Zoek eerst iets anders.")
    Aanbod.objects.filter(pk=pk).update(gestopt_op=door.dag, versie=F("versie") + 1)
    return aanbod


@transaction.atomic
def aanbod_hervatten(*, door: Werkplek, pk: int, versie: int) -> Aanbod:
    """Take back that an offering stopped."""
    aanbod = _pak(door, pk, versie)
    Aanbod.objects.filter(pk=pk).update(gestopt_op=None, versie=F("versie") + 1)
    return aanbod


def _pak(door: Werkplek, pk: int, versie: int) -> Aanbod:
    aanbod = get_aanbod(door, pk, slot=True)
    _mag(door, aanbod.schooljaar)
    if aanbod.versie != versie:
        raise Verouderd
    return aanbod


@transaction.atomic
def jaar_overnemen(*, door: Werkplek, van: Schooljaar) -> Overgenomen:
    """Copy what runs in a year to the next: the same `stam`, so that the years can be laid side by side.

    What is there already (the same offering, or one of the same name) stays as it is, so doing it twice is harmless.
    A colleague whose function ends before the new year, and a partner that stopped, do not come along.
    """
    naar = Schooljaar(van.beginjaar + 1)
    _mag(door, naar.beginjaar)
    er_al = Aanbod.objects.van_jaar(door.school.pk, naar.beginjaar)
    stammen, namen = set(er_al.values_list("stam", flat=True)), set(er_al.values_list("naam", flat=True))
    oud = Aanbod.objects.van_jaar(door.school.pk, van.beginjaar).filter(gestopt_op__isnull=True)
    nieuw = [
        _voor_jaar(rij, naar)
        for rij in oud.select_related("functionaris", "partner")
        if rij.stam not in stammen and rij.naam not in namen
    ]
    Aanbod.objects.bulk_create(nieuw, ignore_conflicts=True)
    zonder = [rij for rij in nieuw if not (rij.functionaris_id or rij.partner_id or rij.uitvoering)]
    return Overgenomen(len(nieuw), len(zonder))


def _voor_jaar(rij: Aanbod, naar: Schooljaar) -> Aanbod:
    """The same offering in another year."""
    nieuw = Aanbod(
        school_id=rij.school_id,
        stam=rij.stam,
        schooljaar=naar.beginjaar,
        **{veld: getattr(rij, veld) for veld in INHOUD},
    )
    if rij.functionaris and rij.functionaris.tot and rij.functionaris.tot < naar.begin:
        nieuw.functionaris = None
    if rij.partner and rij.partner.gestopt_op:
        nieuw.partner = None
    return nieuw


@transaction.atomic
def beginset_aanbod(*, door: Werkplek) -> int:
    """Lay down a neutral catalogue for this year; ValidationError when there is an offering already."""
    jaar = Schooljaar.van(door.dag).beginjaar
    _mag(door, jaar)
    if Aanbod.objects.van_jaar(door.school.pk, jaar).exists():
        raise ValidationError("Er staat al aanbod in dit schooljaar. Vul dat aan.")
    rijen = [Aanbod(school=door.school, schooljaar=jaar, stam=uuid4(), **velden) for velden in AANBOD]
    return len(Aanbod.objects.bulk_create(rijen, ignore_conflicts=True))
