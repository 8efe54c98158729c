"""What goes wrong while a meeting is on: somebody is taken off it, an owner left, a day without school, a pupil one may not see."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from overleg.models import Afspraak, Agendapunt, Deelname, Overleg, Verslagdeel
from overleg.services.plannen import haal_eraf
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg
from overleg.tests.test_live import bezig, eerder, nieuw, url  # noqa: F401  bezig is a fixture
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Aanstelling, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_werkplek

Zaak = tuple[Overleg, Agendapunt]
TEKST = {"tekst": "Net getypt.", "basis": "", "extern": "", "basis_extern": ""}


def test_wie_eraf_gaat_kan_van_het_ene_op_het_andere_moment_niets_meer(
    nu_decor: Decor,
    bezig: Zaak,  # noqa: F811
    inloggen: Any,
) -> None:
    """A page that was open before: following, saving, an answer, an agreement, and the list of the last time."""
    d, (overleg, punt) = nu_decor, bezig
    afspraak = eerder(d, overleg)
    Overleg.objects.filter(pk=overleg.pk).update(notulist=None)
    client = inloggen(d.begeleider.user)
    assert client.get(url("live_stand", overleg.pk, punt.pk)).status_code == 200
    deelname = Deelname.objects.get(overleg=overleg, user=d.begeleider.user)
    haal_eraf(door=d.coordinator, pk=overleg.pk, deelname_id=deelname.pk, op=timezone.now())
    for naam, velden in (
        ("live_notulen", TEKST),
        ("live_antwoord", {"tik": f"{afspraak.pk}:1:gelukt"}),
        ("live_afspraak", nieuw(d)),
    ):
        assert client.post(url(naam, overleg.pk, punt.pk), velden).status_code == 404, naam
    assert client.post(url("live_los", overleg.pk), {"tik": f"{afspraak.pk}:1:gelukt"}).status_code == 404
    for pad in (
        url("live_stand", overleg.pk, punt.pk),
        url("live_los", overleg.pk),
        url("overleg", overleg.pk),
    ):
        assert client.get(pad).status_code == 404
    assert not Verslagdeel.objects.exists() and Afspraak.objects.get().stand == "open"


@pytest.mark.regel(60)
@pytest.mark.parametrize("stand", ["gelukt", "loopt"])
def test_de_eigenaar_werkt_hier_niet_meer(
    nu_decor: Decor,
    bezig: Zaak,  # noqa: F811
    inloggen: Any,
    stand: str,
) -> None:
    """On the day itself, before the night gives it back: it still comes back, and who writes says how it went."""
    d, (overleg, punt) = nu_decor, bezig
    afspraak = eerder(d, overleg)
    Aanstelling.objects.filter(user=d.mentor.user).update(tot=d.coordinator.dag - timedelta(days=1))
    client = inloggen(d.coordinator.user)
    assert afspraak.wat in client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    client.post(url("live_antwoord", overleg.pk, punt.pk), {"tik": f"{afspraak.pk}:1:{stand}"})
    afspraak.refresh_from_db()
    assert afspraak.stand == stand
    weg = client.post(url("live_afspraak", overleg.pk, punt.pk), nieuw(d))
    assert weg.status_code == 422 and Afspraak.objects.count() == 1  # and nothing new becomes his


@pytest.mark.parametrize(("mag", "status"), [(1, 302), (0, 422)])
def test_een_afspraak_op_een_dag_zonder_school(
    nu_decor: Decor,
    bezig: Zaak,  # noqa: F811
    inloggen: Any,
    mag: int,
    status: int,
) -> None:
    d, (overleg, punt) = nu_decor, bezig
    vandaag = d.coordinator.dag
    vrij = vandaag + timedelta(days=20)
    Vrijedag.objects.create(school=d.school, naam="Studiedagen", van=vrij, tot=vrij + timedelta(days=4))
    instelling_zetten(door=d.coordinator, sleutel="afspraak_vrij", waarde=mag, geldig_vanaf=vandaag)
    velden = nieuw(d, klaar="datum", klaar_op=(vrij + timedelta(days=1)).isoformat())
    antwoord = inloggen(d.coordinator.user).post(url("live_afspraak", overleg.pk, punt.pk), velden)
    assert antwoord.status_code == status, antwoord.content.decode()[-2000:]
    assert ("Kies een schooldag." in antwoord.content.decode()) is not bool(mag)
    assert Afspraak.objects.count() == mag


def test_een_leerling_die_wie_leidt_niet_mag_zien(nu_decor: Decor, inloggen: Any) -> None:
    """A mentor leads the talk about his class and sends the number of a pupil of another one."""
    d = nu_decor
    overleg = maak_overleg(d.mentor, soort=Overlegsoort.LEERLINGBESPREKING, klas=d.klas)
    begin(d.mentor, overleg)
    ander = maak_leerling(d.school, maak_klas(d.school, "V4z"), "Geheim", "Jansen")
    client = inloggen(d.mentor.user)
    velden = {"leerling": ander.pk, "vraag": "Wat nu?", "minuten": 10}
    for naam in ("agenda_erbij", "live_erbij"):
        antwoord = client.post(url(naam, overleg.pk), velden)
        assert antwoord.status_code in (404, 422) and "Geheim" not in antwoord.content.decode(), naam
    assert not overleg.punten.exists()
    assert client.post(url("live_erbij", overleg.pk), velden | {"leerling": d.leerling.pk}).status_code == 302


@pytest.mark.regel(60)
def test_wat_terugkomt_over_een_leerling_die_je_niet_mag_zien(
    nu_decor: Decor,
    bezig: Zaak,  # noqa: F811
    inloggen: Any,
) -> None:
    """He is not on this agenda; the coordinator is asked after him, the mentor of another class does not learn of it."""
    d, (overleg, _) = nu_decor, bezig
    afspraak = eerder(d, overleg)
    ander = maak_leerling(d.school, maak_klas(d.school, "V4z"), "Geheim", "Jansen")
    Afspraak.objects.filter(pk=afspraak.pk).update(
        leerling=ander, punt=None, eigenaar=d.coordinator.user, wat="Een zin die hij niet leest."
    )
    adres = url("live_los", overleg.pk)
    assert "Geheim Jansen" in inloggen(d.coordinator.user).get(adres).content.decode()
    client = inloggen(d.mentor.user)
    tekst = client.get(adres).content.decode()
    assert "Geheim" not in tekst and "Een zin" not in tekst and "Er staat niets meer open" in tekst
    assert client.post(adres, {"tik": f"{afspraak.pk}:1:gelukt"}).status_code == 404
    vreemd = maak_werkplek(d.school, Rol.BEGELEIDER, d.coordinator.dag)
    assert inloggen(vreemd.user).get(adres).status_code == 404
    maak_afspraak(d.coordinator, overleg.punten.get(), d.mentor)
    assert Afspraak.objects.get(pk=afspraak.pk).versie == 1
