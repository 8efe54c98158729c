"""The template vocabulary: icons, domains, lines, raster, logo and filters."""

from datetime import date, datetime
from itertools import product
from xml.etree import ElementTree

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template import Context, Template
from django.template.base import TextNode

from zorgapp.kern import beelden, icons, statisch_icons
from zorgapp.kern.lijnen import Domein, Lijn, lijnwoord, rasterzin


def toon(bron: str, **context: object) -> str:
    return Template(bron).render(Context(context))


def test_volgorde_van_de_assen_ligt_vast() -> None:
    assert [d.kort for d in Domein] == ["Leerproces", "Persoonlijk", "Loopbaan"]
    assert [d.vorm for d in Domein] == ["vierkant", "rondje", "driehoek"]
    assert [(lijn.label, lijn.kort, lijn.css) for lijn in Lijn] == [
        ("eerste lijn", "1e lijn", "is-1"),
        ("tweede lijn", "2e lijn", "is-2"),
        ("derde lijn", "3e lijn", "is-3"),
    ]


def test_geen_inzet_is_een_woord_en_geen_lijn() -> None:
    assert lijnwoord(0) == lijnwoord(None) == "geen inzet"
    with pytest.raises(ValueError, match="4"):
        lijnwoord(4)


def test_rasterzin_zegt_wat_het_raster_toont() -> None:
    assert (
        rasterzin(3, 2, 0)
        == "leerprocesgericht: derde lijn; persoonlijk: tweede lijn; schoolloopbaan: geen inzet"
    )


@pytest.mark.parametrize("lijnen", list(product(range(4), repeat=3)))
def test_elk_raster_heeft_negen_plekken_en_een_zin(lijnen: tuple[int, int, int]) -> None:
    svg = beelden.raster(*lijnen, maat=44)
    boom = ElementTree.fromstring(svg)
    stippen = boom.find("path[@class='v-stip']")
    vormen = [deel for deel in boom if deel.get("class") in {"v-leer", "v-pers", "v-loop"}]
    assert stippen is not None
    assert stippen.get("d", "").count("M") + len(vormen) == 9
    assert len(vormen) == sum(lijn > 0 for lijn in lijnen)
    assert boom.get("role") == "img"
    assert boom.findtext("title") == rasterzin(*lijnen)


def test_papier_draagt_zijn_eigen_kleuren() -> None:
    for svg in (beelden.raster(1, 2, 3, papier=True), beelden.logo(papier=True)):
        assert "#2A5BA6" in svg
        assert "currentColor" not in svg
        assert "var(" not in svg
    assert "#2A5BA6" not in beelden.raster(1, 2, 3)


def test_tags_tonen_vorm_en_woord() -> None:
    assert "Leerprocesgericht" in toon("{% dom d %}", d=Domein.LEER)
    assert "Loopbaan" in toon('{% dom "loop" "kort" %}')
    assert 'class="visually-hidden">Persoonlijk' in toon('{% dom d "vorm" %}', d="pers")
    assert "visually-hidden" in toon("{% dom_blok d %}", d="pers")
    assert toon("{% vorm d %}", d="pers").startswith('<svg class="z-vorm is-pers"')
    assert "tweede lijn" in toon("{% lijn n %}", n=2)
    assert "geen inzet" in toon("{% lijn n %}", n=None)
    assert 'width="72"' in toon("{% raster a b c 72 %}", a=1, b=None, c=3)
    assert 'width="40"' in toon("{% logo 40 %}")


def test_lege_waarde_toont_niets_en_een_vreemde_valt_op() -> None:
    assert toon("{% dom d %}{% dom_blok d %}{% vorm d %}", d="") == ""
    with pytest.raises(KeyError):
        toon("{% dom d %}", d="anders")


def test_letterlijke_argumenten_kosten_niets_bij_het_tonen() -> None:
    bron = '{% icoon "bell" 20 %}{% dom "leer" %}{% lijn 2 %}{% raster 1 2 3 44 %}{% logo %}'
    assert all(type(knoop) is TextNode for knoop in Template(bron).nodelist)


def test_icoon_is_een_svg_zonder_eigen_opmaak() -> None:
    svg = icons.icoon("bell", 20)
    assert svg.startswith('<svg class="ti" width="20" viewBox="0 0 24 24" aria-hidden="true"><path d="M')
    assert svg.count("<path") == 1
    assert "style" not in svg
    assert 'stroke="#A3301C"' in icons.icoon("bell", 20, "#A3301C")


def test_een_icoon_van_het_menu_komt_uit_een_bestand_dat_het_heeft() -> None:
    blad = staticfiles_storage.open(staticfiles_storage.stored_name(statisch_icons.BESTAND)).read().decode()
    for naam in statisch_icons.MENU:
        assert f'<symbol id="{naam}"' in blad
        assert f".svg#{naam}" in statisch_icons.menu_icoon(naam)
    assert statisch_icons.menu_icoon("bell") == icons.icoon("bell", 20)


@pytest.mark.parametrize("naam", ["bestaat-niet", "../outline/bell", "Bell", ""])
def test_onbekend_icoon_valt_op(naam: str) -> None:
    with pytest.raises(icons.OnbekendIcoon):
        icons.icoon(naam)


def test_filters_verdragen_een_lege_waarde() -> None:
    vandaag = date(2026, 11, 24)
    assert toon("{{ d|dagdatum }}{{ d|geleden:v }}{{ d|tijd }}{{ d|klok }}", d=None, v=vandaag) == ""
    assert toon("{{ d|dagdatum_kort:v }}", d=date(2026, 11, 25), v=vandaag) == "wo 25 nov"
    assert toon("{{ d|geleden:v }}", d=datetime(2026, 11, 24, 8, 12), v=vandaag) == "vandaag 08.12"
    assert toon("{{ n|dagen }}", n=1) == "1 dag"


def test_alleen_een_herstelbaar_bericht_heeft_een_weg_terug() -> None:
    met = Message(constants.SUCCESS, "Terug naar Fatima", extra_tags="herstel:/signalen/1/herstel/")
    zonder = Message(constants.SUCCESS, "Bewaard")
    assert toon("{{ b|herstel_url }}", b=met) == "/signalen/1/herstel/"
    assert toon("{{ b|herstel_url }}", b=zonder) == ""
