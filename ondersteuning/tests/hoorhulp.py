"""Short ways to hear a pupil in tests, through the services; variety is stated by the caller."""

import uuid
from datetime import date
from typing import Any

from ondersteuning.models import Hoorrecht, Inbreng, Invloed, Linksoort, Opp
from ondersteuning.opp.wacht import bekijk
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp_horen import (
    Aanbod,
    Punt,
    Woorden,
    hoorrecht_aanbieden,
    hoorrecht_afzien,
    hoorrecht_toelichten,
    inbreng_toevoegen,
    invloed_toevoegen,
)
from ondersteuning.services.opp_link import Nieuwelink, link_maken
from ondersteuning.tests.opphulp import TEKSTEN, begin_opp, schrijf, zet_vast
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU

ZEGT = "Ik wil mijn extra tijd ook bij Duits. 😀\n  En niet steeds uit de les."
PUNT = Punt("Extra tijd bij Duits", "deels", "Bij toetsen wel, bij overhoren niet.")
GEHOORD = (12, 13, 14, 15)


def bied_aan(door: Werkplek, opp: Opp, *, versie: int = 0, **velden: Any) -> Hoorrecht:
    """Offered today, in a talk, with help."""
    standaard: dict[str, Any] = {"aangeboden_op": door.dag, "wijze": "gesprek", "hulp": "Iemand erbij"}
    return hoorrecht_aanbieden(door=door, pk=opp.pk, versie=versie, aanbod=Aanbod(**(standaard | velden)))


def vertelt(door: Werkplek, opp: Opp, woorden: str = ZEGT, **velden: Any) -> Inbreng:
    sleutel = velden.pop("sleutel", None) or uuid.uuid4()
    standaard: dict[str, Any] = {"hoe": "gesprek", "gezegd_op": door.dag}
    return inbreng_toevoegen(
        door=door, pk=opp.pk, sleutel=sleutel, gegevens=Woorden(woorden, **(standaard | velden)), op=NU
    )


def doen_ermee(door: Werkplek, opp: Opp, punt: Punt = PUNT) -> Invloed:
    return invloed_toevoegen(door=door, pk=opp.pk, punt=punt)


def leg_uit(door: Werkplek, opp: Opp, dag: date | None = None) -> Hoorrecht:
    return hoorrecht_toelichten(door=door, pk=opp.pk, versie=recht_van(opp).versie, dag=dag or door.dag)


def wil_niet(door: Werkplek, opp: Opp, reden: str = "Geen zin.") -> Hoorrecht:
    return hoorrecht_afzien(door=door, pk=opp.pk, versie=recht_van(opp).versie, dag=door.dag, reden=reden)


def recht_van(opp: Opp) -> Hoorrecht:
    """The offer of the newest round, as it stands in the database."""
    return Hoorrecht.objects.filter(opp=opp).order_by("-ronde")[0]


def rood(opp: Opp, dag: date) -> set[int]:
    """Which of the rules about hearing are not met by the newest version."""
    versie = opp.versies.order_by("-nummer")[0]
    opp.refresh_from_db()
    return {u.regel.nummer for u in bekijk(feiten_van(opp, versie, dag), GEHOORD) if not u.in_orde}


def met_aanbod(decor: Decor) -> Opp:
    """An OPP of the coordinator; the mentor offered the pupil to be heard."""
    opp = begin_opp(decor.coordinator, decor.leerling)
    bied_aan(decor.mentor, opp)
    return opp


def stel_vast(decor: Decor, opp: Opp) -> None:
    """Set what is in the making, with the texts that the table asks for."""
    schrijf(decor.coordinator, opp, **TEKSTEN)
    zet_vast(opp, decor.coordinator)


def geef_link(door: Werkplek, opp: Opp, **velden: Any) -> Nieuwelink:
    """A link for the pupil, made now."""
    wat: dict[str, Any] = {"soort": Linksoort.HOORRECHT, "ronde": 1, "op": NU} | velden
    return link_maken(door=door, opp=opp, **wat)


def token_uit(adres: str) -> str:
    return adres.rstrip("/").rpartition("/")[2]
