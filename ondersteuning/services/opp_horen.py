"""Hearing the pupil: offered, in his manner, his words kept as they are, what was done with them, and told back.

WVO 2020 art. 2.44 lid 5 to 7; rules 12, 13 and 14. There is no way to skip it: it was not offered yet, the pupil spoke,
or the pupil declined.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.http import Http404

from leerlingen.models import Stuk, Stuksoort
from leerlingen.services.stukken import Stukgegevens, stukken_toevoegen
from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_horen import ronde_van, vorige_vastgesteld
from ondersteuning.models import Hoorrecht, Inbreng, Invloed, Opp, OppStatus, OppVersie, Versiestatus
from zorgapp.accounts.services.versie import Verouderd, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

AFGESLOTEN = "Dit ontwikkelingsperspectief is afgesloten. Er verandert niets meer aan."
AL_VAST = "Het OPP is hiermee vastgesteld. Wat is vastgelegd over het aanbod verandert niet meer."
EERST_AANBIEDEN = "Leg eerst vast wanneer je het aanbood. Dan komen de woorden erbij."


@dataclass(frozen=True)
class Aanbod:
    """How the pupil was asked; `wijze` is his choice, empty as long as he did not choose."""

    aangeboden_op: date
    wijze: str = ""
    wijze_anders: str = ""
    hulp: str = ""


@dataclass(frozen=True)
class Woorden:
    """What the pupil said, letter for letter, and how; a drawing goes among the documents of the pupil."""

    woorden: str
    hoe: str
    gezegd_op: date
    tekening: File | None = None


@dataclass(frozen=True)
class Punt:
    """One point of the pupil and what the school does with it."""

    punt: str
    gevolg: str
    uitleg: str


def open_voor(door: Werkplek, pk: int) -> Opp:
    """Lock an OPP to write about hearing its pupil; ValidationError when it was closed."""
    opp, _ = get_opp_slot(door, pk, daad="horen")
    if opp.status == OppStatus.AFGESLOTEN:
        raise ValidationError(AFGESLOTEN)
    return opp


def _recht(opp: Opp) -> Hoorrecht:
    """The offer of the present round, locked; ValidationError when there is none yet."""
    rij = Hoorrecht.objects.filter(opp=opp, ronde=ronde_van(opp.pk)).select_for_update().first()
    if rij is None:
        raise ValidationError(EERST_AANBIEDEN)
    return rij


def _niet_vast(opp: Opp) -> None:
    """What a setting rests on stays as it was: ValidationError when no version is being made."""
    if not OppVersie.objects.filter(opp=opp, status=Versiestatus.CONCEPT).exists():
        raise ValidationError(AL_VAST)


@transaction.atomic
def hoorrecht_aanbieden(*, door: Werkplek, pk: int, versie: int, aanbod: Aanbod) -> Hoorrecht:
    """Note that the pupil was asked in this round, or what he chose since; `versie` 0: nobody noted it yet.

    Raises Verouderd when a colleague noted or changed it meanwhile, ValidationError when the version was set on it, and
    by field for a day in the future or, in a later round, before the last setting (rule 13: asked anew).
    """
    opp = open_voor(door, pk)
    ronde = ronde_van(pk)
    _controleer_dag(opp, ronde, aanbod.aangeboden_op, door.dag)
    rij = Hoorrecht.objects.filter(opp=opp, ronde=ronde).select_for_update().first()
    if (rij.versie if rij else 0) != versie:
        raise Verouderd
    if rij is None:
        nieuw = Hoorrecht(school=door.school, opp=opp, ronde=ronde, aangeboden_door=door.user)
        bewaard: Hoorrecht = bewaar(_vul(nieuw, aanbod))
        return bewaard
    _niet_vast(opp)
    eerste = Inbreng.objects.filter(hoorrecht=rij).order_by("gezegd_op").first()
    if eerste and eerste.gezegd_op < aanbod.aangeboden_op:
        raise ValidationError({"aangeboden_op": "Er zijn al woorden van een eerdere dag."})
    velden = ("aangeboden_op", "wijze", "wijze_anders", "hulp")
    return op_versie_bewaren(door=door, rij=_vul(rij, aanbod), versie=versie, velden=velden)


def _vul(rij: Hoorrecht, aanbod: Aanbod) -> Hoorrecht:
    rij.aangeboden_op, rij.wijze, rij.hulp = aanbod.aangeboden_op, aanbod.wijze, aanbod.hulp
    rij.wijze_anders = aanbod.wijze_anders if aanbod.wijze == "anders" else ""
    return rij


def _controleer_dag(opp: Opp, ronde: int, dag: date, vandaag: date) -> None:
    if dag > vandaag:
        raise ValidationError({"aangeboden_op": "Die dag moet nog komen. Kies vandaag of eerder."})
    vorige = vorige_vastgesteld(opp.pk, ronde)
    if vorige is not None and dag < vorige:
        raise ValidationError(
            {"aangeboden_op": "Bij een bijstelling vraag je het opnieuw, na de dag van vaststellen."}
        )


@transaction.atomic
def inbreng_toevoegen(
    *, door: Werkplek, pk: int, sleutel: uuid.UUID, gegevens: Woorden, op: datetime
) -> Inbreng:
    """Add the pupil's words as a colleague wrote them down, below what was there; the same `sleutel` adds nothing.

    Raises ValidationError by field: not offered yet, a day before the offer or in the future, a file that is not allowed.
    """
    opp = open_voor(door, pk)
    recht = _recht(opp)
    if bestaand := Inbreng.objects.filter(hoorrecht=recht, sleutel=sleutel).first():
        return bestaand
    if not recht.aangeboden_op <= gegevens.gezegd_op <= door.dag:
        raise ValidationError({"gezegd_op": "Kies een dag vanaf het aanbod, tot en met vandaag."})
    stuk = _tekening(door, opp, sleutel, gegevens, op) if gegevens.tekening else None
    bewaard: Inbreng = bewaar(
        Inbreng(
            school=door.school,
            hoorrecht=recht,
            woorden=gegevens.woorden,
            stuk=stuk,
            hoe=gegevens.hoe,
            opgetekend_door=door.user,
            gezegd_op=gegevens.gezegd_op,
            sleutel=sleutel,
            vastgelegd_op=op,
        )
    )
    return bewaard


def _tekening(door: Werkplek, opp: Opp, sleutel: uuid.UUID, gegevens: Woorden, op: datetime) -> Stuk:
    stukgegevens = Stukgegevens(
        soort=Stuksoort.WERK,
        gebeurd_op=gegevens.gezegd_op,
        niveau="mentor_zorgteam",
        titel="Wat de leerling maakte",
    )
    assert gegevens.tekening is not None
    try:
        return stukken_toevoegen(
            door=door,
            leerling_id=opp.leerling_id,
            sleutel=sleutel,
            gegevens=stukgegevens,
            bestanden=[gegevens.tekening],
            op=op,
        )[0]
    except ValidationError as fout:
        raise ValidationError({"tekening": fout.messages}) from fout


@transaction.atomic
def hoorrecht_afzien(*, door: Werkplek, pk: int, versie: int, dag: date, reden: str) -> Hoorrecht:
    """Note that the pupil does not want to be heard now, with his reason if he gave one; words may still follow.

    Raises ValidationError when he already said something, or for a day before the offer or in the future.
    """
    recht = _recht(open_voor(door, pk))
    if Inbreng.objects.filter(hoorrecht=recht).exists():
        raise ValidationError("De leerling heeft al iets verteld. Zijn woorden blijven staan.")
    if not recht.aangeboden_op <= dag <= door.dag:
        raise ValidationError({"dag": "Kies een dag vanaf het aanbod, tot en met vandaag."})
    recht.ziet_af_op, recht.ziet_af_reden = dag, reden
    return op_versie_bewaren(door=door, rij=recht, versie=versie, velden=("ziet_af_op", "ziet_af_reden"))


@transaction.atomic
def hoorrecht_doet_mee(*, door: Werkplek, pk: int, versie: int) -> Hoorrecht:
    """Take back that the pupil declined: he wants to be heard after all, or it was noted by mistake."""
    opp = open_voor(door, pk)
    _niet_vast(opp)
    recht = _recht(opp)
    recht.ziet_af_op, recht.ziet_af_reden = None, ""
    return op_versie_bewaren(door=door, rij=recht, versie=versie, velden=("ziet_af_op", "ziet_af_reden"))


@transaction.atomic
def invloed_toevoegen(*, door: Werkplek, pk: int, punt: Punt) -> Invloed:
    """Add what the school does with one point of the pupil; the same words again add nothing.

    What was explained before must be explained again. Raises ValidationError when there are no words of the pupil yet.
    """
    recht = _recht(open_voor(door, pk))
    if not Inbreng.objects.filter(hoorrecht=recht).exists():
        raise ValidationError("Er zijn nog geen woorden van de leerling. Luister eerst.")
    zelfde = Invloed.objects.filter(
        hoorrecht=recht, punt=punt.punt, gevolg=punt.gevolg, uitleg=punt.uitleg
    ).first()
    if zelfde:
        return zelfde
    rij: Invloed = bewaar(
        Invloed(school=door.school, hoorrecht=recht, punt=punt.punt, gevolg=punt.gevolg, uitleg=punt.uitleg)
    )
    _opnieuw_uitleggen(recht)
    return rij


@transaction.atomic
def invloed_wijzigen(*, door: Werkplek, invloed_id: int, versie: int, punt: Punt) -> Invloed:
    """Change one point of the present round; Verouderd when a colleague changed it, ValidationError in an earlier one."""
    rij = Invloed.objects.filter(school=door.school, pk=invloed_id).select_related("hoorrecht").first()
    if rij is None:
        raise Http404("invloed")
    opp = open_voor(door, rij.hoorrecht.opp_id)
    recht = _recht(opp)
    if recht.pk != rij.hoorrecht_id:
        raise ValidationError("Dit hoort bij een eerdere keer en verandert niet meer.")
    anders = (rij.punt, rij.gevolg, rij.uitleg) != (punt.punt, punt.gevolg, punt.uitleg)
    rij.punt, rij.gevolg, rij.uitleg = punt.punt, punt.gevolg, punt.uitleg
    bewaard = op_versie_bewaren(door=door, rij=rij, versie=versie, velden=("punt", "gevolg", "uitleg"))
    if anders:
        _opnieuw_uitleggen(recht)
    return bewaard


def _opnieuw_uitleggen(recht: Hoorrecht) -> None:
    """What the pupil heard is no longer what stands there: it must be told again (rule 12)."""
    if recht.toegelicht_op is not None:
        recht.toegelicht_op, recht.toegelicht_door, recht.versie = None, None, recht.versie + 1
        bewaar(recht, "toegelicht_op", "toegelicht_door", "versie")


@transaction.atomic
def hoorrecht_toelichten(*, door: Werkplek, pk: int, versie: int, dag: date) -> Hoorrecht:
    """Note the day on which it was explained to the pupil what was done with his words.

    Raises ValidationError without words or points, and for a day before he said anything or in the future.
    """
    recht = _recht(open_voor(door, pk))
    eerste = Inbreng.objects.filter(hoorrecht=recht).order_by("gezegd_op").first()
    if eerste is None or not Invloed.objects.filter(hoorrecht=recht).exists():
        raise ValidationError("Schrijf eerst per punt op wat jullie doen. Leg het daarna uit.")
    if not eerste.gezegd_op <= dag <= door.dag:
        raise ValidationError({"dag": "Kies een dag nadat de leerling vertelde, tot en met vandaag."})
    recht.toegelicht_op, recht.toegelicht_door = dag, door.user
    return op_versie_bewaren(door=door, rij=recht, versie=versie, velden=("toegelicht_op", "toegelicht_door"))
