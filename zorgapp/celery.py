"""The Celery application; all settings come from Django's settings (`CELERY_*`)."""

import os
from importlib import import_module

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgapp.settings")

app = Celery("zorgapp")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_init.connect
def laad_pdf(**_kwargs: object) -> None:
    """Load WeasyPrint in the worker before it forks, so that its processes share it and the first PDF is not slow."""
    import_module("zorgapp.werk.pdf")
