"""What an import writes: new, changed, left; DOMAIN rules 53, 54 and 56."""

from datetime import date, timedelta

import pytest

from leerlingen.models import Contactpersoon, ImportRegel, Klas, Leerling, LesgroepLid, Plaatsing
from leerlingen.models.leerling import Gezag
from leerlingen.tests.importhulp import EDEXML, KOP, alles, csv_van, importeer
from zorgapp.accounts.models import Geschiedenis, School
from zorgapp.testing.fabriek import DAG, maak_klas, maak_leerling

CONTACTKOP = (
    KOP
    + ";lesgroepen;contact1_naam;contact1_relatie;contact1_gezag;contact2_naam;contact2_gezag;contact2_huishouden"
)


def plaatsingen(nummer: str) -> list[tuple[str, date, date | None]]:
    rijen = Plaatsing.objects.filter(leerling__leerlingnummer=nummer).order_by("van")
    return list(rijen.values_list("klas__naam", "van", "tot"))


def test_het_werkt(school: School) -> None:
    opdracht = importeer(school, EDEXML)
    assert opdracht.tellingen == {
        "nieuw": 2,
        "gewijzigd": 0,
        "op_naam": 0,
        "ongewijzigd": 0,
        "vertrokken": 0,
        "fouten": 0,
    }
    kees = Leerling.objects.get(leerlingnummer="20231")
    assert kees.naam == "Kees Jan de Vries" and kees.vestiging is not None and kees.vestiging.code == "V1"
    klas = Klas.objects.get(naam="H2A")
    assert (klas.schooljaar, klas.leerjaar, klas.sleutel) == (2026, 2, "g1")
    assert plaatsingen("20231") == [("H2A", date(2026, 8, 1), None)]
    assert LesgroepLid.objects.get().lesgroep.sleutel == "h2.en1"


@pytest.mark.regel(56)
def test_opnieuw_verandert_niets(school: School) -> None:
    importeer(school, EDEXML)
    voor, geschiedenis = alles(school), Geschiedenis.objects.filter(tabel="leerlingen_leerling").count()
    opdracht = importeer(school, EDEXML, dag=DAG + timedelta(days=30))
    assert opdracht.tellingen["ongewijzigd"] == 2 and not opdracht.regels.exists()
    assert alles(school) == voor
    assert Geschiedenis.objects.filter(tabel="leerlingen_leerling").count() == geschiedenis


