"""The page of a meeting that is on: who sees what, last time's agreements, the next item, a pause, who is there."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from overleg.loop import Overlegstatus, Puntstatus, Stap
from overleg.models import Afspraak, Agendapunt, Deelname, Overleg, Verslagdeel
from overleg.services.live import overleg_beginnen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from zorgapp.accounts.models import Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_werkplek

HTMX = {"HX-Request": "true"}


def url(naam: str, *args: int) -> str:
    return reverse(f"overleg:{naam}", args=args)


@pytest.fixture
def bezig(nu_decor: Decor) -> tuple[Overleg, Agendapunt]:
    """A zorgoverleg that is on, about the pupil of the mentor; the begeleider takes the minutes."""
    d = nu_decor
    overleg = maak_overleg(
        d.coordinator,
        d.begeleider,
        d.mentor,
        notulist=d.begeleider.user,
        begin=timezone.now() - timedelta(minutes=24),
    )
    punt = maak_punt(d.coordinator, overleg, d.leerling)
    overleg_beginnen(door=d.coordinator, pk=overleg.pk, versie=overleg.versie, op=timezone.now())
    return Overleg.objects.get(pk=overleg.pk), Agendapunt.objects.get(pk=punt.pk)


def eerder(d: Decor, overleg: Overleg, **velden: Any) -> Afspraak:
    """An open agreement of the meeting before this one."""
    vorig = maak_overleg(d.coordinator, d.mentor, d.begeleider, begin=overleg.begin - timedelta(days=14))
    punt = maak_punt(d.coordinator, vorig, d.leerling)
    begin(d.coordinator, vorig)
    afspraak = maak_afspraak(d.coordinator, punt, d.mentor, **velden)
    Overleg.objects.filter(pk=vorig.pk).update(
        status=Overlegstatus.AFGESLOTEN, afgesloten_op=timezone.now(), afgesloten_door=d.coordinator.user
    )
    return afspraak


def test_beginnen_leidt_naar_het_eerste_punt(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    overleg = maak_overleg(d.coordinator, d.mentor)
    punt = maak_punt(d.coordinator, overleg, d.leerling)
    client = inloggen(d.coordinator.user)
    assert client.get(url("live", overleg.pk)).url == url("overleg", overleg.pk)
    antwoord = client.post(url("overleg_begin", overleg.pk))
    assert antwoord.url == url("live", overleg.pk)
    assert client.get(antwoord.url).url == url("live_punt", overleg.pk, punt.pk)
    assert Agendapunt.objects.get(pk=punt.pk).bezig_sinds is not None
    pagina = client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert (
        "bezig, <span data-uur>" in pagina
        and "Wat helpt in de ochtend?" in pagina
        and "Open dossier" in pagina
    )
    assert url("overleg_sluiten", overleg.pk) in pagina
    assert "mentor Joris" in pagina and "0 van 15 min" in pagina
    assert Inzage.objects.filter(onderwerp="agendapunt", onderwerp_id=punt.pk, grond="overleg").count() == 1


def test_wie_meeleest_ziet_wat_hij_mag(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    ander = maak_leerling(d.school, maak_klas(d.school, "V4z"), "Geheim", "Jansen")
    verborgen = maak_punt(d.coordinator, overleg, ander, minuten=12)
    Verslagdeel.objects.create(
        school=d.school, punt=punt, tekst="<b>Ritme</b> eerst.", bewaard_door=d.coordinator.user
    )
    pagina = inloggen(d.mentor.user).get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert "punt 2, niet voor jou" in pagina and "12 min" in pagina and "Geheim" not in pagina
    assert "&lt;b&gt;Ritme&lt;/b&gt; eerst." in pagina and "<textarea" not in pagina
    assert "Bespreek nu" not in pagina and "Volgende" not in pagina and "Pauze" not in pagina
    assert inloggen(d.mentor.user).get(url("live_punt", overleg.pk, verborgen.pk)).status_code == 404
    begeleider = inloggen(d.begeleider.user).get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert "Geheim" in begeleider and "<textarea" in begeleider and "Pauze" not in begeleider
    vreemd = maak_werkplek(d.school, Rol.BEGELEIDER, d.coordinator.dag)
    assert inloggen(vreemd.user).get(url("live_punt", overleg.pk, punt.pk)).status_code == 404


def test_begeleider_zonder_dossier_krijgt_geen_link_en_geen_beeld(
    nu_decor: Decor, bezig: Any, inloggen: Any
) -> None:
    d, (overleg, punt) = nu_decor, bezig
    pagina = inloggen(d.begeleider.user).get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert "Open dossier" not in pagina and f"{d.leerling.roepnaam} nu" not in pagina


@pytest.mark.regel(60)
@pytest.mark.parametrize("stand", ["gelukt", "loopt", "lukt_niet", "niet_nodig"])
def test_vorige_afspraak_krijgt_een_antwoord(nu_decor: Decor, bezig: Any, inloggen: Any, stand: str) -> None:
    d, (overleg, punt) = nu_decor, bezig
    afspraak = eerder(d, overleg, wat="Belt elke dinsdag.")
    client = inloggen(d.begeleider.user)  # takes the minutes; the agreement is the mentor's
    assert "Belt elke dinsdag." in client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    tik = {"tik": f"{afspraak.pk}:1:{stand}"}
    antwoord = client.post(url("live_antwoord", overleg.pk, punt.pk), tik, headers=HTMX)
    assert antwoord.status_code == 200 and 'aria-pressed="true"' in antwoord.content.decode()
    afspraak.refresh_from_db()
    assert afspraak.stand == stand
    assert afspraak.stappen.last().overleg_id == overleg.pk
    zonder = client.post(url("live_antwoord", overleg.pk, punt.pk), tik)
    assert zonder.status_code == 302 and zonder.url.endswith("#vorige")
    afspraak.refresh_from_db()
    assert afspraak.versie == 2


def test_van_het_ene_einde_naar_het_andere(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    afspraak = eerder(d, overleg)
    client = inloggen(d.coordinator.user)
    for versie, stand in ((1, "gelukt"), (2, "niet_nodig")):
        client.post(url("live_antwoord", overleg.pk, punt.pk), {"tik": f"{afspraak.pk}:{versie}:{stand}"})
    afspraak.refresh_from_db()
    assert afspraak.stand == "niet_nodig"
    oud = client.post(
        url("live_antwoord", overleg.pk, punt.pk), {"tik": f"{afspraak.pk}:1:loopt"}, headers=HTMX
    )
    assert oud.status_code == 422 and "was je net voor" in oud.content.decode()


def test_meelezer_geeft_geen_antwoord_voor_een_ander(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    afspraak = eerder(d, overleg)
    Afspraak.objects.filter(pk=afspraak.pk).update(eigenaar=d.coordinator.user)
    antwoord = inloggen(d.mentor.user).post(
        url("live_antwoord", overleg.pk, punt.pk), {"tik": f"{afspraak.pk}:1:gelukt"}
    )
    assert antwoord.status_code == 403
    afspraak.refresh_from_db()
    assert afspraak.stand == "open"


def nieuw(d: Decor, **velden: Any) -> dict[str, Any]:
    return {
        "sleutel": uuid.uuid4(),
        "wat": "Ruben belt dinsdag.",
        "wie": d.mentor.user.pk,
        "klaar": (d.coordinator.dag + timedelta(days=7)).isoformat(),
    } | velden


def test_nieuwe_afspraak_blijft_open_en_komt_een_keer(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    client, velden = inloggen(d.begeleider.user), nieuw(d)
    pad = url("live_afspraak", overleg.pk, punt.pk)
    for _ in range(2):
        antwoord = client.post(pad, velden, headers=HTMX)
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 200 and "Vastgelegd voor Joris" in tekst
        assert 'hx-swap-oob="innerHTML"' in tekst and str(velden["sleutel"]) not in tekst
    afspraak = Afspraak.objects.get(wat="Ruben belt dinsdag.")
    assert (afspraak.punt_id, afspraak.leerling_id) == (punt.pk, d.leerling.pk)
    assert client.post(pad, nieuw(d, wat="Nog een.")).url.endswith("#nieuw")
    weg = client.post(pad, nieuw(d, wat="", wie=""), headers=HTMX)
    assert weg.status_code == 422 and "Schrijf in één zin op" in weg.content.decode()
    assert inloggen(d.mentor.user).post(pad, nieuw(d)).status_code == 403
    assert Afspraak.objects.count() == 2


def test_meer_velden_houdt_wat_er_stond(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    pad = url("live_afspraak", overleg.pk, punt.pk)
    antwoord = inloggen(d.coordinator.user).post(pad, nieuw(d, meer="1"), headers=HTMX).content.decode()
    assert 'value="Ruben belt dinsdag."' in antwoord and "Hoe merkt de leerling het?" in antwoord
    assert not Afspraak.objects.exists()


def test_volgende_sluit_het_punt_en_de_klok_loopt_door(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    straks = maak_punt(d.coordinator, overleg)
    client = inloggen(d.coordinator.user)
    vooruit = client.get(url("live_punt", overleg.pk, straks.pk)).content.decode()
    assert "Het gaat nu over" in vooruit and "Volgende" not in vooruit  # looking ahead closes nothing
    assert "Volgende: Toetsdruk" in client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    antwoord = client.post(url("live_verder", overleg.pk, punt.pk), {"status": "besproken"})
    assert antwoord.url == url("live_punt", overleg.pk, straks.pk)
    punt.refresh_from_db()
    straks.refresh_from_db()
    assert (punt.status, punt.bezig_sinds) == (Puntstatus.BESPROKEN, None) and straks.bezig_sinds
    client.post(url("live_verder", overleg.pk, straks.pk), {"status": "doorgeschoven"})
    straks.refresh_from_db()
    assert straks.status == Puntstatus.DOORGESCHOVEN
    pagina = client.get(url("live_punt", overleg.pk, straks.pk)).content.decode()
    assert "alles besproken" in pagina and "Open weer" in pagina and "Volgende" not in pagina
    client.post(url("live_verder", overleg.pk, straks.pk), {"status": "open"})
    client.post(url("live_nu", overleg.pk, straks.pk))
    straks.refresh_from_db()
    assert straks.status == Puntstatus.OPEN and straks.bezig_sinds
    client.post(url("live_verder", overleg.pk, straks.pk), {"status": "vervallen"})
    straks.refresh_from_db()
    assert straks.status == Puntstatus.OPEN
    assert (
        inloggen(d.mentor.user)
        .post(url("live_verder", overleg.pk, punt.pk), {"status": "besproken"})
        .status_code
        == 403
    )


def test_pauze_en_verder_met_hetzelfde_punt(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    client = inloggen(d.coordinator.user)
    stap = {"versie": overleg.versie, "punt": punt.pk}
    client.post(url("live_stap", overleg.pk), stap | {"stap": Stap.PAUZEREN})
    punt.refresh_from_db()
    assert (
        punt.bezig_sinds is None
        and "pauze" in client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    )
    client.post(url("live_stap", overleg.pk), stap | {"stap": Stap.HERVATTEN})  # stale: of before the pause
    assert Overleg.objects.get(pk=overleg.pk).status == Overlegstatus.PAUZE
    client.post(url("live_stap", overleg.pk), stap | {"stap": Stap.HERVATTEN, "versie": overleg.versie + 1})
    punt.refresh_from_db()
    assert Overleg.objects.get(pk=overleg.pk).status == Overlegstatus.BEZIG and punt.bezig_sinds
    assert inloggen(d.begeleider.user).post(url("live_stap", overleg.pk), stap).status_code == 403


def test_wie_er_is(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, punt) = nu_decor, bezig
    rij = Deelname.objects.get(overleg=overleg, user=d.mentor.user)
    pad, client = url("live_aanwezig", overleg.pk, punt.pk), inloggen(d.begeleider.user)
    tekst = client.post(pad, {"wie": f"{rij.pk}:1"}, headers=HTMX).content.decode()
    rij.refresh_from_db()
    assert rij.aanwezig is True and f'value="{rij.pk}:0" aria-pressed="true"' in tekst
    client.post(pad, {"wie": f"{rij.pk}:0"})
    pagina = client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert (
        f'name="wie" value="{d.mentor.user.pk}"' not in pagina
    )  # who is away gets no agreement with one tap
    assert client.post(pad, {"wie": "999999999:1"}).status_code == 404
    assert client.post(pad, {"wie": "x"}).status_code == 302
    assert inloggen(d.mentor.user).post(pad, {"wie": f"{rij.pk}:1"}).status_code == 403


def test_leerling_erbij(nu_decor: Decor, bezig: Any, inloggen: Any) -> None:
    d, (overleg, _) = nu_decor, bezig
    ander = maak_leerling(d.school, d.klas, "Yara", "Demir")
    client, pad = inloggen(d.coordinator.user), url("live_erbij", overleg.pk)
    assert client.get(pad).status_code == 200
    velden = {"leerling": ander.pk, "vraag": "Wat nu?", "minuten": 10}
    assert client.post(pad, velden).url == url("live", overleg.pk)
    assert overleg.punten.get(leerling=ander).volgorde == 2
    dubbel = client.post(pad, velden)
    assert dubbel.status_code == 422 and "staat al op de agenda" in dubbel.content.decode()
    assert client.post(pad, velden | {"minuten": "999"}).status_code == 422
    assert inloggen(d.mentor.user).get(pad).status_code == 403


def test_overleg_zonder_leerlingen(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    overleg = maak_overleg(d.coordinator, d.mentor, soort=Overlegsoort.TEAM)
    begin(d.coordinator, overleg)
    client = inloggen(d.coordinator.user)
    assert "Nog geen punten" in client.get(url("live", overleg.pk)).content.decode()
    assert client.post(url("live_erbij", overleg.pk), {"onderwerp": "Toetsdruk", "minuten": 20}).url == url(
        "live", overleg.pk
    )
    punt = overleg.punten.get()
    pagina = client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert "Toetsdruk" in pagina and "Open dossier" not in pagina and "Punt toevoegen" in pagina


def test_een_onderwerp_telt_niet_als_leerling(
    nu_decor: Decor, bezig: tuple[Overleg, Agendapunt], inloggen: Any
) -> None:
    """With an item about something else the head counts items; an agreement leads to its page, to mend it there."""
    (overleg, punt), client = bezig, inloggen(nu_decor.coordinator.user)
    afspraak = maak_afspraak(nu_decor.coordinator, punt, nu_decor.mentor)
    pagina = client.get(url("live_punt", overleg.pk, punt.pk)).text
    assert "minuten, 1 leerling<" in pagina and url("afspraak", afspraak.pk) in pagina
    maak_punt(nu_decor.coordinator, overleg)
    pagina = client.get(url("live_punt", overleg.pk, punt.pk)).text
    assert "minuten, 2 punten<" in pagina and "nog niet afgesloten" not in pagina


def test_een_overleg_dat_openbleef(nu_decor: Decor, bezig: tuple[Overleg, Agendapunt], inloggen: Any) -> None:
    """Left open on an earlier day it says so, instead of thousands of minutes."""
    (overleg, punt), toen = bezig, timezone.now() - timedelta(days=3)
    Overleg.objects.filter(pk=overleg.pk).update(begin=toen, begonnen_op=toen)
    Agendapunt.objects.filter(pk=punt.pk).update(bezig_sinds=toen)
    pagina = inloggen(nu_decor.coordinator.user).get(url("live_punt", overleg.pk, punt.pk)).text
    assert "nog niet afgesloten" in pagina and "de tijd is om, 1 leerling" in pagina
    assert "over tijd" not in pagina and "van 15 min" not in pagina
