"""Any order of acts with one OPP, through the services: what may never happen, judged by rows and not by the rules."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Hoorrecht, Instemming, Instemmingverzoek, Opp, OppVersie, Overeenstemming
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppakkoord import huidige_versie
from ondersteuning.oppfeiten import hash_handelingsdeel, hash_perspectief
from ondersteuning.oppnacht import nachtwerk
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_instemming import opnieuw_vragen, opp_voorleggen
from ondersteuning.services.opp_jaar import rod_vastleggen
from ondersteuning.services.opp_vaststellen import OppNietInOrde, opp_vaststellen, opp_vaststellen_herstellen
from ondersteuning.tests.hoorhulp import bied_aan, doen_ermee, leg_uit, vertelt, wil_niet
from ondersteuning.tests.opphulp import TEKSTEN, begin_opp, concept_van, schrijf, zet_doel, zet_evaluatie
from ondersteuning.tests.samenhulp import zegt
from ondersteuning.tests.test_opp_overleg import praat, sleutel
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

MOEDER, VADER = "Marit Bakker", "Henk Bakker"
WEIGERT = (
    ValidationError,
    DaadNietToegestaan,
    OppNietInOrde,
    Verouderd,
    LookupError,
    ObjectDoesNotExist,
    AssertionError,
)
"""What a service says no with, or a test that asks for what is not there yet."""
DADEN = (
    *(
        "handelingsdeel",
        "perspectief",
        "voor",
        "ja",
        "ja vader",
        "nee",
        "opnieuw",
        "gezag weg",
        "gezag terug",
    ),
    *(
        "praat",
        "aanbod",
        "vertelt",
        "punt",
        "uitleg",
        "wil niet",
        "vast",
        "herstel",
        "bijstellen",
        "rod",
        "terug",
    ),
    *("samen", "samen", "gehoord", "gehoord", "eens"),
)

AKKOORD = ("gehoord", "samen", "eens", "vast")
KLAAR = (
    (),
    ("gehoord", "samen"),
    ("gehoord", "samen", "voor", "nee", "vast"),
    AKKOORD,
    (*AKKOORD, "bijstellen", "gehoord", "samen"),
)
"""How far it is before anything goes any way."""


class Loop:
    """One OPP and what can be done with it; a refusal changes nothing."""

    def __init__(self, decor: Decor) -> None:
        self.decor, self.door = decor, decor.coordinator
        self.opp = begin_opp(self.door, decor.leerling)
        schrijf(self.door, self.opp, **TEKSTEN)
        zet_doel(concept_van(self.opp), DAG)
        self.n = 0

    def doe(self, daad: str) -> None:
        self.n += 1
        try:
            with transaction.atomic():
                self._daden()[daad]()
        except WEIGERT:
            return

    def _daden(self) -> dict[str, Callable[[], Any]]:
        o, d, n = self.opp, self.door, self.n
        return {
            "handelingsdeel": lambda: schrijf(d, o, begeleiding=f"Tekst {n}"),
            "perspectief": lambda: schrijf(d, o, onderbouwing=f"Tekst {n}"),
            "voor": self._voor,
            "ja": lambda: zegt(d, MOEDER),
            "ja vader": lambda: zegt(d, VADER),
            "eens": lambda: (self._voor(), zegt(d, MOEDER), zegt(d, VADER)),
            "nee": lambda: zegt(d, VADER, "niet_akkoord"),
            "opnieuw": lambda: opnieuw_vragen(door=d, verzoek_id=self._verzoek().pk, op=NU),
            "gezag weg": lambda: self._gezag("nee"),
            "gezag terug": lambda: self._gezag("ja"),
            "praat": lambda: praat(d, o, sleutel(MOEDER)),
            "samen": lambda: praat(d, o, sleutel(VADER), sleutel(MOEDER)),
            "aanbod": lambda: bied_aan(d, o),
            "vertelt": lambda: vertelt(d, o),
            "punt": lambda: doen_ermee(d, o),
            "uitleg": lambda: leg_uit(d, o),
            "gehoord": lambda: (bied_aan(d, o), vertelt(d, o), doen_ermee(d, o), leg_uit(d, o)),
            "wil niet": lambda: wil_niet(d, o),
            "vast": self._vast,
            "herstel": lambda: opp_vaststellen_herstellen(door=d, pk=o.pk, op=NU),
            "bijstellen": lambda: opp_bijstellen(door=d, pk=o.pk, op=NU),
            "rod": lambda: rod_vastleggen(
                door=d, pk=o.pk, versie=Opp.objects.get().versie, wat="begin", op=DAG
            ),
            "terug": lambda: zet_evaluatie(o, OppVersie.objects.filter(status="vastgesteld")[0], d),
        }

    def _verzoek(self) -> Instemmingverzoek:
        return Instemmingverzoek.objects.filter(contact__naam=VADER).order_by("-pk")[0]

    def _voor(self) -> None:
        nu = huidige_versie(self.opp.pk)
        assert nu is not None
        wat = {"nummer": nu.nummer, "hash": hash_handelingsdeel(nu), "op": NU}
        opp_voorleggen(door=self.door, pk=self.opp.pk, **wat)

    def _vast(self) -> None:
        nu = concept_van(self.opp) if OppVersie.objects.filter(status="concept").exists() else None
        assert nu is not None
        opp_vaststellen(door=self.door, pk=self.opp.pk, nummer=nu.nummer, versie=nu.versie, op=NU)
        self.net_vast(OppVersie.objects.get(pk=nu.pk))

    def _gezag(self, waarde: str) -> None:
        Contactpersoon.objects.filter(naam=VADER).update(gezag=waarde)
        nachtwerk(self.decor.school.pk, DAG)

    def net_vast(self, v: OppVersie) -> None:
        """A version was set just now: all that the law asks for is there in rows (rules 6, 7, 12 to 15)."""
        ronde = {"opp": v.opp, "ronde": v.ronde}
        gesprek = Overeenstemming.objects.filter(status="gehouden", hash=hash_perspectief(v), **ronde)
        if not gesprek.filter(deelnemers__aanwezig=True, deelnemers__gezag=True).exists():
            pytest.fail("vastgesteld zonder overleg over deze tekst")
        recht = Hoorrecht.objects.filter(**ronde).first()
        gezegd = recht is not None and recht.inbreng.exists()
        verwerkt = gezegd and recht.invloeden.exists() and recht.toegelicht_op is not None
        if recht is None or not (verwerkt or (recht.ziet_af_op and not gezegd)):
            pytest.fail("vastgesteld zonder dat de leerling is gehoord")

    def klopt(self) -> None:
        """What holds after every act."""
        for v in OppVersie.objects.filter(status__in=("concept", "vastgesteld")):
            if v.handelingsdeel != "concept":
                assert v.hash == hash_handelingsdeel(v)
            if v.handelingsdeel == "akkoord":
                ja = Instemming.objects.filter(keuze="akkoord", hash=hash_handelingsdeel(v))
                wie = set(ja.filter(verzoek__vervallen_op=None).values_list("verzoek__contact_id", flat=True))
                assert wie == set(Contactpersoon.objects.filter(gezag="ja").values_list("pk", flat=True))
        opp = Opp.objects.get()
        assert OppVersie.objects.filter(status="vastgesteld").count() == int(opp.status == "loopt")


@pytest.mark.regel(10)
@pytest.mark.regel(13)
@given(st.sampled_from(KLAAR), st.lists(st.sampled_from(DADEN), min_size=4, max_size=9))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_geen_weg_om_de_wet_heen(decor: Decor, klaar: tuple[str, ...], daden: list[str]) -> None:
    punt = transaction.savepoint()
    try:
        for huis, naam in enumerate((MOEDER, VADER), 1):
            maak_contact(decor.leerling, naam, huishouden=huis)
        loop = Loop(decor)
        was = ""
        for daad in (*klaar, *daden):
            loop.doe(daad)
            loop.klopt()
            nu = Opp.objects.get().status
            assert nu == "loopt" or was != "loopt" or daad == "herstel", (
                "iets maakte het vaststellen ongedaan"
            )
            was = nu
    finally:
        transaction.savepoint_rollback(punt)
