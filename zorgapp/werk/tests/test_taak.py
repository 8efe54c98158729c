"""Jobs: done once, by whoever holds them, with an end that a person can see."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school
from zorgapp.werk import soorten, tasks, uitvoeren
from zorgapp.werk.models import Concept, Taak
from zorgapp.werk.services import TaakFout, concept_bewaren, registreer_taak, taak_starten, voortgang
from zorgapp.werk.uitvoeren import STIL, claim, op_te_pakken, voer_taak_uit

Functie = Callable[[Taak], None]


@pytest.fixture
def soort() -> Iterator[Callable[..., str]]:
    """Return a function that registers a job for the time of the test and gives its key."""
    voor = dict(soorten._SOORTEN)

    def _registreer(functie: Functie, **opties: Any) -> str:
        sleutel = f"proef{len(soorten._SOORTEN)}"
        registreer_taak(sleutel, functie, **opties)
        return sleutel

    yield _registreer
    soorten._SOORTEN.clear()
    soorten._SOORTEN.update(voor)


@pytest.fixture
def aanbod(monkeypatch: pytest.MonkeyPatch) -> list[tuple]:
    """Collect what is offered to the broker instead of offering it."""
    aangeboden: list[tuple] = []
    monkeypatch.setattr(tasks.voer_uit, "apply_async", lambda args, **opties: aangeboden.append(args))
    return aangeboden


@pytest.fixture
def vaste_mentor(vaste_database: None) -> Werkplek:
    school = vaste_school()
    with in_school(school.pk):
        return maak_werkplek(school, Rol.MENTOR)


def start(door: Werkplek, sleutel: str, **velden: Any) -> Taak:
    with in_school(door.school.pk, door.user.pk):
        return taak_starten(door=door, soort=sleutel, **velden)


def lees(taak: Taak) -> Taak:
    with in_school(taak.school_id):
        return Taak.objects.get(pk=taak.pk)


def test_het_werkt(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    gezien = []

    def functie(taak: Taak) -> None:
        voortgang(taak.pk, 1, 2, "We lezen het bestand")
        with connection.cursor() as cursor:  # the job's own transaction, in the school's context
            cursor.execute("SELECT current_setting('zorgapp.school'), current_setting('zorgapp.door')")
            gezien.append(cursor.fetchone())
        [tussen] = tegelijk(lambda: lees(taak))
        gezien.append((tussen.status, tussen.gedaan, tussen.totaal, tussen.melding))

    taak = start(vaste_mentor, soort(functie), totaal=2)
    assert aanbod == [(taak.school_id, taak.pk)]
    tasks.voer_uit(*aanbod[0])
    assert gezien == [
        (str(vaste_mentor.school.pk), str(vaste_mentor.user.pk)),
        ("bezig", 1, 2, "We lezen het bestand"),
    ]
    assert (lees(taak).status, lees(taak).pogingen) == ("klaar", 1)


def test_tweede_keer_doet_niets(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    keren: list[int] = []
    taak = start(vaste_mentor, soort(lambda taak: keren.append(taak.pk)))
    voer_taak_uit(taak.school_id, taak.pk)
    voer_taak_uit(taak.school_id, taak.pk)
    assert keren == [taak.pk]


def test_twee_workers_tegelijk(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    for _ in range(5):
        taak = start(vaste_mentor, soort(lambda taak: None))
        neem = partial(claim, taak.school_id, taak.pk, timezone.now())
        geclaimd = tegelijk(neem, neem, neem, neem)
        assert sum(t is not None for t in geclaimd) == 1


def test_andere_school_claimt_niet(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    taak = start(vaste_mentor, soort(lambda taak: None))
    assert claim(vaste_school().pk, taak.pk, timezone.now()) is None


def test_dode_worker(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    taak = start(vaste_mentor, soort(lambda taak: None))
    nu = timezone.now()
    assert claim(taak.school_id, taak.pk, nu) is not None  # and then it is killed
    assert op_te_pakken(taak.school_id, nu + STIL) == []
    assert op_te_pakken(taak.school_id, nu + STIL * 2) == [taak.pk]
    assert claim(taak.school_id, taak.pk, nu + STIL) is None
    tweede = claim(taak.school_id, taak.pk, nu + STIL * 2)
    assert tweede is not None and tweede.pogingen == 2


def test_overgenomen_werk_wordt_teruggedraaid(
    vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]
) -> None:
    """A worker that was only slow finds that another one has the job: nothing of its work stays."""

    def traag(taak: Taak) -> None:
        concept_bewaren(door=vaste_mentor, sleutel="werk", versie=0, inhoud={"van": str(taak.pogingen)})
        if taak.pogingen == 1:
            later = timezone.now() + STIL * 2
            assert tegelijk(lambda: claim(taak.school_id, taak.pk, later))[0] is not None

    taak = start(vaste_mentor, soort(traag))
    voer_taak_uit(taak.school_id, taak.pk)
    assert lees(taak).status == "bezig"
    with in_school(taak.school_id):
        assert Concept.objects.count() == 0


def test_drie_keer_dood_is_mislukt(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    taak = start(vaste_mentor, soort(lambda taak: None))
    nu = timezone.now()
    for _ in range(3):
        assert claim(taak.school_id, taak.pk, nu) is not None
        nu += STIL * 2
    assert claim(taak.school_id, taak.pk, nu) is None
    assert op_te_pakken(taak.school_id, nu) == []
    assert lees(taak).status == "mislukt" and lees(taak).melding.startswith("Dit is drie keer")


@pytest.mark.parametrize("atomair", [True, False])
@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        (TaakFout("Dit bestand heeft geen kolom leerlingnummer."), "Dit bestand heeft geen kolom"),
        (RuntimeError("Kees Jan Bakker"), "Dit is niet gelukt."),
    ],
)
def test_fout_eindigt_met_een_zin(
    vaste_mentor: Werkplek,
    soort: Any,
    aanbod: list[tuple],
    caplog: pytest.LogCaptureFixture,
    atomair: bool,
    fout: Exception,
    melding: str,
) -> None:
    def functie(taak: Taak) -> None:
        if atomair:
            concept_bewaren(door=vaste_mentor, sleutel="werk", versie=0, inhoud={})
        raise fout

    taak = start(vaste_mentor, soort(functie, atomair=atomair))
    with caplog.at_level(logging.DEBUG):
        voer_taak_uit(taak.school_id, taak.pk)
    assert lees(taak).status == "mislukt" and lees(taak).melding.startswith(melding)
    assert "Kees" not in caplog.text
    with in_school(taak.school_id):
        assert Concept.objects.count() == 0


def test_in_stappen(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    def functie(taak: Taak) -> None:
        assert not connection.in_atomic_block
        with in_school(taak.school_id, taak.eigenaar_id):
            concept_bewaren(door=vaste_mentor, sleutel="stap", versie=0, inhoud={})

    taak = start(vaste_mentor, soort(functie, atomair=False))
    voer_taak_uit(taak.school_id, taak.pk)
    assert lees(taak).status == "klaar"


def test_redis_ligt_eruit(
    vaste_mentor: Werkplek, soort: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The row stands although nothing could be published; the sweep offers it later."""

    def stuk(args: tuple, **opties: Any) -> None:
        raise ConnectionError("redis")

    monkeypatch.setattr(tasks.voer_uit, "apply_async", stuk)
    taak = start(vaste_mentor, soort(lambda taak: None))
    assert "niet aangeboden" in caplog.text
    aangeboden: list[tuple] = []
    monkeypatch.setattr(tasks.voer_uit, "apply_async", lambda args, **opties: aangeboden.append(args))
    tasks.pak_op()
    assert (taak.school_id, taak.pk) not in aangeboden
    with in_school(taak.school_id):
        Taak.objects.filter(pk=taak.pk).update(gemaakt_op=timezone.now() - STIL - timedelta(seconds=1))
    tasks.pak_op()
    assert (taak.school_id, taak.pk) in aangeboden
    tasks.voer_uit(taak.school_id, taak.pk)
    assert lees(taak).status == "klaar"


