"""Cards that wait for a teacher: counted per group, marked in the group, and after one the way to the next."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.access_openkaarten import OpenKaart, groep_met_alles, open_kaarten, per_groep
from leerlingen.models import Lesgroep, Lesopdracht
from leerlingen.services.kaartlezers import kaart_gezien
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import School
from zorgapp.testing.fabriek import NU, maak_leerling
from zorgapp.testing.queries import statements
from zorgapp.web.verder import lees

TIJD = "25% extra tijd bij toetsen"


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school, timezone.localdate())


def erbij(kd: Kaartdecor, voornaam: str, *, in_les: bool = True) -> Kaartdecor:
    """One more pupil of the class with a card, also in the group of Sanne unless said otherwise."""
    leerling = maak_leerling(kd.school, kd.klas, voornaam, "Zaal")
    lesgroep = kd.les.lesgroep
    assert lesgroep is not None
    if in_les:
        lesgroep.leden.create(school=kd.school, leerling=leerling, van=timezone.localdate())
    ander = Kaartdecor(**(vars(kd) | {"leerling": leerling}))
    ander.geef(TIJD)
    return ander


def _andere_les(kd: Kaartdecor, ander: Kaartdecor) -> None:
    """Sanne teaches this one in another group."""
    dag = timezone.localdate()
    groep = Lesgroep.objects.create(school=kd.school, naam="h3b.fa1", schooljaar=2026, vak="Frans")
    groep.leden.create(school=kd.school, leerling=ander.leerling, van=dag)
    Lesopdracht.objects.create(school=kd.school, user=kd.docent.user, lesgroep=groep, vak="Frans", van=dag)


def les(kd: Kaartdecor) -> str:
    return f"g{kd.les.lesgroep_id}"


def url_van(kd: Kaartdecor) -> str:
    [regel] = [r for r in lees(kd.docent, timezone.now()) if "om te lezen" in r.kop]
    return regel.url


def test_elke_groep_telt_wat_er_wacht(kd: Kaartdecor) -> None:
    """Who is in two of one's groups counts in both; who one does not teach counts in none."""
    kd.geef(TIJD)
    erbij(kd, "Amal")
    erbij(kd, "Bo", in_les=False)
    assert per_groep(open_kaarten(kd.docent)) == {les(kd): 2}
    assert per_groep(open_kaarten(kd.mentor)) == {f"k{kd.klas.pk}": 3}
    kaart_gezien(door=kd.docent, leerling=kd.leerling, versie=1, op=NU)
    assert per_groep(open_kaarten(kd.docent)) == {les(kd): 1}
    assert open_kaarten(kd.coordinator) == open_kaarten(kd.begeleider) == []


def test_de_regel_op_vandaag_wijst_de_weg(kd: Kaartdecor) -> None:
    """One card itself, a group that holds them all, and the list of groups when no group does."""
    kd.geef(TIJD)
    assert url_van(kd) == reverse("leerlingen:kaart", args=[kd.leerling.pk])
    ander = erbij(kd, "Amal")
    assert url_van(kd) == reverse("leerlingen:docentkaart", args=[les(kd)])
    derde = erbij(kd, "Bo", in_les=False)
    _andere_les(kd, derde)
    assert url_van(kd) == reverse("leerlingen:docentkaarten")
    assert [k.naam.split()[0] for k in open_kaarten(kd.docent)] == ["Kees", "Amal", "Bo"]
    assert ander.leerling.pk != derde.leerling.pk


@pytest.mark.parametrize(
    ("groepen", "groep"),
    [
        ([], ""),
        ([{"g1"}, {"g1", "g2"}], "g1"),
        ([{"g1"}, {"g2"}], ""),
        ([{"g1", "k1"}, {"k1", "g1"}], "k1"),
    ],
)
def test_de_groep_met_alles(groepen: list[set[str]], groep: str) -> None:
    kaarten = [OpenKaart(nummer, "", frozenset(van)) for nummer, van in enumerate(groepen)]
    assert groep_met_alles(kaarten) == groep


