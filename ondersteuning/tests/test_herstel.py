"""Herstel: the last standing decision is revoked by a new one, and what it closed opens again."""

from datetime import timedelta

import pytest
from django.http import Http404

from leerlingen.access import toegangsgrond
from ondersteuning.models import Signaal, Triagebesluit, Vervolg
from ondersteuning.services.signaal import antwoord_gelezen
from ondersteuning.services.triage import VERVANGEN, besluit_herstellen
from ondersteuning.services.vervolg import vervolg_afsluiten
from ondersteuning.workflow import VIJF, Besluit, SignaalStatus
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import NU

UUR = timedelta(hours=1)


def herstel(decor: Decor, besluit: Triagebesluit, uren: int = 5) -> Triagebesluit:
    return besluit_herstellen(
        door=decor.coordinator, signaal_id=besluit.signaal_id, besluit_id=besluit.pk, op=NU + uren * UUR
    )


@pytest.mark.parametrize("keuze", VIJF)
def test_het_werkt(decor: Decor, keuze: Besluit) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, domein_indiener="pers")
    besluit = beslis(decor.coordinator, signaal, keuze, eigenaar=decor.begeleider.user)
    weg = herstel(decor, besluit)
    signaal.refresh_from_db()
    assert (signaal.status, signaal.versie, signaal.domein) == (SignaalStatus.NIEUW, 3, "pers")
    assert (weg.besluit, weg.herroept_id) == (Besluit.HERSTEL, besluit.pk)
    assert set(Vervolg.objects.values_list("status", flat=True)) <= {"vervallen"}
    antwoord = signaal.terugkoppeling
    assert (antwoord.gegeven_op, antwoord.besluit) == (None, None)
    assert Herinnering.objects.get(sleutel=f"antwoord:{besluit.pk}").status == "vervallen"
    assert toegangsgrond(decor.begeleider, decor.leerling) is None


def test_het_besluit_zelf_blijft_staan(decor: Decor) -> None:
    besluit = beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    herstel(decor, besluit)
    assert Triagebesluit.objects.get(pk=besluit.pk).advies == besluit.advies
    assert Triagebesluit.objects.count() == 2


def test_opent_weer_wat_het_besluit_sloot(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    eerste = beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, eigenaar=decor.begeleider.user)
    antwoord_gelezen(door=decor.mentor, signaal=signaal, op=NU)
    tweede = beslis(decor.coordinator, signaal, Besluit.AFSLUITEN, NU + UUR)
    assert toegangsgrond(decor.begeleider, decor.leerling) is None
    herstel(decor, tweede)
    vervolg = Vervolg.objects.get()
    assert (vervolg.status, vervolg.resultaat, vervolg.afgesloten_op) == ("open", "", None)
    assert toegangsgrond(decor.begeleider, decor.leerling)
    signaal.refresh_from_db()
    assert signaal.status == SignaalStatus.LOOPT
    antwoord = signaal.terugkoppeling
    assert (antwoord.besluit_id, antwoord.gegeven_op) == (eerste.pk, eerste.op)
    datum = Herinnering.objects.filter(soort="vervolg_datum", status="gepland").get()
    assert datum.ontvanger_id == decor.begeleider.user.pk


def test_sluit_niet_wat_iemand_zelf_afsloot(decor: Decor) -> None:
    """A follow-up that its owner closed with a result stays closed."""
    signaal = dien_in(decor.mentor, decor.leerling)
    besluit = beslis(decor.coordinator, signaal)
    pk = Vervolg.objects.get().pk
    vervolg_afsluiten(door=decor.coordinator, pk=pk, versie=1, resultaat="Het helpt.", op=NU + UUR)
    herstel(decor, besluit)
    vervolg = Vervolg.objects.get()
    assert (vervolg.status, vervolg.resultaat) == ("afgesloten", "Het helpt.")
    assert Signaal.objects.get().status == SignaalStatus.NIEUW


def test_stap_voor_stap_terug(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    drie = [beslis(decor.coordinator, signaal, Besluit.TERUG, NU + n * UUR) for n in range(3)]
    for over, besluit in enumerate(reversed(drie), start=5):
        herstel(decor, besluit, over)
    assert Signaal.objects.get().status == SignaalStatus.NIEUW
    assert not Vervolg.objects.open().exists()
    assert not Vervolg.objects.filter(resultaat=VERVANGEN).exists()


def test_alleen_het_laatste_besluit(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    eerste = beslis(decor.coordinator, signaal)
    beslis(decor.coordinator, signaal, Besluit.AFSLUITEN, NU + UUR)
    with pytest.raises(Verouderd):
        herstel(decor, eerste)


def test_twee_keer_kan_niet(decor: Decor) -> None:
    besluit = beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    weg = herstel(decor, besluit)
    for nog_eens in (besluit, weg):
        with pytest.raises(Verouderd):
            herstel(decor, nog_eens)


def test_besluit_van_een_ander_signaal(decor: Decor) -> None:
    besluit = beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    ander = dien_in(decor.mentor, decor.leerling)
    with pytest.raises(Verouderd):
        besluit_herstellen(door=decor.coordinator, signaal_id=ander.pk, besluit_id=besluit.pk, op=NU)


def test_wie_niet_beoordeelt_vindt_niets(decor: Decor) -> None:
    besluit = beslis(decor.coordinator, dien_in(decor.mentor, decor.leerling))
    with pytest.raises(Http404):
        besluit_herstellen(door=decor.mentor, signaal_id=besluit.signaal_id, besluit_id=besluit.pk, op=NU)
