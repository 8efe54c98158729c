"""What a meeting brings back of those it follows, to who was not in them, and what stands on no item (rule 60)."""

from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from overleg.access_afspraak import get_afspraak
from overleg.access_live import afspraken_bij
from overleg.access_vooraf import laatste_afspraken
from overleg.loop import Overlegstatus
from overleg.models import Afspraak, Agendapunt, Overleg
from overleg.services.live import overleg_beginnen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget

HTMX = {"HX-Request": "true"}
TOEN = timedelta(days=14)


@pytest.fixture
def ilse(nu_decor: Decor) -> Werkplek:
    """A begeleider who was in none of the earlier meetings."""
    return maak_werkplek(nu_decor.school, Rol.BEGELEIDER, nu_decor.coordinator.dag, "Ilse")


def vorig(d: Decor, *waarover: Any, **velden: Any) -> list[Afspraak]:
    """A closed meeting of two weeks ago with an agreement about each of these pupils, or about none."""
    nu = timezone.now()
    overleg = maak_overleg(d.coordinator, **({"begin": nu - TOEN} | velden))
    punten = [maak_punt(d.coordinator, overleg, leerling) for leerling in waarover]
    begin(d.coordinator, overleg)
    gemaakt = [
        maak_afspraak(d.coordinator, punt, d.coordinator, wat=f"Zin {nummer}.")
        for nummer, punt in enumerate(punten, start=1)
    ]
    Overleg.objects.filter(pk=overleg.pk).update(
        status=Overlegstatus.AFGESLOTEN, afgesloten_op=nu, afgesloten_door=d.coordinator.user
    )
    return gemaakt


def nu_bezig(
    d: Decor, *leden: Werkplek, punt: Any = True, **velden: Any
) -> tuple[Overleg, Agendapunt | None]:
    """A meeting that is on, about the pupil of the decor."""
    overleg = maak_overleg(d.coordinator, *leden, begin=timezone.now() - timedelta(minutes=5), **velden)
    rij = maak_punt(d.coordinator, overleg, d.leerling) if punt else None
    overleg_beginnen(door=d.coordinator, pk=overleg.pk, versie=overleg.versie, op=timezone.now())
    return Overleg.objects.get(pk=overleg.pk), rij


def terug(wie: Werkplek, overleg: Overleg) -> set[str]:
    return {a.wat for a in afspraken_bij(wie, overleg)[0]}


def pad(naam: str, *args: int) -> str:
    return reverse(f"overleg:{naam}", args=args)


@pytest.mark.regel(60)
def test_een_nieuwe_notulist_leest_en_vraagt_na(nu_decor: Decor, ilse: Werkplek, inloggen: Any) -> None:
    d = nu_decor
    ander = maak_leerling(d.school, d.klas, "Yara", "Demir")
    [over_hem, _, los] = vorig(d, d.leerling, ander, None)
    overleg, punt = nu_bezig(d, ilse, notulist=ilse.user)
    assert punt is not None
    assert terug(ilse, overleg) == {"Zin 1.", "Zin 3."}  # not of a pupil who is not on this agenda
    client = inloggen(ilse.user)
    assert "Zin 1." in client.get(pad("live_punt", overleg.pk, punt.pk)).content.decode()
    tik = {"tik": f"{over_hem.pk}:1:gelukt"}
    assert client.post(pad("live_antwoord", overleg.pk, punt.pk), tik, headers=HTMX).status_code == 200
    over_hem.refresh_from_db()
    assert over_hem.stand == "gelukt"
    with pytest.raises(Http404):  # in this meeting only
        get_afspraak(ilse, los.pk)
    assert set(laatste_afspraken(ilse, overleg, [d.leerling.pk, ander.pk])) == {d.leerling.pk}


@pytest.mark.regel(60)
def test_wie_meeleest_leest_alleen(nu_decor: Decor, ilse: Werkplek, inloggen: Any) -> None:
    d = nu_decor
    [over_hem, _] = vorig(d, d.leerling, None)
    overleg, punt = nu_bezig(d, ilse)
    assert punt is not None
    assert terug(ilse, overleg) == {"Zin 1."}  # what is about no pupil is for who leads or writes
    tik = {"tik": f"{over_hem.pk}:1:gelukt"}
    assert inloggen(ilse.user).post(pad("live_antwoord", overleg.pk, punt.pk), tik).status_code == 403
    over_hem.refresh_from_db()
    assert over_hem.stand == "open"


@pytest.mark.parametrize("waarom", ["van de agenda", "andere soort", "niet in dit overleg", "later"])
def test_wat_niet_terugkomt(nu_decor: Decor, ilse: Werkplek, waarom: str) -> None:
    d = nu_decor
    velden: dict[str, Any] = {}
    if waarom == "andere soort":
        velden["soort"] = Overlegsoort.ZAT
    if waarom == "later":
        velden["begin"] = timezone.now() + TOEN
    vorig(d, d.leerling, **velden)
    overleg, punt = nu_bezig(d, ilse, notulist=ilse.user)
    assert punt is not None
    assert bool(terug(ilse, overleg)) is (waarom in ("van de agenda", "niet in dit overleg"))
    if waarom == "van de agenda":
        Agendapunt.objects.filter(pk=punt.pk).update(status="vervallen", bezig_sinds=None)
    vreemd = maak_werkplek(d.school, Rol.BEGELEIDER, d.coordinator.dag)
    assert not terug(vreemd if waarom == "niet in dit overleg" else ilse, overleg)
