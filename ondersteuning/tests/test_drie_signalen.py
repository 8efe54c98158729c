"""Three small signals are one conversation: the pure rule, and the rows it keeps for a school."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondersteuning.access_voorstellen import voorstellen_voor
from ondersteuning.drie_signalen import Grens, Klein, begin_van_schoolweken, samen
from ondersteuning.models import Signaal, Signaalvoorstel
from ondersteuning.services.voorstellen import voorstel_afwijzen
from ondersteuning.tests.lijsthulp import LAAT, LEVERT, maak_docent, op_dag, rond_af, vul_in, zet_uit
from ondersteuning.voorstelregels import samen_bijwerken
from ondersteuning.workflow import Besluit
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Vrijedag
from zorgapp.kern.schooljaar import Periode, is_schooldag
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU

GRENS = Grens(3, 2, 6)
dagen = st.dates(date(2024, 1, 1), date(2028, 12, 31))
perioden = st.lists(
    st.tuples(dagen, st.integers(0, 60)).map(lambda p: Periode(p[0], p[0] + timedelta(days=p[1]))), max_size=5
)


def klein(nummer: int, wie: int, dag: int = 0, domein: str = "leer") -> Klein:
    return Klein("signaal", nummer, wie, NU - timedelta(days=dag), domein)


def test_drie_van_twee_mensen() -> None:
    gevonden = samen([klein(1, 1), klein(2, 2, 3), klein(3, 1, 9)], GRENS)
    assert gevonden is not None
    assert gevonden.zin == (
        "Drie kleine signalen van twee collega's in zes schoolweken. Samen zijn ze een gesprek waard."
    )
    assert [r.id for r in gevonden.rijen] == [3, 2, 1]
    assert gevonden.nieuwste_op == NU and gevonden.domein == "leer"


@pytest.mark.parametrize(
    "rijen",
    [
        [klein(1, 1), klein(2, 2)],  # two
        [klein(1, 1), klein(2, 1), klein(3, 1)],  # of one person
    ],
)
def test_net_niet(rijen: list[Klein]) -> None:
    assert samen(rijen, GRENS) is None


@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(1, 4)), max_size=12),
    st.integers(2, 10),
    st.integers(1, 10),
)
def test_de_regel_is_tellen(paren: list[tuple[int, int]], signalen: int, mensen: int) -> None:
    rijen = [klein(n, wie, n) for n, (_, wie) in enumerate(paren)]
    gevonden = samen(rijen, Grens(signalen, mensen, 6))
    genoeg = len(rijen) >= signalen and len({r.wie for r in rijen}) >= mensen
    assert (gevonden is not None) == genoeg
    if gevonden:
        assert set(gevonden.rijen) == set(rijen)


@given(dagen, st.integers(1, 20), perioden)
def test_schoolweken_terug(dag: date, weken: int, vrij: list[Periode]) -> None:
    begin = begin_van_schoolweken(dag, weken, vrij)
    assert begin.weekday() == 0 and begin <= dag
    maandagen = [begin + timedelta(days=7 * n) for n in range(((dag - begin).days // 7) + 1)]
    met_school = [
        m for m in maandagen[:-1] if any(is_schooldag(m + timedelta(days=n), vrij) for n in range(5))
    ]
    assert len(met_school) == weken - 1


def test_een_vakantie_telt_niet_mee() -> None:
    vrij = [Periode(date(2026, 10, 12), date(2026, 10, 16))]
    assert begin_van_schoolweken(DAG, 6, []) == date(2026, 10, 19)
    assert begin_van_schoolweken(DAG, 7, vrij) == date(2026, 10, 5)


def test_nul_weken_kan_niet() -> None:
    with pytest.raises(ValueError, match="kleiner dan een"):
        begin_van_schoolweken(DAG, 0, [])


def drie(decor: Decor, op: datetime = NU) -> list[Signaal]:
    return [
        dien_in(wie, decor.leerling, op - timedelta(days=n))
        for n, wie in ((9, decor.mentor), (5, decor.coordinator), (0, decor.mentor))
    ]


def test_meteen_bij_het_derde_signaal(decor: Decor) -> None:
    een, twee, drie_ = drie(decor)
    voorstel = Signaalvoorstel.objects.get()
    assert voorstel.rijen == [["signaal", s.pk] for s in (een, twee, drie_)]
    assert (voorstel.status, voorstel.nieuwste_op) == ("open", NU)
    assert [v.pk for v in voorstellen_voor(decor.mentor)] == [voorstel.pk]
    assert [v.pk for v in voorstellen_voor(decor.coordinator)] == [voorstel.pk]
    assert voorstellen_voor(decor.begeleider) == []


def test_twee_keer_rekenen_geeft_dezelfde_rijen(decor: Decor) -> None:
    drie(decor)
    voor = list(Signaalvoorstel.objects.values())
    assert samen_bijwerken(decor.school.pk, DAG, NU + timedelta(hours=9)) == 0
    assert list(Signaalvoorstel.objects.values()) == voor


def test_acuut_en_wat_hoger_loopt_is_niet_klein(decor: Decor) -> None:
    dien_in(decor.mentor, decor.leerling, NU - timedelta(days=3), urgentie="vandaag")
    hoger = dien_in(decor.coordinator, decor.leerling, NU - timedelta(days=2))
    beslis(decor.coordinator, hoger, Besluit.TWEEDE_LIJN, NU - timedelta(days=1))
    for n in range(2):
        dien_in(decor.mentor, decor.leerling, NU - timedelta(hours=n))
    assert not Signaalvoorstel.objects.exists()


def test_een_voorstel_zonder_grond_verdwijnt(decor: Decor) -> None:
    _, _, laatste = drie(decor)
    beslis(decor.coordinator, laatste, Besluit.ZORGOVERLEG)
    samen_bijwerken(decor.school.pk, DAG, NU)
    assert not Signaalvoorstel.objects.exists()


def test_buiten_de_weken_telt_niet(decor: Decor) -> None:
    drie(decor)
    later = DAG + timedelta(days=70)
    samen_bijwerken(decor.school.pk, later, NU + timedelta(days=70))
    assert not Signaalvoorstel.objects.exists()


def test_vakantieweken_schuiven_het_venster_op(decor: Decor) -> None:
    oud = datetime(2026, 10, 15, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    dien_in(decor.coordinator, decor.leerling, oud)
    for n in range(2):
        dien_in(decor.mentor, decor.leerling, NU - timedelta(hours=n))
    assert not Signaalvoorstel.objects.exists()
    Vrijedag.objects.create(
        school=decor.school, naam="Herfst", van=date(2026, 10, 19), tot=date(2026, 10, 23)
    )
    assert samen_bijwerken(decor.school.pk, DAG, NU) == 1


def test_de_school_stelt_de_grens_in(decor: Decor) -> None:
    instelling_zetten(door=decor.coordinator, sleutel="samen_signalen", waarde=4, geldig_vanaf=DAG)
    drie(decor)
    assert not Signaalvoorstel.objects.exists()
    dien_in(decor.mentor, decor.leerling, NU)
    assert Signaalvoorstel.objects.count() == 1


def test_afgewezen_tot_er_iets_nieuws_komt(decor: Decor) -> None:
    drie(decor)
    voorstel = Signaalvoorstel.objects.get()
    voorstel_afwijzen(door=decor.mentor, pk=voorstel.pk, reden="Gesprek is gepland.", op=NU)
    assert samen_bijwerken(decor.school.pk, DAG, NU + timedelta(hours=9)) == 0
    assert voorstellen_voor(decor.coordinator) == []
    dien_in(decor.coordinator, decor.leerling, NU + timedelta(days=1))
    open_ = Signaalvoorstel.objects.open().get()
    assert open_.pk != voorstel.pk and len(open_.rijen) == 4


def test_antwoorden_op_een_lijst_tellen_mee(decor: Decor) -> None:
    """Each colleague who sees something often is one small signal; who sees it sometimes is none."""
    docent = maak_docent(decor.school, decor.klas, DAG)
    tweede = maak_docent(decor.school, decor.klas, DAG, "Pieter")
    campagne = zet_uit(decor.coordinator, decor.klas)
    vul_in(campagne, docent, decor.leerling, vaak=[LAAT])
    vul_in(campagne, tweede, decor.leerling, soms=[LEVERT])
    dien_in(decor.mentor, decor.leerling)
    dien_in(decor.mentor, decor.leerling)
    samen_bijwerken(decor.school.pk, DAG, NU)
    assert not Signaalvoorstel.objects.exists()  # nobody is ready yet
    rond_af(campagne, docent)
    rond_af(campagne, tweede)
    samen_bijwerken(decor.school.pk, DAG, NU)
    soorten = [soort for soort, _ in Signaalvoorstel.objects.get().rijen]
    assert sorted(soorten) == ["antwoord", "signaal", "signaal"]


def test_wat_de_lijst_al_voorstelt_telt_niet_dubbel(decor: Decor) -> None:
    docenten = [maak_docent(decor.school, decor.klas, DAG, n) for n in ("Sanne", "Pieter", "Esra")]
    campagne = zet_uit(decor.coordinator, decor.klas)
    for docent in docenten:
        vul_in(campagne, docent, decor.leerling, vaak=[LAAT])
        rond_af(campagne, docent)
    samen_bijwerken(decor.school.pk, DAG, NU)
    voorstel = Signaalvoorstel.objects.get()
    assert voorstel.soort == "lijst"
    voorstel_afwijzen(door=decor.mentor, pk=voorstel.pk, reden="Al besproken.", op=NU)
    samen_bijwerken(decor.school.pk, DAG, NU)
    assert not Signaalvoorstel.objects.open().exists()
    dien_in(decor.mentor, decor.leerling, NU + timedelta(hours=1))
    assert Signaalvoorstel.objects.open().get().soort == "samen"


def test_een_vertrokken_leerling_geeft_geen_voorstel(decor: Decor) -> None:
    decor.leerling.uitgeschreven_op = DAG - timedelta(days=1)
    decor.leerling.save(update_fields=["uitgeschreven_op"])
    drie(decor)
    assert not Signaalvoorstel.objects.exists()


def test_alleen_van_deze_leerling(decor: Decor) -> None:
    """A look at one pupil leaves the proposals about others alone."""
    drie(decor)
    assert samen_bijwerken(decor.school.pk, DAG, NU, leerling_id=decor.leerling.pk + 1) == 0
    assert Signaalvoorstel.objects.open().count() == 1
    assert op_dag(decor.mentor, DAG).dag == DAG
