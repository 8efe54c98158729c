"""Handing a trajectory over: the giver stays the owner until the receiver accepts, and who owns it sees the pupil."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.eigendom_traject import GROEP, TRAJECT
from ondersteuning.models import OverdrachtStatus, Regieoverdracht, Traject
from ondersteuning.services.regie import regie_beantwoorden, regie_verplaatsen, regie_vragen
from ondersteuning.tests.trajecthulp import sluit_af, start, wie_ziet
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.models import Aanstelling, User, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

JA, NEE, TERUG = OverdrachtStatus.AANVAARD, OverdrachtStatus.GEWEIGERD, OverdrachtStatus.INGETROKKEN


@pytest.fixture
def ilse(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.BEGELEIDER, voornaam="Ilse")


def vraag(door: Werkplek, traject: Traject, naar: User, **anders: Any) -> Regieoverdracht:
    versie = Traject.objects.get(pk=traject.pk).versie
    velden = {"pk": traject.pk, "versie": versie, "naar": naar, "reden": "Zij kent hem.", "op": NU} | anders
    return regie_vragen(door=door, **velden)


def antwoord(door: Werkplek, overdracht: Regieoverdracht, wat: OverdrachtStatus, reden: str = "") -> Any:
    return regie_beantwoorden(door=door, overdracht_id=overdracht.pk, antwoord=wat, reden=reden, op=NU)


def eigenaar(traject: Traject) -> int:
    return Traject.objects.get(pk=traject.pk).regievoerder_id


def ziet(wie: Werkplek, decor: Decor) -> bool:
    return Leerling.objects.zichtbaar_voor(wie).filter(pk=decor.leerling.pk).exists()


def test_tot_het_antwoord_blijft_de_gever_eigenaar(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    overdracht = vraag(decor.begeleider, traject, ilse.user)
    assert eigenaar(traject) == decor.begeleider.user.pk
    assert ziet(decor.begeleider, decor) and not ziet(ilse, decor)
    antwoord(ilse, overdracht, JA)
    assert eigenaar(traject) == ilse.user.pk
    assert wie_ziet(traject, DAG) == [ilse.user.pk]
    assert ziet(ilse, decor) and not ziet(decor.begeleider, decor)
    overdracht.refresh_from_db()
    assert (overdracht.van_id, overdracht.naar_id) == (decor.begeleider.user.pk, ilse.user.pk)


def test_weigeren_met_een_reden(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    overdracht = vraag(decor.begeleider, traject, ilse.user)
    with pytest.raises(ValidationError), transaction.atomic():
        antwoord(ilse, overdracht, NEE)
    antwoord(ilse, overdracht, NEE, "Mijn week is vol.")
    assert eigenaar(traject) == decor.begeleider.user.pk and not ziet(ilse, decor)
    with pytest.raises(Verouderd):
        antwoord(ilse, overdracht, JA)


def test_intrekken_en_een_ander_vragen(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    overdracht = vraag(decor.begeleider, traject, ilse.user)
    with pytest.raises(ValidationError, match="wacht al"), transaction.atomic():
        vraag(decor.begeleider, traject, decor.mentor.user)
    antwoord(decor.begeleider, overdracht, TERUG)
    vraag(decor.begeleider, traject, decor.mentor.user)
    with pytest.raises(Verouderd):
        antwoord(ilse, overdracht, JA)
    assert eigenaar(traject) == decor.begeleider.user.pk


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.SCHOOLLEIDING, Rol.VERTROUWENSPERSOON, Rol.EXTERNE])
def test_niet_aan_iemand_zonder_passende_aanstelling(decor: Decor, rol: Rol) -> None:
    traject = start(decor)
    with pytest.raises(ValidationError, match="geen rol"):
        vraag(decor.begeleider, traject, maak_werkplek(decor.school, rol).user)
    assert not Regieoverdracht.objects.exists()


def test_niet_aan_iemand_die_weg_is(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    Aanstelling.objects.filter(user=ilse.user).update(tot=DAG - timedelta(days=1))
    with pytest.raises(ValidationError, match="geen rol"):
        vraag(decor.begeleider, traject, ilse.user)


def test_rol_weg_voor_het_antwoord(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    overdracht = vraag(decor.begeleider, traject, ilse.user)
    Aanstelling.objects.filter(user=ilse.user).update(tot=DAG - timedelta(days=1))
    with pytest.raises(ValidationError), transaction.atomic():
        antwoord(ilse, overdracht, JA)
    assert eigenaar(traject) == decor.begeleider.user.pk
    assert Regieoverdracht.objects.get().status == OverdrachtStatus.GEVRAAGD


def test_niet_aan_zichzelf_en_niet_verouderd(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    with pytest.raises(ValidationError, match="heeft de regie al"):
        vraag(decor.coordinator, traject, decor.begeleider.user)
    with pytest.raises(Verouderd):
        vraag(decor.begeleider, traject, ilse.user, versie=9)
    sluit_af(decor.begeleider, traject)
    with pytest.raises(StapNietToegestaan):
        vraag(decor.begeleider, traject, ilse.user)


def test_wie_er_niet_over_gaat(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    overdracht = vraag(decor.begeleider, traject, ilse.user)
    ander = maak_werkplek(decor.school, Rol.BEGELEIDER)
    with pytest.raises(Http404):
        antwoord(ander, overdracht, JA)
    with pytest.raises(Verouderd):
        antwoord(decor.begeleider, overdracht, JA)
    with pytest.raises(PermissionDenied):
        vraag(decor.mentor, traject, ander.user)
    assert eigenaar(traject) == decor.begeleider.user.pk


def test_coordinator_verplaatst_van_wie_weg_is(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG - timedelta(days=1))
    overdracht = vraag(decor.coordinator, traject, ilse.user)
    assert overdracht.status == JA and eigenaar(traject) == ilse.user.pk


def test_waarnemer_antwoordt(decor: Decor, ilse: Werkplek) -> None:
    """Who stands in for the receiver may answer; the regie goes to the absent colleague."""
    karin = maak_werkplek(decor.school, Rol.BEGELEIDER, voornaam="Karin")
    Waarneming.objects.create(
        school=decor.school, afwezige=ilse.user, waarnemer=karin.user, van=DAG, tot=DAG, door=ilse.user
    )
    als = werkplek_maken(karin.user, DAG, decor.school.pk)
    assert als is not None
    traject = start(decor)
    antwoord(als, vraag(decor.begeleider, traject, ilse.user), JA)
    assert eigenaar(traject) == ilse.user.pk


def test_rol_eindigt_en_het_werk_gaat_over(decor: Decor, ilse: Werkplek) -> None:
    """A beheerder who ends a role moves what is open, without seeing whom it is about."""
    traject = start(decor)
    vraag(decor.begeleider, traject, decor.mentor.user)
    [stuk] = TRAJECT.open_van(decor.school.pk, decor.begeleider.user.pk)
    assert "Kees Jan" not in stuk.omschrijving and "Faalangst" not in stuk.omschrijving
    beheer = maak_werkplek(decor.school, Rol.BEHEERDER)
    TRAJECT.overdragen(beheer, [stuk.id], ilse.user, DAG)
    assert wie_ziet(traject, DAG) == [ilse.user.pk]
    assert TRAJECT.open_van(decor.school.pk, decor.begeleider.user.pk) == []
    assert not Regieoverdracht.objects.gevraagd().exists()
    with pytest.raises(ValueError, match="altijd een regievoerder"):
        TRAJECT.overdragen(beheer, [stuk.id], None, DAG)
    assert GROEP.open_van(decor.school.pk, ilse.user.pk) == []


def test_nachtcontrole_vindt_een_wees(decor: Decor) -> None:
    traject = start(decor)
    assert TRAJECT.zonder_toegang(decor.school.pk, DAG) == []
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG)
    assert [s.id for s in TRAJECT.zonder_toegang(decor.school.pk, DAG + timedelta(days=1))] == [traject.pk]


def test_verplaatsen_mag_alleen_wie_rollen_beheert(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    with pytest.raises(Http404):
        regie_verplaatsen(door=ilse, pk=traject.pk, naar=ilse.user, reden="Ik wil.", op=NU)


def test_herinneringen_volgen_de_eigenaar(decor: Decor, ilse: Werkplek) -> None:
    traject = start(decor)
    antwoord(ilse, vraag(decor.begeleider, traject, ilse.user), JA)
    gepland = Herinnering.objects.filter(status="gepland")
    over = gepland.filter(soort__in=("traject_evaluatie", "traject_eind"))
    assert set(over.values_list("ontvanger_id", flat=True)) == {ilse.user.pk} and over.count() == 2
    assert not gepland.filter(soort__in=("regie_gevraagd", "regie_wacht")).exists()
    assert gepland.get(soort="regie_antwoord").ontvanger_id == decor.begeleider.user.pk


def test_in_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    decor = nu_decor
    ilse = maak_werkplek(decor.school, Rol.BEGELEIDER, decor.begeleider.dag, "Ilse")
    traject = start(decor, op=timezone.now())
    adres = reverse("ondersteuning:traject_overdragen", args=[traject.pk])
    client = inloggen(decor.begeleider.user)
    for data in ({}, {"naar": str(ilse.user.pk), "versie": 1}, {"reden": "x", "versie": 1}):
        assert client.post(adres, data).status_code == 422
    assert (
        client.post(adres, {"naar": str(ilse.user.pk), "reden": "Zij kent hem.", "versie": 9}).status_code
        == 409
    )
    assert (
        client.post(adres, {"naar": str(ilse.user.pk), "reden": "Zij kent hem.", "versie": 1}).status_code
        == 302
    )
    overdracht = Regieoverdracht.objects.get()
    client = inloggen(ilse.user)
    lijst = client.get(reverse("ondersteuning:caseload")).content.decode()
    assert "Wil jij dit overnemen?" in lijst and "Zij kent hem." in lijst
    assert client.get(reverse("ondersteuning:traject", args=[traject.pk])).status_code == 404
    regie = reverse("ondersteuning:regie_antwoord", args=[overdracht.pk])
    client.post(regie, {"keuze": "geweigerd"})
    client.post(regie, {"keuze": "rommel"})
    assert Regieoverdracht.objects.get().status == OverdrachtStatus.GEVRAAGD
    client.post(regie, {"keuze": "aanvaard"})
    assert eigenaar(traject) == ilse.user.pk
    assert client.get(reverse("ondersteuning:traject", args=[traject.pk])).status_code == 200
