"""What comes through the sieve: a photo without place or camera, a pdf of nothing but pages, and no harm from the rest."""

import io
import struct
import zlib
from typing import Any

import pikepdf
import pytest
from django.core.files.base import ContentFile
from PIL import Image

from zorgapp.werk import zeef as zeef_module
from zorgapp.werk import zeefproces
from zorgapp.werk.zeef import REDENEN, TE_ZWAAR, Zeef, ZeefFout

MERK = b"ZORGCAM9000"
ROOD, BLAUW = (200, 20, 20), (20, 20, 200)


def beeld(breed: int = 60, hoog: int = 40, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue."""
    plaatje = Image.new("RGB", (breed, hoog), BLAUW)
    plaatje.paste(ROOD, (0, 0, breed // 2, hoog))
    return plaatje.convert(mode)


def foto(vorm: str = "JPEG", plaatje: Image.Image | None = None, **opties: Any) -> bytes:
    """A photo that says where, when (comment) and with which camera it was taken, held on its side (orientation 6)."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = MERK.decode(), 6
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 1.0), 3: "E", 4: (5.0, 7.0, 1.0)})
    bak = io.BytesIO()
    extra = {"comment": MERK} if vorm == "JPEG" else {}
    (plaatje or beeld()).save(bak, vorm, **({"exif": exif} | extra | opties))
    return bak.getvalue()


def opnieuw(ruw: bytes) -> Image.Image:
    uit = zeefproces.foto(io.BytesIO(ruw))  # type: ignore[arg-type]
    assert MERK not in uit and b"Exif" not in uit
    plaatje = Image.open(io.BytesIO(uit))
    assert not plaatje.getexif()
    return plaatje


@pytest.mark.parametrize("vorm", ["JPEG", "PNG", "WEBP"])
def test_een_foto_houdt_alleen_haar_beeld_en_staat_rechtop(vorm: str) -> None:
    assert MERK in foto(vorm)
    uit = opnieuw(foto(vorm))
    assert (uit.format, uit.size) == (vorm, (40, 60))  # turned: what was left is now on top
    for plek, kleur in (((20, 10), ROOD), ((20, 50), BLAUW)):
        assert all(abs(a - b) < 30 for a, b in zip(uit.convert("RGB").getpixel(plek), kleur, strict=True))


@pytest.mark.parametrize(
    ("vorm", "mode"),
    [("JPEG", "CMYK"), ("JPEG", "L"), ("PNG", "P"), ("PNG", "1"), ("PNG", "RGBA"), ("PNG", "I;16")],
)
def test_ook_een_ongewone_foto(vorm: str, mode: str) -> None:
    assert opnieuw(
        foto(vorm, beeld(mode="L").convert(mode) if mode == "I;16" else beeld(mode=mode))
    ).size == (40, 60)


def test_een_foto_met_een_tweede_erachter_van_een_telefoon() -> None:
    ruw = foto("MPO", save_all=True, append_images=[beeld()])
    assert Image.open(io.BytesIO(ruw)).format == "MPO"
    assert opnieuw(ruw).format == "JPEG"


@pytest.mark.parametrize("mode", ["RGB", "P", "1"])
def test_een_enorme_foto_wordt_kleiner(mode: str) -> None:
    uit = opnieuw(foto("JPEG" if mode == "RGB" else "PNG", beeld(4200, 300, mode)))
    assert 250 < uit.width < 300 and uit.height == zeefproces.ZIJDE


def bom(breed: int, hoog: int) -> bytes:
    """A png whose head says how large it is, with hardly anything in it."""

    def deel(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + deel(b"IHDR", kop)
        + deel(b"IDAT", zlib.compress(bytes(90_000)))
        + deel(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("ruw", "woord"),
    [
        (bom(50_000, 50_000), "te_groot"),
        (bom(6_000, 5_000), "te_groot"),
        (bom(300, 300), "foto_kapot"),
        (foto()[:-300], "foto_kapot"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "foto_kapot"),
        (foto("GIF"), "foto_kapot"),
        (foto("PNG", save_all=True, append_images=[beeld(mode="L").convert("RGB")]), "beweegt"),
        (foto("WEBP", save_all=True, append_images=[beeld(mode="L").convert("RGB")]), "beweegt"),
    ],
    ids=["bom", "te veel punten", "half", "afgebroken", "alleen een begin", "gif", "apng", "webp"],
)
def test_een_foto_die_niet_kan(ruw: bytes, woord: str) -> None:
    with pytest.raises(zeefproces.Geweigerd, match=f"^{woord}$"):
        zeefproces.foto(io.BytesIO(ruw))  # type: ignore[arg-type]


def pdf(inhoud: str = "", **opslaan: Any) -> bytes:
    """One page, with `inhoud` in its catalog."""
    document = pikepdf.new()
    document.add_blank_page()
    if inhoud:
        for sleutel, waarde in pikepdf.Object.parse(f"<<{inhoud}>>".encode()).items():
            document.Root[sleutel] = waarde
    bak = io.BytesIO()
    document.save(bak, **opslaan)
    return bak.getvalue()


def met_bijlage() -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    document.attachments["a.exe"] = b"MZ"
    bak = io.BytesIO()
    document.save(bak)
    return bak.getvalue()


def weeg(ruw: bytes) -> bytes:
    return zeefproces.pdf(io.BytesIO(ruw))  # type: ignore[arg-type]


LINK = "/A << /S /URI /URI (https://example.nl) >>"
GEPAKT = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}


