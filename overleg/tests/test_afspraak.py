"""Agreements through the services: one owner, one date, every change a row, and nothing done twice (DOMAIN 60)."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from leerlingen.models import Contactpersoon
from ondersteuning.workflow import StapNietToegestaan
from overleg.eigendom import afspraken_terug
from overleg.models import Afspraak, Afspraakstap
from overleg.services.afspraak import (
    afspraak_overdragen,
    afspraak_uitstellen,
    afspraak_wijzigen,
    stand_zetten,
)
from overleg.tests.overleghulp import KLAAR, begin, maak_afspraak, maak_overleg, maak_partner, maak_punt
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek


@pytest.fixture
def punt(decor: Decor) -> Any:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    rij = maak_punt(decor.coordinator, overleg, decor.leerling)
    begin(decor.coordinator, overleg)
    return rij


def gepland(afspraak: Afspraak) -> list[tuple[str, int]]:
    rijen = Herinnering.objects.filter(
        object_id=afspraak.pk, soort__startswith="afspraak", status=Status.GEPLAND
    )
    return sorted(rijen.values_list("soort", "ontvanger_id"))


@pytest.mark.regel(60)
def test_een_afspraak_heeft_eigenaar_en_datum_en_meldt_zich(decor: Decor, punt: Any) -> None:
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider)
    wie = decor.begeleider.user.pk
    assert (afspraak.eigenaar_id, afspraak.klaar_op, afspraak.stand) == (wie, DAG + KLAAR, "open")
    assert gepland(afspraak) == [("afspraak_datum", wie), ("afspraak_nieuw", wie)]
    for veld, waarde in (("eigenaar", None), ("klaar_op", None), ("wat", "")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Afspraak.objects.filter(pk=afspraak.pk).update(**{veld: waarde})


def test_tweemaal_versturen_is_een_afspraak(decor: Decor, punt: Any) -> None:
    sleutel = uuid.uuid4()
    een = maak_afspraak(decor.coordinator, punt, decor.begeleider, sleutel=sleutel)
    assert maak_afspraak(decor.coordinator, punt, decor.begeleider, sleutel=sleutel) == een
    assert Afspraak.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"klaar_op": DAG - timedelta(days=1)}, "klaar_op"),
        ({"uitvoerder": "ouder"}, "contact"),
        ({"uitvoerder": "extern"}, "partner"),
        ({"wat": ""}, "wat"),
    ],
)
def test_wat_niet_klopt_wordt_geen_afspraak(decor: Decor, punt: Any, velden: Any, veld: str) -> None:
    with pytest.raises(ValidationError) as fout:
        maak_afspraak(decor.coordinator, punt, decor.begeleider, **velden)
    assert veld in fout.value.message_dict and not Afspraak.objects.exists()


def test_eigenaar_zonder_rol_kan_niet(decor: Decor, punt: Any) -> None:
    with pytest.raises(ValidationError, match="Kies een ander"):
        maak_afspraak(decor.coordinator, punt, maak_werkplek(decor.school, Rol.SCHOOLLEIDING, DAG))


def test_ouder_en_externe_tellen_net_zo(decor: Decor, punt: Any) -> None:
    ouder = Contactpersoon.objects.create(
        school=decor.school, leerling=decor.leerling, naam="M. Bakker", relatie="moeder"
    )
    met = [
        {"uitvoerder": "ouder", "contact": ouder},
        {"uitvoerder": "extern", "partner": maak_partner(decor.school)},
        {"uitvoerder": "leerling"},
    ]
    for velden in met:
        afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider, **velden)
        assert afspraak.eigenaar_id == decor.begeleider.user.pk and len(gepland(afspraak)) == 2


def test_buiten_een_lopend_overleg_kan_het_niet(decor: Decor) -> None:
    overleg = maak_overleg(decor.coordinator)
    rij = maak_punt(decor.coordinator, overleg, decor.leerling)
    with pytest.raises(StapNietToegestaan, match="nog niet begonnen"):
        maak_afspraak(decor.coordinator, rij, decor.begeleider)


def test_afvinken_en_weer_openen(decor: Decor, punt: Any) -> None:
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider)
    wie = decor.begeleider
    klaar = stand_zetten(door=wie, pk=afspraak.pk, versie=1, stand="gelukt", op=NU)
    assert klaar.afgerond_op == NU and ("afspraak_datum", wie.user.pk) not in gepland(afspraak)
    assert stand_zetten(door=wie, pk=afspraak.pk, versie=1, stand="gelukt", op=NU).versie == 2  # a second tap
    with pytest.raises(Verouderd):
        stand_zetten(door=wie, pk=afspraak.pk, versie=1, stand="loopt", op=NU)
    terug = stand_zetten(door=wie, pk=afspraak.pk, versie=2, stand="loopt", op=NU)
    assert terug.afgerond_op is None and ("afspraak_datum", wie.user.pk) in gepland(afspraak)
    assert list(Afspraakstap.objects.values_list("daad", "stand")) == [
        ("gemaakt", "open"),
        ("stand", "gelukt"),
        ("heropend", "loopt"),
    ]


def test_uitstellen_vraagt_een_reden_en_een_latere_dag(decor: Decor, punt: Any) -> None:
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider)
    later = afspraak.klaar_op + KLAAR
    for dag, reden in ((afspraak.klaar_op, "Ziek."), (later, " ")):
        with pytest.raises(ValidationError):
            afspraak_uitstellen(
                door=decor.begeleider, pk=afspraak.pk, versie=1, klaar_op=dag, reden=reden, op=NU
            )
    nieuw = afspraak_uitstellen(
        door=decor.begeleider, pk=afspraak.pk, versie=1, klaar_op=later, reden="Ziek.", op=NU
    )
    assert (nieuw.klaar_op, nieuw.uitgesteld) == (later, 1)
    datums = Herinnering.objects.filter(soort="afspraak_datum", object_id=afspraak.pk).order_by("pk")
    assert [rij.status for rij in datums] == [Status.VERVALLEN, Status.GEPLAND]


def test_overdragen_vertelt_het_de_nieuwe(decor: Decor, punt: Any) -> None:
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider)
    args = {"door": decor.begeleider, "pk": afspraak.pk, "versie": 1, "op": NU}
    with pytest.raises(ValidationError, match="heeft deze afspraak al"):
        afspraak_overdragen(naar=decor.begeleider.user, **args)
    nieuw = afspraak_overdragen(naar=decor.mentor.user, reden="Hij ziet hem elke dag.", **args)
    assert nieuw.eigenaar_id == decor.mentor.user.pk
    wie = decor.mentor.user.pk
    assert {("afspraak_nieuw", wie), ("afspraak_datum", wie)} <= set(gepland(afspraak))


def test_andere_woorden_bewaren_de_oude(decor: Decor, punt: Any) -> None:
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider, wat="Belt moeder.")
    afspraak_wijzigen(door=decor.coordinator, pk=afspraak.pk, versie=1, wat="Belt vader.", merkt="", op=NU)
    assert Afspraakstap.objects.get(daad="gewijzigd").reden == "Belt moeder."


@pytest.mark.regel(60)
def test_wie_vertrekt_laat_niets_van_niemand_achter(decor: Decor, punt: Any) -> None:
    afspraak = maak_afspraak(decor.coordinator, punt, decor.begeleider)
    assert afspraken_terug(decor.school.pk, DAG, NU) == 0
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG - timedelta(days=1))
    assert afspraken_terug(decor.school.pk, DAG, NU) == 1 and afspraken_terug(decor.school.pk, DAG, NU) == 0
    afspraak.refresh_from_db()
    assert afspraak.eigenaar_id == decor.coordinator.user.pk
    assert ("afspraak_terug", decor.coordinator.user.pk) in gepland(afspraak)
    stap = Afspraakstap.objects.last()
    assert stap is not None and (stap.daad, stap.door_id) == ("teruggevallen", None)
