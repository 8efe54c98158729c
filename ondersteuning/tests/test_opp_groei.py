"""Pages of the whole school ask as many statements for a hundred and twenty OPPs as for thirty."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling, Plaatsing
from ondersteuning.models import Opp, Oppbundel, OppVersie, OppVoorlegging
from ondersteuning.tests.opphulp import TEKSTEN
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget


def vul(decor: Decor, aantal: int, *, leider: Any, status: str = "loopt") -> None:
    """So many pupils with an OPP, in seven statements: in force without a goal, closed, or lying with a schoolleider."""
    school, wie, dag = decor.school, decor.coordinator.user, decor.coordinator.dag
    eerst = Leerling.objects.count()
    kinderen = Leerling.objects.bulk_create(
        Leerling(
            school=school,
            leerlingnummer=f"9{eerst + n:05}",
            roepnaam=f"Kind{n}",
            achternaam="Visser",
            geboortedatum=date(2011, 4, 12),
        )
        for n in range(aantal)
    )
    Plaatsing.objects.bulk_create(
        Plaatsing(school=school, leerling=kind, klas=decor.klas, van=date(2026, 8, 1)) for kind in kinderen
    )
    gezet = status != "concept"
    opps = Opp.objects.bulk_create(
        Opp(
            school=school,
            leerling=kind,
            opsteller=wie,
            gemaakt_door=wie,
            status=status,
            uiterlijk=dag,
            begindatum=dag if gezet else None,
            einddatum=dag if status == "afgesloten" else None,
        )
        for kind in kinderen
    )
    versies = OppVersie.objects.bulk_create(
        OppVersie(
            school=school,
            opp=opp,
            status="vastgesteld" if gezet else "concept",
            vastgesteld_op=dag if gezet else None,
            vastgesteld_door=wie if gezet else None,
            gemaakt_door=wie,
            gewijzigd_door=wie,
            gewijzigd_op=timezone.now(),
            **TEKSTEN,
        )
        for opp in opps
    )
    if status == "concept":
        OppVoorlegging.objects.bulk_create(
            OppVoorlegging(
                school=school, oppversie=v, aan=leider, reden="Kijk je?", van=dag, tot=dag, door=wie
            )
            for v in versies
        )


@pytest.mark.parametrize(
    ("status", "als", "paden"),
    [
        (
            "loopt",
            "coordinator",
            (
                "opp_orde",
                "opp_orde ?regel=18",
                "opp_lijst ?lijst=loopt",
                "opp_lijst ?lijst=evaluatie",
                "opp_lijst ?lijst=rod",
                "opp_bundels",
            ),
        ),
        ("loopt", "leider", ("opp_orde",)),
        ("concept", "coordinator", ("opp_lijst ?lijst=te_laat", "opp_lijst ?lijst=binnenkort")),
        ("concept", "leider", ("opp_voorgelegd",)),
        ("afgesloten", "coordinator", ("opp_lijst ?lijst=afgesloten", "opp_bundels")),
    ],
)
def test_evenveel_bij_honderdtwintig_als_bij_dertig(
    nu_decor: Decor, inloggen: Any, status: str, als: str, paden: tuple[str, ...]
) -> None:
    leider = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke").user
    client = inloggen(leider if als == "leider" else nu_decor.coordinator.user)
    adressen = []
    for pad in paden:
        naam, _, vraag = pad.partition(" ")
        adressen.append(reverse(f"ondersteuning:{naam}") + vraag)
    vul(nu_decor, 30, leider=leider, status=status)
    bundels(nu_decor, 5)
    weinig = [controleer_budget(client, adres) for adres in adressen]
    vul(nu_decor, 90, leider=leider, status=status)
    bundels(nu_decor, 15)
    assert [controleer_budget(client, adres) for adres in adressen] == weinig
    for adres in adressen:
        antwoord = client.get(adres)
        assert len(antwoord.content) < 20_000, (adres, len(antwoord.content))
        blad = f"{adres}{'&' if '?' in adres else '?'}p=2"
        assert controleer_budget(client, blad) <= weinig[adressen.index(adres)]


def bundels(decor: Decor, aantal: int) -> None:
    """So many year-end bundles of this coordinator."""
    door = decor.coordinator.user
    Oppbundel.objects.bulk_create(
        Oppbundel(school=decor.school, schooljaar=2026, klas=decor.klas, door=door) for _ in range(aantal)
    )
