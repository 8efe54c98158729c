"""Minutes of two typists: through the service and the views nothing is lost, and what cannot be kept stays with its writer."""

import json
from collections import Counter
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondersteuning.workflow import StapNietToegestaan
from overleg.loop import Stap
from overleg.models import Agendapunt, Overleg, Verslagdeel
from overleg.naamvrij import herkenbaar
from overleg.services.notulen import Bewaard, Geschreven, notulen_bewaren
from overleg.services.overleg import stap_zetten
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_overleg, maak_punt
from overleg.tests.test_live import bezig, url  # noqa: F401  the fixture
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU, maak_leerling

Zaak = tuple[Overleg, Agendapunt]


def bewaar(door: Werkplek, zaak: Zaak, tekst: str, basis: str = "", kwijt: tuple[str, ...] = ()) -> Bewaard:
    overleg, punt = zaak
    return notulen_bewaren(
        door=door,
        overleg_id=overleg.pk,
        punt_id=punt.pk,
        notulen=Geschreven(tekst, basis, kwijt),
        op=timezone.now(),
    )


def staat(zaak: Zaak) -> str:
    return Verslagdeel.objects.get(punt=zaak[1]).tekst


def test_twee_schrijvers_om_de_beurt(nu_decor: Decor, bezig: Zaak) -> None:  # noqa: F811
    d = nu_decor
    bewaar(d.begeleider, bezig, "Moeder werkt vroeg.")
    uit = bewaar(d.coordinator, bezig, "Eerst ritme.")
    assert staat(bezig) == "Moeder werkt vroeg. Eerst ritme."
    assert (uit.ander, uit.botste, uit.deel.versie) == ("Ruben", False, 2)
    bewaar(d.begeleider, bezig, "Moeder werkt dinsdag vroeg.", "Moeder werkt vroeg.")
    assert staat(bezig) == "Moeder werkt dinsdag vroeg. Eerst ritme."
    botst = bewaar(
        d.coordinator,
        bezig,
        "Moeder werkt altijd vroeg. Eerst ritme.",
        "Moeder werkt vroeg. Eerst ritme.",
    )
    assert botst.botste and "altijd" in staat(bezig) and "[Ruben schreef hier:]" in staat(bezig)


def test_een_antwoord_dat_wegviel_staat_er_niet_twee_keer(nu_decor: Decor, bezig: Zaak) -> None:  # noqa: F811
    d = nu_decor
    bewaar(d.begeleider, bezig, "Een.")
    bewaar(d.begeleider, bezig, "Een. Twee", "Een.")  # arrived, but its answer got lost
    bewaar(d.coordinator, bezig, "Een. Twee\nVan Angelica.", "Een. Twee")
    bewaar(d.begeleider, bezig, "Een. Twee drie.", "Een.", ("Een. Twee",))
    assert Counter(staat(bezig).split())["Een."] == 1 and Counter(staat(bezig).split())["Twee"] == 1
    assert "drie." in staat(bezig) and "Van Angelica." in staat(bezig)
    was = Verslagdeel.objects.get(punt=bezig[1])
    bewaar(d.begeleider, bezig, was.tekst, was.tekst)
    assert Verslagdeel.objects.get(punt=bezig[1]).versie == was.versie


WOORD = st.text(alphabet="abc", min_size=2, max_size=3)
DAAD = st.tuples(st.booleans(), WOORD, st.integers(0, 8), st.booleans())


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DAAD, min_size=2, max_size=8))
def test_geen_woord_raakt_weg(nu_decor: Decor, bezig: Zaak, daden: list[Any]) -> None:  # noqa: F811
    """Two screens type sentences at any place and save when they like, answers get lost: every sentence is there."""
    Verslagdeel.objects.all().delete()
    schermen = [
        {"door": d, "tekst": "", "basis": "", "kwijt": ()}
        for d in (nu_decor.begeleider, nu_decor.coordinator)
    ]
    getypt = []
    for nummer, (wie, woord, plek, komt_aan) in enumerate(daden):
        scherm: dict[str, Any] = schermen[wie]
        zin = f"{woord}{nummer}."
        getypt.append(zin)
        zinnen = scherm["tekst"].split()
        zinnen.insert(min(plek, len(zinnen)), zin)
        scherm["tekst"] = " ".join(zinnen)
        uit = bewaar(scherm["door"], bezig, scherm["tekst"], scherm["basis"], scherm["kwijt"])
        if komt_aan:
            scherm |= {"tekst": uit.deel.tekst, "basis": uit.deel.tekst, "kwijt": ()}
        else:
            scherm["kwijt"] = (*scherm["kwijt"], scherm["tekst"])[-5:]
    assert not [zin for zin in getypt if zin not in staat(bezig)]


