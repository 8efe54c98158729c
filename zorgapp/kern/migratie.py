"""The migration helpers that lay the walls between schools (row-level security, composite keys, history).

`SchoolGrens` must follow the CreateModel of every table that has a `school` column. A test compares the
database with the models, so that a table without its wall does not pass.
"""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.models import ForeignKey, Model

SCHOOL = "nullif(current_setting('zorgapp.school', true), '')::bigint"


def _verwijzingen(model: type[Model]) -> list[tuple[str, str]]:
    """Return (column, parent table) of every key that must stay inside one school."""
    return [
        (veld.column, veld.related_model._meta.db_table)
        for veld in model._meta.local_fields
        if isinstance(veld, ForeignKey) and not veld.db_constraint  # type: ignore[attr-defined]
    ]


def verwijzing_sql(tabel: str, kolom: str, ouder: str) -> str:
    """SQL for one composite foreign key; PostgreSQL's own checks ignore row-level security, this one does not."""
    return (
        f'ALTER TABLE "{tabel}" ADD CONSTRAINT "{tabel}_{kolom}_school_fk" FOREIGN KEY (school_id, "{kolom}") '
        f'REFERENCES "{ouder}" (school_id, id) DEFERRABLE INITIALLY DEFERRED'
    )


class SchoolGrens(Operation):
    """Wall off tables per school: policy, unique (school, id), composite foreign keys, history trigger.

    rls=False keeps the policy away (Aanstelling is read before a school is known).
    geschiedenis=False keeps the trigger away (append-only tables).
    zonder names columns whose old value is left out of the history (drafts).
    """

    reversible = True

    def __init__(
        self, *modellen: str, rls: bool = True, geschiedenis: bool = True, zonder: tuple[str, ...] = ()
    ) -> None:
        self.modellen, self.rls, self.geschiedenis, self.zonder = modellen, rls, geschiedenis, zonder

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        opties = {"rls": self.rls, "geschiedenis": self.geschiedenis, "zonder": self.zonder}
        return self.__class__.__name__, list(self.modellen), opties

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, van: Any, naar: Any
    ) -> None:
        for naam in self.modellen:
            for regel in self.sql(naar.apps.get_model(app_label, naam)):
                editor.execute(regel)

    def database_backwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, van: Any, naar: Any
    ) -> None:
        """Nothing to undo: the walls go with the table."""

    def sql(self, model: type[Model]) -> list[str]:
        tabel = model._meta.db_table
        regels = [f'ALTER TABLE "{tabel}" ADD CONSTRAINT "{tabel}_school_uniek" UNIQUE (school_id, id)']
        regels += [verwijzing_sql(tabel, kolom, ouder) for kolom, ouder in _verwijzingen(model)]
        if self.rls:
            regels += rls_sql(tabel)
        if self.geschiedenis:
            kolommen = ", ".join(f"'{kolom}'" for kolom in self.zonder)
            regels.append(
                f'CREATE TRIGGER geschiedenis AFTER UPDATE OR DELETE ON "{tabel}" '
                f"FOR EACH ROW EXECUTE FUNCTION zorgapp_geschiedenis({kolommen})"
            )
        return regels

    def describe(self) -> str:
        return f"Schoolgrens om {', '.join(self.modellen)}"


class SchoolVerwijzing(Operation):
    """Composite foreign key for a SchoolForeignKey that a later migration adds to an existing table."""

    reversible = True

    def __init__(self, model: str, veld: str) -> None:
        self.model, self.veld = model, veld

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return self.__class__.__name__, [self.model, self.veld], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, van: Any, naar: Any
    ) -> None:
        model = naar.apps.get_model(app_label, self.model)
        veld = model._meta.get_field(self.veld)
        editor.execute(verwijzing_sql(model._meta.db_table, veld.column, veld.related_model._meta.db_table))

    def database_backwards(
        self, app_label: str, editor: BaseDatabaseSchemaEditor, van: Any, naar: Any
    ) -> None:
        """The key goes with its column."""

    def describe(self) -> str:
        return f"Sleutel {self.model}.{self.veld} binnen de school"


def rls_sql(tabel: str) -> list[str]:
    """SQL that shows and accepts only rows of the school in the transaction; no school: zero rows."""
    return [
        f'ALTER TABLE "{tabel}" ENABLE ROW LEVEL SECURITY',
        f'CREATE POLICY schoolgrens ON "{tabel}" USING (school_id = {SCHOOL}) WITH CHECK (school_id = {SCHOOL})',
    ]
