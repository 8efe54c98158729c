"""Talks about an OPP at the edges of rules 7, 11 and 20, and two people at the same time on real connections."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.access_opp_overleg import besproken_hashes
from ondersteuning.models import Instemming, Opp, OppVersie, Overeenstemming
from ondersteuning.opp.wacht import bekijk
from ondersteuning.oppakkoord import huidige_versie
from ondersteuning.oppfeiten import feiten_van, hash_handelingsdeel, hash_perspectief
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_antwoord import Antwoordgegevens, Gelezen, antwoord_noteren
from ondersteuning.services.opp_instemming import opp_voorleggen
from ondersteuning.services.opp_overleg import Plan, Verslag, overleg_plannen, overleg_vastleggen
from ondersteuning.tests.opphulp import concept_van, schrijf, zet_vast
from ondersteuning.tests.samenhulp import ACHTTIEN, klaar_opp, op_dag, stand_van, verzoek_van
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import DAG, NU
from zorgapp.testing.vast import tegelijk, vaste_school

D = timedelta(days=1)
MOEDER = "Marit Bakker"


def praat(door: Werkplek, opp: Opp, *wie: str, op: datetime = NU, **velden: Any) -> Overeenstemming:
    """Plan a talk with these people and write down that all of them came."""
    plan = Plan(timezone.localdate(op), "mail", op, wie=wie, anderen=(("Els Visser", "wijkteam"),))
    rij = overleg_plannen(door=door, pk=opp.pk, plan=plan, op=op)
    versie = huidige_versie(opp.pk)
    assert versie is not None
    erbij = tuple(rij.deelnemers.values_list("pk", flat=True))
    verslag = Verslag(
        op, "Besproken.", velden.pop("erbij", erbij), velden.pop("hash", hash_perspectief(versie)), **velden
    )
    return overleg_vastleggen(door=door, pk=rij.pk, versie=1, verslag=verslag, op=op)


def rood(opp: Opp, *regels: int, dag: Any = DAG) -> list[int]:
    """Which of these rules are red for the version that is made now."""
    versie = huidige_versie(opp.pk)
    assert versie is not None
    return [u.regel.nummer for u in bekijk(feiten_van(opp, versie, dag), regels) if not u.in_orde]


def sleutel(naam: str) -> str:
    return f"c{Contactpersoon.objects.get(naam=naam).pk}"


@pytest.mark.regel(7)
@pytest.mark.parametrize(
    ("wie", "in_orde"),
    [("met gezag", True), ("zonder gezag", False), ("leerling", False), ("kwam niet", False)],
)
def test_een_gesprek_telt_met_wie_gezag_heeft(decor: Decor, wie: str, in_orde: bool) -> None:
    opp = klaar_opp(decor, MOEDER)
    maak_contact(decor.leerling, "Oma Bakker", gezag="nee")
    assert rood(opp, 7) == [7]
    if wie == "kwam niet":
        rij = praat(decor.coordinator, opp, sleutel(MOEDER), "l", erbij=(), ook=(f"u{decor.mentor.user.pk}",))
        assert set(rij.deelnemers.values_list("aanwezig", "rol")) >= {(False, "moeder"), (True, "mentor")}
    else:
        namen = {"met gezag": sleutel(MOEDER), "zonder gezag": sleutel("Oma Bakker"), "leerling": "l"}
        praat(decor.coordinator, opp, namen[wie])
    assert (rood(opp, 7) == []) is in_orde


@pytest.mark.regel(7)
def test_wie_al_een_gesprek_plande_hoeft_dat_niet_nog_eens(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)

    def doe(na: int) -> str:
        versie = huidige_versie(opp.pk)
        assert versie is not None
        return bekijk(feiten_van(opp, versie, DAG + na * D), [7])[0].punten[0].doe

    for wie in ("l", sleutel(MOEDER)):
        assert doe(0) == "Plan een gesprek met de ouders."
        plan = Plan(DAG, "mail", NU + 3 * D, wie=(wie,))
        overleg_plannen(door=decor.coordinator, pk=opp.pk, plan=plan, op=NU)
    assert doe(0).startswith("Het gesprek is op ") and doe(3).startswith("Leg vast")


@pytest.mark.regel(7)
@pytest.mark.regel(20)
def test_vanaf_achttien_praat_je_met_de_leerling(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    ervoor, op = op_dag(decor.coordinator, ACHTTIEN - D), op_dag(decor.coordinator, ACHTTIEN)
    dag = timezone.make_aware(datetime.combine(ACHTTIEN, NU.time()))
    for door in (ervoor, op):
        with pytest.raises(ValidationError) as fout:
            plan = Plan(ervoor.dag, "mail", dag, wie=(sleutel(MOEDER),))
            overleg_plannen(door=door, pk=opp.pk, plan=plan, op=NU)
        assert list(fout.value.message_dict) == ["wie"]
    assert not Overeenstemming.objects.exists()
    praat(ervoor, opp, sleutel(MOEDER), op=dag - D)
    assert rood(opp, 7, dag=ACHTTIEN - D) == [] and rood(opp, 7, dag=ACHTTIEN) == [7]
    praat(op, opp, "l", op=dag)
    assert rood(opp, 7, dag=ACHTTIEN) == []


@pytest.mark.regel(11)
def test_na_een_andere_tekst_praat_je_opnieuw(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    praat(decor.coordinator, opp, sleutel(MOEDER))
    assert rood(opp, 7, 11) == []
    schrijf(decor.coordinator, opp, begeleiding="Elke week een uur.")
    assert rood(opp, 7, 11) == []  # the handelingsdeel asks agreement, no new talk
    schrijf(decor.coordinator, opp, belemmerend="Lawaai.")
    assert rood(opp, 7, 11) == [7, 11]
    praat(decor.coordinator, opp, sleutel(MOEDER))
    assert rood(opp, 7, 11) == []


@pytest.mark.regel(7)
def test_bij_een_bijstelling_telt_het_vorige_gesprek_niet(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    praat(decor.coordinator, opp, sleutel(MOEDER))
    zet_vast(opp, decor.coordinator)
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    assert rood(opp, 7) == [7]
    with pytest.raises(ValidationError, match="Bij een bijstelling praat je opnieuw"), transaction.atomic():
        praat(decor.coordinator, opp, sleutel(MOEDER), op=NU - D)
    assert rood(opp, 7) == [7]
    rij = praat(decor.coordinator, opp, sleutel(MOEDER))
    assert rij.ronde == 2 and rood(opp, 7) == []
    # who had gezag on that day keeps it in what was written down then
    Contactpersoon.objects.update(gezag="nee")
    erbij = tuple(rij.deelnemers.values_list("pk", flat=True))
    beter = Verslag(NU, "Beter verwoord.", erbij, rij.hash)
    overleg_vastleggen(door=decor.coordinator, pk=rij.pk, versie=rij.versie, verslag=beter, op=NU)
    assert rij.deelnemers.filter(gezag=True, aanwezig=True).count() == 1


def vast_decor() -> Decor:
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def als(door: Werkplek, dienst: Callable[..., Any], **gegevens: Any) -> Callable[[], Any]:
    """A function that runs a service in a transaction of its own; a refusal is a result."""

    def _doe() -> Any:
        try:
            with transaction.atomic():
                zet_context(door.school.pk, door.user.pk)
                return dienst(door=door, **gegevens)
        except (ValidationError, Verouderd) as fout:
            return type(fout)

    return _doe


@pytest.mark.regel(8)
def test_twee_ouders_antwoorden_tegelijk(vaste_database: None) -> None:
    decor = vast_decor()
    with in_school(decor.school.pk):
        opp = klaar_opp(decor, MOEDER, "Henk Bakker")
        versie = concept_van(opp)
    wat = {"pk": opp.pk, "nummer": versie.nummer, "hash": hash_van(versie, decor), "op": NU}
    leg = partial(als, decor.coordinator, opp_voorleggen, **wat)
    uit = tegelijk(leg(), leg())
    assert sorted(isinstance(u, OppVersie) for u in uit) == [False, True]
    with in_school(decor.school.pk):
        versie.refresh_from_db()
        verzoeken = [verzoek_van(MOEDER).pk, verzoek_van("Henk Bakker").pk]
    gelezen = Gelezen(versie.nummer, versie.hash)
    ja = Antwoordgegevens("akkoord", DAG, "mondeling")

    def zeg(verzoek: int) -> Callable[[], Any]:
        return als(
            decor.coordinator, antwoord_noteren, verzoek_id=verzoek, gelezen=gelezen, gegevens=ja, op=NU
        )

    uit = tegelijk(zeg(verzoeken[0]), zeg(verzoeken[1]), zeg(verzoeken[0]))
    with in_school(decor.school.pk):
        assert Instemming.objects.count() == 2 and ValidationError in uit
        assert stand_van(opp) == "akkoord"


def hash_van(versie: OppVersie, decor: Decor) -> str:
    with in_school(decor.school.pk):
        return hash_handelingsdeel(versie)


def test_een_verslag_van_twee_tegelijk(vaste_database: None) -> None:
    decor = vast_decor()
    with in_school(decor.school.pk):
        opp = klaar_opp(decor, MOEDER)
        plan = Plan(DAG, "mail", NU, wie=("l",))
        rij = overleg_plannen(door=decor.coordinator, pk=opp.pk, plan=plan, op=NU)
        wie = tuple(rij.deelnemers.values_list("pk", flat=True))
        hash_ = hash_perspectief(concept_van(opp))

    def leg(tekst: str) -> Callable[[], Any]:
        verslag = Verslag(NU, tekst, wie, hash_)
        return als(decor.coordinator, overleg_vastleggen, pk=rij.pk, versie=1, verslag=verslag, op=NU)

    uit = tegelijk(leg("Een."), leg("Twee."))
    assert Verouderd in uit
    with in_school(decor.school.pk):
        [gelukt] = [u for u in uit if isinstance(u, Overeenstemming)]
        assert Overeenstemming.objects.get().samenvatting == gelukt.samenvatting


@pytest.mark.regel(11)
def test_de_tekst_van_toen_staat_in_de_geschiedenis(vaste_database: None) -> None:
    """Written down after the text changed: what was discussed can be either, and nothing else."""
    decor = vast_decor()
    with in_school(decor.school.pk):
        opp = klaar_opp(decor, MOEDER)
        OppVersie.objects.filter(opp=opp).update(gemaakt_op=timezone.now() - D)
    with in_school(decor.school.pk):
        toen, moment = hash_perspectief(concept_van(opp)), timezone.now()
        assert besproken_hashes(concept_van(opp), moment) == [toen]
    with in_school(decor.school.pk):
        schrijf(decor.coordinator, opp, onderbouwing="Anders.")
        nu = concept_van(opp)
        assert besproken_hashes(nu, moment) == [hash_perspectief(nu), toen]
        assert besproken_hashes(nu, timezone.now() + D) == [hash_perspectief(nu)]
    with in_school(decor.school.pk):
        schrijf(decor.coordinator, opp, begeleiding="Alleen het handelingsdeel.")
        assert len(besproken_hashes(concept_van(opp), moment)) == 2
