"""The counts beside menu items: what is new for a coordinator, and what of one's own agreements is over its date."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet

from ondersteuning.access import aantal_nieuw, nieuwe_nummers
from overleg.access_afspraken import eigen_aan_de_beurt, eigen_dagen
from overleg.afspraaklijst import SESSIE_LAAT
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


def tellers(
    werkplek: Werkplek, sessie: MutableMapping[str, Any], nieuw: int | None, dagen: list[date] | None
) -> dict[str, Teller]:
    """The counts by the `tel` of a menu item; `nieuw` and `dagen` (of one's own agreements of today and before) are what a
    view counted already.

    A page that counts anew leaves the number in the session, for this school and this day; others show that one, so
    that the menu costs them no statement. It is one's own number, and goes as soon as one does something with one.
    """
    triage, afspraken = werkplek.mag(Recht.TRIAGE), werkplek.mag(Recht.AFSPRAAK)
    if triage and nieuw is None and afspraken and dagen is None:
        [(nummers, dagen)] = _samen.lees(werkplek)
        nieuw = len(nummers)
    if triage and nieuw is None:
        nieuw = aantal_nieuw(werkplek)
    laat = _laat(werkplek, sessie, dagen) if afspraken else 0
    stand: dict[str, Any] = {"nieuw": (nieuw or 0, "nieuw"), "afspraken_laat": (laat, "laat")}
    return {tel: Teller(geteld(aantal), soort) for tel, (aantal, soort) in stand.items() if aantal}


def _laat(werkplek: Werkplek, sessie: MutableMapping[str, Any], dagen: list[date] | None) -> int:
    """How many are late: of `dagen`, else what the session kept, else counted now."""
    voor = [werkplek.school.pk, werkplek.dag.isoformat()]
    bewaard = sessie.get(SESSIE_LAAT)
    if dagen is None and isinstance(bewaard, list) and bewaard[:2] == voor:
        return int(bewaard[2])
    if dagen is None:
        dagen = eigen_aan_de_beurt(werkplek)
    laat = sum(dag < werkplek.dag for dag in dagen)
    if bewaard != [*voor, laat]:
        sessie[SESSIE_LAAT] = [*voor, laat]
    return laat


@vaste_vraag
def _samen(werkplek: Werkplek) -> QuerySet:
    return School.objects.filter(pk=werkplek.school.pk).values_list(
        ArraySubquery(nieuwe_nummers(werkplek)), ArraySubquery(eigen_dagen(werkplek))
    )
