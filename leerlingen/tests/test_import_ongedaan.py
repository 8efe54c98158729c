"""Undoing a whole import, and what stays because somebody used or changed it."""

from datetime import date, timedelta

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.importeren.uitvoeren import draai_terug
from leerlingen.models import Contactpersoon, Import, Klas, Leerling, Toegangsverlening
from leerlingen.tests.importhulp import EDEXML, KOP, alles, csv_van, importeer
from zorgapp.accounts.models import School
from zorgapp.testing.fabriek import DAG, maak_mentor, maak_signaal, maak_user


def test_het_werkt(school: School) -> None:
    leeg = alles(school)
    opdracht = importeer(school, EDEXML)
    assert draai_terug(opdracht) == 0
    assert alles(school) == leeg
    opdracht.refresh_from_db()
    assert opdracht.status == Import.Status.ONGEDAAN and opdracht.ongedaan_op


def test_wijziging_en_vertrek_terug(school: School) -> None:
    importeer(school, csv_van("1;A;;B;1-2-2011;H1", "2;C;;D;;H1"))
    voor = alles(school)
    opdracht = importeer(school, csv_van("1;Aa;de;Bb;2-2-2011;H2"), kies=("vertrokken",))
    assert alles(school) != voor
    assert draai_terug(opdracht) == 0
    assert alles(school) == voor


def test_gebruikte_leerling_blijft(school: School) -> None:
    opdracht = importeer(school, csv_van("1;A;;B;;H1", "2;C;;D;;H2", "3;E;;F;;H2", "4;G;;H;;H3"))
    user = maak_user()
    leerling = {rij.leerlingnummer: rij for rij in Leerling.objects.all()}
    maak_signaal(school, user, leerling["1"])
    Toegangsverlening.objects.create(
        school=school, user=user, leerling=leerling["2"], reden="x", van=DAG, tot=DAG, door=user
    )
    maak_mentor(school, Klas.objects.get(naam="H3"), user)
    # 1 and 2 with their classes, and the class that has a mentor now
    assert draai_terug(opdracht) == 5
    assert set(Leerling.objects.values_list("leerlingnummer", flat=True)) == {"1", "2"}
    assert set(Klas.objects.values_list("naam", flat=True)) == {"H1", "H2", "H3"}
    gebleven = opdracht.regels.filter(gebleven=True)
    assert {r.melding for r in gebleven} == {"Wordt intussen gebruikt in zorgapp en blijft daarom staan."}
    assert Toegangsverlening.objects.exists()


def test_daarna_gewijzigde_leerling_blijft(school: School) -> None:
    importeer(school, csv_van("1;A;;B;;H1", "2;C;;D;;H1"))
    opdracht = importeer(school, csv_van("1;Aa;;B;;H1", "2;Cc;;D;;H1"))
    Leerling.objects.filter(leerlingnummer="1").update(email="nieuw@x.example")
    assert draai_terug(opdracht) == 1
    assert list(Leerling.objects.order_by("pk").values_list("roepnaam", flat=True)) == ["Aa", "C"]
    assert "gewijzigd" in opdracht.regels.get(gebleven=True).melding


def test_contact_met_de_hand_erbij_is_gebruik(school: School) -> None:
    opdracht = importeer(school, csv_van("1;A;;B;;H1"))
    Contactpersoon.objects.create(school=school, leerling=Leerling.objects.get(), naam="Oma")
    assert draai_terug(opdracht) == 2
    assert Contactpersoon.objects.count() == 1


def test_latere_import_blijft(school: School) -> None:
    eerste = importeer(school, csv_van("1;A;;B;;H1"))
    importeer(school, csv_van("1;A;;B;;H2"))
    assert draai_terug(eerste) == 2
    assert Leerling.objects.count() == 1


def test_verplaatst_op_dezelfde_dag_en_uit_lesgroep(school: School) -> None:
    kop = KOP + ";lesgroepen"
    importeer(school, csv_van("1;A;;B;;H1;g1", kop=kop), dag=DAG)
    importeer(school, csv_van("1;A;;B;;H2;g2", kop=kop), dag=DAG)
    voor = alles(school)
    opdracht = importeer(school, csv_van("1;A;;B;;H3;g3", kop=kop), dag=DAG)
    assert draai_terug(opdracht) == 0
    assert alles(school) == voor


naam = st.text(alphabet="abcdéñ' -", min_size=1, max_size=8).map(lambda t: "X" + " ".join(t.split()))
gezag = st.sampled_from(["ja", "nee", "onbekend", ""])
dag = st.dates(date(2006, 1, 1), date(2014, 12, 31)).map(lambda d: f"{d:%d-%m-%Y}")
rij = st.tuples(
    naam,
    st.sampled_from(["", "de", "van der"]),
    naam,
    st.one_of(st.just(""), dag),
    st.sampled_from(["", "H1", "H2", "V3"]),
    st.sampled_from(["", "g1", "g1,g2", "g3"]),
    st.sampled_from(["", "Elif", "Can"]),
    gezag,
)
rooster = st.dictionaries(st.integers(1, 8), rij, min_size=1, max_size=8)
ROOSTERKOP = "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas;lesgroepen;contact1_naam;contact1_gezag"


def bestand(leerlingen: dict) -> bytes:
    regels = []
    for nummer, (roep, tussen, achter, geboren, klas, lessen, contact, heeft_gezag) in leerlingen.items():
        velden = [
            str(nummer),
            roep,
            tussen,
            achter,
            geboren,
            klas,
            lessen,
            contact,
            heeft_gezag if contact else "",
        ]
        regels.append(";".join(velden))
    return csv_van(*regels, kop=ROOSTERKOP)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(rooster, st.booleans(), st.integers(0, 400)), min_size=1, max_size=4))
def test_elk_rooster_twee_keer_is_niets_en_terug_is_precies_terug(school: School, stappen: list) -> None:
    with transaction.atomic():
        toestanden, opdrachten = [], []
        vandaag = DAG
        for leerlingen, ook_weg, later in stappen:
            vandaag += timedelta(days=later)
            kies = ("vertrokken",) if ook_weg else ()
            toestanden.append(alles(school))
            opdrachten.append(importeer(school, bestand(leerlingen), kies, vandaag))
            na = alles(school)
            opnieuw = importeer(school, bestand(leerlingen), kies, vandaag)
            assert alles(school) == na
            assert opnieuw.tellingen["nieuw"] == opnieuw.tellingen["gewijzigd"] == 0
            opnieuw.delete()
        for opdracht, ervoor in zip(reversed(opdrachten), reversed(toestanden), strict=True):
            assert draai_terug(opdracht) == 0
            assert alles(school) == ervoor
        transaction.set_rollback(True)
