"""What is destroyed when of lists: what led to nothing goes at the end of the next school year (DOMAIN 7.5).

What became a signal stays in the file as long as the file. Campaigns and who was ready hold no pupil and stay.
"""

from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ondersteuning.models import Lijstantwoord, Lijstuitslag, Signaalvoorstel, VoorstelStatus
from zorgapp.kern.schooljaar import Schooljaar


def bewaard_tot(dag: date) -> date:
    """The last day that an answer of `dag` is kept when it led to nothing: 31 July of the next school year."""
    return Schooljaar(Schooljaar.van(dag).beginjaar + 1).eind


def grens(dag: date) -> date:
    """The first day of which answers are still kept on `dag`: earlier ones are past `bewaard_tot`."""
    return Schooljaar(Schooljaar.van(dag).beginjaar - 1).begin


def ruim_lijsten_op(*, dag: date) -> int:
    """Delete answers, results and proposals of the school in context that led to nothing and are past their term."""
    sinds = grens(dag)
    moment = datetime.combine(sinds, time(), timezone.get_current_timezone())
    werd_signaal = Signaalvoorstel.objects.filter(status=VoorstelStatus.SIGNAAL)
    van_antwoord = werd_signaal.filter(leerling=OuterRef("leerling")).filter(
        Q(campagne=OuterRef("invulling__campagne"))
        | Q(soort="samen", gemaakt_op__gte=OuterRef("gewijzigd_op"))
    )
    van_uitslag = werd_signaal.filter(leerling=OuterRef("leerling")).filter(
        Q(campagne=OuterRef("campagne")) | Q(soort="samen", gemaakt_op__gte=OuterRef("op"))
    )
    oud = Lijstantwoord.objects.filter(invulling__campagne__tot__lt=sinds).filter(~Exists(van_antwoord))
    weg = oud.delete()[0]
    uitslagen = Lijstuitslag.objects.filter(campagne__tot__lt=sinds).filter(~Exists(van_uitslag))
    weg += uitslagen.delete()[0]
    voorstellen = Signaalvoorstel.objects.filter(nieuwste_op__lt=moment).exclude(
        status=VoorstelStatus.SIGNAAL
    )
    return weg + voorstellen.delete()[0]
