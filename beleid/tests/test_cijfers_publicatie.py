"""A page of the figures as one publication: nothing in it tells more than may be seen, whatever it is made of."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.cijfers import bladen, overzicht
from beleid.cijfers.beeld import balken, hittetabel, signalengrafiek
from beleid.cijfers.blad import als_csv, veilig
from beleid.cijfers.maken import FIGUREN, MAKERS
from beleid.cijfers.publicatie import Opzet, Publicatie, Tabel, publiceer
from beleid.cijfers.snede import Snede, niveau_van, uit_nummer
from beleid.cijfers.teksten import AFLOPEN, BESLUITEN, DELEN, DOMEINEN, LIJNEN, ORDE, STANDEN
from beleid.cijfers.telling import mediaan
from beleid.tests.cijferhulp import bron, gedrukt, veel_leerlingen
from zorgapp.kern.publicatie import Merk
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.tests.bewijs import mogelijke_waarden

klein = st.one_of(st.integers(0, 6), st.integers(0, 40))


def cellen(perioden: list[int], rijen: list[str], kolommen: list[str]) -> st.SearchStrategy[list[list[Any]]]:
    """Random counts of one figure, of two levels."""
    plekken = [(n, p, r, k) for n in ("havo", "vwo") for p in perioden for r in rijen for k in kolommen]
    keuze = st.lists(klein, min_size=len(plekken), max_size=len(plekken))
    return keuze.map(
        lambda getallen: [[1, n, p, r, k, g] for (n, p, r, k), g in zip(plekken, getallen, strict=True)]
    )


def namen(paren: list[tuple[str, str]]) -> list[str]:
    return [sleutel for sleutel, _ in paren]


def tellingen(deel: str) -> st.SearchStrategy[dict[str, list[list[Any]]]]:
    """Everything a page is made of."""
    tijd = ["op_tijd", "te_laat"]
    keuzes = {
        "leerlingen": st.just(veel_leerlingen()),
        "plekken": st.just([[0, "", 1, "2|pers", "capaciteit", 6], [0, "", 1, "2|pers", "bezet", 6]]),
        "signalen": cellen([0, 1, 2, 3], namen(DOMEINEN), ["tot"]),
        "besluiten": cellen([2], namen(BESLUITEN), [""]),
        "antwoord": cellen([0, 1, 2, 3], ["1", "4"], [""]),
        "afspraken": cellen([2], tijd, [""]),
        "opp_termijn": cellen([2], tijd, [""]),
        "lijn": cellen([1], namen(LIJNEN), ["1", "2", "3"]),
        "instroom": cellen([1], namen(LIJNEN), namen(DOMEINEN)),
        "uitstroom": cellen([1], namen(LIJNEN), namen(AFLOPEN)),
        "eerste_lijn": cellen([1], ["eerste", "hoger"], [""]),
        "caseload": cellen([1], ["3", "8", "15", "40"], [""]),
        "opp_orde": cellen([1], namen(ORDE), [""]),
        "doelen": cellen([1], ["Training", "Gesprekken", ""], ["-2", "-1", "0", "1", "2"]),
        "wachtlijst": cellen([1], ["Training", "Gesprekken"], [""]),
        "docenten": st.tuples(klein, klein).map(
            lambda n: [[0, "", 0, "mee", "", n[0]], [0, "", 0, "niet", "", n[1]]]
        ),
        "kaarten": cellen([1], ["bevestigd", "niet"], [""]),
    }
    return st.fixed_dictionaries({figuur: keuzes[figuur] for figuur in FIGUREN[deel]})


def maak(
    deel: str, telling: dict[str, list[list[Any]]], monkeypatch: pytest.MonkeyPatch
) -> tuple[Publicatie, list[Opzet]]:
    """A page, and the counts its tables were made from."""
    gezien: list[Opzet] = []

    def afgeluisterd(opzetten: list[Opzet]) -> dict[str, Tabel]:
        gezien.extend(opzetten)
        return publiceer(opzetten)

    with monkeypatch.context() as m:
        m.setattr(bladen, "publiceer", afgeluisterd)
        m.setattr(overzicht, "publiceer", afgeluisterd)
        return MAKERS[deel](bron(telling, vorig={"signalen": telling.get("signalen", [])})), gezien


@pytest.mark.regel(46)
@pytest.mark.parametrize("deel", DELEN)
def test_van_een_hele_pagina_kan_niemand_iets_uitrekenen(deel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All its tables together, shared totals and marks included: each hidden number keeps three values."""

    @settings(max_examples=20, deadline=None)
    @given(telling=tellingen(deel))
    def proef(telling: dict[str, list[list[Any]]]) -> None:
        pub, opzetten = maak(deel, telling, monkeypatch)
        blad = gedrukt(opzetten, dict(pub.tabellen))
        assert blad.echt or deel == "aanbod"  # nobody waits and no goal ended: no table at all
        for naam, (laag, hoog) in blad.grenzen.items():
            if laag == hoog:
                assert laag >= 5, naam
            elif hoog is not None or laag >= 5:  # printed, as < 5 or 5+
                assert mogelijke_waarden(blad, naam) >= 3, naam
        _alles_uit_wat_er_staat(pub)

    proef()


