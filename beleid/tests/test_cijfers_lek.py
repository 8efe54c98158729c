"""What stands beside the numbers of a page tells nothing either: that a row is there, last year, small levels, key figures."""

from typing import Any

import pytest

from beleid.cijfers.beeld import balken, signalengrafiek
from beleid.cijfers.bladen import aanbod, opp
from beleid.cijfers.lijntabellen import per_niveau
from beleid.cijfers.overzicht import overzicht
from beleid.cijfers.snede import Snede
from beleid.kerngetallen import kernstanden
from beleid.models import Cijferblok, Cijferstand
from beleid.tests.cijferhulp import bron, veel_leerlingen
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG

JAAR = Schooljaar(2026)
pytestmark = pytest.mark.regel(46)


def test_een_rij_staat_er_alleen_als_er_iemand_wacht() -> None:
    """Five offerings with one pupil each: beside a total of 5, five times "< 5" would be five times one."""
    namen = [f"Training {n}" for n in range(5)]
    van = bron({"leerlingen": veel_leerlingen(), "wachtlijst": [[1, "havo", 1, n, "", 1] for n in namen]})
    tabel = aanbod(van).tabellen["wachtlijst"]
    assert {rij.cellen[0].tekst for rij in tabel.rijen} == {"< 5"}
    assert tabel.totaal is not None and tabel.totaal.tekst == "5+"


@pytest.mark.parametrize(("toen", "gezegd"), [(14, False), (15, True)])
def test_van_een_te_kleine_keuze_van_vorig_jaar_staat_er_niets(toen: int, gezegd: bool) -> None:
    """This year there are pupils enough; what is said beside last year, its months too, needs enough of them then."""
    signalen = [[1, "havo", m, "leer", "tot" if m < 4 else "later", 30] for m in range(12)]
    tijd = [[1, "havo", 2, soort, "", 20] for soort in ("op_tijd", "te_laat")]
    besluiten = [[1, "havo", 2, soort, "", 20] for soort in ("terug", "afsluiten")]
    nu = {"signalen": signalen, "afspraken": tijd, "besluiten": besluiten}
    vorig = {**nu, "leerlingen": [[1, "havo", 3, "3", "", toen]]}
    pub = overzicht(bron({**nu, "leerlingen": veel_leerlingen()}, vorig=vorig))
    woorden = " ".join([pub.zin, *pub.noten.values(), *(tegel.sub for tegel in pub.tegels)])
    assert ("vorig jaar" in woorden.lower()) is gezegd and ("signalen_eerder" in pub.tabellen) is gezegd


def niveaus(**leerlingen: int) -> list[str]:
    rijen = [[1, niveau, 1, "3", "", aantal] for niveau, aantal in leerlingen.items()]
    lijn = [[1, niveau, 1, "2", "3", 6] for niveau in leerlingen]
    return [kop for _, kop in per_niveau(bron({"leerlingen": rijen, "lijn": lijn})).kolommen]


def test_een_niveau_met_te_weinig_leerlingen_heeft_geen_kolom() -> None:
    """As a cut it shows nothing, so it is no column either; alone it takes the next smallest level along."""
    assert niveaus(havo=15, vwo=40) == ["Havo", "Vwo"]
    assert niveaus(havo=14, mavo=16, vwo=40) == ["Vwo", "Overig"]
    assert niveaus(pro=8, mavo=8, vwo=40) == ["Vwo", "Overig"]
    assert niveaus(pro=8, vwo=40) == ["Overig"]


def test_de_kolommen_per_niveau_zijn_samen_de_lijn() -> None:
    """Whatever stands together, nobody is lost: a pupil without a class counts as well."""
    leerlingen = [[1, "havo", 1, "3", "", 30], [1, "pro", 1, "3", "", 4]]
    lijn = [[1, "havo", 1, "1", "3", 9], [1, "pro", 1, "2", "3", 3], [0, "", 1, "2", "0", 2]]
    opzet = per_niveau(bron({"leerlingen": leerlingen, "lijn": lijn}))
    assert [opzet.van_rij(rij) for rij in "123"] == [9, 5, 0]


