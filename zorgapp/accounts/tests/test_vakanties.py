"""Proposals for free days: the rules behind them, and a list that is the school's own."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from zorgapp.accounts.models import School, Vrijedag
from zorgapp.accounts.tests.hulp import maak_beheerder, vandaag
from zorgapp.accounts.vakanties import REGIOS, pasen, schoolvakanties, vlaanderen, voorstellen
from zorgapp.kern.schooljaar import Schooljaar


@pytest.mark.parametrize(
    "dag",
    [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2027, 3, 28),
        date(2028, 4, 16),
        date(2038, 4, 25),
    ],
)
def test_pasen(dag: date) -> None:
    assert pasen(dag.year) == dag


def namen(beginjaar: int, regio: str = "midden", vlaams: bool = False) -> dict[str, tuple[date, date]]:
    return {v.naam: (v.van, v.tot) for v in voorstellen(Schooljaar(beginjaar), regio, vlaams)}


def test_regio_zuid_heeft_een_andere_zomer() -> None:
    assert namen(2026, "zuid")["Zomervakantie"] == (date(2027, 7, 24), date(2027, 9, 5))
    assert namen(2026, "noord")["Zomervakantie"] == (date(2027, 7, 10), date(2027, 8, 22))


def test_een_feestdag_in_een_vakantie_staat_er_niet_apart() -> None:
    assert "Koningsdag" not in namen(2026)  # 27 April 2027 lies in the May holiday
    assert namen(2026)["Hemelvaart en de vrijdag erna"] == (date(2027, 5, 6), date(2027, 5, 7))


def test_koningsdag_schuift_van_zondag_naar_zaterdag_en_valt_dan_weg() -> None:
    assert "Koningsdag" not in namen(2030)  # 27 April 2031 is a Sunday, so the day is a Saturday


@pytest.mark.parametrize("beginjaar", [2025, 2026, 2027])
@pytest.mark.parametrize("regio", [r for r, _ in REGIOS])
def test_elke_vakantie_loopt_van_zaterdag_tot_en_met_zondag(beginjaar: int, regio: str) -> None:
    vakanties = schoolvakanties(Schooljaar(beginjaar), regio)
    assert len(vakanties) == 5
    for vakantie in vakanties:
        assert (vakantie.van.weekday(), vakantie.tot.weekday()) == (5, 6), vakantie


def test_een_jaar_dat_nog_niet_bekend_is_geeft_alleen_feestdagen() -> None:
    assert "Zomervakantie" not in namen(2035)
    assert "Tweede paasdag" in namen(2035)


def test_vlaanderen_volgt_zijn_regels() -> None:
    jaar = {v.naam: (v.van, v.tot) for v in vlaanderen(Schooljaar(2025))}
    assert jaar["Herfstvakantie"] == (date(2025, 10, 27), date(2025, 11, 2))
    assert jaar["Kerstvakantie"] == (date(2025, 12, 22), date(2026, 1, 4))
    assert jaar["Krokusvakantie"] == (date(2026, 2, 16), date(2026, 2, 22))
    assert jaar["Paasvakantie"] == (date(2026, 4, 6), date(2026, 4, 19))
    volgend = {v.naam: (v.van, v.tot) for v in vlaanderen(Schooljaar(2026))}
    assert volgend["Herfstvakantie"] == (date(2026, 11, 2), date(2026, 11, 8))
    assert volgend["Paasvakantie"] == (date(2027, 3, 29), date(2027, 4, 11))


@pytest.fixture
def client_bas(school: School, inloggen: Any) -> Any:
    return inloggen(maak_beheerder(school).user)


def test_aangevinkte_voorstellen_komen_in_de_lijst_en_maar_een_keer(client_bas: Any) -> None:
    url = reverse("accounts:vrije_dagen_voorstel")
    keuze = voorstellen(Schooljaar.van(vandaag()), "zuid")[:2]
    velden = {"regio": "zuid", "voorstel": [v.sleutel for v in keuze] + ["2000-01-01_2000-01-02", "onzin"]}
    for _ in range(2):
        assert client_bas.post(url, velden).status_code == 302
    assert {(v.van, v.tot) for v in Vrijedag.objects.all()} == {(v.van, v.tot) for v in keuze}
    assert "staat al in de lijst" in client_bas.get(url, {"regio": "zuid"}).content.decode()
    assert client_bas.get(url, {"regio": "oost"}).status_code == 200


def test_een_voorstel_is_aan_te_passen_en_weg_te_halen(client_bas: Any, school: School) -> None:
    dag = vandaag()
    rij = Vrijedag.objects.create(school=school, naam="Herfstvakantie", van=dag, tot=dag)
    url = reverse("accounts:vrije_dag", args=[rij.pk])
    velden = {"naam": "Herfst", "van": dag.isoformat(), "tot": (dag + timedelta(2)).isoformat()}
    assert client_bas.post(url, velden).status_code == 302
    rij.refresh_from_db()
    assert (rij.naam, rij.tot) == ("Herfst", dag + timedelta(2))
    client_bas.post(reverse("accounts:vrije_dag_weg", args=[rij.pk]))
    assert not Vrijedag.objects.exists()


def test_een_studiedag_zonder_einddatum_is_een_dag(client_bas: Any) -> None:
    client_bas.post(reverse("accounts:vrije_dag_nieuw"), {"naam": "Studiedag", "van": "2027-02-03"})
    assert Vrijedag.objects.get().tot == date(2027, 2, 3)


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"tot": "2027-02-02"}, "De laatste dag ligt voor de eerste dag."),
        ({"naam": ""}, "Vul een naam in"),
        ({"van": "31-02-2027"}, "Schrijf de datum als dag-maand-jaar"),
        ({"van": "1899-02-03"}, "Kijk de jaartallen na."),
        ({"tot": "2072-02-03"}, "Kijk de jaartallen na."),
        ({"tot": "2027-05-06"}, "Kijk de jaartallen na."),
    ],
)
def test_dagen_die_niet_kunnen(client_bas: Any, velden: dict[str, str], melding: str) -> None:
    url = reverse("accounts:vrije_dag_nieuw")
    antwoord = client_bas.post(url, {"naam": "Studiedag", "van": "2027-02-03", "tot": "2027-02-03"} | velden)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert not Vrijedag.objects.exists()


def test_twee_keer_dezelfde_dagen_kan_niet(client_bas: Any) -> None:
    url = reverse("accounts:vrije_dag_nieuw")
    velden = {"naam": "Studiedag", "van": "2027-02-03", "tot": "2027-02-03"}
    client_bas.post(url, velden)
    antwoord = client_bas.post(url, velden | {"naam": "Nog een keer"})
    assert "Deze dagen staan al in de lijst." in antwoord.content.decode()
