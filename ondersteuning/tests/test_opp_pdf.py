"""PDFs of an OPP: one A4 first, tagged for a screen reader, letters in the file, nothing asked of a network."""

import io
import re
import socket
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from weasyprint import HTML

from leerlingen.models import Leerling
from ondersteuning.documents import opp, opp_bundel, opp_evaluatie, opp_horen, opp_instemming, opp_leerling
from ondersteuning.tests.opppapier import antwoordt, evalueert, hoor, maak_doel, maak_opp, volledig
from zorgapp.kern.pdf import BASIS, EigenBestanden, Norm, html_naar_pdf, huisstijl
from zorgapp.kern.tests.test_pdf import labels, lettertypen
from zorgapp.testing.decor import Decor
from zorgapp.werk.documenten import Document, Documentsoort

pytestmark = pytest.mark.django_db
ZIN = "De leerling oefent met plannen en krijgt hulp van een vaste begeleider. "
LANG = (ZIN * 120)[:7999]


@pytest.fixture(autouse=True)
def geen_net(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_a: Any, **_k: Any) -> None:
        raise AssertionError("het netwerk is aangesproken")

    monkeypatch.setattr(socket, "create_connection", weiger)
    monkeypatch.setattr(socket, "getaddrinfo", weiger)


def alle(decor: Decor) -> list[tuple[Documentsoort, Document]]:
    """One of every document."""
    door = decor.coordinator
    versie = volledig(door, decor.leerling)
    evaluatie = evalueert(versie, door)
    antwoord = antwoordt(versie.verzoeken.all()[0], door, "niet_akkoord", reden="Te weinig.")
    regel = opp_bundel.Bundelregel("h3b/0001.pdf", "H3b", "Kees Jan Bakker", "1", "Dit document lukte niet.")
    return [
        (opp.SOORT, opp.maak(door, versie.pk)),
        (opp.SOORT_OUDERS, opp.maak_voor_ouders(door, versie.pk)),
        (opp_leerling.SOORT, opp_leerling.maak(door, versie.pk)),
        (opp_horen.SOORT, opp_horen.maak(door, versie.opp_id)),
        (opp_evaluatie.SOORT, opp_evaluatie.maak(door, evaluatie.pk)),
        (opp_instemming.SOORT, opp_instemming.maak(door, antwoord.pk)),
        (opp_bundel.SOORT, opp_bundel.lijst(door, jaar="2026-2027", waarvan="klas H3b", regels=(regel,))),
    ]


def test_elk_document_is_toegankelijk(decor: Decor) -> None:
    for soort, document in alle(decor):
        doc = pikepdf.open(io.BytesIO(html_naar_pdf(soort.html(document))))
        assert bool(doc.Root.MarkInfo.Marked) and str(doc.Root.Lang) == "nl", soort.sleutel
        assert str(doc.docinfo["/Title"]) == document.titel and "Bakker" not in str(dict(doc.docinfo))
        with doc.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1" and "Bakker" not in str(xmp)
        tags = labels(doc)
        koppen = [int(t[2]) for t in tags if re.fullmatch(r"/H\d", t)]
        assert koppen[0] == 1 and koppen.count(1) == 1, soort.sleutel
        assert all(b - a <= 1 for a, b in pairwise(koppen)), (soort.sleutel, koppen)
        assert tags.count("/Table") == 0 or "/TH" in tags, soort.sleutel
        assert "/Figure" not in tags, soort.sleutel
        typen = lettertypen(doc)
        assert typen and all(typen.values()), soort.sleutel
        assert all(naam.startswith(("Atkinson", "Literata")) for naam in typen), (soort.sleutel, typen)


def paginas(soort: Documentsoort, document: Document) -> list[str]:
    """The text of every page."""

    letters, stijl = huisstijl()
    pagina = HTML(string=soort.html(document), base_url=BASIS, url_fetcher=EigenBestanden())
    bladen = pagina.render(stylesheets=[stijl], font_config=letters).pages
    return [" ".join(_tekst(blad._page_box)) for blad in bladen]


