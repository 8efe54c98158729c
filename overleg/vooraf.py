"""What one reads before a meeting: per item the question, last agreements, answers of teachers, own words and lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from overleg.access import get_overleg
from overleg.access_agenda import agenda_van, leg_inzage_vast
from overleg.access_live_leerling import Stem
from overleg.access_rondvraag import antwoorden_bij
from overleg.access_vooraf import laatste_afspraken, lijnen_van, stemmen_van
from overleg.models import Afspraak, Agendapunt, Overleg, Rondvraag
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek

PER_PAGINA = 10


@dataclass(frozen=True)
class Vooraf:
    """One item with what there is to read; empty parts are left out."""

    nummer: int
    punt: Agendapunt
    afspraken: Sequence[Afspraak] = ()
    antwoorden: Sequence[Rondvraag] = ()
    stem: Stem | None = None
    lijnen: Sequence[tuple[str, int, str, date]] = ()


@dataclass(frozen=True)
class Leesblad:
    """The items this reader may see; `verborgen`: how many more there are."""

    o: Overleg
    punten: Sequence[Vooraf]
    aantal: int
    minuten: int
    verborgen: int


def lees_vooraf(
    werkplek: Werkplek,
    pk: int,
    *,
    van: int = 0,
    hoeveel: int | None = None,
    handeling: Handeling = Handeling.BEKEKEN,
) -> Leesblad:
    """Read what there is before a meeting and log a look at each pupil that is shown; 404 for who may not know of it.

    `van`, `hoeveel`: which items; without them all of them, for paper.
    """
    overleg, _ = get_overleg(werkplek, pk)
    agenda = agenda_van(werkplek, overleg)
    hier = agenda.punten[van : van + hoeveel] if hoeveel is not None else agenda.punten[van:]
    leerlingen = [punt.leerling_id for punt in hier if punt.leerling_id]
    leg_inzage_vast(werkplek, hier, handeling)
    afspraken = laatste_afspraken(werkplek, overleg, leerlingen) if leerlingen else {}
    stemmen = stemmen_van(werkplek, leerlingen) if leerlingen else {}
    lijnen = lijnen_van(werkplek, leerlingen) if leerlingen else {}
    antwoorden = antwoorden_bij(werkplek, pk) if leerlingen else {}
    punten = [
        Vooraf(
            nummer,
            punt,
            afspraken.get(wie, ()),
            antwoorden.get(punt.pk, ()),
            stemmen.get(wie),
            lijnen.get(wie, ()),
        )
        for nummer, punt, wie in ((n, p, p.leerling_id or 0) for n, p in enumerate(hier, start=van + 1))
    ]
    minuten = sum(punt.minuten for punt in agenda.punten)
    return Leesblad(overleg, punten, len(agenda.punten), minuten, agenda.verborgen)
