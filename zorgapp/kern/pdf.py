"""From HTML to a PDF for people and screen readers; loaded by workers only, because WeasyPrint weighs some 40 MB.

`zorgapp.werk.pdf` is the only module that imports this one, and the job loads that by its name. A test starts a web
process and looks.
"""

import mimetypes
from enum import Enum
from functools import cache
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from zorgapp.kern.letters import Schrift, aanvulling

BASIS = "http://statisch.invalid/"
"""Where relative addresses in a document point: our own static files. Nothing is ever asked of a network."""
STIJL = "css/papier.css"
LETTERS = '"Atkinson Hyperlegible Next", "Atkinson Hyperlegible Next Extra"'
"""The typefaces that papier.css begins with, wherever it names one; what comes after them stands in `kern.letters`."""
_beurt = Lock()  # a worker of threads draws one document at a time: fonts are shared


class Norm(Enum):
    """The standard a document keeps to: accessible (ISO 14289-1), or also to be kept for years (ISO 19005-3)."""

    UA1 = "pdf/ua-1"
    A3A = "pdf/a-3a"


class GeweigerdAdres(FatalURLFetchingError):
    """A document asks for something that is not one of our own static files."""


class EigenBestanden(URLFetcher):
    """Gives our own static files and refuses everything else: other hosts, files of the machine, data in addresses."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return a static file; raises GeweigerdAdres, which stops the document, for any other address."""
        naam = unquote(urlsplit(url).path).lstrip("/")
        kan = url.startswith(BASIS) and "\x00" not in naam and ".." not in naam.split("/")
        gevonden = finders.find(naam) if kan and naam else None
        if not isinstance(gevonden, str) or not Path(gevonden).is_file():
            raise GeweigerdAdres(f"geen eigen bestand: {url[:80]}")
        soort = mimetypes.guess_type(gevonden)[0] or "application/octet-stream"
        return URLFetcherResponse(url, body=Path(gevonden).read_bytes(), headers={"Content-Type": soort})


@cache
def huisstijl() -> tuple[FontConfiguration, CSS]:
    """Fonts and style sheet of paper, read once per process: every next document uses the same."""
    letters = FontConfiguration()
    stijl = CSS(url=f"{BASIS}{STIJL}", url_fetcher=EigenBestanden(), font_config=letters)
    return letters, stijl


@cache
def aanvullende_stijl(schriften: tuple[Schrift, ...]) -> CSS:
    """The same style sheet with letters of other scripts after our own; read at the first document that needs them."""
    letters, _ = huisstijl()
    na = ", ".join(f'"{schrift.familie}"' for schrift in schriften)
    familie = f"font-family: {LETTERS}, {na};"
    bron = "".join(schrift.css() for schrift in schriften)
    bron += (
        f"html {{ {familie} }} @page {{ {familie} }} .p-stem {{ {familie.replace(': ', ': Literata, ', 1)} }}"
    )
    return CSS(string=bron, base_url=BASIS, url_fetcher=EigenBestanden(), font_config=letters)


def html_naar_pdf(html: str, norm: Norm = Norm.UA1) -> bytes:
    """Return the PDF of a whole HTML page in the style of papier.css, tagged, with its fonts in it, emoji too.

    The page brings its language, title and headings itself (templates/pdf/basis.html). Raises GeweigerdAdres for a
    page that asks for anything but own static files.
    """
    with _beurt:
        letters, stijl = huisstijl()
        tekst, schriften = aanvulling(html)
        stijlen = [stijl, aanvullende_stijl(schriften)] if schriften else [stijl]
        pagina = HTML(string=tekst, base_url=BASIS, url_fetcher=EigenBestanden())
        pdf: bytes = pagina.write_pdf(
            stylesheets=stijlen, font_config=letters, pdf_variant=norm.value, pdf_tags=True
        )
    return pdf
