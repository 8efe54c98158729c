"""Training: from a plan to what it brought, who signs up until when, what is refused, and what others are told."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleid.access_nieuws_bronnen import voorstellen
from beleid.access_plan import ernaast
from beleid.access_scholing import deelnamestand, deelnemers_van, eigen_deelname, get_scholing, scholing_van
from beleid.models import Scholing, Scholingdeelname
from beleid.services import scholing as een
from beleid.services import scholingdeelname as mee
from beleid.services.scholing import Scholinggegevens
from beleid.services.scholingjaar import scholing_overnemen
from zorgapp.accounts.models import Aanstelling, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_werkplek

JAAR = Schooljaar(2026)
NU = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


def gegevens(decor: Decor, **anders: object) -> Scholinggegevens:
    basis = Scholinggegevens(
        titel="Dyslexie in de les",
        datum=date(2026, 12, 8),
        doelgroep="alle docenten",
        eigenaar=decor.coordinator.user,
        kosten=Decimal("450.00"),
    )
    return replace(basis, **anders)  # type: ignore[arg-type]


def zet(decor: Decor, **anders: object) -> Scholing:
    return een.scholing_toevoegen(door=decor.coordinator, jaar=JAAR, gegevens=gegevens(decor, **anders))


def op_dag(wie: Werkplek, dag: date) -> Werkplek:
    return replace(wie, dag=dag)


def kijk_terug(door: Werkplek, rij: Scholing, waren: set[int], **anders: object) -> Scholing:
    rij.refresh_from_db()
    alle = set(Scholingdeelname.objects.filter(scholing=rij).values_list("pk", flat=True))
    velden = {"versie": rij.versie, "stond": alle, "waren": waren, "erbij": [], "opbrengst": "Veel."} | anders
    return mee.scholing_terugkijken(door=door, pk=rij.pk, **velden)  # type: ignore[arg-type]


def test_van_plan_tot_opbrengst_en_weer_open(decor: Decor):
    rij = zet(decor)
    er, niet = (mee.scholing_meedoen(door=wie, pk=rij.pk) for wie in (decor.mentor, decor.begeleider))
    docent = maak_werkplek(decor.school, Rol.DOCENT, DAG, "Sanne")
    door = op_dag(decor.coordinator, rij.datum)
    rij = kijk_terug(door, rij, {er.pk}, erbij=[docent.user])
    stand = deelnamestand(door, rij)
    assert stand is not None and (stand.aangemeld, stand.aanwezig, stand.zonder) == (2, 2, 1)
    assert rij.gegeven and rij.opbrengst == "Veel."
    niet.refresh_from_db()
    assert niet.aanwezig is False
    open_ = mee.scholing_heropenen(door=door, pk=rij.pk, versie=rij.versie)
    assert not open_.gegeven and open_.opbrengst == "Veel."
    assert mee.scholing_heropenen(door=door, pk=rij.pk, versie=open_.versie).versie == open_.versie
    kijk_terug(door, rij, {er.pk})  # who had not signed up was not there after all
    assert not Scholingdeelname.objects.filter(user=docent.user).exists()
    assert Scholingdeelname.objects.filter(scholing=rij).count() == 2


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"datum": date(2026, 7, 31)}, "datum"),
        ({"datum": date(2027, 8, 1)}, "datum"),
        ({"titel": ""}, "titel"),
        ({"doelgroep": ""}, "doelgroep"),
        ({"kosten": Decimal("-1")}, "kosten"),
        ({"kosten": Decimal("12345678.90")}, "kosten"),
        ({"waarom": "x" * 401}, "waarom"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_bij_zijn_veld(decor: Decor, anders: dict, veld: str):
    with pytest.raises(ValidationError) as fout:
        zet(decor, **anders)
    assert veld in fout.value.message_dict and not Scholing.objects.exists()


@pytest.mark.parametrize("datum", [date(2026, 8, 1), date(2027, 7, 31)])
def test_de_eerste_en_de_laatste_dag_van_het_jaar_horen_erbij(decor: Decor, datum: date):
    assert zet(decor, datum=datum).datum == datum


def test_aanmelden_en_afmelden_kan_tot_en_met_de_dag_en_twee_keer_is_een_keer(decor: Decor):
    rij = zet(decor)
    laatst, te_laat = op_dag(decor.mentor, rij.datum), op_dag(decor.mentor, rij.datum + timedelta(1))
    assert mee.scholing_meedoen(door=laatst, pk=rij.pk) == mee.scholing_meedoen(door=laatst, pk=rij.pk)
    with pytest.raises(ValidationError, match="al geweest"):
        mee.scholing_afmelden(door=te_laat, pk=rij.pk)
    assert Scholingdeelname.objects.count() == 1
    assert mee.scholing_afmelden(door=laatst, pk=rij.pk) is True
    assert mee.scholing_afmelden(door=laatst, pk=rij.pk) is False
    with pytest.raises(ValidationError, match="al geweest"):
        mee.scholing_meedoen(door=te_laat, pk=rij.pk)
    assert not Scholingdeelname.objects.exists()


def test_wie_wat_mag(decor: Decor):
    """The schoolleiding reads and counts, a colleague reads and signs up, an external is nowhere."""
    rij = zet(decor, datum=DAG)
    leiding, extern = (
        maak_werkplek(decor.school, rol, DAG, "Wie") for rol in (Rol.SCHOOLLEIDING, Rol.EXTERNE)
    )
    mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    assert deelnamestand(decor.mentor, rij) is None and deelnamestand(leiding, rij) is not None
    for wie in (leiding, decor.mentor):
        for doe in (
            lambda wie=wie: deelnemers_van(wie, rij, None),
            lambda wie=wie: een.scholing_toevoegen(door=wie, jaar=JAAR, gegevens=gegevens(decor)),
            lambda wie=wie: een.scholing_wijzigen(
                door=wie, pk=rij.pk, versie=1, gegevens=gegevens(decor), op=NU
            ),
            lambda wie=wie: een.scholing_vervalt(door=wie, pk=rij.pk, versie=1, op=NU),
            lambda wie=wie: kijk_terug(wie, rij, set()),
            lambda wie=wie: mee.scholing_opbrengst(door=wie, pk=rij.pk, versie=1, opbrengst="Veel."),
            lambda wie=wie: scholing_overnemen(door=wie, jaar=JAAR),
        ):
            with pytest.raises(PermissionDenied):
                doe()
    for doe in (lambda: scholing_van(extern, JAAR), lambda: mee.scholing_meedoen(door=extern, pk=rij.pk)):
        with pytest.raises(PermissionDenied):
            doe()
    rij.refresh_from_db()
    assert (rij.versie, rij.gegeven, Scholingdeelname.objects.count()) == (1, False, 1)


def test_de_eigenaar_schrijft_de_opbrengst_en_ziet_geen_namen(decor: Decor):
    rij = zet(decor, eigenaar=decor.mentor.user, datum=DAG)
    with pytest.raises(Verouderd):
        mee.scholing_opbrengst(door=decor.mentor, pk=rij.pk, versie=9, opbrengst="Oud.")
    na = mee.scholing_opbrengst(door=decor.mentor, pk=rij.pk, versie=1, opbrengst=" Veel. ")
    assert (na.opbrengst, na.gegeven) == ("Veel.", False)
    with pytest.raises(PermissionDenied):
        deelnemers_van(decor.mentor, rij, None)


def test_terugkijken_kan_vanaf_de_dag_en_niet_met_een_oud_formulier(decor: Decor):
    rij = zet(decor)
    with pytest.raises(ValidationError, match="vanaf de dag"):
        kijk_terug(op_dag(decor.coordinator, rij.datum - timedelta(1)), rij, set())
    door = op_dag(decor.coordinator, rij.datum)
    with pytest.raises(Verouderd):
        kijk_terug(door, rij, set(), versie=7)
    extern = maak_werkplek(decor.school, Rol.EXTERNE, DAG, "Buiten")
    with pytest.raises(ValidationError, match="uit de lijst"):
        kijk_terug(door, rij, set(), erbij=[extern.user])
    rij.refresh_from_db()
    assert not rij.gegeven and not Scholingdeelname.objects.exists()
    na = kijk_terug(door, rij, set())
    with pytest.raises(ValidationError, match="al gegeven"):
        een.scholing_vervalt(door=door, pk=rij.pk, versie=na.versie, op=NU)


def test_wie_zich_meldt_terwijl_het_formulier_openstaat_blijft_ongemoeid(decor: Decor):
    rij = zet(decor, datum=DAG)
    ander = zet(decor, titel="Rekenen", datum=DAG)
    vreemd = mee.scholing_meedoen(door=decor.mentor, pk=ander.pk)
    stond = mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    later = mee.scholing_meedoen(door=decor.begeleider, pk=rij.pk)
    kijk_terug(decor.coordinator, rij, {stond.pk}, stond={stond.pk, vreemd.pk, 10**15})
    for deelname in (later, vreemd):
        deelname.refresh_from_db()
        assert deelname.aanwezig is None


def test_gaat_niet_door_en_toch_wel(decor: Decor):
    rij = zet(decor)
    mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
    weg = een.scholing_vervalt(door=decor.coordinator, pk=rij.pk, versie=1, op=NU)
    assert een.scholing_vervalt(door=decor.coordinator, pk=rij.pk, versie=1, op=NU).versie == weg.versie
    assert [len(scholing_van(w, JAAR)) for w in (decor.coordinator, decor.mentor, decor.begeleider)] == [
        1,
        1,
        0,
    ]
    with pytest.raises(Http404):
        get_scholing(decor.begeleider, rij.pk)
    with pytest.raises(ValidationError, match="gaat niet door"):
        mee.scholing_afmelden(door=decor.mentor, pk=rij.pk)
    with pytest.raises(ValidationError, match="gaat niet door"):
        een.scholing_wijzigen(
            door=decor.coordinator, pk=rij.pk, versie=weg.versie, gegevens=gegevens(decor), op=NU
        )
    assert "scholing" not in ernaast(decor.coordinator, JAAR)
    assert not [v for v in voorstellen(decor.coordinator) if v.bron.startswith("scholing")]
    with pytest.raises(Verouderd):
        een.scholing_terug(door=decor.coordinator, pk=rij.pk, versie=1)
    een.scholing_terug(door=decor.coordinator, pk=rij.pk, versie=weg.versie)
    assert eigen_deelname(decor.mentor, get_scholing(decor.begeleider, rij.pk)) is not None
    assert ernaast(decor.coordinator, JAAR)["scholing"] == ["Dyslexie in de les (alle docenten)"]
    assert [v.bron for v in voorstellen(decor.coordinator)] == [f"scholing:{rij.pk}"]


def test_overnemen_naar_het_volgende_jaar(decor: Decor):
    """Same week and words; who took part and what it brought stay behind, and a second press adds nothing."""
    weg = zet(decor, titel="Ging niet door")
    een.scholing_vervalt(door=decor.coordinator, pk=weg.pk, versie=1, op=NU)
    rij = zet(decor, eigenaar=decor.mentor.user, datum=DAG, waarom="Het was nodig.")
    deelname = mee.scholing_meedoen(door=decor.begeleider, pk=rij.pk)
    kijk_terug(decor.coordinator, rij, {deelname.pk})
    Vrijedag.objects.create(school=decor.school, naam="Vrij", van=date(2027, 11, 22), tot=date(2027, 11, 26))
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=date(2026, 8, 31))
    volgend = Schooljaar(2027)
    uit = scholing_overnemen(door=decor.coordinator, jaar=volgend)
    assert [r.titel for r in uit.mee] == ["Dyslexie in de les"]
    assert [waarom for _, waarom in uit.niet] == ["ging niet door"]
    nieuw = Scholing.objects.get(schooljaar=2027)
    assert (nieuw.opbrengst, nieuw.gegeven, nieuw.deelnames.count()) == ("", False, 0)
    assert (nieuw.waarom, nieuw.kosten) == ("Het was nodig.", Decimal("450.00"))
    assert nieuw.eigenaar == decor.coordinator.user  # the mentor does not work here any more
    assert nieuw.datum in (date(2027, 11, 19), date(2027, 11, 29))
    assert not scholing_overnemen(door=decor.coordinator, jaar=volgend).mee
    with pytest.raises(ValidationError, match="voorbij"):
        scholing_overnemen(door=decor.coordinator, jaar=Schooljaar(2025))


def test_een_jaar_is_een_keer_vol(decor: Decor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(een, "MEEST", 1)
    rij = zet(decor)
    with pytest.raises(ValidationError, match="Er staan al"):
        zet(decor, titel="Nog een")
    weg = een.scholing_vervalt(door=decor.coordinator, pk=rij.pk, versie=1, op=NU)
    zet(decor, titel="Nog een")
    with pytest.raises(ValidationError, match="Er staan al"):
        een.scholing_terug(door=decor.coordinator, pk=rij.pk, versie=weg.versie)


STAPPEN = st.lists(st.sampled_from(["mee", "af", "weg", "terug", "kijk", "open"]), max_size=8)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STAPPEN)
def test_welke_weg_ook_het_blijft_kloppen(decor: Decor, stappen: list[str]):
    """Never given and called off at once, never somebody twice, and the version goes up only when something changed."""
    rij, door = zet(decor, datum=DAG), decor.coordinator
    for stap in stappen:
        was = Scholing.objects.get(pk=rij.pk)
        try:
            if stap == "mee":
                mee.scholing_meedoen(door=decor.mentor, pk=rij.pk)
            elif stap == "af":
                mee.scholing_afmelden(door=decor.mentor, pk=rij.pk)
            elif stap == "weg":
                een.scholing_vervalt(door=door, pk=rij.pk, versie=was.versie, op=NU)
            elif stap == "terug":
                een.scholing_terug(door=door, pk=rij.pk, versie=was.versie)
            elif stap == "kijk":
                kijk_terug(door, rij, set())
            else:
                mee.scholing_heropenen(door=door, pk=rij.pk, versie=was.versie)
        except (ValidationError, Http404):
            assert Scholing.objects.get(pk=rij.pk).versie == was.versie
        nu = Scholing.objects.get(pk=rij.pk)
        assert not (nu.gegeven and nu.weg_op)
        assert (nu.versie == was.versie) or stap in {"weg", "terug", "kijk", "open"}
        assert Scholingdeelname.objects.filter(scholing=rij, user=decor.mentor.user).count() <= 1
