"""Asking teachers beforehand: who is asked, answers, reads; the clocks; and what ends it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Lesopdracht
from ondersteuning.workflow import StapNietToegestaan
from overleg.access_rondvraag import antwoorden_bij, get_rondvraag, kandidaten_voor, open_rondvragen
from overleg.klokken_rondvraag import GEVRAAGD, HERINNERING, SOORTEN
from overleg.models import Agendapunt, Overleg, Rondvraag
from overleg.services.overleg import deelnemer_verwijderen
from overleg.services.rondvraag import (
    Antwoord,
    rondvraag_beantwoorden,
    rondvraag_geen_les,
    rondvraag_intrekken,
    rondvraag_vragen,
)
from overleg.tests.overleghulp import maak_overleg, maak_punt
from zorgapp.accounts.models import Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

OVER = timedelta(days=5)


@pytest.fixture
def punt(nu_decor: Decor) -> Agendapunt:
    d = nu_decor
    overleg = maak_overleg(d.coordinator, d.begeleider, begin=timezone.now() + OVER, op=timezone.now())
    return maak_punt(d.coordinator, overleg, d.leerling, vraag="Geheim voor docenten?")


@pytest.fixture
def docenten(nu_decor: Decor) -> list[Werkplek]:
    """Three teachers of the pupil, each with a group of their own."""
    wie = [
        maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.coordinator.dag, naam)
        for naam in ("Sanne", "Pieter", "Esra")
    ]
    for nummer, docent in enumerate(wie):
        maak_les(nu_decor.school, docent.user, nu_decor.leerling, naam=f"h3.du{nummer}")
    return wie


def vraag(d: Decor, punt: Agendapunt, *wie: Werkplek, **anders: Any) -> list[Rondvraag]:
    gegevens: dict[str, Any] = {
        "door": d.coordinator,
        "punt_id": punt.pk,
        "collegas": [docent.user.pk for docent in wie],
        "vraag": "Hoe is het begin van de les?",
        "uiterlijk": d.coordinator.dag + OVER - timedelta(days=1),
        "op": timezone.now(),
    }
    return rondvraag_vragen(**(gegevens | anders))


def beantwoord(wie: Werkplek, rij: Rondvraag, **velden: Any) -> Rondvraag:
    gegevens: dict[str, Any] = {
        "door": wie,
        "pk": rij.pk,
        "versie": Rondvraag.objects.get(pk=rij.pk).versie,
        "antwoord": Antwoord(goed="Vraagt om hulp."),
        "op": timezone.now(),
    }
    return rondvraag_beantwoorden(**(gegevens | velden))


def pad(naam: str, *args: int) -> str:
    return reverse(f"overleg:{naam}", args=args)


def test_van_vraag_tot_antwoord(nu_decor: Decor, punt: Agendapunt, docenten: Any, inloggen: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    client = inloggen(d.coordinator.user)
    pagina = client.get(pad("rondvraag_vragen", punt.overleg_id, punt.pk))
    assert pagina.context["gekozen"] == {docent.user.pk for docent in docenten}
    gegevens = {
        "collegas": [str(sanne.user.pk), str(pieter.user.pk)],
        "vraag": "",
        "uiterlijk": pagina.context["form"].initial["uiterlijk"].strftime("%d-%m-%Y"),
    }
    antwoord = client.post(pad("rondvraag_vragen", punt.overleg_id, punt.pk), gegevens)
    assert antwoord.status_code == 302, antwoord.content.decode()[-3000:]
    daarna = client.get(antwoord.url)
    assert daarna.context["gekozen"] == set() and "Iedereen die les geeft" not in daarna.content.decode()
    rij = Rondvraag.objects.get(collega=sanne.user)
    telefoon = inloggen(sanne.user)
    verder = telefoon.get(reverse("web:verder")).content.decode()
    assert "1 vraag over een leerling" in verder and pad("rondvraag", rij.pk) in verder
    tekst = telefoon.get(pad("rondvraag", rij.pk)).content.decode()
    assert "Wat gaat goed?" in tekst and f'data-concept="rondvraag:{rij.pk}"' in tekst
    assert "Geheim voor docenten" not in tekst
    assert (
        Inzage.objects.filter(onderwerp="rondvraag", onderwerp_id=rij.pk, user_id=sanne.user.pk).count() == 1
    )
    gegeven = {"versie": "1", "goed": "Maakt zijn werk.", "zie": "", "helpt": "Rust."}
    assert telefoon.post(pad("rondvraag", rij.pk), gegeven).url == pad("rondvragen")
    assert "Maakt zijn werk." in telefoon.get(pad("rondvraag", rij.pk)).content.decode()
    assert "vraag over een leerling" not in telefoon.get(reverse("web:verder")).content.decode()
    agenda = inloggen(d.coordinator.user).get(pad("agenda", punt.overleg_id)).content.decode()
    assert "1 antwoord, 2 gevraagd" in agenda
    beantwoord(pieter, Rondvraag.objects.get(collega=pieter.user))
    vooraf = inloggen(d.begeleider.user).get(pad("vooraf", punt.overleg_id)).content.decode()
    assert "Maakt zijn werk." in vooraf and "Vraagt om hulp." in vooraf


def test_wie_gevraagd_kan_worden(nu_decor: Decor, punt: Agendapunt, docenten: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    buiten = maak_werkplek(d.school, Rol.DOCENT, d.coordinator.dag, "Buiten")
    for wie, anders, woord in (
        ((), {}, "aan wie"),
        ((sanne,), {}, "minstens twee"),
        ((sanne, buiten), {}, "geen les meer"),
        ((sanne, pieter), {"uiterlijk": d.coordinator.dag - timedelta(days=1)}, "vanaf vandaag"),
        ((sanne, pieter), {"uiterlijk": d.coordinator.dag + timedelta(days=9)}, "niet na het overleg"),
    ):
        with pytest.raises(ValidationError, match=woord):
            vraag(d, punt, *wie, **anders)
    with pytest.raises(PermissionDenied):
        vraag(d, punt, sanne, pieter, door=d.begeleider)
    with pytest.raises(Http404):
        vraag(d, punt, sanne, pieter, door=sanne)
    assert not Rondvraag.objects.exists() and not Herinnering.objects.filter(soort=GEVRAAGD).exists()
    vraag(d, punt, sanne, pieter)
    assert vraag(d, punt, sanne, pieter) == []
    Overleg.objects.filter(pk=punt.overleg_id).update(status="bezig", begonnen_op=timezone.now())
    with pytest.raises(StapNietToegestaan):
        vraag(d, punt, *docenten)


def test_wie_pas_antwoordde_wordt_niet_voorgesteld(nu_decor: Decor, punt: Agendapunt, docenten: Any) -> None:
    d, (sanne, pieter, esra) = nu_decor, docenten
    rij, _ = vraag(d, punt, sanne, pieter)
    beantwoord(sanne, rij)
    later = maak_overleg(d.coordinator, begin=timezone.now() + timedelta(days=12), op=timezone.now())
    volgend = maak_punt(d.coordinator, later, d.leerling)
    assert {k.user_id for k in kandidaten_voor(d.coordinator, volgend) if k.pas} == {sanne.user.pk}
    standen = {k.user_id: k.stand for k in kandidaten_voor(d.coordinator, punt)}
    assert standen == {sanne.user.pk: "beantwoord", pieter.user.pk: "gevraagd", esra.user.pk: ""}


def test_aanpassen_tot_het_begint(nu_decor: Decor, punt: Agendapunt, docenten: Any, inloggen: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    rij, _ = vraag(d, punt, sanne, pieter)
    with pytest.raises(ValidationError, match="minstens één"):
        beantwoord(sanne, rij, antwoord=Antwoord(zie="  "))
    beantwoord(sanne, rij)
    beantwoord(sanne, rij, antwoord=Antwoord(zie="Zit nu vooraan."))
    with pytest.raises(Verouderd):
        beantwoord(sanne, rij, versie=1)
    client = inloggen(sanne.user)
    oud = client.post(pad("rondvraag", rij.pk), {"versie": "1", "goed": "Mijn tekst", "zie": "", "helpt": ""})
    tekst = oud.content.decode()
    assert oud.status_code == 409 and "Zit nu vooraan." in tekst and "Mijn tekst" in tekst
    Overleg.objects.filter(pk=punt.overleg_id).update(status="bezig", begonnen_op=timezone.now())
    with pytest.raises(StapNietToegestaan, match="begonnen"):
        beantwoord(sanne, rij)
    laat = client.post(pad("rondvraag", rij.pk), {"versie": "3", "goed": "Te laat", "zie": "", "helpt": ""})
    assert laat.status_code == 422 and "Te laat" in laat.content.decode()
    rij.refresh_from_db()
    assert (rij.zie, rij.goed) == ("Zit nu vooraan.", "")


@pytest.mark.regel(40)
def test_wie_geen_les_meer_geeft_kan_er_niet_meer_bij(
    nu_decor: Decor, punt: Agendapunt, docenten: Any
) -> None:
    d, (sanne, pieter, esra) = nu_decor, docenten
    rij, ander = vraag(d, punt, sanne, pieter)
    assert open_rondvragen(sanne) == [rij]
    for wie in (esra, d.coordinator, d.mentor, pieter):
        with pytest.raises(Http404):
            get_rondvraag(wie, rij.pk)
    gisteren = d.coordinator.dag - timedelta(days=1)
    Lesopdracht.objects.filter(user=sanne.user).update(van=gisteren, tot=gisteren)
    with pytest.raises(Http404):
        get_rondvraag(sanne, rij.pk)
    with pytest.raises(Http404):
        beantwoord(sanne, rij)
    assert open_rondvragen(sanne) == []
    gevraagd = {h.ontvanger_id: h for h in Herinnering.objects.filter(soort=GEVRAAGD)}
    nog = SOORTEN[0].nog_geldig
    assert not nog(gevraagd[sanne.user.pk], timezone.now())
    assert nog(gevraagd[pieter.user.pk], timezone.now()) and ander.collega == pieter.user


def test_geen_les_meer_is_een_antwoord(
    nu_decor: Decor, punt: Agendapunt, docenten: Any, inloggen: Any
) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    rij, _ = vraag(d, punt, sanne, pieter)
    client = inloggen(sanne.user)
    assert client.post(pad("rondvraag_geen_les", rij.pk), {"versie": "7"}).url == pad("rondvraag", rij.pk)
    assert client.post(pad("rondvraag_geen_les", rij.pk), {"versie": "1"}).url == pad("rondvragen")
    assert client.get(pad("rondvraag", rij.pk)).status_code == 404
    assert antwoorden_bij(d.coordinator, punt.overleg_id) == {}
    assert [k.stand for k in kandidaten_voor(d.coordinator, punt) if k.rij == rij] == ["geen_les"]
    tekst = inloggen(d.coordinator.user).get(pad("rondvraag_vragen", punt.overleg_id, punt.pk))
    assert "Geeft hem geen les meer" in tekst.content.decode()
    with pytest.raises(Http404):
        rondvraag_geen_les(door=sanne, pk=rij.pk, versie=2, op=timezone.now())


def test_wie_de_antwoorden_leest(nu_decor: Decor, punt: Agendapunt, docenten: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    for rij, wie in zip(vraag(d, punt, sanne, pieter), (sanne, pieter), strict=True):
        beantwoord(wie, rij)
    elders = maak_werkplek(d.school, Rol.ZORGCOORDINATOR, d.coordinator.dag, "Nadia")
    for wie, aantal in ((d.coordinator, 2), (d.begeleider, 2), (d.mentor, 0), (sanne, 0), (elders, 0)):
        assert len(antwoorden_bij(wie, punt.overleg_id).get(punt.pk, [])) == aantal, wie.user.voornaam
    deelname = punt.overleg.deelnames.get(user=d.begeleider.user)
    deelnemer_verwijderen(door=d.coordinator, pk=punt.overleg_id, deelname_id=deelname.pk, op=timezone.now())
    assert antwoorden_bij(d.begeleider, punt.overleg_id) == {}


def test_klokken_en_intrekken(nu_decor: Decor, punt: Agendapunt, docenten: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    een, twee = vraag(d, punt, sanne, pieter)

    def staat(rij: Rondvraag) -> dict[str, str]:
        rijen = Herinnering.objects.filter(object_id=rij.pk, soort__startswith="rondvraag")
        return dict(rijen.values_list("soort", "status"))

    assert staat(een) == {GEVRAAGD: Status.GEPLAND, HERINNERING: Status.GEPLAND}
    beantwoord(sanne, een)
    rondvraag_intrekken(door=d.coordinator, punt_id=punt.pk, pk=twee.pk, op=timezone.now())
    weg = {GEVRAAGD: Status.VERVALLEN, HERINNERING: Status.VERVALLEN}
    assert staat(een) == weg and staat(twee) == weg
    with pytest.raises(ValidationError, match="al geantwoord"):
        rondvraag_intrekken(door=d.coordinator, punt_id=punt.pk, pk=een.pk, op=timezone.now())
    with pytest.raises(Http404):
        get_rondvraag(pieter, twee.pk)
    [opnieuw] = vraag(d, punt, pieter)
    assert opnieuw.pk == twee.pk and get_rondvraag(pieter, twee.pk).versie == 3
    vandaag = d.coordinator.dag
    rondvraag_intrekken(door=d.coordinator, punt_id=punt.pk, pk=twee.pk, op=timezone.now())
    vraag(d, punt, pieter, uiterlijk=vandaag)
    assert (
        Herinnering.objects.filter(object_id=twee.pk, soort=HERINNERING, status=Status.GEPLAND).count() == 0
    )


def test_statements(nu_decor: Decor, punt: Agendapunt, docenten: Any, inloggen: Any) -> None:
    d, (sanne, pieter, _) = nu_decor, docenten
    rij, _ = vraag(d, punt, sanne, pieter)
    controleer_budget(inloggen(d.coordinator.user), pad("rondvraag_vragen", punt.overleg_id, punt.pk))
    client = inloggen(sanne.user)
    controleer_budget(client, pad("rondvraag", rij.pk))
    klein = controleer_budget(client, pad("rondvragen"))
    for dagen in range(6, 10):
        overleg = maak_overleg(d.coordinator, begin=timezone.now() + timedelta(days=dagen), op=timezone.now())
        vraag(d, maak_punt(d.coordinator, overleg, d.leerling), sanne, pieter)
    assert controleer_budget(client, pad("rondvragen")) == klein
