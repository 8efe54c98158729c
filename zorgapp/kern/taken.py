"""Handing work to Celery without ever blocking or failing the request that asks for it."""

import logging
from typing import Any

from celery import Task
from django.db import transaction

log = logging.getLogger(__name__)


def na_commit(taak: Task, *args: Any) -> None:
    """Publish `taak` after the transaction commits; a broker that is down is logged, not raised.

    What the task would do stands in the database, so the beat sweep picks it up later.
    """

    def publiceer() -> None:
        try:
            taak.apply_async(args=args, retry=False)
        except Exception as fout:  # kombu raises different errors per transport
            log.warning("taak %s niet aangeboden: %s", taak.name, type(fout).__name__)

    transaction.on_commit(publiceer)
