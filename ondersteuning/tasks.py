"""Thin Celery wrapper: plans reminders for debts whose coordinator changed since filing."""

from celery import shared_task
from django.utils import timezone

from leerlingen.coordinatoren import coordinatoren
from ondersteuning import mails_opp_bewijs
from ondersteuning.klokken import plan_schuld
from ondersteuning.klokken_opplicht import nachtwerk as opplicht_nachtwerk
from ondersteuning.lijstnacht import nachtwerk
from ondersteuning.mails_opp import te_versturen, versturen
from ondersteuning.models import Terugkoppeling
from ondersteuning.oppnacht import nachtwerk as opp_nachtwerk
from ondersteuning.retention_opp import ruim_bundels_op
from ondersteuning.retention_overdracht import ruim_klachten_op
from ondersteuning.services.lesronde import docenten_bijwerken
from zorgapp.accounts.context import in_school, per_school


@shared_task(name="ondersteuning.lijsten")
def lijsten() -> None:
    """Every night, per school: what happens to observation lists and what they propose."""
    per_school(_lijsten)


def _lijsten(school_id: int) -> None:
    with in_school(school_id):
        nachtwerk(school_id, timezone.localdate(), timezone.now())


@shared_task(name="ondersteuning.overdrachten")
def overdrachten() -> None:
    """Every night, per school: advice follows who takes over a lesson; complaints and bundles past their term go."""
    per_school(_overdrachten)


def _overdrachten(school_id: int) -> None:
    dag = timezone.localdate()
    with in_school(school_id):
        docenten_bijwerken(school_id=school_id, dag=dag, op=timezone.now())
        ruim_klachten_op(dag=dag)
        ruim_bundels_op(dag=dag)


@shared_task(name="ondersteuning.plan_klokken")
def plan_klokken() -> None:
    """Every night, per school: whoever coordinates now is reminded of what is due; OPPs follow gezag and age."""
    per_school(_plan)
    per_school(_opp)
    per_school(_opplicht)


def _opp(school_id: int) -> None:
    with in_school(school_id):
        opp_nachtwerk(school_id, timezone.localdate())


def _opplicht(school_id: int) -> None:
    with in_school(school_id):
        opplicht_nachtwerk(school_id, timezone.localdate())


def _plan(school_id: int) -> None:
    dag = timezone.localdate()
    with in_school(school_id):
        for schuld in (
            Terugkoppeling.objects.open().filter(uiterlijk__lte=dag).select_related("signaal__leerling")
        ):
            for wie in coordinatoren(school_id, dag, schuld.signaal.leerling):
                plan_schuld(school_id, schuld.signaal_id, wie.pk, schuld.uiterlijk)


@shared_task(name="ondersteuning.verstuur_link")
def verstuur_link(school_id: int, link_id: int) -> None:
    """Right after a commit: mail one personal link when nobody did."""
    versturen(school_id, link_id, timezone.now())


@shared_task(name="ondersteuning.verstuur_bewijs")
def verstuur_bewijs(school_id: int, verzoek_id: int) -> None:
    """Right after a commit: mail that an answer by a link came in, when nobody did."""
    mails_opp_bewijs.versturen(school_id, verzoek_id, timezone.now())


@shared_task(name="ondersteuning.pak_links_op")
def pak_links_op() -> None:
    """Every minute, per school: links whose mail got lost on the way to a worker, or that the mail server put off."""
    per_school(_pak_links_op)


def _pak_links_op(school_id: int) -> None:
    nu = timezone.now()
    with in_school(school_id):
        wacht, bewijzen = te_versturen(nu), mails_opp_bewijs.te_versturen()
    for link_id in wacht:
        versturen(school_id, link_id, nu)
    for verzoek_id in bewijzen:
        mails_opp_bewijs.versturen(school_id, verzoek_id, nu)
