"""What happened at a school, counted in SQL per school year, location, level and month; no names, no pupil.

Row-level security is the wall between schools; each statement also names its school. What somebody did counts in the
school year and month of its day, with the class the pupil had in that year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

# The class of a pupil in a school year: the last one he had in it. Location 0: none is known.
KLASJAAR = """
    klasjaar AS MATERIALIZED (
        SELECT DISTINCT ON (p.leerling_id, k.schooljaar) p.leerling_id, k.schooljaar AS jaar, k.niveau,
               COALESCE(k.leerjaar, 0) AS leerjaar, COALESCE(k.vestiging_id, l.vestiging_id, 0) AS locatie,
               l.ingeschreven_op, l.uitgeschreven_op
        FROM leerlingen_plaatsing p
        JOIN leerlingen_klas k ON k.school_id = p.school_id AND k.id = p.klas_id
        JOIN leerlingen_leerling l ON l.school_id = p.school_id AND l.id = p.leerling_id
        WHERE p.school_id = %(school)s AND k.schooljaar BETWEEN %(jaar)s AND %(laatste)s
        ORDER BY p.leerling_id, k.schooljaar, p.van DESC, p.id DESC
    )
"""

_GEBEURD = """
    WITH {klasjaar}, ding AS ({ding}), telt AS (
        SELECT leerling_id, extract(year FROM dag)::int - (extract(month FROM dag) < 8)::int AS jaar,
               (extract(month FROM dag)::int + 4) %% 12 AS periode, rij, kolom
        FROM ding WHERE dag BETWEEN %(van)s AND %(dag)s
    )
    SELECT t.jaar, COALESCE(k.locatie, 0), COALESCE(k.niveau, ''), t.periode, t.rij, t.kolom, count(*)
    FROM telt t LEFT JOIN klasjaar k ON k.leerling_id = t.leerling_id AND k.jaar = t.jaar
    GROUP BY 1, 2, 3, 4, 5, 6
"""

# A decision that was not revoked afterwards.
_GELDT = """
    b.besluit <> 'herstel' AND NOT EXISTS (
        SELECT 1 FROM ondersteuning_triagebesluit h WHERE h.school_id = b.school_id AND h.herroept_id = b.id)