@pytest.mark.regel(56)
def test_wie_ontbreekt_wordt_voorgesteld_niet_verwijderd(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1", "2;C;;D;;H1"))
    opdracht = importeer(school, csv_van("1;A;;B;;H1"))
    regel = opdracht.regels.get()
    assert (regel.soort, regel.sleutel) == (ImportRegel.Soort.VERTROKKEN, "2")
    assert Leerling.objects.get(leerlingnummer="2").uitgeschreven_op is None
    importeer(school, csv_van("1;A;;B;;H1"), kies=("vertrokken",))
    assert Leerling.objects.get(leerlingnummer="2").uitgeschreven_op == DAG
    assert plaatsingen("2") == [("H1", date(2026, 8, 1), DAG)]


def test_terug_op_school(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1"))
    Leerling.objects.update(uitgeschreven_op=DAG)
    Plaatsing.objects.update(tot=DAG)
    importeer(school, csv_van("1;A;;B;;H2"), dag=DAG + timedelta(days=9))
    assert Leerling.objects.get().uitgeschreven_op is None
    assert plaatsingen("1")[1:] == [("H2", DAG + timedelta(days=9), None)]


def test_andere_klas_houdt_geschiedenis(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1"))
    importeer(school, csv_van("1;A;;B;;H2"))
    gisteren = DAG - timedelta(days=1)
    assert plaatsingen("1") == [("H1", date(2026, 8, 1), gisteren), ("H2", DAG, None)]
    importeer(school, csv_van("1;A;;B;;H3"))  # corrected on the same day
    assert plaatsingen("1") == [("H1", date(2026, 8, 1), gisteren), ("H3", DAG, None)]


def test_nieuw_schooljaar_wisselt_op_een_augustus(school: School) -> None:
    oud = maak_klas(school, "H2b", schooljaar=2025)
    leerling = maak_leerling(school, leerlingnummer="1")
    Plaatsing.objects.create(school=school, leerling=leerling, klas=oud, van=date(2025, 8, 1))
    importeer(school, csv_van("1;Kees Jan;;Bakker;;H3b"))
    assert plaatsingen("1") == [
        ("H2b", date(2025, 8, 1), date(2026, 7, 31)),
        ("H3b", date(2026, 8, 1), None),
    ]


def test_wat_het_bestand_niet_heeft_blijft(school: School) -> None:
    maak_leerling(school, maak_klas(school), leerlingnummer="1", email="a@x.example", eckid="e")
    importeer(school, csv_van("1;Kees;Bakker", kop="leerlingnummer;roepnaam;achternaam"))
    leerling = Leerling.objects.get()
    assert (leerling.roepnaam, leerling.email, leerling.eckid) == ("Kees", "a@x.example", "e")
    assert leerling.geboortedatum == date(2011, 4, 12) and plaatsingen("1")[0][0] == "H3b"


def test_contacten_gezag_en_huishoudens(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1;g1,g2;Elif;moeder;ja;Can;nee;2", kop=CONTACTKOP))
    elif_, can = Contactpersoon.objects.order_by("naam").reverse()
    assert (elif_.gezag, elif_.huishouden, can.gezag, can.huishouden) == ("ja", 1, "nee", 2)
    Contactpersoon.objects.create(school=school, leerling=elif_.leerling, naam="Oma", gezag=Gezag.JA)
    importeer(school, csv_van("1;A;;B;;H1;g2;ELIF;;;;;", kop=CONTACTKOP))
    gezag = dict(Contactpersoon.objects.values_list("naam", "gezag"))
    assert gezag == {"Elif": "ja", "Can": "onbekend", "Oma": "ja"}
    assert list(LesgroepLid.objects.filter(tot__isnull=True).values_list("lesgroep__naam", flat=True)) == [
        "g2"
    ]


@pytest.mark.regel(54)
def test_hekje_alleen_op_naam_en_na_bevestiging(school: School) -> None:
    klas = maak_klas(school)
    maak_leerling(school, klas, leerlingnummer="9")
    rij = "#1;kees  jan;;BAKKER;12-4-2011;H4a"
    opdracht = importeer(school, csv_van(rij, "#2;Niemand;;X;1-1-2011;H4a"))
    assert opdracht.tellingen["fouten"] == 1 and opdracht.regels.get(soort="op_naam").sleutel == "9"
    assert plaatsingen("9")[-1][0] == "H3b"
    importeer(school, csv_van(rij), kies=("op_naam",))
    assert plaatsingen("9")[-1][0] == "H4a"
    assert Leerling.objects.get().leerlingnummer == "9"


def test_hekje_met_twee_dezelfde_namen(school: School) -> None:
    for nummer in ("8", "9"):
        maak_leerling(school, leerlingnummer=nummer)
    opdracht = importeer(school, csv_van("#1;Kees Jan;;Bakker;12-4-2011;H4a"))
    assert "meer dan één keer" in opdracht.regels.get(soort="fout").melding
    assert Leerling.objects.count() == 2


def test_uitgestroomd_in_het_bestand_is_vertrokken(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1"))
    kop = KOP + ";uitstroomdatum"
    opdracht = importeer(school, csv_van("1;A;;B;;H1;1-9-2026", "2;C;;D;;H1;1-9-2026", kop=kop))
    assert opdracht.tellingen["vertrokken"] == 1 and opdracht.tellingen["nieuw"] == 0


def test_fout_in_een_regel_maakt_niemand_vertrokken(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1", "2;C;;D;;H1"))
    opdracht = importeer(school, csv_van("1;A;;B;1-1-1899;H1", "2;C;;D;;H1"))
    assert opdracht.tellingen["vertrokken"] == 0 and opdracht.tellingen["fouten"] == 1


@pytest.mark.regel(54)
def test_hekje_en_nummer_voor_een_leerling(school: School) -> None:
    maak_leerling(school, leerlingnummer="9")
    opdracht = importeer(
        school, csv_van("#1;Kees Jan;;Bakker;12-4-2011;H4a", "9;Kees Jan;;Bakker;12-4-2011;H3b"), ("op_naam",)
    )
    assert opdracht.tellingen["gewijzigd"] == 1 and opdracht.tellingen["fouten"] == 1
    assert plaatsingen("9")[-1][0] == "H3b"