def test_van_kaart_naar_kaart(kd: Kaartdecor, inloggen: Any) -> None:
    """In the group each waiting pupil is marked; confirming one says how many are left and lands at the next."""
    kd.geef(TIJD)
    ander = erbij(kd, "Amal")
    client: Client = inloggen(kd.docent.user)
    pad = reverse("leerlingen:docentkaart", args=[les(kd)])
    assert "2 te lezen" in client.get(reverse("leerlingen:docentkaarten")).content.decode()
    html = client.get(pad).content.decode()
    assert "2 kaarten om te lezen" in html and "te lezen: 1/2" in html and "te lezen: 2/2" in html
    bevestig = {"versie": 1, "groep": les(kd)}
    antwoord = client.post(reverse("leerlingen:kaart_gezien", args=[kd.leerling.pk]), bevestig)
    assert antwoord.headers["Location"] == f"{pad}#l{ander.leerling.pk}"
    html = client.get(pad).content.decode()
    assert "Gezien. Nog 1 te lezen in deze groep." in html and html.count("is-open") == 1
    antwoord = client.post(reverse("leerlingen:kaart_gezien", args=[ander.leerling.pk]), bevestig)
    assert antwoord.headers["Location"] == f"{pad}#l{ander.leerling.pk}"
    html = client.get(pad).content.decode()
    assert "Dit was de laatste" in html and "om te lezen" not in html


def test_klaar_in_deze_groep_maar_niet_overal(kd: Kaartdecor, inloggen: Any) -> None:
    kd.geef(TIJD)
    ander = erbij(kd, "Amal", in_les=False)
    _andere_les(kd, ander)
    client: Client = inloggen(kd.docent.user)
    pad = reverse("leerlingen:kaart_gezien", args=[kd.leerling.pk])
    antwoord = client.post(pad, {"versie": 1, "groep": les(kd)})
    assert antwoord.headers["Location"] == reverse("leerlingen:docentkaarten")
    html = client.get(antwoord.headers["Location"]).content.decode()
    assert "Deze groep is klaar. Nog 1 te lezen in een andere groep." in html


def test_vanaf_de_kaart_zelf(kd: Kaartdecor, inloggen: Any) -> None:
    """Without a group one stays where one was, with the next card one tap away; a forged group is none."""
    kd.geef(TIJD)
    ander = erbij(kd, "Amal")
    client: Client = inloggen(kd.docent.user)
    kaart = reverse("leerlingen:kaart", args=[kd.leerling.pk])
    pad = reverse("leerlingen:kaart_gezien", args=[kd.leerling.pk])
    assert client.post(pad, {"versie": 9, "groep": "x"}).headers["Location"] == kaart
    antwoord = client.post(pad, {"versie": 1, "groep": "k٣"})
    assert antwoord.headers["Location"] == f"{kaart}?gezien"
    html = client.get(antwoord.headers["Location"]).content.decode()
    assert "Gezien. Nog 1 te lezen." in html
    assert reverse("leerlingen:kaart", args=[ander.leerling.pk]) in html


def test_wat_voor_een_ander_vak_is_staat_er_ook(kd: Kaartdecor, inloggen: Any) -> None:
    """A card with nothing for this subject waits as well: it is read on its own page, and leads back to the group."""
    kd.geef(TIJD, vakken=["wiskunde"])
    client: Client = inloggen(kd.docent.user)
    html = client.get(reverse("leerlingen:docentkaart", args=[les(kd)])).content.decode()
    kaart = f"{reverse('leerlingen:kaart', args=[kd.leerling.pk])}?groep={les(kd)}"
    assert "1 kaart om te lezen" in html and kaart in html and "is-open" not in html
    assert f'name="groep" value="{les(kd)}"' in client.get(kaart).content.decode()


def test_meer_kaarten_kosten_niet_meer_vragen(kd: Kaartdecor, inloggen: Any) -> None:
    kd.geef(TIJD)
    client: Client = inloggen(kd.mentor.user)
    pad = reverse("leerlingen:docentkaarten")
    client.get(pad)
    _, klein = statements(client, pad)
    for nummer in range(4):
        erbij(kd, f"Leerling{nummer}")
    antwoord, groot = statements(client, pad)
    assert "5 te lezen" in antwoord.content.decode()
    assert groot == klein and max(groot.values()) == 1
