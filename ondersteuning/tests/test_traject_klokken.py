"""The clocks of trajectories through the real outbox: evaluation, end and hand-over, without a pupil's name."""

from datetime import timedelta
from typing import Any

import pytest

from leerlingen.models import Leerling
from ondersteuning.models import OverdrachtStatus
from ondersteuning.services.regie import regie_beantwoorden, regie_vragen
from ondersteuning.services.trajectstart import traject_starten
from ondersteuning.tests.test_klokken import MERK, om, verstuur, voor
from ondersteuning.tests.test_traject_start import vervolg_van
from ondersteuning.tests.trajecthulp import WEEK, evalueer, gegevens, sluit_af, start
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

Bus = list[Any]
EEN_DAG = timedelta(days=1)


def test_evaluatie_op_haar_dag(decor: Decor, mailoutbox: Bus) -> None:
    start(decor)
    assert "evaluatie" not in "".join(
        voor(decor.begeleider, verstuur(decor, om(DAG + 6 * WEEK - EEN_DAG), mailoutbox))
    )
    [tekst] = voor(decor.begeleider, verstuur(decor, om(DAG + 6 * WEEK), mailoutbox))
    assert "1 evaluatie die aan de beurt is" in tekst


def test_verzet_of_gesloten_geeft_geen_mail(decor: Decor, mailoutbox: Bus) -> None:
    eerste, tweede = start(decor), start(decor, titel="Tweede")
    evalueer(decor.begeleider, eerste, evaluatie_op=DAG + 9 * WEEK)
    sluit_af(decor.begeleider, tweede)
    verstuur(decor, om(DAG), mailoutbox)
    assert voor(decor.begeleider, verstuur(decor, om(DAG + 6 * WEEK), mailoutbox)) == []
    assert len(voor(decor.begeleider, verstuur(decor, om(DAG + 9 * WEEK), mailoutbox))) == 1


def test_eind_op_zijn_dag(decor: Decor, mailoutbox: Bus) -> None:
    start(decor, evaluatie_op=DAG + WEEK)
    verstuur(decor, om(DAG + WEEK), mailoutbox)
    [tekst] = voor(decor.begeleider, verstuur(decor, om(DAG + 12 * WEEK), mailoutbox))
    assert "1 traject dat nu eindigt" in tekst


def test_wie_niet_meer_werkt_hoort_niets(decor: Decor, mailoutbox: Bus) -> None:
    start(decor)
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG)
    assert voor(decor.begeleider, verstuur(decor, om(DAG + 6 * WEEK), mailoutbox)) == []


def test_overdracht_herinnert_eenmaal(decor: Decor, mailoutbox: Bus) -> None:
    """Asked on Tuesday; the term of three school days ends on Friday."""
    ilse = maak_werkplek(decor.school, Rol.BEGELEIDER)
    traject = start(decor, op=NU - EEN_DAG)
    vraag = regie_vragen(door=decor.begeleider, pk=traject.pk, versie=1, naar=ilse.user, reden="Ruil.", op=NU)
    [tekst] = voor(ilse, verstuur(decor, om(DAG), mailoutbox))
    assert "1 vraag om de regie over te nemen" in tekst
    assert voor(ilse, verstuur(decor, om(DAG + 2 * EEN_DAG), mailoutbox)) == []
    [tekst] = voor(ilse, verstuur(decor, om(DAG + 3 * EEN_DAG), mailoutbox))
    assert "nu een antwoord verwacht" in tekst
    regie_beantwoorden(
        door=ilse,
        overdracht_id=vraag.pk,
        antwoord=OverdrachtStatus.GEWEIGERD,
        reden="Vol.",
        op=om(DAG + 4 * EEN_DAG, 9),
    )
    [tekst] = voor(decor.begeleider, verstuur(decor, om(DAG + 6 * EEN_DAG), mailoutbox))
    assert "1 antwoord op een overdracht" in tekst


@pytest.mark.regel(45)
@pytest.mark.regel(62)
def test_geen_naam_en_geen_titel_in_een_mail(decor: Decor, mailoutbox: Bus) -> None:
    """Every kind goes out once, for a pupil with a name that is nothing else."""
    Leerling.objects.filter(pk=decor.leerling.pk).update(roepnaam=MERK, achternaam=MERK)
    vervolg = vervolg_van(decor)
    uit = traject_starten(
        door=decor.coordinator,
        leerling_id=decor.leerling.pk,
        gegevens=gegevens(
            decor.begeleider.user, DAG, titel=MERK, evaluatie_op=DAG + WEEK, eind=DAG + 2 * WEEK
        ),
        op=NU,
        vervolg_id=vervolg.pk,
        vervolg_versie=1,
    )
    assert uit.traject is not None
    regie_vragen(
        door=decor.begeleider, pk=uit.traject.pk, versie=1, naar=decor.mentor.user, reden=MERK, op=NU
    )
    teksten = [t for n in range(16) for _, t in verstuur(decor, om(DAG + n * EEN_DAG), mailoutbox)]
    alles = "\n".join(teksten)
    for woord in (
        "nieuw traject voor jou",
        "aan de beurt",
        "dat nu eindigt",
        "regie over te nemen",
        "begeleiding na je signaal",
    ):
        assert woord in alles
    assert MERK not in alles
