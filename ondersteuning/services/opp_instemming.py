"""Putting the handelingsdeel before who may agree, reminding them, and asking the right ones when that changes.

What follows from an answer stands in `services.opp_antwoord`.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import Http404

from leerlingen.models import Leerling
from ondersteuning.access_opp import get_opp_slot
from ondersteuning.models import (
    Handelingsdeel,
    Instemmingkeuze,
    Instemmingverzoek,
    Opp,
    OppLink,
    OppStatus,
    OppVersie,
    Versiestatus,
)
from ondersteuning.opp.loop import DaadNietToegestaan, OppDaad, controleer_daad
from ondersteuning.opp.regels import inhoud
from ondersteuning.oppakkoord import (
    bijwerken,
    herbereken,
    huidige_versie,
    leeft,
    tekent_mee,
    vraagt,
    wie_beslist,
)
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp_document import vraag_document
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek

NIEMAND = "Van niemand is bekend dat hij gezag heeft. Vul bij de contacten in wie gezag heeft. Daarna kun je het voorleggen."
AL_GEANTWOORD = "Er is al geantwoord. Een antwoord verandert niet meer; vraag zo nodig opnieuw."
VERVALLEN = "Deze vraag staat niet meer open. Kijk wie er nu gevraagd is."
OUDE_VERSIE = (
    "Deze vraag gaat over een eerdere versie. Er is een nieuwe: leg die voor en vraag daar een antwoord op."
)


@transaction.atomic
def opp_voorleggen(*, door: Werkplek, pk: int, nummer: int, hash: str, op: datetime) -> OppVersie:
    """Put the handelingsdeel of the present version before everybody with gezag, or the pupil from 18 (rules 8, 9, 20).

    `nummer` and `hash` say what the asker had before him; Verouderd when something else stands there now. Raises
    DaadNietToegestaan for a closed OPP, ValidationError when it was put before them already, when it is empty or not
    complete, and when nobody is known who may agree.
    """
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    versie = huidige_versie(opp.pk)
    concept = versie is not None and versie.status == Versiestatus.CONCEPT
    controleer_daad(opp.status, concept=concept, daad=OppDaad.VOORLEGGEN)
    assert versie is not None
    feiten = feiten_van(opp, versie, door.dag)
    if (versie.nummer, feiten.hash_handelingsdeel) != (nummer, hash):
        raise Verouderd
    if versie.handelingsdeel != Handelingsdeel.CONCEPT:
        raise ValidationError("Dit handelingsdeel is al voorgelegd.")
    mist = [punt.wat for punt in inhoud(feiten) if punt.plek == "handelingsdeel"]
    if mist:
        raise ValidationError(["Het handelingsdeel is nog niet klaar om voor te leggen.", *mist])
    beslissers = wie_beslist(opp.leerling, door.dag)
    if not beslissers:
        raise ValidationError(NIEMAND)
    OppVersie.objects.filter(pk=versie.pk).update(
        handelingsdeel=Handelingsdeel.VOORGELEGD, voorgelegd_op=door.dag, hash=hash
    )
    versie.refresh_from_db()
    wie = door.user.pk
    for contact in beslissers:
        vraagt(versie, opp.leerling, contact, telt=True, door_id=wie, dag=door.dag)
    if tekent_mee(opp.leerling, door.dag):
        vraagt(versie, opp.leerling, None, telt=False, door_id=wie, dag=door.dag)
    vraag_document(door=door, oppversie=versie)
    return versie


def get_verzoek_slot(door: Werkplek, pk: int) -> tuple[Opp, Instemmingverzoek]:
    """Lock the OPP of one question for a write, so that two answers follow each other; 404 and 403 from its door."""
    rij = Instemmingverzoek.objects.filter(school=door.school, pk=pk).values_list(
        "oppversie__opp_id", flat=True
    )
    opp_id = rij.first()
    if opp_id is None:
        raise Http404("verzoek")
    opp, _ = get_opp_slot(door, opp_id, daad="schrijven")
    return opp, verzoek_slot(pk)


def verzoek_slot(pk: int) -> Instemmingverzoek:
    """Lock one question, with its version; the caller came through a door."""
    rijen = Instemmingverzoek.objects.select_for_update(of=("self",)).select_related("oppversie")
    return rijen.get(pk=pk)


def controleer_open(opp: Opp, verzoek: Instemmingverzoek) -> None:
    """Raise ValidationError or DaadNietToegestaan when nothing more can be said to this question."""
    if opp.status == OppStatus.AFGESLOTEN:
        raise DaadNietToegestaan("Dit ontwikkelingsperspectief is afgesloten. Er verandert niets meer aan.")
    if not leeft(verzoek.oppversie_id):
        raise ValidationError(OUDE_VERSIE)
    if verzoek.vervallen_op is not None:
        raise ValidationError(VERVALLEN)


@transaction.atomic
def herinnering_noteren(*, door: Werkplek, verzoek_id: int, dag: date) -> Instemmingverzoek:
    """Note that somebody was reminded on `dag`; the state is worked out anew, for silence may pass after two.

    Raises ValidationError at `dag` for a day before the question, in the future, or that stands there already, and for
    who answered.
    """
    opp, verzoek = get_verzoek_slot(door, verzoek_id)
    controleer_open(opp, verzoek)
    if verzoek.antwoorden.exists():
        raise ValidationError(AL_GEANTWOORD)
    if not verzoek.gevraagd_op < dag <= door.dag:
        raise ValidationError({"dag": f"Kies een dag na {verzoek.gevraagd_op:%d-%m-%Y}, tot en met vandaag."})
    if dag in verzoek.herinnerd:
        raise ValidationError({"dag": "Voor deze dag is al een herinnering genoteerd."})
    herinnerd = sorted([*verzoek.herinnerd, dag])
    Instemmingverzoek.objects.filter(pk=verzoek.pk).update(herinnerd=herinnerd, versie=F("versie") + 1)
    herbereken(verzoek.oppversie_id, opp.leerling, door.dag)
    verzoek.refresh_from_db()
    return verzoek


@transaction.atomic
def opnieuw_vragen(*, door: Werkplek, verzoek_id: int, op: datetime) -> Instemmingverzoek:
    """Ask somebody who did not agree once more, after a talk; what he answered stays on record.

    Raises ValidationError when he did not say no, or may no longer decide.
    """
    opp, verzoek = get_verzoek_slot(door, verzoek_id)
    controleer_open(opp, verzoek)
    antwoord = verzoek.antwoorden.last()
    if antwoord is None or antwoord.keuze != Instemmingkeuze.NIET_AKKOORD:
        raise ValidationError("Opnieuw vragen kan alleen aan wie niet akkoord is.")
    contact = verzoek.contact
    beslissers = {c.pk if c else None for c in wie_beslist(opp.leerling, door.dag)}
    mag = verzoek.contact_id in beslissers if verzoek.telt else tekent_mee(opp.leerling, door.dag)
    if not mag:
        raise ValidationError("Deze persoon beslist niet meer mee. Kijk wie er nu gevraagd is.")
    Instemmingverzoek.objects.filter(pk=verzoek.pk).update(vervallen_op=door.dag, versie=F("versie") + 1)
    trek_links_in(verzoek.pk, op)
    nieuw = vraagt(
        verzoek.oppversie, opp.leerling, contact, telt=verzoek.telt, door_id=door.user.pk, dag=door.dag
    )
    herbereken(verzoek.oppversie_id, opp.leerling, door.dag)
    return nieuw


@transaction.atomic
def juiste_mensen_vragen(*, door: Werkplek, pk: int) -> list[Instemmingverzoek]:
    """Bring who is asked up to date with gezag and age, as every night does by itself; returns who is asked anew."""
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    return verzoeken_bijwerken(opp=opp, leerling=opp.leerling, dag=door.dag, door_id=door.user.pk)


def verzoeken_bijwerken(*, opp: Opp, leerling: Leerling, dag: date, door_id: int) -> list[Instemmingverzoek]:
    """The same for an OPP that the caller has locked: for every question that a living version still asks."""
    levend = OppVersie.objects.filter(opp=opp, status__in=(Versiestatus.CONCEPT, Versiestatus.VASTGESTELD))
    gesteld = levend.exclude(handelingsdeel=Handelingsdeel.CONCEPT)
    vragen = {v.vraagversie_id for v in gesteld}
    nieuw: list[Instemmingverzoek] = []
    for vraag in OppVersie.objects.filter(pk__in=vragen).order_by("pk"):
        nieuw += bijwerken(vraag, leerling, dag, door_id)
    dood = Instemmingverzoek.objects.filter(oppversie__opp=opp, vervallen_op__isnull=True)
    dood.exclude(oppversie__in=vragen).update(vervallen_op=dag)
    return nieuw


def trek_links_in(verzoek_id: int, op: datetime) -> None:
    """Stop every link to this question from working."""
    links = OppLink.objects.filter(verzoek=verzoek_id, gebruikt_op__isnull=True, ingetrokken_op__isnull=True)
    links.update(ingetrokken_op=op, mail="")
