"""How a school stood at the end of each term (the running one: last night), counted in SQL; no names, no pupil.

What can be worked out afterwards is counted for every term of five years: who was at school, in which line, who waited.
What only shows now (OPPs in order, cards, places, who takes part) is counted for the running term; that of earlier terms
is taken over from the state of the night before.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

from django.db.models import BigIntegerField, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from beleid.stats_cijfers import KLASJAAR, Geteld, lees
from leerlingen.eigendom import ROLLEN_LES
from leerlingen.models import Plaatsing
from ondersteuning.models import Opp, OppStatus, OppVersie, Versiestatus
from ondersteuning.opp.wacht import DAARNA
from ondersteuning.querysets_evaluatie import met_orde
from zorgapp.kern.schooljaar import Schooljaar

ORDE = ("in_orde", *(f"alleen_{nummer}" for nummer in DAARNA), "meer")
"""What an OPP in force misses: nothing, one rule, or more than one; each OPP is in one of them."""


class Moment(NamedTuple):
    """A term and the day it is counted on: its last day, or last night."""

    jaar: int
    term: int
    dag: date


_BIJ = """
    WITH {klasjaar}, moment AS (
        SELECT * FROM unnest(%(jaren)s::int[], %(termen)s::int[], %(dagen)s::date[]) AS m(jaar, term, dag)
    ), telt AS ({telt})
    SELECT t.jaar, COALESCE(k.locatie, 0), COALESCE(k.niveau, ''), t.term, {rij}, {kolom}, count(*)
    FROM telt t LEFT JOIN klasjaar k ON k.leerling_id = t.leerling_id AND k.jaar = t.jaar
    GROUP BY 1, 2, 3, 4, 5, 6
"""
_LOOPT_OP = """
    t.school_id = %(school)s AND t.start <= m.dag
    AND (t.status = 'loopt' OR (t.afgesloten_op AT TIME ZONE %(zone)s)::date > m.dag)
