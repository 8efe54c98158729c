"""The counts beside menu items: what is new for a coordinator, and what of one's own agreements is over its date."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet

from ondersteuning.access import aantal_nieuw, nieuwe_nummers
from overleg.access_afspraken import eigen_aan_de_beurt, eigen_dagen
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import geteld
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Teller:
    """A count as it is shown ("7", "99+"; empty for none), and whether it says that something is late."""

    tekst: str
    soort: str


def tellers(werkplek: Werkplek, nieuw: int | None, dagen: list[date] | None) -> dict[str, Teller]:
    """The counts by the `tel` of a menu item, in one statement at most; `nieuw` and `dagen` (of one's own agreements of today
    and before) are what a view counted already."""
    triage, afspraken = werkplek.mag(Recht.TRIAGE), werkplek.mag(Recht.AFSPRAAK)
    if triage and nieuw is None and afspraken and dagen is None:
        [(nummers, dagen)] = _samen.lees(werkplek)
        nieuw = len(nummers)
    if triage and nieuw is None:
        nieuw = aantal_nieuw(werkplek)
    if dagen is None:
        dagen = eigen_aan_de_beurt(werkplek)
    laat = sum(dag < werkplek.dag for dag in dagen)
    stand: dict[str, Any] = {"nieuw": (nieuw or 0, "nieuw"), "afspraken_laat": (laat, "laat")}
    return {tel: Teller(geteld(aantal), soort) for tel, (aantal, soort) in stand.items() if aantal}


@vaste_vraag
def _samen(werkplek: Werkplek) -> QuerySet:
    return School.objects.filter(pk=werkplek.school.pk).values_list(
        ArraySubquery(nieuwe_nummers(werkplek)), ArraySubquery(eigen_dagen(werkplek))
    )
