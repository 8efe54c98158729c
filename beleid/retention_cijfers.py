"""What is destroyed when of the figures: a state of more than sixty days ago.

A new state holds everything of the five school years before, so an old one adds nothing. The application may only add and
read states; a function of the owner takes the old ones, and never the last (`beleid.migratie_cijfers`).
"""

from datetime import date, timedelta

from django.db import connection

BEWAREN_DAGEN = 60


def ruim_cijfers_op(*, dag: date) -> int:
    """Delete states of the school in context that are past their term on `dag`; return how many. May run twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT zorgapp_ruim_cijfers(%s)", [dag - timedelta(days=BEWAREN_DAGEN)])
        return int(cursor.fetchone()[0])
