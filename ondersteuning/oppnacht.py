"""Every night: who is asked about a handelingsdeel follows gezag and age, silence is looked at, and clocks are planned."""

from datetime import date, timedelta

from django.db.models import Q, QuerySet

from leerlingen.models import Contactpersoon
from leerlingen.models.leerling import Gezag
from leerlingen.toestemming import verjaardag
from ondersteuning.klokken_opp import plan_anders, plan_antwoorden, plan_verjaardagen
from ondersteuning.models import Handelingsdeel, Instemmingverzoek, Opp, OppStatus, OppVersie, Versiestatus
from ondersteuning.models.oppakkoord import Instemmingkeuze
from ondersteuning.opp.akkoord import HERINNERINGEN
from ondersteuning.opp.termijnen import INZAGE_ZELF, MEERDERJARIG, TAAK_VOOR_18
from ondersteuning.services.opp_instemming import verzoeken_bijwerken

_LEVEND = (Versiestatus.CONCEPT, Versiestatus.VASTGESTELD)


def nachtwerk(school_id: int, dag: date) -> int:
    """Do it for the school in context; returns for how many OPPs the questions were looked at anew."""
    bekeken = 0
    for opp_id in list(te_bekijken(dag).values_list("pk", flat=True)):
        opp = Opp.objects.select_for_update(of=("self",)).select_related("leerling").get(pk=opp_id)
        nieuw = verzoeken_bijwerken(opp=opp, leerling=opp.leerling, dag=dag, door_id=opp.opsteller_id)
        plan_anders(school_id, opp, nieuw, dag)
        bekeken += 1
    open_ = Instemmingverzoek.objects.filter(vervallen_op__isnull=True, telt=True, antwoorden__isnull=True)
    lopend = open_.exclude(oppversie__opp__status=OppStatus.AFGESLOTEN).filter(gevraagd_op__lt=dag)
    plan_antwoorden(school_id, lopend.select_related("oppversie__opp").order_by("pk"), dag)
    plan_verjaardagen(school_id, _jarigen(dag), dag)
    return bekeken


def te_bekijken(dag: date) -> QuerySet[Opp]:
    """Open OPPs whose handelingsdeel was put before people, where something may have changed since.

    That is: a contact with gezag who is not asked, somebody asked who has no gezag (any more), a pupil who is 18, a
    question to a version that made room, silence that may pass or no longer may, and agreement without the yes of somebody who
    is asked (his gezag went and came back on one day).
    """
    levend = OppVersie.objects.filter(status__in=_LEVEND).exclude(handelingsdeel=Handelingsdeel.CONCEPT)
    gevraagd = Instemmingverzoek.objects.filter(vervallen_op__isnull=True)
    met = Contactpersoon.objects.filter(gezag=Gezag.JA, beeindigd_op__isnull=True)
    achttien = Q(leerling__geboortedatum__lte=_jaren_terug(dag, MEERDERJARIG))
    zwijgt = gevraagd.filter(telt=True, antwoorden__isnull=True, herinnerd__len__gte=HERINNERINGEN)
    zonder_gezag = gevraagd.filter(contact__isnull=False).exclude(contact__in=met)
    dood = gevraagd.exclude(oppversie__status__in=_LEVEND)
    zonder_ja = gevraagd.filter(telt=True, oppversie__handelingsdeel=Handelingsdeel.AKKOORD).exclude(
        antwoorden__keuze=Instemmingkeuze.AKKOORD
    )
    anders = (
        achttien
        | Q(pk__in=zwijgt.values("oppversie__opp"))
        | Q(pk__in=zonder_gezag.values("oppversie__opp"))
        | Q(pk__in=dood.values("oppversie__opp"))
        | Q(pk__in=zonder_ja.values("oppversie__opp"))
        | Q(
            leerling__in=met.exclude(pk__in=gevraagd.filter(contact__isnull=False).values("contact")).values(
                "leerling"
            )
        )
    )
    opps = Opp.objects.exclude(status=OppStatus.AFGESLOTEN).filter(pk__in=levend.values("opp"))
    return opps.filter(anders).order_by("pk").distinct()


def _jarigen(dag: date) -> QuerySet[Opp]:
    """Open OPPs of pupils who turn 16 or 18 within some three months; the exact days are a pure function."""
    binnen = Q()
    for jaar in (INZAGE_ZELF, MEERDERJARIG):
        begin, eind = _jaren_terug(dag, jaar), _jaren_terug(dag, jaar, TAAK_VOOR_18 * 31 + 1)
        binnen |= Q(leerling__geboortedatum__gte=begin, leerling__geboortedatum__lte=eind)
    return Opp.objects.exclude(status=OppStatus.AFGESLOTEN).filter(binnen).select_related("leerling")


def _jaren_terug(dag: date, jaar: int, vooruit: int = 0) -> date:
    """The birth date of who turns `jaar` on `dag`, or `vooruit` days later; on 29 February that of 1 March."""
    dan = dag + timedelta(days=vooruit)
    return verjaardag(dan, -jaar)