def test_hartslag_wacht_niet_op_een_slot(vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple]) -> None:
    """A job that changed its own row in its own transaction does not hang on its note of progress."""

    def functie(taak: Taak) -> None:
        Taak.objects.filter(pk=taak.pk).update(melding="zelf")
        voortgang(taak.pk, 1, 1, "hartslag")

    taak = start(vaste_mentor, soort(functie))
    voer_taak_uit(taak.school_id, taak.pk)
    assert (lees(taak).status, lees(taak).melding) == ("klaar", "zelf")


def test_onbekende_soort(school: School) -> None:
    with pytest.raises(KeyError):
        taak_starten(door=maak_werkplek(school, Rol.MENTOR), soort="bestaat niet")


def test_dubbele_naam(soort: Any) -> None:
    sleutel = soort(print)
    registreer_taak(sleutel, print)
    with pytest.raises(ValueError, match="bestaat al"):
        registreer_taak(sleutel, repr)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ({}, "Dit begint zo."),
        ({"status": "bezig", "gedaan": 3, "totaal": 7, "melding": "We lezen"}, 'value="3" max="7"'),
        ({"status": "klaar"}, 'href="/healthz"'),
        ({"status": "mislukt", "melding": "Dit is niet gelukt."}, 'role="alert"'),
    ],
)
def test_pagina(school: School, inloggen: Any, soort: Any, velden: dict[str, Any], tekst: str) -> None:
    mentor = maak_werkplek(school, Rol.MENTOR)
    taak = start(mentor, soort(print, klaar_url="web:healthz"))
    Taak.objects.filter(pk=taak.pk).update(**velden)
    adres = reverse("werk:taak", args=[taak.pk])
    fragment = inloggen(mentor.user).get(adres, headers={"hx-request": "true"}).content.decode()
    assert tekst in fragment and "<html" not in fragment
    loopt = velden.get("status", "wacht") in ("wacht", "bezig")
    assert ("every 1s" in fragment) == loopt == (f'href="{adres}"' in fragment)
    assert "<html" in inloggen(mentor.user).get(adres).content.decode()


def test_pagina_van_een_ander(school: School, inloggen: Any, soort: Any) -> None:
    taak = start(maak_werkplek(school, Rol.MENTOR), soort(print))
    ander = maak_werkplek(school, Rol.BEHEERDER)
    assert inloggen(ander.user).get(reverse("werk:taak", args=[taak.pk])).status_code == 404


def test_hartslag_hoogstens_twee_keer_per_seconde(
    vaste_mentor: Werkplek, soort: Any, aanbod: list[tuple], monkeypatch: pytest.MonkeyPatch
) -> None:
    klok = [1000.0]
    monkeypatch.setattr(uitvoeren.time, "monotonic", lambda: klok[0])
    gezien: list[int] = []

    def functie(taak: Taak) -> None:
        for nummer in range(1, 11):
            voortgang(taak.pk, nummer, 10)
            gezien.append(tegelijk(lambda: lees(taak).gedaan)[0])
            klok[0] += 0.2

    taak = start(vaste_mentor, soort(functie))
    voer_taak_uit(taak.school_id, taak.pk)
    assert gezien == [1, 1, 1, 4, 4, 4, 7, 7, 7, 10]
