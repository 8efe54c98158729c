"""What a decision leaves open: one owner, one date, access as long as it lasts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import toegangsgrond
from leerlingen.models import Klas, Toegangsverlening
from ondersteuning.access import get_vervolg, vervolgen, zonder_eigenaar
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.eigendom import EIGENDOM
from ondersteuning.models import Signaal, Vervolg
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from ondersteuning.workflow import Besluit, SignaalStatus
from zorgapp.accounts.models import Aanstelling, Afdeling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.services.versie import Verouderd
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
        "op": NU,
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
    mensen = {rol: maak_werkplek(decor.school, rol, voornaam=rol.label).user for rol in Rol}
    weg = maak_werkplek(decor.school, Rol.BEGELEIDER, voornaam="Weg").user
    Aanstelling.objects.filter(user=weg).update(tot=DAG - WEEK)
    kring = eigenaar_kring(decor.coordinator, decor.leerling.pk)
    mag = {rol for rol, user in mensen.items() if kring.kies(str(user.pk))}
    assert mag == set(ROLLEN_MET_LEERLINGEN)
    assert kring.kies(str(weg.pk)) is None


def test_wie_om_de_leerling_heen_staat_wordt_het_eerst_voorgesteld(decor: Decor) -> None:
    """Oneself, who has access already, mentor, team leader of the department, coordinators, begeleiders; nobody else."""
    afdeling = Afdeling.objects.create(school=decor.school, naam="Onderbouw")
    ander = Afdeling.objects.create(school=decor.school, naam="Bovenbouw")
    Klas.objects.filter(pk=decor.klas.pk).update(afdeling=afdeling)
    teamleider = maak_werkplek(decor.school, Rol.TEAMLEIDER, voornaam="Hanna", afdeling=afdeling)
    elders = maak_werkplek(decor.school, Rol.TEAMLEIDER, voornaam="Otto", afdeling=ander)
    collega = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, voornaam="Cor")
    kent_hem = maak_werkplek(decor.school, Rol.BEGELEIDER, voornaam="Ilse")
    for wie, tot in ((kent_hem, DAG), (elders, DAG - WEEK)):
        Toegangsverlening.objects.create(
            school=decor.school,
            user=wie.user,
            leerling=decor.leerling,
            reden="begeleiding",
            van=DAG - 2 * WEEK,
            tot=tot,
            door=decor.coordinator.user,
        )
    maak_werkplek(decor.school, Rol.MENTOR, voornaam="Anders")
    lijst = [o.waarde for o in eigenaar_kring(decor.coordinator, decor.leerling.pk).waarschijnlijk()]
    volgorde = (decor.coordinator, kent_hem, decor.mentor, teamleider, collega, decor.begeleider)
    assert lijst == [str(wie.user.pk) for wie in volgorde]
    zonder = [o.waarde for o in eigenaar_kring(decor.coordinator, None).waarschijnlijk()]
    assert str(decor.mentor.user.pk) not in zonder and str(teamleider.user.pk) not in zonder


def test_overdragen_op_naam(nu_decor: Decor, inloggen: Any) -> None:
    """Without a script: the typed name is enough, and a name that fits nobody changes nothing."""
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    begeleider, mentor = nu_decor.begeleider.user, nu_decor.mentor.user
    beslis(nu_decor.coordinator, signaal, Besluit.TWEEDE_LIJN, timezone.now(), eigenaar=begeleider)
    vervolg = Vervolg.objects.get()
    client = inloggen(nu_decor.coordinator.user)
    url = reverse("ondersteuning:vervolg_plan", args=[vervolg.pk])
    datum = (timezone.localdate() + WEEK).isoformat()
    data = {"versie": 1, "eigenaar": vervolg.eigenaar_id, "datum": datum}
    mis = client.post(url, data | {"eigenaar_naam": "Niemand Nergens"})
    assert mis.status_code == 422 and "Niemand Nergens" in mis.content.decode()
    vervolg.refresh_from_db()
    assert vervolg.eigenaar_id == begeleider.pk
    assert client.post(url, data | {"eigenaar_naam": mentor.email}).status_code == 302
    vervolg.refresh_from_db()
    assert vervolg.eigenaar_id == mentor.pk


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
