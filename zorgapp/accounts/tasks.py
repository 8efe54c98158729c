"""Thin wrappers around account mail: numbers in, safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from zorgapp.accounts import mails
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Accountmail, School
from zorgapp.accounts.retention import ruim_sessies_op


@shared_task(name="accounts.verstuur_mail")
def verstuur_mail(school_id: int, mail_id: int) -> None:
    """Send one account mail when nobody did."""
    mails.versturen(school_id, mail_id)


@shared_task(name="accounts.pak_mails_op")
def pak_mails_op() -> None:
    """Send what was never offered to a worker: Redis was down or lost."""
    for school_id in School.objects.values_list("pk", flat=True):
        with in_school(school_id):
            wacht = list(
                Accountmail.objects.filter(
                    geclaimd_op__isnull=True, gemaakt_op__lt=timezone.now() - timedelta(minutes=1)
                ).values_list("pk", flat=True)[:100]
            )
        for mail_id in wacht:
            mails.versturen(school_id, mail_id)


@shared_task(name="accounts.ruim_op")
def ruim_op() -> None:
    """Every night: sessions that have ended, of all schools (a session stands outside them)."""
    ruim_sessies_op(op=timezone.now())
