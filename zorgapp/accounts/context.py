"""The school context of a transaction: what row-level security and the change history read.

`set_config(…, true)` is local to the transaction, so neither a pooled connection nor PgBouncer can leak it.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from zorgapp.accounts.models import School

log = logging.getLogger(__name__)

_ZET = "SELECT set_config('zorgapp.school', %s, true), set_config('zorgapp.door', %s, true)"
_LEES = "SELECT current_setting('zorgapp.school', true), current_setting('zorgapp.door', true)"


def zet_context(school_id: int | None, door_id: int | None = None) -> None:
    """Set the school (and who acts) for the rest of this transaction; None means: no school, zero rows.

    Raises TransactionManagementError-like RuntimeError outside a transaction, where it would have no effect.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("een schoolcontext bestaat alleen binnen een transactie")
    with connection.cursor() as cursor:
        cursor.execute(_ZET, [str(school_id or ""), str(door_id or "")])


@contextmanager
def in_school(school_id: int | None, door_id: int | None = None) -> Iterator[None]:
    """Run a block in one school's context, in a transaction; an outer context comes back afterwards."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(_LEES)
            oud = cursor.fetchone()
        zet_context(school_id, door_id)
        yield
        with connection.cursor() as cursor:
            cursor.execute(_ZET, [oud[0] or "", oud[1] or ""])


def per_school(werk: Callable[[int], object]) -> None:
    """Call `werk(school_id)` for every school until one answers False; `werk` opens its own transactions.

    What goes wrong at one school is logged without data and does not hold up the others.
    """
    for school_id in School.objects.order_by("pk").values_list("pk", flat=True):
        try:
            if werk(school_id) is False:
                return
        except Exception as fout:
            log.error(
                "%s bij school #%s: %s", getattr(werk, "__name__", "werk"), school_id, type(fout).__name__
            )
