"""The register of the whole school, for the coordinator: what runs, ends soon, waits for an answer or was withdrawn."""

from collections import defaultdict
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from leerlingen.access_toestemming import Register, registers
from leerlingen.models import Toestemming, Toestemmingsantwoord
from leerlingen.toestemming import Antwoord, Gever
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Pagina, bladzijde

SOORTEN = {
    "loopt": "Loopt",
    "eindigt": "Loopt af",
    "zestien": "Wordt 16",
    "gevraagd": "Wacht op antwoord",
    "nee": "Niet akkoord",
    "ingetrokken": "Ingetrokken",
    "voorbij": "Voorbij",
}
"""The filters of the list, as they stand in the address."""
_KWARTAAL = timedelta(days=92)  # three months and what a month differs


def toestemmingen_van_school(
    werkplek: Werkplek, soort: str, partner_id: int | None, gevraagd: str | None
) -> Pagina:
    """One page of requests of one kind (SOORTEN), the first to end first, with how each stands; rijen are Registers."""
    rijen = _gekozen(werkplek, soort)
    if partner_id is not None:
        rijen = rijen.filter(partner_id=partner_id)
    volgorde = ("-eindigt_op", "-pk") if soort in {"voorbij", "nee", "ingetrokken"} else ("eindigt_op", "pk")
    pagina = bladzijde(
        rijen.select_related("leerling", "partner").order_by(*volgorde), gevraagd, PER_PAGINA_RUIM
    )
    return Pagina(_met_antwoorden(pagina.rijen, werkplek.dag), pagina.nummer, pagina.volgende)


def _gekozen(werkplek: Werkplek, soort: str) -> QuerySet[Toestemming]:
    dag = werkplek.dag
    rijen = van_coordinator(Toestemming.objects.all(), werkplek)
    rijen = rijen.filter(Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag))
    loopt = rijen.filter(stand=Antwoord.GEGEVEN, eindigt_op__gte=dag)
    door_zestien = Q(gever=Gever.OUDERS, eindigt_op__lt=F("tot"))
    if soort == "loopt":
        return loopt
    if soort == "eindigt":
        termijn = instelling("toestemming_herinnering", dag)
        return loopt.filter(eindigt_op__lte=dag + timedelta(days=termijn))
    if soort == "zestien":  # also who turned 16 and has not confirmed
        gegeven = rijen.filter(stand=Antwoord.GEGEVEN, tot__gte=dag)
        return gegeven.filter(door_zestien, eindigt_op__lte=dag + _KWARTAAL)
    if soort == "gevraagd":
        return rijen.filter(stand__in=(Antwoord.GEVRAAGD, Antwoord.GEEN_REACTIE), eindigt_op__gte=dag)
    if soort == "nee":
        return rijen.filter(stand=Antwoord.GEWEIGERD)
    if soort == "ingetrokken":
        return rijen.filter(stand=Antwoord.INGETROKKEN)
    return rijen.filter(eindigt_op__lt=dag).exclude(stand__in=(Antwoord.GEWEIGERD, Antwoord.INGETROKKEN))


def _met_antwoorden(toestemmingen: list[Toestemming], dag: date) -> list[Register]:
    """How each of these stands (one query for all answers)."""
    nummers = [t.pk for t in toestemmingen]
    antwoorden: dict[int, list[Toestemmingsantwoord]] = defaultdict(list)
    gelezen = Toestemmingsantwoord.objects.filter(toestemming_id__in=nummers).select_related("contact")
    for antwoord in gelezen.order_by("pk") if nummers else ():
        antwoorden[antwoord.toestemming_id].append(antwoord)
    return [registers([t], antwoorden, t.leerling, dag)[0] for t in toestemmingen]
