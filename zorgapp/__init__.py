"""zorgapp: pupil support coordination for Dutch schools. Exposes the Celery app, nothing else."""

from zorgapp.celery import app as celery_app

__all__ = ["celery_app"]
