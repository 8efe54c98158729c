"""What of a large demo school is repeated in its earlier years: the tables in their order, and how a copy is closed."""

from collections.abc import Iterator

from leerlingen.models import Notitie
from ondersteuning.models import (
    Aanbod,
    Aanwezigheid,
    Doel,
    Doelstand,
    Evaluatie,
    Lijnovergang,
    Opp,
    OppDoel,
    OppDoelevaluatie,
    OppEvaluatie,
    OppVersie,
    Sessie,
    Signaal,
    Terugkoppeling,
    Traject,
    Triagebesluit,
    Vervolg,
    Wachtplek,
)
from overleg.models import (
    Afspraak,
    Afspraakstap,
    Agendapunt,
    Deelname,
    Overleg,
    Rondvraag,
    Terugvertellen,
    Verslagdeel,
)
from zorgapp.demo.jaren_kopie import Deel

JAAR = 364  # days: the same weekday
DERDE = 91  # what lies in autumn is spread over the three terms

_LEERLING = frozenset({"leerling_id"})
_KLAAR = "make_interval(days => k.dagen)"


def delen(terug: int, begin: str, eind: str) -> Iterator[Deel]:
    """The tables for the year that lies `terug` years back; `begin` and `eind` (SQL dates) are those of last year.

    Signals lie over the whole of last year already; everything else lies in this one.
    """
    vroeger = f"{terug * JAAR} - (r.id % 3)::int * {DERDE}"
    if terug > 1:
        yield from _signalen(terug - 1, begin, eind)
    yield from _trajecten(terug, vroeger)
    yield from _opps(terug)
    yield from _samen(vroeger)
    yield Deel(Notitie, dagen=vroeger, waar="r.ingetrokken_op IS NULL", volgt=_LEERLING)


def _signalen(jaren: int, begin: str, eind: str) -> Iterator[Deel]:
    waar = f"r.status <> 'nieuw' AND r.ingediend_op >= {begin} AND r.ingediend_op < {eind}"
    dicht = {
        "status": "'afgesloten'",
        "resultaat": "COALESCE(NULLIF(r.resultaat, ''), 'Het gaat beter.')",
        "afgesloten_op": f"COALESCE(r.afgesloten_op, r.gemaakt_op + interval '30 days') - {_KLAAR}",
        "afgesloten_door_id": "COALESCE(r.afgesloten_door_id, r.eigenaar_id)",
    }
    yield Deel(Signaal, waar=waar, dagen=str(jaren * JAAR), zet={"status": "'beoordeeld'"}, volgt=_LEERLING)
    yield Deel(Triagebesluit, "signaal_id", waar="r.herroept_id IS NULL")
    yield Deel(Vervolg, "signaal_id", zet=dicht, volgt=frozenset({"besluit_id"}))
    yield Deel(Terugkoppeling, "signaal_id", volgt=frozenset({"besluit_id"}))


def _trajecten(terug: int, vroeger: str) -> Iterator[Deel]:
    jaar = {"schooljaar": f"r.schooljaar - {terug}"}
    van_toen = (
        f"r.schooljaar = (SELECT max(schooljaar) FROM {Aanbod._meta.db_table} WHERE school_id = r.school_id)"
    )
    nog_niet = (
        f"NOT EXISTS (SELECT 1 FROM {Aanbod._meta.db_table} a WHERE a.school_id = r.school_id "
        f"AND a.schooljaar = r.schooljaar - {terug} AND (a.stam = r.stam OR a.naam = r.naam))"
    )
    yield Deel(Aanbod, waar=f"{van_toen} AND {nog_niet}", dagen=str(terug * JAAR), zet=jaar)
    dicht = {
        "vervolg_id": "NULL",
        "groep_id": "NULL",
        "status": "'afgesloten'",
        "afloop": "COALESCE(NULLIF(r.afloop, ''), CASE r.id % 4 WHEN 0 THEN 'deels' ELSE 'gelukt' END)",
        "afsluiting": "'Het lukt nu in de klas.'",
        "afgesloten_op": f"r.gemaakt_op + interval '50 days' - {_KLAAR}",
        "afgesloten_door_id": "r.regievoerder_id",
    }
    yield Deel(Traject, dagen=vroeger, zet=dicht, volgt=_LEERLING, los=frozenset({"aanbod_id"}))
    for model in (Doel, Evaluatie, Sessie):
        yield Deel(model, "traject_id")
    yield Deel(Doelstand, "doel_id", zet={"stand": "LEAST(2, r.stand + 1 + (r.id % 2)::int)"})
    yield Deel(Lijnovergang, "traject_id", volgt=_LEERLING)
    yield Deel(Aanwezigheid, "sessie_id", volgt=frozenset({"traject_id"}))
    geplaatst = {
        "status": "'geplaatst'",
        "afgesloten_op": f"r.gemaakt_op + interval '40 days' - {_KLAAR}",
    }
    yield Deel(Wachtplek, dagen=vroeger, zet=geplaatst, volgt=_LEERLING | {"aanbod_id"})


def _opps(terug: int) -> Iterator[Deel]:
    """OPPs that are in force now, as ended ones, with the versions that were set."""
    dicht = {
        "status": "'afgesloten'",
        "einddatum": "r.begindatum - k.dagen + 200",
        "evaluatie_op": "NULL",
        "afsluiting": "'De begeleiding is klaar.'",
    }
    yield Deel(Opp, waar="r.status = 'loopt'", dagen=str(terug * JAAR), zet=dicht, volgt=_LEERLING)
    los = {"vorige_id": "NULL", "vraag_id": "NULL", "document_id": "NULL"}
    yield Deel(OppVersie, "opp_id", waar="r.status = 'vastgesteld'", zet=los)
    yield Deel(OppDoel, "oppversie_id", zet={"bron_id": "NULL"})
    yield Deel(OppEvaluatie, "opp_id", volgt=frozenset({"oppversie_id"}))
    yield Deel(OppDoelevaluatie, "evaluatie_id", volgt=frozenset({"doel_id"}))


def _samen(vroeger: str) -> Iterator[Deel]:
    """Meetings that were held, with what was said, and all agreements as kept."""
    yield Deel(
        Overleg,
        waar="r.status = 'afgesloten'",
        dagen=vroeger,
        zet={"reeks_id": "NULL"},
        volgt=frozenset({"klas_id"}),
    )
    yield Deel(Deelname, "overleg_id")
    zonder = {"vervolg_id": "NULL", "traject_id": "NULL", "opp_id": "NULL"}
    yield Deel(Agendapunt, "overleg_id", waar="r.bezig_sinds IS NULL", zet=zonder, volgt=_LEERLING)
    for model in (Verslagdeel, Terugvertellen, Rondvraag):
        yield Deel(model, "punt_id")
    gelukt = {
        "stand": "'gelukt'",
        "contact_id": "NULL",
        "uitvoerder": "CASE r.uitvoerder WHEN 'ouder' THEN 'zelf' ELSE r.uitvoerder END",
        "afgerond_op": f"COALESCE(r.afgerond_op, (r.klaar_op + (r.id % 5)::int)::timestamptz + interval '13 hours') - {_KLAAR}",
        "punt_id": "NULL",
        "overleg_id": "NULL",
    }
    yield Deel(Afspraak, waar="r.leerling_id IS NOT NULL", dagen=vroeger, zet=gelukt, volgt=_LEERLING)
    yield Deel(Afspraakstap, "afspraak_id", zet={"overleg_id": "NULL"})
