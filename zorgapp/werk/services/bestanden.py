"""Private files: stored under a meaningless name, found only through a door, gone after their last day."""

import hashlib
import uuid
from datetime import timedelta
from pathlib import PurePath

from django.core.files.base import File
from django.utils import timezone

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.models import Bestand


def bestand_bewaren(*, door: Werkplek, soort: str, upload: File, dagen: int) -> Bestand:
    """Store a file for `dagen` days; on disk it has a random name in a folder of its school.

    `upload` is read in pieces, so its size costs no memory. Raises ValueError for an empty file.
    """
    som, grootte = hashlib.sha256(), 0
    for stuk in upload.chunks():
        som.update(stuk)
        grootte += len(stuk)
    if not grootte:
        raise ValueError("Dit bestand is leeg. Kies een ander bestand.")
    upload.seek(0)
    pad = PurePath((upload.name or "bestand").replace("\\", "/"))
    uitgang = pad.suffix.lower()[:10]
    rij = Bestand(
        school=door.school,
        eigenaar=door.user,
        soort=soort,
        naam=pad.stem[: 200 - len(uitgang)] + uitgang,
        sha256=som.hexdigest(),
        bytes=grootte,
        verloopt_op=timezone.now() + timedelta(days=dagen),
    )
    rij.bestand.save(f"{door.school.pk}/{uuid.uuid4().hex}{uitgang}", upload, save=False)
    rij.save(force_insert=True)
    return rij
