"""A yearly plan through the services: beginning, writing with two, setting, publishing, the next version."""

import uuid
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.http import Http404
from django.utils import timezone

from beleid.access_plan import delen_van, factoren_van, leesstand, reacties_van
from beleid.kerngetallen import KERNCIJFERS, Kernstand
from beleid.klokken_plan import SOORTEN
from beleid.models import Beleidsplan, Kengetal, Plandeel, Planlezing
from beleid.planbeeld import lees_beeld
from beleid.services import plan as dienst
from beleid.services import planreactie, planstap
from beleid.tests.planhulp import begin, leg_voor, naar_team, publiceer, stel_vast
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek


@pytest.fixture
def leider(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")


def schrijf(door: Werkplek, plan: Beleidsplan, soort: str, tekst: str, versie: int = 1) -> Plandeel:
    return dienst.deel_schrijven(
        door=door, plan_id=plan.pk, soort=soort, versie=versie, tekst=tekst, op=timezone.now()
    )


def wachtend(soort: str) -> set[int]:
    rijen = Herinnering.objects.filter(soort=soort, status=Status.GEPLAND)
    return set(rijen.values_list("ontvanger_id", flat=True))


def test_uit_het_voorbeeld_en_maar_een_keer(decor: Decor) -> None:
    plan = begin(decor.coordinator)
    assert len(delen_van(plan)) == 11 and all(d.tekst for d in delen_van(plan).values())
    assert {f.score for f in factoren_van(plan)} == {None}
    with pytest.raises(ValidationError, match="al een plan"):
        begin(decor.coordinator)
    with pytest.raises(ValidationError, match="dit schooljaar of het volgende"):
        begin(decor.coordinator, jaar=2)
    with pytest.raises(StapNietToegestaan, match="geen eerder plan"):
        begin(decor.coordinator, uit_vorig=True, jaar=1)
    assert Beleidsplan.objects.count() == 1


def test_uit_het_plan_van_vorig_jaar(decor: Decor, leider: Werkplek) -> None:
    """Texts and factors come along, scores do not: they stand beside the new ones."""
    vorig = begin(decor.coordinator)
    schrijf(decor.coordinator, vorig, "visie", "Onze visie.")
    eerste = factoren_van(vorig)[0]
    dienst.factoren_scoren(door=decor.coordinator, plan_id=vorig.pk, scores={eerste.pk: (1, 4)})
    stel_vast(decor.coordinator, leider, vorig)
    plan = begin(decor.coordinator, uit_vorig=True, jaar=1)
    assert delen_van(plan)["visie"].tekst == "Onze visie." and plan.begonnen_uit_id == vorig.pk
    nieuw = factoren_van(plan)
    assert len(nieuw) == 6 and {f.score for f in nieuw} == {None}
    assert nieuw[0].vorige is not None and nieuw[0].vorige.score == 4


def test_twee_schrijven_in_een_plan(decor: Decor) -> None:
    """Different parts go side by side; who saves an older version of the same part is told, and nothing is lost."""
    plan, ander = begin(decor.coordinator), maak_werkplek(decor.school, Rol.ZORGCOORDINATOR)
    schrijf(decor.coordinator, plan, "visie", "Van Angelica.")
    schrijf(ander, plan, "scholing", "Van de ander.")
    with pytest.raises(Verouderd):
        schrijf(ander, plan, "visie", "Ook van de ander.", versie=1)
    delen = delen_van(plan)
    assert delen["visie"].tekst == "Van Angelica." and delen["visie"].gewijzigd_door == decor.coordinator.user
    assert delen["scholing"].versie == 2 and delen["evaluatie"].versie == 1
    schrijf(ander, plan, "visie", "Van Angelica.", versie=2)
    assert delen_van(plan)["visie"].versie == 2, "the same text is no new version"


def test_scores_naast_elkaar(decor: Decor) -> None:
    plan = begin(decor.coordinator)
    een, twee = factoren_van(plan)[:2]
    scores = {een.pk: (1, 3), twee.pk: (1, None)}
    assert dienst.factoren_scoren(door=decor.coordinator, plan_id=plan.pk, scores=scores) == 1
    with pytest.raises(Verouderd):
        dienst.factoren_scoren(
            door=decor.coordinator, plan_id=plan.pk, scores={een.pk: (1, 5), twee.pk: (1, 2)}
        )
    assert [f.score for f in factoren_van(plan)[:2]] == [3, None], "all or nothing"
    with pytest.raises(ValidationError):
        dienst.factoren_scoren(door=decor.coordinator, plan_id=plan.pk, scores={twee.pk: (1, 6)})
    with pytest.raises(Http404):
        dienst.factor_weghalen(door=decor.coordinator, plan_id=plan.pk, factor_id=0, versie=1)


def test_het_hele_pad(decor: Decor, leider: Werkplek) -> None:
    """Before the team, a comment and its answer, before the leadership, back with a reason, set, published, read."""
    z, m = decor.coordinator, decor.mentor
    plan = naar_team(z, begin(z))
    assert wachtend("plan_bespreken") == {m.user.pk, decor.begeleider.user.pk, leider.user.pk}
    sleutel = uuid.uuid4()
    for _ in range(2):
        reactie = planreactie.plan_reageren(
            door=m,
            plan_id=plan.pk,
            soort="visie",
            tekst="Mooi, maar lang.",
            sleutel=sleutel,
            op=timezone.now(),
        )
    assert len(reacties_van(plan)) == 1
    with pytest.raises(StapNietToegestaan, match="nog reageren"):
        leg_voor(z, plan)
    plan = planstap.plan_terughalen(door=z, plan_id=plan.pk, versie=plan.versie)
    assert wachtend("plan_bespreken") == set()
    with pytest.raises(StapNietToegestaan, match="reacties open"):
        leg_voor(z, plan)
    planreactie.reactie_behandelen(
        door=z, plan_id=plan.pk, reactie_id=reactie.pk, versie=1, uitkomst="verwerkt", antwoord="Ingekort."
    )
    plan = leg_voor(z, plan)
    assert wachtend("plan_voorgelegd") == {leider.user.pk}
    with pytest.raises(StapNietToegestaan, match="ligt bij de schoolleiding"):
        schrijf(z, plan, "visie", "Nog iets.")
    with pytest.raises(ValidationError, match="nog moet veranderen"):
        planstap.plan_terugsturen(
            door=leider, plan_id=plan.pk, versie=plan.versie, reden=" ", op=timezone.now()
        )
    plan = planstap.plan_terugsturen(
        door=leider, plan_id=plan.pk, versie=plan.versie, reden="Noem de uren.", op=timezone.now()
    )
    assert (plan.status, plan.terug_met) == ("concept", "Noem de uren.") and not Kengetal.objects.exists()
    assert wachtend("plan_voorgelegd") == set() and wachtend("plan_besloten") == {z.user.pk}
    plan = publiceer(z, leider, plan)
    assert plan.status == "gepubliceerd" and plan.terug_met == ""
    assert wachtend("plan_lezen") == {m.user.pk, decor.begeleider.user.pk, leider.user.pk}
    for _ in range(2):
        planstap.plan_gelezen(door=m, plan_id=plan.pk, op=timezone.now())
    stand = leesstand(z, plan)
    assert (stand.gelezen, stand.van) == (2, 4) and Planlezing.objects.count() == 2


def test_alleen_de_schoolleiding_stelt_vast(decor: Decor, leider: Werkplek) -> None:
    plan = leg_voor(decor.coordinator, begin(decor.coordinator))
    velden = {"plan_id": plan.pk, "versie": plan.versie, "op": timezone.now()}
    with pytest.raises(PermissionDenied):
        planstap.plan_vaststellen(door=decor.coordinator, **velden)
    with pytest.raises(Http404):
        planstap.plan_vaststellen(door=decor.mentor, **velden)
    with pytest.raises(Verouderd):
        planstap.plan_vaststellen(door=leider, **velden | {"versie": plan.versie - 1})
    planstap.plan_vaststellen(door=leider, **velden)
    assert Beleidsplan.objects.get().vastgesteld_door == leider.user


def test_kengetallen_liggen_vast(decor: Decor, leider: Werkplek, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = begin(decor.coordinator)
    levend = {b.soort: b for b in lees_beeld(decor.coordinator, plan)}["kengetallen"]
    assert len(levend.getallen) == 10 and levend.bij == "De cijfers van afgelopen nacht."
    toen = Kernstand(KERNCIJFERS["signalen"], Decimal(38), "38", decor.coordinator.dag)
    monkeypatch.setattr("beleid.services.planstap.kernstanden", lambda *_: {"signalen": toen})
    stel_vast(decor.coordinator, leider, plan)
    plan.refresh_from_db()
    monkeypatch.setattr("beleid.planbeeld.kernstanden", lambda *_: pytest.fail("a set plan asks no figures"))
    vast = {b.soort: b for b in lees_beeld(decor.coordinator, plan)}["kengetallen"]
    assert [(g.label, g.waarde) for g in vast.getallen] == [("signalen", "38")]
    with pytest.raises(ProgrammingError), transaction.atomic():
        Kengetal.objects.update(waarde="39")


def test_een_plan_voor_volgend_jaar_noemt_het_jaar_van_zijn_cijfers(decor: Decor, leider: Werkplek) -> None:
    plan = begin(decor.coordinator, jaar=1)

    def bij() -> str:
        return {b.soort: b.bij for b in lees_beeld(decor.coordinator, plan)}["kengetallen"]

    assert (
        bij() == f"De cijfers van afgelopen nacht, over schooljaar {Schooljaar.van(decor.coordinator.dag)}."
    )
    stel_vast(decor.coordinator, leider, plan)
    plan.refresh_from_db()
    for op, wanneer in ((decor.coordinator.dag, ", over schooljaar"), (plan.jaar.begin, "")):
        plan.vastgesteld_op = datetime.combine(op, time(12), UTC)
        assert bij().startswith(f"Zo stond het toen het plan werd vastgesteld{wanneer}")
    assert bij().endswith("vastgesteld.")


def test_een_volgende_versie(decor: Decor, leider: Werkplek) -> None:
    """It starts from what holds; both stay readable, and reading is of the one that holds."""
    z = decor.coordinator
    eerste = publiceer(z, leider, begin(z))
    tweede = dienst.plan_volgende(door=z, plan_id=eerste.pk, op=timezone.now())
    assert (tweede.nummer, tweede.begonnen_uit_id) == (2, eerste.pk)
    with pytest.raises(StapNietToegestaan, match="al een versie 2"):
        dienst.plan_volgende(door=z, plan_id=eerste.pk, op=timezone.now())
    zichtbaar = Beleidsplan.objects.zichtbaar_voor(decor.mentor)
    assert set(zichtbaar) == {eerste}
    planstap.plan_gelezen(door=decor.mentor, plan_id=eerste.pk, op=timezone.now())
    publiceer(z, leider, tweede)
    assert set(zichtbaar.all()) == {eerste, tweede}
    with pytest.raises(StapNietToegestaan, match="nieuwere versie"):
        planstap.plan_gelezen(door=decor.begeleider, plan_id=eerste.pk, op=timezone.now())


def test_weghalen_kan_zolang_er_niets_is_geschreven(decor: Decor) -> None:
    plan = begin(decor.coordinator)
    dienst.plan_weghalen(door=decor.coordinator, plan_id=plan.pk, versie=1)
    assert not Beleidsplan.objects.exists() and not Plandeel.objects.exists()
    plan = begin(decor.coordinator)
    schrijf(decor.coordinator, plan, "visie", "Onze visie.")
    with pytest.raises(StapNietToegestaan, match="al gewerkt"):
        dienst.plan_weghalen(door=decor.coordinator, plan_id=plan.pk, versie=1)
    assert delen_van(plan)["visie"].tekst == "Onze visie."


@pytest.mark.parametrize("dagen", [0, -1, 61])
def test_een_dag_om_te_reageren(decor: Decor, dagen: int) -> None:
    plan = begin(decor.coordinator)
    with pytest.raises(ValidationError, match="na vandaag"):
        naar_team(decor.coordinator, plan, dagen)
    plan.refresh_from_db()
    assert plan.status == "concept" and not Herinnering.objects.exists()


def test_een_herinnering_vervalt_met_haar_reden(decor: Decor, leider: Werkplek) -> None:
    soorten = {soort.sleutel: soort for soort in SOORTEN}
    plan = naar_team(decor.coordinator, begin(decor.coordinator), dagen=3)
    rij = Herinnering.objects.filter(soort="plan_bespreken", ontvanger=decor.mentor.user).get()
    op = timezone.now().replace(year=2026, month=11, day=24, hour=12)
    geldig = soorten["plan_bespreken"].nog_geldig
    assert geldig(rij, op + timedelta(days=3)) and not geldig(rij, op + timedelta(days=4))
    plan = planstap.plan_terughalen(door=decor.coordinator, plan_id=plan.pk, versie=plan.versie)
    assert not geldig(rij, op)
    publiceer(decor.coordinator, leider, plan)
    rij = Herinnering.objects.filter(soort="plan_lezen", ontvanger=decor.mentor.user).get()
    assert soorten["plan_lezen"].nog_geldig(rij, op)
    planstap.plan_gelezen(door=decor.mentor, plan_id=plan.pk, op=op)
    assert not soorten["plan_lezen"].nog_geldig(rij, op)
