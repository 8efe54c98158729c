"""The walls between schools, tried with raw SQL as the application role."""

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError, connection, transaction

from leerlingen.models import Klas, Leerling, Plaatsing
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.databank import ALLEEN_TOEVOEGEN
from zorgapp.accounts.models import Geschiedenis, Inzage, School, SchoolModel
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.fabriek import DAG, maak_klas, maak_leerling, maak_werkplek

SCHOOLMODELLEN = sorted(
    (m for m in apps.get_models() if issubclass(m, SchoolModel)), key=lambda m: m._meta.db_table
)


def sql(regel: str, *waarden: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(regel, waarden)
        return cursor.fetchall() if cursor.description else []


def test_toepassingsrol_kan_niets_bijzonders(db: None) -> None:
    rol = sql(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    )
    assert rol == [(False, False, False, False)]
    assert sql("SELECT count(*) FROM pg_tables WHERE tableowner = current_user") == [(0,)]


@pytest.mark.parametrize("model", SCHOOLMODELLEN, ids=lambda m: m._meta.db_table)
def test_elke_schooltabel_heeft_zijn_muur(db: None, model: type[SchoolModel]) -> None:
    tabel = model._meta.db_table
    assert sql("SELECT relrowsecurity FROM pg_class WHERE relname = %s", tabel) == [(True,)]
    assert sql("SELECT count(*) FROM pg_policies WHERE tablename = %s", tabel) == [(1,)]
    sleutels = {r[0] for r in sql("SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass", tabel)}
    assert f"{tabel}_school_uniek" in sleutels
    for veld in model._meta.local_fields:
        if veld.related_model and issubclass(veld.related_model, SchoolModel):
            assert f"{tabel}_{veld.column}_school_fk" in sleutels, veld


def test_elke_tabel_met_school_heeft_geschiedenis(db: None) -> None:
    zonder = set(ALLEEN_TOEVOEGEN)  # rows that nobody changes need no history
    met = {
        r[0]
        for r in sql(
            "SELECT event_object_table FROM information_schema.triggers WHERE trigger_name = 'geschiedenis'"
        )
    }
    verwacht = {m._meta.db_table for m in SCHOOLMODELLEN} | {"accounts_aanstelling"}
    if not met:  # information_schema shows triggers to the table owner only
        met = {
            r[0]
            for r in sql(
                "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'geschiedenis'"
            )
        }
    assert verwacht - zonder == met


def test_zonder_school_geen_rijen(school: School) -> None:
    maak_leerling(school)
    assert sql("SELECT count(*) FROM leerlingen_leerling") == [(1,)]
    zet_context(None)
    assert sql("SELECT count(*) FROM leerlingen_leerling") == [(0,)]
    assert sql("SELECT count(*) FROM zorgapp_zoek_leerling('kees', 10)") == [(0,)]


def test_andere_school_lezen_en_schrijven(school: School, andere_school: School) -> None:
    leerling = maak_leerling(school)
    zet_context(andere_school.pk)
    assert sql("SELECT count(*) FROM leerlingen_leerling WHERE id = %s", leerling.pk) == [(0,)]
    sql("UPDATE leerlingen_leerling SET roepnaam = 'X' WHERE id = %s", leerling.pk)
    sql("DELETE FROM leerlingen_leerling WHERE id = %s", leerling.pk)
    assert sql("SELECT count(*) FROM zorgapp_zoek_leerling('kees', 10)") == [(0,)]
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Klas.objects.create(school=school, naam="H3b", schooljaar=2026)
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        eigen = maak_klas(andere_school)
        sql("UPDATE leerlingen_klas SET school_id = %s WHERE id = %s", school.pk, eigen.pk)
    zet_context(school.pk)
    leerling.refresh_from_db()
    assert leerling.roepnaam == "Kees Jan"


def test_verwijzing_over_de_grens(school: School, andere_school: School) -> None:
    klas = maak_klas(school)
    zet_context(andere_school.pk)
    vreemde = maak_leerling(andere_school)
    with pytest.raises(IntegrityError, match="school_fk"), transaction.atomic():
        Plaatsing.objects.create(school=andere_school, leerling=vreemde, klas_id=klas.pk, van=DAG)
        sql("SET CONSTRAINTS ALL IMMEDIATE")


def test_context_eindigt_met_het_blok(school: School, andere_school: School) -> None:
    maak_leerling(school)
    with in_school(andere_school.pk):
        assert Leerling.objects.count() == 0
    assert Leerling.objects.count() == 1


def test_geschiedenis_bewaart_de_oude_rij(school: School) -> None:
    coordinator = maak_werkplek(school, Rol.ZORGCOORDINATOR)
    leerling = maak_leerling(school)
    zet_context(school.pk, coordinator.user.pk)
    Leerling.objects.filter(pk=leerling.pk).update(roepnaam="Kees")
    rij = Geschiedenis.objects.get(tabel="leerlingen_leerling", rij_id=leerling.pk)
    assert (rij.handeling, rij.door_id, rij.oud["roepnaam"]) == ("UPDATE", coordinator.user.pk, "Kees Jan")


@pytest.mark.parametrize("tabel", [*ALLEEN_TOEVOEGEN, "accounts_geschiedenis"])
@pytest.mark.parametrize("opdracht", ["UPDATE {} SET school_id = school_id", "DELETE FROM {}", "TRUNCATE {}"])
def test_alleen_toevoegen(school: School, tabel: str, opdracht: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        sql(opdracht.format(tabel))


def test_geschiedenis_niet_zelf_te_schrijven(school: School) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        sql(
            "INSERT INTO accounts_geschiedenis (school_id, tabel, rij_id, handeling, op, oud) "
            "VALUES (%s, 'x', 1, 'UPDATE', now(), '{}')",
            school.pk,
        )


def test_partities_niet_rechtstreeks(school: School) -> None:
    namen = [
        r[0]
        for r in sql(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'accounts_inzage'::regclass"
        )
    ]
    assert len(namen) > 12
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        sql(f"SELECT 1 FROM {namen[-1]}")


def test_inzage_van_andere_school_onzichtbaar(school: School, andere_school: School) -> None:
    Inzage.objects.create(
        school_id=school.pk, user_id=1, onderwerp="leerling", onderwerp_id=1, grond="mentor"
    )
    zet_context(andere_school.pk)
    assert Inzage.objects.count() == 0
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Inzage.objects.create(
            school_id=school.pk, user_id=1, onderwerp="leerling", onderwerp_id=1, grond="mentor"
        )


def test_geen_ddl(db: None) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        sql("CREATE TABLE stiekem (id int)")
