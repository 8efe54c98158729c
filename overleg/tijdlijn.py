"""The share of meetings in a pupil's timeline: agreements made and closed, that he was discussed, and that he was told."""

from django.db.models import F, QuerySet
from django.urls import reverse

from overleg.access_vertellen import verteld_over
from overleg.afspraakloop import Afspraakstand
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Afspraak, Agendapunt
from overleg.soorten import Overlegsoort
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel

ICONEN = {"afspraak": "clipboard-list", "afspraak_klaar": "clipboard-check"}
OVERLEG_ICONEN = {"besproken": "users", "verteld": "messages"}


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


def tijdlijn_overleg(werkplek: Werkplek, leerling_id: int, vol: bool) -> dict[str, QuerySet]:
    """Timeline rows of an opened file per kind; `vol`: coordinator, mentor or assigned begeleider.

    besproken   he was discussed in a meeting that is closed; `detail` its kind. Never what was said. For who sees the item
    verteld     he and his parents were told; `tekst` what they said, `wie` who told them. Only with `vol`
    """
    alle = Agendapunt.objects.filter(school=werkplek.school)
    zicht = alle if vol else Agendapunt.objects.zichtbaar_voor(werkplek)
    besproken = zicht.filter(
        leerling_id=leerling_id, status=Puntstatus.BESPROKEN, overleg__status=Overlegstatus.AFGESLOTEN
    )
    delen = {
        "besproken": deel(
            besproken,
            soort="besproken",
            op=F("overleg__begin"),
            detail=F("overleg__soort"),
            tekst=LEEG,
            wie=LEEG,
            domein=LEEG,
        )
    }
    if vol:
        delen["verteld"] = deel(
            verteld_over(leerling_id),
            soort="verteld",
            op=F("klaar_op"),
            detail=LEEG,
            tekst=F("reactie"),
            wie=naam_van("mentor"),
            domein=LEEG,
        )
    return delen


def kop_overleg(soort: str, detail: str) -> str:
    """The heading of a row of those kinds."""
    return (
        f"Besproken: {Overlegsoort(detail).label}"
        if soort == "besproken"
        else "Verteld wat er is afgesproken"
    )


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
