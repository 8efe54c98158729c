"""The school context ends with its transaction, and is set for requests, tasks and commands alike."""

import io
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from leerlingen.models import Leerling
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.models import School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.testing.fabriek import DAG, maak_leerling, maak_user, stel_aan
from zorgapp.werk.models import Taak
from zorgapp.werk.tasks import voer_uit


def _los() -> psycopg.Connection:
    """A connection of its own, as the application role."""
    s = connection.settings_dict
    return psycopg.connect(
        dbname=s["NAME"],
        user=s["USER"],
        password=s["PASSWORD"] or None,
        host=s["HOST"] or None,
        port=s["PORT"] or None,
    )


def test_context_lekt_niet_naar_de_volgende_transactie(db: None) -> None:
    with _los() as verbinding:
        with verbinding.transaction():
            verbinding.execute("SELECT set_config('zorgapp.school', '7', true)")
            assert verbinding.execute("SELECT current_setting('zorgapp.school', true)").fetchone() == ("7",)
        with verbinding.transaction():
            assert not (
                verbinding.execute("SELECT current_setting('zorgapp.school', true)").fetchone() or [""]
            )[0]


def test_buiten_een_transactie_geweigerd() -> None:
    class Buiten:
        in_atomic_block = False

    with pytest.MonkeyPatch.context() as lap:
        lap.setattr("zorgapp.accounts.context.connection", Buiten())
        with pytest.raises(RuntimeError, match="binnen een transactie"):
            zet_context(1)


def _bij_twee_scholen(school: School, andere_school: School) -> User:
    user = maak_user("Nina")
    for een in (school, andere_school):
        stel_aan(user, een, Rol.ZORGCOORDINATOR)
    with in_school(andere_school.pk):
        maak_leerling(andere_school, roepnaam="Overkant")
    maak_leerling(school, roepnaam="Hier")
    return user


def test_verzoek_werkt_in_een_school_tegelijk(school: School, andere_school: School) -> None:
    client = Client()
    client.force_login(_bij_twee_scholen(school, andere_school))
    assert b"Hier" in client.get("/leerlingen/").content
    assert client.post(f"/school/{andere_school.pk}/").status_code == 302
    pagina = client.get("/leerlingen/").content
    assert b"Overkant" in pagina
    assert b"Hier Bakker" not in pagina


def test_onbekende_school_valt_terug_op_de_eigen(school: School, andere_school: School) -> None:
    user = maak_user("Nina")
    stel_aan(user, school, Rol.ZORGCOORDINATOR)
    werkplek = werkplek_maken(user, DAG, andere_school.pk)
    assert werkplek is not None and werkplek.school == school


def test_taak_van_andere_school_wordt_niet_gevonden(school: School, andere_school: School) -> None:
    taak = Taak.objects.create(school=school, eigenaar=maak_user("Bas"), soort="import_lezen")
    voer_uit(andere_school.pk, taak.pk)
    zet_context(school.pk)
    taak.refresh_from_db()
    assert taak.status == Taak.Status.WACHT


def test_opdracht_schrijft_in_de_genoemde_school(
    school: School, andere_school: School, tmp_path: Any
) -> None:
    bestand = tmp_path / "een.csv"
    bestand.write_text("leerlingnummer;roepnaam;achternaam;klas\n901;Iris;Vos;H1a\n")
    call_command("importeer", str(bestand), school=andere_school.brin, stdout=io.StringIO())
    zet_context(school.pk)
    assert not Leerling.objects.exists()
    with in_school(andere_school.pk):
        assert Leerling.objects.get().roepnaam == "Iris"


def test_opdracht_zonder_bestaande_school(db: None, tmp_path: Any) -> None:
    bestand = tmp_path / "een.csv"
    bestand.write_text("leerlingnummer;roepnaam\n901;Iris\n")
    with pytest.raises((CommandError, SystemExit)):
        call_command("importeer", str(bestand), school="00XX", stdout=io.StringIO(), stderr=io.StringIO())
