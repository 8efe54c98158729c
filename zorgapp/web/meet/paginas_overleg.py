"""Pages of meetings and agreements as the measurement opens them: arguments of a Pagina."""

from typing import Any

from zorgapp.web.meet.paginas_afspraken import AFSPRAAK_ZONDER, AFSPRAAKDOELEN, AFSPRAAKPAGINAS
from zorgapp.web.meet.paginas_agenda import AGENDA_ZONDER, AGENDADOELEN, AGENDAPAGINAS
from zorgapp.web.meet.paginas_coach import COACH_ZONDER, COACHDOELEN, COACHPAGINAS
from zorgapp.web.meet.paginas_extern import EXTERN_ZONDER, EXTERNDOELEN, EXTERNPAGINAS
from zorgapp.web.meet.paginas_live import LIVE_ZONDER, LIVEDOELEN, LIVEPAGINAS
from zorgapp.web.meet.paginas_plannen import PLAN_ZONDER, PLANDOELEN, PLANPAGINAS
from zorgapp.web.meet.paginas_verslag import VERSLAG_ZONDER, VERSLAGDOELEN, VERSLAGPAGINAS

OVERLEGDOELEN: dict[str, str] = {
    **PLANDOELEN,
    **AFSPRAAKDOELEN,
    **AGENDADOELEN,
    **LIVEDOELEN,
    **COACHDOELEN,
    **EXTERNDOELEN,
    **VERSLAGDOELEN,
}
OVERLEGPAGINAS: tuple[dict[str, Any], ...] = (
    *PLANPAGINAS,
    *AFSPRAAKPAGINAS,
    *AGENDAPAGINAS,
    *LIVEPAGINAS,
    *COACHPAGINAS,
    *EXTERNPAGINAS,
    *VERSLAGPAGINAS,
)
OVERLEG_ZONDER: dict[str, str] = {
    **PLAN_ZONDER,
    **AFSPRAAK_ZONDER,
    **AGENDA_ZONDER,
    **LIVE_ZONDER,
    **COACH_ZONDER,
    **EXTERN_ZONDER,
    **VERSLAG_ZONDER,
}
