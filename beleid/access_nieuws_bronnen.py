"""What a next nieuwsbrief may tell, found in what changed since the last one: protocols, plan, scholing and settings.

Nothing here is about a pupil. A proposal has a key (`bron`), so that it is told once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from beleid.access_nieuws import gebruikte_bronnen, laatst_geplaatst
from beleid.models import Beleidsplan, Protocolversie, Scholing
from beleid.planloop import Planstatus
from beleid.protocolsoorten import Versiestatus
from zorgapp.accounts.instellingsoorten import SOORTEN
from zorgapp.accounts.models import Instelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand, dagdatum

TERUG = timedelta(days=120)
VOORUIT = timedelta(days=90)
MEEST = 12


@dataclass(frozen=True)
class Voorstel:
    """One thing to tell: its key, and the words it begins with."""

    bron: str
    kop: str
    tekst: str


def voorstellen(werkplek: Werkplek) -> list[Voorstel]:
    """What changed since the last letter, or in the last 120 days when there was none; at most twelve, five statements."""
    sinds = laatst_geplaatst(werkplek) or _begin(werkplek.dag - TERUG)
    al = gebruikte_bronnen(werkplek)
    alle = (*_protocollen(werkplek, sinds), *_plannen(werkplek, sinds), *_scholing(werkplek))
    nieuw = [v for v in (*alle, *_instellingen(werkplek, sinds)) if v.bron not in al]
    return nieuw[:MEEST]


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time(), timezone.get_current_timezone())


def _protocollen(werkplek: Werkplek, sinds: datetime) -> Iterator[Voorstel]:
    rijen = Protocolversie.objects.filter(
        school=werkplek.school,
        status=Versiestatus.GELDIG,
        geldig_op__gt=sinds,
        protocol__vervallen_op__isnull=True,
    ).select_related("protocol")
    for rij in rijen.order_by("geldig_op", "pk")[:MEEST]:
        nieuw = rij.nummer == 1
        tekst = "Dit protocol is nieuw." if nieuw else rij.wijziging or "De tekst is vernieuwd."
        yield Voorstel(
            f"protocol:{rij.protocol_id}:{rij.nummer}",
            rij.protocol.titel,
            f"{tekst} Lees het bij Protocollen.",
        )


def _plannen(werkplek: Werkplek, sinds: datetime) -> Iterator[Voorstel]:
    rijen = Beleidsplan.objects.filter(
        school=werkplek.school, status=Planstatus.GEPUBLICEERD, gepubliceerd_op__gt=sinds
    )
    for rij in rijen.order_by("gepubliceerd_op", "pk")[:MEEST]:
        jaar = f"{rij.schooljaar}-{rij.schooljaar + 1}"
        yield Voorstel(
            f"plan:{rij.pk}",
            f"Het ondersteuningsplan {jaar} geldt",
            "Hierin staat wat we dit jaar samen doen en waarom. Lees het plan en laat weten dat je het las.",
        )


def _scholing(werkplek: Werkplek) -> Iterator[Voorstel]:
    rijen = Scholing.objects.filter(
        school=werkplek.school,
        gegeven=False,
        weg_op__isnull=True,
        datum__gte=werkplek.dag,
        datum__lte=werkplek.dag + VOORUIT,
    )
    for rij in rijen.order_by("datum", "pk")[:MEEST]:
        delen = (
            f"Op {dagdatum(rij.datum, werkplek.dag)}, voor {rij.doelgroep}.",
            rij.waarom,
            "Meld je aan bij Scholing.",
        )
        yield Voorstel(f"scholing:{rij.pk}", rij.titel, " ".join(deel for deel in delen if deel))


def _instellingen(werkplek: Werkplek, sinds: datetime) -> Iterator[Voorstel]:
    """Settings with another value than before; a first value counts when it is not the one everybody has."""
    rijen = Instelling.objects.filter(school=werkplek.school).order_by("geldig_vanaf", "pk")
    gold = {sleutel: soort.standaard for sleutel, soort in SOORTEN.items()}
    for rij in rijen:
        soort = SOORTEN.get(rij.sleutel)
        if soort is None:
            continue
        waarde, eerst = int(rij.waarde), gold[rij.sleutel]
        gold[rij.sleutel] = waarde
        if waarde != eerst and _is_nieuws(rij.gemaakt_op, rij.geldig_vanaf, sinds):
            vanaf = dag_maand(rij.geldig_vanaf, werkplek.dag)
            tekst = f"Vanaf {vanaf}: {soort.in_woorden(waarde)}. Eerst was dat {soort.in_woorden(eerst)}."
            yield Voorstel(f"instelling:{rij.pk}", soort.label, tekst)


def _is_nieuws(gemaakt_op: datetime, geldig_vanaf: date, sinds: datetime) -> bool:
    return gemaakt_op > sinds or geldig_vanaf > timezone.localdate(sinds)
