"""`manage.py importeer`: one line of JSON, a trial that writes nothing, errors in Dutch."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from leerlingen.importeren.slot import SLOT
from leerlingen.models import Import, Leerling, Plaatsing
from leerlingen.tests.importhulp import EDEXML, alles, csv_van
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School


@pytest.fixture
def draai(school: School, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def _draai(inhoud: bytes | str, *opties: str, brin: str = "12AB") -> tuple[dict[str, int], str]:
        pad = tmp_path / "leerlingen.bestand"
        pad.write_bytes(inhoud.encode() if isinstance(inhoud, str) else inhoud)
        call_command("importeer", str(pad), "--school", brin, *opties)
        zet_context(school.pk)
        uit = capsys.readouterr()
        assert uit.out.count("\n") == 1
        return json.loads(uit.out), uit.err

    return _draai


def test_het_werkt(draai: Any) -> None:
    tellingen, _ = draai(EDEXML)
    assert tellingen == {"nieuw": 2, "gewijzigd": 0, "ongewijzigd": 0, "vertrokken": 0, "fouten": 0}
    assert Leerling.objects.count() == 2 and Import.objects.get().door is None


def test_proef_schrijft_niets(draai: Any, school: School) -> None:
    voor = alles(school)
    assert draai(EDEXML, "--proef")[0]["nieuw"] == 2
    assert alles(school) == voor and not Import.objects.exists()


@pytest.mark.regel(56)
def test_vertrokken_alleen_als_je_het_vraagt(draai: Any) -> None:
    draai(csv_van("1;A;;B;;H1", "2;C;;D;;H1"))
    assert draai(csv_van("1;A;;B;;H1"))[0]["vertrokken"] == 1
    assert not Plaatsing.objects.exclude(tot=None).exists()
    draai(csv_van("1;A;;B;;H1"), "--vertrokken")
    assert Plaatsing.objects.exclude(tot=None).count() == 1


def test_fouten_per_regel_op_stderr(draai: Any) -> None:
    tellingen, fouten = draai(csv_van("1;A;;B;;H1", "2;C;;D;1-1-1899;H1"))
    assert tellingen["fouten"] == 1 and tellingen["nieuw"] == 1 and "regel 3: Geboortedatum" in fouten


@pytest.mark.parametrize(
    ("inhoud", "melding"), [(b"", "leeg"), (b"<html/>", "geen EDEXML"), (b"a;b", "kolomnamen")]
)
def test_onleesbaar(draai: Any, inhoud: bytes, melding: str) -> None:
    with pytest.raises(CommandError, match=melding):
        draai(inhoud)


def test_onbekende_school_en_bestand(draai: Any) -> None:
    with pytest.raises(CommandError, match="geen school met BRIN 00XX"):
        draai(EDEXML, brin="00XX")
    with pytest.raises(CommandError, match="niet openen"):
        call_command("importeer", "/bestaat/niet", "--school", "12AB")


def test_bestand_van_een_andere_bekende_school(draai: Any, andere_school: School) -> None:
    with pytest.raises(CommandError, match="andere school"):
        draai(EDEXML.replace("12AB", andere_school.brin))


@pytest.mark.regel(54)
def test_op_naam_alleen_als_je_het_vraagt(draai: Any) -> None:
    draai(csv_van("1;A;;B;1-2-2011;H1"))
    rij = csv_van("#1;A;;B;1-2-2011;H2")
    tellingen, meldingen = draai(rij)
    assert (tellingen["gewijzigd"], tellingen["fouten"]) == (0, 1) and "--op-naam" in meldingen
    assert draai(rij, "--op-naam")[0]["gewijzigd"] == 1
    assert Plaatsing.objects.get(tot=None).klas.naam == "H2"


def test_twee_tegelijk(draai: Any, school: School) -> None:
    """Another connection holds the lock of this school, as another import would."""
    ander = connections.create_connection("default")
    try:
        with ander.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [SLOT, school.pk])
        with pytest.raises(CommandError, match="Er loopt al een import"):
            draai(EDEXML)
        assert not Leerling.objects.exists()
    finally:
        ander.close()


def test_onbekende_andere_school_is_een_waarschuwing(draai: Any) -> None:
    tellingen, meldingen = draai(EDEXML.replace("12AB", "77XY"), "--proef")
    assert tellingen["nieuw"] == 2 and "noemt school 77XY, niet 12AB" in meldingen
