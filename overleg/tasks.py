"""Thin Celery wrapper: every night what is of who left goes back, who has no meeting any more loses his way in from outside, and
owners are reminded of what comes due."""

from celery import shared_task
from django.utils import timezone

from overleg.eigendom import afspraken_terug
from overleg.klokken_afspraak import plan_wat_komt
from overleg.klokken_vooraf import plan_vooraf
from overleg.retention_coach import ruim_coachlijn_op
from overleg.services.externaccount import sluit_stille_accounts
from overleg.services.vertellen import vertellers_terug
from zorgapp.accounts.context import in_school, per_school


@shared_task(name="overleg.nacht")
def nacht() -> None:
    """Every night, per school."""
    per_school(_nacht)


def _nacht(school_id: int) -> None:
    dag, nu = timezone.localdate(), timezone.now()
    with in_school(school_id):
        afspraken_terug(school_id, dag, nu)
        vertellers_terug(school_id, dag, nu)
        sluit_stille_accounts(school_id, dag)
        plan_wat_komt(school_id, dag)
        ruim_coachlijn_op(dag=dag)
        plan_vooraf(school_id, dag)
