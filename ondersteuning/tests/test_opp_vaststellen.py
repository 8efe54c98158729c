"""Setting an OPP: refused while exactly one thing misses, through with it; who may, what follows, taking it back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from leerlingen.models import Contactpersoon
from ondersteuning.models import (
    Hoorrecht,
    Instemmingverzoek,
    Opp,
    OppDoel,
    OppVersie,
    Overeenstemming,
)
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.opp.wacht import in_orde
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_vaststellen import (
    OppNietInOrde,
    opp_vaststellen,
    opp_vaststellen_herstellen,
)
from ondersteuning.tests.opphulp import (
    antwoord,
    concept_van,
    leg_voor,
    maak_compleet,
    schrijf,
    zet_evaluatie,
    zet_hoorrecht,
    zet_overleg,
    zet_vast,
)
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

Maak = Callable[[Decor, Opp], Any]


def stel_vast(door: Werkplek, opp: Opp, **anders: Any) -> OppVersie:
    nu = concept_van(opp)
    wat = {"nummer": nu.nummer, "versie": nu.versie, "op": NU} | anders
    return opp_vaststellen(door=door, pk=opp.pk, **wat)


def rood(door: Werkplek, opp: Opp) -> set[int]:
    """The rules that keep it from being set, as the refusal tells them; nothing was written."""
    with pytest.raises(OppNietInOrde) as fout:
        stel_vast(door, opp)
    opp.refresh_from_db()
    assert (opp.status, opp.begindatum, concept_van(opp).status) == ("concept", None, "concept")
    return {uitslag.regel.nummer for uitslag in fout.value.uitslagen}


def _zonder(veld: str) -> Maak:
    return lambda decor, opp: OppVersie.objects.filter(opp=opp).update(**{veld: ""})


def _hoorrecht(**velden: Any) -> Maak:
    return lambda decor, opp: Hoorrecht.objects.filter(opp=opp).update(**velden)


def _overleg_weg(decor: Decor, opp: Opp) -> None:
    Overeenstemming.objects.filter(opp=opp).update(status="afgezegd")


def _zonder_ouders(decor: Decor, opp: Opp) -> None:
    Overeenstemming.objects.get(opp=opp).deelnemers.update(aanwezig=False)


def _gezag_weg(decor: Decor, opp: Opp) -> None:
    Contactpersoon.objects.filter(leerling=decor.leerling).update(gezag="nee")


def _contact_weg(decor: Decor, opp: Opp) -> None:
    Contactpersoon.objects.filter(leerling=decor.leerling).update(beeindigd_op=DAG)


def _geen_invloed(decor: Decor, opp: Opp) -> None:
    Hoorrecht.objects.get(opp=opp).invloeden.all().delete()


@pytest.mark.parametrize(
    ("weg", "regels"),
    [
        pytest.param(_zonder("bestemming"), {6, 7}, marks=pytest.mark.regel(6)),
        pytest.param(_zonder("onderbouwing"), {6, 7}, marks=pytest.mark.regel(6)),
        pytest.param(_zonder("belemmerend"), {6, 7}, marks=pytest.mark.regel(6)),
        pytest.param(_zonder("bevorderend"), {6, 7}, marks=pytest.mark.regel(6)),
        pytest.param(_zonder("begeleiding"), {6}, marks=pytest.mark.regel(6)),
        pytest.param(_zonder("afwijkt"), {6}, marks=pytest.mark.regel(6)),
        pytest.param(
            lambda d, o: OppDoel.objects.filter(oppversie__opp=o).delete(), {6}, marks=pytest.mark.regel(6)
        ),
        pytest.param(_overleg_weg, {7}, marks=pytest.mark.regel(7)),
        pytest.param(_zonder_ouders, {7}, marks=pytest.mark.regel(7)),
        pytest.param(_gezag_weg, {9}, marks=pytest.mark.regel(9)),
        pytest.param(_contact_weg, {9}, marks=pytest.mark.regel(9)),
        pytest.param(_hoorrecht(wijze=""), {12}, marks=pytest.mark.regel(12)),
        pytest.param(_hoorrecht(hulp=""), {12}, marks=pytest.mark.regel(12)),
        pytest.param(_hoorrecht(toegelicht_op=None, toegelicht_door=None), {12}, marks=pytest.mark.regel(12)),
        pytest.param(_geen_invloed, {12, 15}, marks=pytest.mark.regel(15)),
    ],
)
def test_er_mist_een_ding(decor: Decor, weg: Maak, regels: set[int]) -> None:
    """Whatever is the one thing that misses, it is refused for that; and the same OPP is set with it."""
    opp = maak_compleet(decor)
    weg(decor, opp)
    assert rood(decor.coordinator, opp) == regels


def test_met_alles_gaat_het_door(decor: Decor) -> None:
    opp = maak_compleet(decor)
    rij = stel_vast(decor.coordinator, opp)
    opp.refresh_from_db()
    assert (rij.status, rij.vastgesteld_op, rij.vastgesteld_door) == (
        "vastgesteld",
        DAG,
        decor.coordinator.user,
    )
    assert (opp.status, opp.begindatum, opp.evaluatie_op) == ("loopt", DAG, date(2027, 6, 1))


@pytest.mark.regel(14)
@pytest.mark.parametrize("geboren", [date(2015, 1, 1), date(2011, 4, 12), date(2009, 1, 1)])
def test_op_geen_leeftijd_zonder_hoorrecht(decor: Decor, geboren: date) -> None:
    type(decor.leerling).objects.filter(pk=decor.leerling.pk).update(geboortedatum=geboren)
    opp = maak_compleet(decor, zonder="hoorrecht")
    assert rood(decor.coordinator, opp) == {6, 12, 14}
    zet_hoorrecht(opp, decor.coordinator, ziet_af=True)
    assert stel_vast(decor.coordinator, opp).status == "vastgesteld"


@pytest.mark.regel(13)
def test_bij_een_bijstelling_opnieuw(decor: Decor) -> None:
    """The version in force stays so until the pupil was heard again and the parents were spoken with again."""
    opp = maak_compleet(decor)
    eerste = stel_vast(decor.coordinator, opp)
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    contact = Contactpersoon.objects.get()
    zet_overleg(concept_van(opp), decor.coordinator, contact)
    with pytest.raises(OppNietInOrde) as fout:
        stel_vast(decor.coordinator, opp)
    assert {u.regel.nummer for u in fout.value.uitslagen} == {6, 12, 13, 14}
    eerste.refresh_from_db()
    assert eerste.status == "vastgesteld"
    zet_hoorrecht(opp, decor.coordinator, ronde=2)
    tweede = stel_vast(decor.coordinator, opp)
    eerste.refresh_from_db()
    assert (eerste.status, tweede.status, tweede.ronde) == ("vervangen", "vastgesteld", 2)


@pytest.mark.regel(8)
@pytest.mark.parametrize("akkoord", [None, True, False])
def test_zonder_akkoord_geldt_het_toch(decor: Decor, akkoord: bool | None) -> None:
    """The answer never keeps it from being set; without agreement the dispute path has a last day (42 days)."""
    opp = maak_compleet(decor)
    [verzoek] = leg_voor(concept_van(opp), decor.coordinator, Contactpersoon.objects.get())
    if akkoord is not None:
        antwoord(verzoek, decor.coordinator, akkoord=akkoord)
    rij = stel_vast(decor.coordinator, opp)
    assert rij.status == "vastgesteld"
    assert rij.geschil_tot == (None if akkoord else DAG + timedelta(days=42))
    opp.refresh_from_db()
    assert opp.status == "loopt"


@pytest.mark.regel(9)
def test_akkoord_van_wie_geen_gezag_meer_heeft(decor: Decor) -> None:
    opp = maak_compleet(decor)
    contact = Contactpersoon.objects.get()
    Contactpersoon.objects.create(
        school=decor.school,
        leerling=decor.leerling,
        naam="Piet Bakker",
        relatie="vader",
        gezag="ja",
        huishouden=2,
    )
    [verzoek] = leg_voor(concept_van(opp), decor.coordinator, contact)
    antwoord(verzoek, decor.coordinator)
    contact.gezag = "nee"
    contact.save(update_fields=["gezag"])
    assert rood(decor.coordinator, opp) == {9}
    Instemmingverzoek.objects.update(vervallen_op=DAG)
    assert stel_vast(decor.coordinator, opp).status == "vastgesteld"


@pytest.mark.regel(16)
@pytest.mark.regel(17)
@pytest.mark.regel(18)
def test_daarna_maakt_niet_in_orde_en_zet_niets_terug(decor: Decor) -> None:
    """Each of the three alone makes it "niet in orde"; it stays in force, and repairing it makes it in order again."""
    opp = maak_compleet(decor)
    vast = zet_vast(opp, decor.coordinator, begindatum=date(2026, 3, 1))
    wie = decor.coordinator.user
    goed: dict[str, Any] = {"rod_begin_op": DAG, "rod_begin_door": wie}
    Opp.objects.filter(pk=opp.pk).update(**goed)

    def stand() -> tuple[bool, str, str]:
        nu = Opp.objects.select_related("leerling").get(pk=opp.pk)
        vast.refresh_from_db()
        return in_orde(feiten_van(nu, vast, DAG)), nu.status, vast.status

    assert stand() == (False, "loopt", "vastgesteld")  # 16: not looked back on in 2025-2026
    rij = zet_evaluatie(
        opp, vast, decor.coordinator, gehouden_op=date(2026, 6, 1), volgende_op=date(2027, 6, 1)
    )
    assert stand() == (True, "loopt", "vastgesteld")
    type(rij).objects.filter(pk=rij.pk).update(gehouden_op=date(2026, 6, 1), leerling_erbij="nee")
    zet_evaluatie(opp, vast, decor.coordinator, gehouden_op=date(2026, 5, 1), volgende_op=date(2027, 6, 1))
    assert stand() == (False, "loopt", "vastgesteld")  # 17: the last one was without the pupil
    type(rij).objects.filter(pk=rij.pk).update(leerling_erbij="wilde_niet")
    assert stand()[0]
    Opp.objects.filter(pk=opp.pk).update(rod_begin_op=None, rod_begin_door=None)
    assert stand() == (False, "loopt", "vastgesteld")  # 18: not in the ROD
    Opp.objects.filter(pk=opp.pk).update(**goed)
    assert stand()[0]


def test_alleen_de_coordinator(decor: Decor) -> None:
    """The opsteller writes it, and does not set it; a begeleider without the pupil knows of nothing."""
    opp = maak_compleet(decor)
    Opp.objects.filter(pk=opp.pk).update(opsteller=decor.mentor.user)
    with pytest.raises(PermissionDenied):
        stel_vast(decor.mentor, opp)
    with pytest.raises(Http404):
        stel_vast(decor.begeleider, opp)
    assert concept_van(opp).status == "concept"


def test_twee_keer_is_een_keer(decor: Decor) -> None:
    opp = maak_compleet(decor)
    nu = concept_van(opp)
    gelezen = {"nummer": nu.nummer, "versie": nu.versie, "op": NU}
    opp_vaststellen(door=decor.coordinator, pk=opp.pk, **gelezen)
    with pytest.raises(DaadNietToegestaan, match="Deze versie is vastgesteld"):
        opp_vaststellen(door=decor.coordinator, pk=opp.pk, **gelezen)
    assert OppVersie.objects.filter(opp=opp, status="vastgesteld").count() == 1


def test_een_andere_tekst_dan_gelezen(decor: Decor) -> None:
    opp = maak_compleet(decor)
    oud = concept_van(opp).versie
    schrijf(decor.coordinator, opp, middelen="Twee uur.")
    with pytest.raises(Verouderd):
        stel_vast(decor.coordinator, opp, versie=oud)


@pytest.mark.parametrize(
    ("dag", "mag"),
    [(DAG - timedelta(days=1), False), (DAG, True), (date(2027, 7, 31), True), (date(2027, 8, 1), False)],
)
def test_terugkijken_in_dit_schooljaar(decor: Decor, dag: date, mag: bool) -> None:
    opp = maak_compleet(decor)
    if mag:
        stel_vast(decor.coordinator, opp, evaluatie_op=dag)
        opp.refresh_from_db()
        assert opp.evaluatie_op == dag
        return
    with pytest.raises(ValidationError) as fout:
        stel_vast(decor.coordinator, opp, evaluatie_op=dag)
    assert list(fout.value.message_dict) == ["evaluatie_op"]
    assert concept_van(opp).status == "concept"


def test_terugnemen_dezelfde_dag(decor: Decor) -> None:
    """It is a draft again, and what was in force before is in force again, with its own day to look back."""
    opp = maak_compleet(decor)
    stel_vast(decor.coordinator, opp)
    rij = opp_vaststellen_herstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    opp.refresh_from_db()
    assert (rij.status, rij.vastgesteld_op, rij.geschil_tot) == ("concept", None, None)
    assert (opp.status, opp.begindatum, opp.evaluatie_op) == ("concept", None, None)
    eerste = stel_vast(decor.coordinator, opp, evaluatie_op=date(2027, 3, 1))
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    zet_hoorrecht(opp, decor.coordinator, ronde=2)
    zet_overleg(concept_van(opp), decor.coordinator, Contactpersoon.objects.get())
    stel_vast(decor.coordinator, opp, evaluatie_op=date(2027, 5, 1))
    opp_vaststellen_herstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    opp.refresh_from_db()
    eerste.refresh_from_db()
    assert (eerste.status, opp.status, opp.evaluatie_op) == ("vastgesteld", "loopt", date(2027, 3, 1))


def test_terugnemen_kan_niet_meer(decor: Decor) -> None:
    """Not on a later day, and not when something followed."""
    opp = maak_compleet(decor)
    rij = stel_vast(decor.coordinator, opp)
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    with pytest.raises(DaadNietToegestaan, match="iets anders gedaan"):
        opp_vaststellen_herstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    concept_van(opp).delete()
    OppVersie.objects.filter(pk=rij.pk).update(vastgesteld_op=DAG - timedelta(days=1))
    with pytest.raises(DaadNietToegestaan, match="op de dag"):
        opp_vaststellen_herstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    OppVersie.objects.filter(pk=rij.pk).update(vastgesteld_op=DAG)
    zet_evaluatie(opp, rij, decor.coordinator)
    with pytest.raises(DaadNietToegestaan, match="iets anders gedaan"):
        opp_vaststellen_herstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    rij.refresh_from_db()
    assert rij.status == "vastgesteld"
