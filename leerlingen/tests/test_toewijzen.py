"""Mentorships and lessons: given for a period, ended, handed over, and gone with the role."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from leerlingen.models import Klas, Leerling, Lesopdracht, Mentorschap
from leerlingen.services.toewijzen import les_geven, mentor_maken, toewijzing_beeindigen
from zorgapp.accounts import eigendom
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.beeindigen import OpenWerk, aanstelling_beeindigen, gevolgen
from zorgapp.accounts.tests.hulp import DAG, maak_beheerder, vandaag
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_les, maak_mentor, maak_user, stel_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def bas(school: School) -> Werkplek:
    return maak_beheerder(school)


@pytest.fixture
def klas(school: School) -> Klas:
    return maak_klas(school, schooljaar=Schooljaar.van(vandaag()).beginjaar)


def iemand(school: School, *rollen: Rol, voornaam: str = "Joris") -> User:
    user = maak_user(voornaam)
    for rol in rollen:
        stel_aan(user, school, rol)
    return user


def ziet(user: User, school: School, leerling: Leerling, dag: date) -> bool:
    werkplek = werkplek_maken(user, dag, school.pk)
    return werkplek is not None and Leerling.objects.zichtbaar_voor(werkplek).filter(pk=leerling.pk).exists()


@pytest.mark.regel(40)
@pytest.mark.parametrize("relatie", ["mentorschap", "les"])
def test_toegang_duurt_precies_zo_lang_als_de_relatie(school: School, klas: Klas, relatie: str) -> None:
    user = iemand(school, Rol.MENTOR)
    leerling = maak_leerling(school, klas)
    van, tot = vandaag(), vandaag() + 10 * DAG
    if relatie == "mentorschap":
        maak_mentor(school, klas, user, van, tot)
    else:
        maak_les(school, user, leerling, van=van, tot=tot)
    stand = [ziet(user, school, leerling, dag) for dag in (van - DAG, van, tot, tot + DAG)]
    assert stand == [False, True, True, False]


@pytest.mark.regel(40)
def test_toegang_stopt_met_de_aanstelling(school: School, klas: Klas) -> None:
    user = iemand(school, Rol.MENTOR)
    leerling = maak_leerling(school, klas)
    maak_mentor(school, klas, user)
    Aanstelling.objects.filter(user=user).update(tot=vandaag())
    assert ziet(user, school, leerling, vandaag())
    assert not ziet(user, school, leerling, vandaag() + DAG)
    stel_aan(user, school, Rol.SCHOOLLEIDING, van=vandaag() + DAG)
    assert not ziet(user, school, leerling, vandaag() + DAG)


def test_beheerder_maakt_een_mentor_en_stopt_het_weer(bas: Werkplek, klas: Klas, inloggen: Any) -> None:
    joris = iemand(bas.school, Rol.MENTOR)
    client, url = inloggen(bas.user), reverse("leerlingen:toewijzen", args=[joris.pk])
    assert (
        client.post(url, {"soort": "mentor", "m-klas_naam": "h3b", "m-van": "2026-08-24"}).status_code == 302
    )
    rij = Mentorschap.objects.get()
    assert (rij.user, rij.klas) == (joris, klas)
    client.post(reverse("leerlingen:mentorschap_stop", args=[rij.pk]))
    rij.refresh_from_db()
    assert rij.tot == vandaag()


def test_beheerder_geeft_een_les_en_stopt_ze_weer(bas: Werkplek, klas: Klas, inloggen: Any) -> None:
    joris = iemand(bas.school, Rol.DOCENT)
    client, url = inloggen(bas.user), reverse("leerlingen:toewijzen", args=[joris.pk])
    dag = vandaag().isoformat()
    leeg = client.post(url, {"soort": "les", "l-vak": "Duits", "l-van": dag})
    assert "Kies een lesgroep of een hele klas." in leeg.content.decode()
    client.post(url, {"soort": "les", "l-groep_naam": klas.naam, "l-vak": "Duits", "l-van": dag})
    rij = Lesopdracht.objects.get()
    client.post(reverse("leerlingen:les_stop", args=[rij.pk]))
    assert not Lesopdracht.objects.exists()


def test_zonder_passende_rol_geen_klas(bas: Werkplek, klas: Klas) -> None:
    docent = iemand(bas.school, Rol.DOCENT)
    with pytest.raises(ValidationError, match="geen mentor"):
        mentor_maken(door=bas, user=docent, klas=klas, van=vandaag())
    leiding = iemand(bas.school, Rol.SCHOOLLEIDING)
    with pytest.raises(ValidationError, match="geen rol als docent"):
        les_geven(door=bas, user=leiding, klas=klas, lesgroep=None, vak="", van=vandaag())


@pytest.mark.parametrize(
    ("van", "tot", "mag"), [(0, None, False), (-9, -1, False), (5, None, False), (11, None, True)]
)
def test_geen_twee_keer_dezelfde_klas_tegelijk(
    bas: Werkplek, klas: Klas, van: int, tot: int | None, mag: bool
) -> None:
    joris = iemand(bas.school, Rol.MENTOR)
    mentor_maken(door=bas, user=joris, klas=klas, van=vandaag() - 5 * DAG, tot=vandaag() + 10 * DAG)

    def nog_eens() -> None:
        einde = None if tot is None else vandaag() + tot * DAG
        mentor_maken(door=bas, user=joris, klas=klas, van=vandaag() + van * DAG, tot=einde)

    if mag:
        nog_eens()
        assert Mentorschap.objects.count() == 2
    else:
        with pytest.raises(ValidationError, match="al mentor van"):
            nog_eens()


def test_niet_met_terugwerkende_kracht_stoppen(bas: Werkplek, klas: Klas) -> None:
    rij = maak_mentor(bas.school, klas, iemand(bas.school, Rol.MENTOR))
    with pytest.raises(ValidationError, match="voorbij"):
        toewijzing_beeindigen(door=bas, rij=rij, tot=vandaag() - timedelta(2))


def test_einde_van_de_rol_vraagt_een_opvolger_of_nog_geen(bas: Werkplek, klas: Klas, inloggen: Any) -> None:
    joris, fatima = iemand(bas.school, Rol.MENTOR), iemand(bas.school, Rol.MENTOR, voornaam="Fatima")
    ander = maak_klas(bas.school, "H3c", klas.schooljaar)
    eerste, tweede = maak_mentor(bas.school, klas, joris), maak_mentor(bas.school, ander, joris)
    rol = Aanstelling.objects.get(user=joris)
    client, url = inloggen(bas.user), reverse("accounts:aanstelling_beeindigen", args=[rol.pk])
    pagina = client.get(url).content.decode()
    assert "Mentor van H3b" in pagina and "Nog geen" in pagina
    with pytest.raises(OpenWerk):
        aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={})
    keuze = {f"mentorschap-{eerste.pk}": fatima.pk, f"mentorschap-{tweede.pk}": "geen"}
    assert client.post(url, {"tot": vandaag().isoformat()} | keuze).status_code == 302
    eerste.refresh_from_db()
    tweede.refresh_from_db()
    assert eerste.tot == tweede.tot == vandaag()
    nieuw = Mentorschap.objects.get(user=fatima)
    assert (nieuw.klas, nieuw.van, nieuw.tot) == (klas, vandaag() + DAG, None)
    assert not Mentorschap.objects.filter(klas=ander, tot=None).exists()


def test_wat_vanzelf_afloopt_voor_het_einde_vraagt_niets(bas: Werkplek, klas: Klas) -> None:
    joris = iemand(bas.school, Rol.MENTOR)
    maak_mentor(bas.school, klas, joris, tot=vandaag() + DAG)
    rol = Aanstelling.objects.get(user=joris)
    assert gevolgen(door=bas, aanstelling=rol, tot=vandaag() + DAG).open == []
    assert len(gevolgen(door=bas, aanstelling=rol, tot=vandaag()).open) == 1


def test_lessen_gaan_mee_met_wie_ze_overneemt(bas: Werkplek, klas: Klas) -> None:
    joris, fatima = iemand(bas.school, Rol.DOCENT), iemand(bas.school, Rol.DOCENT)
    leerling = maak_leerling(bas.school, klas)
    les = maak_les(bas.school, joris, leerling)
    rol = Aanstelling.objects.get(user=joris)
    aanstelling_beeindigen(door=bas, aanstelling=rol, tot=vandaag(), opvolgers={("les", les.pk): fatima})
    assert not ziet(fatima, bas.school, leerling, vandaag())
    assert ziet(fatima, bas.school, leerling, vandaag() + DAG)
    assert Lesopdracht.objects.get(user=fatima).vak == "Duits"


def test_wat_iemand_heeft_komt_van_alle_soorten_in_een_statement(
    school: School, klas: Klas, django_assert_num_queries: Any
) -> None:
    joris = iemand(school, Rol.MENTOR, Rol.DOCENT)
    maak_mentor(school, klas, joris, vandaag(), vandaag() + 10 * DAG)
    for naam in ("Kees", "Jan"):
        maak_les(school, joris, maak_leerling(school, klas, naam), naam=naam)
    with django_assert_num_queries(1):
        werk, rollen = eigendom.werk_en_rollen(school.pk, joris.pk, vandaag())
    per_soort = {soort.sleutel: list(soort.open_van(school.pk, joris.pk)) for soort in eigendom.soorten()}
    assert {soort.sleutel: list(stukken) for soort, stukken in werk} == per_soort
    assert [len(per_soort[sleutel]) for sleutel in ("mentorschap", "les")] == [1, 2]
    assert rollen == {Rol.MENTOR, Rol.DOCENT}


def test_nachtelijke_controle_vindt_een_mentor_zonder_rol(school: School, klas: Klas) -> None:
    joris = iemand(school, Rol.MENTOR)
    rij = maak_mentor(school, klas, joris)
    assert eigendom.zonder_toegang(school.pk, vandaag()) == []
    Aanstelling.objects.filter(user=joris).update(tot=vandaag() - DAG)
    gevonden = [(s.sleutel, stuk.id) for s, stuk in eigendom.zonder_toegang(school.pk, vandaag())]
    assert gevonden == [("mentorschap", rij.pk)]


def test_klas_en_mens_van_een_andere_school_bestaan_hier_niet(
    bas: Werkplek, klas: Klas, andere_school: School, inloggen: Any
) -> None:
    vreemd = iemand(andere_school, Rol.MENTOR)
    client = inloggen(bas.user)
    assert client.get(reverse("leerlingen:toewijzen", args=[vreemd.pk])).status_code == 404
    joris = iemand(bas.school, Rol.MENTOR)
    url = reverse("leerlingen:toewijzen", args=[joris.pk])
    antwoord = client.post(url, {"soort": "mentor", "m-klas": klas.pk + 999, "m-van": "2026-08-24"})
    assert antwoord.status_code == 422
    assert client.post(reverse("leerlingen:mentorschap_stop", args=[999999])).status_code == 404
