"""The page Afspraken: filters that stay in the address, groups, one tap with and without a script, and Herstel."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from overleg.models import Afspraak, Afspraakstap
from overleg.services.afspraak import Afspraakgegevens, afspraak_los_maken
from overleg.tests.overleghulp import begin, maak_overleg, maak_punt
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_klas, maak_leerling, maak_werkplek

LIJST = reverse("overleg:afspraken")
TIK = reverse("overleg:afspraak_tik")
HTMX = {"HX-Request": "true"}


def maak(decor: Decor, eigenaar: Werkplek, wat: str, dagen: int, **velden: Any) -> Afspraak:
    """A loose agreement about the pupil; a date before today is set afterwards."""
    leerling = velden.pop("leerling", decor.leerling)
    rij = afspraak_los_maken(
        door=decor.coordinator,
        leerling=leerling,
        gegevens=Afspraakgegevens(
            wat, eigenaar.user, decor.coordinator.dag + timedelta(days=max(dagen, 0)), **velden
        ),
        sleutel=uuid.uuid4(),
        op=NU,
    )
    if dagen < 0:
        Afspraak.objects.filter(pk=rij.pk).update(klaar_op=decor.coordinator.dag + timedelta(days=dagen))
    return rij


def tekst(client: Any, vraag: str = "") -> str:
    antwoord = client.get(f"{LIJST}{vraag}")
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def tik(client: Any, rij: Afspraak, stand: str, versie: int = 1, **extra: Any) -> Any:
    velden = {"tik": f"{rij.pk}:{versie}:{stand}", "uit": extra.pop("uit", "")}
    return client.post(TIK, velden, **extra)


def test_eigen_lijst_in_groepen(nu_decor: Decor, inloggen: Any) -> None:
    ik = nu_decor.begeleider
    maak(nu_decor, ik, "Te laat ding", -2)
    maak(nu_decor, ik, "Ding van vandaag", 0)
    maak(nu_decor, ik, "Ding voor later", 30)
    maak(nu_decor, nu_decor.mentor, "Van een ander", 0)
    pagina = tekst(inloggen(ik.user))
    volgorde = [
        pagina.index(w)
        for w in ("Over tijd</h2>", "Te laat ding", "Vandaag</h2>", "Ding van vandaag", "Later</h2>")
    ]
    assert volgorde == sorted(volgorde) and "Van een ander" not in pagina
    assert (
        "1 afspraak van jou over tijd" in pagina and " te laat</span>" in pagina
    )  # the red count of the menu


def test_filters_in_het_adres(nu_decor: Decor, inloggen: Any) -> None:
    ik = nu_decor.begeleider
    laat, straks = maak(nu_decor, ik, "Te laat ding", -2), maak(nu_decor, ik, "Straks ding", 3)
    client = inloggen(ik.user)
    alleen_laat = tekst(client, "?toon=te_laat")
    assert "Te laat ding" in alleen_laat and "Straks ding" not in alleen_laat
    assert 'name="uit" value="toon=te_laat"' in alleen_laat and "toon=te_laat&amp;" not in alleen_laat
    tik(client, laat, "gelukt")
    klaar = tekst(client, "?toon=klaar")
    assert "Te laat ding" in klaar and straks.wat not in klaar
    for raar in (
        "?toon=zomaar",
        "?wie=niemand",
        "?wie=%00",
        "?overleg=abc",
        "?p=999999",
        f"?overleg={'9' * 40}",
    ):
        assert "Straks ding" in tekst(client, raar) or "Geen open" in tekst(client, raar)


def test_per_overleg_en_een_vreemd_overleg(nu_decor: Decor, inloggen: Any) -> None:
    overleg = maak_overleg(nu_decor.coordinator, nu_decor.begeleider)
    punt = maak_punt(nu_decor.coordinator, overleg, nu_decor.leerling)
    begin(nu_decor.coordinator, overleg)
    from_overleg = Afspraak.objects.create(
        school=nu_decor.school,
        overleg=overleg,
        punt=punt,
        leerling=nu_decor.leerling,
        wat="Uit dit overleg",
        eigenaar=nu_decor.mentor.user,
        klaar_op=nu_decor.mentor.dag,
        gemaakt_door=nu_decor.mentor.user,
        sleutel=uuid.uuid4(),
    )
    maak(nu_decor, nu_decor.begeleider, "Los ding", 1)
    client = inloggen(nu_decor.begeleider.user)
    pagina = tekst(client, f"?overleg={overleg.pk}")
    assert from_overleg.wat in pagina and "Los ding" not in pagina
    assert from_overleg.wat not in tekst(client, f"?overleg={overleg.pk}&wie=mijn")
    # choosing a meeting keeps whose: the form carries it, and leaves it out when a meeting is for everybody
    wie = '<input type="hidden" name="wie" value="{}">'
    assert wie.format("team") in tekst(client, "?wie=team") and 'name="wie"' not in tekst(client)
    assert (
        wie.format("mijn") in tekst(client, f"?overleg={overleg.pk}&wie=mijn") and 'name="wie"' not in pagina
    )
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag)
    assert inloggen(docent.user).get(f"{LIJST}?overleg={overleg.pk}").status_code == 404


def test_mijn_team_is_nooit_meer_dan_je_mag_zien(nu_decor: Decor, inloggen: Any) -> None:
    ander = maak_leerling(nu_decor.school, maak_klas(nu_decor.school, naam="V4a"))
    maak(nu_decor, nu_decor.coordinator, "Over zijn leerling", 2)
    maak(nu_decor, nu_decor.begeleider, "Over een andere leerling", 2, leerling=ander)
    maak(nu_decor, nu_decor.mentor, "Van de mentor zelf", 2)
    coordinator = tekst(inloggen(nu_decor.coordinator.user), "?wie=team")
    assert "Over zijn leerling" in coordinator and "Over een andere leerling" in coordinator
    # a loose agreement of two others: the mentor was not in on it
    mentor = tekst(inloggen(nu_decor.mentor.user), "?wie=team")
    assert "Van de mentor zelf" in mentor and "Over" not in mentor.split("data-lijst")[1].split("</form>")[
        0
    ].replace("Over tijd", "")
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag)
    assert "Mijn team" not in tekst(inloggen(docent.user), "?wie=team")


def test_van_niemand_ziet_de_coordinator(nu_decor: Decor, inloggen: Any) -> None:
    maak(nu_decor, nu_decor.begeleider, "Zonder eigenaar", 2)
    client = inloggen(nu_decor.coordinator.user)
    assert "Zonder eigenaar" not in tekst(client, "?wie=niemand")
    Aanstelling.objects.filter(user=nu_decor.begeleider.user).update(
        tot=nu_decor.mentor.dag - timedelta(days=1)
    )
    pagina = tekst(client, "?wie=niemand")
    assert "Zonder eigenaar" in pagina and '<span class="z-n">1</span>' in pagina


@pytest.mark.regel(60)
def test_een_tik_met_en_zonder_script(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client = inloggen(nu_decor.begeleider.user)
    deel = tik(client, rij, "loopt", headers=HTMX)
    assert deel.status_code == 200 and 'aria-pressed="true">Loopt' in deel.content.decode()
    assert "Herstel</button>" in deel.content.decode() and "<html" not in deel.content.decode()
    terug = tik(client, rij, "niet_nodig", versie=2, uit="toon=te_laat&wie=vreemd")
    assert terug.status_code == 302 and terug["Location"] == f"{LIJST}?toon=te_laat"
    rij.refresh_from_db()
    assert rij.stand == "niet_nodig" and rij.afgerond_op
    assert "Herstel</button>" in client.get(terug["Location"]).content.decode()


def test_een_tweede_tik_verandert_niets(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client = inloggen(nu_decor.begeleider.user)
    for _ in range(2):
        assert tik(client, rij, "gelukt", headers=HTMX).status_code == 200
    rij.refresh_from_db()
    assert rij.versie == 2 and Afspraakstap.objects.filter(afspraak=rij).count() == 2


def test_twee_mensen_tegelijk_zien_wat_er_staat(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    tik(inloggen(nu_decor.coordinator.user), rij, "lukt_niet")
    deel = tik(inloggen(nu_decor.begeleider.user), rij, "gelukt", headers=HTMX)
    assert deel.status_code == 422 and "Een collega deed hier net iets mee" in deel.content.decode()
    assert 'aria-pressed="true">Lukt niet' in deel.content.decode()
    rij.refresh_from_db()
    assert rij.stand == "lukt_niet"


def test_herstel_draait_het_laatste_terug(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    client = inloggen(nu_decor.begeleider.user)
    tik(client, rij, "loopt")
    tik(client, rij, "gelukt", versie=2)
    assert tik(client, rij, "herstel", versie=3, headers=HTMX).status_code == 200
    rij.refresh_from_db()
    assert (rij.stand, rij.afgerond_op, rij.versie) == ("loopt", None, 4)
    assert tik(client, rij, "herstel", versie=3, headers=HTMX).status_code == 422  # pressed again
    client.post(reverse("overleg:afspraak_herstel", args=[rij.pk, 4]))
    rij.refresh_from_db()
    assert rij.stand == "gelukt" and rij.versie == 5


def test_wat_nooit_gezegd_is_valt_niet_te_herstellen(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    deel = tik(inloggen(nu_decor.begeleider.user), rij, "herstel", headers=HTMX)
    assert deel.status_code == 422 and "niets aan te herstellen" in deel.content.decode()


@pytest.mark.parametrize(
    "wat", ["", "1", "x:1:gelukt", "1:1:zomaar", "1:1:gelukt\x00", f"{'9' * 30}:1:gelukt"]
)
def test_een_verminkte_tik_is_een_zin(nu_decor: Decor, inloggen: Any, wat: str) -> None:
    client = inloggen(nu_decor.begeleider.user)
    antwoord = client.post(TIK, {"tik": wat}, follow=True)
    assert antwoord.status_code == 200 and "z-melding is-rood" in antwoord.content.decode()


def test_van_een_ander_is_404_en_meekijken_is_geen_tikken(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 1)
    assert tik(inloggen(nu_decor.mentor.user), rij, "gelukt").status_code == 404
    assert tik(inloggen(nu_decor.mentor.user), rij, "gelukt", versie=10**8).status_code == 404
    rij.refresh_from_db()
    assert rij.versie == 1


def test_het_rode_getal_klopt_op_elke_pagina(nu_decor: Decor, inloggen: Any) -> None:
    een, twee = (maak(nu_decor, nu_decor.mentor, f"Te laat {n}", -1) for n in range(2))
    client = inloggen(nu_decor.mentor.user)

    def rood(pad: str) -> str:
        return client.get(pad).content.decode().split('class="z-tel is-rood">')[1].split("<")[0]

    ander = reverse("web:leerlingen")  # does not count itself
    assert rood(ander) == rood(LIJST) == "2"
    tik(client, een, "gelukt")
    assert rood(ander) == "1"
    Afspraak.objects.filter(pk=twee.pk).update(eigenaar=nu_decor.begeleider.user)  # by somebody else
    assert "is-rood" not in client.get(LIJST).content.decode()
    assert 'class="z-tel is-rood">' not in client.get(ander).content.decode()