"""

# (what counts, its row, its column); the owner of a trajectory on a day is whoever gave it away first after that day
STANDEN: dict[str, tuple[str, str, str]] = {
    "leerlingen": (
        """SELECT k.leerling_id, m.jaar, m.term FROM moment m JOIN klasjaar k ON k.jaar = m.jaar
           WHERE COALESCE(k.ingeschreven_op, m.dag) <= m.dag
                 AND COALESCE(k.uitgeschreven_op, m.dag) >= m.dag""",
        "COALESCE(k.leerjaar, 0)::text",
        "''",
    ),
    "lijn": (
        f"""SELECT t.leerling_id, m.jaar, m.term, max(t.lijn) AS lijn
            FROM moment m JOIN ondersteuning_traject t ON {_LOOPT_OP}
            JOIN leerlingen_leerling l ON l.school_id = t.school_id AND l.id = t.leerling_id
            WHERE COALESCE(l.uitgeschreven_op, m.dag) >= m.dag GROUP BY 1, 2, 3""",
        "t.lijn::text",
        "COALESCE(k.leerjaar, 0)::text",
    ),
    "wachtlijst": (
        """SELECT w.leerling_id, m.jaar, m.term, a.naam
           FROM moment m JOIN ondersteuning_wachtplek w ON w.school_id = %(school)s
                AND w.aangemeld_op <= m.dag
                AND (w.status = 'wacht' OR (w.afgesloten_op AT TIME ZONE %(zone)s)::date > m.dag)
           JOIN ondersteuning_aanbod a ON a.school_id = w.school_id AND a.id = w.aanbod_id
           JOIN leerlingen_leerling l ON l.school_id = w.school_id AND l.id = w.leerling_id
           WHERE COALESCE(l.uitgeschreven_op, m.dag) >= m.dag""",
        "t.naam",
        "''",
    ),
    "caseload": (
        f"""SELECT 0::bigint AS leerling_id, m.jaar, m.term, COALESCE(o.van_id, t.regievoerder_id) AS wie,
                   count(*) AS n
            FROM moment m JOIN ondersteuning_traject t ON {_LOOPT_OP}
            LEFT JOIN LATERAL (
                SELECT r.van_id FROM ondersteuning_regieoverdracht r
                WHERE r.school_id = t.school_id AND r.traject_id = t.id AND r.status = 'aanvaard'
                      AND (r.beantwoord_op AT TIME ZONE %(zone)s)::date > m.dag
                ORDER BY r.beantwoord_op, r.id LIMIT 1
            ) o ON true
            GROUP BY 1, 2, 3, 4""",
        "LEAST(t.n, 100)::text",
        "''",
    ),
}

_KAARTEN = """
    WITH {klasjaar}, lezer AS (
        SELECT p.leerling_id, o.user_id FROM leerlingen_plaatsing p
        JOIN leerlingen_lesopdracht o ON o.school_id = p.school_id AND o.klas_id = p.klas_id
        WHERE p.school_id = %(school)s AND p.tot IS NULL AND %(dag)s BETWEEN o.van AND COALESCE(o.tot, %(dag)s)
        UNION
        SELECT g.leerling_id, o.user_id FROM leerlingen_lesgroeplid g
        JOIN leerlingen_lesopdracht o ON o.school_id = g.school_id AND o.lesgroep_id = g.lesgroep_id
        WHERE g.school_id = %(school)s AND %(dag)s BETWEEN g.van AND COALESCE(g.tot, %(dag)s)
              AND %(dag)s BETWEEN o.van AND COALESCE(o.tot, %(dag)s)
        UNION
        SELECT p.leerling_id, o.user_id FROM leerlingen_plaatsing p
        JOIN leerlingen_mentorschap o ON o.school_id = p.school_id AND o.klas_id = p.klas_id
        WHERE p.school_id = %(school)s AND p.tot IS NULL AND %(dag)s BETWEEN o.van AND COALESCE(o.tot, %(dag)s)
    ), kaart AS (
        SELECT c.leerling_id, bool_and(EXISTS (
            SELECT 1 FROM leerlingen_kaartgezien g WHERE g.school_id = c.school_id AND g.kaart_id = c.id
            AND g.user_id = z.user_id AND g.versie = c.versie)) AS gezien
        FROM leerlingen_faciliteitenkaart c
        JOIN leerlingen_leerling l ON l.school_id = c.school_id AND l.id = c.leerling_id
        JOIN lezer z ON z.leerling_id = c.leerling_id
        WHERE c.school_id = %(school)s AND %(dag)s BETWEEN c.geldig_van AND c.geldig_tot
              AND COALESCE(l.uitgeschreven_op, %(dag)s) >= %(dag)s
              AND EXISTS (SELECT 1 FROM accounts_aanstelling a JOIN accounts_user u ON u.id = a.user_id
                  WHERE a.school_id = c.school_id AND a.user_id = z.user_id AND a.rol = ANY(%(rollen)s)
                  AND u.is_active AND %(dag)s BETWEEN a.van AND COALESCE(a.tot, %(dag)s))
        GROUP BY c.id, c.leerling_id
    )
    SELECT %(nu)s, COALESCE(k.locatie, 0), COALESCE(k.niveau, ''), %(term)s,
           CASE WHEN c.gezien THEN 'bevestigd' ELSE 'niet' END, '', count(*)
    FROM kaart c LEFT JOIN klasjaar k ON k.leerling_id = c.leerling_id AND k.jaar = %(nu)s
    GROUP BY 1, 2, 3, 4, 5, 6
"""

# A teacher takes part who sent a signal or handed in a list; per term and, as term 0, in the whole year.
_DOCENTEN = """
    WITH docent AS (
        SELECT DISTINCT a.user_id FROM accounts_aanstelling a JOIN accounts_user u ON u.id = a.user_id
        WHERE a.school_id = %(school)s AND a.rol = ANY(%(rollen)s) AND u.is_active
              AND %(dag)s BETWEEN a.van AND COALESCE(a.tot, %(dag)s)
    ), deed AS (
        SELECT indiener_id AS user_id, (ingediend_op AT TIME ZONE %(zone)s)::date AS op
        FROM ondersteuning_signaal WHERE school_id = %(school)s
        UNION ALL
        SELECT user_id, (klaar_op AT TIME ZONE %(zone)s)::date FROM ondersteuning_lijstinvulling
        WHERE school_id = %(school)s AND klaar_op IS NOT NULL AND vervallen_op IS NULL
    ), tijd AS (SELECT 0 AS term, %(begin)s::date AS van UNION SELECT %(term)s, %(begin_term)s::date)
    SELECT %(nu)s, 0, '', t.term, CASE WHEN EXISTS (
        SELECT 1 FROM deed e WHERE e.user_id = d.user_id AND e.op BETWEEN t.van AND %(dag)s
    ) THEN 'mee' ELSE 'niet' END, '', count(*)
    FROM docent d CROSS JOIN tijd t GROUP BY 1, 2, 3, 4, 5
