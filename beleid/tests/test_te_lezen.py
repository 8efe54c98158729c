"""What one is asked to read stands on Vandaag as one line, until it is read; who was asked nothing sees nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from beleid.access_lezen import NIEUWS_BLIJFT, te_lezen
from beleid.models import Nieuwsbrief
from beleid.protocolsoorten import Protocolsoort
from beleid.services.nieuws import bericht_toevoegen, brief_beginnen, brief_gelezen, brief_plaatsen
from beleid.services.protocol import (
    protocol_beeindigen,
    protocol_beginnen,
    protocol_gelezen,
    protocol_laten_gelden,
    versie_beginnen,
)
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget, statements


@pytest.fixture
def decor(school: School) -> Decor:
    return maak_decor(school, timezone.localdate())


def protocol(door: Werkplek, soort: str = Protocolsoort.ROUW) -> int:
    nu = timezone.now()
    rij = protocol_beginnen(door=door, soort=soort, titel=f"Zo doen wij {soort}", nakijken_op=None, op=nu)
    protocol_laten_gelden(door=door, pk=rij.pk, versie=1, op=nu)
    return rij.pk


def brief(door: Werkplek, titel: str = "Nieuws van november") -> int:
    rij = brief_beginnen(door=door, titel=titel, op=timezone.now())
    bericht_toevoegen(door=door, pk=rij.pk, kop="Studiemiddag", tekst="Op dinsdag.")
    brief_plaatsen(door=door, pk=rij.pk, versie=2, op=timezone.now())
    return rij.pk


def titels(werkplek: Werkplek) -> list[str]:
    return [stuk.titel for stuk in te_lezen(werkplek)]


def test_tot_het_gelezen_is_en_een_nieuwe_tekst_vraagt_het_opnieuw(decor: Decor) -> None:
    door, lezer, nu = decor.coordinator, decor.mentor, timezone.now()
    pk, nieuws = protocol(door), brief(door)
    assert titels(lezer) == ["Zo doen wij rouw", "Nieuws van november"] and titels(door) == []
    protocol_gelezen(door=lezer, pk=pk, op=nu)
    brief_gelezen(door=lezer, pk=nieuws, op=nu)
    assert titels(lezer) == []
    versie_beginnen(door=door, pk=pk, op=nu)
    assert titels(lezer) == []
    protocol_laten_gelden(door=door, pk=pk, versie=1, op=nu)
    assert titels(lezer) == ["Zo doen wij rouw"]
    protocol_beeindigen(door=door, pk=pk, versie=1)
    assert titels(lezer) == []


def test_oud_nieuws_wacht_niet_en_een_externe_leest_niets(decor: Decor) -> None:
    brief(decor.coordinator)
    extern = maak_werkplek(decor.school, Rol.EXTERNE, decor.mentor.dag, "Petra")
    assert titels(extern) == [] and len(titels(decor.mentor)) == 1
    oud = timezone.now() - NIEUWS_BLIJFT
    for dagen, staat_er in ((0, 1), (1, 0)):
        Nieuwsbrief.objects.update(geplaatst_op=oud - timedelta(days=dagen))
        assert len(titels(decor.mentor)) == staat_er


@pytest.mark.parametrize("rol", [Rol.DOCENT, Rol.BEHEERDER, Rol.VERTROUWENSPERSOON, Rol.SCHOOLLEIDING])
def test_een_regel_op_vandaag(decor: Decor, inloggen: Any, rol: Rol) -> None:
    client = inloggen(maak_werkplek(decor.school, rol, timezone.localdate(), "Wie").user)
    verder, lijst = reverse("web:verder"), reverse("beleid:nieuws_te_lezen")
    assert verder in client.get(reverse("web:vandaag")).content.decode()
    assert "om te lezen" not in client.get(verder).content.decode()
    assert "Niets meer om te lezen" in client.get(lijst).content.decode()
    pk = protocol(decor.coordinator)
    een = client.get(verder).content.decode()
    assert "Protocol om te lezen" in een and reverse("beleid:protocol", args=[pk]) in een
    brief(decor.coordinator, titel="<b>Nieuws</b>")
    twee = client.get(verder).content.decode()
    assert "2 stukken om te lezen" in twee and lijst in twee and "&lt;b&gt;Nieuws" in twee
    assert "Zo doen wij rouw" in client.get(lijst).content.decode()


def test_een_vraag_hoeveel_er_ook_is(decor: Decor, inloggen: Any) -> None:
    client, lijst = inloggen(decor.mentor.user), reverse("beleid:nieuws_te_lezen")
    protocol(decor.coordinator)
    eerst = controleer_budget(client, lijst)
    for soort in (Protocolsoort.REIS, Protocolsoort.MELDCODE, Protocolsoort.TOELATING):
        protocol(decor.coordinator, soort)
        brief(decor.coordinator, titel=f"Nieuws over {soort}")
    assert controleer_budget(client, lijst) == eerst
    assert statements(client, lijst)[0].content.count(b"z-rij") == 7
