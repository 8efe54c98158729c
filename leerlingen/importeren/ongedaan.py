"""Undoing a whole import: every row back as it was, except of pupils that were changed or used since.

A pupil goes back entirely or not at all. "Used" is what the database itself says: his rows are deleted in a
savepoint with all foreign keys checked at once, so floors above need not be known here.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import IntegrityError, connection, transaction

from leerlingen.importeren import rijen
from leerlingen.importeren.rijen import TABELLEN, Beeld, RijWijziging
from leerlingen.models import ImportRegel

GEWIJZIGD = "Is na deze import gewijzigd. Pas het zelf aan als dat nodig is."
GEBRUIKT = "Wordt intussen gebruikt in zorgapp en blijft daarom staan."


def maak_ongedaan(regels: Iterable[ImportRegel]) -> list[ImportRegel]:
    """Put back what these lines changed; return the lines that had to stay, with `melding` as the reason."""
    te_doen = [regel for regel in regels if regel.rijen]
    wijzigingen = {regel.pk: [RijWijziging(*rij) for rij in regel.rijen] for regel in te_doen}
    nu = _huidige_beelden(w for lijst in wijzigingen.values() for w in lijst)
    gebleven, vrij = [], []
    for regel in te_doen:
        onveranderd = all(nu.get((w.tabel, w.id)) == w.na for w in wijzigingen[regel.pk])
        if onveranderd:
            vrij.append(regel)
        else:
            gebleven.append(_blijft(regel, GEWIJZIGD))
    # groups last: they can only go when nobody is in them any more
    for groep in (False, True):
        deel = [r for r in vrij if (r.soort == ImportRegel.Soort.GROEP) is groep]
        gebleven += [_blijft(r, GEBRUIKT) for r in _probeer(deel, wijzigingen)]
    return gebleven


def _blijft(regel: ImportRegel, reden: str) -> ImportRegel:
    regel.gebleven, regel.melding = True, reden
    return regel


def _huidige_beelden(wijzigingen: Iterable[RijWijziging]) -> dict[tuple[str, int], Beeld]:
    """Read the rows as they are now, locked until the end."""
    per_tabel: dict[str, list[int]] = defaultdict(list)
    for wijziging in wijzigingen:
        per_tabel[wijziging.tabel].append(wijziging.id)
    return {
        (tabel, rij.pk): rijen.beeld(rij)
        for tabel, ids in per_tabel.items()
        for rij in TABELLEN[tabel]._default_manager.select_for_update().filter(pk__in=ids).order_by("pk")
    }


def _probeer(regels: list[ImportRegel], wijzigingen: dict[int, list[RijWijziging]]) -> list[ImportRegel]:
    """Put these lines back together; when the database refuses, find out which by halving."""
    if not regels:
        return []
    try:
        with transaction.atomic():
            _zet_terug(regels[0].school_id, [w for regel in regels for w in wijzigingen[regel.pk]])
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError:
        if len(regels) == 1:
            return regels
        helft = len(regels) // 2
        return _probeer(regels[:helft], wijzigingen) + _probeer(regels[helft:], wijzigingen)
    return []


def _zet_terug(school_id: int, wijzigingen: list[RijWijziging]) -> None:
    """Delete what was made, children first; then put back what was changed, and last what was deleted."""
    for tabel in TABELLEN:
        nieuw = [w.id for w in wijzigingen if w.tabel == tabel and w.voor is None]
        if nieuw:
            rijen.verwijder(tabel, nieuw)
    rijen.werk_bij((w for w in wijzigingen if w.voor is not None and w.na is not None), naar="voor")
    rijen.voeg_weer_in((w for w in wijzigingen if w.na is None), school_id)
