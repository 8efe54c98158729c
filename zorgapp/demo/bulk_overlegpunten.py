"""What is on the agendas of the meetings of a large demo school, and what came of it: minutes, agreements, who was told."""

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from leerlingen.models import Klas
from overleg.afspraakloop import Afspraakstand
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import (
    Afspraak,
    Agendapunt,
    Bron,
    Overleg,
    Overlegsoort,
    Rondvraag,
    Terugvertellen,
    Verslagdeel,
)
from overleg.soorten import regels
from zorgapp.accounts.models import User
from zorgapp.demo.bulk_afspraken import MERKT, WAT, stappen_van
from zorgapp.demo.bulk_kring import Kring, Paar
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.kalender import perioden
from zorgapp.kern.schooljaar import laatste_schooldag, na_schooldagen

Geheel = tuple[Overleg, list[User], list[Paar]]
BESPROKEN, MET_AFSPRAAK, GEVRAAGD, BEANTWOORD, VERTELD = 0.9, 0.35, 0.4, 0.7, 0.9
KLAAR_NA, VERTELLEN_NA = 10, 5  # school days
WEEK = timedelta(days=7)
VRAGEN = (
    "Wat helpt in de les?",
    "Hoe houden we het vol tot de vakantie?",
    "Past de begeleiding nog?",
    "Wat kunnen we thuis verwachten?",
)
NOTULEN = (
    "De eerste weken gingen goed.\nNa een toetsweek valt het stil.",
    "Werkt beter met een duidelijk begin van de les. Twee docenten zien dat ook.",
    "Komt vaker op tijd. Thuis is het rustiger.",
    "De kaart wordt niet bij elk vak gebruikt.\nDe mentor neemt dat op met de docenten.",
)
ONDERWERPEN = ("Toetsen in een week", "Huiswerk opgeven", "De overgang naar de volgende klas")
ANTWOORD = {
    "goed": "Werkt rustig en vraagt om hulp.",
    "zie": "Haalt bij toetsen de laatste vragen niet.",
    "helpt": "Vooraf zeggen hoeveel tijd er is.",
}


def vul_punten(kring: Kring, overleggen: Sequence[Geheel]) -> None:
    """Set-based; the meetings are saved. Needs the school's context."""
    rijen = [rij for geheel in overleggen for rij in _punten(kring, geheel)]
    maak_veel([punt for punt, _, _ in rijen], kring.rng)
    besproken = [rij for rij in rijen if rij[0].status == Puntstatus.BESPROKEN]
    maak_veel([_verslag(kring, punt) for punt, _, _ in besproken], kring.rng)
    maak_veel([r for punt, _, klas in besproken for r in _vertellen(kring, punt, klas)], kring.rng)
    met = [rij for rij in besproken if kring.rng.random() < MET_AFSPRAAK]
    afspraken = maak_veel([_afspraak(kring, punt, leden) for punt, leden, _ in met], kring.rng)
    maak_veel([stap for afspraak in afspraken for stap in stappen_van(kring, afspraak)], kring.rng)
    maak_veel([r for punt, _, klas in rijen for r in _rondvragen(kring, punt, klas)], kring.rng)


def _dag(punt: Agendapunt) -> date:
    return timezone.localdate(punt.overleg.begin)


def _om(dag: date, tijd: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, tijd))


def _punten(kring: Kring, geheel: Geheel) -> Iterator[tuple[Agendapunt, list[User], Klas | None]]:
    """The items of one meeting; without pupils it is about two subjects."""
    overleg, leden, over = geheel
    if not over:
        for plek, onderwerp in enumerate(kring.rng.sample(ONDERWERPEN, 2), start=1):
            yield _punt(kring, overleg, plek, onderwerp=onderwerp), leden, None
    for plek, (leerling, klas) in enumerate(over, start=1):
        yield _punt(kring, overleg, plek, leerling=leerling), leden, klas


