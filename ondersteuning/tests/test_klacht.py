"""A complaint of parents: who sees it, every step and every refusal, its clock, and that it goes after its term."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.access import toegangsgrond
from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.access_klacht import (
    get_klacht,
    get_klachtafspraak,
    klachten,
    open_klachtafspraken,
    open_klachten,
)
from ondersteuning.documents import klacht as papier
from ondersteuning.eigendom_hgw import AFSPRAAK, KLACHT
from ondersteuning.klachtloop import STAPPEN, KlachtStap, volgende
from ondersteuning.models import Klacht, Klachtpartij, KlachtStatus
from ondersteuning.overdrachtloop import StapGeweigerd
from ondersteuning.retention_overdracht import grens, ruim_klachten_op
from ondersteuning.services import klacht as dienst
from zorgapp.accounts.models import Geschiedenis, Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek


@pytest.fixture
def leider(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, voornaam="Marijke")


@pytest.fixture
def klacht(decor: Decor) -> Klacht:
    return vastleggen(decor)


def vastleggen(decor: Decor, door: Werkplek | None = None, **anders: Any) -> Klacht:
    standaard: dict[str, Any] = {
        "ontvangen_op": DAG,
        "ontvangen_door": decor.mentor.user,
        "hoe": "telefoon",
        "van_naam": "mevrouw Bakker",
        "onderwerp": "Faciliteitenkaart",
        "inhoud": "Elke docent doet het anders.",
    }
    return dienst.klacht_vastleggen(
        door=door or decor.coordinator,
        leerling_id=decor.leerling.pk,
        gegevens=dienst.Klachtgegevens(**(standaard | anders)),
        op=NU,
    )


def nu(klacht: Klacht) -> Klacht:
    return Klacht.objects.get(pk=klacht.pk)


def hoor(decor: Decor, klacht: Klacht, **anders: Any) -> Klachtpartij:
    wat: dict[str, Any] = {"wie": "Docent Duits", "gehoord_op": DAG, "gezegd": "Ik wist het niet."}
    return dienst.partij_horen(door=decor.coordinator, pk=klacht.pk, op=NU, **(wat | anders))


def noem(decor: Decor, klacht: Klacht, leider: Werkplek | None) -> Klacht:
    return dienst.leider_noemen(
        door=decor.coordinator,
        pk=klacht.pk,
        versie=nu(klacht).versie,
        leider=leider.user if leider else None,
        op=NU,
    )


def spreek_af(decor: Decor, klacht: Klacht) -> Klacht:
    return dienst.uitkomst_vastleggen(
        door=decor.coordinator, pk=klacht.pk, versie=nu(klacht).versie, uitkomst="Iedereen geeft extra tijd."
    )


def sluit(decor: Decor, klacht: Klacht, **anders: Any) -> Klacht:
    wat: dict[str, Any] = {"ouders_gehoord": "U hoort van ons.", "ouders_op": DAG}
    return dienst.klacht_sluiten(
        door=decor.coordinator, pk=klacht.pk, versie=nu(klacht).versie, op=NU, **(wat | anders)
    )


def gesloten(decor: Decor, klacht: Klacht) -> Klacht:
    hoor(decor, klacht)
    spreek_af(decor, klacht)
    return sluit(decor, klacht)


def test_van_ontvangst_tot_antwoord(decor: Decor, klacht: Klacht, leider: Werkplek) -> None:
    """Twenty school days without free days: the term of 24 November is 22 December."""
    assert (klacht.status, klacht.uiterlijk) == (KlachtStatus.ONTVANGEN, date(2026, 12, 22))
    noem(decor, klacht, leider)
    hoor(decor, klacht)
    spreek_af(decor, klacht)
    dienst.leider_besluit(
        door=leider, pk=klacht.pk, versie=nu(klacht).versie, tekst="De kaart geldt voor iedereen.", op=NU
    )
    klaar = sluit(decor, klacht)
    assert (klaar.status, klaar.besluit_leiding) == (KlachtStatus.GESLOTEN, "De kaart geldt voor iedereen.")
    brief = papier.maak(decor.coordinator, klacht.pk)
    assert (brief.aan, brief.tekst) == ("mevrouw Bakker", "U hoort van ons.")
    assert "Elke docent doet het anders" not in papier.SOORT.html(brief)
    assert "Kees" not in brief.titel + brief.wat


@pytest.mark.parametrize(("status", "stap"), list(product(KlachtStatus, KlachtStap)))
def test_elke_stap(status: KlachtStatus, stap: KlachtStap) -> None:
    if stap in STAPPEN[status]:
        assert volgende(status, stap) == STAPPEN[status][stap]
    else:
        with pytest.raises(StapGeweigerd):
            volgende(status, stap)


@given(st.lists(st.sampled_from(KlachtStap), max_size=20))
def test_gesloten_pas_na_horen_en_afspreken(stappen: list[KlachtStap]) -> None:
    """Whatever is tried in whatever order: closed means heard and agreed since it was last opened."""
    status, gedaan = KlachtStatus.ONTVANGEN, []
    for stap in stappen:
        try:
            status = volgende(status, stap)
        except StapGeweigerd:
            continue
        gedaan = [] if stap == KlachtStap.HEROPEN else [*gedaan, stap]
        if status == KlachtStatus.GESLOTEN:
            assert KlachtStap.UITKOMST in gedaan and gedaan[-1] == KlachtStap.SLUIT


@pytest.mark.parametrize("stap", [spreek_af, sluit])
def test_eerst_horen(decor: Decor, klacht: Klacht, stap: Any) -> None:
    with pytest.raises(StapGeweigerd):
        stap(decor, klacht)
    assert nu(klacht).status == KlachtStatus.ONTVANGEN


@pytest.mark.parametrize(
    "anders", [{"gehoord_op": DAG + timedelta(days=1)}, {"gehoord_op": DAG - timedelta(days=1)}]
)
def test_horen_op_een_onmogelijke_dag(decor: Decor, klacht: Klacht, anders: dict[str, Any]) -> None:
    with pytest.raises(StapGeweigerd):
        hoor(decor, klacht, **anders)
    assert nu(klacht).status == KlachtStatus.ONTVANGEN and not Klachtpartij.objects.exists()


@pytest.mark.parametrize("dagen", [1, -1])
def test_sluiten_op_een_onmogelijke_dag(decor: Decor, klacht: Klacht, dagen: int) -> None:
    hoor(decor, klacht)
    spreek_af(decor, klacht)
    with pytest.raises(StapGeweigerd):
        sluit(decor, klacht, ouders_op=DAG + timedelta(days=dagen))
    assert nu(klacht).status == KlachtStatus.AFSPRAAK


def test_vastleggen_geweigerd(decor: Decor) -> None:
    ander = maak_leerling(decor.school)
    vreemd = Contactpersoon.objects.create(school=decor.school, leerling=ander, naam="Iemand")
    for fout in ({"ontvangen_op": DAG + timedelta(days=1)}, {"contact": vreemd}):
        with pytest.raises(StapGeweigerd):
            vastleggen(decor, **fout)
    with pytest.raises(PermissionDenied):
        vastleggen(decor, door=decor.mentor)
    with pytest.raises(Http404):
        vastleggen(decor, door=decor.begeleider)
    assert not Klacht.objects.exists()


def test_oud_scherm(decor: Decor, klacht: Klacht, leider: Werkplek) -> None:
    hoor(decor, klacht)
    with pytest.raises(Verouderd):
        dienst.uitkomst_vastleggen(door=decor.coordinator, pk=klacht.pk, versie=1, uitkomst="x")


@pytest.mark.regel(40)
def test_alleen_de_coordinator_en_wie_genoemd_is(decor: Decor, klacht: Klacht, leider: Werkplek) -> None:
    """404 for the mentor, a begeleider, a leader who is not named, a coordinator of another location."""
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=naam) for naam in ("Noord", "Zuid"))
    Leerling.objects.update(vestiging=noord)
    hier = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=noord)
    elders = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=zuid)
    for geen in (decor.mentor, decor.begeleider, leider, elders):
        with pytest.raises(Http404):
            get_klacht(geen, klacht.pk)
        assert not klachten(geen, gesloten=False).exists()
    assert get_klacht(hier, klacht.pk)[1].coordinator
    noem(decor, klacht, leider)
    zicht = get_klacht(leider, klacht.pk)[1]
    assert zicht.leider and not zicht.coordinator
    assert toegangsgrond(leider, decor.leerling) is None
    noem(decor, klacht, None)
    with pytest.raises(Http404):
        get_klacht(leider, klacht.pk)


def test_de_schoolleider_besluit_en_doet_verder_niets(decor: Decor, klacht: Klacht, leider: Werkplek) -> None:
    noem(decor, klacht, leider)
    for stap in (
        lambda: dienst.partij_horen(door=leider, pk=klacht.pk, wie="x", gehoord_op=DAG, gezegd="y", op=NU),
        lambda: dienst.leider_noemen(door=leider, pk=klacht.pk, versie=2, leider=None, op=NU),
    ):
        with pytest.raises(PermissionDenied):
            stap()
    with pytest.raises(PermissionDenied):
        dienst.leider_besluit(door=decor.coordinator, pk=klacht.pk, versie=2, tekst="x", op=NU)
    dienst.leider_besluit(door=leider, pk=klacht.pk, versie=2, tekst="Zo doen we het.", op=NU)
    with pytest.raises(StapGeweigerd):
        noem(decor, klacht, None)


@pytest.mark.regel(45)
def test_elke_blik_staat_in_het_logboek(decor: Decor, klacht: Klacht, leider: Werkplek) -> None:
    noem(decor, klacht, leider)
    get_klacht(decor.coordinator, klacht.pk)
    get_klacht(leider, klacht.pk)
    rijen = Inzage.objects.filter(onderwerp="klacht").order_by("pk").values_list("user_id", "grond")
    assert list(rijen) == [(decor.coordinator.user.pk, "zorgcoordinator"), (leider.user.pk, "genoemd")]


def test_een_afspraak_toont_alleen_zijn_woorden(decor: Decor, klacht: Klacht) -> None:
    hoor(decor, klacht)
    with pytest.raises(StapGeweigerd):
        _afspraak(decor, klacht)
    spreek_af(decor, klacht)
    afspraak = _afspraak(decor, klacht)
    assert [a.pk for a in open_klachtafspraken(decor.mentor)] == [afspraak.pk]
    assert get_klachtafspraak(decor.mentor, afspraak.pk).tekst == "Leg de kaart uit aan de sectie."
    with pytest.raises(Http404):
        get_klacht(decor.mentor, klacht.pk)
    with pytest.raises(Http404):
        get_klachtafspraak(decor.begeleider, afspraak.pk)
    wat: dict[str, Any] = {"door": decor.mentor, "pk": afspraak.pk, "resultaat": "Gedaan.", "op": NU}
    with pytest.raises(Verouderd):
        dienst.afspraak_klaar(versie=9, **wat)
    dienst.afspraak_klaar(versie=1, **wat)
    with pytest.raises(StapGeweigerd):
        dienst.afspraak_klaar(versie=2, **wat)


def _afspraak(decor: Decor, klacht: Klacht, **anders: Any) -> Any:
    wat: dict[str, Any] = {
        "tekst": "Leg de kaart uit aan de sectie.",
        "eigenaar": decor.mentor.user,
        "datum": DAG,
    }
    return dienst.afspraak_maken(door=decor.coordinator, pk=klacht.pk, **(wat | anders))


def test_een_afspraak_in_het_verleden(decor: Decor, klacht: Klacht) -> None:
    hoor(decor, klacht)
    spreek_af(decor, klacht)
    with pytest.raises(StapGeweigerd):
        _afspraak(decor, klacht, datum=DAG - timedelta(days=1))


def test_heropenen_geeft_een_nieuwe_termijn(decor: Decor, klacht: Klacht) -> None:
    gesloten(decor, klacht)
    with pytest.raises(StapGeweigerd):
        hoor(decor, klacht)
    weer = dienst.klacht_heropenen(door=decor.coordinator, pk=klacht.pk, versie=nu(klacht).versie, op=NU)
    assert (weer.status, weer.gesloten_op) == (KlachtStatus.HOREN, None)


def test_herinneringen_zonder_naam(decor: Decor, klacht: Klacht, leider: Werkplek) -> None:
    noem(decor, klacht, leider)
    hoor(decor, klacht)
    spreek_af(decor, klacht)
    _afspraak(decor, klacht)
    rijen = Herinnering.objects.order_by("pk").values_list("soort", "ontvanger_id")
    assert list(rijen) == [
        ("klacht_termijn", decor.coordinator.user.pk),
        ("klacht_genoemd", leider.user.pk),
        ("klacht_afspraak", decor.mentor.user.pk),
    ]


def test_op_vandaag(decor: Decor, klacht: Klacht, leider: Werkplek, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert [k.pk for k in open_klachten(decor.coordinator)] == [klacht.pk]
    assert open_klachten(leider) == open_klachten(decor.mentor) == []


def test_wie_weggaat_draagt_over_zonder_naam(decor: Decor, klacht: Klacht) -> None:
    hoor(decor, klacht)
    spreek_af(decor, klacht)
    _afspraak(decor, klacht)
    opvolger = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR)
    for soort, van, naar in (
        (KLACHT, decor.coordinator, opvolger),
        (AFSPRAAK, decor.mentor, decor.begeleider),
    ):
        [stuk] = soort.open_van(decor.school.pk, van.user.pk)
        assert "Kees" not in stuk.omschrijving and "acht" not in stuk.omschrijving
        soort.overdragen(decor.coordinator, [stuk.id], naar.user, DAG)
        assert len(soort.open_van(decor.school.pk, naar.user.pk)) == 1


@pytest.mark.parametrize(("dagen", "weg"), [(-1, True), (0, False)])
def test_na_twee_jaar_weg(decor: Decor, klacht: Klacht, dagen: int, weg: bool) -> None:
    """Closed on the day itself two years ago: one more day; open ones stay."""
    gesloten(decor, klacht)
    open_ = vastleggen(decor)
    Klacht.objects.filter(pk=klacht.pk).update(
        gesloten_op=NU - timedelta(days=731) + timedelta(days=dagen + 1)
    )
    ruim_klachten_op(dag=DAG)
    assert Klacht.objects.filter(pk=klacht.pk).exists() != weg
    assert Klacht.objects.filter(pk=open_.pk).exists()
    assert Klachtpartij.objects.exists() != weg


def test_in_de_geschiedenis_staat_niet_wat_er_is_gezegd(decor: Decor, klacht: Klacht) -> None:
    gesloten(decor, klacht)
    ruim_klachten_op(dag=DAG + timedelta(days=800))
    rijen = Geschiedenis.objects.filter(tabel__startswith="ondersteuning_klacht")
    assert {rij.handeling for rij in rijen} == {"UPDATE", "DELETE"}
    alles = " ".join(str(rij.oud) for rij in rijen)
    assert not any(woord in alles for woord in ("Elke docent", "Ik wist het niet", "Bakker", "extra tijd"))


def test_grens_op_een_schrikkeldag() -> None:
    assert grens(date(2028, 2, 29)) == date(2026, 2, 28)
