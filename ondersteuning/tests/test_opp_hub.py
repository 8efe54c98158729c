"""The page of an OPP: what each reader gets, the checklist with its links, statements, and bad input."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Contactpersoon
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Opp, OppVersie
from ondersteuning.opphub import Hub, lees_hub
from ondersteuning.tests.opphulp import (
    antwoord,
    begin_opp,
    concept_van,
    leg_voor,
    maak_compleet,
    schrijf,
    zet_afwijking,
    zet_doel,
    zet_evaluatie,
    zet_hoorrecht,
    zet_inbreng,
    zet_overleg,
    zet_vast,
)
from zorgapp.accounts.models import Afdeling, Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget, statements


def pad(naam: str, *args: Any) -> str:
    return reverse(f"ondersteuning:{naam}", args=args)


def lees(client: Any, naam: str, *args: Any) -> str:
    antwoord = client.get(pad(naam, *args))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def docent_van(decor: Decor) -> Werkplek:
    docent = maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    return docent


def teamleider_van(decor: Decor) -> Werkplek:
    afdeling = Afdeling.objects.create(school=decor.school, naam="Onderbouw")
    type(decor.klas).objects.filter(pk=decor.klas.pk).update(afdeling=afdeling)
    return maak_werkplek(decor.school, Rol.TEAMLEIDER, decor.coordinator.dag, afdeling=afdeling)


def test_wat_er_mist_met_de_weg_erheen(nu_decor: Decor, inloggen: Any) -> None:
    """A new OPP: how much is still to do, the rule with its article, and for the coordinator the page where he does it."""
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    tekst = lees(inloggen(nu_decor.coordinator.user), "opp", opp.pk)
    assert "te doen voor je kunt vaststellen" in tekst and "WVO 2020 art. 2.44" in tekst
    for scherm in ("perspectief", "handelingsdeel"):
        assert pad("opp_scherm", opp.pk, scherm) in tekst
    assert pad("opp_horen", opp.pk) in tekst
    assert pad("opp_vaststellen", opp.pk) not in tekst
    mentor = lees(inloggen(nu_decor.mentor.user), "opp", opp.pk)
    assert pad("opp_scherm", opp.pk, "perspectief") not in mentor and pad("opp_horen", opp.pk) in mentor
    assert pad("opp_beheer", opp.pk) not in mentor


def test_vaststellen_in_de_browser(nu_decor: Decor, inloggen: Any) -> None:
    """The button, the confirmation with the way back, and Herstel."""
    opp = maak_compleet(nu_decor, timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    nu = concept_van(opp)
    tekst = lees(client, "opp", opp.pk)
    assert "kan worden vastgesteld" in tekst and pad("opp_vaststellen", opp.pk) in tekst
    data = {"nummer": nu.nummer, "versie": nu.versie, "evaluatie_op": ""}
    assert client.post(pad("opp_vaststellen", opp.pk), data).status_code == 302
    na = lees(client, "opp", opp.pk)
    assert "Versie 1 is vastgesteld" in na and pad("opp_vaststellen_herstel", opp.pk) in na
    assert "Nog geen akkoord" in na and "Geschillencommissie" in na
    assert client.post(pad("opp_vaststellen", opp.pk), data).status_code == 409
    client.post(pad("opp_vaststellen_herstel", opp.pk))
    opp.refresh_from_db()
    assert opp.status == "concept"


@pytest.mark.parametrize(
    ("velden", "status"),
    [
        ({"versie": "99"}, 409),
        ({"versie": "x"}, 422),
        ({"nummer": "9" * 30}, 422),
        ({"evaluatie_op": "2026-13-45"}, 422),
        ({"evaluatie_op": "1999-01-01"}, 422),
        ({"evaluatie_op": "2099-01-01"}, 422),
        ({"evaluatie_op": "\x00"}, 422),
    ],
)
def test_verkeerde_invoer(nu_decor: Decor, inloggen: Any, velden: dict[str, str], status: int) -> None:
    opp = maak_compleet(nu_decor, timezone.now())
    nu = concept_van(opp)
    data = {"nummer": nu.nummer, "versie": nu.versie, "evaluatie_op": ""} | velden
    assert (
        inloggen(nu_decor.coordinator.user).post(pad("opp_vaststellen", opp.pk), data).status_code == status
    )
    assert concept_van(opp).pk == nu.pk


def test_een_verzonnen_nummer(nu_decor: Decor, inloggen: Any) -> None:
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    for nummer in (0, 10**18, 10**30):
        for naam in ("opp", "opp_lezen", "opp_beheer"):
            assert client.get(pad(naam, nummer)).status_code == 404
        assert client.post(pad("opp_bijstellen", nummer)).status_code == 404
    assert client.get(pad("opp_lezen", opp.pk) + "?versie=77").status_code == 404
    assert client.get(pad("opp_lezen", opp.pk) + "?versie=" + "9" * 40).status_code == 404


@pytest.mark.regel(40)
def test_een_docent_leest_alleen_wat_hij_doet(nu_decor: Decor, inloggen: Any) -> None:
    """Nothing of a draft; of what is in force the handelingsdeel, not the picture, the words of the pupil or the parents."""
    opp = maak_compleet(
        nu_decor, timezone.now(), beeld_thuis="Vader is ziek.", behoefte_docent="Een rustig begin."
    )
    docent = docent_van(nu_decor)
    client = inloggen(docent.user)
    assert "Een rustig begin." not in lees(client, "opp", opp.pk)
    zet_afwijking(concept_van(opp), grondslag="Verklaring van de arts")
    zet_vast(opp, nu_decor.coordinator)
    tekst = lees(client, "opp", opp.pk)
    assert "Een rustig begin." in tekst and "Hij leest een tekst" in tekst and "geen Frans" in tekst
    for niet in (
        "Vader is ziek.",
        "van de arts",
        "Ik wil gewoon weten",
        "Marit",
        "Wat de wet vraagt",
        "Veel tekst",
    ):
        assert niet not in tekst
    for deel in (pad("opp_lezen", opp.pk), pad("opp_paneel", opp.pk, "horen")):
        assert client.get(deel).status_code == 404
    assert Inzage.objects.filter(user_id=docent.user.pk, onderwerp="opp").exists()


@pytest.mark.regel(40)
def test_een_teamleider_leest_zonder_namen(nu_decor: Decor, inloggen: Any) -> None:
    opp = maak_compleet(nu_decor, timezone.now())
    [verzoek] = leg_voor(concept_van(opp), nu_decor.coordinator, Contactpersoon.objects.get())
    antwoord(verzoek, nu_decor.coordinator, akkoord=False)
    teamleider = teamleider_van(nu_decor)
    hub = lees_hub(teamleider, opp.pk)
    assert isinstance(hub, Hub) and not hub.mag.schrijven
    tekst = lees(inloggen(teamleider.user), "opp", opp.pk)
    assert "een ouder zegt nee" in tekst and "Marit" not in tekst
    assert "<form" not in tekst.split('id="inhoud"')[1]
    assert "Marit Bakker zegt nee" in lees(inloggen(nu_decor.mentor.user), "opp", opp.pk)


def test_lege_delen_vallen_weg(nu_decor: Decor, inloggen: Any) -> None:
    opp = maak_compleet(nu_decor, timezone.now())
    client = inloggen(nu_decor.mentor.user)
    tekst = lees(client, "opp_lezen", opp.pk)
    assert "Veel tekst tegelijk." in tekst and "Hoe gaat het nu" not in tekst
    schrijf(nu_decor.coordinator, opp, timezone.now(), beeld_leren="Leest langzaam.")
    na = lees(client, "opp_lezen", opp.pk)
    assert "Hoe gaat het nu" in na and "Leest langzaam." in na
    assert na.index("Ik wil gewoon weten") < na.index("Hoe gaat het nu")


@pytest.mark.regel(45)
def test_een_bezoek_is_een_regel(nu_decor: Decor, inloggen: Any) -> None:
    """The parts that the page fetches itself are the same look; without its proof they are one of their own."""
    opp = maak_compleet(nu_decor, timezone.now())
    client = inloggen(nu_decor.mentor.user)
    tekst = lees(client, "opp", opp.pk)
    bewijs = tekst.split("?b=")[1].split('"')[0]
    client.get(pad("opp_paneel", opp.pk, "horen") + f"?b={bewijs}")
    client.get(pad("opp_lezen", opp.pk) + f"?b={bewijs}")
    assert Inzage.objects.filter(onderwerp="opp").count() == 1
    client.get(pad("opp_lezen", opp.pk) + "?b=vals")
    assert Inzage.objects.filter(onderwerp="opp").count() == 2


def test_statements_groeien_niet_mee(nu_decor: Decor, inloggen: Any) -> None:
    """At most 15, as many for an OPP of one version as for one of six with everything in it; below 20 kB."""
    d, nu = nu_decor, timezone.now()
    opp = maak_compleet(d, nu)
    paden = [pad("opp", opp.pk), pad("opp_lezen", opp.pk), pad("opp_beheer", opp.pk)]
    client = inloggen(d.coordinator.user)
    contact = Contactpersoon.objects.get()
    leg_voor(concept_van(opp), d.coordinator, contact)
    weinig = [controleer_budget(client, p) for p in paden]
    for ronde in range(2, 7):
        vorige = zet_vast(opp, d.coordinator)
        zet_evaluatie(opp, vorige, d.coordinator)
        versie = OppVersie.objects.create(
            school=d.school,
            opp=opp,
            nummer=ronde,
            ronde=ronde,
            gemaakt_door=d.coordinator.user,
            gewijzigd_door=d.coordinator.user,
            **vorige.inhoud(),
        )
        for _ in range(4):
            zet_doel(versie, d.coordinator.dag)
            zet_afwijking(versie)
        recht = zet_hoorrecht(opp, d.coordinator, ronde=ronde)
        zet_inbreng(recht, d.coordinator, "Nog iets.")
        zet_overleg(versie, d.coordinator, contact, op=nu - timedelta(hours=1))
        extra = maak_contact(d.leerling, naam=f"Ouder {ronde}", huishouden=2)
        [verzoek, *_] = leg_voor(versie, d.coordinator, contact, extra)
        antwoord(verzoek, d.coordinator)
    assert [controleer_budget(client, p) for p in paden] == weinig
    for p in paden:
        assert len(client.get(p).content) < 20_000
    mentor = inloggen(d.mentor.user)
    for p in paden[:2]:
        controleer_budget(mentor, p)
    fragment = pad("opp_paneel", opp.pk, "horen")
    _, gesteld = statements(mentor, fragment, headers={"HX-Request": "true"})
    assert gesteld.total() <= 15


def test_afsluiten_en_opsteller_in_de_browser(nu_decor: Decor, inloggen: Any) -> None:
    opp = maak_compleet(nu_decor, timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    opsteller, dicht = pad("opp_opsteller", opp.pk), pad("opp_afsluiten", opp.pk)
    vreemd = maak_werkplek(nu_decor.school, Rol.MENTOR, nu_decor.coordinator.dag, "Vera")
    assert client.post(opsteller, {"versie": 1, "naar": vreemd.user.pk}).status_code == 422
    assert client.post(opsteller, {"versie": 1, "naar": nu_decor.mentor.user.pk}).status_code == 302
    assert client.post(opsteller, {"versie": 1, "naar": nu_decor.coordinator.user.pk}).status_code == 409
    opp.refresh_from_db()
    assert opp.opsteller == nu_decor.mentor.user
    dag = nu_decor.coordinator.dag
    goed = {"versie": opp.versie, "einddatum": dag.isoformat(), "reden": "Het lukt nu zelf."}
    morgen = (dag + timedelta(days=1)).isoformat()
    for fout in ({"reden": " "}, {"einddatum": "x"}, {"einddatum": morgen}, {"versie": "9" * 30}):
        assert client.post(dicht, goed | fout).status_code == 422
    assert client.post(dicht, goed | {"versie": 1}).status_code == 409
    assert client.post(dicht, goed).status_code == 302
    assert client.post(dicht, goed).status_code == 409
    tekst = lees(client, "opp", opp.pk)
    assert "Afgesloten op" in tekst and "Het lukt nu zelf." in tekst
    assert "<form" not in tekst.split('id="inhoud"')[1] and "Wat de wet vraagt" not in tekst
    assert Opp.objects.get().einddatum == dag