"""

# "antwoord" asks for the first decision that stands: `Terugkoppeling` only keeps the last one. An OPP that was never set is
# late once its last day is over, unless it ended or the pupil left before that day.
DINGEN: dict[str, str] = {
    "signalen": """
        SELECT leerling_id, dag, rij,
               CASE WHEN (extract(month FROM dag)::int + 4) %% 12 * 100 + extract(day FROM dag)::int
                         <= (extract(month FROM %(dag)s::date)::int + 4) %% 12 * 100
                            + extract(day FROM %(dag)s::date)::int
                    THEN 'tot' ELSE 'later' END AS kolom
        FROM (SELECT leerling_id, (ingediend_op AT TIME ZONE %(zone)s)::date AS dag,
                     COALESCE(NULLIF(domein, ''), domein_indiener) AS rij
              FROM ondersteuning_signaal WHERE school_id = %(school)s) s
        WHERE rij <> ''
    """,
    "besluiten": f"""
        SELECT s.leerling_id, (b.op AT TIME ZONE %(zone)s)::date AS dag, b.besluit AS rij, '' AS kolom
        FROM ondersteuning_triagebesluit b
        JOIN ondersteuning_signaal s ON s.school_id = b.school_id AND s.id = b.signaal_id
        WHERE b.school_id = %(school)s AND {_GELDT}
    """,
    "antwoord": f"""
        SELECT s.leerling_id, (s.ingediend_op AT TIME ZONE %(zone)s)::date AS dag,
               (s.ingediend_op AT TIME ZONE %(zone)s)::date::text AS rij,
               (min(b.op) AT TIME ZONE %(zone)s)::date::text AS kolom
        FROM ondersteuning_signaal s
        JOIN ondersteuning_triagebesluit b ON b.school_id = s.school_id AND b.signaal_id = s.id
        WHERE s.school_id = %(school)s AND (b.op AT TIME ZONE %(zone)s)::date <= %(dag)s AND {_GELDT}
        GROUP BY s.id, s.leerling_id, s.ingediend_op
    """,
    "eerste_lijn": f"""
        SELECT s.leerling_id, (s.ingediend_op AT TIME ZONE %(zone)s)::date AS dag,
               CASE WHEN bool_or(b.besluit IN ('tweede_lijn', 'zorgoverleg', 'derde_lijn'))
                    THEN 'hoger' ELSE 'eerste' END AS rij, '' AS kolom
        FROM ondersteuning_signaal s
        JOIN ondersteuning_triagebesluit b ON b.school_id = s.school_id AND b.signaal_id = s.id
        WHERE s.school_id = %(school)s AND (b.op AT TIME ZONE %(zone)s)::date <= %(dag)s AND {_GELDT}
        GROUP BY s.id, s.leerling_id, s.ingediend_op
    """,
    "afspraken": """
        SELECT leerling_id, klaar_op AS dag,
               CASE WHEN (afgerond_op AT TIME ZONE %(zone)s)::date <= klaar_op
                    THEN 'op_tijd' ELSE 'te_laat' END AS rij, '' AS kolom
        FROM overleg_afspraak WHERE school_id = %(school)s
    """,
    "opp_termijn": """
        SELECT o.leerling_id, LEAST(e.eerste, o.uiterlijk) AS dag,
               CASE WHEN e.eerste <= o.uiterlijk THEN 'op_tijd' ELSE 'te_laat' END AS rij, '' AS kolom
        FROM ondersteuning_opp o
        LEFT JOIN LATERAL (
            SELECT min(v.vastgesteld_op) AS eerste FROM ondersteuning_oppversie v
            WHERE v.school_id = o.school_id AND v.opp_id = o.id AND v.vastgesteld_op <= %(dag)s
        ) e ON true
        JOIN leerlingen_leerling l ON l.school_id = o.school_id AND l.id = o.leerling_id
        WHERE o.school_id = %(school)s AND o.uiterlijk IS NOT NULL
              AND (e.eerste IS NOT NULL OR (o.uiterlijk <= %(dag)s
                   AND COALESCE(o.einddatum, o.uiterlijk) >= o.uiterlijk
                   AND COALESCE(l.uitgeschreven_op, o.uiterlijk) >= o.uiterlijk))
    """,
    "instroom": """
        SELECT leerling_id, start AS dag, lijn::text AS rij, domein AS kolom
        FROM ondersteuning_traject WHERE school_id = %(school)s
    """,
    "uitstroom": """
        SELECT leerling_id, (afgesloten_op AT TIME ZONE %(zone)s)::date AS dag, lijn::text AS rij,
               afloop AS kolom
        FROM ondersteuning_traject WHERE school_id = %(school)s AND status = 'afgesloten'
    """,
    "doelen": """
        SELECT t.leerling_id, (t.afgesloten_op AT TIME ZONE %(zone)s)::date AS dag,
               COALESCE(a.naam, '') AS rij, COALESCE(st.stand, d.begin)::text AS kolom
        FROM ondersteuning_doel d
        JOIN ondersteuning_traject t ON t.school_id = d.school_id AND t.id = d.traject_id
        LEFT JOIN ondersteuning_aanbod a ON a.school_id = t.school_id AND a.id = t.aanbod_id
        LEFT JOIN LATERAL (
            SELECT s.stand FROM ondersteuning_doelstand s
            WHERE s.school_id = d.school_id AND s.doel_id = d.id ORDER BY s.op DESC, s.id DESC LIMIT 1
        ) st ON true
        WHERE d.school_id = %(school)s AND d.vervallen_op IS NULL AND t.status = 'afgesloten'
    """,
}


@dataclass(frozen=True)
class Geteld:
    """One count: of what, in which school year, at which location and level (as the administration calls it), when."""

    figuur: str
    jaar: int
    locatie: int
    niveau: str
    periode: int
    rij: str
    kolom: str
    aantal: int


def gebeurd(school_id: int, eerste: date, dag: date) -> Iterator[Geteld]:
    """Everything that happened from `eerste` up to and including `dag`, one statement per figure.

    The column of "signalen" says whether its day lies, within its school year, up to the day counted to ("tot") or after
    it: what compares this year so far with the same part of another. Row and column of "antwoord" are the day of the signal
    and that of its first answer: the school days between them are for who knows the free days.
    """
    for figuur, ding in DINGEN.items():
        vraag = _GEBEURD.format(klasjaar=KLASJAAR, ding=ding)
        for rij in lees(vraag, school_id, eerste, dag):
            yield Geteld(figuur, *rij)


def lees(vraag: str, school_id: int, eerste: date, dag: date, **meer: Any) -> list[tuple[Any, ...]]:
    """Run one statement with the values that all of them use."""
    waarden = {
        "school": school_id,
        "jaar": eerste.year,
        "laatste": dag.year,
        "van": eerste,
        "dag": dag,
        "zone": settings.TIME_ZONE,
        **meer,
    }
    with connection.cursor() as cursor:
        cursor.execute(vraag, waarden)
        return list(cursor.fetchall())
