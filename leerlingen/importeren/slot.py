"""One import at a time for every school."""

from django.db import connection

SLOT = 20_261_122  # a number of our own, so that other advisory locks never collide


def pak_slot(school_id: int) -> bool:
    """Take the school's import lock until the end of this transaction; False when somebody else has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [SLOT, school_id])
        return bool(cursor.fetchone()[0])
