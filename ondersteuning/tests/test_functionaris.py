"""Who carries out the support: only who works here, for a period, with a limit that is shown and never blocks."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from ondersteuning.access_aanbod import caseload_van, functionarissen
from ondersteuning.eigendom_aanbod import FUNCTIE, WACHTPLEK
from ondersteuning.models import Aanbod, Functionaris, Wachtplek
from ondersteuning.services.functionarissen import functionaris_bewaren, waarschuwing
from ondersteuning.tests.aanbodhulp import maak_aanbod, maak_functionaris, rond_af, vraag_plek, vul
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.beeindigen import OpenWerk, aanstelling_beeindigen
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_user, maak_werkplek, stel_aan

EEN_DAG = timedelta(days=1)


def nieuw(decor: Decor, **velden: Any) -> Functionaris:
    standaard: dict[str, Any] = {"user": decor.begeleider.user, "domeinen": ["pers"], "van": DAG}
    rij = Functionaris(functie="leerlingbegeleider", lijn=2, **(standaard | velden))
    return functionaris_bewaren(door=decor.coordinator, functionaris=rij, versie=0)


@pytest.mark.parametrize(
    ("tot", "mag"), [(None, True), (DAG, True), (DAG - EEN_DAG, False), (DAG - 90 * EEN_DAG, False)]
)
def test_alleen_wie_hier_nu_werkt(decor: Decor, tot: Any, mag: bool) -> None:
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=tot)
    if mag:
        assert nieuw(decor).pk
        return
    with pytest.raises(ValidationError, match="geen rol"):
        nieuw(decor)
    assert not Functionaris.objects.exists()


@pytest.mark.parametrize("rol", [Rol.SCHOOLLEIDING, Rol.BEHEERDER, Rol.EXTERNE])
def test_alleen_met_een_rol_die_leerlingen_ziet(decor: Decor, rol: Rol) -> None:
    wie = maak_user()
    stel_aan(wie, decor.school, rol)
    with pytest.raises(ValidationError, match="geen rol"):
        nieuw(decor, user=wie)


def test_wie_op_een_andere_school_werkt_niet(decor: Decor, andere_school: Any) -> None:
    wie = maak_user()
    stel_aan(wie, andere_school, Rol.BEGELEIDER)
    with pytest.raises(ValidationError, match="geen rol"):
        nieuw(decor, user=wie)


def test_eind_voor_begin_en_twee_keer_dezelfde_functie(decor: Decor) -> None:
    with pytest.raises(ValidationError, match="einddatum"):
        nieuw(decor, tot=DAG - EEN_DAG)
    nieuw(decor)
    with pytest.raises(ValidationError, match="heeft deze functie al"):
        nieuw(decor)
    with pytest.raises(IntegrityError), transaction.atomic():
        maak_functionaris(decor.school, decor.begeleider.user)


def test_alleen_een_coordinator(decor: Decor) -> None:
    rij = Functionaris(user=decor.begeleider.user, domeinen=["pers"], van=DAG)
    with pytest.raises(PermissionDenied):
        functionaris_bewaren(door=decor.begeleider, functionaris=rij, versie=0)


def test_oude_versie(decor: Decor) -> None:
    rij = maak_functionaris(decor.school, decor.begeleider.user, versie=2)
    with pytest.raises(Verouderd):
        functionaris_bewaren(door=decor.coordinator, functionaris=rij, versie=1)


def test_caseload_telt_wat_loopt(decor: Decor) -> None:
    maak_functionaris(decor.school, decor.begeleider.user, caseload_max=3)
    aanbod = maak_aanbod(decor.school)
    vul(aanbod, 3, decor.begeleider.user)
    rond_af(aanbod)
    [rij] = functionarissen(decor.coordinator)
    assert (rij.lopend, rij.caseload_max) == (2, 3)  # type: ignore[attr-defined]
    assert caseload_van(decor.coordinator, decor.begeleider.user.pk) == (2, 3)


@pytest.mark.parametrize(("lopend", "grens", "waarschuwt"), [(2, 3, False), (3, 3, True), (9, None, False)])
def test_boven_de_grens_waarschuwt(decor: Decor, lopend: int, grens: int | None, waarschuwt: bool) -> None:
    maak_functionaris(decor.school, decor.begeleider.user, caseload_max=grens)
    vul(maak_aanbod(decor.school), lopend, decor.begeleider.user)
    zin = waarschuwing(decor.coordinator, decor.begeleider.user)
    assert bool(zin) == waarschuwt
    assert not waarschuwt or "3 van 3" in zin


def test_een_lagere_grens_vraagt_het_nog_eens(nu_decor: Decor, inloggen: Any) -> None:
    """Never blocked: ticked, it is stored, and the page shows that it is over."""
    dag = nu_decor.coordinator.dag
    rij = maak_functionaris(nu_decor.school, nu_decor.begeleider.user)
    vul(maak_aanbod(nu_decor.school, dag=dag), 4, nu_decor.begeleider.user, dag)
    client = inloggen(nu_decor.coordinator.user)
    pagina = reverse("ondersteuning:functionaris_wijzig", args=[rij.pk])
    velden = {
        "functie": "leerlingbegeleider",
        "lijn": 2,
        "domeinen": ["pers"],
        "van": str(dag),
        "caseload_max": 2,
        "gelezen": 1,
    }
    antwoord = client.post(pagina, velden)
    assert antwoord.status_code == 422
    assert "heeft er nu 4" in antwoord.content.decode()
    assert client.post(pagina, velden | {"toch": "on"}).status_code == 302
    assert "4 van 2" in client.get(reverse("ondersteuning:functionarissen")).content.decode()
    assert (
        "4 van 2"
        not in inloggen(nu_decor.mentor.user).get(reverse("ondersteuning:functionarissen")).content.decode()
    )


def test_wie_weggaat_draagt_functie_en_wachtenden_over(decor: Decor) -> None:
    """The end of a role asks for a successor; the offering goes with the function."""
    collega = maak_werkplek(decor.school, Rol.BEGELEIDER, voornaam="Nadia")
    rij = maak_functionaris(decor.school, decor.begeleider.user)
    aanbod = maak_aanbod(decor.school, functionaris=rij, capaciteit=1)
    vul(aanbod, 1, decor.coordinator.user)
    plek = vraag_plek(decor.coordinator, aanbod, decor.leerling, eigenaar=decor.begeleider.user).wachtplek
    assert plek
    beheer = maak_werkplek(decor.school, Rol.BEHEERDER)
    rol = Aanstelling.objects.get(user=decor.begeleider.user)
    with pytest.raises(OpenWerk):
        aanstelling_beeindigen(door=beheer, aanstelling=rol, tot=DAG, opvolgers={})
    opvolgers: dict[tuple[str, int], Any] = {
        (FUNCTIE.sleutel, rij.pk): collega.user,
        (WACHTPLEK.sleutel, plek.pk): collega.user,
    }
    aanstelling_beeindigen(door=beheer, aanstelling=rol, tot=DAG, opvolgers=opvolgers)
    rij.refresh_from_db()
    opvolger = Functionaris.objects.get(user=collega.user)
    assert (rij.tot, opvolger.van) == (DAG, DAG + EEN_DAG)
    assert Aanbod.objects.get().functionaris == opvolger
    assert Wachtplek.objects.get().eigenaar == collega.user


def test_zonder_opvolger_houdt_de_functie_op(decor: Decor) -> None:
    rij = maak_functionaris(decor.school, decor.begeleider.user)
    FUNCTIE.overdragen(decor.coordinator, [rij.pk], None, DAG + EEN_DAG)
    rij.refresh_from_db()
    assert rij.tot == DAG


def test_de_nachtcontrole_vindt_wie_er_niet_meer_werkt(decor: Decor) -> None:
    rij = maak_functionaris(decor.school, decor.begeleider.user)
    assert list(FUNCTIE.zonder_toegang(decor.school.pk, DAG)) == []
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG - EEN_DAG)
    assert [stuk.id for stuk in FUNCTIE.zonder_toegang(decor.school.pk, DAG)] == [rij.pk]