def _alles_uit_wat_er_staat(pub: Publicatie) -> None:
    """Tiles, notes, bars, the sentence and the chart say nothing that the tables do not show."""
    for sleutel in pub.noten.keys() & pub.tabellen.keys():
        tabel = pub.tabellen[sleutel]
        assert not pub.noten[sleutel] or (tabel.totaal is not None and tabel.totaal.merk is Merk.TOON)
    for tabel in pub.alle_tabellen:
        if len(tabel.kolommen) == 1:
            for balk, rij in zip(balken(tabel), tabel.rijen, strict=True):
                assert (balk.lengte is None) == (rij.cellen[0].waarde is None)
                assert not balk.procent or (tabel.totaal and tabel.totaal.waarde)
    if pub.tegels:
        signalen = pub.tabellen.get("signalen")
        assert pub.tegels[0].getal == (signalen.totaal.tekst if signalen and signalen.totaal else "–")
        for tegel, sleutel in zip(pub.tegels[2:], ("afspraken", "opp_termijn"), strict=True):
            rijen = pub.tabellen[sleutel].rijen
            if any(rij.cellen[0].merk is not Merk.TOON for rij in rijen):
                assert "%" not in tegel.getal and " van " not in tegel.getal


@pytest.mark.regel(46)
@settings(max_examples=20, deadline=None)
@given(lijn=cellen([1], namen(LIJNEN), ["1", "2", "3"]))
def test_een_tabel_op_twee_paginas_verbergt_hetzelfde(lijn: list[list[Any]]) -> None:
    """Pupils per line and year stand on two pages, on one beside their levels: both hide the same numbers."""
    telling = {"leerlingen": [*veel_leerlingen(), [1, "vwo", 1, "1", "", 90]], "lijn": lijn}
    een, twee = (MAKERS[deel](bron(telling)).tabellen.get("lijn") for deel in ("overzicht", "ondersteuning"))
    assert een == twee and een is not None


def test_een_snede_van_veertien_leerlingen_toont_niets() -> None:
    """Fifteen is enough, fourteen is not: no table, no tile, no sentence."""
    for aantal, leeg in ((14, True), (15, False)):
        telling = {
            "leerlingen": [[1, "havo", 1, "3", "", aantal]],
            "signalen": [[1, "havo", 2, "leer", "tot", 40]],
        }
        for deel in DELEN:
            pub = MAKERS[deel](bron(telling))
            assert pub.te_klein is leeg
            assert not (leeg and (pub.tabellen or pub.tegels or pub.zin or any(pub.noten.values()))), deel


def test_een_locatie_en_een_niveau_tegelijk() -> None:
    """A cut holds only its own cells; a pupil without a location counts in the whole school alone."""
    telling = {
        "leerlingen": [[1, "havo", 1, "3", "", 40], [2, "havo", 1, "3", "", 40], [1, "vwo", 1, "3", "", 40]],
        "signalen": [
            [1, "havo", 2, "leer", "tot", 10],
            [2, "havo", 2, "leer", "tot", 20],
            [1, "vwo", 2, "leer", "tot", 30],
            [0, "", 2, "leer", "tot", 40],
        ],
    }
    jaar = Schooljaar(2026)
    sneden = (
        Snede(jaar),
        Snede(jaar, 0, 1),
        Snede(jaar, 0, 0, "havo"),
        Snede(jaar, 0, 1, "havo"),
        Snede(jaar, 2),
    )
    getallen = [MAKERS["overzicht"](bron(telling, snede)).tegels[0].getal for snede in sneden[:4]]
    assert getallen == ["100", "40", "30", "10"]
    drie = {**telling, "leerlingen": [*telling["leerlingen"], [3, "havo", 1, "3", "", 3]]}
    assert MAKERS["overzicht"](bron(drie, Snede(jaar, 0, 3))).te_klein, "a location with three pupils"


