"""The sender hears what happened with his signal: an answer owed, given, read, or taken back (DOMAIN 62)."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Terugkoppeling
from ondersteuning.services.signaal import antwoord_gelezen
from ondersteuning.services.triage import besluit_herstellen
from ondersteuning.workflow import VIJF, Besluit
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import NU

pytestmark = pytest.mark.regel(62)
UUR = timedelta(hours=1)


def open_bij() -> list[int]:
    """Signals whose sender still waits for an answer."""
    return list(Terugkoppeling.objects.open().values_list("signaal_id", flat=True))


@pytest.mark.parametrize("besluit", VIJF)
def test_elk_besluit_is_een_antwoord(decor: Decor, besluit: Besluit) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    assert open_bij() == [signaal.pk]
    genomen = beslis(decor.coordinator, signaal, besluit, NU + UUR)
    antwoord = Terugkoppeling.objects.get()
    assert (antwoord.besluit_id, antwoord.gegeven_op) == (genomen.pk, NU + UUR)
    assert genomen.bericht and open_bij() == []


def test_gelezen_telt_de_eerste_keer(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    for uren in (1, 2):
        antwoord_gelezen(door=decor.mentor, signaal=signaal, op=NU + uren * UUR)
    assert Terugkoppeling.objects.get().gelezen_op == NU + UUR


def test_alleen_de_indiener_leest(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    antwoord_gelezen(door=decor.coordinator, signaal=signaal, op=NU)
    assert Terugkoppeling.objects.get().gelezen_op is None


def test_voor_het_antwoord_is_er_niets_gelezen(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    antwoord_gelezen(door=decor.mentor, signaal=signaal, op=NU)
    assert Terugkoppeling.objects.get().gelezen_op is None


def test_nieuw_besluit_is_een_nieuw_antwoord(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    antwoord_gelezen(door=decor.mentor, signaal=signaal, op=NU)
    tweede = beslis(decor.coordinator, signaal, Besluit.AFSLUITEN, NU + UUR)
    antwoord = Terugkoppeling.objects.get()
    assert (antwoord.besluit_id, antwoord.gelezen_op) == (tweede.pk, None)


def test_na_herstel_weer_schuldig(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    besluit = beslis(decor.coordinator, signaal)
    besluit_herstellen(door=decor.coordinator, signaal_id=signaal.pk, besluit_id=besluit.pk, op=NU + UUR)
    assert open_bij() == [signaal.pk]


def test_te_laat(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    laatste = signaal.terugkoppeling.uiterlijk
    assert not Terugkoppeling.objects.te_laat(laatste).exists()
    assert Terugkoppeling.objects.te_laat(laatste + timedelta(days=1)).exists()


def test_een_antwoord_heeft_een_besluit(decor: Decor) -> None:
    dien_in(decor.mentor, decor.leerling)
    with pytest.raises(IntegrityError), transaction.atomic():
        Terugkoppeling.objects.update(gegeven_op=NU)


def test_de_indiener_leest_zijn_antwoord(nu_decor: Decor, inloggen: Any) -> None:
    """Through the pages: owed, given, read, and only the words that are meant for him."""
    nu = timezone.now()
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, nu)
    adres = reverse("ondersteuning:mijn_signaal", args=[signaal.pk])
    mentor = inloggen(nu_decor.mentor.user)
    assert "Angelica kiest het vervolg" in mentor.get(adres).content.decode()
    beslis(
        nu_decor.coordinator,
        signaal,
        Besluit.DERDE_LIJN,
        nu,
        reden="Vermoeden van zorgen thuis",
        al_gedaan="Gesprek met de wijkagent",
        bericht="We vragen hulp van buiten.",
    )
    vandaag = mentor.get(reverse("web:vandaag")).content.decode()
    assert "1 nieuw antwoord op je signaal" in vandaag
    pagina = mentor.get(adres).content.decode()
    assert "We vragen hulp van buiten." in pagina
    assert "zorgen thuis" not in pagina and "wijkagent" not in pagina
    assert Terugkoppeling.objects.get().gelezen_op is not None
    assert "nieuw antwoord" not in mentor.get(reverse("web:vandaag")).content.decode()


def test_wie_terugbladert_na_het_antwoord_leest_het_antwoord(nu_decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    mentor = inloggen(nu_decor.mentor.user)
    adres = reverse("ondersteuning:signaal_verstuurd", args=[signaal.pk])
    assert mentor.get(adres).status_code == 200
    beslis(nu_decor.coordinator, signaal, Besluit.AFSLUITEN, timezone.now())
    assert mentor.get(adres).url == reverse("ondersteuning:mijn_signaal", args=[signaal.pk])


def test_het_antwoord_op_andermans_signaal(nu_decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    for wie in (nu_decor.coordinator, nu_decor.begeleider):
        for naam in ("mijn_signaal", "signaal_verstuurd"):
            adres = reverse(f"ondersteuning:{naam}", args=[signaal.pk])
            assert inloggen(wie.user).get(adres).status_code == 404
