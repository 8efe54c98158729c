"""What a file shows of forms, hand-overs and complaints: the timeline and the panel, per reader."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404

from leerlingen.access import toegangsgrond
from leerlingen.models import Lesopdracht
from ondersteuning.access_hgw import behoeften_voor, get_hgw, get_hgw_slot, inhoud_van, versies_van
from ondersteuning.access_overdracht import lesgevers
from ondersteuning.models import Hgw, Lesontvanger, Lesoverdracht
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
    delen = tijdlijn_hgw(wie, decor.leerling.pk, blik_hgw(wie, grond))
    rijen = [rij for deel in delen.values() for rij in deel]
    for rij in rijen:
        assert kop_van(rij[2], rij[3]) and icoon(ICONEN[rij[2]])
        mag = rij[2] != "overdracht" or Lesoverdracht.objects.zichtbaar_voor(wie).filter(pk=rij[1]).exists()
        assert bool(adres_van(rij[2], rij[1], rij[3])) == mag
    return sorted(rij[2] for rij in rijen)


def adres(decor: Decor, wie: Werkplek) -> str:
    """Where the hand-over on the timeline of this reader leads."""
    grond = toegangsgrond(wie, decor.leerling)
    assert grond is not None
    [rij] = tijdlijn_hgw(wie, decor.leerling.pk, blik_hgw(wie, grond))["overdracht"]
    return adres_van("overdracht", rij[1], rij[3])


@pytest.mark.regel(40)
def test_wie_de_overdracht_mag_openen_krijgt_een_link(vol: Decor) -> None:
    """The coordinator, its owner, and a mentor who was given it; a mentor who was not reads that it is there."""
    rij = Lesoverdracht.objects.get()
    pagina = f"/overdrachten/{rij.pk}/"
    assert adres(vol, vol.coordinator) == pagina
    assert adres(vol, vol.mentor) == ""
    Lesoverdracht.objects.update(eigenaar=vol.mentor.user)
    assert adres(vol, vol.mentor) == pagina
    Lesoverdracht.objects.update(eigenaar=vol.coordinator.user)
    Lesopdracht.objects.create(
        school=vol.school, user=vol.mentor.user, klas=vol.klas, vak="wiskunde", van=LANG_GELEDEN
    )
    Lesontvanger.objects.create(school=vol.school, overdracht=rij, docent=vol.mentor.user, vak="wiskunde")
    assert adres(vol, vol.mentor) == pagina


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


@pytest.mark.regel(40)
def test_een_concept_is_van_wie_erin_schrijft(vol: Decor) -> None:
    """The team leader reads what was finished; the words of a draft reach him when it is finished, not before."""
    afdeling = Afdeling.objects.create(school=vol.school, naam="Onderbouw")
    type(vol.klas).objects.filter(pk=vol.klas.pk).update(afdeling=afdeling)
    teamleider = maak_werkplek(vol.school, Rol.TEAMLEIDER, afdeling=afdeling)
    concept = hgw_beginnen(door=vol.mentor, leerling_id=vol.leerling.pk, op=NU)

    def leest(wie: Werkplek) -> tuple[bool, bool, int]:
        grond = toegangsgrond(wie, vol.leerling)
        paneel = paneel_hgw(wie, vol.leerling, grond) if grond else None
        assert paneel is not None and paneel.nu is not None
        versies = versies_van(wie, vol.leerling.pk)
        open_ = Hgw.objects.zichtbaar_voor(wie).filter(pk=concept.pk).exists()
        return open_, paneel.concept is not None, len(versies)

    assert leest(vol.mentor) == leest(vol.coordinator) == (True, True, 3)
    assert leest(teamleider) == (False, False, 2)
    for deur in (get_hgw, get_hgw_slot):
        with pytest.raises(Http404):
            deur(teamleider, concept.pk)
    Hgw.objects.filter(pk=concept.pk).update(eigenaar=teamleider.user)
    assert leest(teamleider) == (True, True, 3)  # who began it, before he led the department


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
