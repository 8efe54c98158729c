"""What pupil or parents think of a report, whatever floor the report is on (DOMAIN 48).

A floor makes its kind of report known in `AppConfig.ready()`:

    registreer_bron("evaluatie", opener)    # opener(werkplek, id) -> Verslag, or 404; it logs the look

Then the report's page shows `zienswijzen_bij(werkplek, "evaluatie:4")` with `leerlingen/notities/_zienswijzen.html`,
on screen, in print and in a document.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access import Grond, contacten_van
from leerlingen.models import Leerling, Zienswijze
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst

BRON = re.compile(r"([a-z_]{1,30}):([1-9][0-9]{0,17})")  # one name per report: no leading zeros


@dataclass(frozen=True)
class Verslag:
    """A report that was opened: about whom, why one may read it, what it is called and where it stands."""

    leerling: Leerling
    grond: Grond
    titel: str
    url: str
    mag_aanvullen: bool = True


@dataclass(frozen=True)
class Spreker:
    """Whose view it is, as it is kept."""

    naam: str
    relatie: str


Opener = Callable[[Werkplek, int], Verslag]
_BRONNEN: dict[str, Opener] = {}


def registreer_bron(soort: str, opener: Opener) -> None:
    """Make a kind of report known; the same kind again replaces it."""
    _BRONNEN[soort] = opener


def open_bron(werkplek: Werkplek, bron: str) -> Verslag:
    """Open the report that `bron` names through its own door; 404 for an unknown kind or who may not read it."""
    gevonden = BRON.fullmatch(bron)
    opener = _BRONNEN.get(gevonden[1]) if gevonden else None
    if gevonden is None or opener is None:
        raise Http404("verslag")
    return opener(werkplek, int(gevonden[2]))


def zienswijzen_bij(werkplek: Werkplek, bron: str) -> list[Zienswijze]:
    """All views on one report, in the order they were given; who may open the report may read them."""
    return _bij.lees(werkplek.school.pk, Tekst(bron))


@vaste_vraag
def _bij(school_id: int, bron: Tekst) -> QuerySet:
    rijen = Zienswijze.objects.filter(school_id=school_id, bron=bron)
    return rijen.select_related("opgetekend_door").order_by("gegeven_op", "pk")


def sprekers(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> dict[str, Spreker]:
    """Who can give a view: the pupil, and the contacts as far as one may see them; by the value of the choice."""
    zelf = {"leerling": Spreker(leerling.naam, "leerling")}
    contacten = contacten_van(werkplek, leerling, grond)
    return zelf | {f"contact:{c.pk}": Spreker(c.naam, c.get_relatie_display()) for c in contacten}
