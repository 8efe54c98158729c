"""Reading CSV and XLSX: vendors' columns, encodings, dates and what cannot be read."""

import io
import zipfile
from datetime import date, datetime

import pytest

from leerlingen.importeren.inhoud import LeesFout
from leerlingen.importeren.kolommen import CANONIEK
from leerlingen.tests.importhulp import KOP, csv_van, gelezen, xlsx_van

MAGISTER = (
    "stamnr_str;Achternaam;Email;geb_datum_str;Klas;Leerfase.Leerjaar;Personeelslid.Volledige_naam;Roepnaam;Studie;"
    "Tussenv;Postcode"
)


@pytest.mark.regel(55)
def test_magister_met_bom() -> None:
    inhoud = gelezen(
        csv_van(
            "20231;Vries;k@x.example;12-04-2011;H3b;3;Hendriks, Joris;Kees;havo;de;1234AB",
            kop="\ufeff" + MAGISTER,
        )
    )
    regel = inhoud.regels[0]
    assert (regel.leerlingnummer, regel.naam, regel.klas, regel.niveau) == (
        "20231",
        "Kees de Vries",
        "H3b",
        "havo",
    )
    assert regel.geboortedatum == date(2011, 4, 12) and regel.mentor == "Hendriks, Joris"


@pytest.mark.regel(55)
def test_somtoday_gezag() -> None:
    kop = "leerlingnummer;roepnaam;voorvoegsel;achternaam;stamgroep;verzorger1_naam;verzorger1_relatiesoort;"
    kop += "verzorger1_ouderlijk_gezag;verzorger2_naam;verzorger2_ouderlijk_gezag"
    inhoud = gelezen(csv_van("1;Yara;;Demir;V4a;Elif Demir;Moeder;true;Can Demir;false", kop=kop))
    assert [(c.naam, c.relatie, c.gezag) for c in inhoud.regels[0].contacten] == [
        ("Elif Demir", "moeder", "ja"),
        ("Can Demir", None, "nee"),
    ]


@pytest.mark.regel(55)
def test_somtoday_gezag_zonder_voorvoegsel() -> None:
    kop = "leerlingnummer;roepnaam;achternaam;verzorger;ouderlijk_gezag"
    assert gelezen(csv_van("1;Yara;Demir;Elif Demir;1", kop=kop)).regels[0].contacten[0].gezag == "ja"


def test_eigen_kolommen_en_twee_huishoudens() -> None:
    kop = (
        CANONIEK
        + ";lesgroepen;contact1_naam;contact1_relatie;contact1_gezag;contact1_telefoon;contact1_email;"
    )
    kop += "contact1_huishouden;contact2_naam;contact2_huishouden"
    rij = (
        "1;Yara;;Demir;2010-01-31;V4a;4;vwo;Hoofdlocatie;JOH;y@x.example;https://ketenid.nl/x;v4.en1, v4.du2;"
    )
    inhoud = gelezen(csv_van(rij + "Elif;moeder;ja;06-12345678;e@x.example;1;Can;2", kop=kop))
    regel = inhoud.regels[0]
    assert regel.lesgroepen == ("v4.du2", "v4.en1") and regel.leerjaar == 4
    assert [(c.huishouden, c.gezag) for c in regel.contacten] == [(1, "ja"), (2, None)]


@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_scheidingstekens(scheiding: str) -> None:
    assert gelezen(csv_van("1;A;;B;;H1".replace(";", scheiding), kop=KOP.replace(";", scheiding))).regels


