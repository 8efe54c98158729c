"""The share of agreements in a pupil's timeline: when they were made and when they were closed."""

from django.db.models import F, QuerySet
from django.urls import reverse

from overleg.afspraakloop import Afspraakstand
from overleg.models import Afspraak
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel

ICONEN = {"afspraak": "clipboard-list", "afspraak_klaar": "clipboard-check"}


def tijdlijn_afspraken(werkplek: Werkplek, leerling_id: int) -> dict[str, QuerySet]:
    """Timeline rows of an opened file per kind, only of agreements this person may see.

    afspraak        it was made; `detail` how it goes now, `tekst` its sentence, `wie` its owner
    afspraak_klaar  it was closed; the same
    """
    zicht = Afspraak.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id)
    return {
        "afspraak": _deel(zicht, "afspraak", "gemaakt_op"),
        "afspraak_klaar": _deel(zicht.klaar(), "afspraak_klaar", "afgerond_op"),
    }


def _deel(rijen: QuerySet, soort: str, moment: str) -> QuerySet:
    return deel(
        rijen,
        soort=soort,
        op=F(moment),
        detail=F("stand"),
        tekst=F("wat"),
        wie=naam_van("eigenaar"),
        domein=LEEG,
    )


def kop_van(soort: str, stand: str) -> str:
    """The heading of a row of these kinds."""
    return "Afspraak gemaakt" if soort == "afspraak" else f"Afspraak: {Afspraakstand(stand).label}"


def adres_van(pk: int) -> str:
    """The page of the agreement."""
    return reverse("overleg:afspraak", args=[pk])
