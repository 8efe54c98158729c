"""The pupil's page, the lists and one's own class: what each role finds there."""

import re
import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Contactpersoon, Leerling, Plaatsing
from ondersteuning.workflow import Besluit
from zorgapp.accounts.models import Afdeling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN, Decor, beslis, dien_in, maak_decor
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_les, maak_werkplek
from zorgapp.web.tijdlijn import PER_PAGINA

NUMMER = "06-12345678"


@pytest.fixture
def decor(school: School) -> Decor:
    decor = maak_decor(school, timezone.localdate())
    for huishouden, naam in enumerate(("Ingrid Bakker", "Piet de Wit"), start=1):
        Contactpersoon.objects.create(
            school=school,
            leerling=decor.leerling,
            naam=naam,
            relatie="ouder",
            gezag="ja" if huishouden == 1 else "nee",
            huishouden=huishouden,
            telefoon=NUMMER,
        )
    return decor


def adres(leerling: Leerling) -> str:
    return reverse("web:leerling", args=[leerling.pk])


def naast(leerling: Leerling) -> str:
    return reverse("web:leerling_naast", args=[leerling.pk])


def lees(inloggen: Any, wie: Werkplek, pad: str, **vraag: str) -> str:
    antwoord = inloggen(wie.user).get(pad, vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def docent(decor: Decor, rol: Rol = Rol.DOCENT) -> Werkplek:
    wie = maak_werkplek(decor.school, rol, timezone.localdate())
    maak_les(decor.school, wie.user, decor.leerling, naam=uuid.uuid4().hex[:8], van=LANG_GELEDEN)
    return wie


def test_contacten_voor_mentor_en_coordinator(decor: Decor, inloggen: Any) -> None:
    for wie in (decor.coordinator, decor.mentor):
        inhoud = lees(inloggen, wie, naast(decor.leerling))
        assert "Ingrid Bakker" in inhoud and NUMMER in inhoud and "geen gezag" in inhoud
        assert "Huishouden 1" in inhoud and "Huishouden 2" in inhoud


def test_contacten_voor_de_begeleider_die_is_toegewezen(decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    inhoud = lees(inloggen, decor.begeleider, naast(decor.leerling))
    assert "Ingrid Bakker" in inhoud
    assert "tijdelijk toegang" in lees(inloggen, decor.begeleider, adres(decor.leerling))


@pytest.mark.regel(40)
def test_geen_contacten_voor_docent_en_teamleider(decor: Decor, inloggen: Any) -> None:
    afdeling = Afdeling.objects.create(school=decor.school, naam="Onderbouw")
    type(decor.klas).objects.filter(pk=decor.klas.pk).update(afdeling=afdeling)
    teamleider = maak_werkplek(decor.school, Rol.TEAMLEIDER, timezone.localdate(), afdeling=afdeling)
    met_vervolg = docent(decor)
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=met_vervolg.user)
    for wie in (docent(decor), teamleider, met_vervolg):
        inhoud = lees(inloggen, wie, naast(decor.leerling))
        assert "Ingrid" not in inhoud and NUMMER not in inhoud and "Contacten" not in inhoud


def test_tijdlijn_toont_alleen_signalen_die_je_mag_zien(decor: Decor, inloggen: Any) -> None:
    les = docent(decor)
    dien_in(decor.mentor, decor.leerling, timezone.now(), wat_zie_je="Van de mentor.")
    dien_in(les, decor.leerling, timezone.now(), wat_zie_je="Van de docent.")
    for wie, ziet_mentor, ziet_docent in (
        (decor.coordinator, True, True),
        (decor.mentor, True, True),
        (les, False, True),
        (docent(decor), False, False),
    ):
        inhoud = lees(inloggen, wie, adres(decor.leerling))
        assert ("Van de mentor." in inhoud, "Van de docent." in inhoud) == (ziet_mentor, ziet_docent)


def test_tijdlijn_filtert_en_groepeert(decor: Decor, inloggen: Any) -> None:
    nu = timezone.now()
    signaal = dien_in(decor.mentor, decor.leerling, nu, wat_zie_je="Een signaal.")
    beslis(decor.coordinator, signaal, op=nu, bericht="Een antwoord.", domein="pers")
    pad = adres(decor.leerling)
    alles = lees(inloggen, decor.coordinator, pad)
    assert "Een signaal." in alles and "Een antwoord." in alles and "Klas H3b" in alles
    signalen = lees(inloggen, decor.coordinator, pad, soort="signaal")
    assert "Een signaal." in signalen and "Een antwoord." in signalen and "Klas H3b" not in signalen
    assert "Een signaal." not in lees(inloggen, decor.coordinator, pad, soort="meer")
    assert "Een signaal." not in lees(inloggen, decor.coordinator, pad, domein="leer")
    assert "Een signaal." in lees(inloggen, decor.coordinator, pad, soort="toverij", domein="geld")


def test_teruggedraaid_besluit_staat_niet_in_de_tijdlijn(decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    besluit = beslis(decor.coordinator, signaal, op=timezone.now(), bericht="Toch maar niet.")
    herstel = reverse("ondersteuning:herstel", args=[signaal.pk, besluit.pk])
    inloggen(decor.coordinator.user).post(herstel)
    assert "Toch maar niet." not in lees(inloggen, decor.coordinator, adres(decor.leerling))


def test_lange_tijdlijn_bladert(decor: Decor, inloggen: Any) -> None:
    for n in range(25):
        dien_in(decor.mentor, decor.leerling, timezone.now() - timedelta(days=n), wat_zie_je=f"Signaal-{n}.")
    pad = adres(decor.leerling)
    blad = [lees(inloggen, decor.mentor, pad, p=p) for p in ("1", "2", "9")]
    staat = [[n for n in range(25) if f"Signaal-{n}." in inhoud] for inhoud in blad]
    assert sorted(staat[0] + staat[1]) == list(range(25)) and staat[2] == []
    assert len(staat[0]) == PER_PAGINA


def test_lijst_per_rol(decor: Decor, inloggen: Any) -> None:
    maak_leerling(decor.school, maak_klas(decor.school, "M1a"), "Mila", "Visser")
    pad = reverse("web:leerlingen")
    allen = lees(inloggen, decor.coordinator, pad)
    assert "Kees Jan Bakker" in allen and "Mila Visser" in allen
    eigen = lees(inloggen, decor.mentor, pad)
    assert "Kees Jan Bakker" in eigen and "Mila" not in eigen
    assert "Mila" not in lees(inloggen, decor.mentor, pad, klas="M1a")
    assert "Geen leerlingen" in lees(inloggen, decor.begeleider, pad)


def test_eigen_klas(decor: Decor, inloggen: Any) -> None:
    vreemd = maak_klas(decor.school, "M1a")
    maak_leerling(decor.school, vreemd, "Mila", "Visser")
    pad = reverse("web:eigen_klas")
    assert "Kees Jan" in lees(inloggen, decor.mentor, pad)
    for groep in (f"k{vreemd.pk}", "k", "x1", f"g{'9' * 30}", "\x00", ""):
        inhoud = lees(inloggen, decor.mentor, pad, groep=groep)
        assert "Mila" not in inhoud and "Kees Jan" in inhoud
    les = docent(decor)
    assert "Kees Jan" in lees(inloggen, les, pad)
    assert "Nog geen klas of les" in lees(inloggen, maak_werkplek(decor.school, Rol.DOCENT), pad)


def test_zonder_klas_en_na_vertrek(decor: Decor, inloggen: Any) -> None:
    Plaatsing.objects.all().delete()
    Leerling.objects.update(uitgeschreven_op=date(2026, 10, 1), geboortedatum=None)
    inhoud = lees(inloggen, decor.coordinator, adres(decor.leerling))
    assert "nog geen klas" in inhoud and "Van school sinds" in inhoud and "None" not in inhoud


def test_vertrouwenspersoon_en_leiding_openen_geen_dossier(decor: Decor, inloggen: Any) -> None:
    """The roles that have nothing to do here, also not when they guess the address."""
    for rol in (Rol.VERTROUWENSPERSOON, Rol.SCHOOLLEIDING, Rol.EXTERNE, Rol.BEHEERDER):
        client = inloggen(maak_werkplek(decor.school, rol, timezone.localdate()).user)
        assert client.get(adres(decor.leerling)).status_code == 403


def test_iedere_weg_om_iets_vast_te_leggen_gaat_open(decor: Decor, inloggen: Any) -> None:
    """No way on leads to a refusal: a mentor reads a trajectory and begins none, a teacher is offered less still."""
    for wie, start in ((decor.coordinator, True), (decor.mentor, False), (docent(decor), False)):
        client = inloggen(wie.user)
        pagina = client.get(adres(decor.leerling)).text
        wegen = set(re.findall(r'href="(/[^"]*(?:leerling=|/leerlingen/[0-9]+/)[^"#]*)"', pagina))
        assert any(reverse("ondersteuning:traject_nieuw") in weg for weg in wegen) == start
        assert {client.get(weg).status_code for weg in wegen} == {200}