def _punt(kring: Kring, overleg: Overleg, plek: int, **waarover: object) -> Agendapunt:
    gehouden = overleg.status == Overlegstatus.AFGESLOTEN
    besproken = gehouden and kring.rng.random() < BESPROKEN
    minuten = min(regels(overleg.soort).minuten, overleg.minuten)
    status = Puntstatus.DOORGESCHOVEN if gehouden else Puntstatus.OPEN
    return Agendapunt(
        school=kring.school,
        overleg=overleg,
        volgorde=plek,
        minuten=minuten,
        bron=Bron.NIET_BESPROKEN if overleg.soort == Overlegsoort.LEERLINGBESPREKING else Bron.VRIJ,
        vraag=kring.rng.choice(VRAGEN) if gehouden or kring.rng.random() < 0.7 else "",
        status=Puntstatus.BESPROKEN if besproken else status,
        seconden=minuten * 50 if besproken else 0,
        toegevoegd_door_id=overleg.voorzitter_id,
        toegevoegd_op=overleg.gemaakt_op,
        **waarover,
    )


def _verslag(kring: Kring, punt: Agendapunt) -> Verslagdeel:
    return Verslagdeel(
        school=kring.school,
        punt=punt,
        tekst=kring.rng.choice(NOTULEN),
        bewaard_door_id=punt.overleg.notulist_id or punt.overleg.voorzitter_id,
        bewaard_op=punt.overleg.afgesloten_op or punt.overleg.begin,
    )


def _vertellen(kring: Kring, punt: Agendapunt, klas: Klas | None) -> Iterator[Terugvertellen]:
    """What the mentor was asked to tell, told by most a few days later; a mentor with a name has it in the story."""
    mentor = kring.mentoren.get(klas.pk) if klas else None
    if mentor is None or mentor in kring.demo.mensen.values():
        return
    uiterlijk = na_schooldagen(_dag(punt), VERTELLEN_NA, perioden(kring.demo.op))
    dag = uiterlijk if uiterlijk < kring.demo.op and kring.rng.random() < VERTELD else None
    yield Terugvertellen(
        school=kring.school,
        punt=punt,
        mentor=mentor,
        gevraagd_op=punt.overleg.afgesloten_op or punt.overleg.begin,
        uiterlijk=uiterlijk,
        leerling_op=dag,
        ouders_op=dag,
        klaar_op=_om(dag, time(16)) if dag else None,
        klaar_door=mentor if dag else None,
        versie=2 if dag else 1,
    )


def _afspraak(kring: Kring, punt: Agendapunt, leden: list[User]) -> Afspraak:
    """Due two weeks after the meeting; what is due long ago is mostly done."""
    klaar_op = na_schooldagen(_dag(punt), KLAAR_NA, perioden(kring.demo.op))
    af = klaar_op < kring.demo.op and kring.rng.random() < 0.9
    return Afspraak(
        school=kring.school,
        overleg=punt.overleg,
        punt=punt,
        leerling_id=punt.leerling_id,
        wat=kring.rng.choice(WAT),
        merkt=kring.rng.choice(MERKT) if punt.leerling_id else "",
        eigenaar=kring.rng.choice(leden),
        klaar_op=klaar_op,
        stand=Afspraakstand.GELUKT if af else Afspraakstand.OPEN,
        afgerond_op=_om(klaar_op, time(15)) if af else None,
        gemaakt_door_id=punt.overleg.voorzitter_id,
        gemaakt_op=punt.overleg.begin,
        sleutel=uuid.UUID(int=kring.rng.getrandbits(128), version=4),
        versie=2 if af else 1,
    )


def _rondvragen(kring: Kring, punt: Agendapunt, klas: Klas | None) -> Iterator[Rondvraag]:
    """Two teachers of the class, asked a week before; nobody was asked yet for what lies further ahead."""
    op = punt.overleg.begin - WEEK
    if klas is None or timezone.localdate(op) >= kring.demo.op or kring.rng.random() >= GEVRAAGD:
        return
    namen = kring.demo.mensen.values()
    docenten = [user for user, _ in kring.docenten.get(klas.pk, []) if user not in namen]
    uiterlijk = laatste_schooldag(_dag(punt) - timedelta(days=1), perioden(kring.demo.op))
    for collega in docenten[:2]:
        terug = uiterlijk < kring.demo.op and kring.rng.random() < BEANTWOORD
        yield Rondvraag(
            school=kring.school,
            punt=punt,
            collega=collega,
            gevraagd_door_id=punt.overleg.voorzitter_id,
            gevraagd_op=op,
            uiterlijk=uiterlijk,
            beantwoord_op=_om(uiterlijk, time(15, 30)) if terug else None,
            versie=2 if terug else 1,
            **(ANTWOORD if terug else {}),
        )