@pytest.mark.parametrize("codering", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_coderingen(codering: str) -> None:
    ruw = f"{KOP}\r\n1;Zoë;;Núñez – de Ruÿter;;H1".encode(codering)
    assert gelezen(ruw).regels[0].naam == "Zoë Núñez – de Ruÿter"


@pytest.mark.parametrize(
    ("datum", "melding"),
    [
        ("31-12-1899", "31-12-1899 kan niet kloppen"),
        ("01-01-2030", "kan niet kloppen"),
        ("30-02-2011", "geen dag die bestaat"),
        ("morgen", "geen datum"),
    ],
)
def test_datum_die_niet_kan(datum: str, melding: str) -> None:
    inhoud = gelezen(csv_van(f"1;A;;B;{datum};H1", "2;C;;D;1-2-2012;H1"))
    assert melding in inhoud.fouten[0].melding and inhoud.fouten[0].nummer == 2
    assert inhoud.regels[0].geboortedatum == date(2012, 2, 1)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "leeg"),
        (b" \r\n\r\n ", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (csv_van(), "geen leerlingen"),
        (csv_van("1;A", kop="leerlingnummer;roepnaam"), "kolom achternaam"),
        (csv_van("1;A", kop="roepnaam;klas"), "leerlingnummer en achternaam"),
        (csv_van("1;2", kop="a;b"), "geen kolomnamen"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "oud Excel"),
        (b"PK\x03\x04 geen zip", "beschadigd"),
        (b"tekst\x00met nul", "geen tekstbestand"),
        (KOP.encode() + b'\r\n"1;A' + b"x" * 200_000, "beschadigd"),
    ],
)
def test_onleesbaar_bestand(inhoud: bytes, melding: str) -> None:
    with pytest.raises(LeesFout, match=melding):
        gelezen(inhoud)


def test_dubbel_nummer_en_vreemde_tekens() -> None:
    inhoud = gelezen(
        csv_van("1;A;;B;;H1", "1;C;;D;;H1", "2;=cmd;;E;;H1", "3;A\x07;;E;;H1", f"4;{'x' * 81};;E;;H1")
    )
    assert [r.roepnaam for r in inhoud.regels] == ["A"]
    assert [f.nummer for f in inhoud.fouten] == [4, 5, 6, 3] or [f.nummer for f in inhoud.fouten] == [
        3,
        4,
        5,
        6,
    ]


def test_verkeerd_adres_is_geen_reden_om_te_weigeren() -> None:
    inhoud = gelezen(csv_van("1;A;B;geen mail", kop="leerlingnummer;roepnaam;achternaam;email"))
    assert inhoud.regels[0].email == "" and "regel 2" in inhoud.let_op[0]


def test_xlsx_met_getallen_en_datums() -> None:
    inhoud = gelezen(xlsx_van(KOP.split(";"), [20231, "Kees", None, "Bakker", datetime(2011, 4, 12), "H3b"]))
    assert inhoud.soort == "xlsx"
    assert (inhoud.regels[0].leerlingnummer, inhoud.regels[0].geboortedatum) == ("20231", date(2011, 4, 12))


def test_xlsx_met_formule() -> None:
    inhoud = gelezen(xlsx_van(KOP.split(";"), [1, '=HYPERLINK("x")', None, "B"], [2, "C", None, "D"]))
    assert [r.leerlingnummer for r in inhoud.regels] == ["2"] and "formule" in inhoud.fouten[0].melding


def test_xlsx_bom_en_andere_zip() -> None:
    groot, ander = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(groot, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("xl/workbook.xml", b"0" * 90_000_000)
    with zipfile.ZipFile(ander, "w") as zip_:
        zip_.writestr("foto.txt", "x")
    with pytest.raises(LeesFout, match="te groot"):
        gelezen(groot.getvalue())
    with pytest.raises(LeesFout, match="geen Excel"):
        gelezen(ander.getvalue())


def test_xlsx_met_entiteiten() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_van(["a"]))) as bron, zipfile.ZipFile(uit, "w") as doel:
        for deel in bron.namelist():
            inhoud = bron.read(deel)
            if deel == "xl/workbook.xml":
                inhoud = b'<!DOCTYPE x [<!ENTITY a "b">]>' + inhoud
            doel.writestr(deel, inhoud)
    with pytest.raises(LeesFout, match="Excel"):
        gelezen(uit.getvalue())
