"""Private files: one's own, by kind, until their last day."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404
from django.utils import timezone

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.werk.access import get_bestand
from zorgapp.werk.models import Bestand, Concept
from zorgapp.werk.retention import ruim_bestanden_op, ruim_wezen_op
from zorgapp.werk.services import bestand_bewaren, concept_bewaren
from zorgapp.werk.tasks import ruim_op


@pytest.fixture
def beheerder(school: School, opslag: Path) -> Werkplek:
    return maak_werkplek(school, Rol.BEHEERDER)


def bewaar(door: Werkplek, naam: str = "Kees Jan Bakker.XLSX", inhoud: bytes = b"abc") -> Bestand:
    return bestand_bewaren(door=door, soort="import", upload=ContentFile(inhoud, naam), dagen=7)


def test_het_werkt(beheerder: Werkplek, opslag: Path) -> None:
    rij = bewaar(beheerder)
    assert (rij.naam, rij.bytes, rij.sha256[:8]) == ("Kees Jan Bakker.xlsx", 3, "ba7816bf")
    assert get_bestand(beheerder, rij.pk, "import", timezone.now()).bestand.read() == b"abc"
    [pad] = [p for p in opslag.rglob("*") if p.is_file()]
    assert "Kees" not in str(pad) and pad.parent.name == str(beheerder.school.pk)
    assert pad.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("naam", ["../../etc/passwd", "..\\..\\x.csv", "a" * 300 + ".csv", ".", ""])
def test_vreemde_naam(beheerder: Werkplek, opslag: Path, naam: str) -> None:
    upload = ContentFile(b"x", "t")
    upload.name = naam
    rij = bestand_bewaren(door=beheerder, soort="import", upload=upload, dagen=1)
    assert len(rij.naam) <= 200 and "/" not in rij.naam and "\\" not in rij.naam
    assert (opslag / str(rij.bestand.name)).is_file()


def test_leeg_bestand(beheerder: Werkplek) -> None:
    with pytest.raises(ValueError, match="leeg"):
        bewaar(beheerder, inhoud=b"")


def test_deur(beheerder: Werkplek, andere_school: School) -> None:
    rij = bewaar(beheerder)
    for werkplek, soort in ((maak_werkplek(beheerder.school, Rol.BEHEERDER), "import"), (beheerder, "pdf")):
        with pytest.raises(Http404):
            get_bestand(werkplek, rij.pk, soort, timezone.now())
    Bestand.objects.update(verloopt_op=timezone.now())
    with pytest.raises(Http404):
        get_bestand(beheerder, rij.pk, "import", timezone.now())


def test_verlopen_verdwijnt_met_zijn_bestand(
    beheerder: Werkplek, opslag: Path, django_capture_on_commit_callbacks: Any
) -> None:
    rij, ander = bewaar(beheerder), bewaar(beheerder)
    Bestand.objects.filter(pk=rij.pk).update(verloopt_op=timezone.now() - timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert ruim_bestanden_op(op=timezone.now()) == 1
    assert list(Bestand.objects.all()) == [ander]
    assert [p.name for p in opslag.rglob("*") if p.is_file()] == [Path(str(ander.bestand.name)).name]


def test_wezen(beheerder: Werkplek, opslag: Path) -> None:
    bewaar(beheerder)
    wees = Path(
        default_storage.path(default_storage.save(f"2026/11/{beheerder.school.pk}/w", ContentFile(b"x")))
    )
    vreemd = Path(default_storage.path(default_storage.save("2026/11/999999/w", ContentFile(b"x"))))
    assert ruim_wezen_op(school_id=beheerder.school.pk, op=timezone.now()) == 0
    assert ruim_wezen_op(school_id=beheerder.school.pk, op=timezone.now() + timedelta(days=2)) == 1
    assert not wees.exists() and vreemd.exists()
    assert (opslag / str(Bestand.objects.get().bestand.name)).exists()


def test_elke_nacht_bij_elke_school(
    beheerder: Werkplek, andere_school: School, opslag: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bewaar(beheerder)
        concept_bewaren(door=beheerder, sleutel="a", versie=0, inhoud={})
        vreemde = maak_werkplek(andere_school, Rol.BEHEERDER)
        bewaar(vreemde)
        for school in (beheerder.school, andere_school):
            zet_context(school.pk)
            Bestand.objects.update(verloopt_op=timezone.now() - timedelta(days=1))
            Concept.objects.update(gewijzigd_op=timezone.now() - timedelta(days=61))
        ruim_op()
    for school in (beheerder.school, andere_school):
        zet_context(school.pk)
        assert not Bestand.objects.exists() and not Concept.objects.exists()
    assert not [pad for pad in opslag.rglob("*") if pad.is_file()]
