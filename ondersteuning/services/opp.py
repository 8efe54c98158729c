"""Beginning an OPP and writing in it: what was put before the parents or set is never edited, a next version is."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from leerlingen.models import Leerling
from ondersteuning.access_opp import get_leerling_opp, get_opp_slot
from ondersteuning.models import (
    Handelingsdeel,
    Instemmingverzoek,
    Opp,
    OppAfwijking,
    OppDoel,
    OppStatus,
    OppVersie,
    Versiestatus,
)
from ondersteuning.opp.loop import DaadNietToegestaan, OppDaad, controleer_daad
from ondersteuning.opp.velden import HANDELINGSDEEL, LIJSTEN, VELDEN
from ondersteuning.oppbronnen import vulling
from ondersteuning.oppversies import inhoud_op
from ondersteuning.samenvoegen import Samen, voeg_samen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek

# What a next version takes along besides its texts and choices.
_MEE = ("herkomst",)
# What belongs to the question that was put before the parents.
_VAN_VRAAG = ("handelingsdeel", "hash", "voorgelegd_op", "document")


class OppBotsing(Exception):
    """A colleague changed the same fields meanwhile; nothing was written. `samen` holds both texts."""

    def __init__(self, versie: OppVersie, samen: Samen) -> None:
        super().__init__("botsing")
        self.versie, self.samen = versie, samen


@transaction.atomic
def opp_beginnen(
    *,
    door: Werkplek,
    leerling_id: int,
    opsteller: User,
    pro: bool,
    aanleiding: str,
    uiterlijk: date | None,
    op: datetime,
) -> Opp:
    """Begin an OPP with a first version that is filled with what is known; the one that runs when there is one."""
    leerling, _ = get_leerling_opp(door, leerling_id)
    if lopend := _lopend(leerling):
        return lopend
    try:
        with transaction.atomic():
            opp = Opp.objects.create(
                school=door.school,
                leerling=leerling,
                opsteller=opsteller,
                pro=pro,
                aanleiding=aanleiding,
                uiterlijk=uiterlijk,
                gemaakt_door=door.user,
                gemaakt_op=op,
            )
            versie = _nieuwe_versie(opp, None, door=door, op=op)
            vulling(door, leerling, versie)
            return opp
    except IntegrityError:
        if gevonden := _lopend(leerling):
            return gevonden
        raise


def _lopend(leerling: Leerling) -> Opp | None:
    return Opp.objects.filter(leerling=leerling).exclude(status=OppStatus.AFGESLOTEN).first()


@transaction.atomic
def opp_bijstellen(*, door: Werkplek, pk: int, op: datetime) -> OppVersie:
    """Begin a next version of an OPP that is in force: a new round, in which the pupil is heard again (rule 13).

    As long as its handelingsdeel stays the same, what was agreed on it stays agreed (rule 11).
    """
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    controleer_daad(opp.status, concept=_concept(opp) is not None, daad=OppDaad.BIJSTELLEN)
    geldend = OppVersie.objects.get(opp=opp, status=Versiestatus.VASTGESTELD)
    versie = _nieuwe_versie(opp, geldend, door=door, op=op, ronde=geldend.ronde + 1)
    if geldend.handelingsdeel != Handelingsdeel.CONCEPT:
        versie.vraag_id = geldend.vraagversie_id
        for naam in _VAN_VRAAG:
            setattr(versie, naam, getattr(geldend, naam))
        versie.save(update_fields=["vraag", *_VAN_VRAAG])
    return versie


def _concept(opp: Opp) -> OppVersie | None:
    return OppVersie.objects.filter(opp=opp, status=Versiestatus.CONCEPT).first()


def te_schrijven(*, door: Werkplek, pk: int, handelingsdeel: bool, op: datetime) -> OppVersie:
    """Return the version one may write in, locked. Call it inside a transaction.

    With `handelingsdeel` the change touches what parents agree to: when that was put before them already, a next
    version is made first, so that their answers stay with what they read (rule 10). Raises DaadNietToegestaan when
    there is no version in the making.
    """
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    versie = _concept(opp)
    controleer_daad(opp.status, concept=versie is not None, daad=OppDaad.SCHRIJVEN)
    assert versie is not None
    if handelingsdeel and versie.vraag_id:
        OppVersie.objects.filter(pk=versie.pk).update(
            vraag=None, handelingsdeel=Handelingsdeel.CONCEPT, hash="", voorgelegd_op=None, document=None
        )
        versie.refresh_from_db()
    elif handelingsdeel and versie.handelingsdeel != Handelingsdeel.CONCEPT:
        Instemmingverzoek.objects.filter(oppversie=versie, vervallen_op__isnull=True).update(
            vervallen_op=door.dag, versie=F("versie") + 1
        )
        OppVersie.objects.filter(pk=versie.pk).update(
            status=Versiestatus.VERVANGEN, versie=F("versie") + 1, gewijzigd_op=op
        )
        versie = _nieuwe_versie(opp, versie, door=door, op=op, ronde=versie.ronde)
    return versie


def _nieuwe_versie(
    opp: Opp, vorige: OppVersie | None, *, door: Werkplek, op: datetime, ronde: int = 1
) -> OppVersie:
    """The next version, with the words, goals and deviations of `vorige`; nobody has agreed to it."""
    hoogste = OppVersie.objects.filter(opp=opp).aggregate(n=Max("nummer"))["n"] or 0
    inhoud: dict[str, Any] = vorige.inhoud() if vorige else {}
    if vorige:
        inhoud |= {naam: getattr(vorige, naam) for naam in _MEE}
    versie = OppVersie.objects.create(
        school=door.school,
        opp=opp,
        nummer=hoogste + 1,
        ronde=ronde,
        vorige=vorige,
        gemaakt_door=door.user,
        gemaakt_op=op,
        gewijzigd_door=door.user,
        gewijzigd_op=op,
        **inhoud,
    )
    if vorige:
        _kopieer(OppDoel, vorige, versie)
        _kopieer(OppAfwijking, vorige, versie)
    return versie


def _kopieer(model: Any, van: OppVersie, naar: OppVersie) -> None:
    """`model` is OppDoel or OppAfwijking."""
    rijen = list(model.objects.filter(oppversie=van))
    for rij in rijen:
        rij.pk, rij.oppversie, rij.versie = None, naar, 1
    model.objects.bulk_create(rijen)


@transaction.atomic
def opp_bewaren(
    *,
    door: Werkplek,
    pk: int,
    nummer: int,
    versie: int,
    basis: int,
    inhoud: Mapping[str, str],
    op: datetime,
) -> OppVersie:
    """Save some texts and choices of the version in the making; returns the version they now stand in.

    `nummer` is the version of the OPP the writer had open, `versie` what he has seen of it, `basis` what his text was
    made from. When a colleague saved meanwhile, fields that only one of the two changed are put together; raises
    OppBotsing when both changed the same one. DaadNietToegestaan when another version took its place.
    """
    onbekend = set(inhoud) - set(VELDEN) - set(LIJSTEN)
    if onbekend:
        raise ValueError(f"onbekende velden: {onbekend}")
    rij = te_schrijven(door=door, pk=pk, handelingsdeel=False, op=op)
    if rij.nummer != nummer:
        raise DaadNietToegestaan(f"Intussen is dit versie {rij.nummer}. Kijk eerst wat er nu staat.")
    nieuw = dict(inhoud)
    if rij.versie != versie:
        nu = {naam: getattr(rij, naam) for naam in inhoud}
        samen = voeg_samen(inhoud_op(rij, basis), inhoud, nu)
        if samen.botsingen:
            raise OppBotsing(rij, samen)
        nieuw = samen.inhoud
    anders = {naam for naam, tekst in nieuw.items() if tekst != getattr(rij, naam)}
    if not anders:
        return rij
    if anders & set(HANDELINGSDEEL):
        rij = te_schrijven(door=door, pk=pk, handelingsdeel=True, op=op)
    OppVersie.objects.filter(pk=rij.pk).update(
        **{naam: nieuw[naam] for naam in anders},
        gewijzigd_door=door.user,
        gewijzigd_op=op,
        versie=F("versie") + 1,
    )
    rij.refresh_from_db()
    return rij
