"""Every kind of reminder that is registered, of every floor: what it says, where it leads, and that it lapses quietly."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Aanstelling, School
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.claimen import claim
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.soorten import Soort, alle_soorten
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek

ER_NIET = 2**40
SOORTEN = sorted(alle_soorten(), key=lambda soort: soort.sleutel)
# Of a school, not of one thing: it has no object that can be gone.
ZONDER_DING = {"zonder_eigenaar"}
# What issue 5 names: each of these clocks has a kind.
KLOKKEN = {
    "afspraak_datum", "afspraak_nieuw", "traject_evaluatie", "hgw_evaluatie", "opp_terugkijken", "opp_jaar",
    "vervolg_datum", "antwoord_schuldig", "klacht_termijn", "opp_antwoord", "opp_binnenkort", "opp_te_laat",
    "toestemming_eindigt", "kaart_gezien", "kaart_verloopt", "opp_zestien", "opp_achttien", "rondvraag_gevraagd",
    "rondvraag_herinnering", "overleg_vooraf", "vertellen_gevraagd", "vertellen_wacht", "verslag_klaar",
}  # fmt: skip
METEEN = {"signaal_acuut", "verslag_klaar", "verslag_klaar_extern"}


@pytest.fixture
def mensen(school: School) -> list[Werkplek]:
    """Somebody in every role."""
    return [maak_werkplek(school, rol) for rol in Rol]


def rij(wie: Werkplek, soort: Soort, op: datetime = NU) -> Herinnering:
    return Herinnering.objects.create(
        school=wie.school,
        ontvanger=wie.user,
        soort=soort.sleutel,
        sleutel=f"{soort.sleutel}:{wie.user.pk}",
        object_id=ER_NIET,
        niet_voor=op,
    )


def test_elke_klok_heeft_een_soort() -> None:
    assert {soort.sleutel for soort in SOORTEN} >= KLOKKEN | METEEN
    assert len(SOORTEN) > 50


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.sleutel)
def test_woorden_en_weg(soort: Soort) -> None:
    """One and more are told apart, no word changes with the day it is read, and the list it leads to exists."""
    assert soort.enkelvoud != soort.meervoud and soort.aantal(2).startswith("2 ")
    assert "vandaag" not in soort.enkelvoud or soort.sleutel in METEEN
    for naam in filter(None, (soort.pagina, soort.lijst)):
        assert reverse(naam).startswith("/")


@pytest.mark.parametrize(
    "soort", [s for s in SOORTEN if s.sleutel not in ZONDER_DING], ids=lambda soort: soort.sleutel
)
def test_zonder_voorwerp_vervalt_een_rij(mensen: list[Werkplek], soort: Soort) -> None:
    """For every role: what it was about is gone, so it lapses; nothing raises, and nothing is left to try again."""
    rijen = [rij(wie, soort) for wie in mensen]
    for wie in mensen:
        assert claim(wie.school.pk, wie.user.pk, False, NU) is None
    with in_school(mensen[0].school.pk):
        standen = Herinnering.objects.filter(pk__in=[een.pk for een in rijen]).values_list("status", "fout")
        assert set(standen) == {(Status.VERVALLEN, "")}


def test_wie_er_niet_meer_werkt_krijgt_niets(school: School) -> None:
    """Of all kinds at once, also of the one that is not about a thing."""
    weg = maak_werkplek(school, Rol.ZORGCOORDINATOR)
    for soort in SOORTEN:
        rij(weg, soort)
    Aanstelling.objects.filter(user=weg.user).update(van=DAG.replace(year=2020), tot=DAG.replace(year=2021))
    assert claim(school.pk, weg.user.pk, False, NU) is None
    with in_school(school.pk):
        assert set(Herinnering.objects.values_list("status", flat=True)) == {Status.VERVALLEN}


def test_een_lijst_is_te_openen_voor_wie_ervan_hoort(mensen: list[Werkplek], inloggen: Any) -> None:
    """Each list a melding leads to opens for at least one of the roles that have meldingen."""
    namen = {soort.pagina or soort.lijst for soort in SOORTEN if not soort.sleutel.endswith("extern")} - {""}
    opent: set[str] = set()
    for wie in mensen:
        if wie.mag(Recht.MELDINGEN):
            client = inloggen(wie.user)
            opent |= {naam for naam in namen - opent if client.get(reverse(naam)).status_code in (200, 302)}
    assert opent == namen
