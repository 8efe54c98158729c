"""What the owner role keeps in order: grants of the application role, and the month partitions of the logs."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

# Tables on which the application role may only add and read.
ALLEEN_TOEVOEGEN = (
    "accounts_inzage",
    "beleid_cijferblok",
    "beleid_cijferstand",
    "beleid_kengetal",
    "beleid_nieuwslezing",
    "beleid_planlezing",
    "beleid_protocollezing",
    "beleid_wetscontrole",
    "leerlingen_kaartgezien",
    "leerlingen_kaartversie",
    "leerlingen_notitierevisie",
    "leerlingen_zienswijze",
    "leerlingen_toestemmingsantwoord",
    "ondersteuning_doelstand",
    "ondersteuning_inbreng",
    "ondersteuning_instemming",
    "ondersteuning_lijnovergang",
    "ondersteuning_oppreactie",
    "ondersteuning_triagebesluit",
    "overleg_aanvulling",
    "overleg_afspraakstap",
    "overleg_coachbericht",
)
# Tables which it may only read.
ALLEEN_LEZEN = ("accounts_geschiedenis", "django_migrations")
PER_MAAND = ("accounts_inzage", "accounts_geschiedenis")


def _maand_na(dag: date) -> date:
    return date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)


def maak_partities(verbinding: BaseDatabaseWrapper, vandaag: date, maanden: int = 24) -> list[str]:
    """Make the partitions from the month of `vandaag` up to `maanden` later; return the new names.

    Rows outside every partition land in the default one, so a missed run loses nothing.
    """
    nieuw = []
    with verbinding.cursor() as cursor:
        for tabel in PER_MAAND:
            begin = vandaag.replace(day=1)
            for _ in range(maanden):
                eind = _maand_na(begin)
                naam = f"{tabel}_{begin:%Y_%m}"
                cursor.execute("SELECT to_regclass(%s)", [naam])
                if cursor.fetchone()[0] is None:
                    cursor.execute(
                        f'CREATE TABLE "{naam}" PARTITION OF "{tabel}" '
                        f"FOR VALUES FROM ('{begin}') TO ('{eind}')"
                    )
                    nieuw.append(naam)
                begin = eind
    return nieuw


def verleen_rechten(verbinding: BaseDatabaseWrapper) -> None:
    """Give the application role exactly its rights on what exists now; run after every migrate.

    In one transaction: the application may be serving meanwhile and never finds itself without rights.
    Partitions get none of their own: all access goes through their parent, where the policy stands.
    """
    rol = settings.DATABASES["default"]["USER"]
    if not rol or rol == settings.DATABASES["owner"]["USER"]:
        return
    met = verbinding.ops.quote_name(rol)
    with transaction.atomic(using=verbinding.alias), verbinding.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
        )
        tabellen = [rij[0] for rij in cursor.fetchall()]
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {met}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {met}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {met}")
        for tabel in tabellen:
            if tabel in ALLEEN_LEZEN:
                recht = "SELECT"
            elif tabel in ALLEEN_TOEVOEGEN:
                recht = "SELECT, INSERT"
            else:
                recht = "SELECT, INSERT, UPDATE, DELETE"
            cursor.execute(f'GRANT {recht} ON "{tabel}" TO {met}')
