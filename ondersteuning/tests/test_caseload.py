"""The caseload page: what waits today, whose it is, and that it costs the same with more."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.models import Traject
from ondersteuning.services.sessies import Sessiegegevens, sessies_plannen
from ondersteuning.tests.test_doel import maak as maak_doel
from ondersteuning.tests.test_traject_start import vervolg_van
from ondersteuning.tests.trajecthulp import WEEK, start
from zorgapp.accounts.models import Vestiging, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget

ADRES = "ondersteuning:caseload"


def lees(inloggen: Any, door: Any, /, **vraag: Any) -> Any:
    return inloggen(door.user).get(reverse(ADRES), vraag)


def test_wat_er_klaarstaat(nu_decor: Decor, inloggen: Any) -> None:
    decor, nu = nu_decor, timezone.now()
    traject = start(decor, op=nu)
    maak_doel(decor, traject)
    sessies_plannen(
        door=decor.begeleider, gegevens=Sessiegegevens(nu, onderwerp="Oefenen"), traject_id=traject.pk
    )
    vervolg_van(decor, op=nu)
    inhoud = lees(inloggen, decor.begeleider).content.decode()
    for woord in (
        "1 sessie vandaag",
        "1 doel om bij te houden",
        "Oefenen",
        "Nog te starten",
        "Kees Jan Bakker",
    ):
        assert woord in inhoud
    leeg = lees(inloggen, maak_werkplek(decor.school, Rol.DOCENT)).content.decode()
    assert "Er loopt geen traject." in leeg and "Kees Jan" not in leeg


@pytest.mark.parametrize(("dagen", "nu"), [(-1, True), (0, True), (1, False)])
def test_aan_de_beurt(nu_decor: Decor, inloggen: Any, dagen: int, nu: bool) -> None:
    traject = start(nu_decor, op=timezone.now(), start=nu_decor.coordinator.dag - 2 * WEEK)
    dag = nu_decor.begeleider.dag + timedelta(days=dagen)
    Traject.objects.filter(pk=traject.pk).update(evaluatie_op=dag)
    stand = lees(inloggen, nu_decor.begeleider).context["stand"]
    assert [t.pk for t in stand.nu] == ([traject.pk] if nu else [])
    assert [t.pk for t in stand.straks] == ([] if nu else [traject.pk])
    assert stand.aan_de_beurt == nu


def test_eind_komt_eerder_dan_de_evaluatie_nooit(nu_decor: Decor, inloggen: Any) -> None:
    """The next date is the evaluation; when it is finished that is the last day."""
    traject = start(nu_decor, op=timezone.now())
    stand = lees(inloggen, nu_decor.begeleider).context["stand"]
    assert stand.pagina.rijen[0].volgende == traject.evaluatie_op


def test_collega_van_de_coordinator(nu_decor: Decor, inloggen: Any) -> None:
    start(nu_decor, op=timezone.now())
    wie = str(nu_decor.begeleider.user.pk)
    antwoord = lees(inloggen, nu_decor.coordinator, wie=wie)
    assert "Trajecten van Ruben" in antwoord.content.decode() and "Kees Jan" in antwoord.content.decode()
    assert lees(inloggen, nu_decor.coordinator, wie_naam="Ruben", wie="").status_code == 302
    for ander in (nu_decor.mentor, maak_werkplek(nu_decor.school, Rol.BEGELEIDER, nu_decor.mentor.dag)):
        assert lees(inloggen, ander, wie=wie).status_code == 404
    for rommel in ("0", "9" * 30, "x", "-1", "\x00"):
        assert lees(inloggen, nu_decor.coordinator, wie=rommel).status_code == 404


def test_waarnemer_ziet_wat_de_afwezige_ziet(nu_decor: Decor, inloggen: Any) -> None:
    dag = nu_decor.begeleider.dag
    karin = maak_werkplek(nu_decor.school, Rol.BEGELEIDER, dag, "Karin")
    start(nu_decor, op=timezone.now())
    assert "Kees Jan" not in lees(inloggen, karin).content.decode()
    Waarneming.objects.create(
        school=nu_decor.school,
        afwezige=nu_decor.begeleider.user,
        waarnemer=karin.user,
        van=dag,
        tot=dag,
        door=karin.user,
    )
    assert "Kees Jan" in lees(inloggen, karin).content.decode()


def test_coordinator_van_een_vestiging(nu_decor: Decor, inloggen: Any) -> None:
    """Looks at a colleague's caseload as far as his own location goes."""
    noord, zuid = (Vestiging.objects.create(school=nu_decor.school, naam=n) for n in ("Noord", "Zuid"))
    Leerling.objects.filter(pk=nu_decor.leerling.pk).update(vestiging=noord)
    start(nu_decor, op=timezone.now())
    wie = str(nu_decor.begeleider.user.pk)
    for plek, ziet in ((noord, True), (zuid, False)):
        z = maak_werkplek(nu_decor.school, Rol.ZORGCOORDINATOR, nu_decor.mentor.dag, vestiging=plek)
        assert ("Kees Jan" in lees(inloggen, z, wie=wie).content.decode()) == ziet


def test_kost_even_veel_met_meer_trajecten(nu_decor: Decor, inloggen: Any) -> None:
    def vul(aantal: int) -> None:
        for n in range(aantal):
            leerling = maak_leerling(nu_decor.school, nu_decor.klas, f"Mila{n}", "Visser")
            traject = start(nu_decor, leerling=leerling, op=timezone.now())
            maak_doel(nu_decor, traject)
            sessies_plannen(
                door=nu_decor.begeleider, gegevens=Sessiegegevens(timezone.now()), traject_id=traject.pk
            )

    client = inloggen(nu_decor.begeleider.user)
    vul(2)
    eerst = controleer_budget(client, reverse(ADRES))
    vul(14)
    assert controleer_budget(client, reverse(ADRES)) == eerst
    assert len(client.get(reverse(ADRES)).content) < 20_000
    assert len(client.get(reverse(ADRES), {"p": "2"}).context["stand"].pagina.rijen) == 4
