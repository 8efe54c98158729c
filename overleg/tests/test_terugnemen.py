"""Herstel of beginning: planned again while nothing was done in it, refused afterwards."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.workflow import StapNietToegestaan
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Agendapunt, Overleg
from overleg.services.live import overleg_beginnen
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.terugnemen import begin_terugnemen
from overleg.services.tijd import punt_afronden
from overleg.tests.overleghulp import maak_afspraak, maak_overleg, maak_punt
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor


@pytest.fixture
def punt(nu_decor: Decor) -> Agendapunt:
    """The item that is discussed in a meeting that was begun."""
    overleg = maak_overleg(nu_decor.coordinator, nu_decor.mentor)
    punt = maak_punt(nu_decor.coordinator, overleg, nu_decor.leerling)
    overleg_beginnen(door=nu_decor.coordinator, pk=overleg.pk, versie=overleg.versie, op=timezone.now())
    return Agendapunt.objects.select_related("overleg").get(pk=punt.pk)


def _terug(d: Decor, punt: Agendapunt, versie: int | None = None) -> Overleg:
    overleg = Overleg.objects.get(pk=punt.overleg_id)
    op = timezone.now() + timedelta(minutes=3)
    return begin_terugnemen(door=d.coordinator, pk=overleg.pk, versie=versie or overleg.versie, op=op)


def test_weer_gepland_zonder_tijd(nu_decor: Decor, punt: Agendapunt) -> None:
    overleg = _terug(nu_decor, punt)
    assert (overleg.status, overleg.begonnen_op) == (Overlegstatus.GEPLAND, None)
    punt.refresh_from_db()
    assert (punt.bezig_sinds, punt.seconden, punt.status) == (None, 0, Puntstatus.OPEN)
    with pytest.raises(StapNietToegestaan, match="nog niet begonnen"):
        _terug(nu_decor, punt)


def test_een_oude_versie_verandert_niets(nu_decor: Decor, punt: Agendapunt) -> None:
    with pytest.raises(Verouderd):
        _terug(nu_decor, punt, versie=punt.overleg.versie + 7)
    assert Overleg.objects.get(pk=punt.overleg_id).status == Overlegstatus.BEZIG


@pytest.mark.parametrize("wat", ["notulen", "afspraak", "besproken", "heropend"])
def test_niet_meer_als_er_iets_gedaan_is(nu_decor: Decor, punt: Agendapunt, wat: str) -> None:
    d, nu = nu_decor, timezone.now()
    if wat == "notulen":
        notulen_bewaren(
            door=d.coordinator,
            overleg_id=punt.overleg_id,
            punt_id=punt.pk,
            notulen=Geschreven("Moeder belt.", ""),
            op=nu,
        )
    elif wat == "afspraak":
        maak_afspraak(d.coordinator, punt, d.mentor)
    elif wat == "besproken":
        punt_afronden(door=d.coordinator, pk=punt.pk, status=Puntstatus.BESPROKEN, op=nu)
    else:
        Overleg.objects.filter(pk=punt.overleg_id).update(reden="Er ontbrak iets.")
    with pytest.raises(StapNietToegestaan, match="al iets opgeschreven"):
        _terug(d, punt)


def test_de_knop_na_beginnen(nu_decor: Decor, inloggen: Any) -> None:
    overleg = maak_overleg(nu_decor.coordinator, nu_decor.mentor)
    maak_punt(nu_decor.coordinator, overleg, nu_decor.leerling)
    client = inloggen(nu_decor.coordinator.user)
    pagina = client.post(reverse("overleg:overleg_begin", args=[overleg.pk]), follow=True).content.decode()
    terug = f"{reverse('overleg:live_terug', args=[overleg.pk])}?versie={Overleg.objects.get().versie}"
    assert f'action="{terug}"' in pagina
    antwoord = client.post(terug, follow=True)
    assert "nog niet begonnen" in antwoord.content.decode()
    assert Overleg.objects.get().status == Overlegstatus.GEPLAND
