"""How a worker does a job: claim it, run it, show progress, finish it; safe when workers die or run twice.

`pogingen` is the token of the one who holds the job: a worker that was thought dead cannot finish, nor commit
the work of, a job that another one has taken over.
"""

import logging
import time
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.db import DatabaseError, connections
from django.db.models import F
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.werk.models import Taak
from zorgapp.werk.querysets import TaakQuerySet
from zorgapp.werk.soorten import TaakFout, TaakSoort, taaksoort

log = logging.getLogger(__name__)

STIL = timedelta(minutes=2)
"""A running job without a heartbeat for this long has lost its worker."""
MAX_POGINGEN = 3
TUSSENPOOS = 0.5  # seconds between two notes of progress


class Verlopen(Exception):
    """Another worker took this job over; what was done here is rolled back."""


class Hartslag:
    """Writes progress on a connection of its own, because the job's own transaction is not visible yet."""

    def __init__(self, taak: Taak) -> None:
        self.taak, self.laatst = taak, 0.0
        self.verbinding = connections.create_connection("default")

    def schrijf(self, gedaan: int, totaal: int, melding: str) -> None:
        """Store progress at most twice a second; a note that fails is no reason to stop the work."""
        if time.monotonic() - self.laatst < TUSSENPOOS and gedaan < totaal:
            return
        self.laatst = time.monotonic()
        try:
            with self.verbinding.cursor() as cursor:
                cursor.execute("BEGIN")
                cursor.execute("SELECT set_config('zorgapp.school', %s, true)", [str(self.taak.school_id)])
                cursor.execute("SET LOCAL lock_timeout = '500ms'")
                cursor.execute(
                    "UPDATE werk_taak SET gedaan = %s, totaal = %s, melding = %s, hartslag_op = now() "
                    "WHERE id = %s AND status = 'bezig' AND pogingen = %s",
                    [gedaan, totaal, melding, self.taak.pk, self.taak.pogingen],
                )
                cursor.execute("COMMIT")
        except DatabaseError as fout:
            log.warning("hartslag van taak #%s: %s", self.taak.pk, type(fout).__name__)
            self.verbinding.close()

    def sluit(self) -> None:
        self.verbinding.close()


_lopend: ContextVar[Hartslag | None] = ContextVar("hartslag", default=None)


def voortgang(taak_id: int, gedaan: int, totaal: int, melding: str = "") -> None:
    """Note how far a job is; `melding` is Dutch, at most 300 characters, and names no pupil.

    Inside a worker it is visible at once, also while the job's own transaction is still open.
    """
    hartslag = _lopend.get()
    if hartslag is not None and hartslag.taak.pk == taak_id:
        hartslag.schrijf(gedaan, totaal, melding[:300])
    else:
        Taak.objects.filter(pk=taak_id).update(
            gedaan=gedaan, totaal=totaal, melding=melding[:300], hartslag_op=timezone.now()
        )


def claim(school_id: int, taak_id: int, op: datetime) -> Taak | None:
    """Take a waiting job, or one whose worker fell silent; None when somebody else has it or it is finished."""
    with in_school(school_id):
        te_claimen = Taak.objects.filter(pk=taak_id, pogingen__lt=MAX_POGINGEN)
        nieuw = {"status": Taak.Status.BEZIG, "hartslag_op": op, "pogingen": F("pogingen") + 1}
        if te_claimen.filter(status="wacht").update(**nieuw) or te_claimen.filter(
            status="bezig", hartslag_op__lt=op - STIL
        ).update(**nieuw):
            return Taak.objects.select_related("bestand", "eigenaar", "school").get(pk=taak_id)
        return None


def voer_taak_uit(school_id: int, taak_id: int) -> None:
    """Claim and do one job; its end is KLAAR, or MISLUKT with a sentence for the person who waits."""
    taak = claim(school_id, taak_id, timezone.now())
    if taak is None:
        return
    hartslag = Hartslag(taak)
    merk = _lopend.set(hartslag)
    try:
        _doe(taaksoort(taak.soort), taak)
    except Verlopen:
        log.warning("taak #%s is door een andere worker overgenomen", taak.pk)
    except TaakFout as fout:
        _mislukt(taak, str(fout))
    except Exception as fout:  # whatever a job runs into: the person must see an end, the log no data
        log.error("taak #%s (%s) mislukt: %s", taak.pk, taak.soort, type(fout).__name__)
        _mislukt(taak, "Dit is niet gelukt. Probeer het opnieuw, of vraag het de beheerder.")
    finally:
        _lopend.reset(merk)
        hartslag.sluit()


def _doe(soort: TaakSoort, taak: Taak) -> None:
    if soort.atomair:
        with in_school(taak.school_id, taak.eigenaar_id):
            soort.doe(taak)
            _klaar(taak)
    else:
        soort.doe(taak)
        with in_school(taak.school_id, taak.eigenaar_id):
            _klaar(taak)


def _eigen(taak: Taak) -> TaakQuerySet:
    return Taak.objects.filter(pk=taak.pk, status="bezig", pogingen=taak.pogingen)


def _klaar(taak: Taak) -> None:
    """Mark as done what is still ours; raises Verlopen otherwise, which rolls the work back."""
    nu = timezone.now()
    if not _eigen(taak).update(status="klaar", klaar_op=nu, hartslag_op=nu, bestand=taak.bestand):
        raise Verlopen


def _mislukt(taak: Taak, melding: str) -> None:
    with in_school(taak.school_id, taak.eigenaar_id):
        _eigen(taak).update(status="mislukt", melding=melding[:300], klaar_op=timezone.now())


def op_te_pakken(school_id: int, op: datetime) -> list[int]:
    """Return the jobs to offer again; one that lost its worker three times ends as MISLUKT."""
    with in_school(school_id):
        stil = Taak.objects.op_te_pakken(op - STIL)
        stil.filter(status="bezig", pogingen__gte=MAX_POGINGEN).update(
            status="mislukt",
            klaar_op=op,
            melding="Dit is drie keer niet gelukt. Vraag het de beheerder.",
        )
        return list(stil.filter(pogingen__lt=MAX_POGINGEN).order_by("pk").values_list("pk", flat=True))
