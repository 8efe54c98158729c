"""What happens to lists every night at one school; running it twice gives the same rows."""

from datetime import date, datetime

from ondersteuning.klokken_lijsten import is_herinnerdag, sluitdag
from ondersteuning.models import Lijstcampagne
from ondersteuning.retention_lijsten import ruim_lijsten_op
from ondersteuning.services.campagnes import deelnemers_bijwerken, herinneren, sluit
from ondersteuning.voorstelregels import lijstvoorstellen_bijwerken, samen_bijwerken
from zorgapp.accounts.instellingen import vrije_perioden


def nachtwerk(school_id: int, dag: date, op: datetime) -> None:
    """Follow colleagues who came or left, remind once, close what is over, propose, and destroy what is past its term.

    Needs the school's context and a transaction.
    """
    lopend = Lijstcampagne.objects.filter(school_id=school_id).open(dag).select_related("lijst")
    for campagne in lopend.select_for_update(of=("self",)).order_by("pk"):
        deelnemers_bijwerken(campagne, dag, op)
        if is_herinnerdag(dag, campagne.tot, vrije_perioden(dag)):
            herinneren(campagne=campagne, op=op)
        if dag > sluitdag(campagne.tot):
            sluit(campagne, dag, op)
        else:
            lijstvoorstellen_bijwerken(campagne, op)
    samen_bijwerken(school_id, dag, op)
    ruim_lijsten_op(dag=dag)
