"""The offer text: from the catalogue to being set; each refusal; what is frozen; reminders at their edges."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from beleid.aanbodregels import merk
from beleid.access_aanbod import get_aanbodtekst, regels_van, teksten_van
from beleid.klokken_aanbod import SOORTEN, nachtwerk
from beleid.models import Aanbodalinea, Aanbodtekst
from beleid.services.aanbodbesluit import (
    aanbodtekst_terughalen,
    aanbodtekst_terugsturen,
    aanbodtekst_vaststellen,
    aanbodtekst_voorleggen,
)
from beleid.services.aanbodtekst import (
    aanbodtekst_beginnen,
    aanbodtekst_schrijven,
    aanbodtekst_weggooien,
    alinea_schrijven,
)
from ondersteuning.models import Aanbod
from ondersteuning.tests.aanbodhulp import maak_aanbod
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_school, maak_werkplek

ZONE = ZoneInfo("Europe/Amsterdam")
OP = datetime(2026, 11, 24, 9, tzinfo=ZONE)
JAAR = Schooljaar(2026)
GELDIG = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}


@pytest.fixture
def leiding(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")


@pytest.fixture
def aanbod(decor: Decor) -> Aanbod:
    return maak_aanbod(decor.school, "Rots en Water", omschrijving="Zes keer oefenen.")


@pytest.fixture
def tekst(decor: Decor, aanbod: Aanbod) -> Aanbodtekst:
    return aanbodtekst_beginnen(door=decor.coordinator, jaar=JAAR, op=OP)


def _voor(door: Werkplek, tekst: Aanbodtekst, versie: int = 1) -> Aanbodtekst:
    return aanbodtekst_voorleggen(door=door, pk=tekst.pk, versie=versie, op=OP)


def _zet(door: Werkplek, tekst: Aanbodtekst, **anders: object) -> Aanbodtekst:
    gelezen = merk(regels_van(door, tekst))
    velden: dict = {"versie": tekst.versie, "gelezen": gelezen, "mr_op": None} | anders
    return aanbodtekst_vaststellen(door=door, pk=tekst.pk, op=OP, **velden)


@pytest.mark.regel(22)
def test_van_catalogus_tot_vastgesteld_en_dan_ligt_het_vast(
    decor: Decor, leiding: Werkplek, aanbod: Aanbod, tekst: Aanbodtekst
):
    alinea_schrijven(
        door=decor.coordinator, pk=tekst.pk, stam=aanbod.stam, versie=0, woorden="Samen oefenen."
    )
    gezet = _zet(leiding, _voor(decor.coordinator, tekst), mr_op=date(2026, 11, 23))
    assert (gezet.status, gezet.vastgesteld_door, gezet.mr_op) == (
        "vastgesteld",
        leiding.user,
        date(2026, 11, 23),
    )
    Aanbod.objects.filter(pk=aanbod.pk).update(naam="Anders", omschrijving="Anders")
    maak_aanbod(decor.school, "Later erbij")
    Aanbodalinea.objects.all().delete()
    [regel] = regels_van(decor.coordinator, get_aanbodtekst(decor.coordinator, tekst.pk))
    assert (regel.naam, regel.woorden) == ("Rots en Water", "Samen oefenen.")


def test_een_volgende_versie_begint_als_de_vorige_en_die_blijft_te_lezen(
    decor: Decor, leiding: Werkplek, aanbod: Aanbod, tekst: Aanbodtekst
):
    door = decor.coordinator
    assert aanbodtekst_beginnen(door=door, jaar=JAAR, op=OP) == tekst
    delen = {"inleiding": "Welkom.", "grenzen": "Dat niet.", "contact": "De mentor."}
    aanbodtekst_schrijven(door=door, pk=tekst.pk, versie=1, **delen)
    alinea_schrijven(door=door, pk=tekst.pk, stam=aanbod.stam, versie=0, woorden="Samen oefenen.")
    _zet(leiding, _voor(door, tekst, versie=2))
    tweede = aanbodtekst_beginnen(door=door, jaar=JAAR, op=OP)
    assert (tweede.nummer, tweede.inleiding, tweede.regels) == (2, "Welkom.", [])
    assert [r.woorden for r in regels_van(door, tweede)] == ["Samen oefenen."]
    volgend = aanbodtekst_beginnen(door=door, jaar=Schooljaar(2027), op=OP)
    assert (volgend.nummer, volgend.contact) == (1, "De mentor.")
    assert [t.nummer for t in teksten_van(leiding, JAAR)] == [2, 1]


def test_terugsturen_vraagt_een_reden_en_laat_weer_schrijven(
    decor: Decor, leiding: Werkplek, tekst: Aanbodtekst
):
    door = decor.coordinator
    _voor(door, tekst)
    with pytest.raises(ValidationError, match="wat er anders moet"):
        aanbodtekst_terugsturen(door=leiding, pk=tekst.pk, versie=2, reden=" ", op=OP)
    terug = aanbodtekst_terugsturen(door=leiding, pk=tekst.pk, versie=2, reden="Noem de decaan.", op=OP)
    assert (terug.status, terug.terug_reden) == ("concept", "Noem de decaan.")
    bericht = Herinnering.objects.get(soort="aanbod_besloten", ontvanger=door.user)
    assert GELDIG["aanbod_besloten"](bericht, OP)
    weer = _voor(door, tekst, versie=3)
    assert weer.terug_reden == "" and not GELDIG["aanbod_besloten"](bericht, OP)
    assert aanbodtekst_terughalen(door=door, pk=tekst.pk, versie=4).status == "concept"


def test_de_schoolleiding_hoort_het_zolang_het_er_ligt(decor: Decor, leiding: Werkplek, tekst: Aanbodtekst):
    _voor(decor.coordinator, tekst)
    rij = Herinnering.objects.get(soort="aanbod_voorgelegd", ontvanger=leiding.user)
    assert GELDIG["aanbod_voorgelegd"](rij, OP)
    aanbodtekst_terughalen(door=decor.coordinator, pk=tekst.pk, versie=2)
    assert not GELDIG["aanbod_voorgelegd"](rij, OP)


def test_wat_niet_mag_verandert_niets(decor: Decor, leiding: Werkplek, tekst: Aanbodtekst):
    door, delen = decor.coordinator, {"inleiding": "x", "grenzen": "x", "contact": "x"}
    with pytest.raises(Verouderd):
        aanbodtekst_schrijven(door=door, pk=tekst.pk, versie=7, **delen)
    with pytest.raises(PermissionDenied):
        aanbodtekst_schrijven(door=leiding, pk=tekst.pk, versie=1, **delen)
    with pytest.raises(ValidationError, match="ligt niet bij"):
        _zet(leiding, tekst)
    with pytest.raises(PermissionDenied):
        teksten_van(decor.mentor, JAAR)
    for jaar in (2025, 2028):
        with pytest.raises(ValidationError, match="dit schooljaar of het volgende"):
            aanbodtekst_beginnen(door=door, jaar=Schooljaar(jaar), op=OP)
    voor = _voor(door, tekst)
    with pytest.raises(PermissionDenied):
        _zet(door, voor)
    with pytest.raises(ValidationError, match="Haal hem eerst terug"):
        aanbodtekst_schrijven(door=door, pk=tekst.pk, versie=2, **delen)
    for dag in (date(2026, 11, 25), date(2025, 7, 31)):
        with pytest.raises(ValidationError, match="niet later dan vandaag"):
            _zet(leiding, voor, mr_op=dag)
    tekst.refresh_from_db()
    assert (tekst.status, tekst.versie, tekst.regels) == ("voorgelegd", 2, [])


def test_wat_de_schoolleiding_niet_las_stelt_zij_niet_vast(
    decor: Decor, leiding: Werkplek, tekst: Aanbodtekst
):
    voor = _voor(decor.coordinator, tekst)
    gelezen = merk(regels_van(leiding, voor))
    maak_aanbod(decor.school, "Net erbij")
    with pytest.raises(Verouderd):
        _zet(leiding, voor, gelezen=gelezen)
    assert _zet(leiding, voor).status == "vastgesteld"


def test_zonder_aanbod_of_een_deel_gaat_hij_niet_naar_de_schoolleiding(decor: Decor, tekst: Aanbodtekst):
    door = decor.coordinator
    aanbodtekst_schrijven(door=door, pk=tekst.pk, versie=1, inleiding="Welkom.", grenzen=" ", contact="x")
    with pytest.raises(ValidationError, match="wat jullie niet kunnen bieden"):
        _voor(door, tekst, versie=2)
    leeg = aanbodtekst_beginnen(door=door, jaar=Schooljaar(2027), op=OP)
    with pytest.raises(ValidationError, match="catalogus"):
        _voor(door, leeg)


def test_eigen_woorden_twee_schrijvers_en_terug_naar_de_catalogus(
    decor: Decor, aanbod: Aanbod, tekst: Aanbodtekst
):
    door, over = decor.coordinator, {"pk": tekst.pk, "stam": aanbod.stam}
    alinea_schrijven(door=door, versie=0, woorden="Eerst.", **over)
    with pytest.raises(Verouderd):
        alinea_schrijven(door=door, versie=0, woorden="Ook eerst.", **over)
    with pytest.raises(Http404):
        alinea_schrijven(door=door, pk=tekst.pk, stam=uuid4(), versie=0, woorden="x")
    assert [r.woorden for r in regels_van(door, tekst)] == ["Eerst."]
    alinea_schrijven(door=door, versie=1, woorden=" ", **over)
    assert [r.woorden for r in regels_van(door, tekst)] == ["Zes keer oefenen."]


@pytest.mark.regel(22)
def test_vanaf_1_mei_worden_coordinatoren_drie_keer_herinnerd(decor: Decor, leiding: Werkplek):
    school = decor.school.pk
    rijen = Herinnering.objects.filter(soort="aanbod_vaststellen").order_by("niet_voor")
    nachtwerk(school, date(2027, 4, 30))
    assert not rijen.exists()
    for dag in (1, 2, 30):
        nachtwerk(school, date(2027, 5, dag))
    assert rijen.count() == 1 and rijen[0].ontvanger == decor.coordinator.user
    for dag in (date(2027, 7, 1), date(2027, 7, 30), date(2027, 7, 31), date(2027, 8, 1)):
        nachtwerk(school, dag)
    dagen = [rij.niet_voor.astimezone(ZONE).date() for rij in rijen]
    assert dagen == [date(2027, 5, 1), date(2027, 7, 1), date(2027, 7, 30)]
    geldig = GELDIG["aanbod_vaststellen"]
    assert geldig(rijen[0], datetime(2027, 5, 3, 9, tzinfo=ZONE))
    maak_aanbod(decor.school, "Huiswerkuur", schooljaar=2027)
    tekst = aanbodtekst_beginnen(door=decor.coordinator, jaar=Schooljaar(2027), op=OP)
    _zet(leiding, _voor(decor.coordinator, tekst))
    assert not geldig(rijen[0], datetime(2027, 5, 3, 9, tzinfo=ZONE))


@pytest.mark.regel(22)
def test_wie_op_tijd_vaststelt_wordt_niet_herinnerd(decor: Decor, leiding: Werkplek):
    maak_aanbod(decor.school, "Huiswerkuur", schooljaar=2027)
    tekst = aanbodtekst_beginnen(door=decor.coordinator, jaar=Schooljaar(2027), op=OP)
    _zet(leiding, _voor(decor.coordinator, tekst))
    nachtwerk(decor.school.pk, date(2027, 7, 31))
    assert not Herinnering.objects.filter(soort="aanbod_vaststellen").exists()


def test_weggooien_kan_tot_hij_ligt_of_vaststaat_en_laat_de_rest_staan(
    decor: Decor, leiding: Werkplek, aanbod: Aanbod, tekst: Aanbodtekst
):
    door = decor.coordinator
    alinea_schrijven(door=door, pk=tekst.pk, stam=aanbod.stam, versie=0, woorden="Samen oefenen.")
    for fout, wie, versie in ((Verouderd, door, 9), (PermissionDenied, leiding, 1)):
        with pytest.raises(fout):
            aanbodtekst_weggooien(door=wie, pk=tekst.pk, versie=versie)
    gezet = _voor(door, tekst)
    with pytest.raises(ValidationError, match="Haal hem eerst terug"):
        aanbodtekst_weggooien(door=door, pk=tekst.pk, versie=2)
    gezet = _zet(leiding, gezet)
    with pytest.raises(ValidationError, match="is vastgesteld"):
        aanbodtekst_weggooien(door=door, pk=tekst.pk, versie=gezet.versie)
    tweede = aanbodtekst_beginnen(door=door, jaar=JAAR, op=OP)
    assert aanbodtekst_weggooien(door=door, pk=tweede.pk, versie=1) == JAAR
    assert teksten_van(door, JAAR) == [tekst]
    assert list(Aanbodalinea.objects.values_list("tekst", flat=True)) == [tekst.pk]
    assert aanbodtekst_beginnen(door=door, jaar=JAAR, op=OP).nummer == 2


def test_de_woorden_van_de_catalogus_worden_geen_eigen_woorden(
    decor: Decor, aanbod: Aanbod, tekst: Aanbodtekst
):
    over = {"door": decor.coordinator, "pk": tekst.pk, "stam": aanbod.stam}
    alinea_schrijven(versie=0, woorden=" Zes keer oefenen. ", **over)
    Aanbod.objects.filter(pk=aanbod.pk).update(omschrijving="Acht keer.")
    assert [r.woorden for r in regels_van(decor.coordinator, tekst)] == ["Acht keer."]


def test_een_andere_school_kent_de_tekst_niet(decor: Decor, tekst: Aanbodtekst):
    ander = maak_werkplek(maak_school(brin="99ZZ"), Rol.SCHOOLLEIDING, decor.coordinator.dag, "Ander")
    with pytest.raises(Http404):
        get_aanbodtekst(ander, tekst.pk)
    assert OP - timedelta(days=1) < tekst.gemaakt_op
