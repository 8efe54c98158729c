"""How much work there is, counted in SQL per kind and month; no names, no pupil, whole school only.

Small numbers are fine here: they say how busy a role is, and nothing about anybody. Row-level security is the wall
between schools; the statement also names its school.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from beleid.inzet import Werksoort
from zorgapp.kern.schooljaar import Periode, Schooljaar

_WERK = """
WITH maand AS (
    SELECT m::date AS begin, (m + interval '1 month' - interval '1 day')::date AS eind
    FROM generate_series(%(van)s::date, %(tot)s::date, interval '1 month') m
), loopt AS (
    SELECT CASE lijn WHEN 1 THEN 'traject_licht' WHEN 2 THEN 'traject_middel' ELSE 'traject_zwaar' END AS soort,
           start AS van, COALESCE(GREATEST(eind, %(dag)s::date), %(tot)s::date) AS tot
    FROM ondersteuning_traject WHERE school_id = %(school)s AND start <= %(tot)s AND status = 'loopt'
    UNION ALL
    SELECT CASE lijn WHEN 1 THEN 'traject_licht' WHEN 2 THEN 'traject_middel' ELSE 'traject_zwaar' END, start,
           (afgesloten_op AT TIME ZONE %(zone)s)::date
    FROM ondersteuning_traject
    WHERE school_id = %(school)s AND status = 'afgesloten' AND start <= %(tot)s
          AND afgesloten_op >= (%(van)s::date)::timestamp AT TIME ZONE %(zone)s
    UNION ALL
    SELECT 'opp', (gemaakt_op AT TIME ZONE %(zone)s)::date,
           CASE WHEN status = 'afgesloten'
                THEN COALESCE(einddatum, (gemaakt_op AT TIME ZONE %(zone)s)::date) ELSE %(tot)s::date END
    FROM ondersteuning_opp WHERE school_id = %(school)s AND (status <> 'afgesloten' OR einddatum >= %(van)s)
    UNION ALL
    SELECT 'plan', van, tot FROM beleid_activiteit
    WHERE school_id = %(school)s AND schooljaar = %(jaar)s AND status <> 'vervallen'
)
SELECT l.soort, m.begin, sum(LEAST(l.tot, m.eind) - GREATEST(l.van, m.begin) + 1)
FROM loopt l JOIN maand m ON l.van <= m.eind AND l.tot >= m.begin GROUP BY 1, 2
UNION ALL
SELECT 'signaal', date_trunc('month', ingediend_op AT TIME ZONE %(zone)s)::date, count(*)
FROM ondersteuning_signaal
WHERE school_id = %(school)s AND ingediend_op >= (%(vorig)s::date)::timestamp AT TIME ZONE %(zone)s
      AND ingediend_op < (%(na)s::date)::timestamp AT TIME ZONE %(zone)s GROUP BY 2
UNION ALL
SELECT 'overleg', date_trunc('month', begin AT TIME ZONE %(zone)s)::date, count(*)
FROM overleg_overleg
WHERE school_id = %(school)s AND status <> 'afgezegd'
      AND begin >= (%(van)s::date)::timestamp AT TIME ZONE %(zone)s
      AND begin < (%(na)s::date)::timestamp AT TIME ZONE %(zone)s GROUP BY 2
UNION ALL
SELECT 'norm ' || soort, make_date(schooljaar, 8, 1), minuten FROM beleid_inzetnorm
WHERE school_id = %(school)s AND schooljaar IN (%(jaar)s, %(jaar)s - 1)
UNION ALL
SELECT 'vrij', van, tot - van FROM accounts_vrijedag
WHERE school_id = %(school)s AND tot >= %(van)s AND van <= %(tot)s
"""


@dataclass(frozen=True)
class Werkstand:
    """Of one school year: pieces of work by kind and first day of the month, the school's minutes, its free periods.

    `normen` holds the kinds the school gave minutes for: those of this year before those of the year before.
    """

    geteld: dict[tuple[Werksoort, date], int] = field(default_factory=dict)
    normen: dict[Werksoort, int] = field(default_factory=dict)
    vrij: list[Periode] = field(default_factory=list)


def werkstand(school_id: int, jaar: Schooljaar, dag: date) -> Werkstand:
    """How many pieces came, or on how many days together they were open, and what they are reckoned with; one statement.

    What runs without an end goes on until the end of `jaar`; what ran past its end was open until `dag`. Signals are
    counted of the year before as well.
    """
    waarden: dict[str, Any] = {
        "school": school_id,
        "jaar": jaar.beginjaar,
        "vorig": Schooljaar(jaar.beginjaar - 1).begin,
        "van": jaar.begin,
        "tot": jaar.eind,
        "na": Schooljaar(jaar.beginjaar + 1).begin,
        "dag": dag,
        "zone": settings.TIME_ZONE,
    }
    stand = Werkstand()
    with connection.cursor() as cursor:
        cursor.execute(_WERK, waarden)
        for soort, begin, aantal in sorted(cursor.fetchall()):
            if soort == "vrij":
                stand.vrij.append(Periode(begin, begin + timedelta(days=int(aantal))))
            elif soort.startswith("norm "):
                stand.normen[Werksoort(soort.removeprefix("norm "))] = int(aantal)
            else:
                stand.geteld[Werksoort(soort), begin] = int(aantal)
    return stand
