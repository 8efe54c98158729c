"""Around the facility cards of a large demo school: advice, reasons, what was not given, and substitutes."""

from datetime import time

from leerlingen.models import (
    Faciliteitenkaart,
    FaciliteitMelding,
    FaciliteitToekenning,
    Handelingsadvies,
    Kaartgrond,
    Vervanging,
)
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.teksten import ADVIEZEN
from zorgapp.demo.verhaal import moment

ADVIES, GROND, MELDING = 0.15, 0.5, 0.03  # a pupil, a card, a facility on a card
KLASSEN_PER_VERVANGING = 12
GRONDEN = ("dyslexie", "dyscalculie", "adhd", "ass", "ziekte", "faalangst")


def vul_kaarten_aan(kring: Kring) -> None:
    """All of it; needs the school's context and its cards."""
    _adviezen(kring)
    _rond_kaarten(kring)
    _vervangingen(kring)


def _adviezen(kring: Kring) -> None:
    rijen = []
    for leerling, klas in kring.deel(ADVIES):
        dag = kring.dag(1, 40)
        rijen.append(
            Handelingsadvies(
                school=kring.school,
                leerling=leerling,
                tekst=kring.rng.choice(ADVIEZEN),
                van=dag,
                tot=kring.demo.jaar.eind,
                door=kring.mentoren[klas.pk],
                gemaakt_op=kring.op(dag),
            )
        )
    maak_veel(rijen, kring.rng)


def _rond_kaarten(kring: Kring) -> None:
    """The reasons of some, and what was not given."""
    rng, school = kring.rng, kring.school
    klas_van = {leerling.pk: klas for leerling, klas in kring.leerlingen}
    kaarten = list(Faciliteitenkaart.objects.filter(school=school, leerling_id__in=klas_van).order_by("pk"))
    maak_veel(
        [
            Kaartgrond(
                school=school, kaart=k, grondslag=[rng.choice(GRONDEN)], vastgelegd_door=k.gewijzigd_door
            )
            for k in rng.sample(kaarten, round(len(kaarten) * GROND))
        ],
        rng,
    )
    gegeven = FaciliteitToekenning.objects.filter(kaart__in=kaarten).select_related("kaart").order_by("pk")
    maak_veel(
        [
            FaciliteitMelding(
                school=school,
                leerling_id=rij.kaart.leerling_id,
                toekenning=rij,
                vak="Engels",
                dag=kring.dag(1, 30),
                door=kring.mentoren[klas_van[rij.kaart.leerling_id].pk],
            )
            for rij in gegeven
            if rng.random() < MELDING
        ],
        rng,
    )


def _vervangingen(kring: Kring) -> None:
    """One day each, in the past weeks."""
    vervangingen = []
    for klas in kring.demo.klassen_nu[::KLASSEN_PER_VERVANGING]:
        if (docenten := kring.docenten.get(klas.pk)) is not None:
            dag = kring.dag(2, 30)
            vervangingen.append(
                Vervanging(
                    school=kring.school,
                    klas=klas,
                    user=kring.begeleider(),
                    van=moment(dag, time(8, 30)),
                    tot=moment(dag, time(17, 0)),
                    reden="Les van een collega die ziek is",
                    door=docenten[0][0],
                )
            )
    maak_veel(vervangingen, kring.rng)
