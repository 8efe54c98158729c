"""Deciding: five decisions, what each leaves open, and who may."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404

from leerlingen.access import toegangsgrond
from leerlingen.models import Toegangsverlening
from ondersteuning.models import Signaal, Triagebesluit, Vervolg
from ondersteuning.services.signaal import leerling_koppelen
from ondersteuning.services.triage import VERVANGEN, besluit_nemen
from ondersteuning.workflow import TOEGESTAAN, VIJF, Besluit, SignaalStatus, StapNietToegestaan
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor, beslis, dien_in, keuze
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek


def test_het_werkt(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    besluit = beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    signaal.refresh_from_db()
    assert (signaal.status, signaal.versie, signaal.ouders) == (SignaalStatus.LOOPT, 2, "ja")
    vervolg = Vervolg.objects.get()
    assert (vervolg.besluit_id, vervolg.soort, vervolg.eigenaar_id) == (
        besluit.pk,
        "tweede_lijn",
        decor.begeleider.user.pk,
    )
    assert signaal.terugkoppeling.besluit_id == besluit.pk


@pytest.mark.parametrize("besluit", VIJF)
def test_elk_besluit(decor: Decor, besluit: Besluit) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal, besluit)
    signaal.refresh_from_db()
    open_nu = Vervolg.objects.open().filter(signaal=signaal)
    if besluit == Besluit.AFSLUITEN:
        assert signaal.status == SignaalStatus.BEOORDEELD and not open_nu
    else:
        vervolg = open_nu.get()
        assert signaal.status == SignaalStatus.LOOPT
        assert vervolg.eigenaar_id == decor.coordinator.user.pk and vervolg.volgende_datum > DAG


def test_de_tabel_van_stappen(decor: Decor) -> None:
    """Every decision in every state: either it fits, or StapNietToegestaan and nothing is written."""
    for status in SignaalStatus:
        for besluit in VIJF:
            signaal = dien_in(decor.mentor, decor.leerling)
            Signaal.objects.filter(pk=signaal.pk).update(status=status)
            if besluit in TOEGESTAAN[status]:
                beslis(decor.coordinator, signaal, besluit)
            else:
                with pytest.raises(StapNietToegestaan):
                    beslis(decor.coordinator, signaal, besluit)
                assert not signaal.besluiten.exists()


@pytest.mark.regel(61)
@pytest.mark.parametrize("weg", ["reden", "al_gedaan"])
@pytest.mark.parametrize("besluit", [Besluit.TWEEDE_LIJN, Besluit.ZORGOVERLEG, Besluit.DERDE_LIJN])
def test_hoger_alleen_met_wat_al_is_gedaan(decor: Decor, besluit: Besluit, weg: str) -> None:
    """The database holds it too, whatever a form forgets."""
    signaal = dien_in(decor.mentor, decor.leerling)
    with pytest.raises(IntegrityError), transaction.atomic():
        beslis(decor.coordinator, signaal, besluit, **{weg: ""})
    assert not Triagebesluit.objects.exists() and not Vervolg.objects.exists()


@pytest.mark.parametrize("weg", [{"advies": ""}, {"datum": None}])
def test_terug_alleen_met_advies_en_datum(decor: Decor, weg: dict[str, Any]) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    with pytest.raises(IntegrityError), transaction.atomic():
        beslis(decor.coordinator, signaal, Besluit.TERUG, **weg)


def test_ouders_eerst(decor: Decor) -> None:
    with pytest.raises(StapNietToegestaan, match="ouders"):
        beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling), Besluit.DERDE_LIJN, ouders="")


def test_zonder_leerling_alleen_afsluiten(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, None, leerling_tekst="Kees, H3b")
    with pytest.raises(StapNietToegestaan, match="Koppel"):
        beslis(decor.coordinator, signaal)
    beslis(decor.coordinator, signaal, Besluit.AFSLUITEN)


def test_koppelen_na_een_besluit_kan_niet_meer(decor: Decor) -> None:
    """A follow-up gave somebody access to this pupil: the signal cannot move to another one."""
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    with pytest.raises(StapNietToegestaan):
        leerling_koppelen(door=decor.coordinator, signaal_id=signaal.pk, leerling=decor.leerling)


def test_nieuw_besluit_vervangt_het_vervolg(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    assert toegangsgrond(decor.begeleider, decor.leerling)
    beslis(decor.coordinator, signaal, Besluit.TERUG, NU + timedelta(hours=1))
    oud, nieuw = Vervolg.objects.order_by("pk")
    assert (oud.status, oud.resultaat, nieuw.status) == ("afgesloten", VERVANGEN, "open")
    assert toegangsgrond(decor.begeleider, decor.leerling) is None
    assert not Toegangsverlening.objects.exists()  # granted today, so it lapses altogether


@pytest.mark.parametrize("rol", [r for r in Rol if r != Rol.ZORGCOORDINATOR])
def test_wie_niet_beoordeelt_vindt_niets(decor: Decor, rol: Rol) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    with pytest.raises(Http404):
        beslis(maak_werkplek(decor.school, rol), signaal)


def test_coordinator_van_een_andere_school(decor: Decor, andere_school: School) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    with in_school(andere_school.pk):
        vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
        with pytest.raises(Http404):
            besluit_nemen(door=vreemd, signaal_id=signaal.pk, versie=1, gegevens=keuze(), op=NU)


def test_coordinator_van_een_andere_vestiging(decor: Decor) -> None:
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=n) for n in ("Noord", "Zuid"))
    type(decor.leerling).objects.filter(pk=decor.leerling.pk).update(vestiging=noord)
    signaal = dien_in(decor.mentor, decor.leerling)
    with pytest.raises(Http404):
        beslis(maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=zuid), signaal)
    beslis(maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=noord), signaal)


def test_besluit_is_niet_te_wijzigen(decor: Decor) -> None:
    besluit = beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    rij = Triagebesluit.objects.filter(pk=besluit.pk)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rij.update(advies="Iets anders")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rij._raw_delete(rij.db)


def test_verouderd_schrijft_niets(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    with pytest.raises(Verouderd):
        besluit_nemen(door=decor.coordinator, signaal_id=signaal.pk, versie=1, gegevens=keuze(), op=NU)
    assert Triagebesluit.objects.count() == Vervolg.objects.count() == 1
