"""Demo: the offer text of the schoolgids: set last year and this year, and a next version that is being written."""

from datetime import date, datetime, time

from django.utils import timezone

from beleid.aanbodregels import merk
from beleid.access_aanbod import catalogus, regels_van
from beleid.models import Aanbodtekst
from beleid.services.aanbodbesluit import aanbodtekst_vaststellen, aanbodtekst_voorleggen
from beleid.services.aanbodtekst import aanbodtekst_beginnen, aanbodtekst_schrijven, alinea_schrijven
from zorgapp.demo.school import Demoschool
from zorgapp.kern.schooljaar import Schooljaar

_INLEIDING = (
    "Op het Rietveen College mag je verschillend zijn. De mentor ziet je kind elke week en hoort als eerste wat goed gaat en "
    "wat lastig is. Is er meer nodig, dan zoeken we samen met je kind en jou naar hulp die past."
)
_GRENZEN = (
    "Wij hebben geen behandelaars in dienst en geven geen medische zorg. Heeft je kind dat nodig, dan zoeken we met het "
    "samenwerkingsverband een plek waar het wel kan. Tot die plek er is, blijft je kind leerling van onze school."
)
_CONTACT = (
    "Ga eerst naar de mentor. Daarna kun je terecht bij de zorgcoördinator: ondersteuning@rietveen.example."
)
_WOORDEN = {
    "Remedial teaching": "Tien weken elke week oefenen met lezen, spellen of rekenen. Daarna gaat je kind in de les verder.",
    "Faalangsttraining": "Zes lessen in een klein groepje. Je kind leert wat het kan doen tegen spanning bij een toets.",
    "Mentorgesprek": "De mentor praat elke zes weken met je kind: hoe gaat het, en wat heb je nodig?",
}


def vertel_aanbod(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
    vorig = Schooljaar(demo.jaar.beginjaar - 1)
    _gezet(demo, vorig, date(demo.jaar.beginjaar - 1, 7, 3), {})
    _gezet(demo, demo.jaar, date(demo.jaar.beginjaar, 6, 26), _WOORDEN)
    coordinator = demo.werkplek("angelica", demo.op)
    aanbodtekst_beginnen(door=coordinator, jaar=demo.jaar, op=_om(demo.op))


def _om(dag: date) -> datetime:
    return datetime.combine(dag, time(10), timezone.get_current_timezone())


def _gezet(demo: Demoschool, jaar: Schooljaar, dag: date, woorden: dict[str, str]) -> Aanbodtekst:
    """One year from the first word to being set, on one day in summer."""
    door, op = demo.werkplek("angelica", dag), _om(dag)
    tekst = aanbodtekst_beginnen(door=door, jaar=jaar, op=op)
    aanbodtekst_schrijven(
        door=door, pk=tekst.pk, versie=1, inleiding=_INLEIDING, grenzen=_GRENZEN, contact=_CONTACT
    )
    for aanbod in catalogus(door, jaar):
        if aanbod.naam in woorden:
            alinea_schrijven(door=door, pk=tekst.pk, stam=aanbod.stam, versie=0, woorden=woorden[aanbod.naam])
    aanbodtekst_voorleggen(door=door, pk=tekst.pk, versie=2, op=op)
    leiding = demo.werkplek("marijke", dag)
    tekst = Aanbodtekst.objects.get(pk=tekst.pk)
    return aanbodtekst_vaststellen(
        door=leiding, pk=tekst.pk, versie=3, gelezen=merk(regels_van(leiding, tekst)), mr_op=dag, op=op
    )
