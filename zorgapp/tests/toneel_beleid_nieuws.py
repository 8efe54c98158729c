"""What the stage of the role matrix has of news: a letter that was placed, and one in the making with one item."""

from typing import Any

from django.utils import timezone

from beleid.services.goed import goed_opschrijven
from beleid.services.nieuws import bericht_toevoegen, brief_beginnen, brief_plaatsen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_nieuws(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    nu = timezone.now()
    geplaatst = brief_beginnen(door=coordinator, titel="Nieuws van oktober", op=nu)
    bericht_toevoegen(door=coordinator, pk=geplaatst.pk, kop="Studiemiddag", tekst="Op donderdag.")
    brief_plaatsen(door=coordinator, pk=geplaatst.pk, versie=2, op=nu)
    maak = brief_beginnen(door=coordinator, titel="Nieuws van november", op=nu)
    item = bericht_toevoegen(door=coordinator, pk=maak.pk, kop="Coachlijn", tekst="Vraag het gerust.")
    goed = goed_opschrijven(door=coordinator, tekst="De talen deden mee.", delen=True)
    return {
        "nieuwsbrief": geplaatst.pk,
        "nieuwsconcept": maak.pk,
        "nieuwsbericht": item.pk,
        "goedgegaan": goed.pk,
    }
