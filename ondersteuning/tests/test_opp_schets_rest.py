"""The other forms of an OPP keep what is typed: looking back, closing, the schoolleiding, decisions, beginning, phrases."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Beschikking, Opp, OppEvaluatie
from ondersteuning.services.opp_leiding import opp_aan_leiding, opp_leiding_intrekken
from ondersteuning.tests.opphulp import concept_van, maak_compleet, zet_evaluatie, zet_vast
from ondersteuning.tests.test_opp_plicht import beschik
from ondersteuning.tests.test_opp_schets import TEKST, adres, over, typ
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

VAN_ANDER = "Wat een collega schreef."


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    return maak_compleet(nu_decor, timezone.now())


@pytest.fixture
def pagina(nu_decor: Decor, inloggen: Any) -> Any:
    """The browser of the coordinator."""
    return inloggen(nu_decor.coordinator.user)


def test_terugkijken_op_een_andere_versie_en_te_laat(nu_decor: Decor, opp: Opp, pagina: Any) -> None:
    z, url = nu_decor.coordinator, adres("opp_evaluatie", opp.pk)
    versie = zet_vast(opp, z)
    doel = versie.doelen.get()
    eigen = {"samenvatting": TEKST, f"toelichting_{doel.stam.hex}": "Bij dit doel.", "ouders": "nee"}
    typ(z, f"oppevaluatie:{opp.pk}", **eigen, oppversie=str(versie.pk))
    tekst = pagina.get(url).content.decode()
    assert TEKST in tekst and "Bij dit doel." in tekst and "Intussen is" not in tekst
    typ(z, f"oppevaluatie:{opp.pk}", **eigen, oppversie=str(versie.pk - 1))
    assert "Intussen is een volgende versie" in pagina.get(url).content.decode()
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=z.dag)
    antwoord = pagina.post(url, eigen)
    assert antwoord.status_code == 409
    assert TEKST in antwoord.content.decode() and "Bij dit doel." in antwoord.content.decode()
    assert pagina.get(url).status_code == 302 and not OppEvaluatie.objects.exists()


def test_een_evaluatie_verbeteren_met_zijn_tweeen(nu_decor: Decor, opp: Opp, pagina: Any) -> None:
    rij = zet_evaluatie(opp, zet_vast(opp, nu_decor.coordinator), nu_decor.coordinator)
    url, sleutel = adres("opp_evaluatie_verbeter", rij.pk), f"oppterugblik:{rij.pk}"
    typ(nu_decor.coordinator, sleutel, samenvatting=TEKST, versie="1")
    assert "Zo staat het nu" not in pagina.get(url).content.decode()
    OppEvaluatie.objects.filter(pk=rij.pk).update(samenvatting=VAN_ANDER, versie=2)
    tekst = pagina.get(url).content.decode()
    assert all(woord in tekst for woord in (TEKST, VAN_ANDER, "Zo staat het nu"))
    dag = timezone.localdate().isoformat()
    goed = {"gehouden_op": dag, "leerling_erbij": "ja", "ouders": "ja", "samenvatting": TEKST, "versie": "2"}
    assert pagina.post(url, goed).status_code == 302 and not over(sleutel)


def test_afsluiten_en_voorleggen_bewaren_hun_woorden(nu_decor: Decor, opp: Opp, pagina: Any) -> None:
    """Also when a colleague closed it first: the form is gone, the words are not."""
    z, beheer = nu_decor.coordinator, adres("opp_beheer", opp.pk)
    typ(z, f"opp:{opp.pk}:sluit", reden=TEKST, einddatum="2026-01-31")
    typ(z, f"opp:{opp.pk}:leiding", reden="Wil je dit vaststellen?")
    tekst = pagina.get(beheer).content.decode()
    assert all(woord in tekst for woord in (TEKST, "2026-01-31", "Wil je dit vaststellen?"))
    controleer_budget(pagina, beheer)
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=z.dag)
    data = {"reden": TEKST, "einddatum": z.dag.isoformat(), "versie": "1"}
    antwoord = pagina.post(adres("opp_afsluiten", opp.pk), data)
    assert antwoord.status_code == 409
    assert TEKST in antwoord.content.decode() and "niet bewaard" in antwoord.content.decode()


def test_de_schoolleider_houdt_wat_hij_schreef(nu_decor: Decor, opp: Opp, inloggen: Any) -> None:
    """Taken back while he wrote: he may not know of it any more, and reads his own words without whose it was."""
    z, leider = (
        nu_decor.coordinator,
        maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag),
    )
    versie = concept_van(opp)
    wat = {"nummer": versie.nummer, "versie": versie.versie, "aan": leider.user, "reden": "Kijk je?"}
    rij = opp_aan_leiding(door=z, pk=opp.pk, tot=z.dag, op=timezone.now(), **wat)
    client, sleutel = inloggen(leider.user), f"oppvoorlegging:{rij.pk}"
    typ(leider, sleutel, toelichting=TEKST, versie=str(versie.versie))
    assert TEKST in client.get(adres("opp_voorgelegd_een", rij.pk)).content.decode()
    opp_leiding_intrekken(door=z, pk=opp.pk)
    url = adres("opp_besluit", rij.pk)
    antwoord = client.post(url, {"keuze": "terug", "toelichting": TEKST, "versie": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and TEKST in tekst and "Bakker" not in tekst
    assert client.post(url, {"keuze": "vast", "versie": "1"}).status_code == 404


def test_beschikking_begin_en_zin(nu_decor: Decor, pagina: Any) -> None:
    z, kind = nu_decor.coordinator, nu_decor.leerling
    beschik(kind, "arrangement", z, van=z.dag)
    rij = Beschikking.objects.get()
    gevallen = {
        f"oppreden:beschikking:nieuw:{kind.pk}": (adres("opp_beschikking_nieuw", kind.pk), "toelichting"),
        f"oppreden:beschikking:{rij.pk}": (adres("opp_beschikking", rij.pk), "toelichting"),
        f"oppbegin:{kind.pk}": (adres("opp_begin", kind.pk), "aanleiding"),
        "oppzin": (adres("opp_zinnen"), "tekst"),
    }
    for sleutel, (url, veld) in gevallen.items():
        typ(z, sleutel, **{veld: TEKST, "versie": "1"})
        tekst = pagina.get(url).content.decode()
        assert TEKST in tekst and f'data-concept="{sleutel}"' in tekst and "js/concept" in tekst, sleutel
        assert "Zo staat het nu" not in tekst
    Beschikking.objects.update(toelichting=VAN_ANDER, versie=2)
    tekst = pagina.get(adres("opp_beschikking", rij.pk)).content.decode()
    assert TEKST in tekst and VAN_ANDER in tekst and "Zo staat het nu" in tekst
    assert pagina.post(adres("opp_zinnen"), {"veld": "bevorderend", "tekst": TEKST}).status_code == 302
    assert not over("oppzin")


def test_begonnen_terwijl_jij_typte(opp: Opp, nu_decor: Decor, pagina: Any) -> None:
    """Sending twice is no conflict; other words than those of the colleague are shown."""
    url = reverse("ondersteuning:opp_begin", args=[nu_decor.leerling.pk])
    antwoord = pagina.post(url, {"aanleiding": TEKST})
    assert antwoord.status_code == 409 and TEKST in antwoord.content.decode()
    assert pagina.post(url, {"aanleiding": opp.aanleiding}).status_code == 302
    assert Opp.objects.count() == 1
