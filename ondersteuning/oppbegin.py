"""What is proposed when somebody begins an OPP: why, by when, and whether the pupil is in practical education."""

from dataclasses import dataclass
from datetime import date

from leerlingen.models import Leerling, Plaatsing
from ondersteuning.models import Beschikking, Beschikkingsoort, TijdelijkePlaatsing, Traject, TrajectStatus
from ondersteuning.models.aanbod import Aanbodsoort
from ondersteuning.opp.termijnen import Plicht, Reden, Situatie, plicht
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek

_PRO = "praktijk"  # how a class says its level: praktijkonderwijs


@dataclass(frozen=True)
class Voorstel:
    """What the form of a new OPP begins with; `plicht` is None when the pupil need not have one."""

    plicht: Plicht | None
    pro: bool
    aanleiding: str
    uiterlijk: date | None


def voorstel(werkplek: Werkplek, leerling: Leerling) -> Voorstel:
    """Work it out from the administration, decisions and running support (rules 1 to 5; at most 6 queries)."""
    situatie = situatie_van(werkplek, leerling)
    moet = plicht(situatie, vanaf_start_extra=bool(instelling("opp_start_extra", werkplek.dag)))
    pro = situatie.pro_van is not None
    aanleiding = str(moet.reden if moet else Reden.EXTRA)
    return Voorstel(moet, pro, aanleiding, moet.uiterlijk if moet else None)


def situatie_van(werkplek: Werkplek, leerling: Leerling) -> Situatie:
    """What decides whether this opened pupil must have an OPP, as it is known on the day of the Werkplek."""
    dag = werkplek.dag
    tijdelijk = TijdelijkePlaatsing.objects.filter(leerling=leerling, van__lte=dag).order_by("-van").first()
    besluiten = list(Beschikking.objects.filter(op_dag(dag), leerling=leerling).order_by("van"))
    extra = Traject.objects.filter(
        leerling=leerling, status=TrajectStatus.LOOPT, aanbod__soort=Aanbodsoort.EXTRA
    )
    klas = Plaatsing.objects.filter(leerling=leerling, tot__isnull=True).select_related("klas").first()
    pro = [b.van for b in besluiten if b.soort == Beschikkingsoort.PRO]
    if klas and _PRO in klas.klas.niveau.lower():
        pro.append(leerling.ingeschreven_op or klas.van)
    arrangementen = [b.van for b in besluiten if b.soort == Beschikkingsoort.ARRANGEMENT]
    return Situatie(
        ingeschreven_op=leerling.ingeschreven_op,
        tijdelijk_van=tijdelijk.van if tijdelijk else None,
        definitief_op=tijdelijk.definitief_op if tijdelijk else None,
        pro_van=min(pro) if pro else None,
        extra_van=(*arrangementen, *extra.values_list("start", flat=True)),
    )
