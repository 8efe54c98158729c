"""Looking through the files somebody wants to add, before anything is stored: what they are, and what they may hold."""

import tempfile
from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File

from leerlingen.stukvorm import UTF16, StukFout, Vorm, herken, tekststukken
from zorgapp.werk.zeef import REDENEN, Zeef, ZeefFout

FOTOS = frozenset({"jpg", "png", "webp"})


def keur(bestanden: Sequence[File]) -> list[tuple[File, Vorm]]:
    """Return each file as it is to be stored, with its form: photos without place or date, text as UTF-8.

    Raises ValidationError (at `bestanden`, a line per file) when one may not be added; nothing is stored then.
    """
    zeef = Zeef()
    goed, fouten = [], []
    for bestand in bestanden:
        try:
            assert bestand.file is not None  # only a closed file has none
            vorm = herken(bestand.file, bestand.name or "")
            goed.append((_schoon(zeef, bestand, vorm), vorm))
        except (StukFout, ZeefFout) as fout:
            fouten.append(f"{(bestand.name or '')[:60]}: {fout}" if len(bestanden) > 1 else str(fout))
    if fouten or not goed:
        raise ValidationError({"bestanden": fouten or ["Kies eerst een bestand."]})
    return goed


def _schoon(zeef: Zeef, bestand: File, vorm: Vorm) -> File:
    if vorm.sleutel in FOTOS:
        nieuw = zeef.foto(bestand)
        if nieuw.size > settings.STUK_MAX_BYTES:
            raise ZeefFout(REDENEN["te_groot"])
        return nieuw
    if vorm.sleutel == "pdf":
        zeef.pdf(bestand)
    return _als_utf8(bestand) if vorm.sleutel == "txt" else bestand


def _als_utf8(bestand: File) -> File:
    """UTF-16 as UTF-8, because many programs show it as gibberish; other text as it came."""
    bestand.seek(0)
    begin = bestand.read(2)
    bestand.seek(0)
    if begin not in UTF16:
        return bestand
    nieuw = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the File that is returned)
    assert bestand.file is not None
    nieuw.writelines(tekststukken(bestand.file))
    return File(nieuw, bestand.name)
