"""More school years than the story tells: filled after the bulk data, school by school (`laad_demo --jaren`)."""

from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from django.db import connection, connections
from django.db.models import Model

from beleid.cijfers.snede import ALLEEN_NU
from beleid.retention_cijfers import BEWAREN_DAGEN
from beleid.services.cijfers import cijfers_tellen
from leerlingen.models import Klas, Leerling
from zorgapp.accounts.models import Aanstelling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.bulk_kring import MEER_DAN_HET_VERHAAL
from zorgapp.demo.jaren_beleid import beleid_terug, lees_alles, lees_beleid, neem_beleid_over
from zorgapp.demo.jaren_terug import VANZELF, vul_jaren_terug
from zorgapp.demo.school import Demoschool
from zorgapp.kern.schooljaar import Schooljaar

EIGENAAR = "owner"
_NACHTEN = """
    WITH laatste AS (SELECT * FROM beleid_cijferstand WHERE school_id = %(school)s ORDER BY dag DESC, id DESC LIMIT 1),
    stand AS (INSERT INTO beleid_cijferstand (school_id, dag, gemaakt_op)
              SELECT school_id, dag - n, gemaakt_op - make_interval(days => n)
              FROM laatste CROSS JOIN generate_series(1, %(nachten)s) n RETURNING id, school_id)
    INSERT INTO beleid_cijferblok (school_id, stand_id, figuur, schooljaar, cellen)
    SELECT s.school_id, s.id, b.figuur, b.schooljaar, b.cellen
    FROM stand s CROSS JOIN laatste JOIN beleid_cijferblok b ON b.school_id = laatste.school_id AND b.stand_id = laatste.id
"""

# The state that froze the figures of a plan was counted before there were earlier years: it gets what only showed then.
_VAN_TOEN = """
    INSERT INTO beleid_cijferblok (school_id, stand_id, figuur, schooljaar, cellen)
    SELECT b.school_id, s.id, b.figuur, b.schooljaar, b.cellen
    FROM beleid_cijferblok b JOIN beleid_cijferstand s ON s.school_id = b.school_id AND s.dag > %(eind)s
    WHERE b.school_id = %(school)s AND b.stand_id = %(stand)s AND b.figuur = ANY(%(figuren)s)
    ON CONFLICT DO NOTHING
"""


@dataclass
class Jaren:
    """How many school years, and the policy of the first school, which every next one gets too."""

    aantal: int = VANZELF
    beleid: dict[type[Model], list[Model]] = field(default_factory=dict)

    @property
    def veel(self) -> bool:
        """More than the story and the bulk data tell."""
        return self.aantal > VANZELF

    def laat_tellen(self) -> None:
        """Let PostgreSQL count its rows, which it needs to plan the figures well; only the owner may ask for it."""
        if self.veel:
            with connections[EIGENAAR].cursor() as cursor:
                cursor.execute("ANALYZE")

    def vul(self, demo: Demoschool, leerlingen: list[tuple[Leerling, Klas]], rng: Random) -> None:
        """Fill the earlier years of one large school. Needs the school's context."""
        if not self.veel or len(leerlingen) <= MEER_DAN_HET_VERHAAL:
            return
        vul_jaren_terug(demo, self.aantal, rng)
        if self.beleid:
            wie = Aanstelling.objects.filter(school=demo.school, rol=Rol.ZORGCOORDINATOR).order_by("pk")
            plek = demo.vestigingen[0] if demo.vestigingen else None
            neem_beleid_over(self.beleid, demo.school, wie[0].user, plek)
        else:
            beleid_terug(demo, self.aantal)
            self.beleid = lees_beleid()
        lees_alles(demo.school)

    def tel(self, school: School, dag: date) -> None:
        """The figures of the last night of each school year, then those of the nights that are kept. In its context."""
        if not self.veel:
            cijfers_tellen(school=school, dag=dag)
            return
        jaar = Schooljaar.van(dag).beginjaar
        einden = [Schooljaar(jaar - terug).eind for terug in reversed(range(1, self.aantal))]
        stand = [cijfers_tellen(school=school, dag=eind) for eind in einden][-1]
        waarden: dict[str, Any] = {
            "school": school.pk,
            "stand": stand.pk,
            "eind": einden[-1],
            "figuren": sorted(ALLEEN_NU),
        }
        with connection.cursor() as cursor:
            cursor.execute(_VAN_TOEN, waarden)
            cijfers_tellen(school=school, dag=dag)
            cursor.execute(_NACHTEN, {"school": school.pk, "nachten": BEWAREN_DAGEN - 1})
