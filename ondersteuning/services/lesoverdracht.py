"""Handing advice to the lessons of a pupil: giving it, and what becomes of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from leerlingen.access_slot import leerling_op_slot
from leerlingen.models import Leerling
from leerlingen.services.advies import adviezen_beeindigen
from leerlingen.services.toegang import toegang_beeindigen, toegang_verlenen
from ondersteuning import klokken_overdracht as klokken
from ondersteuning.access_overdracht import (
    Lesgever,
    get_leerling_overdragen,
    get_overdracht_slot,
    lesgevers,
)
from ondersteuning.models import Lesontvanger, Lesoverdracht, Traject
from ondersteuning.overdrachtloop import (
    OPEN,
    Afronding,
    LoopStatus,
    OntvangerStatus,
    Stap,
    StapGeweigerd,
    Uitkomst,
    rond_af,
)
from ondersteuning.services.lesronde import advies_op_kaarten, bron, deel_geven, deel_zetten
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Overdrachtgegevens:
    """What is handed over. `actie` is the one line that a teacher reads on his card: no label, at most 20 words."""

    van: str
    onderwerp: str
    actie: str
    advies: str
    docenten: tuple[Lesgever, ...]
    eigenaar: User
    bericht_op: date
    traject: Traject | None = None


def _zicht(door: Werkplek, rij: Lesoverdracht, leerling: Leerling) -> None:
    """The owner sees the pupil until the end of the school year, or until it is closed."""
    if rij.eigenaar_id != door.user.pk:
        toegang_verlenen(
            door=door,
            user=rij.eigenaar,
            leerling=leerling,
            reden="eigenaar van een overdracht naar de les",
            bron=bron(rij.pk),
            tot=max(Schooljaar.van(door.dag).eind, rij.volgende_datum),
        )


@transaction.atomic
def overdracht_geven(
    *, door: Werkplek, leerling_id: int, gegevens: Overdrachtgegevens, op: datetime
) -> Lesoverdracht:
    """Give advice to teachers of a pupil, put its one line on their cards, and start the clocks.

    The same advice for the same teachers sent twice is one. Raises StapGeweigerd for no teacher, somebody who does not teach him now, a trajectory of another pupil or a date
    that comes before confirming; ValidationError for a line that is too long or names a label; 403 and 404 as the door.
    """
    leerling = get_leerling_overdragen(door, leerling_id)
    _controleer(door, leerling, gegevens)
    dagen = instelling("bevestigtermijn", door.dag)
    klok = klokken.termijnen(door.dag, dagen, 1, vrije_perioden(door.dag))
    if gegevens.bericht_op < klok.bevestig_voor:
        raise StapGeweigerd("Die dag komt te vroeg: een docent moet het eerst kunnen bevestigen en proberen.")
    if bestaand := _zelfde(door, leerling, gegevens):
        return bestaand
    vakken = sorted({d.vak for d in gegevens.docenten if d.vak})
    rij = Lesoverdracht.objects.create(
        school=door.school,
        leerling=leerling,
        traject=gegevens.traject,
        van=gegevens.van,
        onderwerp=gegevens.onderwerp,
        actie=gegevens.actie,
        advies=gegevens.advies,
        vakken=vakken,
        eigenaar=gegevens.eigenaar,
        bevestig_voor=klok.bevestig_voor,
        bericht_op=gegevens.bericht_op,
        volgende_datum=gegevens.bericht_op,
        gegeven_door=door.user,
        gegeven_op=op,
    )
    _zicht(door, rij, leerling)
    advies_op_kaarten(door, rij, leerling)
    for docent in _per_docent(gegevens.docenten):
        deel_geven(rij, docent, op, door.user.pk)
    klokken.regie(rij)
    return rij


def _zelfde(door: Werkplek, leerling: Leerling, gegevens: Overdrachtgegevens) -> Lesoverdracht | None:
    """What this person gave before in the same words to the same teachers, and still runs; locks the pupil."""
    leerling_op_slot(leerling.pk)
    woorden = {
        naam: getattr(gegevens, naam) for naam in ("van", "onderwerp", "actie", "advies", "bericht_op")
    }
    eerder = Lesoverdracht.objects.open().filter(leerling=leerling, gegeven_door=door.user, **woorden)
    wie = {docent.user_id for docent in gegevens.docenten}
    for rij in eerder:
        if wie == set(Lesontvanger.objects.filter(overdracht=rij).values_list("docent_id", flat=True)):
            return rij
    return None


def _controleer(door: Werkplek, leerling: Leerling, gegevens: Overdrachtgegevens) -> None:
    nu = set(lesgevers(leerling.pk, door.dag))
    if not gegevens.docenten:
        raise StapGeweigerd("Kies minstens één docent.")
    if not set(gegevens.docenten) <= nu:
        raise StapGeweigerd("Een van deze docenten geeft geen les aan deze leerling. Kies opnieuw.")
    if gegevens.traject and gegevens.traject.leerling_id != leerling.pk:
        raise StapGeweigerd("Dit traject hoort bij een andere leerling.")


def _per_docent(docenten: Sequence[Lesgever]) -> list[Lesgever]:
    """One part per teacher, also when he teaches two of the subjects."""
    vakken: dict[int, list[Lesgever]] = {}
    for docent in docenten:
        vakken.setdefault(docent.user_id, []).append(docent)
    return [
        Lesgever(user_id, van[0].naam, ", ".join(d.vak for d in van if d.vak)[:60])
        for user_id, van in vakken.items()
    ]


@transaction.atomic
def overdracht_afronden(
    *, door: Werkplek, pk: int, versie: int, keuze: Afronding, tekst: str, datum: date | None, op: datetime
) -> Lesoverdracht:
    """End the whole, let it come back with a question and a date, begin another round, or answer the question.

    `tekst` is the conclusion, the question or the reason, `datum` the next date where one is needed. Raises Verouderd,
    and StapGeweigerd when it does not fit (see `overdrachtloop.rond_af`) or a text or date is missing.
    """
    rij = get_overdracht_slot(door, pk, sturen=True)
    if rij.versie != versie:
        raise Verouderd
    ontvangers = list(Lesontvanger.objects.filter(overdracht=rij))
    naar = rond_af(rij.status, keuze, [(o.status, o.uitkomst) for o in ontvangers])
    if not tekst:
        raise StapGeweigerd("Schrijf er in een zin bij waarom, of wat je afsprak.")
    if naar in OPEN and datum is None:
        raise StapGeweigerd("Kies een dag waarop je weer kijkt.")
    klokken.regie_klaar(rij)
    velden: dict[str, Any] = {"status": naar, "versie": F("versie") + 1}
    if naar in OPEN:
        velden |= {"volgende_datum": datum}
    velden |= {"vraag": tekst} if naar == LoopStatus.TERUG else {"slot": tekst}
    if keuze == Afronding.OPNIEUW:
        velden |= {"bericht_op": datum, "ronde": F("ronde") + 1}
    if naar not in OPEN:
        velden |= {"afgesloten_op": op}
    Lesoverdracht.objects.filter(pk=pk).update(**velden)
    rij.refresh_from_db()
    _na_afronden(door, rij, keuze, ontvangers)
    return rij


def _na_afronden(
    door: Werkplek, rij: Lesoverdracht, keuze: Afronding, ontvangers: Sequence[Lesontvanger]
) -> None:
    """What a state brings: advice that works stays on the cards until its day, other advice goes; a round opens."""
    if keuze in (Afronding.BEANTWOORD, Afronding.TREK_IN):
        adviezen_beeindigen(door=door, bron=bron(rij.pk))
    if rij.status in OPEN:
        klokken.regie(rij)
    else:
        toegang_beeindigen(door=door, bron=bron(rij.pk))
    if keuze == Afronding.OPNIEUW:
        for ontvanger in ontvangers:
            if ontvanger.status == OntvangerStatus.BERICHT and ontvanger.uitkomst != Uitkomst.GELUKT:
                ontvanger = deel_zetten(ontvanger, ontvanger.versie, Stap.OPNIEUW)
            if ontvanger.status not in (OntvangerStatus.BERICHT, OntvangerStatus.VERVANGEN):
                klokken.plan_bericht(ontvanger, rij)


@transaction.atomic
def overdracht_overdragen(*, door: Werkplek, pk: int, naar: User) -> None:
    """Give a hand-over another owner, because his role ends; shows nothing of it."""
    rij = Lesoverdracht.objects.open().filter(school=door.school, pk=pk).select_for_update().first()
    if rij is None:
        return
    klokken.regie_klaar(rij)
    toegang_beeindigen(door=door, bron=bron(pk))
    Lesoverdracht.objects.filter(pk=pk).update(eigenaar=naar, versie=F("versie") + 1)
    rij = Lesoverdracht.objects.select_related("leerling", "eigenaar").get(pk=pk)
    _zicht(door, rij, rij.leerling)
    klokken.regie(rij)
