"""What a decision leaves open: one owner, one date, access as long as it lasts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from leerlingen.access import toegangsgrond
from leerlingen.models import Toegangsverlening
from ondersteuning.access import get_vervolg, mogelijke_eigenaren, vervolgen, zonder_eigenaar
from ondersteuning.eigendom import EIGENDOM
from ondersteuning.models import Signaal, Vervolg
from ondersteuning.services.triage import Verouderd
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.workflow import Besluit, SignaalStatus
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

WEEK = timedelta(days=7)


@pytest.fixture
def vervolg(decor: Decor) -> Vervolg:
    """Owned by the begeleider, two weeks ahead."""
    beslis(
        decor.coordinator,
        dien_in(decor.mentor, decor.leerling),
        Besluit.TWEEDE_LIJN,
        eigenaar=decor.begeleider.user,
    )
    return Vervolg.objects.get()


def plan(decor: Decor, vervolg: Vervolg, **anders: Any) -> Vervolg:
    gegevens: dict[str, Any] = {
        "door": decor.begeleider,
        "versie": vervolg.versie,
        "eigenaar": decor.begeleider.user,
        "datum": DAG + WEEK,
    }
    return vervolg_plannen(pk=vervolg.pk, **(gegevens | anders))


def sluit(decor: Decor, vervolg: Vervolg, **anders: Any) -> Vervolg:
    gegevens: dict[str, Any] = {
        "door": decor.begeleider,
        "versie": vervolg.versie,
        "resultaat": "Het helpt.",
        "op": NU + WEEK,
    }
    return vervolg_afsluiten(pk=vervolg.pk, **(gegevens | anders))


def test_het_werkt(decor: Decor, vervolg: Vervolg) -> None:
    verzet = plan(decor, vervolg)
    assert (verzet.volgende_datum, verzet.versie) == (DAG + WEEK, 2)
    sluit(decor, verzet)
    signaal = Signaal.objects.get()
    assert signaal.status == SignaalStatus.BEOORDEELD
    klaar = Vervolg.objects.get()
    assert (klaar.status, klaar.resultaat, klaar.afgesloten_door_id) == (
        "afgesloten",
        "Het helpt.",
        decor.begeleider.user.pk,
    )


@pytest.mark.regel(40)
def test_toegang_zolang_het_loopt(decor: Decor, vervolg: Vervolg) -> None:
    grond = toegangsgrond(decor.begeleider, decor.leerling)
    assert grond is not None and grond.grond == "verlening"
    sluit(decor, vervolg)
    assert toegangsgrond(decor.begeleider, decor.leerling) is None


@pytest.mark.regel(40)
def test_toegang_verhuist_mee(decor: Decor, vervolg: Vervolg) -> None:
    ander = maak_werkplek(decor.school, Rol.BEGELEIDER)
    plan(decor, vervolg, eigenaar=ander.user)
    assert toegangsgrond(ander, decor.leerling)
    assert toegangsgrond(decor.begeleider, decor.leerling) is None
    with pytest.raises(Http404):
        get_vervolg(decor.begeleider, vervolg.pk)


def test_toegang_loopt_mee_met_een_latere_datum(decor: Decor, vervolg: Vervolg) -> None:
    """Put off into the next school year, by the owner himself: he still sees the pupil on that day."""
    najaar = date(2027, 10, 5)
    plan(decor, vervolg, datum=najaar)
    straks = werkplek_maken(decor.begeleider.user, najaar, decor.school.pk)
    assert straks is not None and toegangsgrond(straks, decor.leerling)


def test_afsluiten_na_dagen_houdt_de_verlening_als_bewijs(decor: Decor, vervolg: Vervolg) -> None:
    later = werkplek_maken(decor.begeleider.user, DAG + WEEK, decor.school.pk)
    assert later is not None
    sluit(decor, vervolg, door=later)
    verlening = Toegangsverlening.objects.get()
    assert (verlening.van, verlening.tot) == (DAG, DAG + WEEK - timedelta(days=1))


@pytest.mark.parametrize("stap", [plan, sluit])
def test_verouderd(decor: Decor, vervolg: Vervolg, stap: Any) -> None:
    plan(decor, vervolg)
    with pytest.raises(Verouderd):
        stap(decor, vervolg)


@pytest.mark.parametrize("stap", [plan, sluit])
def test_wat_dicht_is_blijft_dicht(decor: Decor, vervolg: Vervolg, stap: Any) -> None:
    sluit(decor, vervolg)
    with pytest.raises(Verouderd):
        stap(decor, Vervolg.objects.get())


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.ZORGCOORDINATOR}))
@pytest.mark.parametrize("stap", [plan, sluit])
def test_een_ander_vindt_het_niet(decor: Decor, vervolg: Vervolg, stap: Any, rol: Rol) -> None:
    with pytest.raises(Http404):
        stap(decor, vervolg, door=maak_werkplek(decor.school, rol))


def test_een_collega_met_de_mentorrol_ziet_het_niet_in_de_lijst(decor: Decor, vervolg: Vervolg) -> None:
    assert list(vervolgen(decor.mentor)) == []
    assert list(vervolgen(decor.begeleider)) == list(vervolgen(decor.coordinator)) == [vervolg]


def test_altijd_een_eigenaar_en_een_datum(decor: Decor, vervolg: Vervolg) -> None:
    for veld in ("eigenaar", "volgende_datum"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vervolg.objects.filter(pk=vervolg.pk).update(**{veld: None})
    with pytest.raises(IntegrityError), transaction.atomic():
        Vervolg.objects.filter(pk=vervolg.pk).update(status="afgesloten")


def test_herinnering_volgt_eigenaar_en_datum(decor: Decor, vervolg: Vervolg) -> None:
    ander = maak_werkplek(decor.school, Rol.BEGELEIDER)
    plan(decor, vervolg, eigenaar=ander.user)
    gepland = Herinnering.objects.filter(soort="vervolg_datum", status="gepland")
    assert [(h.ontvanger_id, h.niet_voor.astimezone(NU.tzinfo).date()) for h in gepland] == [
        (ander.user.pk, DAG + WEEK)
    ]
    sluit(decor, Vervolg.objects.get(), door=ander)
    assert not gepland.all().exists()


def test_eigenaren_zijn_mensen_met_leerlingen(decor: Decor) -> None:
    for rol in Rol:
        maak_werkplek(decor.school, rol, voornaam=rol.label)
    weg = maak_werkplek(decor.school, Rol.BEGELEIDER, voornaam="Weg")
    Aanstelling.objects.filter(user=weg.user).update(tot=DAG - WEEK)
    rollen = {a.rol for a in mogelijke_eigenaren(decor.coordinator)}
    assert rollen == set(ROLLEN_MET_LEERLINGEN)
    assert weg.user not in {a.user for a in mogelijke_eigenaren(decor.coordinator)}


def test_eigenaar_zonder_rol_valt_op_en_draagt_over(decor: Decor, vervolg: Vervolg) -> None:
    assert zonder_eigenaar(decor.school.pk, DAG) == []
    Aanstelling.objects.filter(user=decor.begeleider.user).update(tot=DAG)
    morgen = DAG + timedelta(days=1)
    assert zonder_eigenaar(decor.school.pk, morgen) == [vervolg]
    beheerder = maak_werkplek(decor.school, Rol.BEHEERDER)
    [stuk] = EIGENDOM.open_van(decor.school.pk, decor.begeleider.user.pk)
    assert decor.leerling.achternaam not in stuk.omschrijving
    EIGENDOM.overdragen(beheerder, [stuk.id], decor.coordinator.user, morgen)
    assert zonder_eigenaar(decor.school.pk, morgen) == []
    with pytest.raises(ValueError, match="eigenaar"):
        EIGENDOM.overdragen(beheerder, [stuk.id], None, morgen)
