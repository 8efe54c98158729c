"""The triage board: what stands on it, in which order, for whom, and what helps to judge."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.access import aantal_nieuw
from ondersteuning.bord import lees_detail, lees_keuze, lees_lijst
from ondersteuning.models import Signaal, Triagebesluit, Vervolg
from ondersteuning.services.signaal import signalen_verbinden
from ondersteuning.workflow import VIJF, Besluit
from zorgapp.accounts.models import School, Vestiging, Vrijedag, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.kern.pagina import PER_PAGINA_RUIM
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek

BORD = reverse("ondersteuning:triage")
DAG_LANG = timedelta(days=1)


def op_bord(werkplek: Werkplek, status: str = "nieuw") -> list[int]:
    return [s.pk for s in lees_lijst(werkplek, status, None).pagina.rijen]


def test_acuut_eerst_dan_de_oudste_termijn(decor: Decor) -> None:
    jong = dien_in(decor.mentor, decor.leerling, NU)
    oud = dien_in(decor.mentor, decor.leerling, NU - 3 * DAG_LANG)
    acuut = dien_in(decor.mentor, decor.leerling, NU, urgentie="vandaag")
    assert op_bord(decor.coordinator) == [acuut.pk, oud.pk, jong.pk]


def test_filters_en_tellingen(decor: Decor) -> None:
    nieuw, loopt, klaar = (dien_in(decor.mentor, decor.leerling) for _ in range(3))
    beslis(decor.coordinator, loopt, Besluit.ZORGOVERLEG)
    beslis(decor.coordinator, klaar, Besluit.AFSLUITEN)
    lijst = lees_lijst(decor.coordinator, "onbekend", "1")
    assert lijst.status == "nieuw"
    assert {waarde: aantal for waarde, _, aantal in lijst.filters} == dict.fromkeys(
        ("nieuw", "loopt", "beoordeeld"), "1"
    )
    assert op_bord(decor.coordinator, "loopt") == [loopt.pk]
    assert op_bord(decor.coordinator, "beoordeeld") == [klaar.pk]
    assert aantal_nieuw(decor.coordinator) == 1 and op_bord(decor.coordinator) == [nieuw.pk]


@pytest.mark.parametrize("rol", [r for r in Rol if r != Rol.ZORGCOORDINATOR])
def test_alleen_een_coordinator_heeft_een_bord(decor: Decor, rol: Rol) -> None:
    dien_in(decor.mentor, decor.leerling)
    assert op_bord(maak_werkplek(decor.school, rol)) == []


def test_een_verbonden_signaal_van_een_andere_vestiging_blijft_daar(decor: Decor) -> None:
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=naam) for naam in ("Noord", "Zuid"))
    van_noord, van_zuid = (
        dien_in(decor.coordinator, maak_leerling(decor.school, decor.klas, vestiging=v))
        for v in (noord, zuid)
    )
    signalen_verbinden(door=decor.coordinator, een=van_noord.pk, ander=van_zuid.pk)
    in_noord = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=noord)
    for wie, gezien in ((decor.coordinator, [van_zuid]), (in_noord, [])):
        detail = lees_detail(wie, van_noord.pk, lees_lijst(wie, None, None))
        assert detail.verbonden == gezien


def test_coordinator_van_een_vestiging(decor: Decor) -> None:
    noord, zuid = (Vestiging.objects.create(school=decor.school, naam=n) for n in ("Noord", "Zuid"))
    van_noord = maak_leerling(decor.school, decor.klas, vestiging=noord)
    hier = dien_in(decor.coordinator, van_noord)
    zonder = dien_in(decor.mentor, None, leerling_tekst="Kees")
    in_noord = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=noord)
    in_zuid = maak_werkplek(decor.school, Rol.ZORGCOORDINATOR, vestiging=zuid)
    assert set(op_bord(in_noord)) == {hier.pk, zonder.pk}
    assert op_bord(in_zuid) == [zonder.pk]


def test_waarnemer_heeft_het_bord_zolang_het_duurt(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    Waarneming.objects.create(
        school=decor.school,
        afwezige=decor.coordinator.user,
        waarnemer=decor.begeleider.user,
        van=DAG,
        tot=DAG + DAG_LANG,
        door=decor.coordinator.user,
    )
    ziet = {}
    for dag in (DAG - DAG_LANG, DAG, DAG + DAG_LANG, DAG + 2 * DAG_LANG):
        werkplek = werkplek_maken(decor.begeleider.user, dag, decor.school.pk)
        assert werkplek is not None
        ziet[(dag - DAG).days] = op_bord(werkplek)
    assert ziet == {-1: [], 0: [signaal.pk], 1: [signaal.pk], 2: []}


def test_wat_helpt_om_te_oordelen(decor: Decor) -> None:
    klasgenoot = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
    eerder = dien_in(decor.mentor, decor.leerling, NU - 10 * DAG_LANG)
    dien_in(decor.mentor, klasgenoot, NU - 20 * DAG_LANG)
    dien_in(decor.mentor, klasgenoot, NU - 200 * DAG_LANG)
    signaal = dien_in(decor.mentor, decor.leerling)
    signalen_verbinden(door=decor.coordinator, een=eerder.pk, ander=signaal.pk)
    detail = lees_detail(decor.coordinator, signaal.pk, lees_lijst(decor.coordinator, None, None))
    assert [s.pk for s in detail.over_leerling] == [eerder.pk] == [s.pk for s in detail.verbonden]
    assert detail.in_klas == 1
    assert detail.mentoren == ["Joris Koster"]
    assert detail.laatste is None and set(detail.toegestaan) == set(VIJF)


def test_voorstel_om_terug_te_kijken(decor: Decor) -> None:
    """Ten school days ahead; a week of holiday moves it a week."""
    assert lees_keuze(decor.coordinator).kijk_terug_op == DAG + timedelta(days=14)
    Vrijedag.objects.create(
        school=decor.school, naam="Vrij", van=DAG + timedelta(days=6), tot=DAG + timedelta(days=10)
    )
    assert lees_keuze(decor.coordinator).kijk_terug_op == DAG + timedelta(days=21)


def test_het_besluit_dat_herstel_terugdraait(decor: Decor) -> None:
    signaal = dien_in(decor.mentor, decor.leerling)
    beslis(decor.coordinator, signaal)
    tweede = beslis(decor.coordinator, signaal, Besluit.ZORGOVERLEG, NU + timedelta(hours=1))
    detail = lees_detail(decor.coordinator, signaal.pk, lees_lijst(decor.coordinator, "loopt", None))
    assert detail.laatste is not None and detail.laatste.pk == tweede.pk
    assert detail.open_vervolg is not None and detail.open_vervolg.pk == tweede.pk


def test_lege_lijst(nu_decor: Decor, inloggen: Any) -> None:
    assert "Geen nieuwe signalen" in inloggen(nu_decor.coordinator.user).get(BORD).content.decode()


def test_meer_dan_een_bladzijde(decor: Decor) -> None:
    pks = [
        dien_in(decor.mentor, decor.leerling, NU + timedelta(minutes=n)).pk
        for n in range(2 * PER_PAGINA_RUIM)
    ]
    eerste, tweede = (lees_lijst(decor.coordinator, None, blad).pagina for blad in ("1", "2"))
    assert (eerste.volgende, tweede.volgende) == (2, None)
    assert sorted(s.pk for s in [*eerste.rijen, *tweede.rijen]) == pks


@pytest.mark.parametrize("besluit", VIJF)
def test_beslissen_en_herstellen_door_de_pagina(nu_decor: Decor, inloggen: Any, besluit: Besluit) -> None:
    """From the open form to the confirmation with its way back."""
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    pagina = client.get(BORD, {"signaal": signaal.pk, "besluit": besluit.value})
    assert f'value="{besluit.value}"' in pagina.content.decode()
    data = {
        "versie": 1,
        "besluit": besluit.value,
        "domein": "pers",
        "advies": "Praat.",
        "reden": "Nodig.",
        "al_gedaan": "Gesprek.",
        "ouders": "ja",
        "datum": timezone.localdate().isoformat(),
        "eigenaar": nu_decor.begeleider.user.pk,
    }
    na = client.post(reverse("ondersteuning:besluit", args=[signaal.pk]), data, follow=True)
    genomen = Triagebesluit.objects.get()
    herstel = reverse("ondersteuning:herstel", args=[signaal.pk, genomen.pk])
    assert na.status_code == 200 and f'action="{herstel}"' in na.content.decode()
    weer = client.post(herstel, follow=True).content.decode()
    assert "Teruggedraaid." in weer and "teruggedraaid" in weer
    assert Signaal.objects.get().status == "nieuw"
    assert "al vervangen" in client.post(herstel, follow=True).content.decode()


def test_een_naam_in_plaats_van_een_keuze(nu_decor: Decor, inloggen: Any) -> None:
    """Several colleagues of that name come back as options beside all that was typed; then one of them decides."""
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    dubbel = maak_werkplek(nu_decor.school, Rol.MENTOR, timezone.localdate(), "Ruben")
    client = inloggen(nu_decor.coordinator.user)
    data = {
        "versie": 1,
        "besluit": "tweede_lijn",
        "domein": "pers",
        "reden": "Nodig voor hem.",
        "al_gedaan": "Gesprek.",
        "ouders": "ja",
        "datum": timezone.localdate().isoformat(),
        "eigenaar": nu_decor.coordinator.user.pk,
        "eigenaar_naam": "ruben",
    }
    adres = reverse("ondersteuning:besluit", args=[signaal.pk])
    vraag = client.post(adres, data)
    pagina = vraag.content.decode()
    assert vraag.status_code == 422 and not Triagebesluit.objects.exists()
    assert "meer dan één collega bij ‘ruben’" in pagina and "Nodig voor hem." in pagina
    for wie in (dubbel, nu_decor.begeleider):
        assert f'<option value="{wie.user.pk}">' in pagina
    keuze = {"eigenaar": dubbel.user.pk, "eigenaar_gezocht": "ruben"}
    assert client.post(adres, data | keuze).status_code == 302
    assert Vervolg.objects.get().eigenaar == dubbel.user


def test_verbinden_en_losmaken_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    een, ander = (dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now()) for _ in range(2))
    client = inloggen(nu_decor.coordinator.user)
    adres = reverse("ondersteuning:verbind", args=[een.pk, ander.pk])
    assert "horen nu bij elkaar" in client.post(adres, follow=True).content.decode()
    assert "weer los" in client.post(adres, {"los": "1"}, follow=True).content.decode()
    zelf = reverse("ondersteuning:verbind", args=[een.pk, een.pk])
    assert client.post(zelf).status_code == 302


def test_koppelen_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(nu_decor.mentor, None, timezone.now(), leerling_tekst="Kees, H3b")
    client = inloggen(nu_decor.coordinator.user)
    gezocht = client.get(BORD, {"signaal": signaal.pk, "q": "kees"}).content.decode()
    assert "Wie is dit?" in gezocht and "Kees Jan Bakker" in gezocht
    adres = reverse("ondersteuning:koppel", args=[signaal.pk])
    na = client.post(adres, {"leerling": nu_decor.leerling.pk}, follow=True).content.decode()
    assert "Gekoppeld." in na and "Wie is dit?" not in na


def test_signaal_van_een_andere_school(nu_decor: Decor, andere_school: School, inloggen: Any) -> None:
    signaal = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR, timezone.localdate())
    client = inloggen(vreemd.user)
    assert client.get(BORD, {"signaal": signaal.pk}).status_code == 404
    assert "Kees" not in client.get(BORD).content.decode()
