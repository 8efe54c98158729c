"""The page of an agenda: from proposals to an agenda with questions, by buttons; who sees and changes what."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Vervolg
from ondersteuning.workflow import Besluit
from overleg.models import Agendapunt, Bron, Overleg, Puntstatus
from overleg.services.live import overleg_beginnen
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import maak_overleg, maak_punt
from zorgapp.accounts.models import Inzage
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import maak_klas, maak_leerling
from zorgapp.testing.queries import controleer_budget

MORGEN = timedelta(days=1)


def url(naam: str, *args: int) -> str:
    return reverse(f"overleg:{naam}", args=args)


@pytest.fixture
def overleg(nu_decor: Decor) -> Overleg:
    """A zorgoverleg of tomorrow; mentor and begeleider take part."""
    d = nu_decor
    return maak_overleg(d.coordinator, d.mentor, d.begeleider, begin=timezone.now() + MORGEN, minuten=60)


def namen(overleg: Overleg) -> list[str]:
    rijen = Agendapunt.objects.filter(overleg=overleg).exclude(status=Puntstatus.VERVALLEN)
    return [p.leerling.roepnaam if p.leerling else p.onderwerp for p in rijen.order_by("volgorde")]


@pytest.mark.regel(60)
def test_van_voorstel_tot_agenda(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    signaal = dien_in(d.mentor, d.leerling, op=timezone.now())
    beslis(d.coordinator, signaal, Besluit.ZORGOVERLEG, timezone.now(), eigenaar=d.begeleider.user)
    client = inloggen(d.coordinator.user)
    pagina = client.get(url("agenda", overleg.pk))
    tekst = pagina.content.decode()
    assert "besluit na een signaal" in tekst and "0 van 60 minuten." in tekst and d.leerling.naam in tekst
    antwoord = client.post(url("agenda_voorstel", overleg.pk), {"leerling": [str(d.leerling.pk), "0", "x"]})
    assert antwoord.url == url("agenda", overleg.pk)
    punt = Agendapunt.objects.get()
    assert (punt.leerling, punt.bron, punt.vervolg) == (d.leerling, Bron.SIGNAAL, Vervolg.objects.get())
    pagina = client.get(antwoord.url)
    assert "Nog 1 zonder vraag." in pagina.content.decode() and not pagina.context["pagina"].rijen
    gegevens = {
        "versie": "1",
        "vraag": "Wat helpt bij Duits?",
        "minuten": "20",
        "toelichting": "Al drie weken.",
    }
    client.post(url("agenda_punt", overleg.pk, punt.pk), gegevens)
    tekst = client.get(url("agenda", overleg.pk)).content.decode()
    assert "Wat helpt bij Duits?" in tekst and "20 van 60 minuten." in tekst and "zonder vraag" not in tekst


def test_volgorde_eraf_en_terug(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    een, twee = (maak_punt(d.coordinator, overleg, onderwerp=naam) for naam in ("Een", "Twee"))
    client = inloggen(d.coordinator.user)
    antwoord = client.post(url("agenda_stap", overleg.pk), {"doe": f"op:{twee.pk}"})
    assert namen(overleg) == ["Twee", "Een"]
    pagina = client.get(antwoord.url).content.decode()
    assert f'value="op:{twee.pk}" aria-label="Twee omhoog" autofocus' in pagina
    antwoord = client.post(url("agenda_stap", overleg.pk), {"doe": f"af:{een.pk}"}, follow=True)
    assert namen(overleg) == ["Twee"] and url("agenda_terug", overleg.pk, een.pk) in antwoord.content.decode()
    client.post(url("agenda_terug", overleg.pk, een.pk))
    assert namen(overleg) == ["Twee", "Een"]
    for onzin in ("", "op", "op:x", f"weg:{een.pk}", "op:" + "9" * 30, f"neer:{een.pk}\x00"):
        assert client.post(url("agenda_stap", overleg.pk), {"doe": onzin}).status_code == 302
    elders = maak_punt(d.coordinator, maak_overleg(d.coordinator))
    assert client.post(url("agenda_stap", overleg.pk), {"doe": f"af:{elders.pk}"}).status_code == 404
    assert namen(overleg) == ["Twee", "Een"]


def test_een_leerling_en_een_onderwerp_erbij(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    client = inloggen(d.coordinator.user)
    pad = url("agenda_erbij", overleg.pk)
    leerling = {"leerling": str(d.leerling.pk), "vraag": "Hoe verder?", "minuten": "10"}
    assert client.post(pad, leerling).status_code == 302
    assert client.post(pad, {"onderwerp": "Toetsdruk", "vraag": "", "minuten": "5"}).status_code == 302
    assert namen(overleg) == [d.leerling.roepnaam, "Toetsdruk"]
    nog_eens = client.post(pad, leerling)
    assert nog_eens.status_code == 422 and "staat al op de agenda" in nog_eens.content.decode()
    fout = client.post(pad, {"onderwerp": "Rooster", "vraag": "Bewaar dit", "minuten": "999"})
    assert fout.status_code == 422 and "1 tot 120" in fout.content.decode()
    assert "Bewaar dit" in fout.content.decode() and len(namen(overleg)) == 2


def test_twee_die_hetzelfde_punt_wijzigen(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    punt = maak_punt(d.coordinator, overleg, d.leerling, vraag="")
    client = inloggen(d.coordinator.user)
    pad = url("agenda_punt", overleg.pk, punt.pk)
    assert client.post(pad, {"versie": "1", "vraag": "De eerste", "minuten": "15"}).status_code == 302
    tweede = client.post(pad, {"versie": "1", "vraag": "De tweede", "minuten": "15"})
    tekst = tweede.content.decode()
    assert tweede.status_code == 409 and "De eerste" in tekst and "De tweede" in tekst
    assert Agendapunt.objects.get().vraag == "De eerste"
    assert client.post(pad, {"versie": "2", "vraag": "De tweede", "minuten": "15"}).status_code == 302
    assert Agendapunt.objects.get().vraag == "De tweede"


def test_een_deelnemer_schrijft_alleen_de_vraag(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    vreemd = maak_leerling(d.school, maak_klas(d.school, "H4a"), roepnaam="Onbekende")
    punt = maak_punt(d.coordinator, overleg, d.leerling, vraag="")
    maak_punt(d.coordinator, overleg, vreemd)
    client = inloggen(d.mentor.user)
    tekst = client.get(url("agenda", overleg.pk)).content.decode()
    assert "Schrijf de vraag" in tekst and "Onbekende" not in tekst and "1 punt dat niet voor jou is" in tekst
    assert "Voorstellen" not in tekst and "agenda/stap" not in tekst
    assert (
        "Zet deze vraag erbij" in client.get(url("agenda", overleg.pk) + f"?punt={punt.pk}").content.decode()
    )
    assert Inzage.objects.filter(
        onderwerp="agendapunt", onderwerp_id=punt.pk, user_id=d.mentor.user.pk
    ).exists()
    pad = url("agenda_vraag", overleg.pk, punt.pk)
    assert client.post(pad, {"versie": "1", "vraag": " "}).status_code == 422
    assert client.post(pad, {"versie": "1", "vraag": "Wat zien anderen?"}).status_code == 302
    assert Agendapunt.objects.get(pk=punt.pk).vraag == "Wat zien anderen?"
    assert client.post(pad, {"versie": "2", "vraag": "Anders"}).status_code == 403
    for naam, args in (("agenda_erbij", ()), ("agenda_voorstel", ()), ("agenda_punt", (punt.pk,))):
        gegevens = {
            "leerling": str(d.leerling.pk),
            "onderwerp": "X",
            "vraag": "",
            "minuten": "5",
            "versie": "2",
        }
        assert client.post(url(naam, overleg.pk, *args), gegevens).status_code == 403


def test_een_begonnen_of_afgezegd_overleg(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    punt = maak_punt(d.coordinator, overleg, d.leerling)
    Overleg.objects.filter(pk=overleg.pk).update(status="afgezegd", reden="Ziek")
    client = inloggen(d.coordinator.user)
    antwoord = client.post(
        url("agenda_punt", overleg.pk, punt.pk), {"versie": "1", "vraag": "Toch", "minuten": "5"}
    )
    assert antwoord.status_code == 422 and "gaat niet door" in antwoord.content.decode()
    assert client.post(url("agenda_stap", overleg.pk), {"doe": f"af:{punt.pk}"}).status_code == 422
    assert Agendapunt.objects.get().status == Puntstatus.OPEN


def test_een_sectieoverleg_kent_geen_namen(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    overleg = maak_overleg(
        d.coordinator, soort=Overlegsoort.SECTIE, naam="Sectie Duits", begin=timezone.now() + MORGEN
    )
    client = inloggen(d.coordinator.user)
    tekst = client.get(url("agenda", overleg.pk)).content.decode()
    assert "Hier staan geen namen" in tekst and "Zet een leerling erop" not in tekst
    client.post(
        url("agenda_erbij", overleg.pk), {"leerling": str(d.leerling.pk), "vraag": "", "minuten": "5"}
    )
    assert not Agendapunt.objects.exists()


def test_de_mentor_krijgt_zijn_klas_voorgesteld(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    ander = maak_leerling(d.school, d.klas, roepnaam="Mila")
    buiten = maak_leerling(d.school, maak_klas(d.school, "H4a"), roepnaam="Onbekende")
    overleg = maak_overleg(
        d.mentor, soort=Overlegsoort.LEERLINGBESPREKING, klas=d.klas, begin=timezone.now() + MORGEN, minuten=5
    )
    client = inloggen(d.mentor.user)
    pagina = client.get(url("agenda", overleg.pk))
    assert {v.leerling.pk for v in pagina.context["pagina"].rijen} == {d.leerling.pk, ander.pk}
    tekst = pagina.content.decode()
    assert "10 schoolweken niet besproken" in tekst and tekst.count("Hier houdt de tijd op") == 1
    keuze = {"leerling": [str(d.leerling.pk), str(ander.pk), str(buiten.pk)]}
    client.post(url("agenda_voorstel", overleg.pk), keuze)
    assert sorted(namen(overleg)) == sorted([d.leerling.roepnaam, "Mila"])
    assert "5 minuten meer" in client.get(url("agenda", overleg.pk)).content.decode()


def test_filter_op_reden(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    signaal = dien_in(d.mentor, d.leerling, op=timezone.now())
    beslis(d.coordinator, signaal, Besluit.ZORGOVERLEG, timezone.now(), eigenaar=d.begeleider.user)
    client = inloggen(d.coordinator.user)
    for reden, aantal in (("signaal", 1), ("opp", 0), ("onzin\x00", 0)):
        pagina = client.get(url("agenda", overleg.pk), {"reden": reden})
        assert len(pagina.context["pagina"].rijen) == aantal, reden
    leeg = client.post(url("agenda_voorstel", overleg.pk), {})
    assert leeg.status_code == 422 and "Vink eerst aan" in leeg.content.decode()


def test_de_agenda_groeit_en_vraagt_niet_meer(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    nu = timezone.now()
    overleg = maak_overleg(
        d.mentor, d.coordinator, soort=Overlegsoort.LEERLINGBESPREKING, klas=d.klas, begin=nu + MORGEN
    )
    for _ in range(5):
        maak_leerling(d.school, d.klas)
    for _ in range(2):
        maak_punt(d.mentor, overleg, maak_leerling(d.school, d.klas))
    client = inloggen(d.mentor.user)
    klein = controleer_budget(client, url("agenda", overleg.pk))
    for _ in range(55):
        maak_leerling(d.school, d.klas)
    for _ in range(38):
        maak_punt(d.mentor, overleg, maak_leerling(d.school, d.klas))
    assert controleer_budget(client, url("agenda", overleg.pk)) == klein
    punt = Agendapunt.objects.first()
    assert punt is not None
    controleer_budget(client, url("agenda", overleg.pk) + f"?punt={punt.pk}")
    pagina = client.get(url("agenda", overleg.pk))
    assert len(pagina.context["rijen"]) == 40 and len(pagina.context["pagina"].rijen) == 8


def test_het_paneel_leidt_naar_de_agenda(nu_decor: Decor, overleg: Overleg, inloggen: Any) -> None:
    d = nu_decor
    maak_punt(d.coordinator, overleg, d.leerling, vraag="")
    for wie, woord in ((d.coordinator, "Maak de agenda"), (d.mentor, "Bekijk de agenda")):
        tekst = inloggen(wie.user).get(url("overleg", overleg.pk)).content.decode()
        assert woord in tekst and "Nog 1 zonder vraag." in tekst
    overleg_beginnen(door=d.coordinator, pk=overleg.pk, versie=overleg.versie, op=timezone.now())
    tekst = inloggen(d.coordinator.user).get(url("overleg", overleg.pk)).content.decode()
    assert url("vooraf", overleg.pk) not in tekst
