"""A substitute: one card, until the minute it ends, nothing besides, and visible to who gave it."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import toegangsgrond
from leerlingen.access_groep import eigen_vervangingen, get_groep, get_vervanging, vervangingen_van
from leerlingen.docentkaart import lees_docentkaart
from leerlingen.models import Vervanging
from leerlingen.services.vervanging import vervanging_geven, vervanging_stoppen
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import Aanstelling, Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MINUUT, UUR, WEEK = timedelta(minutes=1), timedelta(hours=1), timedelta(days=7)
TIJD = "25% extra tijd bij toetsen"


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school)


@pytest.fixture
def inval(kd: Kaartdecor) -> Werkplek:
    """A teacher who has none of these pupils."""
    return maak_werkplek(kd.school, Rol.DOCENT, DAG, "Pieter")


def geef(kd: Kaartdecor, inval: Werkplek, **anders: Any) -> Vervanging:
    door = anders.pop("door", kd.docent)
    sleutel = anders.pop("sleutel", f"g{kd.les.lesgroep_id}")
    gegevens: dict[str, Any] = {
        "user": inval.user,
        "van": NU,
        "tot": NU + UUR,
        "reden": "les van Sanne, zij is ziek",
        "vak": "Duits",
        "op": NU,
    }
    return vervanging_geven(door=door, deur=get_groep(door, sleutel, NU), **(gegevens | anders))


@pytest.mark.regel(40)
def test_toegang_tot_het_einde_van_de_les(kd: Kaartdecor, inval: Werkplek) -> None:
    """A minute before the end it opens, at the end and a minute after it does not; not before it begins either."""
    sleutel = f"g{kd.les.lesgroep_id}"
    rij = geef(kd, inval, van=NU + MINUUT)
    for op, mag in (
        (NU, False),
        (rij.van, True),
        (rij.tot - MINUUT, True),
        (rij.tot, False),
        (rij.tot + MINUUT, False),
    ):
        try:
            deur = get_groep(inval, sleutel, op)
        except Http404:
            assert not mag, op
        else:
            assert mag, op
            assert (deur.waarom, deur.tot) == ("vervanging", rij.tot)


def test_de_klok_telt_ook_als_hij_verzet_wordt(kd: Kaartdecor, inval: Werkplek) -> None:
    """The end is a moment: in the night that winter time begins, 02.30 comes twice and the first one counts."""
    van = datetime(2026, 10, 24, 20, 0, tzinfo=AMSTERDAM)
    tot = datetime(2026, 10, 25, 2, 30, tzinfo=AMSTERDAM)
    rij = geef(kd, inval, van=van, tot=tot, op=van)
    sleutel = f"g{kd.les.lesgroep_id}"
    get_groep(inval, sleutel, tot.astimezone(ZoneInfo("UTC")) - MINUUT)
    with pytest.raises(Http404):
        get_groep(inval, sleutel, rij.tot.astimezone(ZoneInfo("UTC")))


@pytest.mark.regel(40)
def test_alleen_deze_kaart_en_geen_leerling(kd: Kaartdecor, inval: Werkplek) -> None:
    kd.geef(TIJD)
    geef(kd, inval)
    assert toegangsgrond(inval, kd.leerling) is None
    with pytest.raises(Http404):
        get_groep(inval, f"k{kd.klas.pk}", NU)
    gelezen = lees_docentkaart(inval, get_groep(inval, f"g{kd.les.lesgroep_id}", NU))
    assert [r.leerling.pk for r in gelezen.regels] == [kd.leerling.pk]
    assert gelezen.te_lezen == []
    assert Inzage.objects.get(onderwerp="docentkaart", user_id=inval.user.pk).grond == "vervanging"


def test_alleen_zijn_vak(kd: Kaartdecor, inval: Werkplek) -> None:
    kd.geef(TIJD, vakken=["wiskunde"])
    geef(kd, inval)
    assert lees_docentkaart(inval, get_groep(inval, f"g{kd.les.lesgroep_id}", NU)).regels == []


def test_meteen_te_stoppen(kd: Kaartdecor, inval: Werkplek) -> None:
    rij = geef(kd, inval)
    vervanging_stoppen(door=kd.docent, pk=rij.pk, op=NU + MINUUT)
    with pytest.raises(Http404):
        get_groep(inval, f"g{kd.les.lesgroep_id}", NU + 2 * MINUUT)
    assert Vervanging.objects.get().gestopt_op == NU + MINUUT


def test_wie_het_gaf_ziet_het_en_een_ander_niet(kd: Kaartdecor, inval: Werkplek) -> None:
    rij = geef(kd, inval)
    deur = get_groep(kd.docent, f"g{kd.les.lesgroep_id}", NU)
    assert vervangingen_van(deur, kd.docent, NU) == [rij]
    assert vervangingen_van(get_groep(kd.coordinator, deur.sleutel, NU), kd.coordinator, NU) == [rij]
    assert vervangingen_van(deur, kd.docent, rij.tot) == []
    assert eigen_vervangingen(inval, NU) == [rij]
    for wie in (kd.mentor, inval, kd.begeleider):
        with pytest.raises(Http404):
            get_vervanging(wie, rij.pk)


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"tot": NU}, "voorbij"),
        ({"tot": NU - MINUUT, "van": NU - UUR}, "voorbij"),
        ({"tot": NU + WEEK + MINUUT}, "schoolweek"),
        ({"van": NU + 5 * WEEK, "tot": NU + 5 * WEEK + UUR}, "vier weken"),
        ({"van": NU + UUR, "tot": NU + MINUUT}, "Het einde ligt voor het begin"),
        ({"reden": ""}, "leeg|blank|Schrijf waarom"),
    ],
)
def test_geweigerd(kd: Kaartdecor, inval: Werkplek, anders: dict[str, Any], melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        geef(kd, inval, **anders)
    assert not Vervanging.objects.exists()


def test_een_week_mag_net(kd: Kaartdecor, inval: Werkplek) -> None:
    assert geef(kd, inval, tot=NU + WEEK)


def test_niet_aan_jezelf_niet_dubbel_niet_aan_wie_hier_geen_leerlingen_ziet(
    kd: Kaartdecor, inval: Werkplek
) -> None:
    leiding = maak_werkplek(kd.school, Rol.SCHOOLLEIDING)
    for user, melding in ((kd.docent.user, "Dat ben jij zelf"), (leiding.user, "niet met leerlingen")):
        with pytest.raises(ValidationError, match=melding):
            geef(kd, inval, user=user)
    geef(kd, inval)
    with pytest.raises(ValidationError, match="heeft in die tijd al toegang"):
        geef(kd, inval, van=NU + MINUUT)
    geef(kd, inval, van=NU + UUR, tot=NU + 2 * UUR)


def test_een_vervanger_geeft_niets_door(kd: Kaartdecor, inval: Werkplek) -> None:
    geef(kd, inval)
    derde = maak_werkplek(kd.school, Rol.DOCENT, DAG, "Koen")
    with pytest.raises(PermissionDenied):
        geef(kd, derde, door=inval)


def test_de_tabel_kent_hoogstens_een_week(kd: Kaartdecor, inval: Werkplek) -> None:
    rij = geef(kd, inval)
    for anders in ({"tot": rij.van + WEEK + MINUUT}, {"tot": rij.van}, {"reden": ""}, {"klas": kd.klas}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vervanging.objects.filter(pk=rij.pk).update(**anders)


def test_wie_hier_weggaat_leest_niets_meer(kd: Kaartdecor, inval: Werkplek) -> None:
    """Without a role there is no Werkplek, and so no card; the mail lapses as well."""
    geef(kd, inval)
    rij = Herinnering.objects.get(soort="vervanging_nieuw")
    assert rij.direct and rij.ontvanger_id == inval.user.pk
    Aanstelling.objects.filter(user=inval.user).update(tot=DAG - timedelta(days=1))
    from leerlingen.klokken import SOORTEN

    soort = next(s for s in SOORTEN if s.sleutel == "vervanging_nieuw")
    assert soort.nog_geldig(rij, NU) is False


def test_via_de_pagina(school: School, inloggen: Any) -> None:
    """The whole way on the phone: give, the substitute reads, stop, and it is gone."""
    kd = maak_kaartdecor(school, timezone.localdate())
    kd.geef(TIJD, op=timezone.now())
    inval = maak_werkplek(kd.school, Rol.DOCENT, timezone.localdate(), "Pieter")
    sleutel = f"g{kd.les.lesgroep_id}"
    mijn, ander = Client(), Client()
    mijn.force_login(kd.docent.user)
    ander.force_login(inval.user)
    kaart = reverse("leerlingen:docentkaart", args=[sleutel])
    assert ander.get(kaart).status_code == 404
    morgen = timezone.localdate() + timedelta(days=1)
    data = {
        "user": inval.user.pk,
        "dag": timezone.localdate().isoformat(),
        "van": "00:00",
        "tot": "00:01",
        "tot_dag": morgen.isoformat(),
        "reden": "ziek",
    }
    url = reverse("leerlingen:vervanging", args=[sleutel])
    assert mijn.post(url, data | {"reden": ""}).status_code == 422
    assert mijn.post(url, data | {"tot": "25:00"}).status_code == 422
    assert mijn.post(url, data | {"user": "9" * 30}).status_code == 422
    assert not Vervanging.objects.exists()
    assert mijn.post(url, data).status_code == 302
    html = ander.get(kaart).content.decode()
    assert "Geef 25% extra tijd." in html
    assert f"/leerlingen/{kd.leerling.pk}/" not in html
    assert ander.get(reverse("leerlingen:kaart", args=[kd.leerling.pk])).status_code == 404
    assert ander.get(reverse("web:leerling", args=[kd.leerling.pk])).status_code == 404
    assert "Lessen die je overneemt" in ander.get(reverse("leerlingen:docentkaarten")).content.decode()
    rij = Vervanging.objects.get()
    assert "Pieter" in mijn.get(url).content.decode()
    assert ander.post(reverse("leerlingen:vervanging_stop", args=[rij.pk])).status_code == 404
    assert mijn.post(reverse("leerlingen:vervanging_stop", args=[rij.pk])).status_code == 302
    assert ander.get(kaart).status_code == 404


@pytest.mark.parametrize("soort", ["klas", "lesgroep"])
def test_de_lijst_noemt_de_groep_die_je_overneemt(
    kd: Kaartdecor, inval: Werkplek, soort: str, inloggen: Any
) -> None:
    """A class has no teaching group and a group no class: the list opens for both, and Vandaag leads to the same card."""
    les, klas = kd.les.lesgroep, kd.leerling.plaatsingen.get().klas
    sleutel, naam = (f"k{klas.pk}", klas.naam) if soort == "klas" else (f"g{les.pk}", les.naam)
    nu = timezone.now()
    rij = geef(kd, inval, door=kd.coordinator if soort == "klas" else kd.docent, sleutel=sleutel)
    Vervanging.objects.filter(pk=rij.pk).update(van=nu - UUR, tot=nu + UUR)
    pagina = inloggen(inval.user).get(reverse("leerlingen:docentkaarten"))
    assert pagina.status_code == 200 and f">{naam}</b>" in pagina.text
    assert reverse("leerlingen:docentkaart", args=[sleutel]) in pagina.text
