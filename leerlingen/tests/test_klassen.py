"""Classes of a school: a page at a time, in departments, and found by name where one is chosen."""

from typing import Any

import pytest
from django.urls import reverse

from leerlingen.groepkeuze import Groepbron
from leerlingen.models import Klas, Lesgroep, Mentorschap
from zorgapp.accounts.models import Afdeling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.tests.hulp import maak_beheerder, vandaag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.fabriek import maak_klas, maak_mentor, maak_user, stel_aan

pytestmark = pytest.mark.django_db

NU = Schooljaar.van(vandaag())
STRAKS = Schooljaar(NU.beginjaar + 1)


@pytest.fixture
def bas(school: School) -> Werkplek:
    return maak_beheerder(school)


@pytest.fixture
def klas(school: School) -> Klas:
    return maak_klas(school, schooljaar=NU.beginjaar)


def iemand(school: School, rol: Rol) -> User:
    user = maak_user("Joris")
    stel_aan(user, school, rol)
    return user


def test_klassen_bij_een_afdeling(bas: Werkplek, klas: Klas, inloggen: Any) -> None:
    afdeling = Afdeling.objects.create(school=bas.school, naam="Onderbouw")
    client, url = inloggen(bas.user), reverse("leerlingen:klassen")
    assert "1 klas heeft nog geen mentor." in client.get(url).content.decode()
    assert client.post(url, {f"klas-{klas.pk}": "999999"}).status_code == 422
    client.post(url, {f"klas-{klas.pk}": afdeling.pk})
    klas.refresh_from_db()
    assert klas.afdeling == afdeling


def test_klassen_per_bladzijde_en_te_vinden(bas: Werkplek, klas: Klas, inloggen: Any) -> None:
    """25 a page; by name, year and missing mentor; saving leaves the classes of other pages alone."""
    afdeling = Afdeling.objects.create(school=bas.school, naam="Onderbouw")
    for nummer in range(30):
        maak_klas(bas.school, f"V{nummer:02}", klas.schooljaar, leerjaar=4, afdeling=afdeling)
    maak_mentor(bas.school, klas, iemand(bas.school, Rol.MENTOR))
    client, url = inloggen(bas.user), reverse("leerlingen:klassen")
    assert len(client.get(url).context["paren"]) == 25
    assert [k.naam for k, _ in client.get(url, {"p": "2"}).context["paren"]][-1] == "V29"
    assert [k.naam for k, _ in client.get(url, {"naam": "h3"}).context["paren"]] == ["H3b"]
    assert len(client.get(url, {"leerjaar": "4", "p": "2"}).context["paren"]) == 5
    assert len(client.get(url, {"zonder": "1", "p": "2"}).context["paren"]) == 5
    for vreemd in ({"leerjaar": "x"}, {"naam": "\x00%"}, {"leerjaar": "9" * 30}, {"p": "-1"}):
        assert client.get(url, vreemd).status_code == 200
    antwoord = client.post(f"{url}?leerjaar=4&p=2", {f"klas-{klas.pk}": ""})
    assert antwoord.status_code == 302 and antwoord["Location"].endswith("leerjaar=4&p=2")
    assert Klas.objects.filter(afdeling=afdeling).count() == 30
    assert client.post(url, {"klas-" + "9" * 40: "1", "klas-x": "1"}).status_code == 302


@pytest.mark.parametrize(
    ("naam", "les", "gevonden"),
    [
        ("h3", False, [f"H3b ({NU})", f"H3c ({NU})", f"H3b ({STRAKS})", f"AH3 ({NU})"]),
        ("h3b", False, [f"H3b ({NU})", f"H3b ({STRAKS})"]),
        (f"H3b ({STRAKS})", False, [f"H3b ({STRAKS})"]),
        ("du1", True, [f"h3.du1, lesgroep ({NU})"]),
        (f"h3.du1, lesgroep ({NU})", True, [f"h3.du1, lesgroep ({NU})"]),
        (f"h3.du1 ({NU})", True, []),
        ("du1", False, []),
        ("H2z", False, []),
        ("", False, []),
        ("%", True, []),
        ("\x00", True, []),
    ],
)
def test_een_groep_zoeken_op_naam(
    bas: Werkplek, klas: Klas, inloggen: Any, naam: str, les: bool, gevonden: list[str]
) -> None:
    """The very name first, then by its beginning; this year and the next, of this school."""
    for andere, jaar in (("H3c", 0), ("H3b", 1), ("AH3", 0), ("H2z", -1)):
        maak_klas(bas.school, andere, klas.schooljaar + jaar)
    Lesgroep.objects.create(school=bas.school, naam="h3.du1", schooljaar=klas.schooljaar)
    assert [o.tekst for o in Groepbron(bas, ook_lesgroepen=les).zoek(naam, 9)] == gevonden
    vraag = {"q": naam} | ({"les": "1"} if les else {})
    pagina = inloggen(bas.user).get(reverse("leerlingen:groepen"), vraag).content.decode()
    assert pagina.count('role="option"') == len(gevonden)


def test_twee_klassen_van_die_naam_komen_terug_als_keuze(bas: Werkplek, klas: Klas, inloggen: Any) -> None:
    straks = maak_klas(bas.school, klas.naam, klas.schooljaar + 1)
    joris = iemand(bas.school, Rol.MENTOR)
    client, url = inloggen(bas.user), reverse("leerlingen:toewijzen", args=[joris.pk])
    data = {"soort": "mentor", "m-klas_naam": klas.naam, "m-van": vandaag().isoformat()}
    antwoord = client.post(url, data)
    assert antwoord.status_code == 422 and "meer dan één groep bij ‘H3b’" in antwoord.content.decode()
    keuze = {"m-klas": f"k{straks.pk}", "m-klas_gezocht": klas.naam}
    assert f'<option value="k{straks.pk}">' in antwoord.content.decode()
    assert client.post(url, data | keuze).status_code == 302
    assert Mentorschap.objects.get().klas == straks


@pytest.mark.parametrize("waarde", ["k999999", "l1", "x1", "k", "k" + "9" * 40, "²", "k²"])
def test_een_vervalste_groep_is_een_fout_in_het_formulier(
    bas: Werkplek, klas: Klas, inloggen: Any, waarde: str
) -> None:
    joris = iemand(bas.school, Rol.MENTOR)
    url = reverse("leerlingen:toewijzen", args=[joris.pk])
    antwoord = inloggen(bas.user).post(
        url, {"soort": "mentor", "m-klas": waarde, "m-van": vandaag().isoformat()}
    )
    assert antwoord.status_code == 422 and "Deze groep vinden we niet." in antwoord.content.decode()
