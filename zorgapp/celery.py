"""The Celery application; all settings come from Django's settings (`CELERY_*`)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgapp.settings")

app = Celery("zorgapp")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