"""

_PLEKKEN = """
    WITH plek AS (
        SELECT unnest(a.domeinen) AS domein, a.lijn, a.capaciteit, (
            SELECT count(DISTINCT t.leerling_id) FROM ondersteuning_traject t
            JOIN leerlingen_leerling l ON l.school_id = t.school_id AND l.id = t.leerling_id
            WHERE t.school_id = a.school_id AND t.aanbod_id = a.id AND t.status = 'loopt'
                  AND t.start <= %(dag)s AND COALESCE(l.uitgeschreven_op, %(dag)s) >= %(dag)s) AS bezet
        FROM ondersteuning_aanbod a
        WHERE a.school_id = %(school)s AND a.schooljaar = %(nu)s AND a.capaciteit IS NOT NULL
              AND COALESCE(a.gestopt_op, %(dag)s) >= %(dag)s
    )
    SELECT %(nu)s, 0, '', %(term)s, lijn || '|' || domein, soort, sum(n)
    FROM plek CROSS JOIN LATERAL (VALUES ('capaciteit', capaciteit::bigint), ('bezet', bezet)) v(soort, n)
    GROUP BY 5, 6
"""


def stond(school_id: int, momenten: Sequence[Moment], eerste: date, dag: date) -> Iterator[Geteld]:
    """How it stood on each moment, one statement per figure."""
    waarden = {
        "jaren": [m.jaar for m in momenten],
        "termen": [m.term for m in momenten],
        "dagen": [m.dag for m in momenten],
    }
    for figuur, (telt, rij, kolom) in STANDEN.items():
        vraag = _BIJ.format(klasjaar=KLASJAAR, telt=telt, rij=rij, kolom=kolom)
        for gevonden in lees(vraag, school_id, eerste, dag, **waarden):
            yield Geteld(figuur, *gevonden)


def staat_nu(school_id: int, nu: Moment, begin_term: date) -> Iterator[Geteld]:
    """What only shows now: cards, teachers who take part, places, and OPPs in order."""
    jaar = Schooljaar(nu.jaar)
    waarden = {
        "nu": nu.jaar,
        "term": nu.term,
        "begin": jaar.begin,
        "begin_term": begin_term,
        "rollen": sorted(ROLLEN_LES),
    }
    vragen = {"kaarten": _KAARTEN.format(klasjaar=KLASJAAR), "docenten": _DOCENTEN, "plekken": _PLEKKEN}
    for figuur, vraag in vragen.items():
        for gevonden in lees(vraag, school_id, jaar.begin, nu.dag, **waarden):
            yield Geteld(figuur, *gevonden)
    for rij in _orde(school_id, jaar, nu.dag):
        plek = (nu.jaar, rij["locatie"], rij["klasniveau"], nu.term)
        for soort in ORDE:
            yield Geteld("opp_orde", *plek, soort, "", rij[soort])


def _orde(school_id: int, jaar: Schooljaar, dag: date) -> QuerySet:
    """OPPs in force by location, level and what they miss, counted (the rules are those of `access_opp_orde`)."""
    op_school = Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag)
    geldig = OppVersie.objects.filter(opp=OuterRef("pk"), status=Versiestatus.VASTGESTELD)
    opps = Opp.objects.filter(op_school, Exists(geldig), school_id=school_id, status=OppStatus.LOOPT)
    plek = Plaatsing.objects.filter(leerling=OuterRef("leerling"), klas__schooljaar=jaar.beginjaar)
    plek = plek.order_by("-van", "-pk")
    rijen = met_orde(opps, dag, jaar.begin, Schooljaar(jaar.beginjaar - 1).begin).annotate(
        locatie=Coalesce(
            Subquery(plek.values("klas__vestiging_id")[:1]),
            Subquery(plek.values("leerling__vestiging_id")[:1]),
            Value(0),
            output_field=BigIntegerField(),
        ),
        klasniveau=Coalesce(Subquery(plek.values("klas__niveau")[:1]), Value("")),
    )
    mist = {nummer: Q(**{f"mist_{nummer}": True}) for nummer in DAARNA}
    alleen = {
        f"alleen_{nummer}": reduce(and_, (q if n == nummer else ~q for n, q in mist.items()))
        for nummer in DAARNA
    }
    goed = ~reduce(or_, mist.values())
    soorten = {"in_orde": goed, **alleen, "meer": ~reduce(or_, alleen.values()) & ~goed}
    geteld = {soort: Count("pk", filter=soorten[soort]) for soort in ORDE}
    return rijen.order_by().values("locatie", "klasniveau").annotate(**geteld)
