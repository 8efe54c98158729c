"""An empty school and its first run, the school's own data, and one's profile."""

import re
from typing import Any

import pytest
from django.core import mail as postvak
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from leerlingen.models import Klas
from zorgapp.accounts import eersterun
from zorgapp.accounts.context import in_school
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.instellingsoorten import TWEESTAPS
from zorgapp.accounts.models import Aanstelling, Afdeling, Instelling, School, User, Vestiging, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.profiel import profiel_wijzigen
from zorgapp.accounts.tests.hulp import WACHTWOORD, maak_beheerder, vandaag
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.testing.fabriek import maak_user, maak_werkplek, stel_aan

pytestmark = pytest.mark.django_db
MAAK = {"brin": "34CD", "naam": "Het Nieuwe Lyceum", "beheerder": "bas@lyceum.example"}


def test_maak_school_geeft_een_lege_school_en_een_link_die_werkt(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("maak_school", **MAAK, voornaam="Bas")
    school = School.objects.get(brin="34CD")
    assert school.ingericht_op is None
    with in_school(school.pk):
        assert instelling(TWEESTAPS, vandaag()) == 1
    uit = capsys.readouterr().out
    [adres] = re.findall(r"http://\S+", uit)
    assert adres in postvak.outbox[0].body
    pad = adres.partition("//")[2].partition("/")[2]
    assert (
        client.post(f"/{pad}", {"new_password1": WACHTWOORD, "new_password2": WACHTWOORD}).status_code == 302
    )
    assert Aanstelling.objects.get(school=school).rol == Rol.BEHEERDER


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"brin": "lyceum"}, "BRIN is twee cijfers en twee letters"),
        ({"beheerder": "bas"}, "geldig e-mailadres"),
        ({"brin": "12AB"}, "Er is al een school met 12AB."),
    ],
)
def test_maak_school_weigert_en_laat_niets_achter(
    school: School, anders: dict[str, str], melding: str
) -> None:
    with pytest.raises(CommandError, match=melding):
        call_command("maak_school", **(MAAK | anders))
    assert School.objects.count() == 1
    assert not User.objects.exists()


def test_maak_school_voor_vlaanderen() -> None:
    call_command("maak_school", **(MAAK | {"brin": "123456"}), vl=True)
    school = School.objects.get(brin="123456")
    assert (school.sector, school.terminologie) == ("secundair", "vl")


def test_eerste_stappen_volgen_wat_er_echt_is(school: School, inloggen: Any) -> None:
    School.objects.update(ingericht_op=None)
    bas = maak_beheerder(School.objects.get(pk=school.pk))

    def klaar() -> list[str]:
        return [s.stap.sleutel for s in eersterun.te_tonen(bas) if s.klaar]

    assert klaar() == []
    assert next(s.stap.sleutel for s in eersterun.te_tonen(bas) if s.nu) == "vakanties"
    Vrijedag.objects.create(school=school, naam="Kerst", van=vandaag(), tot=vandaag())
    inloggen(bas.user).post(reverse("accounts:instellingen_bevestigen"))
    assert klaar() == ["vakanties", "instellingen"]
    stel_aan(maak_user("Angèlica"), school, Rol.ZORGCOORDINATOR)
    assert klaar() == ["vakanties", "instellingen", "mensen"]
    assert Instelling.objects.filter(sleutel=TWEESTAPS, waarde=0).exists()


def test_eerste_stappen_zijn_klaar_als_de_school_dat_zegt(school: School, inloggen: Any) -> None:
    School.objects.update(ingericht_op=None)
    bas = maak_beheerder(school)
    client, url = inloggen(bas.user), reverse("accounts:eerste_stappen")
    assert "Nog 5 stappen" in client.get(url).content.decode()
    client.post(url)
    school.refresh_from_db()
    assert school.ingericht_op == vandaag()
    werkplek = werkplek_maken(bas.user, vandaag())
    assert werkplek is not None and eersterun.te_tonen(werkplek) == []


