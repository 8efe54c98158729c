"""A rondvraag that is not complete: one press reminds who did not answer; and the meeting shows what was answered."""

# ruff: noqa: F811  the fixtures are those of test_rondvraag

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from ondersteuning.workflow import StapNietToegestaan
from overleg.access_live import op_tafel
from overleg.access_live_rondvraag import LANG, Blikken, uit_waarde
from overleg.klokken_rondvraag import NOGMAALS, SOORTEN
from overleg.models import Agendapunt, Rondvraag
from overleg.services.overleg import deelnemer_verwijderen
from overleg.services.rondvraag import Antwoord, rondvraag_geen_les, rondvraag_herinneren
from overleg.tests.overleghulp import begin, maak_punt
from overleg.tests.test_rondvraag import beantwoord, docenten, pad, punt, vraag  # noqa: F401  fixtures
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling, maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

EEN_DAG = timedelta(days=1)


def gisteren_gevraagd(d: Decor, punt: Agendapunt, *wie: Any) -> list[Rondvraag]:
    """Asked a day ago: what was to be heard of it was heard then."""
    rijen = vraag(d, punt, *wie)
    Herinnering.objects.filter(soort="rondvraag_gevraagd").update(niet_voor=timezone.now() - EEN_DAG)
    return rijen


def herinner(d: Decor, punt: Agendapunt, **anders: Any) -> int:
    return rondvraag_herinneren(
        **({"door": d.coordinator, "overleg_id": punt.overleg_id, "op": timezone.now()} | anders)
    )


def lees(wie: Werkplek, punt: Agendapunt) -> Blikken:
    return uit_waarde(op_tafel(wie, punt.overleg, punt.pk).blikken)  # type: ignore[attr-defined]


def test_een_knop_een_herinnering_per_collega_per_dag(
    nu_decor: Decor,
    punt: Agendapunt,
    docenten: Any,
    inloggen: Any,
) -> None:
    d, (sanne, pieter, esra) = nu_decor, docenten
    ander = maak_punt(d.coordinator, punt.overleg, maak_leerling(d.school, d.klas, "Yara", "Demir"))
    for docent in (sanne, pieter):
        maak_les(d.school, docent.user, ander.leerling, naam=f"h3.en{docent.user.pk}")
    rij, *_ = gisteren_gevraagd(d, punt, sanne, pieter, esra)
    gisteren_gevraagd(d, ander, sanne, pieter)
    beantwoord(sanne, rij)
    client = inloggen(d.coordinator.user)
    pagina = client.get(pad("agenda", punt.overleg_id)).content.decode()
    controleer_budget(client, pad("agenda", punt.overleg_id) + f"?punt={punt.pk}")
    assert "Stuur 3 herinneringen" in pagina and "ontbreken nog 4 antwoorden" in pagina
    for zin in ("3 collega’s krijgen een herinnering.", "Iedereen hoort vandaag al van de rondvraag."):
        antwoord = client.post(pad("rondvraag_herinneren", punt.overleg_id), follow=True).content.decode()
        assert zin in antwoord and "Stuur" not in antwoord and "horen het vandaag al" in antwoord
    wacht = Herinnering.objects.filter(soort=NOGMAALS, status=Status.GEPLAND)
    per = {docent.user.voornaam: wacht.filter(ontvanger=docent.user).count() for docent in docenten}
    assert per == {"Sanne": 1, "Pieter": 2, "Esra": 1}  # a line a question, in one daily mail
    morgen = replace(d.coordinator, dag=d.coordinator.dag + EEN_DAG)
    assert herinner(d, punt, door=morgen, op=timezone.now() + EEN_DAG) == 3


