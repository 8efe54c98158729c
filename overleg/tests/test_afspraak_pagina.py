"""One agreement on its page: later, to somebody else, other words, two people at once; and a new one without a meeting."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from leerlingen.models import Contactpersoon
from ondersteuning.models import Traject
from overleg.models import Afspraak, Afspraakstap
from overleg.tests.overleghulp import maak_partner
from overleg.tests.test_afspraak_lijst import maak, tik
from zorgapp.accounts.models import Instelling, Inzage, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek


def post(client: Any, naam: str, rij: Afspraak, versie: int = 1, **velden: Any) -> Any:
    return client.post(reverse(f"overleg:afspraak_{naam}", args=[rij.pk]), {"versie": versie, **velden})


def schooldag(dag: date, minstens: int) -> date:
    """The first Monday to Friday that many days after `dag`."""
    dag += timedelta(days=minstens)
    return dag + timedelta(days=max(0, 7 - dag.weekday()) if dag.weekday() > 4 else 0)


def test_uitstellen_met_reden_staat_in_de_geschiedenis(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client, later = inloggen(nu_decor.begeleider.user), schooldag(nu_decor.mentor.dag, 9)
    for velden in ({"klaar": later.isoformat()}, {"reden": "Ziek"}, {"klaar": "gisteren", "reden": "Ziek"}):
        assert post(client, "later", rij, **velden).status_code == 422
    vroeger = post(
        client, "later", rij, klaar="datum", klaar_op=nu_decor.mentor.dag.isoformat(), reden="Ziek"
    )
    assert vroeger.status_code == 422 and "na de datum die er stond" in vroeger.content.decode()
    assert (
        post(client, "later", rij, klaar="datum", klaar_op=later.isoformat(), reden="Ziek").status_code == 302
    )
    rij.refresh_from_db()
    pagina = client.get(reverse("overleg:afspraak", args=[rij.pk])).content.decode()
    assert (
        rij.klaar_op == later
        and "Uitgesteld tot" in pagina
        and "Ziek" in pagina
        and "1 keer uitgesteld" in pagina
    )


def test_een_getypte_vrije_dag(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client, vrij = inloggen(nu_decor.begeleider.user), schooldag(nu_decor.mentor.dag, 9)
    Vrijedag.objects.create(school=nu_decor.school, naam="Studiedag", van=vrij, tot=vrij)
    velden = {"klaar": "datum", "klaar_op": vrij.isoformat(), "reden": "Later"}
    zet = Instelling.objects.create(
        school=nu_decor.school,
        sleutel="afspraak_vrij",
        waarde=0,
        geldig_vanaf=date(2020, 1, 1),
        door=nu_decor.mentor.user,
    )
    geweigerd = post(client, "later", rij, **velden)
    assert geweigerd.status_code == 422 and "Kies een schooldag." in geweigerd.content.decode()
    zet.delete()
    goed = client.get(post(client, "later", rij, **velden)["Location"]).content.decode()
    assert goed.count("vrije dag. De eerste schooldag daarna is") == 2  # told once, and it stays on the page


def test_overdragen_en_wie_dat_niet_kan(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client = inloggen(nu_decor.begeleider.user)
    for naar in ("", "999999", nu_decor.begeleider.user.pk):
        assert post(client, "overdragen", rij, naar=naar).status_code == 422
    assert (
        post(client, "overdragen", rij, naar=nu_decor.mentor.user.pk, reden="Ziet hem elke dag").status_code
        == 302
    )
    rij.refresh_from_db()
    assert rij.eigenaar_id == nu_decor.mentor.user.pk
    assert client.get(reverse("overleg:afspraak", args=[rij.pk])).status_code == 404  # no longer his


def test_twee_mensen_zien_beide_teksten(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.coordinator, "Belt moeder", 1)
    client = inloggen(nu_decor.coordinator.user)
    assert post(client, "wijzigen", rij, wat="Belt vader").status_code == 302
    oud = post(client, "wijzigen", rij, wat="Belt oma")
    tekst = oud.content.decode()
    assert oud.status_code == 409 and "Belt vader</h1>" in tekst and 'value="Belt oma"' in tekst
    assert 'name="versie" value="2"' in tekst
    assert "Er stond: Belt moeder" in tekst
    tik(client, rij, "gelukt", versie=2)
    dicht = post(client, "wijzigen", rij, versie=2, wat="Belt oma")
    assert dicht.status_code == 409 and "‘Belt oma’" in dicht.content.decode()
    rij.refresh_from_db()
    assert rij.wat == "Belt vader"


def test_wie_niet_mag_wijzigen(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    assert post(inloggen(nu_decor.begeleider.user), "wijzigen", rij, wat="Anders").status_code == 403
    assert post(inloggen(nu_decor.mentor.user), "wijzigen", rij, wat="Anders").status_code == 404


def test_naam_voor_de_eigenaar_en_het_dossier_alleen_voor_wie_mag(nu_decor: Decor, inloggen: Any) -> None:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag)
    rij = maak(nu_decor, docent, "Geeft extra tijd", 1)
    pad, dossier = (
        reverse("overleg:afspraak", args=[rij.pk]),
        reverse("web:leerling", args=[nu_decor.leerling.pk]),
    )
    pagina = inloggen(docent.user).get(pad).content.decode()
    assert nu_decor.leerling.naam in pagina and dossier not in pagina and "<title>Afspraak" in pagina
    assert Inzage.objects.filter(user_id=docent.user.pk, onderwerp="afspraak", onderwerp_id=rij.pk).exists()
    maak_les(nu_decor.school, docent.user, nu_decor.leerling, van=date(2020, 8, 1))
    assert dossier in inloggen(docent.user).get(pad).content.decode()


def nieuw(decor: Decor, client: Any, **velden: Any) -> Any:
    standaard = {
        "sleutel": uuid.uuid4(),
        "wat": "Belt moeder.",
        "wie": decor.mentor.user.pk,
        "klaar": schooldag(decor.mentor.dag, 7).isoformat(),
    }
    return client.post(
        f"{reverse('overleg:afspraak_nieuw')}?leerling={decor.leerling.pk}", standaard | velden
    )


@pytest.mark.regel(60)
def test_een_afspraak_zonder_overleg(nu_decor: Decor, inloggen: Any) -> None:
    client, sleutel = inloggen(nu_decor.mentor.user), uuid.uuid4()
    for _ in range(2):  # sent twice
        assert nieuw(nu_decor, client, sleutel=sleutel).status_code == 302
    rij = Afspraak.objects.get()
    assert (rij.eigenaar_id, rij.leerling_id, rij.overleg_id) == (
        nu_decor.mentor.user.pk,
        nu_decor.leerling.pk,
        None,
    )
    pagina = client.get(reverse("web:leerling_naast", args=[nu_decor.leerling.pk])).content.decode()
    assert "Belt moeder." in pagina and "Nieuwe afspraak" in pagina
    tijdlijn = client.get(
        f"{reverse('web:leerling', args=[nu_decor.leerling.pk])}?soort=afspraak"
    ).content.decode()
    assert "Afspraak gemaakt" in tijdlijn and "Belt moeder." in tijdlijn


@pytest.mark.parametrize(
    "fout",
    [
        {"wat": ""},
        {"wat": "x" * 201},
        {"wat": "a\x00b"},
        {"wie": ""},
        {"wie": "999999999999"},
        {"wie": "anders", "eigenaar_naam": "Bestaat Niet"},
        {"klaar": "2001-01-01"},
        {"klaar": "datum"},
        {"klaar": "datum", "klaar_op": "31-02-2027"},
        {"klaar": "9999-12-31"},
        {"uitvoerder": "ouder"},
        {"uitvoerder": "extern", "partner": "1"},
        {"uitvoerder": "niemand"},
        {"sleutel": "geen"},
    ],
)
def test_een_weigering_verandert_niets(nu_decor: Decor, inloggen: Any, fout: dict[str, Any]) -> None:
    antwoord = nieuw(nu_decor, inloggen(nu_decor.mentor.user), **fout)
    assert antwoord.status_code == 422 and "z-fout" in antwoord.content.decode()
    assert not Afspraak.objects.exists()


def test_een_ouder_of_partner_doet_het_en_een_collega_houdt_het_bij(nu_decor: Decor, inloggen: Any) -> None:
    moeder = Contactpersoon.objects.create(
        school=nu_decor.school, leerling=nu_decor.leerling, naam="M. Bakker", relatie="moeder"
    )
    partner, client = maak_partner(nu_decor.school), inloggen(nu_decor.coordinator.user)
    assert nieuw(nu_decor, client, uitvoerder="ouder", contact=moeder.pk).status_code == 302
    assert nieuw(nu_decor, client, uitvoerder="extern", partner=partner.pk).status_code == 302
    assert nieuw(nu_decor, client, uitvoerder="leerling").status_code == 302
    assert set(Afspraak.objects.values_list("eigenaar_id", "uitvoerder")) == {
        (nu_decor.mentor.user.pk, doet) for doet in ("ouder", "extern", "leerling")
    }
    lijst = inloggen(nu_decor.mentor.user).get(reverse("overleg:afspraken")).content.decode()
    assert (
        "moeder doet het, jij houdt het bij" in lijst
        and "Jeugdteam doet het" in lijst
        and "M. Bakker" not in lijst
    )


def test_wie_een_afspraak_mag_maken(nu_decor: Decor, inloggen: Any) -> None:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag)
    maak_les(nu_decor.school, docent.user, nu_decor.leerling, van=date(2020, 8, 1))
    assert nieuw(nu_decor, inloggen(docent.user)).status_code == 403
    assert nieuw(nu_decor, inloggen(nu_decor.begeleider.user)).status_code == 404  # not his pupil
    Traject.objects.create(
        school=nu_decor.school,
        leerling=nu_decor.leerling,
        titel="Lezen",
        lijn=1,
        domein="leer",
        hulpvraag="Tempo",
        onderwijsbehoeften="Tijd",
        regievoerder=docent.user,
        start=docent.dag,
        evaluatie_op=docent.dag,
        gemaakt_door=docent.user,
    )
    assert nieuw(nu_decor, inloggen(docent.user)).status_code == 302  # who has the regie
    paden = {"987654": 404, "x": 200, "9" * 21: 200}  # what is no number of a row: choose a pupil first
    for pad, status in paden.items():
        vorm = reverse("overleg:afspraak_nieuw") + f"?leerling={pad}"
        assert inloggen(docent.user).get(vorm).status_code == status


def test_heropenen_en_niets_gaat_weg(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client = inloggen(nu_decor.begeleider.user)
    tik(client, rij, "niet_nodig")
    assert "Open weer" in client.get(reverse("overleg:afspraak", args=[rij.pk])).content.decode()
    assert (
        post(client, "later", rij, versie=2, klaar="datum", klaar_op="2030-01-02", reden="x").status_code
        == 422
    )
    tik(client, rij, "open", versie=2)
    rij.refresh_from_db()
    assert rij.stand == "open"
    assert list(Afspraakstap.objects.filter(afspraak=rij).values_list("daad", flat=True)) == [
        "gemaakt",
        "stand",
        "heropend",
    ]


def test_een_oude_of_vreemde_link(nu_decor: Decor, client: Any, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    pad = reverse("overleg:afspraak", args=[rij.pk])
    antwoord = client.get(pad)
    assert antwoord.status_code == 302 and antwoord["Location"].endswith(f"?next={pad}")
    vreemd = inloggen(nu_decor.mentor.user).get(pad)
    assert vreemd.status_code == 404 and 'href="/"' in vreemd.content.decode()
