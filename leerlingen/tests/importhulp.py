"""Files and steps for the import tests; every file here is made up, after DOMAIN 8.2 to 8.5."""

import io
from typing import Any

from openpyxl import Workbook

from leerlingen.importeren.herkennen import lees
from leerlingen.importeren.inhoud import Inhoud
from leerlingen.importeren.uitvoeren import lees_en_vergelijk, leg_voorbeeld_vast, pas_toe, stel_op
from leerlingen.models import Contactpersoon, Import, Klas, Leerling, Lesgroep, LesgroepLid, Plaatsing
from zorgapp.accounts.models import School, Vestiging
from zorgapp.testing.fabriek import DAG

KOP = "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas"
MODELLEN: tuple[Any, ...] = (Vestiging, Klas, Lesgroep, Leerling, Plaatsing, LesgroepLid, Contactpersoon)

EDEXML = """<?xml version="1.0" encoding="UTF-8"?>
<EDEX xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="EDEXML.structuur.xsd">
  <school><schooljaar>2026-2027</schooljaar><brincode>12AB</brincode><dependancecode>00</dependancecode>
    <aanmaakdatum>2026-09-02T08:00:00</aanmaakdatum><auteur>LAS</auteur><xsdversie>2.1</xsdversie></school>
  <vestigingen><vestiging key="V1"><naam>Hoofdlocatie</naam></vestiging></vestigingen>
  <groepen>
    <groep key="g1"><naam>H2A</naam><jaargroep>12</jaargroep></groep>
    <samengestelde_groep key="h2.en1"><naam>Engels H2 groep 1</naam></samengestelde_groep>
  </groepen>
  <leerlingen>
    <leerling key="20231" eckid="https://ketenid.nl/201703/abc">
      <achternaam>Vries</achternaam><voorvoegsel>de</voorvoegsel><voornamen>Kees Jan</voornamen>
      <voorletters-1>KJ</voorletters-1><roepnaam>Kees Jan</roepnaam>
      <geboortedatum>2011-04-12</geboortedatum><geslacht>1</geslacht><jaargroep>12</jaargroep>
      <groep key="g1"/>
      <samengestelde_groepen><samengestelde_groep key="h2.en1"/></samengestelde_groepen>
      <vestiging key="V1"/><gebruikersnaam>20231</gebruikersnaam><emailadres>20231@school.example</emailadres>
      <fotourl>https://foto.example/20231.jpg</fotourl>
      <etniciteit>MERK1</etniciteit><land>MERK2</land><land_vader>MERK3</land_vader><bsn>123456782</bsn>
      <gewicht>MERK4</gewicht><instroomdatum>2023-08-01</instroomdatum>
      <toevoegingen><blok soort="MERK5"><x><y>MERK6</y></x></blok></toevoegingen>
      <mutatiedatum>2026-08-20T10:00:00</mutatiedatum>
    </leerling>
    <leerling key="20232"><roepnaam>Amal</roepnaam><jaargroep>12</jaargroep><groep key="g1"/></leerling>
  </leerlingen>
  <leerkrachten>
    <leerkracht key="JAN"><achternaam>Jansen</achternaam><voorletters-1>M</voorletters-1>
      <gebruikersnaam>jan</gebruikersnaam><emailadres>m.jansen@school.example</emailadres><rol>IB</rol>
      <groepen><groep key="g1"><rolomschrijving>mentor</rolomschrijving></groep>
        <samengestelde_groep key="h2.en1"><rol>VAK</rol></samengestelde_groep></groepen>
    </leerkracht>
  </leerkrachten>
</EDEX>
"""


def csv_van(*regels: str, kop: str = KOP) -> bytes:
    return "\r\n".join([kop, *regels]).encode()


def xlsx_van(*rijen: list[Any]) -> bytes:
    boek = Workbook()
    blad: Any = boek.active
    for rij in rijen:
        blad.append(rij)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def gelezen(inhoud: bytes | str, **opties: Any) -> Inhoud:
    """Read a file without a database."""
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    return lees(io.BytesIO(ruw), DAG, **opties)


def importeer(school: School, inhoud: bytes | str, kies: tuple[str, ...] = (), dag: Any = DAG) -> Import:
    """Read, show and write a file; `kies` are the kinds of lines of which all are ticked."""
    ruw = inhoud.encode() if isinstance(inhoud, str) else inhoud
    opdracht = Import.objects.create(school=school, naam="leerlingen.csv")
    uitkomst = lees_en_vergelijk(io.BytesIO(ruw), school, dag)
    leg_voorbeeld_vast(opdracht, uitkomst, dag, stel_op(opdracht, uitkomst))
    opdracht.regels.filter(soort__in=("vertrokken", "op_naam")).update(gekozen=False)
    opdracht.regels.filter(soort__in=kies).update(gekozen=True)
    assert pas_toe(opdracht, uitkomst, dag)
    return opdracht


def alles(school: School) -> dict[str, list[dict[str, Any]]]:
    """Return every row that an import may touch."""
    return {
        model.__name__: list(model.objects.filter(school=school).order_by("pk").values())
        for model in MODELLEN
    }
