"""What a file shows of forms, hand-overs and complaints: the timeline and the panel, per reader."""

from datetime import timedelta
from typing import Any

import pytest

from leerlingen.access import toegangsgrond
from ondersteuning.access_hgw import behoeften_voor, inhoud_van
from ondersteuning.access_overdracht import lesgevers
from ondersteuning.paneel_hgw import paneel_hgw
from ondersteuning.services import klacht as dienst
from ondersteuning.services.hgw import hgw_afronden, hgw_beginnen, hgw_sluiten
from ondersteuning.services.lesoverdracht import Overdrachtgegevens, overdracht_geven
from ondersteuning.tijdlijn_hgw import ICONEN, adres_van, blik_hgw, kop_van, tijdlijn_hgw
from zorgapp.accounts.models import Afdeling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.icons import icoon
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek


@pytest.fixture
def duits(decor: Decor) -> Werkplek:
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    return docent


@pytest.fixture
def vol(decor: Decor, duits: Werkplek) -> Decor:
    """A closed form, one that holds, a hand-over and a complaint."""
    for nummer in range(2):
        hgw = hgw_beginnen(door=decor.mentor, leerling_id=decor.leerling.pk, op=NU)
        inhoud = inhoud_van(hgw) | {"behoefte_ouders": "bellen", "evaluatie_op": DAG}
        wat: dict[str, Any] = {"versie": hgw.versie, "basis": hgw.versie, "inhoud": inhoud, "op": NU}
        hgw = hgw_afronden(door=decor.mentor, pk=hgw.pk, **wat)
        if not nummer:
            hgw_sluiten(door=decor.mentor, pk=hgw.pk, versie=hgw.versie, effect="Gelukt.", op=NU)
    gegevens = Overdrachtgegevens(
        van="Taleninstituut",
        onderwerp="Lezen",
        actie="Geef de lijst",
        advies="Vooraf.",
        docenten=tuple(lesgevers(decor.leerling.pk, DAG)),
        eigenaar=decor.coordinator.user,
        bericht_op=DAG + timedelta(days=40),
    )
    overdracht_geven(door=decor.coordinator, leerling_id=decor.leerling.pk, gegevens=gegevens, op=NU)
    klacht = dienst.Klachtgegevens(
        ontvangen_op=DAG,
        ontvangen_door=decor.coordinator.user,
        hoe="brief",
        van_naam="mevrouw Bakker",
        onderwerp="De kaart",
        inhoud="Het gaat niet goed.",
    )
    dienst.klacht_vastleggen(door=decor.coordinator, leerling_id=decor.leerling.pk, gegevens=klacht, op=NU)
    return decor


def soorten(decor: Decor, wie: Werkplek) -> list[str]:
    grond = toegangsgrond(wie, decor.leerling)
    assert grond is not None
    delen = tijdlijn_hgw(decor.leerling.pk, blik_hgw(wie, grond))
    rijen = [rij for deel in delen.values() for rij in deel]
    for rij in rijen:
        assert kop_van(rij[2], rij[3]) and icoon(ICONEN[rij[2]])
        assert bool(adres_van(rij[2], rij[1])) == (rij[2] != "overdracht")
    return sorted(rij[2] for rij in rijen)


@pytest.mark.regel(40)
def test_tijdlijn_per_lezer(vol: Decor, duits: Werkplek) -> None:
    """A complaint only on the timeline of the coordinator, and nothing of this on that of a teacher."""
    heel = ["hgw", "hgw", "hgw_klaar", "overdracht"]
    afdeling = Afdeling.objects.create(school=vol.school, naam="Onderbouw")
    type(vol.klas).objects.filter(pk=vol.klas.pk).update(afdeling=afdeling)
    teamleider = maak_werkplek(vol.school, Rol.TEAMLEIDER, afdeling=afdeling)
    assert soorten(vol, vol.coordinator) == sorted([*heel, "klacht"])
    assert soorten(vol, vol.mentor) == soorten(vol, teamleider) == heel
    assert soorten(vol, duits) == []


def test_paneel_per_lezer(vol: Decor, duits: Werkplek, django_assert_num_queries: Any) -> None:
    grond = toegangsgrond(vol.coordinator, vol.leerling)
    assert grond is not None
    with django_assert_num_queries(2):
        voor_z = paneel_hgw(vol.coordinator, vol.leerling, grond)
    assert voor_z is not None and voor_z.nu is not None and voor_z.concept is None
    assert (len(voor_z.overdrachten), voor_z.schrijven) == (1, True)
    mentor, docent = (toegangsgrond(wie, vol.leerling) for wie in (vol.mentor, duits))
    assert mentor is not None and docent is not None
    with django_assert_num_queries(2):
        voor_m = paneel_hgw(vol.mentor, vol.leerling, mentor)
    assert voor_m is not None and voor_m.schrijven
    assert paneel_hgw(duits, vol.leerling, docent) is None
    assert behoeften_voor(vol.mentor, vol.leerling, mentor) == ["Ouders die bellen"]
    assert behoeften_voor(duits, vol.leerling, docent) == []