def test_de_zin_zegt_hoe_het_ging() -> None:
    """This year beside the same part of last year: what came after this day last year does not count."""
    nu = {
        "leerlingen": veel_leerlingen(),
        "signalen": [[1, "havo", 2, "leer", "tot", 60]],
        "antwoord": [[1, "havo", 2, "2", "", 40]],
    }
    toen = {
        "signalen": [[1, "havo", 2, "leer", "tot", 36], [1, "havo", 3, "leer", "later", 99]],
        "antwoord": [[1, "havo", 2, "4", "", 40]],
    }
    pub = MAKERS["overzicht"](bron(nu, vorig=toen))
    assert pub.zin == "Meer signalen dan vorig jaar, en sneller een antwoord."
    assert pub.tegels[0].sub == "24 meer dan vorig jaar in deze periode"
    assert [t.getal for t in pub.tegels[:2]] == ["60", "2,0"] and pub.tegels[1].goed is True
    weinig = MAKERS["overzicht"](bron(nu, vorig={"signalen": [[1, "havo", 2, "leer", "tot", 4]]}))
    assert "vorig jaar" not in weinig.zin + weinig.tegels[0].sub


def test_de_grafiek_tekent_niet_wat_verborgen_is() -> None:
    """A month of 30 with 3 of one domain: the chart shows what is left as one empty part, the table the same."""
    maand = [[1, "havo", 2, d, "tot", n] for d, n in (("leer", 20), ("pers", 7), ("loop", 3))]
    meer = [[1, "havo", m, d, "tot", 50 + m] for m in (0, 1, 3) for d in ("leer", "pers", "loop")]
    pub = MAKERS["overzicht"](bron({"leerlingen": veel_leerlingen(), "signalen": maand + meer}))
    okt = pub.tabellen["signalen"].rij("2")
    assert okt is not None and [g.tekst for g in okt.cellen] == ["20", "5+", "< 5"] and okt.totaal
    grafiek = str(signalengrafiek(pub))
    assert (
        grafiek.count("v-rest") >= 1 and ">30<" in grafiek and ">7<" not in grafiek and ">3<" not in grafiek
    )
    assert "20;5+;< 5;30" in als_csv(pub, "School")


def test_tinten_gaan_over_wat_te_zien_is() -> None:
    lijn = [[1, "havo", 1, lijn, str(j), 5 * j * int(lijn)] for j in range(1, 7) for lijn in ("1", "2", "3")]
    rijen = hittetabel(
        MAKERS["overzicht"](bron({"leerlingen": veel_leerlingen(), "lijn": lijn})).tabellen["lijn"]
    )
    assert [c.tint for c in rijen[2][1]] == [1, 2, 3, 4, 5, 5] and [c.tint for c in rijen[0][1]][:2] == [1, 1]
    assert hittetabel(None) == [] and balken(None) == ()


@pytest.mark.parametrize(
    ("histogram", "waarde"),
    [
        ({}, None),
        ({"2": 9}, "2.0"),
        ({"1": 5, "2": 5}, "1.5"),
        ({"1": 1, "2": 3, "9": 1}, "2.0"),
        ({"0": 8}, "0.0"),
    ],
)
def test_de_mediaan_van_een_histogram(histogram: dict[str, int], waarde: str | None) -> None:
    assert mediaan(histogram) == (None if waarde is None else Decimal(waarde))


@pytest.mark.parametrize(
    ("woord", "niveau"),
    [("havo", "havo"), ("VWO", "vwo"), ("vmbo-tl", "mavo"), ("havo/vwo", "havo"), ("vmbo-b", "bk"), ("brugklas", "brug"), ("", ""), ("iets", "anders")],
)  # fmt: skip
def test_het_niveau_van_een_klas(woord: str, niveau: str) -> None:
    assert niveau_van(woord) == niveau


@given(
    jaar=st.integers(2000, 2100),
    term=st.integers(0, 3),
    locatie=st.integers(0, 10**10),
    niveau=st.sampled_from(["", "havo", "anders"]),
)
def test_een_snede_is_een_getal(jaar: int, term: int, locatie: int, niveau: str) -> None:
    assert uit_nummer(Snede(Schooljaar(jaar), term, locatie, niveau).nummer) == (jaar, term, locatie, niveau)


def test_een_rekenblad_rekent_niets_uit() -> None:
    """The name of an offering that begins as a formula stays text."""
    assert [veilig(t) for t in ("=1+1", "@SOM", "+A2", "-2+3", "Training")] == [
        "'=1+1",
        "'@SOM",
        "'+A2",
        "'-2+3",
        "Training",
    ]
    assert [kop for _, kop in STANDEN] == ["−2", "−1", "0", "+1", "+2"]
