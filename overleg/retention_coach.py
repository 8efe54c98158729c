"""What is destroyed when of the coachlijn: a question with its messages, at the end of the school year after it ended.

One that nobody closed ended with its last message. Messages are only added by the application, so a function of the
owner takes them away, and of old ones only (`overleg.migratie_sql`).
"""

from datetime import date, datetime, time

from django.db import connection
from django.utils import timezone

from ondersteuning.retention_lijsten import grens


def ruim_coachlijn_op(*, dag: date) -> int:
    """Delete questions of the school in context that are past their term on `dag`; return how many. May run twice."""
    moment = datetime.combine(grens(dag), time(), timezone.get_current_timezone())
    with connection.cursor() as cursor:
        cursor.execute("SELECT zorgapp_ruim_coachlijn(%s)", [moment])
        return int(cursor.fetchone()[0])
