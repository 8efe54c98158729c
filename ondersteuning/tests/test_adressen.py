"""Addresses with numbers that are nothing, too large or somebody else's: 404 or ignored, never a server error."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Vervolg
from ondersteuning.tests.test_invoer import NIEUW, REUS, besluit_data, tekst
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import maak_leerling, maak_werkplek

BIGINT = (2**63 - 1, 2**63, 2**64, REUS)


def test_reusachtige_nummers_in_de_vraag(nu_decor: Decor, inloggen: Any) -> None:
    dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    triage, leerling = reverse("ondersteuning:triage"), reverse("web:leerling", args=[nu_decor.leerling.pk])
    for getal in (*BIGINT, "-1", "0", "\x00", "²", "٣", "1e9", ""):
        for pad in (triage, leerling, reverse("web:leerlingen"), reverse("ondersteuning:vervolg_lijst")):
            antwoord = client.get(
                pad, {"p": getal, "klas": getal, "filter": getal, "van": getal, "soort": getal}
            )
            assert antwoord.status_code == 200, (pad, getal)
        assert client.get(triage, {"signaal": getal}).status_code in (200, 404), getal
        kies = reverse("ondersteuning:signaal_leerling")
        assert client.get(kies, {"leerling": getal, "q": getal}).status_code == 200
        assert client.get(NIEUW, {"leerling": getal}).status_code == 200


@pytest.mark.parametrize("getal", BIGINT)
def test_reusachtige_nummers_in_het_adres(nu_decor: Decor, inloggen: Any, getal: Any) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    for naam in ("signaal_verstuurd", "mijn_signaal", "vervolg"):
        assert client.get(reverse(f"ondersteuning:{naam}", args=[getal])).status_code == 404
    for naam in ("leerling", "inzage"):
        assert client.get(reverse(f"web:{naam}", args=[getal])).status_code == 404
    for naam in ("besluit", "koppel", "vervolg_plan", "vervolg_sluit"):
        adres = reverse(f"ondersteuning:{naam}", args=[getal])
        assert client.post(adres, besluit_data(resultaat="x")).status_code == 404
    assert client.post(reverse("ondersteuning:verbind", args=[signaal.pk, getal])).status_code == 404
    assert client.post(reverse("ondersteuning:herstel", args=[signaal.pk, getal])).status_code == 302
    assert client.post(reverse("web:wissel_school", args=[getal])).status_code == 404
    for versie in (getal, -1, "x"):
        adres = reverse("ondersteuning:besluit", args=[signaal.pk])
        assert client.post(adres, besluit_data(versie=versie)).status_code in (409, 422)


def test_koppelen_aan_een_ander(nu_decor: Decor, inloggen: Any) -> None:
    """A signal with a decision does not move to another pupil; a pupil one does not see is not found."""
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    beslis(nu_decor.coordinator, signaal, op=timezone.now())
    ander = maak_leerling(nu_decor.school)
    adres = reverse("ondersteuning:koppel", args=[signaal.pk])
    client = inloggen(nu_decor.coordinator.user)
    for pk, melding in ((ander.pk, "al gekoppeld"), (REUS, "vinden we niet")):
        antwoord = client.post(adres, {"leerling": pk}, follow=True)
        assert melding in tekst(antwoord)
    signaal.refresh_from_db()
    assert signaal.leerling_id == nu_decor.leerling.pk


@pytest.mark.regel(43)
def test_beheerder_komt_niet_bij_de_inhoud(nu_decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    beslis(nu_decor.coordinator, signaal, op=timezone.now())
    beheerder = inloggen(maak_werkplek(nu_decor.school, Rol.BEHEERDER, timezone.localdate()).user)
    for pad in (
        reverse("ondersteuning:triage"),
        reverse("ondersteuning:mijn_signaal", args=[signaal.pk]),
        reverse("ondersteuning:vervolg", args=[Vervolg.objects.get().pk]),
        reverse("web:leerling", args=[nu_decor.leerling.pk]),
        reverse("web:zoek"),
    ):
        assert beheerder.get(pad).status_code == 403, pad