def test_wie_niet_schrijft(nu_decor: Decor, bezig: Zaak) -> None:  # noqa: F811
    d = nu_decor
    with pytest.raises(PermissionDenied):
        bewaar(d.mentor, bezig, "Ik ook.")
    ander = maak_overleg(d.coordinator)
    with pytest.raises(Http404):
        bewaar(d.coordinator, (ander, bezig[1]), "Verkeerd overleg.")
    punt = maak_punt(d.coordinator, ander)
    with pytest.raises(StapNietToegestaan, match="nog niet begonnen"):
        bewaar(d.coordinator, (ander, punt), "Te vroeg.")
    stap_zetten(door=d.coordinator, pk=ander.pk, versie=ander.versie, stap=Stap.AFZEGGEN, op=NU, reden="Ziek")
    with pytest.raises(StapNietToegestaan, match="niet bewaard"):
        bewaar(d.coordinator, (ander, punt), "Te laat.")
    assert not Verslagdeel.objects.exists()


def test_te_lang_alleen_en_samen(nu_decor: Decor, bezig: Zaak) -> None:  # noqa: F811
    d = nu_decor
    bewaar(d.begeleider, bezig, "a" * 12_000)
    with pytest.raises(ValidationError, match=r"20\.000"):
        bewaar(d.coordinator, bezig, "b" * 20_001)
    with pytest.raises(ValidationError, match="Samen met wat Ruben schreef"):
        bewaar(d.coordinator, bezig, "b" * 12_000)
    assert staat(bezig) == "a" * 12_000


def post(client: Any, zaak: Zaak, wie: Werkplek, tekst: str, **velden: Any) -> Any:
    """A save by the script."""
    bericht = {
        "wie": f"{wie.user.pk}.{wie.school.pk}",
        "versie": 0,
        "notulen": {"tekst": tekst, "basis": velden.pop("basis", ""), "kwijt": []},
        "extern": None,
    } | velden
    pad = url("live_notulen", zaak[0].pk, zaak[1].pk)
    return client.post(pad, json.dumps(bericht), content_type="application/json")


