"""The class card: what it shows a teacher, in which order, how long it takes, and who may open it."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.access_groep import get_groep
from leerlingen.docentkaart import lees_docentkaart
from leerlingen.kaarttekst import (
    DINGEN_MAX,
    WOORDEN_ADVIES,
    WOORDEN_BIJ,
    WOORDEN_LEERLING,
    WOORDEN_TEKST,
    leestijd,
    open_aantallen,
)
from leerlingen.models import Faciliteitenkaart, FaciliteitToekenning, Handelingsadvies, Klas, Lesopdracht
from leerlingen.services.advies import advies_geven
from leerlingen.services.kaartlezers import kaart_gezien
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import Afdeling, Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.queries import statements

TIJD, LAPTOP, SPELLING = (
    "25% extra tijd bij toetsen",
    "Laptop met voorleessoftware",
    "Spelfouten tellen niet mee",
)


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school)


@pytest.fixture
def nu_kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school, timezone.localdate())


def kaart(wie: Werkplek, sleutel: str) -> Any:
    return lees_docentkaart(wie, get_groep(wie, sleutel, NU))


def klas(kd: Kaartdecor) -> str:
    return f"k{kd.klas.pk}"


def groep(kd: Kaartdecor) -> str:
    return f"g{kd.les.lesgroep_id}"


def dingen(wie: Werkplek, sleutel: str) -> list[str]:
    regels = kaart(wie, sleutel).regels
    return [ding.tekst for ding in regels[0].dingen] if regels else []


def test_hoogstens_drie_dingen_in_een_vaste_volgorde(kd: Kaartdecor) -> None:
    """First what was put first, then the lesson, then advice, then tests; a fourth is counted."""
    kd.geef(TIJD)
    kd.geef("Vaste plek in het lokaal", toets=False)
    advies_geven(door=kd.mentor, leerling=kd.leerling, tekst="Vertel vooraf wat je vraagt.", tot=DAG)
    kd.geef(SPELLING, vooraan=True)
    [regel] = kaart(kd.mentor, klas(kd)).regels
    assert [d.tekst for d in regel.dingen] == [
        "Reken spelfouten niet mee.",
        "Houd de afgesproken plek vrij.",
        "Vertel vooraf wat je vraagt.",
    ]
    assert regel.verder == 1


def test_alleen_wat_bij_het_vak_hoort(kd: Kaartdecor) -> None:
    kd.geef(TIJD, vakken=["Duits", "Frans"])
    kd.geef(SPELLING, vakken=["wiskunde"])
    kd.geef("Koptelefoon")
    assert dingen(kd.docent, groep(kd)) == [
        "Laat een koptelefoon dragen bij zelf werken.",
        "Geef 25% extra tijd.",
    ]
    assert len(dingen(kd.mentor, klas(kd))) == 3


def test_het_vak_telt_zonder_hoofdletter(kd: Kaartdecor) -> None:
    kd.geef(TIJD, vakken=["DUITS"])
    assert dingen(kd.docent, groep(kd)) == ["Geef 25% extra tijd."]


def test_wat_alleen_bij_het_centraal_examen_telt_staat_er_niet(kd: Kaartdecor) -> None:
    kd.geef(TIJD, les=False, toets=False, centraal_examen=True, minuten=30)
    assert dingen(kd.mentor, klas(kd)) == []


@pytest.mark.parametrize("wat", ["kaart", "faciliteit", "advies"])
def test_wat_voorbij_is_staat_er_niet(kd: Kaartdecor, wat: str) -> None:
    rij = kd.geef(TIJD)
    advies = advies_geven(door=kd.mentor, leerling=kd.leerling, tekst="Vertel het vooraf.", tot=DAG)
    gisteren = DAG - timedelta(days=1)
    assert len(dingen(kd.mentor, klas(kd))) == 2
    if wat == "kaart":
        Faciliteitenkaart.objects.update(geldig_van=gisteren, geldig_tot=gisteren)
    elif wat == "faciliteit":
        FaciliteitToekenning.objects.filter(pk=rij.pk).update(sinds=gisteren, geldig_tot=gisteren)
    else:
        Handelingsadvies.objects.filter(pk=advies.pk).update(van=gisteren, tot=gisteren)
    assert len(dingen(kd.mentor, klas(kd))) == 1


def test_wie_niets_heeft_is_een_regel_onderaan(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    amal = maak_leerling(kd.school, kd.klas, "Amal", "Haddad")
    gelezen = kaart(kd.mentor, klas(kd))
    assert [r.leerling.pk for r in gelezen.regels] == [kd.leerling.pk]
    assert gelezen.zonder == [amal]


def test_bevestigen_vanaf_de_docentkaart(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    assert len(kaart(kd.docent, groep(kd)).te_lezen) == 1
    kaart_gezien(door=kd.docent, leerling=kd.leerling, versie=kd.kaart.versie, op=NU)
    assert kaart(kd.docent, groep(kd)).te_lezen == []
    assert len(kaart(kd.mentor, klas(kd)).te_lezen) == 1
    assert kaart(kd.coordinator, klas(kd)).te_lezen == []


@pytest.mark.regel(40)
def test_wie_een_groep_mag_openen(kd: Kaartdecor) -> None:
    afdeling = Afdeling.objects.create(school=kd.school, naam="Onderbouw")
    ander = Afdeling.objects.create(school=kd.school, naam="Bovenbouw")
    Klas.objects.filter(pk=kd.klas.pk).update(afdeling=afdeling)
    wie = {
        "mentor": kd.mentor,
        "docent": kd.docent,
        "zorgcoordinator": kd.coordinator,
        "teamleider": maak_werkplek(kd.school, Rol.TEAMLEIDER, afdeling=afdeling),
        "andere afdeling": maak_werkplek(kd.school, Rol.TEAMLEIDER, afdeling=ander),
        "begeleider": kd.begeleider,
        "schoolleiding": maak_werkplek(kd.school, Rol.SCHOOLLEIDING),
        "beheerder": maak_werkplek(kd.school, Rol.BEHEERDER),
    }

    def mag(naam: str, sleutel: str) -> bool:
        try:
            get_groep(wie[naam], sleutel, NU)
        except Http404:
            return False
        return True

    assert {n for n in wie if mag(n, klas(kd))} == {"mentor", "zorgcoordinator", "teamleider"}
    assert {n for n in wie if mag(n, groep(kd))} == {"docent", "zorgcoordinator"}


@pytest.mark.regel(40)
def test_de_dag_na_de_laatste_les_is_de_kaart_dicht(kd: Kaartdecor) -> None:
    Lesopdracht.objects.filter(pk=kd.les.pk).update(tot=DAG)
    get_groep(kd.docent, groep(kd), NU)
    Lesopdracht.objects.filter(pk=kd.les.pk).update(tot=DAG - timedelta(days=1))
    with pytest.raises(Http404):
        get_groep(kd.docent, groep(kd), NU)


@pytest.mark.parametrize(
    "sleutel", ["", "k", "x12", "k12x", "k-1", "k" + "9" * 18, "k" + "9" * 30, "k٣", "g0", "k\x00"]
)
def test_een_verzonnen_groep_bestaat_niet(kd: Kaartdecor, sleutel: str) -> None:
    with pytest.raises(Http404):
        get_groep(kd.coordinator, sleutel, NU)


@pytest.mark.regel(45)
def test_wie_er_iets_van_las_staat_in_het_logboek(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    maak_leerling(kd.school, kd.klas, "Amal", "Haddad")
    kaart(kd.docent, groep(kd))
    [blik] = Inzage.objects.filter(onderwerp="docentkaart")
    assert (blik.leerling_id, blik.user_id, blik.grond) == (kd.leerling.pk, kd.docent.user.pk, "docent")


# the arithmetic of docs/docentkaart.md


def test_een_leerling_blijft_onder_honderdtwintig_woorden() -> None:
    langste = max(WOORDEN_TEKST + WOORDEN_BIJ, WOORDEN_ADVIES)
    assert DINGEN_MAX * langste + 6 <= WOORDEN_LEERLING


_LEERLING = st.lists(st.integers(2, WOORDEN_ADVIES + 4), max_size=DINGEN_MAX)


@given(st.lists(_LEERLING, max_size=28))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
def test_een_klas_leest_in_een_minuut(telling: list[list[int]]) -> None:
    """Open text stays within 240 words, unless the first things alone are more; nobody is left without his first."""
    open_ = open_aantallen(telling)
    som = sum(sum(van[:aantal]) for van, aantal in zip(telling, open_, strict=True))
    eerste = sum(van[0] for van in telling if van)
    assert som <= max(240, eerste)
    assert all((aantal >= 1) == bool(van) for van, aantal in zip(telling, open_, strict=True))
    assert all(aantal <= len(van) for van, aantal in zip(telling, open_, strict=True))


def test_een_klas_van_28_met_acht_kaarten_past(kd: Kaartdecor) -> None:
    """Eight of 28 pupils with three ordinary things: all open, and read within a minute."""
    for nummer in range(27):
        leerling = maak_leerling(kd.school, kd.klas, f"Leerling{nummer}", "Een")
        if nummer < 7:
            decor = Kaartdecor(**(vars(kd) | {"leerling": leerling}))
            for naam in (TIJD, LAPTOP, "Koptelefoon"):
                decor.geef(naam)
    for naam in (TIJD, LAPTOP, "Koptelefoon"):
        kd.geef(naam)
    gelezen = kaart(kd.mentor, klas(kd))
    assert gelezen.aantal == 28
    assert len(gelezen.regels) == 8
    assert all(not regel.dicht for regel in gelezen.regels)
    assert 0 < gelezen.seconden <= 60


def test_een_volle_klas_sluit_wat_niet_past(kd: Kaartdecor) -> None:
    lang = " ".join(["lees"] * WOORDEN_TEKST)
    for nummer in range(11):
        leerling = maak_leerling(kd.school, kd.klas, f"Leerling{nummer}", "Een")
        decor = Kaartdecor(**(vars(kd) | {"leerling": leerling}))
        for naam in (TIJD, LAPTOP, "Koptelefoon"):
            decor.geef(naam, tekst=lang)
    gelezen = kaart(kd.mentor, klas(kd))
    assert any(regel.dicht for regel in gelezen.regels)
    assert gelezen.seconden <= 60
    assert all(regel.open for regel in gelezen.regels)


@pytest.mark.parametrize(("aantal", "seconden"), [(0, 0), (1, 5), (20, 5), (21, 10), (240, 60)])
def test_leestijd(aantal: int, seconden: int) -> None:
    assert leestijd(aantal) == seconden


def test_vaste_vragen_hoe_vol_de_klas_ook_is(nu_kd: Kaartdecor, inloggen: Any) -> None:
    """At most eight statements for a class of 28, as many as for a class of one (DESIGN §9)."""
    client: Client = inloggen(nu_kd.docent.user)
    pad = reverse("leerlingen:docentkaart", args=[groep(nu_kd)])
    nu_kd.geef(TIJD)
    client.get(pad)
    _, klein = statements(client, pad)
    lesgroep = nu_kd.les.lesgroep
    assert lesgroep is not None
    for nummer in range(27):
        leerling = maak_leerling(nu_kd.school, nu_kd.klas, f"Leerling{nummer}", "Een")
        lesgroep.leden.create(school=nu_kd.school, leerling=leerling, van=timezone.localdate())
        decor = Kaartdecor(**(vars(nu_kd) | {"leerling": leerling}))
        for naam in (TIJD, LAPTOP, SPELLING):
            decor.geef(naam)
    antwoord, groot = statements(client, pad)
    assert antwoord.content.decode().count("z-dk-rij") == 28
    assert (groot.total(), max(groot.values())) == (klein.total(), 1)
    assert groot.total() <= 8
    assert len(antwoord.content) < 20_000


def test_afdruk_is_een_blad_zonder_naam_in_de_voet(nu_kd: Kaartdecor, inloggen: Any) -> None:
    nu_kd.geef(TIJD)
    client: Client = inloggen(nu_kd.docent.user)
    html = client.get(reverse("leerlingen:docentkaart_druk", args=[groep(nu_kd)])).content.decode()
    voet = html.split('class="z-dk-voet">')[1].split("</p>")[0]
    assert "Vernietig na de les" in voet and nu_kd.leerling.achternaam not in voet
    assert nu_kd.leerling.achternaam not in html.split("<title>")[1].split("</title>")[0]
    blik = Inzage.objects.get(onderwerp="docentkaart")
    assert (blik.handeling, blik.leerling_id) == ("afgedrukt", nu_kd.leerling.pk)


def test_bevestigen_kan_alleen_met_alles_in_beeld(nu_kd: Kaartdecor, inloggen: Any) -> None:
    """What is not on the screen cannot be confirmed from it: a fourth thing leads to the card itself."""
    client: Client = inloggen(nu_kd.docent.user)
    pad = reverse("leerlingen:docentkaart", args=[groep(nu_kd)])
    bevestig = reverse("leerlingen:kaart_gezien", args=[nu_kd.leerling.pk])
    for naam in (TIJD, LAPTOP, SPELLING):
        nu_kd.geef(naam)
    assert f'formaction="{bevestig}"' in client.get(pad).content.decode()
    nu_kd.geef("Koptelefoon")
    html = client.get(pad).content.decode()
    assert bevestig not in html and "Lees de kaart" in html
