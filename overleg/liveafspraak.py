"""The form of a new agreement on the page of a meeting: who is there to tap on, the dates, and a fresh number."""

import uuid
from typing import Any

from django.utils import timezone

from leerlingen.access import contacten_van, toegangsgrond
from overleg.access_afspraken import partners_voor_afspraak
from overleg.afspraakkeuze import Keuzes, keuzes_voor
from overleg.forms.afspraak import AfspraakVelden
from overleg.livebeeld import Livebeeld
from overleg.models import Functie
from zorgapp.accounts.werkplek import Werkplek


def keuzes_bij(werkplek: Werkplek, beeld: Livebeeld, *, meer: bool) -> Keuzes:
    """What the form offers: colleagues who are there, or of whom nobody said. `meer`: also what parents and partners do."""
    punt = beeld.punt
    assert punt is not None
    mensen = [d.user for d in beeld.deelnemers if d.functie != Functie.EXTERN and d.aanwezig is not False]
    volgend = punt.volgend  # type: ignore[attr-defined]
    extra: dict[str, Any] = {}
    if meer:
        grond = toegangsgrond(werkplek, punt.leerling) if punt.leerling else None
        extra["contacten"] = contacten_van(werkplek, punt.leerling, grond) if grond and punt.leerling else []
        extra["partners"] = partners_voor_afspraak(werkplek)
    return keuzes_voor(
        werkplek,
        punt.leerling,
        mensen=mensen,
        volgend=timezone.localdate(volgend) if volgend else None,
        externen=punt.voor_externen,
        **extra,
    )


def nieuwe_vorm(
    werkplek: Werkplek, beeld: Livebeeld, data: Any = None, *, begin: Any = None
) -> AfspraakVelden:
    """The form, empty with a number of its own, or filled with `data`; `begin`: all fields, with what was typed so far."""
    meer = begin is not None or (data is not None and "merkt" in data)
    keuzes = keuzes_bij(werkplek, beeld, meer=meer)
    was = (
        {naam: begin[naam] for naam in ("wat", "wie", "klaar", "klaar_op") if naam in begin} if begin else {}
    )
    form = AfspraakVelden(data, keuzes=keuzes, initial={"sleutel": uuid.uuid4()} | was)
    form.meer = meer  # type: ignore[attr-defined]
    return form
