"""Pages of meetings and agreements, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.tests.e2e.bladen_afspraken import AFSPRAAK_VRIJGESTELD, AFSPRAAKBLADEN
from zorgapp.tests.e2e.bladen_agenda import AGENDA_VRIJGESTELD, AGENDABLADEN
from zorgapp.tests.e2e.bladen_coach import COACH_VRIJGESTELD, COACHBLADEN
from zorgapp.tests.e2e.bladen_extern import EXTERN_VRIJGESTELD, EXTERNBLADEN
from zorgapp.tests.e2e.bladen_live import LIVE_VRIJGESTELD, LIVEBLADEN
from zorgapp.tests.e2e.bladen_plannen import PLAN_VRIJGESTELD, PLANBLADEN
from zorgapp.tests.e2e.bladen_verslag import VERSLAG_VRIJGESTELD, VERSLAGBLADEN

OVERLEGBLADEN: tuple[tuple, ...] = (
    *PLANBLADEN,
    *AFSPRAAKBLADEN,
    *AGENDABLADEN,
    *LIVEBLADEN,
    *COACHBLADEN,
    *EXTERNBLADEN,
    *VERSLAGBLADEN,
)
OVERLEG_VRIJGESTELD: dict[str, str] = {
    **PLAN_VRIJGESTELD,
    **AFSPRAAK_VRIJGESTELD,
    **AGENDA_VRIJGESTELD,
    **LIVE_VRIJGESTELD,
    **COACH_VRIJGESTELD,
    **EXTERN_VRIJGESTELD,
    **VERSLAG_VRIJGESTELD,
}
