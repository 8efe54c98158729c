"""Looking back on an OPP and the ROD: rules 16 to 18, what it leads to, and each refusal."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondersteuning.models import Opp, OppConclusie, OppDoel, OppEvaluatie, OppVersie, Uitkomst
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.opp.regels import rod
from ondersteuning.opp.termijnen import Evaluatiestand, Teruggekeken, evaluatiestand
from ondersteuning.querysets_evaluatie import met_stand, stand_van_rij
from ondersteuning.services.opp_jaar import (
    Doeluitkomst,
    Hoeverder,
    Terugblikwoorden,
    opp_evalueren,
    oppevaluatie_verbeteren,
    rod_vastleggen,
)
from ondersteuning.tests.opphulp import begin_opp, maak_compleet, zet_evaluatie, zet_vast
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

EEN = timedelta(days=1)
DAGEN = st.dates(date(2025, 8, 1), date(2028, 7, 31))
WOORDEN = Terugblikwoorden(DAG, "ja", "ja", "Het gaat beter.")
DOOR = Hoeverder(OppConclusie.VOORTZETTEN, DAG + 90 * EEN)


def evalueer(decor: Decor, opp: Opp, **anders: Any) -> OppEvaluatie:
    """Look back today and go on; anything can be changed by name."""
    versie = OppVersie.objects.get(opp=opp, status="vastgesteld")
    doelen = {
        d.stam: Doeluitkomst(Uitkomst.DEELS, "Bijna.") for d in OppDoel.objects.filter(oppversie=versie)
    }
    standaard: dict[str, Any] = {
        "door": decor.coordinator,
        "sleutel": uuid.uuid4(),
        "oppversie_id": versie.pk,
        "woorden": WOORDEN,
        "verder": DOOR,
        "doelen": doelen,
        "op": NU,
    }
    return opp_evalueren(pk=opp.pk, **(standaard | anders))


@pytest.fixture
def lopend(decor: Decor) -> Opp:
    """An OPP of the coordinator that is in force, with one goal."""
    opp = maak_compleet(decor)
    zet_vast(opp, decor.coordinator)
    return opp


@pytest.mark.regel(17)
def test_ouders_en_leerling_apart_met_hun_woorden_en_per_doel(decor: Decor, lopend: Opp) -> None:
    woorden = Terugblikwoorden(DAG, "wilde_niet", "nee", "Kort gesproken.", "Prima zo.", "Saai.", "Ilse")
    rij = evalueer(decor, lopend, woorden=woorden)
    rij.refresh_from_db()
    assert (rij.ouders, rij.leerling_erbij) == ("wilde_niet", "nee")
    assert (rij.ouders_zeggen, rij.leerling_zegt, rij.anderen) == ("Prima zo.", "Saai.", "Ilse")
    [doel] = rij.doelen.all()
    assert (doel.uitkomst, doel.toelichting) == ("deels", "Bijna.")
    lopend.refresh_from_db()
    assert lopend.evaluatie_op == DAG + 90 * EEN and lopend.status == "loopt"


def test_twee_keer_verstuurd_is_een(decor: Decor, lopend: Opp) -> None:
    sleutel = uuid.uuid4()
    bijstellen = Hoeverder(OppConclusie.BIJSTELLEN, DAG + EEN)
    eerste = evalueer(decor, lopend, sleutel=sleutel, verder=bijstellen)
    assert evalueer(decor, lopend, sleutel=sleutel, verder=bijstellen).pk == eerste.pk
    assert OppEvaluatie.objects.count() == 1 and lopend.versies.count() == 2


def test_bijstellen_begint_een_volgende_versie_of_gaat_verder_in_die_er_is(decor: Decor, lopend: Opp) -> None:
    bijstellen = Hoeverder(OppConclusie.BIJSTELLEN, DAG + EEN)
    evalueer(decor, lopend, verder=bijstellen)
    assert lopend.versies.filter(status="concept", ronde=2).count() == 1
    evalueer(decor, lopend, verder=bijstellen)
    assert lopend.versies.count() == 2


def test_afsluiten_kiest_geen_volgende_dag_en_sluit_zelf_niets(decor: Decor, lopend: Opp) -> None:
    rij = evalueer(decor, lopend, verder=Hoeverder(OppConclusie.AFSLUITEN, DAG + EEN))
    lopend.refresh_from_db()
    assert rij.volgende_op is None and lopend.status == "loopt" and lopend.evaluatie_op is None


@pytest.mark.regel(16)
@pytest.mark.parametrize(
    ("wat", "veld"),
    [
        ({"woorden": replace(WOORDEN, gehouden_op=DAG + EEN)}, "gehouden_op"),
        ({"woorden": replace(WOORDEN, gehouden_op=DAG - EEN)}, "gehouden_op"),
        ({"verder": Hoeverder(OppConclusie.VOORTZETTEN)}, "volgende_op"),
        ({"verder": Hoeverder(OppConclusie.BIJSTELLEN, DAG)}, "volgende_op"),
        ({"verder": Hoeverder(OppConclusie.VOORTZETTEN, date(2028, 8, 1))}, "volgende_op"),
        ({"doelen": {}}, "__all__"),
        ({"woorden": replace(WOORDEN, ouders="misschien")}, "ouders"),
    ],
)
def test_wat_niet_kan(decor: Decor, lopend: Opp, wat: dict[str, Any], veld: str) -> None:
    with pytest.raises(ValidationError) as fout:
        evalueer(decor, lopend, **wat)
    assert veld in (fout.value.message_dict if hasattr(fout.value, "error_dict") else {"__all__": 1})
    assert not OppEvaluatie.objects.exists()


def test_uiterste_volgende_dag_mag(decor: Decor, lopend: Opp) -> None:
    assert evalueer(decor, lopend, verder=Hoeverder(OppConclusie.VOORTZETTEN, date(2028, 7, 31)))


def test_andere_versie_geldt_intussen(decor: Decor, lopend: Opp) -> None:
    with pytest.raises(Verouderd):
        evalueer(decor, lopend, oppversie_id=lopend.versies.get().pk + 1)


def test_wie_en_wanneer_niet(decor: Decor, lopend: Opp) -> None:
    for wie, fout in ((decor.mentor, PermissionDenied), (decor.begeleider, Http404)):
        with pytest.raises(fout):
            evalueer(decor, lopend, door=wie)
    Opp.objects.filter(pk=lopend.pk).update(opsteller=decor.mentor.user)
    assert evalueer(decor, lopend, door=decor.mentor)
    Opp.objects.filter(pk=lopend.pk).update(status="afgesloten", einddatum=DAG)
    with pytest.raises(DaadNietToegestaan):
        evalueer(decor, lopend)


def test_voor_het_vaststellen_is_er_niets_om_op_terug_te_kijken(decor: Decor) -> None:
    opp = begin_opp(decor.coordinator, decor.leerling)
    with pytest.raises(DaadNietToegestaan):
        opp_evalueren(
            door=decor.coordinator,
            pk=opp.pk,
            sleutel=uuid.uuid4(),
            oppversie_id=1,
            woorden=WOORDEN,
            verder=DOOR,
            doelen={},
            op=NU,
        )


def test_verbeteren_bewaart_wat_er_stond(decor: Decor, lopend: Opp) -> None:
    rij = evalueer(decor, lopend)
    nieuw = replace(WOORDEN, ouders="nee")
    oppevaluatie_verbeteren(door=decor.coordinator, pk=rij.pk, versie=1, woorden=nieuw)
    with pytest.raises(Verouderd):
        oppevaluatie_verbeteren(door=decor.coordinator, pk=rij.pk, versie=1, woorden=WOORDEN)
    with pytest.raises(ValidationError):
        later = replace(WOORDEN, gehouden_op=DAG - EEN)
        oppevaluatie_verbeteren(door=decor.coordinator, pk=rij.pk, versie=2, woorden=later)
    rij.refresh_from_db()
    assert (rij.ouders, rij.versie, rij.conclusie) == ("nee", 2, "voortzetten")


@pytest.mark.regel(16)
@pytest.mark.regel(19)
@pytest.mark.parametrize(
    ("dag", "stand"),
    [
        (date(2027, 7, 31), Evaluatiestand.OPEN),
        (date(2027, 8, 1), Evaluatiestand.TE_LAAT),
        (date(2027, 10, 1), Evaluatiestand.GEDAAN),
    ],
)
def test_op_de_grens_van_het_schooljaar(dag: date, stand: Evaluatiestand) -> None:
    terug = [Teruggekeken(date(2027, 9, 30), True, True)]
    assert evaluatiestand(date(2026, 11, 1), terug, dag) == stand


@pytest.mark.regel(16)
@pytest.mark.regel(17)
def test_telt_alleen_met_beiden_of_een_weigering() -> None:
    dag = date(2027, 3, 1)
    for ouders, leerling, stand in (
        (True, True, Evaluatiestand.GEDAAN),
        (True, False, Evaluatiestand.OPEN),
        (False, True, Evaluatiestand.OPEN),
    ):
        assert evaluatiestand(date(2026, 11, 1), [Teruggekeken(dag, ouders, leerling)], dag) == stand


KEUZES = ("ja", "nee", "wilde_niet")


@given(DAGEN, DAGEN, st.lists(st.tuples(DAGEN, st.sampled_from(KEUZES), st.sampled_from(KEUZES)), max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.regel(16)
def test_lijst_en_regel_zeggen_hetzelfde(
    decor: Decor, lopend: Opp, begin: date, dag: date, keer: list[tuple[date, str, str]]
) -> None:
    """The list works in SQL what the pure function says, for any begin, day and evaluations."""
    versie = lopend.versies.get()
    OppEvaluatie.objects.filter(opp=lopend).delete()
    Opp.objects.filter(pk=lopend.pk).update(begindatum=begin)
    for op, ouders, leerling in keer:
        zet_evaluatie(
            lopend,
            versie,
            decor.coordinator,
            gehouden_op=op,
            ouders=ouders,
            leerling_erbij=leerling,
            volgende_op=op + EEN,
        )
    jaar = Schooljaar.van(dag)
    rij = met_stand(
        Opp.objects.filter(pk=lopend.pk), dag, jaar.begin, Schooljaar(jaar.beginjaar - 1).begin
    ).get()
    terug = [Teruggekeken(op, o != "nee", w != "nee") for op, o, w in keer]
    assert stand_van_rij(rij) == evaluatiestand(begin, terug, dag)


@pytest.mark.regel(18)
def test_begin_en_einde_in_het_rod(decor: Decor, lopend: Opp) -> None:
    door, pk = decor.coordinator, lopend.pk
    opp = rod_vastleggen(door=door, pk=pk, versie=1, wat="begin", op=DAG)
    assert (opp.rod_begin_op, opp.rod_begin_door, opp.versie) == (DAG, door.user, 2)
    with pytest.raises(Verouderd):
        rod_vastleggen(door=door, pk=pk, versie=1, wat="begin", op=None)
    assert rod_vastleggen(door=door, pk=pk, versie=2, wat="begin", op=None).rod_begin_door is None
    with pytest.raises(ValidationError, match="nog niet afgesloten"):
        rod_vastleggen(door=door, pk=pk, versie=3, wat="eind", op=DAG)
    Opp.objects.filter(pk=pk).update(status="afgesloten", einddatum=DAG)
    assert rod_vastleggen(door=door, pk=pk, versie=3, wat="eind", op=DAG).rod_eind_op == DAG


@pytest.mark.regel(18)
@pytest.mark.parametrize("dag", [DAG - EEN, DAG + EEN])
def test_dag_in_het_rod_die_niet_kan(decor: Decor, lopend: Opp, dag: date) -> None:
    with pytest.raises(ValidationError):
        rod_vastleggen(door=decor.coordinator, pk=lopend.pk, versie=1, wat="begin", op=dag)


@pytest.mark.regel(18)
def test_wat_nooit_is_vastgesteld_hoort_er_niet_in() -> None:
    """A draft that was closed has an end and no period."""
    assert list(rod(Feiten(DAG, 1, {}, einddatum=DAG))) == []
    assert len(list(rod(Feiten(DAG, 1, {}, begindatum=DAG, einddatum=DAG)))) == 2


@pytest.mark.regel(18)
def test_praktijkonderwijs_hoort_er_niet_in(decor: Decor, lopend: Opp) -> None:
    Opp.objects.filter(pk=lopend.pk).update(pro=True)
    with pytest.raises(ValidationError):
        rod_vastleggen(door=decor.coordinator, pk=lopend.pk, versie=1, wat="begin", op=DAG)
    with pytest.raises(PermissionDenied):
        rod_vastleggen(door=decor.mentor, pk=lopend.pk, versie=1, wat="begin", op=DAG)
