"""An MDO of the story that was begun and left open: the page of a meeting that is on, with minutes of two people."""

from datetime import datetime, time

from django.utils import timezone

from leerlingen.models import Leerling
from overleg.models import Overleg
from overleg.services.agenda import Puntgegevens, punt_toevoegen
from overleg.services.live import overleg_beginnen
from overleg.services.notulen import Geschreven, notulen_bewaren
from overleg.services.overleg import Lid, Overlegplan
from overleg.services.plannen import plan_overleg
from overleg.soorten import Overlegsoort
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool

_NOTULEN = "Moeder werkt op dinsdag vroeg, hij staat dan alleen op.\nDe ochtend is het knelpunt, niet de les."
_EXTERN = "Deze leerling komt op dinsdag niet op gang. We zoeken iemand die 's ochtends belt."


def zet_bezig(demo: Demoschool) -> Overleg:
    """Plan, begin and write it on the school day before the demo day; nobody closed it."""
    dag, wie = verhaaldag(demo.op, 1), demo.mensen
    begin = timezone.make_aware(datetime.combine(dag, time(15, 30)))
    door = demo.werkplek("angelica", dag)
    leerling = Leerling.objects.get(school=demo.school, roepnaam="Kees Jan", achternaam="Bakker")
    plan = Overlegplan(
        Overlegsoort.MDO, "MDO", begin, 45, wie["angelica"], notulist=wie["ilse"], plek="spreekkamer 1"
    )
    leden = [Lid(wie["joris"]), Lid(wie["ruben"])]
    overleg = plan_overleg(door=door, plan=plan, leden=leden, op=begin)
    gegevens = Puntgegevens(
        leerling=leerling, vraag="Wat heeft hij nodig om op dinsdag te komen?", minuten=30
    )
    punt = punt_toevoegen(door=door, overleg_id=overleg.pk, gegevens=gegevens, op=begin)
    overleg_beginnen(door=door, pk=overleg.pk, versie=overleg.versie, op=begin)
    notulen_bewaren(
        door=demo.werkplek("ilse", dag),
        overleg_id=overleg.pk,
        punt_id=punt.pk,
        notulen=Geschreven(_NOTULEN),
        extern=Geschreven(_EXTERN),
        op=begin,
    )
    return overleg
