"""Every entry of the beat schedule names a task that exists and takes its arguments."""

import inspect
from typing import Any

import pytest
from celery import current_app
from django.conf import settings

EIGEN = ("verstuur", "pak-taken-op", "ruim-op")


@pytest.mark.parametrize("naam", EIGEN)
def test_taak_bestaat(naam: str) -> None:
    regel: dict[str, Any] = settings.CELERY_BEAT_SCHEDULE[naam]
    current_app.loader.import_default_modules()
    taak = current_app.tasks[regel["task"]]
    inspect.signature(taak.run).bind(*regel.get("args", ()), **regel.get("kwargs", {}))
