"""The clock of consents: before one ends the coordinator hears it (pure dates in `leerlingen.toestemming.herinner_op`).

It shows on the register of the school, under *Loopt af* and *Wordt 16*.
"""

from datetime import date, datetime, timedelta

from leerlingen.access_toestemming import zestien_op
from leerlingen.coordinatoren import coordinatoren
from leerlingen.models import Leerling, Toestemming
from leerlingen.services.toestemming import herbereken
from leerlingen.toestemming import Antwoord, Gever, herinner_op
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.moment import begin_van, vrij_tot
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

EINDIGT = "toestemming_eindigt"
_VERST = timedelta(days=93)  # three months, and more than the longest term a school can choose


def plan_toestemmingen(school_id: int, dag: date) -> int:
    """Remind the coordinators on duty of every consent that ends soon; returns how many consents. Twice is once.

    What would fall due on the days without school that follow is planned now, so that it goes before them. First the lists are brought up to date: gezag and birth dates may have changed by an import.
    """
    _werk_bij(school_id, dag)
    termijn, tot = instelling("toestemming_herinnering", dag), vrij_tot(dag, vrije_perioden(dag))
    lopend = Toestemming.objects.filter(school=school_id, stand=Antwoord.GEGEVEN, eindigt_op__gte=dag)
    rijen = lopend.filter(eindigt_op__lte=tot + _VERST).select_related("leerling").order_by("pk")
    te_melden = [
        (rij, wanneer)
        for rij in rijen
        if (wanneer := herinner_op(rij.tot, rij.eindigt_op, _zestien(rij), termijn)) <= tot
        and _op_school(rij.leerling, dag)
    ]
    for rij, wanneer in te_melden:
        for wie in coordinatoren(school_id, dag, rij.leerling):
            plan(
                school_id=school_id,
                soort=EINDIGT,
                sleutel=f"toestemming:{rij.pk}:{rij.eindigt_op:%Y%m%d}:{wie.pk}",
                ontvanger_id=wie.pk,
                object_id=rij.pk,
                niet_voor=begin_van(max(dag, wanneer)),
            )
    return len(te_melden)


def _werk_bij(school_id: int, dag: date) -> None:
    lopend = Toestemming.objects.filter(school=school_id, tot__gte=dag).exclude(stand=Antwoord.INGETROKKEN)
    for leerling in Leerling.objects.filter(pk__in=lopend.values("leerling_id")).iterator(chunk_size=500):
        herbereken(leerling, dag)


def _zestien(rij: Toestemming) -> date | None:
    return zestien_op(rij.leerling) if rij.gever == Gever.OUDERS else None


def _op_school(leerling: Leerling, dag: date) -> bool:
    return leerling.uitgeschreven_op is None or leerling.uitgeschreven_op >= dag


def _eindigt_nog(rij: Herinnering, op: datetime) -> bool:
    """Still running, not asked anew for longer, and the receiver still coordinates."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.TOESTEMMING):
        return False
    toestemming = Toestemming.objects.filter(
        pk=rij.object_id, stand=Antwoord.GEGEVEN, eindigt_op__gte=werkplek.dag
    ).first()
    if toestemming is None:
        return False
    opnieuw = Toestemming.objects.filter(
        leerling=toestemming.leerling_id, partner=toestemming.partner_id, doel__iexact=toestemming.doel
    ).filter(eindigt_op__gt=toestemming.eindigt_op, stand__in=(Antwoord.GEVRAAGD, Antwoord.GEGEVEN))
    return not opnieuw.exists()


SOORT = Soort(
    EINDIGT,
    "toestemming die afloopt",
    "toestemmingen die aflopen",
    _eindigt_nog,
    pagina="leerlingen:toestemming_lijst",
    voor_vrij=True,
)
