"""The jaarkalender: made once, moving along with the holidays, taken over next year, and its activities."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from beleid.access_jaar import activiteiten_van, get_activiteit, vrij_in
from beleid.eigendom_jaar import ACTIVITEIT
from beleid.jaarsjabloon import REGELS
from beleid.jaarstroken import Activiteitstatus
from beleid.klokken_jaar import SOORTEN
from beleid.models import Activiteit
from beleid.services import activiteit as een
from beleid.services.activiteit import Activiteitgegevens
from beleid.services.jaar import kalender_maken, kalender_overnemen, meeschuiven, overname
from zorgapp.accounts.models import Aanstelling, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.kern.schooljaar import Schooljaar, is_schooldag
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek

JAAR, VOLGEND = Schooljaar(2026), Schooljaar(2027)
TIJD = ZoneInfo("Europe/Amsterdam")
GEGEVENS = Activiteitgegevens(
    titel="Studiemiddag bèta",
    strook="ontwikkelpunt",
    van=date(2027, 3, 8),
    tot=date(2027, 3, 12),
    budget=Decimal("450.00"),
    indicator="Alle secties waren er",
)


def vrij(decor: Decor, van: date, tot: date) -> Vrijedag:
    return Vrijedag.objects.create(school=decor.school, naam="Vrij", van=van, tot=tot)


def _rij(regel: str, jaar: Schooljaar = JAAR) -> Activiteit:
    return Activiteit.objects.get(regel=regel, schooljaar=jaar.beginjaar)


def _wacht(pk: int) -> int:
    return Herinnering.objects.filter(soort="activiteit_begint", object_id=pk, status=Status.GEPLAND).count()


def test_de_kalender_maakt_zichzelf_een_keer(decor: Decor):
    door = decor.coordinator
    assert kalender_maken(door=door, jaar=JAAR) == len(REGELS)
    een.activiteit_vervalt(door=door, pk=_rij("intake").pk, versie=1)
    assert kalender_maken(door=door, jaar=JAAR) == 0
    assert Activiteit.objects.count() == len(REGELS)
    assert {rij.eigenaar_id for rij in activiteiten_van(door, JAAR)} == {door.user.pk}
    assert _wacht(_rij("tlv").pk) == 1 and _wacht(_rij("briefing").pk) == 0  # August is behind us


def test_een_jaar_dat_voorbij_is_blijft_zoals_het_was(decor: Decor):
    for doe in (kalender_maken, meeschuiven, kalender_overnemen):
        with pytest.raises(ValidationError, match="voorbij"):
            doe(door=decor.coordinator, jaar=Schooljaar(2025))
    assert not Activiteit.objects.exists()


def test_alleen_wie_aan_beleid_werkt_maakt_en_wijzigt(decor: Decor):
    kalender_maken(door=decor.coordinator, jaar=JAAR)
    leiding = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")
    rij = _rij("tlv")
    for doe in (
        lambda: kalender_maken(door=leiding, jaar=VOLGEND),
        lambda: meeschuiven(door=leiding, jaar=JAAR),
        lambda: kalender_overnemen(door=leiding, jaar=VOLGEND),
        lambda: een.activiteit_toevoegen(door=leiding, jaar=JAAR, gegevens=GEGEVENS),
        lambda: een.activiteit_wijzigen(door=leiding, pk=rij.pk, versie=1, gegevens=GEGEVENS),
        lambda: een.activiteit_afronden(door=leiding, pk=rij.pk, versie=1),
        lambda: een.activiteit_vervalt(door=leiding, pk=rij.pk, versie=1),
    ):
        with pytest.raises(PermissionDenied):
            doe()
    assert get_activiteit(leiding, rij.pk).versie == 1 and Activiteit.objects.count() == len(REGELS)
    with pytest.raises(Http404):
        get_activiteit(leiding, 10**9)


def test_valt_een_week_weg_dan_schuift_alleen_mee_wat_nog_van_het_sjabloon_is(decor: Decor):
    door = decor.coordinator
    kalender_maken(door=door, jaar=JAAR)
    eigen, klaar, schuift = _rij("intake"), _rij("toelating"), _rij("toegang_3")
    gegevens = Activiteitgegevens("Intake in Bergen", "samen", eigen.van, eigen.tot)
    een.activiteit_wijzigen(door=door, pk=eigen.pk, versie=1, gegevens=gegevens)
    een.activiteit_afronden(door=door, pk=klaar.pk, versie=1)
    vrij(decor, date(2027, 4, 12), date(2027, 4, 23))
    geschoven = meeschuiven(door=door, jaar=JAAR)
    assert ("toegang_3", schuift.van) in {(v.rij.regel, v.was) for v in geschoven}
    assert not {"intake", "toelating"} & {v.rij.regel for v in geschoven}
    assert _rij("toegang_3").van == date(2027, 4, 26)
    assert (_rij("intake").van, _rij("toelating").van) == (eigen.van, klaar.van)
    assert _wacht(schuift.pk) == 1  # the old one is withdrawn, the new one waits
    assert meeschuiven(door=door, jaar=JAAR) == []


def test_na_meeschuiven_begint_niets_op_een_vrije_dag(decor: Decor):
    kalender_maken(door=decor.coordinator, jaar=JAAR)
    vrij(decor, date(2027, 2, 1), date(2027, 2, 12))
    vrij(decor, date(2027, 5, 3), date(2027, 5, 17))
    assert len(meeschuiven(door=decor.coordinator, jaar=JAAR)) > 3
    vrije = vrij_in(JAAR)
    assert all(is_schooldag(r.van, vrije) and is_schooldag(r.tot, vrije) for r in Activiteit.objects.all())


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"van": date(2026, 7, 31)}, "van"),
        ({"tot": date(2027, 8, 1)}, "tot"),
        ({"tot": date(2027, 3, 7)}, "tot"),
        ({"strook": "bestaat_niet"}, "strook"),
        ({"titel": ""}, "titel"),
        ({"budget": Decimal("12345678.90")}, "budget"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_bij_zijn_veld(decor: Decor, anders: dict, veld: str):
    with pytest.raises(ValidationError) as fout:
        een.activiteit_toevoegen(door=decor.coordinator, jaar=JAAR, gegevens=replace(GEGEVENS, **anders))
    assert veld in fout.value.message_dict and not Activiteit.objects.exists()


def test_een_activiteit_van_begin_tot_eind_en_terug(decor: Decor):
    door = decor.coordinator
    rij = een.activiteit_toevoegen(door=door, jaar=JAAR, gegevens=replace(GEGEVENS, eigenaar=door.user))
    assert rij.met_de_hand and _wacht(rij.pk) == 1
    later = replace(GEGEVENS, eigenaar=door.user, van=date(2027, 3, 15), tot=date(2027, 3, 19))
    een.activiteit_wijzigen(door=door, pk=rij.pk, versie=1, gegevens=later)
    assert _wacht(rij.pk) == 1
    with pytest.raises(Verouderd):
        een.activiteit_wijzigen(door=door, pk=rij.pk, versie=1, gegevens=GEGEVENS)
    klaar = een.activiteit_afronden(door=door, pk=rij.pk, versie=2, uitkomst="Iedereen was er.", score=4)
    assert (klaar.status, klaar.klaar_op, _wacht(rij.pk)) == (Activiteitstatus.KLAAR, door.dag, 0)
    with pytest.raises(ValidationError, match="al afgerond"):
        een.activiteit_vervalt(door=door, pk=rij.pk, versie=3)
    terug = een.activiteit_terug(door=door, pk=rij.pk, versie=3)
    assert (terug.status, terug.klaar_op, _wacht(rij.pk)) == (Activiteitstatus.GEPLAND, None, 1)


def test_de_eigenaar_rondt_zelf_af_een_ander_niet(decor: Decor):
    docent = maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag, "Sanne")
    van_sanne = replace(GEGEVENS, eigenaar=docent.user)
    rij = een.activiteit_toevoegen(door=decor.coordinator, jaar=JAAR, gegevens=van_sanne)
    with pytest.raises(PermissionDenied):
        een.activiteit_afronden(door=decor.mentor, pk=rij.pk, versie=1)
    with pytest.raises(PermissionDenied):
        een.activiteit_vervalt(door=docent, pk=rij.pk, versie=1)
    assert een.activiteit_afronden(door=docent, pk=rij.pk, versie=1).status == Activiteitstatus.KLAAR


def test_herinnerd_op_de_eerste_dag_zolang_het_geldt(decor: Decor):
    rij = een.activiteit_toevoegen(
        door=decor.coordinator, jaar=JAAR, gegevens=replace(GEGEVENS, eigenaar=decor.mentor.user)
    )
    wacht = Herinnering.objects.get(object_id=rij.pk, soort="activiteit_begint")
    geldig = SOORTEN[0].nog_geldig
    assert wacht.niet_voor == datetime(2027, 3, 8, tzinfo=TIJD) and geldig(wacht, wacht.niet_voor)
    assert not geldig(wacht, wacht.niet_voor - timedelta(minutes=1))
    Activiteit.objects.filter(pk=rij.pk).update(eigenaar=decor.begeleider.user)
    assert not geldig(wacht, wacht.niet_voor)


def test_wie_weggaat_draagt_over(decor: Decor):
    rij = een.activiteit_toevoegen(
        door=decor.coordinator, jaar=JAAR, gegevens=replace(GEGEVENS, eigenaar=decor.mentor.user)
    )
    assert [s.id for s in ACTIVITEIT.open_van(decor.school.pk, decor.mentor.user.pk)] == [rij.pk]
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=date(2026, 11, 23))
    assert [s.id for s in ACTIVITEIT.zonder_toegang(decor.school.pk, decor.coordinator.dag)] == [rij.pk]
    ACTIVITEIT.overdragen(decor.coordinator, [rij.pk], decor.begeleider.user, decor.coordinator.dag)
    assert ACTIVITEIT.zonder_toegang(decor.school.pk, decor.coordinator.dag) == [] and _wacht(rij.pk) == 1
    ACTIVITEIT.overdragen(decor.coordinator, [rij.pk], None, decor.coordinator.dag)
    assert get_activiteit(decor.coordinator, rij.pk).eigenaar is None and _wacht(rij.pk) == 0


def test_overnemen_zegt_wat_niet_meegaat(decor: Decor):
    door = decor.coordinator
    kalender_maken(door=door, jaar=JAAR)
    eigen = een.activiteit_toevoegen(
        door=door, jaar=JAAR, gegevens=replace(GEGEVENS, eigenaar=decor.mentor.user)
    )
    een.activiteit_afronden(door=door, pk=eigen.pk, versie=1, uitkomst="Goed.", score=5)
    een.activiteit_vervalt(door=door, pk=_rij("intake").pk, versie=1)
    Aanstelling.objects.filter(user=decor.mentor.user).update(tot=date(2026, 11, 23))
    vooraf = overname(door, VOLGEND)
    assert [(r.regel, w) for r, w in vooraf.niet] == [("intake", "ging niet door")]
    uit = kalender_overnemen(door=door, jaar=VOLGEND)
    assert len(uit.mee) == len(REGELS)  # one fewer, and the one of our own
    nieuw = Activiteit.objects.get(stam=eigen.stam, schooljaar=2027)
    assert (nieuw.status, nieuw.uitkomst, nieuw.score, nieuw.klaar_op) == ("gepland", "", None, None)
    assert (nieuw.eigenaar, nieuw.budget, nieuw.van) == (None, Decimal("450.00"), date(2028, 3, 6))
    assert _rij("opp_overgenomen", VOLGEND).tot == date(2027, 9, 10)
    weer = kalender_overnemen(door=door, jaar=VOLGEND)
    assert not weer.mee and {waarom for _, waarom in weer.niet} == {"staat er al", "ging niet door"}
    assert kalender_maken(door=door, jaar=VOLGEND) == 1  # only what did not go on


def test_meer_dan_tweehonderd_past_niet(decor: Decor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(een, "MEEST", 1)
    een.activiteit_toevoegen(door=decor.coordinator, jaar=JAAR, gegevens=GEGEVENS)
    with pytest.raises(ValidationError, match="Laat er eerst een vervallen"):
        een.activiteit_toevoegen(door=decor.coordinator, jaar=JAAR, gegevens=GEGEVENS)
    assert Activiteit.objects.count() == 1
