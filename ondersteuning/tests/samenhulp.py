"""Short ways for tests of talk and agreement: a complete OPP, put before people, and what they answer."""

from datetime import date
from typing import Any

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Instemming, Instemmingverzoek, Opp, OppVersie
from ondersteuning.oppfeiten import hash_handelingsdeel
from ondersteuning.services.opp_antwoord import Antwoordgegevens, Gelezen, antwoord_noteren
from ondersteuning.services.opp_instemming import opp_voorleggen
from ondersteuning.tests.opphulp import TEKSTEN, begin_opp, concept_van, schrijf, zet_doel
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU

ACHTTIEN = date(2029, 4, 12)  # the pupil of the factory was born on 12 April 2011
ZESTIEN = date(2027, 4, 12)


def op_dag(werkplek: Werkplek, dag: date) -> Werkplek:
    """The same person on another day."""
    later = werkplek_maken(werkplek.user, dag, werkplek.school.pk)
    assert later is not None
    return later


def klaar_opp(
    decor: Decor, *contacten: str, door: Werkplek | None = None, opsteller: User | None = None
) -> Opp:
    """An OPP in the making with a complete handelingsdeel, and contacts with gezag by these names."""
    wie = door or decor.coordinator
    for nummer, naam in enumerate(contacten, start=1):
        maak_contact(decor.leerling, naam, huishouden=nummer, email=f"ouder{nummer}@thuis.example")
    opp = begin_opp(wie, decor.leerling, opsteller=opsteller)
    schrijf(wie, opp, **TEKSTEN)
    zet_doel(concept_van(opp), wie.dag)
    return opp


def leg_voor(door: Werkplek, opp: Opp) -> OppVersie:
    """Put what stands there before whoever may agree."""
    versie = OppVersie.objects.filter(opp=opp).order_by("-nummer")[0]
    hash_ = hash_handelingsdeel(versie)
    return opp_voorleggen(door=door, pk=opp.pk, nummer=versie.nummer, hash=hash_, op=NU)


def verzoek_van(wie: Contactpersoon | str | None) -> Instemmingverzoek:
    """The last question to this person (None: the pupil)."""
    rijen = Instemmingverzoek.objects.order_by("-pk")
    if isinstance(wie, str):
        return rijen.filter(contact__naam=wie)[0]
    return rijen.filter(contact=wie)[0]


def zegt(
    door: Werkplek, wie: Contactpersoon | str | None, keuze: str = "akkoord", **velden: Any
) -> Instemming:
    """Note what somebody answered by telephone today, on the version he was asked about."""
    verzoek = verzoek_van(wie)
    versie = verzoek.oppversie
    gelezen = velden.pop("gelezen", None) or Gelezen(versie.nummer, versie.hash)
    standaard = {
        "op": door.dag,
        "wijze": "mondeling",
        "reden": "" if keuze == "akkoord" else "Te weinig uren.",
    }
    gegevens = Antwoordgegevens(keuze=keuze, **(standaard | velden))
    return antwoord_noteren(door=door, verzoek_id=verzoek.pk, gelezen=gelezen, gegevens=gegevens, op=NU)


def stand_van(opp: Opp) -> str:
    """Where the handelingsdeel of the newest version stands."""
    return str(OppVersie.objects.filter(opp=opp).order_by("-nummer")[0].handelingsdeel)