def test_eerste_stappen_zijn_niet_voor_een_docent(school: School) -> None:
    School.objects.update(ingericht_op=None)
    assert eersterun.te_tonen(maak_werkplek(School.objects.get(), Rol.DOCENT, vandaag())) == []


def test_naam_van_de_school_is_te_veranderen_de_brin_niet(school: School, inloggen: Any) -> None:
    client, url = inloggen(maak_beheerder(school).user), reverse("accounts:school")
    client.post(url, {"naam": "Rietveen", "sector": "vo", "terminologie": "nl", "brin": "99XX"})
    school.refresh_from_db()
    assert (school.naam, school.brin) == ("Rietveen", "12AB")
    assert client.post(url, {"naam": "", "sector": "vo", "terminologie": "nl"}).status_code == 422


def test_een_afdeling_maken_wijzigen_en_weghalen(school: School, inloggen: Any) -> None:
    client = inloggen(maak_beheerder(school).user)
    client.post(reverse("accounts:vestiging_nieuw"), {"naam": "Hoofdgebouw"})
    plek = Vestiging.objects.get()
    client.post(reverse("accounts:afdeling_nieuw"), {"naam": "Onderbouw", "vestiging": plek.pk})
    afdeling = Afdeling.objects.get()
    assert afdeling.vestiging == plek
    dubbel = client.post(reverse("accounts:afdeling_nieuw"), {"naam": "Onderbouw"})
    assert dubbel.status_code == 422
    client.post(reverse("accounts:afdeling", args=[afdeling.pk]), {"naam": "Bovenbouw"})
    afdeling.refresh_from_db()
    assert (afdeling.naam, afdeling.vestiging) == ("Bovenbouw", None)
    client.post(reverse("accounts:afdeling_weg", args=[afdeling.pk]))
    client.post(reverse("accounts:vestiging_weg", args=[plek.pk]))
    assert not Afdeling.objects.exists() and not Vestiging.objects.exists()


def test_een_afdeling_in_gebruik_blijft(school: School, inloggen: Any) -> None:
    afdeling = Afdeling.objects.create(school=school, naam="Onderbouw")
    Klas.objects.create(school=school, naam="H1a", schooljaar=2026, afdeling=afdeling)
    client = inloggen(maak_beheerder(school).user)
    antwoord = client.post(reverse("accounts:afdeling_weg", args=[afdeling.pk]), follow=True)
    assert "is in gebruik" in antwoord.content.decode()
    assert Afdeling.objects.exists()


def test_plek_van_een_andere_school_bestaat_hier_niet(
    school: School, andere_school: School, inloggen: Any
) -> None:
    with in_school(andere_school.pk):
        vreemd = Afdeling.objects.create(school=andere_school, naam="Vreemd")
    client = inloggen(maak_beheerder(school).user)
    assert client.get(reverse("accounts:afdeling", args=[vreemd.pk])).status_code == 404
    assert client.post(reverse("accounts:afdeling_weg", args=[vreemd.pk])).status_code == 404


def test_profiel_verandert_alleen_wat_van_mij_is(school: School, inloggen: Any) -> None:
    sanne = maak_werkplek(school, Rol.DOCENT, vandaag())
    velden = {"voornaam": "Sanne", "achternaam": "Koster-Vos", "telefoon": "06 12345678", "thema": "dark"}
    client = inloggen(sanne.user)
    client.post(reverse("accounts:profiel"), velden | {"email": "ander@x.example", "is_active": ""})
    user = User.objects.get(pk=sanne.user.pk)
    assert (user.achternaam, user.telefoon, user.thema) == ("Koster-Vos", "06 12345678", "dark")
    assert (user.email, user.is_active, user.sneltoetsen) == (sanne.user.email, True, False)
    assert client.post(reverse("accounts:profiel"), velden | {"voornaam": ""}).status_code == 422
    with pytest.raises(TypeError):
        profiel_wijzigen(door=sanne, email="ander@x.example")