def test_wie_vandaag_is_gevraagd_of_antwoordde_hoort_niets_extra(
    nu_decor: Decor,
    punt: Agendapunt,
    docenten: Any,
) -> None:
    d, (sanne, pieter, esra) = nu_decor, docenten
    vraag(d, punt, sanne, pieter, esra)
    assert herinner(d, punt) == 0
    Herinnering.objects.filter(soort="rondvraag_gevraagd").update(niet_voor=timezone.now() - EEN_DAG)
    Rondvraag.objects.filter(collega=pieter.user).update(ingetrokken_op=timezone.now())
    assert herinner(d, punt) == 2
    [nogmaals] = [soort for soort in SOORTEN if soort.sleutel == NOGMAALS]
    rij = Herinnering.objects.get(soort=NOGMAALS, ontvanger=sanne.user)
    assert nogmaals.nog_geldig(rij, timezone.now())
    assert not nogmaals.nog_geldig(rij, timezone.now() + timedelta(days=6))  # the meeting was
    beantwoord(sanne, Rondvraag.objects.get(collega=sanne.user))
    rij.refresh_from_db()
    assert rij.status == Status.VERVALLEN


def test_wie_mag_herinneren_en_wanneer(nu_decor: Decor, punt: Agendapunt, docenten: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    gisteren_gevraagd(d, punt, sanne, pieter)
    with pytest.raises(PermissionDenied):
        herinner(d, punt, door=d.begeleider)
    with pytest.raises(Http404):
        herinner(d, punt, door=maak_werkplek(d.school, Rol.BEGELEIDER, d.coordinator.dag))
    begin(d.coordinator, punt.overleg, timezone.now())
    with pytest.raises(StapNietToegestaan):
        herinner(d, punt)
    assert not Herinnering.objects.filter(soort=NOGMAALS).exists()


def test_in_het_overleg_staat_wat_docenten_zien(
    nu_decor: Decor,
    punt: Agendapunt,
    docenten: Any,
    inloggen: Any,
) -> None:
    d, (sanne, pieter, esra) = nu_decor, docenten
    een, twee, drie = vraag(d, punt, sanne, pieter, esra)
    beantwoord(sanne, een, antwoord=Antwoord(zie="Komt <b>laat</b> binnen."))
    rondvraag_geen_les(door=esra, pk=drie.pk, versie=1, op=timezone.now())
    begin(d.coordinator, punt.overleg, timezone.now())
    adres = pad("live_punt", punt.overleg_id, punt.pk)

    def blad(wie: Any) -> str:
        return inloggen(wie.user).get(adres).content.decode()

    pagina = blad(d.begeleider)
    assert "1 antwoord, 2 gevraagd" in pagina and "Komt &lt;b&gt;laat&lt;/b&gt; binnen." in pagina
    assert "Nog geen antwoord van Pieter" in pagina and "Esra" not in pagina
    assert '<details class="z-blikken" open>' in pagina
    Rondvraag.objects.filter(pk=twee.pk).update(zie="z" * (LANG + 1), beantwoord_op=timezone.now())
    vol = blad(d.coordinator)
    assert "2 antwoorden" in vol and '<details class="z-blikken">' in vol
    assert "z" * 250 not in vol and "Lees de hele antwoorden" in vol
    controleer_budget(inloggen(d.coordinator.user), adres)


def test_wie_niet_meedoet_leest_in_het_overleg_geen_antwoord(
    nu_decor: Decor,
    punt: Agendapunt,
    docenten: Any,
    inloggen: Any,
) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    een, _ = vraag(d, punt, sanne, pieter)
    beantwoord(sanne, een)
    begin(d.coordinator, punt.overleg, timezone.now())
    elders = maak_werkplek(d.school, Rol.ZORGCOORDINATOR, d.coordinator.dag, "Nadia")
    for wie, antwoorden, wacht in (
        (d.coordinator, 1, 1),
        (d.begeleider, 1, 1),
        (elders, 0, 0),
        (sanne, 0, 0),
    ):
        gezien = lees(wie, punt)
        assert (len(gezien.antwoorden), len(gezien.wacht)) == (antwoorden, wacht), wie.user.voornaam
    pagina = inloggen(elders.user).get(pad("live_punt", punt.overleg_id, punt.pk)).content.decode()
    assert "Wat docenten zien" not in pagina  # not "nobody was asked" either
    deelname = punt.overleg.deelnames.get(user=d.begeleider.user)
    deelnemer_verwijderen(door=d.coordinator, pk=punt.overleg_id, deelname_id=deelname.pk, op=timezone.now())
    assert not lees(d.begeleider, punt).antwoorden
