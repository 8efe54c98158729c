"""What a photo or a pdf may hold. Looking inside happens in a process of its own (zeefproces.py) with little memory and
time and without secrets, so that neither Pillow nor pikepdf is ever in a web process and a hostile file harms nothing."""

import logging
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from django.core.files.base import File

SAMEN_SECONDEN = 25.0
"""Time for all files of one request together; a photo of a phone takes 0.7 s, gunicorn gives a request 60 s."""
PROGRAMMA = Path(__file__).with_name("zeefproces.py")
_OPNIEUW = "Open hem, kies Afdrukken en dan Opslaan als pdf. Kies daarna dat nieuwe bestand."
REDENEN = {
    "foto_kapot": "Deze foto kunnen we niet lezen. Maak hem opnieuw, of bewaar hem als jpg.",
    "beweegt": "Dit is een bewegend plaatje. Kies een gewone foto.",
    "te_groot": "Dit bestand is te groot om te controleren. Maak het kleiner en probeer het nog eens.",
    "slot": f"Deze pdf heeft een wachtwoord of een slot. {_OPNIEUW} Hier is hij al afgeschermd.",
    "script": f"In deze pdf zit een programma. {_OPNIEUW}",
    "start": f"Deze pdf wil een programma of een ander bestand openen. {_OPNIEUW}",
    "bijlage": f"In deze pdf zitten andere bestanden. {_OPNIEUW} Voeg die andere bestanden apart toe.",
    "pdf_kapot": f"Deze pdf is beschadigd. {_OPNIEUW}",
}
TE_ZWAAR = "Dit bestand kunnen we niet controleren. Maak het kleiner, of kies een ander bestand."

logger = logging.getLogger(__name__)


class ZeefFout(Exception):
    """This file is refused; the text is Dutch and says what to do, for who chose it."""


class Zeef:
    """Sifts the files of one request; together they get SAMEN_SECONDEN."""

    def __init__(self) -> None:
        self._tot = time.monotonic() + SAMEN_SECONDEN

    def foto(self, upload: File) -> File:
        """Return the photo made anew, upright and with nothing but its pixels. Raises ZeefFout."""
        return File(self._draai("foto", upload), upload.name)

    def pdf(self, upload: File) -> None:
        """Look whether this pdf is only pages. Raises ZeefFout for what is locked, damaged, or does or holds more."""
        self._draai("pdf", upload).close()

    def _draai(self, soort: str, upload: File) -> IO[bytes]:
        """Run the program on a copy of the upload, which is left at its begin; returns what came out of it."""
        uit = tempfile.TemporaryFile()  # noqa: SIM115  (the caller keeps or closes it)
        with tempfile.TemporaryFile() as bron:
            for stuk in upload.chunks():
                bron.write(stuk)
            upload.seek(0)
            bron.seek(0)
            code = self._wacht(soort, bron, uit)
        uit.seek(0)
        if code:
            woord = uit.read(40).decode("ascii", "replace") if code == 1 else ""
            uit.close()
            if woord not in REDENEN:
                logger.warning("zeef: %s ended with %s", soort, code)
            raise ZeefFout(REDENEN.get(woord, TE_ZWAAR))
        return uit

    def _wacht(self, soort: str, bron: IO[bytes], uit: IO[bytes]) -> int:
        """The exit code; -9 when time ran out."""
        try:
            return subprocess.run(
                [sys.executable, "-I", str(PROGRAMMA), soort],
                stdin=bron,
                stdout=uit,
                stderr=subprocess.DEVNULL,
                env={},
                timeout=max(0.1, self._tot - time.monotonic()),
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            return -9
