"""Making an agenda through the services: proposals, order, questions, and what may not be on it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from ondersteuning.models import Vervolg
from ondersteuning.workflow import Besluit, StapNietToegestaan
from overleg.access_agenda import agenda_van
from overleg.models import Agendapunt, Bron
from overleg.querysets_voorstel import redenen, redenen_van_klas, tot_en_met
from overleg.services.agenda import (
    Puntgegevens,
    agenda_ordenen,
    punt_terug,
    punt_toevoegen,
    punt_van_agenda,
    punt_verplaatsen,
    punt_wijzigen,
    punten_toevoegen,
    vraag_stellen,
)
from overleg.services.tijd import punt_afronden, punt_beginnen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from overleg.voorstel import Reden, voorstellen
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_leerling


def op_agenda(decor: Decor, overleg: Any) -> list[int]:
    return [punt.pk for punt in agenda_van(decor.coordinator, overleg).punten]


def test_een_leerling_staat_er_een_keer_op(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    gegevens = Puntgegevens(leerling=decor.leerling, vraag="Wat helpt?")
    punt = punt_toevoegen(door=decor.coordinator, overleg_id=overleg.pk, gegevens=gegevens, op=NU)
    with pytest.raises(ValidationError, match="staat al op de agenda"):
        punt_toevoegen(door=decor.coordinator, overleg_id=overleg.pk, gegevens=gegevens, op=NU)
    assert punten_toevoegen(door=decor.coordinator, overleg_id=overleg.pk, lijst=[gegevens], op=NU) == []
    punt_van_agenda(door=decor.coordinator, pk=punt.pk)
    assert op_agenda(decor, overleg) == []
    punt_terug(door=decor.coordinator, pk=punt.pk)
    assert op_agenda(decor, overleg) == [punt.pk]


def test_wie_de_agenda_niet_maakt_zet_er_niets_op(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    with pytest.raises(PermissionDenied):
        punt_toevoegen(
            door=decor.begeleider, overleg_id=overleg.pk, gegevens=Puntgegevens(onderwerp="Toetsdruk"), op=NU
        )
    with pytest.raises(Http404):
        punt_toevoegen(
            door=decor.mentor, overleg_id=overleg.pk, gegevens=Puntgegevens(onderwerp="Toetsdruk"), op=NU
        )


def test_geen_leerling_in_een_sectieoverleg(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, soort=Overlegsoort.SECTIE, naam="Sectie Duits")
    for gegevens, woord in (
        (Puntgegevens(leerling=decor.leerling), "zonder naam"),
        (Puntgegevens(), "onderwerp"),
    ):
        with pytest.raises(ValidationError, match=woord):
            punt_toevoegen(door=decor.coordinator, overleg_id=overleg.pk, gegevens=gegevens, op=NU)


def test_volgorde_met_een_punt_dat_er_net_bij_kwam(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator)
    een, twee, drie = (maak_punt(decor.coordinator, overleg, onderwerp=f"Punt {n}") for n in range(3))
    vreemd = maak_punt(decor.coordinator, maak_overleg(decor.coordinator))
    agenda_ordenen(door=decor.coordinator, overleg_id=overleg.pk, volgorde=[twee.pk, vreemd.pk, een.pk])
    assert op_agenda(decor, overleg) == [twee.pk, een.pk, drie.pk]
    punt_verplaatsen(door=decor.coordinator, pk=drie.pk, omhoog=True)
    punt_verplaatsen(door=decor.coordinator, pk=twee.pk, omhoog=True)
    assert op_agenda(decor, overleg) == [twee.pk, drie.pk, een.pk]


def test_een_oude_bladzijde_overschrijft_niets(decor: Decor) -> None:
    punt = maak_punt(decor.coordinator, maak_overleg(decor.coordinator), decor.leerling, vraag="")
    vraag_stellen(door=decor.coordinator, pk=punt.pk, versie=1, vraag="Hoe nu verder?")
    with pytest.raises(Verouderd):
        punt_wijzigen(door=decor.coordinator, pk=punt.pk, versie=1, vraag="Anders", minuten=5)
    with pytest.raises(ValidationError, match="120"):
        punt_wijzigen(door=decor.coordinator, pk=punt.pk, versie=2, vraag="", minuten=121)


def test_een_deelnemer_stelt_de_vraag_die_er_nog_niet_is(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator, decor.mentor)
    punt = maak_punt(decor.coordinator, overleg, decor.leerling, vraag="")
    assert vraag_stellen(door=decor.mentor, pk=punt.pk, versie=1, vraag=" Wat werkt? ").vraag == "Wat werkt?"
    with pytest.raises(PermissionDenied):
        vraag_stellen(door=decor.mentor, pk=punt.pk, versie=2, vraag="Toch anders")


def test_besproken_blijft_staan_en_de_klok_telt(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator)
    een, twee = (maak_punt(decor.coordinator, overleg, onderwerp=f"Punt {n}") for n in range(2))
    with pytest.raises(StapNietToegestaan):
        punt_beginnen(door=decor.coordinator, pk=een.pk, op=NU)
    begin(decor.coordinator, overleg)
    punt_beginnen(door=decor.coordinator, pk=een.pk, op=NU)
    punt_beginnen(door=decor.coordinator, pk=twee.pk, op=NU + timedelta(minutes=8))
    punt_afronden(door=decor.coordinator, pk=twee.pk, status="besproken", op=NU + timedelta(minutes=20))
    assert list(Agendapunt.objects.order_by("pk").values_list("seconden", "bezig_sinds")) == [
        (480, None),
        (720, None),
    ]
    with pytest.raises(ValidationError, match="al gesproken"):
        punt_van_agenda(door=decor.coordinator, pk=twee.pk)


def lijst(decor: Decor, overleg: Any) -> list[tuple[str, int]]:
    sinds = DAG - timedelta(days=60)
    rijen = redenen.lees(decor.coordinator, overleg.pk, tot_en_met(DAG), sinds, *overleg.opvolging)
    return sorted((rij[1], rij[0]) for rij in rijen)


@pytest.mark.regel(60)
def test_voorstellen_uit_de_zaken(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal, Besluit.ZORGOVERLEG, eigenaar=decor.begeleider.user)
    vorig = maak_overleg(decor.coordinator, decor.begeleider)
    punt = maak_punt(decor.coordinator, vorig, ander := maak_leerling(decor.school, decor.klas))
    begin(decor.coordinator, vorig)
    maak_afspraak(decor.coordinator, punt, decor.begeleider)
    punt_afronden(door=decor.coordinator, pk=punt.pk, status="doorgeschoven", op=NU)
    overleg = maak_overleg(decor.coordinator, decor.begeleider, begin=NU + timedelta(days=7))
    assert lijst(decor, overleg) == [
        (Bron.AFSPRAAK, ander.pk),
        (Bron.DOORGESCHOVEN, ander.pk),
        (Bron.SIGNAAL, decor.leerling.pk),
    ]
    maak_punt(decor.coordinator, overleg, ander)
    maak_punt(decor.coordinator, overleg, decor.leerling)
    assert lijst(decor, overleg) == []
    assert Vervolg.objects.get().soort == Besluit.ZORGOVERLEG


def test_een_klas_die_nog_niet_besproken_is(decor: Decor) -> None:
    ander = maak_leerling(decor.school, decor.klas)
    overleg = maak_overleg(
        decor.mentor, soort=Overlegsoort.LEERLINGBESPREKING, klas=decor.klas, begin=NU + timedelta(days=1)
    )
    rijen = redenen_van_klas.lees(decor.mentor, overleg.pk, DAG - timedelta(days=60), *overleg.opvolging)
    assert sorted(rij[0] for rij in rijen) == sorted([decor.leerling.pk, ander.pk])


def test_het_dringendste_eerst_en_waar_de_tijd_ophoudt() -> None:
    vroeg, laat = date(2026, 11, 1), date(2026, 11, 20)
    lijst = voorstellen(
        [
            Reden(Bron.EVALUATIE, 1, vroeg, 10),
            Reden(Bron.SIGNAAL, 2, laat, 11),
            Reden(Bron.CONTROLE, 3, vroeg, 12, spoed=True),
            Reden(Bron.AFSPRAAK, 2, vroeg, 13),
            Reden(Bron.NIET_BESPROKEN, 4, vroeg, 14),
        ],
        minuten=15,
        over=25,
    )
    assert [(v.leerling_id, v.minuten, v.past) for v in lijst] == [
        (3, 5, True),
        (2, 15, True),
        (1, 15, False),
        (4, 5, False),
    ]
    assert [r.bron for r in lijst[1].redenen] == [Bron.SIGNAAL, Bron.AFSPRAAK] and lijst[0].spoed
