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
from overleg.models import Afspraak, Agendapunt, Overleg, Overlegreeks
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


# what belongs to no item


@pytest.mark.regel(60)
def test_een_overleg_opent_met_wat_op_geen_punt_staat(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    ander = maak_leerling(d.school, d.klas, "Yara", "Demir")
    [_, over_haar, los] = vorig(d, d.leerling, ander, None)
    overleg, punt = nu_bezig(d, d.begeleider)
    assert punt is not None
    punt.refresh_from_db()
    assert punt.bezig_sinds is None  # no pupil's time runs while last time is spoken of
    client, adres = inloggen(d.coordinator.user), pad("live_los", overleg.pk)
    assert client.get(pad("live", overleg.pk)).url == adres
    pagina = client.get(adres).content.decode()
    assert "Zin 1." not in pagina and "Yara Demir:" in pagina and "Zin 3." in pagina
    assert f"Begin met {d.leerling.naam}" in pagina and '<span class="z-tel">2</span>' in pagina
    tik = {"tik": f"{over_haar.pk}:1:gelukt"}
    deel = client.post(adres, tik, headers=HTMX)
    assert deel.status_code == 200 and deel.content.decode().count('aria-pressed="true"') == 1
    assert "<h1" not in deel.content.decode() and '<span class="z-tel">1</span>' in deel.content.decode()
    oud = client.post(adres, {"tik": f"{over_haar.pk}:1:loopt"}, headers=HTMX)
    assert oud.status_code == 422 and "was je net voor" in oud.content.decode()
    assert client.post(adres, {"tik": f"{los.pk}:1:niet_nodig"}).url == f"{adres}?p=1"
    over_haar.refresh_from_db()
    los.refresh_from_db()
    assert (over_haar.stand, los.stand) == ("gelukt", "niet_nodig")
    assert los.stappen.last().overleg_id == overleg.pk
    assert client.get(pad("live", overleg.pk)).url == pad("live_punt", overleg.pk, punt.pk)  # all were asked
    client.post(pad("live_nu", overleg.pk, punt.pk))
    assert "Van vorige keer" in client.get(pad("live_punt", overleg.pk, punt.pk)).content.decode()


def test_wie_begon_aan_een_punt_gaat_niet_terug(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    vorig(d, None)
    overleg, punt = nu_bezig(d, d.begeleider)
    assert punt is not None
    client = inloggen(d.coordinator.user)
    client.post(pad("live_nu", overleg.pk, punt.pk))
    assert client.get(pad("live", overleg.pk)).url == pad("live_punt", overleg.pk, punt.pk)
    assert f"Terug naar {d.leerling.naam}" in client.get(pad("live_los", overleg.pk)).content.decode()


@pytest.mark.parametrize("tik", ["", "x", "1:1:gelukt", "9" * 25 + ":1:gelukt", "{}:1:herstel", "{}:1:\x00"])
def test_een_tik_die_niet_klopt(nu_decor: Decor, inloggen: Any, tik: str) -> None:
    d = nu_decor
    [los] = vorig(d, None)
    overleg, _ = nu_bezig(d, d.begeleider)
    client, adres = inloggen(d.coordinator.user), pad("live_los", overleg.pk)
    assert client.post(adres, {"tik": tik.format(los.pk)}).status_code in (302, 404)
    assert client.get(adres, {"p": "9" * 30}).status_code == 200
    los.refresh_from_db()
    assert (los.stand, los.versie) == ("open", 1)


def test_zonder_punten_en_zonder_leerlingen(nu_decor: Decor, inloggen: Any) -> None:
    """A meeting of a team: nothing on its agenda yet, and what it agreed last time is about nobody."""
    d = nu_decor
    vorig(d, None, soort=Overlegsoort.TEAM)
    overleg, _ = nu_bezig(d, d.mentor, punt=None, soort=Overlegsoort.TEAM)
    client = inloggen(d.coordinator.user)
    pagina = client.get(pad("live", overleg.pk), follow=True).content.decode()
    assert "Zin 1." in pagina and "Zet het eerste punt op de agenda" in pagina
    punt = maak_punt(d.coordinator, overleg)
    assert "Zin 1." not in client.get(pad("live_punt", overleg.pk, punt.pk)).content.decode()
    assert inloggen(d.mentor.user).get(pad("live", overleg.pk)).url == pad("live_punt", overleg.pk, punt.pk)


def test_de_lijst_groeit_niet_in_vragen(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    vorig(d, None)
    overleg, _ = nu_bezig(d, d.begeleider)
    client, adres = inloggen(d.coordinator.user), pad("live_los", overleg.pk)
    weinig = controleer_budget(client, adres)
    vorig(d, *(maak_leerling(d.school, d.klas, f"Leerling{n}", "Jansen") for n in range(20)))
    for n in range(19):
        maak_punt(d.coordinator, overleg, maak_leerling(d.school, d.klas, f"Agenda{n}", "Jansen"))
    assert controleer_budget(client, adres) == weinig
    assert len(client.get(adres).content) < 20_000
    assert "Vorige" in client.get(adres, {"p": "2"}).content.decode()


@pytest.mark.regel(60)
def test_de_agenda_zegt_wat_over_niemand_terugkomt(nu_decor: Decor, ilse: Werkplek, inloggen: Any) -> None:
    d = nu_decor
    ander = maak_leerling(d.school, d.klas, "Yara", "Demir")
    over_haar, *_ = vorig(d, ander, None, None)
    overleg = maak_overleg(d.coordinator, ilse, begin=timezone.now() + TOEN, notulist=ilse.user)
    for wie, ziet in ((d.coordinator, True), (ilse, False)):
        pagina = inloggen(wie.user).get(pad("agenda", overleg.pk)).content.decode()
        assert "2 afspraken zonder leerling staan nog open" in pagina, wie.user.voornaam
        assert (
            "1 open afspraak" in pagina
        ) is ziet  # of a meeting she was not in, about a pupil not on this agenda
    Afspraak.objects.exclude(pk=over_haar.pk).update(stand="niet_nodig", afgerond_op=timezone.now())
    pagina = inloggen(d.coordinator.user).get(pad("agenda", overleg.pk)).content.decode()
    assert "zonder leerling" not in pagina and "1 open afspraak" in pagina


def test_een_mdo_brengt_geen_andere_leerling_mee(nu_decor: Decor, inloggen: Any) -> None:
    """Parents or a partner may be at the table: nothing of the MDO before it, that was about another pupil."""
    d = nu_decor
    ander = maak_leerling(d.school, d.klas, "Yara", "Demir")
    vorig(d, ander, None, soort=Overlegsoort.MDO)
    [over_hem] = vorig(d, d.leerling, soort=Overlegsoort.MDO)
    overleg, punt = nu_bezig(d, d.begeleider, soort=Overlegsoort.MDO)
    assert punt is not None
    client = inloggen(d.coordinator.user)
    assert client.get(pad("live", overleg.pk)).url == pad("live_punt", overleg.pk, punt.pk)
    assert over_hem.wat in client.get(pad("live_punt", overleg.pk, punt.pk)).content.decode()
    pagina = client.get(pad("live_los", overleg.pk)).content.decode()
    assert "Yara" not in pagina and "Zin" not in pagina


@pytest.mark.parametrize(("reeks", "ziet"), [(False, False), (True, True)])
def test_wat_over_niemand_gaat_komt_alleen_terug_bij_dezelfde_groep(
    nu_decor: Decor, reeks: bool, ziet: bool
) -> None:
    """Two sections have a sectieoverleg; who leads the one learns nothing of the other. In a series it is one group."""
    d = nu_decor
    [los] = vorig(d, None, soort=Overlegsoort.SECTIE)
    leider = maak_werkplek(d.school, Rol.TEAMLEIDER, d.coordinator.dag, "Hanna")
    overleg = maak_overleg(leider, soort=Overlegsoort.SECTIE, voorzitter=leider.user)
    begin(leider, overleg)
    if reeks:
        rij = Overlegreeks.objects.create(
            school=d.school,
            soort=Overlegsoort.SECTIE,
            naam="Sectie",
            eerste_op=d.coordinator.dag,
            tot=d.coordinator.dag,
            elke=1,
            begintijd="13:00",
            minuten=60,
            voorzitter=leider.user,
            gemaakt_door=leider.user,
        )
        Overleg.objects.filter(pk__in=(overleg.pk, los.overleg_id)).update(reeks=rij)
    Overleg.objects.filter(pk=overleg.pk).update(begin=timezone.now())
    assert terug(leider, Overleg.objects.get(pk=overleg.pk)) == ({"Zin 1."} if ziet else set())
