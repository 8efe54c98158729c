"""Protocols are linked from where they are needed, and only while they hold."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from beleid.access_protocol import geldende
from beleid.models import Activiteit, Protocol
from beleid.protocolsoorten import Protocolsoort, soort_bij
from beleid.services.protocol import protocol_beeindigen, protocol_beginnen, protocol_laten_gelden
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget


def begin(door: Werkplek, soort: str) -> Protocol:
    return protocol_beginnen(
        door=door, soort=soort, titel=f"Zo doen wij {soort}", nakijken_op=None, op=timezone.now()
    )


def geldt(door: Werkplek, soort: str) -> Protocol:
    rij = begin(door, soort)
    protocol_laten_gelden(door=door, pk=rij.pk, versie=1, op=timezone.now())
    return rij


@pytest.mark.parametrize(
    ("regel", "titel", "soort"),
    [
        ("toelating", "Besluiten over wie komt", Protocolsoort.TOELATING),
        ("", "Reis naar Rome", Protocolsoort.REIS),
        ("", "Londenreis", Protocolsoort.REIS),
        ("", "Buitenlandreis klas 3", Protocolsoort.REIS),
        ("", "Excursies plannen", Protocolsoort.REIS),
        ("", "Kaarten klaarzetten", ""),
        ("", "Afwijzingen", ""),
        ("lijst_1", "Signaleringslijst", ""),
    ],
)
def test_welk_protocol_bij_een_activiteit_hoort(regel: str, titel: str, soort: str) -> None:
    assert soort_bij(regel, titel) == soort


def test_alleen_wat_geldt_en_alleen_voor_wie_beleid_leest(decor: Decor) -> None:
    door, soorten = decor.coordinator, ("rouw", "reis")
    rouw = geldt(door, Protocolsoort.ROUW)
    begin(door, Protocolsoort.REIS)
    assert geldende(decor.mentor, soorten) == {"rouw": rouw}
    extern = maak_werkplek(decor.school, Rol.EXTERNE, door.dag, "Petra")
    assert geldende(extern, soorten) == {}
    protocol_beeindigen(door=door, pk=rouw.pk, versie=1)
    assert geldende(decor.mentor, soorten) == {}


@pytest.mark.parametrize(
    ("naam", "rol", "soort"),
    [
        ("ondersteuning:signaal_nieuw", Rol.MENTOR, Protocolsoort.ROUW),
        ("ondersteuning:signaal_nieuw", Rol.MENTOR, Protocolsoort.MELDCODE),
        ("leerlingen:kaarten", Rol.ZORGCOORDINATOR, Protocolsoort.DYSLEXIE),
        ("leerlingen:import", Rol.BEHEERDER, Protocolsoort.TOELATING),
    ],
)
def test_de_plek_leidt_ernaartoe(nu_decor: Decor, inloggen: Any, naam: str, rol: Rol, soort: str) -> None:
    door, pad = nu_decor.coordinator, reverse(naam)
    client = inloggen(maak_werkplek(nu_decor.school, rol, door.dag, "Wie").user)
    rij = begin(door, soort)
    link = reverse("beleid:protocol", args=[rij.pk])
    assert link not in client.get(pad).content.decode()
    protocol_laten_gelden(door=door, pk=rij.pk, versie=1, op=timezone.now())
    assert link in client.get(pad).content.decode()
    controleer_budget(client, pad)


def test_een_reis_in_de_jaarkalender_leidt_naar_het_protocol(nu_decor: Decor, inloggen: Any) -> None:
    door = nu_decor.coordinator
    rij = geldt(door, Protocolsoort.REIS)
    client = inloggen(door.user)
    dag = door.dag.isoformat()
    velden = {"titel": "Reis naar Rome", "strook": "samen", "van": dag, "tot": dag}
    antwoord = client.post(reverse("beleid:activiteit_nieuw"), velden, follow=True)
    activiteit = Activiteit.objects.get()
    pagina = client.get(reverse("beleid:activiteit", args=[activiteit.pk])).content.decode()
    assert antwoord.status_code == 200 and reverse("beleid:protocol", args=[rij.pk]) in pagina
