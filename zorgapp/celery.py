"""The Celery application; all settings come from Django's settings (`CELERY_*`)."""

import os
from importlib import import_module

from celery import Celery
from celery.signals import worker_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgapp.settings")

app = Celery("zorgapp")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

WIJKT = 10  # niceness; nine to one for a page that wants the same processor


@worker_init.connect
def laad_pdf(**_kwargs: object) -> None:
    """Load WeasyPrint in the worker before it forks, so that its processes share it and the first PDF is not slow."""
    import_module("zorgapp.werk.pdf")


@worker_init.connect
def wijk_voor_paginas(**_kwargs: object) -> None:
    """Give way to the web processes on the same machine: who waits for a page goes before who waits for a document."""
    os.nice(max(0, WIJKT - os.nice(0)))