def tel_met_de_hand(decor: Decor, **blokken: list[list[Any]]) -> None:
    stand = Cijferstand.objects.create(school=decor.school, dag=DAG)
    for figuur, cellen in {"leerlingen": veel_leerlingen(), **blokken}.items():
        Cijferblok.objects.create(
            school=decor.school, stand=stand, figuur=figuur, schooljaar=2026, cellen=cellen
        )


def test_een_kerngetal_zegt_niet_wat_zijn_pagina_verbergt(decor: Decor) -> None:
    """Twenty of 26 went back, five to the second line, one higher: the page hides the twenty, so no 77% in the plan."""
    wat = (("terug", 20), ("tweede_lijn", 5), ("derde_lijn", 1))
    tel_met_de_hand(decor, besluiten=[[1, "havo", 2, besluit, "", n] for besluit, n in wat])
    assert kernstanden(decor.coordinator, JAAR)["terug_met_advies"].tekst == "te klein om te tonen"


def test_opps_in_orde_zonder_wat_er_mist() -> None:
    """How many are in order stands on a page of its own too: rows per rule beside it could be worked out from both."""
    orde = [[1, "havo", 1, soort, "", n] for soort, n in (("in_orde", 20), ("alleen_16", 5), ("meer", 1))]
    tabel = opp(bron({"leerlingen": veel_leerlingen(), "opp_orde": orde})).tabellen["opp_orde"]
    assert [(rij.kop, rij.cellen[0].tekst) for rij in tabel.rijen] == [
        ("in orde", "20"),
        ("niet in orde", "6"),
    ]


def test_een_kerngetal_is_dat_van_zijn_pagina(decor: Decor) -> None:
    """Shares of numbers that are shown, a total, and goals that ended on 0 or more."""
    doelen = [[1, "havo", 1, "Training", stand, 10] for stand in ("-2", "-1", "0", "1", "2")]
    tel_met_de_hand(
        decor,
        doelen=doelen,
        wachtlijst=[[1, "havo", 1, naam, "", 8] for naam in ("Training", "Gesprekken")],
        besluiten=[[1, "havo", 2, soort, "", 10] for soort in ("terug", "afsluiten", "tweede_lijn", "zorgoverleg", "derde_lijn")],
    )  # fmt: skip
    gelezen = {s: k.tekst for s, k in kernstanden(decor.coordinator, JAAR).items()}
    assert (gelezen["doelen_gehaald"], gelezen["wachtenden"], gelezen["terug_met_advies"]) == (
        "60%",
        "16",
        "20%",
    )
    assert gelezen["signalen"] == "< 5" and gelezen["kaarten_bevestigd"] == "niet geteld"
    assert kernstanden(decor.coordinator, Schooljaar(2025))["signalen"].tekst == "te weinig leerlingen"


def test_een_grafiek_en_haar_zin_zeggen_hetzelfde() -> None:
    """Half a per cent is rounded one way (5 of 40); the total in the words of the chart is of the months it belongs to."""
    besluiten = [[1, "havo", 2, soort, "", n] for soort, n in (("terug", 5), ("afsluiten", 11))]
    besluiten += [[1, "havo", 2, soort, "", 8] for soort in ("tweede_lijn", "zorgoverleg", "derde_lijn")]
    signalen = [[1, "havo", m, d, "tot", 10] for m in range(12) for d in ("leer", "pers", "loop")]
    cellen = {"leerlingen": veel_leerlingen(), "besluiten": besluiten, "signalen": signalen[:12]}
    pub = overzicht(bron(cellen, vorig={"signalen": signalen}))
    assert balken(pub.tabellen["besluiten"])[0].procent == "13%" == pub.noten["besluiten"].split()[0]
    assert "In dit schooljaar samen 120." in str(signalengrafiek(pub))


def test_een_hele_snede_heeft_de_drempel_van_haar_eigen_term() -> None:
    """Pupils of the term that is looked at decide, not those of another one."""
    rijen = [[1, "havo", 1, "3", "", 14], [1, "havo", 2, "3", "", 40]]
    assert [bron({"leerlingen": rijen}, Snede(JAAR, term)).te_klein for term in (0, 1, 2)] == [
        False,
        True,
        False,
    ]
