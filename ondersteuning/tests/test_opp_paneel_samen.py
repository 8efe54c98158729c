"""The panel of talk and agreement on the page of an OPP: what to do next, and names only for who sees contacts."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.access_opp import Oppblik
from ondersteuning.models import Opp
from ondersteuning.opp_paneel_samen import Samenpaneel, paneel
from ondersteuning.oppakkoord import huidige_versie
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp_overleg import Plan, overleg_plannen
from ondersteuning.tests.opphulp import concept_van, schrijf, zet_overleg
from ondersteuning.tests.samenhulp import ACHTTIEN, ZESTIEN, klaar_opp, leg_voor, op_dag, zegt
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

ALLES = Oppblik(heel=True, schrijven=True, horen=True, beheren=True, contacten=True)
TEAMLEIDER = Oppblik(heel=True, schrijven=False, horen=False, beheren=False, contacten=False)
DOCENT = Oppblik(heel=False, schrijven=False, horen=False, beheren=False, contacten=False)
MOEDER = "Marit Bakker"


def lees(werkplek: Werkplek, opp: Opp, mag: Oppblik = ALLES) -> Samenpaneel:
    versie = huidige_versie(opp.pk)
    assert versie is not None
    opp = Opp.objects.select_related("leerling").get(pk=opp.pk)
    p = paneel(werkplek, opp, versie, mag, feiten_van(opp, versie, werkplek.dag))
    assert p is not None
    return p


def test_wat_er_nu_te_doen_is(decor: Decor) -> None:
    wie = decor.coordinator
    opp = klaar_opp(decor, MOEDER)
    moeder = Contactpersoon.objects.get()
    assert (lees(wie, opp).doe, lees(wie, opp).waar) == ("Plan een gesprek.", "opp_overleg")
    plan = Plan(DAG, "mail", NU + timedelta(days=3), wie=("l",))
    rij = overleg_plannen(door=wie, pk=opp.pk, plan=plan, op=NU)
    assert lees(wie, opp).gepland == rij and lees(wie, opp).doe == "Leg het handelingsdeel voor."
    assert lees(op_dag(wie, DAG + timedelta(days=3)), opp).doe.startswith("Leg vast")
    rij.delete()
    zet_overleg(concept_van(opp), wie, moeder)
    assert lees(wie, opp).doe == "Leg het handelingsdeel voor."
    leg_voor(wie, opp)
    assert lees(wie, opp).doe == "Wacht op antwoord, of herinner."
    schrijf(wie, opp, onderbouwing="Anders.")
    assert lees(wie, opp).verouderd and "veranderde na het gesprek" in lees(wie, opp).doe
    zet_overleg(concept_van(opp), wie, moeder)
    zegt(wie, MOEDER, "niet_akkoord")
    assert lees(wie, opp).doe.startswith("Praat verder")
    maak_contact(decor.leerling, "Henk Bakker")
    assert (
        lees(wie, opp).te_vragen == ["Henk Bakker"] and lees(wie, opp).doe == "Vraag wie er nu over beslist."
    )
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=DAG)
    assert lees(wie, opp).doe == ""


def test_namen_alleen_voor_wie_contacten_ziet(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER, "Henk Bakker")
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, MOEDER)
    vol, kaal = lees(decor.coordinator, opp), lees(decor.coordinator, opp, TEAMLEIDER)
    assert [p.verzoek.naam for p in vol.personen] == [MOEDER, "Henk Bakker"]
    assert (kaal.personen, kaal.te_vragen, kaal.antwoorden, kaal.gevraagd, kaal.stand) == (
        [],
        [],
        1,
        2,
        "voorgelegd",
    )
    versie = huidige_versie(opp.pk)
    assert versie is not None
    feiten = feiten_van(opp, versie, DAG)
    assert paneel(decor.coordinator, opp, versie, DOCENT, feiten) is None


@pytest.mark.parametrize(
    ("dag", "zestien", "achttien"),
    [
        (date(2027, 1, 11), None, None),
        (date(2027, 1, 12), ZESTIEN, None),
        (ZESTIEN, None, None),
        (date(2029, 1, 12), None, ACHTTIEN),
        (ACHTTIEN, None, None),
    ],
)
def test_de_verjaardag_staat_er_drie_maanden_vooraf(
    decor: Decor, dag: date, zestien: Any, achttien: Any
) -> None:
    p = lees(op_dag(decor.coordinator, dag), klaar_opp(decor))
    assert (p.zestien, p.achttien) == (zestien, achttien)


def test_het_paneel_kost_steeds_evenveel(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, MOEDER)
    versie = huidige_versie(opp.pk)
    assert versie is not None
    opp = Opp.objects.select_related("leerling").get(pk=opp.pk)
    feiten = feiten_van(opp, versie, DAG)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            paneel(decor.coordinator, opp, versie, ALLES, feiten)
        return len(gevangen)

    eerst = vragen()
    for nummer in range(4):
        maak_contact(decor.leerling, f"Ouder {nummer}")
        zet_overleg(versie, decor.coordinator, Contactpersoon.objects.first())
    assert vragen() == eerst <= 6
