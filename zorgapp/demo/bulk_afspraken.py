"""Agreements in a large demo school: open ones around today, and closed ones of the past weeks, each with its history."""

import uuid
from datetime import datetime, time

from leerlingen.models import Klas, Leerling
from overleg.afspraakloop import Afspraakdaad, Afspraakstand, Uitvoerder, is_klaar
from overleg.models import Afspraak, Afspraakstap
from zorgapp.accounts.models import User
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.verhaal import moment

OPEN, AF = 0.35, 0.45  # of the pupils
WAT = (
    "Belt de ouders over de afgelopen week.",
    "Maakt met de leerling een weekplanning.",
    "Spreekt een vaste plek in de klas af.",
    "Vraagt de docenten hoe het gaat.",
    "Bespreekt de kaart met de docenten.",
    "Neemt elke maandag de week door.",
)
MERKT = ("", "", "De leerling weet bij wie hij terechtkan.", "De leerling heeft elke dag een rustig begin.")


def vul_afspraken(kring: Kring) -> None:
    """Set-based; needs the school's context. Owners have no name in the story."""
    rijen = [_afspraak(kring, leerling, klas, open_=True) for leerling, klas in kring.deel(OPEN)]
    rijen += [_afspraak(kring, leerling, klas, open_=False) for leerling, klas in kring.deel(AF)]
    afspraken = maak_veel(rijen, kring.rng)
    maak_veel([stap for afspraak in afspraken for stap in stappen_van(kring, afspraak)], kring.rng)


def _eigenaar(kring: Kring, klas: Klas) -> User:
    mentor = kring.mentoren.get(klas.pk)
    if mentor is None or mentor in kring.demo.mensen.values() or kring.rng.random() < 0.5:
        return kring.begeleider()
    return mentor


def _afspraak(kring: Kring, leerling: Leerling, klas: Klas, *, open_: bool) -> Afspraak:
    rng, eigenaar = kring.rng, _eigenaar(kring, klas)
    gemaakt = kring.dag(12, 40)
    stand = rng.choices(
        (Afspraakstand.OPEN, Afspraakstand.LOOPT, Afspraakstand.LUKT_NIET)
        if open_
        else (Afspraakstand.GELUKT, Afspraakstand.NIET_NODIG, Afspraakstand.GELUKT),
        (70, 20, 10),
    )[0]
    klaar_op = kring.dag(-25, 4) if open_ else kring.dag(0, 11)
    return Afspraak(
        school=kring.school,
        leerling=leerling,
        wat=rng.choice(WAT),
        merkt=rng.choice(MERKT),
        eigenaar=eigenaar,
        uitvoerder=Uitvoerder.LEERLING if rng.random() < 0.1 else Uitvoerder.ZELF,
        klaar_op=klaar_op,
        stand=stand,
        afgerond_op=None if open_ else moment(klaar_op, time(15, 0)),
        gemaakt_door=kring.coordinator,
        gemaakt_op=moment(gemaakt, time(14, 0)),
        sleutel=uuid.UUID(int=rng.getrandbits(128), version=4),
        versie=1 if stand == Afspraakstand.OPEN else 2,
    )


def stappen_van(kring: Kring, afspraak: Afspraak) -> list[Afspraakstap]:
    """What was done with one agreement, as rows that are not saved yet."""

    def stap(daad: Afspraakdaad, stand: str, door: int, op: datetime | None) -> Afspraakstap:
        return Afspraakstap(
            school=kring.school,
            afspraak=afspraak,
            daad=daad,
            stand=stand,
            klaar_op=afspraak.klaar_op,
            eigenaar_id=afspraak.eigenaar_id,
            overleg_id=afspraak.overleg_id if daad == Afspraakdaad.GEMAAKT else None,
            door_id=door,
            op=op or afspraak.gemaakt_op,
        )

    stappen = [stap(Afspraakdaad.GEMAAKT, Afspraakstand.OPEN, afspraak.gemaakt_door_id, afspraak.gemaakt_op)]
    if afspraak.stand != Afspraakstand.OPEN:
        op = afspraak.afgerond_op if is_klaar(afspraak.stand) else moment(kring.dag(1, 10), time(15, 5))
        stappen.append(stap(Afspraakdaad.STAND, afspraak.stand, afspraak.eigenaar_id, op))
    return stappen