def _tekst(doos: Any) -> list[str]:
    eigen = [doos.text] if getattr(doos, "text", None) else []
    return eigen + [t for kind in getattr(doos, "children", ()) for t in _tekst(kind)]


@pytest.mark.parametrize("hoe", ["leeg", "gewoon", "lang"])
def test_het_eerste_blad_is_een_a4(decor: Decor, hoe: str) -> None:
    """The parts begin on page two, however much there is to say."""
    door = decor.coordinator
    if hoe == "gewoon":
        versie = volledig(door, decor.leerling)
    else:
        tekst = LANG if hoe == "lang" else ""
        velden = ("bestemming_uitleg", "behoefte_leer", "behoefte_pers", "behoefte_loop", "faciliteiten")
        regels = "\n".join([ZIN * 3] * 9)
        versie = maak_opp(door, decor.leerling, **dict.fromkeys(velden, tekst))
        if hoe == "lang":
            type(versie).objects.filter(pk=versie.pk).update(
                onderbouwing=LANG, bevorderend=regels, belemmerend=regels
            )
            hoor(versie, door, LANG, punten=4)
    bladen = paginas(opp.SOORT, opp.maak(door, versie.pk))
    eerste = "zei, en wat we ermee doen" if hoe == "lang" else "Handelingsdeel"
    assert eerste in bladen[1] and "Over dit deel is instemming" not in bladen[0]
    assert "Wie doen mee" not in bladen[1] and "Faciliteiten" not in bladen[1]
    for nummer, blad in enumerate(bladen, 1):
        assert "Concept 1" in blad and f"{nummer} van {len(bladen)}" in blad
        assert "Vertrouwelijk. Afgedrukt door" in blad


@pytest.mark.parametrize("lang", [False, True])
def test_het_plan_van_de_leerling_is_een_a4(decor: Decor, lang: bool) -> None:
    door = decor.coordinator
    velden = ("bestemming_uitleg", "faciliteiten")
    versie = maak_opp(door, decor.leerling, **(dict.fromkeys(velden, LANG) if lang else {}))
    if lang:
        regels = "\n".join([ZIN * 3] * 9)
        type(versie).objects.filter(pk=versie.pk).update(bevorderend=regels, belemmerend=regels)
        hoor(versie, door, LANG, punten=6)
        for _ in range(9):
            maak_doel(versie, ZIN * 4, aanpak=ZIN * 20, wie=("Ruben Maas en Ilse Brandsma " * 5).strip())
    bladen = paginas(opp_leerling.SOORT, opp_leerling.maak(door, versie.pk))
    assert len(bladen) == 1, bladen[1:]
    assert ("Niet alles paste op dit blad." in bladen[0]) is lang


def test_een_naam_van_rechts_naar_links_en_een_emoji(decor: Decor) -> None:
    """Nothing breaks, the words come out as they went in, and the letters are in the file."""
    Leerling.objects.filter(pk=decor.leerling.pk).update(roepnaam="محمد", achternaam="בן-דוד")
    versie = maak_opp(decor.coordinator, decor.leerling)
    hoor(versie, decor.coordinator, "Top 🎉 ik wil \U0001f3f3️‍\U0001f308 en 中文, <b>niet vet</b>")
    document = opp.maak(decor.coordinator, versie.pk)
    doc = pikepdf.open(io.BytesIO(html_naar_pdf(opp.SOORT.html(document))))
    typen = lettertypen(doc)
    assert all(typen.values()) and all(n.startswith(("Atkinson", "Literata", "Noto-")) for n in typen), typen
    assert "محمد" in document.naam and "🎉" in document.stem[0].tekst
    assert "<b>niet vet</b>" in " ".join(paginas(opp.SOORT, document))


def test_wat_bewaard_wordt_is_pdf_a(decor: Decor) -> None:
    document = opp.maak_voor_ouders(decor.coordinator, volledig(decor.coordinator, decor.leerling).pk)
    doc = pikepdf.open(io.BytesIO(html_naar_pdf(opp.SOORT_OUDERS.html(document), Norm.A3A)))
    with doc.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
    assert bool(doc.Root.MarkInfo.Marked) and all(lettertypen(doc).values())
