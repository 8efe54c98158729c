"""Who must have an OPP and by when: rules 1 to 5 and 19 at their edges, and the database agrees with the pure function."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.models import Klas, Leerling, Plaatsing
from ondersteuning.models import Beschikking, Opp, TijdelijkePlaatsing
from ondersteuning.opp.situatie import Bekend, Bron, Feit, is_pro, pro_sinds
from ondersteuning.opp.termijnen import TERMIJN, Haast, Reden, Situatie, haast, plicht
from ondersteuning.oppplicht import nodig_op_school, nodig_voor, plicht_van, stand_van, tellingen
from ondersteuning.services.opp import opp_beginnen
from ondersteuning.tests.aanbodhulp import maak_aanbod, maak_traject
from ondersteuning.tests.opphulp import TEKSTEN, schrijf, zet_vast
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_klas, maak_leerling, maak_werkplek

DAG = date(2026, 11, 24)
IN = date(2026, 8, 1)
DAGEN = st.dates(date(2024, 8, 1), date(2027, 7, 31))


def beschik(
    leerling: Leerling, soort: str, door: Any, van: date = IN, tot: date | None = None
) -> Beschikking:
    return Beschikking.objects.create(
        school=leerling.school, leerling=leerling, soort=soort, van=van, tot=tot, door=door.user
    )


def in_pro(decor: Decor, leerling: Leerling, niveau: str = "Praktijkonderwijs", van: date = IN) -> Klas:
    """Move the pupil to a class of practical education on `van`."""
    Plaatsing.objects.filter(leerling=leerling, tot__isnull=True).update(
        tot=van - timedelta(days=1), van=van - timedelta(days=300)
    )
    klas = maak_klas(decor.school, f"P{Klas.objects.count()}", niveau=niveau)
    Plaatsing.objects.create(school=decor.school, leerling=leerling, klas=klas, van=van)
    return klas


@pytest.mark.regel(1)
@pytest.mark.parametrize(
    ("situatie", "uiterlijk"),
    [
        (Situatie(IN, extra_van=(IN,)), date(2026, 9, 12)),
        (Situatie(IN, extra_van=(date(2026, 7, 1),)), date(2026, 9, 12)),
        (Situatie(IN, IN, date(2026, 10, 1), extra_van=(IN,)), date(2026, 11, 12)),
        (Situatie(IN, IN, None, extra_van=(IN,)), None),
        (Situatie(IN, IN, None, pro_van=IN), None),
        (Situatie(None, extra_van=(IN,)), date(2026, 9, 12)),
    ],
)
def test_zes_weken(situatie: Situatie, uiterlijk: date | None) -> None:
    moet = plicht(situatie)
    assert moet is not None and moet.uiterlijk == uiterlijk


@pytest.mark.regel(2)
def test_later_begonnen_telt_vanaf_dat_begin_tenzij_de_school_anders_kiest() -> None:
    later = Situatie(IN, extra_van=(date(2026, 11, 1),))
    aan, uit = plicht(later), plicht(later, vanaf_start_extra=False)
    assert aan is not None and aan.uiterlijk == date(2026, 12, 13)
    assert uit is not None and uit.uiterlijk == date(2026, 9, 12)


@pytest.mark.regel(2)
@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [(-15, Haast.ONTBREEKT), (-14, Haast.BINNENKORT), (0, Haast.BINNENKORT), (1, Haast.TE_LAAT)],
)
def test_haast_op_de_grens(dag: int, verwacht: Haast) -> None:
    assert haast(DAG, DAG + timedelta(days=dag), 14) == verwacht
    assert haast(None, DAG, 14) == Haast.ONTBREEKT


@pytest.mark.regel(3)
@pytest.mark.parametrize("niveau", ["PrO", "pro 1", "praktijkonderwijs", " Praktijkschool", "PRO/2"])
def test_woorden_voor_praktijkonderwijs(niveau: str) -> None:
    assert is_pro(niveau)


@pytest.mark.regel(3)
@pytest.mark.parametrize("niveau", ["", "havo", "vmbo-bb", "profiel", "technasium pro", "lwoo"])
def test_geen_praktijkonderwijs(niveau: str) -> None:
    assert not is_pro(niveau)


def test_praktijkonderwijs_sinds() -> None:
    a, b, c = date(2024, 8, 1), date(2025, 8, 1), date(2026, 8, 1)
    assert pro_sinds(None, []) is None
    assert pro_sinds(a, [(b, True), (c, True)]) == a  # never anywhere else: since he was enrolled
    assert pro_sinds(None, [(b, True), (c, True)]) == b
    assert pro_sinds(a, [(a, False), (b, True), (c, True)]) == b
    assert pro_sinds(a, [(a, True), (b, False), (c, True)]) == c


@given(
    DAGEN, st.lists(DAGEN, max_size=3), st.none() | DAGEN, st.none() | DAGEN, st.none() | DAGEN, st.booleans()
)
@settings(max_examples=25)
@pytest.mark.regel(2)
def test_plicht_houdt_zich_aan_de_regels(
    op: date, extra: list[date], pro: date | None, tijdelijk: date | None, vast: date | None, aan: bool
) -> None:
    situatie = Situatie(op, tijdelijk, vast if tijdelijk else None, pro, tuple(extra))
    moet = plicht(situatie, vanaf_start_extra=aan)
    assert (moet is None) == (pro is None and not extra)
    if moet is None:
        return
    assert moet.reden == (Reden.PRO if pro else Reden.EXTRA)
    assert (moet.uiterlijk is None) == (tijdelijk is not None and vast is None)
    if moet.uiterlijk is not None:
        begin = moet.uiterlijk - TERMIJN
        basis = vast if tijdelijk and vast else op
        assert begin == (max(basis, moet.vanaf) if aan else basis)


SOORTEN = ("lwoo", "pro", "vso", "arrangement")


@given(
    st.lists(st.tuples(st.sampled_from(SOORTEN), DAGEN, st.none() | st.integers(0, 500)), max_size=4),
    st.lists(st.tuples(st.sampled_from(["basis", "extra"]), DAGEN), max_size=2),
    st.none() | st.tuples(DAGEN, st.none() | st.integers(0, 200)),
    st.none() | DAGEN,
    st.sampled_from(["havo", "PrO", ""]),
    st.booleans(),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.regel(4)
@pytest.mark.regel(5)
def test_databank_en_regel_zeggen_hetzelfde(
    decor: Decor, besluiten: Any, trajecten: Any, tijdelijk: Any, op: date | None, niveau: str, aan: bool
) -> None:
    school, door = decor.school, decor.coordinator
    leerling = maak_leerling(
        school, maak_klas(school, f"K{Klas.objects.count()}", niveau=niveau), ingeschreven_op=op
    )
    feiten = [Feit(Bron.PLEK, IN, pro=True)] if niveau == "PrO" else []
    for soort, van, dagen in besluiten:
        tot = None if dagen is None else van + timedelta(days=dagen)
        beschik(leerling, soort, door, van, tot)
        if soort != "lwoo" and van <= DAG and (tot is None or tot >= DAG):
            feiten.append(Feit(Bron.PRO if soort == "pro" else Bron.EXTRA, van))
    for nummer, (soort, van) in enumerate(trajecten):
        aanbod = maak_aanbod(school, f"A{nummer}-{leerling.pk}", soort=soort)
        eind = {"evaluatie_op": van, "eind": van + timedelta(days=700)}
        maak_traject(school, leerling, door.user, aanbod, start=van, **eind)
        if soort == "extra" and van <= DAG:
            feiten.append(Feit(Bron.EXTRA, van))
    if tijdelijk:
        van, dagen = tijdelijk
        vast = None if dagen is None else van + timedelta(days=dagen)
        TijdelijkePlaatsing.objects.create(
            school=school, leerling=leerling, van=van, definitief_op=vast, door=door.user
        )
        if van <= DAG:
            feiten.append(Feit(Bron.TIJDELIJK, van, vast))
    instelling_zetten(door=door, sleutel="opp_start_extra", waarde=int(aan), geldig_vanaf=IN)
    verwacht = plicht(Bekend(op, tuple(feiten)).situatie(), vanaf_start_extra=aan)
    assert plicht_van(door, leerling) == verwacht
    gevonden = {n.leerling_id: n.plicht for n in nodig_op_school(school.pk, DAG)}
    assert gevonden.get(leerling.pk) == verwacht


@pytest.mark.regel(3)
@pytest.mark.parametrize("weg", ["klas", "beschikking"])
def test_praktijkonderwijs_staat_er_altijd_op(decor: Decor, weg: str) -> None:
    if weg == "klas":
        in_pro(decor, decor.leerling)
    else:
        beschik(decor.leerling, "pro", decor.coordinator)
    [rij] = nodig_voor(decor.coordinator)
    assert rij.plicht is not None and rij.plicht.reden == Reden.PRO and rij.haast == Haast.TE_LAAT


@pytest.mark.regel(4)
def test_alleen_lwoo_nooit_met_iets_extra_wel(decor: Decor) -> None:
    beschik(decor.leerling, "lwoo", decor.coordinator)
    assert nodig_voor(decor.coordinator) == []
    beschik(decor.leerling, "arrangement", decor.coordinator, van=date(2026, 11, 2))
    [rij] = nodig_voor(decor.coordinator)
    assert rij.uiterlijk == date(2026, 12, 14)


@pytest.mark.regel(5)
def test_alleen_basis_nooit(decor: Decor) -> None:
    maak_traject(decor.school, decor.leerling, decor.mentor.user, maak_aanbod(decor.school))
    maak_traject(decor.school, decor.leerling, decor.mentor.user)
    assert nodig_voor(decor.coordinator) == [] and plicht_van(decor.coordinator, decor.leerling) is None


def extra(decor: Decor, leerling: Leerling | None = None, **velden: Any) -> None:
    """Extra support that runs since twenty days."""
    aanbod = maak_aanbod(
        decor.school, f"Extra {Opp.objects.count()}{leerling and leerling.pk}", soort="extra"
    )
    maak_traject(decor.school, leerling or decor.leerling, decor.begeleider.user, aanbod, **velden)


@pytest.mark.parametrize("wat", ["morgen", "gesloten", "van_school", "loopt"])
def test_wat_telt_als_lopend(decor: Decor, wat: str) -> None:
    if wat == "morgen":
        extra(decor, start=DAG + timedelta(days=1))
    elif wat == "gesloten":
        extra(decor, status="afgesloten", afloop="gelukt", afgesloten_op=NU)
    elif wat == "van_school":
        extra(decor)
        Leerling.objects.filter(pk=decor.leerling.pk).update(uitgeschreven_op=DAG - timedelta(days=1))
    else:
        extra(decor)
    assert len(nodig_voor(decor.coordinator)) == (wat == "loopt")


def test_concept_blijft_erop_tot_het_is_vastgesteld(decor: Decor) -> None:
    extra(decor)
    opp = opp_beginnen(
        door=decor.coordinator,
        leerling_id=decor.leerling.pk,
        opsteller=decor.mentor.user,
        pro=False,
        aanleiding="",
        uiterlijk=date(2026, 12, 1),
        op=NU,
    )
    [rij] = nodig_voor(decor.coordinator)
    assert (rij.opp_id, rij.uiterlijk, rij.haast) == (opp.pk, date(2026, 12, 1), Haast.BINNENKORT)
    assert (
        rij.weken(DAG) == 6
        and rij.weken(date(2026, 11, 23)) == 5
        and rij.weken(date(2026, 12, 20)) == 6
        and rij.weken(date(2026, 10, 1)) == 1
    )
    schrijf(decor.coordinator, opp, **TEKSTEN)
    zet_vast(opp, decor.coordinator)
    assert nodig_voor(decor.coordinator) == []
    stand = stand_van(decor.coordinator, decor.leerling)
    assert stand.plicht is not None and (stand.opp_id, stand.opp_status) == (opp.pk, "loopt")


def test_wie_ziet_wie(decor: Decor) -> None:
    """The coordinator his locations, the mentor his class, a begeleider only who was assigned; a teacher nobody."""
    noord = Vestiging.objects.create(school=decor.school, naam="Noord")
    ander = maak_leerling(decor.school, maak_klas(decor.school, "A1"), "Mila", vestiging=noord)
    extra(decor)
    extra(decor, ander)
    op_noord = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, voornaam="Noor", vestiging=noord)
    per = {
        wie: [n.leerling_id for n in nodig_voor(wie)]
        for wie in (decor.coordinator, op_noord, decor.mentor, decor.begeleider)
    }
    assert sorted(per[decor.coordinator]) == [decor.leerling.pk, ander.pk]
    assert per[op_noord] == [ander.pk] and per[decor.mentor] == [decor.leerling.pk]
    assert per[decor.begeleider] == []
    assert nodig_voor(maak_werkplek(decor.school, Rol.DOCENT)) == []


def test_tellingen_per_vestiging(decor: Decor) -> None:
    noord = Vestiging.objects.create(school=decor.school, naam="Noord")
    extra(decor)
    extra(decor, maak_leerling(decor.school, None, "Mila", vestiging=noord))
    alles, daar = tellingen(decor.school.pk, DAG), tellingen(decor.school.pk, DAG, [noord.pk])
    assert (alles.samen, alles.ontbreekt, daar.samen) == (2, 2, 1)
