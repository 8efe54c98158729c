"""A case without a name: any participant brings one in, participants read it, its bringer changes it, and no name is copied."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ondersteuning.workflow import StapNietToegestaan
from overleg.access_casus import casussen_van, get_casusoverleg
from overleg.loop import Stap
from overleg.models import Agendapunt, Deelname, Overleg
from overleg.services.casus import Casusgegevens, casus_inbrengen, casus_weghalen, casus_wijzigen
from overleg.services.overleg import stap_zetten
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_overleg
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_werkplek
from zorgapp.testing.queries import controleer_budget

CASUS = Casusgegevens("Een stille leerling", "Hoe bereik ik hem?", "hij zegt niets in de les")


def intervisie(
    decor: Decor, *leden: Werkplek, soort: str = Overlegsoort.INTERVISIE, **velden: Any
) -> Overleg:
    door = decor.coordinator if soort == Overlegsoort.SCHOLING else decor.begeleider
    return maak_overleg(door, *leden, soort=soort, naam="Intervisie", **velden)


def breng(door: Werkplek, overleg: Overleg, casus: Casusgegevens = CASUS) -> Agendapunt:
    return casus_inbrengen(door=door, overleg_id=overleg.pk, casus=casus, op=NU)


def als(werkplek: Werkplek) -> Client:
    client = Client()
    client.force_login(werkplek.user)
    return client


@pytest.mark.parametrize("soort", [Overlegsoort.INTERVISIE, Overlegsoort.SCHOLING])
def test_een_deelnemer_brengt_in(decor: Decor, soort: str) -> None:
    """Also who does not make the agenda; twice the same is once; its length is that of the kind."""
    overleg = intervisie(decor, decor.mentor, soort=soort)
    punt = breng(decor.mentor, overleg)
    assert breng(decor.mentor, overleg).pk == punt.pk
    assert punt.leerling_id is None and punt.toelichting == CASUS.verhaal
    assert [c.pk for c in casussen_van(decor.mentor, overleg, None).rijen] == [punt.pk]


def test_niet_bij_een_ander_overleg(decor: Decor) -> None:
    zorg = maak_overleg(decor.coordinator, decor.begeleider)
    with pytest.raises(ValidationError, match="intervisie of scholing"):
        breng(decor.begeleider, zorg)
    with pytest.raises(Http404):
        get_casusoverleg(decor.begeleider, zorg.pk)


def test_alleen_deelnemers(decor: Decor) -> None:
    """Not the coordinator of the school, and not who was taken off."""
    overleg = intervisie(decor, decor.mentor)
    punt = breng(decor.mentor, overleg)
    Deelname.objects.filter(overleg=overleg, user=decor.mentor.user).update(
        verwijderd_op=NU, verwijderd_door=decor.begeleider.user
    )
    for ander in (decor.coordinator, decor.mentor):
        with pytest.raises(Http404):
            get_casusoverleg(ander, overleg.pk)
        with pytest.raises(Http404):
            breng(ander, overleg)
        with pytest.raises(Http404):
            casus_wijzigen(door=ander, overleg_id=overleg.pk, pk=punt.pk, versie=1, casus=CASUS)


def test_wijzigen_en_weghalen_is_van_de_inbrenger(decor: Decor) -> None:
    overleg = intervisie(decor, decor.mentor)
    punt, anders = breng(decor.mentor, overleg), Casusgegevens("Anders", "Wat nu?", "een ander verhaal")
    van = {"overleg_id": overleg.pk, "pk": punt.pk}
    with pytest.raises(PermissionDenied):
        casus_wijzigen(door=decor.begeleider, versie=1, casus=anders, **van)
    with pytest.raises(Verouderd):
        casus_wijzigen(door=decor.mentor, versie=2, casus=anders, **van)
    nieuw = casus_wijzigen(door=decor.mentor, versie=1, casus=anders, **van)
    assert (nieuw.onderwerp, nieuw.vraag, nieuw.toelichting) == ("Anders", "Wat nu?", "een ander verhaal")
    with pytest.raises(PermissionDenied):
        casus_weghalen(door=decor.begeleider, versie=2, **van)
    casus_weghalen(door=decor.mentor, versie=2, **van)
    assert casussen_van(decor.mentor, overleg, None).rijen == []
    assert breng(decor.mentor, overleg, anders).pk != punt.pk


def test_wat_besproken_is_blijft(decor: Decor) -> None:
    overleg = intervisie(decor, decor.mentor)
    punt = breng(decor.mentor, overleg)
    begin(decor.begeleider, overleg)
    Agendapunt.objects.filter(pk=punt.pk).update(status="besproken")
    with pytest.raises(ValidationError, match="al gesproken"):
        casus_wijzigen(door=decor.mentor, overleg_id=overleg.pk, pk=punt.pk, versie=1, casus=CASUS)


def test_een_afgezegd_overleg_krijgt_geen_casus(decor: Decor) -> None:
    overleg = intervisie(decor, decor.mentor)
    stap_zetten(
        door=decor.begeleider, pk=overleg.pk, versie=overleg.versie, stap=Stap.AFZEGGEN, op=NU, reden="Ziek"
    )
    with pytest.raises(StapNietToegestaan):
        breng(decor.mentor, overleg)
    assert not Agendapunt.objects.exists()


def test_op_de_pagina_komt_geen_naam_mee(nu_decor: Decor) -> None:
    """A pupil in the address fills in nothing, and a typed name is asked about once."""
    op = timezone.now()
    overleg = intervisie(nu_decor, nu_decor.mentor, op=op, begin=op + timedelta(hours=1))
    client, pad = als(nu_decor.mentor), reverse("overleg:casus", args=[overleg.pk])
    leeg = client.get(pad, {"leerling": nu_decor.leerling.pk}).content.decode()
    assert "Kees Jan" not in leeg and "In vijf stappen" in leeg and "Nog geen casus" in leeg
    velden = {"onderwerp": "Stil", "vraag": "Hoe bereik ik Kees Jan?", "verhaal": "hij zegt niets"}
    gevraagd = client.post(pad, velden)
    assert gevraagd.status_code == 422 and "misschien de naam" in gevraagd.content.decode()
    assert not Agendapunt.objects.exists()
    assert client.post(pad, velden | {"vraag": "Hoe bereik ik hem?"}).status_code == 302
    punt = Agendapunt.objects.get()
    assert "Wijzig" in client.get(pad).content.decode()
    assert "hij zegt niets" in als(nu_decor.begeleider).get(pad).content.decode()
    assert als(nu_decor.coordinator).get(pad).status_code == 404
    wijzig = reverse("overleg:casus_wijzigen", args=[overleg.pk, punt.pk])
    oud = client.post(wijzig, velden | {"vraag": "Wat helpt?", "versie": 7})
    assert oud.status_code == 409 and "Hoe bereik ik hem?" in oud.content.decode()
    assert "Wat helpt?" in oud.content.decode()
    for slecht in ({"versie": 9**20}, {"onderwerp": "", "versie": 1}, {"verhaal": "\x00", "versie": 1}):
        assert client.post(wijzig, velden | {"vraag": "Wat?"} | slecht).status_code == 422
    assert client.post(wijzig, velden | {"vraag": "Wat helpt?", "versie": 1}).status_code == 302
    assert (
        client.post(reverse("overleg:casus_weg", args=[overleg.pk, punt.pk]), {"versie": 2}).status_code
        == 302
    )
    assert "Nog geen casus" in client.get(pad).content.decode()


def test_het_overleg_leidt_erheen(nu_decor: Decor) -> None:
    op = timezone.now()
    overleg = intervisie(nu_decor, nu_decor.mentor, op=op, begin=op + timedelta(hours=1))
    weg = reverse("overleg:casus", args=[overleg.pk])
    pagina = reverse("overleg:overleg", args=[overleg.pk])
    assert weg in als(nu_decor.mentor).get(pagina).content.decode()
    zorg = maak_overleg(nu_decor.coordinator, op=op, begin=op + timedelta(hours=1))
    anders = als(nu_decor.coordinator).get(reverse("overleg:overleg", args=[zorg.pk])).content.decode()
    assert "/casus/" not in anders


def test_even_veel_vragen_bij_meer_casussen(nu_decor: Decor) -> None:
    op = timezone.now()
    docenten = [maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag, f"D{n}") for n in range(6)]
    overleg = intervisie(nu_decor, *docenten, op=op, begin=op + timedelta(hours=1))
    pad, gesteld = reverse("overleg:casus", args=[overleg.pk]), []
    for deel in (docenten[:1], docenten[1:]):
        for wie in deel:
            breng(wie, overleg)
        gesteld.append(controleer_budget(als(docenten[0]), pad))
    assert gesteld[0] == gesteld[1]
