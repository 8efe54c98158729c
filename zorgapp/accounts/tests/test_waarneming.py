"""Deputising: access for exactly those days, both are told, and who may arrange it."""

from datetime import date
from typing import Any

import pytest
from django.core import mail as postvak
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from zorgapp.accounts import mails
from zorgapp.accounts.models import Accountmail, School, User, Waarneming
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.services.waarneming import waarneming_regelen, waarneming_stoppen
from zorgapp.accounts.tests.hulp import DAG, maak_beheerder, vandaag
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.testing.fabriek import maak_user, maak_werkplek, stel_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def angelica(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR, vandaag(), voornaam="Angèlica")


@pytest.fixture
def ruben(angelica: Werkplek) -> User:
    user = maak_user("Ruben")
    stel_aan(user, angelica.school, Rol.BEGELEIDER)
    return user


def regel(door: Werkplek, afwezige: User, waarnemer: User, **anders: date) -> Waarneming:
    dagen = {"van": vandaag() + DAG, "tot": vandaag() + 3 * DAG} | anders
    return waarneming_regelen(door=door, afwezige=afwezige, waarnemer=waarnemer, **dagen)


@pytest.mark.regel(40)
@pytest.mark.parametrize(("dag", "mag"), [(0, False), (1, True), (3, True), (4, False)])
def test_toegang_precies_op_de_afgesproken_dagen(
    angelica: Werkplek, ruben: User, dag: int, mag: bool
) -> None:
    regel(angelica, angelica.user, ruben)
    werkplek = werkplek_maken(ruben, vandaag() + dag * DAG, angelica.school.pk)
    assert werkplek is not None
    assert werkplek.mag(Recht.TRIAGE) is mag
    assert (angelica.user.pk in werkplek.namens) is mag


@pytest.mark.regel(40)
def test_toegang_houdt_op_als_de_rol_van_de_afwezige_ophoudt(angelica: Werkplek, ruben: User) -> None:
    regel(angelica, angelica.user, ruben)
    aanstelling = angelica.aanstellingen[0]
    aanstelling.tot = vandaag() + DAG
    aanstelling.save(update_fields=["tot"])
    for dag, mag in ((1, True), (2, False)):
        werkplek = werkplek_maken(ruben, vandaag() + dag * DAG, angelica.school.pk)
        assert werkplek is not None and werkplek.mag(Recht.TRIAGE) is mag


def test_beheer_en_vertrouwenswerk_gaan_niet_mee(school: School, ruben: User) -> None:
    bas = maak_beheerder(school)
    stel_aan(bas.user, school, Rol.DOCENT)
    stel_aan(bas.user, school, Rol.VERTROUWENSPERSOON)
    regel(bas, bas.user, ruben)
    werkplek = werkplek_maken(ruben, vandaag() + DAG, school.pk)
    assert werkplek is not None
    assert werkplek.rollen == {Rol.BEGELEIDER, Rol.DOCENT}


def test_stoppen_neemt_de_toegang_meteen_weg(angelica: Werkplek, ruben: User, inloggen: Any) -> None:
    rij = regel(angelica, angelica.user, ruben, van=vandaag())
    Waarneming.objects.filter(pk=rij.pk).update(van=vandaag() - DAG)
    inloggen(angelica.user).post(reverse("accounts:waarneming_stoppen", args=[rij.pk]))
    rij.refresh_from_db()
    assert rij.tot == vandaag() - DAG
    werkplek = werkplek_maken(ruben, vandaag(), angelica.school.pk)
    assert werkplek is not None and not werkplek.mag(Recht.TRIAGE)


def test_wat_nog_niet_begon_is_weg_na_stoppen(angelica: Werkplek, ruben: User) -> None:
    waarneming_stoppen(door=angelica, waarneming=regel(angelica, angelica.user, ruben))
    assert not Waarneming.objects.exists()


def test_de_ander_krijgt_een_mail_zonder_leerling(angelica: Werkplek, ruben: User) -> None:
    regel(angelica, angelica.user, ruben)
    [mail] = Accountmail.objects.all()
    assert mail.ontvanger == ruben
    mails.versturen(angelica.school.pk, mail.pk)
    [brief] = postvak.outbox
    assert brief.subject == f"Je neemt waar voor {angelica.user.naam}"
    assert "Dringende signalen komen ook bij jou." in brief.body


def test_een_ingetrokken_waarneming_geeft_geen_mail(angelica: Werkplek, ruben: User) -> None:
    rij = regel(angelica, angelica.user, ruben)
    mail = Accountmail.objects.get()
    waarneming_stoppen(door=angelica, waarneming=rij)
    assert not mails.versturen(angelica.school.pk, mail.pk)
    assert postvak.outbox == []


