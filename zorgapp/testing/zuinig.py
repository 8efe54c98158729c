"""What every test pays for and none of them is about: made cheap for the whole run, with the same outcome."""

import gc
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from whitenoise.base import WhiteNoise

ITERATIES = 1_000  # of the hash of a password; the application takes Django's million, a third of a second


def maak_zuinig() -> None:
    """Called once, before the first test."""
    PBKDF2PasswordHasher.iterations = ITERATIES
    _onthoud_statische_bestanden()


def _onthoud_statische_bestanden() -> None:
    """Let all test clients share what WhiteNoise found in a folder: each would read it all again for one request."""
    gevonden: dict[tuple[str, str, int, int | None], dict[str, Any]] = {}
    zoek = WhiteNoise.update_files_dictionary

    def zoek_eens(wit: WhiteNoise, root: str, prefix: str) -> None:
        sleutel = (root, prefix, Path(root).stat().st_mtime_ns, wit.max_age)
        if sleutel not in gevonden:
            zoek(wit, root, prefix)
            gevonden[sleutel] = dict(wit.files)
        wit.files |= gevonden[sleutel]

    WhiteNoise.update_files_dictionary = zoek_eens


def bevries() -> None:
    """Keep the modules and tests that are loaded now out of the garbage collector's sight: it walked them over and over."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
