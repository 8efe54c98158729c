"""The block of news on Beleid en jaar: where news, the law watch and the end of the day are; asks nothing of the database."""

from typing import Any

from beleid.blokken import Blok
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def blok(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Any]:
    """Whether this person rounds off the day."""
    return {"rond": werkplek.mag(Recht.DAG_ROND)}


NIEUWSBLOK = Blok("nieuws", 95, "beleid/_nieuws_blok.html", blok)