def test_beheerder_regelt_het_voor_wie_ziek_is(angelica: Werkplek, ruben: User, inloggen: Any) -> None:
    bas = maak_beheerder(angelica.school)
    velden = {
        "afwezige": angelica.user.pk,
        "waarnemer": ruben.pk,
        "van": vandaag().isoformat(),
        "tot": vandaag().isoformat(),
    }
    assert inloggen(bas.user).post(reverse("accounts:waarneming"), velden).status_code == 302
    rij = Waarneming.objects.get()
    assert (rij.afwezige, rij.waarnemer, rij.door) == (angelica.user, ruben, bas.user)
    assert {m.ontvanger for m in Accountmail.objects.all()} == {angelica.user, ruben}


def test_een_docent_regelt_alleen_voor_zichzelf(angelica: Werkplek, ruben: User, inloggen: Any) -> None:
    sanne = maak_werkplek(angelica.school, Rol.DOCENT, vandaag())
    with pytest.raises(PermissionDenied):
        regel(sanne, angelica.user, sanne.user)
    velden = {
        "afwezige": angelica.user.pk,
        "waarnemer": ruben.pk,
        "van": vandaag().isoformat(),
        "tot": vandaag().isoformat(),
    }
    inloggen(sanne.user).post(reverse("accounts:waarneming"), velden)
    assert Waarneming.objects.get().afwezige == sanne.user


def test_andermans_waarneming_bestaat_niet_voor_een_docent(
    angelica: Werkplek, ruben: User, inloggen: Any
) -> None:
    rij = regel(angelica, angelica.user, ruben)
    sanne = maak_werkplek(angelica.school, Rol.DOCENT, vandaag())
    client = inloggen(sanne.user)
    assert client.post(reverse("accounts:waarneming_stoppen", args=[rij.pk])).status_code == 404
    assert ruben.naam not in client.get(reverse("accounts:waarneming")).content.decode().split("<form")[0]
    with pytest.raises(PermissionDenied):
        waarneming_stoppen(door=sanne, waarneming=rij)


@pytest.mark.parametrize(
    ("rol", "melding"),
    [
        (Rol.BEHEERDER, "geen rol met leerlingen"),
        (Rol.EXTERNE, "geen rol met leerlingen"),
        (Rol.VERTROUWENSPERSOON, "geen rol met leerlingen"),
    ],
)
def test_wie_zelf_geen_leerlingen_heeft_neemt_niet_waar(angelica: Werkplek, rol: Rol, melding: str) -> None:
    ander = maak_user("Ander")
    stel_aan(ander, angelica.school, rol)
    with pytest.raises(ValidationError, match=melding):
        regel(angelica, angelica.user, ander)


def test_waarnemer_moet_er_al_die_dagen_zijn(angelica: Werkplek) -> None:
    ander = maak_user("Ander")
    stel_aan(ander, angelica.school, Rol.DOCENT, tot=vandaag() + 2 * DAG)
    with pytest.raises(ValidationError, match="geen rol met leerlingen"):
        regel(angelica, angelica.user, ander)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"van": vandaag() - DAG}, "Die datum is voorbij"),
        ({"tot": vandaag()}, "De laatste dag ligt voor de eerste dag"),
    ],
)
def test_dagen_die_niet_kunnen(
    angelica: Werkplek, ruben: User, anders: dict[str, date], melding: str
) -> None:
    with pytest.raises(ValidationError, match=melding):
        regel(angelica, angelica.user, ruben, **anders)


def test_niet_twee_waarnemers_niet_jezelf_en_niet_wie_zelf_weg_is(angelica: Werkplek, ruben: User) -> None:
    sanne = maak_user("Sanne")
    stel_aan(sanne, angelica.school, Rol.DOCENT)
    with pytest.raises(ValidationError, match="jezelf niet waarnemen"):
        regel(angelica, angelica.user, angelica.user)
    regel(angelica, angelica.user, ruben)
    with pytest.raises(ValidationError, match="al een waarnemer"):
        regel(angelica, angelica.user, sanne)
    with pytest.raises(ValidationError, match="is zelf afwezig"):
        regel(angelica, sanne, angelica.user)


def test_wie_alleen_beheert_leest_waarom_er_geen_formulier_is(school: School, inloggen: Any) -> None:
    vera = maak_werkplek(school, Rol.VERTROUWENSPERSOON, vandaag())
    assert (
        "kan een ander niet waarnemen"
        in inloggen(vera.user).get(reverse("accounts:waarneming")).content.decode()
    )