def test_bewaren_in_zes_vragen(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    wie = nu_decor.begeleider
    client = inloggen(wie.user)
    client.get(url("live_punt", bezig[0].pk, bezig[1].pk))  # what is kept per session is there
    for tekst, basis in (("Een.", ""), ("Een. Twee.", "Een.")):
        with CaptureQueriesContext(connection) as gevangen:
            antwoord = post(client, bezig, wie, tekst, basis=basis)
        eigen = [
            v["sql"]
            for v in gevangen
            if not v["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
        ]
        assert antwoord.status_code == 200 and len(eigen) <= 6, "\n".join(eigen)
    assert antwoord.json() | {"op": ""} == {
        "versie": 2,
        "tekst": "Een. Twee.",
        "extern": "",
        "op": "",
        "wie": "",
        "botste": False,
    }


def test_vreemde_berichten(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d = nu_decor
    client = inloggen(d.coordinator.user)
    pad = url("live_notulen", bezig[0].pk, bezig[1].pk)
    for raar in (b"[]", b"{", b'{"notulen": 3, "wie": "", "versie": 1}', b"\xff", b"[" * 5000):
        assert client.post(pad, raar, content_type="application/json").status_code == 400
    assert post(client, bezig, d.coordinator, "x", versie=2**40).status_code == 400
    assert post(client, bezig, d.coordinator, "x", versie=True).status_code == 400
    assert post(client, bezig, d.coordinator, "x", notulen={"tekst": "x", "basis": 3}).status_code == 400
    assert post(client, bezig, d.mentor, "x").status_code == 403  # another's page on this computer
    lang = post(client, bezig, d.coordinator, "x" * 20_001)
    assert lang.status_code == 422 and "staat nog in dit scherm" in lang.json()["fout"]
    assert not Verslagdeel.objects.exists()
    heel = "Met \u202eomgekeerd\u202c en <script>alert(1)</script>."
    assert post(client, bezig, d.coordinator, f"\x00{heel}\ud800").status_code == 200
    assert staat(bezig).startswith(heel)
    pagina = client.get(url("live_punt", bezig[0].pk, bezig[1].pk)).content.decode()
    assert "<script>alert" not in pagina and "&lt;script&gt;" in pagina


def test_gesloten_tijdens_het_typen(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d, (overleg, punt) = nu_decor, bezig
    client = inloggen(d.begeleider.user)
    Overleg.objects.filter(pk=overleg.pk).update(
        status="afgesloten", afgesloten_op=NU, afgesloten_door=d.coordinator.user
    )
    antwoord = post(client, bezig, d.begeleider, "Nog een zin.")
    assert antwoord.status_code == 409 and "staat nog in dit scherm" in antwoord.json()["fout"]
    gewoon = client.post(url("live_notulen", overleg.pk, punt.pk), {"tekst": "Nog een zin."})
    assert gewoon.status_code == 409
    assert "Nog een zin.</textarea>" in gewoon.content.decode() and "niet bewaard" in gewoon.content.decode()
    assert client.get(url("live_stand", overleg.pk, punt.pk)).json()["weg"] == "Dit overleg is afgesloten."
    assert not Verslagdeel.objects.exists()


def test_zonder_script(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d, (overleg, punt) = nu_decor, bezig
    client, pad = inloggen(d.begeleider.user), url("live_notulen", overleg.pk, punt.pk)
    assert client.post(pad, {"tekst": "Een.\r\nTwee."}).url.endswith("#notulen")
    assert staat(bezig) == "Een.\nTwee."
    inloggen(d.coordinator.user).post(pad, {"tekst": "Een.\nTwee.\nDrie.", "basis": "Een.\nTwee."})
    inloggen(d.begeleider.user).post(pad, {"tekst": "Nul.\nEen.\nTwee.", "basis": "Een.\nTwee."})
    assert staat(bezig) == "Nul.\nEen.\nTwee.\nDrie."
    assert inloggen(d.mentor.user).post(pad, {"tekst": "x"}).status_code == 403


@pytest.mark.regel(37)
def test_tekst_voor_externen_waarschuwt_voor_een_naam(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    wie = maak_leerling(d.school, d.klas, "Anaïs", "Bakker")
    overleg = maak_overleg(d.coordinator, soort=Overlegsoort.ZAT)
    punt = maak_punt(d.coordinator, overleg, wie)
    begin(d.coordinator, overleg)
    client, zaak = inloggen(d.coordinator.user), (overleg, punt)
    vak = {"tekst": "Anais komt niet.", "basis": "", "kwijt": []}
    assert post(client, zaak, d.coordinator, "Intern.", extern=vak).json()["let_op"] == ["Anaïs"]
    deel = Verslagdeel.objects.get(punt=punt)
    assert (deel.tekst, deel.tekst_extern) == ("Intern.", "Anais komt niet.")
    pagina = client.get(url("live_punt", overleg.pk, punt.pk)).content.decode()
    assert "Voor de externen, zonder naam" in pagina and "Hier staat: Anaïs." in pagina
    beter = {"tekst": "Deze leerling komt niet.", "basis": "Anais komt niet.", "kwijt": []}
    assert not post(client, zaak, d.coordinator, "Intern.", basis="Intern.", extern=beter).json()["let_op"]


@pytest.mark.regel(37)
@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Sem komt.", ["Sem"]),
        ("SEMs moeder", ["Sem"]),
        ("Semantiek is lastig.", []),
        ("Familie visser uit h3B", ["Visser", "H3b"]),
        ("geboren 3-4-2011", ["3-4-2011"]),
        ("geboren 03/04/11", ["3-4-2011"]),
        ("geboren 3 april 2011", ["3-4-2011"]),
        ("op 4-3-2011 gezien", []),
        ("", []),
    ],
)
def test_herkenbaar(tekst: str, gevonden: list[str]) -> None:
    geboren = timezone.datetime(2011, 4, 3).date()  # type: ignore[attr-defined]
    assert herkenbaar(tekst, "Sem", "Visser", "H3b", geboren) == gevonden
