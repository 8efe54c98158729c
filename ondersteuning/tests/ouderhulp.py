"""The page behind the link of a parent in tests: two parents in two households, a link, a visit, an answer."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Contactpersoon
from ondersteuning.models import Opp
from ondersteuning.services.opp_antwoord import link_geven
from ondersteuning.services.opp_link import Nieuwelink
from ondersteuning.tests.hoorhulp import token_uit
from ondersteuning.tests.opphulp import concept_van, schrijf, zet_hoorrecht, zet_overleg
from ondersteuning.tests.samenhulp import klaar_opp, leg_voor, verzoek_van
from zorgapp.testing.decor import Decor

DOOD = "Deze link werkt niet (meer)"
GEHEIM = "Qxyzvw van vader"
MOEDER, VADER = "Marit Bakker", "Henk de Vries"


def voor_ouders(decor: Decor) -> Opp:
    """An OPP that was put before two parents in two households; what the other said is marked."""
    opp = klaar_opp(decor, MOEDER, VADER)
    schrijf(decor.coordinator, opp, visie_ouders=GEHEIM, beeld_leren="Leest langzaam.")
    Contactpersoon.objects.filter(naam=VADER).update(telefoon="06 9999 1111", email="qxyzvw@vader.example")
    zet_hoorrecht(opp, decor.coordinator)
    vader = Contactpersoon.objects.get(naam=VADER)
    zet_overleg(concept_van(opp), decor.coordinator, vader, op=timezone.now(), samenvatting=GEHEIM)
    leg_voor(decor.coordinator, opp)
    return opp


def geef(decor: Decor, wie: str | None = MOEDER, **velden: Any) -> Nieuwelink:
    velden = {"per_mail": False, "op": timezone.now()} | velden
    return link_geven(door=decor.coordinator, verzoek_id=verzoek_van(wie).pk, **velden)


def pad(nieuw: Nieuwelink, naam: str = "opp_link_lees") -> str:
    return reverse(f"ondersteuning:{naam}", args=[token_uit(nieuw.adres)])


def binnen(nieuw: Nieuwelink) -> Client:
    client = Client()
    assert client.post(pad(nieuw, "opp_link"), {"code": nieuw.code})["Location"] == pad(nieuw)
    return client


def stuur(client: Client, nieuw: Nieuwelink, **velden: Any) -> Any:
    context = client.get(pad(nieuw)).context
    blad = context["blad"]
    wat = {
        "keuze": "akkoord",
        "bewijs": context["bezoek"].bewijs,
        "nummer": blad.vraag.nummer,
        "hash": blad.vraag.hash,
    }
    return client.post(pad(nieuw), wat | velden)
