"""Vandaag: one honest page per role; what waits, what is owed, what comes due, and nothing of others."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Terugkoppeling
from ondersteuning.workflow import Besluit
from zorgapp.accounts.models import Aanstelling, School, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor, beslis, dien_in, maak_decor
from zorgapp.testing.fabriek import maak_les, maak_user, maak_werkplek, stel_aan
from zorgapp.web.beheer import Feit
from zorgapp.web.vandaag import Vandaag, lees

VANDAAG = reverse("web:vandaag")


@pytest.fixture
def decor(school: School) -> Decor:
    return maak_decor(school, timezone.localdate())


def pagina(inloggen: Any, user: Any) -> str:
    antwoord = inloggen(user).get(VANDAAG)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.parametrize("rol", Rol)
def test_elke_rol_heeft_een_pagina(school: School, inloggen: Any, rol: Rol) -> None:
    inhoud = pagina(inloggen, maak_werkplek(school, rol, timezone.localdate()).user)
    komt_later = {Rol.SCHOOLLEIDING, Rol.VERTROUWENSPERSOON}
    assert ("staat onder Voorgelegd." in inhoud or "staat onder Mijn notities." in inhoud) == (
        rol in komt_later
    )
    assert ("geen overleg voor je gepland" in inhoud) == (rol == Rol.EXTERNE)
    assert ("z-zoek" in inhoud) == (rol not in {*komt_later, Rol.EXTERNE, Rol.BEHEERDER})


def test_coordinator(decor: Decor, inloggen: Any) -> None:
    nu = timezone.now()
    dien_in(decor.mentor, decor.leerling, nu)
    acuut = dien_in(decor.mentor, decor.leerling, nu, urgentie="vandaag", wat_zie_je="Is nu niet veilig.")
    oud = dien_in(decor.mentor, decor.leerling, nu - timedelta(days=60))
    stand = lees(decor.coordinator)
    assert next(s.pk for s in stand.nieuw or []) == acuut.pk
    assert (stand.aantal_nieuw, stand.te_laat) == (3, 1)
    assert stand.schulden is not None and stand.schulden[0].signaal_id == oud.pk
    assert (
        "".join(deel for deel, _ in stand.zin) == "3 nieuwe signalen en 1 antwoord over tijd. De rest loopt."
    )
    inhoud = pagina(inloggen, decor.coordinator.user)
    assert "Is nu niet veilig." in inhoud and "Kees Jan Bakker" in inhoud


def test_coordinator_na_het_werk(decor: Decor, inloggen: Any) -> None:
    beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling, timezone.now()), Besluit.AFSLUITEN)
    inhoud = pagina(inloggen, decor.coordinator.user)
    assert "Er wacht geen signaal of vervolg op je. De rest loopt." in inhoud
    assert "Iedereen heeft antwoord" in inhoud


def test_mentor_ziet_zijn_signalen_en_zijn_klas(decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    assert "Antwoord voor" in pagina(inloggen, decor.mentor.user)
    beslis(decor.coordinator, signaal, op=timezone.now())
    inhoud = pagina(inloggen, decor.mentor.user)
    assert "1 nieuw antwoord op je signaal" in inhoud and "Mijn klas" in inhoud and "H3b" in inhoud
    client = inloggen(decor.mentor.user)
    client.get(reverse("ondersteuning:mijn_signaal", args=[signaal.pk]))
    assert Terugkoppeling.objects.get().gelezen_op is not None
    assert "1 nieuw antwoord" not in pagina(inloggen, decor.mentor.user)


def test_niemand_ziet_het_werk_van_een_ander(decor: Decor, inloggen: Any) -> None:
    """Another mentor, teacher or begeleider finds no pupil, no signal and no follow-up of colleagues here."""
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now(), wat_zie_je="Alleen voor de coordinator.")
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    for rol in set(Rol) - {Rol.ZORGCOORDINATOR}:
        inhoud = pagina(inloggen, maak_werkplek(decor.school, rol, timezone.localdate()).user)
        assert "Kees" not in inhoud and "Alleen voor" not in inhoud, rol


def test_vervolg_aan_de_beurt_en_straks(decor: Decor, inloggen: Any) -> None:
    vandaag = timezone.localdate()
    for dagen in (0, 5):
        signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
        beslis(
            decor.coordinator,
            signaal,
            Besluit.TWEEDE_LIJN,
            eigenaar=decor.begeleider.user,
            datum=vandaag + timedelta(days=dagen),
        )
    stand = lees(decor.begeleider)
    assert [v.volgende_datum for v in stand.aan_de_beurt or []] == [vandaag]
    assert [v.volgende_datum for v in stand.straks] == [vandaag + timedelta(days=5)]
    inhoud = pagina(inloggen, decor.begeleider.user)
    assert "1 vervolg dat aan de beurt is" in inhoud and "Straks" in inhoud


def test_waarnemer_krijgt_het_werk_erbij(decor: Decor, inloggen: Any) -> None:
    vandaag = timezone.localdate()
    dien_in(decor.mentor, decor.leerling, timezone.now())
    waarneming = Waarneming.objects.create(
        school=decor.school,
        afwezige=decor.coordinator.user,
        waarnemer=decor.begeleider.user,
        van=vandaag,
        tot=vandaag,
        door=decor.coordinator.user,
    )
    assert "1 nieuw signaal" in pagina(inloggen, decor.begeleider.user)
    waarneming.delete()
    assert "nieuw signaal" not in pagina(inloggen, decor.begeleider.user)


def test_docent_ziet_zijn_lessen(decor: Decor, inloggen: Any) -> None:
    docent = maak_werkplek(decor.school, Rol.DOCENT, timezone.localdate())
    maak_les(decor.school, docent.user, decor.leerling, van=timezone.localdate())
    inhoud = pagina(inloggen, docent.user)
    assert "Mijn lessen" in inhoud and "h3.du1" in inhoud


def test_zonder_aanstelling(school: School, inloggen: Any) -> None:
    user = maak_user()
    assert inloggen(user).get(VANDAAG).url == reverse("web:geen_aanstelling")
    aanstelling = stel_aan(user, school, Rol.MENTOR)
    assert inloggen(user).get(VANDAAG).status_code == 200
    Aanstelling.objects.filter(pk=aanstelling.pk).update(tot=timezone.localdate() - timedelta(days=1))
    antwoord = inloggen(user).get(VANDAAG, follow=True)
    assert antwoord.status_code == 403 and "geen aanstelling" in antwoord.content.decode()


def test_twee_scholen_een_tegelijk(decor: Decor, andere_school: School, inloggen: Any) -> None:
    """Who works at two schools sees the work of one, and switches by a button."""
    dien_in(decor.mentor, decor.leerling, timezone.now())
    stel_aan(decor.coordinator.user, andere_school, Rol.ZORGCOORDINATOR)
    client = inloggen(decor.coordinator.user)
    assert "Kees Jan" in client.get(VANDAAG).content.decode()
    wissel = reverse("web:wissel_school", args=[andere_school.pk])
    assert client.get(wissel).status_code == 405
    assert "Kees Jan" not in client.post(wissel, follow=True).content.decode()


def test_niet_ingelogd(client: Any, db: None) -> None:
    assert client.get(VANDAAG).url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        (Vandaag(), "Er staat niets voor je klaar."),
        (Vandaag(nieuw=[]), "Er staat niets voor je klaar. De rest loopt."),
        (Vandaag(leerlingen=True), "Er wacht geen signaal of vervolg op je."),
        (Vandaag(beheer=[Feit("Klassen", "", "", let_op=True)]), "Bij Klassen wacht iets op jou."),
    ],
)
def test_de_rustige_zin_spreekt_niet_tegen_wat_eronder_staat(stand: Vandaag, zin: str) -> None:
    assert stand.zin == [] and stand.rust == zin


def test_beheerder_van_een_lege_school_leest_wat_er_mist(school: School, inloggen: Any) -> None:
    School.objects.filter(pk=school.pk).update(ingericht_op=None)
    inhoud = pagina(inloggen, maak_werkplek(school, Rol.BEHEERDER, timezone.localdate()).user)
    assert "dan kan je school aan de slag." in inhoud and "niets voor je klaar" not in inhoud
    assert "Er zijn nog geen klassen." in inhoud and "Elke klas heeft een mentor." not in inhoud


def test_geen_getal_bij_wat_leeg_is(decor: Decor, inloggen: Any) -> None:
    """A 0 beside a head that has rows of later below it reads as a mistake."""
    assert '<span class="z-tel">0</span>' not in pagina(inloggen, decor.coordinator.user)


def test_rol_zonder_paginas_ziet_alleen_wat_hij_mag(school: School, inloggen: Any) -> None:
    """Every link on Vandaag and the profile of an external opens."""
    user = maak_werkplek(school, Rol.EXTERNE, timezone.localdate()).user
    user.set_password("drie losse woorden")
    user.save()
    client = inloggen(user)
    for adres in (VANDAAG, reverse("accounts:profiel")):
        for pad in set(re.findall(r'href="(/[^"#]*)"', client.get(adres).content.decode())):
            if not pad.startswith("/static/"):
                assert client.get(pad).status_code in {200, 302}, pad