@pytest.mark.parametrize("inhoud", ["", "/OpenAction << /S /GoTo /D [0 /Fit] >>", LINK, "/JS (een naam)"])
def test_een_gewone_pdf_mag(inhoud: str) -> None:
    assert weeg(pdf(inhoud)) == b""
    assert weeg(pdf(inhoud)[:-40]) == b""  # its end is gone; every reader mends that


@pytest.mark.parametrize(
    ("ruw", "woord"),
    [
        (pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "script"),
        (pdf("/OpenAction << /S /Java#53cript /JS (app.alert(1)) >>"), "script"),
        (pdf("/OpenAction << /S /JavaScript /JS (x) >>", **GEPAKT), "script"),
        (pdf("/AA << /WC << /Next [ [ << /S /JavaScript /JS (x) >> ] ] >> >>"), "script"),
        (pdf("/AcroForm << /Fields [] /XFA (x) >>"), "script"),
        (pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"), "start"),
        (met_bijlage(), "bijlage"),
        (pdf("/X << /Subtype /RichMedia >>"), "bijlage"),
        (pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "slot"),
        (pdf(encryption=pikepdf.Encryption(owner="a", user="")), "slot"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "pdf_kapot"),
        (b"%PDF-1.7\n1 0 obj" + b"[" * 100_000, "pdf_kapot"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_een_pdf_met_meer_dan_bladzijden(ruw: bytes, woord: str) -> None:
    with pytest.raises(zeefproces.Geweigerd, match=f"^{woord}$"):
        weeg(ruw)


def test_een_pdf_van_eindeloos_veel_delen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zeefproces, "ONDERDELEN", 10)
    with pytest.raises(zeefproces.Geweigerd, match=r"^te_groot$"):
        weeg(pdf("/X [" + "<<>>" * 20 + "]"))


def test_elk_woord_heeft_een_zin() -> None:
    woorden = set(zeefproces.ACTIES.values()) | {
        "te_groot",
        "foto_kapot",
        "beweegt",
        "slot",
        "bijlage",
        "pdf_kapot",
    }
    assert woorden == set(REDENEN)


def test_het_programma_zelf() -> None:
    """In its own process: the result, a refusal in words, and the upload as it was."""
    upload = ContentFile(foto(), "IMG_1.jpg")
    nieuw = Zeef().foto(upload)
    assert (nieuw.name, Image.open(nieuw).size, upload.tell()) == ("IMG_1.jpg", (40, 60), 0)
    with pytest.raises(ZeefFout, match=r"zit een programma.*Opslaan als pdf"):
        Zeef().pdf(ContentFile(pdf("/OpenAction << /S /JavaScript /JS (x) >>"), "a.pdf"))


@pytest.mark.parametrize("grens", ["tijd", "geheugen"])
def test_wie_te_lang_bezig_is_of_te_veel_neemt_wordt_afgebroken(
    grens: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    nep = tmp_path / "nep.py"
    doe = "while True: pass" if grens == "tijd" else "b'x' * 1024**3; print('te_groot')"
    begin = zeef_module.PROGRAMMA.read_text().split("def main")[0]
    nep.write_text(f"{begin}\nbegrens()\n{doe}\n")
    monkeypatch.setattr(zeef_module, "PROGRAMMA", nep)
    monkeypatch.setattr(zeef_module, "SAMEN_SECONDEN", 1.0 if grens == "tijd" else 30.0)
    with pytest.raises(ZeefFout) as fout:
        Zeef().pdf(ContentFile(b"%PDF-", "a.pdf"))
    assert str(fout.value) == TE_ZWAAR
